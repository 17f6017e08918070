#include "channels/byhand/importorders.h"

#include "base/sheet/readsheet.h"

#include <QCoreApplication>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

bool FileReport::clean() const
{
    return problems.empty() && std::all_of(orders.begin(), orders.end(), [](const FileOrder &order) { return order.problem.isEmpty(); });
}

Result<Table> tableIn(const QByteArray &bytes)
{
    std::vector<CsvRow> rows;
    if (isWorkbook(bytes)) {
        auto read = readWorkbook(bytes);
        if (!read)
            return read.error();
        rows = *std::move(read);
    } else {
        rows = readCsv(bytes);
    }
    if (rows.size() < 2)
        return refuse(QStringLiteral("empty_file"), tr("The file holds no rows below its headings."));
    Table table;
    for (CsvRow &row : rows)
        table.push_back({row.line, std::move(row.cells)});
    return table;
}

ColumnMap learntColumns(Tx &tx, Id<Channel> channel)
{
    ColumnMap learnt;
    auto rows = tx.run("SELECT heading, field FROM column_meaning WHERE channel_id = ?", channel);
    while (rows.next())
        learnt[rows.text(0)] = rows.text(1);
    return learnt;
}

Result<> learnColumns(Tx &tx, const Channel &channel, const ColumnMap &columns)
{
    for (const auto &[heading, field] : columns) {
        if (!field.isEmpty() && !columnFields().contains(field))
            return refuse(QStringLiteral("columns"), tr("A column cannot mean “%1”.").arg(field),
                          tr("It can mean: %1.").arg(columnFields().join(QStringLiteral(", "))));
        tx.run("INSERT INTO column_meaning (channel_id, heading, field) VALUES (?, ?, ?) ON CONFLICT (channel_id, heading) DO UPDATE SET field = "
               "excluded.field",
               channel.id, heading, field);
    }
    return Done{};
}

namespace {

Result<> complete(const Columns &columns, const QStringList &headings)
{
    QStringList missing;
    if (!columns.has("order_number"))
        missing << QStringLiteral("order_number");
    if (!columns.has("sku") && !columns.has("description") && !columns.has("barcode"))
        missing << QStringLiteral("sku");
    if (!columns.has("quantity"))
        missing << QStringLiteral("quantity");
    if (missing.isEmpty())
        return Done{};
    return refuse(
        QStringLiteral("columns"), tr("It is not known which column is: %1.").arg(missing.join(QStringLiteral(", "))),
        tr("Say it once, such as --map \"%1=%2\". The file has: %3.").arg(headings.value(0), missing.front(), headings.join(QStringLiteral(", "))));
}

/// What is rolled back: a dry run.
const QString rehearsed = QStringLiteral("rehearsed");

class Importer {
public:
    Importer(Session &session, const Channel &channel, const FileImport &options) : m_session(session), m_channel(channel), m_options(options) {}

    Result<FileReport> run(const Table &table)
    {
        auto learnt = m_session.ask([&](Tx &tx) { return learntColumns(tx, m_channel.id); });
        if (!learnt)
            return learnt.error();
        ColumnMap map = *std::move(learnt);
        for (const auto &[heading, field] : m_options.columns)
            map[heading] = field;
        const QStringList &headings = table.front().cells;
        const Columns columns = columnsOf(headings, map);
        if (auto fine = complete(columns, headings); !fine)
            return fine.error();
        if (!m_options.dryRun)
            if (auto kept = learn(columns, headings); !kept)
                return kept.error();
        FileReport report;
        report.ignored = columns.ignored;
        TableOrders read = ordersIn(table, columns, m_channel.currency, m_session.scene().zone);
        report.problems = std::move(read.problems);
        for (const WebOrder &order : read.orders)
            take(order, report);
        return report;
    }

private:
    Result<> learn(const Columns &columns, const QStringList &headings)
    {
        ColumnMap meanings = m_options.columns;
        for (const auto &[field, column] : columns.at)
            meanings[headingKey(headings[column])] = field;
        return m_session.perform([&](Tx &tx) { return learnColumns(tx, m_channel, meanings); });
    }

    void take(const WebOrder &order, FileReport &report)
    {
        FileOrder taken{order.number, Outcome::Unchanged, 0, {}};
        const auto applied = m_session.perform([&](Tx &tx) -> Result<Applied> {
            const auto done = takeWebOrder(tx, m_channel, order);
            if (!done)
                return done;
            taken.outcome = done->outcome;
            taken.exceptions = done->exceptions;
            return m_options.dryRun ? Result<Applied>(refuse(rehearsed, {})) : done;
        });
        if (!applied && applied.error().code != rehearsed) {
            taken.problem = applied.error().text;
        } else {
            ++(taken.outcome == Outcome::Created ? report.created : taken.outcome == Outcome::Changed ? report.changed : report.unchanged);
            report.exceptions += taken.exceptions;
        }
        report.orders.push_back(std::move(taken));
    }

    Session &m_session;
    const Channel &m_channel;
    const FileImport &m_options;
};

} // namespace

Result<FileReport> importOrders(Session &session, const Channel &channel, const QByteArray &file, const FileImport &options)
{
    if (const Kind *kind = findKind(channel.kind); kind && kind->talks)
        return refuse(QStringLiteral("not_by_hand"),
                      tr("The orders of “%1” are fetched by Purser; from a file they would come twice.").arg(channel.name),
                      tr("Add a channel of the kind byhand for the file's site."));
    const auto table = tableIn(file);
    if (!table)
        return table.error();
    return Importer(session, channel, options).run(*table);
}

} // namespace channels::byhand
