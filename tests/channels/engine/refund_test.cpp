#include "channels/byhand/weborder.h"
#include "channels/engine/apply.h"
#include "channels/engine/settled.h"
#include "core/sales/cancelorder.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

#include <QFile>

// A refund happens once, but is told twice: by who does it at the desk, and by the shop. Whoever comes first, goods and money are booked once.

using namespace channels;

namespace {

/// A paid order of three mugs at 11.90.
struct RefundCompany : ShopCompany {
    RefundCompany()
    {
        product("MUG", "10.00", 10);
        shop.sells("1", "MUG", 3, "35.70");
        pulled();
        id = onlyOrder().id;
    }
    void ship() { must(shipOrder, id, Dispatch()); }
    SalesReturn takeBack(int units, const char *net = nullptr, const char *tax = nullptr)
    {
        ReturnLine line{1, pcs(units)};
        if (net)
            line.net = eur(net), line.tax = eur(tax);
        return must(returnOrder, id, std::vector<ReturnLine>{line}, QStringLiteral("came back"), QDate());
    }
    void payOut(const char *amount) { must(refundPayment, MoneyMove{id, {}, eur(amount), QStringLiteral("bank"), {}, {}, {}, {}}); }
    RemoteOrder &order() { return shop.orders[0]; }
    void tell()
    {
        shop.change(order(), ++m_second * 60);
        pulled();
        EXPECT_TRUE(isProven());
    }
    void refunds(const char *refund, const char *amount, int units)
    {
        RemoteRefund told{QString::fromLatin1(refund), order().placedAt, QStringLiteral("sorry"), eur(amount), {}, true};
        const Money tax = taxWithin(told.amount, Rate{190'000});
        if (units > 0)
            told.lines = {{QStringLiteral("l1"), pcs(units), told.amount - tax, tax, true}};
        order().refunds.push_back(told);
        tell();
    }
    bool isProven()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where) << ": " << qPrintable(difference.text);
        return found.ok();
    }
    SalesLine line()
    {
        return ask([&](Tx &tx) { return linesOf(tx, tx.get(id)).front(); });
    }
    qint64 returns() { return number("SELECT COUNT(*) FROM sales_return"); }
    QString credited() { return Money(number("SELECT COALESCE(SUM(total), 0) FROM invoice WHERE kind = 2"), Eur).toString(); }
    QString paidBack() { return Money(number("SELECT COALESCE(SUM(amount), 0) FROM payment WHERE direction = 2"), Eur).toString(); }
    QStringList exceptions()
    {
        QStringList all;
        for (const SyncException &one : ask([](Tx &tx) { return openExceptions(tx); }))
            all << one.kind + QStringLiteral(": ") + one.message;
        return all;
    }

    Id<SalesOrder> id;

private:
    int m_second = 0;
};

} // namespace

TEST(Refund, ofWhatTheDeskTookBackBeforeTakesNothingBackAgain)
{
    RefundCompany company;
    company.ship();
    const SalesReturn back = company.takeBack(1);

    company.refunds("r1", "11.90", 1);

    EXPECT_EQ(company.returns(), 1);
    EXPECT_EQ(company.line().returned, pcs(1));
    EXPECT_EQ(company.credited(), "11.90");
    EXPECT_EQ(company.paidBack(), "11.90"); // the shop's own money
    EXPECT_EQ(company.balance(role::Clearing), "23.80");
    EXPECT_EQ(company.number("SELECT return_id FROM channel_refund_part WHERE return_id IS NOT NULL AND booked_before = 1"), back.id.value);
    EXPECT_EQ(company.number("SELECT invoice_id FROM channel_refund_part WHERE invoice_id IS NOT NULL AND booked_before = 1"),
              back.creditNote->id.value);
    EXPECT_TRUE(company.exceptions().isEmpty()) << qPrintable(company.exceptions().join(u'\n'));
}

TEST(Refund, ofWhatTheDeskPaidOutBeforePaysNothingOutAgain)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);
    company.payOut("11.90");

    company.refunds("r1", "11.90", 1);
    company.tell(); // and once more

    EXPECT_EQ(company.returns(), 1);
    EXPECT_EQ(company.credited(), "11.90");
    EXPECT_EQ(company.paidBack(), "11.90");
    EXPECT_TRUE(company.exceptions().isEmpty());
}

TEST(Refund, ofUnitsThatTheDeskGaveUpGivesNoneUpAgain)
{
    RefundCompany company;
    company.must(cancelOrder, company.id, Part{{1, pcs(1)}}, QStringLiteral("broken"));

    company.refunds("r1", "11.90", 1);

    EXPECT_EQ(company.line().cancelled, pcs(1));
    EXPECT_EQ(company.paidBack(), "11.90");
    company.refunds("r2", "11.90", 1); // another one is another one
    EXPECT_EQ(company.line().cancelled, pcs(2));
    EXPECT_EQ(company.paidBack(), "23.80");
    EXPECT_TRUE(company.exceptions().isEmpty());
}

TEST(Refund, ofAnAmountThatTheDeskCreditedBeforeIsNotCreditedAgain)
{
    RefundCompany company;
    company.ship();
    company.must([&](Tx &tx) { return invoiceOrder(tx, company.id); });
    company.must(creditOrder, company.id, std::vector<CreditLine>{{1, {}, eur("4.20"), eur("0.80")}}, QStringLiteral("a scratch"), QDate());

    company.refunds("r1", "5.00", 0);

    EXPECT_EQ(company.credited(), "5.00");
    EXPECT_EQ(company.paidBack(), "5.00");
    EXPECT_TRUE(company.exceptions().isEmpty());
}

TEST(Refund, ofAnAmountForWhatTheDeskTookBackTakesTheUnitsForTold)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);
    company.refunds("r1", "11.90", 0); // the shop says only the money

    company.refunds("r2", "11.90", 1); // the next one comes back

    EXPECT_EQ(company.line().returned, pcs(2));
    EXPECT_EQ(company.credited(), "23.80");
    EXPECT_EQ(company.paidBack(), "23.80");
}

TEST(Refund, twoOfTheShopAreSettledWithOneReturnOfTwo)
{
    RefundCompany company;
    company.ship();
    company.takeBack(2);

    company.refunds("r1", "11.90", 1);
    company.refunds("r2", "11.90", 1);

    EXPECT_EQ(company.returns(), 1);
    EXPECT_EQ(company.credited(), "23.80");
    EXPECT_EQ(company.paidBack(), "23.80");
    EXPECT_TRUE(company.exceptions().isEmpty()) << qPrintable(company.exceptions().join(u'\n'));
}

TEST(Refund, whatTheShopDidItselfIsNeverTakenForTheDesksOwn)
{
    RefundCompany company;
    company.ship();

    company.refunds("r1", "11.90", 1);
    company.refunds("r2", "11.90", 1);

    EXPECT_EQ(company.returns(), 2);
    EXPECT_EQ(company.line().returned, pcs(2));
    EXPECT_EQ(company.credited(), "23.80");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_refund_part WHERE booked_before = 1"), 0);
}

TEST(Refund, ofMoreThanTheDeskCreditedCreditsTheRestAndIsShown)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1, "5.00", "0.95");

    company.refunds("r1", "11.90", 1);

    EXPECT_EQ(company.returns(), 1);
    EXPECT_EQ(company.credited(), "11.90");
    EXPECT_EQ(company.paidBack(), "11.90");
    ASSERT_EQ(company.exceptions().size(), 1);
    EXPECT_TRUE(company.exceptions()[0].startsWith("refund: ")) << qPrintable(company.exceptions()[0]);
    EXPECT_TRUE(company.exceptions()[0].contains("5.95 credited here, 11.90 in the shop")) << qPrintable(company.exceptions()[0]);
    const auto first = company.ask([](Tx &tx) { return openExceptions(tx).front().id; });
    company.must([&](Tx &tx) { return resolveException(tx, first, {QStringLiteral("accept"), {}, {}}, company.shop); });
    EXPECT_TRUE(company.exceptions().isEmpty());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_rule"), 0); // about this one, not about what comes
}

TEST(Refund, ofLessThanTheDeskCreditedLeavesTheBuyerTheRestAndIsShown)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);

    company.refunds("r1", "9.90", 1);

    EXPECT_EQ(company.credited(), "11.90");
    EXPECT_EQ(company.paidBack(), "9.90");
    ASSERT_EQ(company.exceptions().size(), 1);
    EXPECT_TRUE(company.exceptions()[0].contains("11.90 credited here, 9.90 in the shop")) << qPrintable(company.exceptions()[0]);
}

TEST(Refund, thatAgreesOnlyInPartWithWhatWasPaidOutIsShown)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);
    company.payOut("5.00");

    company.refunds("r1", "11.90", 1);

    EXPECT_EQ(company.paidBack(), "11.90");
    ASSERT_EQ(company.exceptions().size(), 1);
    EXPECT_TRUE(company.exceptions()[0].contains("5.00 paid out here, 11.90 in the shop")) << qPrintable(company.exceptions()[0]);
}

TEST(Refund, ofMoreUnitsThanTheDeskTookBackTakesTheRestBackAndIsShown)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);

    company.refunds("r1", "23.80", 2);

    EXPECT_EQ(company.line().returned, pcs(2));
    EXPECT_EQ(company.credited(), "23.80");
    EXPECT_EQ(company.paidBack(), "23.80");
    ASSERT_EQ(company.exceptions().size(), 1);
    EXPECT_TRUE(company.exceptions()[0].contains("MUG: 1 taken back here, 2 in the shop")) << qPrintable(company.exceptions()[0]);
}

TEST(Refund, withoutMoneyTakesTheGoodsBackOnce)
{
    RefundCompany company;
    company.ship();

    company.refunds("r1", "0.00", 1);
    company.tell();

    EXPECT_EQ(company.returns(), 1);
    EXPECT_EQ(company.line().returned, pcs(1));
    EXPECT_EQ(company.number("SELECT SUM(on_hand) FROM stock_balance"), pcs(8).millionths);
    EXPECT_EQ(company.credited(), "0.00");
    EXPECT_EQ(company.paidBack(), "0.00");
}

TEST(Refund, ofEverythingCreditsWhatTheDeskHasNotCreditedYet)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);
    company.order().state = RemoteState::Refunded;

    company.refunds("r1", "35.70", 0);

    EXPECT_EQ(company.credited(), "35.70");
    EXPECT_EQ(company.paidBack(), "35.70");
    EXPECT_TRUE(company.exceptions().isEmpty()) << qPrintable(company.exceptions().join(u'\n'));
}

TEST(Refund, madeAtTheDeskBeforeATypedOrderWasRecognisedIsNotMadeAgain)
{
    ShopCompany company;
    company.product("MUG", "10.00", 10);
    const auto become = [&](const char *kind) {
        company.must([&](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET kind = ?", QString::fromLatin1(kind)), Done{}; });
        company.channel = company.ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });
    };
    become("byhand");
    byhand::WebOrder typed;
    typed.number = QStringLiteral("W1");
    typed.lines.push_back({QStringLiteral("MUG"), {}, pcs(2), {}, {}, {}});
    typed.total = eur("23.80");
    typed.payment = byhand::WebPayment::Paid;
    const Id<SalesOrder> id = company.must([&](Tx &tx) { return byhand::enterWebOrder(tx, company.channel, typed, false); }).id;
    company.must(shipOrder, id, Dispatch());
    company.must(returnOrder, id, std::vector<ReturnLine>{{1, pcs(2)}}, QStringLiteral("came back"), QDate());
    company.must(refundPayment, MoneyMove{id, {}, eur("23.80"), QStringLiteral("bank"), {}, {}, {}, {}});
    become("woocommerce");
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80", 1);
    order.refunds = {
        {QStringLiteral("r1"), order.placedAt, {}, eur("23.80"), {{QStringLiteral("l1"), pcs(2), eur("20.00"), eur("3.80"), true}}, true}};

    company.pulled();
    company.shop.change(order, 60);
    company.pulled();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM payment"), 2); // in and out, once each
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_return"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice WHERE kind = 2"), 1);
    EXPECT_EQ(company.number("SELECT SUM(paid) FROM sales_order"), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''"), 0);
    EXPECT_TRUE(verifyCompany(company.session())->ok());
}

TEST(Refund, thatAccountsForMoreThanThereWasIsFound)
{
    RefundCompany company;
    company.ship();
    company.takeBack(1);
    company.refunds("r1", "11.90", 1);

    company.must([](Tx &tx) -> Result<> {
        tx.run(
            "INSERT INTO channel_refund_part (refund_id, line, quantity, amount, booked_before, return_id, invoice_id, payment_id) SELECT refund_id, "
            "line, quantity, amount, booked_before, return_id, invoice_id, payment_id FROM channel_refund_part");
        return Done{};
    });

    const Verification found = company.ask([](Tx &tx) { return verify(tx, std::nullopt); });
    QStringList where;
    for (const auto &difference : found.differences)
        where << difference.where;
    for (const char *document : {"sales_return RET-0000001", "invoice CN-0000001", "payment PAY-0000002"})
        EXPECT_TRUE(where.contains(QLatin1String(document))) << document << " not in " << qPrintable(where.join(u' '));
}

TEST(Refund, everyStatementOfSettlingItMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUG", 3, "35.70");
    const Window everything{{}, Instant::of(QDateTime({2040, 1, 1}, {0, 0}, Qt::UTC))};
    int second = 0;
    const auto take = [&](Tx &tx) -> Result<> {
        const auto applied = applyOrder(tx, *channelByName(tx, QStringLiteral("web")), shop, shop.ordersChanged(everything, {}).orders.front());
        return applied ? Result<>(Done{}) : Result<>(applied.error());
    };
    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 10);
            RemoteOrder &order = shop.orders.front();
            order.refunds.clear();
            shop.change(order, ++second);
            company.must(take);
            company.must(shipOrder, Id<SalesOrder>{1}, Dispatch());
            company.must(returnOrder, Id<SalesOrder>{1}, std::vector<ReturnLine>{{1, pcs(1)}}, QStringLiteral("came back"), QDate());
            order.refunds = {
                {QStringLiteral("r1"), order.placedAt, {}, eur("23.80"), {{QStringLiteral("l1"), pcs(2), eur("20.00"), eur("3.80"), true}}, true}};
            shop.change(order, ++second);
        },
        [&](TestCompany &company) { return bool(company.session().perform(take)); });
}

TEST(Refund, bookedBeforeSettlementsWereKeptIsTiedToWhatWasBookedThen)
{
    RefundCompany company;
    company.ship();
    for (const char *refund : {"r1", "r2"}) {
        company.now = company.now.plusSeconds(60);
        company.refunds(refund, "11.90", 1);
    }
    company.now = company.now.plusSeconds(60);
    company.takeBack(1); // at the desk: no refund's
    const auto settled = [&] {
        return company.ask([](Tx &tx) {
            QStringList rows;
            auto all =
                tx.run("SELECT f.external_id, p.line, p.quantity, p.amount, COALESCE(p.return_id, 0), COALESCE(p.invoice_id, 0), "
                       "COALESCE(p.payment_id, 0) FROM channel_refund f JOIN channel_refund_part p ON p.refund_id = f.id WHERE p.booked_before = 0");
            while (all.next()) {
                QStringList row{all.text(0)};
                for (int column = 1; column <= 6; ++column)
                    row << QString::number(all.integer(column));
                rows << row.join(u' ');
            }
            rows.sort();
            return rows;
        });
    };
    const QStringList kept = settled();
    QFile file(QStringLiteral(":/migrations/0013_stock.sql"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString migration = QString::fromUtf8(file.readAll()).section(QStringLiteral("-- Refunds that are booked already"), 1).section(u'{', 0, 0);
    sql::Connection &connection = company.session().connection();
    for (const char *table : {"channel_refund_part", "channel_refund"}) { // as a company of the version before
        const QString name = QString::fromLatin1(table);
        std::string off = company.isServer() ? "ALTER TABLE " + name.toStdString() + " DISABLE TRIGGER USER;" : std::string();
        for (auto rows =
                 connection.run(company.isServer() ? "SELECT '' WHERE 1 = 0" : "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'");
             rows.next();)
            if (rows.text(1) == name)
                off += "DROP TRIGGER " + rows.text(0).toStdString() + ";";
        connection.script(off + "DELETE FROM " + name.toStdString() + ";");
    }

    connection.script(("--" + migration).toStdString());

    ASSERT_EQ(kept.size(), 6); // of each a return, a credit note and a payment
    EXPECT_EQ(settled(), kept);
    EXPECT_TRUE(company.isProven());
}
