#include "channels/engine/discrepancy.h"
#include "channels/engine/offer.h"
#include "core/billing/returnorder.h"
#include "engine/fakeshop.h"

// What of the shared stock each channel is offered, what it may be short of, and what it sells by the pack.

using namespace channels;

namespace {

struct OfferCompany : ShopCompany {
    OfferCompany() { mug = product("MUG", "10.00", 30); }
    Offer offer()
    {
        channel = ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });
        return ask([&](Tx &tx) { return offerOf(tx, channel, mug); });
    }
    Quantity shown() { return shop.shelves.at("MUG").stock; }
    void terms(const ListingTerms &terms)
    {
        must([&](Tx &tx) { return setListingTerms(tx, channel, mug.id, terms); });
    }
    Channel second()
    {
        return must([&](Tx &tx) -> Result<Channel> {
            Channel other = channel;
            other.id = {};
            other.name = QStringLiteral("market");
            tx.insert(other);
            return other;
        });
    }
    Product mug;
};

ListingTerms buffered(int buffer) { return {pcs(buffer), {}, {}, 1, true}; }
ListingTerms packed(qint64 pack) { return {{}, {}, {}, pack, true}; }

} // namespace

TEST(Offer, isWhatIsNeitherPromisedNorHeldBack)
{
    OfferCompany company;
    company.order(company.customer().id, {{company.mug.id, 4}});
    company.terms(buffered(5));

    const Offer offer = company.offer();

    EXPECT_EQ(offer.onHand, pcs(30));
    EXPECT_EQ(offer.allocated, pcs(4));
    EXPECT_EQ(offer.buffer, pcs(5));
    EXPECT_EQ(offer.available(), pcs(21));
    company.pushed();
    EXPECT_EQ(company.shown(), pcs(21));
}

TEST(Offer, isAtMostTheQuotaAndTheShareOfWhatIsFree)
{
    OfferCompany company;
    company.terms({{}, pcs(10), {}, 1, true});
    EXPECT_EQ(company.offer().available(), pcs(10));

    company.terms({{}, {}, Rate{500'000}, 1, true});
    EXPECT_EQ(company.offer().available(), pcs(15));

    company.terms({{}, pcs(100), Rate{1'000'000}, 1, true});
    EXPECT_EQ(company.offer().available(), pcs(30)); // a quota above what is there changes nothing
}

TEST(Offer, ofTheChannelCountsWhereTheListingSaysNothing)
{
    OfferCompany company;
    company.must([&](Tx &tx) { return setOfferTerms(tx, {company.channel.id, pcs(8), {}, {}}, pcs(0)); });
    EXPECT_EQ(company.offer().available(), pcs(8));

    company.terms({{}, pcs(3), {}, 1, true});
    EXPECT_EQ(company.offer().available(), pcs(3));
}

TEST(Offer, leavesTheLastUnitsToTheChannelThatTheyAreFor)
{
    OfferCompany company;
    const Channel market = company.second();
    company.must([&](Tx &tx) { return setOfferTerms(tx, {market.id, {}, {}, pcs(28)}, pcs(0)); });

    EXPECT_EQ(company.offer().available(), pcs(2));
    EXPECT_EQ(company.offer().lastUnitsFor, "market");
    EXPECT_EQ(company.ask([&](Tx &tx) { return offerOf(tx, market, company.mug); }).available(), pcs(30));
}

TEST(Offer, countsTheWarehousesThatServeTheChannelAndItsOrdersAreAllocatedThere)
{
    OfferCompany company;
    const auto east = company.must([](Tx &tx) { return saveWarehouse(tx, {{}, 1, QStringLiteral("EAST"), QStringLiteral("East")}); });
    const auto shelf = company.must([&](Tx &tx) {
        return saveLocation(tx, {{}, 1, QStringLiteral("EAST-1"), QStringLiteral("Shelf"), LocationKind::Internal, east.id, 900, true});
    });
    company.must([&](Tx &tx) { return adjustStock(tx, company.mug.id, shelf.id, pcs(7), tx.today(), QStringLiteral("count")); });
    EXPECT_EQ(company.offer().available(), pcs(37));

    company.must(serveFrom, company.channel.id, QStringList{QStringLiteral("EAST")});

    EXPECT_EQ(company.offer().available(), pcs(7));
    company.shop.sells("1", "MUG", 9, "107.10");
    company.pulled();
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM sales_line"), pcs(7).millionths);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM allocation a JOIN location l ON l.id = a.location_id WHERE l.code <> 'EAST-1'"), 0);
    EXPECT_EQ(company.refusal(serveFrom, company.channel.id, QStringList{QStringLiteral("WEST")}), "unknown_warehouse");
}

TEST(Offer, refusesWhatMakesNoSense)
{
    OfferCompany company;
    const auto refused = [&](const ListingTerms &terms) {
        return company.refusal([&](Tx &tx) { return setListingTerms(tx, company.channel, company.mug.id, terms); });
    };

    EXPECT_EQ(refused({pcs(-1), {}, {}, 1, true}), "quantity");
    EXPECT_EQ(refused({{}, {}, Rate{1'500'000}, 1, true}), "share");
    EXPECT_EQ(refused({{}, {}, {}, 0, true}), "pack");
}

TEST(Offer, ofAProductThatIsNotPublishedIsNone)
{
    OfferCompany company;
    company.terms({{}, {}, {}, 1, false});

    EXPECT_EQ(company.pushed().compared, 0);
}

TEST(Discrepancy, showsWhatWasSoldElsewhereAndWhatCouldBeOversold)
{
    OfferCompany company;
    company.pushed();
    company.now = company.now.plusSeconds(60);
    company.order(company.customer().id, {{company.mug.id, 4}});

    const auto rows = company.ask([&](Tx &tx) { return discrepanciesOf(tx, company.channel, company.shop.can); });

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].shows, pcs(30));
    EXPECT_EQ(rows[0].should, pcs(26));
    EXPECT_EQ(rows[0].exposure, pcs(4));
    EXPECT_EQ(rows[0].soldElsewhere, pcs(4));
    company.pushed();
    EXPECT_TRUE(company.ask([&](Tx &tx) { return discrepanciesOf(tx, company.channel, company.shop.can); }).empty());
}

TEST(Discrepancy, ofTooLittleShownIsNoExposure)
{
    OfferCompany company;
    company.pushed();
    company.must([&](Tx &tx) { return adjustStock(tx, company.mug.id, {}, pcs(40), tx.today(), QStringLiteral("count")); });

    const auto rows = company.ask([&](Tx &tx) { return discrepanciesOf(tx, company.channel, company.shop.can); });

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].exposure, pcs(0));
    EXPECT_EQ(rows[0].soldElsewhere, pcs(0));
}

TEST(Pack, isOfferedAndPricedByThePack)
{
    OfferCompany company;
    company.terms(packed(12));

    company.pushed();

    EXPECT_EQ(company.shown(), pcs(2));                                            // of 30
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("142.80"))); // 12 x 10.00 and 19 %
}

TEST(Pack, soldBecomesUnitsAndTheMoneyStaysToTheCent)
{
    OfferCompany company;
    company.terms(packed(12));
    company.shop.sells("1", "MUG", 2, "100.01");

    company.pulled();

    const SalesOrder order = company.onlyOrder();
    EXPECT_EQ(order.total, eur("100.01"));
    EXPECT_EQ(company.number("SELECT quantity FROM sales_line"), pcs(24).millionths);
    EXPECT_EQ(company.number("SELECT allocated FROM sales_line"), pcs(24).millionths);
    EXPECT_EQ(company.text("SELECT hold FROM sales_order"), "");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception"), 0);
}

TEST(Pack, shippedInPartsIsToldInWholePacks)
{
    OfferCompany company;
    company.terms(packed(12));
    company.shop.sells("1", "MUG", 2, "100.01");
    company.pulled();
    const Id<SalesOrder> order = company.onlyOrder().id;
    const auto ship = [&](int units) {
        Dispatch dispatch;
        dispatch.part = {{1, pcs(units)}};
        company.must(shipOrder, order, dispatch);
        company.pushed();
    };
    ship(6);
    EXPECT_TRUE(company.shop.shipments.empty()); // half a pack is nothing that the shop knows
    ship(8);
    ship(10);

    ASSERT_EQ(company.shop.shipments.size(), 2u);
    EXPECT_EQ(company.shop.shipments[0].lines[0].quantity, pcs(1));
    EXPECT_FALSE(company.shop.shipments[0].completesOrder);
    EXPECT_EQ(company.shop.shipments[1].lines[0].quantity, pcs(1));
    EXPECT_TRUE(company.shop.shipments[1].completesOrder);
}

TEST(Pack, keepsTheOrdersThatWereTakenByAnother)
{
    OfferCompany company;
    company.terms(packed(12));
    company.shop.sells("1", "MUG", 2, "100.01");
    company.pulled();
    company.terms(packed(6));
    company.shop.orders.front().note = QStringLiteral("ring twice");
    company.shop.orders.front().lines.front().net -= eur("1.00");
    company.shop.orders.front().total -= eur("1.00");
    company.shop.orders.front().payments.front().amount -= eur("1.00");
    company.shop.change(company.shop.orders.front(), 60);

    company.pulled();

    EXPECT_EQ(company.number("SELECT quantity FROM sales_line"), pcs(24).millionths);
}

TEST(Variants, ofOneParentEachHaveTheirOwnStockAndOrders)
{
    ShopCompany company;
    company.product("MUG-RED", "10.00", 5);
    company.product("MUG-BLUE", "10.00", 2);
    for (const char *variant : {"MUG-RED", "MUG-BLUE"})
        company.shop.doubles.push_back({QString::fromLatin1(variant) + QStringLiteral("-id"),
                                        QStringLiteral("parent"),
                                        QString::fromLatin1(variant),
                                        QStringLiteral("Mug"),
                                        pcs(0),
                                        {},
                                        {}});
    company.shop.sells("1", "MUG-RED", 2, "23.80");

    company.pushed();

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing WHERE external_parent = 'parent'"), 2);
    EXPECT_EQ(company.shop.shelves.at("MUG-RED").stock, pcs(3));
    EXPECT_EQ(company.shop.shelves.at("MUG-BLUE").stock, pcs(2));
}
