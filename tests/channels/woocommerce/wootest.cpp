#include "wootest.h"

#include "openapi.h"

using namespace channels;

Access wooAccess(const QString &url, Json options, Instant now)
{
    Access access;
    access.url = url;
    access.secrets = {"ck_test", "cs_top-secret"};
    access.options = std::move(options);
    access.currency = Eur;
    access.clock = [now] { return now; };
    access.random = [](int bytes) { return QByteArray(bytes, '\x5a'); };
    return access;
}

void expectPublished(const Request &request)
{
    static const OpenApi published;
    const QStringList wrong = published.violations(request);
    EXPECT_TRUE(wrong.isEmpty()) << request.method.constData() << " " << qPrintable(request.url) << ": " << qPrintable(wrong.join("; "));
}

WooTest::WooTest(Json options, const QString &url) : shop(http, wooAccess(url, std::move(options), now)) { http.check = expectPublished; }

woocommerce::ShopConnector WooTest::connect(Json options, const QString &url)
{
    return woocommerce::ShopConnector(http, wooAccess(url, std::move(options), now));
}

Json WooTest::bodyOf(size_t index) const
{
    const auto json = Json::parse(http.requests.at(index).body);
    return json ? *json : Json();
}

Json plainOrder()
{
    return jsonText(R"({'id':7,'number':'1007','status':'processing','currency':'EUR','version':'11.0.1','prices_include_tax':true,
        'date_created_gmt':'2026-11-23T07:27:52','date_modified_gmt':'2026-11-23T07:27:53','date_paid_gmt':'2026-11-23T07:27:52',
        'total':'35.70','total_tax':'5.70','customer_id':0,'payment_method':'stripe','payment_method_title':'Card','transaction_id':'pi_1',
        'billing':{'first_name':'Ada','last_name':'Byron','address_1':'Street 1','city':'Bonn','postcode':'53111','country':'DE','email':'ada@example.org'},
        'shipping':{'first_name':'','last_name':'','address_1':'','city':'','postcode':'','country':''},
        'line_items':[
          {'id':1,'name':'Mug','product_id':10,'variation_id':0,'quantity':2,'subtotal':'20.00','subtotal_tax':'3.80','total':'20.00',
           'total_tax':'3.80','taxes':[{'id':1,'total':'3.80','subtotal':'3.80'}],'sku':'MUG','price':10},
          {'id':2,'name':'Pen','product_id':11,'variation_id':0,'quantity':1,'subtotal':'10.00','subtotal_tax':'1.90','total':'10.00',
           'total_tax':'1.90','taxes':[{'id':1,'total':'1.90','subtotal':'1.90'}],'sku':'PEN','price':10}],
        'tax_lines':[{'id':3,'rate_id':1,'label':'MwSt 19%','compound':false,'tax_total':'5.70','shipping_tax_total':'0.00','rate_percent':19}],
        'shipping_lines':[],'fee_lines':[],'coupon_lines':[],'refunds':[]})");
}
