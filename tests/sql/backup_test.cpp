#include "support/freshplace.h"
#include "support/testcompany.h"

#include "core/verify/verify.h"
#include "sql/backup.h"
#include "sql/migrator.h"

#include <QFile>
#include <QFileInfo>
#include <atomic>
#include <thread>

namespace {

/// A company in which something of everything happened.
void work(TestCompany &company)
{
    const Product mug = company.product("MUG", "10.00", 20, "4.00");
    const SalesOrder order = company.order(company.customer("Müller's \"Café\"\n😀").id, {{mug.id, 3}});
    company.must(shipOrder, order.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    MoneyMove money;
    money.order = order.id;
    money.amount = eur("20.00");
    company.must(receivePayment, money);
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    company.must([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO image (sha256, media_type, bytes) VALUES ('x', 'image/png', ?)", bytes);
        return Done{};
    });
}

/// Every row of every table but of the migrations, which were run at another time there.
QString contentOf(const sql::Locator &where)
{
    auto connection = sql::Connection::open(where);
    const bool server = connection.isServer();
    QString all;
    std::vector<std::string> tables;
    {
        auto rows = connection.run(
            server ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name COLLATE \"C\""
                   : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");
        while (rows.next())
            if (rows.text(0) != QLatin1String("schema_migration"))
                tables.push_back(rows.text(0).toStdString());
    }
    for (const std::string &table : tables) {
        QStringList names, lines;
        {
            auto rows =
                connection.run(server ? "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND "
                                        "table_name = ? ORDER BY ordinal_position"
                                      : "SELECT name, type FROM pragma_table_info(?)",
                               QString::fromStdString(table));
            while (rows.next())
                names << rows.text(0);
        }
        auto rows = connection.run("SELECT \"" + names.join(QStringLiteral("\", \"")).toStdString() + "\" FROM " + table);
        while (rows.next()) {
            QStringList cells;
            for (int i = 0; i < names.size(); ++i)
                cells << (rows.isNull(i) ? QStringLiteral("-") : QString::fromLatin1(rows.bytes(i).toHex()));
            lines << cells.join(u'|');
        }
        lines.sort();
        all += QString::fromStdString(table) + u' ' + names.join(u',') + u'\n' + lines.join(u'\n') + u'\n';
    }
    return all;
}

bool isProven(const sql::Locator &where)
{
    auto session = Session::open(where);
    if (!session)
        return false;
    const auto found = session->ask([](Tx &tx) { return verify(tx, {}); });
    return found && found->ok();
}

bool isPrivate(const QString &file)
{
    return (QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0;
}

} // namespace

TEST(Backup, isTheSameCompanyOnBothEngines)
{
    TestCompany company;
    work(company);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.purser"));
    const QString before = contentOf(company.locator());

    const auto made = backUp(company.session().connection(), file);

    ASSERT_TRUE(made) << qPrintable(made.error().text);
    EXPECT_EQ(contentOf({file}), before);
    EXPECT_TRUE(isPrivate(file));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("copy.purser")});
    for (const auto engine : {FreshPlace::engine(), FreshPlace::otherEngine()}) {
        if (engine == sql::Engine::Postgres && !FreshPlace::hasServer())
            continue;
        const FreshPlace place(engine);
        const auto restored = restore(file, place.locator());
        ASSERT_TRUE(restored) << qPrintable(restored.error().text);
        EXPECT_EQ(contentOf(place.locator()), before);
        EXPECT_TRUE(isProven(place.locator()));
    }
}

TEST(Backup, aRestoredCompanyGoesOnWhereItWas)
{
    TestCompany company;
    work(company);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.purser"));
    ASSERT_TRUE(backUp(company.session().connection(), file));
    const FreshPlace place(FreshPlace::engine());
    ASSERT_TRUE(restore(file, place.locator()));
    auto session = Session::open(place.locator());
    ASSERT_TRUE(session);
    session->clock = [&] { return company.now; };

    const auto order = session->perform(placeOrder, company.draft({1}, {{{1}, 1}}), false);

    ASSERT_TRUE(order) << qPrintable(order.error().text);
    EXPECT_EQ(order->order.number, "SO-0000002");
    EXPECT_EQ(session->scene().companyUid, company.session().scene().companyUid);
    EXPECT_TRUE(isProven(place.locator()));
}

TEST(Backup, isOneConsistentStateWhileOthersWork)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    std::atomic<bool> stop = false;
    std::atomic<int> received = 0;
    Session busy = company.another();
    std::thread other([&] {
        while (!stop) {
            if (busy.perform([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(1), {}, {}, {}, {}}}, tx.today()); }))
                ++received;
        }
    });
    while (received < 5)
        std::this_thread::yield();
    QTemporaryDir folder;

    for (int i = 0; i < 3; ++i) {
        const QString file = folder.filePath(QStringLiteral("copy%1.purser").arg(i));
        EXPECT_TRUE(backUp(company.session().connection(), file));
        EXPECT_TRUE(isProven({file}));
    }
    stop = true;
    other.join();

    EXPECT_TRUE(isProven(company.locator()));
}

TEST(Backup, doesNotWriteOverAnything)
{
    TestCompany company;
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.purser"));
    ASSERT_TRUE(backUp(company.session().connection(), file));
    const FreshPlace empty(FreshPlace::engine());

    EXPECT_EQ(backUp(company.session().connection(), file).error().code, "file_exists");
    EXPECT_EQ(backUp(company.session().connection(), QStringLiteral("/no/such/folder/copy.purser")).error().code, "file");
    EXPECT_EQ(restore(file, company.locator()).error().code, "company_exists");
    EXPECT_EQ(restore(folder.filePath(QStringLiteral("none.purser")), empty.locator()).error().code, "no_file");
}

TEST(Backup, aDamagedOneIsRefusedAndLeavesThePlaceEmpty)
{
    TestCompany company;
    work(company);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.purser"));
    ASSERT_TRUE(backUp(company.session().connection(), file));
    {
        QFile damaged(file);
        ASSERT_TRUE(damaged.open(QIODevice::ReadWrite));
        damaged.resize(damaged.size() / 2);
    }
    const FreshPlace place(FreshPlace::engine());

    const auto restored = restore(file, place.locator());

    ASSERT_FALSE(restored);
    EXPECT_FALSE(restored.error().text.isEmpty());
    EXPECT_EQ(Session::open(place.locator()).error().code, "no_company");
    QTemporaryDir good;
    const QString whole = good.filePath(QStringLiteral("copy.purser"));
    ASSERT_TRUE(backUp(company.session().connection(), whole));
    EXPECT_TRUE(restore(whole, place.locator())); // and the place can still be used
}

TEST(Backup, ofANewerProgramIsRefused)
{
    TestCompany company;
    company.session().connection().script("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (9999, 'x', '', 0)");
    if (company.isServer())
        return; // a backup is always a file
    const FreshPlace place(FreshPlace::engine());

    EXPECT_EQ(restore(company.locator().text, place.locator()).error().code, "newer_company");
}

TEST(CompanyFile, isForItsOwnerOnly)
{
    const FreshPlace place(sql::Engine::Sqlite);
    const auto session = createCompany(
        place.locator(), {QStringLiteral("Mine"), Eur, QStringLiteral("DE"), QStringLiteral("generic"), QStringLiteral("Europe/Berlin"), false},
        Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC)));
    ASSERT_TRUE(session);

    for (const char *suffix : {"", "-wal", "-shm"}) {
        EXPECT_TRUE(isPrivate(place.locator().text + QLatin1String(suffix))) << suffix;
        EXPECT_TRUE(QFile::exists(place.locator().text + QLatin1String(suffix))) << suffix;
    }
}
