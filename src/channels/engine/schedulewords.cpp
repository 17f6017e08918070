#include "channels/engine/schedulewords.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Schedule", text); }

namespace {

constexpr int everyDay = 127;
constexpr int midnight = 24 * 60;
constexpr const char *dayWords[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QString plainName(QString name) { return name.remove(u'.').trimmed(); }

/// By its name or short name, in English or in the language of the screen.
std::optional<int> readDay(const QString &text)
{
    const QString word = plainName(text);
    const auto is = [&](const QString &name) { return plainName(name).compare(word, Qt::CaseInsensitive) == 0; };
    const QLocale here, english(QLocale::English);
    for (int day = 1; day <= 7; ++day)
        for (const QLocale &locale : {here, english})
            for (const auto format : {QLocale::ShortFormat, QLocale::LongFormat})
                if (is(locale.dayName(day, format)) || is(locale.standaloneDayName(day, format)))
                    return day;
    return {};
}

} // namespace

QString timeWord(int minute) { return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0')); }

std::optional<int> readTime(const QString &text)
{
    if (text.trimmed() == QLatin1String("24:00"))
        return midnight;
    const QTime time = QTime::fromString(text.trimmed(), QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

QString daysWord(int days)
{
    QStringList words;
    for (int i = 0; i < 7; ++i)
        if (days >> i & 1)
            words << QLatin1String(dayWords[i]);
    return words.join(u',');
}

QString daysLabel(int days)
{
    const auto name = [](int weekday) { return QLocale().standaloneDayName(weekday, QLocale::ShortFormat); };
    QStringList parts;
    for (int first = 1; first <= 7; ++first) {
        if (!(days >> (first - 1) & 1))
            continue;
        int last = first;
        while (last < 7 && days >> last & 1)
            ++last;
        if (last - first >= 2)
            parts << name(first) + QStringLiteral("–") + name(last);
        else
            for (int day = first; day <= last; ++day)
                parts << name(day);
        first = last;
    }
    return parts.join(QStringLiteral(", "));
}

Result<int> readDays(const QString &text)
{
    int days = 0;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = QString(part).replace(u'–', u'-').split(u'-');
        const auto first = readDay(ends.front()), last = readDay(ends.back());
        if (ends.size() > 2 || !first || !last || *last < *first)
            return refuse(QStringLiteral("days"), tr("“%1” are no days of the week.").arg(part.trimmed()),
                          tr("Write them as %1.").arg(daysLabel(0b0010111)));
        for (int day = *first; day <= *last; ++day)
            days |= 1 << (day - 1);
    }
    return days;
}

QString scheduleLabel(const Schedule &s)
{
    QStringList parts;
    switch (s.rhythm) {
    case Rhythm::ByHand:
        return s.remindHours > 0 ? QCoreApplication::translate("Schedule", "By hand, with a reminder after %n hour(s)", nullptr, s.remindHours)
                                 : tr("By hand");
    case Rhythm::AtTimes: parts << tr("At %1").arg(QString(s.times).replace(u',', QStringLiteral(", "))); break;
    case Rhythm::Every: parts << QCoreApplication::translate("Schedule", "Every %n minute(s)", nullptr, s.minutes); break;
    case Rhythm::OnChange: parts << QCoreApplication::translate("Schedule", "At once, and every %n minute(s)", nullptr, s.minutes); break;
    }
    if (s.days != everyDay)
        parts << daysLabel(s.days);
    if (s.rhythm != Rhythm::AtTimes && (s.opens != 0 || s.closes != midnight))
        parts << timeWord(s.opens) + QStringLiteral("–") + timeWord(s.closes);
    return parts.join(QStringLiteral(", "));
}
