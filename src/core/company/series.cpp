#include "core/company/series.h"

qint64 nextInSeries(Tx &tx, const char *code, int year)
{
    auto rows = tx.run("INSERT INTO series (code, year, next) VALUES (?, ?, 2) "
                       "ON CONFLICT (code, year) DO UPDATE SET next = series.next + 1 RETURNING next - 1",
                       code, year);
    rows.next();
    return rows.integer(0);
}

QString nextNumber(Tx &tx, const char *prefix)
{
    return QStringLiteral("%1-%2").arg(QLatin1String(prefix)).arg(nextInSeries(tx, prefix), 7, 10, QLatin1Char('0'));
}
