#include "apps/ctl/call.h"
#include "core/export/journalexport.h"
#include "core/reports/journal.h"
#include "core/reports/report.h"
#include "core/verify/verify.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ReportCommands", text); }

namespace {

/// Rows named by the columns' keys; figures as strings.
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

/// The answer in the format that was asked for: csv goes out as it is, xlsx into a file.
Result<Answer> formatted(const Call &call, const Report &report, Json json)
{
    const QString format = call.has("format") ? call.option("format") : QStringLiteral("table");
    if (format == QLatin1String("table") || format == QLatin1String("json")) {
        if (format == QLatin1String("json"))
            return Answer::raw(json.toJson(true));
        return Answer(std::move(json));
    }
    if (format == QLatin1String("csv"))
        return Answer::raw(toCsv(report));
    if (format == QLatin1String("xlsx")) {
        if (!call.has("output"))
            return refuse(QStringLiteral("usage"), tr("A spreadsheet needs --output FILE.xlsx."));
        if (auto written = writeXlsx(report, call.option("output")); !written)
            return written.error();
        return Answer(object("file", call.option("output"), "rows", int(report.rows.size())));
    }
    return refuse(QStringLiteral("usage"), tr("--format is table, json, csv or xlsx."));
}

struct Days {
    QDate asOf, from, to;
};
Result<Days> daysOf(const Call &call, QDate today)
{
    Days days{today, QDate(today.year(), 1, 1), today};
    for (const auto &[name, field] : {std::pair("as-of", &Days::asOf), std::pair("from", &Days::from), std::pair("to", &Days::to)}) {
        const auto given = call.day(name);
        if (!given)
            return given.error();
        if (*given)
            days.*field = **given;
    }
    return days;
}

/// A report that needs days: asked, then formatted.
template <class Ask> Result<Answer> reported(Call &call, Session &session, Ask ask)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<std::pair<Report, Json>> {
        const auto days = daysOf(call, tx.today());
        if (!days)
            return days.error();
        return ask(tx, *days);
    });
    if (!answer)
        return answer.error();
    return formatted(call, answer->first, answer->second);
}

Result<Answer> trial(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const TrialBalance balance = trialBalance(tx, days.asOf);
        const Report report = reportOf(balance, tx.currency());
        Json json = object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total_debit", money(balance.totalDebit), "total_credit",
                           money(balance.totalCredit));
        return std::pair(report, json);
    });
}

Result<Answer> sheet(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const Statement statement = balanceSheet(tx, days.asOf);
        const Report report = balanceSheetReport(statement, days.asOf, tx.currency());
        return std::pair(report, object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "result", money(statement.result)));
    });
}

Result<Answer> profit(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const Statement statement = profitAndLoss(tx, days.from, days.to);
        const Report report = profitAndLossReport(statement, days.from, days.to, tx.currency());
        return std::pair(report, object("from", day(days.from), "to", day(days.to), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "result", money(statement.result)));
    });
}

Result<Answer> aged(Call &call, Session &session)
{
    return reported(call, session, [&](Tx &tx, const Days &days) {
        const Report report = reportOf(ageing(tx, call.has("payable"), days.asOf), days.asOf, tx.currency());
        return std::pair(report, object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total", report.totals.back().text));
    });
}

Result<Answer> worth(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &) {
        const Report report = reportOf(stockValue(tx), tx.currency());
        return std::pair(report, object("currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total", report.totals.back().text));
    });
}

Result<Answer> sold(Call &call, Session &session)
{
    const QStringList words{QStringLiteral("channel"), QStringLiteral("product"), QStringLiteral("customer"), QStringLiteral("day")};
    const auto by = call.has("by") ? words.indexOf(call.option("by")) : 0;
    if (by < 0)
        return refuse(QStringLiteral("usage"), tr("--by is channel, product, customer or day."));
    return reported(call, session, [by](Tx &tx, const Days &days) {
        const Report report = reportOf(sales(tx, days.from, days.to, SalesBy(by)), days.from, days.to, tx.currency());
        return std::pair(report, object("from", day(days.from), "to", day(days.to), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total", report.totals.back().text));
    });
}

Json entryJson(const JournalView &view, Currency own)
{
    JsonArray lines;
    for (const JournalLineView &line : view.lines)
        lines.push_back(object("account", line.account, "name", line.accountName, "debit", line.amount.isNegative() ? Json() : money(line.amount), "credit",
                               line.amount.isNegative() ? money(-line.amount) : Json(), "party", line.party, "currency", line.currency ? line.currency->code() : own.code(), "amount",
                               line.currency ? money(Money(*line.currencyAmount, *line.currency)) : money(line.amount)));
    return object("number", view.number, "day", day(view.entry.day), "journal", view.journal, "memo", view.entry.memo, "source",
                  view.document.isEmpty() ? view.entry.source : view.entry.source + u' ' + view.document, "lines", Json(std::move(lines)));
}

Result<Answer> journal(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        JournalQuestion question;
        for (const auto &[name, field] : {std::pair("from", &JournalQuestion::from), std::pair("to", &JournalQuestion::to)}) {
            const auto given = call.day(name);
            if (!given)
                return given.error();
            question.*field = given->value_or(QDate());
        }
        if (call.has("account")) {
            const auto account = accountByCode(tx, call.option("account"));
            if (!account)
                return account.error();
            question.account = account->id;
        }
        question.after = {page->after.toLongLong()};
        question.limit = page->limit;
        const auto views = journalEntries(tx, question);
        JsonArray items;
        for (const JournalView &view : views)
            items.push_back(entryJson(view, tx.currency()));
        return list(std::move(items), int(views.size()) == page->limit ? QString::number(views.back().entry.id.value) : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> exportAll(Call &call, Session &session)
{
    const QMap<QString, JournalFormat> formats{{QStringLiteral("hledger"), JournalFormat::Hledger}, {QStringLiteral("ledger"), JournalFormat::Ledger}, {QStringLiteral("beancount"), JournalFormat::Beancount}};
    if (!formats.contains(call.word("FORMAT")))
        return refuse(QStringLiteral("usage"), tr("“%1” is none of hledger, ledger, beancount.").arg(call.word("FORMAT")));
    QByteArray text;
    QSaveFile file(call.option("output"));
    const bool toFile = call.has("output");
    if (toFile && !file.open(QIODevice::WriteOnly))
        return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(call.option("output"), file.errorString()));
    const auto done = session.ask([&](Tx &tx) {
        exportJournal(tx, formats[call.word("FORMAT")], [&](const QByteArray &piece) {
            if (toFile)
                file.write(piece);
            else
                text += piece;
        });
        return Done{};
    });
    if (!done)
        return done.error();
    if (!toFile)
        return Answer::raw(text);
    if (!file.commit())
        return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(call.option("output"), file.errorString()));
    return Answer(object("file", call.option("output")));
}

Result<Answer> verifyAll(Call &call, Session &session)
{
    const auto found = verifyCompany(session, [&](const QString &part) { call.progress() << part << "…" << Qt::endl; });
    if (!found)
        return found.error();
    const auto counts = [](const std::vector<Verification::Count> &all) {
        JsonObject members;
        for (const auto &count : all)
            members.emplace_back(count.name, Json(count.count));
        return Json::object(std::move(members));
    };
    JsonArray differences;
    for (const auto &difference : found->differences)
        differences.push_back(object("where", difference.where, "text", difference.text));
    return Answer(object("ok", found->ok(), "facts", counts(found->facts), "sums", counts(found->sums), "differences", Json(std::move(differences))), found->ok() ? Done_ : Different);
}

Result<Answer> history(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) {
        JsonArray items;
        auto rows = tx.run("SELECT id, at, actor, station, action, subject, subject_id, detail FROM audit WHERE id > ? ORDER BY id LIMIT " + std::to_string(page->limit),
                           page->after.toLongLong());
        qint64 last = 0;
        while (rows.next()) {
            last = rows.integer(0);
            items.push_back(object("at", instant({rows.integer(1)}), "actor", rows.text(2), "station", rows.text(3), "action", rows.text(4), "subject", rows.text(5), "id", rows.integer(6),
                                   "detail", rows.text(7)));
        }
        const bool more = int(items.size()) == page->limit;
        return list(std::move(items), more ? QString::number(last) : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> reportCommands()
{
    return {
        {QStringLiteral("report trial-balance [--as-of D] [--format F] [--output FILE]"), tr("All accounts. F: table, json, csv, xlsx."), trial, {}},
        {QStringLiteral("report balance-sheet [--as-of D] [--format F] [--output FILE]"), tr("Assets, liabilities, equity."), sheet, {}},
        {QStringLiteral("report profit-and-loss [--from D] [--to D] [--format F] [--output FILE]"), tr("Income and expenses."), profit, {}},
        {QStringLiteral("report journal [--from D] [--to D] [--account CODE] [--limit N] [--after ID]"), tr("Entries with their lines."), journal, {}},
        {QStringLiteral("report ageing [--payable] [--as-of D] [--format F] [--output FILE]"), tr("Open items by how long they are overdue."), aged, {}},
        {QStringLiteral("report stock-value [--format F] [--output FILE]"), tr("What the stock is worth."), worth, {}},
        {QStringLiteral("report sales [--from D] [--to D] [--by B] [--format F] [--output FILE]"), tr("Invoices less credit notes, by channel, product, customer or day."), sold, {}},
        {QStringLiteral("export FORMAT [--output FILE]"), tr("The whole journal for hledger, ledger or beancount."), exportAll, {}},
        {QStringLiteral("verify"), tr("Recomputes everything from the facts; exit status 4 if something differs."), verifyAll, {}},
        {QStringLiteral("audit list [--limit N] [--after ID]"), tr("Who did what, when and from where."), history, {}},
    };
}

} // namespace ctl
