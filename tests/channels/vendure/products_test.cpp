#include "venduretest.h"

using namespace channels;

namespace {

class VendureProducts : public VendureTest {
protected:
    VendureProducts() { facts(); }
};

} // namespace

TEST_F(VendureProducts, variantsAreListedWithStockOnHandAndThePriceThatIsSet)
{
    http.then(data("{'productVariants':{'totalItems':3,'items':["
                   "{'id':'36','productId':'36','sku':'VAR-001-red','name':'Shirt 001 red "
                   "M','trackInventory':'TRUE','price':1761,'priceWithTax':2095,'currencyCode':'EUR',"
                   "'stockLevels':[{'stockLocationId':'2','stockOnHand':4},{'stockLocationId':'1','stockOnHand':15}]},"
                   "{'id':'37','productId':'36','sku':'VAR-001-green','name':'Shirt 001 green "
                   "M','trackInventory':'FALSE','price':1761,'priceWithTax':2095,'currencyCode':'EUR','stockLevels':[]},"
                   "{'id':'38','productId':'36','sku':'VAR-001-blue','name':'Shirt 001 blue "
                   "M','trackInventory':'INHERIT','price':1761,'priceWithTax':2095,'currencyCode':'EUR','stockLevels':[]}]}}"));

    const ProductPage page = shop.products({});

    ASSERT_EQ(page.products.size(), 3u);
    EXPECT_EQ(page.products[0].externalId, "36");
    EXPECT_EQ(page.products[0].externalParent, "36");
    EXPECT_EQ(page.products[0].sku, "VAR-001-red");
    EXPECT_EQ(page.products[0].name, "Shirt 001 red M");
    EXPECT_EQ(page.products[0].stock, Quantity::whole(15));
    EXPECT_EQ(page.products[0].price->toString(), "20.95");
    EXPECT_FALSE(page.products[1].stock); // not counted
    EXPECT_EQ(page.products[2].stock, Quantity());
    EXPECT_EQ(page.next, "");
}

TEST_F(VendureProducts, pagesFollowUntilAllAreRead)
{
    http.then(data("{'productVariants':{'totalItems':3,'items':[{'id':'1'},{'id':'2'}]}}"))
        .then(data("{'productVariants':{'totalItems':3,'items':[{'id':'3'}]}}"));

    const ProductPage first = shop.products({});
    const ProductPage second = shop.products(first.next);

    EXPECT_EQ(first.next, "2");
    EXPECT_EQ(variablesOf(3)["options"]["skip"].text(), "2");
    EXPECT_EQ(second.products.size(), 1u);
    EXPECT_EQ(second.next, "");
}
