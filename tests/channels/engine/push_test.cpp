#include "engine/fakeshop.h"

using namespace channels;

TEST(Push, whatTheShopDoesNotHaveIsCreatedWithStockAndPrice)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);

    const PushReport report = company.pushed();

    EXPECT_EQ(report.refused, 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("11.90")));
}

TEST(Push, pushingTwicePushesNothing)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.pushed();

    const PushReport again = company.pushed();

    EXPECT_EQ(again.compared, 1);
    EXPECT_EQ(again.sent, 0);
    EXPECT_TRUE(again.items.empty());
}

TEST(Push, aDryRunShowsTheDifferenceAndSendsNothing)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    company.must([&](Tx &tx) { return adjustStock(tx, mug.id, {}, pcs(3), tx.today(), QStringLiteral("count")); });
    company.shop.stockCalls = 0;

    const PushReport report = company.pushed(true);

    ASSERT_EQ(report.items.size(), 1u);
    EXPECT_EQ(report.items[0].field, "stock");
    EXPECT_EQ(report.items[0].now, "5");
    EXPECT_EQ(report.items[0].becomes, "3");
    EXPECT_EQ(company.shop.stockCalls, 0);
}

TEST(Push, productsThatTheShopHasAreTiedBySkuAndOnlyDifferencesAreSent)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(9), UnitPrice::of(eur("11.90")), QStringLiteral("Mug")};

    const PushReport report = company.pushed(false, {true, true, false, true});

    EXPECT_EQ(company.text("SELECT external_id FROM listing"), "77");
    ASSERT_EQ(report.items.size(), 1u);
    EXPECT_EQ(report.items[0].now, "9");
    EXPECT_EQ(report.items[0].becomes, "5");
}

TEST(Push, oneRefusedItemDoesNotFailTheBatch)
{
    ShopCompany company;
    company.product("CUP", "8.00", 2);
    company.product("MUG", "10.00", 5);
    company.pushed(false, {false, false, true, false});
    company.shop.refusedSku = QStringLiteral("CUP");

    const PushReport report = company.pushed(false, {true, false, false, false});

    EXPECT_EQ(report.accepted, 1);
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.text("SELECT message FROM listing WHERE stock_state = 1"), "no such product");
}

TEST(Push, aLostAnswerIsUnknownAndIsSentAgain)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.pushed(false, {false, false, true, false});
    company.shop.afterSetStock = [] { throw Failure(Failure::Kind::Unknown, QStringLiteral("line broke")); };
    const PushReport lost = company.pushed(false, {true, false, false, false});
    ASSERT_EQ(lost.items.size(), 1u);
    EXPECT_EQ(lost.items[0].result, "unknown");
    company.shop.afterSetStock = {};

    const PushReport again = company.pushed(false, {true, false, false, false});

    EXPECT_EQ(again.accepted, 1);
    EXPECT_EQ(company.number("SELECT stock_state FROM listing"), 0);
}

TEST(Push, allocatedAndWaitedForGoodsAreNotOffered)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.order(company.customer().id, {{mug.id, 2}});

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
}

TEST(Push, aShopThatSubtractsOpenOrdersItselfGetsWhatIsOnHand)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    const Product mug = company.product("MUG", "10.00", 5);
    company.order(company.customer().id, {{mug.id, 2}});

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
}

TEST(Push, aShipmentIsToldOnceWithCarrierAndTracking)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    Dispatch dispatch;
    dispatch.carrier = QStringLiteral("DHL");
    dispatch.tracking = QStringLiteral("JD01");
    company.must(shipOrder, company.onlyOrder().id, dispatch);

    company.pushed(false, {false, false, false, true});
    company.pushed(false, {false, false, false, true});

    ASSERT_EQ(company.shop.shipments.size(), 1u);
    EXPECT_EQ(company.shop.shipments[0].tracking, "JD01");
    EXPECT_EQ(company.shop.shipments[0].externalOrder, "1");
    EXPECT_EQ(company.shop.shipments[0].lines.front().externalLine, "l1");
    EXPECT_TRUE(company.shop.shipments[0].completesOrder);
}

TEST(Push, aChannelIsRunByOneAtATime)
{
    ShopCompany company;
    company.must([&](Tx &tx) -> Result<> {
        tx.run("UPDATE channel SET lease_holder = 'other', lease_until = ?", tx.now().plusSeconds(60));
        return Done{};
    });

    const auto refused = push(company.session(), company.channel, company.shop, {}, false, company.control);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "channel_busy");
    company.now = company.now.plusSeconds(61);
    EXPECT_TRUE(push(company.session(), company.channel, company.shop, {}, false, company.control));
}
