#include "channels/practicestore/practicestore.h"
#include "commandline.h"

using channels::practicestore::PracticeStore;

// What a push may do, at the command line against the practice store, over real loopback.

namespace {

struct PushCompany : CommandCompany {
    PushCompany() : store(PracticeStore::Options())
    {
        EXPECT_TRUE(store.start());
        furnish();
        now = Instant::of(QDateTime::currentDateTimeUtc());
        ask(QStringLiteral("channel add shop --kind woocommerce --url %1 --option tax_inclusive=no").arg(store.url()), "ck_practice\ncs_practice\n");
        ask(QStringLiteral("sync push shop"));
    }
    PracticeStore store;
};

/// What the last push did of a field of the mug; nothing if it was not in it.
Json rowOf(const Json &report, const char *field)
{
    for (const Json &item : report["items"].items())
        if (item["sku"].text() == u"MUG" && item["field"].text() == QLatin1String(field))
            return item;
    return {};
}

} // namespace

TEST(PushCommands, aFieldOfTheShopIsNotSent)
{
    PushCompany company;

    const Json owners = company.ask(QStringLiteral("channel fields shop --own stock,text"));
    company.ask(QStringLiteral("price set MUG 12.00"));
    const Json report = company.ask(QStringLiteral("sync push shop"));

    EXPECT_EQ(owners["items"].items().size(), 9u);
    EXPECT_TRUE(rowOf(report, "price").isNull());
    EXPECT_EQ(company.say(QStringLiteral("channel fields shop --own colour")).exit, 2);
    company.ask(QStringLiteral("channel fields shop --own all"));
    EXPECT_EQ(rowOf(company.ask(QStringLiteral("sync push shop")), "price")["result"].text(), "accepted");
}

TEST(PushCommands, aPriceThatLooksWrongWaitsForAnAgreement)
{
    PushCompany company;
    company.ask(QStringLiteral("price set MUG 1.00"));

    EXPECT_EQ(rowOf(company.ask(QStringLiteral("sync push shop")), "price")["result"].text(), "held");
    const Json held = company.ask(QStringLiteral("sync held shop"))["items"].at(0);
    EXPECT_EQ(held["sku"].text(), "MUG");
    EXPECT_EQ(held["kind"].text(), "guard");
    EXPECT_EQ(held["wanted"].text(), "1.00");
    EXPECT_EQ(company.ask(QStringLiteral("channel show shop"))["held"].toInteger(), 1);

    EXPECT_EQ(rowOf(company.ask(QStringLiteral("sync push shop --agree MUG")), "price")["result"].text(), "accepted");
    EXPECT_TRUE(company.ask(QStringLiteral("sync held shop"))["items"].items().empty());
}

TEST(PushCommands, aPushIsUndoneAndHeldUntilItIsReleased)
{
    PushCompany company;
    company.ask(QStringLiteral("price set MUG 12.00"));
    const qint64 number = company.ask(QStringLiteral("sync push shop"))["push"].toInteger();

    const Json change = company.ask(QStringLiteral("sync history shop %1").arg(number))["items"].at(0);
    EXPECT_EQ(change["was"].text(), "10.00");
    EXPECT_EQ(change["became"].text(), "12.00");
    EXPECT_EQ(company.ask(QStringLiteral("sync undo shop %1").arg(number))["accepted"].toInteger(), 1);
    EXPECT_EQ(company.ask(QStringLiteral("sync history shop --limit 1"))["items"].at(0)["undoes"].toInteger(), number);

    EXPECT_EQ(rowOf(company.ask(QStringLiteral("sync push shop")), "price")["result"].text(), "held");
    company.ask(QStringLiteral("sync release shop MUG price"));
    EXPECT_EQ(rowOf(company.ask(QStringLiteral("sync push shop")), "price")["result"].text(), "accepted");
    EXPECT_EQ(company.refused(QStringLiteral("sync undo shop 4711")), "unknown_push");
}

TEST(PushCommands, whatAPersonHoldsIsNamedWithWhoAndWhy)
{
    PushCompany company;

    company.ask(QStringLiteral("sync hold shop MUG stock --reason \"count first\""));

    const Json held = company.ask(QStringLiteral("sync held shop"))["items"].at(0);
    EXPECT_EQ(held["kind"].text(), "person");
    EXPECT_EQ(held["reason"].text(), "count first");
    EXPECT_EQ(company.refused(QStringLiteral("sync release shop MUG price")), "not_held");
}

TEST(PushCommands, theOfferIsExplainedByItsParts)
{
    PushCompany company;
    company.order(3);
    company.ask(QStringLiteral("channel offer shop --buffer 2 --share 50"));
    company.ask(QStringLiteral("channel listing shop MUG --quota 8 --pack 3"));

    const Json why = company.ask(QStringLiteral("channel why shop MUG"));

    EXPECT_EQ(why["on_hand"].text(), "20");
    EXPECT_EQ(why["allocated"].text(), "3");
    EXPECT_EQ(why["buffer"].text(), "2");
    EXPECT_EQ(why["quota"].text(), "8");
    EXPECT_EQ(why["share"].text(), "50");
    EXPECT_EQ(why["units"].text(), "8");
    EXPECT_EQ(why["offered"].text(), "2");
    EXPECT_EQ(company.say(QStringLiteral("channel listing shop MUG --quota many")).exit, 2);
    EXPECT_TRUE(company.ask(QStringLiteral("channel listing shop MUG --quota none"))["quota"].isNull());
}

TEST(PushCommands, theDiscrepancyTellsWhatCouldBeOversold)
{
    PushCompany company;
    company.order(3);

    const Json row = company.ask(QStringLiteral("channel discrepancy shop"))["items"].at(0);

    EXPECT_EQ(row["sku"].text(), "MUG");
    EXPECT_EQ(row["shows"].text(), "20");
    EXPECT_EQ(row["should"].text(), "17");
    EXPECT_EQ(row["exposure"].text(), "3");
    EXPECT_EQ(row["sold_elsewhere"].text(), "3");
}

TEST(PushCommands, theGuardsLimitsAreShownAndSet)
{
    PushCompany company;

    EXPECT_EQ(company.ask(QStringLiteral("channel guard shop"))["price"].text(), "50");
    EXPECT_EQ(company.ask(QStringLiteral("channel guard shop --price 95"))["price"].text(), "95");
    EXPECT_EQ(company.refused(QStringLiteral("channel guard shop --rows 0")), "guard");
}
