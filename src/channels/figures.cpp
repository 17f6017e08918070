#include "channels/figures.h"

#include <algorithm>
#include <numeric>

namespace channels {
namespace {

qint64 minorUnit(Currency currency) { return decimal::powerOfTen(6 - currency.exponent()); }

/// Rounds down, also below zero.
qint64 floorDivide(qint64 value, qint64 divisor) { return value / divisor - (value % divisor < 0 ? 1 : 0); }

qint64 sumOf(const std::vector<qint64> &amounts) { return std::accumulate(amounts.begin(), amounts.end(), qint64(0), decimal::add); }

/// Rounds each part down and hands the rest to the largest remainders, earlier ones first; takes from the smallest where too much is out.
std::vector<Money> cut(const std::vector<qint64> &exact, Money whole)
{
    const qint64 unit = minorUnit(whole.currency());
    std::vector<qint64> parts;
    for (const qint64 amount : exact)
        parts.push_back(floorDivide(amount, unit));
    std::vector<size_t> order(exact.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return exact[a] - parts[a] * unit > exact[b] - parts[b] * unit; });
    qint64 rest = whole.minor() - sumOf(parts);
    for (size_t i = 0; rest > 0; ++i, --rest)
        ++parts[order[i % order.size()]];
    for (size_t i = 0; rest < 0; ++i, ++rest)
        --parts[order[order.size() - 1 - i % order.size()]];

    std::vector<Money> result;
    for (const qint64 part : parts)
        result.emplace_back(part, whole.currency());
    return result;
}

bool isEmpty(const RemoteAddress &address)
{
    return address.name.isEmpty() && address.company.isEmpty() && address.street.isEmpty() && address.postcode.isEmpty() && address.city.isEmpty();
}

} // namespace

std::optional<qint64> exactAmount(const Json &written)
{
    if (written.isNull() || (written.isString() && written.text().isEmpty()))
        return 0;
    return decimal::parse(written.text(), 6, decimal::Excess::Round);
}

Money rounded(qint64 exact, Currency currency) { return {decimal::narrow(decimal::divide(exact, minorUnit(currency))), currency}; }

std::vector<Money> roundTogether(const std::vector<qint64> &exact, Currency currency)
{
    return exact.empty() ? std::vector<Money>() : cut(exact, rounded(sumOf(exact), currency));
}

std::optional<std::vector<Money>> fit(const std::vector<qint64> &exact, Money whole)
{
    const qint64 unit = minorUnit(whole.currency());
    const Int128 gap = Int128(whole.minor()) * unit - sumOf(exact);
    if ((gap < 0 ? -gap : gap) * 2 > Int128(unit) * qint64(exact.size() + 1)) // half a unit for each part and for the whole
        return {};
    return exact.empty() ? std::vector<Money>() : cut(exact, whole);
}

UnitPrice priceOf(qint64 exact, Quantity quantity, Currency currency)
{
    if (quantity.isZero())
        return {exact, currency};
    const Int128 scaled = Int128(exact) * 1'000'000;
    const Int128 units = quantity.millionths;
    return {decimal::narrow(units < 0 ? decimal::divide(-scaled, -units) : decimal::divide(scaled, units)), currency};
}

std::vector<RemoteLine> roundLines(std::vector<ExactLine> lines, Currency currency)
{
    std::vector<qint64> exact;
    for (const ExactLine &line : lines) {
        exact.push_back(line.net);
        exact.push_back(line.tax);
    }
    const auto amounts = roundTogether(exact, currency);
    std::vector<RemoteLine> result;
    for (size_t i = 0; i < lines.size(); ++i) {
        lines[i].line.net = amounts[2 * i];
        lines[i].line.tax = amounts[2 * i + 1];
        result.push_back(std::move(lines[i].line));
    }
    return result;
}

void completeAddresses(RemoteOrder &order)
{
    const QString email = order.billing.email;
    if (isEmpty(order.billing))
        order.billing = order.shipping;
    if (isEmpty(order.shipping))
        order.shipping = order.billing;
    if (order.billing.email.isEmpty())
        order.billing.email = email;
}

} // namespace channels
