#include "core/ledger/openitem.h"

#include "core/parties/mergeparty.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("OpenItem", text); }

OpenItem openItem(Tx &tx, Id<Party> party, Id<Account> account, Source source, Id<SalesOrder> order, QDate day, QDate dueOn, Money amount,
                  ExchangeRate rate)
{
    OpenItem item;
    item.party = party;
    item.account = account;
    item.source = QString::fromLatin1(source.table);
    item.sourceId = source.id;
    item.order = order;
    item.day = day;
    item.dueOn = dueOn;
    item.currency = amount.currency();
    item.amount = item.open = amount;
    item.baseAmount = item.baseOpen = convert(amount, rate, tx.currency()).minor();
    tx.insert(item);
    return item;
}

/// Takes `amount` (signed like the item) off an item; gives back what it was worth in the company's currency.
static Money reduce(Tx &tx, OpenItem &item, Money amount)
{
    const Money left = item.open - amount;
    const Money worth =
        left.isZero() ? Money(item.baseOpen, tx.currency()) : share(Money(item.baseOpen, tx.currency()), amount.minor(), item.open.minor());
    const qint64 baseLeft = item.baseOpen - worth.minor();
    const auto changed = tx.run("UPDATE open_item SET open = ?, base_open = ? WHERE id = ? AND open = ?", left, baseLeft, item.id, item.open);
    if (changed.affected() != 1)
        throw sql::Busy(QStringLiteral("open_item")); // somebody settled it since it was read: the whole command is tried again
    item.open = left;
    item.baseOpen = baseLeft;
    return worth;
}

Result<> settle(Tx &tx, OpenItem &debit, OpenItem &credit, Money amount, QDate day, Source source)
{
    if (debit.currency != credit.currency || debit.currency != amount.currency())
        return refuse(QStringLiteral("currency"), tr("Items in two currencies cannot be set against each other."));
    if (!amount.isPositive() || amount > debit.open || amount > -credit.open)
        return refuse(QStringLiteral("amount"), tr("More than is open cannot be settled: %1.").arg(amount.toString()));

    // An item cannot be settled before it is there: so what was open at the end of any day always adds up to the control account.
    day = std::max({day, debit.day, credit.day});
    const Money debitWorth = reduce(tx, debit, amount);
    const Money creditWorth = reduce(tx, credit, -amount);
    const Money difference = debitWorth + creditWorth; // what the exchange rate made of it
    Id<JournalEntry> entry;
    if (debit.account != credit.account || !difference.isZero()) {
        Posting posting(journal::Money, day, tr("Settled"), source);
        posting.debitWorth(credit.account, amount, -creditWorth, credit.party);
        posting.debitWorth(debit.account, -amount, -debitWorth, debit.party);
        posting.debit(role::ExchangeDifference, {}, difference);
        const auto posted = post(tx, posting);
        if (!posted)
            return posted.error();
        entry = *posted;
    }
    tx.run("INSERT INTO settlement (debit_item, credit_item, amount, debit_base, credit_base, entry_id, day, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
           debit.id, credit.id, amount, debitWorth, creditWorth, entry, day, tx.now());
    return Done{};
}

std::vector<OpenItem> openItemsOf(Tx &tx, Id<SalesOrder> order)
{
    return tx.all<OpenItem>(
        tx.isServer() ? "order_id = ? AND open <> 0 ORDER BY open < 0, id FOR UPDATE" : "order_id = ? AND open <> 0 ORDER BY open < 0, id", order);
}

Result<> settleOrder(Tx &tx, Id<SalesOrder> order, QDate day, Source source)
{
    auto items = openItemsOf(tx, order);
    for (OpenItem &debit : items)
        for (OpenItem &credit : items) {
            if (!debit.open.isPositive() || !credit.open.isNegative())
                continue;
            if (auto done = settle(tx, debit, credit, std::min(debit.open, -credit.open), day, source); !done)
                return done.error();
        }
    return Done{};
}

Money openBalance(Tx &tx, Id<Party> party)
{
    const auto &roles = tx.configured<AccountRoles>();
    Money sum = tx.zero();
    for (const Id<Account> account : roles.allOf(role::Receivable))
        sum += Money(tx.number("SELECT SUM(base_open) FROM open_item WHERE " + partyOrMerged("party_id") + " AND account_id = ? AND open <> 0", party,
                               party, account),
                     tx.currency());
    return sum;
}
