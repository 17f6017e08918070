#include "gui/channels/channelplace.h"

#include "channels/engine/channel.h"
#include "gui/bind/question.h"
#include "testdesk.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

namespace {

struct ChannelDesk : TestDesk {
    ChannelDesk()
    {
        qputenv("PURSER_KEY_FILE", keys.filePath(QStringLiteral("keys")).toLocal8Bit());
        place.show();
        settle();
    }
    ~ChannelDesk() { qunsetenv("PURSER_KEY_FILE"); }
    void addStall(const char *name = "stall")
    {
        NewChannel wanted;
        wanted.name = QString::fromLatin1(name);
        wanted.kind = QStringLiteral("byhand");
        ASSERT_TRUE(addChannel(session(), wanted));
        place.reload();
        settle();
    }
    void act(const char *text)
    {
        for (QAction *action : place.actions())
            if (action->text() == QString::fromUtf8(text)) {
                action->trigger();
                return;
            }
        ADD_FAILURE() << "there is no action " << text;
    }
    bool asks(const char *field) { return child<QWidget>(*openQuestion(place), field)->isVisible(); }
    void choose(const char *kind)
    {
        auto *box = child<QComboBox>(*openQuestion(place), "kind");
        box->setCurrentIndex(box->findData(QString::fromLatin1(kind)));
    }
    QAbstractItemModel *channels() { return child<QTableView>(place, "channels")->model(); }

    QTemporaryDir keys;
    ChannelPlace place{desk};
};

} // namespace

TEST(ChannelPlace, aSiteThatIsServedByHandIsAddedWithoutAddressAndKeys)
{
    ChannelDesk at;
    at.act("Add channel…");
    at.choose("woocommerce");
    EXPECT_TRUE(at.asks("url") && at.asks("secret0") && at.asks("secret1"));

    at.choose("byhand");
    EXPECT_FALSE(at.asks("url") || at.asks("secret0") || at.asks("secret1"));
    answer(at.place, {{"name", "stall"}});
    settle();

    EXPECT_EQ(at.text("SELECT kind FROM channel WHERE name = 'stall' AND url = ''"), "byhand");
    EXPECT_EQ(cell(at.channels(), 0, "Channel"), "stall");
}

TEST(ChannelPlace, theKeysAreAskedForByTheNamesThatThePlatformGivesThem)
{
    ChannelDesk at;
    at.act("Add channel…");
    Question *question = openQuestion(at.place);

    at.choose("vendure");
    EXPECT_EQ(child<QLineEdit>(*question, "secret0")->accessibleName(), "User name or API key");
    at.choose("woocommerce");
    EXPECT_EQ(child<QLineEdit>(*question, "secret0")->accessibleName(), "Consumer key");
}

TEST(ChannelPlace, aSiteIsJoinedToItsPlatformAndGoesBackToBeingServedByHand)
{
    ChannelDesk at;
    at.addStall();
    at.act("Platform…");
    at.choose("woocommerce");
    EXPECT_TRUE(child<QLabel>(*openQuestion(at.place), "effects")->text().contains(QLatin1String("recognised by their number")));
    answer(at.place, {{"url", "http://127.0.0.1:1"}, {"secret0", "ck_1"}, {"secret1", "cs_1"}});
    settle();
    EXPECT_EQ(at.text("SELECT url FROM channel WHERE kind = 'woocommerce' AND secret IS NOT NULL"), "http://127.0.0.1:1");

    EXPECT_TRUE(QTest::qWaitFor([&] { return !at.place.findChild<QPushButton *>(QStringLiteral("stop"))->isVisible(); },
                                60'000)); // the test of it, that finds nobody
    at.act("Platform…");
    at.choose("byhand");
    EXPECT_TRUE(child<QLabel>(*openQuestion(at.place), "effects")->text().contains(QLatin1String("the keys are not")));
    answer(at.place, {});
    settle();

    EXPECT_EQ(at.text("SELECT url FROM channel WHERE kind = 'byhand'"), "http://127.0.0.1:1");
}

TEST(ChannelPlace, aPlatformWithoutItsKeysIsRefusedInTheWindowAndNothingTypedIsLost)
{
    ChannelDesk at;
    at.addStall();
    at.act("Platform…");
    at.choose("woocommerce");

    answer(at.place, {{"url", "https://shop.example"}});

    EXPECT_EQ(openQuestion(at.place)->text("url"), "https://shop.example");
    EXPECT_EQ(at.text("SELECT kind FROM channel"), "byhand");
}

TEST(ChannelPlace, whatIsSaidOfAShopIsStored)
{
    ChannelDesk at;
    at.must([](Tx &tx) -> Result<Channel> {
        Channel row;
        row.name = QStringLiteral("web");
        row.kind = QStringLiteral("woocommerce");
        row.url = QStringLiteral("https://shop.example");
        row.options = QStringLiteral("{}");
        row.currency = Eur;
        row.createdAt = tx.now();
        tx.insert(row);
        return row;
    });
    at.place.reload();
    at.act("Settings…");

    answer(at.place, {{"fees", "Gift card=present"}});
    EXPECT_TRUE(openQuestion(at.place)); // refused, and still open
    answer(at.place, {{"fees", "Gift card=gift_card"}, {"tax_inclusive", "no"}, {"publish", "linked"}, {"url", "https://www.shop.example"}});

    EXPECT_EQ(at.text("SELECT url FROM channel WHERE tax_inclusive = 0"), "https://www.shop.example");
    const Json options = *Json::parse(at.text("SELECT options FROM channel").toUtf8());
    EXPECT_EQ(options["fees"]["Gift card"].text(), "gift_card");
    EXPECT_EQ(options["publish"].text(), "linked");
}

TEST(ChannelPlace, whatWaitsForADecisionIsOpenedInThePlaceForIt)
{
    ChannelDesk at;
    at.addStall("market");
    at.addStall("stall");
    QString asked;
    QObject::connect(&at.place, &ChannelPlace::openExceptions, [&](const QString &channel) { asked = channel; });
    auto *table = child<QTableView>(at.place, "channels");
    table->setCurrentIndex(table->model()->index(1, 0));

    at.act("Exceptions");

    EXPECT_EQ(asked, "stall");
}
