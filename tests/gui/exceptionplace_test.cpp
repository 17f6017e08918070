#include "channels/engine/apply.h"
#include "core/sales/cancelorder.h"
#include "core/sales/pickorder.h"
#include "gui/bind/question.h"
#include "gui/customers/customerplaces.h"
#include "gui/exceptions/exceptionplace.h"
#include "gui/orders/orderplace.h"
#include "testdesk.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace channels;

namespace {

struct NoShop : Http {
    Response send(const Request &) override { throw Failure(Failure::Kind::Unreachable, QStringLiteral("there is no shop")); }
};

/// A company whose web shop sends orders with a trouble, as WooCommerce writes them.
struct TroubledDesk : TestDesk {
    TroubledDesk() : connector(findKind(QStringLiteral("woocommerce"))->open(http, access()))
    {
        channel = must([](Tx &tx) -> Result<Channel> {
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
        product("MUG", "10.00", 20);
    }
    static Access access()
    {
        Access access;
        access.url = QStringLiteral("https://shop.example");
        access.secrets = {QString(), QString()};
        access.currency = Eur;
        return access;
    }
    /// One mug (or what `sku` says) for 11.90 with tax at `rate` percent.
    void send(int id, const char *sku, const char *rate = "19", const char *total = "11.90", const char *status = "processing", int second = 0)
    {
        const QString json =
            QStringLiteral(
                R"({"id":%1,"number":"W%1","status":"%5","currency":"EUR","prices_include_tax":true,"date_created_gmt":"2030-01-02T08:00:00",
                "date_modified_gmt":"2030-01-02T08:00:%6","date_paid_gmt":"2030-01-02T08:00:00","payment_method":"card","total":"%4","customer_id":0,
                "billing":{"first_name":"Jo","last_name":"Buyer","address_1":"Main St 1","city":"Berlin","postcode":"10115","country":"DE","email":"jo@example.com"},
                "shipping":{},"line_items":[{"id":%1,"name":"A mug","product_id":5,"variation_id":0,"quantity":1,"sku":"%2","subtotal":"10.00","subtotal_tax":"1.90",
                "total":"10.00","total_tax":"1.90","price":10,"taxes":[{"id":1,"total":"1.90","subtotal":"1.90"}]}],"shipping_lines":[],"fee_lines":[],"coupon_lines":[],
                "refunds":[],"tax_lines":[{"id":9,"rate_id":1,"label":"VAT","rate_percent":%3,"compound":false,"tax_total":"1.90","shipping_tax_total":"0.00"}]})")
                .arg(id)
                .arg(QLatin1String(sku), QLatin1String(rate), QLatin1String(total), QLatin1String(status),
                     QStringLiteral("%1").arg(second, 2, 10, QLatin1Char('0')));
        const auto raw = Json::parse(json.toUtf8());
        ASSERT_TRUE(raw);
        RemoteOrder order = connector->readOrder(*raw);
        order.raw = RawMessage(*raw);
        must([&](Tx &tx) { return applyOrder(tx, channel, *connector, order); });
    }
    std::vector<QString> states()
    {
        return ask([](Tx &tx) {
            std::vector<QString> words;
            for (const SalesOrder &order : tx.all<SalesOrder>("id > 0 ORDER BY id"))
                words.push_back(stateWord(order.state));
            return words;
        });
    }

    NoShop http;
    std::unique_ptr<Connector> connector;
    Channel channel;
};

/// The place on a screen, worked with the keyboard alone.
struct Screen {
    explicit Screen(TroubledDesk &company) : place(company.desk), causes(child<QTableView>(place, "causes"))
    {
        place.resize(1200, 700);
        place.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&place));
        place.enter();
        EXPECT_TRUE(soon([this] { return causes->model()->rowCount() > 0; }));
        settle();
    }
    QDialog *dialog()
    {
        soon([this] { return place.findChild<QPushButton *>(QStringLiteral("decide")) != nullptr; });
        auto *button = place.findChild<QPushButton *>(QStringLiteral("decide"));
        return button ? qobject_cast<QDialog *>(button->window()) : nullptr;
    }
    QString summary() { return plain(child<QLabel>(*dialog(), "summary")->text()); }
    void sayYes(QDialog *shown)
    {
        ASSERT_TRUE(shown);
        ASSERT_TRUE(QTest::qWaitForWindowActive(shown));
        EXPECT_TRUE(shown->focusWidget() && shown->focusWidget()->objectName() == QLatin1String("decide"));
        QTest::keyClick(shown, Qt::Key_Return);
        EXPECT_TRUE(soon([this] { return place.findChild<QPushButton *>(QStringLiteral("decide")) == nullptr; }));
        EXPECT_TRUE(soon([this] { return place.notice().isVisible(); }));
        soon([this] { return causes->model()->rowCount() == 0; });
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        place.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&place));
        QTest::keyClick(place.focusWidget() ? place.focusWidget() : &place, key, modifiers);
    }
    void answerTarget(const char *target)
    {
        answer(place, {{"target", target}});
        settle();
    }

    ExceptionPlace place;
    QTableView *causes;
};

} // namespace

TEST(ExceptionPlace, oneCauseIsLinkedForAllThatWaitAfterALookAndTakenBack)
{
    TroubledDesk company;
    company.send(1, "MUGG");
    company.send(2, "MUGG");
    Screen screen(company);
    EXPECT_EQ(cell(screen.causes->model(), 0, "Cause"), "MUGG");
    EXPECT_EQ(cell(screen.causes->model(), 0, "Count"), "2");
    EXPECT_EQ(cell(screen.causes->model(), 0, "Money waiting"), "23.80 EUR");
    auto *orders = child<QTableView>(screen.place, "orders");
    EXPECT_TRUE(soon([&] { return orders->model()->rowCount() == 2; }));

    screen.key(Qt::Key_L, Qt::ControlModifier);
    screen.answerTarget("MUG");
    QDialog *shown = screen.dialog();
    ASSERT_TRUE(shown);
    EXPECT_TRUE(screen.summary().contains(QLatin1String("23.80 EUR"))) << qPrintable(screen.summary());
    EXPECT_EQ(cell(child<QTableView>(*shown, "touched")->model(), 0, "State"), "On hold → Confirmed");
    EXPECT_EQ(company.states(), (std::vector<QString>{"on_hold", "on_hold"})); // shown, not done
    screen.sayYes(shown);
    EXPECT_EQ(company.states(), (std::vector<QString>{"confirmed", "confirmed"}));

    auto *tabs = screen.place.findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    auto *decisions = child<QTableView>(screen.place, "decisions");
    decisions->setFocus();
    EXPECT_EQ(cell(decisions->model(), 0, "Decision"), "Link to MUG");
    EXPECT_EQ(cell(decisions->model(), 0, "Holds for what comes"), "yes");
    screen.key(Qt::Key_B, Qt::ControlModifier);
    EXPECT_TRUE(soon([&] { return decisions->model()->rowCount() == 0; }));
    EXPECT_EQ(company.states(), (std::vector<QString>{"on_hold", "on_hold"}));
    EXPECT_TRUE(soon([&] { return screen.causes->model()->rowCount() == 1; }));
}

TEST(ExceptionPlace, oneChannelAloneIsShownWhereItWasOpenedFrom)
{
    TroubledDesk company;
    company.send(1, "MUGG");
    Screen screen(company);
    NewChannel other;
    other.name = QStringLiteral("stall");
    other.kind = QStringLiteral("byhand");
    ASSERT_TRUE(addChannel(company.session(), other));

    screen.place.showChannel(QStringLiteral("stall"));
    EXPECT_TRUE(soon([&] { return screen.causes->model()->rowCount() == 0; }));
    EXPECT_EQ(child<QComboBox>(screen.place, "channel")->currentText(), "stall");
    screen.place.showChannel(QStringLiteral("web"));
    EXPECT_TRUE(soon([&] { return screen.causes->model()->rowCount() == 1; }));
    screen.place.showChannel(QString());
    EXPECT_TRUE(soon([&] { return child<QComboBox>(screen.place, "channel")->currentText() == QLatin1String("All channels"); }));
    EXPECT_EQ(screen.causes->model()->rowCount(), 1);
}

TEST(ExceptionPlace, anSkuThatDoesNotExistIsRefusedInTheQuestionAndNothingTypedIsLost)
{
    TroubledDesk company;
    company.send(1, "MUGG");
    Screen screen(company);

    screen.key(Qt::Key_L, Qt::ControlModifier);
    screen.answerTarget("NOSUCH");

    Question *question = openQuestion(screen.place);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->text("target"), "NOSUCH");
    EXPECT_EQ(company.states(), (std::vector<QString>{"on_hold"}));
    question->close();
}

TEST(ExceptionPlace, aProductIsCreatedForIt)
{
    TroubledDesk company;
    company.send(1, "NEW-1");
    Screen screen(company);

    screen.key(Qt::Key_N, Qt::ControlModifier);
    screen.answerTarget("NEW-1");
    screen.sayYes(screen.dialog());

    EXPECT_EQ(company.text("SELECT name FROM product WHERE sku = 'NEW-1'"), "A mug");
    EXPECT_EQ(company.states(), (std::vector<QString>{"confirmed"}));
}

TEST(ExceptionPlace, anUnknownTaxIsLinked)
{
    TroubledDesk company;
    company.send(1, "MUG", "18.5");
    Screen screen(company);
    const QByteArray code = company.text("SELECT code FROM tax WHERE rate = 190000 AND country = 'DE'").toLatin1();

    screen.key(Qt::Key_L, Qt::ControlModifier);
    screen.answerTarget(code.constData());
    screen.sayYes(screen.dialog());

    EXPECT_EQ(company.states(), (std::vector<QString>{"confirmed"}));
    EXPECT_EQ(company.number("SELECT amount FROM sales_line_tax"), 190);
}

TEST(ExceptionPlace, totalsAreAccepted)
{
    TroubledDesk company;
    company.send(1, "MUG", "19", "13.00");
    Screen screen(company);

    screen.key(Qt::Key_Return, Qt::ControlModifier);
    screen.sayYes(screen.dialog());

    EXPECT_EQ(company.states(), (std::vector<QString>{"confirmed"}));
    EXPECT_EQ(company.number("SELECT total FROM sales_order"), 1300);
}

TEST(ExceptionPlace, anOrderIsCancelled)
{
    TroubledDesk company;
    company.send(1, "MUGG");
    Screen screen(company);

    screen.key(Qt::Key_Delete, Qt::ControlModifier);
    QDialog *shown = screen.dialog();
    ASSERT_TRUE(shown);
    EXPECT_EQ(cell(child<QTableView>(*shown, "touched")->model(), 0, "State"), "On hold → Cancelled");
    screen.sayYes(shown);

    EXPECT_EQ(company.states(), (std::vector<QString>{"cancelled"}));
}

TEST(ExceptionPlace, anOrderThatWasOpenWhenTheShopCancelledItIsNotPackedAndSaysWhy)
{
    TroubledDesk company;
    company.send(1, "MUG");
    company.must(pickOrder, Id<SalesOrder>{1}, Part{});
    OrderPlace place(company.desk, {1});
    place.show();
    settle();
    company.send(1, "MUG", "19", "11.90", "cancelled", 30); // while it stands on the screen

    for (QAction *action : place.actions())
        if (action->text() == QLatin1String("Pack"))
            action->trigger();
    settle();

    EXPECT_TRUE(place.notice().isVisible());
    EXPECT_EQ(company.states(), (std::vector<QString>{"cancelled"}));
    EXPECT_EQ(company.number("SELECT packed FROM sales_line"), 0);
    const auto labels = place.notice().findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                            [](QLabel *label) { return label->text().contains(QLatin1String("has been cancelled: put the goods back")); }));
}

TEST(CustomerCard, whoLooksLikeTheSameIsMergedWithReturnAndTakenApartWithReturn)
{
    TestDesk company;
    const Party one = company.customer("Acme");
    Party other;
    other.name = QStringLiteral("Acme");
    other.company = QStringLiteral("Acme");
    other.email = QStringLiteral("two@example.com");
    other = company.must(saveParty, other);
    Party first = company.ask([&](Tx &tx) { return tx.get(one.id); });
    first.company = QStringLiteral("ACME");
    company.must(saveParty, first);
    PartyPlace place(company.desk, PartyKind::Customer, one.id);
    place.resize(1000, 700);
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    auto *same = child<QTableView>(place, "same");
    ASSERT_TRUE(soon([&] { return same->model()->rowCount() == 1; }));
    EXPECT_EQ(cell(same->model(), 0, "Why"), "same company");
    auto *tabs = place.findChild<QTabWidget *>();
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabText(i) == QLatin1String("Same customer?"))
            tabs->setCurrentIndex(i);
    same->setFocus();

    QTest::keyClick(same, Qt::Key_Return);

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party WHERE merged_into = 1"), 1);
    ASSERT_TRUE(soon([&] { return cell(same->model(), 0, "Why") == QLatin1String("merged into this customer"); }));
    QTest::keyClick(same, Qt::Key_Return);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party WHERE merged_into IS NOT NULL"), 0);
}
