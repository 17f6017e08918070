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
        const bool due = std::any_of(all.begin(), all.end(), [](const SalesLine &l) { return l.isGoods() && l.shipped > l.invoiced; });
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
        if (auto invoiced = invoiceWhatIsShipped(); !invoiced)
            return invoiced;
        if (!shipped)
            return reduceOrder(m_tx, m_id, amount);
        const auto credits = spreadCredit(m_tx, m_tx.get(m_id), amount);
        if (!credits)
            return credits.error();
        if (auto credited = creditOrder(m_tx, m_id, *credits, reason(), m_day); !credited)
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
            const auto all = lines();
            const auto line = std::find_if(all.begin(), all.end(), [&](const SalesLine &l) { return l.externalId == back.externalLine; });
            explained += back.net + back.tax;
            if (line == all.end()) { // it was taken off the order before
                if (beyondSurplus(0, back.net, back.tax))
                    return refuse(QStringLiteral("unknown_line"), tr("a refund speaks of a line that the order does not have"));
                continue;
            }
            RemoteRefundLine inUnits = back;
            inUnits.quantity = unitsIn(back.quantity, line->pack);
            sortOut(*line, inUnits, cancelled, returned, credited, reduced);
        }
        if (auto done = carryOut(cancelled, returned, credited, reduced); !done)
            return done;
        return amountOnly(m_refund.amount - explained - m_surplus);
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

    void sortOut(const SalesLine &line, const RemoteRefundLine &back, Part &cancelled, std::vector<ReturnLine> &returned,
                 std::vector<CreditLine> &credited, std::vector<CreditLine> &reduced)
    {
        if (!line.isGoods() || back.quantity.isZero()) {
            const bool billed = line.invoiced.isPositive() || line.shipped.isPositive();
            if (const auto rest = beyondSurplus(line.line, back.net, back.tax))
                (billed ? credited : reduced).push_back(*rest);
            return;
        }
        const Quantity unshipped = std::min(back.quantity, line.outstanding());
        const Quantity shipped = back.quantity - unshipped;
        if (unshipped.isPositive())
            cancelled.emplace_back(line.line, unshipped);
        if (shipped.isPositive())
            returned.push_back({line.line, shipped, back.restocked ? ReturnDecision::Restock : ReturnDecision::NotSentBack,
                                share(back.net, shipped, back.quantity), share(back.tax, shipped, back.quantity)});
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
        const QString key = QStringLiteral("%1/refund/%2").arg(remote.externalId, refund.externalId);
        if (!refund.amount.isPositive() || tx.number("SELECT COUNT(*) FROM payment WHERE channel_id = ? AND external_id = ?", channel.id, key) > 0)
            continue;
        if (auto booked = RefundBooking(tx, channel, order, refund).book(key); !booked)
            return booked.error();
        any = true;
    }
    return any;
}

} // namespace channels
