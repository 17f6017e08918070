#include "storeclient.h"

#include <QRegularExpression>
#include <QUrl>

using namespace channels::practicestore;
using channels::Http;
using channels::Request;
using channels::Response;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

/// Somebody with a browser: keeps the cookie, follows what the store says after a form.
class Visitor : public StoreClient {
public:
    using StoreClient::StoreClient;
    QByteArray cookie;

    Response open(const QString &path)
    {
        Request request;
        request.url = store->url() + path.section(u'?', 0, 0);
        for (const QString &part : path.section(u'?', 1).split(u'&', Qt::SkipEmptyParts))
            request.query.emplace_back(part.section(u'=', 0, 0), QUrl::fromPercentEncoding(part.section(u'=', 1).toUtf8()));
        request.headers = {{"Cookie", cookie}};
        return http.send(request);
    }
    Response submit(const QString &path, const Query &form)
    {
        Request request;
        request.method = "POST";
        request.url = store->url() + path;
        request.contentType = "application/x-www-form-urlencoded";
        request.body = Http::encodeQuery(form);
        request.headers = {{"Cookie", cookie}};
        const Response response = http.send(request);
        if (const QByteArray set = response.header("set-cookie"); !set.isEmpty())
            cookie = set.left(set.indexOf(';'));
        return response;
    }
    Query filledForm(const char *payment = "card", const char *coupon = "") const
    {
        return {{"first_name", "Jörg"}, {"last_name", "<b>Groß</b>"}, {"street", "Straße 1"}, {"postcode", "10115"},
                {"city", "Berlin"},     {"email", "j@example.org"},   {"country", "DE"},      {"payment", q(payment)},
                {"coupon", q(coupon)},  {"note", "a\"b & ☕"}};
    }
    void fill(const char *sku, int quantity)
    {
        submit("/basket", {{"add", QString::number(store->product(q(sku))->id)}, {"quantity", QString::number(quantity)}});
    }
};

} // namespace

TEST(PracticeStorePages, everyPageSaysThatNothingIsReal)
{
    Visitor visitor;
    visitor.fill("V60-02", 1);

    for (const char *path : {"/", "/basket", "/checkout", "/product/10", "/nowhere"}) {
        const Response page = visitor.open(q(path));
        EXPECT_TRUE(QString::fromUtf8(page.body).contains(q("Purser practice store — for rehearsal, nothing is real"))) << path;
        EXPECT_EQ(page.header("content-type"), "text/html; charset=UTF-8");
        EXPECT_FALSE(page.body.contains("<script")) << path;
        EXPECT_FALSE(page.body.contains("style=")) << path;
        EXPECT_TRUE(page.header("content-security-policy").contains("default-src 'none'"));
    }
    EXPECT_EQ(visitor.open("/nowhere").status, 404);
    EXPECT_EQ(visitor.open("/style.css").header("content-type"), "text/css; charset=UTF-8");
}

TEST(PracticeStorePages, theCatalogueShowsWhatIsSold)
{
    Visitor visitor;

    const QString page = QString::fromUtf8(visitor.open("/").body);

    EXPECT_TRUE(page.contains(q("Dripper cone 02, porcelain")));
    EXPECT_TRUE(page.contains(q("Cup &amp; saucer")) || page.contains(q("Espresso cup &amp; saucer, 6 pcs")));
    EXPECT_TRUE(page.contains(q("19.90 EUR")));
    EXPECT_TRUE(page.contains(q("4 to choose from")));
    const QString apron = QStringLiteral("/product/%1").arg(visitor.store->product(q("APRON"))->id);
    EXPECT_EQ(QString::fromUtf8(visitor.open(apron).body).count(q("<option")), 4);
}

TEST(PracticeStorePages, aPersonBuysSomething)
{
    Visitor visitor;
    visitor.fill("V60-02", 1);
    visitor.fill("V60-02", 1);
    visitor.fill("APRON-OLV-M", 1);
    const QString drip = QString::number(visitor.store->product(q("V60-02"))->id);
    EXPECT_TRUE(visitor.open("/basket").body.contains("name=\"q" + drip.toUtf8() + "\" value=\"2\""));
    visitor.submit("/basket", {{"q" + drip, "3"}, {"update", "1"}});

    const Response placed = visitor.submit("/checkout", visitor.filledForm("card", "ten"));

    ASSERT_EQ(placed.status, 303) << placed.body.constData();
    const Response thanks = visitor.open(QString::fromUtf8(placed.header("location")));
    EXPECT_EQ(thanks.status, 200);
    EXPECT_TRUE(QString::fromUtf8(thanks.body).contains(q("Thank you, Jörg")));
    const Order order = visitor.store->orders().front();
    EXPECT_EQ(order.lines.size(), 2u);
    EXPECT_EQ(order.lines[0].quantity, 3);
    EXPECT_EQ(order.status, "processing");
    EXPECT_EQ(order.couponLines.size(), 1u);
    EXPECT_EQ(order.customerNote, q("a\"b & ☕"));
    EXPECT_TRUE(thanks.body.contains(totalsOf(order).total.toString().toUtf8() + " EUR"));
    EXPECT_TRUE(visitor.open("/basket").body.contains("The basket is empty"));
    EXPECT_EQ(visitor.store->product(q("V60-02"))->stock, 34 - 3);
}

TEST(PracticeStorePages, theOrdersPageNeedsItsKey)
{
    Visitor visitor;
    const qint64 id = visitor.buy({{q("V60-02")}});

    EXPECT_EQ(visitor.open(QStringLiteral("/order/%1").arg(id)).status, 404);
    EXPECT_EQ(visitor.open(QStringLiteral("/order/%1?key=wrong").arg(id)).status, 404);
    EXPECT_EQ(visitor.open(QStringLiteral("/order/%1?key=%2").arg(id).arg(visitor.store->order(id)->key)).status, 200);
}

TEST(PracticeStorePages, aRefusedCheckOutKeepsWhatWasTyped)
{
    Visitor visitor;
    visitor.article("FEW", "10.00", 1);
    visitor.fill("FEW", 2);

    const Response refused = visitor.submit("/checkout", visitor.filledForm());

    EXPECT_EQ(refused.status, 422);
    const QString page = QString::fromUtf8(refused.body);
    EXPECT_TRUE(page.contains(q("There are not enough of FEW left: 1.")));
    EXPECT_TRUE(page.contains(q("value=\"&lt;b&gt;Groß&lt;/b&gt;\""))) << "typed text is escaped";
    EXPECT_FALSE(page.contains(q("<b>Groß")));
    EXPECT_TRUE(visitor.store->orders().empty());
}

TEST(PracticeStorePages, aMissingFieldIsNamed)
{
    Visitor visitor;
    visitor.fill("V60-02", 1);
    auto form = visitor.filledForm();
    form[4].second = QStringLiteral("  ");

    EXPECT_TRUE(QString::fromUtf8(visitor.submit("/checkout", form).body).contains(q("Please fill in: City.")));
}

TEST(PracticeStorePages, whatComesOverTheInterfaceIsEscaped)
{
    Visitor visitor;
    Product product = visitor.article("EVIL", "1.00");
    product.name = q("<img src=x onerror=alert(1)> %1 %7");
    product.description = q("<script>alert(2)</script>\"quoted\"");
    product.categories = {q("<i>")};
    visitor.store->setProduct(product);
    visitor.fill("EVIL", 1);

    for (const QString &path : {q("/"), q("/basket"), QStringLiteral("/product/%1").arg(visitor.store->product(q("EVIL"))->id)}) {
        const QString page = QString::fromUtf8(visitor.open(path).body);
        EXPECT_FALSE(page.contains(q("<img"))) << qPrintable(path);
        EXPECT_FALSE(page.contains(q("<script"))) << qPrintable(path);
        EXPECT_TRUE(page.contains(q("&lt;img src=x onerror=alert(1)&gt; %1 %7"))) << qPrintable(path);
    }
}

TEST(PracticeStorePages, nonsenseInABasketIsLeftOut)
{
    Visitor visitor;
    visitor.cookie = "basket=zzz_1.x_999999.3_-5.-5_10.0_" + QByteArray(5000, '1');

    EXPECT_EQ(visitor.open("/basket").status, 200);
    EXPECT_EQ(visitor.submit("/checkout", visitor.filledForm()).status, 303) << "back to the empty basket";
    EXPECT_TRUE(visitor.store->orders().empty());
}

TEST(PracticeStorePages, readingChangesNothingAndAForeignPageCannotOrder)
{
    Visitor visitor;
    const QString drip = QString::number(visitor.store->product(q("V60-02"))->id);
    EXPECT_FALSE(visitor.open("/basket?add=" + drip).body.contains("V60-02"));
    Request request;
    request.method = "POST";
    request.url = visitor.store->url() + "/practice/orders";
    request.query = {{"count", "3"}};
    request.headers = {{"Origin", "https://elsewhere.example"}};

    EXPECT_EQ(visitor.http.send(request).status, 403);
    EXPECT_TRUE(visitor.store->orders().empty());
    request.headers = {{"Origin", visitor.store->url().toUtf8()}};
    EXPECT_EQ(visitor.http.send(request).status, 201);
    EXPECT_EQ(visitor.store->orders().size(), 3u);
}

TEST(PracticeStorePages, aRehearsalIsDirectedFromOutside)
{
    Visitor visitor;
    Request request;
    request.method = "POST";
    request.url = visitor.store->url() + "/practice/faults";
    request.body = R"({"plan":"500:next=1"})";

    EXPECT_EQ(visitor.http.send(request).status, 200);
    EXPECT_EQ(visitor.store->faults(), "500:next=1");
    request.body = R"({"plan":"fire:1"})";
    EXPECT_EQ(visitor.http.send(request).status, 400);
    EXPECT_EQ(visitor.store->faults(), "500:next=1");
    const Response state = visitor.open("/practice/state");
    EXPECT_EQ((*Json::parse(state.body))["faults"].text(), "500:next=1");
}
