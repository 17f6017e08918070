#include "storeclient.h"

#include <QSet>

using namespace channels::practicestore;

namespace {

using Options = PracticeStore::Options;

QString q(const char *text) { return QString::fromUtf8(text); }

Options inclusive()
{
    Options options;
    options.settings.pricesIncludeTax = true;
    return options;
}

} // namespace

TEST(PracticeStoreOrders, aTaxInclusiveOrderAddsUpLikeTheRecordedOne)
{
    StoreClient client(inclusive());
    client.article("RND", "9.99");
    Purchase purchase;
    purchase.items = {{q("RND"), 7}};
    purchase.billing = StoreClient::buyer();
    purchase.coupon = q("ten");
    const auto placed = client.store->placeOrder(purchase);

    const Json order = client.get(QStringLiteral("orders/%1").arg(*placed));

    const Json &line = order["line_items"].at(0);
    EXPECT_EQ(line["subtotal"].text(), "58.76");
    EXPECT_EQ(line["subtotal_tax"].text(), "11.17");
    EXPECT_EQ(line["total"].text(), "52.89");
    EXPECT_EQ(line["total_tax"].text(), "10.05");
    EXPECT_EQ(line["price"].text(), "7.555822285714286");
    EXPECT_TRUE(line["price"].isNumber());
    EXPECT_EQ(order["discount_total"].text(), "5.87");
    EXPECT_EQ(order["discount_tax"].text(), "1.12");
    EXPECT_EQ(order["shipping_total"].text(), "4.12");
    EXPECT_EQ(order["shipping_tax"].text(), "0.78");
    EXPECT_EQ(order["total_tax"].text(), "10.83");
    EXPECT_EQ(order["total"].text(), "67.84");
    EXPECT_EQ(order["coupon_lines"].at(0)["code"].text(), "ten");
    EXPECT_EQ(order["tax_lines"].at(0)["rate_percent"].text(), "19");
    const Json fine = client.get(QStringLiteral("orders/%1").arg(*placed), {{"dp", "4"}});
    EXPECT_EQ(fine["line_items"].at(0)["subtotal"].text(), "58.7647");
    EXPECT_EQ(fine["line_items"].at(0)["subtotal_tax"].text(), "11.1700");
}

TEST(PracticeStoreOrders, aTaxExclusiveOrderOfTwoRatesAddsUp)
{
    StoreClient client;
    Purchase purchase;
    purchase.items = {{q("V60-02"), 3}, {q("ESP-HOUSE-250"), 5}}; // 3 x 19.90 at 19 %, 5 x 5.20 at 7 %
    purchase.billing = StoreClient::buyer();
    purchase.fee = Amount::cents(390);
    purchase.feeName = q("Cash on delivery");

    const Json order = client.get(QStringLiteral("orders/%1").arg(*client.store->placeOrder(purchase)));

    EXPECT_EQ(order["line_items"].at(0)["total"].text(), "59.70");
    EXPECT_EQ(order["line_items"].at(0)["total_tax"].text(), "11.34");
    EXPECT_EQ(order["line_items"].at(1)["total"].text(), "26.00");
    EXPECT_EQ(order["line_items"].at(1)["total_tax"].text(), "1.82");
    EXPECT_EQ(order["fee_lines"].at(0)["total_tax"].text(), "0.74");
    EXPECT_EQ(order["tax_lines"].items().size(), 2u);
    EXPECT_EQ(order["tax_lines"].at(0)["tax_total"].text(), "12.08");
    EXPECT_EQ(order["total"].text(), "108.40"); // 59.70 + 26.00 + 3.90 + 4.12 and 11.34 + 1.82 + 0.74 + 0.78
    EXPECT_FALSE(order["prices_include_tax"].toBool());
}

TEST(PracticeStoreOrders, everyRandomOrderAddsUp)
{
    for (const bool withTax : {false, true}) {
        Options options;
        options.settings.pricesIncludeTax = withTax;
        StoreClient client(options);
        client.store->takeRandomOrders(100);
        const auto cents = [](const Json &json) { return Amount::parse(json.text()).toCents(); };

        const Json orders = client.get("orders", {{"per_page", "100"}});

        ASSERT_EQ(orders.items().size(), 100u);
        for (const Json &order : orders.items()) {
            qint64 sum = cents(order["total_tax"]);
            qint64 taxLines = 0;
            for (const char *rows : {"line_items", "shipping_lines", "fee_lines"})
                for (const Json &row : order[rows].items())
                    sum += cents(row["total"]);
            for (const Json &tax : order["tax_lines"].items())
                taxLines += cents(tax["tax_total"]) + cents(tax["shipping_tax_total"]);
            EXPECT_EQ(sum, cents(order["total"])) << order.toJson().constData();
            EXPECT_EQ(taxLines, cents(order["total_tax"])) << order["id"].text().toStdString();
        }
    }
}

TEST(PracticeStoreOrders, randomOrdersAreMixedAndTheSameForTheSameSeed)
{
    StoreClient client;
    StoreClient twin;
    client.store->takeRandomOrders(80);
    twin.store->takeRandomOrders(80);
    int guests = 0;
    int coupons = 0;
    int fees = 0;
    int variations = 0;
    int strangers = 0;
    QSet<QString> countries;

    for (const Order &order : client.store->orders()) {
        guests += order.customer == 0;
        coupons += !order.couponLines.empty();
        fees += !order.feeLines.empty();
        countries.insert(order.billing.country);
        for (const OrderLine &line : order.lines) {
            variations += line.variation != 0;
            strangers += line.sku.startsWith(QStringLiteral("LOCAL-"));
        }
    }

    EXPECT_GT(guests, 10);
    EXPECT_LT(guests, 75);
    EXPECT_GT(coupons, 3);
    EXPECT_GT(fees, 3);
    EXPECT_GT(variations, 10);
    EXPECT_GT(strangers, 0);
    EXPECT_GE(countries.size(), 3);
    EXPECT_EQ(client.get("orders").toJson().replace(client.store->url().toUtf8(), ""),
              twin.get("orders").toJson().replace(twin.store->url().toUtf8(), ""));
}

TEST(PracticeStoreOrders, randomBuyersGoHomeWhenNothingIsLeftUnlessTheShelvesAreFilled)
{
    StoreClient client;
    client.store->change([](Shop &shop) {
        for (auto &[id, product] : shop.products)
            product.stock = product.sku == QLatin1String("V60-02") ? 3 : 0;
    });

    EXPECT_LE(client.store->takeRandomOrders(20).size(), 3u);
    EXPECT_EQ(client.store->product(q("V60-02"))->stock, 0);
    EXPECT_EQ(client.store->takeRandomOrders(20, true).size(), 20u);
}

TEST(PracticeStoreOrders, aBuyerAbroadPaysHisOwnTaxes)
{
    StoreClient client(inclusive());
    client.article("X", "119.00"); // 100.00 without the 19 % of home
    const auto orderFrom = [&](const char *country, const char *state) {
        Purchase purchase;
        purchase.items = {{q("X")}};
        purchase.billing = StoreClient::buyer(country, state);
        return client.get(QStringLiteral("orders/%1").arg(*client.store->placeOrder(purchase)))["line_items"].at(0);
    };

    const Json austria = orderFrom("AT", "");
    EXPECT_EQ(austria["total"].text(), "100.00");
    EXPECT_EQ(austria["total_tax"].text(), "20.00");
    const Json quebec = orderFrom("CA", "QC");
    EXPECT_EQ(quebec["taxes"].items().size(), 2u);
    EXPECT_EQ(quebec["taxes"].at(0)["total"].text(), "5.00");
    EXPECT_EQ(quebec["taxes"].at(1)["total"].text(), "9.97") << "half a cent of 9.975 goes to the buyer where prices include tax";
}

TEST(PracticeStoreOrders, textsComeBackEscapedAndEmojiSurvive)
{
    StoreClient client;
    Purchase purchase;
    purchase.items = {{q("CUP-ESP-6")}};
    purchase.billing = StoreClient::buyer();
    purchase.note = q("☕ & \"more\"");

    const Json order = client.get(QStringLiteral("orders/%1").arg(*client.store->placeOrder(purchase)));

    EXPECT_EQ(order["line_items"].at(0)["name"].text(), q("Espresso cup &amp; saucer, 6 pcs"));
    EXPECT_EQ(order["billing"]["company"].text(), q("ACME &amp; Söhne GmbH"));
    EXPECT_EQ(order["customer_note"].text(), q("☕ & \"more\""));
    EXPECT_EQ(order["customer_id"].text(), "0");
}

TEST(PracticeStoreOrders, timesAreLocalAndGmtWithoutAZone)
{
    StoreClient client;

    const Json order = client.get(QStringLiteral("orders/%1").arg(client.buy({{q("V60-02")}}, "cod")));

    EXPECT_EQ(order["date_created"].text(), "2030-01-15T12:00:00");
    EXPECT_EQ(order["date_created_gmt"].text(), "2030-01-15T11:00:00");
    EXPECT_EQ(order["status"].text(), "processing");
    EXPECT_TRUE(order["date_paid"].isNull()) << "cash on delivery is not paid yet";
}

TEST(PracticeStoreOrders, everyWriteMovesTheDateOfChangeAndANoteDoesNot)
{
    StoreClient client;
    const qint64 id = client.buy({{q("V60-02")}});
    const QString path = QStringLiteral("orders/%1").arg(id);

    client.now = client.now.plusSeconds(60);
    client.post(path + "/notes", StoreClient::parsed(R"({"note":"Shipped","customer_note":true})"));
    EXPECT_EQ(client.last.status, 201);
    EXPECT_EQ(client.get(path)["date_modified_gmt"].text(), "2030-01-15T11:00:00");
    client.put(path, StoreClient::parsed("{}"));

    EXPECT_EQ(client.get(path)["date_modified_gmt"].text(), "2030-01-15T11:01:00");
    EXPECT_EQ(client.get(path + "/notes").at(0)["note"].text(), "Shipped");
}

TEST(PracticeStoreOrders, stockFollowsTheStatus)
{
    StoreClient client;
    const auto stock = [&] { return client.store->product(q("V60-02"))->stock; };
    const int before = stock();
    const Json order = client.post("orders", StoreClient::parsed(R"({"line_items":[{"sku":"V60-02","quantity":3}]})"));
    const QString path = QStringLiteral("orders/%1").arg(order["id"].text());

    EXPECT_EQ(order["status"].text(), "pending");
    EXPECT_EQ(stock(), before) << "pending takes nothing";
    for (const auto &[status, taken] : {std::pair{"on-hold", 3}, std::pair{"processing", 3}, std::pair{"cancelled", 0}, std::pair{"completed", 3}}) {
        client.put(path, Json::object({{"status", status}}));
        EXPECT_EQ(stock(), before - taken) << status;
    }
    EXPECT_EQ(client.get(path)["date_completed_gmt"].text(), "2030-01-15T11:00:00");
    client.put(
        path, StoreClient::parsed(QStringLiteral(R"({"line_items":[{"id":%1,"quantity":5}]})").arg(order["line_items"].at(0)["id"].text()).toUtf8()));
    EXPECT_EQ(stock(), before - 5) << "a changed quantity moves stock";
}

TEST(PracticeStoreOrders, aSaleChangesTheProductAndItsFamily)
{
    StoreClient client;
    client.now = client.now.plusSeconds(3600);

    client.buy({{q("APRON-BLK-M")}});

    const Json changed = client.get("products", {{"modified_after", "2030-01-15T11:30:00"}, {"dates_are_gmt", "true"}});
    ASSERT_EQ(changed.items().size(), 1u);
    EXPECT_EQ(changed.at(0)["sku"].text(), "APRON");
    const Json variation = client.get("products", {{"sku", "APRON-BLK-M"}}).at(0);
    EXPECT_EQ(variation["parent_id"].text(), changed.at(0)["id"].text());
    EXPECT_EQ(variation["stock_quantity"].text(), "24");
}

TEST(PracticeStoreOrders, ordersOverTheInterfaceOversellAndTheCheckOutRefuses)
{
    StoreClient client;
    client.article("FEW", "10.00", 2);
    Purchase purchase;
    purchase.items = {{q("FEW"), 3}};

    EXPECT_EQ(client.store->placeOrder(purchase).error().code, "no_stock");
    client.post("orders", StoreClient::parsed(R"({"status":"processing","line_items":[{"sku":"FEW","quantity":9}]})"));

    EXPECT_EQ(client.store->product(q("FEW"))->stock, -7);
}

TEST(PracticeStoreOrders, oddOrdersAreTakenSilently)
{
    StoreClient client;

    const Json unknown =
        client.post("orders", StoreClient::parsed(R"({"billing":{"country":"XX"},"line_items":[{"product_id":999999,"quantity":1}]})"));

    EXPECT_EQ(client.last.status, 201);
    EXPECT_EQ(unknown["line_items"].at(0)["product_id"].text(), "0");
    EXPECT_TRUE(unknown["line_items"].at(0)["sku"].isNull());
    EXPECT_EQ(unknown["total"].text(), "0.00");
    const QString path = QStringLiteral("orders/%1").arg(unknown["id"].text());
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"total":"99.00"})"))["total"].text(), "0.00") << "a total is ignored";
    EXPECT_EQ(client.put(path, StoreClient::parsed(R"({"status":"shipped"})"))["data"]["details"]["status"]["code"].text(), "rest_not_in_enum");
    EXPECT_EQ(client.put("orders/4711", StoreClient::parsed("{}"))["code"].text(), "woocommerce_rest_shop_order_invalid_id");
    EXPECT_EQ(client.last.status, 404);
}

TEST(PracticeStoreOrders, aRefundKeepsTheTotalAndMayRestock)
{
    StoreClient client;
    const qint64 id = client.buy({{q("V60-02"), 3}});
    const QString path = QStringLiteral("orders/%1").arg(id);
    const QString line = client.get(path)["line_items"].at(0)["id"].text();
    client.now = client.now.plusSeconds(60);

    const Json refund =
        client.post(path + "/refunds", StoreClient::parsed(QStringLiteral(R"({"reason":"damaged","api_refund":false,"api_restock":true,
        "line_items":[{"id":%1,"quantity":1,"refund_total":19.90,"refund_tax":[{"id":1,"refund_total":3.78}]}]})")
                                                               .arg(line)
                                                               .toUtf8()));

    EXPECT_EQ(client.last.status, 201);
    EXPECT_EQ(refund["amount"].text(), "23.68");
    EXPECT_EQ(refund["line_items"].at(0)["quantity"].text(), "-1");
    EXPECT_EQ(refund["line_items"].at(0)["total"].text(), "-19.90");
    EXPECT_EQ(refund["line_items"].at(0)["meta_data"].at(0)["value"].text(), line);
    const Json order = client.get(path);
    EXPECT_EQ(order["total"].text(), "75.94"); // 59.70 + 11.34 + 4.12 + 0.78
    EXPECT_EQ(order["status"].text(), "processing");
    EXPECT_EQ(order["refunds"].at(0)["total"].text(), "-23.68");
    EXPECT_EQ(order["date_modified_gmt"].text(), "2030-01-15T11:01:00");
    EXPECT_EQ(client.store->product(q("V60-02"))->stock, 34 - 2);
    EXPECT_EQ(client.get("refunds").at(0)["parent_id"].toInteger(), id);
}

TEST(PracticeStoreOrders, impossibleRefundsAreErrorsOfTheServerThatRepeatingDoesNotCure)
{
    StoreClient client;
    const QString path = QStringLiteral("orders/%1/refunds").arg(client.buy({{q("V60-02")}}, "bacs"));

    const Json gateway = client.post(path, StoreClient::parsed(R"({"amount":"1.00"})"));
    EXPECT_EQ(client.last.status, 500);
    EXPECT_TRUE(gateway["message"].text().contains("does not support automatic refunds"));
    EXPECT_TRUE(gateway["data"].isNumber());
    for (const char *amount : {"99999", "0"}) {
        const Json refused = client.post(path, Json::object({{"amount", amount}, {"api_refund", false}}));
        EXPECT_EQ(client.last.status, 500) << amount;
        EXPECT_EQ(refused["message"].text(), "Invalid refund amount.");
    }
}

TEST(PracticeStoreOrders, refundingAllOfItMakesTheOrderRefunded)
{
    StoreClient client;
    const QString path = QStringLiteral("orders/%1").arg(client.buy({{q("V60-02")}}));
    const QString total = client.get(path)["total"].text();

    client.post(path + "/refunds", Json::object({{"amount", total}, {"api_refund", false}}));

    EXPECT_EQ(client.get(path)["status"].text(), "refunded");
    const QString other = QStringLiteral("orders/%1").arg(client.buy({{q("V60-02")}}));
    client.put(other, StoreClient::parsed(R"({"status":"refunded"})"));
    const Json refund = client.get(other + "/refunds").at(0);
    EXPECT_EQ(refund["amount"].text(), total) << "the status alone refunds everything, without lines";
    EXPECT_TRUE(refund["line_items"].items().empty());
    EXPECT_EQ(client.get(other)["refunds"].at(0)["total_tax"].text(), "0.00");
}

TEST(PracticeStoreOrders, fulfilmentsAreThereOnlyWhereTheyAreSwitchedOn)
{
    StoreClient client;
    const QString path = QStringLiteral("orders/%1/fulfillments").arg(client.buy({{q("V60-02"), 2}}));
    const Json body = StoreClient::parsed(R"({"status":"fulfilled","is_fulfilled":true,"meta_data":[{"key":"_items","value":[{"item_id":1,"qty":5}]},
        {"key":"_tracking_number","value":"00340434161094042557"}]})");

    const Json made = client.post(path, body);
    EXPECT_EQ(client.last.status, 201) << "the quantity is not checked";
    EXPECT_TRUE(made["is_fulfilled"].isBool());
    const Json listed = client.get(path).at(0);
    EXPECT_EQ(listed["is_fulfilled"].text(), "1");
    EXPECT_EQ(listed["meta_data"].at(1)["value"].text(), "00340434161094042557");

    client.store->change([](Shop &shop) { shop.settings.fulfilments = false; });
    EXPECT_EQ(client.post(path, body)["code"].text(), "rest_no_route");
    EXPECT_EQ(client.last.status, 404);
}
