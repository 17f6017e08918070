#include "channels/engine/runner.h"

#include "core/stock/stock.h"
#include "core/verify/verify.h"
#include "core/warehouse/warehouse.h"
#include "engine/fakeshop.h"

#include <QThread>
#include <mutex>

using namespace channels;

namespace {

/// A channel that is reached without a network. Shops are called by one thread at a time, as real ones see one client.
struct Reached : OpenChannel {
    explicit Reached(FakeShop &s) : shop(s) {}
    Connector &connector() override { return shop; }
    int requests() const override { return 0; }
    FakeShop &shop;
};

/// A company with two shops that share its stock, and a runner beside it.
struct RunningCompany : ShopCompany {
    RunningCompany()
    {
        mug = product("MUG", "10.00", 5);
        second = must([](Tx &tx) -> Result<Channel> {
            Channel other = tx.get(Id<Channel>{tx.number("SELECT id FROM channel")});
            other.id = {};
            other.name = QStringLiteral("market");
            tx.insert(other);
            return other;
        });
        for (FakeShop *each : {&shop, &market})
            each->shelves[QStringLiteral("MUG")] = {QStringLiteral("m1"), pcs(99), {}, {}};
        for (const Id<Channel> id : {channel.id, second.id})
            for (const auto &[work, rhythm] : {std::pair(Work::Orders, Rhythm::Every), {Work::Stock, Rhythm::OnChange}}) {
                Schedule schedule;
                schedule.channel = id;
                schedule.work = work;
                schedule.rhythm = rhythm;
                schedule.minutes = 60;
                must(setSchedule, schedule);
            }
    }
    std::unique_ptr<Runner> runner()
    {
        Runner::Options options;
        options.company = locator();
        options.clock = [start = now, began = std::chrono::steady_clock::now()] {
            const auto passed = std::chrono::steady_clock::now() - began;
            return Instant{start.micros + std::chrono::duration_cast<std::chrono::microseconds>(passed).count() + 1};
        };
        options.open = [this](Session &, const Channel &c, SyncControl &) -> Result<std::unique_ptr<OpenChannel>> {
            FakeShop &reached = c.id == channel.id ? shop : market;
            return std::unique_ptr<OpenChannel>(std::make_unique<Reached>(reached));
        };
        options.told = [this](const QString &line) {
            const std::lock_guard lock(mutex);
            lines << line;
        };
        options.lookEveryMs = 20;
        options.gatherMs = 50;
        return std::make_unique<Runner>(std::move(options));
    }
    /// Waits until it is so, as long as a busy machine may need.
    bool becomes(const std::function<bool()> &isSo)
    {
        for (int i = 0; i < 3000 && !isSo(); ++i)
            QThread::msleep(10);
        return isSo();
    }
    bool confirmed(Id<Channel> id, int units)
    {
        const auto known = ask([&](Tx &tx) { return tx.number("SELECT COALESCE(confirmed_stock, -1) FROM listing WHERE channel_id = ?", id); });
        return known == pcs(units).millionths;
    }
    bool bothShow(int units)
    {
        return becomes([&] { return confirmed(channel.id, units) && confirmed(second.id, units); });
    }
    QStringList said()
    {
        const std::lock_guard lock(mutex);
        return lines;
    }

    Product mug;
    Channel second;
    FakeShop market;
    std::mutex mutex;
    QStringList lines;
};

} // namespace

TEST(Runner, anOrderOfOneShopLowersWhatTheOtherOneOffers)
{
    RunningCompany company;
    company.shop.sells("1", "MUG", 2, "23.80");
    const auto runner = company.runner();
    EXPECT_TRUE(company.bothShow(3)) << qPrintable(company.said().join(u'\n'));
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
}

TEST(Runner, aReceiptAndACountGoOutToEveryShopByThemselves)
{
    RunningCompany company;
    auto runner = company.runner();
    ASSERT_TRUE(company.bothShow(5)) << qPrintable(company.said().join(u'\n'));
    const auto counted = [&](int units) {
        company.must([&](Tx &tx) {
            const Id<Location> shelf{tx.number("SELECT location_id FROM stock_balance")};
            return adjustStock(tx, company.mug.id, shelf, pcs(units), tx.today(), QStringLiteral("count"));
        });
    };
    company.must([&](Tx &tx) { return receiveGoods(tx, {{company.mug.id, pcs(4), {}, {}, {}, {}}}, tx.today()); });
    EXPECT_TRUE(company.bothShow(9)) << qPrintable(company.said().join(u'\n'));
    counted(7);
    EXPECT_TRUE(company.bothShow(7)) << qPrintable(company.said().join(u'\n'));
    runner.reset();
    EXPECT_EQ(company.shop.shelves["MUG"].stock, pcs(7));
    EXPECT_EQ(company.market.shelves["MUG"].stock, pcs(7));
}

TEST(Runner, whatChangedWhileNobodyLookedGoesOutAtTheStart)
{
    RunningCompany company;
    auto first = company.runner();
    ASSERT_TRUE(company.bothShow(5)) << qPrintable(company.said().join(u'\n'));
    first.reset();
    company.must([](Tx &tx) -> Result<> { // their turn is far away
        return tx.run("UPDATE channel_schedule SET next_run = ?", tx.now().plusSeconds(24 * 3600)), Done{};
    });
    company.must([&](Tx &tx) { return receiveGoods(tx, {{company.mug.id, pcs(4), {}, {}, {}, {}}}, tx.today()); });

    const auto second = company.runner();

    EXPECT_TRUE(company.bothShow(9)) << qPrintable(company.said().join(u'\n'));
}

TEST(Runner, aShopThatFailsDoesNotHoldUpTheOthers)
{
    RunningCompany company;
    company.shop.beforePage = [] { throw Failure(Failure::Kind::Unreachable, QStringLiteral("The shop is down.")); };
    company.market.sells("7", "MUG", 1, "11.90");
    const auto runner = company.runner();
    EXPECT_TRUE(company.becomes([&] { return company.number("SELECT COUNT(*) FROM sales_order") == 1; }));
    EXPECT_TRUE(company.becomes([&] { return company.said().join(u'\n').contains("web: The shop is down."); }));
    EXPECT_TRUE(company.becomes([&] { return company.number("SELECT failures FROM channel WHERE name = 'web'") > 0; }));
    EXPECT_EQ(company.number("SELECT failures FROM channel WHERE name = 'market'"), 0);
}

TEST(Runner, twoServicesOnOneCompanyTakeEveryOrderOnce)
{
    RunningCompany company;
    for (int i = 0; i < 40; ++i)
        company.shop.sells(qPrintable(QString::number(i)), "MUG", 1, "11.90", i);
    company.shop.pageSize = 3;
    auto first = company.runner();
    auto second = company.runner();
    EXPECT_TRUE(company.becomes([&] { return company.number("SELECT COUNT(*) FROM sales_order") == 40; }));
    EXPECT_TRUE(company.bothShow(0)) << qPrintable(company.said().join(u'\n'));
    first.reset();
    second.reset();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 40);
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM stock_balance"), pcs(5).millionths);
    const auto proof = verifyCompany(company.session());
    ASSERT_TRUE(proof);
    EXPECT_TRUE(proof->ok());
}

TEST(Runner, whatCannotBeReachedFromThisMachineStaysDueForOthers)
{
    RunningCompany company;
    const auto due = [&] { return company.text("SELECT CAST(next_run AS TEXT) FROM channel_schedule WHERE channel_id = 1 AND work = 1"); };
    const QString before = due();
    Runner::Options options;
    options.company = company.locator();
    options.told = [&](const QString &line) {
        const std::lock_guard lock(company.mutex);
        company.lines << line;
    };
    options.open = [](Session &, const Channel &, SyncControl &) -> Result<std::unique_ptr<OpenChannel>> {
        return refuse(QStringLiteral("no_key"), QStringLiteral("There is no key on this machine."));
    };
    options.clock = [now = company.now.plusSeconds(1)] { return now; };
    options.lookEveryMs = 20;
    Runner runner(std::move(options));
    EXPECT_TRUE(company.becomes([&] { return company.said().join(u' ').contains("no key"); }));
    QThread::msleep(100);
    EXPECT_EQ(due(), before);
    EXPECT_EQ(company.said().filter(QStringLiteral("web:")).size(), 1); // said once, not every moment
}

TEST(Runner, endsWhileAShopIsSlowToAnswer)
{
    RunningCompany company;
    std::atomic_bool asked = false;
    company.shop.beforePage = [&] {
        asked = true;
        QThread::msleep(100);
    };
    for (int i = 0; i < 200; ++i)
        company.shop.sells(qPrintable(QString::number(i)), "MUG", 1, "11.90", i);
    company.shop.pageSize = 1;
    auto runner = company.runner();
    ASSERT_TRUE(company.becomes([&] { return asked.load(); }));
    runner.reset();
    EXPECT_LT(company.number("SELECT COUNT(*) FROM sales_order"), 200);
    EXPECT_EQ(company.text("SELECT lease_holder FROM channel WHERE name = 'web'"), "");
}
