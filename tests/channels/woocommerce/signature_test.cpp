#include "channels/woocommerce/signature.h"

#include <gtest/gtest.h>

using namespace channels::woocommerce;

// RFC 5849, section 3.4.1.1.
TEST(WooSignature, theBaseIsTheOneOfTheStandard)
{
    const Query parameters{{"b5", "=%3D"},
                           {"a3", "a"},
                           {"c@", ""},
                           {"a2", "r b"},
                           {"c2", ""},
                           {"a3", "2 q"},
                           {"oauth_consumer_key", "9djdj82h48djs9d2"},
                           {"oauth_token", "kkk9d7dh3k39sjv7"},
                           {"oauth_signature_method", "HMAC-SHA1"},
                           {"oauth_timestamp", "137131201"},
                           {"oauth_nonce", "7d8f3e4a"}};

    EXPECT_EQ(signatureBase("POST", "http://example.com/request", parameters).toStdString(),
              "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26"
              "oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26"
              "oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
}

// The signature was computed with `openssl dgst -sha256 -hmac 'cs_4567&'` over the base.
TEST(WooSignature, signsWithHmacSha256AndTheSecretFollowedByAnAmpersand)
{
    const Query query{
        {"status", "any"}, {"modified_after", "2026-11-23T07:00:00"}, {"dates_are_gmt", "true"}, {"search", QString::fromUtf8("a b&ü")}};
    const Signing signing{"ck_0123", "cs_4567", 1'795'435'200, QByteArray(16, '\x5a').toHex()};

    const Query result = signedQuery("GET", "http://localhost:8443/wp-json/wc/v3/orders", query, signing);

    ASSERT_EQ(result.size(), 10u);
    EXPECT_EQ(result.back().first, "oauth_signature");
    EXPECT_EQ(result.back().second, "hEQgh6HdhdguBe4RNRHM/XKVJc9x8lgJIpKGrSEXJcg=");
}
