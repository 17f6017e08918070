#include "core/sales/cancelorder.h"
#include "sale.h"

// From a confirmed order to goods that have left: picked, packed, shipped, in parts and from several shelves.

TEST(ConfirmOrder, promisesWhatIsThereAndBackordersTheRest)
{
    Sale sale;
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 12}})).order;

    const SalesOrder order = sale.company.must(confirmOrder, draft.id);

    EXPECT_EQ(order.state, OrderState::Confirmed);
    EXPECT_EQ(lineOf(sale.company, order.id).allocated, pcs(10));
    EXPECT_EQ(lineOf(sale.company, order.id).backordered(), pcs(2));
    EXPECT_EQ(available(sale.company, sale.mug.id), "0");
    EXPECT_EQ(sale.company.refusal(confirmOrder, order.id), "wrong_state");
    expectProven(sale.company);
}

TEST(ConfirmOrder, aBlockedCustomerOrdersNothing)
{
    Sale sale;
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}})).order;
    sale.acme.standing = Standing::Suspended;
    sale.company.must(saveParty, sale.acme);

    EXPECT_EQ(sale.company.refusal(confirmOrder, draft.id), "customer_hold");
    EXPECT_EQ(sale.company.refusal(placeOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}}), false), "customer_hold");
    EXPECT_EQ(sale.company.refusal(placeOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}}), true), "(done)"); // the channel vouches
}

TEST(ConfirmOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 3);
            c.must(enterOrder, c.draft(c.customer("Acme", 100'000).id, {{mug.id, 4}}));
        },
        [](TestCompany &c) { return bool(c.session().perform(confirmOrder, Id<SalesOrder>{1})); });
}

TEST(CreditLimit, countsInvoicesOrdersAndDepositsOnce)
{
    Sale sale;
    sale.acme.creditLimit = 50'00;
    sale.acme = sale.company.must(saveParty, sale.acme);
    const auto another = [&](int units) { return sale.company.refusal(placeOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, units}}), false); };

    EXPECT_EQ(another(5), "credit_limit");  // 59.50
    const SalesOrder first = sale.order(4); // 47.60
    EXPECT_EQ(another(1), "credit_limit");

    // Half of it invoiced: still 47.60 altogether, not 71.40.
    sale.company.must(shipOrder, first.id, parcel({{1, pcs(2)}}));
    invoiced(sale.company, first.id);
    EXPECT_EQ(another(1), "credit_limit");
    sale.company.must(receivePayment, moneyFor(first.id, "23.80"));
    EXPECT_EQ(another(2), "(done)"); // 23.80 + 23.80

    // What is cancelled is owed no longer.
    sale.company.must(cancelOrder, first.id, Part(), QString());
    EXPECT_EQ(another(2), "(done)"); // 23.80 + 23.80
    EXPECT_EQ(another(1), "credit_limit");

    // Money paid ahead.
    sale.company.must(receivePayment, moneyOf(sale.acme.id, "11.90"));
    EXPECT_EQ(another(1), "(done)");
    EXPECT_EQ(another(1), "credit_limit");
    expectProven(sale.company);
}

TEST(HoldOrder, stopsEverythingUntilItIsReleased)
{
    Sale sale;
    const SalesOrder order = sale.order(2);
    EXPECT_EQ(sale.company.refusal(holdOrder, order.id, QStringLiteral("  ")), "reason_missing");
    sale.company.must(pickOrder, order.id, Part());

    sale.company.must(holdOrder, order.id, QStringLiteral("call them"));

    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part()), "on_hold");
    EXPECT_EQ(sale.company.refusal(packOrder, order.id, Part()), "on_hold");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, Dispatch()), "on_hold");
    EXPECT_EQ(sale.company.refusal([&](Tx &tx) { return invoiceOrder(tx, order.id); }), "wrong_state");
    EXPECT_EQ(lineOf(sale.company, order.id).allocated, pcs(2)); // stays promised
    EXPECT_EQ(sale.company.must(releaseOrder, order.id).state, OrderState::Picking);
    EXPECT_EQ(sale.company.refusal(releaseOrder, order.id), "wrong_state");
    sale.company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(sale.company.refusal(holdOrder, order.id, QStringLiteral("too late")), "wrong_state");
}

TEST(HoldOrder, doesNotLeadPastTheCreditLimit)
{
    Sale sale;
    sale.acme.creditLimit = 10'00;
    sale.acme = sale.company.must(saveParty, sale.acme);
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}})).order; // 11.90
    sale.company.must(holdOrder, draft.id, QStringLiteral("too much"));

    EXPECT_EQ(sale.company.refusal(releaseOrder, draft.id), "credit_limit");
    sale.acme.creditLimit = 11'90;
    sale.company.must(saveParty, sale.acme);
    EXPECT_EQ(sale.company.refusal(releaseOrder, draft.id), "(done)");
}

TEST(PickOrder, goodsGoStepByStep)
{
    Sale sale;
    const SalesOrder order = sale.order(4);
    EXPECT_EQ(sale.company.refusal(packOrder, order.id, Part()), "nothing_to_do");

    EXPECT_EQ(sale.company.must(pickOrder, order.id, Part{{1, pcs(3)}}).state, OrderState::Picking);
    EXPECT_EQ(sale.company.must(packOrder, order.id, Part{{1, pcs(2)}}).state, OrderState::Packed);
    EXPECT_EQ(lineOf(sale.company, order.id).picked, pcs(3));
    EXPECT_EQ(lineOf(sale.company, order.id).packed, pcs(2));

    EXPECT_EQ(sale.company.must(unpickOrder, order.id).state, OrderState::Confirmed);
    EXPECT_EQ(lineOf(sale.company, order.id).picked, pcs(0));
    EXPECT_EQ(lineOf(sale.company, order.id).packed, pcs(0));
    EXPECT_EQ(lineOf(sale.company, order.id).allocated, pcs(4));
}

TEST(PickOrder, refusesMoreThanThereIs)
{
    Sale sale;
    const SalesOrder order = sale.order(12); // 10 are there
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}})).order;

    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part{{1, pcs(11)}}), "quantity");
    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part{{1, pcs(6)}, {1, pcs(5)}}), "quantity");
    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part{{1, pcs(0)}}), "quantity");
    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part{{2, pcs(1)}}), "unknown_line");
    EXPECT_EQ(sale.company.refusal(pickOrder, draft.id, Part()), "wrong_state");
    sale.company.must(pickOrder, order.id, Part());
    EXPECT_EQ(sale.company.refusal(pickOrder, order.id, Part()), "nothing_to_do");
    EXPECT_EQ(sale.company.refusal(packOrder, order.id, Part{{1, pcs(11)}}), "quantity");
}

TEST(PickOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(prepareOrder, [](TestCompany &c) { return bool(c.session().perform(pickOrder, Id<SalesOrder>{1}, Part())); });
}

TEST(PackOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            prepareOrder(c);
            c.must(pickOrder, Id<SalesOrder>{1}, Part());
        },
        [](TestCompany &c) { return bool(c.session().perform(packOrder, Id<SalesOrder>{1}, Part())); });
}

TEST(ShipOrder, goodsLeaveAtTheMovingAverage)
{
    Sale sale;
    receive(sale.company, sale.mug.id, 5, "5.50"); // 15 for 67.50: 4.50 each
    const SalesOrder order = sale.order(4);

    const Shipment shipment = sale.company.must(shipOrder, order.id, Dispatch{{}, QStringLiteral("DHL"), QStringLiteral("00340"), {}});

    EXPECT_EQ(shipment.number, "SH-0000001");
    EXPECT_EQ(posted(sale.company, "shipment"), "1300 -18.00, 5000 18.00");
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Shipped);
    EXPECT_EQ(sale.company.text("SELECT tracking FROM shipment"), "00340");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, Dispatch()), "wrong_state");
    expectProven(sale.company);
}

TEST(ShipOrder, inPartsWithTheBackorderLast)
{
    Sale sale;
    const SalesOrder order = sale.order(12);

    sale.company.must(shipOrder, order.id, parcel({{1, pcs(4)}}));
    EXPECT_EQ(sale.stateOf(order.id), OrderState::PartlyShipped);
    sale.company.must(shipOrder, order.id, Dispatch()); // the other six
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, Dispatch()), "nothing_to_do");
    receive(sale.company, sale.mug.id, 2);
    sale.company.must(shipOrder, order.id, Dispatch());

    EXPECT_EQ(sale.stateOf(order.id), OrderState::Shipped);
    EXPECT_EQ(lineOf(sale.company, order.id).shipped, pcs(12));
    EXPECT_EQ(sale.company.ask(shipmentsOf, order.id).size(), 3u);
    expectProven(sale.company);
}

TEST(ShipOrder, withoutAWordWhatIsPackedLeaves)
{
    Sale sale;
    const SalesOrder order = sale.order(4);
    sale.company.must(pickOrder, order.id, Part());
    sale.company.must(packOrder, order.id, Part{{1, pcs(3)}});

    sale.company.must(shipOrder, order.id, Dispatch());

    EXPECT_EQ(lineOf(sale.company, order.id).shipped, pcs(3));
    EXPECT_EQ(lineOf(sale.company, order.id).picked, pcs(1));
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Picking);
    expectProven(sale.company);
}

TEST(ShipOrder, fromSeveralShelves)
{
    Sale sale;
    const Location second = shelf(sale.company, "W2");
    receive(sale.company, sale.mug.id, 5, "4.00", second.id);
    const SalesOrder order = sale.order(13);

    sale.company.must(shipOrder, order.id, parcel({{1, pcs(12)}}));

    EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM stock_move WHERE source = 'shipment'"), 2);
    EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM shipment_line"), 1);
    EXPECT_EQ(posted(sale.company, "shipment"), "1300 -48.00, 5000 48.00");
    EXPECT_EQ(sale.company.number("SELECT SUM(allocated) FROM stock_balance"), 1'000'000);
    expectProven(sale.company);
}

TEST(ShipOrder, aServiceNeedsNoShelf)
{
    Sale sale;
    Product engraving;
    engraving.sku = engraving.name = QStringLiteral("ENGRAVING");
    engraving.stocked = false;
    engraving = sale.company.must(saveProduct, engraving);
    NewOrder wanted = sale.company.draft(sale.acme.id, {{sale.mug.id, 1}, {engraving.id, 1}});
    wanted.lines[1].unitPrice = unit("5.00");
    const SalesOrder order = sale.company.must(placeOrder, wanted, false).order;

    sale.company.must(shipOrder, order.id, Dispatch());

    EXPECT_EQ(posted(sale.company, "shipment"), "1300 -4.00, 5000 4.00");
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Shipped);
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("15.00"));
    expectProven(sale.company);
}

TEST(ShipOrder, refusesWhatCannotLeave)
{
    Sale sale;
    const SalesOrder order = sale.order(3), empty = sale.order(20);
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}})).order;
    const SalesOrder gone = sale.order(1);
    sale.company.must(cancelOrder, gone.id, Part(), QString());
    sale.company.must(shipOrder, empty.id, Dispatch()); // its seven

    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{1, pcs(4)}})), "no_stock");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{1, pcs(2)}, {1, pcs(2)}})), "no_stock");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{1, pcs(0)}})), "quantity");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{1, pcs(-1)}})), "quantity");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{9, pcs(1)}})), "unknown_line");
    EXPECT_EQ(sale.company.refusal(shipOrder, empty.id, Dispatch()), "nothing_to_do");
    EXPECT_EQ(sale.company.refusal(shipOrder, draft.id, Dispatch()), "wrong_state");
    EXPECT_EQ(sale.company.refusal(shipOrder, gone.id, Dispatch()), "cancelled");
    EXPECT_EQ(sale.company.refusal(shipOrder, Id<SalesOrder>{4711}, Dispatch()), "not_found");
    EXPECT_EQ(sale.company.refusal(shipOrder, order.id, parcel({{1, pcs(2)}, {1, pcs(1)}})), "(done)"); // the same line twice is one
    expectProven(sale.company);
}

TEST(ShipOrder, theChannelWillHearOfIt)
{
    Sale sale;
    NewOrder web = sale.company.draft(sale.acme.id, {{sale.mug.id, 2}});
    web.channel = webChannel(sale.company);
    web.externalId = QStringLiteral("4711");
    const SalesOrder order = sale.company.must(placeOrder, web, true).order;
    const SalesOrder desk = sale.order(1);

    sale.company.must(shipOrder, order.id, Dispatch());
    sale.company.must(shipOrder, desk.id, Dispatch());

    EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM shipment_notice WHERE state = 1"), 1);
}

TEST(ShipOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(prepareOrder, [](TestCompany &c) {
        return bool(c.session().perform(shipOrder, Id<SalesOrder>{1}, parcel({{1, pcs(3)}})));
    });
}
