#include "channels/engine/apply.h"
#include "core/sales/cancelorder.h"
#include "engine/fakeshop.h"

using namespace channels;

TEST(Pull, aWebOrderBecomesAnAllocatedAndPaidSalesOrder)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 1);
    const SalesOrder order = company.onlyOrder();
    EXPECT_EQ(order.state, OrderState::Confirmed);
    EXPECT_EQ(order.externalNumber, "W1");
    EXPECT_EQ(order.total, eur("23.80"));
    EXPECT_EQ(order.paid, eur("23.80"));
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 2'000'000);
    EXPECT_EQ(company.balance(role::Clearing), "23.80");
    EXPECT_EQ(company.balance(role::Deposits), "-23.80");
}

TEST(Pull, theSameOrderIsNeverTakenTwice)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();

    const PullReport again = company.pulled();

    EXPECT_EQ(again.seen, 1);
    EXPECT_EQ(again.unchanged, 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 1);
    EXPECT_EQ(company.balance(role::Clearing), "23.80");
}

TEST(Pull, aDryRunStoresNothing)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80");

    const PullReport report = company.pulled({true, {}});

    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM inbound_message"), 0);
}

TEST(Pull, anUnknownSkuHoldsTheOrderUntilItIsLinkedAndTheNextOneGoesThrough)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUGG", 2, "23.80");
    EXPECT_EQ(company.pulled().exceptions, 1);
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    const auto open = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].kind, "unknown_sku");

    const int resolved = company.must([&](Tx &tx) {
        return resolveException(tx, open[0].id, {QStringLiteral("link"), QStringLiteral("MUG"), {}}, company.shop);
    });

    EXPECT_EQ(resolved, 1);
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 2'000'000);
    company.shop.sells("2", "MUGG", 1, "11.90", 10);
    EXPECT_EQ(company.pulled().exceptions, 0);
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 3'000'000);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line WHERE product_id IS NULL"), 0);
    EXPECT_TRUE(mug.id);
}

TEST(Pull, oneBadOrderNeverHoldsUpTheOthers)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90");
    RemoteOrder &bad = company.shop.sells("2", "MUG", 1, "11.90", 1);
    bad.currency = *Currency::of(u"JPY");
    bad.total = Money(1190, bad.currency);
    bad.lines.front().net = Money(1000, bad.currency);
    bad.lines.front().tax = Money(190, bad.currency);
    bad.lines.front().discount = Money(0, bad.currency);
    bad.lines.front().unitPrice.currency = bad.currency;
    bad.lines.front().taxes.front().amount = Money(190, bad.currency);
    bad.lines.front().taxes.front().base = Money(1000, bad.currency);
    bad.payments.clear();
    company.shop.sells("3", "MUG", 1, "11.90", 2);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 2);
    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "currency");
}

TEST(Pull, aSmallGapToTheChannelsTotalIsARoundingLineAndALargeOneHolds)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90").total = eur("11.91");
    company.shop.sells("2", "MUG", 1, "11.90", 1).total = eur("12.90");

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 2);
    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT number FROM sales_order WHERE state = 15 AND external_id = '2'"), "SO-0000002");
    EXPECT_EQ(company.number("SELECT total FROM sales_order WHERE external_id = '1'"), 1191);
    EXPECT_EQ(company.number("SELECT net FROM sales_line WHERE kind = 6 AND order_id = (SELECT id FROM sales_order WHERE external_id = '1')"), 1);
}

TEST(Pull, whatIsShortIsBackorderedAndShown)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 1);
    company.shop.sells("1", "MUG", 3, "35.70");

    EXPECT_EQ(company.pulled().exceptions, 1);

    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.number("SELECT allocated FROM sales_line"), 1'000'000);
    company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(5), UnitPrice::parse(u"4", Eur), {}, {}, {}}}, tx.today()); });
    EXPECT_EQ(company.number("SELECT allocated FROM sales_line"), 3'000'000);
    company.pulled();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''"), 0);
}

TEST(Pull, aCancelBeforeShippingFreesTheGoodsAndTheRefundGoesBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    order.state = RemoteState::Cancelled;
    order.refunds = {{QStringLiteral("r1"), order.placedAt, QStringLiteral("changed mind"), eur("23.80"), {}, true}};
    company.shop.change(order, 60);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.changed, 1);
    EXPECT_EQ(company.onlyOrder().state, OrderState::Cancelled);
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 0);
    EXPECT_EQ(company.balance(role::Clearing), "0.00");
    EXPECT_EQ(company.balance(role::Deposits), "0.00");
}

TEST(Pull, aCancelAfterShippingIsAnException)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    order.state = RemoteState::Cancelled;
    company.shop.change(order, 60);

    EXPECT_EQ(company.pulled().exceptions, 1);

    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "changed_after_ship");
    EXPECT_EQ(company.onlyOrder().state, OrderState::Shipped);
}

TEST(Pull, aPartialRefundOfInvoicedGoodsIsCreditedRestockedAndPaidBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    const Id<SalesOrder> id = company.onlyOrder().id;
    company.must(shipOrder, id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, id); });
    order.refunds = {{QStringLiteral("r1"),
                      order.placedAt,
                      QStringLiteral("damaged"),
                      eur("11.90"),
                      {{QStringLiteral("l1"), pcs(1), eur("10.00"), eur("1.90"), true}},
                      true}};
    company.shop.change(order, 60);

    company.pulled();

    EXPECT_EQ(company.number("SELECT returned FROM sales_line"), 1'000'000);
    EXPECT_EQ(company.number("SELECT on_hand FROM stock_balance"), 4'000'000);
    EXPECT_EQ(company.balance(role::SalesReturns), "10.00");
    EXPECT_EQ(company.balance(role::Clearing), "11.90");
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
}

TEST(Pull, anEditBeforePickingIsTakenOver)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    order.lines.front().quantity = pcs(3);
    order.lines.front().net = eur("30.00");
    order.lines.front().tax = eur("5.70");
    order.lines.front().taxes.front().amount = eur("5.70");
    order.total = eur("35.70");
    company.shop.change(order, 60);

    company.pulled();

    EXPECT_EQ(company.onlyOrder().total, eur("35.70"));
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 3'000'000);
}

TEST(Pull, anUnpaidOrderWaitsWithItsGoodsAllocatedAndGoesOnWhenPaid)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    const auto payments = order.payments;
    order.payments.clear();
    order.state = RemoteState::Awaiting;
    company.pulled();
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 2'000'000);
    order.payments = payments;
    order.state = RemoteState::Processing;
    company.shop.change(order, 60);

    company.pulled();

    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.balance(role::Deposits), "-23.80");
}

TEST(Pull, manyPagesAreReadOnceEachAndTheCursorMovesOnlyAtTheEnd)
{
    ShopCompany company;
    company.product("MUG", "10.00", 500);
    for (int i = 0; i < 25; ++i)
        company.shop.sells(QByteArray::number(i + 1).constData(), "MUG", 1, "11.90", i);
    company.shop.pageSize = 10;
    company.shop.beforePage = [&] {
        if (company.shop.orderPages == 2)
            throw Failure(Failure::Kind::Unreachable, QStringLiteral("cable"));
    };
    const auto broken = pull(company.session(), company.channel, company.shop, {}, company.control);
    ASSERT_FALSE(broken);
    EXPECT_EQ(company.number("SELECT COALESCE(cursor_at, 0) FROM channel"), 0);
    company.shop.beforePage = {};

    const PullReport report = company.pulled();

    EXPECT_EQ(report.pages, 3);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 25);
    EXPECT_EQ(company.number("SELECT COUNT(DISTINCT external_id) FROM sales_order"), 25);
    EXPECT_GT(company.number("SELECT cursor_at FROM channel"), 0);
}

TEST(Pull, anyFailingStatementLeavesNothingHalf)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    const RemoteOrder order = company.shop.sells("1", "MUG", 2, "23.80");
    company.shop.ordersChanged({{}, Instant{std::numeric_limits<qint64>::max()}}, {}); // gives the order its text
    const RemoteOrder told = company.shop.orders.front();
    const QString before = company.everything();
    for (int n = 0; n < 400; ++n) {
        company.session().connection().failAfter(n);
        const auto applied = company.session().perform([&](Tx &tx) { return applyOrder(tx, company.channel, company.shop, told); });
        company.session().connection().failAfter(-1);
        if (applied) {
            EXPECT_GT(n, 20);
            return;
        }
        ASSERT_EQ(company.everything(), before) << "statement " << n;
    }
    FAIL();
}
