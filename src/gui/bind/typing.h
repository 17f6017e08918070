#pragma once

#include "base/instant.h"
#include "base/money.h"

#include <QDate>
#include <QLocale>
#include <optional>

// How the desk reads what a person types, and writes days and moments, everywhere the same.

/// A number as an integer of 10^-scale: "12,5", or a small sum such as "12*3,5", "(4+8)*2", "200+19%". Nothing if it is neither, or has more digits
/// than `scale` holds. Exact; a division is rounded to the millionth.
std::optional<qint64> calculate(const QString &typed, int scale, const QLocale &locale = QLocale());

std::optional<Money> typedMoney(const QString &typed, Currency currency);
std::optional<UnitPrice> typedPrice(const QString &typed, Currency currency);
std::optional<Quantity> typedQuantity(const QString &typed);
/// "19" is 19 %.
std::optional<Rate> typedPercent(const QString &typed);

/// What a person may type for a day: 31.1. or 31.1.2026 or 2026-01-31, 15 for the 15th of this month, t for today, +7 or -3 for so many days from
/// today.
std::optional<QDate> typedDay(const QString &typed, QDate today, const QLocale &locale = QLocale());

/// "31.01.2026": the locale's short way of writing a day, with all four digits of the year. Empty for no day.
QString dayText(QDate day, const QLocale &locale = QLocale());
/// The same with hours and minutes, in this machine's time zone. Empty for "not yet".
QString momentText(Instant at, const QLocale &locale = QLocale());
QString percentText(Rate rate, const QLocale &locale = QLocale());
QString priceText(const UnitPrice &price, const QLocale &locale = QLocale()); ///< "12,50 EUR"
