#include "venduretest.h"

using namespace channels;

namespace {

Instant utc(const char *time) { return *Instant::parse(QString::fromLatin1(time)); }
const Window hour{utc("2026-11-23T11:00:00Z"), utc("2026-11-23T12:00:00Z")};

Response page(int first, int count, int total)
{
    Json result = jsonText("{'activeChannel':{'pricesIncludeTax':true},'globalSettings':{'serverConfig':{'moneyStrategyPrecision':2}}}");
    JsonArray items;
    for (int i = first; i < first + count; ++i) {
        Json order = plainVendureOrder();
        order.set("id", QString::number(i));
        order.set("updatedAt", QDateTime::fromSecsSinceEpoch(1'795'432'000 + i, Qt::UTC).toString("yyyy-MM-ddTHH:mm:ss.000Z"));
        items.push_back(order);
    }
    result.set("orders", Json::object({{"totalItems", total}, {"items", items}}));
    return data(result);
}

class VendurePull : public VendureTest {
protected:
    const Json options(size_t request) const { return variablesOf(request)["options"]; }
};

} // namespace

TEST_F(VendurePull, theWindowIsAskedWithAZoneAndWithoutOpenCarts)
{
    http.then(page(0, 0, 0)).then(page(0, 0, 0));

    const OrderPage silent = shop.ordersChanged(hour, {});
    shop.ordersChanged(hour, silent.next);

    EXPECT_EQ(options(1)["filter"]["updatedAt"]["after"].text(), "2026-11-23T10:59:59.000Z"); // exclusive, and the database may keep whole seconds
    EXPECT_EQ(options(1)["filter"]["updatedAt"]["before"].text(), "2026-11-23T12:00:00.000Z");
    EXPECT_EQ(options(1)["filter"]["active"]["eq"].toJson(), "false");
    EXPECT_EQ(options(1)["sort"].toJson(), R"({"updatedAt":"ASC","id":"ASC"})");
    EXPECT_EQ(options(1)["take"].text(), "100");
}

TEST_F(VendurePull, theFirstPullEverHasNoBeginning)
{
    http.then(page(0, 0, 0));

    const OrderPage only = shop.ordersChanged({std::nullopt, hour.to}, {});

    EXPECT_FALSE(options(0)["filter"]["updatedAt"].contains(u"after"));
    EXPECT_EQ(only.next, "");
}

TEST_F(VendurePull, theNextPageBeginsAtTheLastOrder)
{
    http.then(page(0, 100, 150)).then(page(99, 51, 51));
    const Window ever{std::nullopt, hour.to};

    const OrderPage first = shop.ordersChanged(ever, {});
    const OrderPage second = shop.ordersChanged(ever, first.next);

    EXPECT_EQ(first.announced, 150);
    EXPECT_EQ(options(1)["filter"]["updatedAt"]["after"].text(),
              Instant{first.orders.back().changedAt.micros - 1000}.toDateTime().toString("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    EXPECT_EQ(options(1)["skip"].text(), "0");
    ASSERT_EQ(second.orders.size(), 50u);
    EXPECT_EQ(second.orders[0].externalId, "100");
    EXPECT_EQ(second.next, "");
}

TEST_F(VendurePull, aShopsOwnLimitIsObeyedFromThenOn)
{
    const Response limited = answer(jsonText(
        "{'errors':[{'message':'Cannot take more than 50 results from a list query','extensions':{'code':'USER_INPUT_ERROR'}}],'data':null}"));
    http.then(limited).then(page(0, 50, 60)).then(page(49, 11, 11));
    const Window ever{std::nullopt, hour.to};

    const OrderPage first = shop.ordersChanged(ever, {});
    shop.ordersChanged(ever, first.next);

    EXPECT_EQ(first.orders.size(), 50u);
    EXPECT_EQ(options(1)["take"].text(), "50");
    EXPECT_EQ(options(2)["take"].text(), "50");
}

TEST_F(VendurePull, theRecordedLimitIsUnderstood)
{
    http.then(recordedAnswer("vendure/recorded/error_take.json"));

    // Ours is smaller already, so the refusal stands.
    EXPECT_THROW(shop.ordersChanged({std::nullopt, hour.to}, {}), Failure);
}

// Paying, shipping and refunding leave an order's own updatedAt alone (seen on 3.7.3): those orders are looked at by themselves.
TEST_F(VendurePull, whatHappensToPaymentsRefundsAndFulfilmentsIsSeen)
{
    http.then(data("{'orders':{'totalItems':4,'items':["
                   "{'id':'1','updatedAt':'2026-11-20T08:00:00.000Z','orderPlacedAt':'2026-11-20T07:59:00.000Z','fulfillments':[],'payments':[{'"
                   "updatedAt':'2026-11-20T08:00:00.000Z','refunds':[]}]},"
                   "{'id':'2','updatedAt':'2026-11-20T08:00:00.000Z','orderPlacedAt':'2026-11-20T07:59:10.000Z','fulfillments':[],'payments':[{'"
                   "updatedAt':'2026-11-23T11:30:00.000Z','refunds':[]}]},"
                   "{'id':'3','updatedAt':'2026-11-20T08:00:00.000Z','orderPlacedAt':'2026-11-20T07:59:20.000Z','fulfillments':[],'payments':[{'"
                   "updatedAt':'2026-11-20T08:00:00.000Z','refunds':[{'updatedAt':'2026-11-23T11:40:00.000Z'}]}]},"
                   "{'id':'4','updatedAt':'2026-11-20T08:00:00.000Z','orderPlacedAt':'2026-11-20T07:59:30.000Z','fulfillments':[{'updatedAt':'2026-"
                   "11-23T11:50:00.000Z'}],'payments':null}]}}"))
        .then(page(2, 3, 3));

    const OrderPage silent = shop.ordersChanged(hour, {});

    EXPECT_EQ(options(0)["filter"]["updatedAt"]["before"].text(), "2026-11-23T11:00:00.000Z");
    EXPECT_EQ(options(0)["filter"]["orderPlacedAt"]["after"].text(), "2026-09-24T10:59:59.999Z"); // 60 days
    EXPECT_EQ(options(0)["take"].text(), "500");
    EXPECT_EQ(options(1)["filter"].toJson(), R"({"id":{"in":["2","3","4"]}})");
    EXPECT_EQ(silent.orders.size(), 3u);
    EXPECT_EQ(silent.announced, -1);
    EXPECT_FALSE(silent.next.isEmpty());
}

TEST_F(VendurePull, lookingAtOldOrdersCanBeTurnedOff)
{
    http.then(page(0, 0, 0));

    const OrderPage only = connect(jsonText("{'recheck_days':0}")).ordersChanged(hour, {});

    EXPECT_TRUE(options(0)["filter"].contains(u"updatedAt"));
    EXPECT_FALSE(options(0)["filter"].contains(u"orderPlacedAt"));
    EXPECT_EQ(only.next, "");
}

TEST_F(VendurePull, anOrderThatIsGoneIsRejectedWithANotFound)
{
    http.then(data("{'order':null}"));

    try {
        shop.order("99999");
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Rejected);
        EXPECT_EQ(failure.status, 404);
    }
}
