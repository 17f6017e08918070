#include "wootest.h"

using namespace channels;

namespace {

const ShipmentNotice notice{"161", "SH-0000042", "dhl", "00340434161094042557", {{"105", Quantity::whole(1)}, {"106", Quantity::whole(2)}}, false};

class WooShipment : public WooTest {
protected:
    static ShipmentNotice last()
    {
        ShipmentNotice complete = notice;
        complete.completesOrder = true;
        return complete;
    }
    Response noRoute() const { return recordedAnswer("woocommerce/recorded/error_no_route.json"); }
    Response state(const char *word) const { return answer(Json::object({{"id", 161}, {"status", word}})); }
};

} // namespace

TEST_F(WooShipment, isAFulfilmentWhereTheShopHasThem)
{
    http.then(recordedAnswer("woocommerce/recorded/fulfillments_list.json")).then(recordedAnswer("woocommerce/recorded/fulfillment_create.json"));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_TRUE(result.done);
    EXPECT_EQ(result.externalId, "1");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/orders/161/fulfillments");
    EXPECT_EQ(queryOf(request(1), "notify_customer"), "true");
    EXPECT_EQ(request(1).body,
              R"({"status":"fulfilled","is_fulfilled":true,"meta_data":[{"key":"_items","value":[{"item_id":105,"qty":1},{"item_id":106,"qty":2}]},)"
              R"({"key":"_purser_shipment","value":"SH-0000042"},{"key":"_tracking_number","value":"00340434161094042557"},)"
              R"({"key":"_shipment_provider","value":"dhl"}]})");
}

TEST_F(WooShipment, toldAgainIsRecognisedByOurNumber)
{
    http.then(answer(jsonText("[{'id':3,'date_deleted':null,'meta_data':[{'key':'_purser_shipment','value':'SH-0000042'}]}]")));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_TRUE(result.done);
    EXPECT_EQ(result.externalId, "3");
    EXPECT_EQ(http.requests.size(), 1u);
}

TEST_F(WooShipment, oneThatWasDeletedInTheShopDoesNotCount)
{
    http.then(answer(jsonText("[{'id':3,'date_deleted':'2026-11-23T08:00:00Z','meta_data':[{'key':'_purser_shipment','value':'SH-0000042'}]}]")))
        .then(answer(jsonText("{'id':4}"), 201));

    EXPECT_EQ(shop.tellShipment(notice).externalId, "4");
}

TEST_F(WooShipment, theLastOneCompletesTheOrder)
{
    http.then(answer(JsonArray())).then(answer(jsonText("{'id':4}"), 201)).then(state("processing")).then(state("completed"));

    EXPECT_TRUE(shop.tellShipment(last()).done);

    EXPECT_EQ(request(3).method, "PUT");
    EXPECT_EQ(request(3).url, "https://shop.example/wp-json/wc/v3/orders/161");
    EXPECT_EQ(request(3).body, R"({"status":"completed"})");
}

TEST_F(WooShipment, anOrderThatWasCancelledMeanwhileIsNotRevived)
{
    for (const char *word : {"cancelled", "refunded", "trash", "completed"}) {
        http.then(answer(JsonArray())).then(answer(jsonText("{'id':4}"), 201)).then(state(word));
        EXPECT_TRUE(shop.tellShipment(last()).done);
        EXPECT_EQ(http.requests.back().method, "GET") << word;
    }
}

TEST_F(WooShipment, isANoteToTheBuyerWhereThereAreNoFulfilments)
{
    http.then(noRoute())
        .then(recordedAnswer("woocommerce/recorded/order_notes_list.json"))
        .then(recordedAnswer("woocommerce/recorded/order_note_create.json"))
        .then(state("processing"))
        .then(state("completed"));

    const ItemResult result = shop.tellShipment(last());

    EXPECT_TRUE(result.done);
    EXPECT_EQ(result.externalId, "128");
    EXPECT_EQ(request(2).url, "https://shop.example/wp-json/wc/v3/orders/161/notes");
    EXPECT_EQ(bodyOf(2)["note"].text(), "Shipped with dhl, tracking number 00340434161094042557 (SH-0000042)");
    EXPECT_TRUE(bodyOf(2)["customer_note"].toBool());
    EXPECT_EQ(request(4).body, R"({"status":"completed"})");
}

TEST_F(WooShipment, aNoteThatWasWrittenBeforeIsNotWrittenAgain)
{
    http.then(noRoute()).then(answer(jsonText("[{'id':9,'note':'Shipped (SH-00000421)'},{'id':8,'note':'Shipped with R&amp;D (SH-0000042)'}]")));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_EQ(result.externalId, "8"); // not 9: that is another number
    EXPECT_EQ(http.requests.size(), 2u);
}

TEST_F(WooShipment, aPartOfAnOrderDoesNotCompleteIt)
{
    http.then(noRoute()).then(answer(JsonArray())).then(answer(jsonText("{'id':9}"), 201));

    EXPECT_TRUE(shop.tellShipment(notice).done);
}

TEST_F(WooShipment, anOrderThatIsGoneIsARefusal)
{
    http.then(recordedAnswer("woocommerce/recorded/error_order_404.json"));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_FALSE(result.done);
    EXPECT_FALSE(result.unknown);
    EXPECT_EQ(result.message, "Invalid ID.");
}

TEST_F(WooShipment, theBuyerIsLeftInPeaceWhereAPersonSaysSo)
{
    http.then(answer(JsonArray())).then(answer(jsonText("{'id':4}"), 201));

    connect(jsonText("{'notify':false}")).tellShipment(notice);

    EXPECT_EQ(queryOf(request(1), "notify_customer"), "false");
}
