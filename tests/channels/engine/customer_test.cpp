#include "core/parties/mergeparty.h"
#include "engine/fakeshop.h"

using namespace channels;

// A buyer is found by the shop's id, then by e-mail; never overwritten, never merged without somebody saying so.

TEST(Buyers, theSameEMailIsTheSameCustomerAndNeitherNameNorAddressIsOverwritten)
{
    ShopCompany company;
    company.product("MUG", "10.00", 9);
    company.shop.sells("1", "MUG", 1, "11.90");
    company.pulled();
    RemoteOrder &second = company.shop.sells("2", "MUG", 1, "11.90", 10);
    second.billing.name = QStringLiteral("Somebody Else");
    second.billing.street = QStringLiteral("Other St 9");
    second.billing.email = QStringLiteral("JO@example.com ");

    company.pulled();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party"), 1);
    EXPECT_EQ(company.text("SELECT name FROM party"), "Jo Buyer");
    EXPECT_EQ(company.text("SELECT street FROM party_address"), "Main St 1");
    EXPECT_EQ(company.ask([](Tx &tx) { return loadOrder(tx, {2}); }).billing.street, "Other St 9"); // the order keeps what came with it
}

TEST(Buyers, theShopsOwnIdGoesBeforeTheEMail)
{
    ShopCompany company;
    company.product("MUG", "10.00", 9);
    company.shop.sells("1", "MUG", 1, "11.90").customerId = QStringLiteral("77");
    company.pulled();
    RemoteOrder &second = company.shop.sells("2", "MUG", 1, "11.90", 10);
    second.customerId = QStringLiteral("77");
    second.billing.email = QStringLiteral("new@example.com");

    company.pulled();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party"), 1);
    EXPECT_EQ(company.text("SELECT email FROM party"), "jo@example.com");
}

TEST(Buyers, aMergedCustomersOrdersComeToTheOneThatStandsUntilItIsTakenBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 9);
    company.shop.sells("1", "MUG", 1, "11.90");
    RemoteOrder &other = company.shop.sells("2", "MUG", 1, "11.90", 1);
    other.billing.email = QStringLiteral("jo@work.example");
    company.pulled();
    const auto suggested = company.ask([](Tx &tx) { return mergeSuggestions(tx, {1}); });
    ASSERT_EQ(suggested.size(), 1u);
    EXPECT_EQ(suggested[0].reason, "same name and postcode");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party WHERE merged_into IS NOT NULL"), 0);
    company.must(mergeParty, Id<Party>{2}, Id<Party>{1});
    company.shop.sells("3", "MUG", 1, "11.90", 10).billing.email = QStringLiteral("jo@work.example");
    company.pulled();
    company.must(unmergeParty, Id<Party>{2});
    company.shop.sells("4", "MUG", 1, "11.90", 20).billing.email = QStringLiteral("jo@work.example");

    company.pulled();

    EXPECT_EQ(company.text("SELECT party_id FROM sales_order WHERE external_id = '2'"), "2"); // what was made stays
    EXPECT_EQ(company.text("SELECT party_id FROM sales_order WHERE external_id = '3'"), "1");
    EXPECT_EQ(company.text("SELECT party_id FROM sales_order WHERE external_id = '4'"), "2");
}
