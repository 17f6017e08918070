#include "storeclient.h"

#include "channels/practicestore/auth.h"
#include "support/tlsfiles.h"

#include <QTemporaryDir>

using namespace channels::practicestore;
using channels::Failure;
using channels::NetworkHttp;
using channels::Request;
using channels::Response;

namespace {

QString codeOf(const Response &response)
{
    const auto json = Json::parse(response.body);
    return json ? (*json)["code"].text() : QString::fromUtf8(response.body);
}

QString messageOf(const Response &response) { return (*Json::parse(response.body))["message"].text(); }

QByteArray basic(const char *pair) { return "Basic " + QByteArray(pair).toBase64(); }

} // namespace

/// The worked example of RFC 5849, section 3.4.1.1 (without its realm), as far as a query carries it.
TEST(PracticeStoreAccess, theSignedTextIsTheOneOfTheStandard)
{
    const std::vector<std::pair<QString, QString>> parameters{{"b5", "=%3D"},
                                                              {"a3", "a"},
                                                              {"c@", ""},
                                                              {"a2", "r b"},
                                                              {"oauth_consumer_key", "9djdj82h48djs9d2"},
                                                              {"oauth_token", "kkk9d7dh3k39sjv7"},
                                                              {"oauth_signature_method", "HMAC-SHA1"},
                                                              {"oauth_timestamp", "137131201"},
                                                              {"oauth_nonce", "7d8f3e4a"},
                                                              {"c2", ""},
                                                              {"a3", "2 q"}};

    EXPECT_EQ(signatureBase("POST", QStringLiteral("http://example.com/request"), parameters),
              "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26"
              "oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26"
              "oauth_token%3Dkkk9d7dh3k39sjv7");
}

TEST(PracticeStoreAccess, aParameterNameSortsBeforeItsLongerSibling)
{
    EXPECT_EQ(signatureBase("GET", QStringLiteral("http://x"), {{"a1", "1"}, {"a", "2"}}), "GET&http%3A%2F%2Fx&a%3D2%26a1%3D1");
}

TEST(PracticeStoreAccess, overPlainHttpKeysInTheOpenAreIgnored)
{
    StoreClient client;
    Request request = client.unsignedCall("GET", "orders");
    EXPECT_EQ(codeOf(client.http.send(request)), "woocommerce_rest_cannot_view");
    request.headers = {{"Authorization", basic("ck_practice:cs_practice")}};

    const Response response = client.http.send(request);

    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(codeOf(response), "woocommerce_rest_cannot_view");
    EXPECT_EQ(messageOf(response), "Sorry, you cannot list resources.");
}

TEST(PracticeStoreAccess, aSignedRequestComesInWhateverItAsksFor)
{
    StoreClient client;

    client.get("orders", {{"modified_after", "2030-01-15T11:00:00+01:00"}, {"search", "Jörg & [Söhne]"}, {"status[]", "any"}});

    EXPECT_EQ(client.last.status, 200);
}

TEST(PracticeStoreAccess, aSignatureCountsOnceAndForAQuarterOfAnHour)
{
    StoreClient client;
    const Request request = client.sign(client.unsignedCall("GET", "orders"));
    EXPECT_EQ(client.http.send(request).status, 200);
    EXPECT_EQ(messageOf(client.http.send(request)), "Invalid nonce - nonce has already been used.");

    const Request later = client.sign(client.unsignedCall("GET", "orders"));
    client.now = client.now.plusSeconds(3600);
    const Response old = client.http.send(later);
    EXPECT_EQ(old.status, 401);
    EXPECT_EQ(messageOf(old), "Invalid timestamp.");
}

TEST(PracticeStoreAccess, aWrongSignatureKeyOrParameterIsRefused)
{
    StoreClient client;
    client.secret = QStringLiteral("cs_wrong");
    client.get("orders");
    EXPECT_EQ(messageOf(client.last), "Invalid signature - provided signature does not match.");
    client.secret = QStringLiteral("cs_practice");

    Request changed = client.sign(client.unsignedCall("GET", "orders", {{"page", "1"}}));
    changed.query[0].second = QStringLiteral("2");
    EXPECT_EQ(client.http.send(changed).status, 401) << "what was signed cannot be changed";
    Request moved = client.sign(client.unsignedCall("GET", "orders"));
    moved.method = "DELETE";
    EXPECT_EQ(client.http.send(moved).status, 401);

    client.key = QStringLiteral("ck_nobody");
    client.get("orders");
    EXPECT_EQ(messageOf(client.last), "Consumer key is invalid.");
}

TEST(PracticeStoreAccess, aKeyForReadingCannotWrite)
{
    PracticeStore::Options options;
    options.keys = {{QStringLiteral("ck_read"), QStringLiteral("cs_read"), false}};
    StoreClient client(options);
    client.key = QStringLiteral("ck_read");
    client.secret = QStringLiteral("cs_read");

    client.get("products");
    EXPECT_EQ(client.last.status, 200);
    client.post("products", StoreClient::parsed(R"({"name":"x"})"));
    EXPECT_EQ(client.last.status, 401);
    EXPECT_EQ(messageOf(client.last), "The API key provided does not have write permissions.");
}

/// As behind a proxy: the shop takes itself to live elsewhere, and that address is the signed one.
TEST(PracticeStoreAccess, theSignedAddressIsTheShopsOwn)
{
    PracticeStore::Options options;
    options.home = QStringLiteral("http://shop.example:8443");
    StoreClient client(options);
    Request request = client.unsignedCall("GET", "orders");

    EXPECT_EQ(client.http.send(client.sign(request)).status, 401);
    const QString reached = request.url;
    request.url = QStringLiteral("http://shop.example:8443/wp-json/wc/v3/orders");
    Request signedElsewhere = client.sign(request);
    signedElsewhere.url = reached;
    EXPECT_EQ(client.http.send(signedElsewhere).status, 200);
}

TEST(PracticeStoreAccess, onlyTheNamesOfThisMachineAreAnswered)
{
    StoreClient client;
    Request request = client.unsignedCall("GET", "orders");
    request.headers = {{"Host", "shop.example"}};

    EXPECT_EQ(client.http.send(request).status, 421);
}

TEST(PracticeStoreAccess, overTlsKeyAndSecretAreEnough)
{
    QTemporaryDir folder;
    const TlsFiles tls = makeCertificate(folder.path(), "127.0.0.1");
    PracticeStore::Options options;
    options.certificate = tls.certificate;
    options.privateKey = tls.key;
    StoreClient client(options);
    NetworkHttp http({tls.certificate, nullptr});
    Request request = client.unsignedCall("GET", "orders");
    EXPECT_TRUE(request.url.startsWith(QStringLiteral("https://")));

    EXPECT_EQ(codeOf(http.send(request)), "woocommerce_rest_cannot_view");
    request.headers = {{"Authorization", basic("ck_practice:cs_practice")}};
    EXPECT_EQ(http.send(request).status, 200);
    request.headers = {{"Authorization", basic("ck_practice:wrong")}};
    EXPECT_EQ(messageOf(http.send(request)), "Consumer secret is invalid.");
    request.headers = {{"Authorization", basic("ck_nobody:cs_practice")}};
    EXPECT_EQ(codeOf(http.send(request)), "woocommerce_rest_cannot_view");
    request.headers.clear();
    request.query = {{QStringLiteral("consumer_key"), QStringLiteral("ck_practice")},
                     {QStringLiteral("consumer_secret"), QStringLiteral("cs_practice")}};
    EXPECT_EQ(http.send(request).status, 200) << "in the query, for servers that drop the header";
}

TEST(PracticeStoreAccess, aCertificateThatNobodyVouchesForIsRefused)
{
    QTemporaryDir folder;
    const TlsFiles tls = makeCertificate(folder.path(), "127.0.0.1");
    PracticeStore::Options options;
    options.certificate = tls.certificate;
    options.privateKey = tls.key;
    StoreClient client(options);

    for (const QString &trust : {QString(), folder.filePath(QStringLiteral("none.pem"))}) {
        NetworkHttp http({trust, nullptr});
        try {
            http.send(client.unsignedCall("GET", "orders"));
            ADD_FAILURE() << "answered";
        } catch (const Failure &failure) {
            EXPECT_EQ(failure.kind, Failure::Kind::Unreachable);
            EXPECT_EQ(failure.code, "certificate");
        }
    }
}

TEST(PracticeStoreAccess, aCertificateForAnotherNameIsRefusedThoughItIsTrusted)
{
    QTemporaryDir folder;
    const TlsFiles tls = makeCertificate(folder.path(), "10.9.8.7");
    PracticeStore::Options options;
    options.certificate = tls.certificate;
    options.privateKey = tls.key;
    StoreClient client(options);
    NetworkHttp http({tls.certificate, nullptr});

    try {
        http.send(client.unsignedCall("POST", "orders"));
        ADD_FAILURE() << "answered";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Unreachable) << "nothing was sent";
        EXPECT_EQ(failure.code, "certificate");
    }
    EXPECT_EQ(client.store->counters().requests, 0);
}

TEST(PracticeStoreAccess, anExpiredCertificateIsRefused)
{
    QTemporaryDir folder;
    const TlsFiles tls = makeCertificate(folder.path(), "127.0.0.1", -1);
    PracticeStore::Options options;
    options.certificate = tls.certificate;
    options.privateKey = tls.key;
    StoreClient client(options);
    NetworkHttp http({tls.certificate, nullptr});

    EXPECT_THROW(http.send(client.unsignedCall("GET", "orders")), Failure);
    EXPECT_EQ(client.store->counters().requests, 0);
}
