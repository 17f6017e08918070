#include "base/decimal.h"

#include <gtest/gtest.h>
#include <limits>

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qint64 smallest = std::numeric_limits<qint64>::min();

std::optional<qint64> typed(const char *text, const char *locale, int scale = 2)
{
    return decimal::parse(QString::fromUtf8(text), scale, QLocale(QString::fromLatin1(locale)));
}

} // namespace

TEST(Decimal, sumsThatLeaveTheRangeAreRefused)
{
    EXPECT_EQ(decimal::add(largest - 1, 1), largest);
    EXPECT_THROW(decimal::add(largest, 1), Overflow);
    EXPECT_THROW(decimal::add(smallest, -1), Overflow);
    EXPECT_EQ(decimal::subtract(smallest + 1, 1), smallest);
    EXPECT_THROW(decimal::subtract(smallest, 1), Overflow);
    EXPECT_THROW(decimal::subtract(0, smallest), Overflow);
    EXPECT_EQ(decimal::narrow(Int128(largest)), largest);
    EXPECT_THROW(decimal::narrow(Int128(largest) + 1), Overflow);
    EXPECT_EQ(decimal::narrow(Int128(smallest)), smallest);
    EXPECT_THROW(decimal::narrow(Int128(smallest) - 1), Overflow);
}

TEST(Decimal, aHalfIsRoundedAwayFromZero)
{
    EXPECT_TRUE(decimal::divide(5, 10) == 1);
    EXPECT_TRUE(decimal::divide(-5, 10) == -1);
    EXPECT_TRUE(decimal::divide(4, 10) == 0);
    EXPECT_TRUE(decimal::divide(-4, 10) == 0);
    EXPECT_TRUE(decimal::divide(15, 10) == 2);
    EXPECT_TRUE(decimal::divide(25, 10) == 3); // not to even
    EXPECT_TRUE(decimal::divide(1, 3) == 0);
    EXPECT_TRUE(decimal::divide(2, 3) == 1);
    EXPECT_TRUE(decimal::divide(-2, 3) == -1);
}

TEST(Decimal, plainTextIsReadToTheDigit)
{
    struct Row {
        const char *text;
        int scale;
        std::optional<qint64> value;
    };
    const Row rows[] = {
        {"12.34", 2, 1234},
        {"-12.34", 2, -1234},
        {"+12.34", 2, 1234},
        {" 12.34 ", 2, 1234},
        {"12", 2, 1200},
        {"12.", 2, 1200},
        {".5", 2, 50},
        {"-0", 2, 0},
        {"0.10", 1, 1},
        {"12.340000", 2, 1234}, // zeros are no excess
        {"12.345", 2, {}},
        {"1.5e3", 2, 150000},
        {"15E-1", 2, 150},
        {"1e+2", 0, 100},
        {"1e-9", 2, {}},
        {"9223372036854775807", 0, largest},
        {"-9223372036854775807", 0, -largest},
        {"9223372036854775808", 0, {}},
        {"92233720368547758.07", 2, largest},
        {"92233720368547758.08", 2, {}},
        {"1e18", 0, 1'000'000'000'000'000'000},
        {"1e19", 0, {}},
        {"1e9999", 2, {}},
        {"0e9999", 2, 0},
        {"1e12345", 2, {}},
        {"", 2, {}},
        {"-", 2, {}},
        {".", 2, {}},
        {"1e", 2, {}},
        {"e5", 2, {}},
        {"1,5", 2, {}},
        {"1.2.3", 2, {}},
        {"--1", 2, {}},
        {"0x10", 2, {}},
        {"12a", 2, {}},
        {"NaN", 2, {}},
        {"1 2", 2, {}},
    };

    for (const Row &row : rows)
        EXPECT_EQ(decimal::parse(QString::fromLatin1(row.text), row.scale), row.value) << row.text;
}

TEST(Decimal, excessDigitsAreRoundedOnRequest)
{
    const auto rounded = [](const char *text) { return decimal::parse(QString::fromLatin1(text), 2, decimal::Excess::Round); };

    EXPECT_EQ(rounded("0.005"), 1);
    EXPECT_EQ(rounded("-0.005"), -1);
    EXPECT_EQ(rounded("0.0049999999"), 0);
    EXPECT_EQ(rounded("19.995"), 2000);
    EXPECT_EQ(rounded("5e-3"), 1);
    EXPECT_EQ(rounded("9e-4"), 0);
    EXPECT_EQ(rounded("92233720368547758.074"), largest);
    EXPECT_EQ(rounded("92233720368547758.075"), std::nullopt);
}

TEST(Decimal, aLongTextOfDigitsIsReadWithoutHarm)
{
    EXPECT_EQ(decimal::parse(QString(1'000'000, u'0') + QStringLiteral("7"), 2), 700);
    EXPECT_EQ(decimal::parse(QString(1'000'000, u'9'), 2), std::nullopt);
    EXPECT_EQ(decimal::parse(QStringLiteral("0.") + QString(1'000'000, u'0') + QStringLiteral("1"), 2), std::nullopt);
}

TEST(Decimal, whatAPersonTypesIsReadInItsLocale)
{
    struct Row {
        const char *text, *locale;
        std::optional<qint64> value;
    };
    const Row rows[] = {
        {"1234.5", "en_US", 123450},
        {"1,234.50", "en_US", 123450},
        {"1,234,567.89", "en_US", 123456789},
        {"12,34,567.89", "en_IN", 123456789},
        {"1,5", "en_US", 150},      // cannot be a group
        {"1,234", "en_US", 123400}, // is one
        {"1234,5", "de_DE", 123450},
        {"1.234,50", "de_DE", 123450},
        {"1.234", "de_DE", 123400},
        {"12.5", "de_DE", 1250},
        {"0.12", "de_DE", 12},
        {"1\u202f234,50", "fr_FR", 123450},
        {"1 234,50", "fr_FR", 123450},
        {"1\u00a0234,50", "fr_FR", 123450},
        {"1\u2019234.50", "de_CH", 123450},
        {"1'234.50", "de_CH", 123450},
        {"\u221212,34", "de_DE", -1234},
        {"-12,34", "de_DE", -1234},
        {"\u0661\u0662\u066b\u0663\u0664", "ar_EG", 1234},               // ١٢٫٣٤
        {"\u0661\u066c\u0662\u0663\u0664\u066b\u0665", "ar_EG", 123450}, // ١٬٢٣٤٫٥
        {"1.2.3", "de_DE", {}},                                          // a date or an address, no number
        {"1.23.45", "de_DE", {}},
        {"1,23.4,5", "en_US", {}},
        {"12 34", "de_DE", {}},
        {"1.234,56", "en_US", {}}, // a German number in an English field
        {"1e3", "de_DE", {}},
        {"12,345", "de_DE", {}}, // more digits than money has
        {"", "de_DE", {}},
        {"abc", "de_DE", {}},
    };

    for (const Row &row : rows)
        EXPECT_EQ(typed(row.text, row.locale), row.value) << row.text << " in " << row.locale;
}

TEST(Decimal, aLeadingZeroIsNeverTheBeginningOfAGroup)
{
    EXPECT_EQ(typed("0.125", "de_DE", 6), 125'000);
    EXPECT_EQ(typed("0,125", "en_US", 6), 125'000);
}

TEST(Decimal, printingShowsWhatIsStored)
{
    EXPECT_EQ(decimal::format(123405, 2, 2), "1234.05");
    EXPECT_EQ(decimal::format(-5, 2, 2), "-0.05");
    EXPECT_EQ(decimal::format(0, 2, 2), "0.00");
    EXPECT_EQ(decimal::format(7, 0, 0), "7");
    EXPECT_EQ(decimal::format(2'500'000, 6, 0), "2.5");
    EXPECT_EQ(decimal::format(2'000'000, 6, 0), "2");
    EXPECT_EQ(decimal::format(37'500, 6, 2), "0.0375");
    EXPECT_EQ(decimal::format(smallest, 2, 2), "-92233720368547758.08");
    EXPECT_EQ(decimal::format(smallest, 18, 0), "-9.223372036854775808");
}

TEST(Decimal, printingFollowsTheLocale)
{
    const auto in = [](const char *locale) { return decimal::format(-123456789, 2, 2, QLocale(QString::fromLatin1(locale))); };

    EXPECT_EQ(in("en_US"), u"\u22121,234,567.89");
    EXPECT_EQ(in("de_DE"), u"\u22121.234.567,89");
    EXPECT_EQ(in("de_CH"), u"\u22121\u2019234\u2019567.89");
    EXPECT_EQ(in("fr_FR"), u"\u22121\u202f234\u202f567,89");
    EXPECT_EQ(in("ar_EG"), u"\u2212\u0661\u066c\u0662\u0663\u0664\u066c\u0665\u0666\u0667\u066b\u0668\u0669");
}

TEST(Decimal, whatIsPrintedInALocaleIsReadInIt)
{
    for (const char *locale : {"en_US", "de_DE", "de_CH", "fr_FR", "ar_EG", "sv_SE", "en_IN", "es_ES", "pl_PL", "ru_RU", "ja_JP", "fa_IR"})
        for (const qint64 value : {0LL, 5LL, -5LL, 99999LL, 100000LL, -123456789LL, 9'223'372'036'854'775'807LL}) {
            const QLocale there(QString::fromLatin1(locale));
            EXPECT_EQ(decimal::parse(decimal::format(value, 2, 2, there), 2, there), value)
                << locale << ' ' << qPrintable(decimal::format(value, 2, 2, there));
        }
}
