#pragma once

#include "sql/tx.h"

enum class PeriodState { Open = 0, Closed = 1, Locked = 2 };

inline int periodOf(QDate day) { return day.year() * 100 + day.month(); } ///< 202601

/// Refuses a day in a closed period and names the earliest open day; opens the period if it is new.
Result<int> openPeriod(Tx &tx, QDate day);
/// Closes the month, and with it every earlier one.
Result<> closePeriod(Tx &tx, int period);
Result<> reopenPeriod(Tx &tx, int period, const QString &reason);
Result<> lockPeriod(Tx &tx, int period);
PeriodState periodState(Tx &tx, int period);
