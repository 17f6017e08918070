#include "gui/bind/fields.h"

#include <QRegularExpression>

std::optional<QDate> parseDay(const QString &typed, QDate today)
{
    const QString text = typed.trimmed().toLower();
    if (text == QLatin1String("t") || text == QLatin1String("h"))
        return today;
    static const QRegularExpression shift(QStringLiteral("^([+-]\\d{1,4})$"));
    if (const auto match = shift.match(text); match.hasMatch())
        return today.addDays(match.captured(1).toInt());
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid())
        return iso;
    static const QRegularExpression written(QStringLiteral("^(\\d{1,2})[./](\\d{1,2})[./]?(\\d{2}|\\d{4})?$"));
    if (const auto match = written.match(text); match.hasMatch()) {
        const bool monthFirst = text.contains(u'/') && QLocale().territory() == QLocale::UnitedStates;
        const int first = match.captured(1).toInt(), second = match.captured(2).toInt();
        int year = match.captured(3).isEmpty() ? today.year() : match.captured(3).toInt();
        if (year < 100)
            year += 2000;
        const QDate day(year, monthFirst ? first : second, monthFirst ? second : first);
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    return {};
}
