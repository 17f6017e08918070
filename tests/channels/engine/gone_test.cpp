#include "channels/engine/gone.h"

#include "channels/engine/check.h"
#include "channels/engine/decision.h"
#include "channels/engine/offer.h"
#include "engine/fakeshop.h"

using namespace channels;

// A product that somebody deleted in the shop: told once, and decided.

namespace {

struct GoneCompany : ShopCompany {
    GoneCompany()
    {
        for (const char *sku : {"MUG", "CUP", "JUG", "POT", "PAN", "LID", "TIN", "BOX", "BAG", "JAR", "URN"}) {
            product(sku, "10.00", 5);
            shop.shelves[QString::fromLatin1(sku)] = {QString::fromLatin1(sku).toLower(), pcs(0), {}, {}};
        }
        pushed();
        deleteLid();
    }
    void deleteLid()
    {
        lid = shop.shelves.at("LID");
        shop.shelves.erase("LID");
        checked();
    }
    void checked()
    {
        const auto report = checkChannel(session(), channel, shop, control);
        if (!report)
            ADD_FAILURE() << qPrintable(report.error().text);
    }
    int open() { return int(number("SELECT COUNT(*) FROM sync_exception WHERE kind = 'missing_listing' AND resolution = ''")); }
    Id<SyncException> waiting()
    {
        return ask([](Tx &tx) { return openExceptions(tx); }).front().id;
    }
    void decide(const char *action)
    {
        const auto first = waiting();
        must([&](Tx &tx) { return resolveException(tx, first, {QString::fromLatin1(action), {}, {}}, shop); });
    }
    TakenBack takeBack()
    {
        const auto last = ask(standingDecisions).front().decision.id;
        return must([&](Tx &tx) { return takeBackDecision(tx, last, shop); });
    }
    void receiveLids()
    {
        must([](Tx &tx) {
            const Id<Product> id = tx.first<Product>("sku = 'LID'")->id;
            const Id<Location> location{tx.number("SELECT location_id FROM stock_balance WHERE product_id = ?", id)};
            return adjustStock(tx, id, location, pcs(6), tx.today(), QStringLiteral("counted"));
        });
    }

    FakeShop::Shelf lid;
};

} // namespace

TEST(GoneListing, isToldOnceHoweverOftenTheNightlyCheckRuns)
{
    GoneCompany company;

    company.checked();
    company.checked();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception"), 1);
    EXPECT_EQ(actionsFor(QStringLiteral("missing_listing")).join(u' '), "relist retire ignore");
}

TEST(GoneListing, nothingIsSentToItAndItIsNotMadeAgainUnasked)
{
    GoneCompany company;
    company.receiveLids();

    EXPECT_EQ(company.pushed().sent, 0);

    EXPECT_FALSE(company.shop.shelves.count("LID"));
}

TEST(GoneListing, isMadeAgainWhereSomebodySaysSo)
{
    GoneCompany company;

    company.decide("relist");

    company.pushed();
    ASSERT_TRUE(company.shop.shelves.count("LID"));
    EXPECT_EQ(company.shop.shelves["LID"].stock, pcs(5));
    EXPECT_EQ(company.shop.saved.back().listing.externalId, QString());
    company.checked();
    EXPECT_EQ(company.open(), 0);
    EXPECT_EQ(company.pushed().sent, 0);
}

TEST(GoneListing, thatTheShopHasUnderItsSkuByThenIsTiedAndNotMadeTwice)
{
    GoneCompany company;
    company.decide("relist");
    company.shop.shelves["LID"] = {QStringLiteral("new-7"), pcs(0), {}, {}};
    const size_t saved = company.shop.saved.size();

    company.pushed();

    EXPECT_EQ(company.text("SELECT external_id FROM listing l JOIN product p ON p.id = l.product_id WHERE p.sku = 'LID'"), "new-7");
    EXPECT_EQ(company.shop.shelves["LID"].stock, pcs(5));
    for (size_t i = saved; i < company.shop.saved.size(); ++i)
        EXPECT_EQ(company.shop.saved[i].listing.externalId, "new-7");
}

TEST(GoneListing, isNotMadeAgainWhereTheProductIsNotSoldAnyMore)
{
    GoneCompany company;
    company.must([](Tx &tx) -> Result<> {
        tx.run("UPDATE product SET active = 0 WHERE sku = 'LID'");
        return Done{};
    });
    const auto first = company.waiting();

    EXPECT_EQ(company.refusal([&](Tx &tx) { return resolveException(tx, first, {QStringLiteral("relist"), {}, {}}, company.shop); }), "inactive");
    EXPECT_EQ(company.open(), 1);
}

TEST(GoneListing, takenOffTheChannelIsNeitherSentNorAskedForAnyMore)
{
    GoneCompany company;

    company.decide("retire");

    company.receiveLids();
    EXPECT_EQ(company.pushed().sent, 0);
    company.checked();
    EXPECT_EQ(company.open(), 0);
    EXPECT_FALSE(company.shop.shelves.count("LID"));
}

TEST(GoneListing, thatIsOfferedAgainLaterIsMadeAgain)
{
    GoneCompany company;
    company.decide("retire");

    company.must([&](Tx &tx) {
        return setListingTerms(tx, company.channel, tx.first<Product>("sku = 'LID'")->id, ListingTerms{{}, {}, {}, 1, true});
    });

    company.pushed();
    EXPECT_TRUE(company.shop.shelves.count("LID"));
}

TEST(GoneListing, thatIsIgnoredIsNotToldAgainUntilItCameBackAndWentAgain)
{
    GoneCompany company;
    company.decide("ignore");
    company.checked();
    EXPECT_EQ(company.open(), 0);

    company.shop.shelves["LID"] = company.lid;
    company.checked();
    EXPECT_EQ(company.open(), 0);
    company.deleteLid();

    EXPECT_EQ(company.open(), 1);
}

TEST(GoneListing, thatIsBackIsSettledByItselfAndBroughtUpToDate)
{
    GoneCompany company;
    company.receiveLids();

    company.shop.shelves["LID"] = company.lid;
    company.checked();

    EXPECT_EQ(company.open(), 0);
    EXPECT_EQ(company.shop.shelves["LID"].stock, pcs(6));
}

TEST(GoneListing, everyDecisionIsTakenBackAsLongAsTheShopHasItNot)
{
    for (const char *action : {"relist", "retire", "ignore"}) {
        GoneCompany company;
        const QString before = company.text("SELECT published || '/' || presence || '/' || external_id FROM listing WHERE external_id = 'lid'");
        company.decide(action);

        EXPECT_EQ(company.takeBack().reopened, 1) << action;

        EXPECT_EQ(company.open(), 1) << action;
        EXPECT_EQ(company.pushed().sent, 0) << action;
        EXPECT_EQ(company.text("SELECT published || '/' || presence || '/' || external_id FROM listing WHERE external_id = 'lid'"), before) << action;
        EXPECT_FALSE(company.shop.shelves.count("LID")) << action;
    }
}

TEST(GoneListing, madeAgainTheDecisionStays)
{
    GoneCompany company;
    company.decide("relist");
    company.pushed();

    const TakenBack taken = company.takeBack();

    EXPECT_EQ(taken.reopened, 0);
    ASSERT_EQ(taken.kept.size(), 1u);
    EXPECT_EQ(taken.kept[0], "LID is in the shop again.");
    EXPECT_TRUE(company.shop.shelves.count("LID"));
}

TEST(GoneListing, whatWasDecidedDoesNotMakeTheAnswerLookBroken)
{
    GoneCompany company;
    company.decide("ignore");
    for (const char *sku : {"MUG", "CUP", "JUG"}) { // one by one, each decided: more than a fifth together
        company.shop.shelves.erase(QString::fromLatin1(sku));
        company.checked();
        company.decide("ignore");
    }

    company.checked();

    EXPECT_EQ(company.open(), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing WHERE presence = 1"), 4);
}
