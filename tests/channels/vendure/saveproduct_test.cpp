#include "venduretest.h"

using namespace channels;

namespace {

ProductContent mug()
{
    ProductContent content;
    content.listing.sku = "MUG";
    content.name = QString::fromUtf8("Großer Becher");
    content.description = "<p>Holds coffee</p>";
    content.price = *UnitPrice::parse(u"12.5", Eur);
    content.available = *Quantity::parse(u"7.5");
    return content;
}

ImageContent image(const char *hash, const char *name, const char *id = "")
{
    ImageContent image;
    image.sha256 = hash;
    image.mediaType = "image/png";
    image.name = name;
    image.bytes = "PNG-bytes";
    image.externalId = id;
    return image;
}

class VendureProduct : public VendureTest {
protected:
    VendureProduct() { facts(); }
    void noSuchVariant() { http.then(data("{'productVariants':{'items':[]}}")); }
    void alone() { http.then(data("{'productVariant':{'id':'42','productId':'9','product':{'variants':[{'id':'42'}]}}}")); }
    void saved() { http.then(data("{'updateProduct':{'id':'9'}}")).then(data("{'updateProductVariants':[{'id':'42'}]}")); }
    Json input(size_t request) const { return variablesOf(request)["input"]; }
};

} // namespace

TEST_F(VendureProduct, aNewOneIsAProductWithAVariant)
{
    noSuchVariant();
    http.then(data("{'product':null}")).then(data("{'createProduct':{'id':'500'}}")).then(data("{'createProductVariants':[{'id':'700'}]}"));

    const auto results = shop.saveProducts({mug()});

    EXPECT_EQ(variablesOf(2)["options"]["filter"].toJson(), R"({"sku":{"eq":"MUG"}})");
    EXPECT_EQ(variablesOf(3)["slug"].text(), "gro-er-becher-mug");
    EXPECT_EQ(input(4)["translations"].toJson(),
              QString::fromUtf8(R"([{"languageCode":"en","name":"Großer Becher","description":"<p>Holds coffee</p>","slug":"gro-er-becher-mug"}])")
                  .toUtf8());
    EXPECT_TRUE(input(4)["enabled"].toBool());
    const Json variant = input(5).at(0);
    EXPECT_EQ(variant["productId"].text(), "500");
    EXPECT_EQ(variant["sku"].text(), "MUG");
    EXPECT_EQ(variant["price"].toJson(), "1250");
    EXPECT_EQ(variant["stockLevels"].toJson(), R"([{"stockLocationId":"1","stockOnHand":7}])");
    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_EQ(results[0].externalId, "700");
    EXPECT_EQ(results[0].externalParent, "500");
}

TEST_F(VendureProduct, oneWhoseVariantWasCutOffIsFinished)
{
    noSuchVariant();
    http.then(data("{'product':{'id':'500','variants':[]}}")).then(data("{'createProductVariants':[{'id':'700'}]}"));

    EXPECT_EQ(shop.saveProducts({mug()})[0].externalParent, "500");
    EXPECT_EQ(input(4).at(0)["productId"].text(), "500");
}

TEST_F(VendureProduct, aSkuThatTheShopHasIsTaken)
{
    http.then(data("{'productVariants':{'items':[{'id':'41','sku':'mug','productId':'8'},{'id':'42','sku':'MUG','productId':'9'}]}}"));
    alone();
    saved();

    const auto results = shop.saveProducts({mug()});

    EXPECT_EQ(input(4)["id"].text(), "9");
    EXPECT_EQ(input(5).at(0)["id"].text(), "42");
    EXPECT_FALSE(input(5).at(0).contains(u"price")); // prices and stock have calls of their own
    EXPECT_EQ(results[0].externalId, "42");
    EXPECT_EQ(results[0].externalParent, "9");
}

TEST_F(VendureProduct, aSkuThatTheShopHasTwiceIsRefused)
{
    http.then(data("{'productVariants':{'items':[{'id':'41','sku':'MUG','productId':'8'},{'id':'42','sku':'MUG','productId':'9'}]}}"));

    const auto results = shop.saveProducts({mug()});

    EXPECT_FALSE(results[0].done);
    EXPECT_TRUE(results[0].message.contains("more than once"));
}

TEST_F(VendureProduct, theTextsOfAProductWithSeveralVariantsAreLeftAlone)
{
    http.then(data("{'productVariant':{'id':'42','productId':'9','product':{'variants':[{'id':'42'},{'id':'43'}]}}}"))
        .then(data("{'updateProductVariants':[{'id':'42'}]}"));
    ProductContent content = mug();
    content.listing.externalId = "42";

    EXPECT_TRUE(shop.saveProducts({content})[0].done);

    EXPECT_TRUE(documentOf(3).contains("updateProductVariants"));
}

TEST_F(VendureProduct, picturesAreUploadedOnceAndKnownOnesNamed)
{
    http.then(data("{'assets':{'items':[]}}")).then(data("{'createAssets':[{'__typename':'Asset','id':'77'}]}"));
    alone();
    saved();
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "old.png", "11"), image("0123456789abcdef", "front.png")};

    const auto results = shop.saveProducts({content});

    EXPECT_EQ(variablesOf(2)["options"]["filter"].toJson(), R"({"name":{"eq":"front-0123456789ab.png"}})");
    const Request &upload = http.requests[3];
    EXPECT_EQ(upload.contentType, "multipart/form-data; boundary=purser5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a");
    EXPECT_TRUE(upload.body.contains("name=\"map\"\r\n\r\n{\"0\":[\"variables.file\"]}\r\n"));
    EXPECT_TRUE(upload.body.contains("name=\"0\"; filename=\"front-0123456789ab.png\"\r\nContent-Type: image/png\r\n\r\nPNG-bytes\r\n"));
    EXPECT_TRUE(upload.body.endsWith("--purser5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a--\r\n"));
    EXPECT_EQ(input(5)["assetIds"].toJson(), R"(["11","77"])");
    EXPECT_EQ(input(5)["featuredAssetId"].text(), "11");
    ASSERT_EQ(results[0].imageIds.size(), 1u);
    EXPECT_EQ(results[0].imageIds[0], (std::pair<QString, QString>("0123456789abcdef", "77")));
}

TEST_F(VendureProduct, aPictureWhoseUploadGotLostIsFoundByItsName)
{
    http.then(data("{'assets':{'items':[{'id':'77','name':'front-0123456789ab.png'}]}}"));
    alone();
    saved();
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("0123456789abcdef", "front.png")};

    const auto results = shop.saveProducts({content});

    EXPECT_EQ(results[0].imageIds.at(0).second, "77");
}

TEST_F(VendureProduct, aPictureThatTheShopDoesNotTakeDoesNotCostTheProduct)
{
    http.then(data("{'assets':{'items':[]}}"))
        .then(data("{'createAssets':[{'errorCode':'MIME_TYPE_ERROR','message':'The MIME type text/x is not permitted.'}]}"));
    alone();
    saved();
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("0123456789abcdef", "front.x")};

    const auto results = shop.saveProducts({content});

    EXPECT_TRUE(results[0].done);
    EXPECT_TRUE(results[0].message.contains("not permitted"));
    EXPECT_FALSE(input(5).contains(u"assetIds"));
}

TEST_F(VendureProduct, aTaxClassIsTheShopsCategoryThatBeginsLikeItOrIsNamedByAnOption)
{
    for (const char *taxClass : {"reduced", "books"}) {
        http.then(data("{'taxCategories':{'items':[{'id':'1','name':'Standard Tax'},{'id':'2','name':'Reduced Tax'}]}}"));
        alone();
        saved();
        ProductContent content = mug();
        content.listing.externalId = "42";
        content.taxClass = taxClass;

        EXPECT_TRUE(connect(jsonText("{'tax_categories':{'books':'Reduced Tax'}}")).saveProducts({content})[0].done);

        EXPECT_EQ(input(http.requests.size() - 1).at(0)["taxCategoryId"].text(), "2") << taxClass;
        facts();
    }
}

TEST_F(VendureProduct, aTaxClassThatTheShopDoesNotKnowIsLeftToTheShop)
{
    http.then(data("{'taxCategories':{'items':[{'id':'1','name':'Standard Tax'}]}}"));
    alone();
    saved();
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.taxClass = "books";

    EXPECT_TRUE(shop.saveProducts({content})[0].done);

    EXPECT_FALSE(input(5).at(0).contains(u"taxCategoryId"));
}

TEST_F(VendureProduct, aVariantThatIsGoneIsARefusal)
{
    http.then(data("{'productVariant':null}"));
    ProductContent content = mug();
    content.listing.externalId = "42";

    const auto results = shop.saveProducts({content});

    EXPECT_FALSE(results[0].done);
    EXPECT_FALSE(results[0].message.isEmpty());
}

TEST_F(VendureProduct, aLostAnswerToACreationIsUnknown)
{
    noSuchVariant();
    http.then(data("{'product':null}")).thenFails(Failure::Kind::Unknown);

    EXPECT_TRUE(shop.saveProducts({mug()})[0].unknown);
}

TEST_F(VendureProduct, whatTheShopLooksAfterIsLeftOut)
{
    alone();
    http.then(data("{'updateProduct':{'id':'9'}}"));
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.parts = {false, true, false, false};

    const auto results = shop.saveProducts({content});

    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_EQ(input(3)["translations"].toJson(), R"([{"languageCode":"en","description":"<p>Holds coffee</p>"}])");
}

TEST_F(VendureProduct, picturesAloneAreAddedAndTheTextsStay)
{
    alone();
    saved();
    ProductContent content = mug();
    content.listing.externalId = "42";
    content.images = {image("aaaa", "front.png", "7")};
    content.parts = {false, false, false, true};

    shop.saveProducts({content});

    EXPECT_FALSE(input(3).contains(u"translations"));
    EXPECT_EQ(input(3)["assetIds"].toJson(), R"(["7"])");
}
