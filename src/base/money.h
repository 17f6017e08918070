#pragma once

#include "base/currency.h"
#include "base/decimal.h"

#include <compare>
#include <vector>

/// Two currencies met in one sum: a bug in the program, not a mistake of the user.
struct CurrencyMismatch : std::logic_error {
    CurrencyMismatch() : std::logic_error("two currencies in one sum") {}
};

/// An exact amount in minor units of one currency.
class Money {
public:
    constexpr Money() = default;
    constexpr Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    constexpr qint64 minor() const { return m_minor; }
    constexpr Currency currency() const { return m_currency; }
    constexpr bool isZero() const { return m_minor == 0; }
    constexpr bool isNegative() const { return m_minor < 0; }
    constexpr bool isPositive() const { return m_minor > 0; }
    Money absolute() const { return isNegative() ? -*this : *this; }

    /// Reads "12.34"; nothing if it is no number or has more digits than the currency.
    static std::optional<Money> parse(QStringView text, Currency currency, decimal::Excess = decimal::Excess::Refuse);
    static std::optional<Money> parse(QStringView text, Currency currency, const QLocale &locale);
    QString toString() const;                          ///< "1234.05"
    QString toString(const QLocale &locale) const;     ///< "1.234,05"
    QString withCurrency(const QLocale &locale) const; ///< "1.234,05 EUR"

    friend Money operator+(Money a, Money b) { return {decimal::add(a.m_minor, b.m_minor), common(a, b)}; }
    friend Money operator-(Money a, Money b) { return {decimal::subtract(a.m_minor, b.m_minor), common(a, b)}; }
    friend Money operator-(Money a) { return {decimal::subtract(0, a.m_minor), a.m_currency}; }
    friend bool operator==(Money a, Money b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(Money a, Money b)
    {
        common(a, b);
        return a.m_minor <=> b.m_minor;
    }
    Money &operator+=(Money b) { return *this = *this + b; }
    Money &operator-=(Money b) { return *this = *this - b; }

private:
    /// A zero without a currency is the start of any sum.
    static Currency common(Money a, Money b)
    {
        if (a.m_currency == b.m_currency)
            return a.m_currency;
        if (a.m_currency.isNone() && a.isZero())
            return b.m_currency;
        if (b.m_currency.isNone() && b.isZero())
            return a.m_currency;
        throw CurrencyMismatch();
    }

    qint64 m_minor = 0;
    Currency m_currency;
};

/// A number of units of one product, in millionths: 2.5 kg is exact.
struct Quantity {
    qint64 millionths = 0;

    static constexpr Quantity whole(qint64 units) { return {units * 1'000'000}; }
    static std::optional<Quantity> parse(QStringView text);
    static std::optional<Quantity> parse(QStringView text, const QLocale &locale);
    QString toString() const; ///< "2.5"
    QString toString(const QLocale &locale) const;
    constexpr bool isZero() const { return millionths == 0; }
    constexpr bool isNegative() const { return millionths < 0; }
    constexpr bool isPositive() const { return millionths > 0; }

    friend auto operator<=>(Quantity, Quantity) = default;
    friend Quantity operator+(Quantity a, Quantity b) { return {decimal::add(a.millionths, b.millionths)}; }
    friend Quantity operator-(Quantity a, Quantity b) { return {decimal::subtract(a.millionths, b.millionths)}; }
    friend Quantity operator-(Quantity a) { return {decimal::subtract(0, a.millionths)}; }
    Quantity &operator+=(Quantity b) { return *this = *this + b; }
    Quantity &operator-=(Quantity b) { return *this = *this - b; }
};

/// A share, in millionths: 19 % is 190000.
struct Rate {
    qint64 millionths = 0;

    static std::optional<Rate> parsePercent(QStringView text); ///< "19" or "8.875"
    QString toPercent() const;                                 ///< "19", "8.875"
    friend auto operator<=>(Rate, Rate) = default;
};

/// The price or the cost of one unit, in millionths of the major unit: 0.037500 EUR per screw.
struct UnitPrice {
    qint64 millionths = 0;
    Currency currency;

    static std::optional<UnitPrice> parse(QStringView text, Currency currency, decimal::Excess = decimal::Excess::Refuse);
    static std::optional<UnitPrice> parse(QStringView text, Currency currency, const QLocale &locale);
    static UnitPrice of(Money amount); ///< the price that makes one unit cost this amount
    QString toString() const;          ///< at least the currency's digits: "12.50", "0.0375"
    QString toString(const QLocale &locale) const;
    friend bool operator==(const UnitPrice &, const UnitPrice &) = default;
};

/// What one unit of a foreign currency is worth in the company's currency, in billionths.
struct ExchangeRate {
    qint64 billionths = 1'000'000'000;

    static std::optional<ExchangeRate> parse(QStringView text);
    QString toString() const;
    friend auto operator<=>(ExchangeRate, ExchangeRate) = default;
};

// All rounding of money happens here: once, half away from zero, to the minor unit.

/// price x quantity
Money extend(UnitPrice price, Quantity quantity);
/// The price of one unit where `quantity` units cost `amount`, to the millionth. `quantity` is not zero.
UnitPrice unitPrice(Money amount, Quantity quantity);
/// amount x part / whole. `whole` is not zero.
Money share(Money amount, qint64 part, qint64 whole);
inline Money share(Money amount, Quantity part, Quantity whole) { return share(amount, part.millionths, whole.millionths); }
/// The tax on a net amount.
Money taxOn(Money net, Rate rate);
/// The tax contained in a gross amount.
Money taxWithin(Money gross, Rate rate);
Money applyRate(Money amount, Rate rate);
UnitPrice discounted(UnitPrice price, Rate discount);
/// Into the company's currency.
Money convert(Money amount, ExchangeRate rate, Currency into);
/// Divides an amount over weights so that the parts add up exactly: each share is rounded down and the rest goes to the largest
/// remainders, earlier ones first. With all weights zero the first part takes everything.
std::vector<Money> distribute(Money amount, const std::vector<qint64> &weights);
