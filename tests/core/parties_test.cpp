#include "proof.h"

namespace {

Party named(const char *name)
{
    Party party;
    party.name = QString::fromUtf8(name);
    return party;
}

} // namespace

TEST(SaveParty, givesACodeAndMakesItFindable)
{
    TestCompany company;
    Party party = named("  Jörg   Müller ");
    party.email = QStringLiteral(" Joerg@Example.COM ");

    const Party saved = company.must(saveParty, party);

    EXPECT_EQ(saved.code, "C-0000001");
    EXPECT_EQ(saved.name, QString::fromUtf8("Jörg Müller"));
    EXPECT_EQ(saved.emailKey, "joerg@example.com");
    EXPECT_TRUE(saved.search.contains(QStringLiteral("jorg muller")));
    EXPECT_EQ(saved.currency, Eur);
    EXPECT_EQ(saved.createdAt, company.now);
}

TEST(SaveParty, customersAndSuppliersHaveTheirOwnCodes)
{
    TestCompany company;
    Party supplier = named("Mill");
    supplier.kind = PartyKind::Supplier;
    supplier.code = QStringLiteral("X");
    Party customer = named("Acme");
    customer.code = QStringLiteral("X");

    company.must(saveParty, supplier);
    company.must(saveParty, customer);

    EXPECT_EQ(company.must(partyByCode, PartyKind::Customer, QStringLiteral("X")).name, "Acme");
    EXPECT_EQ(company.refusal(partyByCode, PartyKind::Customer, QStringLiteral("Y")), "unknown_customer");
    EXPECT_EQ(company.refusal(partyByCode, PartyKind::Supplier, QStringLiteral("Y")), "unknown_supplier");
}

TEST(SaveParty, refusesWhatCannotBeRight)
{
    TestCompany company;
    Party taken = named("Acme");
    taken.code = QStringLiteral("ACME");
    company.must(saveParty, taken);
    const std::pair<const char *, std::function<void(Party &)>> rows[] = {
        {"name_missing", [](Party &p) { p.name = QStringLiteral("  "); }},
        {"discount", [](Party &p) { p.discount = percent("100.0001"); }},
        {"discount", [](Party &p) { p.discount = Rate{-1}; }},
        {"terms", [](Party &p) { p.termsDays = -1; }},
        {"terms", [](Party &p) { p.termsDays = 3651; }},
        {"credit_limit", [](Party &p) { p.creditLimit = -1; }},
        {"duplicate", [](Party &p) { p.code = QStringLiteral(" ACME "); }},
    };

    for (const auto &[code, spoil] : rows) {
        Party party = named("Other");
        spoil(party);
        EXPECT_EQ(company.refusal(saveParty, party), code);
    }
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party"), 1);
}

TEST(SaveParty, aChangeKeepsTheCodeAndIsAudited)
{
    TestCompany company;
    Party party = company.must(saveParty, named("Acme"));
    party.standing = Standing::Suspended;

    const Party changed = company.must(saveParty, party);

    EXPECT_EQ(changed.code, party.code);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party"), 1);
    EXPECT_EQ(company.number("SELECT standing FROM party"), 2);
    EXPECT_EQ(company.text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "party_changed");
}

TEST(SaveParty, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &) {}, [](TestCompany &c) { return bool(c.session().perform(saveParty, named("Acme"))); });
}

TEST(SaveAddress, replacesTheAddressOnItsLine)
{
    TestCompany company;
    const Party acme = company.customer();
    Address first, second;
    first.street = QStringLiteral("Old Street 1");
    second.street = QStringLiteral("New Street 2");
    company.must(saveAddress, acme.id, 1, first);

    company.must(saveAddress, acme.id, 1, second);

    const auto addresses = company.ask(addressesOf, acme.id);
    ASSERT_EQ(addresses.size(), 1u);
    EXPECT_EQ(addresses.front().street, "New Street 2");
}

TEST(Folded, searchMindsNeitherCaseNorAccents)
{
    EXPECT_EQ(folded(QString::fromUtf8("  Crème   BRÛLÉE ")), "creme brulee");
    EXPECT_EQ(folded(QString::fromUtf8("STRASSE")), folded(QString::fromUtf8("Straße")));
}
