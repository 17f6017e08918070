#include "core/imports/rows.h"

#include <QCoreApplication>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

namespace {

void count(ImportReport &report, RowOutcome outcome)
{
    ++(outcome == RowOutcome::Created ? report.created : outcome == RowOutcome::Changed ? report.changed : report.unchanged);
}

ImportProblem problemOf(int line, const Error &error)
{
    const bool cell = error.code.startsWith(QLatin1String("column:"));
    return {line, cell ? error.code.mid(7) : QString(), error.text};
}

} // namespace

Result<ImportReport> importRows(Session &session, const QByteArray &csv, const QStringList &known, const char *key,
                                const std::function<Result<RowOutcome>(Tx &, const ImportRow &)> &take, const ImportControl &control)
{
    constexpr size_t rowsPerTransaction = 500;
    const auto rows = readCsv(csv);
    if (rows.empty())
        return refuse(QStringLiteral("empty_file"), tr("The file holds no rows."));
    QStringList titles;
    ImportReport report;
    for (const QString &cell : rows.front().cells) {
        const QString title = cell.trimmed().toLower();
        if (titles.contains(title) && !title.isEmpty())
            return refuse(QStringLiteral("columns"), tr("The file has the column “%1” twice.").arg(cell));
        titles << title;
        if (!known.contains(title))
            report.ignoredColumns << cell;
    }
    if (!titles.contains(QLatin1String(key)))
        return refuse(QStringLiteral("columns"), tr("The file has no column “%1”.").arg(QLatin1String(key)),
                      tr("Its first row must name the columns: %1.").arg(known.join(QStringLiteral(", "))));
    std::set<QString> seen;
    for (size_t at = 1; at < rows.size(); at += rowsPerTransaction) {
        if (control.cancelled && control.cancelled())
            return refuse(QStringLiteral("cancelled"), tr("Stopped in front of line %1.").arg(rows[at].line),
                          tr("The rows above went in. Importing the file again goes on from there."));
        if (control.progress)
            control.progress(qint64(at - 1), qint64(rows.size() - 1));
        const ImportReport before = report;
        const std::set<QString> seenBefore = seen;
        const auto part = session.perform([&](Tx &tx) -> Result<> {
            report = before; // the whole part may be tried again
            seen = seenBefore;
            for (size_t i = at; i < rows.size() && i < at + rowsPerTransaction; ++i) {
                const ImportRow row(titles, rows[i]);
                if (!row[key].isEmpty() && !seen.insert(row[key]).second) {
                    report.problems.push_back({row.line(), QLatin1String(key), tr("%1 stands in the file more than once.").arg(row[key])});
                    continue;
                }
                const auto taken = tx.attempt([&](Tx &inner) { return take(inner, row); });
                if (taken)
                    count(report, *taken);
                else
                    report.problems.push_back(problemOf(row.line(), taken.error()));
            }
            return Done{};
        });
        if (!part)
            return part.error();
    }
    return report;
}
