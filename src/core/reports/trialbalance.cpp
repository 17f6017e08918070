#include "core/ledger/period.h"
#include "core/reports/report.h"

#include <map>

namespace {

using Turnover = std::map<Id<Account>, std::pair<qint64, qint64>>;

void add(Turnover &turnover, sql::Rows rows)
{
    while (rows.next()) {
        auto &[debit, credit] = turnover[{rows.integer(0)}];
        debit = decimal::add(debit, rows.integer(1));
        credit = decimal::add(credit, rows.integer(2));
    }
}

QDate firstOfMonth(QDate day) { return QDate(day.year(), day.month(), 1); }
QDate lastOfMonth(QDate day) { return firstOfMonth(day).addMonths(1).addDays(-1); }

/// Turnover of the days from the first of their month to `day`.
sql::Rows partOfMonth(Tx &tx, QDate day)
{
    return tx.run("SELECT l.account_id, SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END), SUM(CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END) "
                  "FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id WHERE e.day >= ? AND e.day <= ? GROUP BY l.account_id",
                  firstOfMonth(day), day);
}

/// Everything up to the end of a day.
Turnover turnoverUntil(Tx &tx, QDate day)
{
    Turnover turnover;
    // A whole month, or one in which nothing is posted behind the day, is in the sums already.
    const bool whole = tx.number("SELECT EXISTS (SELECT 1 FROM journal_entry WHERE day > ? AND day <= ?)", day, lastOfMonth(day)) == 0;
    add(turnover, tx.run("SELECT account_id, SUM(debit), SUM(credit) FROM account_balance WHERE period_id < ? GROUP BY account_id",
                         periodOf(day) + (whole ? 1 : 0)));
    if (!whole)
        add(turnover, partOfMonth(tx, day));
    return turnover;
}

Turnover between(Tx &tx, QDate from, QDate to)
{
    Turnover turnover = turnoverUntil(tx, to);
    for (const auto &[account, sums] : turnoverUntil(tx, from.addDays(-1))) {
        turnover[account].first -= sums.first;
        turnover[account].second -= sums.second;
    }
    return turnover;
}

/// Accounts with their balances, in the natural sign of their section.
Statement statementOf(Tx &tx, const Turnover &turnover, const std::vector<AccountType> &types)
{
    Statement statement;
    statement.result = tx.zero();
    const auto accounts = tx.all<Account>("id > 0 ORDER BY code");
    for (const AccountType type : types) {
        const bool debitSide = type == AccountType::Asset || type == AccountType::Expense;
        const bool isResult = type == AccountType::Income || type == AccountType::Expense;
        std::vector<StatementRow> rows;
        for (const Account &account : accounts) {
            const auto found = turnover.find(account.id);
            if (account.type != type || found == turnover.end())
                continue;
            const Money balance(found->second.first - found->second.second, tx.currency());
            if (balance.isZero())
                continue;
            rows.push_back({account, debitSide ? balance : -balance});
            statement.result += isResult ? -balance : balance;
        }
        statement.sections.emplace_back(type, std::move(rows));
    }
    return statement;
}

} // namespace

TrialBalance trialBalance(Tx &tx, QDate asOf)
{
    TrialBalance balance;
    balance.asOf = asOf;
    balance.totalDebit = balance.totalCredit = tx.zero();
    const auto turnover = turnoverUntil(tx, asOf);
    for (const Account &account : tx.all<Account>("id > 0 ORDER BY code")) {
        const auto found = turnover.find(account.id);
        if (found == turnover.end())
            continue;
        const Money debit(found->second.first, tx.currency()), credit(found->second.second, tx.currency());
        balance.rows.push_back({account, debit, credit, debit - credit});
        balance.totalDebit += debit;
        balance.totalCredit += credit;
    }
    return balance;
}

Statement balanceSheet(Tx &tx, QDate asOf)
{
    return statementOf(tx, turnoverUntil(tx, asOf), {AccountType::Asset, AccountType::Liability, AccountType::Equity});
}

Statement profitAndLoss(Tx &tx, QDate from, QDate to) { return statementOf(tx, between(tx, from, to), {AccountType::Income, AccountType::Expense}); }
