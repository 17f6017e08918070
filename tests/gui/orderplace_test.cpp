#include "gui/bind/notice.h"
#include "gui/bind/question.h"
#include "gui/orders/orderplace.h"
#include "testdesk.h"

#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

namespace {

QAction *action(Place &place, const char *text)
{
    for (QAction *known : place.actions())
        if (known->text() == QString::fromUtf8(text))
            return known;
    ADD_FAILURE() << "there is no action " << text;
    return nullptr;
}
bool canDo(Place &place, const char *text) { return action(place, text)->isEnabled() && action(place, text)->isVisible(); }

/// An order of 3 nails at 10.00 and 1 hammer at 25.00, both on the shelf, confirmed.
struct ConfirmedOrder : TestDesk {
    Product nail = product("NAIL", "10.00", 100), hammer = product("HAMMER", "25.00", 5);
    Party acme = customer("Acme");
    SalesOrder order = TestCompany::order(acme.id, {{nail.id, 3}, {hammer.id, 1}});
    OrderPlace place{desk, order.id};

    ConfirmedOrder()
    {
        place.show();
        settle();
    }
    void act(const char *text)
    {
        action(place, text)->trigger();
        settle();
    }
    void answerAnd(const std::vector<std::pair<const char *, const char *>> &fields)
    {
        answer(place, fields);
        settle();
    }
    QString state() { return text("SELECT state FROM sales_order"); }
};

} // namespace

TEST(OrderPlace, tenLinesAreEnteredWithTheKeyboardAlone)
{
    TestDesk company;
    for (int i = 0; i < 10; ++i)
        company.product(qPrintable(QStringLiteral("ART-%1").arg(i)), "10.00", 100);
    company.customer("Acme Tools");
    company.customer("Acme Garden");
    OrderPlace place(company.desk, {});
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    place.enter();

    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("garden"));
    press(Qt::Key_Return);
    for (int i = 0; i < 10; ++i) {
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("art-%1").arg(i).toUpper());
        press(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), QString::number(i + 1));
        press(Qt::Key_Return);
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order o JOIN party p ON p.id = o.party_id WHERE p.name = 'Acme Garden' AND o.state = 20"),
              1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 10);
    EXPECT_EQ(company.number("SELECT quantity FROM sales_line WHERE sku = 'ART-9'"), 10'000'000);
    EXPECT_EQ(company.number("SELECT SUM(net) FROM sales_line"), 55'000); // 1 + 2 + … + 10 = 55 pieces at 10.00
}

TEST(OrderPlace, whatIsOfferedIsTakenWithArrowsAndReturn)
{
    TestDesk company;
    company.customer("Acme Garden");
    company.customer("Acme Tools");
    OrderPlace place(company.desk, {});
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    auto *customer = child<QLineEdit>(place, "customer");
    type(customer, "acme");
    QWidget *offers = nullptr;
    ASSERT_TRUE(soon([&] { return (offers = QApplication::activePopupWidget()); }));

    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);

    EXPECT_TRUE(customer->text().endsWith("Acme Tools")) << qPrintable(customer->text());
    EXPECT_EQ(QApplication::focusWidget(), child<QLineEdit>(place, "sku"));
}

TEST(OrderPlace, returnTakesTheOnlyOneThatFitsAlsoWhileItIsOffered)
{
    TestDesk company;
    company.customer("Acme Garden");
    OrderPlace place(company.desk, {});
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    auto *customer = child<QLineEdit>(place, "customer");
    type(customer, "acme");
    ASSERT_TRUE(soon([] { return QApplication::activePopupWidget() != nullptr; }));

    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);

    EXPECT_TRUE(customer->text().endsWith("Acme Garden")) << qPrintable(customer->text());
}

TEST(OrderPlace, theDraftIsStoredWithEveryLineAndSoSurvivesAnything)
{
    TestDesk company;
    company.product("NAIL", "10.00", 100);
    company.customer("Acme");
    {
        OrderPlace place(company.desk, {});
        place.show();
        place.enter();
        type(child<QLineEdit>(place, "customer"), "acme");
        QTest::keyClick(child<QLineEdit>(place, "customer"), Qt::Key_Return);
        type(child<QLineEdit>(place, "sku"), "NAIL");
        QTest::keyClick(child<QLineEdit>(place, "sku"), Qt::Key_Return);

        QTest::keyClick(child<QLineEdit>(place, "quantity"), Qt::Key_Return);
    } // as if the machine had stopped here

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order WHERE state = 10"), 1);
    EXPECT_EQ(company.number("SELECT quantity FROM sales_line"), 1'000'000);
}

TEST(OrderPlace, saysStockPriceAndItsReasonWhileTheLineIsTyped)
{
    TestDesk company;
    company.product("NAIL", "10.00", 7);
    OrderPlace place(company.desk, {}, company.customer("Acme").id);
    place.show();
    type(child<QLineEdit>(place, "sku"), "NAIL");

    QTest::keyClick(child<QLineEdit>(place, "sku"), Qt::Key_Return);

    EXPECT_EQ(plain(child<QLabel>(place, "hint")->text()), "Product NAIL: 7 available   ·   10.00 EUR (Base price)");
}

TEST(OrderPlace, aProductThatIsNotKnownIsSaidAndNothingIsStored)
{
    TestDesk company;
    OrderPlace place(company.desk, {}, company.customer("Acme").id);
    place.show();
    type(child<QLineEdit>(place, "sku"), "GHOST");

    QTest::mouseClick(place.findChild<QPushButton *>(), Qt::LeftButton);

    EXPECT_EQ(child<QLabel>(place, "hint")->text(), "There is no product GHOST.");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(child<QLineEdit>(place, "sku")->text(), "GHOST");
}

TEST(OrderPlace, aTypedPriceAndDiscountHold)
{
    TestDesk company;
    company.product("NAIL", "10.00", 7);
    OrderPlace place(company.desk, {}, company.customer("Acme").id);
    place.show();
    type(child<QLineEdit>(place, "sku"), "NAIL");
    child<QLineEdit>(place, "quantity")->setText(QStringLiteral("4"));
    type(child<QLineEdit>(place, "price"), "8");
    type(child<QLineEdit>(place, "discount"), "25");

    QTest::keyClick(child<QLineEdit>(place, "discount"), Qt::Key_Return);

    EXPECT_EQ(company.number("SELECT net FROM sales_line"), 2'400);
    EXPECT_EQ(company.number("SELECT discount FROM sales_line"), 800);
}

TEST(OrderPlace, aLineIsChangedInTheEntryRow)
{
    TestDesk company;
    const auto nail = company.product("NAIL", "10.00", 100), hammer = company.product("HAMMER", "25.00", 5);
    const auto draft = company.must(enterOrder, company.draft(company.customer("Acme").id, {{nail.id, 3}, {hammer.id, 1}}));
    OrderPlace place(company.desk, draft.order.id);
    place.show();

    emit child<QTableView>(place, "lines")->activated(child<QTableView>(place, "lines")->model()->index(0, 1));
    child<QLineEdit>(place, "quantity")->setText(QStringLiteral("8"));
    QTest::keyClick(child<QLineEdit>(place, "quantity"), Qt::Key_Return);

    EXPECT_EQ(company.number("SELECT quantity FROM sales_line WHERE sku = 'NAIL'"), 8'000'000);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 2);
}

TEST(OrderPlace, aRemovedLineComesBackByUndo)
{
    TestDesk company;
    const auto nail = company.product("NAIL", "10.00", 100), hammer = company.product("HAMMER", "25.00", 5);
    const auto draft = company.must(enterOrder, company.draft(company.customer("Acme").id, {{nail.id, 3}, {hammer.id, 1}}));
    OrderPlace place(company.desk, draft.order.id);
    place.show();
    auto *lines = child<QTableView>(place, "lines");
    lines->setCurrentIndex(lines->model()->index(0, 1));
    lines->setFocus();

    lines->actions().constFirst()->trigger();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 1);
    child<QToolButton>(place, "noticeAction")->click();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 2);
    EXPECT_EQ(company.number("SELECT quantity FROM sales_line WHERE sku = 'NAIL'"), 3'000'000);
}

TEST(OrderPlace, shippingIsChargedAndTaxedWithTheOrder)
{
    TestDesk company;
    const auto nail = company.product("NAIL", "10.00", 100);
    const auto draft = company.must(enterOrder, company.draft(company.customer("Acme").id, {{nail.id, 3}}));
    OrderPlace place(company.desk, draft.order.id);
    place.show();
    action(place, "Charge shipping…")->trigger();

    answer(place, {{"amount", "5"}});
    settle();

    EXPECT_EQ(company.number("SELECT shipping FROM sales_order"), 500);
    EXPECT_EQ(company.number("SELECT net FROM sales_order"), 3'500);
    EXPECT_EQ(company.number("SELECT tax FROM sales_order"), 665);
}

TEST(OrderPlace, stepsCanBeDoneOnlyWhenTheyApply)
{
    ConfirmedOrder company;

    EXPECT_FALSE(canDo(company.place, "Confirm"));
    EXPECT_TRUE(canDo(company.place, "Pick"));
    EXPECT_FALSE(canDo(company.place, "Pack"));
    EXPECT_TRUE(canDo(company.place, "Ship…"));
    EXPECT_FALSE(canDo(company.place, "Post invoice"));
    EXPECT_FALSE(canDo(company.place, "Return…"));
    company.act("Pick");
    EXPECT_FALSE(canDo(company.place, "Pick"));
    EXPECT_TRUE(canDo(company.place, "Pack"));
}

TEST(OrderPlace, anOrderGoesStepByStepToCash)
{
    ConfirmedOrder company;

    company.act("Pick");
    company.act("Pack");
    company.act("Ship…");
    company.answerAnd({{"carrier", "DHL"}, {"tracking", "1Z9"}});
    company.act("Post invoice");
    company.act("Receive payment…");
    company.answerAnd({});

    EXPECT_EQ(company.state(), "80");
    EXPECT_EQ(company.text("SELECT carrier FROM shipment"), "DHL");
    EXPECT_EQ(company.text("SELECT tracking FROM shipment"), "1Z9");
    EXPECT_EQ(company.balance("bank"), "65.45"); // 55.00 and 19 % tax
    EXPECT_EQ(company.balance("receivable"), "0.00");
    EXPECT_EQ(child<QLabel>(company.place, "state")->text(), "Paid");
}

TEST(OrderPlace, aPartIsShippedAndTheRestStaysToBeShipped)
{
    ConfirmedOrder company;
    company.act("Ship…");
    auto *quantities = openQuestion(company.place)->findChild<QTableWidget *>(QStringLiteral("quantities"));
    quantities->item(0, 2)->setText(QStringLiteral("2"));
    quantities->item(1, 2)->setText(QStringLiteral("0"));

    company.answerAnd({});

    EXPECT_EQ(company.state(), "50");
    EXPECT_EQ(company.number("SELECT shipped FROM sales_line WHERE sku = 'NAIL'"), 2'000'000);
    EXPECT_EQ(company.number("SELECT shipped FROM sales_line WHERE sku = 'HAMMER'"), 0);
}

TEST(OrderPlace, aRefusalIsShownWhereItHappensAndNothingIsStored)
{
    ConfirmedOrder company;
    company.act("Ship…");
    Question *question = openQuestion(company.place);
    question->findChild<QTableWidget *>(QStringLiteral("quantities"))->item(0, 2)->setText(QStringLiteral("4"));
    const QString before = company.everything();

    company.answerAnd({{"carrier", "DHL"}});

    EXPECT_TRUE(question->isVisible());
    EXPECT_FALSE(question->findChild<Notice *>()->text().isEmpty());
    EXPECT_EQ(child<QLineEdit>(*question, "carrier")->text(), "DHL");
    EXPECT_EQ(company.everything(), before);
}

TEST(OrderPlace, holdCancelReturnAndRefundWork)
{
    ConfirmedOrder company;
    company.act("Hold…");
    company.answerAnd({{"reason", "address unclear"}});
    EXPECT_EQ(company.state(), "15");
    company.act("Release");
    EXPECT_EQ(company.state(), "20");
    company.act("Ship…");
    company.answerAnd({});
    company.act("Post invoice");
    company.act("Receive payment…");
    company.answerAnd({});
    company.act("Return…");
    openQuestion(company.place)->findChild<QTableWidget *>(QStringLiteral("quantities"))->item(1, 2)->setText(QStringLiteral("1"));
    company.answerAnd({{"reason", "broken"}, {"decision", "2"}});
    company.act("Refund…");
    company.answerAnd({{"amount", "29.75"}});

    EXPECT_EQ(company.number("SELECT returned FROM sales_line WHERE sku = 'HAMMER'"), 1'000'000);
    EXPECT_EQ(company.balance("bank"), "35.70"); // 65.45 less 25.00 and its tax
    EXPECT_EQ(company.balance("receivable"), "0.00");
}

TEST(OrderPlace, escapeAsksOnceBeforeTypedWordsAreLost)
{
    ConfirmedOrder company;
    company.act("Cancel order…");
    Question *question = openQuestion(company.place);
    QTest::keyClicks(child<QLineEdit>(*question, "reason"), QStringLiteral("changed mind"));

    QTest::keyClick(question, Qt::Key_Escape);
    EXPECT_TRUE(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);

    EXPECT_FALSE(question->isVisible());
    EXPECT_EQ(company.state(), "20");
}

TEST(OrderPlace, itsTabsShowDocumentsPostingsAndHistory)
{
    ConfirmedOrder company;
    company.act("Ship…");
    company.answerAnd({});
    company.act("Post invoice");

    const auto tables = company.place.findChildren<QTableView *>();
    const auto model = [&](const char *name) {
        for (const QTableView *table : tables)
            if (table->accessibleName() == QLatin1String(name))
                return table->model();
        return static_cast<QAbstractItemModel *>(nullptr);
    };

    EXPECT_EQ(model("Documents")->rowCount(), 2);
    EXPECT_EQ(cell(model("Documents"), 1, "Document"), "Invoice");
    EXPECT_EQ(cell(model("Documents"), 1, "Amount"), "65.45 EUR");
    EXPECT_GE(model("Postings")->rowCount(), 5);
    EXPECT_GE(model("History")->rowCount(), 3);
}
