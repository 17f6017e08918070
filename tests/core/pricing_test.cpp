#include "proof.h"

namespace {

struct Shop {
    TestCompany company;
    Product mug = company.product("MUG", "10.00");
    PriceList retail = list("RETAIL", "Retail");
    PriceList trade = list("TRADE", "Trade");
    Party acme = company.customer();

    PriceList list(const char *code, const char *name)
    {
        return company.must(savePriceList, PriceList{{}, 1, QString::fromLatin1(code), QString::fromLatin1(name), Eur, false, true});
    }
    Price price(const char *amount, Id<PriceList> of = {}, Id<Party> party = {}, const char *from = "0", QDate begins = {}, QDate ends = {})
    {
        return company.must(savePrice,
                            Price{{}, 1, mug.id, of, party, *Quantity::parse(QString::fromLatin1(from)), Eur, unit(amount), false, begins, ends});
    }
    PriceAnswer ask(int units = 1, Id<Party> customer = {}, Id<PriceList> channel = {}, QDate day = QDate(2030, 1, 2))
    {
        return company.must(priceOf, PriceQuestion{mug.id, customer, channel, pcs(units), day, Eur});
    }
};

} // namespace

TEST(PriceOf, theNarrowestRuleWins)
{
    Shop shop;
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).price, unit("10.00"));
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).reason, "Base price");

    shop.price("9.00", shop.retail.id);
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).price, unit("9.00"));
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).reason, "Price list Retail");
    EXPECT_EQ(shop.ask(1, shop.acme.id).price, unit("10.00")); // not through that channel

    shop.acme.priceList = shop.trade.id;
    shop.acme = shop.company.must(saveParty, shop.acme);
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).price, unit("9.00")); // the customer's list does not have it
    shop.price("8.00", shop.trade.id);
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).price, unit("8.00"));

    shop.price("7.00", {}, shop.acme.id);
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).price, unit("7.00"));
    EXPECT_EQ(shop.ask(1, shop.acme.id, shop.retail.id).reason, "Price agreed with Acme");
    EXPECT_EQ(shop.ask(1).price, unit("10.00"));
}

TEST(PriceOf, theLargestBreakThatIsReachedCounts)
{
    Shop shop;
    shop.price("9.00", {}, {}, "10");
    shop.price("8.00", {}, {}, "100");

    EXPECT_EQ(shop.ask(9).price, unit("10.00"));
    EXPECT_EQ(shop.ask(10).price, unit("9.00"));
    EXPECT_EQ(shop.ask(99).price, unit("9.00"));
    EXPECT_EQ(shop.ask(100).price, unit("8.00"));
    EXPECT_EQ(shop.ask(100).reason, "Base price from 100");
}

TEST(PriceOf, aPriceHoldsFromItsFirstToItsLastDay)
{
    Shop shop;
    shop.price("5.00", {}, {}, "0", QDate(2030, 1, 10), QDate(2030, 1, 20));

    EXPECT_EQ(shop.ask(1, {}, {}, QDate(2030, 1, 9)).price, unit("10.00"));
    EXPECT_EQ(shop.ask(1, {}, {}, QDate(2030, 1, 10)).price, unit("5.00"));
    EXPECT_EQ(shop.ask(1, {}, {}, QDate(2030, 1, 20)).price, unit("5.00"));
    EXPECT_EQ(shop.ask(1, {}, {}, QDate(2030, 1, 21)).price, unit("10.00"));
}

TEST(PriceOf, ofTwoThatHoldTheOneThatBeganLastCounts)
{
    Shop shop;
    shop.price("12.00", {}, {}, "0", QDate(2030, 1, 1));
    shop.price("11.00", {}, {}, "0", QDate(2029, 6, 1));

    EXPECT_EQ(shop.ask().price, unit("12.00"));
    EXPECT_EQ(shop.ask(1, {}, {}, QDate(2029, 12, 31)).price, unit("11.00"));
}

TEST(PriceOf, theCustomersDiscountIsOnTopOfListPricesButNotOfAgreedOnes)
{
    Shop shop;
    shop.acme.discount = percent("12.5");
    shop.acme = shop.company.must(saveParty, shop.acme);

    EXPECT_EQ(shop.ask(1, shop.acme.id).price, unit("8.75"));
    EXPECT_EQ(shop.ask(1, shop.acme.id).reason, "Base price less 12.5 %");
    shop.price("9.99", {}, shop.acme.id);
    EXPECT_EQ(shop.ask(1, shop.acme.id).price, unit("9.99"));
}

TEST(PriceOf, aListOutOfUseAndOtherCurrenciesDoNotCount)
{
    Shop shop;
    shop.price("9.00", shop.retail.id);
    shop.retail.active = false;
    shop.company.must(savePriceList, shop.retail);

    EXPECT_EQ(shop.ask(1, {}, shop.retail.id).price, unit("10.00"));
    EXPECT_EQ(shop.company.refusal(priceOf, PriceQuestion{shop.mug.id, {}, {}, pcs(1), QDate(2030, 1, 2), *Currency::of(u"USD")}), "no_price");
}

TEST(SavePrice, refusesWhatCannotBeRight)
{
    Shop shop;
    const auto base = [&] { return Price{{}, 1, shop.mug.id, {}, {}, pcs(5), Eur, unit("9.00"), false, {}, {}}; };
    const std::pair<const char *, std::function<void(Price &)>> rows[] = {
        {"price", [](Price &p) { p.price = unit("-0.01"); }},
        {"price", [&](Price &p) { p.list = shop.retail.id, p.party = shop.acme.id; }},
        {"days", [](Price &p) { p.validFrom = QDate(2030, 2, 1), p.validTo = QDate(2030, 1, 31); }},
        {"currency", [](Price &p) { p.currency = {}; }},
        {"currency", [](Price &p) { p.price.currency = *Currency::of(u"USD"); }},
        {"quantity", [](Price &p) { p.minimum = Quantity{-1}; }},
        {"currency", [&](Price &p) { p.list = shop.retail.id, p.taxInclusive = true; }},
        {"duplicate", [](Price &p) { p.minimum = {}; }},
    };

    for (const auto &[code, spoil] : rows) {
        Price price = base();
        spoil(price);
        EXPECT_EQ(shop.company.refusal(savePrice, price), code);
    }
    EXPECT_EQ(shop.company.refusal(savePrice, base()), "(done)");
}

TEST(SavePrice, aChangeAndADeletionAreMarkedOnTheProduct)
{
    Shop shop;
    shop.company.now = shop.company.now.plusSeconds(60);
    const Price price = shop.price("9.00", {}, {}, "10");
    EXPECT_EQ(shop.company.number("SELECT changed_at FROM product"), shop.company.now.micros);
    shop.company.now = shop.company.now.plusSeconds(60);

    shop.company.must(deletePrice, price.id);

    EXPECT_EQ(shop.company.number("SELECT changed_at FROM product"), shop.company.now.micros);
    EXPECT_EQ(shop.ask(10).price, unit("10.00"));
}

TEST(SavePrice, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &c) { c.product("MUG", "10.00"); },
                          [](TestCompany &c) {
                              return bool(c.session().perform(savePrice, Price{{}, 1, {1}, {}, {}, pcs(5), Eur, unit("9.00"), false, {}, {}}));
                          });
}

TEST(SavePriceList, refusesWhatWouldMakeItsPricesWrong)
{
    Shop shop;
    shop.price("9.00", shop.retail.id);
    PriceList changed = shop.retail;
    changed.taxInclusive = true;

    EXPECT_EQ(shop.company.refusal(savePriceList, changed), "list_in_use");
    EXPECT_EQ(shop.company.refusal(savePriceList, PriceList{{}, 1, QStringLiteral("TRADE"), QStringLiteral("x"), Eur, false, true}), "duplicate");
    EXPECT_EQ(shop.company.refusal(savePriceList, PriceList{{}, 1, QString(), QStringLiteral("x"), Eur, false, true}), "incomplete");
    EXPECT_EQ(shop.company.refusal(priceListByCode, QStringLiteral("NONE")), "unknown_price_list");
}
