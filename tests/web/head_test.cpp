#include "web/head.h"

#include "random.h"
#include "testserver.h"

using web::Head;
using web::HeadScanner;
using web::Refused;

// The same code that stands before the server, without the network: many thousand heads in little time.

namespace {

const QByteArray good = "POST /a%20b/c?d=e&f=%C3%A4 HTTP/1.1\r\nHost: localhost:8080\r\nConnection: keep-alive\r\nContent-Length: 12\r\n"
                        "Cookie: a=b; c=d\r\nAccept: */*\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n";

/// The head that the scanner lets pass, if it does.
std::optional<QByteArray> scanned(const QByteArray &bytes)
{
    HeadScanner scanner;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto state = scanner.take(bytes[i]);
        if (state == HeadScanner::State::Wrong)
            return {};
        if (state == HeadScanner::State::Done)
            return bytes.left(i + 1);
    }
    return {};
}

/// What a handler may rely on.
void expectClean(const web::Request &request, const QByteArray &head)
{
    ASSERT_TRUE(request.method == "GET" || request.method == "HEAD" || request.method == "POST") << head.constData();
    ASSERT_TRUE(request.path.startsWith(u'/')) << head.constData();
    ASSERT_FALSE(request.path.contains(QLatin1String("//")) || request.path.contains(u'\\')) << head.constData();
    ASSERT_FALSE(request.path.split(u'/').contains(QLatin1String("..")) || request.path.split(u'/').contains(QLatin1String("."))) << head.constData();
    ASSERT_TRUE(std::none_of(request.path.begin(), request.path.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }));
    ASSERT_FALSE(request.host.isEmpty());
    ASSERT_TRUE(std::none_of(request.host.begin(), request.host.end(), [](char c) { return c == '/' || c == '@' || c == ' ' || c == ','; }));
    for (const auto &[name, value] : request.headers) {
        ASSERT_FALSE(name.isEmpty() || name != name.toLower()) << head.constData();
        ASSERT_TRUE(std::none_of(value.begin(), value.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; }));
    }
}

} // namespace

TEST(WebHead, whateverComesIsCleanOrRefused)
{
    Random random;
    const web::Options options;
    int taken = 0, refused = 0;
    for (int round = 0; round < 50'000; ++round) {
        const auto head = scanned(round % 20 ? random.spoilt(good) : random.bytes(300));
        if (!head)
            continue;
        const auto read = web::readHead(*head, options);
        if (const auto *clean = std::get_if<Head>(&read)) {
            ++taken;
            expectClean(clean->request, *head);
            ASSERT_TRUE(!clean->length || (*clean->length >= 0 && *clean->length < 1'000'000'000'000'000)) << head->constData();
        } else {
            ++refused;
            ASSERT_TRUE(std::get<Refused>(read).status / 100 == 4);
        }
        if (testing::Test::HasFatalFailure())
            return;
    }
    EXPECT_GT(taken, 1000);
    EXPECT_GT(refused, 1000);
}

TEST(WebHead, whateverComesOverTheLineIsAnsweredAndTheServerGoesOn)
{
    Random random;
    web::Options options;
    options.limits.headTime = options.limits.requestTime = std::chrono::milliseconds(200);
    TestServer server(options);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray sent = round % 10 ? random.spoilt(good + "hello, world") : random.bytes(500);
        Wire wire(server.server.port());
        wire.say(sent);
        wire.sayNoMore();
        const QByteArray heard = wire.hear();
        ASSERT_TRUE(wire.hasHungUp()) << sent.toPercentEncoding().constData();
        ASSERT_TRUE(heard.isEmpty() || heard.startsWith("HTTP/1.1 ")) << heard.constData();
    }
    EXPECT_TRUE(server.isAlive());
    EXPECT_GT(server.handled, 100);
}
