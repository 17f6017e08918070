#pragma once

#include "channels/channel.h"

/// Bringing a platform's figures to the minor unit without losing or finding a cent. Exact amounts are in millionths of the major unit
/// and may have more digits than the currency.
namespace channels {

/// "12.3450", 12.345; "" and null are nothing, so zero. No value if it is no number; digits beyond the sixth are rounded.
std::optional<qint64> exactAmount(const Json &written);
Money rounded(qint64 exact, Currency currency);
/// Rounds amounts together: their sum is the rounded sum.
std::vector<Money> roundTogether(const std::vector<qint64> &exact, Currency currency);
/// Cuts `whole` into parts as near as possible to the exact ones. Nothing if they differ from it by more than rounding each part explains.
std::optional<std::vector<Money>> fit(const std::vector<qint64> &exact, Money whole);
/// The price of one unit where `quantity` units cost `exact`; the amount itself where there are none.
UnitPrice priceOf(qint64 exact, Quantity quantity, Currency currency);

/// What a line costs, before it is brought to the minor unit.
struct ExactLine {
    RemoteLine line;
    qint64 net = 0;
    qint64 tax = 0;
};
/// Sets net and tax of each line, rounded together.
std::vector<RemoteLine> roundLines(std::vector<ExactLine> lines, Currency currency);

/// A buyer who gives one address means it for both purposes.
void completeAddresses(RemoteOrder &order);

} // namespace channels
