#include "channels/engine/noted.h"

#include "channels/engine/guard.h"
#include "channels/engine/runner.h"
#include "channels/engine/stockwatch.h"
#include "core/catalog/kit.h"
#include "engine/fakeshop.h"

// What goes out at once after a change looks at what changed, not at the whole channel; and nothing that changed is ever left out for good.

using namespace channels;

namespace {

QString sku(int i) { return QStringLiteral("P%1").arg(i, 3, 10, QChar(u'0')); }

const std::set<Work> whatGoesOut{Work::Stock, Work::Prices};

/// A shop that was told of so many products, and follows every change of their stock and prices; the turn of all of them comes in an hour.
struct FollowedShop : ShopCompany {
    explicit FollowedShop(int count)
    {
        for (int i = 0; i < count; ++i)
            products.push_back(product(qPrintable(sku(i)), "10.00", 5));
        pushed();
        for (const Work work : whatGoesOut) {
            Schedule schedule;
            schedule.channel = channel.id;
            schedule.work = work;
            schedule.rhythm = Rhythm::OnChange;
            schedule.minutes = 60;
            must(setSchedule, schedule);
        }
        must(scheduleNext, channel.id, whatGoesOut, now, true, 0.0);
    }
    void count(int i, int units)
    {
        must([&](Tx &tx) { return adjustStock(tx, products[size_t(i)].id, {}, pcs(units), tx.today(), QStringLiteral("count")); });
    }
    void setPrice(int i, const char *price)
    {
        must([&](Tx &tx) {
            Price row = *tx.first<Price>("product_id = ?", products[size_t(i)].id);
            row.price = *UnitPrice::parse(QString::fromLatin1(price), Eur);
            return savePrice(tx, row);
        });
    }
    void note(int i, Work work = Work::Stock) { must(noteChanged, channel.id, work, std::set{products[size_t(i)].id}); }
    std::vector<DueWork> due() { return ask(dueWork); }
    PushReport pushedAtOnce()
    {
        PushScope scope{false, true, true, false, false};
        scope.changedOnly = true;
        return pushed(false, scope);
    }
    qint64 noted() { return number("SELECT COUNT(*) FROM push_due"); }
    Quantity shown(int i) { return shop.shelves.at(sku(i)).stock; }

    std::vector<Product> products;
};

/// How many statements a push at once runs after one product was counted.
int statementsOfAPush(int products)
{
    FollowedShop company(products);
    company.count(1, 3);
    company.note(1);
    int statements = 0;
    company.session().connection().onStatement = [&](std::string_view, std::span<const sql::Value>) { ++statements; };
    EXPECT_EQ(company.pushedAtOnce().compared, 1);
    company.session().connection().onStatement = nullptr;
    EXPECT_EQ(company.shown(1), pcs(3));
    return statements;
}

} // namespace

TEST(PushAtOnce, looksAtTheOneProductThatChangedHoweverManyThereAre)
{
    const int ofFew = statementsOfAPush(3);

    EXPECT_EQ(statementsOfAPush(60), ofFew);
}

TEST(PushAtOnce, leavesAllOthersForTheScheduledComparison)
{
    FollowedShop company(3);
    company.count(0, 3);
    company.count(1, 3);
    company.note(0);

    company.pushedAtOnce();

    EXPECT_EQ(company.shown(0), pcs(3));
    EXPECT_EQ(company.shown(1), pcs(5));
    EXPECT_EQ(company.pushed().compared, 3);
    EXPECT_EQ(company.shown(1), pcs(3));
}

TEST(PushAtOnce, offersAKitAnewWhenAComponentChanged)
{
    FollowedShop company(3);
    const Product kit = company.product("SET", "30.00");
    company.must(setComponents, kit.id, std::vector<ProductComponent>{{{}, company.products[0].id, pcs(2)}, {{}, company.products[1].id, pcs(1)}});
    company.pushed();
    ASSERT_EQ(company.shop.shelves.at("SET").stock, pcs(2));
    company.count(0, 3);
    company.note(0);

    EXPECT_EQ(company.pushedAtOnce().compared, 2); // the component and the kit

    EXPECT_EQ(company.shop.shelves.at("SET").stock, pcs(1));
    EXPECT_EQ(company.shown(0), pcs(3));
}

TEST(PushAtOnce, makesNothingNewWhereOnlyStockGoesOut)
{
    FollowedShop company(1);
    const Product fresh = company.product("NEW", "10.00", 5);
    company.must(noteChanged, company.channel.id, Work::Stock, std::set{fresh.id});

    EXPECT_EQ(company.pushedAtOnce().sent, 0);
    EXPECT_FALSE(company.shop.shelves.contains("NEW"));
}

TEST(PushAtOnce, isDueAsLongAsNoPushHasLooked)
{
    FollowedShop company(3);
    EXPECT_TRUE(company.due().empty());
    company.count(1, 3);
    company.note(1);
    company.shop.afterSetStock = [] { throw Failure(Failure::Kind::Unreachable, QStringLiteral("the line is down")); };
    PushScope scope{false, true, false, false, false};
    scope.changedOnly = true;
    EXPECT_FALSE(push(company.session(), company.channel, company.shop, scope, false, company.control));
    company.shop.afterSetStock = nullptr;
    ASSERT_EQ(company.due().size(), 1u); // also for another process, if this one has died
    EXPECT_EQ(company.due().front().work, std::set{Work::Stock});
    EXPECT_TRUE(company.due().front().changedOnly);

    ASSERT_TRUE(doWork(company.session(), company.channel, company.shop, company.due().front(), company.control));

    EXPECT_EQ(company.shown(1), pcs(3));
    EXPECT_TRUE(company.due().empty());
}

TEST(PushAtOnce, leavesWhatChangedAgainMeanwhile)
{
    FollowedShop company(3);
    company.count(1, 3);
    company.note(1);
    company.note(2);
    company.shop.afterSetStock = [&] {
        company.count(1, 2);
        company.note(1);
    };

    company.pushedAtOnce();

    company.shop.afterSetStock = nullptr;
    EXPECT_EQ(company.noted(), 1);
    company.pushedAtOnce();
    EXPECT_EQ(company.shown(1), pcs(2));
    EXPECT_EQ(company.noted(), 0);
}

TEST(PushAtOnce, thatFailsIsFollowedByAComparisonOfEverything)
{
    FollowedShop company(3);
    company.note(1);
    company.must([](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET failures = 1"), Done{}; });

    company.must(scheduleNext, company.channel.id, std::set{Work::Stock}, company.now, false, 0.0);

    EXPECT_TRUE(company.due().empty()); // not before its pause is over
    company.now = company.now.plusSeconds(60);
    ASSERT_EQ(company.due().size(), 1u);
    EXPECT_FALSE(company.due().front().changedOnly);
    EXPECT_EQ(company.noted(), 0);
}

TEST(PushAtOnce, givesWayWhenTheTurnOfEverythingHasCome)
{
    FollowedShop company(3);
    company.note(1);
    EXPECT_TRUE(company.due().front().changedOnly);
    Schedule shipments;
    shipments.channel = company.channel.id;
    shipments.work = Work::Shipments;
    shipments.rhythm = Rhythm::Every;
    company.must(setSchedule, shipments);
    EXPECT_EQ(company.due().front().work, (std::set{Work::Stock, Work::Shipments}));
    EXPECT_TRUE(company.due().front().changedOnly); // shipments are told without comparing products

    company.must(makeDue, company.channel.id, std::set{Work::Prices});

    EXPECT_FALSE(company.due().front().changedOnly);
    company.pushed();
    EXPECT_EQ(company.noted(), 0); // who compares everything has looked at these, too
}

TEST(PushAtOnce, ofVeryManyProductsIsAComparisonOfEverything)
{
    FollowedShop company(1);
    std::set<Id<Product>> many;
    for (qint64 i = 1; i <= 501; ++i)
        many.insert({i});

    company.must(noteChanged, company.channel.id, Work::Stock, many);

    ASSERT_EQ(company.due().size(), 1u);
    EXPECT_FALSE(company.due().front().changedOnly);
    EXPECT_EQ(company.noted(), 0);
}

TEST(PushAtOnce, doesNotForgetWhatTheGuardHoldsBackOfOthers)
{
    FollowedShop company(3);
    company.setPrice(0, "1.00");
    EXPECT_EQ(company.pushed().held, 1);
    company.setPrice(1, "9.00");
    company.note(1, Work::Prices);

    company.pushedAtOnce();

    EXPECT_EQ(company.shop.shelves.at(sku(1)).price, UnitPrice::of(eur("10.71")));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception WHERE kind = 'held_push' AND resolution = ''"), 1);
}

TEST(PushAtOnce, isGuardedByTheShareOfAllThatTheChannelHolds)
{
    FollowedShop company(20);
    PushGuard guard = company.ask(guardOf, company.channel.id);
    guard.massRows = 2;
    company.must(setPushGuard, guard);
    for (int i = 0; i < 4; ++i) { // a fifth of them is usual
        company.setPrice(i, "9.00");
        company.note(i, Work::Prices);
    }
    EXPECT_EQ(company.pushedAtOnce().held, 0);
    for (int i = 0; i < 5; ++i) {
        company.setPrice(i, "8.00");
        company.note(i, Work::Prices);
    }
    EXPECT_EQ(company.pushedAtOnce().held, 5);
}

TEST(PushAtOnce, comesForWhatIsOnAnOrderThatChangedInTheShop)
{
    FollowedShop company(3);
    RemoteOrder &order = company.shop.sells("1", "P001", 2, "23.80");
    company.pulled();
    company.pushedAtOnce();
    EXPECT_EQ(company.noted(), 0);
    order.note = QStringLiteral("ring twice");
    company.shop.change(order, 60);
    company.shop.shelves["P001"].stock = pcs(4); // the shop has moved it by itself

    company.pulled();

    EXPECT_EQ(company.due().front().work, std::set{Work::Stock});
    company.pushedAtOnce();
    EXPECT_EQ(company.shown(1), pcs(3));
}

TEST(StockWatch, namesTheProductsThatChangedSinceTheLastLook)
{
    FollowedShop company(4);
    StockWatch watch;
    const auto stock = [&] { return company.ask([&](Tx &tx) { return watch.stockChanged(tx); }); };
    const auto catalogue = [&] { return company.ask([&](Tx &tx) { return watch.catalogueChanged(tx); }); };
    EXPECT_FALSE(stock()); // what was before it looked is not known
    EXPECT_FALSE(catalogue());
    EXPECT_EQ(stock(), std::set<Id<Product>>());
    company.count(1, 3);
    EXPECT_EQ(stock(), std::set{company.products[1].id});
    company.order(company.customer().id, {{company.products[2].id, 2}});
    EXPECT_EQ(stock(), std::set{company.products[2].id});
    company.order(company.customer("More").id, {{company.products[1].id, 3}});
    stock();
    company.order(company.customer("Late").id, {{company.products[1].id, 2}}); // nothing is left: it waits
    EXPECT_EQ(stock(), std::set{company.products[1].id});
    EXPECT_EQ(catalogue(), std::set<Id<Product>>());
    company.setPrice(3, "9.00");
    EXPECT_EQ(catalogue(), std::set{company.products[3].id});
    company.must([&](Tx &tx) { return deletePrice(tx, tx.first<Price>("product_id = ?", company.products[0].id)->id); });
    EXPECT_EQ(catalogue(), std::set{company.products[0].id});
}
