#include "channels/engine/apply.h"
#include "core/reports/today.h"
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

TEST(Pull, anOrderThatWaitsForADecisionIsOneThingToDecideToday)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "WHAT", 2, "23.80");
    company.pulled();
    const SalesOrder held =
        company.order(company.customer().id, {{company.ask([](Tx &tx) { return *productBySku(tx, QStringLiteral("MUG")); }).id, 1}});
    company.must(holdOrder, held.id, QStringLiteral("asks back"));

    const TodayFigures today = company.ask(todayFigures);

    EXPECT_EQ(today.exceptions, 2); // the unknown SKU with its order, and the order that somebody put on hold
    EXPECT_EQ(today.waiting.size(), 2u);
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

namespace {

/// Jo has paid 35.70 for two mugs and a cup.
struct PaidCompany : ShopCompany {
    PaidCompany()
    {
        product("MUG", "10.00", 5);
        product("CUP", "10.00", 5);
        shop.sells("1", "MUG", 2, "23.80");
        RemoteLine cup = shop.orders[0].lines[0];
        cup.externalId = QStringLiteral("l2");
        cup.sku = QStringLiteral("CUP");
        cup.quantity = pcs(1);
        cup.net = cup.taxes[0].base = eur("10.00");
        cup.tax = cup.taxes[0].amount = eur("1.90");
        shop.orders[0].lines.push_back(cup);
        shop.orders[0].total = shop.orders[0].payments[0].amount = eur("35.70");
        pulled();
    }
    /// The shopkeeper takes the cup off the order, and nothing goes back yet.
    void withoutTheCup(int second)
    {
        shop.orders[0].lines.pop_back();
        shop.orders[0].total = eur("23.80");
        shop.change(shop.orders[0], second);
    }
    void refund(const char *amount, std::vector<RemoteRefundLine> lines, int second)
    {
        RemoteOrder &order = shop.orders[0];
        order.refunds.push_back({QStringLiteral("r%1").arg(second), order.placedAt, {}, eur(amount), std::move(lines), true});
        shop.change(order, second);
    }
};

} // namespace

TEST(Pull, aRefundOfWhatWasTakenOffBeforeDoesNotTakeItOffAgain)
{
    PaidCompany company;
    company.withoutTheCup(60);
    company.pulled();
    company.refund("11.90", {}, 120);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
    EXPECT_EQ(company.balance(role::Deposits), "-23.80");
    EXPECT_EQ(company.number("SELECT quantity - cancelled FROM sales_line WHERE sku = 'MUG'"), 2'000'000);
}

TEST(Pull, aRefundThatNamesALineTakenOffBeforeOnlyReturnsTheMoney)
{
    PaidCompany company;
    company.withoutTheCup(60);
    company.pulled();
    company.refund("11.90", {{QStringLiteral("l2"), Quantity(), eur("10.00"), eur("1.90"), false}}, 120);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
}

TEST(Pull, whatIsRefundedBeyondTheSurplusIsTakenOffTheOrder)
{
    PaidCompany company;
    company.withoutTheCup(60);
    company.pulled();
    company.refund("14.28", {}, 120); // 11.90 for the cup, 2.38 as a favour

    company.pulled();

    EXPECT_EQ(company.onlyOrder().total, eur("21.42"));
    EXPECT_EQ(company.onlyOrder().paid, eur("21.42"));
}

TEST(Pull, aRefundedLineIsReducedByWhatTheSurplusDoesNotCover)
{
    PaidCompany company;
    company.withoutTheCup(60);
    company.pulled();
    company.refund("14.28", {{QStringLiteral("l1"), Quantity(), eur("12.00"), eur("2.28"), false}}, 120);

    company.pulled();

    EXPECT_EQ(company.onlyOrder().total, eur("21.42"));
    EXPECT_EQ(company.number("SELECT net FROM sales_line WHERE sku = 'MUG'"), 1800); // 20.00 less 2.00
    EXPECT_EQ(company.number("SELECT tax FROM sales_line WHERE sku = 'MUG'"), 342);
}

TEST(Pull, aRefundSeenTogetherWithTheShorterOrderTakesItOffOnce)
{
    PaidCompany company;
    company.withoutTheCup(60);
    company.refund("11.90", {{QStringLiteral("l2"), Quantity(), eur("10.00"), eur("1.90"), false}}, 61);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
    EXPECT_EQ(company.balance(role::Deposits), "-23.80");
}

TEST(Pull, anOrderFirstSeenAfterALineWasTakenOffAndRefundedIsNotReducedAgain)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    order.payments[0].amount = eur("35.70");
    order.refunds = {{QStringLiteral("r1"), order.placedAt, {}, eur("11.90"), {}, true}};

    company.pulled();

    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
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

TEST(Pull, whatWasFinishedBeforeTheChannelWasJoinedIsHistory)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    const Instant joined = company.channel.createdAt;
    company.shop.sells("1", "MUG", 1, "11.90", 1).state = RemoteState::Done;
    company.shop.sells("2", "MUG", 1, "11.90", 2).state = RemoteState::Cancelled;
    company.shop.sells("3", "MUG", 1, "11.90", 3).state = RemoteState::Refunded;
    company.shop.sells("4", "MUG", 1, "11.90", 4);
    RemoteOrder &done = company.shop.sells("5", "MUG", 1, "11.90", 5);
    done.state = RemoteState::Done;
    done.placedAt = done.changedAt = joined.plusSeconds(1);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 2); // the one in work, and the one that was sold since
    EXPECT_EQ(company.text("SELECT MIN(external_id) FROM sales_order"), "4");
    EXPECT_EQ(company.text("SELECT MAX(external_id) FROM sales_order"), "5");
}

TEST(Pull, aPullFromAMomentOnIsWhereTheNextOneGoesOn)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.can.overlapSeconds = 0;
    const RemoteOrder old = company.shop.sells("1", "MUG", 1, "11.90", 10);
    company.pulled({false, old.changedAt.plusSeconds(1)});
    company.shop.sells("2", "MUG", 1, "11.90", 20);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.seen, 1);
    EXPECT_EQ(company.onlyOrder().externalNumber, "W2");
}

TEST(Pull, aPullThatLeavesOrdersOutDoesNotMoveTheCursorPastThem)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90");
    company.pulled();
    company.shop.sells("2", "MUG", 1, "11.90", 600);
    const RemoteOrder late = company.shop.sells("3", "MUG", 1, "11.90", 1200);
    EXPECT_EQ(company.pulled({false, late.changedAt}).created, 1);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order WHERE external_id = '2'"), 1);
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

TEST(Pull, theEchoOfWhatWeToldTheShopChangesNothing)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    company.pushed(false, {false, false, false, false, true});
    order.state = RemoteState::Done;
    company.shop.change(order, 60);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.unchanged, 1);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.onlyOrder().state, OrderState::Shipped);
    EXPECT_EQ(company.pushed(false, {false, false, false, false, true}).sent, 0);
}

TEST(Pull, anOrderThatIsOpenedAgainIsAnException)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    order.state = RemoteState::Cancelled;
    company.shop.change(order, 60);
    company.pulled();
    order.state = RemoteState::Processing;
    order.shopState = QStringLiteral("processing");
    company.shop.change(order, 120);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 1);
    EXPECT_TRUE(company.text("SELECT message FROM sync_exception WHERE resolution = ''").contains(u"processing"));
    EXPECT_EQ(company.onlyOrder().state, OrderState::Cancelled);
}

TEST(Pull, anOrderWithoutLinesIsKeptForAPerson)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &empty = company.shop.sells("1", "MUG", 2, "23.80");
    empty.lines.clear();
    empty.payments.clear();
    empty.total = eur("0.00");
    company.shop.sells("2", "MUG", 1, "11.90", 1);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "payload");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM inbound_message"), 2);
}

TEST(Pull, anOrderThatCostsSomethingButHasNoLinesIsHeldWithItsMoney)
{
    ShopCompany company;
    company.shop.sells("1", "MUG", 2, "23.80").lines.clear();

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "totals_differ");
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_EQ(company.onlyOrder().paid, eur("23.80"));
}

TEST(Pull, aCartIsNoOrder)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80").state = RemoteState::Ignored;

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 0);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM inbound_message"), 0);
}

TEST(Pull, aCountryThatDoesNotExistDoesNotHoldTheOrder)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 2, "23.80").billing.country = QStringLiteral("XX");

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 1);
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
}

TEST(Pull, aCancelWithoutARefundLeavesTheMoneyAsADeposit)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    order.state = RemoteState::Cancelled;
    company.shop.change(order, 60);

    company.pulled();

    EXPECT_EQ(company.onlyOrder().state, OrderState::Cancelled);
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 0);
    EXPECT_EQ(company.balance(role::Deposits), "-23.80");
    EXPECT_EQ(company.balance(role::Clearing), "23.80");
}

TEST(Pull, aRefundOfEverythingWithoutLinesAfterShippingIsCreditedAndNothingComesBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.must(shipOrder, company.onlyOrder().id, Dispatch());
    order.state = RemoteState::Refunded;
    order.refunds = {{QStringLiteral("r1"), order.placedAt, {}, eur("23.80"), {}, true}};
    company.shop.change(order, 60);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.number("SELECT total FROM invoice WHERE kind = 2"), 2380);
    EXPECT_EQ(company.number("SELECT on_hand FROM stock_balance"), 3'000'000);
    EXPECT_EQ(company.balance(role::Clearing), "0.00");
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::Deposits), "0.00");
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
