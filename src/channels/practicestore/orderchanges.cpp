#include "channels/practicestore/shop.h"

#include <QCoreApplication>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

bool takesStock(const QString &status)
{
    return status == QLatin1String("processing") || status == QLatin1String("on-hold") || status == QLatin1String("completed");
}

bool givesStockBack(const QString &status) { return status == QLatin1String("cancelled") || status == QLatin1String("pending"); }

bool isPaidBy(const Order &order)
{
    return order.status == QLatin1String("completed") || (order.status == QLatin1String("processing") && order.paymentMethod != QLatin1String("cod"));
}

void moveStock(Shop &shop, Order &order)
{
    const bool take = takesStock(order.status) && !order.stockTaken;
    const bool giveBack = givesStockBack(order.status) && order.stockTaken;
    if (!take && !giveBack)
        return;
    for (OrderLine &line : order.lines)
        adjustStock(shop, line, take ? line.quantity - line.restocked : 0);
    order.stockTaken = take;
    addNote(shop, order, take ? QStringLiteral("Stock levels reduced.") : QStringLiteral("Stock levels increased."));
}

std::vector<TaxShare> negated(std::vector<TaxShare> taxes)
{
    for (TaxShare &tax : taxes)
        tax = {tax.rate, -tax.total, -tax.total};
    return taxes;
}

OrderLine goodsBack(Shop &shop, const OrderLine &line, const RefundRow &row)
{
    OrderLine back = line;
    back.id = ++shop.lastItemId;
    back.refundOf = line.id;
    back.quantity = -row.quantity;
    back.total = back.subtotal = -row.total;
    back.taxes = negated(row.taxes);
    back.stockTaken = 0;
    back.restocked = 0;
    return back;
}

/// Adds one row to the refund; gives back whether the order has it.
bool addRow(Shop &shop, Order &order, Refund &refund, const RefundRow &row, bool restock)
{
    for (OrderLine &line : order.lines) {
        if (line.id != row.row)
            continue;
        refund.lines.push_back(goodsBack(shop, line, row));
        if (restock && line.stockTaken >= row.quantity) {
            adjustStock(shop, line, line.stockTaken - row.quantity);
            line.restocked += row.quantity;
        }
        return true;
    }
    for (const ShippingLine &line : order.shippingLines)
        if (line.id == row.row) {
            refund.shippingLines.push_back({++shop.lastItemId, line.title, line.method, line.instance, -row.total, negated(row.taxes), line.id});
            return true;
        }
    for (const FeeLine &line : order.feeLines)
        if (line.id == row.row) {
            refund.feeLines.push_back({++shop.lastItemId, line.name, line.taxClass, line.taxable, -row.total, negated(row.taxes), line.id});
            return true;
        }
    return false;
}

Amount worthOf(const RefundWish &wish)
{
    Amount worth;
    for (const RefundRow &row : wish.rows)
        worth += row.total.rounded() + sum(row.taxes);
    return wish.amount.value_or(worth);
}

void listRefundTaxes(Shop &shop, Refund &refund)
{
    Order rows; // only to list the rates
    rows.lines = refund.lines;
    rows.shippingLines = refund.shippingLines;
    rows.feeLines = refund.feeLines;
    listTaxLines(shop, rows);
    refund.taxLines = rows.taxLines;
}

Refund &keepRefund(Shop &shop, Order &order, Amount amount, const QString &reason)
{
    Refund refund;
    refund.id = ++shop.lastId;
    refund.createdAt = shop.now();
    refund.amount = amount;
    refund.reason = reason;
    const bool partial = (totalsOf(order).total - totalsOf(order).refunded) > amount;
    refund.meta.push_back({++shop.lastMetaId, QStringLiteral("_refund_type"), partial ? QStringLiteral("partial") : QStringLiteral("full")});
    order.refunds.push_back(std::move(refund));
    return order.refunds.back();
}

} // namespace

void addNote(Shop &shop, Order &order, const QString &text, bool toCustomer)
{
    order.notes.push_back({++shop.lastNoteId, shop.now(), text, toCustomer});
    shop.changedOrders.insert(order.id);
}

void adjustStock(Shop &shop, OrderLine &line, int taken)
{
    Product *product = shop.find(line.variation ? line.variation : line.product);
    const int more = taken - line.stockTaken;
    line.stockTaken = taken;
    if (!product || more == 0)
        return;
    product->sold += more;
    if (product->managesStock)
        product->stock -= more;
    shop.touch(*product);
    if (Product *family = shop.find(product->parent)) {
        family->sold += more;
        shop.touch(*family);
    }
}

void setStatus(Shop &shop, Order &order, const QString &status)
{
    if (order.status != status)
        addNote(shop, order, QStringLiteral("Order status changed from %1 to %2.").arg(order.status, status));
    order.status = status;
    if (isPaidBy(order) && !order.paidAt)
        order.paidAt = shop.now();
    if (status == QLatin1String("completed"))
        order.completedAt = shop.now();
    const Totals totals = totalsOf(order);
    if (status == QLatin1String("refunded") && totals.refunded < totals.total)
        keepRefund(shop, order, totals.total - totals.refunded, QStringLiteral("Order fully refunded."));
    moveStock(shop, order);
    shop.touch(order);
}

Result<qint64> refund(Shop &shop, Order &order, const RefundWish &wish)
{
    const Totals totals = totalsOf(order);
    const Amount amount = worthOf(wish);
    if (amount <= Amount() || amount > totals.total - totals.refunded)
        return refuse(QStringLiteral("refund_amount"), tr("This cannot be refunded: it is nothing, or more than is left."));
    Refund &refund = keepRefund(shop, order, amount, wish.reason);
    refund.paidBack = wish.paidBack;
    for (const RefundRow &row : wish.rows)
        addRow(shop, order, refund, row, wish.restock);
    listRefundTaxes(shop, refund);
    if (amount == totals.total - totals.refunded)
        setStatus(shop, order, QStringLiteral("refunded"));
    shop.touch(order);
    return order.refunds.back().id;
}

} // namespace channels::practicestore
