#include "wootest.h"

using namespace channels;

namespace {

class WooProducts : public WooTest {
protected:
    std::vector<RemoteProduct> readAll()
    {
        std::vector<RemoteProduct> all;
        QString page;
        do {
            ProductPage read = shop.products(page);
            all.insert(all.end(), read.products.begin(), read.products.end());
            page = read.next;
        } while (!page.isEmpty());
        return all;
    }
    Response counted(Json body, int total) const { return answer(body, 200, {{"x-wp-total", QByteArray::number(total)}}); }
};

const char *simpleAndVariable =
    "[{'id':12,'type':'simple','sku':'SIM-001','name':'Mug &amp; "
    "cup','manage_stock':true,'stock_quantity':9,'regular_price':'55.04','price':'50.00'},"
    "{'id':107,'type':'variable','sku':'VAR-012','name':'Shirt','manage_stock':false,'stock_quantity':null,'regular_price':'','price':'21.00'},"
    "{'id':130,'type':'grouped','sku':'SET','name':'Set','regular_price':''}]";

} // namespace

TEST_F(WooProducts, productsAndVariationsAreListedWithStockAndPrice)
{
    Json variations = fileJson("woocommerce/recorded/product_variations.json")["body"];
    http.then(counted(jsonText(simpleAndVariable), 3)).then(counted(variations, 3));

    const auto all = readAll();

    EXPECT_TRUE(request(1).url.endsWith("/variations"));
    ASSERT_EQ(all.size(), 4u); // neither the shirt itself nor the set is sold
    EXPECT_EQ(all[0].externalId, "12");
    EXPECT_EQ(all[0].externalParent, "");
    EXPECT_EQ(all[0].sku, "SIM-001");
    EXPECT_EQ(all[0].name, "Mug & cup");
    EXPECT_EQ(all[0].stock, Quantity::whole(9));
    EXPECT_EQ(all[0].price->toString(), "55.04"); // the regular one: that is the one we set
    EXPECT_EQ(all[1].externalId, "110");
    EXPECT_EQ(all[1].externalParent, "107");
    EXPECT_EQ(all[1].sku, "VAR-012-blue");
    EXPECT_EQ(all[1].stock, Quantity::whole(10));
    EXPECT_EQ(all[1].price->toString(), "31.95");
    EXPECT_EQ(all[2].sku, "VAR-012-green");
    EXPECT_FALSE(all[2].stock); // not counted
}

TEST_F(WooProducts, anOlderShopIsAskedProductByProduct)
{
    http.then(counted(jsonText(simpleAndVariable), 3))
        .then(recordedAnswer("woocommerce/recorded/error_no_route.json"))
        .then(counted(jsonText("[{'id':107}]"), 1))
        .then(counted(jsonText("[{'id':108,'sku':'RED','manage_stock':'parent','stock_quantity':5,'regular_price':'21.00','attributes':[{'option':'"
                               "red'},{'option':'M'}]}]"),
                      1));

    const auto all = readAll();

    EXPECT_TRUE(request(3).url.endsWith("/products/107/variations"));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].externalParent, "107");
    EXPECT_EQ(all[1].name, "red, M");
    EXPECT_FALSE(all[1].stock); // the parent's count serves all its variations
}

TEST_F(WooProducts, manyPagesAreReadToTheEnd)
{
    JsonArray hundred;
    for (int i = 1; i <= 100; ++i)
        hundred.push_back(Json::object({{"id", i}, {"type", "simple"}, {"sku", QString::number(i)}}));
    http.then(counted(hundred, 101)).then(counted(jsonText("[{'id':101,'type':'simple','sku':'101'}]"), 101)).then(counted(JsonArray(), 0));

    EXPECT_EQ(readAll().size(), 101u);
    EXPECT_EQ(queryOf(request(1), "page"), "2");
}
