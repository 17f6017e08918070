#pragma once

#include "core/billing/invoice.h"

enum class PaymentDirection { Received = 1, PaidOut = 2 };

/// Money that moved. A fact.
struct Payment {
    Id<Payment> id;
    QString number; ///< PAY-0000042
    PaymentDirection direction = PaymentDirection::Received;
    Id<Party> party;
    Id<SalesOrder> order;
    Id<Channel> channel;
    std::optional<QString> externalId; ///< the channel's; the same one is never booked twice
    QString method;
    Id<Account> account; ///< where the money lies: bank, cash, a channel's clearing
    QDate day;
    Instant at;
    Currency currency;
    ExchangeRate rate;
    Money amount; ///< positive
    QString memo;
};

template <> struct sql::TableOf<Payment> {
    static constexpr Table table{
        "payment",
        Column{"id", &Payment::id},
        Column{"number", &Payment::number},
        Column{"direction", &Payment::direction},
        Column{"party_id", &Payment::party},
        Column{"order_id", &Payment::order},
        Column{"channel_id", &Payment::channel},
        Column{"external_id", &Payment::externalId},
        Column{"method", &Payment::method},
        Column{"account_id", &Payment::account},
        Column{"day", &Payment::day},
        Column{"at", &Payment::at},
        Column{"currency", &Payment::currency},
        Column{"rate", &Payment::rate},
        Column{"amount", &Payment::amount},
        Column{"memo", &Payment::memo},
    };
};

struct MoneyMove {
    Id<SalesOrder> order; ///< or:
    Id<Party> party;
    Money amount;                            ///< positive
    QString method = QStringLiteral("bank"); ///< bank, cash, or a channel's own word
    Id<Channel> channel;                     ///< given: the money lies in the channel's clearing account
    std::optional<QString> externalId;
    QDate day; ///< none: today
    QString memo;
    bool giftCard = false; ///< paid with a gift card: what the company owes on cards becomes less, no money moves
};

/// Money from a customer: first against what is open of the order (or of the customer, oldest first), the rest is a deposit. Refuses: an
/// amount of zero, another currency than the order's, a channel payment that is booked already ("duplicate").
Result<Payment> receivePayment(Tx &tx, const MoneyMove &move);

/// Money back to a customer, from deposits and credit notes that are open. Refuses: more than that ("nothing_to_refund").
Result<Payment> refundPayment(Tx &tx, const MoneyMove &move);

/// Money to a supplier, against open bills, oldest first. Refuses: more than is owed.
Result<Payment> paySupplier(Tx &tx, const MoneyMove &move);

/// A channel's payout: `gross` leaves its clearing account, `fees` are an expense, the rest arrives at the bank.
struct Payout {
    Id<Channel> channel;
    QString externalId;
    QDate day;
    Money gross;
    Money fees;
    QString memo;
};
struct ChannelPayout;
Result<Id<ChannelPayout>> recordPayout(Tx &tx, const Payout &payout);

std::vector<Payment> paymentsOf(Tx &tx, Id<SalesOrder> order);
