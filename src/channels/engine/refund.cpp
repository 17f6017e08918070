#include "channels/engine/apply.h"
#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Refund", text); }

namespace {

/// One refund of the channel, carried out on the order as far as it has come: what is not shipped is cancelled, what is shipped comes back (or not),
/// what is only money is credited, and then the money goes back. Where the customer has paid more than the order comes to (it was reduced before),
/// the surplus is what goes back first: nothing is taken off the order a second time.
class RefundBooking {
public:
    RefundBooking(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteRefund &refund)
        : m_tx(tx), m_channel(channel), m_id(order), m_refund(refund), m_day(postingDay(tx, refund.at)), m_surplus(surplus())
    {}

    Result<> book(const QString &key)
    {
        if (auto done = m_refund.lines.empty() ? amountOnly(m_refund.amount - m_surplus) : byLines(); !done)
            return done;
        MoneyMove move;
        move.order = m_id;
        move.amount = m_refund.amount;
        move.method = QStringLiteral("refund");
        move.channel = m_channel.id;
        move.externalId = key;
        move.day = m_day;
        move.memo = m_refund.reason;
        if (auto paid = refundPayment(m_tx, move); !paid)
            return paid.error();
        return Done{};
    }

private:
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
        const auto credits = spreadCredit(m_tx, m_tx.get(m_id), amount);
        if (!credits)
            return credits.error();
        if (auto credited = creditOrder(m_tx, m_id, *credits, reason(), m_day); !credited)
            return credited.error();
        return Done{};
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

    /// What of a line's money is not surplus.
    std::optional<CreditLine> beyondSurplus(int line, Money net, Money tax)
    {
        const Money gross = net + tax;
        const Money fromSurplus = std::min(gross, m_surplus);
        m_surplus -= fromSurplus;
        if (fromSurplus == gross)
            return {};
        const Money taxOff = share(tax, fromSurplus.minor(), gross.minor());
        return CreditLine{line, {}, net - (fromSurplus - taxOff), tax - taxOff};
    }

    void sortOut(const std::vector<SalesLine> &own, const RemoteRefundLine &back, Part &cancelled, std::vector<ReturnLine> &returned,
                 std::vector<CreditLine> &credited, std::vector<CreditLine> &reduced)
    {
        const SalesLine &first = own.front();
        if (!first.isGoods() || back.quantity.isZero()) {
            const bool billed = first.invoiced.isPositive() || first.shipped.isPositive();
            if (const auto rest = beyondSurplus(first.line, back.net, back.tax))
                (billed ? credited : reduced).push_back(*rest);
            return;
        }
        Quantity left = back.quantity;
        const auto take = [&left](Quantity most) {
            const Quantity taken = std::max(Quantity(), std::min(left, most));
            left -= taken;
            return taken;
        };
        for (const SalesLine &line : own)
            if (const Quantity unshipped = take(line.outstanding()); unshipped.isPositive())
                cancelled.emplace_back(line.line, unshipped);
        if (m_tx.get(m_id).state == OrderState::Cancelled)
            for (const SalesLine &line : own)
                take(line.cancelled); // given up with the order: only its money is left to go back
        for (const SalesLine &line : own) {
            const bool isLast = line.line == own.back().line; // what does not fit anywhere is refused there
            if (const Quantity shipped = isLast ? std::exchange(left, Quantity()) : take(line.shipped - line.returned); shipped.isPositive())
                returned.push_back({line.line, shipped, back.restocked ? ReturnDecision::Restock : ReturnDecision::NotSentBack,
                                    share(back.net, shipped, back.quantity), share(back.tax, shipped, back.quantity)});
        }
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
};

} // namespace

Result<bool> bookRefunds(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &remote)
{
    bool any = false;
    for (const RemoteRefund &refund : remote.refunds) {
        if (!refund.amount.isPositive() || isBooked(tx, channel, remote, refund))
            continue;
        if (auto booked = RefundBooking(tx, channel, order, refund).book(keyOf(remote, refund)); !booked)
            return booked.error();
        any = true;
    }
    return any;
}

} // namespace channels
