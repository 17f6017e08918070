#include "core/sales/salesorder.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("SalesOrder", text); }

namespace {

struct StateName {
    OrderState state;
    const char *word;
    const char *label;
};

constexpr StateName stateNames[] = {
    {OrderState::Draft, "draft", QT_TRANSLATE_NOOP("SalesOrder", "Draft")},
    {OrderState::OnHold, "on_hold", QT_TRANSLATE_NOOP("SalesOrder", "On hold")},
    {OrderState::Confirmed, "confirmed", QT_TRANSLATE_NOOP("SalesOrder", "Confirmed")},
    {OrderState::Picking, "picking", QT_TRANSLATE_NOOP("SalesOrder", "Picking")},
    {OrderState::Packed, "packed", QT_TRANSLATE_NOOP("SalesOrder", "Packed")},
    {OrderState::PartlyShipped, "partly_shipped", QT_TRANSLATE_NOOP("SalesOrder", "Partly shipped")},
    {OrderState::Shipped, "shipped", QT_TRANSLATE_NOOP("SalesOrder", "Shipped")},
    {OrderState::Invoiced, "invoiced", QT_TRANSLATE_NOOP("SalesOrder", "Invoiced")},
    {OrderState::Paid, "paid", QT_TRANSLATE_NOOP("SalesOrder", "Paid")},
    {OrderState::Closed, "closed", QT_TRANSLATE_NOOP("SalesOrder", "Closed")},
    {OrderState::Cancelled, "cancelled", QT_TRANSLATE_NOOP("SalesOrder", "Cancelled")},
};

const StateName &nameOf(OrderState state)
{
    for (const StateName &name : stateNames)
        if (name.state == state)
            return name;
    return stateNames[0];
}

} // namespace

QString stateWord(OrderState state) { return QString::fromLatin1(nameOf(state).word); }
QString stateLabel(OrderState state) { return tr(nameOf(state).label); }

std::optional<OrderState> stateFromWord(const QString &word)
{
    for (const StateName &name : stateNames)
        if (word == QLatin1String(name.word))
            return name.state;
    return {};
}

Result<SalesOrder> orderByNumber(Tx &tx, const QString &number)
{
    if (auto order = tx.first<SalesOrder>("number = ?", number.trimmed()))
        return *order;
    return notFound(QStringLiteral("unknown_order"), tr("There is no order %1.").arg(number), tr("See: purserctl order list"));
}

std::vector<SalesLine> linesOf(Tx &tx, const SalesOrder &order)
{
    return tx.allIn<SalesLine>(order.currency, "order_id = ? ORDER BY line", order.id);
}

OrderDocument loadOrder(Tx &tx, Id<SalesOrder> id)
{
    OrderDocument document;
    document.order = tx.get(id);
    document.lines = linesOf(tx, document.order);
    document.taxes = tx.allIn<SalesLineTax>(document.order.currency, "order_id = ? ORDER BY line, tax_id", id);
    for (const OrderAddress &address : tx.all<OrderAddress>("order_id = ?", id))
        (address.role == AddressRole::Billing ? document.billing : document.delivery) = address;
    return document;
}

OrderState stateOf(OrderState current, const std::vector<SalesLine> &lines)
{
    bool shipped = false, outstanding = false, packed = false, picked = false, goods = false, cancelled = false;
    for (const SalesLine &line : lines) {
        if (!line.isGoods())
            continue;
        goods = true;
        shipped = shipped || line.shipped.isPositive();
        outstanding = outstanding || line.outstanding().isPositive();
        packed = packed || line.packed.isPositive();
        picked = picked || line.picked.isPositive();
        cancelled = cancelled || line.cancelled.isPositive();
    }
    if (current == OrderState::Draft || current == OrderState::OnHold || current == OrderState::Closed || current == OrderState::Cancelled)
        return current;
    if (goods && !shipped && !outstanding && cancelled)
        return OrderState::Cancelled;
    if (outstanding)
        return packed ? OrderState::Packed : picked ? OrderState::Picking : shipped ? OrderState::PartlyShipped : OrderState::Confirmed;
    return std::max(current, shipped ? OrderState::Shipped : OrderState::Confirmed);
}

std::map<int, LineGoods> goodsOf(Tx &tx, Id<SalesOrder> order)
{
    std::map<int, LineGoods> goods;
    auto rows = tx.run("SELECT l.line, CASE WHEN l.kit_line = l.line THEN 0 ELSE p.stocked END, p.category_id FROM sales_line l JOIN product p ON "
                       "p.id = l.product_id WHERE l.order_id = ?",
                       order);
    while (rows.next())
        goods[int(rows.integer(0))] = {rows.integer(1) != 0, Id<Category>{rows.isNull(2) ? 0 : rows.integer(2)}};
    return goods;
}

void storeProgress(Tx &tx, const SalesLine &line)
{
    tx.run("UPDATE sales_line SET allocated = ?, picked = ?, packed = ?, shipped = ?, invoiced = ?, returned = ?, cancelled = ? "
           "WHERE order_id = ? AND line = ?",
           line.allocated, line.picked, line.packed, line.shipped, line.invoiced, line.returned, line.cancelled, line.order, line.line);
}

void updateBillingState(Tx &tx, SalesOrder &order)
{
    bool finished = true, invoiced = false;
    {
        auto rows = tx.run("SELECT kind, quantity, shipped, cancelled, invoiced, kit_line, line FROM sales_line WHERE order_id = ?", order.id);
        while (rows.next()) {
            const qint64 shipped = rows.integer(2), billed = rows.integer(4);
            const bool isComponent = rows.integer(5) != 0 && rows.integer(5) != rows.integer(6);
            invoiced = invoiced || billed > 0;
            if (LineKind(rows.integer(0)) == LineKind::Goods)
                finished = finished && shipped + rows.integer(3) == rows.integer(1) && (billed == shipped || isComponent);
            else
                finished = finished && billed == rows.integer(1);
        }
    }
    if (finished && invoiced && order.state < OrderState::Closed) {
        const bool owes = tx.number("SELECT COUNT(*) FROM open_item WHERE order_id = ? AND open <> 0 AND open > 0", order.id) > 0;
        order.state = owes ? OrderState::Invoiced : OrderState::Paid;
    }
}

void storeState(Tx &tx, SalesOrder &order)
{
    const auto stored = tx.run("UPDATE sales_order SET version = version + 1, state = ?, hold = ?, paid = ? WHERE id = ? AND version = ?",
                               order.state, order.hold, order.paid, order.id, order.version);
    if (stored.affected() != 1)
        throw sql::Conflict(QStringLiteral("sales_order"));
    ++order.version;
}
