#include "channels/advisor/advice.h"

#include "channels/byhand/effort.h"
#include "channels/engine/schedule.h"
#include "engine/fakeshop.h"

using namespace channels;
using namespace channels::advisor;

namespace {

Situation of(int orders, int others = 0, Buyers buyers = Buyers::Anyone, bool customerPrices = false, int orderStaff = 1, int warehouseStaff = 1)
{
    Situation s;
    s.ordersPerDay = orders;
    s.otherChannels = others;
    s.buyers = buyers;
    s.customerPrices = customerPrices;
    s.orderStaff = orderStaff;
    s.warehouseStaff = warehouseStaff;
    s.hourlyWage = eur("30.00");
    return s;
}

struct Case {
    const char *what;
    Situation situation;
    int level;
    Store store;
};

const std::vector<Case> table{
    {"a few orders", of(3), 1, Store::Shop},
    {"five are still few", of(5), 1, Store::Shop},
    {"six are a batch", of(6), 2, Store::Shop},
    {"thirty are a batch", of(30), 2, Store::Shop},
    {"more than thirty", of(31), 3, Store::Shop},
    {"hundreds", of(500), 3, Store::Shop},
    {"a few, and nobody to enter them", of(3, 0, Buyers::Anyone, false, 0), 2, Store::Shop},
    {"two, and nobody to enter them", of(2, 0, Buyers::Anyone, false, 0), 1, Store::Shop},
    {"a few, and another channel", of(3, 1), 2, Store::ShopAndMarketplaces},
    {"ten and another channel", of(10, 1), 2, Store::ShopAndMarketplaces},
    {"eleven and another channel", of(11, 1), 3, Store::ShopAndMarketplaces},
    {"a crew in the warehouse", of(16, 0, Buyers::Anyone, false, 1, 2), 3, Store::Shop},
    {"a crew with little to do", of(15, 0, Buyers::Anyone, false, 1, 2), 2, Store::Shop},
    {"known customers at their own prices", of(3, 0, Buyers::Approved, true), 4, Store::Portal},
    {"invited customers", of(3, 0, Buyers::Invited), 4, Store::Portal},
    {"a few approved customers at list prices", of(3, 0, Buyers::Approved), 1, Store::Shop},
    {"many approved customers at list prices", of(12, 0, Buyers::Approved), 4, Store::Portal},
    {"anyone, and some with prices of their own", of(12, 0, Buyers::Anyone, true), 2, Store::ShopAndPortal},
};

} // namespace

TEST(Advisor, everyLineOfTheDecisionTable)
{
    for (const Case &one : table) {
        const Advice advice = advise(one.situation);
        EXPECT_EQ(advice.level, one.level) << one.what;
        EXPECT_EQ(int(advice.store), int(one.store)) << one.what;
        EXPECT_FALSE(advice.reasons.isEmpty()) << one.what;
    }
}

TEST(Advisor, moreOrdersNeverAskForLess)
{
    for (const int others : {0, 1})
        for (const Buyers buyers : {Buyers::Anyone, Buyers::Approved, Buyers::Invited})
            for (const bool prices : {false, true})
                for (int orders = 0, before = 0; orders < 100; ++orders) {
                    const int level = advise(of(orders, others, buyers, prices)).level;
                    EXPECT_GE(level, before) << orders;
                    before = level;
                }
}

TEST(Advisor, whatALevelCostsAndSavesIsSaid)
{
    const Advice advice = advise(of(40)); // 40 x 6 minutes and 15 for the worksheet, by hand
    ASSERT_EQ(advice.costs.size(), 4u);
    EXPECT_EQ(advice.costs[0].minutesPerMonth, 21 * (40 * 6 + 15));
    EXPECT_EQ(advice.costs[2].minutesPerMonth, 21 * (2 + 4));
    EXPECT_EQ(advice.costs[2].savedPerMonth, 21 * (255 - 6));
    EXPECT_EQ(advice.costs[2].savedMoney, eur("2614.50")); // 5,229 minutes at 30.00 an hour
    EXPECT_EQ(advice.costs[2].payBackDays, 1);
    EXPECT_FALSE(advice.costs[0].payBackDays.value_or(0));
}

TEST(Advisor, theCompanysOwnHistoryIsMeasured)
{
    ShopCompany company;
    company.product("MUG", "10.00", 500);
    for (int i = 0; i < 44; ++i)
        company.shop.sells(qPrintable(QString::number(i)), "MUG", 1, "11.90", i);
    company.pulled();
    company.now = company.now.plusSeconds(24 * 3600);
    const Measured measured = company.ask([](Tx &tx) { return measure(tx, {}); });
    EXPECT_EQ(measured.situation.ordersPerDay, 2); // 44 on 22 working days
    EXPECT_EQ(measured.situation.otherChannels, 0);
    EXPECT_FALSE(measured.situation.customerPrices);
    EXPECT_FALSE(measured.sources.isEmpty());
}

TEST(Advisor, theTimeThatOrdersByHandTookIsMeasured)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 9);
    const Party acme = company.customer();
    for (const int seconds : {60, 120}) {
        const SalesOrder order = company.order(acme.id, {{mug.id, 1}});
        company.must([&](Tx &tx) -> Result<> {
            byhand::keepWork(tx, company.channel, {byhand::HandTask::Order, seconds, 10, 1, 0, 0}, order.id.value);
            return Done{};
        });
    }
    const Measured measured = company.ask([](Tx &tx) { return measure(tx, {}); });
    EXPECT_EQ(measured.situation.secondsPerOrder, 90);
    EXPECT_TRUE(measured.sources.join(u' ').contains("2 slips")) << qPrintable(measured.sources.join(u' '));
}

TEST(Advisor, goingUpAndDownALevelEntersNothingAgainAndLosesNothing)
{
    ShopCompany company;
    company.must([](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET kind = 'woocommerce'"), Done{}; });
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90", 1);
    company.pulled();
    company.pushed();
    const auto held = [&] {
        return company.text("SELECT CAST(cursor_at AS TEXT) || ' ' || (SELECT CAST(COUNT(*) AS TEXT) FROM sales_order) || ' ' || "
                            "(SELECT CAST(SUM(confirmed_stock) AS TEXT) FROM listing) FROM channel");
    };
    const QString before = held();
    const auto level = [&] { return company.ask([&](Tx &tx) { return levelOf(tx, tx.get(company.channel.id)); }); };
    for (const int wanted : {3, 2, 1, 3}) {
        company.must(setLevel, company.channel.id, wanted);
        EXPECT_EQ(level(), wanted == 1 ? 2 : wanted); // by hand is by button for a shop that Purser can talk to
        EXPECT_EQ(held(), before);
    }
    EXPECT_EQ(company.pulled().created, 0);
    for (const Schedule &schedule : company.ask(schedulesOf, company.channel.id)) {
        if (schedule.work == Work::Orders) {
            EXPECT_EQ(schedule.minutes, 3);
        }
    }
    EXPECT_EQ(company.refusal(setLevel, company.channel.id, 4), "level");
    EXPECT_EQ(company.refusal(setLevel, company.channel.id, 0), "level");
}
