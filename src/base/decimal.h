#pragma once

#include <QLocale>
#include <QString>
#include <optional>
#include <stdexcept>

__extension__ typedef __int128 Int128; // two 64-bit factors never overflow it

/// A figure left the range of 64 bits. Session::perform() turns it into a refusal; nothing is stored.
struct Overflow : std::overflow_error {
    Overflow() : std::overflow_error("a figure is too large") {}
};

/// Exact decimal arithmetic on scaled 64-bit integers. No floating point anywhere.
namespace decimal {

enum class Excess { Refuse, Round }; ///< what to do with more digits than the scale holds

qint64 add(qint64 a, qint64 b);      ///< throws Overflow
qint64 subtract(qint64 a, qint64 b); ///< throws Overflow
qint64 narrow(Int128 wide);          ///< throws Overflow
qint64 powerOfTen(int exponent);     ///< 0..18
/// Rounds half away from zero. `divisor` is positive.
Int128 divide(Int128 dividend, Int128 divisor);

/// Reads plain "-12.34" (and a JSON number's "1.5e3") as an integer of 10^-scale. Nothing if it is not a number, too large,
/// or has more digits than fit and `excess` is Refuse.
std::optional<qint64> parse(QStringView text, int scale, Excess excess = Excess::Refuse);
/// Reads what a person typed: the locale's own marks, or the other mark where it cannot be misread (12.5 in German, but not 1.234).
std::optional<qint64> parse(QStringView text, int scale, const QLocale &locale);

/// "-12.34". At least `minimumDigits` after the point, at most `scale`, without further trailing zeros.
QString format(qint64 value, int scale, int minimumDigits);
/// The same with the locale's marks and digit groups.
QString format(qint64 value, int scale, int minimumDigits, const QLocale &locale);

} // namespace decimal
