#pragma once

#include "channels/engine/schedule.h"

// How a schedule is written and read: at the desk in the language of the screen, on the command line in words that scripts can rely on.

QString timeWord(int minute);                     ///< of the day: "07:30", "24:00"
std::optional<int> readTime(const QString &text); ///< "7:30", "24:00"
QString daysWord(int days);                       ///< bits as in Schedule; stable: "mon,tue,sat"
QString daysLabel(int days);                      ///< in the language of the screen: "Mon–Wed, Sat"
/// Days as either of them writes them, and ranges: "mon-fri", "Mon, Wednesday". Refuses what is no day of the week ("days").
Result<int> readDays(const QString &text);
/// "Every 3 minutes, Mon–Fri, 08:00–18:00"; translated
QString scheduleLabel(const Schedule &schedule);
