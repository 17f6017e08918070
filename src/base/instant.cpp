#include "base/instant.h"

std::optional<Instant> Instant::parse(const QString &text)
{
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return {};
    return of(time);
}

std::optional<Instant> Instant::ofUtc(const QString &text)
{
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
