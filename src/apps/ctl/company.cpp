#include "core/company/company.h"
#include "apps/ctl/call.h"
#include "core/verify/seal.h"
#include "core/verify/verify.h"
#include "sql/backup.h"
#include "sql/migrator.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("CompanyCommands", text); }

namespace {

Result<Answer> answered(const Result<Json> &json)
{
    if (!json)
        return json.error();
    return Answer(*json);
}

Result<Json> companyJson(Session &session)
{
    return session.ask([&](Tx &tx) {
        const Settings &settings = tx.configured<Settings>();
        return object("name", session.scene().companyName, "engine", tx.isServer() ? "postgresql" : "sqlite", "where", session.locator().text,
                      "schema", Migrator::newest(), "currency", tx.currency().code(), "country", settings.country, "time_zone",
                      QString::fromLatin1(tx.scene().zone.id()), "practice", settings.practice, "orders",
                      tx.number("SELECT COUNT(*) FROM sales_order"), "products", tx.number("SELECT COUNT(*) FROM product"), "customers",
                      tx.number("SELECT COUNT(*) FROM party WHERE kind = 1"), "journal_entries", tx.number("SELECT last_entry FROM ledger_head"),
                      "bytes", tx.isServer() ? tx.number("SELECT pg_database_size(current_database())") : QFileInfo(session.locator().text).size());
    });
}

Result<Answer> create(Call &call)
{
    if (call.where().text.isEmpty())
        return wrongUsage(tr("Where? Say --company FILE.purser, or a postgresql:// address."));
    NewCompany company;
    company.name = call.option("name");
    company.country = call.option("country");
    company.chart = call.option("chart");
    company.timeZone = call.option("time-zone");
    const auto currency = Currency::of(call.option("currency").toUpper());
    if (!currency)
        return refuse(QStringLiteral("currency"), tr("There is no currency %1.").arg(call.option("currency")));
    company.currency = *currency;
    auto made = createCompany(call.where(), company, call.now());
    if (!made)
        return made.error();
    return answered(companyJson(*made));
}

Result<Answer> upgrade(Call &call)
{
    const auto backup = upgradeCompany(call.where());
    if (!backup)
        return backup.error();
    return Answer(object("schema", Migrator::newest(), "upgraded", !backup->isEmpty(), "backup", *backup));
}

Result<Answer> makeBackup(Call &call, Session &session)
{
    if (auto done = backUp(session.connection(), call.word("FILE")); !done)
        return done.error();
    return Answer(object("backup", call.word("FILE"), "bytes", QFileInfo(call.word("FILE")).size()));
}

Result<Answer> restoreBackup(Call &call)
{
    const sql::Locator to{call.option("to")};
    try {
        if (auto done = restore(call.word("FILE"), to); !done)
            return done.error();
    } catch (const sql::Fault &fault) {
        return Error{Error::Kind::Unavailable, QStringLiteral("unreachable"), QString::fromUtf8(fault.what()), {}};
    }
    auto session = Session::open(to);
    if (!session)
        return session.error();
    const auto raised = raiseSeries(*session);
    if (!raised)
        return raised.error();
    const auto found = verifyCompany(*session, [](const QString &) {});
    if (!found)
        return found.error();
    auto json = companyJson(*session);
    if (!json)
        return json.error();
    JsonArray differences;
    for (const auto &difference : found->differences)
        differences.push_back(object("where", difference.where, "text", difference.text));
    json->set(QStringLiteral("series_raised"), *raised);
    json->set(QStringLiteral("verified"), found->ok());
    json->set(QStringLiteral("differences"), Json(std::move(differences)));
    return Answer(*json, found->ok() ? Done_ : Different);
}

} // namespace

std::vector<Command> companyCommands()
{
    return {
        {QStringLiteral("company create --name N --currency C --country DE --chart NAME [--time-zone Z]"),
         tr("A new, empty company with its accounts."),
         {},
         create},
        {QStringLiteral("company show"),
         tr("Engine, schema, sizes."),
         [](Call &, Session &session) -> Result<Answer> { return answered(companyJson(session)); },
         {}},
        {QStringLiteral("company upgrade"), tr("Brings an older company up to this program, after a backup."), {}, upgrade},
        {QStringLiteral("company charts"),
         tr("The charts of accounts that there are."),
         {},
         [](Call &) -> Result<Answer> { return Answer(object("charts", charts())); }},
        {QStringLiteral("backup FILE"), tr("A complete, consistent copy as a company file, while others work."), makeBackup, {}},
        {QStringLiteral("restore FILE --to WHERE"),
         tr("Copies a backup into a new file or an empty database and verifies it; exit status 4 if something differs."),
         {},
         restoreBackup},
    };
}

} // namespace ctl
