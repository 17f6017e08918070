#include "channels/figures.h"
#include "channels/htmltext.h"

#include <gtest/gtest.h>

using namespace channels;

namespace {

std::vector<qint64> minorsOf(const std::vector<Money> &parts)
{
    std::vector<qint64> minors;
    for (const Money &part : parts)
        minors.push_back(part.minor());
    return minors;
}
using Minors = std::vector<qint64>;

} // namespace

TEST(Figures, amountsAreReadWithAllTheirDigits)
{
    EXPECT_EQ(exactAmount(Json("12.3450")), 12'345'000);
    EXPECT_EQ(exactAmount(Json::number("-0.05")), -50'000);
    EXPECT_EQ(exactAmount(Json::number("9.8739495")), 9'873'950);
    EXPECT_EQ(exactAmount(Json("")), 0);
    EXPECT_EQ(exactAmount(Json()), 0);
    EXPECT_FALSE(exactAmount(Json("12,50")));
    EXPECT_FALSE(exactAmount(Json("1e400")));
    EXPECT_FALSE(exactAmount(Json(true)));
}

TEST(Figures, roundingTogetherKeepsTheSum)
{
    EXPECT_EQ(minorsOf(roundTogether({334'000, 63'400, 334'000, 63'400, 334'000, 63'400}, Eur)), (Minors{34, 6, 34, 6, 33, 6}));
    EXPECT_EQ(minorsOf(roundTogether({1'000'000, -500'000}, Eur)), (Minors{100, -50}));
    EXPECT_EQ(minorsOf(roundTogether({}, Eur)), Minors{});
}

TEST(Figures, partsAreFittedToTheWholeOrRefused)
{
    EXPECT_EQ(minorsOf(*fit({3'333'333, 6'666'667}, {1000, Eur})), (Minors{333, 667}));
    EXPECT_EQ(minorsOf(*fit({1'000'000, 2'000'000}, {301, Eur})), (Minors{101, 200}));
    EXPECT_EQ(minorsOf(*fit({1'000'000, 2'000'000}, {299, Eur})), (Minors{100, 199}));
    EXPECT_EQ(minorsOf(*fit({-950'000}, {-95, Eur})), Minors{-95});
    EXPECT_EQ(minorsOf(*fit({}, {0, Eur})), Minors{});
    EXPECT_FALSE(fit({1'000'000}, {102, Eur}));
    EXPECT_FALSE(fit({}, {1, Eur}));
}

TEST(Figures, theUnitPriceOfNothingIsTheAmountItself)
{
    EXPECT_EQ(priceOf(10'000'000, Quantity::whole(3), Eur).millionths, 3'333'333);
    EXPECT_EQ(priceOf(10'000'000, Quantity(), Eur).millionths, 10'000'000);
}

TEST(HtmlText, namedAndNumberedEscapesAreUndone)
{
    EXPECT_EQ(unescaped("a &amp; b"), "a & b");
    EXPECT_EQ(unescaped("&euro; &Auml;&ouml;&szlig; &rarr; &yuml;&nbsp;"), QString::fromUtf8("€ Äöß → ÿ") + QChar(0x00a0));
    EXPECT_EQ(unescaped("&#39;&#x27;&#8211;&#x1f600;"), QString::fromUtf8("''–😀"));
    EXPECT_EQ(unescaped("&;&#;&#x;&#0;&#xD800;&#99999999;&verylongname;&amp"), "&;&#;&#x;&#0;&#xD800;&#99999999;&verylongname;&amp");
}

TEST(HtmlText, messagesForPeopleLoseTheirTagsAndTheirLength)
{
    EXPECT_EQ(shopWords("<p>It &lt;is&gt;\n broken</p>"), "It <is> broken");
    EXPECT_EQ(shopWords(QString(5000, 'x')).size(), 301);
}
