#pragma once

#include "core/ledger/entry.h"
#include "core/reports/report.h"

struct JournalLineView {
    QString account; ///< number
    QString accountName;
    QString party; ///< code
    Money amount;  ///< debit positive
    std::optional<Currency> currency;
    std::optional<qint64> currencyAmount;
};
struct JournalView {
    JournalEntry entry;
    QString journal;  ///< code
    QString number;   ///< SAL-2026-000042
    QString document; ///< the source's own number, e.g. INV-0000042
    std::vector<JournalLineView> lines;
};
struct JournalQuestion {
    QDate from = {}; ///< none: from the beginning
    QDate to = {};   ///< none: to the end
    Id<Account> account = {};
    QString source = {};
    qint64 sourceId = 0;
    Id<JournalEntry> after = {}; ///< go on behind this one
    int limit = 100;
    bool newestFirst = false;
};
/// Entries with their lines, in the order in which they were posted.
std::vector<JournalView> journalEntries(Tx &tx, const JournalQuestion &question);
/// The number that people know a document by: "INV-0000042"; empty if it has none.
QString documentNumber(Tx &tx, const QString &source, qint64 id);
/// "SAL-2026-000042"
QString entryNumber(const QString &journal, const JournalEntry &entry);
/// One row per line.
Report reportOf(const std::vector<JournalView> &entries, QDate from, QDate to, Currency currency);
