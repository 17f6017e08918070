#include "gui/bind/typing.h"

#include <QRegularExpression>

namespace {

constexpr int inner = 6; ///< digits that a sum is worked out with
constexpr Int128 one = 1'000'000;
constexpr Int128 most = one * 1'000'000'000'000; ///< beyond it nobody means what was typed, and products would overflow

/// sum = product {(+|-) product [%]}; product = value {(*|/) value}; value = number [%] | (sum) | -value
class Sum {
public:
    Sum(const QString &text, const QLocale &locale) : m_text(text), m_locale(locale) {}

    std::optional<Int128> value()
    {
        const Int128 result = sum();
        return m_wrong || m_at != m_text.size() ? std::nullopt : std::optional(result);
    }

private:
    Int128 sum()
    {
        Int128 left = product();
        while (const char16_t sign = take(u"+-")) {
            m_percent = false;
            Int128 right = product();
            if (m_percent) // 200+19% means 19 % of the 200
                right = decimal::divide(left * right, one);
            left = checked(sign == u'+' ? left + right : left - right);
        }
        m_percent = false;
        return left;
    }
    Int128 product()
    {
        Int128 left = term();
        while (const char16_t sign = take(u"*x/")) {
            const Int128 right = term();
            m_percent = false;
            if (sign == u'/' && right == 0)
                return wrong();
            left = checked(sign == u'/' ? (right < 0 ? decimal::divide(-left * one, -right) : decimal::divide(left * one, right))
                                        : decimal::divide(left * right, one));
        }
        return left;
    }
    Int128 term()
    {
        if (take(u"-"))
            return -term();
        if (take(u"(")) {
            const Int128 within = sum();
            return take(u")") ? within : wrong();
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == u'.' || m_text[m_at] == u',' || m_text[m_at] == u'\''))
            ++m_at;
        const auto number = decimal::parse(QStringView(m_text).mid(start, m_at - start), inner, m_locale);
        if (!number)
            return wrong();
        m_percent = take(u"%") != 0;
        return checked(m_percent ? decimal::divide(Int128(*number), 100) : Int128(*number));
    }
    /// The next sign, if it is one of these; else zero.
    char16_t take(QStringView signs) { return m_at < m_text.size() && signs.contains(m_text[m_at]) ? m_text[m_at++].unicode() : u'\0'; }
    Int128 checked(Int128 figure) { return figure > most || figure < -most ? wrong() : figure; }
    Int128 wrong()
    {
        m_wrong = true;
        return 0;
    }

    const QString m_text;
    const QLocale m_locale;
    qsizetype m_at = 0;
    bool m_percent = false;
    bool m_wrong = false;
};

QString dayFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    static const QRegularExpression single(QStringLiteral("(?<![dM])([dM])(?![dM])"));
    return format.replace(single, QStringLiteral("\\1\\1"));
}

} // namespace

std::optional<qint64> calculate(const QString &typed, int scale, const QLocale &locale)
{
    const QString text = typed.trimmed();
    if (const auto plain = decimal::parse(text, scale, locale))
        return plain;
    static const QRegularExpression sign(QStringLiteral("[0-9)%][+\\-*x/%]|\\("));
    const QString dense = QString(text).remove(u' ');
    if (!dense.contains(sign))
        return {};
    const auto result = Sum(dense, locale).value();
    if (!result)
        return {};
    const Int128 rounded =
        scale <= inner ? decimal::divide(*result, decimal::powerOfTen(inner - scale)) : *result * decimal::powerOfTen(scale - inner);
    return decimal::narrow(rounded);
}

std::optional<Money> typedMoney(const QString &typed, Currency currency)
{
    const auto minor = calculate(typed, currency.exponent());
    return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
}

std::optional<UnitPrice> typedPrice(const QString &typed, Currency currency)
{
    const auto millionths = calculate(typed, 6);
    return millionths ? std::optional(UnitPrice{*millionths, currency}) : std::nullopt;
}

std::optional<Quantity> typedQuantity(const QString &typed)
{
    const auto millionths = calculate(typed, 6);
    return millionths ? std::optional(Quantity{*millionths}) : std::nullopt;
}

std::optional<Rate> typedPercent(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.endsWith(u'%'))
        text.chop(1);
    const auto hundredths = calculate(text, 4);
    return hundredths ? std::optional(Rate{*hundredths}) : std::nullopt;
}

std::optional<QDate> typedDay(const QString &typed, QDate today, const QLocale &locale)
{
    const QString text = typed.trimmed().toLower();
    if (text == QLatin1String("t") || text == QLatin1String("h")) // today, heute
        return today;
    static const QRegularExpression shift(QStringLiteral("^[+-]\\d{1,4}$"));
    if (shift.match(text).hasMatch())
        return today.addDays(text.toInt());
    for (const QDate day : {QDate::fromString(text, Qt::ISODate), locale.toDate(typed.trimmed(), dayFormat(locale))})
        if (day.isValid())
            return day;
    static const QRegularExpression written(QStringLiteral("^(\\d{1,2})(?:[./-](\\d{1,2}))?[./-]?(\\d{2}|\\d{4})?[.]?$"));
    const auto match = written.match(text);
    if (!match.hasMatch())
        return {};
    const bool monthFirst = dayFormat(locale).startsWith(u'M') && !text.contains(u'.') && !match.captured(2).isEmpty();
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).isEmpty() ? today.month() : match.captured(2).toInt();
    int year = match.captured(3).isEmpty() ? today.year() : match.captured(3).toInt();
    if (year < 100)
        year += 2000;
    const QDate day(year, monthFirst ? first : second, monthFirst ? second : first);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString dayText(QDate day, const QLocale &locale) { return locale.toString(day, dayFormat(locale)); }

QString momentText(Instant at, const QLocale &locale)
{
    if (!at)
        return {};
    const QDateTime here = at.toDateTime().toLocalTime();
    return dayText(here.date(), locale) + u' ' + locale.toString(here.time(), QLocale::ShortFormat);
}

QString percentText(Rate rate, const QLocale &locale) { return decimal::format(rate.millionths, 4, 0, locale); }

QString priceText(const UnitPrice &price, const QLocale &locale) { return price.toString(locale) + u' ' + price.currency.code(); }
