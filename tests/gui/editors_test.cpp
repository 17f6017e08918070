#include "core/warehouse/warehouse.h"
#include "gui/bind/notice.h"
#include "gui/customers/customerplaces.h"
#include "gui/prices/priceplace.h"
#include "gui/products/productplaces.h"
#include "gui/shell/unfinished.h"
#include "testdesk.h"

#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QToolButton>

namespace {

void act(Place &place, const char *text)
{
    for (QAction *action : place.actions())
        if (action->text() == QString::fromUtf8(text)) {
            ASSERT_TRUE(action->isEnabled()) << text;
            action->trigger();
            settle();
            return;
        }
    ADD_FAILURE() << "there is no action " << text;
}
void fill(QWidget &place, const char *name, const char *text)
{
    child<QLineEdit>(place, name)->clear();
    type(child<QLineEdit>(place, name), text);
}
QString said(Place &place) { return place.notice().text(); }
void answerAnd(QWidget &place, const std::vector<std::pair<const char *, const char *>> &fields)
{
    answer(place, fields);
    settle();
}

struct NailOnDesk : TestDesk {
    Product nail = product("NAIL", "10.00", 7, "4.00");
    ProductPlace place{desk, nail.id};
    NailOnDesk()
    {
        place.show();
        settle();
    }
};

} // namespace

TEST(ProductPlace, savingStoresWhatTheScreenShows)
{
    TestDesk company;
    ProductPlace place(company.desk, {});
    place.show();
    fill(place, "sku", "SAW");
    fill(place, "name", "Hand saw");
    child<QPlainTextEdit>(place, "description")->setPlainText(QStringLiteral("For wood"));
    fill(place, "barcode", "4006381333931");
    fill(place, "unit", "piece");
    fill(place, "weight", "0.75");

    EXPECT_TRUE(place.save());

    EXPECT_EQ(company.text("SELECT name || '|' || description || '|' || barcode || '|' || unit || '|' || weight FROM product WHERE sku = 'SAW'"),
              "Hand saw|For wood|4006381333931|piece|750000");
    EXPECT_EQ(said(place), "Saved.");
    EXPECT_EQ(place.title(), "SAW");
    EXPECT_FALSE(place.isDirty());
}

TEST(ProductPlace, aRefusalIsShownAndNothingIsStored)
{
    TestDesk company;
    ProductPlace place(company.desk, {});
    place.show();
    fill(place, "name", "Hand saw");

    EXPECT_FALSE(place.save());

    EXPECT_EQ(said(place), "A product needs a SKU.");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product"), 0);
    EXPECT_EQ(child<QLineEdit>(place, "name")->text(), "Hand saw");
}

TEST(ProductPlace, aFieldThatCannotBeReadKeepsEverythingFromBeingStored)
{
    NailOnDesk company;
    fill(company.place, "name", "Better nail");
    fill(company.place, "weight", "heavy");

    EXPECT_FALSE(company.place.save());

    EXPECT_EQ(company.text("SELECT name FROM product"), "Product NAIL");
    EXPECT_EQ(company.place.focusWidget(), child<QLineEdit>(company.place, "weight"));
}

TEST(ProductPlace, whatAnotherWorkstationSavedFirstIsNotOverwritten)
{
    NailOnDesk company;
    fill(company.place, "name", "Mine");
    Product theirs = company.nail;
    theirs.name = QStringLiteral("Theirs");
    company.must(saveProduct, theirs);

    EXPECT_FALSE(company.place.save());

    EXPECT_EQ(company.text("SELECT name FROM product"), "Theirs");
    EXPECT_TRUE(said(company.place).startsWith("Another workstation saved this in the meantime.")) << qPrintable(said(company.place));
    EXPECT_EQ(child<QLineEdit>(company.place, "name")->text(), "Mine");
}

TEST(ProductPlace, whatIsTypedStaysWhenOthersChangeTheProduct)
{
    NailOnDesk company;
    fill(company.place, "name", "Mine");
    Product theirs = company.nail;
    theirs.name = QStringLiteral("Theirs");
    company.must(saveProduct, theirs);

    company.desk.tellChanged();
    settle();

    EXPECT_EQ(child<QLineEdit>(company.place, "name")->text(), "Mine");
    child<QToolButton>(company.place, "noticeAction")->click();
    EXPECT_EQ(child<QLineEdit>(company.place, "name")->text(), "Theirs");
    EXPECT_FALSE(company.place.isDirty());
}

TEST(ProductPlace, receivesCountsAndTransfersGoods)
{
    NailOnDesk company;
    const auto main = company.text("SELECT code FROM location WHERE kind = 1");
    company.must([](Tx &tx) {
        Location shelf;
        shelf.code = QStringLiteral("B-02");
        shelf.name = QStringLiteral("Second shelf");
        shelf.warehouse = {tx.number("SELECT id FROM warehouse")};
        return saveLocation(tx, shelf);
    });

    act(company.place, "Receive goods…");
    answerAnd(company.place, {{"quantity", "3"}, {"cost", "6"}});
    EXPECT_EQ(company.number("SELECT SUM(on_hand) FROM stock_balance"), 10'000'000);
    EXPECT_EQ(company.balance("inventory"), "46.00"); // 7 at 4.00 and 3 at 6.00
    act(company.place, "Count…");
    answerAnd(company.place, {{"counted", "9"}, {"reason", "one is bent"}});
    EXPECT_EQ(company.number("SELECT SUM(on_hand) FROM stock_balance"), 9'000'000);
    EXPECT_EQ(company.balance("inventory"), "41.40");
    act(company.place, "Transfer…");
    answerAnd(company.place, {{"quantity", "4"}, {"from", qPrintable(main)}, {"to", "B-02"}});

    EXPECT_EQ(company.number("SELECT on_hand FROM stock_balance b JOIN location l ON l.id = b.location_id WHERE l.code = 'B-02'"), 4'000'000);
    EXPECT_TRUE(child<QLabel>(company.place, "stock")->text().startsWith("9 on hand, 0 allocated, 9 available"));
}

TEST(ProductPlace, refusesToTransferWhatIsNotThere)
{
    NailOnDesk company;
    act(company.place, "Transfer…");
    const QString before = company.everything();

    answerAnd(company.place, {{"quantity", "1"}, {"from", "nowhere"}});

    EXPECT_EQ(company.everything(), before);
}

TEST(ProductPlace, setsAPriceAndTakesItAwayWithUndo)
{
    NailOnDesk company;
    act(company.place, "Set price…");
    answerAnd(company.place, {{"price", "9.50"}, {"minimum", "10"}});
    EXPECT_EQ(company.number("SELECT price FROM price WHERE minimum = 10000000"), 9'500'000);
    auto *prices = child<QTableView>(company.place, "prices");
    prices->setCurrentIndex(prices->model()->index(1, 0));

    prices->actions().constFirst()->trigger();
    settle();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM price"), 1);
    child<QToolButton>(company.place, "noticeAction")->click();

    EXPECT_EQ(company.number("SELECT price FROM price WHERE minimum = 10000000"), 9'500'000);
}

TEST(ProductPlace, keepsPicturesAndRemovesThem)
{
    NailOnDesk company;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("nail.png"));
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    ASSERT_TRUE(picture.save(path));

    company.place.addImageFrom(path);
    settle();
    auto *images = child<QListWidget>(company.place, "images");
    ASSERT_EQ(images->count(), 1);
    EXPECT_EQ(company.text("SELECT name FROM product_image"), "nail.png");
    images->setCurrentRow(0);
    images->actions().constFirst()->trigger();
    settle();

    EXPECT_EQ(images->count(), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product_image"), 0);
}

TEST(ProductPlace, refusesWhatIsNoPicture)
{
    NailOnDesk company;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("nail.png")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();

    company.place.addImageFrom(file.fileName());

    EXPECT_TRUE(said(company.place).startsWith("nail.png is no PNG"));
}

TEST(PartyPlace, savingStoresWhatTheScreenShows)
{
    TestDesk company;
    PartyPlace place(company.desk, PartyKind::Customer, {});
    place.show();
    fill(place, "name", "Ada Byron");
    fill(place, "company", "Engines Ltd");
    fill(place, "email", "ada@engines.example");
    fill(place, "terms", "14");
    fill(place, "discount", "2.5");
    fill(place, "creditLimit", "1,000");
    fill(place, "street", "1 Analytical Way");
    fill(place, "city", "London");
    fill(place, "country", "GB");

    EXPECT_TRUE(place.save());

    EXPECT_EQ(company.text("SELECT name || '|' || company || '|' || email || '|' || terms_days || '|' || discount || '|' || credit_limit FROM party"),
              "Ada Byron|Engines Ltd|ada@engines.example|14|25000|100000");
    EXPECT_EQ(company.text("SELECT street || '|' || city || '|' || country FROM party_address"), "1 Analytical Way|London|GB");
    EXPECT_EQ(place.title(), "Engines Ltd");
}

TEST(PartyPlace, aRefusalIsShownAndNothingIsStored)
{
    TestDesk company;
    PartyPlace place(company.desk, PartyKind::Supplier, {});
    place.show();
    fill(place, "email", "nobody@nowhere.example");

    EXPECT_FALSE(place.save());

    EXPECT_EQ(said(place), "A supplier needs a name.");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party"), 0);
}

TEST(PartyPlace, showsWhatWasOrderedAndWhatIsOwed)
{
    TestDesk company;
    const auto nail = company.product("NAIL", "10.00", 7);
    const auto acme = company.customer("Acme");
    const auto order = company.order(acme.id, {{nail.id, 1}});
    company.must([&](Tx &tx) { return shipOrder(tx, order.id); });
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });

    PartyPlace place(company.desk, PartyKind::Customer, acme.id);

    EXPECT_EQ(plain(child<QLabel>(place, "balance")->text()), "11.90 EUR");
}

TEST(PartyPlace, anotherAddressIsAdded)
{
    TestDesk company;
    PartyPlace place(company.desk, PartyKind::Customer, company.customer("Acme").id);
    place.show();
    act(place, "Add address…");

    answerAnd(place, {{"street", "Dock 4"}, {"city", "Hamburg"}, {"country", "de"}});

    EXPECT_EQ(company.text("SELECT street || '|' || city || '|' || country FROM party_address"), "Dock 4|Hamburg|DE");
}

TEST(Editor, whatWasTypedIsThereAgainAfterACrashUntilItIsSaved)
{
    TestDesk company;
    const auto acme = company.customer("Acme");
    const auto uid = company.desk.session().scene().companyUid;
    {
        PartyPlace place(company.desk, PartyKind::Customer, acme.id);
        place.show();
        fill(place, "phone", "555 123");
        ASSERT_TRUE(soon([&] { return !unfinished::all(uid).isEmpty(); }));
    }

    PartyPlace again(company.desk, PartyKind::Customer, acme.id);

    EXPECT_EQ(child<QLineEdit>(again, "phone")->text(), "555 123");
    EXPECT_TRUE(again.isDirty());
    EXPECT_TRUE(again.save());
    EXPECT_TRUE(unfinished::all(uid).isEmpty());
    EXPECT_EQ(company.text("SELECT phone FROM party"), "555 123");
}

TEST(Editor, whatWasTypedCanBeDiscarded)
{
    TestDesk company;
    const auto acme = company.customer("Acme");
    PartyPlace place(company.desk, PartyKind::Customer, acme.id);
    place.show();
    fill(place, "phone", "555 123");

    place.discard();

    EXPECT_EQ(child<QLineEdit>(place, "phone")->text(), "");
    EXPECT_FALSE(place.isDirty());
    EXPECT_TRUE(unfinished::all(company.desk.session().scene().companyUid).isEmpty());
}

TEST(PricePlace, saysWhatSomebodyWouldPayAndWhy)
{
    TestDesk company;
    company.product("NAIL", "10.00");
    Party acme = company.customer("Acme");
    acme.discount = *Rate::parsePercent(u"5");
    company.must(saveParty, acme);
    PricePlace place(company.desk);
    place.show();

    fill(place, "askSku", "NAIL");
    EXPECT_EQ(plain(child<QLabel>(place, "priceAnswer")->text()), "10.00 EUR — Base price");
    fill(place, "askCustomer", qPrintable(acme.code));

    EXPECT_EQ(plain(child<QLabel>(place, "priceAnswer")->text()), "9.50 EUR — Base price less 5 %");
}

TEST(PricePlace, setsAPriceOfTheListThatIsShown)
{
    TestDesk company;
    company.product("NAIL", "10.00");
    PricePlace place(company.desk);
    place.show();
    settle();
    act(place, "New price list…");
    answerAnd(place, {{"code", "TRADE"}, {"name", "Trade"}});
    ASSERT_EQ(company.number("SELECT COUNT(*) FROM price_list"), 1);
    auto *lists = child<QComboBox>(place, "priceList");
    ASSERT_TRUE(soon([&] { return lists->findText("Trade") >= 0; }));
    lists->setCurrentIndex(lists->findText(QStringLiteral("Trade")));

    act(place, "Set price…");
    answerAnd(place, {{"sku", "NAIL"}, {"price", "8"}});

    EXPECT_EQ(company.number("SELECT price FROM price WHERE price_list_id IS NOT NULL"), 8'000'000);
}
