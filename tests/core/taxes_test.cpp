#include "proof.h"

namespace {

Tax taxOf(const char *code, const char *rate, const char *country = "DE", const char *taxClass = "standard")
{
    return {
        {}, 1,   QString::fromLatin1(code), QString::fromLatin1(code), QString::fromLatin1(country), QString::fromLatin1(taxClass), percent(rate), {},
        {}, true};
}

const Tax full = taxOf("DE19", "19"), reduced = taxOf("DE7", "7", "DE", "reduced");

QString show(const std::vector<Taxed> &taxed)
{
    QStringList all;
    for (const Taxed &one : taxed)
        all << one.net.toString() + u'+' + one.tax.toString();
    return all.join(u' ');
}

QString computed(const std::vector<std::pair<const char *, const Tax *>> &lines, bool inclusive, TaxRounding rounding)
{
    std::vector<Taxable> taxables;
    for (const auto &[amount, tax] : lines)
        taxables.push_back({eur(amount), tax});
    return show(computeTaxes(taxables, inclusive, rounding));
}

} // namespace

TEST(ComputeTaxes, exclusivePerLine)
{
    EXPECT_EQ(computed({{"30.00", &full}, {"10.00", &reduced}, {"5.00", nullptr}}, false, TaxRounding::PerLine), "30.00+5.70 10.00+0.70 5.00+0.00");
    EXPECT_EQ(computed({{"0.50", &full}, {"0.50", &full}, {"0.50", &full}}, false, TaxRounding::PerLine), "0.50+0.10 0.50+0.10 0.50+0.10");
}

TEST(ComputeTaxes, exclusivePerDocumentIsRoundedOncePerRate)
{
    // 3 x 0.50 at 19 % are 0.285 on the document: 0.29, where the lines by themselves would give 0.30.
    EXPECT_EQ(computed({{"0.50", &full}, {"0.50", &full}, {"0.50", &full}}, false, TaxRounding::PerDocument), "0.50+0.09 0.50+0.10 0.50+0.10");
    // 7 %: 0.07 x 3 = 0.0147 -> 0.01, where the lines would give 0.00.
    EXPECT_EQ(computed({{"0.07", &reduced}, {"0.07", &reduced}, {"0.07", &reduced}}, false, TaxRounding::PerDocument),
              "0.07+0.01 0.07+0.00 0.07+0.00");
    // Each rate for itself; the largest line takes the difference.
    EXPECT_EQ(computed({{"0.50", &full}, {"0.07", &reduced}, {"1.00", &full}, {"0.15", &reduced}}, false, TaxRounding::PerDocument),
              "0.50+0.10 0.07+0.00 1.00+0.19 0.15+0.02"); // 0.285 -> 0.29; 0.0154 -> 0.02
}

TEST(ComputeTaxes, inclusivePerLine)
{
    EXPECT_EQ(computed({{"119.00", &full}, {"10.70", &reduced}}, true, TaxRounding::PerLine), "100.00+19.00 10.00+0.70");
    EXPECT_EQ(computed({{"9.99", &full}}, true, TaxRounding::PerLine), "8.39+1.60"); // 1.59504
}

TEST(ComputeTaxes, inclusivePerDocumentKeepsWhatTheBuyerPays)
{
    // 3 x 9.99 = 29.97 hold 4.7851: 4.79, where the lines give 4.80.
    EXPECT_EQ(computed({{"9.99", &full}, {"9.99", &full}, {"9.99", &full}}, true, TaxRounding::PerDocument), "8.40+1.59 8.39+1.60 8.39+1.60");
}

TEST(ComputeTaxes, negativeLinesRoundAlike)
{
    EXPECT_EQ(computed({{"-0.50", &full}}, false, TaxRounding::PerLine), "-0.50+-0.10");
    EXPECT_EQ(computed({{"-9.99", &full}}, true, TaxRounding::PerLine), "-8.39+-1.60");
}

TEST(Taxes, areFoundByCountryClassAndDay)
{
    TestCompany company;
    Tax old = taxOf("DE16", "16");
    old.validFrom = QDate(2020, 7, 1);
    old.validTo = QDate(2020, 12, 31);
    company.must(saveTax, old);
    const auto due = [&](const char *country, const char *taxClass, QDate day) {
        return company.ask([&](Tx &tx) -> QString {
            const Tax *tax = tx.configured<Taxes>().due(QString::fromLatin1(country), QString::fromLatin1(taxClass), day);
            return tax ? tax->code : QString();
        });
    };

    EXPECT_EQ(due("DE", "standard", QDate(2030, 1, 2)), "DE19");
    EXPECT_EQ(due("DE", "reduced", QDate(2030, 1, 2)), "DE7");
    EXPECT_EQ(due("FR", "standard", QDate(2030, 1, 2)), "");
    EXPECT_EQ(due("DE", "luxury", QDate(2030, 1, 2)), "");
}

TEST(Taxes, aRateThatCouldBeTwoTaxesIsNotGuessed)
{
    TestCompany company;
    company.must(saveTax, taxOf("FR20", "20", "FR"));
    company.must(saveTax, taxOf("AT20", "20", "AT"));
    const auto withRate = [&](const char *country, const char *rate) {
        return company.ask([&](Tx &tx) -> QString {
            const Tax *tax = tx.configured<Taxes>().withRate(QString::fromLatin1(country), percent(rate), QDate(2030, 1, 2));
            return tax ? tax->code : QString();
        });
    };

    EXPECT_EQ(withRate("DE", "19"), "DE19");
    EXPECT_EQ(withRate("FR", "20"), "FR20");
    EXPECT_EQ(withRate("DE", "20"), ""); // France or Austria?
    EXPECT_EQ(withRate("FR", "19"), "DE19");
    EXPECT_EQ(withRate("DE", "18"), "");
}

TEST(SaveTax, refusesWhatCannotBeRight)
{
    TestCompany company;
    const std::pair<const char *, std::function<void(Tax &)>> rows[] = {
        {"incomplete", [](Tax &t) { t.code = QStringLiteral(" "); }},
        {"incomplete", [](Tax &t) { t.country = QStringLiteral("Germany"); }},
        {"incomplete", [](Tax &t) { t.taxClass.clear(); }},
        {"rate", [](Tax &t) { t.rate = Rate{-1}; }},
        {"rate", [](Tax &t) { t.rate = percent("1000.0001"); }},
        {"days", [](Tax &t) { t.validFrom = QDate(2030, 1, 2), t.validTo = QDate(2030, 1, 1); }},
        {"duplicate", [](Tax &t) { t.code = QStringLiteral("DE19"); }},
    };

    for (const auto &[code, spoil] : rows) {
        Tax tax = taxOf("NEW", "5");
        spoil(tax);
        EXPECT_EQ(company.refusal(saveTax, tax), code);
    }
}

TEST(SaveTax, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &) {}, [](TestCompany &c) { return bool(c.session().perform(saveTax, taxOf("NEW", "5"))); });
}
