#include "core/billing/amendorder.h"
#include "core/billing/returnorder.h"
#include "core/catalog/kit.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "sale.h"

// Kits: sold as one at one price, shipped as their components. A breakfast set is two mugs and a tray.

namespace {

std::vector<ProductComponent> made(std::initializer_list<std::pair<Id<Product>, int>> of)
{
    std::vector<ProductComponent> components;
    for (const auto &[product, units] : of)
        components.push_back({{}, product, pcs(units)});
    return components;
}

struct KitSale : Sale {
    KitSale() { company.must(setComponents, set.id, made({{mug.id, 2}, {tray.id, 1}})); }

    QString becomes(const Product &product, const std::vector<ProductComponent> &components)
    {
        return company.refusal(setComponents, product.id, components);
    }
    SalesOrder sets(int units) { return company.order(acme.id, {{set.id, units}}); }
    SalesLine line(const SalesOrder &order, int number) { return lineOf(company, order.id, number); }
    bool isStocked(const Product &product)
    {
        return company.ask([&](Tx &tx) { return tx.get(product.id).stocked; });
    }

    Product tray = company.product("TRAY", "20.00", 3, "7.00");
    Product set = company.product("SET", "30.00", 0);
};

} // namespace

TEST(Kit, hasComponentsAndNoStockOfItsOwn)
{
    KitSale sale;

    EXPECT_FALSE(sale.isStocked(sale.set));
    const auto components = sale.company.ask([&](Tx &tx) { return componentsOf(tx, sale.set.id); });
    ASSERT_EQ(components.size(), 2u);
    EXPECT_EQ(components[0].component, sale.mug.id);
    EXPECT_EQ(components[0].quantity, pcs(2));

    sale.company.must(setComponents, sale.set.id, made({}));
    EXPECT_TRUE(sale.isStocked(sale.set));
    EXPECT_TRUE(sale.company.ask([&](Tx &tx) { return componentsOf(tx, sale.set.id); }).empty());
}

TEST(Kit, refusesWhatIsNoKit)
{
    KitSale sale;
    const Product box = sale.company.product("BOX", "1.00", 0);
    Product service = sale.company.product("GIFT", "1.00", 0);
    service.stocked = false;
    service = sale.company.must(saveProduct, service);

    EXPECT_EQ(sale.becomes(box, made({{box.id, 1}})), "component");
    EXPECT_EQ(sale.becomes(box, made({{sale.set.id, 1}})), "component"); // a kit of kits
    EXPECT_EQ(sale.becomes(box, made({{sale.mug.id, 0}})), "quantity");
    EXPECT_EQ(sale.becomes(box, made({{sale.mug.id, 1}, {sale.mug.id, 1}})), "duplicate");
    EXPECT_EQ(sale.becomes(box, made({{service.id, 1}})), "not_stocked");
    EXPECT_EQ(sale.becomes(sale.tray, made({{box.id, 1}})), "component"); // it is in a kit
    const Product jug = sale.company.product("JUG", "1.00", 1);
    EXPECT_EQ(sale.becomes(jug, made({{sale.mug.id, 1}})), "has_stock");
    sale.company.order(sale.acme.id, {{box.id, 1}});
    EXPECT_EQ(sale.becomes(box, made({{sale.mug.id, 1}})), "open_orders");

    Product set = sale.company.ask([&](Tx &tx) { return tx.get(sale.set.id); });
    set.stocked = true;
    EXPECT_EQ(sale.company.refusal(saveProduct, set), "not_stocked");
    Product mug = sale.company.ask([&](Tx &tx) { return tx.get(sale.mug.id); });
    mug.stocked = false;
    EXPECT_EQ(sale.company.refusal(saveProduct, mug), "component");
}

TEST(Kit, isOneUntilItsOpenOrdersAreDone)
{
    KitSale sale;
    const SalesOrder order = sale.sets(1);
    EXPECT_EQ(sale.becomes(sale.set, made({})), "open_orders");

    sale.company.must(setComponents, sale.set.id, made({{sale.mug.id, 5}})); // what is ordered stays as it was ordered
    EXPECT_EQ(sale.line(order, 2).quantity, pcs(2));
    sale.company.must(shipOrder, order.id, Dispatch());
    sale.company.must(setComponents, sale.set.id, made({}));

    invoiced(sale.company, order.id);
    sale.company.must([&](Tx &tx) { return returnOrder(tx, order.id, {{1, pcs(1), ReturnDecision::Restock, {}, {}}}, QStringLiteral("broken")); });
    EXPECT_EQ(available(sale.company, sale.mug.id), "10");
    EXPECT_EQ(available(sale.company, sale.set.id), "0");
    expectProven(sale.company);
}

TEST(KitOrder, hasThePriceOnTheKitAndTheGoodsBelowIt)
{
    KitSale sale;
    const SalesOrder order = sale.company.order(sale.acme.id, {{sale.set.id, 2}, {sale.mug.id, 1}});

    EXPECT_EQ(order.net, eur("70.00"));
    const SalesLine kit = sale.line(order, 1), mugs = sale.line(order, 2), trays = sale.line(order, 3), single = sale.line(order, 4);
    EXPECT_TRUE(kit.isKit());
    EXPECT_EQ(kit.net, eur("60.00"));
    EXPECT_EQ(kit.allocated, pcs(2));
    EXPECT_TRUE(mugs.isComponent());
    EXPECT_EQ(mugs.kitLine, 1);
    EXPECT_EQ(mugs.sku, "MUG");
    EXPECT_EQ(mugs.quantity, pcs(4));
    EXPECT_EQ(mugs.allocated, pcs(4));
    EXPECT_TRUE(mugs.total.isZero());
    EXPECT_EQ(trays.quantity, pcs(2));
    EXPECT_EQ(single.kitLine, 0);
    EXPECT_EQ(available(sale.company, sale.mug.id), "5");
    expectProven(sale.company);
}

TEST(KitOrder, isOfWholeKits)
{
    KitSale sale;
    NewOrder draft = sale.company.draft(sale.acme.id, {{sale.set.id, 1}});
    draft.lines[0].quantity = *Quantity::parse(QStringLiteral("1.5"));

    EXPECT_EQ(sale.company.refusal(enterOrder, draft), "quantity");
}

TEST(KitOrder, goesFromDraftToCashAtThePriceOfTheKitAndTheCostOfItsComponents)
{
    KitSale sale;
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.set.id, 2}})).order;
    EXPECT_EQ(available(sale.company, sale.mug.id), "10");
    sale.company.must(confirmOrder, draft.id);
    EXPECT_EQ(available(sale.company, sale.mug.id), "6");
    EXPECT_EQ(sale.company.must(pickOrder, draft.id, Part()).state, OrderState::Picking);
    EXPECT_EQ(sale.line(draft, 1).picked, pcs(2));
    EXPECT_EQ(sale.company.must(packOrder, draft.id, Part()).state, OrderState::Packed);
    EXPECT_EQ(sale.line(draft, 1).packed, pcs(2));

    sale.company.must(shipOrder, draft.id, Dispatch());
    EXPECT_EQ(sale.company.balance(role::CostOfGoods), "30.00"); // 4 mugs at 4.00, 2 trays at 7.00
    const Invoice invoice = invoiced(sale.company, draft.id);

    EXPECT_EQ(invoice.net, eur("60.00"));
    const auto lines = sale.company.ask([&](Tx &tx) { return linesOf(tx, invoice); });
    ASSERT_EQ(lines.size(), 1u); // the kit; its components stand on the order and its shipments
    EXPECT_EQ(lines[0].sku, "SET");
    EXPECT_EQ(lines[0].quantity, pcs(2));
    EXPECT_EQ(sale.stateOf(draft.id), OrderState::Invoiced);
    sale.company.must(receivePayment, moneyFor(draft.id, "71.40"));
    EXPECT_EQ(sale.stateOf(draft.id), OrderState::Paid);
    EXPECT_EQ(sale.company.must(closeOrder, draft.id).state, OrderState::Closed);
    expectProven(sale.company);
}

TEST(KitOrder, isShippedAndInvoicedByWholeKits)
{
    KitSale sale;
    const SalesOrder order = sale.sets(3);

    sale.company.must(shipOrder, order.id, parcel({{2, pcs(5)}, {3, pcs(1)}})); // five mugs and one tray: one whole set
    EXPECT_EQ(sale.line(order, 1).shipped, pcs(1));
    EXPECT_EQ(sale.line(order, 1).allocated, pcs(2));
    EXPECT_EQ(sale.stateOf(order.id), OrderState::PartlyShipped);
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("30.00"));
    EXPECT_EQ(sale.company.refusal([&](Tx &tx) { return invoiceOrder(tx, order.id); }), "nothing_to_do");

    sale.company.must(shipOrder, order.id, parcel({{1, pcs(1)}})); // one more set: a tray, three of its mugs have left
    EXPECT_EQ(sale.line(order, 1).shipped, pcs(2));
    EXPECT_EQ(sale.line(order, 2).shipped, pcs(5));
    EXPECT_EQ(sale.line(order, 3).shipped, pcs(2));
    sale.company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(sale.line(order, 1).shipped, pcs(3));
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("60.00"));
    expectProven(sale.company);
}

TEST(KitOrder, waitsForTheScarcestComponent)
{
    KitSale sale;
    const SalesOrder order = sale.sets(4); // there are three trays

    EXPECT_EQ(sale.line(order, 1).allocated, pcs(3));
    EXPECT_EQ(sale.line(order, 1).backordered(), pcs(1));
    EXPECT_EQ(sale.line(order, 2).backordered(), pcs(0));
    receive(sale.company, sale.tray.id, 1);
    EXPECT_EQ(sale.line(order, 1).allocated, pcs(4));
    sale.company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Shipped);
    expectProven(sale.company);
}

TEST(KitOrder, twoKitsAndTheirComponentNeverPromiseTheSameGoods)
{
    KitSale sale;
    const Product pair = sale.company.product("PAIR", "18.00", 0);
    sale.company.must(setComponents, pair.id, made({{sale.mug.id, 2}}));

    const SalesOrder order = sale.company.order(sale.acme.id, {{sale.set.id, 2}, {pair.id, 2}, {sale.mug.id, 4}}); // twelve mugs of ten

    const SalesLine set = sale.line(order, 1), pairs = sale.line(order, 4), mugs = sale.line(order, 6);
    EXPECT_EQ(set.allocated, pcs(2));
    EXPECT_EQ(pairs.allocated, pcs(2));
    EXPECT_EQ(mugs.allocated, pcs(2));
    EXPECT_EQ(available(sale.company, sale.mug.id), "0");
    expectProven(sale.company);
}

TEST(KitOrder, cancelledKitsGiveTheirComponentsBack)
{
    KitSale sale;
    const SalesOrder order = sale.sets(3);
    sale.company.must(pickOrder, order.id, Part());
    EXPECT_EQ(sale.company.refusal(cancelOrder, order.id, Part{{2, pcs(1)}}, QString()), "component");

    sale.company.must(cancelOrder, order.id, Part{{1, pcs(1)}}, QString());
    EXPECT_EQ(sale.line(order, 2).cancelled, pcs(2));
    EXPECT_EQ(sale.line(order, 2).picked, pcs(4));
    EXPECT_EQ(sale.line(order, 1).picked, pcs(2));
    EXPECT_EQ(available(sale.company, sale.mug.id), "6");

    sale.company.must(shipOrder, order.id, parcel({{1, pcs(1)}}));
    sale.company.must(cancelOrder, order.id, Part(), QString());
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Shipped);
    EXPECT_EQ(available(sale.company, sale.tray.id), "2");
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("30.00"));
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Invoiced);
    expectProven(sale.company);
}

TEST(KitOrder, aKitThatHasLeftInPartCanBeGivenUpAndWhatLeftComesBackWithoutMoney)
{
    KitSale sale;
    const SalesOrder order = sale.sets(1);
    sale.company.must(shipOrder, order.id, parcel({{2, pcs(2)}}));
    EXPECT_EQ(sale.line(order, 1).shipped, pcs(0));

    sale.company.must(cancelOrder, order.id, Part(), QString());
    const auto back = sale.company.must([&](Tx &tx) {
        return returnOrder(tx, order.id, {{2, pcs(2), ReturnDecision::Restock, {}, {}}}, QStringLiteral("no tray came"));
    });

    EXPECT_FALSE(back.creditNote.has_value());
    EXPECT_EQ(available(sale.company, sale.mug.id), "10");
    EXPECT_EQ(sale.company.balance(role::CostOfGoods), "0.00");
    EXPECT_EQ(sale.company.must(closeOrder, order.id).state, OrderState::Closed);
    expectProven(sale.company);
}

TEST(KitOrder, isOpenedAgainWithItsComponents)
{
    KitSale sale;
    const SalesOrder order = sale.sets(2);
    sale.company.must(cancelOrder, order.id, Part(), QString());
    EXPECT_EQ(sale.stateOf(order.id), OrderState::Cancelled);
    EXPECT_EQ(available(sale.company, sale.mug.id), "10");

    sale.company.must(reopenOrder, order.id, QStringLiteral("after all"));

    EXPECT_EQ(sale.line(order, 1).allocated, pcs(2));
    EXPECT_EQ(sale.line(order, 2).allocated, pcs(4));
    expectProven(sale.company);
}

TEST(KitOrder, returnedKitsBringTheirComponentsBackAndAreCredited)
{
    KitSale sale;
    const SalesOrder order = sale.sets(2);
    sale.company.must(shipOrder, order.id, Dispatch());
    sale.company.must([&](Tx &tx) { return returnOrder(tx, order.id, {{2, pcs(1), ReturnDecision::Scrap, {}, {}}}, QStringLiteral("broken")); });

    const auto back = sale.company.must([&](Tx &tx) {
        return returnOrder(tx, order.id, {{1, pcs(1), ReturnDecision::Restock, {}, {}}}, QStringLiteral("not wanted"));
    });

    ASSERT_TRUE(back.creditNote.has_value());
    EXPECT_EQ(back.creditNote->net, eur("30.00"));
    EXPECT_EQ(sale.line(order, 1).returned, pcs(1));
    EXPECT_EQ(sale.line(order, 2).returned, pcs(2)); // the broken one was one of them
    EXPECT_EQ(available(sale.company, sale.mug.id), "7");
    EXPECT_EQ(available(sale.company, sale.tray.id), "2");
    EXPECT_EQ(sale.company.refusal([&](Tx &tx) {
        return returnOrder(tx, order.id, {{1, pcs(2), ReturnDecision::Restock, {}, {}}}, QString());
    }),
              "quantity");
    expectProven(sale.company);
}

TEST(KitOrder, isChangedAsWhatWasTyped)
{
    KitSale sale;
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.set.id, 1}, {sale.mug.id, 1}})).order;
    NewOrder typed = sale.company.ask([&](Tx &tx) { return enteredAs(loadOrder(tx, draft.id)); });
    ASSERT_EQ(typed.lines.size(), 2u); // the components are not typed
    typed.lines[0].quantity = pcs(3);

    sale.company.must(changeOrder, draft.id, typed);

    EXPECT_EQ(sale.line(draft, 2).quantity, pcs(6));
    EXPECT_EQ(sale.line(draft, 3).quantity, pcs(3));
    EXPECT_EQ(sale.line(draft, 4).sku, "MUG");
    expectProven(sale.company);
}

TEST(KitOrder, leavesNothingBehindWhenAnyStatementFails)
{
    const auto prepare = [](TestCompany &c) {
        const Product mug = c.product("MUG", "10.00", 3), tray = c.product("TRAY", "5.00", 9), set = c.product("SET", "12.00", 0);
        c.must(setComponents, set.id, made({{mug.id, 2}, {tray.id, 1}}));
        c.must(enterOrder, c.draft(c.customer().id, {{set.id, 1}}));
    };
    everyStatementMayFail(prepare, [](TestCompany &c) {
        return bool(c.session().perform([](Tx &tx) -> Result<> {
            if (auto done = confirmOrder(tx, {1}); !done)
                return done.error();
            if (auto done = shipOrder(tx, {1}); !done)
                return done.error();
            if (auto done = returnOrder(tx, {1}, {{1, pcs(1), ReturnDecision::Restock, {}, {}}}, QStringLiteral("no")); !done)
                return done.error();
            return Done{};
        }));
    });
}
