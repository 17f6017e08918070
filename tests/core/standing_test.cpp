#include "core/parties/standing.h"

#include "core/parties/mergeparty.h"
#include "core/parties/partylist.h"
#include "support/testcompany.h"

// Whether a customer may buy at all, also where two turned out to be one.

namespace {

struct TwinCompany : TestCompany {
    TwinCompany() : mug(product("MUG", "10.00", 10)), acme(customer("Acme")), twin(customer("Acme Ltd")) {}
    QString standing(const Party &party)
    {
        return standingWord(ask([&](Tx &tx) { return standingOf(tx, standingParty(tx, party.id)); }));
    }
    QString confirming(const Party &party)
    {
        const auto entered = must(enterOrder, draft(party.id, {{mug.id, 1}}));
        return refusal(confirmOrder, entered.order.id);
    }
    Product mug;
    Party acme, twin;
};

} // namespace

TEST(Standing, onCreditHoldOrSuspendedNothingIsConfirmedUntilItIsLifted)
{
    TwinCompany company;
    for (const Standing standing : {Standing::CreditHold, Standing::Suspended}) {
        company.must(setStanding, company.acme.id, standing);
        EXPECT_EQ(company.confirming(company.acme), "customer_hold");
    }

    company.must(setStanding, company.acme.id, Standing::Good);

    EXPECT_EQ(company.confirming(company.acme), "(done)");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM audit WHERE action = 'standing_changed' AND subject_id = 1"), 3);
}

TEST(Standing, whoIsNoCustomerHasNone)
{
    TestCompany company;
    const Party mill = company.supplier();

    EXPECT_EQ(company.refusal(setStanding, mill.id, Standing::Suspended), "unknown_customer");
    EXPECT_EQ(company.number("SELECT standing FROM party"), 0);
}

TEST(Standing, aMergeKeepsTheStricterAndTakenApartEachHasItsOwnAgain)
{
    TwinCompany company;
    company.must(setStanding, company.twin.id, Standing::Suspended);
    company.must(setStanding, company.acme.id, Standing::CreditHold);

    company.must(mergeParty, company.twin.id, company.acme.id);

    EXPECT_EQ(company.standing(company.acme), "suspended");
    EXPECT_EQ(company.standing(company.twin), "suspended");
    EXPECT_EQ(company.confirming(company.acme), "customer_hold");
    company.must(unmergeParty, company.twin.id);
    EXPECT_EQ(company.standing(company.acme), "hold");
    EXPECT_EQ(company.standing(company.twin), "suspended");
}

TEST(Standing, ofAMergedCustomerIsSaidOfBoth)
{
    TwinCompany company;
    company.must(setStanding, company.twin.id, Standing::Suspended);
    company.must(mergeParty, company.twin.id, company.acme.id);

    company.must(setStanding, company.twin.id, Standing::Good);

    EXPECT_EQ(company.confirming(company.acme), "(done)");
    company.must(unmergeParty, company.twin.id);
    EXPECT_EQ(company.standing(company.twin), "good");
}

TEST(Standing, theListOfThoseWhoMayNotBuyHasAlsoWhoStandsForOne)
{
    TwinCompany company;
    company.must(setStanding, company.twin.id, Standing::CreditHold);
    company.must(mergeParty, company.twin.id, company.acme.id);
    company.customer("Other");

    const auto held = company.ask([](Tx &tx) { return partyRows(tx, PartyFilter{.onlyHeld = true}, {}, 10); });

    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held[0].id, company.acme.id);
    EXPECT_EQ(held[0].standing, Standing::CreditHold);
}
