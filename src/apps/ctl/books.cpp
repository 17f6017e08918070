#include "apps/ctl/format.h"
#include "core/export/journalexport.h"
#include "core/parties/party.h"
#include "core/reports/journal.h"
#include "core/sales/salesorder.h"
#include "core/verify/verify.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("BookCommands", text); }

namespace {

Json entryJson(const JournalView &view, Currency own)
{
    const Json none = money(Money(0, own));
    JsonArray lines;
    for (const JournalLineView &line : view.lines)
        lines.push_back(object("account", line.account, "name", line.accountName, "debit", line.amount.isNegative() ? none : money(line.amount),
                               "credit", line.amount.isNegative() ? money(-line.amount) : none, "party", line.party, "currency",
                               line.currency ? line.currency->code() : own.code(), "amount",
                               line.currency ? money(Money(*line.currencyAmount, *line.currency)) : money(line.amount)));
    return object("number", view.number, "day", day(view.entry.day), "journal", view.journal, "memo", view.entry.memo, "source",
                  view.document.isEmpty() ? view.entry.source : view.entry.source + u' ' + view.document, "lines", Json(std::move(lines)));
}

Result<JournalQuestion> journalQuestion(Tx &tx, const Call &call)
{
    JournalQuestion question;
    for (const auto &[name, field] :
         {std::pair("from", &JournalQuestion::from), std::pair("to", &JournalQuestion::to), std::pair("as-of", &JournalQuestion::to)}) {
        const auto given = call.day(name);
        if (!given)
            return given.error();
        if (*given)
            question.*field = **given;
    }
    if (call.has("account")) {
        const auto account = accountByCode(tx, call.option("account"));
        if (!account)
            return account.error();
        question.account = account->id;
    }
    return question;
}

/// Everything that was asked for, as a file's rows.
Report wholeJournal(Tx &tx, JournalQuestion question)
{
    std::vector<JournalView> all;
    question.limit = 1000;
    for (;;) {
        auto part = journalEntries(tx, question);
        const bool last = int(part.size()) < question.limit;
        if (!last)
            question.after = part.back().entry.id;
        std::move(part.begin(), part.end(), std::back_inserter(all));
        if (last)
            return reportOf(all, question.from, question.to, tx.currency());
    }
}

/// The number on which the next page goes on; entries are numbered gaplessly.
Result<Json> journalPage(Tx &tx, JournalQuestion question, const Call &call, const Page &page)
{
    question.after = {page.after.toLongLong()};
    question.limit = page.limit + 1;
    auto views = journalEntries(tx, question);
    const bool more = int(views.size()) > page.limit;
    if (more)
        views.pop_back();
    const bool forPeople = !call.json() && call.option("format") != QLatin1String("json");
    JsonArray items;
    if (forPeople) // a row per line; scripts get an object per entry
        items = rowsOf(reportOf(views, question.from, question.to, tx.currency()));
    else
        for (const JournalView &view : views)
            items.push_back(entryJson(view, tx.currency()));
    return list(std::move(items), more ? QString::number(views.back().entry.id.value) : QString());
}

Result<Answer> journal(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<std::pair<Report, Json>> {
        const auto question = journalQuestion(tx, call);
        if (!question)
            return question.error();
        if (wantsFile(call))
            return std::pair(wholeJournal(tx, *question), Json());
        const auto json = journalPage(tx, *question, call, *page);
        if (!json)
            return json.error();
        return std::pair(Report(), *json);
    });
    return answer ? formatted(call, session, answer->first, answer->second) : Result<Answer>(answer.error());
}

Result<Answer> exportAll(Call &call, Session &session)
{
    const QMap<QString, JournalFormat> formats{{QStringLiteral("hledger"), JournalFormat::Hledger},
                                               {QStringLiteral("ledger"), JournalFormat::Ledger},
                                               {QStringLiteral("beancount"), JournalFormat::Beancount}};
    if (!formats.contains(call.word("FORMAT")))
        return wrongUsage(tr("“%1” is none of hledger, ledger, beancount.").arg(call.word("FORMAT")));
    QByteArray text;
    const auto done = session.ask([&](Tx &tx) {
        text.clear();
        exportJournal(tx, formats[call.word("FORMAT")], [&](const QByteArray &piece) { text += piece; });
        return Done{};
    });
    if (!done)
        return done.error();
    return delivered(call, text);
}

Result<Answer> verifyAll(Call &call, Session &session)
{
    const auto found = verifyCompany(session, [&](const QString &part) {
        if (call.control().progress)
            call.control().progress(part, 0, -1);
    });
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
    return Answer(object("ok", found->ok(), "facts", counts(found->facts), "sums", counts(found->sums), "differences", Json(std::move(differences))),
                  found->ok() ? Done_ : Different);
}

/// One thing of the company, as people name it: its table and id.
Result<std::pair<QString, qint64>> subjectOf(Tx &tx, const Call &call)
{
    const auto found = [](const char *table, const auto &row) -> Result<std::pair<QString, qint64>> {
        if (!row)
            return row.error();
        return std::pair(QString::fromLatin1(table), row->id.value);
    };
    if (call.has("order"))
        return found("sales_order", orderByNumber(tx, call.option("order")));
    if (call.has("product"))
        return found("product", productBySku(tx, call.option("product")));
    if (call.has("customer"))
        return found("party", partyByCode(tx, PartyKind::Customer, call.option("customer")));
    if (call.has("supplier"))
        return found("party", partyByCode(tx, PartyKind::Supplier, call.option("supplier")));
    if (call.has("channel"))
        return found("channel", channelByName(tx, call.option("channel")));
    return std::pair(QString(), qint64(0));
}

Result<Answer> history(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto subject = subjectOf(tx, call);
        if (!subject)
            return subject.error();
        JsonArray items;
        auto rows = tx.run("SELECT id, at, actor, station, action, subject, subject_id, detail FROM audit WHERE id > ? AND (? = '' OR (subject = ? "
                           "AND subject_id = ?)) "
                           "ORDER BY id LIMIT "
                               + std::to_string(page->limit + 1),
                           page->after.toLongLong(), subject->first, subject->first, subject->second);
        qint64 last = 0;
        bool more = false;
        while (rows.next()) {
            more = int(items.size()) == page->limit;
            if (more)
                break;
            last = rows.integer(0);
            items.push_back(object("at", instant({rows.integer(1)}), "actor", rows.text(2), "station", rows.text(3), "action", rows.text(4),
                                   "subject", rows.text(5), "id", rows.integer(6), "detail", rows.text(7)));
        }
        return list(std::move(items), more ? QString::number(last) : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> bookCommands()
{
    return {
        {QStringLiteral("report journal [--from D] [--to D] [--as-of D] [--account CODE] [--format F] [--output FILE] [--limit N] [--after ID]"),
         tr("Entries with their lines, page by page; as csv or xlsx all of them."),
         journal,
         {}},
        {QStringLiteral("export FORMAT [--output FILE]"), tr("The whole journal for hledger, ledger or beancount."), exportAll, {}},
        {QStringLiteral("verify"), tr("Recomputes everything from the facts; exit status 4 if something differs."), verifyAll, {}},
        {QStringLiteral("audit list [--order NUMBER] [--product SKU] [--customer CODE] [--supplier CODE] [--channel NAME] [--limit N] [--after ID]"),
         tr("Who did what, when and from where; of everything or of one thing."),
         history,
         {}},
    };
}

} // namespace ctl
