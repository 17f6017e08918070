#pragma once

#include "core/verify/seal.h"

#include <functional>

/// What recomputing everything found.
struct Verification {
    struct Count {
        QString name;
        qint64 count = 0;
    };
    struct Difference {
        QString where; ///< "account_balance 1300 202601"
        QString text;  ///< one sentence: what it is and what it should be
    };
    std::vector<Count> facts;            ///< how many of each were read
    std::vector<Count> sums;             ///< how many of each were recomputed
    std::vector<Difference> differences; ///< the first ones found
    bool ok() const { return differences.empty(); }
};

/// Recomputes every sum from the facts, walks the hash chain, compares sub-ledgers, stock and accounts, looks for gaps, and holds all of it against
/// the seal that is kept outside of the database. Reads one consistent state; memory does not grow with history. `progress` may be empty.
Verification verify(Tx &tx, const std::optional<Seal> &seal, const std::function<void(const QString &)> &progress = {});
/// The same, with the company's own seal.
Result<Verification> verifyCompany(Session &session, const std::function<void(const QString &)> &progress = {});
