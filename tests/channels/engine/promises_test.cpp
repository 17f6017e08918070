#include "channels/engine/check.h"
#include "core/sales/shiporder.h"
#include "core/verify/verify.h"
#include "engine/failingshop.h"
#include "sql/backup.h"

#include <random>

using namespace channels;

// What is promised of channels (README, "What is promised"), each with the figure that it is tried with here.

namespace {

/// A day's trade with a shop: two orders come, one of them changes, goods go out, everything is pushed.
struct TradingCompany : TestCompany {
    explicit TradingCompany(FailingShop &s) : shop(s)
    {
        channel = webChannel(*this);
        product("MUG", "10.00", 9);
        product("CUP", "20.00", 4);
        shop.pageSize = 1;
        shop.sells("1", "MUG", 2, "23.80", 1);
        shop.sells("2", "CUP", 1, "23.80", 2);
    }
    Result<> run()
    {
        const auto web = session().ask([](Tx &tx) { return channelByName(tx, QStringLiteral("web")); });
        if (!web)
            return web.error();
        const auto pulled = pull(session(), *web, shop, {}, control);
        if (!pulled)
            return pulled.error();
        const auto pushed = push(session(), *web, shop, {}, false, control);
        if (!pushed)
            return pushed.error();
        return Done{};
    }
    /// The whole day; where something fails it is run again, as the clock would.
    void day()
    {
        std::ignore = run();
        session().connection().failAfter(-1);
        now = now.plusSeconds(40); // past a lease that could not be given back
        std::ignore = run();
        if (shop.orders.back().note.isEmpty()) {
            shop.orders.back().note = QStringLiteral("ring twice");
            shop.change(shop.orders.back(), 30);
        }
        const auto confirmed = ask([](Tx &tx) { return tx.all<SalesOrder>("state = 20 ORDER BY id"); });
        for (const SalesOrder &order : confirmed)
            std::ignore = session().perform([&](Tx &tx) { return shipOrder(tx, order.id); });
        for (int again = 0; again < 3; ++again)
            std::ignore = run();
    }
    /// All that counts, without the numbers of rows and the history of runs.
    QString state()
    {
        const char *questions[] = {
            "SELECT number || ' ' || external_id || ' ' || CAST(state AS TEXT) || ' ' || CAST(total AS TEXT) || ' ' || CAST(paid AS TEXT) || ' ' || "
            "note FROM sales_order ORDER BY external_id",
            "SELECT sku || ' ' || CAST(allocated AS TEXT) || ' ' || CAST(shipped AS TEXT) FROM sales_line ORDER BY order_id, line",
            "SELECT CAST(on_hand AS TEXT) || ' ' || CAST(allocated AS TEXT) FROM stock_balance ORDER BY product_id",
            "SELECT CAST(product_id AS TEXT) || CASE WHEN external_id = '' THEN ' not there ' ELSE ' there ' END || CAST(confirmed_stock AS TEXT) || "
            "' ' || CAST(confirmed_price AS TEXT) "
            "FROM "
            "listing ORDER BY product_id",
            "SELECT CAST(amount AS TEXT) || ' ' || external_id FROM payment ORDER BY external_id",
            "SELECT CAST(state AS TEXT) FROM shipment_notice ORDER BY shipment_id",
            "SELECT kind || ' ' || external_id FROM sync_exception WHERE resolution = '' ORDER BY kind, external_id",
        };
        QStringList lines;
        for (const char *question : questions)
            std::ignore = session().ask([&](Tx &tx) {
                auto rows = tx.run(question);
                while (rows.next())
                    lines << rows.text(0);
                return Done{};
            });
        for (const auto &[sku, shelf] : shop.shelves)
            lines << sku + u' ' + shelf.stock.toString() + u' ' + (shelf.price ? shelf.price->toString() : QString()) + u' ' + shelf.content;
        lines << QStringLiteral("%1 shipments, %2 created").arg(shop.shipments.size()).arg(shop.creations);
        return lines.join(u'\n');
    }
    bool isProven()
    {
        const auto proof = verifyCompany(session());
        return proof && proof->ok();
    }

    FailingShop &shop;
    Channel channel;
    SyncControl control;
};

QString undisturbed()
{
    FailingShop shop;
    TradingCompany company(shop);
    company.day();
    return company.state();
}

} // namespace

TEST(Promise4, whicheverCallFailsTheDayEndsTheSame)
{
    const QString golden = undisturbed();
    ASSERT_TRUE(golden.contains("2 shipments, 2 created")) << qPrintable(golden);
    struct Way {
        Failure::Kind kind;
        bool isDone;
    };
    int tried = 0;
    for (const Way &way : {Way{Failure::Kind::Unreachable, false},
                           {Failure::Kind::Broken, false},
                           {Failure::Kind::Busy, false},
                           {Failure::Kind::Denied, false},
                           {Failure::Kind::Unknown, false},
                           {Failure::Kind::Unknown, true}})
        for (int at = 0;; ++at) {
            FailingShop shop;
            shop.failAt = at;
            shop.kind = way.kind;
            shop.isDone = way.isDone;
            TradingCompany company(shop);
            company.day();
            if (shop.calls <= at)
                break;
            ++tried;
            ASSERT_EQ(company.state().toStdString(), golden.toStdString()) << "call " << at << ", kind " << int(way.kind);
        }
    RecordProperty("calls_failed", tried);
    EXPECT_GT(tried, 60);
}

TEST(Promise4, whicheverStatementFailsTheDayEndsTheSame)
{
    const QString golden = undisturbed();
    const int step = qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql") ? 17 : 3;
    int tried = 0, statements = 0;
    {
        FailingShop shop;
        TradingCompany company(shop);
        company.session().connection().onStatement = [&](std::string_view, std::span<const sql::Value>) { ++statements; };
        ASSERT_TRUE(company.run());
    }
    for (int at = 0; at < statements; at += step) {
        FailingShop shop;
        TradingCompany company(shop);
        company.session().connection().failAfter(at);
        std::ignore = company.run();
        company.session().connection().failAfter(-1);
        company.now = company.now.plusSeconds(40);
        ++tried;
        company.day();
        ASSERT_EQ(company.state().toStdString(), golden.toStdString()) << "statement " << at;
    }
    RecordProperty("statements_failed", tried);
    EXPECT_GT(tried, 10);
}

namespace {

/// One random schedule of sales, changes, failures and crashes; in the end the shop's ledger is compared with ours.
void randomSchedule(quint64 seed)
{
    std::mt19937_64 random(seed);
    const auto pick = [&](int below) { return int(random() % quint64(below)); };
    FailingShop shop;
    TestCompany company;
    const Channel channel = webChannel(company);
    SyncControl control;
    const Product mug = company.product("MUG", "10.00", 60);
    shop.shelves[QStringLiteral("MUG")] = {QStringLiteral("m"), pcs(60), {}, {}};
    shop.pageSize = 1 + pick(4);
    int second = 0;
    const auto run = [&] {
        const auto now = company.session().ask([&](Tx &tx) { return tx.get(channel.id); });
        return now && pull(company.session(), *now, shop, {}, control)
               && push(company.session(), *now, shop, {false, true, false, false, true}, false, control);
    };
    for (int step = 0; step < 14; ++step) {
        switch (pick(4)) {
        case 0:
        case 1: shop.sells(qPrintable(QString::number(shop.orders.size() + 1)), "MUG", 1 + pick(3), "23.80", ++second); break;
        case 2:
            if (!shop.orders.empty()) {
                RemoteOrder &order = shop.orders[size_t(pick(int(shop.orders.size())))];
                order.note = QStringLiteral("note %1").arg(second);
                shop.change(order, ++second);
                std::rotate(shop.orders.begin() + (&order - shop.orders.data()), shop.orders.begin() + (&order - shop.orders.data()) + 1,
                            shop.orders.end()); // the list is in the order of changes
            }
            break;
        case 3: {
            const qint64 id = company.number("SELECT COALESCE(MAX(id), 0) FROM sales_order WHERE state = 20");
            if (id)
                std::ignore = company.session().perform([&](Tx &tx) { return shipOrder(tx, Id<SalesOrder>{id}); });
            break;
        }
        }
        shop.calls = 0;
        shop.failAt = pick(3) == 0 ? pick(6) : -1;
        shop.isDone = pick(2) == 0;
        shop.kind = std::array{Failure::Kind::Unreachable, Failure::Kind::Broken, Failure::Kind::Busy, Failure::Kind::Denied}[size_t(pick(4))];
        if (pick(3) == 0) // the machine dies in the middle
            company.session().connection().failAfter(pick(120));
        run();
        company.session().connection().failAfter(-1);
        company.now = company.now.plusSeconds(40); // past a lease that was not given back
    }
    shop.failAt = -1;
    ASSERT_TRUE(run() && run()) << "seed " << seed;
    for (const RemoteOrder &order : shop.orders) {
        const auto ours = company.ask([&](Tx &tx) { return tx.all<SalesOrder>("external_id = ?", order.externalId); });
        ASSERT_EQ(ours.size(), 1u) << "seed " << seed << ", order " << qPrintable(order.externalId);
        ASSERT_EQ(ours[0].total, order.total) << "seed " << seed;
        ASSERT_EQ(ours[0].paid, order.total) << "seed " << seed;
        ASSERT_EQ(ours[0].note, order.note) << "seed " << seed;
    }
    ASSERT_EQ(qint64(shop.shipments.size()), company.number("SELECT COUNT(*) FROM shipment")) << "seed " << seed;
    const qint64 free = company.number("SELECT SUM(on_hand - allocated) FROM stock_balance");
    ASSERT_EQ(shop.shelves["MUG"].stock.millionths, free) << "seed " << seed;
    const auto proof = verifyCompany(company.session());
    ASSERT_TRUE(proof && proof->ok()) << "seed " << seed;
}

} // namespace

TEST(Promise9, noOrderIsLostOrDoubledWhateverFails)
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("PURSER_SCHEDULES", &given);
    const int schedules = given ? wanted : qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql") ? 40 : 300;
    for (int seed = 1; seed <= schedules && !HasFatalFailure(); ++seed)
        randomSchedule(quint64(seed));
}

TEST(Promise10, anAnswerThatWasLostAfterTheShopDidItMakesNothingTwice)
{
    const int shipments = qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql") ? 100 : 400;
    FailingShop shop;
    shop.isDone = true;
    TestCompany company;
    const Channel channel = webChannel(company);
    SyncControl control;
    company.product("MUG", "10.00", 2 * shipments);
    for (int i = 1; i <= shipments; ++i)
        shop.sells(qPrintable(QString::number(i)), "MUG", 1, "11.90", i);
    ASSERT_TRUE(pull(company.session(), channel, shop, {}, control));
    int lost = 0;
    for (int i = 1; i <= shipments; ++i) {
        company.must([&](Tx &tx) { return shipOrder(tx, Id<SalesOrder>{i}); });
        const Channel now = company.ask([&](Tx &tx) { return tx.get(channel.id); });
        shop.calls = 0;
        shop.failAt = 0;
        const int before = shop.calls;
        std::ignore = push(company.session(), now, shop, {false, true, true, true, true}, false, control);
        lost += shop.calls > before + shop.failAt;
        shop.failAt = -1;
        ASSERT_TRUE(push(company.session(), now, shop, {false, true, true, true, true}, false, control));
    }
    EXPECT_EQ(lost, shipments);
    EXPECT_EQ(int(shop.shipments.size()), shipments);
    EXPECT_EQ(shop.creations, 1);
    EXPECT_EQ(shop.shelves["MUG"].stock, pcs(shipments));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM shipment_notice WHERE state <> 2"), 0);
}

TEST(Promise12, aRestoredBackupConvergesWithAShopThatMovedOn)
{
    const int rounds = qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql") ? 0 : 50;
    for (int round = 0; round < rounds; ++round) {
        FailingShop shop;
        TestCompany company;
        const Channel channel = webChannel(company);
        SyncControl control;
        company.product("MUG", "10.00", 100);
        const int before = 1 + round % 7, after = 1 + round % 5;
        for (int i = 1; i <= before; ++i)
            shop.sells(qPrintable(QString::number(i)), "MUG", 1, "11.90", i);
        const auto sync = [&](Session &session) {
            const auto now = session.ask([&](Tx &tx) { return tx.get(channel.id); });
            ASSERT_TRUE(now);
            ASSERT_TRUE(pull(session, *now, shop, {}, control));
            ASSERT_TRUE(push(session, *now, shop, {}, false, control));
        };
        sync(company.session());
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("backup.purser"));
        ASSERT_TRUE(backUp(company.session().connection(), file));
        for (int i = 1; i <= after; ++i)
            shop.sells(qPrintable(QString::number(before + i)), "MUG", 1, "11.90", before + i);
        if (round % 2) {
            shop.orders.front().note = QStringLiteral("changed since");
            shop.change(shop.orders.front(), 500);
            std::rotate(shop.orders.begin(), shop.orders.begin() + 1, shop.orders.end());
        }
        sync(company.session());

        const sql::Locator again{folder.filePath(QStringLiteral("again.purser"))};
        ASSERT_TRUE(restore(file, again));
        auto restored = Session::open(again);
        ASSERT_TRUE(restored);
        restored->clock = [&] { return company.now; };
        sync(*restored);
        const auto counted = restored->ask([](Tx &tx) { return tx.number("SELECT COUNT(DISTINCT external_id) * 1000 + COUNT(*) FROM sales_order"); });
        ASSERT_TRUE(counted);
        EXPECT_EQ(*counted, (before + after) * 1000 + before + after) << "round " << round;
        EXPECT_EQ(shop.shelves["MUG"].stock, pcs(100 - before - after)) << "round " << round;
    }
}
