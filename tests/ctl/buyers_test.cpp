#include "channels/engine/buyers.h"
#include "commandline.h"

// Who may buy, on the command line.

namespace {

/// A site that is served by hand, and an order that ACME placed there.
struct SiteCommandCompany : CommandCompany {
    SiteCommandCompany()
    {
        furnish();
        ask(QStringLiteral("channel add stall --kind byhand --url https://stall.example"));
    }
    void enter(const char *number)
    {
        const QString path = file("order.json", QByteArray(R"({"channel": "stall", "external_number": ")") + number
                                                    + R"(", "site_total": "11.90", "payment": "paid", "customer": "ACME",
            "lines": [{"sku": "MUG", "quantity": "1", "unit_price": "11.90"}]})");
        ask(QStringLiteral("order enter ") + path);
    }
    QString state(int order) { return ask(QStringLiteral("order show SO-000000%1").arg(order))["state"].text(); }
};

} // namespace

TEST(BuyerCommands, aChannelIsOpenedToSomeAndAnOrderOfAnotherWaitsUntilTheCustomerIsApproved)
{
    SiteCommandCompany company;
    EXPECT_EQ(company.ask(QStringLiteral("channel buyers stall"))["buyers"].text(), "open");
    EXPECT_EQ(company.ask(QStringLiteral("channel buyers stall approved"))["buyers"].text(), "approved");
    EXPECT_EQ(company.ask(QStringLiteral("channel show stall"))["buyers"].text(), "approved");
    company.enter("1");
    EXPECT_EQ(company.state(1), "on_hold");
    const Json waiting = company.ask(QStringLiteral("channel buyers stall"))["items"].at(0);
    EXPECT_EQ(waiting["code"].text(), "ACME");
    EXPECT_FALSE(waiting["approved"].toBool());
    EXPECT_EQ(waiting["waiting"].toInteger(), 1);

    EXPECT_EQ(company.ask(QStringLiteral("channel approve stall ACME"))["resolved"].toInteger(), 1);

    EXPECT_EQ(company.state(1), "confirmed");
    EXPECT_TRUE(company.ask(QStringLiteral("channel buyers stall"))["items"].at(0)["approved"].toBool());
    EXPECT_EQ(company.ask(QStringLiteral("exception rules"))["items"].at(0)["target"].text(), "ACME");
    EXPECT_EQ(company.refused(QStringLiteral("channel approve stall ACME")), "approved");
    company.ask(QStringLiteral("channel withdraw stall ACME"));
    EXPECT_EQ(company.refused(QStringLiteral("channel withdraw stall ACME")), "not_approved");
    company.enter("2");
    EXPECT_EQ(company.state(2), "on_hold");
    company.ask(QStringLiteral("channel buyers stall open"));
    EXPECT_EQ(company.state(2), "confirmed");
}

TEST(BuyerCommands, aCustomersStandingIsShownAndSet)
{
    SiteCommandCompany company;
    EXPECT_EQ(company.ask(QStringLiteral("customer standing ACME"))["standing"].text(), "good");
    EXPECT_EQ(company.ask(QStringLiteral("customer standing ACME hold"))["standing"].text(), "hold");
    EXPECT_EQ(company.ask(QStringLiteral("customer show ACME"))["standing"].text(), "hold");
    company.enter("1");
    EXPECT_EQ(company.state(1), "on_hold");

    const Json lifted = company.ask(QStringLiteral("customer standing ACME good"));

    EXPECT_EQ(lifted["resolved"].toInteger(), 1);
    EXPECT_EQ(lifted["channels"].at(0)["channel"].text(), "stall");
    EXPECT_EQ(company.state(1), "confirmed");
}

TEST(BuyerCommands, whatDoesNotExistIsRefusedAndWhatIsNoWordIsWrongUsage)
{
    SiteCommandCompany company;

    EXPECT_EQ(company.refused(QStringLiteral("channel buyers nosuch")), "unknown_channel");
    EXPECT_EQ(company.refused(QStringLiteral("channel approve nosuch ACME")), "unknown_channel");
    EXPECT_EQ(company.refused(QStringLiteral("channel approve stall NOBODY")), "unknown_customer");
    EXPECT_EQ(company.refused(QStringLiteral("channel withdraw stall NOBODY")), "unknown_customer");
    EXPECT_EQ(company.refused(QStringLiteral("customer standing NOBODY good")), "unknown_customer");
    EXPECT_EQ(company.say(QStringLiteral("channel buyers stall everybody")).exit, 2);
    EXPECT_EQ(company.say(QStringLiteral("customer standing ACME blocked")).exit, 2);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_buyer"), 0);
}
