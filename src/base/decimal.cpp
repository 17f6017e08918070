#include "base/decimal.h"

#include <algorithm>
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

namespace {

bool isGroupMark(QChar c) { return c == u' ' || c == u'\'' || c == QChar(0x00a0) || c == QChar(0x202f) || c == QChar(0x2019) || c == QChar(0x066c); }

/// What was typed with Latin digits, "-" as the sign and one kind of group mark (a space).
QString simplified(QStringView text, const QLocale &locale)
{
    static const QString unseen = QString(QChar(0x200e)) + QChar(0x200f) + QChar(0x061c); // marks of the writing direction
    const QChar group = locale.groupSeparator().at(0);
    QString plain;
    for (const QChar c : text.trimmed()) {
        if (unseen.contains(c))
            continue;
        if (c.category() == QChar::Number_DecimalDigit)
            plain += QChar(u'0' + c.digitValue());
        else if (c == QChar(0x2212))
            plain += u'-';
        else
            plain += isGroupMark(c) || (c == group && c != u'.' && c != u',') ? QChar(u' ') : c;
    }
    return plain;
}

/// "1 234 567" and the Indian "12 34 567", but neither "1 2" nor "0 125".
bool isGrouped(QStringView whole, QChar mark)
{
    const auto groups = whole.split(mark);
    if (groups.front().isEmpty() || groups.front().size() > 3 || groups.front().startsWith(u'0') || groups.back().size() != 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](QStringView g) { return g.size() == 2 || g.size() == 3; });
}

} // namespace

std::optional<qint64> parse(QStringView text, int scale, const QLocale &locale)
{
    QString plain = simplified(text, locale);
    if (plain.contains(u'e', Qt::CaseInsensitive))
        return {};
    QString sign;
    if (plain.startsWith(u'-') || plain.startsWith(u'+')) {
        sign = plain.front();
        plain = plain.mid(1).trimmed();
    }
    QChar point = locale.decimalPoint().at(0);
    const QChar other = point == u',' ? u'.' : u',';
    if (!plain.contains(point) && plain.count(other) == 1 && !isGrouped(plain, other))
        point = other; // "12.5" in German is twelve and a half; "1.234" would be read as a group, so it is one
    if (plain.count(point) > 1)
        return {};
    const auto at = plain.indexOf(point);
    QString whole = at < 0 ? plain : plain.left(at);
    for (const QChar mark : {other, QChar(u' ')})
        if (mark != point && whole.contains(mark)) {
            if (!isGrouped(whole, mark))
                return {};
            whole.remove(mark);
        }
    return parse(sign + whole + (at < 0 ? QString() : u'.' + plain.mid(at + 1)), scale, Excess::Refuse);
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

namespace {

/// Groups of three, put together here because QLocale writes "1234.567" where a language leaves four digits ungrouped.
QString grouped(const QString &digits, const QLocale &locale)
{
    const bool ungroupedFour = locale.toString(1234).size() == 4;
    const QString separator = digits.size() < (ungroupedFour ? 5 : 4) ? QString() : locale.groupSeparator();
    const char16_t zero = locale.zeroDigit().at(0).unicode();
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += separator;
        text += QChar(char16_t(zero + digits[i].digitValue()));
    }
    return text;
}

} // namespace

QString format(qint64 value, int scale, int minimumDigits, const QLocale &locale)
{
    const Parts parts = takeApart(value, scale, minimumDigits);
    QString text = parts.negative ? QString(QChar(0x2212)) : QString();
    text += grouped(parts.whole, locale);
    if (parts.fraction.isEmpty())
        return text;
    text += locale.decimalPoint();
    for (const QChar digit : parts.fraction)
        text += QChar(char16_t(locale.zeroDigit().at(0).unicode() + digit.digitValue()));
    return text;
}

} // namespace decimal
