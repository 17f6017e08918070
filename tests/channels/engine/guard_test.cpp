#include "channels/engine/guard.h"
#include "channels/engine/held.h"
#include "channels/engine/journal.h"
#include "engine/fakeshop.h"

// What of a push is held back until a person agrees, and what never is.

using namespace channels;

namespace {

QString sku(int i) { return QStringLiteral("P%1").arg(i, 3, 10, QChar(u'0')); }

/// So many products with five pieces each at 10.00, on a shop that has been told of them.
struct FullShop : ShopCompany {
    explicit FullShop(int count)
    {
        for (int i = 0; i < count; ++i)
            products.push_back(product(qPrintable(sku(i)), "10.00", 5));
        pushed();
    }
    void setPrice(int i, const char *price)
    {
        must([&](Tx &tx) {
            Price row = *tx.first<Price>("product_id = ?", products[size_t(i)].id);
            row.price = *UnitPrice::parse(QString::fromLatin1(price), Eur);
            return savePrice(tx, row);
        });
    }
    void empty(int i)
    {
        must([&](Tx &tx) { return adjustStock(tx, products[size_t(i)].id, {}, pcs(0), tx.today(), QStringLiteral("count")); });
    }
    UnitPrice shown(int i) { return *shop.shelves.at(sku(i)).price; }
    std::vector<Product> products;
};

} // namespace

TEST(Guard, aPriceThatFallsByMoreThanHalfWaitsAndTheOthersGo)
{
    FullShop company(3);
    company.setPrice(0, "1.00");
    company.setPrice(1, "5.00"); // exactly half is still usual

    const PushReport report = company.pushed();

    EXPECT_EQ(report.held, 1);
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("11.90")));
    EXPECT_EQ(company.shown(1), UnitPrice::of(eur("5.95")));
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception WHERE resolution = ''"), "held_push");
}

TEST(Guard, aPriceThatRisesByMoreThanHalfWaits)
{
    FullShop company(1);
    company.setPrice(0, "100.00");

    EXPECT_EQ(company.pushed().held, 1);
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("11.90")));
}

TEST(Guard, whatAPersonAgreedToIsSentAndTheExceptionSettles)
{
    FullShop company(2);
    company.setPrice(0, "1.00");
    company.pushed();
    const auto issue = company.ask([](Tx &tx) { return openExceptions(tx).front(); });

    company.must([&](Tx &tx) { return resolveException(tx, issue.id, {QStringLiteral("agree"), {}, {}}, company.shop); });
    const PushReport report = company.pushed();

    EXPECT_EQ(report.held, 0);
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("1.19")));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field"), 0);
    EXPECT_TRUE(company.ask([](Tx &tx) { return openExceptions(tx); }).empty());
}

TEST(Guard, agreeingToOneRowSendsThatOneOnly)
{
    FullShop company(2);
    company.setPrice(0, "1.00");
    company.setPrice(1, "1.00");
    PushScope scope;
    scope.agreed = {sku(1)};

    const PushReport report = company.pushed(false, scope);

    EXPECT_EQ(report.held, 1);
    EXPECT_EQ(company.shown(1), UnitPrice::of(eur("1.19")));
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("11.90")));
}

TEST(Guard, aPriceThatIsPutRightSettlesByItself)
{
    FullShop company(1);
    company.setPrice(0, "1.00");
    company.pushed();
    company.setPrice(0, "10.00");

    EXPECT_EQ(company.pushed().held, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field"), 0);
    EXPECT_TRUE(company.ask([](Tx &tx) { return openExceptions(tx); }).empty());
}

TEST(Guard, manyPricesAtOnceWaitAlsoWhenSomeOfThemWereAgreedTo)
{
    FullShop company(60);
    for (int i = 0; i < 55; ++i)
        company.setPrice(i, "10.10");
    EXPECT_EQ(company.pushed().held, 55);
    PushScope scope;
    for (int i = 0; i < 20; ++i)
        scope.agreed.insert(sku(i));

    EXPECT_EQ(company.pushed(false, scope).held, 35);
    EXPECT_EQ(company.pushed().held, 35); // fewer than the limit, and nobody agreed to them
    scope = {};
    scope.agreeAll = true;
    EXPECT_EQ(company.pushed(false, scope).held, 0);
    EXPECT_EQ(company.shown(54), UnitPrice::of(eur("12.02")));
}

TEST(Guard, aFirstPushIsNotHeldBack)
{
    ShopCompany company;
    for (int i = 0; i < 60; ++i)
        company.product(qPrintable(sku(i)), "10.00", 5);

    const PushReport report = company.pushed();

    EXPECT_EQ(report.held, 0);
    EXPECT_EQ(company.shop.shelves.size(), 60u);
}

TEST(Guard, aCountThatChangedManyFiguresIsNotHeldBack)
{
    FullShop company(60);
    for (int i = 0; i < 60; ++i)
        company.must([&](Tx &tx) { return adjustStock(tx, company.products[size_t(i)].id, {}, pcs(4), tx.today(), QStringLiteral("count")); });

    EXPECT_EQ(company.pushed().held, 0);
    EXPECT_EQ(company.shop.shelves.at(sku(59)).stock, pcs(4));
}

TEST(Guard, stockOfEverythingGoingToZeroWaitsAndIsSeen)
{
    FullShop company(12);
    for (int i = 0; i < 12; ++i)
        company.empty(i);

    EXPECT_EQ(company.pushed().held, 12);
    EXPECT_EQ(company.shop.shelves.at(sku(0)).stock, pcs(5));
    const auto issues = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_TRUE(issues[0].message.contains(QStringLiteral("12 products"))) << qPrintable(issues[0].message);
}

TEST(Guard, aProductThatSoldOutGoesToZeroWhateverElseHappens)
{
    FullShop company(12);
    company.now = company.now.plusSeconds(60);
    company.order(company.customer().id, {{company.products[0].id, 5}});
    for (int i = 1; i < 12; ++i)
        company.empty(i);

    company.pushed();

    EXPECT_EQ(company.shop.shelves.at(sku(0)).stock, pcs(0));
}

TEST(Guard, aSmallShopThatSellsItsOnlyProductsIsLeftAlone)
{
    FullShop company(3);
    for (int i = 0; i < 3; ++i)
        company.empty(i);

    EXPECT_EQ(company.pushed().held, 0);
    EXPECT_EQ(company.shop.shelves.at(sku(0)).stock, pcs(0));
}

TEST(Guard, anEmptyAnswerOfTheShopMakesNothingTwiceAndUnlinksNothing)
{
    FullShop company(2);
    company.product("NEW", "10.00", 5);
    company.shop.shelves.clear();

    const PushReport report = company.pushed();

    EXPECT_EQ(report.held, 1);
    EXPECT_EQ(company.shop.shelves.count(QStringLiteral("NEW")), 0u);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing WHERE external_id <> ''"), 2);
}

TEST(Guard, aDryRunShowsWhatWouldBeHeldAndStoresNothing)
{
    FullShop company(1);
    company.setPrice(0, "1.00");

    const PushReport report = company.pushed(true);

    ASSERT_EQ(report.items.size(), 1u);
    EXPECT_EQ(report.items[0].result, "held");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field"), 0);
}

TEST(Guard, itsLimitsCanBeSet)
{
    FullShop company(1);
    company.must([&](Tx &tx) { return setPushGuard(tx, {company.channel.id, Rate{950'000}, Rate{200'000}, 50}); });
    company.setPrice(0, "1.00");

    EXPECT_EQ(company.pushed().held, 0);
    EXPECT_EQ(company.refusal([&](Tx &tx) { return setPushGuard(tx, {company.channel.id, Rate{0}, Rate{1}, 1}); }), "guard");
}

TEST(Hold, whatAPersonHoldsIsLeftAloneUntilItIsReleased)
{
    FullShop company(1);
    company.must(holdField, company.channel.id, company.products[0].id, PushField::Price, QStringLiteral("promised to Acme"));
    company.setPrice(0, "9.00");

    const PushReport held = company.pushed();
    ASSERT_EQ(held.items.size(), 1u);
    EXPECT_TRUE(held.items[0].message.contains(QStringLiteral("promised to Acme")));
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("11.90")));
    EXPECT_EQ(company.ask([&](Tx &tx) { return heldOn(tx, company.channel.id); }).size(), 1u);

    company.must(releaseField, company.channel.id, company.products[0].id, PushField::Price);
    company.pushed();
    EXPECT_EQ(company.shown(0), UnitPrice::of(eur("10.71")));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field"), 0);
}

TEST(Hold, agreeingToWhatTheGuardHoldsDoesNotReleaseWhatAPersonHolds)
{
    FullShop company(1);
    company.must(holdField, company.channel.id, company.products[0].id, PushField::Price, QString());
    company.setPrice(0, "9.00");
    PushScope scope;
    scope.agreeAll = true;

    EXPECT_EQ(company.pushed(false, scope).held, 1);
    EXPECT_EQ(company.refusal(holdField, company.channel.id, company.products[0].id, PushField::Price, QString()), "held");
    EXPECT_EQ(company.refusal(releaseField, company.channel.id, company.products[0].id, PushField::Stock), "not_held");
    EXPECT_EQ(company.refusal(holdField, company.channel.id, company.products[0].id, PushField::Order, QString()), "field");
}
