#include "channels/advisor/advice.h"
#include "channels/engine/exception.h"
#include "channels/engine/schedule.h"
#include "core/pricing/price.h"
#include "core/verify/verify.h"
#include "hands.h"
#include "workstation.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <gtest/gtest.h>

// A walk through the places in which people work with their shops, on the practice company (on the engine that PURSER_TEST_ENGINE names) and its
// store, by keyboard and mouse. It speaks no language of its own, so that scripts/screenshots can do it in any (PURSER_LOOK, see main.cpp) and at any
// size of the screen (PURSER_SCREEN, QT_SCALE_FACTOR).

namespace {

constexpr const char *sku = "JUG-350";

struct Walk : Workstation {
    QWidget *widget(const char *name) { return place().findChild<QWidget *>(QString::fromLatin1(name)); }
    QWidget *asked(const char *name) { return QApplication::activeModalWidget()->findChild<QWidget *>(QString::fromLatin1(name)); }
    void fill(QWidget *field, const QString &text)
    {
        hands::click(field);
        hands::press("ctrl+a");
        hands::type(text);
    }
    qint64 unknownSkus() { return number("SELECT COUNT(*) FROM sync_exception WHERE kind = 'unknown_sku' AND resolution = ''"); }
    QString priceInTheShop() { return store().product(QLatin1String(sku))->regularPrice; }
    bool isIdle()
    {
        return hands::until([&] { return !widget("stop")->isVisible(); });
    }

    void ordersComeIn();
    void aRhythmIsSetAndItsWorkDoneAtOnce();
    void aRunningPullIsStopped();
    void aChannelIsPausedAndResumed();
    void aCauseIsResolvedAfterALookAndTakenBack();
    void whatTheGuardHoldsBackIsAgreedToAndUndone();
    void aSiteThatIsServedByHandIsAdded();
    void tenLinesAreEnteredByKeysAlone();
    void theSiteIsUpdatedByHand();
    void theAdvisorSetsTheChannelUp();
};

void Walk::ordersComeIn()
{
    channels::practicestore::Product unknown = *store().product(QLatin1String(sku));
    unknown.id = 0;
    unknown.sku = QStringLiteral("JUG-350-BLUE");
    unknown.name = QStringLiteral("Milk jug 350 ml, blue");
    unknown.barcode.clear();
    unknown.stock = 10;
    store().setProduct(unknown);
    ASSERT_TRUE(store().placeOrder(buys("JUG-350-BLUE", 2)));
    ASSERT_TRUE(store().placeOrder(buys("JUG-350-BLUE", 1)));
    store().takeRandomOrders(5);

    goTo("Channels");
    pressButton("Pull now");

    ASSERT_TRUE(saysSomething());
    EXPECT_EQ(number("SELECT COUNT(*) FROM sales_order WHERE external_id <> ''"), 7);
    EXPECT_EQ(unknownSkus(), 2);
    picture("channels");
}

void Walk::aRhythmIsSetAndItsWorkDoneAtOnce()
{
    chooseTab(1);
    chooseRow("schedule", 1);
    hands::press("Return");
    ASSERT_TRUE(isAsked());
    hands::press("Down"); // at times of the day
    hands::press("Down"); // every few minutes
    fill(asked("minutes"), QStringLiteral("15"));
    fill(asked("opens"), QStringLiteral("8:00"));
    fill(asked("closes"), QStringLiteral("18:00"));
    picture("schedule");
    hands::press("Return");
    ASSERT_TRUE(isAnswered());
    EXPECT_EQ(number("SELECT minutes FROM channel_schedule WHERE work = 2 AND rhythm = 2 AND opens = 480 AND closes = 1080"), 15);

    hands::click(widget("run-now"));

    ASSERT_TRUE(hands::until([&] { return number("SELECT COUNT(*) FROM channel_schedule WHERE work = 2 AND last_run IS NOT NULL") == 1; }));
    ASSERT_TRUE(isIdle());
    EXPECT_EQ(number("SELECT COUNT(*) FROM channel_run WHERE direction = 'push' AND outcome = 'done'"), 1);
}

void Walk::aRunningPullIsStopped()
{
    ASSERT_TRUE(store().setFaults(QStringLiteral("slow:1")));
    store().takeRandomOrders(3);
    pressButton("Pull now");
    ASSERT_TRUE(hands::until([&] { return widget("stop")->isVisible(); }));

    hands::click(widget("stop"));

    ASSERT_TRUE(isIdle());
    EXPECT_TRUE(saysSomething());
    EXPECT_EQ(number("SELECT COUNT(*) FROM channel_run WHERE direction = 'pull' AND outcome = 'cancelled'"), 1);
    ASSERT_TRUE(store().setFaults(QString()));
    pressButton("Pull now");
    ASSERT_TRUE(hands::until([&] { return number("SELECT COUNT(*) FROM sales_order WHERE external_id <> ''") == 10; }));
    ASSERT_TRUE(isIdle());
}

void Walk::aChannelIsPausedAndResumed()
{
    pressButton("Pause or resume");
    EXPECT_TRUE(hands::until([&] { return number("SELECT state FROM channel WHERE name = 'practice'") == qint64(ChannelState::Paused); }));
    picture("channels-paused");
    pressButton("Pause or resume");
    EXPECT_TRUE(hands::until([&] { return number("SELECT state FROM channel WHERE name = 'practice'") == qint64(ChannelState::Active); }));
}

void Walk::aCauseIsResolvedAfterALookAndTakenBack()
{
    chooseRow("channels", 0);
    pressButton("Exceptions"); // of the channel that is chosen
    ASSERT_TRUE(hands::until([&] { return table("causes") && table("causes")->model()->rowCount() > 0; }));
    chooseRow("causes", 0);
    ASSERT_TRUE(hands::until([&] { return table("orders")->model()->rowCount() == 2; }));
    picture("exceptions");

    hands::press("ctrl+l");
    ASSERT_TRUE(isAsked());
    hands::type(QLatin1String(sku));
    hands::press("Return");
    ASSERT_TRUE(hands::until([&] { return place().findChild<QPushButton *>(QStringLiteral("decide")) != nullptr; }));
    ASSERT_TRUE(isAsked());
    picture("exceptions-preview");
    EXPECT_EQ(unknownSkus(), 2); // it was only shown
    hands::press("Return");
    ASSERT_TRUE(isAnswered());
    ASSERT_TRUE(hands::until([&] { return unknownSkus() == 0; }));
    ASSERT_TRUE(saysSomething());

    chooseTab(1);
    chooseRow("decisions", 0);
    picture("exceptions-decisions");
    pressButton("Take back");
    EXPECT_TRUE(hands::until([&] { return unknownSkus() == 2; }));
}

void Walk::whatTheGuardHoldsBackIsAgreedToAndUndone()
{
    goTo("Pushes");
    pressButton("Push now"); // the shop holds what it should
    ASSERT_TRUE(hands::until([&] { return number("SELECT COUNT(*) FROM channel_run WHERE direction = 'push' AND outcome = 'done'") == 2; }));
    ASSERT_TRUE(isIdle());
    const QString before = priceInTheShop();
    ASSERT_TRUE(window().desk().perform([](Tx &tx) -> Result<Price> {
        Price price;
        price.product = productBySku(tx, QLatin1String(sku))->id;
        price.currency = tx.currency();
        price.price = UnitPrice::of(Money(9900, tx.currency()));
        price.validFrom = tx.today();
        return setPrice(tx, price);
    }));

    pressButton("Push now");
    ASSERT_TRUE(hands::until([&] { return number("SELECT COUNT(*) FROM held_field") == 1; }));
    ASSERT_TRUE(isIdle());
    EXPECT_EQ(priceInTheShop(), before);
    chooseRow("differences", 0);
    picture("pushes");
    hands::press("ctrl+g"); // agrees to the row
    ASSERT_TRUE(hands::until([&] { return priceInTheShop() != before; }));
    ASSERT_TRUE(isIdle());

    chooseTab(2);
    chooseRow("batches", 0);
    picture("pushes-history");
    pressButton("Undo this push");
    EXPECT_TRUE(hands::until([&] { return priceInTheShop() == before; }));
    ASSERT_TRUE(isIdle());
}

void Walk::aSiteThatIsServedByHandIsAdded()
{
    goTo("Channels");
    hands::press("ctrl+n");
    ASSERT_TRUE(isAsked());
    hands::type(QStringLiteral("Market stall"));
    picture("channel-new");
    hands::press("Return");
    ASSERT_TRUE(isAnswered());
    EXPECT_EQ(text("SELECT kind FROM channel WHERE name = 'Market stall' AND url = ''"), "byhand");
    chooseRow("channels", int(number("SELECT COUNT(*) FROM channel WHERE name < 'practice'"))); // the other one
    pressButton("Settings…");
    ASSERT_TRUE(isAsked());
    picture("channel-settings");
    hands::press("Escape");
    ASSERT_TRUE(isAnswered());
    pressButton("Platform…");
    ASSERT_TRUE(isAsked());
    picture("channel-platform");
    hands::press("Escape");
    ASSERT_TRUE(isAnswered());
}

void Walk::tenLinesAreEnteredByKeysAlone()
{
    goTo("Enter a web order");
    const QStringList skus = ask([](Tx &tx) {
        QStringList all;
        auto rows = tx.run("SELECT sku FROM product WHERE stocked = 1 ORDER BY sku LIMIT 10");
        while (rows.next())
            all << rows.text(0);
        return all;
    });
    hands::type(QStringLiteral("M-1001"));
    hands::press("Return");
    hands::press("Return"); // a new buyer
    hands::type(QStringLiteral("Ida Brandt"));
    hands::press("Return");
    hands::type(QStringLiteral("ida@example.org"));
    hands::press("Return");
    for (const QString &one : skus) {
        hands::type(one);
        hands::press("Return");
        hands::type(QStringLiteral("2"));
        hands::press("Return");
    }
    EXPECT_EQ(table("lines")->model()->rowCount(), 10);
    hands::press("Return"); // on to the sums
    hands::type(QLocale().toString(4.9, 'f', 2));
    for (int field = 0; field < 3; ++field)
        hands::press("Return"); // past discount and tax
    const QString total = qobject_cast<QLabel *>(widget("sum"))->text().section(QStringLiteral(" ("), 0, 0);
    hands::type(total);
    picture("web-order");
    hands::press("Return");

    ASSERT_TRUE(hands::until([&] { return number("SELECT COUNT(*) FROM sales_order WHERE external_number = 'M-1001'") == 1; })) << qPrintable(said());
    EXPECT_EQ(number("SELECT COUNT(*) FROM sales_line l JOIN sales_order o ON o.id = l.order_id WHERE o.external_number = 'M-1001' AND l.kind = 1"),
              10);
}

void Walk::theSiteIsUpdatedByHand()
{
    goTo("Update a site by hand");
    ASSERT_TRUE(hands::until([&] { return table("lines")->model()->rowCount() > 3; }));
    const int before = table("lines")->model()->rowCount();
    chooseRow("lines", 0);
    for (int line = 1; line <= 2; ++line) {
        hands::press("space");
        ASSERT_TRUE(hands::until([&] { return table("lines")->model()->rowCount() == before - line; }));
    }
    picture("worksheet");
    EXPECT_EQ(table("ticks")->model()->rowCount(), 2);

    QTemporaryDir folder;
    for (const char *name : {"sheet.pdf", "sheet.csv"}) {
        const QString path = folder.filePath(QLatin1String(name));
        hands::press("ctrl+p");
        ASSERT_TRUE(isAsked());
        hands::press("ctrl+a");
        hands::type(path);
        hands::press("Return");
        ASSERT_TRUE(isAnswered());
        ASSERT_TRUE(hands::until([&] { return QFile::exists(path); })) << name;
    }
    QFile pdf(folder.filePath(QStringLiteral("sheet.pdf"))), csv(folder.filePath(QStringLiteral("sheet.csv")));
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.read(5) == "%PDF-");
    EXPECT_EQ(csv.readAll().count('\n'), before - 2 + 1); // a line each, below the titles
    hands::press("ctrl+z");
    EXPECT_TRUE(hands::until([&] { return table("lines")->model()->rowCount() == before - 1; }));
}

void Walk::theAdvisorSetsTheChannelUp()
{
    goTo("Advisor");
    fill(widget("orders"), QStringLiteral("60"));
    fill(widget("orderStaff"), QStringLiteral("2"));
    fill(widget("warehouseStaff"), QStringLiteral("3"));
    fill(widget("wage"), QStringLiteral("30"));
    auto *channel = qobject_cast<QComboBox *>(widget("channel"));
    hands::click(channel);
    hands::press(number("SELECT COUNT(*) FROM channel WHERE name < 'practice'") > 0 ? "End" : "Home");
    hands::press("Return");
    ASSERT_TRUE(hands::until([&] { return channel->currentData().toString() == QLatin1String("practice"); }));
    picture("advisor");

    hands::click(widget("setUp"));

    EXPECT_TRUE(hands::until(
        [&] { return ask([](Tx &tx) { return channels::advisor::levelOf(tx, *channelByName(tx, QStringLiteral("practice"))); }) == 3; }));
}

} // namespace

TEST(Walk, goesThroughThePlacesOfTheChannelsByKeyboardAndMouse)
{
    Walk desk;
    for (const auto step :
         {&Walk::ordersComeIn, &Walk::aRhythmIsSetAndItsWorkDoneAtOnce, &Walk::aRunningPullIsStopped, &Walk::aChannelIsPausedAndResumed,
          &Walk::aCauseIsResolvedAfterALookAndTakenBack, &Walk::whatTheGuardHoldsBackIsAgreedToAndUndone, &Walk::aSiteThatIsServedByHandIsAdded,
          &Walk::tenLinesAreEnteredByKeysAlone, &Walk::theSiteIsUpdatedByHand, &Walk::theAdvisorSetsTheChannelUp})
        ASSERT_NO_FATAL_FAILURE((desk.*step)()) << qPrintable(desk.said());

    EXPECT_TRUE(desk.ask([](Tx &tx) { return verify(tx, {}).ok(); }));
}
