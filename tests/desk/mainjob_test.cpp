#include "core/stock/productlist.h"
#include "core/verify/verify.h"
#include "gui/bind/notice.h"
#include "gui/start/startguide.h"
#include "hands.h"
#include "workstation.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

// The whole job on the practice company and its store, done at the screen by keyboard and mouse: orders come in, one is picked, packed, shipped and
// invoiced, another is typed and paid, a third cancelled; what changed goes back to the shop; and the books prove themselves.
// With PURSER_SCREENSHOTS=FOLDER it leaves a picture of each screen there (see scripts/screenshots).

namespace {

struct Counter : Workstation {
    /// Customer, SKU and quantity, each with Return.
    void enterOrder(const char *customer, const char *sku, int quantity)
    {
        hands::press("alt+2");
        ASSERT_TRUE(hands::until([&] { return place().title() == QLatin1String("Orders"); }));
        hands::press("ctrl+n");
        ASSERT_TRUE(hands::until([&] { return place().title() == QLatin1String("New order"); }));
        hands::type(QString::fromLatin1(customer));
        hands::press("Return");
        hands::type(QString::fromLatin1(sku));
        hands::press("Return");
        hands::type(QString::number(quantity));
        hands::press("Return");
        ASSERT_TRUE(hands::until([&] { return place().title().startsWith(QLatin1String("SO-")); })) << qPrintable(said());
        hands::press("ctrl+Return");
        ASSERT_TRUE(says("Confirmed")) << qPrintable(said());
    }
    QString stateOf(const QString &number)
    {
        return ask([&](Tx &tx) { return stateLabel(tx.first<SalesOrder>("number = ?", number)->state); });
    }
    QString available(const char *sku)
    {
        return ask(
            [&](Tx &tx) { return productRows(tx, {.words = QString::fromLatin1(sku)}, QString::fromLatin1(sku), 1).front().available().toString(); });
    }
};

} // namespace

TEST(FirstStart, aPersonMakesACompanyWithTheGuide)
{
    FreshPlace place(FreshPlace::engine());
    StartGuide guide;
    guide.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&guide, 30'000));
    keepPicture(&guide, QStringLiteral("first-start"));

    hands::click(guide.findChild<QLineEdit *>(QStringLiteral("name")));
    hands::type(QStringLiteral("Harbour Trading"));
    hands::click(guide.findChild<QLineEdit *>(QStringLiteral("where")));
    hands::press("ctrl+a");
    hands::type(place.locator().text);
    hands::click(guide.findChild<QPushButton *>(QStringLiteral("make")));

    ASSERT_TRUE(hands::until([&] { return guide.chosen().has_value(); })) << qPrintable(guide.findChild<Notice *>()->text());
    auto company = Session::open(*guide.chosen());
    ASSERT_TRUE(company);
    EXPECT_EQ(company->scene().companyName, "Harbour Trading");
    EXPECT_EQ(*company->ask([](Tx &tx) { return tx.text("SELECT chart FROM company"); }), "de"); // the country's own
}

TEST(MainJob, isDoneByKeyboardAndMouse)
{
    Counter desk;
    desk.picture("today");

    // An order comes in from the shop, with its goods promised at once.
    const auto placed = desk.store().placeOrder(buys("MOKA-6", 2));
    ASSERT_TRUE(placed) << qPrintable(placed.error().text);
    desk.store().takeRandomOrders(5);
    desk.goTo("Channels");
    desk.pressButton("Pull now");
    ASSERT_TRUE(desk.says("orders seen")) << qPrintable(desk.said());
    desk.picture("channels");
    const QString web = desk.ask([&](Tx &tx) { return tx.first<SalesOrder>("external_id = ?", QString::number(*placed))->number; });
    EXPECT_EQ(desk.stateOf(web), "Confirmed");

    // It is picked, packed, shipped and invoiced; it was paid in the shop.
    desk.find(web, web);
    hands::press("ctrl+1");
    ASSERT_TRUE(desk.says("Picked")) << qPrintable(desk.said());
    hands::press("ctrl+2");
    ASSERT_TRUE(desk.says("Packed")) << qPrintable(desk.said());
    hands::press("ctrl+3");
    ASSERT_TRUE(desk.isAsked());
    hands::type(QStringLiteral("DHL"));
    hands::press("Tab");
    hands::type(QStringLiteral("JD014600003"));
    desk.picture("order-ship");
    hands::press("Return");
    ASSERT_TRUE(desk.isAnswered());
    ASSERT_TRUE(desk.says("Shipped")) << qPrintable(desk.said());
    hands::press("ctrl+4");
    ASSERT_TRUE(desk.says("Invoiced")) << qPrintable(desk.said());
    desk.picture("order");
    EXPECT_EQ(desk.stateOf(web), "Paid");

    // A customer calls: the order is typed, shipped, invoiced and paid.
    desk.enterOrder("CAFE-LUNA", "JUG-350", 3);
    const QString phone = desk.place().title();
    hands::press("ctrl+3");
    ASSERT_TRUE(desk.isAsked());
    hands::press("Return");
    ASSERT_TRUE(desk.isAnswered());
    hands::press("ctrl+4");
    ASSERT_TRUE(desk.says("Invoiced")) << qPrintable(desk.said());
    EXPECT_EQ(desk.stateOf(phone), "Invoiced");
    hands::press("ctrl+5");
    ASSERT_TRUE(desk.isAsked());
    hands::press("Return");
    ASSERT_TRUE(desk.isAnswered());
    ASSERT_TRUE(desk.says("Posted")) << qPrintable(desk.said());
    EXPECT_EQ(desk.stateOf(phone), "Paid");

    // Another one is given up again; its goods are free.
    const QString before = desk.available("JUG-600");
    desk.enterOrder("CAFE-LUNA", "JUG-600", 2);
    const QString given = desk.place().title();
    EXPECT_NE(desk.available("JUG-600"), before);
    hands::press("ctrl+Delete");
    ASSERT_TRUE(desk.isAsked());
    hands::type(QStringLiteral("changed his mind"));
    hands::press("Return");
    ASSERT_TRUE(desk.isAnswered());
    EXPECT_EQ(desk.stateOf(given), "Cancelled");
    EXPECT_EQ(desk.available("JUG-600"), before);
    hands::press("alt+2");
    desk.picture("orders");

    // Goods arrive.
    desk.find(QStringLiteral("JUG-350"), QStringLiteral("JUG-350"));
    const qint64 held = desk.number("SELECT SUM(on_hand) FROM stock_balance");
    hands::press("ctrl+1");
    ASSERT_TRUE(desk.isAsked());
    hands::type(QStringLiteral("12"));
    desk.picture("product-receive");
    hands::press("Return");
    ASSERT_TRUE(desk.isAnswered());
    EXPECT_EQ(desk.number("SELECT SUM(on_hand) FROM stock_balance"), held + 12'000'000);
    desk.picture("product");

    // The shop is told: what would be sent, then it is sent, then there is nothing left to send.
    desk.goTo("Channels");
    desk.pressButton("What would be pushed");
    ASSERT_TRUE(desk.says("Nothing was sent")) << qPrintable(desk.said());
    desk.picture("channels-difference");
    desk.pressButton("Push now");
    ASSERT_TRUE(desk.says("accepted, 0 refused, 0 held")) << qPrintable(desk.said());
    desk.pressButton("What would be pushed");
    ASSERT_TRUE(desk.says("0 differences")) << qPrintable(desk.said());
    EXPECT_EQ(QString::number(desk.store().product(QStringLiteral("JUG-350"))->stock), desk.available("JUG-350"));
    EXPECT_EQ(QString::number(desk.store().product(QStringLiteral("MOKA-6"))->stock), desk.available("MOKA-6"));
    EXPECT_EQ(desk.store().order(*placed)->status, "completed");

    // The books prove themselves.
    for (const char *title : {"Customers", "Prices", "Products", "Suppliers"}) {
        desk.goTo(title);
        desk.picture(QByteArray(title).toLower().constData());
    }
    desk.goTo("Books");
    desk.picture("books");
    desk.pressButton("Prove the books");
    ASSERT_TRUE(hands::until([&] { return !desk.said().isEmpty(); }));
    EXPECT_TRUE(desk.ask([](Tx &tx) { return verify(tx, {}).ok(); }));
}
