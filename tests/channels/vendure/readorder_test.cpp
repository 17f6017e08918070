#include "channels/contract.h"
#include "venduretest.h"

using namespace channels;

namespace {

Money eur(qint64 minor) { return {minor, Eur}; }

class VendureOrder : public VendureTest {
protected:
    Json json = plainVendureOrder();

    RemoteOrder read() { return shop.readOrder(json); }
    void setIn(const char *list, size_t index, const QString &member, Json value)
    {
        JsonArray items = json[list].items();
        items[index].set(member, std::move(value));
        json.set(QString::fromLatin1(list), items);
    }
    bool hasProblem(const RemoteOrder &order, const char *word)
    {
        return std::any_of(order.problems.begin(), order.problems.end(),
                           [word](const QString &text) { return text.contains(QLatin1StringView(word)); });
    }
    void refund(const char *refunds) { setIn("payments", 0, "refunds", jsonText(refunds)); }
};

} // namespace

TEST_F(VendureOrder, aPlainOrderIsSound)
{
    const RemoteOrder order = read();

    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.externalId, "7");
    EXPECT_EQ(order.number, "CODE7");
    EXPECT_EQ(order.total, eur(3465));
    EXPECT_EQ(order.lines[2].unitPrice.toString(), "4.90"); // not 4.117647 with tax
    EXPECT_EQ(order.lines[2].discount, eur(0));
    expectSound(order);
}

TEST_F(VendureOrder, everyStateOfTheShopIsKnown)
{
    const std::map<const char *, RemoteState> states{
        {"Draft", RemoteState::Ignored},
        {"AddingItems", RemoteState::Ignored},
        {"ArrangingPayment", RemoteState::Ignored},
        {"PaymentAuthorized", RemoteState::Awaiting},
        {"PaymentSettled", RemoteState::Processing},
        {"PartiallyShipped", RemoteState::Processing},
        {"PartiallyDelivered", RemoteState::Processing},
        {"Shipped", RemoteState::Done},
        {"Delivered", RemoteState::Done},
        {"Modifying", RemoteState::Awaiting},
        {"ArrangingAdditionalPayment", RemoteState::Awaiting},
        {"Cancelled", RemoteState::Cancelled},
    };
    for (const auto &[word, state] : states) {
        json.set("state", word);
        EXPECT_EQ(read().state, state) << word;
        EXPECT_TRUE(read().problems.empty()) << word;
    }
}

TEST_F(VendureOrder, aStateOfTheShopsOwnHoldsTheOrderUntilAPersonSaysWhatItMeans)
{
    json.set("state", "Picking");

    EXPECT_TRUE(hasProblem(read(), "Picking"));
    EXPECT_EQ(connect(jsonText("{'states':{'Picking':'processing'}}")).readOrder(json).state, RemoteState::Processing);
}

TEST_F(VendureOrder, anOpenCartAndASellersPartOfAnOrderAreIgnored)
{
    json.set("active", true);
    EXPECT_EQ(read().state, RemoteState::Ignored);

    json.set("active", false);
    json.set("type", "Seller");
    EXPECT_EQ(read().state, RemoteState::Ignored);
    EXPECT_EQ(connect(jsonText("{'channel_token':'sellers'}")).readOrder(json).state, RemoteState::Processing);
}

TEST_F(VendureOrder, authorisedMoneyIsNotPaid)
{
    json.set("state", "PaymentAuthorized");
    setIn("payments", 0, "state", "Authorized");

    EXPECT_TRUE(read().payments.empty());
    EXPECT_EQ(read().paymentMethod, "card");
}

TEST_F(VendureOrder, netPricesAreUnitPricesWithoutTax)
{
    json.set("pricesIncludeTax", false);

    EXPECT_FALSE(read().taxInclusive);
    EXPECT_EQ(read().lines[0].unitPrice.toString(), "10.00");
    EXPECT_EQ(read().lines[2].unitPrice.toString(), "4.117647");
    expectSound(read());
}

TEST_F(VendureOrder, severalRatesOfALineShareItsTax)
{
    setIn("lines", 0, "taxRate", Json::number("14.975"));
    setIn("lines", 0, "proratedLinePriceWithTax", 2300);
    setIn("lines", 0, "taxLines", jsonText("[{'description':'GST','taxRate':5},{'description':'QST','taxRate':9.975}]"));
    json.set("totalWithTax", 3385);

    const RemoteLine line = read().lines[0];

    ASSERT_EQ(line.taxes.size(), 2u);
    EXPECT_EQ(line.taxes[0].label, "GST");
    EXPECT_EQ(line.taxes[0].amount, eur(100)); // 3.00 x 5 / 14.975 = 1.0017
    EXPECT_EQ(line.taxes[1].rate.toPercent(), "9.975");
    EXPECT_EQ(line.taxes[1].amount, eur(200));
    expectSound(read());
}

TEST_F(VendureOrder, aSurchargeIsAFee)
{
    json.set(
        "surcharges",
        jsonText(
            "[{'id':'9','description':'Card fee','price':100,'priceWithTax':119,'taxRate':19,'taxLines':[{'description':'Standard','taxRate':19}]},"
            "{'id':'10','description':'Goodwill','price':-200,'priceWithTax':-200,'taxRate':0,'taxLines':[]}]"));
    json.set("totalWithTax", 3384);

    const RemoteOrder order = read();

    expectSound(order);
    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.lines[2].kind, RemoteLineKind::Fee);
    EXPECT_EQ(order.lines[2].description, "Card fee");
    EXPECT_EQ(order.lines[2].tax, eur(19));
    EXPECT_EQ(order.lines[3].net, eur(-200));
    EXPECT_TRUE(order.lines[3].taxes.empty());
}

TEST_F(VendureOrder, freeShippingByAPromotionIsALineWithADiscount)
{
    setIn("shippingLines", 0, "discountedPrice", 0);
    setIn("shippingLines", 0, "discountedPriceWithTax", 0);
    json.set("totalWithTax", 2975);

    const RemoteOrder order = read();

    EXPECT_EQ(order.lines[2].net, eur(0));
    EXPECT_EQ(order.lines[2].discount, eur(412));
    EXPECT_EQ(order.lines[2].unitPrice.toString(), "4.90");
    expectSound(order);
}

TEST_F(VendureOrder, shippingWithoutAKnownRateIsAProblem)
{
    json.set("taxSummary", JsonArray());

    EXPECT_TRUE(hasProblem(read(), "Standard"));
}

TEST_F(VendureOrder, aShopThatKeepsMoreDigitsIsRoundedTogether)
{
    json = *Json::parse(json.toJson()
                            .replace("2380", "23804")
                            .replace("595", "5953")
                            .replace("490", "4904")
                            .replace("3465", "34661")
                            .replace("2000", "20003")
                            .replace(":500", ":5003")
                            .replace("412", "4121")
                            .replace("411.76", "4117.6"));
    json.set("moneyStrategyPrecision", 3);

    const RemoteOrder order = read();

    EXPECT_EQ(order.total, eur(3466));
    EXPECT_EQ(grossOf(order), order.total);
}

TEST_F(VendureOrder, amountsOfACurrencyWithoutMinorUnitsStillHaveTheShopsDigits)
{
    json.set("currencyCode", "JPY");
    json.set("totalWithTax", 346500);

    EXPECT_EQ(read().total.toString(), "3465"); // 3465.00
}

TEST_F(VendureOrder, aPartlyCancelledLineStandsWithWhatIsLeft)
{
    setIn("lines", 0, "quantity", 1);
    for (const char *member : {"linePrice", "proratedLinePrice"})
        setIn("lines", 0, member, 1000);
    for (const char *member : {"linePriceWithTax", "proratedLinePriceWithTax"})
        setIn("lines", 0, member, 1190);
    json.set("totalWithTax", 2275);

    const RemoteOrder order = read();

    EXPECT_EQ(order.lines[0].quantity, Quantity::whole(1));
    EXPECT_EQ(order.total, eur(2275));
    EXPECT_EQ(order.payments[0].amount, eur(3465)); // cancelling does not refund
    expectSound(order);
}

TEST_F(VendureOrder, theRefundOfCancelledUnitsIsMoneyOnly)
{
    setIn("lines", 0, "quantity", 1);
    refund("[{'id':'3','updatedAt':'2026-11-23T08:00:00.000Z','state':'Settled','total':2380,'shipping':0,'reason':'x','lines':[{'orderLineId':'1','"
           "quantity':2}]}]");

    const RemoteRefund back = read().refunds.at(0);

    EXPECT_EQ(back.amount, eur(2380));
    ASSERT_EQ(back.lines.size(), 1u);
    EXPECT_EQ(back.lines[0].externalLine, "1");
    EXPECT_EQ(back.lines[0].quantity, Quantity::whole(1)); // two were refunded, one of them had left the line before
    EXPECT_EQ(back.lines[0].net, eur(2000));
    EXPECT_EQ(back.lines[0].tax, eur(380));
}

TEST_F(VendureOrder, onlySettledRefundsAreMoneyBack)
{
    refund("[{'id':'3','state':'Pending','total':100,'lines':[]},{'id':'4','state':'Failed','total':100,'lines':[]},{'id':'5','state':'Settled','"
           "total':100,'lines':[]}]");

    ASSERT_EQ(read().refunds.size(), 1u);
    EXPECT_EQ(read().refunds[0].externalId, "5");
    EXPECT_TRUE(read().refunds[0].lines.empty());
    EXPECT_TRUE(read().refunds[0].complete);
}

TEST_F(VendureOrder, aRefundOfShippingNamesItsLine)
{
    refund("[{'id':'3','state':'Settled','total':1085,'shipping':490,'lines':[{'orderLineId':'2','quantity':1}]}]");

    const RemoteRefund back = read().refunds.at(0);

    ASSERT_EQ(back.lines.size(), 2u);
    EXPECT_EQ(back.lines[0].net, eur(500));
    EXPECT_EQ(back.lines[0].tax, eur(95));
    EXPECT_EQ(back.lines[1].externalLine, "3");
    EXPECT_TRUE(back.lines[1].quantity.isZero());
    EXPECT_EQ(back.lines[1].net, eur(412));
    EXPECT_EQ(back.lines[1].tax, eur(78));
}

TEST_F(VendureOrder, aRefundForLessThanItsUnitsCostIsSharedAmongThem)
{
    refund("[{'id':'3','state':'Settled','total':1000,'shipping':0,'lines':[{'orderLineId':'1','quantity':2},{'orderLineId':'2','quantity':1}]}]");

    const RemoteRefund back = read().refunds.at(0);

    EXPECT_EQ(back.lines[0].net + back.lines[0].tax, eur(800)); // 23.80 : 5.95
    EXPECT_EQ(back.lines[1].net + back.lines[1].tax, eur(200));
}

TEST_F(VendureOrder, publicNotesAreTheNote)
{
    json.set("history",
             jsonText("{'items':[{'isPublic':true,'data':{'note':'Ring twice'}},{'isPublic':false,'data':{'note':'Difficult customer'}}]}"));

    EXPECT_EQ(read().note, "Ring twice");
}

TEST_F(VendureOrder, aCustomerWithAnAccountIsKnownAndAGuestIsNot)
{
    EXPECT_EQ(read().customerId, "");

    json.set("customer", jsonText("{'id':'4','emailAddress':'k@example.com','firstName':'K','lastName':'M','user':{'id':'5'}}"));
    EXPECT_EQ(read().customerId, "4");
}

TEST_F(VendureOrder, nullEverywhereIsNoCrashAndNoGuess)
{
    const Json plain = plainVendureOrder();
    for (const auto &[name, value] : plain.members()) {
        SCOPED_TRACE(name.toStdString());
        json = plainVendureOrder();
        json.set(name, Json());
        const RemoteOrder order = read();
        const bool matters = QStringList{"id", "state", "currencyCode", "taxSummary"}.contains(name);
        EXPECT_EQ(order.problems.empty(), !matters) << (order.problems.empty() ? "" : qPrintable(order.problems[0]));
    }
    const Json plainLine = plainVendureOrder()["lines"].at(0);
    for (const auto &[name, value] : plainLine.members()) {
        SCOPED_TRACE(name.toStdString());
        json = plainVendureOrder();
        setIn("lines", 0, name, Json());
        read();
    }
}

TEST_F(VendureOrder, anOrderThatChangedThroughItsPaymentSaysSo)
{
    setIn("payments", 0, "updatedAt", "2026-11-25T09:00:00.000Z");

    EXPECT_EQ(read().changedAt, *Instant::parse("2026-11-25T09:00:00Z"));
}
