#include "apps/ctl/format.h"

#include "apps/ctl/text.h"
#include "paper/reportpaper.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTemporaryDir>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Format", text); }

JsonArray rowsOf(const Report &report)
{
    JsonArray rows;
    for (const auto &row : report.rows) {
        JsonObject cells;
        for (size_t i = 0; i < report.columns.size(); ++i)
            cells.emplace_back(report.columns[i].key, Json(row[i].text));
        rows.push_back(Json::object(std::move(cells)));
    }
    return rows;
}

bool wantsFile(const Call &call)
{
    static const QStringList files{QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("pdf")};
    return files.contains(call.option("format"));
}

Result<Answer> delivered(const Call &call, const QByteArray &bytes)
{
    if (!call.has("output"))
        return Answer::raw(bytes);
    const QString path = call.option("output");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return Answer(object("file", path, "bytes", qint64(bytes.size())));
}

/// A spreadsheet as bytes.
static Result<QByteArray> spreadsheet(const Report &report)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    if (auto written = writeXlsx(report, path); !written)
        return written.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("file"), tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return file.readAll();
}

Result<Answer> formatted(const Call &call, const Session &session, const Report &report, Json json)
{
    const QString format = call.has("format") ? call.option("format") : QStringLiteral("table");
    if (format == QLatin1String("json"))
        return delivered(call, json.toJson(true));
    if (format == QLatin1String("csv"))
        return delivered(call, toCsv(report));
    if (format == QLatin1String("xlsx") || format == QLatin1String("pdf")) {
        if (!call.has("output") && call.terminal().output)
            return wrongUsage(tr("This format is nothing for a terminal: say --output FILE.%1.").arg(format));
        const auto bytes = format == QLatin1String("pdf") ? paper::reportAsPdf(report, session.scene().companyName) : spreadsheet(report);
        return bytes ? delivered(call, *bytes) : Result<Answer>(bytes.error());
    }
    if (format != QLatin1String("table"))
        return wrongUsage(tr("--format is table, json, csv, xlsx or pdf."));
    if (call.has("output"))
        return delivered(call, call.json() ? json.toJson(true) : toText(json).toUtf8());
    return Answer(std::move(json));
}

} // namespace ctl
