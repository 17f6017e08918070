#include "base/csv.h"
#include "gui/customers/customerplaces.h"
#include "gui/orders/orderlistplace.h"
#include "gui/products/productplaces.h"
#include "testdesk.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace {

QToolButton *chip(QWidget &place, const char *text)
{
    for (QToolButton *button : place.findChildren<QToolButton *>())
        if (button->property("chip").toBool() && button->text() == QLatin1String(text))
            return button;
    ADD_FAILURE() << "there is no chip " << text;
    return nullptr;
}

/// Three customers with an order each: Acme's is a draft, Bolt's confirmed, Cord's shipped.
struct ThreeOrders : TestDesk {
    Product nail = product("NAIL", "10.00", 100);
    Id<SalesOrder> acme = must(enterOrder, draft(customer("Acme").id, {{nail.id, 1}})).order.id;
    Id<SalesOrder> bolt = order(customer("Bolt").id, {{nail.id, 2}}).id;
    Id<SalesOrder> cord = order(customer("Cord").id, {{nail.id, 3}}).id;
    OrderListPlace place{desk};

    ThreeOrders()
    {
        must([this](Tx &tx) { return shipOrder(tx, cord); });
        place.show();
        EXPECT_TRUE(soon([&] { return model()->rowCount() == 3; }));
    }
    QAbstractItemModel *model() { return place.table()->model(); }
    QStringList customers()
    {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all << cell(model(), row, "Customer");
        return all;
    }
};

} // namespace

TEST(TableModel, aTipShowsWhatLooksLikeMarkupAsItWasWritten)
{
    TableModel<QString> model({{QStringLiteral("Name"), [](const QString &name) { return name; }}});
    model.setRows({QStringLiteral("<b>Mug</b> & <img src='file:///etc/hostname'>"), QString()});

    QTextDocument tip;
    tip.setHtml(model.data(model.index(0, 0), Qt::ToolTipRole).toString());

    EXPECT_EQ(tip.toPlainText(), "<b>Mug</b> & <img src='file:///etc/hostname'>");
    EXPECT_FALSE(model.data(model.index(1, 0), Qt::ToolTipRole).isValid()); // nothing to say, no empty tip
}

TEST(OrderList, showsOrdersNewestFirst)
{
    ThreeOrders company;

    EXPECT_EQ(company.customers(), (QStringList{"Cord", "Bolt", "Acme"}));
    EXPECT_EQ(cell(company.model(), 0, "Number"), "SO-0000003");
    EXPECT_EQ(cell(company.model(), 0, "State"), "Shipped");
    EXPECT_EQ(cell(company.model(), 0, "Total"), "35.70 EUR");
    EXPECT_EQ(cell(company.model(), 0, "Day"), "02/01/2030");
}

TEST(OrderList, isFilteredByTyping)
{
    ThreeOrders company;

    type(child<QLineEdit>(company.place, "search"), "bol");
    EXPECT_TRUE(soon([&] { return company.customers() == QStringList{"Bolt"}; }));
    child<QLineEdit>(company.place, "search")->clear();
    type(child<QLineEdit>(company.place, "search"), "0003");

    EXPECT_TRUE(soon([&] { return company.customers() == QStringList{"Cord"}; }));
}

TEST(OrderList, isFilteredByStateAndSaysWhatTheRestAddsUpTo)
{
    ThreeOrders company;

    QTest::mouseClick(chip(company.place, "To ship"), Qt::LeftButton);

    EXPECT_TRUE(soon([&] { return company.customers() == QStringList{"Bolt"}; }));
    EXPECT_TRUE(soon([&] { return plain(child<QLabel>(company.place, "footer")->text()).endsWith("23.80 EUR, of which 0.00 EUR paid"); }));
}

TEST(OrderList, turnsRoundWhenItsTitleIsClicked)
{
    ThreeOrders company;

    emit company.place.table()->horizontalHeader()->sectionClicked(0);

    EXPECT_TRUE(soon([&] { return company.customers() == (QStringList{"Acme", "Bolt", "Cord"}); }));
}

TEST(OrderList, saysWhenNothingIsFoundAndLeadsBack)
{
    ThreeOrders company;
    type(child<QLineEdit>(company.place, "search"), "nobody");
    ASSERT_TRUE(soon([&] { return company.model()->rowCount() == 0; }));
    EXPECT_EQ(child<QLabel>(company.place, "empty")->text(), "Nothing is found.");

    QTest::mouseClick(child<QPushButton>(company.place, "emptyButton"), Qt::LeftButton);

    EXPECT_TRUE(soon([&] { return company.model()->rowCount() == 3; }));
    EXPECT_TRUE(company.place.table()->isVisible());
}

TEST(OrderList, anEmptyListSaysWhatToDo)
{
    TestDesk company;
    OrderListPlace place(company.desk);
    int asked = 0;
    QObject::connect(&place, &OrderListPlace::newOrder, [&] { ++asked; });
    place.show();
    ASSERT_TRUE(soon([&] { return child<QPushButton>(place, "emptyButton")->isVisible(); }));

    QTest::mouseClick(child<QPushButton>(place, "emptyButton"), Qt::LeftButton);

    EXPECT_EQ(asked, 1);
}

TEST(OrderList, keepsTheSameOrderCurrentWhenANewOneComesIn)
{
    ThreeOrders company;
    company.place.table()->setCurrentIndex(company.model()->index(1, 0));
    ASSERT_EQ(company.place.current()->customer, "Bolt");

    company.must(enterOrder, company.draft(company.customer("Dove").id, {{company.nail.id, 1}}));
    company.desk.tellChanged();

    ASSERT_TRUE(soon([&] { return company.model()->rowCount() == 4; }));
    EXPECT_EQ(company.place.current()->customer, "Bolt");
    EXPECT_EQ(company.place.table()->currentIndex().row(), 2);
}

TEST(OrderList, aRowOpensWithReturn)
{
    ThreeOrders company;
    QString opened;
    QObject::connect(&company.place, &Place::openOrder, [&](const QString &number) { opened = number; });
    company.place.table()->setFocus();
    company.place.table()->setCurrentIndex(company.model()->index(2, 0));

    QTest::keyClick(company.place.table(), Qt::Key_Return);

    EXPECT_EQ(opened, "SO-0000001");
}

TEST(OrderList, isWrittenAsTheScreenShowsIt)
{
    ThreeOrders company;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("orders.csv"));

    company.place.writeCsv(path);

    ASSERT_TRUE(soon([&] { return QFile::exists(path); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto rows = readCsv(file.readAll());
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].cells.value(0), "Number");
    EXPECT_EQ(rows[1].cells.value(2), "Cord");
}

TEST(OrderList, aColumnThatWasHiddenStaysHidden)
{
    ThreeOrders company;
    company.place.table()->horizontalHeader()->setSectionHidden(4, true);
    settle();

    OrderListPlace again(company.desk);

    EXPECT_TRUE(again.table()->horizontalHeader()->isSectionHidden(4));
    company.place.table()->horizontalHeader()->setSectionHidden(4, false);
}

TEST(ProductList, showsStockAndFindsWhatIsOut)
{
    TestDesk company;
    company.product("NAIL", "10.00", 7);
    company.product("HAMMER", "25.00", 0);
    ProductListPlace place(company.desk);
    place.show();
    ASSERT_TRUE(soon([&] { return place.table()->model()->rowCount() == 2; }));
    EXPECT_EQ(cell(place.table()->model(), 1, "Available"), "7");

    QTest::mouseClick(chip(place, "Out of stock"), Qt::LeftButton);

    ASSERT_TRUE(soon([&] { return place.table()->model()->rowCount() == 1; }));
    EXPECT_EQ(cell(place.table()->model(), 0, "SKU"), "HAMMER");
}

TEST(PartyList, keepsCustomersAndSuppliersApart)
{
    TestDesk company;
    company.customer("Acme");
    company.supplier("Mill");
    PartyListPlace customers(company.desk, PartyKind::Customer), suppliers(company.desk, PartyKind::Supplier);
    customers.show();
    suppliers.show();

    ASSERT_TRUE(soon([&] { return customers.table()->model()->rowCount() == 1 && suppliers.table()->model()->rowCount() == 1; }));
    EXPECT_EQ(cell(customers.table()->model(), 0, "Name"), "Acme");
    EXPECT_EQ(cell(suppliers.table()->model(), 0, "Name"), "Mill");
}
