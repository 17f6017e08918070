#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>
#include <compare>
#include <optional>

/// A moment, in microseconds since 1970-01-01T00:00:00 UTC. Zero means "not yet".
struct Instant {
    qint64 micros = 0;

    static Instant of(const QDateTime &time) { return {time.toMSecsSinceEpoch() * 1000}; }
    /// Reads ISO 8601 with a zone ("…Z", "…+01:00"). A text without a zone is refused: use ofUtc() or ofZone().
    static std::optional<Instant> parse(const QString &text);
    /// Reads ISO 8601 without a zone as UTC.
    static std::optional<Instant> ofUtc(const QString &text);

    QDateTime toDateTime() const { return QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC); }
    QString toString() const; ///< "2026-01-02T12:00:00Z", with fractions where there are any
    QDate dayIn(const QTimeZone &zone) const { return toDateTime().toTimeZone(zone).date(); }

    Instant plusSeconds(qint64 seconds) const { return {micros + seconds * 1'000'000}; }
    explicit operator bool() const { return micros != 0; }
    friend auto operator<=>(Instant, Instant) = default;
};
