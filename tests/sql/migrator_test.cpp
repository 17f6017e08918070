#include "support/freshplace.h"
#include "support/testcompany.h"

#include "sql/backup.h"
#include "sql/migrator.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace {

const Instant noon = Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC));
const NewCompany newCompany{QStringLiteral("Old Trading"),   Eur,  QStringLiteral("DE"), QStringLiteral("generic"),
                            QStringLiteral("Europe/Berlin"), false};

/// A company as the program before this one left it.
void makeOlderCompany(const sql::Locator &where)
{
    auto connection = sql::Connection::open(where);
    ASSERT_TRUE(Migrator(connection).upgrade(Migrator::newest() - 1));
    connection.script("INSERT INTO company (id, uid, name, country, currency, time_zone, chart, tax_rounding, year_starts, practice, location_id, "
                      "configuration, created_at) VALUES (1, 'u-1', 'Old Trading', 'DE', 'EUR', 'Europe/Berlin', 'generic', 0, 1, 0, NULL, 1, 5)");
}

void pretendNewer(sql::Connection &connection)
{
    connection.script("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (9999, 'from the future', '', 0)");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString codeOfOpening(const sql::Locator &where)
{
    const auto opened = Session::open(where);
    if (opened)
        return QStringLiteral("(opened)");
    EXPECT_FALSE(opened.error().text.isEmpty());
    EXPECT_EQ(opened.error().kind, Error::Kind::Unavailable);
    return opened.error().code;
}

} // namespace

TEST(Migrator, migrationsAreNumberedWithoutGapsOrDoubles)
{
    int expected = 1;
    for (const QString &name : QDir(QStringLiteral(":/migrations")).entryList(QDir::Files, QDir::Name)) {
        EXPECT_TRUE(QRegularExpression(QStringLiteral("^\\d{4}_[a-z0-9_]+\\.sql$")).match(name).hasMatch()) << qPrintable(name);
        EXPECT_EQ(name.left(4).toInt(), expected++) << qPrintable(name);
    }
    EXPECT_EQ(Migrator::newest(), expected - 1);
}

TEST(Migrator, noTokenIsLeftInWhatIsRun)
{
    for (const QString &name : QDir(QStringLiteral(":/migrations")).entryList(QDir::Files)) {
        QFile file(QStringLiteral(":/migrations/") + name);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const auto engine : {sql::Engine::Sqlite, sql::Engine::Postgres})
            EXPECT_FALSE(Migrator::expand(text, engine).contains(QRegularExpression(QStringLiteral("\\{/?\\w+[^}]*\\}")))) << qPrintable(name);
    }
}

TEST(Migrator, textsAreOrderedTheSameWhateverLanguageTheServerSpeaks)
{
    FreshPlace place(FreshPlace::engine());
    auto connection = sql::Connection::open(place.locator());
    ASSERT_TRUE(Migrator(connection).upgrade());
    connection.script("INSERT INTO category (version, code, name) VALUES (1, 'a', ''), (1, 'B', ''), (1, 'é', ''), (1, 'Z-1', ''), (1, 'Z1', '')");

    QStringList codes;
    for (auto rows = connection.run("SELECT code FROM category ORDER BY code"); rows.next();)
        codes << rows.text(0);

    EXPECT_EQ(codes, (QStringList{"B", "Z-1", "Z1", "a", "é"}));
    if (connection.isServer()) { // this one may speak C anyway
        auto rows = connection.run("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = current_schema() AND data_type = 'text' "
                                   "AND collation_name IS DISTINCT FROM 'C'");
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.integer(0), 0);
    }
}

TEST(Migrator, whatANewerProgramWroteIsLeftAlone)
{
    TestCompany company;
    pretendNewer(company.session().connection());
    const QString before = company.everything();

    EXPECT_EQ(codeOfOpening(company.locator()), "newer_company");
    EXPECT_EQ(upgradeCompany(company.locator()).error().code, "newer_company");
    EXPECT_EQ(createCompany(company.locator(), newCompany, noon).error().code, "newer_company");

    EXPECT_EQ(company.everything(), before);
}

TEST(Migrator, anOlderCompanyIsNamedAndUpgradedAfterABackup)
{
    const FreshPlace place(FreshPlace::engine());
    makeOlderCompany(place.locator());
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());

    EXPECT_EQ(codeOfOpening(place.locator()), "older_company");
    const auto backup = upgradeCompany(place.locator());

    ASSERT_TRUE(backup) << qPrintable(backup.error().text);
    const auto opened = Session::open(place.locator());
    ASSERT_TRUE(opened) << qPrintable(opened.error().text);
    EXPECT_EQ(opened->scene().companyUid, "u-1");
    ASSERT_TRUE(QFile::exists(*backup)) << qPrintable(*backup);
    auto copy = sql::Connection::open({*backup});
    EXPECT_EQ(Migrator(copy).current(), Migrator::newest() - 1);
    EXPECT_TRUE(Migrator(copy).holdsCompany());
    EXPECT_EQ(*upgradeCompany(place.locator()), QString()); // nothing more to do, no second backup
}

TEST(Migrator, creatingOverAnOlderCompanyIsRefusedAndChangesNothing)
{
    const FreshPlace place(FreshPlace::engine());
    makeOlderCompany(place.locator());

    const auto made = createCompany(place.locator(), newCompany, noon);

    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "company_exists");
    auto connection = sql::Connection::open(place.locator());
    EXPECT_EQ(Migrator(connection).current(), Migrator::newest() - 1);
}

TEST(Migrator, aFailureAtAnyStatementLeavesACompanyThatCanBeUpgraded)
{
    const FreshPlace place(FreshPlace::engine());
    auto connection = sql::Connection::open(place.locator());
    for (int n = 0; n < 200; ++n) {
        connection.failAfter(n);
        try {
            const auto done = Migrator(connection).upgrade();
            connection.failAfter(-1);
            ASSERT_TRUE(done);
            EXPECT_EQ(Migrator(connection).current(), Migrator::newest());
            EXPECT_GT(n, 10);
            return;
        } catch (const sql::Fault &) {
            connection.failAfter(-1);
        }
        EXPECT_FALSE(connection.inTransaction());
    }
    FAIL() << "it never came to an end";
}

TEST(Migrator, twoWorkstationsUpgradeOneAfterTheOther)
{
    const FreshPlace place(FreshPlace::engine());
    auto one = sql::Connection::open(place.locator());
    auto two = sql::Connection::open(place.locator());
    ASSERT_TRUE(Migrator(one).upgrade(3));
    ASSERT_EQ(Migrator(two).current(), 3);

    EXPECT_TRUE(Migrator(one).upgrade());
    EXPECT_TRUE(Migrator(two).upgrade());

    EXPECT_EQ(Migrator(two).current(), Migrator::newest());
}

TEST(Migrator, aPlaceWithoutACompanyIsSaidToBeEmptyAndStaysSo)
{
    const FreshPlace place(FreshPlace::engine());

    EXPECT_EQ(codeOfOpening(place.locator()), "no_company");
    EXPECT_EQ(upgradeCompany(place.locator()).error().code, "no_company");

    if (FreshPlace::engine() == sql::Engine::Sqlite) {
        EXPECT_FALSE(QFile::exists(place.locator().text));
    }
}

TEST(Migrator, anInterruptedFoundingCanBeDoneAgain)
{
    const FreshPlace place(FreshPlace::engine());
    {
        auto connection = sql::Connection::open(place.locator());
        ASSERT_TRUE(Migrator(connection).upgrade());
    }

    EXPECT_EQ(codeOfOpening(place.locator()), "no_company");
    const auto made = createCompany(place.locator(), newCompany, noon);

    EXPECT_TRUE(made);
    EXPECT_EQ(createCompany(place.locator(), newCompany, noon).error().code, "company_exists");
}

TEST(Migrator, anotherProgramsDatabaseIsNotTouched)
{
    const FreshPlace place(FreshPlace::engine());
    if (FreshPlace::engine() == sql::Engine::Postgres) {
        sql::Connection::open(place.locator()).script("CREATE TABLE invoices (id BIGINT)");

        EXPECT_EQ(codeOfOpening(place.locator()), "no_company");
        EXPECT_EQ(createCompany(place.locator(), newCompany, noon).error().code, "other_database");

        auto connection = sql::Connection::open(place.locator());
        auto rows = connection.run("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'");
        rows.next();
        EXPECT_EQ(rows.integer(0), 1);
        return;
    }
    {
        const auto made = createCompany(place.locator(), newCompany, noon);
    }
    QFile file(place.locator().text);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(68); // where SQLite keeps whose database it is
    file.write("GPKG");
    file.close();
    const QByteArray before = contentOf(place.locator().text);

    EXPECT_EQ(codeOfOpening(place.locator()), "unreachable");
    EXPECT_EQ(createCompany(place.locator(), newCompany, noon).error().code, "unreachable");

    EXPECT_EQ(contentOf(place.locator().text), before);
}

TEST(Migrator, whatIsNoDatabaseIsRefusedInWords)
{
    QTemporaryDir folder;
    const QString garbage = folder.filePath(QStringLiteral("letter.purser"));
    {
        QFile file(garbage);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    const QByteArray before = contentOf(garbage);

    for (const QString &place : {garbage, folder.path()}) {
        const auto opened = Session::open({place});
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, "unreachable");
        EXPECT_TRUE(opened.error().text.contains(place)) << qPrintable(opened.error().text);
    }
    EXPECT_FALSE(createCompany({garbage}, newCompany, noon));
    EXPECT_FALSE(createCompany({folder.filePath(QStringLiteral("no/such/folder/a.purser"))}, newCompany, noon));
    EXPECT_EQ(contentOf(garbage), before);
}

TEST(Migrator, aServerThatIsNotThereIsSaidInWords)
{
    const auto opened = Session::open({QStringLiteral("postgresql://purser@127.0.0.1:1/shop")});

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::Unavailable);
}

TEST(Migrator, aPasswordInTheAddressIsRefusedWithoutRepeatingIt)
{
    for (const char *address : {"postgresql://purser:canary@127.0.0.1:1/shop", "postgresql://purser@127.0.0.1:1/shop?password=canary"}) {
        const auto opened = Session::open({QString::fromLatin1(address)});
        ASSERT_FALSE(opened);
        EXPECT_TRUE(opened.error().text.contains(QStringLiteral("PGPASSWORD"))) << qPrintable(opened.error().text);
        EXPECT_FALSE(opened.error().text.contains(QStringLiteral("canary")));
    }
}
