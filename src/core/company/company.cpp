#include "core/company/company.h"

#include "base/csv.h"
#include "core/audit/audit.h"
#include "core/ledger/account.h"
#include "core/stock/stock.h"
#include "core/taxes/tax.h"
#include "sql/backup.h"
#include "sql/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

static QString tr(const char *text) { return QCoreApplication::translate("Company", text); }

Settings Settings::load(Tx &tx)
{
    Settings settings;
    auto rows = tx.run("SELECT country, tax_rounding, year_starts, practice, location_id FROM company");
    rows.next();
    settings.country = rows.text(0);
    settings.taxRounding = TaxRounding(rows.integer(1));
    settings.yearStarts = int(rows.integer(2));
    settings.practice = rows.integer(3) != 0;
    settings.location.value = rows.integer(4);
    return settings;
}

QStringList charts()
{
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/charts")).entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

namespace {

std::vector<CsvRow> resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing from the program", qPrintable(path));
    auto rows = readCsv(file.readAll());
    rows.erase(rows.begin()); // the titles
    return rows;
}

AccountType typeOf(const QString &word)
{
    static const QStringList words{QStringLiteral("asset"), QStringLiteral("liability"), QStringLiteral("equity"), QStringLiteral("income"),
                                   QStringLiteral("expense")};
    return AccountType(words.indexOf(word) + 1);
}

void setUpAccounts(Tx &tx, const QString &chart)
{
    for (const CsvRow &row : resource(QStringLiteral(":/charts/%1.csv").arg(chart))) {
        Account account{{}, 1, row.cells.value(0), row.cells.value(1), typeOf(row.cells.value(2)), true};
        tx.insert(account);
        for (const QString &name : row.cells.value(3).split(u' ', Qt::SkipEmptyParts))
            tx.run("INSERT INTO account_role (role, scope, scope_id, account_id) VALUES (?, '', 0, ?)", name, account.id);
    }
    const std::pair<const char *, QString> journals[] = {
        {"SAL", tr("Sales")}, {"PUR", tr("Purchases")}, {"BNK", tr("Payments")}, {"STK", tr("Stock")}, {"GEN", tr("General")}};
    for (const auto &[code, name] : journals)
        tx.run("INSERT INTO journal (code, name) VALUES (?, ?)", code, name);
    tx.run("INSERT INTO ledger_head (id, last_entry, last_hash) VALUES (1, 0, ?)", QByteArray(32, '\0'));
}

void setUpTaxes(Tx &tx, const QString &country)
{
    bool any = false;
    for (const CsvRow &row : resource(QStringLiteral(":/taxes.csv"))) {
        if (row.cells.value(0) != country)
            continue;
        any = true;
        Tax tax{
            {}, 1,   row.cells.value(1), row.cells.value(2), country, row.cells.value(3), Rate::parsePercent(row.cells.value(4)).value_or(Rate()), {},
            {}, true};
        tx.insert(tax);
    }
    if (any)
        return;
    // A country whose rates are not known here starts without tax; the company enters its own.
    for (const char *taxClass : {"standard", "reduced", "zero"}) {
        Tax tax{{}, 1, country + u'-' + QLatin1String(taxClass), tr("No tax"), country, QString::fromLatin1(taxClass), {}, {}, {}, true};
        tx.insert(tax);
    }
}

Id<Location> setUpStock(Tx &tx)
{
    Warehouse main{{}, 1, QStringLiteral("MAIN"), tr("Main warehouse")};
    tx.insert(main);
    Location shelf{{}, 1, QStringLiteral("MAIN"), tr("Main warehouse"), LocationKind::Internal, main.id, 1, true};
    tx.insert(shelf);
    const std::tuple<const char *, QString, LocationKind> outside[] = {{"SUPPLIERS", tr("Suppliers"), LocationKind::Supplier},
                                                                       {"CUSTOMERS", tr("Customers"), LocationKind::Customer},
                                                                       {"TRANSIT", tr("In transit"), LocationKind::Transit},
                                                                       {"SHRINKAGE", tr("Count differences"), LocationKind::Shrinkage},
                                                                       {"SCRAP", tr("Scrap"), LocationKind::Scrap}};
    for (const auto &[code, name, kind] : outside) {
        Location location{{}, 1, QString::fromLatin1(code), name, kind, {}, 1000, true};
        tx.insert(location);
    }
    return shelf.id;
}

Result<> found(Tx &tx, const NewCompany &company)
{
    tx.run("INSERT INTO company (id, uid, name, country, currency, time_zone, chart, tax_rounding, year_starts, practice, location_id, "
           "configuration, created_at) VALUES (1, ?, ?, ?, ?, ?, ?, 0, 1, ?, NULL, 1, ?)",
           QUuid::createUuid().toString(QUuid::WithoutBraces), company.name, company.country, company.currency, company.timeZone, company.chart,
           company.practice, tx.now());
    setUpAccounts(tx, company.chart);
    setUpTaxes(tx, company.country);
    tx.run("UPDATE company SET location_id = ?", setUpStock(tx));
    audit(tx, "company_created", "company", 1, company.name);
    return Done{};
}

Result<NewCompany> checked(NewCompany company)
{
    company.name = company.name.simplified();
    company.country = company.country.trimmed().toUpper();
    if (company.name.isEmpty())
        return refuse(QStringLiteral("name_missing"), tr("A company needs a name."));
    if (company.country.size() != 2)
        return refuse(QStringLiteral("country"), tr("The country is two letters, as in DE or FR."));
    if (company.currency.isNone())
        return refuse(QStringLiteral("currency"), tr("A company needs a currency."));
    if (!charts().contains(company.chart))
        return refuse(QStringLiteral("unknown_chart"), tr("There is no chart of accounts “%1”.").arg(company.chart),
                      tr("There are: %1.").arg(charts().join(QStringLiteral(", "))));
    if (company.timeZone.isEmpty())
        company.timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (!QTimeZone(company.timeZone.toLatin1()).isValid())
        return refuse(QStringLiteral("time_zone"), tr("There is no time zone “%1”.").arg(company.timeZone));
    return company;
}

} // namespace

Result<Session> createCompany(const sql::Locator &where, const NewCompany &wanted, Instant now)
{
    const auto company = checked(wanted);
    if (!company)
        return company.error();
    try {
        auto connection = sql::Connection::open(where);
        Migrator migrator(connection);
        if (migrator.current() > Migrator::newest())
            return migrator.check().error();
        if (migrator.holdsCompany())
            return refuse(QStringLiteral("company_exists"), tr("%1 holds a company already.").arg(where.text));
        if (auto migrated = migrator.upgrade(); !migrated)
            return migrated.error();
        Session founding(std::move(connection),
                         {QStringLiteral("setup"), {}, {}, company->name, company->currency, QTimeZone(company->timeZone.toLatin1())});
        founding.clock = [now] { return now; };
        if (auto made = founding.perform(found, *company); !made)
            return made.error();
    } catch (const sql::Fault &e) {
        return Error{Error::Kind::Unavailable, QStringLiteral("unreachable"), QString::fromUtf8(e.what()), {}};
    }
    return Session::open(where);
}

Result<QString> upgradeCompany(const sql::Locator &where)
{
    if (where.engine() == sql::Engine::Sqlite && !QFileInfo::exists(where.text))
        return Migrator::noCompany(where);
    try {
        auto connection = sql::Connection::open(where);
        Migrator migrator(connection);
        const int has = migrator.current();
        if (has == 0 || has > Migrator::newest())
            return migrator.check().error();
        if (has == Migrator::newest())
            return QString();
        const auto copy = backUpBeside(connection, has);
        if (!copy)
            return copy.error();
        if (auto migrated = migrator.upgrade(); !migrated)
            return migrated.error();
        return *copy;
    } catch (const sql::Fault &e) {
        return Error{Error::Kind::Unavailable, QStringLiteral("unreachable"), QString::fromUtf8(e.what()), {}};
    }
}
