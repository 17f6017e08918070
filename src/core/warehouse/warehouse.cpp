#include "core/warehouse/warehouse.h"

#include "core/audit/audit.h"
#include "core/company/company.h"
#include "core/company/series.h"
#include "core/sales/backorders.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Warehouse", text); }

static Error notInternal(const Location *location)
{
    return refuse(QStringLiteral("location"), tr("%1 is no shelf of the company.").arg(location ? location->code : QString()));
}

/// A shelf in use.
static bool isInternal(const Location *location) { return location && location->kind == LocationKind::Internal && location->active; }

Result<Id<GoodsReceipt>> receiveGoods(Tx &tx, const std::vector<Receipt> &lines, QDate day)
{
    if (lines.empty())
        return refuse(QStringLiteral("no_lines"), tr("A receipt needs at least one line."));
    const auto &locations = tx.configured<Locations>();
    std::vector<Movement> movements;
    std::vector<Scope> scopes;
    for (const Receipt &line : lines) {
        const Product product = tx.get(line.product);
        if (!product.stocked)
            return refuse(QStringLiteral("not_stocked"), tr("%1 is a service and is not kept in stock.").arg(product.sku));
        const Id<Location> to = line.location ? line.location : tx.configured<Settings>().location;
        if (!isInternal(locations.find(to)))
            return notInternal(locations.find(to));
        const auto cost = line.cost ? line.cost : averageCost(tx, product.id);
        if (cost && (cost->millionths < 0 || cost->currency != tx.currency()))
            return refuse(QStringLiteral("cost"),
                          tr("The cost of %1 must be an amount in %2, not below zero.").arg(product.sku, tx.currency().code()));
        Movement movement{product.id, {}, locations.ofKind(LocationKind::Supplier), to, line.quantity};
        movement.value = cost && line.quantity.isPositive() ? extend(*cost, line.quantity) : tx.zero();
        movement.memo = line.memo;
        movements.push_back(movement);
        scopes.push_back({.category = product.category});
    }
    const QString number = nextNumber(tx, "GR");
    qint64 id = 0;
    {
        auto rows = tx.run("INSERT INTO goods_receipt (number, party_id, day, at, memo) VALUES (?, ?, ?, ?, ?) RETURNING id", number,
                           lines.front().supplier, day, tx.now(), lines.front().memo);
        rows.next();
        id = rows.integer(0);
    }
    const Source source{"goods_receipt", id};
    const auto values = moveStock(tx, movements, day, source);
    if (!values)
        return values.error();
    Posting posting(journal::Stock, day, tr("Goods received %1").arg(number), source);
    for (size_t i = 0; i < movements.size(); ++i) {
        tx.run("INSERT INTO goods_receipt_line (receipt_id, line, product_id, location_id, quantity, cost) VALUES (?, ?, ?, ?, ?, ?)", id, i + 1,
               movements[i].product, movements[i].to, movements[i].quantity, (*values)[i]);
        posting.debit(role::Inventory, scopes[i], (*values)[i]).credit(role::GoodsReceived, scopes[i], (*values)[i], lines.front().supplier);
    }
    audit(tx, "goods_received", "goods_receipt", id, number);
    for (const Movement &movement : movements)
        allocateBackorders(tx, movement.product);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    return Id<GoodsReceipt>{id};
}

Result<> adjustStock(Tx &tx, Id<Product> productId, Id<Location> location, Quantity counted, QDate day, const QString &reason)
{
    // Two people who count the same product at the same time: the second one counts from what the first one left.
    const Product product = tx.lock(productId);
    const auto &locations = tx.configured<Locations>();
    const Id<Location> place = location ? location : tx.configured<Settings>().location;
    if (!isInternal(locations.find(place)))
        return notInternal(locations.find(place));
    if (!product.stocked)
        return refuse(QStringLiteral("not_stocked"), tr("%1 is a service and is not kept in stock.").arg(product.sku));
    if (counted.isNegative())
        return refuse(QStringLiteral("quantity"), tr("A count cannot be negative."));
    const std::string here = "product_id = ? AND location_id = ? AND lot = ''";
    const auto balance = tx.first<StockBalance>(tx.isServer() ? here + " FOR UPDATE" : here, productId, place);
    const Quantity difference = counted - (balance ? balance->onHand : Quantity());
    if (difference.isZero())
        return Done{};
    if (balance && counted < balance->allocated)
        return refuse(QStringLiteral("no_stock"),
                      tr("%1: %2 counted, but %3 are promised to orders.").arg(product.sku, counted.toString(), balance->allocated.toString()),
                      tr("Cancel lines of these orders first, or look for the goods."));
    const Id<Location> shrinkage = locations.ofKind(LocationKind::Shrinkage);
    Movement movement{productId,
                      {},
                      difference.isPositive() ? shrinkage : place,
                      difference.isPositive() ? place : shrinkage,
                      difference.isPositive() ? difference : -difference};
    movement.memo = reason;
    if (difference.isPositive())
        if (const auto cost = averageCost(tx, productId))
            movement.value = extend(*cost, difference);
    const Source source{"product", productId.value};
    const auto values = moveStock(tx, {movement}, day, source);
    if (!values)
        return values.error();
    audit(tx, "stock_counted", "product", productId.value, counted.toString() + u' ' + reason);
    if (difference.isPositive())
        allocateBackorders(tx, productId);
    const Scope scope{.category = product.category};
    Posting posting(journal::Stock, day, tr("Count of %1: %2").arg(product.sku, reason), source);
    posting.debit(role::Inventory, scope, values->front()).credit(role::Shrinkage, scope, values->front());
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    return Done{};
}

Result<> transferStock(Tx &tx, Id<Product> product, Id<Location> from, Id<Location> to, Quantity quantity, QDate day, const QString &memo)
{
    const auto &locations = tx.configured<Locations>();
    for (const Id<Location> place : {from, to})
        if (!isInternal(locations.find(place)))
            return notInternal(locations.find(place));
    const auto moved = moveStock(tx, {{product, {}, from, to, quantity, {}, false, memo}}, day, {"product", product.value});
    if (!moved)
        return moved.error();
    audit(tx, "stock_transferred", "product", product.value, quantity.toString());
    if (locations.find(from)->warehouse != locations.find(to)->warehouse)
        allocateBackorders(tx, product);
    return Done{};
}
