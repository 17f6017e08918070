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

    const PushReport report = company.pushed(false, {false, true, true, false, true});

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
    company.pushed(false, {false, false, false, true, false});
    company.shop.refusedSku = QStringLiteral("CUP");

    const PushReport report = company.pushed(false, {false, true, false, false, false});

    EXPECT_EQ(report.accepted, 1);
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.text("SELECT message FROM listing WHERE stock_state = 1"), "no such product");
}

TEST(Push, aLostAnswerIsUnknownAndIsSentAgain)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.pushed(false, {false, false, false, true, false});
    company.shop.afterSetStock = [] { throw Failure(Failure::Kind::Unknown, QStringLiteral("line broke")); };
    const PushReport lost = company.pushed(false, {false, true, false, false, false});
    ASSERT_EQ(lost.items.size(), 1u);
    EXPECT_EQ(lost.items[0].result, "unknown");
    company.shop.afterSetStock = {};

    const PushReport again = company.pushed(false, {false, true, false, false, false});

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

TEST(Push, aShopThatSubtractsItsOpenOrdersItselfIsNotToldOfThemAgain)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    const Product mug = company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90");
    company.pulled();
    company.order(company.customer().id, {{mug.id, 2}}); // of which the shop knows nothing

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3)); // less the one that it has allocated itself: two are for sale
}

TEST(Push, aShopThatOwesMoreThanThereIsOffersNothing)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    company.product("MUG", "10.00", 2);
    company.shop.sells("1", "MUG", 4, "47.60");
    company.pulled();

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(2)); // it subtracts the four by itself
}

TEST(Push, aShopThatTakesShippedGoodsOffItselfIsLeftToDoSo)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.pushed();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    company.shop.stockCalls = 0;

    const PushReport report = company.pushed();

    EXPECT_EQ(report.sent, 1); // the shipment, and no stock
    EXPECT_EQ(company.shop.stockCalls, 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
    EXPECT_EQ(company.pushed().sent, 0);
}

TEST(Push, goodsThatLeftUntoldStayOnTheShelfOfAShopThatTakesThemOffItself)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    const Product mug = company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(4), UnitPrice::parse(u"4", Eur), {}, {}, {}}}, tx.today()); });

    company.pushed(false, {true, true, false, true, false});

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(9)); // 7 here, and the 2 that it has allocated
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(7));
}

TEST(Push, whatAShopHoldsIsSetAnewWhenTheAnswerToAShipmentWasLost)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.pushed();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    company.shop.afterTellShipment = [] { throw Failure(Failure::Kind::Unknown, QStringLiteral("line broke")); };
    company.pushed();
    company.shop.afterTellShipment = {};
    company.shop.shelves.at("MUG").stock = pcs(1); // as may be: 3 was set, and 2 taken off

    company.pushed();
    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
    EXPECT_EQ(company.pushed().sent, 0);
}

TEST(Push, whatWasSoldMeanwhileIsTakenInBeforeStockIsSet)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    company.shop.sells("1", "MUG", 2, "23.80");
    company.shop.shelves.at("MUG").stock = pcs(3);
    company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(4), UnitPrice::parse(u"4", Eur), {}, {}, {}}}, tx.today()); });

    const PushReport report = company.pushed(false, {true, true, false, false, false});

    ASSERT_TRUE(report.pulled);
    EXPECT_EQ(report.pulled->created, 1);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(7)); // 5 and 4, less the 2 that were sold
}

TEST(Push, noStockIsSetWhereOrdersCannotBeTakenIn)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    company.must([&](Tx &tx) { return adjustStock(tx, mug.id, {}, pcs(9), tx.today(), QStringLiteral("count")); });
    company.shop.beforePage = [] { throw Failure(Failure::Kind::Unreachable, QStringLiteral("cable")); };

    const auto refused = push(company.session(), company.channel, company.shop, {}, false, company.control);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "channel_unreachable");
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
}

TEST(Push, aDryRunAndAPushWithoutStockLeaveOrdersAlone)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");

    company.pushed(true);
    company.pushed(false, {true, false, true, true, true});

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(company.shop.orderPages, 0);
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

    company.pushed(false, {false, false, false, false, true});
    company.pushed(false, {false, false, false, false, true});

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

TEST(Push, aShopThatTakesSalesOffItselfIsSetAnewThoughAsManyCameIn)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    company.shop.sells("1", "MUG", 2, "23.80");
    company.shop.shelves.at("MUG").stock = pcs(3);
    company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(2), UnitPrice::parse(u"4", Eur), {}, {}, {}}}, tx.today()); });

    company.pushed(); // five are for sale, as they were when it was last told

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.pushed().sent, 0);
}

TEST(Push, aShopThatTakesGoodsOffOnlyWhenTheyArePaidIsSetAnewThen)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    order.state = RemoteState::Awaiting;
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
    order.state = RemoteState::Processing;
    company.shop.change(order, 60);
    company.shop.shelves.at("MUG").stock = pcs(1);

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
}

TEST(Push, aShopThatCountsWhatIsOnHandIsLeftAloneWhenItSells)
{
    ShopCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    company.product("MUG", "10.00", 5);
    company.pushed();
    company.shop.sells("1", "MUG", 2, "23.80");

    EXPECT_EQ(company.pushed().sent, 0);

    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
}

TEST(Push, aSkuThatTheShopHasTwiceIsTiedToNeither)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.doubles = {{QStringLiteral("7"), {}, QStringLiteral("MUG"), QStringLiteral("Mug"), pcs(1), {}},
                            {QStringLiteral("8"), {}, QStringLiteral("MUG"), QStringLiteral("Mug"), pcs(1), {}}};

    company.pushed(false, {false, true, true, false, false});

    EXPECT_EQ(company.shop.stockCalls, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing"), 0);
    EXPECT_TRUE(company.text("SELECT message FROM sync_exception WHERE kind = 'ambiguous_sku'").contains(u"7 “Mug”, 8 “Mug”"));
}
