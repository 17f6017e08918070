#include "core/sales/pickorder.h"

#include "core/audit/audit.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("PickOrder", text); }

namespace {

Result<SalesOrder> lockForWork(Tx &tx, Id<SalesOrder> id, bool heldToo = false)
{
    SalesOrder order = tx.lock(id);
    if (order.state == OrderState::Cancelled)
        return refuse(QStringLiteral("cancelled"), tr("%1 has been cancelled: put the goods back.").arg(order.number));
    if (order.state == OrderState::OnHold && heldToo)
        return order;
    if (order.state == OrderState::OnHold)
        return refuse(QStringLiteral("on_hold"), tr("%1 is on hold: %2").arg(order.number, order.hold));
    if (order.state < OrderState::Confirmed || order.state > OrderState::PartlyShipped)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2: there is nothing to pick or pack.").arg(order.number, stateLabel(order.state)));
    return order;
}

/// Moves goods of the lines one step on: from `limit` into `done`.
template <class Limit, class Field>
Result<> advance(std::vector<SalesLine> &lines, const Part &part, Limit limit, Field done, const char *tooMuch, const char *nothing)
{
    bool any = false;
    const auto take = [&](SalesLine &line, Quantity quantity) {
        line.*done += quantity;
        any = any || quantity.isPositive();
    };
    if (part.empty())
        for (SalesLine &line : lines)
            if (!line.isKit())
                take(line, line.*limit - line.*done);
    const auto goods = saidByComponents(lines, part, [done](const SalesLine &l) { return l.shipped + l.*done; });
    if (!goods)
        return goods.error();
    for (const auto &[number, quantity] : *goods) {
        const auto line = std::find_if(lines.begin(), lines.end(), [n = number](const SalesLine &l) { return l.line == n; });
        if (line == lines.end() || !line->isGoods())
            return refuse(QStringLiteral("unknown_line"), tr("The order has no goods on line %1.").arg(number));
        if (!quantity.isPositive() || (*line).*done + quantity > (*line).*limit)
            return refuse(QStringLiteral("quantity"), tr(tooMuch).arg(line->sku, ((*line).*limit - (*line).*done).toString(), quantity.toString()));
        take(*line, quantity);
    }
    if (!any)
        return refuse(QStringLiteral("nothing_to_do"), tr(nothing));
    return Done{};
}

Result<SalesOrder> store(Tx &tx, SalesOrder order, std::vector<SalesLine> &lines, const char *action)
{
    followComponents(lines);
    for (const SalesLine &line : lines)
        if (line.isGoods())
            storeProgress(tx, line);
    order.state = stateOf(order.state, lines);
    storeState(tx, order);
    audit(tx, action, "sales_order", order.id.value);
    return order;
}

} // namespace

Result<SalesOrder> pickOrder(Tx &tx, Id<SalesOrder> id, const Part &part)
{
    auto order = lockForWork(tx, id);
    if (!order)
        return order;
    auto lines = linesOf(tx, *order);
    const auto picked =
        advance(lines, part, &SalesLine::allocated, &SalesLine::picked, QT_TRANSLATE_NOOP("PickOrder", "%1: %2 are left to pick, not %3."),
                QT_TRANSLATE_NOOP("PickOrder", "Nothing is allocated that is not picked already."));
    if (!picked)
        return picked.error();
    return store(tx, *order, lines, "order_picked");
}

Result<SalesOrder> unpickOrder(Tx &tx, Id<SalesOrder> id)
{
    auto order = lockForWork(tx, id, true);
    if (!order)
        return order;
    auto lines = linesOf(tx, *order);
    for (SalesLine &line : lines)
        line.picked = line.packed = Quantity();
    return store(tx, *order, lines, "order_unpicked");
}

Result<SalesOrder> packOrder(Tx &tx, Id<SalesOrder> id, const Part &part)
{
    auto order = lockForWork(tx, id);
    if (!order)
        return order;
    auto lines = linesOf(tx, *order);
    const auto packed =
        advance(lines, part, &SalesLine::picked, &SalesLine::packed, QT_TRANSLATE_NOOP("PickOrder", "%1: %2 are left to pack, not %3."),
                QT_TRANSLATE_NOOP("PickOrder", "Nothing is picked that is not packed already."));
    if (!packed)
        return packed.error();
    return store(tx, *order, lines, "order_packed");
}
