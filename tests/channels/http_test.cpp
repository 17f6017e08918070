#include "channels/http.h"
#include "tinyserver.h"

#include <QElapsedTimer>
#include <gtest/gtest.h>

using channels::Failure;
using channels::Http;
using channels::NetworkHttp;
using channels::Request;
using channels::Response;

namespace {

Request get(const QString &url, int seconds = 5)
{
    Request request;
    request.url = url;
    request.timeoutSeconds = seconds;
    return request;
}

Request post(const QString &url, int seconds = 5)
{
    Request request = get(url, seconds);
    request.method = "POST";
    request.body = "{\"quantity\":1}";
    return request;
}

/// The failure of a call that must fail.
Failure failureOf(Http &http, const Request &request)
{
    try {
        const Response response = http.send(request);
        ADD_FAILURE() << "answered " << response.status << ' ' << response.body.left(80).constData();
    } catch (const Failure &failure) {
        return failure;
    }
    return {Failure::Kind::Rejected, QStringLiteral("there was no failure")};
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0u;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    const char bytes[] = {char(value), char(value >> 8), char(value >> 16), char(value >> 24)};
    return QByteArray(bytes, sizeof bytes);
}

QByteArray gzip(const QByteArray &text)
{
    const QByteArray packed = qCompress(text, 9); // 4 bytes of size, 2 of zlib's head, the data, 4 of check sum
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + packed.mid(6, packed.size() - 10) + littleEndian(crc32(text))
           + littleEndian(quint32(text.size()));
}

} // namespace

TEST(NetworkHttp, sendsWhatIsAskedAndHandsBackTheWholeAnswer)
{
    QByteArray seen;
    TinyServer server([&](Conversation &talk) {
        seen = talk.request;
        talk.answer("{\"id\":1}", "X-WP-Total:  7 \r\n", "201 Created");
        return true;
    });
    NetworkHttp http({});
    Request request = post(server.url("/orders"));
    request.query = {{QStringLiteral("search"), QStringLiteral("Jörg & Söhne")}, {QStringLiteral("a[]"), QStringLiteral("1:2")}};
    request.headers = {{"X-Own", "value"}};

    const Response response = http.send(request);

    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(response.body, "{\"id\":1}");
    EXPECT_EQ(response.header("x-wp-total"), "7");
    EXPECT_TRUE(seen.startsWith("POST /orders?search=J%C3%B6rg%20%26%20S%C3%B6hne&a%5B%5D=1%3A2 HTTP/1.1\r\n")) << seen.constData();
    EXPECT_TRUE(seen.contains("X-Own: value\r\n"));
    EXPECT_TRUE(seen.contains("Content-Type: application/json\r\n"));
    EXPECT_FALSE(seen.contains("Expect"));
    EXPECT_TRUE(seen.endsWith("\r\n\r\n{\"quantity\":1}"));
}

TEST(NetworkHttp, anErrorStatusIsAnAnswer)
{
    TinyServer server([](Conversation &talk) {
        talk.answer("gone", {}, "500 Internal Server Error");
        return true;
    });
    NetworkHttp http({});

    EXPECT_EQ(http.send(get(server.url())).status, 500);
}

TEST(NetworkHttp, readsUseOneConnectionAgain)
{
    TinyServer server([](Conversation &talk) {
        talk.answer("[]");
        return true;
    });
    NetworkHttp http({});

    for (int i = 0; i < 5; ++i)
        http.send(get(server.url()));

    EXPECT_EQ(server.requests(), 5);
    EXPECT_EQ(server.connections(), 1);
}

TEST(NetworkHttp, aRefusedConnectionIsUnreachableForAnyMethod)
{
    int port = 0;
    {
        TinyServer server([](Conversation &) { return false; });
        port = server.port();
    }
    NetworkHttp http({});
    const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(port);

    EXPECT_EQ(failureOf(http, get(url)).kind, Failure::Kind::Unreachable);
    EXPECT_EQ(failureOf(http, post(url)).kind, Failure::Kind::Unreachable);
}

TEST(NetworkHttp, aLostAnswerToAWriteIsUnknownAndToAReadIsUnreachable)
{
    TinyServer server([](Conversation &) { return false; });
    NetworkHttp http({});

    EXPECT_EQ(failureOf(http, post(server.url())).kind, Failure::Kind::Unknown);
    EXPECT_EQ(failureOf(http, get(server.url())).kind, Failure::Kind::Unreachable);
}

TEST(NetworkHttp, aConnectionTornDownAfterAWriteIsUnknown)
{
    TinyServer server([](Conversation &talk) {
        talk.reset();
        return false;
    });
    NetworkHttp http({});

    EXPECT_EQ(failureOf(http, post(server.url())).kind, Failure::Kind::Unknown);
}

TEST(NetworkHttp, aWriteIsNeverSentTwiceOverAKeptConnection)
{
    TinyServer server([](Conversation &talk) {
        if (talk.request.startsWith("POST"))
            return false; // applied, and then the line is cut
        talk.answer("[]");
        return true;
    });
    NetworkHttp http({});
    http.send(get(server.url()));

    EXPECT_EQ(failureOf(http, post(server.url())).kind, Failure::Kind::Unknown);
    EXPECT_EQ(server.requests(), 2);
}

TEST(NetworkHttp, aTruncatedAnswerIsBrokenForAReadAndUnknownForAWrite)
{
    TinyServer server([](Conversation &talk) {
        talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
        return false;
    });
    NetworkHttp http({});

    EXPECT_EQ(failureOf(http, get(server.url())).kind, Failure::Kind::Broken);
    const Failure write = failureOf(http, post(server.url()));
    EXPECT_EQ(write.kind, Failure::Kind::Unknown);
    EXPECT_EQ(write.status, 200);
}

TEST(NetworkHttp, theDeadlineIsForTheWholeExchangeNotForSilence)
{
    TinyServer server([](Conversation &talk) {
        talk.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        for (int i = 0; i < 30; ++i) {
            talk.say(" ");
            talk.pause(100);
        }
        return false;
    });
    NetworkHttp http({});
    QElapsedTimer timer;
    timer.start();

    EXPECT_EQ(failureOf(http, get(server.url(), 1)).kind, Failure::Kind::Broken);
    EXPECT_LT(timer.elapsed(), 1500);
}

TEST(NetworkHttp, aTimeOutAfterAWriteWasSentIsUnknown)
{
    TinyServer server([](Conversation &talk) {
        talk.pause(1500);
        return false;
    });
    NetworkHttp http({});

    EXPECT_EQ(failureOf(http, post(server.url(), 1)).kind, Failure::Kind::Unknown);
}

TEST(NetworkHttp, aTooLargeAnswerIsRefusedWhetherAnnouncedOrNot)
{
    TinyServer server([](Conversation &talk) {
        const QByteArray body(5000, 'x');
        if (talk.request.startsWith("GET /announced"))
            talk.answer(body);
        else
            talk.say("HTTP/1.1 200 OK\r\n\r\n" + body);
        return false;
    });
    NetworkHttp http({});

    for (const char *path : {"/announced", "/open"}) {
        Request request = get(server.url(QString::fromLatin1(path)));
        request.largestAnswer = 4999;
        const Failure failure = failureOf(http, request);
        EXPECT_EQ(failure.kind, Failure::Kind::Broken) << path;
        EXPECT_EQ(failure.code, "too_large") << path;
        request.largestAnswer = 5000;
        EXPECT_EQ(http.send(request).body.size(), 5000) << path;
    }
}

TEST(NetworkHttp, theLimitCountsWhatWasUnpacked)
{
    const QByteArray packed = gzip(QByteArray(1'000'000, '0'));
    ASSERT_LT(packed.size(), 5000);
    TinyServer server([&](Conversation &talk) {
        talk.answer(packed, "Content-Encoding: gzip\r\n");
        return true;
    });
    NetworkHttp http({});
    Request request = get(server.url());

    EXPECT_EQ(http.send(request).body.size(), 1'000'000);
    request.largestAnswer = 100'000;
    EXPECT_EQ(failureOf(http, request).code, "too_large");
}

TEST(NetworkHttp, endlessHeadersAreRefused)
{
    TinyServer server([](Conversation &talk) {
        talk.say("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 400; ++i)
            talk.say("X-Filler: " + QByteArray(1000, 'x') + "\r\n");
        talk.say("Content-Length: 0\r\n\r\n");
        return false;
    });
    NetworkHttp http({});

    EXPECT_EQ(failureOf(http, get(server.url())).code, "too_large");
}

TEST(NetworkHttp, aReadFollowsARedirectOnTheSameHostOnly)
{
    TinyServer other([](Conversation &talk) {
        talk.answer("secret");
        return true;
    });
    TinyServer server([&](Conversation &talk) {
        const QByteArray path = talk.request.split(' ').at(1);
        if (path == "/end")
            talk.answer("here");
        else if (path == "/near")
            talk.answer({}, "Location: /end\r\n", "301 Moved Permanently");
        else if (path == "/file")
            talk.answer({}, "Location: file:///etc/passwd\r\n", "302 Found");
        else if (path == "/other")
            talk.answer({}, "Location: " + other.url().toUtf8() + "\r\n", "302 Found");
        else
            talk.answer({}, "Location: /loop\r\n", "302 Found");
        return true;
    });
    NetworkHttp http({});

    EXPECT_EQ(http.send(get(server.url("/near"))).body, "here");
    EXPECT_EQ(http.send(get(server.url("/file"))).status, 302);
    EXPECT_EQ(http.send(get(server.url("/other"))).status, 302);
    EXPECT_EQ(other.requests(), 0);
    const int before = server.requests();
    EXPECT_EQ(http.send(get(server.url("/loop"))).status, 302);
    EXPECT_EQ(server.requests() - before, 4);
    EXPECT_EQ(http.send(post(server.url("/near"))).status, 301);
}

TEST(NetworkHttp, onlyWebAddressesAreCalled)
{
    NetworkHttp http({});

    for (const char *url :
         {"file:///etc/passwd", "ftp://127.0.0.1/", "data:,x", "", "http://", "nonsense", "http://user:word@127.0.0.1/", "http://a b/"})
        EXPECT_EQ(failureOf(http, get(QString::fromLatin1(url))).kind, Failure::Kind::Rejected) << url;
}

TEST(NetworkHttp, aHeaderWithALineBreakIsRefused)
{
    NetworkHttp http({});
    Request request = get(QStringLiteral("http://127.0.0.1:9/"));
    request.headers = {{"Authorization", "Bearer x\r\nHost: elsewhere"}};

    EXPECT_EQ(failureOf(http, request).kind, Failure::Kind::Rejected);
}

TEST(NetworkHttp, theEnvironmentsProxyIsNotUsed)
{
    TinyServer proxy([](Conversation &talk) {
        talk.answer("from the proxy");
        return true;
    });
    TinyServer server([](Conversation &talk) {
        talk.answer("direct");
        return true;
    });
    qputenv("http_proxy", proxy.url().toUtf8());
    NetworkHttp http({});

    EXPECT_EQ(http.send(get(server.url())).body, "direct");

    qunsetenv("http_proxy");
    EXPECT_EQ(proxy.requests(), 0);
}

TEST(NetworkHttp, aCancelEndsAReadWithinATenthOfASecond)
{
    std::atomic_bool cancelled = false;
    TinyServer server([&](Conversation &talk) {
        cancelled = true;
        talk.pause(1000);
        return false;
    });
    NetworkHttp http({{}, &cancelled});
    QElapsedTimer timer;
    timer.start();

    EXPECT_EQ(failureOf(http, get(server.url())).kind, Failure::Kind::Cancelled);
    EXPECT_LT(timer.elapsed(), 400);
    EXPECT_EQ(failureOf(http, post(server.url())).kind, Failure::Kind::Cancelled) << "nothing is sent any more";
    EXPECT_EQ(server.requests(), 1);
}

TEST(NetworkHttp, aCancelWhileAWriteIsOnTheWayIsUnknown)
{
    std::atomic_bool cancelled = false;
    TinyServer server([&](Conversation &talk) {
        cancelled = true;
        talk.pause(500);
        return false;
    });
    NetworkHttp http({{}, &cancelled});

    EXPECT_EQ(failureOf(http, post(server.url())).kind, Failure::Kind::Unknown);
}

TEST(NetworkHttp, encodingLeavesOnlyUnreservedCharacters)
{
    EXPECT_EQ(Http::encode(QStringLiteral("aZ09-._~")), "aZ09-._~");
    EXPECT_EQ(Http::encode(QStringLiteral(" +&=/:[]é😀")), "%20%2B%26%3D%2F%3A%5B%5D%C3%A9%F0%9F%98%80");
}
