#include "channels/contract.h"
#include "wootest.h"

using namespace channels;

namespace {

Money eur(qint64 minor) { return {minor, Eur}; }

/// A test changes one thing of a plain order.
class WooOrder : public WooTest {
protected:
    Json json = plainOrder();

    RemoteOrder read() { return shop.readOrder(json); }
    void setLine(size_t index, const QString &member, Json value)
    {
        JsonArray lines = json["line_items"].items();
        lines[index].set(member, std::move(value));
        json.set("line_items", lines);
    }
    bool hasProblem(const RemoteOrder &order, const char *word)
    {
        return std::any_of(order.problems.begin(), order.problems.end(),
                           [word](const QString &text) { return text.contains(QLatin1StringView(word)); });
    }
};

} // namespace

TEST_F(WooOrder, aPlainOrderIsSound)
{
    const RemoteOrder order = read();

    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.number, "1007"); // a plugin numbers orders on its own: the number is not the id
    EXPECT_EQ(order.externalId, "7");
    expectSound(order);
}

TEST_F(WooOrder, everyStateOfTheShopIsKnown)
{
    const std::map<const char *, RemoteState> states{
        {"auto-draft", RemoteState::Ignored},  {"checkout-draft", RemoteState::Ignored}, {"pending", RemoteState::Awaiting},
        {"on-hold", RemoteState::Awaiting},    {"processing", RemoteState::Processing},  {"completed", RemoteState::Done},
        {"cancelled", RemoteState::Cancelled}, {"failed", RemoteState::Cancelled},       {"refunded", RemoteState::Refunded},
        {"trash", RemoteState::Cancelled},
    };
    for (const auto &[word, state] : states) {
        json.set("status", word);
        EXPECT_EQ(read().state, state) << word;
        EXPECT_TRUE(read().problems.empty()) << word;
    }
}

TEST_F(WooOrder, aStateThatAPluginInventedHoldsTheOrderUntilAPersonSaysWhatItMeans)
{
    json.set("status", "ready-to-pack");

    EXPECT_TRUE(hasProblem(read(), "ready-to-pack"));

    const auto taught = connect(jsonText("{'states':{'ready-to-pack':'processing'}}"));
    EXPECT_EQ(taught.readOrder(json).state, RemoteState::Processing);
    EXPECT_TRUE(taught.readOrder(json).problems.empty());
}

TEST_F(WooOrder, netPricesAreUnitPricesWithoutTax)
{
    json.set("prices_include_tax", false);

    const RemoteOrder order = read();

    EXPECT_FALSE(order.taxInclusive);
    EXPECT_EQ(order.lines[0].unitPrice.toString(), "10.00");
    EXPECT_EQ(order.lines[0].net, eur(2000));
}

TEST_F(WooOrder, aUnitPriceIsExactToTheMillionth)
{
    setLine(0, "quantity", 3);

    EXPECT_EQ(read().lines[0].unitPrice.toString(), "7.933333"); // 23.80 / 3
}

TEST_F(WooOrder, severalRatesOnALineKeepTheirSharesAndACompoundOneItsOwnBase)
{
    json.set("tax_lines", jsonText("[{'rate_id':1,'label':'GST','compound':false,'rate_percent':5},"
                                   "{'rate_id':2,'label':'QST','compound':true,'rate_percent':'9.975'}]"));
    setLine(0, "total_tax", "3.09");
    setLine(0, "taxes", jsonText("[{'id':1,'total':'1.00','subtotal':'1.00'},{'id':2,'total':'2.09','subtotal':'2.09'}]"));

    const RemoteLine line = read().lines[0];

    ASSERT_EQ(line.taxes.size(), 2u);
    EXPECT_EQ(line.taxes[0].label, "GST");
    EXPECT_EQ(line.taxes[0].rate.toPercent(), "5");
    EXPECT_EQ(line.taxes[0].base, eur(2000));
    EXPECT_EQ(line.taxes[0].amount, eur(100));
    EXPECT_EQ(line.taxes[1].rate.toPercent(), "9.975");
    EXPECT_EQ(line.taxes[1].base, eur(2100)); // on the price and on the other tax
    EXPECT_EQ(line.taxes[1].amount, eur(209));
}

TEST_F(WooOrder, aRateThatDoesNotConcernALineIsLeftOut)
{
    setLine(0, "taxes", jsonText("[{'id':1,'total':'3.80','subtotal':'3.80'},{'id':9,'total':'','subtotal':''}]"));

    EXPECT_EQ(read().lines[0].taxes.size(), 1u);
    EXPECT_TRUE(read().problems.empty());
}

TEST_F(WooOrder, taxesThatDoNotAddUpAreAProblem)
{
    setLine(0, "taxes", jsonText("[{'id':1,'total':'2.80','subtotal':'2.80'}]"));

    EXPECT_TRUE(hasProblem(read(), "do not add up"));
}

TEST_F(WooOrder, taxesKeptToManyDigitsAreBroughtToTheLinesOwn)
{
    setLine(0, "taxes", jsonText("[{'id':1,'total':'3.798319','subtotal':'3.798319'}]"));

    EXPECT_EQ(read().lines[0].taxes[0].amount, eur(380));
    EXPECT_TRUE(read().problems.empty());
}

TEST_F(WooOrder, aRateThatTheOrderDoesNotDescribeIsAProblem)
{
    json.set("tax_lines", JsonArray());

    EXPECT_TRUE(hasProblem(read(), "rate of tax 1"));
}

TEST_F(WooOrder, aNegativeFeeIsALineOfItsOwnThatLowersTheTotal)
{
    json.set("fee_lines",
             jsonText("[{'id':5,'name':'Loyal &amp; nice','total':'-5.00','total_tax':'-0.95','taxes':[{'id':1,'total':'-0.95','subtotal':''}]}]"));
    json.set("total", "29.75");

    const RemoteOrder order = read();

    expectSound(order);
    EXPECT_TRUE(order.problems.empty());
    const RemoteLine &fee = order.lines[2];
    EXPECT_EQ(fee.kind, RemoteLineKind::Fee);
    EXPECT_EQ(fee.description, "Loyal & nice");
    EXPECT_EQ(fee.unitPrice.toString(), "-5.95");
    EXPECT_EQ(fee.net, eur(-500));
    EXPECT_EQ(fee.tax, eur(-95));
    EXPECT_EQ(fee.discount, eur(0));
    EXPECT_EQ(fee.taxes[0].amount, eur(-95));
}

TEST_F(WooOrder, giftCardsAndTipsThatComeAsFeesAreNamedByAnOption)
{
    json.set("fee_lines", jsonText("[{'id':5,'name':'Gift card','total':'-10.00','total_tax':'0.00','taxes':[]},"
                                   "{'id':6,'name':'Tip','total':'2.00','total_tax':'0.00','taxes':[]}]"));
    json.set("total", "27.70");

    const RemoteOrder order = connect(jsonText("{'fees':{'Gift card':'gift_card','Tip':'tip'}}")).readOrder(json);

    EXPECT_EQ(order.lines[2].kind, RemoteLineKind::GiftCard);
    EXPECT_EQ(order.lines[3].kind, RemoteLineKind::Tip);
    expectSound(order);
}

TEST_F(WooOrder, aLineThatAPluginMadeDearerHasNoNegativeDiscount)
{
    setLine(0, "subtotal", "18.00");
    setLine(0, "subtotal_tax", "3.42");

    const RemoteLine line = read().lines[0];

    EXPECT_EQ(line.discount, eur(0));
    EXPECT_EQ(line.unitPrice.toString(), "11.90");
}

TEST_F(WooOrder, aDeletedProductIsStillNamedByItsId)
{
    setLine(0, "sku", Json());
    setLine(0, "global_unique_id", Json());

    const RemoteOrder order = read();

    EXPECT_EQ(order.lines[0].sku, "");
    EXPECT_EQ(order.lines[0].externalProduct, "10");
    EXPECT_TRUE(order.problems.empty()); // the engine asks which product it was
}

TEST_F(WooOrder, allEscapesAreUndoneOnce)
{
    setLine(0, "name", "A &amp; B &times; &#8211; &#x1F600; &lt;b&gt; \"q\" R&D &unknown; &amp;times;");

    EXPECT_EQ(read().lines[0].description, QString::fromUtf8("A & B × – 😀 <b> \"q\" R&D &unknown; &times;"));
}

TEST_F(WooOrder, nullEverywhereIsNoCrashAndNoGuess)
{
    const Json plain = plainOrder();
    for (const auto &[name, value] : plain.members()) {
        SCOPED_TRACE(name.toStdString());
        json = plainOrder();
        json.set(name, Json());
        const RemoteOrder order = read();
        const bool matters = QStringList{"id", "status", "currency", "tax_lines"}.contains(name);
        EXPECT_EQ(order.problems.empty(), !matters) << (order.problems.empty() ? "" : qPrintable(order.problems[0]));
    }
    const Json plainLine = plainOrder()["line_items"].at(0);
    for (const auto &[name, value] : plainLine.members()) {
        SCOPED_TRACE(name.toStdString());
        json = plainOrder();
        setLine(0, name, Json());
        read();
    }
}

TEST_F(WooOrder, anAmountOrQuantityThatIsNoneIsAProblem)
{
    setLine(0, "total", "12,50");
    EXPECT_TRUE(hasProblem(read(), "12,50"));

    json = plainOrder();
    setLine(0, "quantity", "many");
    EXPECT_TRUE(hasProblem(read(), "no quantity"));

    json = plainOrder();
    json.set("total", "1e400");
    EXPECT_FALSE(read().problems.empty());
}

TEST_F(WooOrder, anUnknownCurrencyIsAProblemAndNothingIsMixed)
{
    json.set("currency", "BTC");

    const RemoteOrder order = read();

    EXPECT_TRUE(hasProblem(order, "BTC"));
    EXPECT_TRUE(order.currency.isNone());
    EXPECT_TRUE(order.lines.empty());
}

TEST_F(WooOrder, aCurrencyWithoutMinorUnitsAndOneWithThreeDigitsAreReadExactly)
{
    json.set("currency", "JPY");
    json.set("total", "36");
    EXPECT_EQ(read().total.minor(), 36);

    json.set("currency", "KWD");
    json.set("total", "35.705");
    EXPECT_EQ(read().total.minor(), 35705);
}

TEST_F(WooOrder, quantitiesOfShopsThatSellPartsOfUnitsAreKept)
{
    setLine(0, "quantity", Json::number("2.5"));

    EXPECT_EQ(read().lines[0].quantity.toString(), "2.5");
    EXPECT_EQ(read().lines[0].unitPrice.toString(), "9.52");
}

TEST_F(WooOrder, moreDigitsThanTheCurrencyHasAreRoundedTogether)
{
    // Three lines of 0.3340 net and 0.0634 tax are 1.1922 in all. Rounded one by one they would be 3 x (0.33 + 0.06) = 1.17.
    JsonArray lines;
    for (int i = 1; i <= 3; ++i) {
        Json line = plainOrder()["line_items"].at(0);
        line.set("id", i);
        for (const char *member : {"subtotal", "total"})
            line.set(member, "0.3340");
        for (const char *member : {"subtotal_tax", "total_tax"})
            line.set(member, "0.0634");
        line.set("taxes", jsonText("[{'id':1,'total':'0.0634','subtotal':'0.0634'}]"));
        lines.push_back(line);
    }
    json.set("line_items", lines);
    json.set("total", "1.1922");

    const RemoteOrder order = read();

    EXPECT_EQ(order.total, eur(119));
    expectSound(order);
    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.lines[0].unitPrice.toString(), "0.1987"); // 0.3974 / 2
}

TEST_F(WooOrder, anOrderThatCostsNothingWasPaidNothing)
{
    for (size_t i = 0; i < 2; ++i)
        for (const char *member : {"subtotal", "subtotal_tax", "total", "total_tax"})
            setLine(i, member, "0.00");
    for (size_t i = 0; i < 2; ++i)
        setLine(i, "taxes", JsonArray());
    json.set("total", "0.00");

    const RemoteOrder order = read();

    EXPECT_TRUE(order.problems.empty());
    EXPECT_TRUE(order.payments.empty());
    EXPECT_EQ(order.total, eur(0));
}

TEST_F(WooOrder, aPaymentKeepsItsIdentityWhenTheProvidersNumberComesLater)
{
    json.set("transaction_id", "");
    const RemotePayment before = read().payments.at(0);
    json.set("transaction_id", "pi_42");
    const RemotePayment after = read().payments.at(0);

    EXPECT_EQ(before.externalId, after.externalId);
    EXPECT_FALSE(before.externalId.isEmpty());
    EXPECT_EQ(before.reference, "");
    EXPECT_EQ(after.reference, "pi_42");
    EXPECT_EQ(after.method, "stripe");
    EXPECT_EQ(after.amount, eur(3570));
}

TEST_F(WooOrder, aBuyerWithOneAddressGetsTheGoodsThere)
{
    const RemoteOrder order = read();

    EXPECT_EQ(order.shipping.name, "Ada Byron");
    EXPECT_EQ(order.shipping.city, "Bonn");
}

TEST_F(WooOrder, aRefundOfShippingAndAMoneyOnlyRefundNameTheirLines)
{
    json.set("refund_details", jsonText(R"([{'id':90,'date_created_gmt':'2026-11-24T08:00:00','amount':'7.14','reason':'late',
        'line_items':[{'id':91,'quantity':0,'total':'-2.00','total_tax':'-0.38','meta_data':[{'key':'_refunded_item_id','value':'1'}]}],
        'shipping_lines':[{'id':92,'total':'-4.00','total_tax':'-0.76','meta_data':[{'key':'_refunded_item_id','value':'77'}]}],'fee_lines':[]}])"));

    const RemoteRefund refund = read().refunds.at(0);

    EXPECT_EQ(refund.amount, eur(714));
    ASSERT_EQ(refund.lines.size(), 2u);
    EXPECT_EQ(refund.lines[0].externalLine, "1");
    EXPECT_TRUE(refund.lines[0].quantity.isZero());
    EXPECT_EQ(refund.lines[0].net, eur(200));
    EXPECT_FALSE(refund.lines[0].restocked);
    EXPECT_EQ(refund.lines[1].externalLine, "77");
    EXPECT_EQ(refund.lines[1].net, eur(400));
    EXPECT_EQ(refund.lines[1].tax, eur(76));
}

TEST_F(WooOrder, unitsCountAsRestockedOnlyIfAllThatWereRefundedAre)
{
    const char *refunds =
        R"([{'id':90,'amount':'11.90','line_items':[{'id':91,'quantity':-1,'total':'-10.00','total_tax':'-1.90','meta_data':[{'key':'_refunded_item_id','value':'1'}]}]},
        {'id':95,'amount':'11.90','line_items':[{'id':96,'quantity':-1,'total':'-10.00','total_tax':'-1.90','meta_data':[{'key':'_refunded_item_id','value':'1'}]}]}])";
    json.set("refund_details", jsonText(refunds));
    for (const auto &[restocked, all] : std::map<const char *, bool>{{"1", false}, {"2", true}}) {
        setLine(0, "meta_data", Json(JsonArray{Json::object({{"key", "_restock_refunded_items"}, {"value", restocked}})}));
        EXPECT_EQ(read().refunds[0].lines[0].restocked, all) << restocked;
        EXPECT_EQ(read().refunds[1].lines[0].restocked, all) << restocked;
    }
}

TEST_F(WooOrder, sixHundredLinesAreReadAsThree)
{
    JsonArray lines;
    for (int i = 1; i <= 600; ++i) {
        Json line = plainOrder()["line_items"].at(1);
        line.set("id", i);
        lines.push_back(line);
    }
    json.set("line_items", lines);
    json.set("total", "7140.00");

    const RemoteOrder order = read();

    EXPECT_EQ(order.lines.size(), 600u);
    expectSound(order);
}

TEST_F(WooOrder, timesAreTheOnesInGreenwichEvenInTheHourThatComesTwice)
{
    json.set("date_created", "2026-10-25T02:30:00"); // Berlin: the second time round
    json.set("date_created_gmt", "2026-10-25T01:30:00");
    json.set("date_modified", "2026-10-25T02:10:00");
    json.set("date_modified_gmt", "2026-10-25T01:10:00");

    const RemoteOrder order = read();

    EXPECT_EQ(order.placedAt, *Instant::parse("2026-10-25T01:30:00Z"));
    EXPECT_EQ(order.changedAt, *Instant::parse("2026-10-25T01:10:00Z"));
}

TEST_F(WooOrder, signsBeyondTheBasicPlaneAreKept)
{
    json.set("customer_note", QString::fromUtf8("Bitte klingeln 🙂 &amp; warten"));

    EXPECT_EQ(read().note, QString::fromUtf8("Bitte klingeln 🙂 & warten"));
}

TEST_F(WooOrder, moneyThatIsDueAtTheDoorIsNotPaidThoughTheOrderIsInWork)
{
    json.set("payment_method", "cod");
    json.set("date_paid_gmt", Json());

    const RemoteOrder order = read();

    EXPECT_EQ(order.state, RemoteState::Processing);
    EXPECT_TRUE(order.payments.empty());
}
