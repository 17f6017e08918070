#include "core/billing/returnorder.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/sales/backorders.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("ReturnOrder", text); }

namespace {

/// What the units of a line cost when they were shipped, for those that come back after `returned` others.
Money costOf(Tx &tx, const SalesLine &line, Quantity returned, Quantity now)
{
    const Money cost(tx.number("SELECT SUM(l.cost) FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id WHERE s.order_id = ? AND l.line = ?",
                               line.order, line.line),
                     tx.currency());
    return share(cost, returned + now, line.shipped) - share(cost, returned, line.shipped);
}

CreditLine creditFor(const SalesLine &line, const ReturnLine &asked, Quantity returnedBefore)
{
    const auto part = [&](Money whole) {
        return share(whole, returnedBefore + asked.quantity, line.quantity) - share(whole, returnedBefore, line.quantity);
    };
    return {line.line, asked.quantity, asked.net ? *asked.net : part(line.net), asked.tax ? *asked.tax : part(line.tax)};
}

/// What was shipped and not invoiced yet is invoiced before it comes back, so that the credit note has what it corrects.
Result<> invoiceWhatComesBack(Tx &tx, const SalesOrder &order, const std::vector<ReturnLine> &asked, QDate day)
{
    for (const SalesLine &line : linesOf(tx, order)) {
        Quantity back = line.returned;
        for (const ReturnLine &one : asked)
            if (one.orderLine == line.line)
                back += one.quantity;
        if (line.isGoods() && !line.isComponent() && back > line.invoiced && back <= line.shipped) {
            auto invoiced = invoiceOrder(tx, order.id, day);
            return invoiced ? Result<>(Done{}) : Result<>(invoiced.error());
        }
    }
    return Done{};
}

/// The same return with the components of its kits: what of them has not come back by itself.
Result<std::vector<ReturnLine>> withComponents(std::vector<SalesLine> lines, const std::vector<ReturnLine> &asked)
{
    std::vector<ReturnLine> all;
    for (const ReturnLine &back : asked) {
        all.push_back(back);
        const auto kit = std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.line == back.orderLine && l.isKit(); });
        if (kit == lines.end())
            continue;
        const auto goods = saidByComponents(lines, {{back.orderLine, back.quantity}}, [](const SalesLine &l) { return l.returned; });
        if (!goods)
            return goods.error();
        for (const auto &[number, quantity] : *goods) {
            all.push_back({number, quantity, back.decision, {}, {}});
            std::find_if(lines.begin(), lines.end(), [n = number](const SalesLine &l) { return l.line == n; })->returned += quantity;
        }
        kit->returned += back.quantity;
    }
    return all;
}

} // namespace

Result<SalesReturn> returnOrder(Tx &tx, Id<SalesOrder> id, const std::vector<ReturnLine> &given, const QString &reason, QDate givenDay)
{
    const QDate day = givenDay.isValid() ? givenDay : tx.today();
    if (auto invoiced = invoiceWhatComesBack(tx, tx.lock(id), given, day); !invoiced)
        return invoiced.error();
    const SalesOrder order = tx.get(id);
    auto lines = linesOf(tx, order);
    const auto goods = goodsOf(tx, id);
    const auto &locations = tx.configured<Locations>();
    const auto withParts = withComponents(lines, given);
    if (!withParts)
        return withParts.error();
    const std::vector<ReturnLine> &asked = *withParts;
    if (asked.empty())
        return refuse(QStringLiteral("no_lines"), tr("A return needs at least one line."));

    std::vector<Movement> movements;
    std::vector<CreditLine> credits;
    std::vector<Money> costs;
    std::vector<Scope> scopes;
    for (const ReturnLine &back : asked) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.line == back.orderLine; });
        if (line == lines.end() || !line->isGoods())
            return refuse(QStringLiteral("unknown_line"), tr("%1 has no goods on line %2.").arg(order.number).arg(back.orderLine));
        if (!back.quantity.isPositive() || line->returned + back.quantity > line->shipped)
            return refuse(QStringLiteral("quantity"), tr("%1: %2 were shipped and not returned yet, not %3.")
                                                          .arg(line->sku, (line->shipped - line->returned).toString(), back.quantity.toString()));
        if (std::any_of(asked.data(), &back, [&](const ReturnLine &l) { return l.orderLine == back.orderLine && l.decision == back.decision; }))
            return refuse(QStringLiteral("duplicate"), tr("%1 is on the return twice with the same decision.").arg(line->sku));
        const Money cost = costOf(tx, *line, line->returned, back.quantity);
        const bool moves = goods.at(line->line).stocked && back.decision != ReturnDecision::NotSentBack;
        costs.push_back(moves && back.decision == ReturnDecision::Restock ? cost : tx.zero());
        scopes.push_back({.category = goods.at(line->line).category});
        if (moves) {
            const bool restock = back.decision == ReturnDecision::Restock;
            Movement movement{line->product,
                              {},
                              locations.ofKind(LocationKind::Customer),
                              restock ? tx.configured<Settings>().location : locations.ofKind(LocationKind::Scrap),
                              back.quantity};
            movement.value = costs.back();
            movement.memo = reason;
            movements.push_back(movement);
        }
        if (const CreditLine credit = creditFor(*line, back, line->returned); !line->isComponent() || !(credit.net + credit.tax).isZero())
            credits.push_back(credit);
        line->returned += back.quantity;
    }

    SalesReturn made{{}, nextNumber(tx, "RET"), {}};
    {
        auto rows = tx.run("INSERT INTO sales_return (number, order_id, day, at, reason) VALUES (?, ?, ?, ?, ?) RETURNING id", made.number, id, day,
                           tx.now(), reason);
        rows.next();
        made.id.value = rows.integer(0);
    }
    const Source source{"sales_return", made.id.value};
    if (auto moved = moveStock(tx, movements, day, source); !moved)
        return moved.error();
    Posting posting(journal::Stock, day, tr("Return %1 of %2").arg(made.number, order.number), source);
    for (size_t i = 0; i < asked.size(); ++i) {
        tx.run("INSERT INTO sales_return_line (return_id, line, quantity, decision, cost) VALUES (?, ?, ?, ?, ?)", made.id, asked[i].orderLine,
               asked[i].quantity, asked[i].decision, costs[i]);
        Scope expense = scopes[i];
        expense.channel = order.channel;
        posting.debit(role::Inventory, scopes[i], costs[i]).credit(role::CostOfGoods, expense, costs[i]);
    }
    for (const SalesLine &line : lines)
        if (line.isGoods())
            storeProgress(tx, line);
    audit(tx, "order_returned", "sales_order", id.value, made.number + u' ' + reason);
    for (const Movement &movement : movements)
        if (movement.to == tx.configured<Settings>().location)
            allocateBackorders(tx, movement.product);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    const bool worthAnything = std::any_of(credits.begin(), credits.end(), [](const CreditLine &c) { return !(c.net + c.tax).isZero(); });
    if (worthAnything) {
        auto credited = creditOrder(tx, id, credits, reason, day);
        if (!credited)
            return credited.error();
        made.creditNote = *credited;
    }
    return made;
}
