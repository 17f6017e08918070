#include "base/instant.h"

std::optional<Instant> Instant::parse(const QString &text)
{
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return {};
    return of(time);
}

/// "2026-01-02T12:00:00", as shops write nearly every time, read without QDateTime's way through the machine's time zone.
static std::optional<Instant> wholeSeconds(QStringView text)
{
    if (text.size() != 19 || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' || text[13] != u':' || text[16] != u':')
        return {};
    const auto number = [&](qsizetype at, qsizetype digits) {
        int value = 0;
        for (const QChar c : text.mid(at, digits))
            value = c >= u'0' && c <= u'9' && value >= 0 ? value * 10 + (c.unicode() - u'0') : -1;
        return value;
    };
    const QDate day(number(0, 4), number(5, 2), number(8, 2));
    const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    if (!day.isValid() || !QTime::isValid(hour, minute, second))
        return {};
    const qint64 days = QDate(1970, 1, 1).daysTo(day);
    return Instant().plusSeconds(((days * 24 + hour) * 60 + minute) * 60 + second);
}

std::optional<Instant> Instant::ofUtc(const QString &text)
{
    if (const auto read = wholeSeconds(text))
        return read;
    auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() != Qt::LocalTime)
        return {};
    time.setTimeSpec(Qt::UTC);
    return of(time);
}

QString Instant::toString() const
{
    const bool whole = micros % 1'000'000 == 0;
    return toDateTime().toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}
