#include "base/money.h"

#include <gtest/gtest.h>
#include <limits>

namespace {

constexpr Currency Usd{"USD", 2}, Jpy{"JPY", 0}, Kwd{"KWD", 3}, Clf{"CLF", 4};
constexpr qint64 largest = std::numeric_limits<qint64>::max();

Money eur(const char *amount) { return *Money::parse(QString::fromLatin1(amount), Eur); }
UnitPrice price(const char *amount, Currency currency = Eur) { return *UnitPrice::parse(QString::fromLatin1(amount), currency); }
Quantity pieces(const char *text) { return *Quantity::parse(QString::fromLatin1(text)); }
Rate percent(const char *text) { return *Rate::parsePercent(QString::fromLatin1(text)); }

std::vector<qint64> minors(const std::vector<Money> &parts)
{
    std::vector<qint64> all;
    for (const Money &part : parts)
        all.push_back(part.minor());
    return all;
}

} // namespace

TEST(Currency, theListHasEachExponentOfIso4217)
{
    int with[5] = {};
    for (const Currency currency : Currency::all())
        ++with[currency.exponent()];

    EXPECT_EQ(with[0], 17); // BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    EXPECT_EQ(with[1], 0);
    EXPECT_EQ(with[3], 7); // BHD IQD JOD KWD LYD OMR TND
    EXPECT_EQ(with[4], 2); // CLF UYW
    EXPECT_GT(with[2], 120);
}

TEST(Currency, aCodeIsLookedUpExactly)
{
    EXPECT_EQ(Currency::of(u"EUR"), Eur);
    EXPECT_EQ(Currency::of(u"KWD")->exponent(), 3);
    for (const char16_t *wrong : {u"eur", u"EURO", u"EU", u"", u"XXX", u"XAU", u"ZZZ"})
        EXPECT_FALSE(Currency::of(wrong));
}

TEST(Currency, codesAreUniqueAndEachIsFound)
{
    QStringList codes;
    for (const Currency currency : Currency::all()) {
        codes << currency.code();
        EXPECT_EQ(Currency::of(currency.code()), currency);
    }
    EXPECT_EQ(codes.removeDuplicates(), 0);
}

TEST(Money, hasTheDigitsOfItsCurrency)
{
    EXPECT_EQ(Money::parse(u"1234", Jpy)->minor(), 1234);
    EXPECT_FALSE(Money::parse(u"1234.5", Jpy));
    EXPECT_EQ(Money::parse(u"1.234", Kwd)->minor(), 1234);
    EXPECT_EQ(Money::parse(u"0.0001", Clf)->minor(), 1);
    EXPECT_EQ(Money::parse(u"12.345", Eur, decimal::Excess::Round)->minor(), 1235);
    EXPECT_EQ(Money(1234, Jpy).toString(), "1234");
    EXPECT_EQ(Money(1234, Eur).toString(), "12.34");
    EXPECT_EQ(Money(1234, Kwd).toString(), "1.234");
    EXPECT_EQ(Money(-1, Clf).toString(), "-0.0001");
    EXPECT_EQ(Money(123456, Eur).withCurrency(QLocale(QStringLiteral("de_DE"))), u"1.234,56\u00a0EUR");
}

TEST(Money, sumsThatAreTooLargeAreRefused)
{
    const Money most(largest, Eur), least(std::numeric_limits<qint64>::min(), Eur), cent(1, Eur);

    EXPECT_THROW(most + cent, Overflow);
    EXPECT_THROW(least - cent, Overflow);
    EXPECT_THROW(-least, Overflow);
    EXPECT_THROW(least.absolute(), Overflow);
    Money sum = most;
    EXPECT_THROW(sum += cent, Overflow);
    EXPECT_EQ(sum, most);
}

TEST(Money, twoCurrenciesNeverMeet)
{
    EXPECT_THROW(eur("1.00") + Money(100, Usd), CurrencyMismatch);
    EXPECT_THROW((void)(eur("1.00") < Money(100, Usd)), CurrencyMismatch);
    EXPECT_THROW((void)(eur("1.00") == Money(100, Usd)), CurrencyMismatch);
    EXPECT_EQ(Money() + Money(100, Usd), Money(100, Usd)); // a fresh sum takes the first one's
}

TEST(Money, eachOperationRefusesWhatIsTooLarge)
{
    const Money most(largest, Eur);

    EXPECT_THROW(extend({largest, Eur}, Quantity{largest}), Overflow);
    EXPECT_THROW(unitPrice(most, {1}), Overflow);
    EXPECT_THROW(share(most, 2, 1), Overflow);
    EXPECT_THROW(taxOn(most, percent("200")), Overflow);
    EXPECT_THROW(convert(most, ExchangeRate{2'000'000'000}, Usd), Overflow);
    EXPECT_THROW(UnitPrice::of(most), Overflow);
    EXPECT_THROW(Quantity{largest} + Quantity{1}, Overflow);
    EXPECT_THROW(Quantity{std::numeric_limits<qint64>::min()} - Quantity{1}, Overflow);
}

TEST(Money, priceTimesQuantityIsRoundedOnceHalfAwayFromZero)
{
    EXPECT_EQ(extend(price("10.00"), pieces("3")), eur("30.00"));
    EXPECT_EQ(extend(price("0.0375"), pieces("100")), eur("3.75"));
    EXPECT_EQ(extend(price("0.005"), pieces("1")), eur("0.01"));
    EXPECT_EQ(extend(price("-0.005"), pieces("1")), eur("-0.01"));
    EXPECT_EQ(extend(price("0.004999"), pieces("1")), eur("0.00"));
    EXPECT_EQ(extend(price("19.99"), pieces("2.5")), eur("49.98")); // 49.975
    EXPECT_EQ(extend(price("0.5", Jpy), pieces("1")), Money(1, Jpy));
    EXPECT_EQ(extend(price("1.2345", Kwd), pieces("1")), Money(1235, Kwd)); // 1.2345 -> 1.235
    EXPECT_EQ(extend(price("1.23456", Clf), pieces("1")), Money(12346, Clf));
    EXPECT_EQ(extend(price("9000000000"), pieces("1000")), eur("9000000000000.00"));
}

TEST(Money, theUnitPriceOfAnAmountIsExactToTheMillionth)
{
    EXPECT_EQ(unitPrice(eur("10.00"), pieces("3")).millionths, 3'333'333);
    EXPECT_EQ(unitPrice(eur("20.00"), pieces("3")).millionths, 6'666'667);
    EXPECT_EQ(unitPrice(eur("-10.00"), pieces("3")).millionths, -3'333'333);
    EXPECT_EQ(unitPrice(eur("10.00"), pieces("-3")).millionths, -3'333'333);
    EXPECT_EQ(unitPrice(Money(1000, Jpy), pieces("4")).millionths, 250'000'000);
    EXPECT_EQ(UnitPrice::of(eur("12.34")), price("12.34"));
    EXPECT_EQ(UnitPrice::of(Money(12, Jpy)).millionths, 12'000'000);
}

TEST(Money, aShareIsRoundedHalfAwayFromZero)
{
    EXPECT_EQ(share(eur("0.01"), 1, 2), eur("0.01"));
    EXPECT_EQ(share(eur("-0.01"), 1, 2), eur("-0.01"));
    EXPECT_EQ(share(eur("10.00"), 1, 3), eur("3.33"));
    EXPECT_EQ(share(eur("10.00"), -1, -3), eur("3.33"));
    EXPECT_EQ(share(eur("10.00"), pieces("0.5"), pieces("2")), eur("2.50"));
}

TEST(Money, taxIsAddedOrContained)
{
    EXPECT_EQ(taxOn(eur("30.00"), percent("19")), eur("5.70"));
    EXPECT_EQ(taxOn(eur("0.50"), percent("19")), eur("0.10")); // 0.095
    EXPECT_EQ(taxOn(eur("-0.50"), percent("19")), eur("-0.10"));
    EXPECT_EQ(taxWithin(eur("119.00"), percent("19")), eur("19.00"));
    EXPECT_EQ(taxWithin(eur("9.99"), percent("19")), eur("1.60"));  // 1.59504
    EXPECT_EQ(taxWithin(eur("10.00"), percent("7")), eur("0.65"));  // 0.654
    EXPECT_EQ(taxOn(eur("100.00"), percent("8.875")), eur("8.88")); // New York
    EXPECT_EQ(taxOn(eur("100.00"), Rate{}), eur("0.00"));
    EXPECT_EQ(discounted(price("9.99"), percent("10")), price("8.991"));
    EXPECT_EQ(discounted(price("9.99"), percent("100")), price("0"));
}

TEST(Money, conversionMindsBothExponents)
{
    const auto rate = [](const char *text) { return *ExchangeRate::parse(QString::fromLatin1(text)); };

    EXPECT_EQ(convert(Money(10'000, Usd), rate("0.92"), Eur), eur("92.00"));
    EXPECT_EQ(convert(Money(1'000, Jpy), rate("0.006135"), Eur), eur("6.14")); // 6.135
    EXPECT_EQ(convert(Money(1'000, Kwd), rate("3.014725"), Eur), eur("3.01"));
    EXPECT_EQ(convert(eur("6.14"), rate("163.0"), Jpy), Money(1001, Jpy)); // 1000.82
    EXPECT_EQ(convert(Money(1, Jpy), rate("0.025"), Clf), Money(250, Clf));
    EXPECT_EQ(convert(eur("5.00"), rate("2"), Eur), eur("5.00")); // its own currency: the rate says nothing
}

TEST(Money, distributionAddsUpExactly)
{
    EXPECT_EQ(minors(distribute(eur("10.00"), {1, 1, 1})), (std::vector<qint64>{334, 333, 333}));
    EXPECT_EQ(minors(distribute(eur("-10.00"), {1, 1, 1})), (std::vector<qint64>{-334, -333, -333}));
    EXPECT_EQ(minors(distribute(eur("0.02"), {1, 1, 1})), (std::vector<qint64>{1, 1, 0}));
    EXPECT_EQ(minors(distribute(eur("1.00"), {0, 3, 0, 1})), (std::vector<qint64>{0, 75, 0, 25}));
    EXPECT_EQ(minors(distribute(eur("0.05"), {70, 20, 10})), (std::vector<qint64>{4, 1, 0})); // 3.5, 1.0, 0.5: the earlier remainder first
    EXPECT_EQ(minors(distribute(eur("5.00"), {0, 0})), (std::vector<qint64>{500, 0}));
    EXPECT_EQ(minors(distribute(eur("0.00"), {1, 2})), (std::vector<qint64>{0, 0}));
    EXPECT_TRUE(distribute(eur("5.00"), {}).empty());
    EXPECT_EQ(minors(distribute(Money(largest, Eur), {largest, largest})), (std::vector<qint64>{largest / 2 + 1, largest / 2}));
}

TEST(Money, unitsAndRatesAreReadAndPrinted)
{
    EXPECT_EQ(Quantity::parse(u"2.5")->millionths, 2'500'000);
    EXPECT_FALSE(Quantity::parse(u"0.0000001"));
    EXPECT_EQ(Quantity::parse(QStringLiteral("1.234,5"), QLocale(QStringLiteral("de_DE")))->millionths, 1'234'500'000);
    EXPECT_EQ(Quantity::whole(3).toString(), "3");
    EXPECT_EQ(Quantity{-1}.toString(), "-0.000001");
    EXPECT_EQ(Rate::parsePercent(u"19")->millionths, 190'000);
    EXPECT_EQ(Rate::parsePercent(u"8.875")->millionths, 88'750);
    EXPECT_EQ(Rate::parsePercent(u"0.0001")->millionths, 1);
    EXPECT_FALSE(Rate::parsePercent(u"0.00001"));
    EXPECT_EQ(Rate{88'750}.toPercent(), "8.875");
    EXPECT_EQ(price("12.5").toString(), "12.50");
    EXPECT_EQ(price("0.0375").toString(), "0.0375");
    EXPECT_EQ(price("0.0375").toString(QLocale(QStringLiteral("de_DE"))), "0,0375");
    EXPECT_EQ(price("100", Jpy).toString(), "100");
    EXPECT_EQ(ExchangeRate::parse(u"0.006135")->billionths, 6'135'000);
    EXPECT_EQ(ExchangeRate{6'135'000}.toString(), "0.006135");
    for (const char16_t *wrong : {u"0", u"-1", u"", u"0.0000000001"})
        EXPECT_FALSE(ExchangeRate::parse(wrong));
}
