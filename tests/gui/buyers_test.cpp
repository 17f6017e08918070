#include "channels/byhand/weborder.h"
#include "gui/bind/question.h"
#include "gui/channels/channelplace.h"
#include "gui/customers/customerplaces.h"
#include "testdesk.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

namespace {

/// A site that is served by hand and open to approved customers; ACME has ordered there, and waits.
struct SiteDesk : TestDesk {
    SiteDesk()
    {
        NewChannel wanted;
        wanted.name = QStringLiteral("stall");
        wanted.kind = QStringLiteral("byhand");
        wanted.url = QStringLiteral("https://stall.example");
        channel = *addChannel(session(), wanted);
        channel = must([&](Tx &tx) { return setBuyers(tx, channel.id, Buyers::Approved); });
        product("MUG", "10.00", 20);
        acme = customer("Acme");
        order("1");
    }
    void order(const char *number)
    {
        channels::byhand::WebOrder order;
        order.number = QString::fromLatin1(number);
        order.customer = acme.id;
        order.payment = channels::byhand::WebPayment::Paid;
        channels::byhand::WebLine line;
        line.sku = QStringLiteral("MUG");
        line.price = UnitPrice::parse(QStringLiteral("11.90"), Eur);
        order.lines = {line};
        order.total = eur("11.90");
        must([&](Tx &tx) { return channels::byhand::enterWebOrder(tx, channel, order, false); });
    }
    QString state(qint64 id)
    {
        return ask([&](Tx &tx) { return stateWord(tx.get(Id<SalesOrder>{id}).state); });
    }

    Channel channel;
    Party acme;
};

/// Brings a tab to the front, by its title.
void turnTo(QWidget &place, const char *title)
{
    auto *tabs = place.findChild<QTabWidget *>();
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabText(i) == QLatin1String(title))
            return tabs->setCurrentIndex(i);
    ADD_FAILURE() << "there is no tab " << title;
}

void choose(QWidget &parent, const char *field, const char *text)
{
    auto *question = openQuestion(parent);
    ASSERT_TRUE(question);
    child<QComboBox>(*question, field)->setCurrentText(QString::fromLatin1(text));
}

} // namespace

TEST(BuyersPanel, whoWaitsIsApprovedWithdrawnAndTheChannelOpened)
{
    SiteDesk company;
    ChannelPlace place(company.desk);
    place.resize(1200, 800);
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    turnTo(place, "Who may buy");
    auto *buyers = child<QTableView>(place, "buyers");
    ASSERT_TRUE(soon([&] { return buyers->model()->rowCount() == 1; }));
    EXPECT_EQ(child<QLabel>(place, "open-to")->text(), "Who may buy: Customers that were approved");
    EXPECT_EQ(cell(buyers->model(), 0, "Customer"), "Acme");
    EXPECT_TRUE(cell(buyers->model(), 0, "State").startsWith(QLatin1String("1 order"))) << qPrintable(cell(buyers->model(), 0, "State"));
    EXPECT_FALSE(child<QPushButton>(place, "withdraw-buyer")->isEnabled());

    QTest::mouseClick(child<QPushButton>(place, "approve-buyer"), Qt::LeftButton);
    ASSERT_TRUE(openQuestion(place));
    EXPECT_EQ(openQuestion(place)->text("customer"), company.acme.code); // whose order waits
    answer(place, {});

    ASSERT_TRUE(soon([&] { return cell(buyers->model(), 0, "State") == QLatin1String("Approved"); }));
    EXPECT_EQ(cell(buyers->model(), 0, "By"), "clerk");
    EXPECT_EQ(company.state(1), "confirmed");

    QTest::mouseClick(child<QPushButton>(place, "withdraw-buyer"), Qt::LeftButton);
    ASSERT_TRUE(soon([&] { return buyers->model()->rowCount() == 0; }));
    company.order("2");
    EXPECT_EQ(company.state(2), "on_hold");

    QTest::mouseClick(child<QPushButton>(place, "change-buyers"), Qt::LeftButton);
    choose(place, "who", "Anyone");
    answer(place, {});
    EXPECT_TRUE(soon([&] { return child<QLabel>(place, "open-to")->text() == QLatin1String("Who may buy: Anyone"); }));
    EXPECT_EQ(company.state(2), "confirmed");
}

TEST(BuyersPanel, aCodeThatNobodyHasIsRefusedInTheQuestionAndStaysTyped)
{
    SiteDesk company;
    ChannelPlace place(company.desk);
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    turnTo(place, "Who may buy");
    settle();

    QTest::mouseClick(child<QPushButton>(place, "approve-buyer"), Qt::LeftButton);
    answer(place, {{"customer", "NOBODY"}});

    auto *question = openQuestion(place);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->text("customer"), "NOBODY");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_buyer"), 0);
    question->close();
}

TEST(CustomerStanding, isChangedOnTheCardAndAChannelIsOpenedWithReturn)
{
    SiteDesk company;
    PartyPlace place(company.desk, PartyKind::Customer, company.acme.id);
    place.resize(1100, 750);
    place.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&place));
    turnTo(place, "May buy");
    auto *channels = child<QTableView>(place, "buys-on");
    ASSERT_TRUE(soon([&] { return channels->model()->rowCount() == 1; }));
    auto *standing = child<QLabel>(place, "standing");
    EXPECT_EQ(standing->text(), "Standing: May buy");

    QTest::mouseClick(child<QPushButton>(place, "change-standing"), Qt::LeftButton);
    choose(place, "standing", "Credit hold");
    answer(place, {});
    EXPECT_TRUE(soon([&] { return standing->text() == QLatin1String("Standing: Credit hold"); }));
    company.order("2");

    channels->setFocus();
    QTest::keyClick(channels, Qt::Key_Return);
    ASSERT_TRUE(soon([&] { return cell(channels->model(), 0, "This customer") == QLatin1String("Approved"); }));
    EXPECT_EQ(company.state(1), "confirmed"); // approved; placed before the hold
    EXPECT_EQ(company.state(2), "on_hold");   // on credit hold

    QTest::mouseClick(child<QPushButton>(place, "change-standing"), Qt::LeftButton);
    choose(place, "standing", "May buy");
    answer(place, {});
    EXPECT_TRUE(soon([&] { return standing->text() == QLatin1String("Standing: May buy"); }));
    EXPECT_EQ(company.state(2), "confirmed");
}
