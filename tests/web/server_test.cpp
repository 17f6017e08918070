#include "testserver.h"

#include <QDateTime>
#include <latch>
#include <set>
#include <thread>

using web::Handler;
using web::Options;
using web::Request;
using web::Response;

TEST(WebServer, givesAHandlerTheWholeRequest)
{
    Request seen;
    TestServer server({}, [&](const Request &request) {
        seen = request;
        return Response::plain({});
    });

    server.ask("POST /caf%C3%A9/a+b?q=x%20y&q=z HTTP/1.1\r\nHost: LOCALHOST:80\r\nConnection: close\r\nX-Two: a\r\nx-two: b\r\n"
               "Cookie: one=1; two=2\r\nContent-Length: 3\r\n\r\nabc");

    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.target, "/caf%C3%A9/a+b?q=x%20y&q=z");
    EXPECT_EQ(seen.path, QString::fromUtf8("/café/a+b"));
    EXPECT_EQ(seen.steps(), (QStringList{QString::fromUtf8("café"), "a+b"}));
    EXPECT_EQ(seen.query.all("q"), (QStringList{"x y", "z"}));
    EXPECT_EQ(seen.header("X-TWO"), "a, b");
    EXPECT_EQ(seen.cookie("two"), "2");
    EXPECT_EQ(seen.host, "localhost:80");
    EXPECT_EQ(seen.peer, "127.0.0.1");
    EXPECT_EQ(seen.body, "abc");
    EXPECT_FALSE(seen.encrypted);
}

TEST(WebServer, readsABodyThatComesInChunks)
{
    TestServer server({}, [](const Request &request) { return Response::plain(QString::fromUtf8(request.body)); });

    const QByteArray heard = server.ask("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                        "3\r\nabc\r\nA;x=y\r\ndefghijklm\r\n0\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n");

    EXPECT_EQ(bodyOf(heard), "abcdefghijklm");
}

TEST(WebServer, answersOneRequestAfterTheOtherOverOneConnection)
{
    TestServer server;
    Wire wire(server.server.port());

    for (int i = 1; i <= 5; ++i) {
        wire.say("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(bodyOf(wire.hearAnswer()), "GET /" + QByteArray::number(i) + " from 127.0.0.1, 0 bytes");
    }
    EXPECT_EQ(server.server.connections(), 1);
}

TEST(WebServer, answersInTurnWhatWasAskedAtOnce)
{
    TestServer server;
    Wire wire(server.server.port());
    QByteArray all;
    for (int i = 1; i <= 20; ++i)
        all += "POST /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab";

    wire.say(all);

    for (int i = 1; i <= 20; ++i)
        EXPECT_EQ(bodyOf(wire.hearAnswer()), "POST /" + QByteArray::number(i) + " from 127.0.0.1, 2 bytes");
}

TEST(WebServer, takesARequestThatComesByteByByte)
{
    TestServer server;
    Wire wire(server.server.port());

    for (const char c : "POST /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"_b)
        wire.say(QByteArray(1, c));

    EXPECT_EQ(bodyOf(wire.hear()), "POST /slow from 127.0.0.1, 3 bytes");
}

TEST(WebServer, knowsTheWholeAddressOfARequestToo)
{
    TestServer server;

    EXPECT_EQ(bodyOf(server.ask("GET http://LocalHost/a?b=c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")),
              "GET /a?b=c from 127.0.0.1, 0 bytes");
    EXPECT_EQ(bodyOf(server.ask("GET http://localhost?b=c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")),
              "GET /?b=c from 127.0.0.1, 0 bytes");
}

TEST(WebServer, endsTheConnectionOfAnOldClient)
{
    TestServer server;

    const QByteArray heard = server.ask("GET /old HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");

    EXPECT_TRUE(heard.contains("\r\nConnection: close\r\n"));
    EXPECT_EQ(bodyOf(heard), "GET /old from 127.0.0.1, 0 bytes");
}

TEST(WebServer, sendsNoBodyWhereNoneBelongs)
{
    TestServer server({}, [](const Request &request) {
        Response response = Response::plain(QStringLiteral("four"));
        response.status = request.path == QLatin1String("/none") ? 204 : request.path == QLatin1String("/same") ? 304 : 200;
        return response;
    });

    const QByteArray head = server.ask("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(head.contains("\r\nContent-Length: 4\r\n"));
    EXPECT_EQ(bodyOf(head), "");
    for (const char *path : {"/none", "/same"}) {
        const QByteArray heard = server.get(path);
        EXPECT_FALSE(heard.contains("Content-Length")) << path;
        EXPECT_EQ(bodyOf(heard), "") << path;
    }
}

TEST(WebServer, invitesABodyThatWaitsToBeInvited)
{
    TestServer server;
    Wire wire(server.server.port());

    wire.say("POST /big HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nConnection: close\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(wire.hearAnswer(), "HTTP/1.1 100 Continue\r\n\r\n");
    wire.say("abc");
    EXPECT_EQ(bodyOf(wire.hear()), "POST /big from 127.0.0.1, 3 bytes");
}

TEST(WebServer, doesNotInviteWhatItWouldNotTake)
{
    TestServer server;
    Wire wire(server.server.port());

    wire.say("POST /big HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");

    EXPECT_EQ(statusOf(wire.hearAnswer()), "413");
}

TEST(WebServer, answersWithTheHeadersThatKeepABrowserSafe)
{
    TestServer server({}, [](const Request &request) {
        Response response = Response::html(QStringLiteral("<p>Hello"));
        if (request.path == QLatin1String("/picture"))
            response.set("Cache-Control", "private, max-age=3600");
        return response;
    });

    for (const QByteArray &heard : {server.get("/"), server.ask("no request")}) {
        EXPECT_TRUE(heard.contains("\r\nContent-Security-Policy: default-src 'self'; ")) << heard.constData();
        EXPECT_TRUE(heard.contains("frame-ancestors 'none'"));
        EXPECT_TRUE(heard.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        EXPECT_TRUE(heard.contains("\r\nReferrer-Policy: same-origin\r\n"));
        EXPECT_TRUE(heard.contains("\r\nCache-Control: no-store\r\n"));
        EXPECT_FALSE(heard.contains("Strict-Transport-Security")) << "only over TLS";
        EXPECT_TRUE(heard.contains(QByteArray("\r\nDate: ")));
    }
    const QByteArray picture = server.get("/picture");
    EXPECT_TRUE(picture.contains("\r\nCache-Control: private, max-age=3600\r\n"));
    EXPECT_EQ(picture.count("Cache-Control"), 1);
}

TEST(WebServer, goesOnWhenAHandlerFails)
{
    TestServer server({}, [](const Request &request) -> Response {
        if (request.path == QLatin1String("/fault"))
            throw std::runtime_error("the disk is full of secrets");
        Response response = Response::plain(QStringLiteral("fine"));
        if (request.query.has("name"))
            response.set("X-Name", request.query.text("name").toUtf8());
        return response;
    });

    const QByteArray fault = server.get("/fault");
    EXPECT_EQ(statusOf(fault), "500");
    EXPECT_FALSE(fault.contains("secrets"));
    const QByteArray split = server.get("/?name=a%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0a<script>");
    EXPECT_EQ(statusOf(split), "500") << "an answer that would have been split is none";
    EXPECT_FALSE(split.contains("evil"));
    EXPECT_EQ(bodyOf(server.get("/?name=a")), "fine");
}

// ---- workers

TEST(WebServer, eachWorkerHasAHandlerOfItsOwnInItsOwnThread)
{
    struct Session {
        std::thread::id owner = std::this_thread::get_id();
        std::atomic_int *foreign;
        explicit Session(std::atomic_int *count) : foreign(count) {}
        ~Session() { *foreign += std::this_thread::get_id() != owner; }
    };
    std::atomic_int foreign = 0, made = 0;
    std::latch together(3); // all three have to be at work at once
    Options options;
    options.workers = 3;
    {
        web::Server server(options, [&]() -> Result<Handler> {
            ++made;
            return Handler([&, session = std::make_shared<Session>(&foreign)](const Request &) {
                foreign += std::this_thread::get_id() != session->owner;
                together.arrive_and_wait();
                return Response::plain({});
            });
        });
        ASSERT_TRUE(server.start());
        std::vector<std::unique_ptr<Wire>> wires;
        for (int i = 0; i < 3; ++i) {
            wires.push_back(std::make_unique<Wire>(server.port()));
            wires.back()->say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        for (const auto &wire : wires)
            EXPECT_EQ(statusOf(wire->hearAnswer()), "200");
    }
    EXPECT_EQ(made, 3);
    EXPECT_EQ(foreign, 0) << "used or destroyed in another thread";
}

TEST(WebServer, doesNotStartWithoutItsHandlers)
{
    std::atomic_int made = 0;
    Options options;
    options.workers = 3;
    web::Server server(options, [&]() -> Result<Handler> {
        if (++made == 2)
            return refuse(QStringLiteral("no_company"), QStringLiteral("There is no company here."));
        return Handler(TestServer::said);
    });

    const auto started = server.start();

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "no_company");
}

TEST(WebServer, refusesAnAddressThatCannotBe)
{
    TestServer taken;
    const auto code = [](const char *address, int port, bool behindProxy = false) {
        Options options;
        options.address = QString::fromLatin1(address);
        options.port = port;
        options.behindProxy = behindProxy;
        web::Server server(options, []() -> Result<Handler> { return Handler(TestServer::said); });
        const auto started = server.start();
        return started ? QStringLiteral("(started)") : started.error().code;
    };
    EXPECT_EQ(code("127.0.0.1", taken.server.port()), "port");
    EXPECT_EQ(code("0.0.0.0", 0), "in_clear");
    EXPECT_EQ(code("::", 0), "in_clear");
    EXPECT_EQ(code("shop.example", 0), "in_clear");
    EXPECT_EQ(code("shop.example", 0, true), "address");
    EXPECT_EQ(code("0.0.0.0", 0, true), "(started)");
    EXPECT_EQ(code("127.0.0.1", 0), "(started)");
}

TEST(WebServer, anAddressIsReadWithItsPort)
{
    Options options;
    ASSERT_TRUE(web::setAddress(options, QStringLiteral("192.0.2.1:8443")));
    EXPECT_EQ(options.address, "192.0.2.1");
    EXPECT_EQ(options.port, 8443);
    ASSERT_TRUE(web::setAddress(options, QStringLiteral("[::1]:8080")));
    EXPECT_EQ(options.address, "::1");
    for (const char *wrong : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:65536", "127.0.0.1:-1"}) {
        const auto set = web::setAddress(options, QString::fromLatin1(wrong));
        EXPECT_FALSE(set) << wrong;
        EXPECT_EQ(options.address, "::1") << "unchanged";
    }
}

// ---- behind a proxy

TEST(WebServer, believesOnlyItsProxyAboutWhoAsks)
{
    Options options;
    options.behindProxy = true;
    options.proxies = QStringList{QStringLiteral("127.0.0.2")};
    TestServer server(options, [](const Request &request) {
        return Response::plain(request.peer + (request.encrypted ? QStringLiteral(" encrypted ") : QStringLiteral(" clear "))
                               + QString::fromUtf8(request.header("x-forwarded-for") + request.header("forwarded")));
    });
    const auto asked = [&](const char *from, const QByteArray &headers) { return bodyOf(server.get("/", headers, from)); };

    EXPECT_EQ(asked("127.0.0.2", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"), "203.0.113.9 encrypted ");
    EXPECT_EQ(asked("127.0.0.2", "X-Forwarded-For: 6.6.6.6, 203.0.113.9\r\n"), "203.0.113.9 clear ") << "what the client said itself is not believed";
    EXPECT_EQ(asked("127.0.0.2", "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 2001:db8::1\r\n"), "2001:db8::1 clear ");
    EXPECT_EQ(asked("127.0.0.2", "X-Forwarded-For: unknown\r\n"), "127.0.0.2 clear ");
    EXPECT_EQ(asked("127.0.0.2", ""), "127.0.0.2 clear ");
    EXPECT_EQ(asked("127.0.0.1", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nForwarded: for=203.0.113.9\r\n"), "127.0.0.1 clear ");
}

TEST(WebServer, withoutAProxyNobodyIsBelieved)
{
    TestServer server;

    EXPECT_EQ(bodyOf(server.get("/", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n")), "GET / from 127.0.0.1, 0 bytes");
}

// ---- the end

TEST(WebServer, whatIsBeingAnsweredIsAnsweredBeforeItStops)
{
    std::latch begun(1), go(1);
    TestServer server({}, [&](const Request &) {
        begun.count_down();
        go.wait();
        return Response::plain(QStringLiteral("done"));
    });
    Wire working(server.server.port()), idle(server.server.port());
    idle.say("GET / HTTP/1.1\r\nHost:");
    working.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    begun.wait();

    std::thread stopper([&] { server.server.stop(); });
    EXPECT_EQ(idle.hear(), "");
    go.count_down();
    const QByteArray heard = working.hear();
    stopper.join();

    EXPECT_EQ(bodyOf(heard), "done");
    EXPECT_TRUE(heard.contains("\r\nConnection: close\r\n"));
    EXPECT_TRUE(idle.hasHungUp());
    EXPECT_EQ(server.server.connections(), 0);
}

TEST(WebServer, whoDoesNotTakeTheAnswerDoesNotKeepItFromStopping)
{
    Options options;
    options.limits.stopTime = std::chrono::milliseconds(200);
    options.limits.answerTime = std::chrono::hours(1);
    TestServer server(options, [](const Request &) { return Response::file(QByteArray(64 * 1024 * 1024, 'x'), "text/plain"); });
    Wire wire(server.server.port());
    wire.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    while (server.handled == 0)
        QThread::msleep(1);

    server.server.stop();

    EXPECT_EQ(server.server.connections(), 0);
}
