#include "storeclient.h"

using namespace channels::practicestore;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

Json recorded(const char *name)
{
    QFile file(QStringLiteral(PURSER_SOURCE_DIR "/tests/channels/woocommerce/recorded/%1.json").arg(q(name)));
    if (!file.open(QFile::ReadOnly)) {
        ADD_FAILURE() << "there is no recording " << name;
        return {};
    }
    const auto json = Json::parse(file.readAll());
    return json ? (*json)["body"] : Json();
}

const char *typeOf(const Json &json)
{
    return json.isNull()     ? "null"
           : json.isBool()   ? "bool"
           : json.isNumber() ? "number"
           : json.isString() ? "text"
           : json.isArray()  ? "list"
                             : "object";
}

/// Every member that the real shop sent is there, of the same type, and no other. Null fits anything: it stands for what is not set.
/// Of lists the first things are compared; what plugins and languages put into them may differ.
void compare(const Json &real, const Json &ours, const QString &place)
{
    if (real.isNull() || ours.isNull())
        return;
    ASSERT_STREQ(typeOf(ours), typeOf(real)) << qPrintable(place);
    if (real.isArray() && !real.items().empty() && !ours.items().empty())
        compare(real.at(0), ours.at(0), place + u'/');
    for (const auto &[name, value] : real.members()) {
        EXPECT_TRUE(ours.contains(name)) << qPrintable(place + u'.' + name) << " is missing";
        compare(value, ours[name], place + u'.' + name);
    }
    for (const auto &[name, value] : ours.members())
        EXPECT_TRUE(real.contains(name)) << qPrintable(place + u'.' + name) << " is not in the real shop";
}

QString orderOf(StoreClient &client, const char *coupon = "")
{
    Purchase purchase;
    purchase.items = {{q("V60-02"), 2}, {q("APRON-OLV-L")}};
    purchase.billing = StoreClient::buyer();
    purchase.coupon = q(coupon);
    return QStringLiteral("orders/%1").arg(*client.store->placeOrder(purchase));
}

} // namespace

TEST(PracticeStoreShape, ordersLookLikeTheRealOnes)
{
    StoreClient client;
    const QString path = orderOf(client);

    compare(recorded("order_single"), client.get(path), q("order"));
    compare(recorded("order_with_coupon"), client.get(orderOf(client, "ten")), q("order with coupon"));
    client.post(path + "/refunds", StoreClient::parsed(R"({"amount":"1.00","api_refund":false})"));
    compare(recorded("order_with_refund"), client.get(path), q("order with refund"));
    compare(recorded("error_order_bad_product"), client.post("orders", StoreClient::parsed(R"({"line_items":[{"product_id":999999}]})")),
            q("odd order"));
}

TEST(PracticeStoreShape, productsAndVariationsLookLikeTheRealOnes)
{
    StoreClient client;
    const QString drip = QStringLiteral("products/%1").arg(client.store->product(q("V60-02"))->id);
    const qint64 family = client.store->product(q("APRON"))->id;
    client.put(drip, StoreClient::parsed(R"({"images":[{"src":"http://images.example/a.png"}],"meta_data":[{"key":"_erp_id","value":"E1"}]})"));

    compare(recorded("product_simple_with_image").at(0), client.get(drip), q("product"));
    compare(recorded("product_variable"), client.get(QStringLiteral("products/%1").arg(family)), q("family"));
    compare(recorded("product_variations"), client.get(QStringLiteral("products/%1/variations").arg(family)), q("variations"));
    const auto batch = [&](qint64 id) {
        return Json::object({{"update", JsonArray{Json::object({{"id", id}, {"stock_quantity", 3}}), Json::object({{"id", 999999}})}}});
    };
    const Json products = client.post("products/batch", batch(client.store->product(q("V60-02"))->id));
    compare(recorded("batch_stock_update_mixed")["update"].at(0), products["update"].at(0), q("changed product"));
    compare(recorded("batch_stock_update_mixed")["update"].at(1), products["update"].at(1), q("refused product"));
    const Json variations =
        client.post(QStringLiteral("products/%1/variations/batch").arg(family), batch(client.store->product(q("APRON-OLV-L"))->id));
    compare(recorded("batch_variations")["update"].at(0), variations["update"].at(0), q("changed variation"));
}

TEST(PracticeStoreShape, refundsNotesAndFulfilmentsLookLikeTheRealOnes)
{
    StoreClient client;
    const QString path = orderOf(client);
    const QString line = client.get(path)["line_items"].at(0)["id"].text();

    compare(
        recorded("refund_create"),
        client.post(
            path + "/refunds",
            StoreClient::parsed(
                QStringLiteral(
                    R"({"api_refund":false,"line_items":[{"id":%1,"quantity":1,"refund_total":19.90,"refund_tax":[{"id":1,"refund_total":3.78}]}]})")
                    .arg(line)
                    .toUtf8())),
        q("refund"));
    compare(recorded("order_refunds_list"), client.get(path + "/refunds"), q("refunds"));
    compare(recorded("order_note_create"), client.post(path + "/notes", StoreClient::parsed(R"({"note":"x","customer_note":true})")), q("note"));
    const Json body =
        StoreClient::parsed(R"({"status":"fulfilled","is_fulfilled":true,"meta_data":[{"key":"_items","value":[{"item_id":1,"qty":1}]}]})");
    compare(recorded("fulfillment_create"), client.post(path + "/fulfillments", body), q("fulfilment"));
    compare(recorded("fulfillments_list"), client.get(path + "/fulfillments"), q("fulfilments"));
}

TEST(PracticeStoreShape, taxesCustomersAndSettingsLookLikeTheRealOnes)
{
    StoreClient client;

    compare(recorded("taxes"), client.get("taxes"), q("taxes"));
    compare(recorded("customers"), client.get("customers"), q("customers"));
    compare(recorded("settings_general").at(0), client.get("settings/general").at(0), q("setting"));
}

TEST(PracticeStoreShape, refusalsAreTheRealOnes)
{
    StoreClient client;
    const QString refunds = QStringLiteral("orders/%1/refunds").arg(client.buy({{q("V60-02")}}, "cod"));

    EXPECT_EQ(client.http.send(client.unsignedCall("GET", "orders")).body, recorded("error_no_auth").toJson());
    EXPECT_EQ(client.get("orders/999999").toJson(), recorded("error_order_404").toJson());
    EXPECT_EQ(client.get("orders", {{"per_page", "101"}}).toJson(), recorded("error_per_page").toJson());
    EXPECT_EQ(client.post(refunds, StoreClient::parsed(R"({"amount":"1.00"})")).toJson(), recorded("error_refund_gateway").toJson());
    channels::Request broken = client.unsignedCall("POST", "products");
    broken.body = "{bad";
    EXPECT_EQ(client.http.send(client.sign(broken)).body, recorded("error_bad_json").toJson());
}
