#include "testserver.h"

// What is no clean request never gets to a handler, and the server goes on. Each row is sent as it stands.

namespace {

struct Attack {
    const char *name;
    QByteArray bytes;
};

const QByteArray host = "Host: localhost\r\n";
const QByteArray post = "POST / HTTP/1.1\r\n" + host;
const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
const QByteArray smuggled = "GET /smuggled HTTP/1.1\r\n" + host + "\r\n";

QByteArray get(const QByteArray &header) { return "GET / HTTP/1.1\r\n" + host + header + "\r\n\r\n"; }
QByteArray line(const QByteArray &requestLine) { return requestLine + "\r\n" + host + "\r\n"; }

std::vector<Attack> framings()
{
    return {
        {"length and chunks", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled},
        {"chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + smuggled},
        {"two lengths that differ", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"},
        {"two lengths that agree", post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"},
        {"a list of lengths", post + "Content-Length: 4, 4\r\n\r\nabcd"},
        {"a negative length", post + "Content-Length: -1\r\n\r\n"},
        {"a signed length", post + "Content-Length: +4\r\n\r\nabcd"},
        {"a hexadecimal length", post + "Content-Length: 0x4\r\n\r\nabcd"},
        {"a length with a fraction", post + "Content-Length: 4.0\r\n\r\nabcd"},
        {"an empty length", post + "Content-Length: \r\n\r\n"},
        {"a length of words", post + "Content-Length: four\r\n\r\nabcd"},
        {"a length beyond 64 bits", post + "Content-Length: 18446744073709551617\r\n\r\na"},
        {"a length beyond the limit", post + "Content-Length: 99999999999\r\n\r\na"},
        {"a blank in the length", post + "Content-Length: 1 0\r\n\r\n0123456789"},
        {"a blank before the colon of a length", post + "Content-Length : 4\r\n\r\nabcd"},
        {"a blank before the colon of chunks", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
        {"a tab before the colon of chunks", post + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n"},
        {"a blank before chunks", post + " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunks misspelt", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"chunks twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
        {"chunks in two headers", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"},
        {"chunks behind identity", post + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n"},
        {"packed chunks", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
        {"identity", post + "Transfer-Encoding: identity\r\nContent-Length: 4\r\n\r\nabcd"},
        {"quoted chunks", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
        {"chunks with a parameter", post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n"},
        {"chunks behind a vertical tab", post
                                             + "Transfer-Encoding: \x0b"
                                               "chunked\r\n\r\n0\r\n\r\n"},
        {"chunks folded", post + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"},
        {"an empty transfer encoding", post + "Transfer-Encoding:\r\n\r\n"},
        {"chunks in HTTP/1.0", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"a body to a GET", get("Content-Length: 4") + "abcd"},
        {"chunks to a GET", get("Transfer-Encoding: chunked") + "0\r\n\r\n"},
        {"a packed body", post + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"},
        {"something else expected", post + "Expect: the impossible\r\nContent-Length: 4\r\n\r\nabcd"},
    };
}

std::vector<Attack> chunks()
{
    return {
        {"a chunk's length beyond 64 bits", chunked + "10000000000000000\r\na\r\n0\r\n\r\n"},
        {"a chunk beyond the limit", chunked + "7fffffff\r\na\r\n0\r\n\r\n"},
        {"a chunk of negative length", chunked + "-1\r\na\r\n0\r\n\r\n"},
        {"a chunk's length with 0x", chunked + "0x1\r\na\r\n0\r\n\r\n"},
        {"no chunk's length", chunked + "\r\na\r\n0\r\n\r\n"},
        {"a chunk of words", chunked + "one\r\na\r\n0\r\n\r\n"},
        {"a chunk longer than said", chunked + "1\r\nabc\r\n0\r\n\r\n"},
        {"a bare line end behind a chunk's length", chunked + "1\na\r\n0\r\n\r\n"},
        {"a bare line end behind a chunk", chunked + "1\r\na\n0\r\n\r\n"},
        {"a control character in a chunk's extension", chunked + "1;a\x01\r\na\r\n0\r\n\r\n"},
        {"a line end in a chunk's extension", chunked + "1;a\nb\r\na\r\n0\r\n\r\n"},
        {"an extension without an end", chunked + "1;" + QByteArray(200'000, 'a')},
        {"a length in the trailer", chunked + "0\r\nContent-Length: 4\r\n\r\n"},
        {"chunks in the trailer", chunked + "0\r\nTransfer-Encoding: chunked\r\n\r\n"},
    };
}

std::vector<Attack> heads()
{
    return {
        {"nothing", "\r\n\r\n"},
        {"nonsense", "nonsense\r\n\r\n"},
        {"an empty line first", "\r\n" + get("A: b")},
        {"binary", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)},
        {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"HTTP/0.9", "GET /\r\n\r\n"},
        {"HTTP/3.0", line("GET / HTTP/3.0")},
        {"HTTP/1.10", line("GET / HTTP/1.10")},
        {"http/1.1", line("GET / http/1.1")},
        {"no version", line("GET /")},
        {"two blanks", line("GET  / HTTP/1.1")},
        {"a blank in the target", line("GET /a b HTTP/1.1")},
        {"a blank first", line(" GET / HTTP/1.1")},
        {"a blank last", line("GET / HTTP/1.1 ")},
        {"a tab", line("GET\t/\tHTTP/1.1")},
        {"bare line ends", "GET / HTTP/1.1\nHost: localhost\n\n"},
        {"one bare line end", "GET / HTTP/1.1\r\nA: b\nHost: localhost\r\n\r\n"},
        {"a bare return", "GET / HTTP/1.1\r\nA: b\rHost: localhost\r\n\r\n"},
        {"a bare line end at the end", "GET / HTTP/1.1\r\n" + host + "\n"},
        {"returns only", "GET / HTTP/1.1\rHost: localhost\r\r"},
        {"a folded line", get("A: b\r\n c")},
        {"a line folded by a tab", get("A: b\r\n\tc")},
        {"a folded Host", "GET / HTTP/1.1\r\nHost:\r\n localhost\r\n\r\n"},
        {"NUL in a value", get("A: b"_b + '\0' + "c")},
        {"NUL in a name", get("A"_b + '\0' + ": c")},
        {"NUL in the target", line("GET /"_b + '\0' + " HTTP/1.1")},
        {"a control character in a value", get("A: b\x07")},
        {"DEL in a value", get("A: b\x7f")},
        {"a header without a name", get(": b")},
        {"a header without a colon", get("Ab")},
        {"a blank before the colon", get("A : b")},
        {"brackets in a name", get("A(b): c")},
        {"letters beyond ASCII in a name", get("\xc3\x84: c")},
        {"letters beyond ASCII in the target", line("GET /\xc3\xa4 HTTP/1.1")},
        {"a head that is too large", get("A: " + QByteArray(100'000, 'b'))},
        {"a target that is too long", line("GET /" + QByteArray(100'000, 'a') + " HTTP/1.1")},
        {"too many headers", get(QByteArray("A: b\r\n").repeated(500) + "A: b")},
        {"a method that is not done", line("BREW / HTTP/1.1")},
        {"TRACE", line("TRACE / HTTP/1.1")},
        {"CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n" + host + "\r\n"},
        {"a method in small letters", line("get / HTTP/1.1")},
        {"two content types", post + "Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n\r\n"},
        {"two cookies' headers", get("Cookie: a=b\r\nCookie: a=c")},
        {"a Connection that is no list", get("Connection: =close=")},
    };
}

std::vector<Attack> names()
{
    return {
        {"no Host", "GET / HTTP/1.1\r\n\r\n"},
        {"no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n"},
        {"two Hosts", "GET / HTTP/1.1\r\n" + host + "Host: localhost\r\n\r\n"},
        {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
        {"another Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"},
        {"a Host with a user", "GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n"},
        {"a Host with a path", "GET / HTTP/1.1\r\nHost: localhost/evil\r\n\r\n"},
        {"a Host with a blank", "GET / HTTP/1.1\r\nHost: localhost evil\r\n\r\n"},
        {"a Host with two ports", "GET / HTTP/1.1\r\nHost: localhost:80:80\r\n\r\n"},
        {"a Host with a port of words", "GET / HTTP/1.1\r\nHost: localhost:http\r\n\r\n"},
        {"Hosts in a list", "GET / HTTP/1.1\r\nHost: localhost, evil.example\r\n\r\n"},
        {"a Host in brackets without an end", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"},
        {"a target elsewhere", line("GET http://evil.example/ HTTP/1.1")},
        {"a target with a user", line("GET http://evil@localhost/ HTTP/1.1")},
        {"a target of another scheme", line("GET ftp://localhost/ HTTP/1.1")},
        {"a target without a name", line("GET http:///a HTTP/1.1")},
        {"an asterisk", line("GET * HTTP/1.1")},
        {"a name for a target", line("GET localhost HTTP/1.1")},
        {"a fragment", line("GET /a#b HTTP/1.1")},
    };
}

std::vector<Attack> paths()
{
    return {
        {"upwards", line("GET /a/../b HTTP/1.1")},
        {"upwards at the end", line("GET /a/.. HTTP/1.1")},
        {"upwards encoded", line("GET /a/%2e%2e/b HTTP/1.1")},
        {"upwards half encoded", line("GET /a/.%2E/b HTTP/1.1")},
        {"where one is", line("GET /a/./b HTTP/1.1")},
        {"an encoded slash", line("GET /a%2fb HTTP/1.1")},
        {"an encoded backslash", line("GET /a%5Cb HTTP/1.1")},
        {"a backslash", line("GET /a\\..\\b HTTP/1.1")},
        {"two slashes", line("GET //evil.example/ HTTP/1.1")},
        {"an encoded NUL", line("GET /a%00b HTTP/1.1")},
        {"encoded line ends", line("GET /a%0d%0ab HTTP/1.1")},
        {"an encoded DEL", line("GET /a%7f HTTP/1.1")},
        {"half an encoding", line("GET /a%2 HTTP/1.1")},
        {"no encoding", line("GET /a%zz HTTP/1.1")},
        {"too long UTF-8", line("GET /a%c0%af HTTP/1.1")},
        {"half a surrogate", line("GET /a%ed%a0%80 HTTP/1.1")},
        {"no UTF-8", line("GET /a%ff HTTP/1.1")},
        {"NUL in the query", line("GET /?a=%00 HTTP/1.1")},
        {"no UTF-8 in the query", line("GET /?a=%c3%28 HTTP/1.1")},
        {"half an encoding in the query", line("GET /?a=%a HTTP/1.1")},
    };
}

} // namespace

TEST(Attack, isRefusedAndTheServerGoesOn)
{
    web::Options options;
    options.names = QStringList{QStringLiteral("localhost")};
    options.limits.headTime = std::chrono::milliseconds(500);
    options.limits.requestTime = std::chrono::milliseconds(500);
    TestServer server(options);
    int attacks = 0;

    for (const auto &rows : {framings(), chunks(), heads(), names(), paths()})
        for (const Attack &attack : rows) {
            const int before = server.handled;
            const QByteArray heard = server.ask(attack.bytes);
            EXPECT_TRUE(heard.isEmpty() || heard.startsWith("HTTP/1.1 4")) << attack.name << " -> " << heard.left(60).constData();
            EXPECT_LE(heard.count("HTTP/1.1 "), 1) << attack.name << " was answered twice";
            EXPECT_EQ(server.handled, before) << attack.name << " got to the handler";
            EXPECT_TRUE(server.isAlive()) << "after " << attack.name;
            ++attacks;
        }

    EXPECT_GE(attacks, 60);
}

TEST(Attack, whatIsWrongIsSaidInTheWordsOfHttp)
{
    web::Options options;
    options.names = QStringList{QStringLiteral("localhost")};
    TestServer server(options);

    EXPECT_EQ(statusOf(server.ask(get("A: " + QByteArray(100'000, 'b')))), "431");
    EXPECT_EQ(statusOf(server.ask(post + "Content-Length: 99999999\r\n\r\n" + QByteArray(100'000, 'a'))), "413");
    EXPECT_EQ(statusOf(server.ask(chunked + "ffffff\r\n" + QByteArray(100'000, 'a'))), "413");
    EXPECT_EQ(statusOf(server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")), "421");
    EXPECT_EQ(statusOf(server.ask(post + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")), "415");
    EXPECT_EQ(statusOf(server.ask(post + "Expect: a miracle\r\nContent-Length: 4\r\n\r\nabcd")), "417");
    const QByteArray notDone = server.ask(line("DELETE / HTTP/1.1"));
    EXPECT_EQ(statusOf(notDone), "405");
    EXPECT_TRUE(notDone.contains("\r\nAllow: GET, HEAD, POST\r\n")) << notDone.constData();
}

TEST(Attack, whatIsRefusedToAHeadRequestHasNoBodyEither)
{
    TestServer server;

    const QByteArray heard = server.ask("HEAD /.. HTTP/1.1\r\nHost: localhost\r\n\r\n");

    EXPECT_EQ(statusOf(heard), "400");
    EXPECT_EQ(bodyOf(heard), "");
}
