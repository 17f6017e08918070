#pragma once

#include "base/decimal.h"

namespace channels::practicestore {

/// Money as the shop computes with it: millionths of the currency's major unit, rounded to cents only where it is shown or taxed.
struct Amount {
    qint64 millionths = 0;

    static constexpr Amount cents(qint64 cents) { return {cents * 10'000}; }
    /// Reads what a storefront takes for a price: separators of thousands ("," too) and blanks are dropped, so "10,50" is 1050. Nothing
    /// readable is zero.
    static Amount parse(QString text)
    {
        text.remove(u',').remove(u' ');
        return {decimal::parse(text, 6, decimal::Excess::Round).value_or(0)};
    }
    Amount rounded(int digits = 2) const
    {
        const qint64 step = decimal::powerOfTen(6 - digits);
        return {qint64(decimal::divide(millionths, step)) * step};
    }
    /// "12.30": rounded half away from zero to so many digits, at most six.
    QString toString(int digits = 2) const { return decimal::format(rounded(digits).millionths, 6, digits); }
    qint64 toCents() const { return rounded().millionths / 10'000; }
    bool isZero() const { return millionths == 0; }

    friend Amount operator+(Amount a, Amount b) { return {a.millionths + b.millionths}; }
    friend Amount operator-(Amount a, Amount b) { return {a.millionths - b.millionths}; }
    friend Amount operator-(Amount a) { return {-a.millionths}; }
    friend Amount operator*(Amount a, qint64 count) { return {a.millionths * count}; }
    Amount &operator+=(Amount b) { return *this = *this + b; }
    Amount &operator-=(Amount b) { return *this = *this - b; }
    friend auto operator<=>(Amount, Amount) = default;
};

} // namespace channels::practicestore
