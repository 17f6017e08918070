#pragma once

#include "core/billing/payment.h"
#include "core/billing/returnorder.h"

#include <set>

/// A refund that a shop told of, and what it was settled with. Facts.
struct ChannelRefund {
    Id<ChannelRefund> id;
    Id<Channel> channel;
    QString externalId; ///< keyOf() the refund
    Id<SalesOrder> order;
    Money amount; ///< that the shop gave back; in the order's currency
    Instant at;
    QString actor;
};

template <> struct sql::TableOf<ChannelRefund> {
    static constexpr Table table{
        "channel_refund",
        Column{"id", &ChannelRefund::id},
        Column{"channel_id", &ChannelRefund::channel},
        Column{"external_id", &ChannelRefund::externalId},
        Column{"order_id", &ChannelRefund::order},
        Column{"amount", &ChannelRefund::amount},
        Column{"at", &ChannelRefund::at},
        Column{"actor", &ChannelRefund::actor},
    };
};

/// A part of a return, of a credit note or of a payment; of none of them: units that were given up before they left.
struct RefundPart {
    Id<RefundPart> id;
    Id<ChannelRefund> refund;
    int line = 0; ///< of the order; 0: money paid out
    Quantity quantity;
    Money amount;
    bool before = false; ///< the desk had booked it before the shop told of the refund
    Id<SalesReturn> salesReturn;
    Id<Invoice> creditNote;
    Id<Payment> payment;
};

template <> struct sql::TableOf<RefundPart> {
    static constexpr Table table{
        "channel_refund_part",
        Column{"id", &RefundPart::id},
        Column{"refund_id", &RefundPart::refund},
        Column{"line", &RefundPart::line},
        Column{"quantity", &RefundPart::quantity},
        Column{"amount", &RefundPart::amount},
        Column{"booked_before", &RefundPart::before},
        Column{"return_id", &RefundPart::salesReturn},
        Column{"invoice_id", &RefundPart::creditNote},
        Column{"payment_id", &RefundPart::payment},
    };
};

namespace channels {

/// What was taken back and given back of an order, and no refund of its shop accounts for yet. A refund takes its own out of it first, so that
/// goods and money that the desk has booked already are not booked a second time.
class BookedHere {
public:
    BookedHere(Tx &tx, const SalesOrder &order);

    Quantity returned(int line) const;                        ///< units that came back
    Quantity takeUnits(int line, Quantity most);              ///< units that came back
    Quantity takeGivenUp(int line, Quantity most);            ///< units that were given up before they left
    Money credited(const std::set<int> &lines) const;         ///< by credit notes, with tax
    Money takeCredit(const std::set<int> &lines, Money most); ///< one credit note of exactly this, if there is one; else what there is
    Money paidOut() const;
    Money takePaidOut(Money most); ///< one payment of exactly this, if there is one; else what there is

    bool hasCredited(Money exactly) const; ///< by one credit note
    bool hasPaidOut(Money exactly) const;  ///< by one payment

    const std::vector<RefundPart> &taken() const { return m_taken; }
    /// What came to it since `earlier`: what was booked meanwhile.
    std::vector<RefundPart> since(const BookedHere &earlier) const;

private:
    template <class Amount> Amount take(RefundPart &from, Amount RefundPart::*what, Amount most);
    Id<Invoice> creditNoteOf(const std::set<int> &lines, Money exactly) const;
    void readGoods(Tx &tx, Id<SalesOrder> order);
    void readMoney(Tx &tx, Id<SalesOrder> order);

    Currency m_currency;
    std::vector<RefundPart> m_open;  ///< in the order in which they were booked
    std::vector<RefundPart> m_whole; ///< as it was read
    std::vector<RefundPart> m_taken;
};

} // namespace channels
