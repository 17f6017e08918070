#include "channels/engine/exception.h"
#include "gui/byhand/weborderplace.h"
#include "gui/byhand/worksheetplace.h"
#include "gui/shell/unfinished.h"
#include "testdesk.h"

#include <QClipboard>
#include <QListWidget>
#include <QMimeData>

using namespace channels::byhand;

// Serving a site by hand on the desk, with the keyboard alone.

namespace {

struct HandDesk : TestDesk {
    HandDesk()
    {
        NewChannel wanted;
        wanted.name = QStringLiteral("stall");
        wanted.kind = QStringLiteral("byhand");
        wanted.url = QStringLiteral("https://stall.example");
        const auto added = addChannel(session(), wanted);
        EXPECT_TRUE(added);
        channel = *added;
        unfinished::forget(session().scene().companyUid, QStringLiteral("weborder"));
    }
    /// As a person does it: the key goes to whatever has the keyboard.
    static void keys(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }

    Channel channel;
};

template <class P> void show(P &place)
{
    place.resize(1200, 800);
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&place));
    place.activateWindow();
    place.enter();
}

} // namespace

TEST(WebOrderPlace, tenLinesAreEnteredWithKeysAlone)
{
    HandDesk desk;
    for (int i = 0; i < 10; ++i)
        desk.product(("P-" + std::to_string(i)).c_str(), "10.00", 50);
    WebOrderPlace place(desk.desk);
    show(place);

    HandDesk::keys("1001");
    press(Qt::Key_Return); // to the customer
    press(Qt::Key_Return); // none: a new buyer
    HandDesk::keys("Jo Buyer");
    press(Qt::Key_Return);
    HandDesk::keys("jo@example.com");
    press(Qt::Key_Return);
    for (int i = 0; i < 10; ++i) {
        HandDesk::keys(("P-" + std::to_string(i)).c_str());
        press(Qt::Key_Return);
        HandDesk::keys("2");
        press(Qt::Key_Return);
    }
    press(Qt::Key_Return); // no more lines
    HandDesk::keys("5");
    press(Qt::Key_Return);
    press(Qt::Key_Return); // no discount
    press(Qt::Key_Return); // tax as it is due
    HandDesk::keys("243");
    EXPECT_EQ(child<QLabel>(place, "gap")->text(), "none");
    desk.now = desk.now.plusSeconds(90);
    press(Qt::Key_Return);

    const auto order = desk.ask([](Tx &tx) { return tx.first<SalesOrder>("external_number = '1001'"); });
    ASSERT_TRUE(order) << qPrintable(place.notice().text());
    EXPECT_EQ(order->total, eur("243.00"));
    EXPECT_EQ(order->paid, eur("243.00"));
    EXPECT_EQ(order->state, OrderState::Confirmed);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM sales_line WHERE kind = 1 AND allocated = 2000000"), 10);
    EXPECT_EQ(desk.text("SELECT email FROM party"), "jo@example.com");
    EXPECT_EQ(desk.number("SELECT items FROM hand_work"), 10);
    EXPECT_EQ(desk.number("SELECT seconds FROM hand_work"), 90);
    EXPECT_FALSE(place.isDirty()) << "ready for the next one";
}

TEST(WebOrderPlace, priceStockAndReasonAreSeenWhileTyping)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    WebOrderPlace place(desk.desk);
    show(place);

    type(child<QLineEdit>(place, "sku"), "MUG");
    press(Qt::Key_Return);

    const QString hint = plain(child<QLabel>(place, "hint")->text());
    EXPECT_TRUE(hint.contains(QStringLiteral("7 available"))) << qPrintable(hint);
    EXPECT_TRUE(hint.contains(QLocale().toString(11.9, 'f', 2))) << qPrintable(hint);
    EXPECT_TRUE(hint.contains(u'('));
}

TEST(WebOrderPlace, articlesAreScannedOneAfterTheOther)
{
    HandDesk desk;
    for (const auto &[sku, code] : {std::pair("MUG", "4006381333931"), std::pair("POT", "4006381333948")}) {
        Product product = desk.product(sku, "10.00", 7);
        product.barcode = QLatin1String(code);
        desk.must(saveProduct, product);
    }
    WebOrderPlace place(desk.desk);
    show(place);
    child<QLineEdit>(place, "sku")->setFocus();

    for (const char *code : {"4006381333931", "4006381333948", "4006381333931"}) {
        HandDesk::keys(code);
        press(Qt::Key_Return);
    }
    press(Qt::Key_Return); // one piece of the last one

    auto *lines = child<QTableView>(place, "lines")->model();
    ASSERT_EQ(lines->rowCount(), 3);
    EXPECT_EQ(cell(lines, 0, "SKU") + cell(lines, 1, "SKU") + cell(lines, 2, "SKU"), "MUGPOTMUG");
    EXPECT_EQ(cell(lines, 2, "Quantity"), "1");
    place.discard();
}

TEST(WebOrderPlace, aDuplicateIsSaidWithAJumpToTheFirstAndIsCounted)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    WebOrder first;
    first.number = QStringLiteral("1001");
    first.lines = {WebLine{QStringLiteral("MUG"), {}, pcs(1), {}, {}, {}}};
    first.total = eur("11.90");
    const SalesOrder stored = desk.must([&](Tx &tx) { return enterWebOrder(tx, desk.channel, first, false); });
    WebOrderPlace place(desk.desk);
    show(place);
    QString opened;
    QObject::connect(&place, &Place::openOrder, [&](const QString &number) { opened = number; });

    HandDesk::keys("1001");
    press(Qt::Key_Return);

    EXPECT_TRUE(place.notice().text().contains(stored.number));
    for (auto *button : place.notice().findChildren<QToolButton *>())
        if (button->text() == QLatin1String("Open it"))
            button->click();
    EXPECT_EQ(opened, stored.number);
    place.discard();
    EXPECT_EQ(desk.number("SELECT duplicates FROM hand_work"), 1);
}

TEST(WebOrderPlace, aDifferenceIsShownAndTheOrderKeptOnHoldOnlyIfSaidSo)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    WebOrderPlace place(desk.desk);
    show(place);
    type(child<QLineEdit>(place, "number"), "1001");
    type(child<QLineEdit>(place, "sku"), "MUG");
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    type(child<QLineEdit>(place, "total"), "20");

    press(Qt::Key_Return);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(child<QLabel>(place, "gap")->text(), QLocale().toString(8.1, 'f', 2));
    EXPECT_FALSE(place.notice().text().isEmpty());
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);

    EXPECT_EQ(desk.number("SELECT state FROM sales_order"), qint64(OrderState::OnHold));
    EXPECT_EQ(desk.text("SELECT kind FROM sync_exception"), "totals_differ");
    EXPECT_EQ(desk.number("SELECT totals FROM hand_work"), 1);
}

TEST(WebOrderPlace, aConfirmationIsPastedAndWhatIsLeftOverStaysInSight)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    WebOrderPlace place(desk.desk);
    show(place);
    QGuiApplication::clipboard()->setText(
        QStringLiteral("[Order #77] (January 2, 2030)\n2 x Blue mug (#MUG) 23.80 €\nPlease ring twice\nTotal: 23.80 €\n"
                       "Billing address\nJo Buyer\nMain St 1\n10115 Berlin\nGermany\njo@example.com\n"));

    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);

    EXPECT_EQ(child<QLineEdit>(place, "number")->text(), "77");
    auto *rest = child<QListWidget>(place, "rest");
    ASSERT_EQ(rest->count(), 1);
    EXPECT_EQ(rest->item(0)->text(), "Please ring twice");
    EXPECT_TRUE(rest->isVisible());
    EXPECT_EQ(cell(child<QTableView>(place, "lines")->model(), 0, "SKU"), "MUG");
    ASSERT_TRUE(place.save()) << qPrintable(place.notice().text());
    EXPECT_EQ(desk.text("SELECT note FROM sales_order"), "Please ring twice") << "not dealt with, not lost";
    EXPECT_EQ(desk.text("SELECT city FROM order_address"), "Berlin");
    EXPECT_EQ(rest->count(), 0);
}

TEST(WebOrderPlace, whatIsTypedSurvivesAndDeleteHasAnUndo)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    {
        WebOrderPlace place(desk.desk);
        show(place);
        type(child<QLineEdit>(place, "number"), "55");
        type(child<QLineEdit>(place, "sku"), "MUG");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        EXPECT_TRUE(soon([&] { return !unfinished::kept(desk.session().scene().companyUid, QStringLiteral("weborder")).isEmpty(); }));
        QTest::qWait(500);
    }
    WebOrderPlace again(desk.desk);
    show(again);
    auto *table = child<QTableView>(again, "lines");

    EXPECT_EQ(child<QLineEdit>(again, "number")->text(), "55");
    ASSERT_EQ(table->model()->rowCount(), 1);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(table->model()->rowCount(), 0);
    for (auto *button : again.notice().findChildren<QToolButton *>())
        if (button->text() == QLatin1String("Undo"))
            button->click();
    EXPECT_EQ(table->model()->rowCount(), 1);
    again.discard();
    EXPECT_FALSE(again.isDirty());
}

TEST(WebOrderPlace, anUnknownSkuIsKeptOnlyWhenInsistedOn)
{
    HandDesk desk;
    WebOrderPlace place(desk.desk);
    show(place);
    type(child<QLineEdit>(place, "sku"), "TEAPOT");

    press(Qt::Key_Return);
    EXPECT_TRUE(child<QLineEdit>(place, "sku")->hasFocus());
    press(Qt::Key_Return);
    EXPECT_TRUE(child<QLineEdit>(place, "quantity")->hasFocus());
    press(Qt::Key_Tab);
    HandDesk::keys("5");
    press(Qt::Key_Return);
    type(child<QLineEdit>(place, "number"), "9");
    type(child<QLineEdit>(place, "total"), "5");
    press(Qt::Key_Return);

    EXPECT_EQ(desk.text("SELECT kind FROM sync_exception"), "unknown_sku");
    EXPECT_EQ(desk.number("SELECT unknown_skus FROM hand_work"), 1);
}

TEST(WorksheetPlace, isCopiedTickedAndTakenBackWithKeysAlone)
{
    HandDesk desk;
    desk.product("MUG", "10.00", 7);
    desk.product("POT", "20.00", 3);
    WorksheetPlace place(desk.desk);
    show(place);
    auto *table = child<QTableView>(place, "lines");
    ASSERT_TRUE(soon([&] { return table->model()->rowCount() == 2; }));
    table->setFocus();

    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("MUG")));
    QTest::keyClick(table, Qt::Key_Space);
    ASSERT_TRUE(soon([&] { return table->model()->rowCount() == 1; })) << qPrintable(place.notice().text());
    EXPECT_EQ(cell(table->model(), 0, "SKU"), "POT");
    QTest::keyClick(table, Qt::Key_Space);
    ASSERT_TRUE(soon([&] { return table->model()->rowCount() == 0; }));
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM worksheet_tick WHERE actor = 'clerk'"), 2);
    EXPECT_EQ(child<QTableView>(place, "ticks")->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(soon([&] { return table->model()->rowCount() == 1; }));

    place.hide();
    EXPECT_EQ(desk.number("SELECT items FROM hand_work WHERE task = 2"), 2);
    place.show();
    EXPECT_TRUE(soon([&] { return child<QLabel>(place, "effort")->text().contains(QStringLiteral("2 ticks")); }));
}

TEST(ByHandPlaces, everyControlHasAnAccessibleName)
{
    HandDesk desk;
    WebOrderPlace order(desk.desk);
    WorksheetPlace sheet(desk.desk);

    for (QWidget *place : std::initializer_list<QWidget *>{&order, &sheet})
        for (const QWidget *widget : place->findChildren<QWidget *>())
            if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTableView *>(widget)
                || qobject_cast<const QListWidget *>(widget)) {
                EXPECT_FALSE(widget->accessibleName().isEmpty()) << qPrintable(widget->objectName());
            }
}
