#include "core/sales/confirmorder.h"

#include "core/audit/audit.h"
#include "core/ledger/openitem.h"
#include "core/parties/mergeparty.h"
#include "core/parties/standing.h"
#include "core/sales/backorders.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("ConfirmOrder", text); }

/// What is ordered and neither invoiced nor cancelled counts against the limit as well; money that was paid ahead counts for the customer.
static Money notYetInvoiced(Tx &tx, Id<Party> customer)
{
    Money sum = tx.zero();
    {
        auto rows = tx.run("SELECT o.currency, o.rate, l.total, l.quantity, l.quantity - l.invoiced - l.cancelled FROM sales_line l "
                           "JOIN sales_order o ON o.id = l.order_id WHERE "
                               + partyOrMerged("o.party_id") + " AND o.state BETWEEN ? AND ?",
                           customer, customer, OrderState::OnHold, OrderState::Shipped);
        while (rows.next()) {
            const Money total(rows.integer(2), Currency::of(rows.text(0)).value_or(tx.currency()));
            sum += convert(share(total, rows.integer(4), rows.integer(3)), ExchangeRate{rows.integer(1)}, tx.currency());
        }
    }
    for (const Id<Account> account : tx.configured<AccountRoles>().allOf(role::Deposits))
        sum += Money(tx.number("SELECT SUM(base_open) FROM open_item WHERE " + partyOrMerged("party_id") + " AND account_id = ? AND open <> 0",
                               customer, customer, account),
                     tx.currency());
    return sum;
}

Result<> checkCredit(Tx &tx, Id<Party> id, Money more, ExchangeRate rate)
{
    const Party customer = standingParty(tx, id);
    if (const Standing standing = standingOf(tx, customer); standing != Standing::Good)
        return refuse(QStringLiteral("customer_hold"), standingText(customer, standing),
                      tr("Lift it on the customer's card, or with: purserctl customer standing %1 good").arg(customer.code));
    return checkLimit(tx, customer.id, more, rate);
}

Result<> checkLimit(Tx &tx, Id<Party> id, Money more, ExchangeRate rate)
{
    const Party customer = standingParty(tx, id);
    if (!customer.creditLimit)
        return Done{};
    (void)tx.lock(customer.id); // two orders of one customer at the same time: the second one sees the first
    const Money limit(*customer.creditLimit, tx.currency());
    const Money owed = openBalance(tx, customer.id) + notYetInvoiced(tx, customer.id) + convert(more, rate, tx.currency());
    if (owed > limit)
        return refuse(QStringLiteral("credit_limit"),
                      tr("%1 would owe %2 and may owe %3.").arg(customer.displayName(), owed.toString(), limit.toString()),
                      tr("Take a payment, raise the limit, or put the order on hold."));
    return Done{};
}

static bool isService(Tx &tx, Id<Product> product) { return tx.number("SELECT stocked FROM product WHERE id = ?", product) == 0; }

/// Where an order's goods may come from: its own warehouse, else those that serve its channel. None: all.
static std::vector<Id<Warehouse>> warehousesOf(Tx &tx, const SalesOrder &order)
{
    if (order.warehouse)
        return {order.warehouse};
    std::vector<Id<Warehouse>> serving;
    if (!order.channel)
        return serving;
    auto rows = tx.run("SELECT warehouse_id FROM channel_warehouse WHERE channel_id = ?", order.channel);
    while (rows.next())
        serving.push_back({rows.integer(0)});
    return serving;
}

void allocateLines(Tx &tx, const SalesOrder &order, std::vector<SalesLine> &lines)
{
    const std::vector<Id<Warehouse>> serving = warehousesOf(tx, order);
    std::vector<SalesLine *> waiting;
    for (SalesLine &line : lines)
        if (line.isGoods() && line.product && !line.isKit() && line.backordered().isPositive())
            waiting.push_back(&line);
    // Always in the order of products, so that two workstations never wait for each other in a circle.
    std::stable_sort(waiting.begin(), waiting.end(), [](const SalesLine *a, const SalesLine *b) { return a->product < b->product; });
    std::vector<Allocation> allocations;
    for (SalesLine *line : waiting) {
        for (const Pick &pick : allocate(tx, line->product, line->backordered(), serving)) {
            line->allocated += pick.quantity;
            allocations.push_back({order.id, line->line, pick.location, pick.lot, pick.quantity});
        }
        if (line->backordered().isPositive() && isService(tx, line->product)) // asked last: nearly every line is goods that are there
            line->allocated += line->backordered();
    }
    tx.insertAll(allocations);
    followComponents(lines);
}

void releaseLine(Tx &tx, const SalesLine &line, Quantity quantity)
{
    for (const Allocation &a : tx.all<Allocation>("order_id = ? AND line = ? ORDER BY location_id DESC, lot", line.order, line.line)) {
        if (!quantity.isPositive())
            break;
        const Quantity freed = std::min(quantity, a.quantity);
        quantity -= freed;
        release(tx, line.product, {{a.location, a.lot, freed}});
        if (freed == a.quantity)
            tx.run("DELETE FROM allocation WHERE order_id = ? AND line = ? AND location_id = ? AND lot = ?", a.order, a.line, a.location, a.lot);
        else
            tx.run("UPDATE allocation SET quantity = quantity - ? WHERE order_id = ? AND line = ? AND location_id = ? AND lot = ?", freed, a.order,
                   a.line, a.location, a.lot);
    }
}

Result<SalesOrder> confirmOrder(Tx &tx, Id<SalesOrder> id)
{
    SalesOrder order = tx.lock(id);
    if (order.state != OrderState::Draft)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2; only a draft can be confirmed.").arg(order.number, stateLabel(order.state)));
    auto lines = linesOf(tx, order);
    for (const SalesLine &line : lines)
        if (line.isGoods() && !line.product)
            return refuse(QStringLiteral("unknown_sku"), tr("Line %1 of %2 has no product: %3.").arg(line.line).arg(order.number, line.sku));
    if (auto good = checkCredit(tx, order.party, order.total, order.rate); !good)
        return good.error();
    allocateLines(tx, order, lines);
    for (const SalesLine &line : lines)
        storeProgress(tx, line);
    order.state = OrderState::Confirmed;
    storeState(tx, order);
    audit(tx, "order_confirmed", "sales_order", id.value);
    return order;
}

Result<SalesOrder> holdOrder(Tx &tx, Id<SalesOrder> id, const QString &reason)
{
    SalesOrder order = tx.lock(id);
    if (order.state > OrderState::PartlyShipped)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 and cannot be held any more.").arg(order.number, stateLabel(order.state)));
    order.hold = reason.trimmed();
    if (order.hold.isEmpty())
        return refuse(QStringLiteral("reason_missing"), tr("A hold needs a reason."));
    order.state = OrderState::OnHold;
    storeState(tx, order);
    audit(tx, "order_held", "sales_order", id.value, order.hold);
    return order;
}

/// What keeps a held order from going on: goods or taxes that nobody has said yet, without which it can neither be shipped nor invoiced.
static Result<> checkComplete(Tx &tx, const SalesOrder &order, const std::vector<SalesLine> &lines)
{
    for (const SalesLine &line : lines) {
        if (line.isGoods() && !line.product)
            return refuse(QStringLiteral("unknown_sku"), tr("Line %1 of %2 has no product: %3.").arg(line.line).arg(order.number, line.sku),
                          tr("Link the SKU to a product first."));
        if (tx.number("SELECT SUM(amount) FROM sales_line_tax WHERE order_id = ? AND line = ?", order.id, line.line) != line.tax.minor())
            return refuse(QStringLiteral("unknown_tax"), tr("It is not known which tax is on line %1 of %2.").arg(line.line).arg(order.number),
                          tr("Link the channel's tax to one of the company's first."));
    }
    return Done{};
}

Result<SalesOrder> releaseOrder(Tx &tx, Id<SalesOrder> id)
{
    SalesOrder order = tx.lock(id);
    if (order.state != OrderState::OnHold)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is not on hold.").arg(order.number));
    auto lines = linesOf(tx, order);
    if (auto complete = checkComplete(tx, order, lines); !complete)
        return complete.error();
    if (!order.channel) // what a channel sends is paid there
        if (auto good = checkCredit(tx, order.party, Money(0, order.currency), order.rate); !good)
            return good.error();
    allocateLines(tx, order, lines);
    for (const SalesLine &line : lines)
        storeProgress(tx, line);
    order.hold.clear();
    order.state = stateOf(OrderState::Confirmed, lines);
    storeState(tx, order);
    audit(tx, "order_released", "sales_order", id.value);
    return order;
}

int allocateBackorders(Tx &tx, Id<Product> product)
{
    std::vector<Id<SalesOrder>> waiting;
    {
        auto rows =
            tx.run("SELECT DISTINCT order_id FROM sales_line WHERE product_id = ? AND kind = 1 AND quantity > allocated + shipped + cancelled "
                   "AND kit_line <> line ORDER BY order_id",
                   product);
        while (rows.next())
            waiting.push_back({rows.integer(0)});
    }
    int served = 0;
    for (const Id<SalesOrder> id : waiting) {
        const SalesOrder order = tx.lock(id);
        if (order.state == OrderState::Draft || order.state >= OrderState::Shipped)
            continue;
        auto lines = linesOf(tx, order);
        for (SalesLine &line : lines) {
            if (line.product != product || line.isKit() || !line.backordered().isPositive())
                continue;
            std::vector<SalesLine> one{line};
            allocateLines(tx, order, one);
            if (one.front().allocated == line.allocated) {
                if (warehousesOf(tx, order).empty())
                    return served; // nothing is left anywhere
                break;             // in the warehouses of this order
            }
            line = one.front();
            storeProgress(tx, line);
            storeKitOf(tx, line, lines);
            ++served;
        }
    }
    return served;
}
