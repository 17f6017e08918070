#include "apps/ctl/byhand.h"
#include "apps/ctl/format.h"
#include "channels/byhand/importorders.h"
#include "channels/byhand/worksheet.h"

#include <QCoreApplication>
#include <QFileInfo>

// Sites that people serve by hand.

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ByHandCommands", text); }

using namespace channels::byhand;

namespace {

/// A question about the channel that NAME says.
template <class Question> auto askChannel(Call &call, Session &session, Question question)
{
    using Answered = decltype(question(std::declval<Tx &>(), std::declval<const Channel &>()));
    return session.ask([&](Tx &tx) -> Answered {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        return question(tx, *channel);
    });
}

Json lineJson(const SheetLine &line)
{
    return object("line", line.key(), "sku", line.sku, "name", line.name, "field", sheetFieldWord(line.field), "now", line.now, "becomes",
                  line.becomes, "note", line.note);
}

Result<Answer> show(Call &call, Session &session)
{
    const auto items = askChannel(call, session, [](Tx &tx, const Channel &channel) -> Result<JsonArray> {
        JsonArray lines;
        for (const SheetLine &line : worksheetOf(tx, channel))
            lines.push_back(lineJson(line));
        return lines;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "line");
}

Result<Answer> print(Call &call, Session &session)
{
    const auto report = askChannel(call, session, [](Tx &tx, const Channel &channel) -> Result<Report> {
        return worksheetReport(channel, worksheetOf(tx, channel), tx.today());
    });
    if (!report)
        return report.error();
    return formatted(call, session, *report, list(rowsOf(*report)));
}

Result<Answer> printProducts(Call &call, Session &session)
{
    const auto report =
        askChannel(call, session, [&](Tx &tx, const Channel &channel) -> Result<Report> { return productSheet(tx, channel, !call.has("all")); });
    if (!report)
        return report.error();
    return formatted(call, session, *report, list(rowsOf(*report)));
}

Result<Answer> savePictures(Call &call, Session &session)
{
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, call.word("NAME")); });
    if (!channel)
        return channel.error();
    const auto names = saveNeededPictures(session, *channel, call.word("FOLDER"), call.option("sku"));
    if (!names)
        return names.error();
    return Answer(object("folder", call.word("FOLDER"), "files", *names));
}

Result<Answer> tick(Call &call, Session &session)
{
    const QString wanted = call.word("LINE");
    if (wanted.isEmpty() == !call.has("all"))
        return wrongUsage(tr("Say which line was typed in (see worksheet show), or --all."));
    const auto items = session.perform([&](Tx &tx) -> Result<JsonArray> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        JsonArray ticked;
        for (const SheetLine &line : worksheetOf(tx, *channel)) {
            if (!wanted.isEmpty() && line.key() != wanted)
                continue;
            if (wanted.isEmpty() && line.field == SheetField::Price && !line.held.price)
                continue; // it has no price to be typed
            const auto id = tickLine(tx, *channel, line);
            if (!id)
                return id.error();
            Json json = lineJson(line);
            json.set(QStringLiteral("tick"), *id);
            ticked.push_back(std::move(json));
        }
        if (ticked.empty() && !wanted.isEmpty())
            return notFound(QStringLiteral("unknown_line"), tr("There is no line “%1” on the worksheet of %2.").arg(wanted, channel->name),
                            tr("See: purserctl worksheet show %1").arg(channel->name));
        return ticked;
    });
    if (!items)
        return items.error();
    return Answer(list(*items));
}

Result<Answer> untick(Call &call, Session &session)
{
    bool whole = false;
    const qint64 id = call.word("TICK").toLongLong(&whole);
    if (!whole)
        return wrongUsage(tr("“%1” is no number of a tick.").arg(call.word("TICK")));
    const auto done = session.perform([&](Tx &tx) -> Result<> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        return takeTickBack(tx, *channel, id);
    });
    if (!done)
        return done.error();
    return Answer(object("tick", id, "taken_back", true));
}

Result<Answer> listTicks(Call &call, Session &session)
{
    const auto items = askChannel(call, session, [](Tx &tx, const Channel &channel) -> Result<JsonArray> {
        constexpr int most = 10'000;
        JsonArray found;
        for (const Tick &one : ticksOn(tx, channel.id, most))
            found.push_back(object("tick", one.id, "field", sheetFieldWord(one.field), "sku", one.sku, "was", one.was, "became", one.became, "at",
                                   instant(one.at), "actor", one.actor, "taken_back", one.takenBack));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "tick");
}

const char *outcomeWord(channels::Outcome outcome)
{
    switch (outcome) {
    case channels::Outcome::Created: return "created";
    case channels::Outcome::Changed: return "changed";
    case channels::Outcome::Ignored: return "kept";
    case channels::Outcome::Unchanged: break;
    }
    return "unchanged";
}

Json reportJson(const FileReport &report)
{
    JsonArray orders;
    for (const FileOrder &order : report.orders)
        orders.push_back(object("external_number", order.number, "result", order.problem.isEmpty() ? outcomeWord(order.outcome) : "refused",
                                "exceptions", order.exceptions, "message", order.problem));
    return object("created", report.created, "changed", report.changed, "unchanged", report.unchanged, "exceptions", report.exceptions,
                  "ignored_columns", report.ignored, "problems", QStringList(report.problems.begin(), report.problems.end()), "orders",
                  Json(std::move(orders)));
}

Result<Answer> importFile(Call &call, Session &session)
{
    FileImport options;
    options.dryRun = call.has("dry-run");
    for (const QString &pair : call.options("map")) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals < 1)
            return wrongUsage(tr("“%1” is no meaning such as \"Item code=sku\".").arg(pair));
        options.columns[headingKey(pair.left(equals))] = pair.mid(equals + 1);
    }
    const auto bytes = call.bytes("FILE");
    if (!bytes)
        return bytes.error();
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, call.word("NAME")); });
    if (!channel)
        return channel.error();
    const auto report = importOrders(session, *channel, *bytes, options);
    if (!report)
        return report.error();
    return Answer(reportJson(*report), report->clean() ? Done_ : Refused);
}

Result<Answer> setFolder(Call &call, Session &session)
{
    const auto place = [&](const char *name) { return call.has(name) ? QFileInfo(call.option(name)).absoluteFilePath() : QString(); };
    const auto changed = session.perform([&](Tx &tx) -> Result<Channel> {
        const auto channel = channelByName(tx, call.word("NAME"));
        return channel ? setFolders(tx, *channel, place("in"), place("out")) : channel;
    });
    if (!changed)
        return changed.error();
    return Answer(object("name", changed->name, "in", changed->option("in"), "out", changed->option("out")));
}

Result<Answer> runFolder(Call &call, Session &session)
{
    const auto report = runFolders(session, call.word("NAME"));
    if (!report)
        return report.error();
    JsonArray files;
    bool clean = true;
    for (const FolderFile &file : report->files) {
        Json json = file.refused.isEmpty() ? reportJson(file.report) : Json::object();
        json.set(QStringLiteral("file"), file.name);
        json.set(QStringLiteral("refused"), file.refused);
        files.push_back(std::move(json));
        clean = clean && file.refused.isEmpty() && file.report.clean();
    }
    return Answer(object("files", Json(std::move(files)), "written", report->written), clean ? Done_ : Refused);
}

Result<Answer> effort(Call &call, Session &session)
{
    const auto from = call.day("from"), to = call.day("to");
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    const auto items = session.ask([&](Tx &tx) -> Result<JsonArray> {
        const QDate last = to->value_or(tx.today());
        const QDate first = from->value_or(last.addDays(-29));
        JsonArray rows;
        for (const Channel &channel : allChannels(tx)) {
            if (call.has("channel") && channel.name != call.option("channel"))
                continue;
            const Effort cost = effortOf(tx, channel.id, first, last);
            const channels::Kind *kind = channels::findKind(channel.kind);
            if (!call.has("channel") && kind && kind->talks && cost.orders + cost.worksheets + cost.caught() == 0)
                continue;
            rows.push_back(effortJson(tx, channel, first, last));
        }
        return rows;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "channel");
}

} // namespace

Json effortJson(Tx &tx, const Channel &channel, QDate from, QDate to)
{
    const Effort cost = effortOf(tx, channel.id, from, to);
    return object("channel", channel.name, "from", day(from), "to", day(to), "orders", cost.orders, "lines", cost.lines, "order_seconds",
                  cost.orderSeconds, "worksheets", cost.worksheets, "ticks", cost.ticks, "worksheet_seconds", cost.worksheetSeconds, "caught_totals",
                  cost.totals, "caught_duplicates", cost.duplicates, "caught_unknown_skus", cost.unknownSkus);
}

std::vector<Command> byHandCommands()
{
    return {
        {QStringLiteral("worksheet show NAME [--limit N] [--after LINE]"),
         tr("What has to be typed into a site so that it shows what it should."),
         show,
         {}},
        {QStringLiteral("worksheet tick NAME [LINE] [--all]"), tr("A line was typed into the site: it is known to show it."), tick, {}},
        {QStringLiteral("worksheet untick NAME TICK"), tr("Takes a tick back."), untick, {}},
        {QStringLiteral("worksheet ticks NAME [--limit N] [--after TICK]"), tr("What was ticked, by whom and when."), listTicks, {}},
        {QStringLiteral("worksheet print NAME [--format F] [--output FILE]"),
         tr("The worksheet on paper. F: table, json, csv, xlsx, pdf."),
         print,
         {}},
        {QStringLiteral("worksheet products NAME [--all] [--format F] [--output FILE]"),
         tr("All that a site's editor types of new products, or of all."),
         printProducts,
         {}},
        {QStringLiteral("worksheet pictures NAME FOLDER [--sku S]"), tr("Saves the pictures that the site needs, named by SKU."), savePictures, {}},
        {QStringLiteral("orders import NAME FILE [--map HEADING=FIELD]… [--dry-run]"),
         tr("Takes in the orders of a file that a site exports: CSV, TSV or XLSX. What a column means is learnt once."),
         importFile,
         {}},
        {QStringLiteral("folder set NAME [--in FOLDER] [--out FOLDER]"), tr("Folders that a channel's files come from and go to."), setFolder, {}},
        {QStringLiteral("folder run NAME"),
         tr("Takes in what lies in the one folder, and writes worksheet and stock into the other."),
         runFolder,
         {}},
        {QStringLiteral("byhand effort [--channel C] [--from D] [--to D] [--limit N] [--after CHANNEL]"),
         tr("Time spent by hand and slips that were caught, of the last 30 days unless said otherwise."),
         effort,
         {}},
    };
}

} // namespace ctl
