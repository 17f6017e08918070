#include "wootest.h"

using namespace channels;

namespace {

const Window hour{Instant::parse("2026-11-23T11:00:00Z"), *Instant::parse("2026-11-23T12:00:00Z")};

QByteArray headerOf(const Request &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers)
        if (key == name)
            return value;
    return {};
}

class WooClient : public WooTest {
protected:
    Failure failureOn(Response response)
    {
        http.then(std::move(response));
        try {
            shop.ordersChanged(hour, {});
        } catch (const Failure &failure) {
            return failure;
        }
        ADD_FAILURE() << "no failure";
        return {Failure::Kind::Cancelled, {}};
    }
};

} // namespace

TEST_F(WooClient, showsTheKeysInAHeaderOverTls)
{
    http.then(answer(JsonArray()));

    shop.ordersChanged(hour, {});

    EXPECT_EQ(request(0).url, "https://shop.example/wp-json/wc/v3/orders");
    EXPECT_EQ(headerOf(request(0), "Authorization"), "Basic " + QByteArray("ck_test:cs_top-secret").toBase64());
    EXPECT_EQ(queryOf(request(0), "consumer_key"), "");
}

TEST_F(WooClient, showsThemInTheQueryWhereTheServerDropsTheHeader)
{
    http.then(answer(JsonArray()));

    connect(Json::object({{"auth", "query"}})).ordersChanged(hour, {});

    EXPECT_EQ(queryOf(request(0), "consumer_key"), "ck_test");
    EXPECT_EQ(queryOf(request(0), "consumer_secret"), "cs_top-secret");
    EXPECT_EQ(headerOf(request(0), "Authorization"), "");
}

TEST_F(WooClient, signsOverPlainHttpAndNeverSendsTheSecret)
{
    http.then(answer(JsonArray()));

    connect(Json::object({{"auth", "query"}}), "http://shop.example/").ordersChanged(hour, {});

    EXPECT_EQ(queryOf(request(0), "oauth_consumer_key"), "ck_test");
    EXPECT_EQ(queryOf(request(0), "oauth_signature_method"), "HMAC-SHA256");
    EXPECT_EQ(queryOf(request(0), "oauth_timestamp"), "1795435200");
    EXPECT_EQ(queryOf(request(0), "oauth_nonce"), "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a");
    EXPECT_FALSE(Http::encodeQuery(request(0).query).contains("top-secret"));
    EXPECT_EQ(headerOf(request(0), "Authorization"), "");
}

TEST_F(WooClient, signsTheAddressThatTheShopKnowsItselfBy)
{
    http.then(answer(JsonArray()));

    connect(Json::object({{"home", "https://localhost:8443"}}), "http://localhost:8080").ordersChanged(hour, {});

    woocommerce::Query plain = request(0).query;
    const QString signature = plain.back().second;
    plain.resize(plain.size() - 6);
    const auto expected = woocommerce::signedQuery("GET", "http://localhost:8443/wp-json/wc/v3/orders", plain,
                                                   {"ck_test", "cs_top-secret", 1'795'435'200, QByteArray(16, '\x5a').toHex()});
    EXPECT_EQ(request(0).url, "http://localhost:8080/wp-json/wc/v3/orders");
    EXPECT_EQ(signature, expected.back().second);
}

TEST_F(WooClient, signsAnewWhenARepetitionUsedTheNonceUp)
{
    http
        .then(answer(
            jsonText(
                "{'code':'woocommerce_rest_authentication_error','message':'Invalid nonce - nonce has already been used.','data':{'status':401}}"),
            401))
        .then(answer(JsonArray()));

    connect(Json::object(), "http://shop.example").ordersChanged(hour, {});

    EXPECT_EQ(http.left(), 0u);
}

TEST_F(WooClient, takesTheAddressAsPeoplePasteIt)
{
    for (const char *address : {"https://shop.example/", " https://shop.example/wp-json/wc/v3/ ", "https://shop.example/wp-json"}) {
        http.then(answer(JsonArray()));
        connect(Json::object(), address).ordersChanged(hour, {});
        EXPECT_EQ(http.requests.back().url, "https://shop.example/wp-json/wc/v3/orders");
    }
}

TEST_F(WooClient, aShopInASubfolderIsCalledThere)
{
    http.then(answer(JsonArray()));

    connect(Json::object(), "https://example.org/shop").ordersChanged(hour, {});

    EXPECT_EQ(request(0).url, "https://example.org/shop/wp-json/wc/v3/orders");
}

TEST_F(WooClient, refusalsOfTheKeysAreDeniedInTheShopsWords)
{
    const Failure wrong = failureOn(recordedAnswer("woocommerce/recorded/error_bad_secret.json"));
    EXPECT_EQ(wrong.kind, Failure::Kind::Denied);
    EXPECT_EQ(wrong.text(), "Consumer secret is invalid.");

    // An unknown key, no key and a key that the server hides look the same: the message says what else it may be.
    const Failure unknown = failureOn(recordedAnswer("woocommerce/recorded/error_bad_key.json"));
    EXPECT_EQ(unknown.kind, Failure::Kind::Denied);
    EXPECT_TRUE(unknown.text().startsWith("Sorry, you cannot list resources."));
    EXPECT_TRUE(unknown.text().contains("auth = query"));

    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_no_auth.json")).kind, Failure::Kind::Denied);
    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_read_key_write.json")).text(),
              "The API key provided does not have write permissions.");
}

TEST_F(WooClient, maintenanceIsAPageForPeopleAndMeansLater)
{
    const Failure failure = failureOn(recordedAnswer("woocommerce/recorded/error_maintenance_503.json"));

    EXPECT_EQ(failure.kind, Failure::Kind::Busy);
    EXPECT_EQ(failure.retryAfterSeconds, 600);
    EXPECT_FALSE(failure.text().contains('<'));
}

TEST_F(WooClient, refusalsOfARequestNameTheReason)
{
    const Failure orderby = failureOn(recordedAnswer("woocommerce/recorded/error_orderby.json"));
    EXPECT_EQ(orderby.kind, Failure::Kind::Rejected);
    EXPECT_EQ(orderby.code, "rest_invalid_param");
    EXPECT_EQ(orderby.text(), "Invalid parameter(s): orderby");

    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_per_page.json")).kind, Failure::Kind::Rejected);
    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_bad_json.json")).kind, Failure::Kind::Rejected);
    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_invalid_param.json")).kind, Failure::Kind::Rejected);
    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_order_404.json")).status, 404);
    EXPECT_EQ(failureOn(recordedAnswer("woocommerce/recorded/error_no_route.json")).code, "rest_no_route");
}

TEST_F(WooClient, an500ThatSaysWhyIsFinalWhetherItsDataIsANumberOrAnObject)
{
    const Failure gateway = failureOn(recordedAnswer("woocommerce/recorded/error_refund_gateway.json"));
    EXPECT_EQ(gateway.kind, Failure::Kind::Rejected);
    EXPECT_EQ(gateway.text(), "The payment gateway for this order does not support automatic refunds.");

    const Failure crash = failureOn(
        answer(jsonText("{'code':'internal_server_error','message':'<p>There has been a critical error.</p>','data':{'status':500}}"), 500));
    EXPECT_EQ(crash.kind, Failure::Kind::Broken);
    EXPECT_EQ(crash.text(), "There has been a critical error.");
}

TEST_F(WooClient, anHtmlPageWithStatus200IsBroken)
{
    EXPECT_EQ(failureOn(answer(QByteArray("<html>Welcome to your new site</html>"))).kind, Failure::Kind::Broken);
}

TEST_F(WooClient, aFirewallThatKnowsNoPutIsServedWithPost)
{
    http.then(answer(QByteArray("<html></html>"), 501)).then(answer(jsonText("{'id':10,'images':[]}")));

    const auto results = shop.saveProducts({{{"MUG", "10", ""}, "Mug", "", "", "", {}, "", {}, {}, {}}});

    EXPECT_TRUE(results[0].done) << qPrintable(results[0].message);
    EXPECT_EQ(request(0).method, "PUT");
    EXPECT_EQ(request(1).method, "POST");
    EXPECT_EQ(queryOf(request(1), "_method"), "PUT");
    EXPECT_EQ(request(0).body, request(1).body);
}

TEST_F(WooClient, theProbeTellsNameCurrencyTaxAndTimeZone)
{
    http.then(answer(jsonText("{'name':'Test &amp; shop','home':'https://shop.example','timezone_string':'Europe/Berlin','gmt_offset':1}")))
        .then(answer(JsonArray{plainOrder()}))
        .then(recordedAnswer("woocommerce/recorded/settings_general.json"))
        .then(answer(jsonText("[{'id':'woocommerce_prices_include_tax','value':'no'}]")));

    const ShopInfo info = shop.probe();

    EXPECT_EQ(info.name, "Test & shop");
    EXPECT_EQ(info.version, "11.0.1");
    EXPECT_EQ(info.currency, Eur);
    EXPECT_FALSE(info.taxInclusive);
    EXPECT_EQ(info.timeZone, "Europe/Berlin");
}

TEST_F(WooClient, aKeyThatMayNotSeeTheSettingsStillTellsWhatOrdersShow)
{
    const Response refused = answer(jsonText("{'code':'woocommerce_rest_cannot_view','message':'Sorry.','data':{'status':403}}"), 403);
    http.then(answer(jsonText("{'name':'Shop'}"))).then(answer(JsonArray{plainOrder()})).then(refused).then(refused);

    const ShopInfo info = shop.probe();

    EXPECT_EQ(info.currency, Eur);
    EXPECT_TRUE(info.taxInclusive);
}

TEST_F(WooClient, aRefusedSignatureIsExplainedByTheShopsOwnAddress)
{
    http.then(answer(jsonText("{'name':'Shop','home':'https://www.shop.example'}"))).then(recordedAnswer("woocommerce/recorded/error_no_auth.json"));

    try {
        connect(Json::object(), "http://shop.example").probe();
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Denied);
        EXPECT_TRUE(failure.text().contains("https://www.shop.example")) << qPrintable(failure.text());
    }
}
