#include "venduretest.h"

using namespace channels;

namespace {

const ShipmentNotice notice{"23", "SH-0000042", "DHL", "T1", {{"41", Quantity::whole(2)}}, true};

class VendureShipment : public VendureTest {
protected:
    void order(const char *fulfilments)
    {
        Json order = jsonText("{'id':'23','state':'PaymentSettled','lines':[{'id':'41','quantity':3}]}");
        order.set("fulfillments", jsonText(fulfilments));
        http.then(data(Json::object({{"order", order}})));
    }
    void shipped() { http.then(data("{'transitionFulfillmentToState':{'__typename':'Fulfillment','id':'4','state':'Shipped'}}")); }
};

} // namespace

TEST_F(VendureShipment, isAFulfilmentThatIsOnItsWay)
{
    order("[]");
    http.then(recordedAnswer("vendure/recorded/fulfillment_create.json"));
    shipped();

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_EQ(
        variablesOf(1)["input"].toJson(),
        R"({"lines":[{"orderLineId":"41","quantity":2}],"handler":{"code":"manual-fulfillment","arguments":[{"name":"method","value":"DHL [SH-0000042]"},)"
        R"({"name":"trackingCode","value":"T1"}]}})");
    EXPECT_EQ(variablesOf(2)["id"].text(), "4");
    EXPECT_TRUE(result.done) << qPrintable(result.message);
    EXPECT_EQ(result.externalId, "4");
}

TEST_F(VendureShipment, toldAgainIsRecognisedByOurNumber)
{
    order(
        "[{'id':'3','state':'Shipped','method':'DHL [SH-00000421]','lines':[]},{'id':'4','state':'Shipped','method':'DHL [SH-0000042]','lines':[]}]");

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_TRUE(result.done);
    EXPECT_EQ(result.externalId, "4");
    EXPECT_EQ(http.requests.size(), 1u);
}

TEST_F(VendureShipment, oneThatWasCutOffBeforeItsTransitionIsFinished)
{
    order("[{'id':'4','state':'Pending','method':'DHL [SH-0000042]','lines':[]}]");
    shipped();

    EXPECT_TRUE(shop.tellShipment(notice).done);
}

TEST_F(VendureShipment, aTransitionThatHappenedBeforeIsDone)
{
    order("[{'id':'4','state':'Pending','method':'DHL [SH-0000042]','lines':[]}]");
    http.then(recordedAnswer("vendure/recorded/error_fulfillment_transition.json"));
    order("[{'id':'4','state':'Delivered','method':'DHL [SH-0000042]','lines':[]}]");

    EXPECT_TRUE(shop.tellShipment(notice).done);
}

TEST_F(VendureShipment, aTransitionThatIsReallyRefusedIsToldInTheShopsWords)
{
    order("[{'id':'4','state':'Pending','method':'DHL [SH-0000042]','lines':[]}]");
    http.then(data("{'transitionFulfillmentToState':{'errorCode':'FULFILLMENT_STATE_TRANSITION_ERROR','message':'errorResult.X','transitionError':'"
                   "Not allowed'}}"));
    order("[{'id':'4','state':'Pending','method':'DHL [SH-0000042]','lines':[]}]");

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_FALSE(result.done);
    EXPECT_EQ(result.message, "Not allowed");
    EXPECT_EQ(result.externalId, "4");
}

TEST_F(VendureShipment, unitsThatTheShopkeeperShippedByHandAreDone)
{
    order("[{'id':'3','state':'Shipped','method':'by hand','lines':[{'orderLineId':'41','quantity':3}]}]");
    http.then(recordedAnswer("vendure/recorded/error_fulfill_too_many.json"));

    EXPECT_TRUE(shop.tellShipment(notice).done);
}

TEST_F(VendureShipment, unitsThatAreOnlyPartlyShippedOtherwiseAreRefused)
{
    order("[{'id':'3','state':'Shipped','method':'by hand','lines':[{'orderLineId':'41','quantity':1}]},"
          "{'id':'4','state':'Shipped','method':'DHL [SH-0000041]','lines':[{'orderLineId':'41','quantity':2}]}]"); // our own shipment before
    http.then(recordedAnswer("vendure/recorded/error_fulfill_too_many.json"));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_FALSE(result.done);
    EXPECT_EQ(result.message, "One or more OrderItems are already part of a Fulfillment");
}

TEST_F(VendureShipment, oneThatWasCancelledInTheShopIsNotMadeAgain)
{
    order("[{'id':'4','state':'Cancelled','method':'DHL [SH-0000042]','lines':[]}]");

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_TRUE(result.done);
    EXPECT_FALSE(result.message.isEmpty());
}

TEST_F(VendureShipment, anOrderThatIsGoneIsARefusal)
{
    http.then(data("{'order':null}"));

    const ItemResult result = shop.tellShipment(notice);

    EXPECT_FALSE(result.done);
    EXPECT_FALSE(result.unknown);
}

TEST_F(VendureShipment, aPartOfAUnitCannotBeTold)
{
    ShipmentNotice part = notice;
    part.lines[0].quantity = *Quantity::parse(u"1.5");

    EXPECT_FALSE(shop.tellShipment(part).done);
    EXPECT_TRUE(http.requests.empty());
}

TEST_F(VendureShipment, aShopsOwnHandlerIsNamedByAnOption)
{
    order("[]");
    http.then(recordedAnswer("vendure/recorded/fulfillment_create.json"));
    shipped();

    connect(jsonText("{'fulfillment_handler':'carrier-x'}")).tellShipment(notice);

    EXPECT_EQ(variablesOf(1)["input"]["handler"]["code"].text(), "carrier-x");
}
