#pragma once

#include "sql/session.h"

#include <map>

/// The end of the chain and the highest numbers that were given away, kept outside of the database: so that a restored old backup is recognised, and
/// a chain that somebody recomputed.
struct Seal {
    QString company;
    qint64 entry = 0;                 ///< the last journal entry
    QByteArray hash;                  ///< of it
    std::map<QString, qint64> series; ///< "INV/0" -> the next number
    Instant at;
    /// Ends of the chain that were sealed once and given up by restoring a backup: "entry hash instant".
    QStringList givenUp;
    bool operator==(const Seal &) const = default;
};

/// Where a company's seal lies: beside its file, or in the user's data folder for a server.
QString sealFileOf(const sql::Locator &where, const QString &companyUid);
/// Nothing if there is none; refuses one that was tampered with or belongs to another company.
Result<std::optional<Seal>> readSeal(const sql::Locator &where, const QString &companyUid);
/// Writes today's end of the chain down. A seal that is ahead of the company, or whose entry is no longer in the chain, is left as it is: it is the
/// witness. Cheap; call it when work is done.
Result<> writeSeal(Session &session);
/// After a restore: numbers that the seal knows as given away are not given away again, and the seal goes on from here; what it knew stays in it as
/// given up. Gives back how many series were raised.
Result<int> raiseSeries(Session &session);
