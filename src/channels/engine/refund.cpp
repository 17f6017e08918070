#include "channels/engine/apply.h"
#include "channels/engine/settled.h"
#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Refund", text); }

namespace {

/// One refund of the channel, carried out on the order as far as it has come: what is not shipped is cancelled, what is shipped comes back (or not),
/// what is only money is credited, and then the money goes back. What the desk has booked of it before is taken for the same (decisions/0013).
/// Where the customer has paid more than the order comes to (it was reduced before), the surplus is what goes back first: nothing is taken off the
/// order a second time.
class RefundBooking {
public:
    RefundBooking(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteRefund &refund)
        : m_tx(tx), m_channel(channel), m_id(order), m_refund(refund), m_day(postingDay(tx, refund.at)), m_surplus(surplus()),
          m_here(tx, tx.get(order))
    {}

    Result<> book(const QString &key)
    {
        const BookedHere before = m_here;
        if (auto done = m_refund.lines.empty() ? amountOnly(m_refund.amount - m_surplus) : byLines(); !done)
            return done;
        if (auto paid = payOut(key); !paid)
            return paid;
        writeDown(key, before);
        return Done{};
    }
    /// What does not agree with what the desk has booked before; empty: it agrees.
    QString difference() const { return m_differences.join(QStringLiteral("; ")); }

private:
    Result<> payOut(const QString &key)
    {
        if (!m_refund.amount.isPositive())
            return Done{};
        const Money here = m_here.paidOut();
        const bool isClear = here.isZero() || here == m_refund.amount || m_here.hasPaidOut(m_refund.amount);
        MoneyMove move;
        move.amount = m_refund.amount - m_here.takePaidOut(m_refund.amount);
        if (!isClear)
            m_differences << tr("%1 paid out here, %2 in the shop").arg(here.toString(), m_refund.amount.toString());
        if (!move.amount.isPositive())
            return Done{};
        move.order = m_id;
        move.method = QStringLiteral("refund");
        move.channel = m_channel.id;
        move.externalId = key;
        move.day = m_day;
        move.memo = m_refund.reason;
        const auto paid = refundPayment(m_tx, move);
        return paid ? Result<>(Done{}) : Result<>(paid.error());
    }

    void writeDown(const QString &key, const BookedHere &before)
    {
        ChannelRefund refund{{}, m_channel.id, key, m_id, m_refund.amount, m_tx.now(), m_tx.scene().actor};
        m_tx.insert(refund);
        std::vector<RefundPart> parts = m_here.taken();
        for (const RefundPart &part : BookedHere(m_tx, m_tx.get(m_id)).since(before))
            parts.push_back(part);
        for (RefundPart &part : parts) {
            part.refund = refund.id;
            m_tx.insert(part);
        }
    }

    Money surplus() const
    {
        const SalesOrder order = m_tx.get(m_id);
        const Money over = order.paid - order.total;
        return std::min(m_refund.amount, over.isPositive() ? over : Money(0, over.currency()));
    }

    QString reason() const { return m_refund.reason.isEmpty() ? tr("Refunded by %1").arg(m_channel.name) : m_refund.reason; }

    std::vector<SalesLine> lines() { return linesOf(m_tx, m_tx.get(m_id)); }

    Result<> invoiceWhatIsShipped()
    {
        const auto all = lines();
        const bool due = std::any_of(all.begin(), all.end(), [](const SalesLine &l) { return l.unbilled().isPositive(); });
        if (!due)
            return Done{};
        if (auto invoiced = invoiceOrder(m_tx, m_id, m_day); !invoiced)
            return invoiced.error();
        return Done{};
    }

    /// An amount without lines: everything if it is everything and nothing is shipped; else off what is invoiced, or off what will be.
    Result<> amountOnly(Money amount)
    {
        if (!amount.isPositive())
            return Done{};
        const Money here = creditedHere(amount);
        const auto all = lines();
        const bool shipped = std::any_of(all.begin(), all.end(), [](const SalesLine &l) { return l.shipped.isPositive(); });
        const SalesOrder order = m_tx.get(m_id);
        if (!shipped && amount == order.total) {
            if (order.state == OrderState::Cancelled)
                return Done{};
            if (auto cancelled = cancelOrder(m_tx, m_id, {}, reason()); !cancelled)
                return cancelled.error();
            return Done{};
        }
        if (!shipped && order.state == OrderState::Cancelled)
            return Done{};
        if (!shipped)
            return reduceOrder(m_tx, m_id, amount);
        if (auto invoiced = invoiceWhatIsShipped(); !invoiced)
            return invoiced;
        if (amount == order.total) // all of it: what is not shipped is not wanted any more, what is invoiced is credited
            return giveAllBack(all);
        if (amount == here)
            return Done{};
        const auto credits = spreadCredit(m_tx, m_tx.get(m_id), amount - here);
        if (!credits)
            return credits.error();
        if (auto credited = creditOrder(m_tx, m_id, *credits, reason(), m_day); !credited)
            return credited.error();
        return Done{};
    }

    /// What the desk has credited of an amount without lines. Units that it took back with that money belong to it.
    Money creditedHere(Money amount)
    {
        std::set<int> all;
        for (const SalesLine &line : lines())
            all.insert(line.line);
        const Money here = m_here.credited(all);
        if (!here.isPositive())
            return here;
        const bool isClear = here == amount || amount == m_tx.get(m_id).total || m_here.hasCredited(amount);
        std::map<int, Money> before;
        for (const int line : all)
            before[line] = m_here.credited({line});
        const Money taken = m_here.takeCredit(all, amount);
        for (const int line : all)
            if (before[line].isPositive() && m_here.credited({line}).isZero())
                m_here.takeUnits(line, m_here.returned(line));
        if (!isClear)
            m_differences << tr("%1 credited here, %2 given back in the shop").arg(here.toString(), amount.toString());
        return taken;
    }

    Result<> giveAllBack(const std::vector<SalesLine> &all)
    {
        if (std::any_of(all.begin(), all.end(), [](const SalesLine &l) { return l.isGoods() && l.outstanding().isPositive(); }))
            if (auto cancelled = cancelOrder(m_tx, m_id, {}, reason()); !cancelled)
                return cancelled.error();
        const auto credits = creditOfEverything(m_tx, m_tx.get(m_id));
        if (credits.empty())
            return Done{};
        if (auto credited = creditOrder(m_tx, m_id, credits, reason(), m_day); !credited)
            return credited.error();
        return Done{};
    }

    Result<> byLines()
    {
        Part cancelled;
        std::vector<ReturnLine> returned;
        std::vector<CreditLine> credited;
        std::vector<CreditLine> reduced;
        Money explained(0, m_refund.amount.currency());
        for (const RemoteRefundLine &back : m_refund.lines) {
            explained += back.net + back.tax;
            const auto own = linesCalled(back.externalLine);
            if (own.empty()) { // it was taken off the order before
                if (beyondSurplus(0, back.net, back.tax))
                    return refuse(QStringLiteral("unknown_line"), tr("a refund speaks of a line that the order does not have"));
                continue;
            }
            RemoteRefundLine inUnits = back;
            inUnits.quantity = unitsIn(back.quantity, own.front().pack);
            sortOut(own, inUnits, cancelled, returned, credited, reduced);
        }
        if (auto done = carryOut(cancelled, returned, credited, reduced); !done)
            return done;
        return amountOnly(m_refund.amount - explained - m_surplus);
    }

    /// Units that were added to a line after its invoice are a line of their own.
    std::vector<SalesLine> linesCalled(const QString &externalLine)
    {
        std::vector<SalesLine> own = lines();
        std::erase_if(own, [&](const SalesLine &l) { return l.externalId != externalLine; });
        return own;
    }

    static std::optional<CreditLine> without(Money off, const CreditLine &whole)
    {
        const Money gross = whole.net + whole.tax;
        if (off == gross)
            return {};
        const Money taxOff = share(whole.tax, off.minor(), gross.minor());
        return CreditLine{whole.orderLine, whole.quantity, whole.net - (off - taxOff), whole.tax - taxOff};
    }
    /// What of a line's money is not surplus.
    std::optional<CreditLine> beyondSurplus(int line, Money net, Money tax)
    {
        const Money fromSurplus = std::min(net + tax, m_surplus);
        m_surplus -= fromSurplus;
        return without(fromSurplus, {line, {}, net, tax});
    }
    /// What of the money for a line that was billed the desk has not credited before. A minor unit is no difference.
    std::optional<CreditLine> beyondCredit(const std::vector<SalesLine> &own, Money net, Money tax, bool isAllOfIt)
    {
        std::set<int> numbers;
        for (const SalesLine &line : own)
            numbers.insert(line.line);
        const Money gross = net + tax;
        const Money here = m_here.credited(numbers);
        const CreditLine whole{own.front().line, {}, net, tax};
        if (!here.isPositive() || !gross.isPositive())
            return gross.isPositive() ? std::optional(whole) : std::nullopt;
        if ((gross - here).minor() > 1 || (isAllOfIt && (here - gross).minor() > 1))
            m_differences << tr("%1: %2 credited here, %3 in the shop").arg(nameOf(own.front()), here.toString(), gross.toString());
        return without(m_here.takeCredit(numbers, gross), whole);
    }
    static QString nameOf(const SalesLine &line) { return line.sku.isEmpty() ? line.description : line.sku; }

    void sortOut(const std::vector<SalesLine> &own, const RemoteRefundLine &back, Part &cancelled, std::vector<ReturnLine> &returned,
                 std::vector<CreditLine> &credited, std::vector<CreditLine> &reduced)
    {
        const SalesLine &first = own.front();
        if (!first.isGoods() || back.quantity.isZero()) {
            const bool billed = first.invoiced.isPositive() || first.shipped.isPositive();
            const auto here = billed ? beyondCredit(own, back.net, back.tax, true) : CreditLine{first.line, {}, back.net, back.tax};
            if (const auto rest = here ? beyondSurplus(first.line, here->net, here->tax) : std::nullopt)
                (billed ? credited : reduced).push_back(*rest);
            return;
        }
        Quantity left = back.quantity;
        const auto taken = takenHere(own, left);
        if (taken.isPositive())
            if (const auto rest = beyondCredit(own, share(back.net, taken, back.quantity), share(back.tax, taken, back.quantity), isUsedUp(own)))
                credited.push_back(*rest);
        const auto take = [&left](Quantity most) {
            const Quantity units = std::max(Quantity(), std::min(left, most));
            left -= units;
            return units;
        };
        for (const SalesLine &line : own)
            if (const Quantity unshipped = take(line.outstanding()); unshipped.isPositive())
                cancelled.emplace_back(line.line, unshipped);
        for (const SalesLine &line : own) {
            const bool isLast = line.line == own.back().line; // what does not fit anywhere is refused there
            if (const Quantity shipped = isLast ? std::exchange(left, Quantity()) : take(line.shipped - line.returned); shipped.isPositive()) {
                const auto rest = beyondCredit(own, share(back.net, shipped, back.quantity), share(back.tax, shipped, back.quantity), false);
                const Money none(0, back.net.currency());
                if (taken.isPositive())
                    m_differences << tr("%1: %2 taken back here, %3 in the shop").arg(nameOf(line), taken.toString(), (taken + shipped).toString());
                returned.push_back({line.line, shipped, back.restocked ? ReturnDecision::Restock : ReturnDecision::NotSentBack,
                                    rest ? rest->net : none, rest ? rest->tax : none});
            }
        }
    }

    /// Units of a line that the desk has given up or taken back already; gives back those that it took back.
    Quantity takenHere(const std::vector<SalesLine> &own, Quantity &left)
    {
        Quantity returned;
        for (const SalesLine &line : own) {
            left -= m_here.takeGivenUp(line.line, left);
            const Quantity units = m_here.takeUnits(line.line, left);
            left -= units;
            returned += units;
        }
        return returned;
    }
    bool isUsedUp(const std::vector<SalesLine> &own) const
    {
        return std::all_of(own.begin(), own.end(), [this](const SalesLine &l) { return m_here.returned(l.line).isZero(); });
    }

    Result<> carryOut(const Part &cancelled, const std::vector<ReturnLine> &returned, const std::vector<CreditLine> &credited,
                      const std::vector<CreditLine> &reduced)
    {
        if (!cancelled.empty() && m_tx.get(m_id).state != OrderState::Cancelled)
            if (auto done = cancelOrder(m_tx, m_id, cancelled, reason()); !done)
                return done.error();
        for (const CreditLine &line : reduced)
            if (auto done = reduceLine(m_tx, m_id, line.orderLine, line.net, line.tax); !done)
                return done;
        if (!returned.empty() || !credited.empty())
            if (auto invoiced = invoiceWhatIsShipped(); !invoiced)
                return invoiced;
        if (!returned.empty())
            if (auto done = returnOrder(m_tx, m_id, returned, reason(), m_day); !done)
                return done.error();
        if (!credited.empty())
            if (auto done = creditOrder(m_tx, m_id, credited, reason(), m_day); !done)
                return done.error();
        return Done{};
    }

    Tx &m_tx;
    const Channel &m_channel;
    Id<SalesOrder> m_id;
    const RemoteRefund &m_refund;
    QDate m_day;
    Money m_surplus; ///< paid beyond the order's total, and not given back yet
    BookedHere m_here;
    QStringList m_differences;
};

/// Goods, money, or both: a refund of nothing says nothing.
bool saysAnything(const RemoteRefund &refund)
{
    return refund.amount.isPositive()
           || std::any_of(refund.lines.begin(), refund.lines.end(), [](const RemoteRefundLine &l) { return l.quantity.isPositive(); });
}

} // namespace

bool isToBook(Tx &tx, const Channel &channel, const RemoteOrder &remote, const RemoteRefund &refund)
{
    return saysAnything(refund)
           && tx.number("SELECT COUNT(*) FROM channel_refund WHERE channel_id = ? AND external_id = ?", channel.id, keyOf(remote, refund)) == 0;
}

Result<Booked> bookRefunds(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &remote)
{
    Booked booked;
    for (const RemoteRefund &refund : remote.refunds) {
        if (!isToBook(tx, channel, remote, refund))
            continue;
        const QString key = keyOf(remote, refund);
        RefundBooking booking(tx, channel, order, refund);
        if (auto done = booking.book(key); !done)
            return done.error();
        booked.any = true;
        if (booking.difference().isEmpty())
            continue;
        const SalesOrder row = tx.get(order);
        const QString text = tr("The refund of %1 on %2 is booked, but does not agree with what was booked here before: %3.")
                                 .arg(refund.amount.toString(), row.number, booking.difference());
        booked.raised += raise(tx, channel, {QStringLiteral("refund"), key, text}, remote.externalId, row.message, order);
    }
    return booked;
}

} // namespace channels
