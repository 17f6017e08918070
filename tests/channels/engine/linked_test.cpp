#include "channels/engine/decision.h"
#include "channels/engine/listing.h"
#include "engine/fakeshop.h"

// A product is tied to what the shop has under its SKU already; where the shop has that twice, a person says which one it is.

using namespace channels;

namespace {

/// A channel that holds only what it has already.
struct LinkedShop : ShopCompany {
    LinkedShop()
    {
        product("CUP", "8.00", 2);
        product("MUG", "10.00", 5);
        must([](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET options = ?", QStringLiteral("{\"publish\":\"linked\"}")), Done{}; });
    }
    void hasTwice(const char *sku)
    {
        for (const char *id : {"7", "8"})
            shop.doubles.push_back(
                {QString::fromLatin1(id), QStringLiteral("p") + QLatin1String(id), QString::fromLatin1(sku), QStringLiteral("Mug"), pcs(1), {}});
    }
    Id<SyncException> ambiguous()
    {
        return {number("SELECT COALESCE(MIN(id), 0) FROM sync_exception WHERE kind = 'ambiguous_sku' AND resolution = ''")};
    }
    auto pick(const char *listing)
    {
        return [this, listing](Tx &tx) {
            return resolveException(tx, ambiguousIn(tx), {QStringLiteral("link"), {}, {}, QString::fromLatin1(listing)}, shop);
        };
    }
    static Id<SyncException> ambiguousIn(Tx &tx)
    {
        return {tx.number("SELECT MIN(id) FROM sync_exception WHERE kind = 'ambiguous_sku' AND resolution = ''")};
    }
};

} // namespace

TEST(LinkedShop, aProductThatTheShopHasIsLinkedAndNoOtherIsMade)
{
    LinkedShop company;
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(9), UnitPrice::of(eur("11.90")), QStringLiteral("Mug")};

    company.pushed();

    EXPECT_EQ(company.text("SELECT l.external_id FROM listing l JOIN product p ON p.id = l.product_id WHERE p.sku = 'MUG'"), "77");
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_FALSE(company.shop.shelves.contains("CUP"));
    EXPECT_TRUE(company.shop.saved.empty() || company.shop.saved.front().listing.externalId == "77");
    company.shop.shelves["CUP"] = {QStringLiteral("78"), pcs(0), {}, {}}; // somebody makes it there
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("CUP").stock, pcs(2));
}

TEST(LinkedShop, aPushOfStockAloneDoesNotReadTheShopsCatalogue)
{
    LinkedShop company;
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(9), {}, {}};

    company.pushed(false, {false, true, false, false, false});

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing"), 0);
}

TEST(LinkedShop, aSkuThatTheShopHasTwiceIsADecisionAndNoThirdOneIsMade)
{
    LinkedShop company;
    company.must([](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET options = '{}'"), Done{}; }); // also where everything is published
    company.hasTwice("MUG");

    const PushReport report = company.pushed();

    EXPECT_FALSE(company.shop.shelves.contains("MUG"));
    EXPECT_EQ(report.held, 1);
    ASSERT_TRUE(company.ambiguous());
    const auto exception = company.ask([](Tx &tx) { return tx.get(LinkedShop::ambiguousIn(tx)); });
    EXPECT_EQ(exception.subject, "MUG");
    EXPECT_EQ(actionsFor(exception.kind), QStringList{"link"});
    company.pushed();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception"), 1); // asked once
}

TEST(LinkedShop, theOneThatAPersonPicksIsTheOneThatIsKeptUpToDate)
{
    LinkedShop company;
    company.hasTwice("MUG");
    company.pushed();

    company.must(company.pick("8"));

    EXPECT_FALSE(company.ambiguous());
    EXPECT_EQ(company.text("SELECT external_id || '/' || external_parent FROM listing"), "8/p8");
    EXPECT_EQ(company.pushed().refused, 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_FALSE(company.ambiguous()); // and it is not asked again
}

TEST(LinkedShop, whatDoesNotCarryTheSkuCannotBePicked)
{
    LinkedShop company;
    company.hasTwice("MUG");
    company.pushed();

    EXPECT_EQ(company.refusal(company.pick("9")), "unknown_listing");
    EXPECT_EQ(company.refusal(company.pick("")), "unknown_listing");
    EXPECT_TRUE(company.ambiguous());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing"), 0);
}

TEST(LinkedShop, aPickThatIsTakenBackIsAskedAgain)
{
    LinkedShop company;
    company.hasTwice("MUG");
    company.pushed();
    company.must(company.pick("8"));
    const auto decision = company.ask([](Tx &tx) { return standingDecisions(tx).front().decision.id; });

    const TakenBack taken = company.must([&](Tx &tx) { return takeBackDecision(tx, decision, company.shop); });

    EXPECT_EQ(taken.reopened, 1);
    EXPECT_TRUE(company.ambiguous());
    EXPECT_EQ(company.text("SELECT external_id FROM listing"), "");
    company.must(company.pick("7"));
    EXPECT_EQ(company.text("SELECT external_id FROM listing"), "7");
}

TEST(LinkedShop, aSkuThatTheShopHasOnceAgainAsksNothingAnyMore)
{
    LinkedShop company;
    company.hasTwice("MUG");
    company.pushed();
    company.shop.doubles.pop_back();

    company.pushed();

    EXPECT_FALSE(company.ambiguous());
    EXPECT_EQ(company.text("SELECT external_id FROM listing"), "7");
}

TEST(LinkedShop, everyStatementOfAPickMayFail)
{
    FakeShop shop;
    for (const char *id : {"7", "8"})
        shop.doubles.push_back({QString::fromLatin1(id), {}, QStringLiteral("MUG"), QStringLiteral("Mug"), pcs(1), {}});
    everyStatementMayFail(
        [&](TestCompany &company) {
            const Channel channel = webChannel(company);
            company.product("MUG", "10.00", 5);
            ASSERT_TRUE(linkListings(company.session(), channel, shop));
        },
        [&](TestCompany &company) {
            return bool(company.session().perform([&](Tx &tx) {
                return resolveException(tx, LinkedShop::ambiguousIn(tx), {QStringLiteral("link"), {}, {}, QStringLiteral("8")}, shop);
            }));
        });
}
