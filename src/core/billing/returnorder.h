#pragma once

#include "core/billing/invoice.h"

enum class ReturnDecision {
    Restock = 1,    ///< back on the shelf, at the cost at which it left
    Scrap = 2,      ///< came back, but cannot be sold
    NotSentBack = 3 ///< the customer keeps it
};

struct ReturnLine {
    int orderLine = 0;
    Quantity quantity;
    ReturnDecision decision = ReturnDecision::Restock;
    /// What is credited for it; none: the invoiced price of so many units.
    std::optional<Money> net = {};
    std::optional<Money> tax = {};
};

struct SalesReturn {
    Id<SalesReturn> id;
    QString number; ///< RET-0000042
    std::optional<Invoice> creditNote;
};

/// Takes shipped goods back and credits them; what of them is not invoiced yet is invoiced first. Refuses: more than was shipped, a line
/// without goods, the same line twice with the same decision.
Result<SalesReturn> returnOrder(Tx &tx, Id<SalesOrder> order, const std::vector<ReturnLine> &lines, const QString &reason, QDate day = {});
