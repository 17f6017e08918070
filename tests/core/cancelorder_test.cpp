#include "core/sales/cancelorder.h"
#include "sale.h"

// Giving up what has not left, at every step, and closing what is finished.

TEST(CancelOrder, atEachStepGivesUpWhatHasNotLeft)
{
    struct Row {
        const char *step;
        std::function<void(TestCompany &, Id<SalesOrder>)> upTo;
        const char *answer;
        OrderState after;
    };
    const auto confirm = [](TestCompany &c, Id<SalesOrder> o) { c.must(confirmOrder, o); };
    const auto pick = [&](TestCompany &c, Id<SalesOrder> o) { confirm(c, o), c.must(pickOrder, o, Part()); };
    const auto pack = [&](TestCompany &c, Id<SalesOrder> o) { pick(c, o), c.must(packOrder, o, Part()); };
    const auto hold = [&](TestCompany &c, Id<SalesOrder> o) { pack(c, o), c.must(holdOrder, o, QStringLiteral("why")); };
    const auto part = [&](TestCompany &c, Id<SalesOrder> o) { pack(c, o), c.must(shipOrder, o, parcel({{1, pcs(1)}})); };
    const auto partBilled = [&](TestCompany &c, Id<SalesOrder> o) { part(c, o), invoiced(c, o); };
    const auto partPaid = [&](TestCompany &c, Id<SalesOrder> o) { partBilled(c, o), c.must(receivePayment, moneyFor(o, "11.90")); };
    const auto ship = [&](TestCompany &c, Id<SalesOrder> o) { confirm(c, o), c.must(shipOrder, o, Dispatch()); };
    const auto bill = [&](TestCompany &c, Id<SalesOrder> o) { ship(c, o), invoiced(c, o); };
    const auto pay = [&](TestCompany &c, Id<SalesOrder> o) { bill(c, o), c.must(receivePayment, moneyFor(o, "35.70")); };
    const auto close = [&](TestCompany &c, Id<SalesOrder> o) { pay(c, o), c.must(closeOrder, o); };
    const auto cancel = [](TestCompany &c, Id<SalesOrder> o) { c.must(cancelOrder, o, Part(), QString()); };
    const Row rows[] = {
        {"draft", [](TestCompany &, Id<SalesOrder>) {}, "(done)", OrderState::Cancelled},
        {"confirmed", confirm, "(done)", OrderState::Cancelled},
        {"picking", pick, "(done)", OrderState::Cancelled},
        {"packed", pack, "(done)", OrderState::Cancelled},
        {"on hold", hold, "(done)", OrderState::Cancelled},
        {"partly shipped", part, "(done)", OrderState::Shipped},
        {"partly invoiced", partBilled, "(done)", OrderState::Invoiced},
        {"partly invoiced and paid", partPaid, "(done)", OrderState::Paid},
        {"shipped", ship, "already_shipped", OrderState::Shipped},
        {"invoiced", bill, "already_shipped", OrderState::Invoiced},
        {"paid", pay, "already_shipped", OrderState::Paid},
        {"closed", close, "wrong_state", OrderState::Closed},
        {"cancelled", cancel, "wrong_state", OrderState::Cancelled},
    };

    Sale sale;
    receive(sale.company, sale.mug.id, 90);
    for (const Row &row : rows) {
        const SalesOrder order = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 3}})).order;
        row.upTo(sale.company, order.id);

        EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part(), QStringLiteral("changed their mind")), row.answer) << row.step;

        EXPECT_EQ(sale.stateOf(order.id), row.after) << row.step;
        EXPECT_EQ(sale.company.number("SELECT SUM(allocated) FROM stock_balance"), 0) << row.step;
        EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM allocation"), 0) << row.step;
    }
    expectProven(sale.company);
}

TEST(CancelOrder, aPartLeavesTheRestGoingOn)
{
    Sale sale;
    const SalesOrder order = sale.order(4);
    sale.company.must(pickOrder, order.id, Part{{1, pcs(3)}});

    sale.company.must(cancelOrder, order.id, Part{{1, pcs(3)}}, QString());

    EXPECT_EQ(sale.stateOf(order.id), OrderState::Picking);
    EXPECT_EQ(lineOf(sale.company, order.id).allocated, pcs(1));
    EXPECT_EQ(lineOf(sale.company, order.id).picked, pcs(1));
    sale.company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(invoiced(sale.company, order.id).total, eur("11.90"));
    EXPECT_EQ(available(sale.company, sale.mug.id), "9");
    expectProven(sale.company);
}

TEST(CancelOrder, refusesWhatItCannotGiveUp)
{
    Sale sale;
    const SalesOrder order = sale.order(4);
    sale.company.must(shipOrder, order.id, parcel({{1, pcs(3)}}));

    EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part{{1, pcs(2)}}, QString()), "already_shipped");
    EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part{{2, pcs(1)}}, QString()), "unknown_line");
    EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part{{1, pcs(1)}, {7, pcs(1)}}, QString()), "unknown_line");
    EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part{{1, pcs(-1)}}, QString()), "quantity");
}

TEST(CancelOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const Party acme = c.customer();
            c.order(acme.id, {{mug.id, 4}});
            c.order(acme.id, {{mug.id, 4}}); // waits for it
        },
        [](TestCompany &c) {
            return bool(c.session().perform(cancelOrder, Id<SalesOrder>{1}, Part{{1, pcs(3)}}, QString()));
        });
}

TEST(CloseOrder, refusesWhileSomethingIsOpen)
{
    Sale sale;
    const SalesOrder order = sale.order(1);
    EXPECT_EQ(sale.company.refusal(closeOrder, order.id), "not_finished");
    sale.company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(sale.company.refusal(closeOrder, order.id), "not_finished");
    invoiced(sale.company, order.id);
    EXPECT_EQ(sale.company.refusal(closeOrder, order.id), "not_paid");
    sale.company.must(receivePayment, moneyFor(order.id, "11.90"));

    EXPECT_EQ(sale.company.must(closeOrder, order.id).state, OrderState::Closed);
    EXPECT_EQ(sale.company.refusal(closeOrder, order.id), "wrong_state");
}

TEST(CloseOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            prepareOrder(c);
            c.must(shipOrder, Id<SalesOrder>{1}, Dispatch());
            invoiced(c, {1});
            c.must(receivePayment, moneyFor({1}, "47.60"));
        },
        [](TestCompany &c) { return bool(c.session().perform(closeOrder, Id<SalesOrder>{1})); });
}
