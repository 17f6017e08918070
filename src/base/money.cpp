#include "base/money.h"

#include <algorithm>
#include <numeric>

using decimal::divide;
using decimal::narrow;
using decimal::powerOfTen;

std::optional<Money> Money::parse(QStringView text, Currency currency, decimal::Excess excess)
{
    const auto minor = decimal::parse(text, currency.exponent(), excess);
    return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
}

std::optional<Money> Money::parse(QStringView text, Currency currency, const QLocale &locale)
{
    const auto minor = decimal::parse(text, currency.exponent(), locale);
    return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
}

QString Money::toString() const { return decimal::format(m_minor, m_currency.exponent(), m_currency.exponent()); }

QString Money::toString(const QLocale &locale) const { return decimal::format(m_minor, m_currency.exponent(), m_currency.exponent(), locale); }

QString Money::withCurrency(const QLocale &locale) const { return toString(locale) + QChar(0x00a0) + m_currency.code(); }

std::optional<Quantity> Quantity::parse(QStringView text)
{
    const auto parsed = decimal::parse(text, 6);
    return parsed ? std::optional(Quantity{*parsed}) : std::nullopt;
}

std::optional<Quantity> Quantity::parse(QStringView text, const QLocale &locale)
{
    const auto parsed = decimal::parse(text, 6, locale);
    return parsed ? std::optional(Quantity{*parsed}) : std::nullopt;
}

QString Quantity::toString() const { return decimal::format(millionths, 6, 0); }
QString Quantity::toString(const QLocale &locale) const { return decimal::format(millionths, 6, 0, locale); }

std::optional<Rate> Rate::parsePercent(QStringView text)
{
    const auto parsed = decimal::parse(text, 4);
    return parsed ? std::optional(Rate{*parsed}) : std::nullopt;
}

QString Rate::toPercent() const { return decimal::format(millionths, 4, 0); }

std::optional<UnitPrice> UnitPrice::parse(QStringView text, Currency currency, decimal::Excess excess)
{
    const auto parsed = decimal::parse(text, 6, excess);
    return parsed ? std::optional(UnitPrice{*parsed, currency}) : std::nullopt;
}

std::optional<UnitPrice> UnitPrice::parse(QStringView text, Currency currency, const QLocale &locale)
{
    const auto parsed = decimal::parse(text, 6, locale);
    return parsed ? std::optional(UnitPrice{*parsed, currency}) : std::nullopt;
}

UnitPrice UnitPrice::of(Money amount) { return {narrow(Int128(amount.minor()) * powerOfTen(6 - amount.currency().exponent())), amount.currency()}; }

QString UnitPrice::toString() const { return decimal::format(millionths, 6, currency.exponent()); }
QString UnitPrice::toString(const QLocale &locale) const { return decimal::format(millionths, 6, currency.exponent(), locale); }

std::optional<ExchangeRate> ExchangeRate::parse(QStringView text)
{
    const auto parsed = decimal::parse(text, 9);
    return parsed && *parsed > 0 ? std::optional(ExchangeRate{*parsed}) : std::nullopt;
}

QString ExchangeRate::toString() const { return decimal::format(billionths, 9, 0); }

Money extend(UnitPrice price, Quantity quantity)
{
    const Int128 exact = Int128(price.millionths) * quantity.millionths; // 10^-12 of the major unit
    return {narrow(divide(exact, powerOfTen(12 - price.currency.exponent()))), price.currency};
}

UnitPrice unitPrice(Money amount, Quantity quantity)
{
    Q_ASSERT(!quantity.isZero());
    const Int128 exact = Int128(amount.minor()) * powerOfTen(12 - amount.currency().exponent());
    const Int128 units = quantity.millionths;
    return {narrow(units < 0 ? divide(-exact, -units) : divide(exact, units)), amount.currency()};
}

Money share(Money amount, qint64 part, qint64 whole)
{
    Q_ASSERT(whole != 0);
    const Int128 exact = Int128(amount.minor()) * part;
    return {narrow(whole < 0 ? divide(-exact, -Int128(whole)) : divide(exact, whole)), amount.currency()};
}

Money taxOn(Money net, Rate rate) { return applyRate(net, rate); }

Money taxWithin(Money gross, Rate rate) { return share(gross, rate.millionths, decimal::add(1'000'000, rate.millionths)); }

Money applyRate(Money amount, Rate rate) { return {narrow(divide(Int128(amount.minor()) * rate.millionths, 1'000'000)), amount.currency()}; }

UnitPrice discounted(UnitPrice price, Rate discount)
{
    return {narrow(divide(Int128(price.millionths) * (1'000'000 - discount.millionths), 1'000'000)), price.currency};
}

Money convert(Money amount, ExchangeRate rate, Currency into)
{
    if (amount.currency() == into)
        return amount;
    const Int128 exact = Int128(amount.minor()) * rate.billionths; // 10^-(9 + own exponent) of the company's major unit
    const int shift = 9 + amount.currency().exponent() - into.exponent();
    return {narrow(divide(exact, powerOfTen(shift))), into};
}

std::vector<Money> distribute(Money amount, const std::vector<qint64> &weights)
{
    if (weights.empty())
        return {};
    Int128 whole = 0;
    for (const qint64 weight : weights) {
        Q_ASSERT(weight >= 0);
        whole += weight;
    }
    std::vector<Money> parts(weights.size(), Money(0, amount.currency()));
    if (whole == 0) {
        parts.front() = amount;
        return parts;
    }
    const Int128 size = amount.isNegative() ? -Int128(amount.minor()) : Int128(amount.minor());
    std::vector<Int128> remainders;
    Int128 given = 0;
    std::vector<Int128> shares;
    for (const qint64 weight : weights) {
        shares.push_back(size * weight / whole);
        remainders.push_back(size * weight % whole);
        given += shares.back();
    }
    std::vector<size_t> order(weights.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return remainders[a] > remainders[b]; });
    for (size_t i = 0; given < size; ++i, ++given)
        ++shares[order[i]];
    for (size_t i = 0; i < parts.size(); ++i)
        parts[i] = Money(narrow(amount.isNegative() ? -shares[i] : shares[i]), amount.currency());
    return parts;
}
