#include "channels/engine/field.h"
#include "engine/fakeshop.h"

// Who looks after what: Purser never sends and never compares what is the shop's.

using namespace channels;

namespace {

void own(ShopCompany &company, std::initializer_list<PushField> fields)
{
    OwnFields all{0};
    for (const PushField field : fields)
        all.set(field, true);
    company.must(setFieldOwners, company.channel.id, all);
}

} // namespace

TEST(Fields, areAllPursersUnlessSaidOtherwise)
{
    ShopCompany company;

    const OwnFields all = company.ask(ownFields, company.channel.id);

    for (const PushField field : allFields())
        EXPECT_TRUE(all.has(field)) << qPrintable(fieldWord(field));
}

TEST(Fields, ofTheShopAreNeitherSentNorShown)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    own(company, {PushField::Text, PushField::Stock, PushField::Order});
    company.must([&](Tx &tx) {
        Product row = tx.get(mug.id);
        row.name = QStringLiteral("Another name");
        row.description = QStringLiteral("Another text");
        row.barcode = QStringLiteral("4006381333931");
        return saveProduct(tx, row);
    });
    company.shop.saved.clear();

    const PushReport report = company.pushed();

    ASSERT_EQ(report.items.size(), 1u);
    EXPECT_EQ(report.items[0].field, "text");
    ASSERT_EQ(company.shop.saved.size(), 1u);
    EXPECT_TRUE(company.shop.saved[0].parts.text);
    EXPECT_FALSE(company.shop.saved[0].parts.title);
    EXPECT_FALSE(company.shop.saved[0].parts.details);
}

TEST(Fields, givenBackToPurserAreComparedAgain)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.pushed();
    own(company, {PushField::Stock});
    company.must([&](Tx &tx) {
        Product row = tx.get(mug.id);
        row.name = QStringLiteral("Another name");
        return saveProduct(tx, row);
    });
    company.pushed();
    ASSERT_NE(company.shop.shelves.at("MUG").content, "Another name");
    company.must(setFieldOwners, company.channel.id, OwnFields());

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at("MUG").content, "Another name");
}

TEST(Fields, aChannelForOrdersOnlySendsNothing)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    own(company, {PushField::Order});
    company.shop.sells("1", "MUG", 2, "23.80");

    EXPECT_EQ(company.pulled().created, 1);
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    const PushReport report = company.pushed();

    EXPECT_TRUE(report.items.empty());
    EXPECT_TRUE(company.shop.shelves.empty());
    EXPECT_TRUE(company.shop.shipments.empty());
}

TEST(Fields, aChannelForStockOnlyTakesNoOrdersIn)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(9), UnitPrice::of(eur("99.00")), QStringLiteral("Mug")};
    own(company, {PushField::Stock});
    company.shop.sells("1", "MUG", 2, "23.80");

    const PushReport report = company.pushed();

    EXPECT_FALSE(report.pulled);
    EXPECT_EQ(company.pulled().seen, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("99.00")));
}
