#include "wootest.h"

using namespace channels;

namespace {

ProductContent mug()
{
    ProductContent content;
    content.listing.sku = "MUG";
    content.name = "Mug";
    content.description = "<p>Holds coffee</p>";
    content.barcode = "4000000000020";
    content.weight = *Quantity::parse(u"0.35");
    content.price = *UnitPrice::parse(u"12.5", Eur);
    content.available = *Quantity::parse(u"7.5");
    return content;
}

ImageContent image(const char *hash, const char *name, const char *id = "")
{
    ImageContent image;
    image.sha256 = hash;
    image.name = name;
    image.externalId = id;
    return image;
}

class WooProduct : public WooTest {};

} // namespace

TEST_F(WooProduct, aNewOneIsLookedForBeforeItIsCreated)
{
    http.then(answer(JsonArray())).then(answer(jsonText("{'id':500,'images':[]}"), 201));

    const auto results = shop.saveProducts({mug()});

    EXPECT_EQ(queryOf(request(0), "sku"), "MUG");
    EXPECT_EQ(request(1).method, "POST");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products");
    const Json body = bodyOf(1);
    EXPECT_EQ(body["name"].text(), "Mug");
    EXPECT_EQ(body["type"].text(), "simple");
    EXPECT_EQ(body["sku"].text(), "MUG");
    EXPECT_EQ(body["description"].text(), "<p>Holds coffee</p>");
    EXPECT_EQ(body["global_unique_id"].text(), "4000000000020");
    EXPECT_EQ(body["weight"].text(), "0.35");
    EXPECT_TRUE(body["regular_price"].isString());
    EXPECT_EQ(body["regular_price"].text(), "12.50");
    EXPECT_EQ(body["stock_quantity"].text(), "7");
    EXPECT_TRUE(body["manage_stock"].toBool());
    EXPECT_TRUE(results[0].done);
    EXPECT_EQ(results[0].externalId, "500");
}

TEST_F(WooProduct, oneThatTheShopHasIsTakenAndBroughtUpToDate)
{
    http.then(recordedAnswer("woocommerce/recorded/product_simple_with_image.json")).then(answer(jsonText("{'id':12,'images':[]}")));
    ProductContent content = mug();
    content.listing.sku = "SIM-001";

    const auto results = shop.saveProducts({content});

    EXPECT_EQ(request(1).method, "PUT");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products/12");
    EXPECT_FALSE(bodyOf(1).contains(u"regular_price")); // prices and stock have calls of their own
    EXPECT_FALSE(bodyOf(1).contains(u"stock_quantity"));
    EXPECT_FALSE(bodyOf(1).contains(u"images")); // an empty list would take the shop's away
    EXPECT_EQ(results[0].externalId, "12");
}

TEST_F(WooProduct, aSkuThatBelongsToAVariationIsUpdatedThere)
{
    http.then(answer(jsonText("[{'id':108,'parent_id':107,'sku':'MUG','type':'variation'}]"))).then(answer(jsonText("{'id':108,'image':null}")));

    const auto results = shop.saveProducts({mug()});

    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products/107/variations/108");
    EXPECT_FALSE(bodyOf(1).contains(u"name"));
    EXPECT_EQ(results[0].externalParent, "107");
}

TEST_F(WooProduct, aSkuThatTheShopTakesForAnotherIsNot)
{
    http.then(answer(jsonText("[{'id':1,'sku':'MUG-2'}]"))).then(answer(jsonText("{'id':500}"), 201));

    EXPECT_EQ(shop.saveProducts({mug()})[0].externalId, "500");
}

TEST_F(WooProduct, aDuplicateThatShowsOnlyAtCreationIsTakenOver)
{
    http.then(answer(JsonArray()))
        .then(recordedAnswer("woocommerce/recorded/error_duplicate_sku.json"))
        .then(answer(JsonArray()))
        .then(answer(jsonText("{'id':12,'images':[]}")));

    const auto results = shop.saveProducts({mug()});

    EXPECT_EQ(request(3).method, "PUT");
    EXPECT_EQ(request(3).url, "https://shop.example/wp-json/wc/v3/products/12");
    EXPECT_TRUE(results[0].done);
    EXPECT_EQ(results[0].externalId, "12");
}

TEST_F(WooProduct, aSkuInTheTrashIsRefusedInTheShopsWords)
{
    http.then(answer(JsonArray()))
        .then(answer(jsonText("{'code':'woocommerce_rest_product_not_created','message':'The product with SKU (MUG) you are trying to insert is "
                              "already under processing','data':{'status':400}}"),
                     400));

    const auto results = shop.saveProducts({mug()});

    EXPECT_FALSE(results[0].done);
    EXPECT_TRUE(results[0].message.contains("MUG"));
}

TEST_F(WooProduct, aLostAnswerToACreationIsUnknownAndFoundTheNextTime)
{
    http.then(answer(JsonArray())).thenFails(Failure::Kind::Unknown);
    EXPECT_TRUE(shop.saveProducts({mug()})[0].unknown);

    http.then(answer(jsonText("[{'id':500,'parent_id':0,'sku':'MUG'}]"))).then(answer(jsonText("{'id':500}")));
    const auto again = shop.saveProducts({mug()});

    EXPECT_EQ(http.requests.back().method, "PUT");
    EXPECT_EQ(again[0].externalId, "500");
}

TEST_F(WooProduct, aCreationThatSucceededThoughTheShopSaid500IsFoundTheNextTime)
{
    http.then(answer(JsonArray()))
        .then(answer(jsonText("{'code':'internal_server_error','message':'<p>There has been a critical error.</p>','data':{'status':500}}"), 500));
    EXPECT_THROW(shop.saveProducts({mug()}), Failure); // a broken shop: the run ends, and nothing counts as done

    http.then(answer(jsonText("[{'id':500,'parent_id':0,'sku':'MUG'}]"))).then(answer(jsonText("{'id':500}")));
    const auto again = shop.saveProducts({mug()});

    EXPECT_EQ(http.requests.back().method, "PUT");
    EXPECT_EQ(again[0].externalId, "500");
}

TEST_F(WooProduct, withoutASkuNothingIsCreated)
{
    ProductContent content = mug();
    content.listing.sku.clear();

    EXPECT_FALSE(shop.saveProducts({content})[0].done);
    EXPECT_TRUE(http.requests.empty());
}

TEST_F(WooProduct, aKnownPictureIsNamedByItsIdAndANewOneByItsAddress)
{
    http.then(answer(jsonText("{'id':42,'images':[{'id':11},{'id':12}]}")));
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "old.png", "11"), image("bbbb", "new picture.png")};

    const auto results = connect(jsonText("{'image_base':'https://files.example/p'}")).saveProducts({content});

    EXPECT_EQ(bodyOf(0)["images"].toJson(), R"([{"id":11},{"src":"https://files.example/p/new%20picture.png","name":"new picture.png"}])");
    ASSERT_EQ(results[0].imageIds.size(), 1u);
    EXPECT_EQ(results[0].imageIds[0], (std::pair<QString, QString>("bbbb", "12")));
    EXPECT_EQ(results[0].message, "");
}

TEST_F(WooProduct, apictureWithoutAnAddressIsLeftOutAndNamed)
{
    http.then(answer(jsonText("{'id':42,'images':[]}")));
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "front.png")};

    const auto results = shop.saveProducts({content});

    EXPECT_TRUE(results[0].done);
    EXPECT_TRUE(results[0].message.contains("front.png"));
    EXPECT_FALSE(bodyOf(0).contains(u"images"));
}

TEST_F(WooProduct, aPictureThatTheShopCannotFetchDoesNotCostTheProduct)
{
    http.then(recordedAnswer("woocommerce/recorded/error_image_download.json")).then(answer(jsonText("{'id':42,'images':[]}")));
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "front.png")};
    content.images[0].address = "http://127.0.0.1:9/none.png";

    const auto results = shop.saveProducts({content});

    EXPECT_TRUE(bodyOf(0).contains(u"images"));
    EXPECT_FALSE(bodyOf(1).contains(u"images"));
    EXPECT_TRUE(results[0].done);
    EXPECT_TRUE(results[0].message.startsWith("Error getting remote image"));
    EXPECT_TRUE(results[0].imageIds.empty());
}

TEST_F(WooProduct, weightIsToldInTheShopsUnit)
{
    const std::map<const char *, const char *> weights{{"kg", "0.35"}, {"g", "350"}, {"lbs", "0.771618"}, {"oz", "12.345887"}};
    for (const auto &[unit, weight] : weights) {
        http.then(answer(jsonText("{'id':42}")));
        ProductContent content = mug();
        content.listing.externalId = "42";
        connect(Json::object({{"weight_unit", unit}})).saveProducts({content});
        EXPECT_EQ(Json::parse(http.requests.back().body)->operator[]("weight").text(), weight) << unit;
    }
}

TEST_F(WooProduct, taxClassesAreCalledAsTheShopCallsThem)
{
    const std::map<const char *, const char *> slugs{
        {"standard", "standard"}, {"reduced", "reduced-rate"}, {"zero", "zero-rate"}, {"luxury", "deluxe"}, {"other", ""}};
    for (const auto &[ours, theirs] : slugs) {
        http.then(answer(jsonText("{'id':42}")));
        ProductContent content = mug();
        content.listing.externalId = "42";
        content.taxClass = ours;
        connect(jsonText("{'tax_classes':{'luxury':'deluxe'}}")).saveProducts({content});
        EXPECT_EQ((*Json::parse(http.requests.back().body))["tax_class"].text(), theirs) << ours;
    }
}

namespace {

ProductContent article(const char *sku, const char *id = "", const char *parent = "")
{
    ProductContent content = mug();
    content.listing = {sku, id, parent};
    return content;
}

} // namespace

TEST_F(WooProduct, manyAreLookedForTogetherAndSavedTogether)
{
    http.then(answer(jsonText("[{'id':12,'parent_id':0,'sku':'CUP'}]")))
        .then(answer(jsonText("{'create':[{'id':500,'sku':'MUG'},{'id':501,'sku':'JUG'}],'update':[{'id':12,'sku':'CUP'}]}")));

    const auto results = shop.saveProducts({article("MUG"), article("CUP"), article("JUG")});

    ASSERT_EQ(http.requests.size(), 2u);
    EXPECT_EQ(queryOf(request(0), "sku"), "MUG,CUP,JUG");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products/batch");
    EXPECT_EQ(bodyOf(1)["create"].items().size(), 2u);
    EXPECT_EQ(bodyOf(1)["create"].at(0)["regular_price"].text(), "12.50");
    EXPECT_EQ(bodyOf(1)["update"].at(0)["id"].text(), "12");
    EXPECT_FALSE(bodyOf(1)["update"].at(0).contains(u"regular_price"));
    for (size_t i = 0; i < 3; ++i)
        EXPECT_TRUE(results[i].done) << qPrintable(results[i].message);
    EXPECT_EQ(results[0].externalId, "500");
    EXPECT_EQ(results[1].externalId, "12");
    EXPECT_EQ(results[2].externalId, "501");
}

TEST_F(WooProduct, manyThatAreLinkedNeedOneCall)
{
    http.then(answer(jsonText("{'update':[{'id':12},{'id':13}]}")));

    const auto results = shop.saveProducts({article("MUG", "12"), article("CUP", "13")});

    EXPECT_EQ(http.requests.size(), 1u);
    EXPECT_TRUE(results[0].done && results[1].done);
}

TEST_F(WooProduct, variationsOfABatchAreSavedThroughTheirProduct)
{
    http.then(answer(jsonText("{'update':[{'id':108,'image':null},{'id':109,'image':null}]}"))).then(answer(jsonText("{'update':[{'id':12}]}")));

    const auto results = shop.saveProducts({article("RED", "108", "107"), article("MUG", "12"), article("BLUE", "109", "107")});

    EXPECT_EQ(request(0).url, "https://shop.example/wp-json/wc/v3/products/107/variations/batch");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/products/batch");
    EXPECT_EQ(results[2].externalId, "109");
    EXPECT_EQ(results[2].externalParent, "107");
    EXPECT_TRUE(results[0].done && results[1].done && results[2].done);
}

TEST_F(WooProduct, oneOfABatchThatIsRefusedDoesNotHoldUpTheOthersThoughTheStatusIs200)
{
    http.then(answer(JsonArray()))
        .then(answer(jsonText("{'create':[{'id':0,'error':{'code':'woocommerce_rest_product_not_created','message':'SKU in the trash &amp; kept',"
                              "'data':{'status':400}}},{'id':501}]}")));

    const auto results = shop.saveProducts({article("MUG"), article("CUP")});

    EXPECT_FALSE(results[0].done);
    EXPECT_EQ(results[0].message, "SKU in the trash & kept");
    EXPECT_TRUE(results[1].done);
}

TEST_F(WooProduct, whatACallOfItsOwnCanCureGetsOne)
{
    http.then(answer(JsonArray()))
        .then(answer(jsonText("{'create':[{'id':0,'error':{'code':'product_invalid_sku','message':'Invalid or duplicated SKU.',"
                              "'data':{'status':400,'resource_id':12}}},{'id':501}]}")))
        .then(answer(jsonText("[{'id':12,'parent_id':0,'sku':'MUG'}]")))
        .then(answer(jsonText("{'id':12,'images':[]}")));

    const auto results = shop.saveProducts({article("MUG"), article("CUP")});

    EXPECT_EQ(request(3).method, "PUT");
    EXPECT_TRUE(results[0].done);
    EXPECT_EQ(results[0].externalId, "12");
    EXPECT_EQ(results[1].externalId, "501");
}

TEST_F(WooProduct, aPictureThatCannotBeFetchedCostsOneOfABatchOnlyThePicture)
{
    http.then(answer(jsonText("{'update':[{'id':12,'error':{'code':'woocommerce_product_image_upload_error','message':'Error getting remote image',"
                              "'data':{'status':400}}},{'id':13}]}")))
        .then(recordedAnswer("woocommerce/recorded/error_image_download.json"))
        .then(answer(jsonText("{'id':12,'images':[]}")));
    ProductContent pictured = article("MUG", "12");
    pictured.images = {image("aaaa", "front.png")};
    pictured.images[0].address = "http://127.0.0.1:9/none.png";

    const auto results = shop.saveProducts({pictured, article("CUP", "13")});

    EXPECT_TRUE(results[0].done);
    EXPECT_TRUE(results[0].message.startsWith("Error getting remote image"));
    EXPECT_TRUE(results[1].done);
}

TEST_F(WooProduct, aLostAnswerToABatchOfCreationsIsUnknownAndFoundTheNextTime)
{
    http.then(answer(JsonArray())).thenFails(Failure::Kind::Unknown);
    const auto lost = shop.saveProducts({article("MUG"), article("CUP")});
    EXPECT_TRUE(lost[0].unknown && lost[1].unknown);
    http.then(answer(jsonText("[{'id':500,'parent_id':0,'sku':'MUG'}]"))).then(answer(jsonText("{'create':[{'id':501}],'update':[{'id':500}]}")));

    const auto again = shop.saveProducts({article("MUG"), article("CUP")});

    EXPECT_EQ(again[0].externalId, "500");
    EXPECT_EQ(again[1].externalId, "501");
}

TEST_F(WooProduct, aSkuWithACommaIsLookedForAlone)
{
    http.then(answer(jsonText("[{'id':7,'parent_id':0,'sku':'A,B'}]")))
        .then(answer(JsonArray()))
        .then(answer(jsonText("{'create':[{'id':501}],'update':[{'id':7}]}")));

    const auto results = shop.saveProducts({article("A,B"), article("C")});

    EXPECT_EQ(queryOf(request(0), "sku"), "A,B");
    EXPECT_EQ(queryOf(request(1), "sku"), "C");
    EXPECT_EQ(results[0].externalId, "7");
    EXPECT_EQ(results[1].externalId, "501");
}

TEST_F(WooProduct, picturesThatTheShopMustFetchAreSpreadOverCalls)
{
    std::vector<ProductContent> items;
    for (const char *id : {"12", "13", "14"}) {
        items.push_back(article("SKU", id));
        for (int i = 0; i < 9; ++i) {
            items.back().images.push_back(image("aaaa", "front.png"));
            items.back().images.back().address = "https://files.example/front.png";
        }
    }
    http.then(answer(jsonText("{'update':[{'id':12},{'id':13}]}"))).then(answer(jsonText("{'update':[{'id':14}]}")));

    const auto results = shop.saveProducts(items);

    EXPECT_EQ(http.requests.size(), 2u);
    EXPECT_TRUE(results[0].done && results[1].done && results[2].done);
}

TEST_F(WooProduct, aTextThatTheShopCleanedIsDone)
{
    http.then(answer(jsonText("{'id':42,'description':'alert(1)'}")));
    ProductContent content = article("MUG", "42");
    content.description = "<script>alert(1)</script>";

    EXPECT_TRUE(shop.saveProducts({content})[0].done);
}

TEST_F(WooProduct, whatTheShopLooksAfterIsLeftOut)
{
    http.then(answer(jsonText("{'id':42}"))).then(answer(jsonText("{'id':42}")));
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "front.png", "9")};
    content.parts = {true, false, false, false};
    shop.saveProducts({content});
    content.parts = {false, true, true, true};
    shop.saveProducts({content});

    EXPECT_EQ(bodyOf(0).toJson(), R"({"name":"Mug"})");
    EXPECT_FALSE(bodyOf(1).contains(u"name"));
    EXPECT_EQ(bodyOf(1)["description"].text(), "<p>Holds coffee</p>");
    EXPECT_EQ(bodyOf(1)["weight"].text(), "0.35");
    EXPECT_TRUE(bodyOf(1).contains(u"images"));
}

TEST_F(WooProduct, aNewOneIsWrittenWholeWhoeverLooksAfterItLater)
{
    http.then(answer(JsonArray())).then(answer(jsonText("{'id':500,'images':[]}"), 201));
    ProductContent content = mug();
    content.parts = {false, false, false, false};

    shop.saveProducts({content});

    EXPECT_EQ(bodyOf(1)["name"].text(), "Mug");
    EXPECT_EQ(bodyOf(1)["description"].text(), "<p>Holds coffee</p>");
}

TEST_F(WooProduct, oneThatTurnsOutToBeThereKeepsWhatTheShopLooksAfter)
{
    http.then(recordedAnswer("woocommerce/recorded/product_simple_with_image.json")).then(answer(jsonText("{'id':12,'images':[]}")));
    ProductContent content = mug();
    content.listing.sku = "SIM-001";
    content.parts = {false, true, false, false};

    shop.saveProducts({content});

    EXPECT_EQ(bodyOf(1).toJson(), R"({"description":"<p>Holds coffee</p>"})");
}
