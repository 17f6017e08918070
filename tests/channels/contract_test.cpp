#include "contract.h"

#include <map>
#include <set>

using namespace channels;

namespace {

const Instant noon = *Instant::parse("2026-11-23T12:00:00Z");

Window around(Instant time) { return {time.plusSeconds(-60), time.plusSeconds(60)}; }

/// Reads a window to its end.
std::vector<RemoteOrder> readAll(Connector &connector, const Window &window)
{
    std::vector<RemoteOrder> orders;
    QString page;
    int pages = 0;
    do {
        OrderPage read = connector.ordersChanged(window, page);
        orders.insert(orders.end(), read.orders.begin(), read.orders.end());
        page = read.next;
    } while (!page.isEmpty() && ++pages < 100);
    EXPECT_LT(pages, 100) << "no end";
    return orders;
}

std::map<QString, int> visitsOf(const std::vector<RemoteOrder> &orders)
{
    std::map<QString, int> visits;
    for (const RemoteOrder &order : orders)
        ++visits[order.externalId];
    return visits;
}

Failure::Kind kindOfFailure(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Failure &failure) {
        return failure.kind;
    }
    ADD_FAILURE() << "no failure";
    return Failure::Kind::Broken;
}

/// Every way in which the engine calls a connector.
std::map<std::string, std::function<void()>> allCalls(Connector &connector, const ContractShop &shop)
{
    const auto listing = shop.listings().front();
    const auto [order, line] = shop.firstOrder();
    return {
        {"probe", [&] { connector.probe(); }},
        {"ordersChanged", [&] { connector.ordersChanged(around(noon), {}); }},
        {"order", [&connector, order = order] { connector.order(order); }},
        {"products", [&] { connector.products({}); }},
        {"setStock",
         [&connector, listing] {
             connector.setStock({{listing, Quantity::whole(5), Quantity::whole(5)}});
         }},
        {"setPrices",
         [&connector, listing] {
             connector.setPrices({{listing, {12'500'000, Eur}}});
         }},
        {"saveProducts",
         [&connector, listing] {
             ProductContent content;
             content.listing = listing;
             content.name = "Renamed";
             connector.saveProducts({content});
         }},
        {"tellShipment",
         [&connector, order = order, line = line] {
             connector.tellShipment({order, "SH-1", "DHL", "T1", {{line, Quantity::whole(1)}}, false});
         }},
    };
}

} // namespace

channels::Response ContractShop::send(const Request &request)
{
    ++requests;
    if (check)
        check(request);
    if (before)
        before(request);
    Response response = answerTo(request);
    if (after)
        after(request, response);
    return response;
}

Money grossOf(const RemoteOrder &order)
{
    Money sum(0, order.currency);
    for (const RemoteLine &line : order.lines)
        sum += line.net + line.tax;
    return sum;
}

void expectSound(const RemoteOrder &order)
{
    SCOPED_TRACE(order.externalId.toStdString());
    if (!order.problems.empty())
        return;
    EXPECT_FALSE(order.externalId.isEmpty());
    EXPECT_TRUE(bool(order.placedAt));
    EXPECT_FALSE(order.currency.isNone());
    EXPECT_EQ(grossOf(order), order.total) << qPrintable(grossOf(order).toString()) << " " << qPrintable(order.total.toString());
    for (const RemoteLine &line : order.lines) {
        EXPECT_FALSE(line.externalId.isEmpty());
        EXPECT_FALSE(line.discount.isNegative());
        if (line.kind == RemoteLineKind::Goods) {
            EXPECT_FALSE(line.sku.isEmpty() && line.externalProduct.isEmpty());
        }
        Money taxes(0, order.currency);
        for (const RemoteTax &tax : line.taxes)
            taxes += tax.amount;
        EXPECT_EQ(taxes, line.tax);
    }
    for (const RemotePayment &payment : order.payments) {
        EXPECT_FALSE(payment.externalId.isEmpty());
        EXPECT_TRUE(payment.amount.isPositive());
    }
    for (const RemoteRefund &refund : order.refunds)
        EXPECT_TRUE(refund.amount.isPositive());
}

TEST_P(ConnectorContract, aShopThatIsThereSaysWhoItIs)
{
    shop->place(1, noon);

    const ShopInfo info = connector->probe();

    EXPECT_EQ(info.currency, Eur);
    EXPECT_TRUE(info.taxInclusive);
}

TEST_P(ConnectorContract, pagingVisitsEachOrderOnceEvenWhenAllChangedInOneSecond)
{
    shop->place(250, noon);

    const auto visits = visitsOf(readAll(*connector, around(noon)));

    EXPECT_EQ(visits.size(), 250u);
    for (const auto &[id, count] : visits)
        EXPECT_EQ(count, 1) << qPrintable(id);
}

TEST_P(ConnectorContract, pagingVisitsEachOrderOnceOverManyMoments)
{
    for (int second = 0; second < 50; ++second)
        shop->place(second % 2 == 0 ? 3 : 7, noon.plusSeconds(second));

    const auto visits = visitsOf(readAll(*connector, {noon, noon.plusSeconds(3600)}));

    EXPECT_EQ(visits.size(), 250u);
    for (const auto &[id, count] : visits)
        EXPECT_EQ(count, 1) << qPrintable(id);
}

TEST_P(ConnectorContract, ordersThatChangeWhilePagesAreReadHideNoOther)
{
    for (const bool oneSecond : {true, false}) {
        shop = GetParam()();
        connector = shop->connect();
        for (int i = 0; i < 250; ++i)
            shop->place(1, noon.plusSeconds(oneSecond ? 0 : i));
        std::vector<RemoteOrder> orders;
        QString page;
        size_t touched = 0;
        do {
            OrderPage read = connector->ordersChanged({noon, noon.plusSeconds(3600)}, page);
            orders.insert(orders.end(), read.orders.begin(), read.orders.end());
            page = read.next;
            if (touched < 60) // somebody edits orders on every page, behind and before the reader
                for (size_t i = 0; i < 20; ++i)
                    shop->touch(4 * touched++, noon.plusSeconds(1800));
        } while (!page.isEmpty());

        EXPECT_EQ(visitsOf(orders).size(), 250u) << oneSecond;
    }
}

TEST_P(ConnectorContract, theWindowBeginsWithItsFirstMoment)
{
    shop->place(1, noon);

    EXPECT_EQ(readAll(*connector, {noon, noon.plusSeconds(1)}).size(), 1u);
    EXPECT_EQ(readAll(*connector, {std::nullopt, noon.plusSeconds(1)}).size(), 1u);
    EXPECT_EQ(readAll(*connector, {noon.plusSeconds(5), noon.plusSeconds(10)}).size(), 0u);
}

TEST_P(ConnectorContract, ordersAreSoundAndReadTheSameFromTheirStoredText)
{
    shop->place(3, noon);

    for (const RemoteOrder &order : readAll(*connector, around(noon))) {
        expectSound(order);
        EXPECT_TRUE(order.problems.empty());
        ASSERT_FALSE(order.lines.empty());
        const auto stored = Json::parse(order.raw.text());
        ASSERT_TRUE(stored);
        const RemoteOrder again = connector->readOrder(*stored);
        EXPECT_EQ(again.externalId, order.externalId);
        EXPECT_EQ(again.total, order.total);
        EXPECT_EQ(again.taxInclusive, order.taxInclusive);
        ASSERT_EQ(again.lines.size(), order.lines.size());
        EXPECT_EQ(again.lines[0].unitPrice, order.lines[0].unitPrice);
        ASSERT_EQ(again.payments.size(), order.payments.size());
        EXPECT_EQ(again.payments[0].externalId, order.payments[0].externalId);
    }
}

TEST_P(ConnectorContract, rubbishInAnOrderIsAProblemAndNotAnException)
{
    for (const char *text : {"null", "[]", "{}", "7", "{'id':null,'lines':{},'line_items':7}",
                             "{'id':1,'currency':'XXX','currencyCode':'QQQ','total':'1e400','totalWithTax':'x'}",
                             "{'id':1,'currency':'EUR','currencyCode':'EUR','status':'martian','state':'Martian','total':'abc',"
                             "'totalWithTax':'abc','line_items':[{'id':1,'quantity':'many','total':[]}],'lines':[{'id':1,'quantity':null}],"
                             "'date_created_gmt':'yesterday','updatedAt':'yesterday'}"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(connector->readOrder(jsonText(text)).problems.empty());
    }
}

TEST_P(ConnectorContract, settingStockTwiceLeavesTheSameStock)
{
    const auto listing = shop->listings().front();
    const StockLevel level{listing, Quantity::whole(7), Quantity::whole(7)};

    const auto first = connector->setStock({level});
    const auto second = connector->setStock({level});

    ASSERT_EQ(first.size(), 1u);
    EXPECT_TRUE(first[0].done) << qPrintable(first[0].message);
    EXPECT_TRUE(second[0].done);
    EXPECT_EQ(shop->stockOf(listing), 7);
}

TEST_P(ConnectorContract, aBadItemDoesNotHoldUpTheOthers)
{
    const auto listings = shop->listings();
    std::vector<StockLevel> levels;
    for (const ListingRef &listing : {listings[1], listings[0], ListingRef{"NO-ID", "", ""}})
        levels.push_back({listing, Quantity::whole(9), Quantity::whole(9)});

    const auto results = connector->setStock(levels);

    ASSERT_EQ(results.size(), 3u);
    EXPECT_FALSE(results[0].done);
    EXPECT_FALSE(results[0].message.isEmpty());
    EXPECT_TRUE(results[1].done) << qPrintable(results[1].message);
    EXPECT_FALSE(results[2].done);
    EXPECT_FALSE(results[2].unknown);
    EXPECT_EQ(shop->stockOf(listings[0]), 9);
}

TEST_P(ConnectorContract, aPartOfAUnitIsNotOffered)
{
    const auto listing = shop->listings().front();
    const Quantity nearlyThree{2'999'999};

    EXPECT_TRUE(connector->setStock({{listing, nearlyThree, nearlyThree}})[0].done);

    EXPECT_EQ(shop->stockOf(listing), 2);
}

TEST_P(ConnectorContract, aLostAnswerToAPushIsUnknown)
{
    const auto listing = shop->listings().front();
    connector->setStock({{listing, Quantity::whole(1), Quantity::whole(1)}}); // signed in, and knows the shop
    shop->after = [](const Request &, Response &) { throw Failure(Failure::Kind::Unknown, "cut"); };

    const auto results = connector->setStock({{listing, Quantity::whole(4), Quantity::whole(4)}});

    ASSERT_EQ(results.size(), 1u);
    EXPECT_TRUE(results[0].unknown);
    EXPECT_FALSE(results[0].done);
    EXPECT_EQ(shop->stockOf(listing), 4);
}

TEST_P(ConnectorContract, tellingAShipmentTwiceMakesOne)
{
    shop->place(1, noon);
    const auto [order, line] = shop->firstOrder();
    const ShipmentNotice notice{order, "SH-0000001", "DHL", "003404", {{line, Quantity::whole(1)}}, true};

    const ItemResult first = connector->tellShipment(notice);
    const ItemResult second = shop->connect()->tellShipment(notice);

    EXPECT_TRUE(first.done) << qPrintable(first.message);
    EXPECT_TRUE(second.done) << qPrintable(second.message);
    EXPECT_EQ(first.externalId, second.externalId);
    EXPECT_EQ(shop->shipmentsOf(order), 1);
}

TEST_P(ConnectorContract, aShipmentWhoseAnswerWasLostIsFoundWhenItIsToldAgain)
{
    shop->place(1, noon);
    const auto [order, line] = shop->firstOrder();
    const ShipmentNotice notice{order, "SH-0000001", "DHL", "003404", {{line, Quantity::whole(1)}}, false};
    bool lost = false;
    shop->after = [&, id = order](const Request &, Response &) {
        if (!lost && shop->shipmentsOf(id) == 1) {
            lost = true;
            throw Failure(Failure::Kind::Unknown, "cut");
        }
    };

    const ItemResult first = connector->tellShipment(notice);
    const ItemResult second = connector->tellShipment(notice);

    EXPECT_TRUE(first.unknown);
    EXPECT_TRUE(second.done) << qPrintable(second.message);
    EXPECT_EQ(shop->shipmentsOf(order), 1);
}

TEST_P(ConnectorContract, aLimitReachesTheEngineWithItsWaitingTime)
{
    shop->place(1, noon);
    shop->after = [](const Request &, Response &response) { response = answer(QByteArray("slow down"), 429, {{"retry-after", "17"}}); };

    for (const auto &[name, call] : allCalls(*connector, *shop)) {
        SCOPED_TRACE(name);
        try {
            call();
            ADD_FAILURE() << "no failure";
        } catch (const Failure &failure) {
            EXPECT_EQ(failure.kind, Failure::Kind::Busy);
            EXPECT_EQ(failure.retryAfterSeconds, 17);
        }
    }
}

TEST_P(ConnectorContract, aPersonWhoStopsTheRunIsObeyedInEveryCall)
{
    shop->place(1, noon);
    shop->before = [](const Request &) { throw Failure(Failure::Kind::Cancelled, "stopped"); };

    for (const auto &[name, call] : allCalls(*connector, *shop)) {
        SCOPED_TRACE(name);
        EXPECT_EQ(kindOfFailure(call), Failure::Kind::Cancelled);
    }
}

TEST_P(ConnectorContract, anAnswerThatCannotBeReadIsBrokenAndNeverAnEmptyList)
{
    shop->place(1, noon);
    const std::map<std::string, QByteArray> bodies{
        {"cut", R"({"data":{"orders":{"items":[{"id":1,)"},
        {"page", "<!DOCTYPE html><title>Down</title>"},
        {"nothing", ""},
        {"null", "null"},
        {"text", "\"ok\""},
        {"lone surrogate", R"(["\ud800"])"},
    };
    for (const auto &[what, body] : bodies) {
        shop->after = [&body = body](const Request &, Response &response) { response = answer(body); };
        for (const char *name : {"ordersChanged", "products"}) {
            SCOPED_TRACE(what + " " + name);
            EXPECT_EQ(kindOfFailure(allCalls(*connector, *shop)[name]), Failure::Kind::Broken);
        }
    }
}

TEST_P(ConnectorContract, troubleOfTheShopIsToldApart)
{
    shop->place(1, noon);
    for (const auto &[status, kind] : std::map<int, Failure::Kind>{{401, Failure::Kind::Denied},
                                                                   {403, Failure::Kind::Denied},
                                                                   {404, Failure::Kind::Rejected},
                                                                   {502, Failure::Kind::Broken},
                                                                   {503, Failure::Kind::Busy}}) {
        SCOPED_TRACE(status);
        shop->after = [status = status](const Request &, Response &response) { response = answer(QByteArray("<html></html>"), status); };
        EXPECT_EQ(kindOfFailure([&] { connector->ordersChanged(around(noon), {}); }), kind);
    }
}

TEST_P(ConnectorContract, secretsAreInNoMessage)
{
    shop->place(1, noon);
    for (const int status : {400, 401, 500}) {
        shop->after = [status](const Request &, Response &response) { response = answer(QByteArray("{}"), status); };
        try {
            connector->ordersChanged(around(noon), {});
            ADD_FAILURE() << "no failure";
        } catch (const Failure &failure) {
            EXPECT_FALSE(failure.text().contains("top-secret")) << qPrintable(failure.text());
        }
    }
}
