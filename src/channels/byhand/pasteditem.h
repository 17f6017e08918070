#pragma once

#include "channels/byhand/weborder.h"

#include <QRegularExpression>

namespace channels::byhand {

/// A pattern of words, upper or lower case.
QRegularExpression words(const char *pattern);

/// A line of goods as far as it was read from a text, with its amounts before it is known what they are of.
struct FoundItem {
    WebLine line;
    bool hasQuantity = false;
    bool hasSku = false;                ///< said to be the SKU, not just some number
    std::optional<QString> each, whole; ///< amounts that say what they are of
    QString amount;                     ///< one that does not

    /// Two amounts are the price of one and what the line comes to; one may be either.
    void setAmounts(const QStringList &amounts);
    /// Takes the SKU out of the name: "Mug (#MUG-1)", "Mug (SKU: MUG-1)".
    void splitSku();
};

/// Decides what the amounts are of. One that does not say so is the line's, as confirmations show it, unless only as the price of one it makes the
/// sums come out.
void settleAmounts(std::vector<FoundItem> &items, const WebOrder &order, const std::optional<Money> &subtotal, Currency currency, QChar mark);

} // namespace channels::byhand
