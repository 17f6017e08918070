#pragma once

#include "core/catalog/product.h"

#include <set>

/// Notices which products' stock changed, whoever changed it: an order, a receipt, a count, a return, on this workstation or another one.
/// Compares figures, not clocks: nothing that was committed is missed. The first look only remembers.
class StockWatch {
public:
    std::set<Id<Product>> changed(Tx &tx);
    /// Whether products or prices were changed since the last question.
    bool catalogueChanged(Tx &tx);

private:
    struct Figures {
        qint64 onHand = 0;
        qint64 allocated = 0;
        bool operator==(const Figures &) const = default;
    };
    std::map<qint64, Figures> m_seen; ///< by product
    bool m_looked = false;
    QString m_catalogue;
};

/// Another text whenever somebody has committed something to the company since; cheap enough to be asked every second.
QString writeMark(Tx &tx);
