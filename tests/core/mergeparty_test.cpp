#include "core/parties/mergeparty.h"

#include "core/billing/payment.h"
#include "core/ledger/openitem.h"
#include "core/parties/partylist.h"
#include "core/verify/verify.h"
#include "support/testcompany.h"

namespace {

/// Acme, and "Acme Ltd" that is the same; each owes for one mug.
struct TwinCompany : TestCompany {
    TwinCompany() : mug(product("MUG", "10.00", 10)), acme(customer("Acme")), twin(customer("Acme Ltd"))
    {
        for (const Id<Party> party : {acme.id, twin.id}) {
            const SalesOrder sold = order(party, {{mug.id, 1}});
            must(shipOrder, sold.id, Dispatch());
            must([&](Tx &tx) { return invoiceOrder(tx, sold.id); });
        }
    }
    Money owes(Id<Party> party)
    {
        return ask([&](Tx &tx) { return openBalance(tx, party); });
    }
    bool isProven()
    {
        return ask([](Tx &tx) { return verify(tx, std::nullopt); }).ok();
    }

    Product mug;
    Party acme, twin;
};

} // namespace

TEST(MergeParty, theOneThatStandsIsChosenAndOwesForBothAndNothingIsRewritten)
{
    TwinCompany company;
    const QString documents = company.text("SELECT COUNT(*) || '/' || MIN(party_id) || '/' || MAX(party_id) FROM invoice");

    company.must(mergeParty, company.twin.id, company.acme.id);

    EXPECT_EQ(company.owes(company.acme.id), eur("23.80"));
    EXPECT_EQ(company.must(partyByCode, PartyKind::Customer, company.twin.code).id, company.acme.id);
    EXPECT_EQ(company.order(company.twin.id, {{company.mug.id, 1}}).party, company.acme.id);
    EXPECT_EQ(company.ask([](Tx &tx) { return partyRows(tx, PartyFilter{.words = QStringLiteral("acme ltd")}, {}, 10); }).front().id,
              company.acme.id);
    EXPECT_EQ(company.text("SELECT COUNT(*) || '/' || MIN(party_id) || '/' || MAX(party_id) FROM invoice"), documents);
    EXPECT_TRUE(company.isProven());
}

TEST(MergeParty, aPaymentOnAccountSettlesTheItemsOfBothWhereTheyLie)
{
    TwinCompany company;
    company.must(mergeParty, company.twin.id, company.acme.id);

    company.must(receivePayment, MoneyMove{{}, company.acme.id, eur("23.80"), QStringLiteral("bank"), {}, {}, {}, {}});

    EXPECT_EQ(company.owes(company.acme.id), eur("0.00"));
    EXPECT_EQ(company.number("SELECT SUM(amount) FROM journal_line WHERE party_id = 2"), 0);
    EXPECT_TRUE(company.isProven());
    company.must(unmergeParty, company.twin.id);
    EXPECT_EQ(company.owes(company.twin.id), eur("0.00"));
    EXPECT_TRUE(company.isProven());
}

TEST(MergeParty, isTakenBackWhole)
{
    TwinCompany company;
    company.must(mergeParty, company.twin.id, company.acme.id);

    company.must(unmergeParty, company.twin.id);

    EXPECT_EQ(company.owes(company.acme.id), eur("11.90"));
    EXPECT_EQ(company.owes(company.twin.id), eur("11.90"));
    EXPECT_EQ(company.must(partyByCode, PartyKind::Customer, company.twin.code).id, company.twin.id);
    EXPECT_EQ(company.refusal(unmergeParty, company.twin.id), "not_merged");
}

TEST(MergeParty, isNeverAChain)
{
    TwinCompany company;
    const Party third = company.customer("Acme Inc");
    company.must(mergeParty, company.twin.id, company.acme.id);

    EXPECT_EQ(company.refusal(mergeParty, company.acme.id, third.id), "has_merged");
    EXPECT_EQ(company.refusal(mergeParty, third.id, company.twin.id), "merged");
    EXPECT_EQ(company.refusal(mergeParty, company.twin.id, third.id), "merged");
    EXPECT_EQ(company.refusal(mergeParty, third.id, third.id), "same");
    EXPECT_EQ(company.refusal(mergeParty, third.id, company.supplier().id), "kind");
}

TEST(MergeParty, theCreditLimitCountsWhatBothOwe)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    const Party acme = company.customer("Acme", 2000), twin = company.customer("Acme Ltd");
    company.order(twin.id, {{mug.id, 1}});
    company.must(mergeParty, twin.id, acme.id);

    const auto entered = company.must(enterOrder, company.draft(acme.id, {{mug.id, 1}}));

    EXPECT_EQ(company.refusal(confirmOrder, entered.order.id), "credit_limit"); // 11.90 and 11.90 of 20.00
}

TEST(MergeParty, whoMayBeTheSameIsSuggestedWithTheReason)
{
    TestCompany company;
    const auto made = [&](const char *name, const char *firm, const char *phone, const char *tax, const char *email) {
        Party party;
        party.name = QString::fromLatin1(name);
        party.company = QString::fromLatin1(firm);
        party.phone = QString::fromLatin1(phone);
        party.taxNumber = QString::fromLatin1(tax);
        party.email = QString::fromLatin1(email);
        return company.must(saveParty, party);
    };
    const auto at = [&](const Party &party, const char *postcode) {
        Address address;
        address.city = QStringLiteral("Berlin");
        address.postcode = QString::fromLatin1(postcode);
        company.must(saveAddress, party.id, 1, address);
    };
    const Party jo = made("Jo Buyer", "Acme GmbH", "+49 30 1234567", "DE 123 456", "jo@example.com");
    at(jo, "10115");
    at(made("jo  BUYER", "", "", "", ""), "10 115");
    made("A", "", "030/1234567", "", "");
    made("B", "", "", "DE123456", "");
    made("C", "acme gmbh", "", "", "");
    made("D", "", "", "", "JO@example.com");
    at(made("Jo Buyer", "", "", "", ""), "99999"); // another Jo

    const auto found = company.ask([&](Tx &tx) { return mergeSuggestions(tx, jo.id); });

    QStringList reasons;
    for (const MergeSuggestion &one : found)
        reasons << one.reason;
    EXPECT_EQ(reasons.join(QStringLiteral(", ")), "same name and postcode, same phone, same tax number, same company, same e-mail");
}
