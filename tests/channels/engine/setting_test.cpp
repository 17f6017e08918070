#include "channels/engine/setting.h"

#include "support/testcompany.h"

using namespace channels;

namespace {

struct SettingCompany : TestCompany {
    SettingCompany()
    {
        channel = must([](Tx &tx) -> Result<Channel> {
            Channel row;
            row.name = QStringLiteral("web");
            row.kind = QStringLiteral("woocommerce");
            row.url = QStringLiteral("https://shop.example");
            row.options = QStringLiteral("{\"home\":\"https://www.shop.example\"}");
            row.currency = Eur;
            row.createdAt = tx.now();
            tx.insert(row);
            return row;
        });
        must([](Tx &tx) { return savePriceList(tx, {{}, 1, QStringLiteral("WEB"), QStringLiteral("Web"), tx.currency(), false, true}); });
    }
    void say(const char *key, const char *text) { must(changeSettings, channel.id, SaidSettings{{QLatin1String(key), QString::fromUtf8(text)}}); }
    QString refusedSetting(const char *key, const char *text)
    {
        return refusal(changeSettings, channel.id, SaidSettings{{QLatin1String(key), QString::fromUtf8(text)}});
    }
    Json options() { return *Json::parse(text("SELECT options FROM channel").toUtf8()); }
    QString shown(const char *key)
    {
        return ask([&](Tx &tx) {
            const Channel current = tx.get(channel.id);
            for (const Setting &setting : settingsFor(tx, *findKind(current.kind)))
                if (setting.key == QLatin1String(key))
                    return settingText(tx, current, setting);
            return QStringLiteral("(nothing)");
        });
    }

    Channel channel;
};

} // namespace

TEST(ChannelSettings, pairsOfWordsBecomeWhatTheConnectorReads)
{
    SettingCompany company;

    company.say("fees", "Gift card=gift_card, Trinkgeld = tip");

    EXPECT_EQ(company.options()["fees"]["Gift card"].text(), "gift_card");
    EXPECT_EQ(company.options()["fees"]["Trinkgeld"].text(), "tip");
    EXPECT_EQ(company.shown("fees"), "Gift card=gift_card, Trinkgeld=tip");
    EXPECT_EQ(company.shown("home"), "https://www.shop.example"); // what was said before stays
}

TEST(ChannelSettings, noIsNoToTheConnector)
{
    SettingCompany company;

    company.say("notify", "no");

    EXPECT_FALSE(company.options()["notify"].toBool(true));
    EXPECT_EQ(company.shown("notify"), "no");
}

TEST(ChannelSettings, whatIsSaidEmptyIsTakenBack)
{
    SettingCompany company;
    company.say("price_list", "WEB");
    EXPECT_EQ(company.number("SELECT price_list_id FROM channel"), 1);
    EXPECT_EQ(company.shown("price_list"), "WEB");

    company.say("home", "");
    company.say("price_list", "");

    EXPECT_EQ(company.shown("home"), "");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel WHERE price_list_id IS NULL"), 1);
}

TEST(ChannelSettings, pricesAreShownWithTaxOrWithout)
{
    SettingCompany company;

    company.say("tax_inclusive", "no");

    EXPECT_EQ(company.number("SELECT tax_inclusive FROM channel"), 0);
    EXPECT_EQ(company.shown("tax_inclusive"), "no");
}

TEST(ChannelSettings, whatMeansNothingIsRefused)
{
    SettingCompany company;
    const QString before = company.everything();

    EXPECT_EQ(company.refusedSetting("colour", "red"), "unknown_setting");
    EXPECT_EQ(company.refusedSetting("recheck_days", "3"), "unknown_setting"); // another platform's
    EXPECT_EQ(company.refusedSetting("notify", "perhaps"), "setting");
    EXPECT_EQ(company.refusedSetting("publish", "some"), "setting");
    EXPECT_EQ(company.refusedSetting("price_list", "NOSUCH"), "setting");
    EXPECT_EQ(company.refusedSetting("fees", "Gift card"), "setting");
    EXPECT_EQ(company.refusedSetting("fees", "Gift card=present"), "setting");
    EXPECT_EQ(company.everything(), before);
}

TEST(ChannelSettings, aFailureAtAnyStatementChangesNothing)
{
    everyStatementMayFail([](TestCompany &) {},
                          [](TestCompany &company) {
                              return bool(company.session().perform([](Tx &tx) -> Result<Channel> {
                                  Channel row;
                                  row.name = QStringLiteral("web");
                                  row.kind = QStringLiteral("vendure");
                                  row.options = QStringLiteral("{}");
                                  row.currency = Eur;
                                  row.createdAt = tx.now();
                                  tx.insert(row);
                                  return changeSettings(tx, row.id, {{QStringLiteral("recheck_days"), QStringLiteral("3")}});
                              }));
                          });
}
