#include "channels/contract.h"
#include "wootest.h"

using namespace channels;

namespace {

Money eur(qint64 minor) { return {minor, Eur}; }
Instant utc(const char *time) { return *Instant::parse(QString::fromLatin1(time)); }

/// The real shop's answers, with what they say worked out by hand.
class WooRecorded : public WooTest {
protected:
    RemoteOrder recorded(const QString &name) { return shop.readOrder(fileJson("woocommerce/recorded/" + name + ".json")["body"]); }
};

void expectLine(const RemoteLine &line, const char *id, const char *sku, const char *product, qint64 units, const char *price, qint64 discount,
                qint64 net, qint64 tax)
{
    SCOPED_TRACE(id);
    EXPECT_EQ(line.externalId, id);
    EXPECT_EQ(line.sku, sku);
    EXPECT_EQ(line.externalProduct, product);
    EXPECT_EQ(line.quantity, Quantity::whole(units));
    EXPECT_EQ(line.unitPrice.toString(), price);
    EXPECT_EQ(line.discount, eur(discount));
    EXPECT_EQ(line.net, eur(net));
    EXPECT_EQ(line.tax, eur(tax));
}

void expectTax(const RemoteLine &line, const char *id, const char *label, const char *percent, qint64 base, qint64 amount)
{
    SCOPED_TRACE(line.externalId.toStdString());
    ASSERT_EQ(line.taxes.size(), 1u);
    EXPECT_EQ(line.taxes[0].externalId, id);
    EXPECT_EQ(line.taxes[0].label, label);
    EXPECT_EQ(line.taxes[0].rate.toPercent(), percent);
    EXPECT_EQ(line.taxes[0].base, eur(base));
    EXPECT_EQ(line.taxes[0].amount, eur(amount));
}

} // namespace

TEST_F(WooRecorded, aGuestsOrderOfAProductAndAVariation)
{
    const RemoteOrder order = recorded("order_single");

    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.externalId, "161");
    EXPECT_EQ(order.number, "161");
    EXPECT_EQ(order.state, RemoteState::Processing);
    EXPECT_EQ(order.shopState, "processing");
    EXPECT_EQ(order.placedAt, utc("2026-11-23T07:27:52Z")); // not 08:27:52, which is Berlin's time
    EXPECT_EQ(order.changedAt, utc("2026-11-23T07:27:53Z"));
    EXPECT_EQ(order.currency, Eur);
    EXPECT_TRUE(order.taxInclusive);
    EXPECT_EQ(order.customerId, "");
    EXPECT_EQ(order.total, eur(7714));
    EXPECT_EQ(order.paymentMethod, "Cash on delivery");
    EXPECT_EQ(order.note, "");
    EXPECT_TRUE(order.payments.empty()); // cash on delivery: nothing was paid
    EXPECT_TRUE(order.refunds.empty());

    ASSERT_EQ(order.lines.size(), 3u);
    expectLine(order.lines[0], "105", "SIM-020", "42", 2, "25.62", 0, 4306, 818); // (43.06 + 8.18) / 2
    EXPECT_EQ(order.lines[0].description, QString::fromUtf8("Simple product 20 – Ünïcode \"q\" & <b>"));
    expectTax(order.lines[0], "1", "MwSt 19%", "19", 4306, 818);
    expectLine(order.lines[1], "106", "VAR-012-red", "108", 1, "21.00", 0, 1765, 335); // 108 is the variation, 107 its product
    EXPECT_EQ(order.lines[1].description, "Variable shirt 12 - red, M");
    expectLine(order.lines[2], "107", "", "", 1, "4.90", 0, 412, 78);
    EXPECT_EQ(order.lines[2].kind, RemoteLineKind::Shipping);
    EXPECT_EQ(order.lines[2].description, "DHL Paket");
    expectTax(order.lines[2], "1", "MwSt 19%", "19", 412, 78);
    expectSound(order);
}

TEST_F(WooRecorded, addressesAreReadWithoutTheirEscapes)
{
    const RemoteOrder order = recorded("order_single");

    EXPECT_EQ(order.billing.name, QString::fromUtf8("Jörg Guest90"));
    EXPECT_EQ(order.billing.company, QString::fromUtf8("ACME & Söhne GmbH"));
    EXPECT_EQ(order.billing.street, QString::fromUtf8("Straße 90"));
    EXPECT_EQ(order.billing.street2, "");
    EXPECT_EQ(order.billing.postcode, "10115");
    EXPECT_EQ(order.billing.city, "Berlin");
    EXPECT_EQ(order.billing.region, "DE-BE");
    EXPECT_EQ(order.billing.country, "DE");
    EXPECT_EQ(order.billing.phone, "+49 30 123");
    EXPECT_EQ(order.billing.email, "guest90@example.org");
    EXPECT_EQ(order.shipping.name, QString::fromUtf8("Jörg Guest90"));
    EXPECT_EQ(order.shipping.company, QString::fromUtf8("ACME & Söhne GmbH"));
    EXPECT_EQ(order.shipping.street, QString::fromUtf8("Straße 90"));
}

TEST_F(WooRecorded, aCouponIsAlreadyInsideTheLineAndIsNotTakenOffAgain)
{
    const RemoteOrder order = recorded("order_with_coupon");

    EXPECT_TRUE(order.problems.empty());
    ASSERT_EQ(order.lines.size(), 2u);
    expectLine(order.lines[0], "119", "RND", "166", 7, "9.99", 587, 5289, 1005); // (58.76 + 11.17) / 7; 58.76 - 52.89
    expectTax(order.lines[0], "1", "MwSt 19%", "19", 5289, 1005);
    expectLine(order.lines[1], "120", "", "", 1, "4.90", 0, 412, 78);
    EXPECT_EQ(order.total, eur(6784));
    expectSound(order);
}

TEST_F(WooRecorded, aListTellsOfARefundOnlyItsSum)
{
    const RemoteOrder order = recorded("order_with_refund");

    EXPECT_EQ(order.total, eur(10276)); // as before the refund
    ASSERT_EQ(order.refunds.size(), 1u);
    EXPECT_EQ(order.refunds[0].externalId, "150");
    EXPECT_EQ(order.refunds[0].reason, "damaged");
    EXPECT_EQ(order.refunds[0].amount, eur(2562));
    EXPECT_FALSE(order.refunds[0].complete);
    expectSound(order);
}

TEST_F(WooRecorded, theOrderAskedByItselfTellsTheRefundsLines)
{
    http.then(recordedAnswer("woocommerce/recorded/order_with_refund.json")).then(recordedAnswer("woocommerce/recorded/order_refunds_list.json"));

    const RemoteOrder order = shop.order("149");

    EXPECT_EQ(request(0).url, "https://shop.example/wp-json/wc/v3/orders/149");
    EXPECT_EQ(request(1).url, "https://shop.example/wp-json/wc/v3/orders/149/refunds");
    ASSERT_EQ(order.refunds.size(), 1u);
    const RemoteRefund &refund = order.refunds[0];
    EXPECT_TRUE(refund.complete);
    EXPECT_EQ(refund.externalId, "150");
    EXPECT_EQ(refund.at, utc("2026-11-23T07:07:12Z"));
    EXPECT_EQ(refund.reason, "damaged");
    EXPECT_EQ(refund.amount, eur(2562));
    ASSERT_EQ(refund.lines.size(), 1u);
    EXPECT_EQ(refund.lines[0].externalLine, "86"); // of the order, not 89, which is the refund's own
    EXPECT_EQ(refund.lines[0].quantity, Quantity::whole(1));
    EXPECT_EQ(refund.lines[0].net, eur(2153));
    EXPECT_EQ(refund.lines[0].tax, eur(409));
    EXPECT_TRUE(refund.lines[0].restocked);

    const RemoteOrder stored = shop.readOrder(order.raw.json());
    ASSERT_EQ(stored.refunds.size(), 1u);
    EXPECT_EQ(stored.refunds[0].lines.size(), 1u);
}

TEST_F(WooRecorded, aPageOfOrdersInAllStates)
{
    http.then(recordedAnswer("woocommerce/recorded/orders_list_modified.json"));

    const OrderPage page = shop.ordersChanged({std::nullopt, now}, {});

    EXPECT_EQ(page.announced, 20);
    ASSERT_EQ(page.orders.size(), 5u);
    for (const RemoteOrder &order : page.orders) {
        expectSound(order);
        EXPECT_TRUE(order.problems.empty());
    }

    const RemoteOrder &done = page.orders[0];
    EXPECT_EQ(done.externalId, "145");
    EXPECT_EQ(done.state, RemoteState::Done);
    EXPECT_EQ(done.customerId, "6");
    EXPECT_EQ(done.total, eur(2840));
    expectLine(done.lines[0], "75", "SIM-028", "50", 2, "11.75", 0, 1975, 375);
    ASSERT_EQ(done.payments.size(), 1u);
    EXPECT_EQ(done.payments[0].externalId, "order-145");
    EXPECT_EQ(done.payments[0].reference, "");
    EXPECT_EQ(done.payments[0].method, "bacs");
    EXPECT_EQ(done.payments[0].amount, eur(2840));
    EXPECT_EQ(done.payments[0].at, utc("2026-11-23T07:03:59Z"));

    const RemoteOrder &paid = page.orders[1];
    EXPECT_EQ(paid.externalId, "144");
    EXPECT_EQ(paid.state, RemoteState::Processing);
    EXPECT_EQ(paid.customerId, "");
    EXPECT_EQ(paid.changedAt, utc("2026-11-23T07:03:59Z"));
    expectLine(paid.lines[0], "72", "SIM-025", "47", 2, "32.77", 0, 5508, 1046);
    EXPECT_EQ(paid.payments[0].amount, eur(7044));

    const RemoteOrder &reduced = page.orders[2];
    EXPECT_EQ(reduced.externalId, "143");
    EXPECT_EQ(reduced.billing.company, QString::fromUtf8("ACME & Söhne GmbH"));      // this one came without escapes
    expectLine(reduced.lines[0], "68", "SIM-022", "44", 2, "52.53", 983, 8836, 619); // (98.19 + 6.87) / 2; 98.19 - 88.36
    expectTax(reduced.lines[0], "2", "MwSt 7%", "7", 8836, 619);
    expectLine(reduced.lines[1], "69", "", "", 1, "4.41", 0, 412, 29);
    expectTax(reduced.lines[1], "2", "MwSt 7%", "7", 412, 29);
    EXPECT_EQ(reduced.total, eur(9896));

    const RemoteOrder &failed = page.orders[3];
    EXPECT_EQ(failed.externalId, "142");
    EXPECT_EQ(failed.state, RemoteState::Cancelled);
    EXPECT_EQ(failed.shopState, "failed");
    EXPECT_TRUE(failed.payments.empty());

    const RemoteOrder &refunded = page.orders[4];
    EXPECT_EQ(refunded.externalId, "140");
    EXPECT_EQ(refunded.state, RemoteState::Refunded);
    EXPECT_EQ(refunded.total, eur(13886));
    ASSERT_EQ(refunded.refunds.size(), 1u);
    EXPECT_EQ(refunded.refunds[0].externalId, "141");
    EXPECT_EQ(refunded.refunds[0].amount, eur(13886));
}

TEST_F(WooRecorded, anOrderOfAnUnknownProductHasALineWithoutAnything)
{
    const RemoteOrder order = recorded("error_order_bad_product");

    EXPECT_EQ(order.state, RemoteState::Awaiting);
    EXPECT_EQ(order.total, eur(0));
    ASSERT_EQ(order.lines.size(), 1u);
    EXPECT_EQ(order.lines[0].sku, "");
    EXPECT_EQ(order.lines[0].externalProduct, ""); // 0 is no product
    EXPECT_EQ(order.problems.size(), 1u);
}

TEST_F(WooRecorded, aWebhooksBodyIsTheSameOrder)
{
    const RemoteOrder order = recorded("webhook_delivery_order_updated");

    EXPECT_EQ(order.externalId, "160");
    EXPECT_EQ(order.total, eur(3052));
    EXPECT_EQ(order.payments[0].at, utc("2026-11-23T07:10:08Z"));
    expectSound(order);
}

TEST_F(WooRecorded, theVendorsOwnExampleIsReadUpToWhatItLeavesOut)
{
    const RemoteOrder order = shop.readOrder(fileJson("woocommerce/examples/retrieve-an-order.json"));

    EXPECT_EQ(order.externalId, "727");
    EXPECT_FALSE(order.taxInclusive);
    EXPECT_EQ(order.currency.code(), "USD");
    EXPECT_EQ(order.total.toString(), "29.35");
    EXPECT_EQ(grossOf(order), order.total);
    EXPECT_EQ(order.placedAt, utc("2017-03-22T19:28:02Z"));
    ASSERT_EQ(order.lines.size(), 3u);
    EXPECT_EQ(order.lines[0].externalProduct, "93");
    EXPECT_EQ(order.lines[0].unitPrice.toString(), "3.00");
    EXPECT_EQ(order.lines[1].externalProduct, "23");
    EXPECT_EQ(order.lines[1].description, QString::fromUtf8("Ship Your Idea – Color: Black, Size: M Test"));
    EXPECT_EQ(order.lines[1].taxes[0].label, "State Tax");
    EXPECT_FALSE(order.problems.empty()); // WooCommerce 3.0 did not say rate_percent
}

TEST_F(WooRecorded, theVendorsOwnRefundsAreRead)
{
    Json order = plainOrder();
    order.set("refund_details", fileJson("woocommerce/examples/list-all-refunds.json"));

    const RemoteOrder read = shop.readOrder(order);

    ASSERT_EQ(read.refunds.size(), 2u);
    EXPECT_EQ(read.refunds[0].amount, eur(1000)); // an amount without lines
    EXPECT_TRUE(read.refunds[0].lines.empty());
    EXPECT_TRUE(read.refunds[0].complete);
    EXPECT_EQ(read.refunds[1].amount, eur(900));
    EXPECT_EQ(read.refunds[1].lines[0].externalLine, "311");
    EXPECT_EQ(read.refunds[1].lines[0].net, eur(900));
    EXPECT_FALSE(read.refunds[1].lines[0].restocked);
}
