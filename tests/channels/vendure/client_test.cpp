#include "venduretest.h"

using namespace channels;

namespace {

const Window hour{Instant::parse("2026-11-23T11:00:00Z"), *Instant::parse("2026-11-23T12:00:00Z")};
const Window ever{std::nullopt, *Instant::parse("2026-11-23T12:00:00Z")};

QByteArray headerOf(const Request &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers)
        if (key == name)
            return value;
    return {};
}

Response noOrders() { return data("{'orders':{'totalItems':0,'items':[]}}"); }

class VendureClient : public VendureTest {
protected:
    Failure failureOn(Response response)
    {
        http.then(std::move(response));
        try {
            shop.ordersChanged(ever, {});
        } catch (const Failure &failure) {
            return failure;
        }
        ADD_FAILURE() << "no failure";
        return {Failure::Kind::Cancelled, {}};
    }
};

} // namespace

TEST_F(VendureClient, signsInOnceAndShowsTheToken)
{
    http.then(recordedAnswer("vendure/recorded/login.json")).then(noOrders()).then(noOrders());
    auto signedIn = connect(Json::object(), {"superadmin", "superadmin"});

    signedIn.ordersChanged(ever, {});
    signedIn.ordersChanged(ever, {});

    EXPECT_EQ(variablesOf(0)["user"].text(), "superadmin");
    EXPECT_EQ(variablesOf(0)["password"].text(), "superadmin"); // a variable, so that it is in no document that a server logs
    EXPECT_EQ(headerOf(http.requests[1], "Authorization"), "Bearer 55bcf9b038046eb107f1e7ff33f1f357fc0cc62c42fd22053921154a9fe80410");
    EXPECT_EQ(headerOf(http.requests[2], "Authorization"), headerOf(http.requests[1], "Authorization"));
}

TEST_F(VendureClient, signsInAgainWhenTheTokenHasEnded)
{
    http.then(recordedAnswer("vendure/recorded/login.json"))
        .then(recordedAnswer("vendure/recorded/error_no_auth.json"))
        .then(recordedAnswer("vendure/recorded/login.json"))
        .then(noOrders());

    connect(Json::object(), {"superadmin", "superadmin"}).ordersChanged(ever, {});

    EXPECT_EQ(http.left(), 0u);
}

TEST_F(VendureClient, aMissingRightIsDeniedAfterOneMoreTry)
{
    http.then(recordedAnswer("vendure/recorded/login.json"))
        .then(recordedAnswer("vendure/recorded/error_no_auth.json"))
        .then(recordedAnswer("vendure/recorded/login.json"))
        .then(recordedAnswer("vendure/recorded/error_no_auth.json"));

    try {
        connect(Json::object(), {"superadmin", "superadmin"}).ordersChanged(ever, {});
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Denied);
        EXPECT_EQ(failure.text(), "You are not currently authorized to perform this action");
    }
}

TEST_F(VendureClient, aWrongPasswordIsDenied)
{
    http.then(recordedAnswer("vendure/recorded/error_login.json"));

    try {
        connect(Json::object(), {"superadmin", "x"}).ordersChanged(ever, {});
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Denied);
        EXPECT_EQ(failure.code, "INVALID_CREDENTIALS_ERROR");
    }
}

TEST_F(VendureClient, anApiKeyNeedsNoSignIn)
{
    http.then(noOrders());

    shop.ordersChanged(ever, {});

    EXPECT_EQ(headerOf(http.requests[0], "vendure-api-key"), "key-top-secret");
    EXPECT_EQ(http.requests.size(), 1u);
}

TEST_F(VendureClient, aBadApiKeyIsDeniedThoughTheStatusIs200)
{
    EXPECT_EQ(failureOn(recordedAnswer("vendure/recorded/error_bad_key.json")).kind, Failure::Kind::Denied);
}

TEST_F(VendureClient, errorsInAnswersWithStatus200AreToldApart)
{
    const Failure syntax = failureOn(recordedAnswer("vendure/recorded/error_syntax.json"));
    EXPECT_EQ(syntax.kind, Failure::Kind::Rejected);
    EXPECT_EQ(syntax.status, 400);
    EXPECT_EQ(syntax.text(), "Cannot query field \"nope\" on type \"OrderList\".");

    const Failure accident = failureOn(recordedAnswer("vendure/recorded/error_refund_amount_only.json"));
    EXPECT_EQ(accident.kind, Failure::Kind::Broken);
    EXPECT_EQ(accident.text(), "NOT NULL constraint failed: refund.shipping");

    EXPECT_EQ(failureOn(recordedAnswer("vendure/recorded/update_stock_partly_bad.json")).kind, Failure::Kind::Rejected);
    EXPECT_EQ(failureOn(answer(jsonText("{'data':null}"))).kind, Failure::Kind::Broken);
}

TEST_F(VendureClient, aLostAnswerToAQuestionIsSafeToRepeat)
{
    http.thenFails(Failure::Kind::Unknown);

    try {
        shop.ordersChanged(ever, {});
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Unreachable);
    }
}

TEST_F(VendureClient, theAddressMayBeGivenWithoutItsPath)
{
    for (const char *url : {"https://shop.example", "https://shop.example/", "https://shop.example/admin-api/"}) {
        http.then(noOrders());
        Access access = vendureAccess({"key", ""}, Json::object(), now);
        access.url = QString::fromLatin1(url);
        vendure::ShopConnector(http, access).ordersChanged(ever, {});
        EXPECT_EQ(http.requests.back().url, "https://shop.example/admin-api");
    }
}

TEST_F(VendureClient, aChannelThatIsNotThereIsAnErrorThoughTheShopAnswersForAnother)
{
    facts();

    try {
        connect(Json::object({{"channel_token", "other"}})).ordersChanged(ever, {});
        FAIL() << "no failure";
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.kind, Failure::Kind::Rejected);
        EXPECT_EQ(headerOf(http.requests[0], "vendure-token"), "other");
    }
}

TEST_F(VendureClient, theProbeTellsCurrencyAndTax)
{
    facts();
    http.then(data("{'orders':{'totalItems':18},'productVariants':{'totalItems':80}}"));

    const ShopInfo info = shop.probe();

    EXPECT_EQ(info.currency, Eur);
    EXPECT_TRUE(info.taxInclusive);
    EXPECT_EQ(info.name, "__default_channel__");
}

TEST_F(VendureClient, stockIsSharedOnHand) { EXPECT_TRUE(shop.capabilities().sharedStockIsOnHand); }
