#include "channels/contract.h"
#include "venduretest.h"

using namespace channels;

namespace {

Money eur(qint64 minor) { return {minor, Eur}; }
Instant utc(const char *time) { return *Instant::parse(QString::fromLatin1(time)); }

/// The real shop's answers, with what they say worked out by hand.
class VendureRecorded : public VendureTest {
protected:
    RemoteOrder recorded(const QString &name)
    {
        const Json all = recordedData(name);
        return shop.readOrder(vendure::rawOrder(all["order"], all));
    }
    std::vector<RemoteOrder> recordedList(const QString &name)
    {
        const Json all = recordedData(name);
        std::vector<RemoteOrder> orders;
        for (const Json &order : all["orders"]["items"].items())
            orders.push_back(shop.readOrder(vendure::rawOrder(order, all)));
        return orders;
    }
};

void expectLine(const RemoteLine &line, const char *id, const char *sku, const char *variant, qint64 units, const char *price, qint64 discount,
                qint64 net, qint64 tax)
{
    SCOPED_TRACE(id);
    EXPECT_EQ(line.externalId, id);
    EXPECT_EQ(line.sku, sku);
    EXPECT_EQ(line.externalProduct, variant);
    EXPECT_EQ(line.quantity, Quantity::whole(units));
    EXPECT_EQ(line.unitPrice.toString(), price);
    EXPECT_EQ(line.discount, eur(discount));
    EXPECT_EQ(line.net, eur(net));
    EXPECT_EQ(line.tax, eur(tax));
}

void expectTax(const RemoteLine &line, const char *label, const char *percent, qint64 base, qint64 amount)
{
    SCOPED_TRACE(line.externalId.toStdString());
    ASSERT_EQ(line.taxes.size(), 1u);
    EXPECT_EQ(line.taxes[0].label, label);
    EXPECT_EQ(line.taxes[0].rate.toPercent(), percent);
    EXPECT_EQ(line.taxes[0].base, eur(base));
    EXPECT_EQ(line.taxes[0].amount, eur(amount));
}

} // namespace

TEST_F(VendureRecorded, anOrderWithACouponAddsUpToTheCent)
{
    const RemoteOrder order = recorded("order_with_coupon");

    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.externalId, "25");
    EXPECT_EQ(order.number, "PF6QVYWVSXRPKWZG");
    EXPECT_EQ(order.state, RemoteState::Processing);
    EXPECT_EQ(order.shopState, "PaymentSettled");
    EXPECT_EQ(order.placedAt, utc("2026-11-23T07:36:32.990Z"));
    EXPECT_EQ(order.changedAt, utc("2026-11-23T07:36:33Z"));
    EXPECT_EQ(order.currency, Eur);
    EXPECT_TRUE(order.taxInclusive);
    EXPECT_EQ(order.customerId, "");
    EXPECT_EQ(order.total, eur(15749));
    ASSERT_EQ(order.lines.size(), 2u);
    // 7 x 22.95 less a tenth: 144.59 with tax, of which 144.59 x 19 / 119 = 23.09; before the coupon 135.00 without tax.
    expectLine(order.lines[0], "43", "VAR-003-red", "42", 7, "22.95", 1350, 12150, 2309);
    EXPECT_EQ(order.lines[0].description, "Shirt 003 red M");
    expectTax(order.lines[0], "Standard Tax Europe", "19", 12150, 2309);
    expectLine(order.lines[1], "express-shipping", "", "", 1, "12.90", 0, 1084, 206);
    EXPECT_EQ(order.lines[1].description, "Express Shipping");
    expectTax(order.lines[1], "shipping tax", "19", 1084, 206);
    ASSERT_EQ(order.payments.size(), 1u);
    EXPECT_EQ(order.payments[0].externalId, "21");
    EXPECT_EQ(order.payments[0].method, "instant-payment");
    EXPECT_EQ(order.payments[0].amount, eur(15749));
    EXPECT_EQ(order.payments[0].reference, "lajdvliove");
    EXPECT_EQ(order.paymentMethod, "instant-payment");
    expectSound(order);
}

TEST_F(VendureRecorded, addressesOfABuyer)
{
    const RemoteOrder order = recorded("order_with_refund");

    EXPECT_EQ(order.shipping.name, QString::fromUtf8("Jörg Guest201"));
    EXPECT_EQ(order.shipping.company, QString::fromUtf8("ACME & Söhne GmbH"));
    EXPECT_EQ(order.shipping.street, QString::fromUtf8("Straße 201"));
    EXPECT_EQ(order.shipping.city, "Berlin");
    EXPECT_EQ(order.shipping.postcode, "10115");
    EXPECT_EQ(order.shipping.country, "DE");
    EXPECT_EQ(order.shipping.phone, "+49 30 123");
    EXPECT_EQ(order.billing.street, "Rechnungsweg 201");
    EXPECT_EQ(order.billing.email, "guest201@example.org");
}

TEST_F(VendureRecorded, aPartlyShippedOrderWhoseRefundIsOnlyPlanned)
{
    const RemoteOrder order = recorded("order_with_refund");

    EXPECT_TRUE(order.problems.empty());
    EXPECT_EQ(order.externalId, "23");
    EXPECT_EQ(order.state, RemoteState::Processing);
    EXPECT_EQ(order.shopState, "PartiallyShipped");
    EXPECT_EQ(order.total, eur(19578));
    expectLine(order.lines[0], "41", "SIM-010", "10", 3, "60.96", 0, 15368, 2920);
    EXPECT_EQ(order.lines[0].description, QString::fromUtf8("Simple product 010 – Ünïcode \"q\" & <b>"));
    EXPECT_TRUE(order.refunds.empty()); // 3 is Pending
    expectSound(order);
}

TEST_F(VendureRecorded, aPageOfOrders)
{
    const auto orders = recordedList("orders_list");

    ASSERT_EQ(orders.size(), 5u);
    for (const RemoteOrder &order : orders) {
        expectSound(order);
        EXPECT_TRUE(order.problems.empty());
    }

    // Everything of a cancelled order is zero by now; it is read as it was placed: 2 x 45.72 + 20.95 + 4.90 = 117.29, which was paid.
    const RemoteOrder &cancelled = orders[0];
    EXPECT_EQ(cancelled.externalId, "4");
    EXPECT_EQ(cancelled.state, RemoteState::Cancelled);
    expectLine(cancelled.lines[0], "7", "SIM-006", "6", 2, "45.72", 0, 7684, 1460);
    expectLine(cancelled.lines[1], "8", "VAR-001-blue", "38", 1, "20.95", 0, 1761, 334);
    expectLine(cancelled.lines[2], "standard-shipping", "", "", 1, "4.90", 0, 412, 78);
    EXPECT_EQ(cancelled.total, eur(11729));
    EXPECT_EQ(cancelled.payments[0].amount, eur(11729));
    ASSERT_EQ(cancelled.refunds.size(), 1u);
    EXPECT_EQ(cancelled.refunds[0].externalId, "1");
    EXPECT_EQ(cancelled.refunds[0].amount, eur(11729));
    EXPECT_EQ(cancelled.refunds[0].reason, "damaged");
    EXPECT_EQ(cancelled.shipping.city, "Wien");
    EXPECT_EQ(cancelled.billing.street, QString::fromUtf8("Straße 4")); // no other was given

    const RemoteOrder &known = orders[1];
    EXPECT_EQ(known.externalId, "18");
    EXPECT_EQ(known.customerId, "4");
    EXPECT_EQ(known.billing.email, "kunde4@example.com");
    expectLine(known.lines[0], "35", "SIM-022", "22", 1, "91.72", 771, 6937, 1318); // 82.55 x 19 / 119 = 13.18; 77.08 - 69.37
    expectLine(known.lines[1], "36", "VAR-009-blue", "62", 1, "28.95", 244, 2189, 416);
    EXPECT_EQ(known.total, eur(11350));

    const RemoteOrder &two = orders[2];
    EXPECT_EQ(two.externalId, "16");
    expectLine(two.lines[0], "31", "SIM-019", "19", 2, "44.80", 0, 7529, 1431);
    expectLine(two.lines[1], "32", "VAR-005-red", "48", 1, "24.95", 0, 2097, 398);
    EXPECT_EQ(two.total, eur(11945));

    const RemoteOrder &three = orders[3];
    EXPECT_EQ(three.externalId, "17");
    expectLine(three.lines[0], "33", "SIM-021", "21", 3, "14.68", 0, 3701, 703);
    expectLine(three.lines[1], "34", "VAR-007-green", "55", 1, "26.95", 0, 2265, 430);
    expectLine(three.lines[2], "express-shipping", "", "", 1, "12.90", 0, 1084, 206);
    EXPECT_EQ(three.total, eur(8389));
}

TEST_F(VendureRecorded, ordersAskedWithOurOwnQuery)
{
    const auto orders = recordedList("own_orders_list");

    ASSERT_EQ(orders.size(), 7u);
    for (const RemoteOrder &order : orders) {
        expectSound(order);
        EXPECT_TRUE(order.problems.empty());
    }
}

TEST_F(VendureRecorded, aCancelledUnitLeavesTheLineBeforeItIsPaidBack)
{
    const RemoteOrder cancelled = recorded("own_order_partly_cancelled");
    EXPECT_EQ(cancelled.lines[1].externalId, "42");
    EXPECT_EQ(cancelled.lines[1].quantity, Quantity::whole(1));                            // of 2
    expectLine(cancelled.lines[0], "41", "VAR-003-red", "42", 3, "22.95", 579, 5207, 989); // 57.86 - 52.07
    EXPECT_EQ(cancelled.total, eur(12973));
    EXPECT_EQ(cancelled.payments[0].amount, eur(18459));
    EXPECT_TRUE(cancelled.refunds.empty());
    expectSound(cancelled);

    const RemoteOrder refunded = recorded("own_order_partly_cancelled_refunded");
    EXPECT_EQ(refunded.total, eur(12973));
    ASSERT_EQ(refunded.refunds.size(), 1u);
    EXPECT_EQ(refunded.refunds[0].amount, eur(2066));
    ASSERT_EQ(refunded.refunds[0].lines.size(), 1u);
    EXPECT_EQ(refunded.refunds[0].lines[0].externalLine, "42");
    EXPECT_TRUE(refunded.refunds[0].lines[0].quantity.isZero());
    EXPECT_EQ(refunded.refunds[0].lines[0].net + refunded.refunds[0].lines[0].tax, eur(2066)); // less than the 54.87 of a unit
    EXPECT_GT(refunded.changedAt, cancelled.changedAt);                                        // though the order's own time stood still
}
