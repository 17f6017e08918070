#include "channels/engine/check.h"

#include "engine/fakeshop.h"

using namespace channels;

// The check proves that a shop shows what it should show, and repairs it where it does not.

namespace {

struct CheckedCompany : ShopCompany {
    CheckedCompany()
    {
        for (const char *sku : {"MUG", "CUP", "JUG", "POT", "PAN", "LID"}) {
            product(sku, "10.00", 5);
            shop.shelves[QString::fromLatin1(sku)] = {QString::fromLatin1(sku).toLower(), pcs(0), {}, {}};
        }
        pushed();
    }
    Result<CheckReport> check() { return checkChannel(session(), channel, shop, control); }
    CheckReport checked()
    {
        auto report = check();
        if (!report)
            ADD_FAILURE() << qPrintable(report.error().text);
        return *std::move(report);
    }
    const CheckRow *row(const CheckReport &report, const char *sku)
    {
        for (const CheckRow &one : report.rows)
            if (one.sku == QLatin1String(sku))
                return &one;
        return nullptr;
    }
};

} // namespace

TEST(ChannelCheck, aShopThatShowsEverythingRightlyIsProvedAndNothingIsSent)
{
    CheckedCompany company;
    const int calls = company.shop.stockCalls;
    const CheckReport report = company.checked();
    EXPECT_EQ(report.compared, 6);
    EXPECT_TRUE(report.rows.empty());
    EXPECT_EQ(report.missed, 0);
    EXPECT_EQ(company.shop.stockCalls, calls);
}

TEST(ChannelCheck, aFigureThatSomebodyChangedInTheShopIsSetRight)
{
    CheckedCompany company;
    company.shop.shelves["MUG"].stock = pcs(500);
    company.shop.shelves["CUP"].price = *UnitPrice::parse(QStringLiteral("0.01"), Eur);

    const CheckReport report = company.checked();

    ASSERT_EQ(report.rows.size(), 2u);
    EXPECT_EQ(company.row(report, "MUG")->believed, "5");
    EXPECT_EQ(company.row(report, "MUG")->shows, "500");
    EXPECT_EQ(report.repaired(), 2);
    EXPECT_EQ(company.shop.shelves["MUG"].stock, pcs(5));
    EXPECT_EQ(company.shop.shelves["CUP"].price, UnitPrice::parse(QStringLiteral("11.90"), Eur));
    EXPECT_TRUE(company.checked().rows.empty());
}

TEST(ChannelCheck, aPushThatTheShopOnlyPretendedToDoIsFoundOut)
{
    CheckedCompany company;
    company.must([](Tx &tx) -> Result<> { // confirmed, and yet the shop shows 0
        tx.run("UPDATE listing SET confirmed_stock = 5000000");
        return Done{};
    });
    company.shop.shelves["POT"].stock = pcs(0);
    company.checked();
    EXPECT_EQ(company.shop.shelves["POT"].stock, pcs(5));
}

TEST(ChannelCheck, aProductThatIsGoneFromTheShopIsADecisionAndNotPutBackUnasked)
{
    CheckedCompany company;
    company.shop.shelves.erase("LID");
    const CheckReport report = company.checked();
    ASSERT_TRUE(company.row(report, "LID"));
    EXPECT_EQ(company.row(report, "LID")->result, "explained");
    const auto open = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].kind, "missing_listing");
    EXPECT_EQ(open[0].subject, "LID");
    EXPECT_FALSE(company.shop.shelves.count("LID"));
    company.checked(); // said once
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''"), 1);
}

TEST(ChannelCheck, anAnswerThatLacksAFifthOfTheProductsChangesNothing)
{
    for (const int left : {0, 4}) {
        CheckedCompany company;
        while (int(company.shop.shelves.size()) > left)
            company.shop.shelves.erase(company.shop.shelves.begin());
        const QString before = company.text("SELECT CAST(SUM(version) AS TEXT) FROM listing");
        const auto report = company.check();
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, "channel_broken");
        EXPECT_EQ(company.text("SELECT CAST(SUM(version) AS TEXT) FROM listing"), before);
        EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception"), 0);
    }
}

TEST(ChannelCheck, anOrderThatNoPullHasBroughtIsFound)
{
    CheckedCompany company;
    company.shop.sells("1", "MUG", 1, "11.90", 3600);
    company.pulled();
    company.shop.sells("2", "MUG", 1, "11.90", 10); // its time lies before the cursor and the overlap
    EXPECT_EQ(company.pulled().created, 0);

    const CheckReport report = company.checked();

    EXPECT_EQ(report.missed, 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 2);
    EXPECT_EQ(company.shop.shelves["MUG"].stock, pcs(3));
}
