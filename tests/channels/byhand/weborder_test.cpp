#include "byhand/handcompany.h"
#include "channels/byhand/connector.h"
#include "channels/byhand/orderjson.h"
#include "channels/engine/sync.h"
#include "core/sales/changeorder.h"
#include "core/verify/verify.h"

using namespace channels::byhand;

// A web order that a person enters is stored as one from any other channel; slips are caught before.

TEST(HandChannel, needsNoKeysAndRefusesToBeFetchedFrom)
{
    HandCompany company;
    SyncControl control;

    const auto pulled = pull(company.session(), QStringLiteral("stall"), PullOptions(), control);
    const auto pushed = push(company.session(), QStringLiteral("stall"), PushScope(), true, control);

    ASSERT_FALSE(pulled);
    EXPECT_EQ(pulled.error().code, "by_hand");
    EXPECT_TRUE(pulled.error().hint.contains(QStringLiteral("worksheet")));
    ASSERT_FALSE(pushed);
    EXPECT_EQ(pushed.error().code, "by_hand");
}

TEST(WebOrder, becomesAnOrderWithItsGoodsAllocatedAndTheSitesAmounts)
{
    HandCompany company;
    WebOrder order = company.twoMugs("1001", "26.80");
    order.shipping = eur("5.00");
    order.discount = eur("2.00");
    order.payment = WebPayment::Paid;
    order.paymentMethod = QStringLiteral("card");

    const SalesOrder stored = company.entered(order);

    EXPECT_EQ(stored.state, OrderState::Confirmed);
    EXPECT_EQ(stored.externalNumber, "1001");
    EXPECT_EQ(stored.total, eur("26.80"));
    EXPECT_EQ(stored.tax, eur("4.28")); // 19 % within 21.80 and within 5.00
    EXPECT_EQ(stored.paid, eur("26.80"));
    const auto lines = company.ask([&](Tx &tx) { return linesOf(tx, stored); });
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].allocated, pcs(2));
    EXPECT_EQ(lines[0].net + lines[0].tax, eur("21.80"));
    EXPECT_EQ(lines[0].discount, eur("1.68")); // 2.00 with tax
    EXPECT_EQ(lines[0].priceReason, "");
    EXPECT_EQ(lines[1].kind, LineKind::Shipping);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception"), 0);
    EXPECT_TRUE(company.ask([](Tx &tx) { return verify(tx, {}); }).ok());
}

TEST(WebOrder, theSameNumberTwiceIsRefusedWithTheFirstOrder)
{
    HandCompany company;
    const SalesOrder first = company.entered(company.twoMugs());

    const auto again = company.session().perform([&](Tx &tx) { return enterWebOrder(tx, company.channel, company.twoMugs(" 1001 "), false); });

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "duplicate");
    EXPECT_TRUE(again.error().hint.contains(first.number));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM inbound_message"), 1);
}

TEST(WebOrder, aTotalThatDiffersIsRefusedUnlessTheOrderIsKeptOnHold)
{
    HandCompany company;

    EXPECT_EQ(company.refused(company.twoMugs("1001", "32.80")), "totals_differ");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    const SalesOrder held = company.entered(company.twoMugs("1001", "32.80"), true);

    EXPECT_EQ(held.state, OrderState::OnHold);
    EXPECT_EQ(held.total, eur("32.80"));
    const auto open = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].kind, "totals_differ");
    company.must([&](Tx &tx) { return resolveException(tx, open[0].id, {QStringLiteral("accept"), {}, {}}); });
    EXPECT_EQ(company.ask([&](Tx &tx) { return tx.get(held.id); }).state, OrderState::Confirmed);
}

TEST(WebOrder, whatIsMissingIsAskedFor)
{
    HandCompany company;
    WebOrder without = company.twoMugs();
    without.total.reset();
    EXPECT_EQ(company.refused(without), "total_missing");
    EXPECT_EQ(company.refused(company.twoMugs("  ")), "number_missing");
    without = company.twoMugs();
    without.lines[0].quantity = pcs(0);
    EXPECT_EQ(company.refused(without), "quantity");
    without = company.twoMugs();
    without.lines.clear();
    EXPECT_EQ(company.refused(without), "no_lines");
    without = company.twoMugs();
    without.lines[0].sku = QStringLiteral("TEAPOT");
    without.lines[0].price.reset();
    EXPECT_EQ(company.refused(without), "price");
    company.channel.kind = QStringLiteral("woocommerce");
    EXPECT_EQ(company.refused(company.twoMugs()), "not_by_hand");
}

TEST(WebOrder, anUnknownSkuWaitsAndIsLinkedByADecision)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    order.lines[0].sku = QStringLiteral("MUGG");

    const SalesOrder held = company.entered(order);
    const auto open = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].kind, "unknown_sku");
    EXPECT_EQ(held.state, OrderState::OnHold);
    company.must([&](Tx &tx) { return resolveException(tx, open[0].id, {QStringLiteral("link"), QStringLiteral("MUG"), {}}); });

    const auto lines = company.ask([&](Tx &tx) { return linesOf(tx, tx.get(held.id)); });
    EXPECT_EQ(lines[0].product, company.mug.id);
    EXPECT_EQ(lines[0].allocated, pcs(2));
    order.number = QStringLiteral("1002");
    EXPECT_EQ(company.worked(order).lines[0].product, company.mug.id) << "the decision is remembered while typing";
}

TEST(WebOrder, withoutAPriceThePriceThatTheChannelShouldShowIsTaken)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    order.lines[0].price.reset();

    const Worked worked = company.worked(order);

    EXPECT_EQ(worked.lines[0].price, UnitPrice::of(eur("11.90"))); // 10.00 and 19 %
    EXPECT_NE(worked.lines[0].reason, "");
    EXPECT_EQ(worked.lines[0].available, pcs(20));
    EXPECT_TRUE(worked.fits());
}

TEST(WebOrder, productsAreFoundByBarcodeAndExactName)
{
    HandCompany company;
    company.mug.barcode = QStringLiteral("4006381333931");
    company.mug.name = QStringLiteral("Blue Mug");
    company.must(saveProduct, company.mug);
    const auto found = [&](const char *code, const char *name) {
        return company.ask([&](Tx &tx) { return productOn(tx, company.channel, QString::fromLatin1(code), QString::fromLatin1(name)); });
    };

    EXPECT_EQ(found("4006381333931", ""), company.mug.id);
    EXPECT_EQ(found("", "blue mug"), company.mug.id);
    EXPECT_FALSE(found("", "Blue"));
    EXPECT_FALSE(found("XX-1", "Blue Mug")) << "a code that is not known is not overruled by a name";
}

TEST(WebOrder, theSitesTaxIsAFactAndIsExplained)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    const auto rateAt = [&](const char *tax) {
        order.tax = eur(tax);
        const auto &line = company.worked(order).order.lines[0];
        return line.taxes.empty() ? QStringLiteral("none") : line.taxes[0].rate.toPercent();
    };

    EXPECT_EQ(rateAt("3.80"), "19");
    EXPECT_EQ(rateAt("0.00"), "none");
    EXPECT_EQ(rateAt("1.56"), "7");  // 23.80 less 1.56 is 22.24
    EXPECT_EQ(rateAt("4.29"), "22"); // Italy's
}

TEST(WebOrder, aTaxThatNobodyKnowsHoldsTheOrder)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    order.tax = eur("2.83"); // 13.5 %

    const SalesOrder held = company.entered(order);

    EXPECT_EQ(held.tax, eur("2.83"));
    EXPECT_EQ(held.state, OrderState::OnHold);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "unknown_tax");
}

TEST(WebOrder, aChosenCustomerIsTakenAndNotAGuest)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    order.customer = company.customer("Acme").id;

    EXPECT_EQ(company.entered(order).party, order.customer);
    order = company.twoMugs("1002");
    const SalesOrder byGuest = company.entered(order);
    EXPECT_NE(byGuest.party, company.ask([](Tx &tx) { return tx.first<Party>("name = 'Acme'"); })->id);
    EXPECT_EQ(company.entered(company.twoMugs("1003")).party, byGuest.party) << "found again by e-mail";
}

TEST(WebOrder, anUnpaidOrderWaitsForItsMoney)
{
    HandCompany company;
    WebOrder order = company.twoMugs();
    order.payment = WebPayment::Awaited;

    const SalesOrder stored = company.entered(order);

    EXPECT_EQ(stored.state, OrderState::OnHold);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM payment"), 0);
}

TEST(WebOrder, isReadAgainAsItWasKept)
{
    HandCompany company;
    WebOrder order = company.twoMugs("1001", "26.80");
    order.shipping = eur("5.00");
    order.discount = eur("2.00");
    order.payment = WebPayment::Paid;
    order.delivery.city = QStringLiteral("Bremen");
    order.problems = {QStringLiteral("odd")};
    const channels::RemoteOrder kept = company.worked(order).order;

    const channels::RemoteOrder again = HandConnector().readOrder(kept.raw.json());

    EXPECT_EQ(toJson(again, order.source).toJson(), kept.raw.text());
    EXPECT_EQ(again.shipping.city, "Bremen");
    EXPECT_EQ(again.payments.front().amount, eur("26.80"));
    EXPECT_EQ(again.raw.hash(), kept.raw.hash());
}

TEST(WebOrder, leavesNothingBehindWhenAnyStatementFails)
{
    WebOrder order;
    Channel channel;

    everyStatementMayFail(
        [&](TestCompany &company) {
            NewChannel wanted{QStringLiteral("stall"), QStringLiteral("byhand"), QStringLiteral("https://stall.example"), {}, Json::object(), false};
            channel = *addChannel(company.session(), wanted);
            order = WebOrder();
            order.number = QStringLiteral("1");
            order.customer = company.customer().id;
            company.product("MUG", "10.00", 5);
            WebLine line;
            line.sku = QStringLiteral("MUG");
            order.lines = {line};
            order.total = eur("11.90");
        },
        [&](TestCompany &company) {
            HandWork work;
            work.seconds = 40;
            return bool(company.session().perform([&](Tx &tx) { return enterWebOrder(tx, channel, order, false, work); }));
        });
}

TEST(Effort, countsTimeAtWorkAndCaughtSlipsByDay)
{
    HandCompany company;
    HandWork work{HandTask::Order, 95, 3, 1, 0, 2};
    company.must([&](Tx &tx) { return enterWebOrder(tx, company.channel, company.twoMugs(), false, work); });
    company.must([&](Tx &tx) -> Result<> {
        keepWork(tx, company.channel, {HandTask::Order, 10, 0, 0, 1, 0}); // found to be a duplicate and given up
        keepWork(tx, company.channel, {HandTask::Worksheet, 60, 7, 0, 0, 0});
        keepWork(tx, company.channel, {}); // nothing happened
        return Done{};
    });

    const QDate today(2030, 1, 2);
    const Effort cost = company.ask([&](Tx &tx) { return effortOf(tx, company.channel.id, today, today); });
    const Effort before = company.ask([&](Tx &tx) { return effortOf(tx, company.channel.id, today.addDays(-9), today.addDays(-1)); });

    EXPECT_EQ(cost.orders, 1);
    EXPECT_EQ(cost.lines, 3);
    EXPECT_EQ(cost.orderSeconds, 105);
    EXPECT_EQ(cost.worksheets, 1);
    EXPECT_EQ(cost.ticks, 7);
    EXPECT_EQ(cost.worksheetSeconds, 60);
    EXPECT_EQ(cost.caught(), 4);
    EXPECT_EQ(before.orders + before.caught(), 0);
}

TEST(Effort, aPauseIsNoWork)
{
    WorkClock clock;
    const Instant start{1'000'000};

    for (const int second : {0, 30, 60, 3600, 3610})
        clock.act(start.plusSeconds(second));

    EXPECT_EQ(clock.seconds(), 70);
}
