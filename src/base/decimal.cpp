#include "base/decimal.h"

#include <limits>

namespace decimal {

qint64 add(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        throw Overflow();
    return sum;
}

qint64 subtract(qint64 a, qint64 b)
{
    qint64 difference = 0;
    if (__builtin_sub_overflow(a, b, &difference))
        throw Overflow();
    return difference;
}

qint64 narrow(Int128 wide)
{
    if (wide > std::numeric_limits<qint64>::max() || wide < std::numeric_limits<qint64>::min())
        throw Overflow();
    return qint64(wide);
}

qint64 powerOfTen(int exponent)
{
    Q_ASSERT(exponent >= 0 && exponent <= 18);
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

Int128 divide(Int128 dividend, Int128 divisor)
{
    const Int128 quotient = dividend / divisor;
    const Int128 rest = dividend % divisor;
    const Int128 size = rest < 0 ? -rest : rest;
    if (size < divisor - size)
        return quotient;
    return dividend < 0 ? quotient - 1 : quotient + 1;
}

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// The parts of a number as written: [sign] digits [. digits] [e exponent].
struct Written {
    bool negative = false;
    QStringView whole;
    QStringView fraction;
    int exponent = 0;
};

std::optional<Written> takeApart(QStringView text)
{
    Written written;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        written.negative = text.front() == u'-';
        text = text.mid(1);
    }
    qsizetype at = 0;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    written.whole = text.left(at);
    text = text.mid(at);
    if (text.startsWith(u'.')) {
        at = 1;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        written.fraction = text.mid(1, at - 1);
        text = text.mid(at);
    }
    if (written.whole.isEmpty() && written.fraction.isEmpty())
        return {};
    if (text.startsWith(u'e', Qt::CaseInsensitive)) {
        text = text.mid(1);
        const bool down = text.startsWith(u'-');
        if (down || text.startsWith(u'+'))
            text = text.mid(1);
        if (text.isEmpty() || text.size() > 4)
            return {};
        for (const QChar c : text) {
            if (!isDigit(c))
                return {};
            written.exponent = written.exponent * 10 + c.digitValue();
        }
        if (down)
            written.exponent = -written.exponent;
        text = {};
    }
    if (!text.isEmpty())
        return {};
    return written;
}

} // namespace

std::optional<qint64> parse(QStringView text, int scale, Excess excess)
{
    const auto written = takeApart(text.trimmed());
    if (!written)
        return {};
    const qsizetype digits = written->whole.size() + written->fraction.size();
    // The digit at index i (over whole and fraction) stands for 10^(whole + exponent - 1 - i).
    const qsizetype kept = written->whole.size() + written->exponent + scale;
    const auto digit = [&](qsizetype i) {
        const qsizetype whole = written->whole.size();
        return (i < whole ? written->whole[i] : written->fraction[i - whole]).digitValue();
    };
    Int128 value = 0;
    for (qsizetype i = 0; i < kept; ++i) {
        value = value * 10 + (i < digits ? digit(i) : 0);
        if (value > std::numeric_limits<qint64>::max())
            return {};
    }
    for (qsizetype i = qMax<qsizetype>(kept, 0); i < digits; ++i) {
        if (digit(i) == 0)
            continue;
        if (excess == Excess::Refuse)
            return {};
        if (i == kept && digit(i) >= 5)
            ++value;
    }
    if (value > std::numeric_limits<qint64>::max())
        return {};
    return qint64(written->negative ? -value : value);
}

std::optional<qint64> parse(QStringView text, int scale, const QLocale &locale)
{
    QString plain = text.trimmed().toString();
    plain.remove(QChar(0x00a0)).remove(QChar(0x202f)).remove(u' ').remove(u'\'').remove(QChar(0x2019));
    plain.replace(QChar(0x2212), u'-');
    const QChar point = locale.decimalPoint().at(0);
    const QChar other = point == u',' ? u'.' : u',';
    const auto others = plain.count(other);
    if (others == 1 && !plain.contains(point)) {
        // "12.5" in German is twelve and a half; "1.234" would be read as a group, so it is one.
        const auto after = plain.size() - plain.indexOf(other) - 1;
        const auto before = plain.indexOf(other) - (plain.startsWith(u'-') ? 1 : 0);
        const bool isGroup = after == 3 && before >= 1 && before <= 3;
        if (isGroup)
            plain.remove(other);
        else
            plain.replace(other, u'.');
    } else {
        if (plain.indexOf(point) >= 0 && plain.lastIndexOf(other) > plain.indexOf(point))
            return {};
        plain.remove(other);
        if (plain.count(point) > 1)
            return {};
        plain.replace(point, u'.');
    }
    if (plain.contains(u'e', Qt::CaseInsensitive))
        return {};
    return parse(plain, scale, Excess::Refuse);
}

namespace {

struct Parts {
    QString whole;
    QString fraction;
    bool negative;
};

Parts takeApart(qint64 value, int scale, int minimumDigits)
{
    const Int128 size = value < 0 ? -Int128(value) : Int128(value);
    const qint64 power = powerOfTen(scale);
    Parts parts{QString::number(quint64(size / power)), {}, value < 0};
    if (scale > 0) {
        parts.fraction = QString::number(quint64(size % power)).rightJustified(scale, u'0');
        while (parts.fraction.size() > minimumDigits && parts.fraction.endsWith(u'0'))
            parts.fraction.chop(1);
    }
    return parts;
}

} // namespace

QString format(qint64 value, int scale, int minimumDigits)
{
    const Parts parts = takeApart(value, scale, minimumDigits);
    QString text = parts.negative ? QStringLiteral("-") + parts.whole : parts.whole;
    if (!parts.fraction.isEmpty())
        text += u'.' + parts.fraction;
    return text;
}

QString format(qint64 value, int scale, int minimumDigits, const QLocale &locale)
{
    const Parts parts = takeApart(value, scale, minimumDigits);
    QString text = parts.negative ? QString(QChar(0x2212)) : QString();
    text += locale.toString(parts.whole.toULongLong());
    if (!parts.fraction.isEmpty())
        text += locale.decimalPoint() + parts.fraction;
    return text;
}

} // namespace decimal
