#include "wootest.h"

using namespace channels;

namespace {

Instant utc(const char *time) { return *Instant::parse(QString::fromLatin1(time)); }

class WooPull : public WooTest {
protected:
    static Response page(int first, int count, int total)
    {
        JsonArray orders;
        for (int i = first; i < first + count; ++i) {
            Json order = plainOrder();
            order.set("id", i);
            order.set("date_modified_gmt", QDateTime::fromSecsSinceEpoch(1'795'432'000 + i, Qt::UTC).toString("yyyy-MM-ddTHH:mm:ss"));
            orders.push_back(order);
        }
        return answer(orders, 200, {{"x-wp-total", QByteArray::number(total)}});
    }
};

} // namespace

TEST_F(WooPull, theWindowIsAskedInNaiveUtcAndWidenedByASecondAsBothEndsAreLeftOut)
{
    http.then(answer(JsonArray()));

    shop.ordersChanged({utc("2026-11-23T11:00:00Z"), utc("2026-11-23T12:00:00Z")}, {});

    EXPECT_EQ(queryOf(request(0), "modified_after"), "2026-11-23T10:59:59"); // no zone: "Z" together with dates_are_gmt loses orders
    EXPECT_EQ(queryOf(request(0), "modified_before"), "2026-11-23T12:00:00");
    EXPECT_EQ(queryOf(request(0), "dates_are_gmt"), "true");
    EXPECT_EQ(queryOf(request(0), "orderby"), "modified");
    EXPECT_EQ(queryOf(request(0), "order"), "asc");
    EXPECT_EQ(queryOf(request(0), "per_page"), "100");
    EXPECT_EQ(queryOf(request(0), "status"), "any");
    EXPECT_EQ(queryOf(request(0), "dp"), "");
}

TEST_F(WooPull, fractionsOfASecondAreKeptInsideTheWindow)
{
    http.then(answer(JsonArray()));

    shop.ordersChanged({utc("2026-11-23T11:00:00.750Z"), utc("2026-11-23T12:00:00.250Z")}, {});

    EXPECT_EQ(queryOf(request(0), "modified_after"), "2026-11-23T10:59:59");
    EXPECT_EQ(queryOf(request(0), "modified_before"), "2026-11-23T12:00:01");
}

TEST_F(WooPull, theFirstPullEverHasNoBeginning)
{
    http.then(answer(JsonArray()));

    shop.ordersChanged({std::nullopt, now}, {});

    EXPECT_EQ(queryOf(request(0), "modified_after"), "");
}

TEST_F(WooPull, theTrashIsReadToo)
{
    Json trashed = plainOrder();
    trashed.set("status", "trash");
    http.then(answer(JsonArray(), 200, {{"x-wp-total", "0"}})).then(answer(JsonArray{trashed}, 200, {{"x-wp-total", "1"}}));

    const OrderPage any = shop.ordersChanged({std::nullopt, now}, {});
    const OrderPage trash = shop.ordersChanged({std::nullopt, now}, any.next);

    EXPECT_EQ(queryOf(request(1), "status"), "trash");
    ASSERT_EQ(trash.orders.size(), 1u);
    EXPECT_EQ(trash.orders[0].state, RemoteState::Cancelled);
    EXPECT_EQ(trash.announced, 1);
    EXPECT_EQ(trash.next, "");
}

TEST_F(WooPull, theNextPageBeginsAtTheLastOrderAndNotAtANumber)
{
    http.then(page(0, 100, 150)).then(page(99, 51, 51)).then(answer(JsonArray()));

    const OrderPage first = shop.ordersChanged({std::nullopt, now}, {});
    const OrderPage second = shop.ordersChanged({std::nullopt, now}, first.next);

    EXPECT_EQ(first.orders.size(), 100u);
    EXPECT_EQ(first.announced, 150);
    EXPECT_EQ(queryOf(request(1), "modified_after"), first.orders.back().changedAt.plusSeconds(-1).toDateTime().toString("yyyy-MM-ddTHH:mm:ss"));
    EXPECT_EQ(queryOf(request(1), "page"), "");
    ASSERT_EQ(second.orders.size(), 50u); // order 99 came with the first page
    EXPECT_EQ(second.orders[0].externalId, "100");
    EXPECT_EQ(second.announced, 150);
    EXPECT_TRUE(second.next.startsWith("trash"));
}

TEST_F(WooPull, withoutACountAShortPageIsTheLast)
{
    Response uncounted = page(0, 100, 0);
    uncounted.headers.clear();
    Response rest = page(99, 3, 0);
    rest.headers.clear();
    http.then(uncounted).then(rest);

    const OrderPage first = shop.ordersChanged({std::nullopt, now}, {});
    const OrderPage second = shop.ordersChanged({std::nullopt, now}, first.next);

    EXPECT_EQ(first.announced, -1);
    EXPECT_EQ(second.orders.size(), 2u);
    EXPECT_TRUE(second.next.startsWith("trash"));
}

TEST_F(WooPull, aShopThatGivesOnePageForeverIsBrokenAndNotReadForever)
{
    const auto same = [](const Request &) { return page(0, 100, 500); };
    http.then(same).then(same).then(same);

    const OrderPage first = shop.ordersChanged({std::nullopt, now}, {});
    QString token = first.next;
    try {
        for (int i = 0; i < 5; ++i)
            token = shop.ordersChanged({std::nullopt, now}, token).next;
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Broken);
    }
}

TEST_F(WooPull, draftsComeAsWhatIsIgnored)
{
    Json draft = plainOrder();
    draft.set("status", "checkout-draft");
    http.then(answer(JsonArray{draft}));

    EXPECT_EQ(shop.ordersChanged({std::nullopt, now}, {}).orders.at(0).state, RemoteState::Ignored);
}

TEST_F(WooPull, aListThatIsNoneIsBroken)
{
    http.then(answer(jsonText("{'orders':[]}")));

    EXPECT_THROW(shop.ordersChanged({std::nullopt, now}, {}), Failure);
}

TEST_F(WooPull, anOrderThatIsGoneIsRejectedWithItsStatus)
{
    http.then(recordedAnswer("woocommerce/recorded/error_order_404.json"));

    try {
        shop.order("999999");
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Rejected);
        EXPECT_EQ(failure.status, 404);
        EXPECT_EQ(failure.code, "woocommerce_rest_shop_order_invalid_id");
    }
}

TEST_F(WooPull, whatIsShippedOfAnOrderIsAskedForWhereOnlyAPartIs)
{
    Json partly = plainOrder();
    partly.set("meta_data", jsonText("[{'id':1,'key':'_fulfillment_status','value':'partially_fulfilled'}]"));
    http.then(answer(Json(JsonArray{partly}))).then(answer(partly)).then(answer(jsonText(R"([{'id':1,'status':'fulfilled','date_deleted':null,
        'meta_data':[{'key':'_items','value':[{'item_id':1,'qty':1}]}]}])")));

    const RemoteOrder listed = shop.ordersChanged({std::nullopt, now}, {}).orders.at(0);
    const RemoteOrder asked = shop.order("7");

    EXPECT_FALSE(listed.complete);
    EXPECT_TRUE(asked.complete);
    EXPECT_EQ(asked.lines[0].shipped, Quantity::whole(1));
    EXPECT_TRUE(asked.lines[1].shipped.isZero());
    EXPECT_TRUE(http.requests.back().url.contains("/orders/7/fulfillments"));
}

TEST_F(WooPull, aShopThatKeepsNoFulfilmentsAnyMoreSaysOfNoneThatTheyLeft)
{
    Json partly = plainOrder();
    partly.set("meta_data", jsonText("[{'id':1,'key':'_fulfillment_status','value':'partially_fulfilled'}]"));
    http.then(answer(partly)).then(recordedAnswer("woocommerce/recorded/error_no_route.json"));

    const RemoteOrder asked = shop.order("7");

    EXPECT_TRUE(asked.complete);
    EXPECT_TRUE(asked.lines[0].shipped.isZero());
}
