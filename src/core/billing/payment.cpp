#include "core/billing/payment.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/ledger/exchange.h"
#include "core/parties/mergeparty.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Payment", text); }

namespace {

Id<Account> moneyAccount(Tx &tx, const MoneyMove &move)
{
    const auto &roles = tx.configured<AccountRoles>();
    if (move.giftCard)
        return roles.of(role::GiftCards, {.channel = move.channel});
    if (move.channel)
        return roles.of(role::Clearing, {.channel = move.channel});
    return roles.of(move.method == QLatin1String("cash") ? role::Cash : role::Bank);
}

/// Stores the payment itself. Refuses what cannot be right about it.
Result<Payment> store(Tx &tx, const MoneyMove &move, PaymentDirection direction, Id<Party> party, ExchangeRate rate)
{
    if (!move.amount.isPositive())
        return refuse(QStringLiteral("amount"), tr("A payment needs an amount above zero."));
    if (move.channel && move.externalId) {
        const QString first = tx.text("SELECT number FROM payment WHERE channel_id = ? AND external_id = ?", move.channel, move.externalId);
        if (!first.isEmpty())
            return refuse(QStringLiteral("duplicate"), tr("This payment is booked already: %1.").arg(first));
    }
    Payment payment;
    payment.direction = direction;
    payment.party = party;
    payment.order = move.order;
    payment.channel = move.channel;
    payment.externalId = move.externalId;
    payment.method = move.method;
    payment.account = moneyAccount(tx, move);
    payment.day = move.day.isValid() ? move.day : tx.today();
    payment.at = tx.now();
    payment.currency = move.amount.currency();
    payment.rate = rate;
    payment.amount = move.amount;
    payment.memo = move.memo;
    if (!payment.account)
        return refuse(QStringLiteral("account_missing"),
                      tr("No account is chosen for “%1”.").arg(QLatin1String(move.giftCard ? role::GiftCards : role::Bank)));
    payment.number = nextNumber(tx, "PAY");
    tx.insert(payment);
    audit(tx, direction == PaymentDirection::Received ? "payment_received" : "payment_made", "payment", payment.id.value, payment.number);
    return payment;
}

std::vector<OpenItem> openItemsOfParty(Tx &tx, Id<Party> party, const char *sign)
{
    return tx.all<OpenItem>(partyOrMerged("party_id") + " AND open <> 0 AND open " + sign + " 0 ORDER BY due_on, id"
                                + (tx.isServer() ? " FOR UPDATE" : ""),
                            party, party);
}

/// Of several items, those on one account, in one currency.
Money openOn(const std::vector<OpenItem> &items, Id<Account> account, Currency currency)
{
    Money sum(0, currency);
    for (const OpenItem &item : items)
        if (item.account == account && item.currency == currency)
            sum += item.open;
    return sum;
}

/// Sets a new item against old ones of the other sign, in their order, until it is used up.
Result<> settleAgainst(Tx &tx, OpenItem &fresh, std::vector<OpenItem> &old, QDate day, Source source)
{
    for (OpenItem &item : old) {
        if (fresh.open.isZero() || item.account != fresh.account || item.party != fresh.party || item.currency != fresh.currency || item.open.isZero()
            || item.open.isNegative() == fresh.open.isNegative())
            continue;
        OpenItem &debit = fresh.open.isPositive() ? fresh : item;
        OpenItem &credit = fresh.open.isPositive() ? item : fresh;
        if (auto done = settle(tx, debit, credit, std::min(debit.open, -credit.open), day, source); !done)
            return done;
    }
    return Done{};
}

struct OrderOrParty {
    std::optional<SalesOrder> order;
    Id<Party> party;
    ExchangeRate rate;
};

Result<OrderOrParty> whose(Tx &tx, const MoneyMove &move)
{
    OrderOrParty found;
    if (move.order) {
        found.order = tx.lock(move.order);
        found.party = found.order->party;
        if (found.order->currency != move.amount.currency())
            return refuse(QStringLiteral("currency"), tr("%1 is in %2.").arg(found.order->number, found.order->currency.code()));
    } else {
        found.party = standingParty(tx, move.party).id;
    }
    const auto rate = exchangeRate(tx, move.amount.currency(), move.day.isValid() ? move.day : tx.today());
    if (!rate)
        return rate.error();
    found.rate = *rate;
    return found;
}

void updateOrder(Tx &tx, SalesOrder order, Money received)
{
    order.paid += received;
    updateBillingState(tx, order);
    storeState(tx, order);
}

/// The orders whose items a payment on account settled: each got so much of it.
void updateOrders(Tx &tx, const std::vector<OpenItem> &before, const std::vector<OpenItem> &after, Id<SalesOrder> named)
{
    std::map<Id<SalesOrder>, Money> received;
    for (size_t i = 0; i < after.size(); ++i)
        if (after[i].order && after[i].order != named && after[i].open != before[i].open)
            received[after[i].order] += before[i].open - after[i].open;
    for (const auto &[order, amount] : received)
        updateOrder(tx, tx.lock(order), amount);
}

/// A part of a payment: on which account, and of whose items (customers may be merged).
struct Spread {
    Id<Account> account;
    Id<Party> party;
    Money amount;
};

/// Up to `amount` of the items' open sums, in their order, by the account and the party that they lie on. Signs do not matter.
std::vector<Spread> spreadOver(const std::vector<OpenItem> &items, Money amount)
{
    std::vector<Spread> parts;
    for (const OpenItem &item : items) {
        const Money taken = std::min(amount, item.open.absolute());
        if (!taken.isPositive())
            continue;
        amount -= taken;
        const auto same =
            std::find_if(parts.begin(), parts.end(), [&](const Spread &part) { return part.account == item.account && part.party == item.party; });
        if (same == parts.end())
            parts.push_back({item.account, item.party, taken});
        else
            same->amount += taken;
    }
    return parts;
}

} // namespace

Result<Payment> receivePayment(Tx &tx, const MoneyMove &move)
{
    auto from = whose(tx, move);
    if (!from)
        return from.error();
    const auto &roles = tx.configured<AccountRoles>();
    const Scope scope{.channel = from->order ? from->order->channel : move.channel};
    const Id<Account> receivable = roles.of(role::Receivable, scope);
    const Id<Account> deposits = roles.of(role::Deposits, scope);
    if (!receivable || !deposits)
        return refuse(QStringLiteral("account_missing"),
                      tr("No account is chosen for “%1”.").arg(QLatin1String(receivable ? role::Deposits : role::Receivable)));
    auto debts = move.order ? openItemsOf(tx, move.order) : openItemsOfParty(tx, from->party, ">");
    const auto receivables = roles.allOf(role::Receivable);
    std::erase_if(debts, [&](const OpenItem &item) {
        return item.open.isNegative() || item.currency != move.amount.currency()
               || std::find(receivables.begin(), receivables.end(), item.account) == receivables.end();
    });
    const auto payment = store(tx, move, PaymentDirection::Received, from->party, from->rate);
    if (!payment)
        return payment;

    const auto parts = spreadOver(debts, payment->amount);
    Money deposit = payment->amount;
    for (const Spread &part : parts)
        deposit -= part.amount;
    const Source source{"payment", payment->id.value};
    Posting posting(journal::Money, payment->day, tr("Payment %1 received").arg(payment->number), source);
    posting.at(from->rate).debit(payment->account, payment->amount);
    for (const auto &[account, party, amount] : parts)
        posting.credit(account, amount, party);
    posting.credit(deposits, deposit, from->party);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    const auto before = debts;
    for (const auto &[account, party, amount] : parts) {
        OpenItem item = openItem(tx, party, account, source, move.order, payment->day, payment->day, -amount, from->rate);
        if (auto done = settleAgainst(tx, item, debts, payment->day, source); !done)
            return done.error();
    }
    if (deposit.isPositive())
        openItem(tx, from->party, deposits, source, move.order, payment->day, payment->day, -deposit, from->rate);
    updateOrders(tx, before, debts, move.order);
    if (from->order)
        updateOrder(tx, *from->order, payment->amount);
    return payment;
}

Result<Payment> refundPayment(Tx &tx, const MoneyMove &move)
{
    auto to = whose(tx, move);
    if (!to)
        return to.error();
    auto credits = move.order ? openItemsOf(tx, move.order) : openItemsOfParty(tx, to->party, "<");
    std::erase_if(credits, [&](const OpenItem &item) { return item.open.isPositive() || item.currency != move.amount.currency(); });
    Money open(0, move.amount.currency());
    for (const OpenItem &item : credits)
        open -= item.open;
    if (move.amount > open)
        return refuse(QStringLiteral("nothing_to_refund"), tr("Only %1 stand to the customer's credit.").arg(open.toString()),
                      tr("Make a credit note or a return first."));
    const auto payment = store(tx, move, PaymentDirection::PaidOut, to->party, to->rate);
    if (!payment)
        return payment;

    const auto parts = spreadOver(credits, payment->amount);
    const auto before = credits;
    const Source source{"payment", payment->id.value};
    Posting posting(journal::Money, payment->day, tr("Refund %1").arg(payment->number), source);
    posting.at(to->rate).credit(payment->account, payment->amount);
    for (const auto &[account, party, amount] : parts)
        posting.debit(account, amount, party);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    for (const auto &[account, party, amount] : parts) {
        OpenItem item = openItem(tx, party, account, source, move.order, payment->day, payment->day, amount, to->rate);
        if (auto done = settleAgainst(tx, item, credits, payment->day, source); !done)
            return done.error();
    }
    updateOrders(tx, before, credits, move.order);
    if (to->order)
        updateOrder(tx, *to->order, -payment->amount);
    return payment;
}

Result<Payment> paySupplier(Tx &tx, const MoneyMove &move)
{
    const auto to = whose(tx, move);
    if (!to)
        return to.error();
    const Id<Account> payable = tx.configured<AccountRoles>().of(role::Payable);
    auto bills = openItemsOfParty(tx, to->party, "<");
    const Money owed = -openOn(bills, payable, move.amount.currency());
    if (move.amount > owed)
        return refuse(QStringLiteral("amount"), tr("Only %1 are owed to this supplier.").arg(owed.toString()));
    const auto payment = store(tx, move, PaymentDirection::PaidOut, to->party, to->rate);
    if (!payment)
        return payment;
    const Source source{"payment", payment->id.value};
    Posting posting(journal::Money, payment->day, tr("Payment %1 to supplier").arg(payment->number), source);
    posting.at(to->rate).debit(payable, payment->amount, to->party).credit(payment->account, payment->amount);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    OpenItem item = openItem(tx, to->party, payable, source, {}, payment->day, payment->day, payment->amount, to->rate);
    if (auto done = settleAgainst(tx, item, bills, payment->day, source); !done)
        return done.error();
    return payment;
}

Result<Id<ChannelPayout>> recordPayout(Tx &tx, const Payout &given)
{
    Payout payout = given;
    if (!payout.day.isValid())
        payout.day = tx.today();
    if (payout.fees.currency() != payout.gross.currency() && !payout.fees.isZero())
        return refuse(QStringLiteral("currency"), tr("The fees of a payout are in its own currency."));
    if (!payout.gross.isPositive() || payout.fees.isNegative() || payout.fees > payout.gross)
        return refuse(QStringLiteral("amount"), tr("A payout needs a gross amount above zero and fees within it."));
    if (tx.number("SELECT COUNT(*) FROM channel_payout WHERE channel_id = ? AND external_id = ?", payout.channel, payout.externalId) > 0)
        return refuse(QStringLiteral("duplicate"), tr("The payout %1 is booked already.").arg(payout.externalId));
    const auto rate = exchangeRate(tx, payout.gross.currency(), payout.day);
    if (!rate)
        return rate.error();
    const QString number = nextNumber(tx, "PO");
    qint64 id = 0;
    {
        auto rows = tx.run("INSERT INTO channel_payout (number, channel_id, external_id, day, at, currency, gross, fees, net) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                           number, payout.channel, payout.externalId, payout.day, tx.now(), payout.gross.currency(), payout.gross, payout.fees,
                           payout.gross - payout.fees);
        rows.next();
        id = rows.integer(0);
    }
    const Scope scope{.channel = payout.channel};
    Posting posting(journal::Money, payout.day, tr("Payout %1 %2").arg(number, payout.memo), {"channel_payout", id});
    posting.at(*rate).debit(role::Bank, scope, payout.gross - payout.fees).debit(role::ChannelFees, scope, payout.fees);
    posting.credit(role::Clearing, scope, payout.gross);
    audit(tx, "payout_recorded", "channel_payout", id, payout.externalId);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    return Id<ChannelPayout>{id};
}

std::vector<Payment> paymentsOf(Tx &tx, Id<SalesOrder> order) { return tx.all<Payment>("order_id = ? ORDER BY id", order); }
