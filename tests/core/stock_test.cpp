#include "core/sales/cancelorder.h"
#include "proof.h"

// What comes in, what a count finds, what moves between shelves, and who it is promised to.

namespace {

auto receipt(const Receipt &line)
{
    return [line](Tx &tx) { return receiveGoods(tx, {line}, tx.today()); };
}

auto count(Id<Product> product, int units, Id<Location> location = {})
{
    return [=](Tx &tx) { return adjustStock(tx, product, location, pcs(units), tx.today(), QStringLiteral("year end")); };
}

auto transfer(Id<Product> product, Id<Location> from, Id<Location> to, int units)
{
    return [=](Tx &tx) { return transferStock(tx, product, from, to, pcs(units), tx.today(), QStringLiteral("closer")); };
}

Id<Location> mainShelf(TestCompany &company)
{
    return company.must([](Tx &tx) { return locationByCode(tx, QStringLiteral("MAIN")); }).id;
}

} // namespace

TEST(ReceiveGoods, raisesStockValueAndWhatIsOwedForIt)
{
    TestCompany company;
    const Product mug = company.product("MUG");

    receive(company, mug.id, 10, "4.00");
    receive(company, mug.id, 5, "5.50");

    EXPECT_EQ(available(company, mug.id), "15");
    EXPECT_EQ(posted(company, "goods_receipt"), "1300 27.50, 2050 -27.50");
    EXPECT_EQ(company.balance(role::Inventory), "67.50");
    EXPECT_EQ(company.ask(averageCost, mug.id)->toString(), "4.50");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM stock_move"), 2);
    expectProven(company);
}

TEST(ReceiveGoods, severalLinesAreOneReceiptAndOneEntry)
{
    TestCompany company;
    const Product mug = company.product("MUG"), cup = company.product("CUP");
    const Party mill = company.supplier();

    company.must([&](Tx &tx) {
        return receiveGoods(tx, {{mug.id, pcs(3), unit("0.333333"), {}, mill.id, {}}, {cup.id, pcs(1), unit("2.00"), {}, mill.id, {}}}, tx.today());
    });

    EXPECT_EQ(posted(company, "goods_receipt"), "1300 3.00, 2050 -3.00");
    EXPECT_EQ(entriesFrom(company, "goods_receipt"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM goods_receipt"), 1);
    expectProven(company);
}

TEST(ReceiveGoods, withoutACostTheMovingAverageIsTaken)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10, "4.00"), cup = company.product("CUP");

    company.must(receipt({mug.id, pcs(2), {}, {}, {}, {}}));
    EXPECT_EQ(company.balance(role::Inventory), "48.00");
    company.must(receipt({cup.id, pcs(2), {}, {}, {}, {}}));

    EXPECT_EQ(company.balance(role::Inventory), "48.00"); // nothing is known of the cup's cost
    EXPECT_EQ(available(company, cup.id), "2");
    expectProven(company);
}

TEST(ReceiveGoods, refusesWhatCannotBeRight)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    Product service;
    service.sku = service.name = QStringLiteral("ENGRAVING");
    service.stocked = false;
    service = company.must(saveProduct, service);
    const auto outside = company.must([](Tx &tx) { return locationByCode(tx, QStringLiteral("CUSTOMERS")); });
    Location closed = shelf(company, "CLOSED");
    closed.active = false;
    closed = company.must(saveLocation, closed);
    const std::pair<const char *, Receipt> rows[] = {
        {"quantity", {mug.id, pcs(0), unit("1.00"), {}, {}, {}}},
        {"quantity", {mug.id, pcs(-1), unit("1.00"), {}, {}, {}}},
        {"cost", {mug.id, pcs(1), unit("-1.00"), {}, {}, {}}},
        {"cost", {mug.id, pcs(1), unit("1.00", *Currency::of(u"USD")), {}, {}, {}}},
        {"not_stocked", {service.id, pcs(1), unit("1.00"), {}, {}, {}}},
        {"location", {mug.id, pcs(1), unit("1.00"), outside.id, {}, {}}},
        {"location", {mug.id, pcs(1), unit("1.00"), closed.id, {}, {}}},
        {"not_found", {{4711}, pcs(1), unit("1.00"), {}, {}, {}}},
        {"overflow", {mug.id, pcs(1'000'000), unit("9000000000000"), {}, {}, {}}},
    };

    for (const auto &[code, line] : rows)
        EXPECT_EQ(company.refusal(receipt(line)), code);
    EXPECT_EQ(company.refusal([](Tx &tx) { return receiveGoods(tx, {}, tx.today()); }), "no_lines");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM stock_move"), 0);
}

TEST(ReceiveGoods, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG");
            c.order(c.customer().id, {{mug.id, 1}});
        },
        [](TestCompany &c) {
            return bool(c.session().perform(receipt({{1}, pcs(3), unit("2.00"), {}, {}, {}})));
        });
}

TEST(AdjustStock, theDifferenceGoesToOrComesFromShrinkage)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10, "4.00");

    company.must(count(mug.id, 8));
    EXPECT_EQ(posted(company, "product"), "1300 -8.00, 5200 8.00");
    EXPECT_EQ(available(company, mug.id), "8");

    company.must(count(mug.id, 11));
    EXPECT_EQ(posted(company, "product"), "1300 12.00, 5200 -12.00");
    EXPECT_EQ(available(company, mug.id), "11");

    company.must(count(mug.id, 11));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM stock_move"), 3); // nothing differed
    company.must(count(mug.id, 0));
    EXPECT_EQ(company.balance(role::Inventory), "0.00");
    expectProven(company);
}

TEST(AdjustStock, whatWasPromisedCannotBeCountedAway)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    company.order(company.customer().id, {{mug.id, 6}});

    EXPECT_EQ(company.refusal(count(mug.id, 5)), "no_stock");
    EXPECT_EQ(company.refusal(count(mug.id, -1)), "quantity");
    EXPECT_EQ(company.refusal(count(mug.id, 6)), "(done)");
    expectProven(company);
}

TEST(AdjustStock, whatACountFindsIsPromisedToWhoWaits)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 1);
    const SalesOrder order = company.order(company.customer().id, {{mug.id, 3}});

    company.must(count(mug.id, 3));

    EXPECT_EQ(lineOf(company, order.id).allocated, pcs(3));
    expectProven(company);
}

TEST(AdjustStock, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &c) { c.product("MUG", "10.00", 5); },
                          [](TestCompany &c) { return bool(c.session().perform(count({1}, 7))); });
}

TEST(TransferStock, movesGoodsButNoMoney)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10, "4.00");
    const Location second = shelf(company, "W2");
    const qint64 entries = company.number("SELECT COUNT(*) FROM journal_entry");

    company.must(transfer(mug.id, mainShelf(company), second.id, 4));

    EXPECT_EQ(company.ask([&](Tx &tx) { return availability(tx, mug.id, second.warehouse).onHand; }), pcs(4));
    EXPECT_EQ(available(company, mug.id), "10");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM journal_entry"), entries);
    expectProven(company);
}

TEST(TransferStock, refusesWhatIsNotFreeThere)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    const Location second = shelf(company, "W2");
    company.order(company.customer().id, {{mug.id, 8}});
    const auto customers = company.must([](Tx &tx) { return locationByCode(tx, QStringLiteral("CUSTOMERS")); });

    EXPECT_EQ(company.refusal(transfer(mug.id, mainShelf(company), second.id, 3)), "no_stock");
    EXPECT_EQ(company.refusal(transfer(mug.id, second.id, mainShelf(company), 1)), "no_stock");
    EXPECT_EQ(company.refusal(transfer(mug.id, mainShelf(company), mainShelf(company), 1)), "location");
    EXPECT_EQ(company.refusal(transfer(mug.id, mainShelf(company), customers.id, 1)), "location");
    EXPECT_EQ(company.refusal(transfer(mug.id, mainShelf(company), second.id, 0)), "quantity");
    EXPECT_EQ(company.refusal(transfer(mug.id, mainShelf(company), second.id, 2)), "(done)");
}

TEST(TransferStock, whatArrivesInAWarehouseIsPromisedToWhoWaitsForItThere)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    const Location second = shelf(company, "W2");
    NewOrder wanted = company.draft(company.customer().id, {{mug.id, 2}});
    wanted.warehouse = second.warehouse;
    const SalesOrder order = company.must(placeOrder, wanted, false).order;
    ASSERT_EQ(lineOf(company, order.id).allocated, pcs(0));

    company.must(transfer(mug.id, mainShelf(company), second.id, 3));

    EXPECT_EQ(lineOf(company, order.id).allocated, pcs(2));
    expectProven(company);
}

TEST(TransferStock, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            c.product("MUG", "10.00", 5);
            shelf(c, "W2");
        },
        [](TestCompany &c) {
            return bool(c.session().perform([](Tx &tx) {
                return transferStock(tx, {1}, locationByCode(tx, QStringLiteral("MAIN"))->id, locationByCode(tx, QStringLiteral("W2"))->id, pcs(2),
                                     tx.today(), {});
            }));
        });
}

TEST(SaveLocation, refusesWhatWouldLoseGoods)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    Location second = shelf(company, "W2");
    receive(company, mug.id, 1, "4.00", second.id);
    Location other = second;
    other.kind = LocationKind::Scrap;
    Location closed = second;
    closed.active = false;
    Location homeless{{}, 1, QStringLiteral("NEW"), QString(), LocationKind::Internal, {}, 1, true};

    EXPECT_EQ(company.refusal(saveLocation, other), "location");
    EXPECT_EQ(company.refusal(saveLocation, closed), "location_in_use");
    EXPECT_EQ(company.refusal(saveLocation, homeless), "incomplete");
    company.must(count(mug.id, 0, second.id));
    EXPECT_EQ(company.refusal(saveLocation, closed), "(done)");
}

TEST(Allocate, takesFromShelvesInPickingOrderAndFromSeveral)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    const Location first = shelf(company, "A", -2), second = shelf(company, "B", -1, first.warehouse);
    receive(company, mug.id, 2, "4.00", second.id);
    receive(company, mug.id, 3, "4.00", first.id);
    receive(company, mug.id, 9, "4.00");

    const auto picks = company.must([&](Tx &tx) -> Result<std::vector<Pick>> { return allocate(tx, mug.id, pcs(6), {}); });

    ASSERT_EQ(picks.size(), 3u);
    EXPECT_EQ(std::pair(picks[0].location, picks[0].quantity), std::pair(first.id, pcs(3)));
    EXPECT_EQ(std::pair(picks[1].location, picks[1].quantity), std::pair(second.id, pcs(2)));
    EXPECT_EQ(picks[2].quantity, pcs(1));
}

TEST(Allocate, onlyTheWarehouseThatServesTheOrderCounts)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    const Location second = shelf(company, "W2");
    receive(company, mug.id, 2, "4.00", second.id);
    NewOrder wanted = company.draft(company.customer().id, {{mug.id, 4}});
    wanted.warehouse = second.warehouse;

    const SalesOrder order = company.must(placeOrder, wanted, false).order;

    EXPECT_EQ(lineOf(company, order.id).allocated, pcs(2));
    EXPECT_EQ(lineOf(company, order.id).backordered(), pcs(2));
    expectProven(company);
}

TEST(Backorders, areServedOldestFirstByAReceipt)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    const Party acme = company.customer();
    const SalesOrder first = company.order(acme.id, {{mug.id, 3}}), second = company.order(acme.id, {{mug.id, 3}}),
                     third = company.order(acme.id, {{mug.id, 3}});

    receive(company, mug.id, 5);

    EXPECT_EQ(lineOf(company, first.id).allocated, pcs(3));
    EXPECT_EQ(lineOf(company, second.id).allocated, pcs(2));
    EXPECT_EQ(lineOf(company, third.id).allocated, pcs(0));
    expectProven(company);
}

TEST(Backorders, aDraftDoesNotWaitAndACancelledOneNoLonger)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    const Party acme = company.customer();
    const SalesOrder draft = company.must(enterOrder, company.draft(acme.id, {{mug.id, 1}})).order;
    const SalesOrder gone = company.order(acme.id, {{mug.id, 1}}), waits = company.order(acme.id, {{mug.id, 1}});
    company.must(cancelOrder, gone.id, Part(), QString());

    receive(company, mug.id, 1);

    EXPECT_EQ(lineOf(company, draft.id).allocated, pcs(0));
    EXPECT_EQ(lineOf(company, gone.id).allocated, pcs(0));
    EXPECT_EQ(lineOf(company, waits.id).allocated, pcs(1));
}

TEST(Backorders, areServedByWhatACancelledOrderSetsFree)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 2);
    const Party acme = company.customer();
    const SalesOrder first = company.order(acme.id, {{mug.id, 2}}), second = company.order(acme.id, {{mug.id, 2}});

    company.must(cancelOrder, first.id, Part{{1, pcs(1)}}, QString());
    EXPECT_EQ(lineOf(company, second.id).allocated, pcs(1));
    company.must(cancelOrder, first.id, Part(), QString());

    EXPECT_EQ(lineOf(company, second.id).allocated, pcs(2));
    expectProven(company);
}

TEST(Backorders, anOrderThatWaitsForAnotherWarehouseDoesNotHoldUpTheRest)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    const Party acme = company.customer();
    const Location second = shelf(company, "W2");
    NewOrder elsewhere = company.draft(acme.id, {{mug.id, 1}});
    elsewhere.warehouse = second.warehouse;
    company.must(placeOrder, elsewhere, false);
    const SalesOrder anywhere = company.order(acme.id, {{mug.id, 1}});

    receive(company, mug.id, 1);

    EXPECT_EQ(lineOf(company, anywhere.id).allocated, pcs(1));
}
