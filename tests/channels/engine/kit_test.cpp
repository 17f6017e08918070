#include "channels/engine/apply.h"
#include "channels/engine/decision.h"
#include "channels/engine/offer.h"
#include "core/catalog/kit.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

// A shop sells a kit as one product; Purser ships its components and offers as many as the scarcest of them is enough for.

using namespace channels;

namespace {

/// A set is two mugs of ten and a tray of four.
struct KitCompany : ShopCompany {
    KitCompany() { compose(set, {{mug, 2}, {tray, 1}}); }

    void compose(const Product &kit, std::initializer_list<std::pair<Product, int>> of)
    {
        std::vector<ProductComponent> components;
        for (const auto &[product, units] : of)
            components.push_back({{}, product.id, pcs(units)});
        must(setComponents, kit.id, components);
    }
    Offer offer(const Product &product)
    {
        return ask([&](Tx &tx) { return offerOf(tx, channel, tx.get(product.id)); });
    }
    SalesLine line(int number)
    {
        const SalesOrder order = onlyOrder();
        return ask([&](Tx &tx) { return tx.allIn<SalesLine>(order.currency, "order_id = ? AND line = ?", order.id, number).front(); });
    }
    RemoteOrder &sale() { return shop.orders[0]; }
    void tell() { shop.change(sale(), ++m_second * 60); }
    void sells(int units)
    {
        RemoteLine &sold = sale().lines[0];
        const qint64 was = sold.quantity.millionths / 1'000'000;
        sold.quantity = pcs(units);
        for (Money *amount : {&sold.net, &sold.tax})
            *amount = Money(amount->minor() / was * units, Eur);
        sold.taxes = {{QStringLiteral("1"), QStringLiteral("VAT"), Rate{190'000}, sold.net, sold.tax}};
        sale().total = sold.net + sold.tax;
    }
    void refund(int units, const char *net, const char *tax)
    {
        sale().refunds = {{QStringLiteral("r1"),
                           sale().placedAt,
                           QStringLiteral("sorry"),
                           eur(net) + eur(tax),
                           {{QStringLiteral("l1"), pcs(units), eur(net), eur(tax), true}},
                           true}};
    }
    qint64 openExceptions() { return number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''"); }
    void expectProof()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where + QStringLiteral(": ") + difference.text);
    }

    Product mug = product("MUG", "10.00", 10, "4.00"), tray = product("TRAY", "20.00", 4, "7.00"), set = product("SET", "30.00", 0);

private:
    int m_second = 0;
};

} // namespace

TEST(KitOffer, isAsManyAsTheScarcestComponentIsEnoughFor)
{
    KitCompany company;

    const Offer offer = company.offer(company.set);

    EXPECT_EQ(offer.available(), pcs(4)); // five by the mugs, four by the trays
    ASSERT_EQ(offer.components.size(), 2u);
    EXPECT_EQ(offer.components[0].sku, "MUG");
    EXPECT_EQ(offer.components[0].kits(), pcs(5));
    EXPECT_EQ(offer.components[1].kits(), pcs(4));
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("SET").stock, pcs(4));
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(10));

    company.order(company.customer().id, {{company.mug.id, 7}}); // one set is left by the mugs, and one mug beside it
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("SET").stock, pcs(1));
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
}

TEST(KitOffer, whatKitsInOrdersHavePromisedIsOfferedNoMore)
{
    KitCompany company;
    const Product pair = company.product("PAIR", "18.00", 0);
    company.compose(pair, {{company.mug, 2}});
    EXPECT_EQ(company.offer(pair).available(), pcs(5));

    company.order(company.customer().id, {{company.set.id, 3}});

    EXPECT_EQ(company.offer(company.mug).available(), pcs(4));
    EXPECT_EQ(company.offer(pair).available(), pcs(2));
    EXPECT_EQ(company.offer(company.set).available(), pcs(1));
    company.order(company.customer("Bo").id, {{company.set.id, 4}}); // three trays too many: they wait
    EXPECT_EQ(company.offer(company.set).available(), pcs(0));
    EXPECT_EQ(company.offer(company.set).offered(), pcs(-3));
    EXPECT_EQ(company.offer(company.mug).available(), pcs(0));
}

TEST(KitOffer, holdsBackOnceWhatTheChannelHoldsBack)
{
    KitCompany company;
    company.must([&](Tx &tx) { return setOfferTerms(tx, {company.channel.id, pcs(3), {}, {}}, pcs(1)); });
    company.channel = company.ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });

    EXPECT_EQ(company.offer(company.set).available(), pcs(3)); // nine mugs are enough for four sets, three trays for three
    EXPECT_EQ(company.offer(company.mug).available(), pcs(3)); // the quota
    company.must([&](Tx &tx) { return setListingTerms(tx, company.channel, company.set.id, {pcs(2), {}, {}, 1, true}); });
    EXPECT_EQ(company.offer(company.set).available(), pcs(1));
    company.must([&](Tx &tx) { return setListingTerms(tx, company.channel, company.mug.id, {pcs(9), {}, {}, 1, true}); });
    EXPECT_EQ(company.offer(company.set).available(), pcs(0));
}

TEST(KitOnline, comesInIsShippedAndToldAsTheKit)
{
    KitCompany company;
    company.pushed();
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();
    const SalesOrder order = company.onlyOrder();
    EXPECT_EQ(order.state, OrderState::Confirmed);
    EXPECT_EQ(order.total, eur("71.40"));
    EXPECT_EQ(company.line(1).allocated, pcs(2));
    EXPECT_EQ(company.line(2).allocated, pcs(4));

    company.must(shipOrder, order.id, Dispatch{{{2, pcs(4)}}, {}, {}, {}}); // the mugs go ahead
    company.pushed();
    EXPECT_TRUE(company.shop.shipments.empty()); // no set has left
    company.must(shipOrder, order.id, Dispatch());
    company.pushed();

    ASSERT_EQ(company.shop.shipments.size(), 1u);
    ASSERT_EQ(company.shop.shipments[0].lines.size(), 1u);
    EXPECT_EQ(company.shop.shipments[0].lines[0].externalLine, "l1");
    EXPECT_EQ(company.shop.shipments[0].lines[0].quantity, pcs(2));
    EXPECT_TRUE(company.shop.shipments[0].completesOrder);
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    EXPECT_EQ(company.onlyOrder().state, OrderState::Paid);
    EXPECT_EQ(company.balance(role::CostOfGoods), "30.00");
    EXPECT_EQ(company.balance(role::Sales), "-60.00");
    company.expectProof();
}

TEST(KitOnline, aShopThatSubtractsItsOrdersItselfCountsTheKitAndNotItsComponents)
{
    KitCompany company;
    company.shop.can.sharedStockIsOnHand = true;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();

    const Offer set = company.offer(company.set), mug = company.offer(company.mug);

    EXPECT_EQ(set.available(), pcs(2));
    EXPECT_EQ(set.onHandThere(), pcs(4)); // it takes the two of its order off
    EXPECT_EQ(mug.available(), pcs(6));
    EXPECT_EQ(mug.onHandThere(), pcs(6)); // of mugs it knows nothing
}

TEST(KitOnline, saysWhichComponentIsShort)
{
    KitCompany company;
    company.shop.sells("1", "SET", 5, "178.50");
    company.pulled();

    const auto exceptions = company.ask([](Tx &tx) { return tx.all<SyncException>("resolution = '' AND kind = 'no_stock'"); });

    ASSERT_EQ(exceptions.size(), 1u);
    EXPECT_EQ(exceptions[0].subject, "TRAY");
    company.expectProof();
}

TEST(KitOnline, whatIsRefundedBeforeItLeavesIsCancelledAndAfterItComesBack)
{
    KitCompany company;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();
    const SalesOrder order = company.onlyOrder();
    company.must(shipOrder, order.id, Dispatch{{{1, pcs(1)}}, {}, {}, {}});

    company.refund(1, "30.00", "5.70");
    company.tell();
    company.pulled();
    EXPECT_EQ(company.line(1).cancelled, pcs(1));
    EXPECT_EQ(company.line(2).cancelled, pcs(2));
    EXPECT_EQ(company.line(2).allocated, pcs(0));

    company.sale().refunds.push_back(company.sale().refunds[0]);
    company.sale().refunds[1].externalId = QStringLiteral("r2");
    company.tell();
    company.pulled();

    EXPECT_EQ(company.line(1).returned, pcs(1));
    EXPECT_EQ(company.line(2).returned, pcs(2));
    EXPECT_EQ(company.offer(company.mug).available(), pcs(10));
    EXPECT_EQ(company.offer(company.set).available(), pcs(4));
    EXPECT_EQ(company.balance(role::CostOfGoods), "0.00");
    EXPECT_EQ(company.onlyOrder().paid, eur("0.00"));
    EXPECT_EQ(company.openExceptions(), 0);
    company.expectProof();
}

TEST(KitOnline, aChangedNumberOfKitsChangesTheComponents)
{
    KitCompany company;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();

    company.sells(3);
    company.tell();
    company.pulled();
    EXPECT_EQ(company.line(1).allocated, pcs(3));
    EXPECT_EQ(company.line(2).quantity, pcs(6));
    EXPECT_EQ(company.line(3).allocated, pcs(3));
    EXPECT_EQ(company.onlyOrder().total, eur("107.10"));
    company.expectProof();

    company.sells(1);
    company.tell();
    company.pulled();
    EXPECT_EQ(company.line(1).allocated, pcs(1));
    EXPECT_EQ(company.line(2).allocated, pcs(2));
    EXPECT_EQ(company.offer(company.mug).available(), pcs(8));
    EXPECT_EQ(company.openExceptions(), 0);
    company.expectProof();
}

TEST(KitOnline, aKitThatIsExchangedTakesItsComponentsWithIt)
{
    KitCompany company;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();

    company.sale().lines[0].sku = QStringLiteral("MUG");
    company.tell();
    company.pulled();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 1);
    EXPECT_EQ(company.offer(company.mug).available(), pcs(8));
    EXPECT_EQ(company.offer(company.tray).available(), pcs(4));

    company.sale().lines[0].sku = QStringLiteral("SET");
    company.tell();
    company.pulled();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 3);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line WHERE kit_line = line"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line WHERE kit_line = (SELECT line FROM sales_line WHERE sku = 'SET')"), 3);
    EXPECT_EQ(company.offer(company.mug).available(), pcs(6));
    company.expectProof();
}

TEST(KitOnline, whatIsPickedIsNotChangedButHeldForAPerson)
{
    KitCompany company;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();
    company.must(pickOrder, company.onlyOrder().id, Part{{2, pcs(1)}});

    company.sells(3);
    company.tell();
    company.pulled();

    EXPECT_EQ(company.line(2).quantity, pcs(4));
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_EQ(company.openExceptions(), 1);
    company.expectProof();
}

TEST(KitOnline, moreOfAKitThatIsInvoicedIsALineOfItsOwnWithItsComponents)
{
    KitCompany company;
    company.shop.sells("1", "SET", 2, "71.40");
    company.pulled();
    const Id<SalesOrder> id = company.onlyOrder().id;
    company.must(shipOrder, id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, id); });

    company.sells(3);
    company.tell();
    company.pulled();

    ASSERT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 6);
    EXPECT_EQ(company.line(4).quantity, pcs(1));
    EXPECT_EQ(company.line(4).kitLine, 4);
    EXPECT_EQ(company.line(5).allocated, pcs(2));
    company.must(shipOrder, id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, id); });
    EXPECT_EQ(company.balance(role::Sales), "-90.00");
    company.expectProof();
}

TEST(KitOnline, anUnknownSkuThatIsLinkedToAKitGetsItsComponentsAndLosesThemAgain)
{
    KitCompany company;
    company.shop.sells("1", "SETT", 2, "71.40");
    company.pulled();
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);

    const auto first = company.ask([](Tx &tx) { return tx.first<SyncException>("resolution = ''")->id; });
    company.must([&](Tx &tx) { return resolveException(tx, first, {QStringLiteral("link"), QStringLiteral("SET"), {}}, company.shop); });
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.line(1).allocated, pcs(2));
    EXPECT_EQ(company.line(2).allocated, pcs(4));
    company.expectProof();

    const auto decision = company.ask([](Tx &tx) { return standingDecisions(tx).front().decision.id; });
    company.must([&](Tx &tx) { return takeBackDecision(tx, decision, company.shop); });
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line"), 1);
    EXPECT_EQ(company.line(1).kitLine, 0);
    EXPECT_EQ(company.offer(company.mug).available(), pcs(10));
    company.expectProof();
}

TEST(KitOnline, anyStatementOfAChangeMayFail)
{
    FakeShop shop;
    const Window everything{{}, Instant::of(QDateTime({2040, 1, 1}, {0, 0}, Qt::UTC))};
    const auto applied = [&](Tx &tx) -> Result<> {
        const auto done = applyOrder(tx, *channelByName(tx, QStringLiteral("web")), shop, shop.ordersChanged(everything, QString()).orders.front());
        return done ? Result<>(Done{}) : Result<>(done.error());
    };
    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            const Product mug = company.product("MUG", "10.00", 10), set = company.product("SET", "30.00", 0);
            company.must(setComponents, set.id, std::vector<ProductComponent>{{{}, mug.id, pcs(2)}});
            shop.orders.clear();
            shop.sells("1", "SET", 2, "71.40");
            company.must(applied);
            RemoteLine &line = shop.orders[0].lines[0];
            line.quantity = pcs(1);
            line.net = eur("30.00");
            line.tax = eur("5.70");
            line.taxes = {{QStringLiteral("1"), QStringLiteral("VAT"), Rate{190'000}, line.net, line.tax}};
            shop.orders[0].total = eur("35.70");
            shop.change(shop.orders[0], 60);
        },
        [&](TestCompany &company) { return bool(company.session().perform(applied)); });
}
