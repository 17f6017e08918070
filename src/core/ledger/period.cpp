#include "core/ledger/period.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Period", text); }

static QString monthName(int period) { return QStringLiteral("%1-%2").arg(period / 100).arg(period % 100, 2, 10, QLatin1Char('0')); }

PeriodState periodState(Tx &tx, int period) { return PeriodState(tx.number("SELECT state FROM period WHERE id = ?", period)); }

Result<int> openPeriod(Tx &tx, QDate day)
{
    const int period = periodOf(day);
    {
        auto rows = tx.run(tx.isServer() ? "SELECT state FROM period WHERE id = ? FOR SHARE" : "SELECT state FROM period WHERE id = ?", period);
        if (rows.next() && PeriodState(rows.integer(0)) == PeriodState::Open)
            return period;
    }
    // A month nobody has posted to yet is as open or closed as the closed ones around it leave it.
    const qint64 lastClosed = tx.number("SELECT MAX(id) FROM period WHERE state <> 0");
    if (period > lastClosed) {
        tx.run("INSERT INTO period (id, state, changed_at) VALUES (?, 0, ?) ON CONFLICT (id) DO NOTHING", period, tx.now());
        return period;
    }
    const QDate earliest = QDate(int(lastClosed / 100), int(lastClosed % 100), 1).addMonths(1);
    return refuse(QStringLiteral("period_closed"), tr("%1 lies in a closed period.").arg(day.toString(Qt::ISODate)),
                  tr("The earliest open day is %1.").arg(earliest.toString(Qt::ISODate)));
}

Result<> closePeriod(Tx &tx, int period)
{
    if (periodState(tx, period) != PeriodState::Open)
        return refuse(QStringLiteral("period_closed"), tr("%1 is closed already.").arg(monthName(period)));
    tx.run("INSERT INTO period (id, state, changed_at) VALUES (?, 1, ?) ON CONFLICT (id) DO UPDATE SET state = 1, changed_at = excluded.changed_at",
           period, tx.now());
    tx.run("UPDATE period SET state = 1, changed_at = ? WHERE id < ? AND state = 0", tx.now(), period);
    audit(tx, "period_closed", "period", period);
    return Done{};
}

Result<> reopenPeriod(Tx &tx, int period, const QString &reason)
{
    switch (periodState(tx, period)) {
    case PeriodState::Open: return refuse(QStringLiteral("period_open"), tr("%1 is open.").arg(monthName(period)));
    case PeriodState::Locked:
        return refuse(QStringLiteral("period_locked"), tr("%1 is locked for good.").arg(monthName(period)),
                      tr("Correct it by an entry in an open period."));
    case PeriodState::Closed: break;
    }
    if (reason.trimmed().isEmpty())
        return refuse(QStringLiteral("reason_missing"), tr("Reopening a period needs a reason."));
    if (tx.number("SELECT COUNT(*) FROM period WHERE id > ? AND state <> 0", period) > 0)
        return refuse(QStringLiteral("later_period_closed"), tr("A later period than %1 is closed.").arg(monthName(period)),
                      tr("Reopen the later ones first."));
    tx.run("UPDATE period SET state = 0, changed_at = ? WHERE id = ?", tx.now(), period);
    audit(tx, "period_reopened", "period", period, reason);
    return Done{};
}

Result<> lockPeriod(Tx &tx, int period)
{
    if (periodState(tx, period) != PeriodState::Closed)
        return refuse(QStringLiteral("period_open"), tr("%1 must be closed before it is locked.").arg(monthName(period)));
    tx.run("UPDATE period SET state = 2, changed_at = ? WHERE id <= ? AND state = 1", tx.now(), period);
    audit(tx, "period_locked", "period", period);
    return Done{};
}
