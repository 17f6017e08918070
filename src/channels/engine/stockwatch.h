#pragma once

#include "core/catalog/product.h"

#include <map>
#include <optional>
#include <set>

/// Notices which products changed, whoever changed them: an order, a receipt, a count, a return, a price, on this workstation or another one.
/// Compares figures, not clocks: nothing that was committed is missed.
class StockWatch {
public:
    /// Products of which more or less is on hand, promised or waited for. The first look does not know: nothing.
    std::optional<std::set<Id<Product>>> stockChanged(Tx &tx);
    /// Products that were saved, or whose prices were. The first look does not know: nothing.
    std::optional<std::set<Id<Product>>> catalogueChanged(Tx &tx);

private:
    using Figures = std::array<qint64, 3>;
    using Seen = std::map<Id<Product>, Figures>; ///< by product
    static std::optional<std::set<Id<Product>>> compare(std::optional<Seen> &seen, Seen now);

    std::optional<Seen> m_stock;
    std::optional<Seen> m_catalogue;
    QString m_catalogueMark;
};

/// Another text whenever somebody has committed something to the company since; cheap enough to be asked every second.
QString writeMark(Tx &tx);
