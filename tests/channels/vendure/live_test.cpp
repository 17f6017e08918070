#include "channels/contract.h"
#include "venduretest.h"

#include <QFile>
#include <QProcess>
#include <QThread>
#include <set>

using namespace channels;

namespace {

/// The connector against a real shop, which tests/shops/vendure/with-shop starts; skipped where there is none.
class VendureLive : public testing::Test {
protected:
    void SetUp() override
    {
        QFile file(qEnvironmentVariable("PURSER_TEST_VENDURE"));
        if (file.fileName().isEmpty())
            GTEST_SKIP() << "PURSER_TEST_VENDURE is not set";
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        settings = *Json::parse(file.readAll());
    }

    Access access(bool byKey = false) const
    {
        Access access;
        access.url = settings["admin"].text();
        if (byKey)
            access.secrets = {settings["apiKey"].text(), QString()};
        else
            access.secrets = {settings["user"].text(), settings["password"].text()};
        access.currency = Eur;
        access.clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        access.random = [](int bytes) { return QByteArray(bytes, 'r'); };
        return access;
    }
    std::unique_ptr<Connector> connect(bool byKey = false) { return std::make_unique<vendure::ShopConnector>(http, access(byKey)); }

    static std::vector<RemoteOrder> pull(Connector &connector, std::optional<Instant> from = {})
    {
        const Window window{from, Instant::of(QDateTime::currentDateTimeUtc()).plusSeconds(24 * 3600)};
        std::vector<RemoteOrder> orders;
        QString page;
        do {
            OrderPage read = connector.ordersChanged(window, page);
            orders.insert(orders.end(), read.orders.begin(), read.orders.end());
            page = read.next;
        } while (!page.isEmpty());
        return orders;
    }
    static const RemoteOrder *find(const std::vector<RemoteOrder> &orders, const QString &id)
    {
        for (const RemoteOrder &order : orders)
            if (order.externalId == id)
                return &order;
        return nullptr;
    }
    static std::optional<RemoteProduct> product(Connector &connector, const QString &sku)
    {
        for (const RemoteProduct &product : connector.products({}).products)
            if (product.sku == sku)
                return product;
        return {};
    }

    /// A customer buys; what the shop printed about the order.
    static Json place(const QStringList &what)
    {
        QProcess buyer;
        buyer.start(PURSER_SOURCE_DIR "/tests/shops/vendure/place", what);
        EXPECT_TRUE(buyer.waitForFinished(60'000));
        const auto order = Json::parse(buyer.readAllStandardOutput());
        EXPECT_TRUE(order) << buyer.readAllStandardError().constData();
        return order ? *order : Json();
    }
    /// What a shopkeeper does by hand.
    Json byHand(const QString &document, const Json &variables)
    {
        vendure::Client client(http, access());
        return client.mutate(document, variables);
    }

    Json settings;
    NetworkHttp http{{}};
};

} // namespace

TEST_F(VendureLive, theShopSaysWhoItIsByPasswordAndByKey)
{
    for (const bool byKey : {false, true}) {
        const ShopInfo info = connect(byKey)->probe();
        EXPECT_EQ(info.currency, Eur);
        EXPECT_TRUE(info.taxInclusive);
    }
}

TEST_F(VendureLive, everyOrderIsReadAndAddsUp)
{
    auto connector = connect();

    const auto orders = pull(*connector);

    EXPECT_GE(qint64(orders.size()), settings["orders"].toInteger());
    for (const RemoteOrder &order : orders) {
        EXPECT_TRUE(order.problems.empty()) << qPrintable(order.problems.empty() ? QString() : order.problems[0]);
        expectSound(order);
    }
    const RemoteOrder *cancelled = find(orders, "4");
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->state, RemoteState::Cancelled);
    EXPECT_EQ(cancelled->total, Money(11729, Eur)); // as it was placed
    EXPECT_EQ(cancelled->refunds.at(0).amount, Money(11729, Eur));
    EXPECT_EQ(find(orders, "1")->state, RemoteState::Done);
    EXPECT_EQ(find(orders, "5")->state, RemoteState::Awaiting);
    EXPECT_FALSE(find(orders, "19")); // an open cart
}

TEST_F(VendureLive, aNewOrderWithACouponIsPulledToTheCent)
{
    auto connector = connect();
    const Json placed = place({"401", "VAR-003-red:7", "SIM-010:1", "coupon=TEN", "login=kunde1@example.com"});

    const auto orders = pull(*connector, Instant::of(QDateTime::currentDateTimeUtc()).plusSeconds(-30));

    const RemoteOrder *order = find(orders, placed["id"].text());
    ASSERT_TRUE(order);
    EXPECT_EQ(order->number, placed["code"].text());
    EXPECT_EQ(order->total, Money(placed["totalWithTax"].toInteger(), Eur));
    EXPECT_EQ(order->billing.email, "kunde1@example.com");
    EXPECT_FALSE(order->customerId.isEmpty());
    EXPECT_EQ(order->payments.at(0).amount, order->total);
    expectSound(*order);
    EXPECT_EQ(connector->order(order->externalId).raw.text(), order->raw.text());
}

TEST_F(VendureLive, aPaymentThatIsSettledLaterIsSeen)
{
    auto connector = connect();
    const QString id = place({"402", "SIM-010:1", "settle=false"})["id"].text();
    const auto before = pull(*connector);
    ASSERT_TRUE(find(before, id));
    EXPECT_TRUE(find(before, id)->payments.empty());
    QThread::msleep(1200); // the shop keeps whole seconds
    const Instant since = Instant::of(QDateTime::currentDateTimeUtc());
    QThread::msleep(1200);

    const Json payment = find(before, id)->raw.json()["payments"].at(0)["id"];
    byHand("mutation($id:ID!){settlePayment(id:$id){...on Payment{id} ...on ErrorResult{message}}}", Json::object({{"id", payment}}));

    const auto after = pull(*connector, since);
    ASSERT_TRUE(find(after, id));
    EXPECT_EQ(find(after, id)->state, RemoteState::Processing);
    EXPECT_EQ(find(after, id)->payments.at(0).amount, find(after, id)->total);
    EXPECT_GE(find(after, id)->changedAt, since);
}

TEST_F(VendureLive, stockIsSetAndOneBadVariantDoesNotHoldUpTheOthers)
{
    auto connector = connect();
    const auto one = *product(*connector, "SIM-001");
    const auto two = *product(*connector, "VAR-001-blue");
    const auto level = [](const RemoteProduct &of, qint64 units) {
        return StockLevel{{of.sku, of.externalId, of.externalParent}, Quantity::whole(units), Quantity::whole(units)};
    };
    const std::vector<StockLevel> levels{level(one, 31), {{"GONE", "99999", ""}, Quantity::whole(1), Quantity::whole(1)}, level(two, 17)};

    for (int time = 0; time < 2; ++time) {
        const auto results = connector->setStock(levels);
        EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
        EXPECT_FALSE(results[1].done);
        EXPECT_TRUE(results[1].message.contains("99999"));
        EXPECT_TRUE(results[2].done) << qPrintable(results[2].message);
    }
    EXPECT_EQ(product(*connector, "SIM-001")->stock, Quantity::whole(31));
    EXPECT_EQ(product(*connector, "VAR-001-blue")->stock, Quantity::whole(17));
}

TEST_F(VendureLive, priceIsSetAsTheBuyerSeesIt)
{
    auto connector = connect();
    const auto before = *product(*connector, "SIM-002");

    const auto results = connector->setPrices({{{before.sku, before.externalId, before.externalParent}, *UnitPrice::parse(u"19.99", Eur)}});

    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_EQ(product(*connector, "SIM-002")->price->toString(), "19.99");
}

TEST_F(VendureLive, aShipmentIsToldOnceHoweverOftenItIsTold)
{
    const QString id = place({"403", "SIM-010:2"})["id"].text();
    auto connector = connect();
    const RemoteOrder order = connector->order(id);
    const ShipmentNotice first{id, "SH-0000001", "DHL", "00340434", {{order.lines[0].externalId, Quantity::whole(1)}}, false};
    const ShipmentNotice second{id, "SH-0000002", "DHL", "00340435", {{order.lines[0].externalId, Quantity::whole(1)}}, true};

    const ItemResult told = connector->tellShipment(first);
    const ItemResult again = connect()->tellShipment(first);
    EXPECT_TRUE(told.done) << qPrintable(told.message);
    EXPECT_TRUE(again.done) << qPrintable(again.message);
    EXPECT_EQ(told.externalId, again.externalId);
    EXPECT_EQ(connector->order(id).shopState, "PartiallyShipped");

    EXPECT_TRUE(connector->tellShipment(second).done);
    EXPECT_TRUE(connector->tellShipment(second).done);
    EXPECT_EQ(connector->order(id).state, RemoteState::Done);
    EXPECT_EQ(connector->order(id).raw.json()["fulfillments"].items().size(), 2u);

    const ItemResult tooMany = connector->tellShipment({id, "SH-0000003", "DHL", "", {{order.lines[0].externalId, Quantity::whole(1)}}, true});
    EXPECT_FALSE(tooMany.done);
    EXPECT_FALSE(tooMany.message.isEmpty());
}

TEST_F(VendureLive, aCancelledAndRefundedUnitIsSeen)
{
    auto connector = connect();
    const QString id = place({"404", "SIM-010:2", "VAR-003-red:1"})["id"].text();
    const RemoteOrder before = connector->order(id);
    const QString line = before.lines[0].externalId;
    const Money unit = share(before.lines[0].net + before.lines[0].tax, Quantity::whole(1), before.lines[0].quantity);
    const Json units = JsonArray{Json::object({{"orderLineId", line}, {"quantity", 1}})};
    QThread::msleep(1200);
    const Instant since = Instant::of(QDateTime::currentDateTimeUtc());
    QThread::msleep(1200);

    byHand("mutation($input:CancelOrderInput!){cancelOrder(input:$input){...on Order{id} ...on ErrorResult{message}}}",
           Json::object({{"input", Json::object({{"orderId", id}, {"lines", units}, {"reason", "x"}})}}));
    const Json refund = byHand(
        "mutation($input:RefundOrderInput!){refundOrder(input:$input){...on Refund{id} ...on ErrorResult{message}}}",
        Json::object(
            {{"input",
              Json::object(
                  {{"paymentId", before.payments[0].externalId}, {"amount", unit.minor()}, {"lines", units}, {"shipping", 0}, {"adjustment", 0}})}}));
    byHand("mutation($input:SettleRefundInput!){settleRefund(input:$input){...on Refund{id} ...on ErrorResult{message}}}",
           Json::object({{"input", Json::object({{"id", refund["refundOrder"]["id"]}, {"transactionId", "R1"}})}}));

    const auto changed = pull(*connector, since);
    const RemoteOrder *after = find(changed, id);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->total, before.total - unit);
    EXPECT_EQ(after->payments.at(0).amount, before.total);
    EXPECT_EQ(after->refunds.at(0).amount, unit);
    EXPECT_TRUE(after->refunds[0].lines.at(0).quantity.isZero());
    expectSound(*after);
}

TEST_F(VendureLive, aProductIsMadeOnceAndItsPictureIsSentOnce)
{
    ProductContent content;
    content.listing.sku = "LIVE-1";
    content.name = QString::fromUtf8("Größe & <b>");
    content.description = "<p>New</p>";
    content.taxClass = "reduced";
    content.price = *UnitPrice::parse(u"10.70", Eur);
    content.available = Quantity::whole(4);
    ImageContent image;
    image.sha256 = "00112233445566778899aabbccddeeff";
    image.mediaType = "image/png";
    image.name = "dot.png";
    image.bytes = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    content.images = {image};

    const auto first = connect()->saveProducts({content});
    const auto second = connect()->saveProducts({content}); // as if the answer had been lost

    ASSERT_TRUE(first[0].done) << qPrintable(first[0].message);
    ASSERT_TRUE(second[0].done) << qPrintable(second[0].message);
    EXPECT_EQ(first[0].message, "");
    EXPECT_EQ(first[0].externalId, second[0].externalId);
    EXPECT_EQ(first[0].imageIds.at(0).second, second[0].imageIds.at(0).second);
    auto connector = connect();
    const auto made = product(*connector, "LIVE-1");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->name, QString::fromUtf8("Größe & <b>"));
    EXPECT_EQ(made->stock, Quantity::whole(4));
    EXPECT_EQ(made->price->toString(), "10.70");
}
