#include "venduretest.h"

#include "graphql.h"

using namespace channels;

Access vendureAccess(std::vector<QString> secrets, Json options, Instant now)
{
    Access access;
    access.url = "http://127.0.0.1:3070/admin-api";
    access.secrets = std::move(secrets);
    access.options = std::move(options);
    access.currency = Eur;
    access.clock = [now] { return now; };
    access.random = [](int bytes) { return QByteArray(bytes, '\x5a'); };
    return access;
}

void expectPublishedDocument(const Request &request)
{
    static const GraphQlSchema published(QString::fromUtf8(fileText("vendure/admin-api_2.3.4.graphql")));
    QByteArray text = request.body;
    if (request.contentType.startsWith("multipart/")) {
        const auto start = text.indexOf("\r\n\r\n") + 4;
        text = text.mid(start, text.indexOf("\r\n--", start) - start);
    }
    const auto body = Json::parse(text);
    ASSERT_TRUE(body);
    const QStringList wrong = published.violations((*body)["query"].text(), (*body)["variables"]);
    EXPECT_TRUE(wrong.isEmpty()) << qPrintable((*body)["query"].text()) << ": " << qPrintable(wrong.join("; "));
}

VendureTest::VendureTest() : shop(http, vendureAccess({"key-top-secret", ""}, Json::object(), now)) { http.check = expectPublishedDocument; }

vendure::ShopConnector VendureTest::connect(Json options, std::vector<QString> secrets)
{
    return vendure::ShopConnector(http, vendureAccess(std::move(secrets), std::move(options), now));
}

void VendureTest::facts()
{
    http.then(data("{'activeChannel':{'code':'__default_channel__','token':'tok','defaultLanguageCode':'en','defaultCurrencyCode':'EUR','"
                   "pricesIncludeTax':true},"
                   "'globalSettings':{'serverConfig':{'moneyStrategyPrecision':2}}}"))
        .then(recordedAnswer("vendure/recorded/stock_locations.json"));
}

Json VendureTest::variablesOf(size_t request) const
{
    const auto body = Json::parse(http.requests.at(request).body);
    return body ? (*body)["variables"] : Json();
}

QString VendureTest::documentOf(size_t request) const
{
    const auto body = Json::parse(http.requests.at(request).body);
    return body ? (*body)["query"].text() : QString();
}

Response data(const Json &json) { return answer(Json::object({{"data", json}})); }
Response data(const char *json) { return data(jsonText(json)); }

Json recordedData(const QString &name)
{
    Json result = fileJson("vendure/recorded/" + name + ".json")["body"]["data"];
    result.set("activeChannel", fileJson("vendure/recorded/channel.json")["body"]["data"]["activeChannel"]);
    result.set("globalSettings", jsonText("{'serverConfig':{'moneyStrategyPrecision':2}}"));
    return result;
}

Json plainVendureOrder()
{
    return jsonText(R"({'id':'7','code':'CODE7','type':'Regular','state':'PaymentSettled','active':false,'updatedAt':'2026-11-23T07:36:33.000Z',
        'orderPlacedAt':'2026-11-23T07:36:32.990Z','currencyCode':'EUR','totalWithTax':3465,'shipping':412,'pricesIncludeTax':true,'moneyStrategyPrecision':2,
        'customer':{'id':'23','emailAddress':'ada@example.org','firstName':'Ada','lastName':'Byron','phoneNumber':null,'user':null},
        'shippingAddress':{'fullName':'Ada Byron','company':'','streetLine1':'Street 1','city':'Bonn','postalCode':'53111','countryCode':'DE'},
        'billingAddress':{'fullName':null,'streetLine1':null},
        'lines':[
          {'id':'1','quantity':2,'orderPlacedQuantity':2,'unitPrice':1000,'unitPriceWithTax':1190,'linePrice':2000,'linePriceWithTax':2380,
           'proratedUnitPrice':1000,'proratedUnitPriceWithTax':1190,'proratedLinePrice':2000,'proratedLinePriceWithTax':2380,'taxRate':19,
           'taxLines':[{'description':'Standard','taxRate':19}],'productVariant':{'id':'10','sku':'MUG','name':'Mug'}},
          {'id':'2','quantity':1,'orderPlacedQuantity':1,'unitPrice':500,'unitPriceWithTax':595,'linePrice':500,'linePriceWithTax':595,
           'proratedUnitPrice':500,'proratedUnitPriceWithTax':595,'proratedLinePrice':500,'proratedLinePriceWithTax':595,'taxRate':19,
           'taxLines':[{'description':'Standard','taxRate':19}],'productVariant':{'id':'11','sku':'PEN','name':'Pen'}}],
        'surcharges':[],
        'shippingLines':[{'id':'3','shippingMethod':{'code':'standard','name':'Standard'},'price':411.7647058823529,'priceWithTax':490,
           'discountedPrice':412,'discountedPriceWithTax':490}],
        'taxSummary':[{'description':'Standard','taxRate':19,'taxBase':2500,'taxTotal':475},{'description':'shipping tax','taxRate':19,'taxBase':412,'taxTotal':78}],
        'couponCodes':[],'history':{'items':[]},
        'payments':[{'id':'5','updatedAt':'2026-11-23T07:36:32.000Z','method':'card','amount':3465,'state':'Settled','transactionId':'tx','refunds':[]}]})");
}
