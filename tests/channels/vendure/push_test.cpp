#include "venduretest.h"

using namespace channels;

namespace {

StockLevel stock(const char *variant, qint64 available, qint64 onHand)
{
    return {{"SKU", QString::fromLatin1(variant), "1"}, Quantity::whole(available), Quantity::whole(onHand)};
}
PriceLevel price(const char *variant, const char *amount, Currency currency = Eur)
{
    return {{"SKU", QString::fromLatin1(variant), "1"}, *UnitPrice::parse(QString::fromLatin1(amount), currency)};
}

/// All or nothing, with one variant that is not there.
ScriptedHttp::Step refusing(const QString &bad)
{
    return [bad](const Request &request) {
        const Json input = (*Json::parse(request.body))["variables"]["input"];
        for (const Json &variant : input.items())
            if (variant["id"].text() == bad)
                return recordedAnswer("vendure/recorded/update_stock_partly_bad.json");
        return data(Json::object({{"updateProductVariants", input}}));
    };
}

class VendurePush : public VendureTest {};

} // namespace

TEST_F(VendurePush, stockIsWhatIsOnHandAtTheOldestLocation)
{
    facts();
    http.then(recordedAnswer("vendure/recorded/update_stock.json"));

    const auto results = shop.setStock({stock("10", 18, 20)});

    EXPECT_EQ(variablesOf(2)["input"].toJson(), R"([{"id":"10","stockLevels":[{"stockLocationId":"1","stockOnHand":20}]}])");
    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_EQ(results[0].externalId, "10");
}

TEST_F(VendurePush, anotherLocationIsChosenByNameOrId)
{
    for (const char *location : {"Second Warehouse", "2"}) {
        facts();
        http.then(refusing({}));
        connect(Json::object({{"location", location}})).setStock({stock("10", 1, 1)});
        EXPECT_EQ(Json::parse(http.requests.back().body)->operator[]("variables")["input"].at(0)["stockLevels"].at(0)["stockLocationId"].text(), "2");
    }
}

TEST_F(VendurePush, aLocationThatIsNotThereIsAnError)
{
    facts();

    EXPECT_THROW(connect(Json::object({{"location", "Moon"}})).setStock({stock("10", 1, 1)}), Failure);
}

TEST_F(VendurePush, oneBadVariantIsFoundByHalvingAndTheOthersAreSet)
{
    facts();
    for (int i = 0; i < 7; ++i)
        http.then(refusing("99999"));
    std::vector<StockLevel> levels;
    for (int i = 1; i <= 7; ++i)
        levels.push_back(stock(i == 5 ? "99999" : qPrintable(QString::number(i)), 3, 3));

    const auto results = shop.setStock(levels);

    for (size_t i = 0; i < 7; ++i)
        EXPECT_EQ(results[i].done, i != 4) << i << qPrintable(results[i].message);
    EXPECT_EQ(results[4].message, "No ProductVariant with the id \"99999\" could be found");
    EXPECT_EQ(http.left(), 0u); // 7; 3, 4; 2, 2; 1, 1
}

TEST_F(VendurePush, aLostAnswerMakesTheWholeBatchUnknown)
{
    facts();
    http.thenFails(Failure::Kind::Unknown);

    const auto results = shop.setStock({stock("1", 1, 1), stock("2", 1, 1)});

    EXPECT_TRUE(results[0].unknown);
    EXPECT_TRUE(results[1].unknown);
}

TEST_F(VendurePush, whatTheShopHoldsInsteadIsTold)
{
    facts();
    http.then(data(
        "{'updateProductVariants':[{'id':'10','stockLevels':[{'stockLocationId':'2','stockOnHand':20},{'stockLocationId':'1','stockOnHand':3}]}]}"));

    EXPECT_EQ(shop.setStock({stock("10", 1, 20)})[0].message, "The shop holds 3 instead of 20.");
}

TEST_F(VendurePush, pricesAreWholeNumbersOfTheSmallestUnit)
{
    facts();
    http.then([](const Request &request) {
        EXPECT_FALSE(request.body.contains('.')) << request.body.constData(); // it would take 19.99 for 20 cents
        return data("{'updateProductVariants':[{'id':'10','price':1680,'priceWithTax':1999},{'id':'11','price':5,'priceWithTax':5}]}");
    });

    const auto results = shop.setPrices({price("10", "19.99"), price("11", "0.045")});

    EXPECT_EQ(variablesOf(2)["input"].toJson(), R"([{"id":"10","price":1999},{"id":"11","price":5}])");
    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_TRUE(results[1].done);
}

TEST_F(VendurePush, aShopThatKeepsNetPricesIsComparedWithThem)
{
    http.then(data("{'activeChannel':{'defaultCurrencyCode':'EUR','pricesIncludeTax':false},'globalSettings':{'serverConfig':{'"
                   "moneyStrategyPrecision':3}}}"))
        .then(recordedAnswer("vendure/recorded/stock_locations.json"))
        .then(data("{'updateProductVariants':[{'id':'10','price':19990,'priceWithTax':23788}]}"));

    const auto results = shop.setPrices({price("10", "19.99")});

    EXPECT_EQ(variablesOf(2)["input"].at(0)["price"].text(), "19990");
    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
}

TEST_F(VendurePush, aPriceInAnotherCurrencyIsNamedWithIt)
{
    facts();
    http.then(data("{'updateProductVariants':[{'id':'10','price':1680,'priceWithTax':1999,'currencyCode':'EUR'}]}"));

    EXPECT_TRUE(shop.setPrices({price("10", "25", *Currency::of(u"USD"))})[0].done);

    EXPECT_EQ(variablesOf(2)["input"].toJson(), R"([{"id":"10","prices":[{"currencyCode":"USD","price":2500}]}])");
}
