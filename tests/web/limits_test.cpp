#include "testserver.h"

#include <QFile>
#include <latch>
#include <poll.h>

using std::chrono::milliseconds;
using web::Options;
using web::Request;
using web::Response;

// Nothing that a client can make large, many or slow is borne without end. Limits are set small, and what they do is waited for.

namespace {

constexpr auto soon = milliseconds(100);

bool isSilentNow(const Wire &wire)
{
    pollfd entry{wire.socketNumber(), POLLIN, 0};
    return poll(&entry, 1, 0) == 0;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

TEST(Limit, ofTheHead)
{
    Options options;
    options.limits.head = 200;
    TestServer server(options);
    const auto withHead = [&](int bytes) {
        QByteArray head = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nA: ";
        head += QByteArray(bytes - head.size() - 4, 'x') + "\r\n\r\n";
        return statusOf(server.ask(head));
    };
    EXPECT_EQ(withHead(200), "200");
    EXPECT_EQ(withHead(201), "431");
}

TEST(Limit, ofHeaders)
{
    Options options;
    options.limits.headers = 5;
    TestServer server(options);

    EXPECT_EQ(statusOf(server.get("/", QByteArray("A: b\r\n").repeated(3))), "200"); // Host and Connection besides
    EXPECT_EQ(statusOf(server.get("/", QByteArray("A: b\r\n").repeated(4))), "431");
}

TEST(Limit, ofTheBodyHoweverItComes)
{
    Options options;
    options.limits.body = 10;
    TestServer server(options);
    const auto chunks = [&](int count) {
        return statusOf(server.ask("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                   + QByteArray("5\r\nabcde\r\n").repeated(count) + "0\r\n\r\n"));
    };
    EXPECT_EQ(statusOf(server.post("/", QByteArray(10, 'a'))), "200");
    EXPECT_EQ(statusOf(server.post("/", QByteArray(11, 'a'))), "413");
    EXPECT_EQ(chunks(2), "200");
    EXPECT_EQ(chunks(3), "413");
}

TEST(Limit, ofTheBodyIsThatOfWhatIsAskedFor)
{
    Options options;
    options.bodyLimit = [](const Request &head) { return head.path == QLatin1String("/upload") && head.cookie("in") == "1" ? 1000 : 10; };
    TestServer server(options);
    const QByteArray body(1000, 'a');

    EXPECT_EQ(statusOf(server.post("/upload", body, "Cookie: in=1\r\n")), "200");
    EXPECT_EQ(statusOf(server.post("/upload", body + "a", "Cookie: in=1\r\n")), "413");
    EXPECT_EQ(statusOf(server.post("/upload", body)), "413");
    EXPECT_EQ(statusOf(server.post("/", body, "Cookie: in=1\r\n")), "413");
}

TEST(Limit, ofAllBodiesTogether)
{
    Options options;
    options.limits.allBodies = 1000;
    TestServer server(options);
    Wire one(server.server.port()), other(server.server.port());
    for (Wire *wire : {&one, &other})
        wire->say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + QByteArray(800, 'a'));

    pollfd entries[] = {{one.socketNumber(), POLLIN, 0}, {other.socketNumber(), POLLIN, 0}};
    ASSERT_EQ(poll(entries, 2, 20'000), 1) << "exactly one of them is too much";
    Wire &refused = entries[0].revents ? one : other, &taken = entries[0].revents ? other : one;

    EXPECT_EQ(statusOf(refused.hearAnswer()), "503");
    taken.say(QByteArray(100, 'a'));
    EXPECT_EQ(statusOf(taken.hearAnswer()), "200");
    EXPECT_EQ(statusOf(server.post("/", QByteArray(1000, 'a'))), "200") << "what is answered is not counted any more";
}

TEST(Limit, ofRequestsOverOneConnection)
{
    Options options;
    options.limits.requests = 3;
    TestServer server(options);
    Wire wire(server.server.port());
    wire.say(QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n").repeated(4));

    const QByteArray heard = wire.hear();

    EXPECT_EQ(heard.count("HTTP/1.1 200"), 3);
    EXPECT_EQ(heard.count("\r\nConnection: close\r\n"), 1);
}

TEST(Limit, ofConnections)
{
    Options options;
    options.limits.connections = 2;
    TestServer server(options);
    auto one = std::make_unique<Wire>(server.server.port());
    Wire other(server.server.port());
    ASSERT_TRUE(server.hasConnections(2));

    Wire third(server.server.port());
    EXPECT_EQ(third.hear(), "");
    EXPECT_TRUE(third.hasHungUp());
    one.reset();
    ASSERT_TRUE(server.hasConnections(1));
    EXPECT_EQ(statusOf(server.get("/")), "200");
}

TEST(Limit, ofConnectionsFromOneAddress)
{
    Options options;
    options.limits.perAddress = 2;
    TestServer server(options);
    auto one = std::make_unique<Wire>(server.server.port(), "127.0.0.5");
    Wire other(server.server.port(), "127.0.0.5");
    ASSERT_TRUE(server.hasConnections(2));

    Wire third(server.server.port(), "127.0.0.5");
    EXPECT_EQ(third.hear(), "");
    EXPECT_TRUE(third.hasHungUp());
    EXPECT_EQ(statusOf(server.get("/", {}, "127.0.0.6")), "200");
    one.reset();
    ASSERT_TRUE(server.hasConnections(1));
    EXPECT_EQ(statusOf(server.get("/", {}, "127.0.0.5")), "200");
}

TEST(Limit, ofConnectionsFromOneAddressIsNotThatOfAProxy)
{
    Options options;
    options.behindProxy = true;
    options.proxies = QStringList{QStringLiteral("127.0.0.5")};
    options.limits.perAddress = 1;
    TestServer server(options);
    Wire one(server.server.port(), "127.0.0.5"), two(server.server.port(), "127.0.0.5");
    ASSERT_TRUE(server.hasConnections(2));

    EXPECT_EQ(statusOf(server.get("/", {}, "127.0.0.5")), "200");
}

TEST(Limit, ofRequestsThatWait)
{
    std::latch begun(1), go(1);
    Options options;
    options.workers = 1;
    options.limits.waiting = 1;
    TestServer server(options, [&](const Request &request) {
        if (request.path == QLatin1String("/1")) {
            begun.count_down();
            go.wait();
        }
        return Response::plain({});
    });
    Wire first(server.server.port()), second(server.server.port()), third(server.server.port());
    first.say("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n");
    begun.wait();
    for (Wire *wire : {&second, &third})
        wire->say("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");

    pollfd entries[] = {{second.socketNumber(), POLLIN, 0}, {third.socketNumber(), POLLIN, 0}};
    ASSERT_EQ(poll(entries, 2, 20'000), 1) << "exactly one of them is too much";
    Wire &refused = entries[0].revents ? second : third, &waiting = entries[0].revents ? third : second;
    const QByteArray heard = refused.hearAnswer();
    EXPECT_EQ(statusOf(heard), "503");
    EXPECT_TRUE(heard.contains("\r\nRetry-After: "));
    go.count_down();
    EXPECT_EQ(statusOf(first.hearAnswer()), "200");
    EXPECT_EQ(statusOf(waiting.hearAnswer()), "200");
}

// ---- slow ones

TEST(Limit, ofTheTimeForAHead)
{
    Options options;
    options.limits.headTime = soon;
    TestServer server(options);

    EXPECT_EQ(server.ask(""), "") << "nothing is said at all";
    EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: a\r\nA: "), "");
}

TEST(Limit, ofTheTimeForAHeadIsNotMadeLongerByAByteNowAndThen)
{
    Options options;
    options.limits.headTime = soon;
    TestServer server(options);
    Wire wire(server.server.port());
    wire.say("GET / HTTP/1.1\r\nHost: a\r\nA: ");

    while (wire.say("x") && isSilentNow(wire))
        QThread::msleep(10);

    EXPECT_EQ(wire.hear(), "");
    EXPECT_TRUE(wire.hasHungUp());
}

TEST(Limit, ofTheTimeForAWholeRequest)
{
    Options options;
    options.limits.requestTime = soon;
    options.limits.body = 10'000'000;
    TestServer server(options);
    Wire wire(server.server.port());
    wire.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n");

    while (wire.say("x") && isSilentNow(wire))
        QThread::msleep(10);

    EXPECT_EQ(wire.hear(), "");
    EXPECT_TRUE(wire.hasHungUp());
    EXPECT_EQ(server.handled, 0);
}

TEST(Limit, ofTheTimeBetweenTwoRequests)
{
    Options options;
    options.limits.idleTime = soon;
    TestServer server(options);

    EXPECT_EQ(statusOf(server.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), "200"); // and it is closed
}

TEST(Limit, ofTheTimeForTakingAnAnswer)
{
    Options options;
    options.limits.answerTime = soon;
    TestServer server(options, [](const Request &) { return Response::file(QByteArray(64 * 1024 * 1024, 'x'), "text/plain"); });
    Wire wire(server.server.port());

    wire.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n"); // and nothing is read
    while (server.handled == 0)
        QThread::msleep(1);

    EXPECT_TRUE(server.hasConnections(0));
}

TEST(Limit, ofTheTimeForReadingOnAfterARefusal)
{
    Options options;
    options.limits.lingerTime = soon;
    TestServer server(options);
    Wire wire(server.server.port());
    wire.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n");
    EXPECT_EQ(statusOf(wire.hearAnswer()), "413");

    while (server.server.connections() > 0 && wire.say("x"))
        QThread::msleep(10);

    EXPECT_TRUE(server.hasConnections(0));
}

// ---- many at once

TEST(Limit, nineHundredSlowConnectionsKeepNobodyOut)
{
    Options options;
    options.limits.headTime = std::chrono::minutes(10);
    TestServer server(options);
    const qint64 before = residentBytes();
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 900; ++i) {
        const QByteArray from = "127.0.1." + QByteArray::number(1 + i / 20);
        slow.push_back(std::make_unique<Wire>(server.server.port(), from.constData()));
        ASSERT_TRUE(slow.back()->say("GET / HTTP/1.1\r\nHost: a\r\nX: "));
    }
    ASSERT_TRUE(server.hasConnections(900));

    EXPECT_EQ(statusOf(server.get("/")), "200");
    EXPECT_EQ(statusOf(server.post("/", QByteArray(1024 * 1024, 'a'))), "200");
    EXPECT_LE(residentBytes() - before, 64 * 1024 * 1024) << "bytes of memory";
}

TEST(Limit, nineHundredConnectionsOfOneAddressAreTwenty)
{
    Options options;
    options.limits.headTime = std::chrono::minutes(10);
    TestServer server(options);
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 900; ++i)
        slow.push_back(std::make_unique<Wire>(server.server.port(), "127.0.1.1"));

    EXPECT_EQ(statusOf(server.get("/")), "200"); // taken after them, so all of them are counted
    EXPECT_TRUE(server.hasConnections(20));
}
