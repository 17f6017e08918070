#include "core/ledger/enterentry.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("EnterEntry", text); }

static bool isControlAccount(Tx &tx, Id<Account> account)
{
    const auto &roles = tx.configured<AccountRoles>();
    for (const char *control : {role::Receivable, role::Payable, role::Deposits, role::Inventory}) {
        const auto accounts = roles.allOf(control);
        if (std::find(accounts.begin(), accounts.end(), account) != accounts.end())
            return true;
    }
    return false;
}

static Result<Account> accountFor(Tx &tx, const NewEntryLine &line)
{
    auto account = accountByCode(tx, line.account.trimmed());
    if (!account)
        return account;
    if (!account->active)
        return refuse(QStringLiteral("account_unused"), tr("Account %1 %2 is no longer used.").arg(account->code, account->name));
    if (isControlAccount(tx, account->id))
        return refuse(QStringLiteral("control_account"), tr("%1 %2 is moved by documents only.").arg(account->code, account->name),
                      tr("Enter an invoice, a credit note, a payment, a supplier's bill or a stock count instead."));
    if (line.amount.currency() != tx.currency())
        return refuse(QStringLiteral("currency"), tr("An entry is written in %1.").arg(tx.currency().code()));
    if (line.amount.isZero())
        return refuse(QStringLiteral("amount"), tr("The line for account %1 has no amount.").arg(account->code));
    return account;
}

Result<Id<JournalEntry>> enterEntry(Tx &tx, const NewEntry &entry)
{
    if (entry.memo.trimmed().isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("An entry needs a text that says what it is for."));
    if (entry.lines.size() < 2)
        return refuse(QStringLiteral("no_lines"), tr("An entry needs at least two lines."));
    Posting posting(journal::General, entry.day.isValid() ? entry.day : tx.today(), entry.memo.simplified(), {"journal_entry", 0});
    for (const NewEntryLine &line : entry.lines) {
        const auto account = accountFor(tx, line);
        if (!account)
            return account.error();
        posting.debit(account->id, line.amount, line.party);
    }
    const auto posted = post(tx, posting);
    if (posted)
        audit(tx, "entry_made", "journal_entry", posted->value, entry.memo.simplified());
    return posted;
}
