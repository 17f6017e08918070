#include "channels/engine/settled.h"

namespace channels {

BookedHere::BookedHere(Tx &tx, const SalesOrder &order) : m_currency(order.currency)
{
    readGoods(tx, order.id);
    readMoney(tx, order.id);
    for (RefundPart &part : m_open)
        part.before = true;
    m_whole = m_open;
}

void BookedHere::readGoods(Tx &tx, Id<SalesOrder> order)
{
    const Money none(0, m_currency);
    auto returns =
        tx.run("SELECT r.id, l.line, CAST(SUM(l.quantity) AS BIGINT) - (SELECT CAST(COALESCE(SUM(p.quantity), 0) AS BIGINT) FROM "
               "channel_refund f JOIN channel_refund_part p ON p.refund_id = f.id WHERE f.order_id = r.order_id AND p.return_id = r.id AND "
               "p.line = l.line) FROM sales_return r JOIN sales_return_line l ON l.return_id = r.id WHERE r.order_id = ? GROUP BY r.id, "
               "r.order_id, l.line ORDER BY r.id, l.line",
               order);
    while (returns.next())
        if (const Quantity left{returns.integer(2)}; left.isPositive())
            m_open.push_back({{}, {}, int(returns.integer(1)), left, none, true, {returns.integer(0)}, {}, {}});
    auto givenUp = tx.run("SELECT l.line, l.cancelled - (SELECT CAST(COALESCE(SUM(p.quantity), 0) AS BIGINT) FROM channel_refund f JOIN "
                          "channel_refund_part p ON p.refund_id = f.id WHERE f.order_id = l.order_id AND p.line = l.line AND p.return_id IS NULL) "
                          "FROM sales_line l WHERE l.order_id = ? AND l.cancelled > 0 ORDER BY l.line",
                          order);
    while (givenUp.next())
        if (const Quantity left{givenUp.integer(1)}; left.isPositive())
            m_open.push_back({{}, {}, int(givenUp.integer(0)), left, none, true, {}, {}, {}});
}

void BookedHere::readMoney(Tx &tx, Id<SalesOrder> order)
{
    auto credits = tx.run("SELECT i.id, l.order_line, CAST(SUM(l.total) AS BIGINT) - (SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT) FROM "
                          "channel_refund f JOIN channel_refund_part p ON p.refund_id = f.id WHERE f.order_id = i.order_id AND p.invoice_id = i.id "
                          "AND p.line = l.order_line) FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id WHERE i.order_id = ? AND i.kind = ? "
                          "GROUP BY i.id, i.order_id, l.order_line ORDER BY i.id, l.order_line",
                          order, InvoiceKind::CreditNote);
    while (credits.next())
        if (const Money left(credits.integer(2), m_currency); left.isPositive())
            m_open.push_back({{}, {}, int(credits.integer(1)), {}, left, true, {}, {credits.integer(0)}, {}});
    auto paid = tx.run("SELECT m.id, m.amount - (SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT) FROM channel_refund f JOIN channel_refund_part p "
                       "ON p.refund_id = f.id WHERE f.order_id = m.order_id AND p.payment_id = m.id) FROM payment m WHERE m.order_id = ? AND "
                       "m.direction = ? ORDER BY m.id",
                       order, PaymentDirection::PaidOut);
    while (paid.next())
        if (const Money left(paid.integer(1), m_currency); left.isPositive())
            m_open.push_back({{}, {}, 0, {}, left, true, {}, {}, {paid.integer(0)}});
}

template <class Amount> Amount BookedHere::take(RefundPart &from, Amount RefundPart::*what, Amount most)
{
    const Amount taken = std::min(from.*what, most);
    if (!taken.isPositive())
        return taken - taken;
    from.*what -= taken;
    RefundPart part = from;
    part.quantity = Quantity();
    part.amount = Money(0, m_currency);
    part.*what = taken;
    m_taken.push_back(part);
    return taken;
}

namespace {

bool isReturn(const RefundPart &part) { return bool(part.salesReturn); }
bool isGivenUp(const RefundPart &part) { return !part.salesReturn && !part.creditNote && !part.payment; }

} // namespace

Quantity BookedHere::returned(int line) const
{
    Quantity units;
    for (const RefundPart &part : m_open)
        if (isReturn(part) && part.line == line)
            units += part.quantity;
    return units;
}

Quantity BookedHere::takeUnits(int line, Quantity most)
{
    Quantity taken;
    for (RefundPart &part : m_open)
        if (isReturn(part) && part.line == line)
            taken += take(part, &RefundPart::quantity, most - taken);
    return taken;
}

Quantity BookedHere::takeGivenUp(int line, Quantity most)
{
    Quantity taken;
    for (RefundPart &part : m_open)
        if (isGivenUp(part) && part.line == line)
            taken += take(part, &RefundPart::quantity, most - taken);
    return taken;
}

Money BookedHere::credited(const std::set<int> &lines) const
{
    Money sum(0, m_currency);
    for (const RefundPart &part : m_open)
        if (part.creditNote && lines.contains(part.line))
            sum += part.amount;
    return sum;
}

Id<Invoice> BookedHere::creditNoteOf(const std::set<int> &lines, Money exactly) const
{
    std::map<Id<Invoice>, Money> sums;
    for (const RefundPart &part : m_open)
        if (part.creditNote && lines.contains(part.line))
            sums.try_emplace(part.creditNote, Money(0, m_currency)).first->second += part.amount;
    const auto found = std::find_if(sums.begin(), sums.end(), [&](const auto &sum) { return sum.second == exactly; });
    return found == sums.end() ? Id<Invoice>() : found->first;
}

bool BookedHere::hasCredited(Money exactly) const
{
    std::set<int> all;
    for (const RefundPart &part : m_open)
        all.insert(part.line);
    return bool(creditNoteOf(all, exactly));
}

Money BookedHere::takeCredit(const std::set<int> &lines, Money most)
{
    const Id<Invoice> only = creditNoteOf(lines, most);
    Money taken(0, m_currency);
    for (RefundPart &part : m_open)
        if (part.creditNote && lines.contains(part.line) && (!only || part.creditNote == only))
            taken += take(part, &RefundPart::amount, most - taken);
    return taken;
}

Money BookedHere::paidOut() const
{
    Money sum(0, m_currency);
    for (const RefundPart &part : m_open)
        if (part.payment)
            sum += part.amount;
    return sum;
}

bool BookedHere::hasPaidOut(Money exactly) const
{
    return std::any_of(m_open.begin(), m_open.end(), [&](const RefundPart &part) { return part.payment && part.amount == exactly; });
}

Money BookedHere::takePaidOut(Money most)
{
    for (RefundPart &part : m_open)
        if (part.payment && part.amount == most)
            return take(part, &RefundPart::amount, most);
    Money taken(0, m_currency);
    for (RefundPart &part : m_open)
        if (part.payment)
            taken += take(part, &RefundPart::amount, most - taken);
    return taken;
}

std::vector<RefundPart> BookedHere::since(const BookedHere &earlier) const
{
    std::vector<RefundPart> fresh;
    for (RefundPart part : m_whole) {
        for (const RefundPart &was : earlier.m_whole)
            if (was.line == part.line && was.salesReturn == part.salesReturn && was.creditNote == part.creditNote && was.payment == part.payment) {
                part.quantity -= was.quantity; // of units given up; a document never changes
                part.amount -= was.amount;
            }
        part.before = false;
        if (part.quantity.isPositive() || part.amount.isPositive())
            fresh.push_back(part);
    }
    return fresh;
}

} // namespace channels
