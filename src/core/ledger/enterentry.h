#pragma once

#include "core/ledger/entry.h"

/// A line as a bookkeeper writes it.
struct NewEntryLine {
    QString account; ///< number
    Money amount;    ///< company currency; debit positive
    Id<Party> party = {};
};

/// An entry that no document makes: rent, wages, depreciation, opening balances, corrections.
struct NewEntry {
    QDate day; ///< none: today
    QString memo;
    std::vector<NewEntryLine> lines;
};

/// Posts a bookkeeper's entry to the general journal. Refuses: no memo, less than two lines, an unknown or unused account, another currency than
/// the company's, an entry that does not balance, a closed period; and accounts that a sub-ledger keeps (receivables, payables, deposits,
/// inventory: "control_account"), because only documents may move those.
Result<Id<JournalEntry>> enterEntry(Tx &tx, const NewEntry &entry);
