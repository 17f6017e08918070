#include "wootest.h"

using namespace channels;

namespace {

const ListingRef mug{"MUG", "42", ""};
const ListingRef redShirt{"SHIRT-RED", "108", "107"};

StockLevel stock(const ListingRef &listing, const char *available)
{
    const Quantity quantity = *Quantity::parse(QString::fromLatin1(available));
    return {listing, quantity, Quantity::whole(99)};
}
PriceLevel price(const ListingRef &listing, const char *amount) { return {listing, *UnitPrice::parse(QString::fromLatin1(amount), Eur)}; }

class WooPush : public WooTest {};

} // namespace

TEST_F(WooPush, stockIsSetAsAWholeNumberWithItsCountingSwitchedOn)
{
    http.then(answer(jsonText("{'update':[{'id':42,'manage_stock':true,'stock_quantity':20}]}")));

    const auto results = shop.setStock({stock(mug, "20.9")});

    EXPECT_EQ(request(0).method, "POST");
    EXPECT_EQ(request(0).url, "https://shop.example/wp-json/wc/v3/products/batch");
    EXPECT_EQ(request(0).body, R"({"update":[{"manage_stock":true,"stock_quantity":20,"id":42}]})");
    EXPECT_TRUE(results[0].done);
}

TEST_F(WooPush, variationsGoThroughTheirProduct)
{
    http.then(answer(jsonText("{'update':[{'id':108,'stock_quantity':12},{'id':109,'stock_quantity':1}]}")))
        .then(answer(jsonText("{'update':[{'id':42,'stock_quantity':3}]}")));

    const auto results = shop.setStock({stock(redShirt, "12"), stock(mug, "3"), stock({"SHIRT-GREEN", "109", "107"}, "1")});

    EXPECT_EQ(request(0).url, "https://shop.example/wp-json/wc/v3/products/107/variations/batch");
    EXPECT_EQ(bodyOf(0)["update"].items().size(), 2u);
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products/batch");
    for (const ItemResult &result : results)
        EXPECT_TRUE(result.done) << qPrintable(result.message);
    EXPECT_EQ(results[2].externalId, "109");
    EXPECT_EQ(results[2].externalParent, "107");
}

TEST_F(WooPush, theRecordedBatchIsReadItemByItem)
{
    http.then(recordedAnswer("woocommerce/recorded/batch_stock_update_mixed.json"));

    const auto results = shop.setStock(
        {stock(mug, "20"), stock({"A", "999999", ""}, "1"), stock({"B", "43", ""}, "7"), stock({"C", "108", ""}, "33"), stock({"D", "44", ""}, "5")});

    ASSERT_EQ(results.size(), 5u);
    EXPECT_TRUE(results[0].done);
    EXPECT_EQ(results[1].message, "Invalid ID.");
    EXPECT_FALSE(results[2].done); // the shop made 0 of it and said nothing
    EXPECT_EQ(results[2].message, "The shop holds 0 instead of 7.");
    EXPECT_TRUE(results[3].message.startsWith("To manipulate product variations you should use the /products/<product_id>/variations"));
    EXPECT_FALSE(results[4].done);
}

TEST_F(WooPush, theRecordedVariationBatchIsRead)
{
    http.then(recordedAnswer("woocommerce/recorded/batch_variations.json"));
    EXPECT_TRUE(shop.setStock({stock(redShirt, "12")})[0].done);

    http.then(recordedAnswer("woocommerce/recorded/batch_variations.json"));
    EXPECT_TRUE(shop.setPrices({price(redShirt, "21")})[0].done);
}

TEST_F(WooPush, moreThanAHundredGoInSeveralCalls)
{
    const auto echo = [](const Request &request) { return answer(*Json::parse(request.body)); };
    http.then(echo).then(echo).then(echo);
    std::vector<StockLevel> levels;
    for (int i = 1; i <= 250; ++i)
        levels.push_back(stock({QString::number(i), QString::number(i), ""}, "4"));

    const auto results = shop.setStock(levels);

    EXPECT_EQ(bodyOf(0)["update"].items().size(), 100u);
    EXPECT_EQ(bodyOf(2)["update"].items().size(), 50u);
    EXPECT_TRUE(std::all_of(results.begin(), results.end(), [](const ItemResult &result) { return result.done; }));
}

TEST_F(WooPush, aLostAnswerConcernsItsOwnCallOnly)
{
    http.thenFails(Failure::Kind::Unknown).then(answer(jsonText("{'update':[{'id':42,'stock_quantity':3}]}")));

    const auto results = shop.setStock({stock(mug, "3"), stock(redShirt, "12")});

    EXPECT_TRUE(results[0].done);
    EXPECT_TRUE(results[1].unknown); // 107's call went first
}

TEST_F(WooPush, aRefusedCallIsToldPerItem)
{
    http.then(answer(
        jsonText("{'code':'woocommerce_rest_request_entity_too_large','message':'Unable to accept more than 5 items.','data':{'status':413}}"), 413));

    const auto results = shop.setStock({stock(mug, "3")});

    EXPECT_FALSE(results[0].done);
    EXPECT_FALSE(results[0].unknown);
    EXPECT_EQ(results[0].message, "Unable to accept more than 5 items.");
}

TEST_F(WooPush, whatIsNegativeIsNothing)
{
    http.then(answer(jsonText("{'update':[{'id':42,'stock_quantity':0}]}")));

    EXPECT_TRUE(shop.setStock({stock(mug, "-3")})[0].done);
    EXPECT_EQ(bodyOf(0)["update"].at(0)["stock_quantity"].text(), "0");
}

TEST_F(WooPush, pricesAreTextWithAPointAndTheCurrencysDigits)
{
    http.then([](const Request &request) { return answer(*Json::parse(request.body)); });

    const auto results = shop.setPrices({price(mug, "10.5"), price({"A", "43", ""}, "1234.567"), price({"B", "44", ""}, "7")});

    EXPECT_EQ(request(0).body,
              R"({"update":[{"regular_price":"10.50","id":42},{"regular_price":"1234.57","id":43},{"regular_price":"7.00","id":44}]})");
    for (const ItemResult &result : results)
        EXPECT_TRUE(result.done) << qPrintable(result.message);
}

TEST_F(WooPush, aShopWithMoreDigitsSaysSoInAnOption)
{
    http.then([](const Request &request) { return answer(*Json::parse(request.body)); });

    connect(jsonText("{'price_decimals':4}")).setPrices({price(mug, "0.0375")});

    EXPECT_EQ(bodyOf(0)["update"].at(0)["regular_price"].text(), "0.0375");
}

TEST_F(WooPush, aCurrencyWithoutMinorUnitsHasNoPoint)
{
    http.then([](const Request &request) { return answer(*Json::parse(request.body)); });

    shop.setPrices({{mug, *UnitPrice::parse(u"1200", *Currency::of(u"JPY"))}});

    EXPECT_EQ(bodyOf(0)["update"].at(0)["regular_price"].text(), "1200");
}

TEST_F(WooPush, aPriceThatTheShopUnderstoodOtherwiseIsNotDone)
{
    http.then(answer(jsonText("{'update':[{'id':42,'regular_price':'1050'}]}")));

    const auto results = shop.setPrices({price(mug, "10.50")});

    EXPECT_FALSE(results[0].done);
    EXPECT_EQ(results[0].message, "The shop holds 1050 instead of 10.50.");
}

TEST_F(WooPush, theSalePriceIsLeftAlone)
{
    http.then([](const Request &request) { return answer(*Json::parse(request.body)); });

    shop.setPrices({price(mug, "10.50")});

    EXPECT_FALSE(bodyOf(0)["update"].at(0).contains(u"sale_price"));
}

TEST_F(WooPush, aQuantityThatTheShopTurnedIntoNothingIsNotDone)
{
    http.then(answer(jsonText("{'update':[{'id':42,'stock_quantity':0}]}"))); // a batch is not checked as a single call is

    const auto results = shop.setStock({{{"MUG", "42", ""}, Quantity::whole(7), Quantity::whole(7)}});

    EXPECT_FALSE(results[0].done);
    EXPECT_TRUE(results[0].message.contains("7"));
}
