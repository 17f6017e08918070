#include "channels/practicestore/practicestore.h"
#include "commandline.h"

using channels::practicestore::PracticeStore;

// Exceptions by cause, what a decision would do, and taking it back, on the command line.

namespace {

struct TroubledCommandCompany : CommandCompany {
    TroubledCommandCompany() : store(PracticeStore::Options())
    {
        EXPECT_TRUE(store.start());
        now = Instant::of(QDateTime::currentDateTimeUtc()); // the store's orders are of today
        ask(QStringLiteral("channel add shop --kind woocommerce --url %1 --option tax_inclusive=no").arg(store.url()), "ck_practice\ncs_practice\n");
        store.takeRandomOrders(1); // the company has no products: every SKU is unknown
        ask(QStringLiteral("sync pull shop"));
    }
    PracticeStore store;
};

} // namespace

TEST(ExceptionCommands, aCauseIsLookedAtDecidedAndTakenBack)
{
    TroubledCommandCompany company;
    const Json groups = company.ask(QStringLiteral("exception groups"));
    ASSERT_FALSE(groups["items"].items().empty());
    const Json &group = groups["items"].at(0);
    for (const char *field : {"id", "channel", "kind", "subject", "count", "oldest", "waiting", "message", "actions"})
        EXPECT_TRUE(group.contains(QString::fromLatin1(field))) << field;
    EXPECT_EQ(group["kind"].text(), "unknown_sku");
    EXPECT_EQ(group["waiting"].at(0)["currency"].text(), "EUR");
    const QString id = group["id"].text();

    const Json preview = company.ask(QStringLiteral("exception preview %1 --as create").arg(id));
    EXPECT_EQ(preview["exceptions"].toInteger(), 1);
    EXPECT_TRUE(preview["rule"].toBool());
    EXPECT_EQ(preview["orders"].at(0)["state"].text(), "on_hold");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product"), 0);
    company.ask(QStringLiteral("exception resolve %1 --as create").arg(id));
    const Json rules = company.ask(QStringLiteral("exception rules"));
    ASSERT_EQ(rules["items"].items().size(), 1u);
    EXPECT_EQ(rules["items"].at(0)["target"].text(), group["subject"].text());
    const Json taken = company.ask(QStringLiteral("exception take-back ") + rules["items"].at(0)["id"].text());

    EXPECT_EQ(taken["reopened"].toInteger(), 1);
    EXPECT_TRUE(taken["kept"].items().empty());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product"), 0);
    EXPECT_TRUE(company.ask(QStringLiteral("exception rules"))["items"].items().empty());
    EXPECT_EQ(company.refused(QStringLiteral("exception take-back ") + rules["items"].at(0)["id"].text()), "taken_back");
    EXPECT_EQ(company.refused(QStringLiteral("exception take-back 99")), "unknown_decision");
    EXPECT_EQ(company.refused(QStringLiteral("exception preview %1 --as link --sku NO").arg(id)), "unknown_sku");
}

TEST(MergeCommands, customersAreSuggestedMergedAndTakenApart)
{
    CommandCompany company;
    for (const char *code : {"A", "B"}) {
        Party party;
        party.code = QString::fromLatin1(code);
        party.name = QStringLiteral("Jo");
        party.phone = QStringLiteral("030 1234567");
        company.must(saveParty, party);
    }

    const Json suggested = company.ask(QStringLiteral("customer suggest A"));
    EXPECT_EQ(suggested["items"].at(0)["code"].text(), "B");
    EXPECT_EQ(suggested["items"].at(0)["reason"].text(), "same phone");
    EXPECT_EQ(company.ask(QStringLiteral("customer merge B --into A"))["into"].text(), "A");
    EXPECT_EQ(company.ask(QStringLiteral("customer show B"))["code"].text(), "A");
    EXPECT_EQ(company.ask(QStringLiteral("customer show A"))["merged"].at(0).text(), "B");
    EXPECT_EQ(company.ask(QStringLiteral("customer list"))["items"].items().size(), 1u);
    EXPECT_EQ(company.refused(QStringLiteral("customer merge B --into A")), "merged");
    EXPECT_EQ(company.ask(QStringLiteral("customer unmerge B"))["code"].text(), "B");
    EXPECT_EQ(company.refused(QStringLiteral("customer unmerge B")), "not_merged");
}
