#include "channels/practice.h"
#include "channels/practicestore/practicestore.h"
#include "core/sales/salesorder.h"
#include "core/stock/productlist.h"
#include "core/verify/verify.h"
#include "gui/bind/notice.h"
#include "gui/shell/mainwindow.h"
#include "gui/start/startguide.h"
#include "hands.h"
#include "support/freshplace.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

// The whole job on the practice company and its store, done at the screen by keyboard and mouse: orders come in, one is picked, packed, shipped and
// invoiced, another is typed and paid, a third cancelled; what changed goes back to the shop; and the books prove themselves.
// With PURSER_SCREENSHOTS=FOLDER it leaves a picture of each screen there (see scripts/screenshots).

namespace {

using channels::practicestore::PracticeStore;

PracticeStore::Options quietStore()
{
    PracticeStore::Options options;
    options.seed = 7;
    return options;
}

/// Of the window as it stands on the screen, with what lies over it.
void keepPicture(QWidget *window, const char *name)
{
    static const QString folder = qEnvironmentVariable("PURSER_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(400);
    const QRect place(window->mapToGlobal(QPoint(0, 0)), window->size());
    QGuiApplication::primaryScreen()
        ->grabWindow(0, place.x(), place.y(), place.width(), place.height())
        .save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

class Workstation {
public:
    Workstation()
    {
        if (auto started = m_store.start(); !started)
            qFatal("%s", qPrintable(started.error().text));
        auto made = channels::createPracticeCompany(m_place.locator(), Instant::of(QDateTime::currentDateTimeUtc()), m_store.port());
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        m_window = std::make_unique<MainWindow>(std::make_unique<Desk>(*std::move(made)));
        m_window->setGeometry(0, 0, 1440, 870);
        m_window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(m_window.get(), 30'000));
    }

    PracticeStore &store() { return m_store; }
    MainWindow &window() { return *m_window; }
    Place &place() { return *m_window->current(); }
    template <class Question> auto ask(Question question) { return *m_window->desk().session().ask(question); }
    qint64 number(const char *sql)
    {
        return ask([sql](Tx &tx) { return tx.number(sql); });
    }
    QString text(const char *sql)
    {
        return ask([sql](Tx &tx) { return tx.text(sql); });
    }

    /// With the mouse, in the list on the left.
    void goTo(const char *title)
    {
        auto *places = m_window->findChild<QListWidget *>(QStringLiteral("places"));
        for (int row = 0; row < places->count(); ++row)
            if (places->item(row)->text() == QLatin1String(title))
                hands::click(places->viewport()->mapToGlobal(places->visualItemRect(places->item(row)).center()));
        ASSERT_TRUE(hands::until([&] { return place().title() == QLatin1String(title); })) << title;
    }
    /// With the mouse, on the toolbar.
    void pressButton(const char *text)
    {
        for (QToolButton *button : place().findChildren<QToolButton *>())
            if (button->accessibleName() == QString::fromUtf8(text)) {
                ASSERT_TRUE(button->isEnabled()) << text;
                hands::click(button);
                return;
            }
        FAIL() << "there is no button " << text;
    }
    QString said() { return place().notice().text(); }
    bool says(const char *words)
    {
        return hands::until([&] { return said().contains(QString::fromUtf8(words)); });
    }
    /// A window that asks something has the keyboard.
    bool isAsked()
    {
        return hands::until([&] { return QApplication::activeModalWidget() && QApplication::activeWindow() == QApplication::activeModalWidget(); });
    }
    bool isAnswered()
    {
        return hands::until([&] { return !QApplication::activeModalWidget() && m_window->isActiveWindow(); });
    }
    /// Ctrl+K finds anything.
    void find(const QString &words, const QString &title)
    {
        hands::press("ctrl+k");
        ASSERT_TRUE(isAsked());
        hands::type(words);
        auto *found = QApplication::activeModalWidget()->findChild<QListWidget *>();
        ASSERT_TRUE(hands::until([&] { return found->count() > 0 && found->item(0)->text().contains(title); })) << qPrintable(words);
        hands::press("Return");
        ASSERT_TRUE(isAnswered());
        ASSERT_TRUE(hands::until([&] { return place().title() == title; })) << qPrintable(title);
    }
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
    void picture(const char *name) { keepPicture(m_window.get(), name); }

private:
    FreshPlace m_place{FreshPlace::engine()};
    PracticeStore m_store{quietStore()};
    std::unique_ptr<MainWindow> m_window;
};

channels::practicestore::Purchase buys(const char *sku, int quantity)
{
    channels::practicestore::Purchase purchase;
    purchase.items = {{QString::fromLatin1(sku), quantity}};
    purchase.paymentMethod = QStringLiteral("card");
    purchase.billing.firstName = QStringLiteral("Ida");
    purchase.billing.lastName = QStringLiteral("Brandt");
    purchase.billing.street = QStringLiteral("Am Markt 1");
    purchase.billing.city = QStringLiteral("Lübeck");
    purchase.billing.postcode = QStringLiteral("23552");
    purchase.billing.country = QStringLiteral("DE");
    purchase.billing.email = QStringLiteral("ida@example.org");
    return purchase;
}

} // namespace

TEST(FirstStart, aPersonMakesACompanyWithTheGuide)
{
    FreshPlace place(FreshPlace::engine());
    StartGuide guide;
    guide.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&guide, 30'000));
    keepPicture(&guide, "first-start");

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
    Workstation desk;
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
