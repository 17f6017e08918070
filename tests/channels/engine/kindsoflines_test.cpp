#include "core/ledger/exchange.h"
#include "core/sales/cancelorder.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

// What else may stand on an order than goods at a price, and money that is not plain money: each goes to its account, and the books are right.

using namespace channels;

namespace {

struct LineCompany : ShopCompany {
    LineCompany() { product("MUG", "10.00", 1000); }

    /// An order without lines; `add` fills it, `settle` makes its total and its payment right.
    RemoteOrder &fresh()
    {
        RemoteOrder &order = shop.sells("1", "MUG", 1, "11.90");
        order.lines.clear();
        return order;
    }
    static void add(RemoteOrder &order, RemoteLineKind kind, const char *sku, int units, const char *net, const char *tax)
    {
        RemoteLine line;
        line.externalId = QStringLiteral("l%1").arg(order.lines.size() + 1);
        line.kind = kind;
        line.sku = QString::fromLatin1(sku);
        line.description = QStringLiteral("Line %1").arg(order.lines.size() + 1);
        line.quantity = pcs(units);
        line.net = Money(eur(net).minor(), order.currency);
        line.tax = Money(eur(tax).minor(), order.currency);
        line.discount = Money(0, order.currency);
        line.unitPrice = unitPrice(line.net + line.tax, line.quantity);
        if (!line.tax.isZero())
            line.taxes = {{QStringLiteral("1"), QStringLiteral("VAT"), Rate{190'000}, line.net, line.tax}};
        order.lines.push_back(line);
    }
    static void settle(RemoteOrder &order)
    {
        order.total = Money(0, order.currency);
        for (const RemoteLine &line : order.lines)
            order.total += line.net + line.tax;
        order.payments[0].amount = order.total;
        if (order.total.isZero())
            order.payments.clear();
    }
    /// Ships if there are goods, bills, closes; everything must be proven.
    void finish()
    {
        const Id<SalesOrder> id = onlyOrder().id;
        if (number("SELECT COUNT(*) FROM sales_line WHERE kind = 1") > 0)
            must(shipOrder, id, Dispatch());
        must([&](Tx &tx) { return invoiceOrder(tx, id); });
        EXPECT_EQ(onlyOrder().state, OrderState::Paid);
        must(closeOrder, id);
        EXPECT_EQ(balance(role::Receivable), "0.00");
        EXPECT_EQ(balance(role::Deposits), "0.00");
        expectProof();
    }
    void expectProof()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where + QStringLiteral(": ") + difference.text);
    }
};

} // namespace

TEST(KindsOfLines, aGiftCardThatIsSoldIsOwedAndNoRevenue)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::GiftCard, "", 1, "50.00", "0.00");
    company.settle(order);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.balance(role::GiftCards), "-50.00");
    EXPECT_EQ(company.balance(role::Sales), "0.00");
    EXPECT_EQ(company.balance(role::Clearing), "50.00");
}

TEST(KindsOfLines, aGiftCardThatIsUsedPaysWithoutMoney)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 2, "20.00", "3.80");
    company.settle(order);
    RemotePayment card = order.payments[0];
    card.externalId = QStringLiteral("card");
    card.method = QStringLiteral("gift-card");
    card.amount = eur("15.00");
    card.giftCard = true;
    order.payments[0].amount = eur("8.80");
    order.payments.push_back(card);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.balance(role::GiftCards), "15.00");
    EXPECT_EQ(company.balance(role::Clearing), "8.80");
    EXPECT_EQ(company.balance(role::Sales), "-20.00");
}

TEST(KindsOfLines, tipsFeesAndShippingHaveTheirOwnAccounts)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
    company.add(order, RemoteLineKind::Shipping, "", 1, "4.00", "0.76");
    company.add(order, RemoteLineKind::Fee, "", 1, "2.00", "0.38");
    company.add(order, RemoteLineKind::Tip, "", 1, "3.00", "0.00");
    company.settle(order);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.balance(role::Sales), "-10.00");
    EXPECT_EQ(company.balance(role::ShippingIncome), "-4.00");
    EXPECT_EQ(company.balance(role::FeeIncome), "-2.00");
    EXPECT_EQ(company.balance(role::Tips), "-3.00");
    EXPECT_EQ(company.balance(role::OutputTax), "-3.04");
}

TEST(KindsOfLines, aNegativeFeeLowersTheFeeIncome)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
    company.add(order, RemoteLineKind::Fee, "", 1, "-1.00", "-0.19");
    company.settle(order);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.balance(role::FeeIncome), "1.00");
    EXPECT_EQ(company.balance(role::OutputTax), "-1.71");
    EXPECT_EQ(company.balance(role::Clearing), "10.71");
}

TEST(KindsOfLines, aFreeLineIsShippedWithTheOthers)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
    company.add(order, RemoteLineKind::Goods, "MUG", 3, "0.00", "0.00");
    company.settle(order);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.number("SELECT on_hand FROM stock_balance"), 996'000'000);
    EXPECT_EQ(company.balance(role::CostOfGoods), "16.00");
    EXPECT_EQ(company.balance(role::Sales), "-10.00");
}

TEST(KindsOfLines, anOrderThatCostsNothingIsPaidWithoutAPayment)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "0.00", "0.00");
    company.settle(order);
    company.pulled();
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);

    company.finish();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM payment"), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice"), 1);
    EXPECT_EQ(company.balance(role::CostOfGoods), "4.00");
}

TEST(KindsOfLines, sixHundredLinesAreOneOrder)
{
    LineCompany company;
    RemoteOrder &order = company.fresh();
    for (int i = 0; i < 600; ++i)
        company.add(order, RemoteLineKind::Goods, "MUG", 1, "1.01", "0.19");
    company.settle(order);
    company.pulled();
    EXPECT_EQ(company.onlyOrder().total, eur("720.00"));

    company.finish();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice_line"), 600);
    EXPECT_EQ(company.balance(role::Sales), "-606.00");
    EXPECT_EQ(company.number("SELECT on_hand FROM stock_balance"), 400'000'000);
}

TEST(KindsOfLines, anotherCurrencyIsBilledAndPaidInIt)
{
    LineCompany company;
    const Currency usd = *Currency::of(u"USD");
    company.must(saveExchangeRate, usd, QDate(2030, 1, 1), *ExchangeRate::parse(QStringLiteral("0.9")));
    RemoteOrder &order = company.fresh();
    order.currency = usd;
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "100.00", "19.00");
    company.settle(order);
    company.pulled();

    company.finish();

    EXPECT_EQ(company.onlyOrder().total, Money(11900, usd));
    EXPECT_EQ(company.balance(role::Sales), "-90.00");
    EXPECT_EQ(company.balance(role::OutputTax), "-17.10");
    EXPECT_EQ(company.balance(role::Clearing), "107.10");
}

TEST(KindsOfLines, whatIsSoldFreeOfTaxIsKnownToTheTaxReport)
{
    for (const char *country : {"CH", "AT"}) { // an export, and a company in the union that owes the tax itself
        LineCompany company;
        RemoteOrder &order = company.fresh();
        order.billing.country = QString::fromLatin1(country);
        company.add(order, RemoteLineKind::Goods, "MUG", 2, "20.00", "0.00");
        company.settle(order);
        EXPECT_EQ(company.pulled().exceptions, 0);

        company.finish();

        EXPECT_EQ(company.balance(role::OutputTax), "0.00");
        EXPECT_EQ(company.balance(role::Sales), "-20.00");
        EXPECT_EQ(company.number("SELECT SUM(t.base) FROM invoice_tax t JOIN tax x ON x.id = t.tax_id WHERE x.rate = 0"), 2000) << country;
    }
}

TEST(KindsOfLines, aProductOutOfUseStillServesTheOrdersThatName)
{
    LineCompany company;
    Product mug = company.ask([](Tx &tx) { return *productBySku(tx, QStringLiteral("MUG")); });
    RemoteOrder &order = company.fresh();
    company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
    company.settle(order);
    company.pulled();
    mug.active = false;
    company.must(saveProduct, mug);                 // while it waits
    company.shop.sells("2", "MUG", 1, "11.90", 10); // and one more comes in
    EXPECT_EQ(company.pulled().exceptions, 0);

    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 2'000'000);
    for (const qint64 id : {1, 2}) {
        company.must(shipOrder, Id<SalesOrder>{id}, Dispatch());
        company.must([&](Tx &tx) { return invoiceOrder(tx, {id}); });
    }
    company.expectProof();
}

// Totals are the channel's: to the cent, whatever the lines make.

TEST(Totals, aGapOfACentPerLineGoesToTheRoundingAccountAndSaysWhy)
{
    struct Case {
        const char *total, *rounding;
    };
    for (const Case &gap : {Case{"23.82", "-0.02"}, Case{"23.81", "-0.01"}, Case{"23.79", "0.01"}, Case{"23.78", "0.02"}}) {
        SCOPED_TRACE(gap.total);
        LineCompany company;
        RemoteOrder &order = company.fresh();
        company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
        company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
        company.settle(order);
        order.total = order.payments[0].amount = eur(gap.total);
        EXPECT_EQ(company.pulled().exceptions, 0);

        company.finish();

        EXPECT_EQ(company.onlyOrder().total, eur(gap.total));
        EXPECT_EQ(company.balance(role::Rounding), gap.rounding);
        EXPECT_EQ(company.balance(role::Clearing), gap.total);
        EXPECT_EQ(company.text("SELECT description FROM invoice_line WHERE kind = 6"),
                  QStringLiteral("Rounding: the channel's total is %1, its lines add up to 23.80").arg(QLatin1String(gap.total)));
    }
}

TEST(Totals, aLargerGapHoldsTheOrderInBothDirections)
{
    for (const char *total : {"23.83", "23.77"}) {
        LineCompany company;
        RemoteOrder &order = company.fresh();
        company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
        company.add(order, RemoteLineKind::Goods, "MUG", 1, "10.00", "1.90");
        company.settle(order);
        order.total = order.payments[0].amount = eur(total);

        EXPECT_EQ(company.pulled().exceptions, 1) << total;

        EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
        EXPECT_EQ(company.onlyOrder().total, eur(total));
        EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "totals_differ");
        company.expectProof();
    }
}

// An order of which the shop had shipped a part before the channel was joined.

TEST(PartlyShippedBefore, onlyTheRestComesInWithItsMoney)
{
    LineCompany company;
    RemoteOrder &order = company.shop.sells("1", "MUG", 3, "35.70");
    order.lines[0].shipped = pcs(1);
    ASSERT_LT(order.placedAt, company.channel.createdAt);

    EXPECT_EQ(company.pulled().exceptions, 0);

    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 2'000'000);
    order.note = QStringLiteral("ring twice");
    order.lines[0].quantity = pcs(4); // and one more is wanted
    order.lines[0].net = eur("40.00");
    order.lines[0].tax = order.lines[0].taxes[0].amount = eur("7.60");
    order.total = eur("47.60");
    company.shop.change(order, 60);
    company.pulled();
    EXPECT_EQ(company.onlyOrder().total, eur("35.70"));
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 3'000'000);
    company.expectProof();
}

TEST(PartlyShippedBefore, anOrderOfWhichEverythingHadLeftIsHistoryWhateverItIsCalled)
{
    LineCompany company;
    RemoteOrder &order = company.shop.sells("1", "MUG", 3, "35.70");
    order.lines[0].shipped = pcs(3);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 0);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
}

TEST(PartlyShippedBefore, whatLeftSinceThenIsForAPerson)
{
    LineCompany company;
    RemoteOrder &order = company.shop.sells("1", "MUG", 3, "35.70");
    order.lines[0].shipped = pcs(1);
    order.placedAt = order.changedAt = company.channel.createdAt.plusSeconds(60);

    EXPECT_EQ(company.pulled().exceptions, 1);

    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_TRUE(company.onlyOrder().hold.contains(u"1 x MUG")) << qPrintable(company.onlyOrder().hold);
}
