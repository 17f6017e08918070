#include "channels/practicestore/practicestore.h"
#include "commandline.h"

using channels::practicestore::PracticeStore;

// The channel commands against the practice store, over real loopback.

namespace {

const QByteArray keys = "ck_practice\ncs_practice\n";

struct StoreCommandCompany : CommandCompany {
    StoreCommandCompany() : store(PracticeStore::Options())
    {
        const auto started = store.start();
        EXPECT_TRUE(started);
    }
    void join(const QByteArray &secrets = keys)
    {
        now = Instant::of(QDateTime::currentDateTimeUtc()); // the store's orders are of today
        ask(QStringLiteral("channel add shop --kind woocommerce --url %1 --option tax_inclusive=no").arg(store.url()), secrets);
    }
    PracticeStore store;
};

} // namespace

TEST(ChannelCommands, aChannelIsAddedTestedAndShown)
{
    StoreCommandCompany company;

    company.join();

    const Json shop = company.ask(QStringLiteral("channel test shop"));
    EXPECT_EQ(shop["currency"].text(), "EUR");
    const Json shown = company.ask(QStringLiteral("channel show shop"));
    EXPECT_EQ(shown["name"].text(), "shop");
    EXPECT_EQ(shown["kind"].text(), "woocommerce");
    EXPECT_EQ(shown["url"].text(), company.store.url());
    EXPECT_EQ(shown["state"].text(), "active");
    for (const char *field : {"last_pull", "last_push", "next_run", "waiting", "exceptions"})
        EXPECT_TRUE(shown.contains(QString::fromLatin1(field))) << field;
    EXPECT_TRUE(shown["freshness"].contains(u"median"));
    EXPECT_TRUE(shown["freshness"].contains(u"p95"));
    EXPECT_EQ(company.ask(QStringLiteral("channel pause shop --reason holiday"))["state"].text(), "paused");
    EXPECT_EQ(company.ask(QStringLiteral("channel resume shop"))["state"].text(), "active");
}

TEST(ChannelCommands, webOrdersComeInOnceAndADryRunStoresNothing)
{
    StoreCommandCompany company;
    company.join();
    company.store.takeRandomOrders(3);

    const Json dry = company.ask(QStringLiteral("sync pull shop --dry-run"));
    EXPECT_EQ(dry["seen"].toInteger(), 3);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    const Json pulled = company.ask(QStringLiteral("sync pull shop"));
    const Json again = company.ask(QStringLiteral("sync pull shop"));

    for (const char *field : {"pages", "seen", "created", "changed", "unchanged", "exceptions", "requests", "seconds"})
        EXPECT_TRUE(pulled.contains(QString::fromLatin1(field))) << field;
    EXPECT_EQ(pulled["created"].toInteger(), 3);
    EXPECT_EQ(again["created"].toInteger(), 0);
    EXPECT_EQ(again["unchanged"].toInteger(), 3);
    EXPECT_EQ(company.ask(QStringLiteral("order list --channel shop"))["items"].items().size(), 3u);
}

TEST(ChannelCommands, anUnknownSkuWaitsAsAnExceptionUntilItIsResolved)
{
    StoreCommandCompany company;
    company.join();
    company.store.takeRandomOrders(1);
    company.ask(QStringLiteral("sync pull shop"));

    const Json list = company.ask(QStringLiteral("exception list --channel shop"));

    ASSERT_FALSE(list["items"].items().empty());
    const Json &exception = list["items"].at(0);
    EXPECT_EQ(exception["kind"].text(), "unknown_sku"); // the company has no products yet
    EXPECT_EQ(exception["channel"].text(), "shop");
    EXPECT_FALSE(exception["actions"].items().empty());
    const Json shown = company.ask(QStringLiteral("exception show ") + exception["id"].text());
    EXPECT_TRUE(shown["payload"].isObject());
    const Json resolved = company.ask(QStringLiteral("exception resolve %1 --as create").arg(exception["id"].text()));
    EXPECT_GE(resolved["resolved"].toInteger(), 1);
    EXPECT_EQ(company.refused(QStringLiteral("exception show 999")), "unknown_exception");
    EXPECT_EQ(company.say(QStringLiteral("exception show one")).exit, 2);
}

TEST(ChannelCommands, refusalsAndWhatCannotBeReachedAreToldApart)
{
    StoreCommandCompany company;
    const auto added = [&](const char *rest, const QByteArray &secrets) {
        return company.refused(QStringLiteral("channel add ") + QLatin1String(rest), secrets);
    };

    EXPECT_EQ(added("shop --kind nosuch --url https://shop.example", keys), "unknown_kind");
    EXPECT_EQ(added("shop --kind woocommerce --url shop", keys), "address");
    EXPECT_EQ(added("shop --kind woocommerce --url http://shop.example", keys), "plain_http");
    EXPECT_EQ(added("shop --kind woocommerce --url https://a:b@shop.example", keys), "address");
    EXPECT_EQ(added("shop --kind woocommerce --url https://shop.example", ""), "secret_missing");
    EXPECT_EQ(company.refused(QStringLiteral("sync pull nosuch")), "unknown_channel");
    EXPECT_EQ(company.say(QStringLiteral("channel add shop --kind woocommerce --url https://shop.example --option odd"), keys).exit, 2);
    company.ask(QStringLiteral("channel add far --kind woocommerce --url http://127.0.0.1:1"), keys);
    const Said far = company.say(QStringLiteral("--json sync pull far"));
    EXPECT_EQ(far.exit, 3);
    EXPECT_FALSE(far.code().isEmpty());
    EXPECT_EQ(company.say(QStringLiteral("sync push far --only colours")).exit, 2);
}

TEST(ChannelCommands, whatIsSaidOfAShopIsShownChangedAndTakenBack)
{
    StoreCommandCompany company;
    company.join();

    EXPECT_EQ(company.ask(QStringLiteral("channel settings shop"))["tax_inclusive"].text(), "no");
    const Json said = company.ask(QStringLiteral("channel settings shop --option notify=no --option weight_unit=g --option tax_inclusive=yes"));
    EXPECT_EQ(said["notify"].text(), "no");
    EXPECT_EQ(said["weight_unit"].text(), "g");
    EXPECT_EQ(said["tax_inclusive"].text(), "yes");
    EXPECT_EQ(company.ask(QStringLiteral("channel settings shop --option weight_unit="))["weight_unit"].text(), "");
    EXPECT_EQ(company.refused(QStringLiteral("channel settings shop --option colour=red")), "unknown_setting");
    EXPECT_EQ(company.refused(QStringLiteral("channel settings nosuch")), "unknown_channel");
}

TEST(ChannelCommands, aSiteThatIsServedByHandNeedsNoAddress)
{
    StoreCommandCompany company;

    EXPECT_EQ(company.ask(QStringLiteral("channel add stall --kind byhand"))["url"].text(), "");
    EXPECT_EQ(company.refused(QStringLiteral("channel platform stall --kind woocommerce"), keys), "address");
    const Json joined = company.ask(QStringLiteral("channel platform stall --kind woocommerce --url %1").arg(company.store.url()), keys);
    EXPECT_EQ(joined["kind"].text(), "woocommerce");
    EXPECT_FALSE(joined["effects"].items().empty());
}

TEST(ChannelCommands, sentencesStandBelowEachOtherAndRowsOfAPartInATableOfTheirOwn)
{
    StoreCommandCompany company;
    company.ask(QStringLiteral("channel add stall --kind byhand"));
    const QString joined = company.say(QStringLiteral("channel platform stall --kind woocommerce --url %1").arg(company.store.url()), keys).out;
    EXPECT_TRUE(joined.contains(QStringLiteral("as they are.\n         Orders that were"))) << qPrintable(joined);
    company.product("CUP", "10.00", 5);

    const QString ran = company.say(QStringLiteral("sync run stall")).out;

    EXPECT_TRUE(ran.contains(QStringLiteral("\npush: items\nsku"))) << qPrintable(ran);
    EXPECT_FALSE(ran.contains(QStringLiteral("items sku"))) << qPrintable(ran);
}

TEST(ChannelCommands, keysAreNeverShownNorStoredInClear)
{
    StoreCommandCompany company;
    const QByteArray canaries = "ck_canary_4711\ncs_canary_0815\n";
    company.join(canaries);
    QString everything = company.everything() + company.text("SELECT options FROM channel");

    for (const char *line :
         {"channel list", "channel show shop", "channel test shop", "sync pull shop", "sync push shop --dry-run", "audit list", "company show"}) {
        for (const char *format : {"", "--json "}) {
            const Said said = company.say(QLatin1String(format) + QLatin1String(line));
            everything += said.out + said.err;
        }
    }

    EXPECT_FALSE(everything.contains(QStringLiteral("canary")));
    EXPECT_FALSE(everything.toUtf8().contains(QByteArray("canary").toHex()));
}

TEST(ChannelCommands, newKeysTakeThePlaceOfTheOldOnes)
{
    StoreCommandCompany company;
    company.join("ck_wrong\ncs_wrong\n");
    EXPECT_EQ(company.say(QStringLiteral("channel test shop")).exit, 3);

    company.ask(QStringLiteral("channel keys shop"), keys);

    EXPECT_EQ(company.say(QStringLiteral("channel test shop")).exit, 0);
}
