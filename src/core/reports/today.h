#pragma once

#include "sql/tx.h"

/// What the first screen shows. Read from sums and from the newest rows only, so its time does not depend on history.
struct TodayFigures {
    struct Day {
        QDate day;
        qint64 orders = 0;
        Money sales; ///< company currency, totals of the orders of that day
    };
    std::vector<Day> days;                            ///< the last 14, oldest first
    std::vector<std::pair<QString, Money>> byChannel; ///< totals of the last 30 days; the desk's own first
    qint64 ordersToday = 0;
    qint64 toShip = 0;
    qint64 exceptions = 0; ///< decisions that wait: open exceptions, and orders on hold for another reason
    qint64 stockOuts = 0;
    Money overdue;
    std::vector<std::pair<QString, QString>> waiting; ///< what needs a person: (order or channel, sentence)
};
TodayFigures todayFigures(Tx &tx);
