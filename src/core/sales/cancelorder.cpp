#include "core/sales/cancelorder.h"

#include "core/audit/audit.h"
#include "core/ledger/openitem.h"
#include "core/sales/backorders.h"
#include "core/sales/confirmorder.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("CancelOrder", text); }

static void cancelLine(Tx &tx, SalesLine &line, Quantity quantity)
{
    line.cancelled += quantity;
    const Quantity freed = std::max(Quantity(), line.allocated - line.outstanding());
    if (freed.isPositive()) {
        releaseLine(tx, line, freed);
        line.allocated -= freed;
        line.picked = std::min(line.picked, line.allocated);
        line.packed = std::min(line.packed, line.picked);
    }
    storeProgress(tx, line);
}

/// What of the components goes with so many kits; of kits that have left in part, what is here still.
static Result<> addComponents(std::vector<SalesLine> &lines, const SalesLine &kit, Quantity kits,
                              std::vector<std::pair<SalesLine *, Quantity>> &cancelled)
{
    const auto goods = saidByComponents(lines, {{kit.line, kits}}, [](const SalesLine &l) { return l.cancelled; });
    if (!goods)
        return goods.error();
    for (SalesLine &line : lines)
        for (const auto &[number, quantity] : *goods)
            if (const Quantity here = std::min(quantity, line.outstanding()); number == line.line && here.isPositive())
                cancelled.emplace_back(&line, here);
    return Done{};
}

Result<SalesOrder> cancelOrder(Tx &tx, Id<SalesOrder> id, const Part &part, const QString &reason)
{
    SalesOrder order = tx.lock(id);
    if (order.state >= OrderState::Closed)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 already.").arg(order.number, stateLabel(order.state)));
    auto lines = linesOf(tx, order);
    for (const auto &[number, asked] : part) {
        const bool known = std::any_of(lines.begin(), lines.end(), [n = number](const SalesLine &l) { return l.line == n && l.isGoods(); });
        if (!known)
            return refuse(QStringLiteral("unknown_line"), tr("The order has no goods on line %1.").arg(number));
        if (!asked.isPositive())
            return refuse(QStringLiteral("quantity"), tr("Line %1: only a quantity above zero can be cancelled.").arg(number));
        if (std::any_of(lines.begin(), lines.end(), [n = number](const SalesLine &l) { return l.line == n && l.isComponent(); }))
            return refuse(QStringLiteral("component"), tr("Line %1 is a component of a kit.").arg(number), tr("Cancel the kit instead."));
    }
    std::vector<std::pair<SalesLine *, Quantity>> cancelled;
    for (SalesLine &line : lines) {
        if (!line.isGoods() || line.isComponent())
            continue;
        Quantity quantity = part.empty() ? line.outstanding() : Quantity();
        for (const auto &[number, asked] : part)
            if (number == line.line)
                quantity += asked;
        if (quantity > line.outstanding())
            return refuse(QStringLiteral("already_shipped"), tr("%1: only %2 are not shipped yet.").arg(line.sku, line.outstanding().toString()),
                          tr("Take shipped goods back by a return."));
        if (quantity.isPositive())
            cancelled.emplace_back(&line, quantity);
        if (quantity.isPositive() && line.isKit())
            if (auto added = addComponents(lines, line, quantity, cancelled); !added)
                return added.error();
    }
    if (cancelled.empty())
        return refuse(QStringLiteral("already_shipped"), tr("Nothing of %1 is left to cancel.").arg(order.number),
                      tr("Take shipped goods back by a return."));
    std::stable_sort(cancelled.begin(), cancelled.end(), [](const auto &a, const auto &b) { return a.first->product < b.first->product; });
    std::set<Id<Product>> freed;
    for (auto &[line, quantity] : cancelled) {
        if (line->allocated.isPositive() && line->product)
            freed.insert(line->product);
        cancelLine(tx, *line, quantity);
    }
    for (auto &[line, quantity] : cancelled)
        if (line->isKit())
            storeKitOf(tx, *line, lines);
    // An order on hold or in draft is free to end here; the others follow their lines.
    const bool before = order.state == OrderState::Draft || order.state == OrderState::OnHold;
    const OrderState follows = stateOf(before ? OrderState::Confirmed : order.state, lines);
    if (!before || follows == OrderState::Cancelled)
        order.state = follows;
    if (order.state == OrderState::Cancelled)
        order.hold.clear();
    if (order.state >= OrderState::Confirmed && order.state < OrderState::Closed)
        updateBillingState(tx, order); // it may be that only what is given up now was missing
    storeState(tx, order);
    audit(tx, "order_cancelled", "sales_order", id.value, reason);
    for (const Id<Product> product : freed)
        allocateBackorders(tx, product);
    return order;
}

Result<SalesOrder> closeOrder(Tx &tx, Id<SalesOrder> id)
{
    SalesOrder order = tx.lock(id);
    if (order.state >= OrderState::Closed)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 already.").arg(order.number, stateLabel(order.state)));
    for (const SalesLine &line : linesOf(tx, order))
        if (line.isGoods() ? line.outstanding().isPositive() || line.unbilled().isPositive() : line.invoiced < line.quantity)
            return refuse(
                QStringLiteral("not_finished"),
                tr("%1 still waits: %2 is not shipped or not invoiced.").arg(order.number, line.sku.isEmpty() ? line.description : line.sku),
                tr("Ship and invoice it, or cancel the rest."));
    if (!openItemsOf(tx, id).empty())
        return refuse(QStringLiteral("not_paid"), tr("%1 has open items.").arg(order.number), tr("Receive the payment, or refund what is over."));
    order.state = OrderState::Closed;
    storeState(tx, order);
    audit(tx, "order_closed", "sales_order", id.value);
    return order;
}

Result<SalesOrder> reopenOrder(Tx &tx, Id<SalesOrder> id, const QString &reason)
{
    SalesOrder order = tx.lock(id);
    if (order.state != OrderState::Cancelled)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2.").arg(order.number, stateLabel(order.state)));
    auto lines = linesOf(tx, order);
    for (SalesLine &line : lines)
        line.cancelled = Quantity();
    allocateLines(tx, order, lines);
    for (const SalesLine &line : lines)
        storeProgress(tx, line);
    order.state = OrderState::OnHold;
    order.hold = reason;
    storeState(tx, order);
    audit(tx, "order_reopened", "sales_order", id.value, reason);
    return order;
}
