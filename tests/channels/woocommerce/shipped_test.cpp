#include "channels/contract.h"
#include "wootest.h"

using namespace channels;

// What of an order has left already, and what of its money is none that moves: the shop says both only in part, and in several places.

namespace {

Money eur(qint64 minor) { return {minor, Eur}; }

class WooPart : public WooTest {
protected:
    Json json = plainOrder();
    RemoteOrder read() { return shop.readOrder(json); }
    void setMeta(const char *key, Json value)
    {
        json.set("meta_data", Json(JsonArray{Json::object({{"id", 1}, {"key", key}, {"value", std::move(value)}})}));
    }
};

/// A shop whose store credit stands in a meta datum that a person named.
class WooCredit : public WooPart {
protected:
    WooCredit() : credited(connect(Json::object({{"credits", "_wallet_used,_store_credit_used"}}))) {}
    woocommerce::ShopConnector credited;
};

} // namespace

TEST_F(WooPart, nothingOfAnOpenOrderHasLeft)
{
    for (const RemoteLine &line : read().lines)
        EXPECT_TRUE(line.shipped.isZero());
    EXPECT_TRUE(read().complete);
}

TEST_F(WooPart, everythingOfACompletedOrderHasLeft)
{
    json.set("status", "completed");

    EXPECT_EQ(read().lines[0].shipped, Quantity::whole(2));
    EXPECT_EQ(read().lines[1].shipped, Quantity::whole(1));
    expectSound(read());
}

TEST_F(WooPart, everythingOfAnOrderThatTheShopCallsFulfilledHasLeft)
{
    setMeta("_fulfillment_status", "fulfilled");

    EXPECT_EQ(read().lines[0].shipped, Quantity::whole(2));
    EXPECT_TRUE(read().complete);
}

TEST_F(WooPart, theRecordedFulfilmentSaysWhichUnitsHaveLeft)
{
    json = fileJson("woocommerce/recorded/order_single.json")["body"];
    JsonArray meta = json["meta_data"].items();
    meta.push_back(jsonText("{'id':313,'key':'_fulfillment_status','value':'partially_fulfilled'}"));
    json.set("meta_data", Json(meta));
    EXPECT_FALSE(read().complete);

    json.set("fulfillments", fileJson("woocommerce/recorded/fulfillments_list.json")["body"]);

    const RemoteOrder order = read();
    EXPECT_TRUE(order.complete);
    EXPECT_EQ(order.lines[0].externalId, "105");
    EXPECT_EQ(order.lines[0].shipped, Quantity::whole(1));
    EXPECT_TRUE(order.lines[1].shipped.isZero());
}

TEST_F(WooPart, ofWhatWasWithdrawnOrIsOnlyPlannedNothingHasLeftAndNeverMoreThanWasOrdered)
{
    setMeta("_fulfillment_status", "partially_fulfilled");
    json.set("fulfillments", jsonText(R"([
        {'status':'fulfilled','date_deleted':'2026-11-23T08:00:00Z','meta_data':[{'key':'_items','value':[{'item_id':1,'qty':1}]}]},
        {'status':'unfulfilled','date_deleted':null,'meta_data':[{'key':'_items','value':[{'item_id':1,'qty':1}]}]},
        {'status':'fulfilled','date_deleted':null,'meta_data':[{'key':'_items','value':[{'item_id':2,'qty':5}]}]}])"));

    EXPECT_TRUE(read().lines[0].shipped.isZero());
    EXPECT_EQ(read().lines[1].shipped, Quantity::whole(1)); // the shop does not check its quantities
}

TEST_F(WooPart, aGiftCardIsAPaymentOfItsOwnAndNoDiscount)
{
    json.set("gift_cards", jsonText("[{'id':43,'code':'AAAA-BBBB','amount':10}]"));
    json.set("total", "25.70"); // what is left to be paid

    const RemoteOrder order = read();

    EXPECT_EQ(order.total, eur(3570));
    EXPECT_EQ(grossOf(order), order.total);
    ASSERT_EQ(order.payments.size(), 2u);
    EXPECT_EQ(order.payments[0].externalId, "card-43");
    EXPECT_EQ(order.payments[0].amount, eur(1000));
    EXPECT_TRUE(order.payments[0].giftCard);
    EXPECT_EQ(order.payments[1].amount, eur(2570));
    EXPECT_FALSE(order.payments[1].giftCard);
    EXPECT_TRUE(order.problems.empty());
}

TEST_F(WooPart, cardsThatPayForEverythingLeaveNoOtherPayment)
{
    json.set("gift_cards", jsonText("[{'id':43,'code':'A','amount':'20.00'},{'id':44,'code':'B','amount':'15.70'}]"));
    json.set("total", "0.00");

    const RemoteOrder order = read();

    EXPECT_EQ(order.total, eur(3570));
    ASSERT_EQ(order.payments.size(), 2u);
    EXPECT_EQ(order.payments[0].amount + order.payments[1].amount, eur(3570));
}

TEST_F(WooPart, aTotalThatWasNotLoweredStaysAsItIs)
{
    json.set("gift_cards", jsonText("[{'id':43,'code':'A','amount':'10.00'}]"));

    const RemoteOrder order = read();

    EXPECT_EQ(order.total, eur(3570));
    ASSERT_EQ(order.payments.size(), 2u);
    EXPECT_EQ(order.payments[1].amount, eur(2570));
}

TEST_F(WooPart, aCardIsNotChargedWhileTheOrderWaits)
{
    json.set("gift_cards", jsonText("[{'id':43,'code':'A','amount':'10.00'}]"));
    json.set("total", "25.70");
    json.set("date_paid_gmt", Json());
    for (const char *state : {"pending", "cancelled"}) {
        json.set("status", state);
        EXPECT_EQ(read().total, eur(3570)) << state;
        EXPECT_TRUE(read().payments.empty()) << state;
    }
}

TEST_F(WooCredit, storeCreditIsReadWhereAPersonSaidThatItStands)
{
    setMeta("_store_credit_used", "10.00");
    json.set("total", "25.70");

    const RemoteOrder order = credited.readOrder(json);

    EXPECT_EQ(order.total, eur(3570));
    ASSERT_EQ(order.payments.size(), 2u);
    EXPECT_EQ(order.payments[0].externalId, "credit-_store_credit_used");
    EXPECT_TRUE(order.payments[0].giftCard);
    EXPECT_EQ(read().payments.size(), 1u); // elsewhere it is any meta datum
}
