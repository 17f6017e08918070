#include "channels/practicestore/catalogue.h"

#include "base/money.h"

#include <QSet>
#include <gtest/gtest.h>

using namespace channels::practicestore;

/// The last digit of an EAN-13 completes the sum of the others, every second one taken three times, to a multiple of ten.
static bool isEan13(const QString &barcode)
{
    int sum = 0;
    for (int i = 0; i < barcode.size(); ++i)
        sum += barcode[i].digitValue() * (i % 2 ? 3 : 1);
    return barcode.size() == 13 && sum % 10 == 0;
}

TEST(Catalogue, hasSixtyArticlesOfWhichTwentyAreChoices)
{
    int choices = 0;
    for (const CatalogueItem &item : catalogue())
        choices += item.family[0] != 0;

    EXPECT_EQ(catalogue().size(), 60u);
    EXPECT_EQ(choices, 20);
}

TEST(Catalogue, everySkuAndEveryBarcodeIsUniqueAndEveryBarcodeIsValid)
{
    QSet<QString> skus;
    QSet<QString> barcodes;

    for (const CatalogueItem &item : catalogue()) {
        skus.insert(QString::fromUtf8(item.sku));
        barcodes.insert(QString::fromUtf8(item.barcode));
        EXPECT_TRUE(isEan13(QString::fromUtf8(item.barcode))) << item.sku;
    }

    EXPECT_EQ(skus.size(), 60);
    EXPECT_EQ(barcodes.size(), 60);
    for (const CatalogueFamily &family : catalogueFamilies())
        EXPECT_FALSE(skus.contains(QString::fromUtf8(family.sku))) << family.sku;
}

TEST(Catalogue, everyArticleIsSoldAboveItsCostAndWeighsSomething)
{
    for (const CatalogueItem &item : catalogue()) {
        const auto price = Money::parse(QString::fromUtf8(item.price), Eur);
        const auto cost = Money::parse(QString::fromUtf8(item.cost), Eur);
        ASSERT_TRUE(price && cost) << item.sku;
        EXPECT_GT(*price, *cost) << item.sku;
        EXPECT_TRUE(Quantity::parse(QString::fromUtf8(item.weight))->isPositive()) << item.sku;
        EXPECT_GT(item.stock, 0) << item.sku;
    }
}

TEST(Catalogue, everyChoiceBelongsToAFamilyOfTheSameTaxAndBothTaxesAreThere)
{
    QSet<QString> taxes;

    for (const CatalogueItem &item : catalogue()) {
        taxes.insert(QString::fromUtf8(item.taxClass));
        EXPECT_EQ(item.family[0] == 0, item.choice[0] == 0) << item.sku;
        if (item.family[0] == 0)
            continue;
        const auto families = catalogueFamilies();
        const auto family =
            std::find_if(families.begin(), families.end(), [&](const CatalogueFamily &each) { return qstrcmp(each.sku, item.family) == 0; });
        ASSERT_NE(family, families.end()) << item.sku;
        EXPECT_STREQ(family->taxClass, item.taxClass);
        EXPECT_TRUE(QString::fromUtf8(item.name).startsWith(QString::fromUtf8(family->name))) << item.sku;
    }

    EXPECT_EQ(taxes, (QSet<QString>{QStringLiteral("standard"), QStringLiteral("reduced")}));
}
