#include "storeclient.h"

using namespace channels::practicestore;

static QString q(const char *text) { return QString::fromUtf8(text); }
static QString idOf(StoreClient &client, const char *sku) { return QString::number(client.store->product(q(sku))->id); }

TEST(PracticeStoreProducts, theCatalogueIsOnTheShelves)
{
    StoreClient client;

    client.get("products", {{"per_page", "100"}});
    EXPECT_EQ(client.total(), 40 + 8 + 2) << "40 articles that stand alone, 8 families, 2 that only the shop knows";
    client.get("variations");
    EXPECT_EQ(client.total(), 20);
    const Json family = client.get("products", {{"sku", "APRON"}}).at(0);
    EXPECT_EQ(family["type"].text(), "variable");
    EXPECT_EQ(family["variations"].items().size(), 4u);
    EXPECT_EQ(family["attributes"].items().size(), 2u);
    EXPECT_EQ(family["attributes"].at(0)["options"].items().size(), 2u);
}

TEST(PracticeStoreProducts, aSearchBySkuFindsSimpleArticlesAndVariations)
{
    StoreClient client;

    const Json found = client.get("products", {{"sku", "V60-02,APRON-OLV-L,NONE"}, {"orderby", "id"}, {"order", "asc"}});

    ASSERT_EQ(found.items().size(), 2u);
    EXPECT_EQ(found.at(0)["type"].text(), "variation");
    EXPECT_EQ(found.at(0)["parent_id"].text(), idOf(client, "APRON"));
    EXPECT_EQ(found.at(1)["parent_id"].text(), "0");
    client.get("products", {{"type", "variation"}});
    EXPECT_EQ(client.last.status, 400);
}

TEST(PracticeStoreProducts, aSingleCallIsChecked)
{
    StoreClient client;

    const Json refused = client.post("products", StoreClient::parsed(R"({"name":"dup","stock_quantity":"abc","regular_price":5})"));

    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(refused["message"].text(), "Invalid parameter(s): regular_price, stock_quantity");
    EXPECT_EQ(refused["data"]["details"]["regular_price"]["code"].text(), "rest_invalid_type");
    EXPECT_EQ(refused["data"]["details"]["regular_price"]["data"]["param"].text(), "regular_price");
    const QString path = "products/" + idOf(client, "V60-02");
    client.put(path, StoreClient::parsed(R"({"stock_quantity":2.5})"));
    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"stock_quantity":-3})"))["stock_quantity"].text(), "-3");
}

TEST(PracticeStoreProducts, aBatchIsNotCheckedAndTellsEachItemsFate)
{
    StoreClient client;
    Json items = JsonArray();
    items.append(Json::object({{"id", client.store->product(q("V60-02"))->id}, {"stock_quantity", 20}}));
    items.append(Json::object({{"id", 999999}, {"stock_quantity", 1}}));
    items.append(Json::object({{"id", client.store->product(q("PRESS-1000"))->id}, {"stock_quantity", "x"}}));
    items.append(Json::object({{"id", client.store->product(q("JUG-350"))->id}, {"stock_quantity", 33}}));
    items.append(Json::object({{"sku", "MOKA-6"}, {"stock_quantity", 5}}));

    const Json answer = client.post("products/batch", Json::object({{"update", items}}));

    EXPECT_EQ(client.last.status, 200);
    const Json &results = answer["update"];
    EXPECT_EQ(results.at(0)["stock_quantity"].text(), "20");
    EXPECT_EQ(results.at(1)["error"]["code"].text(), "woocommerce_rest_product_invalid_id");
    EXPECT_EQ(results.at(1)["error"]["data"]["status"].text(), "400");
    EXPECT_EQ(results.at(1)["id"].text(), "999999");
    EXPECT_EQ(results.at(2)["stock_quantity"].text(), "0") << "nonsense became zero";
    EXPECT_EQ(results.at(3)["error"]["code"].text(), "woocommerce_rest_invalid_product_id") << "a variation has its own address";
    EXPECT_EQ(results.at(4)["error"]["code"].text(), "woocommerce_rest_product_invalid_id") << "a SKU names nothing here";
    EXPECT_TRUE(results.at(4)["id"].isNull());
}

TEST(PracticeStoreProducts, aBatchOfMoreThanAHundredIsTooLarge)
{
    StoreClient client;
    Json items = JsonArray();
    for (int i = 0; i < 101; ++i)
        items.append(Json::object({{"id", 1}}));

    const Json refused = client.post("products/batch", Json::object({{"update", items}}));

    EXPECT_EQ(client.last.status, 413);
    EXPECT_EQ(refused["code"].text(), "woocommerce_rest_request_entity_too_large");
}

TEST(PracticeStoreProducts, variationsAreChangedThroughTheirFamily)
{
    StoreClient client;
    const QString family = "products/" + idOf(client, "JUG");
    const qint64 small = client.store->product(q("JUG-350"))->id;

    const Json answer =
        client.post(family + "/variations/batch",
                    Json::object({{"update", JsonArray{Json::object({{"id", small}, {"stock_quantity", 7}, {"regular_price", "15.50"}})}}}));
    EXPECT_EQ(answer["update"].at(0)["stock_quantity"].text(), "7");
    EXPECT_EQ(answer["update"].at(0)["price"].text(), "15.50");
    EXPECT_EQ(answer["update"].at(0)["name"].text(), "350 ml");

    const QString path = family + "/variations/" + QString::number(small);
    client.put(path, StoreClient::parsed(R"({"manage_stock":false})"));
    EXPECT_TRUE(client.put(path, StoreClient::parsed(R"({"stock_quantity":9})"))["stock_quantity"].isNull()) << "not counted: ignored";
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"manage_stock":true,"stock_quantity":9})"))["stock_quantity"].text(), "9");
    EXPECT_EQ(client.put("products/" + QString::number(small), StoreClient::parsed("{}"))["code"].text(), "woocommerce_rest_invalid_product_id");
}

TEST(PracticeStoreProducts, pricesAreTextsWithThePlatformsTraps)
{
    StoreClient client;
    const QString path = "products/" + idOf(client, "V60-02");
    const auto price = [&](const char *text) { return client.put(path, Json::object({{"regular_price", text}}))["regular_price"].text(); };

    EXPECT_EQ(price("10.50"), "10.50");
    EXPECT_EQ(price("10,50"), "1050") << "a decimal comma is dropped";
    EXPECT_EQ(price("1.234"), "1.234") << "three digits are kept";
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"regular_price":"10.00","sale_price":"12.00"})"))["sale_price"].text(), "");
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"sale_price":"8.00"})"))["price"].text(), "8.00");
}

TEST(PracticeStoreProducts, aSkuIsTakenOnce)
{
    StoreClient client;

    const Json taken = client.post("products", StoreClient::parsed(R"({"name":"dup","sku":"V60-02"})"));
    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(taken["code"].text(), "product_invalid_sku");
    EXPECT_EQ(taken["data"]["resource_id"].text(), idOf(client, "V60-02"));
    EXPECT_EQ(taken["data"]["unique_sku"].text(), "V60-02-1");

    client.call("DELETE", "products/" + idOf(client, "PRESS-1000"));
    EXPECT_EQ(client.post("products", StoreClient::parsed(R"({"name":"dup","sku":"PRESS-1000"})"))["code"].text(),
              "woocommerce_rest_product_not_created");
}

TEST(PracticeStoreProducts, aNewProductIsCreatedWithItsImages)
{
    StoreClient client;

    const Json made =
        client.post("products", StoreClient::parsed(R"({"name":"Kaffee & Kuchen","sku":"NEW-1","regular_price":"5.00","manage_stock":true,
        "stock_quantity":4,"description":"<p onclick=\"x()\">Good<script>alert(1)</script></p>","global_unique_id":"2900000000001","weight":"0.5",
        "images":[{"src":"http://images.example/a/cake.png","alt":"Cake"}],"meta_data":[{"key":"_purser","value":"7"}]})"));

    EXPECT_EQ(client.last.status, 201);
    EXPECT_EQ(made["name"].text(), "Kaffee &amp; Kuchen");
    EXPECT_EQ(made["description"].text(), "<p>Goodalert(1)</p>") << "scripts go, their text stays";
    EXPECT_EQ(made["images"].at(0)["name"].text(), "cake");
    EXPECT_EQ(made["images"].at(0)["alt"].text(), "Cake");
    EXPECT_EQ(made["images"].at(0)["date_created"].text(), "2030-01-15T13:00:00") << "an hour too late, as the platform writes it";
    EXPECT_EQ(made["meta_data"].at(0)["value"].text(), "7");
    const QString path = "products/" + made["id"].text();
    const Json image = Json::object({{"id", made["images"].at(0)["id"]}});
    EXPECT_EQ(client.put(path, Json::object({{"images", JsonArray{image}}}))["images"].at(0)["id"].text(), image["id"].text());
}

TEST(PracticeStoreProducts, anImageThatCannotBeFetchedRefusesTheWholeChange)
{
    StoreClient client;
    const QString path = "products/" + idOf(client, "V60-02");

    const Json refused = client.put(path, StoreClient::parsed(R"({"name":"New name","images":[{"src":"http://127.0.0.1:9/none.png"}]})"));

    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(refused["code"].text(), "woocommerce_product_image_upload_error");
    EXPECT_EQ(refused["message"].text(), "Error getting remote image http://127.0.0.1:9/none.png. Error: A valid URL was not provided.");
    EXPECT_EQ(client.store->product(q("V60-02"))->name, "Dripper cone 02, porcelain");
}

TEST(PracticeStoreProducts, updatingWhatIsNotThereIsABadRequestAndReadingItIsNotFound)
{
    StoreClient client;

    client.put("products/999999", StoreClient::parsed("{}"));
    EXPECT_EQ(client.last.status, 400);
    client.get("products/999999");
    EXPECT_EQ(client.last.status, 404);
    EXPECT_EQ(client.get("nope")["code"].text(), "rest_no_route");
    channels::Request broken = client.unsignedCall("POST", "products");
    broken.body = "{bad";
    EXPECT_EQ(client.http.send(client.sign(broken)).body.contains("rest_invalid_json"), true);
}

TEST(PracticeStoreProducts, settingsAndTaxesTellHowTheShopReckons)
{
    PracticeStore::Options options;
    options.settings.pricesIncludeTax = true;
    StoreClient client(options);

    EXPECT_EQ(client.get("settings/general/woocommerce_currency")["value"].text(), "EUR");
    EXPECT_EQ(client.get("settings/tax/woocommerce_prices_include_tax")["value"].text(), "yes");
    EXPECT_GE(client.get("settings/general").items().size(), 10u);
    EXPECT_EQ(client.get("taxes", {{"per_page", "100"}}).items().size(), 7u);
    EXPECT_EQ(client.get("taxes/2")["rate"].text(), "7.0000");
    EXPECT_EQ(client.get("system_status")["settings"]["currency"].text(), "EUR");
    channels::Request open;
    open.url = client.store->url() + "/wp-json/";
    EXPECT_EQ((*Json::parse(client.http.send(open).body))["timezone_string"].text(), "Europe/Berlin") << "without a key";
}
