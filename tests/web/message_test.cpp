#include "web/message.h"

#include "random.h"

using web::BadHeader;
using web::Cookie;
using web::Request;
using web::Response;

namespace {

QByteArray valueOf(const Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers())
        if (key == name)
            return value;
    return "(none)";
}

Request withCookies(const QByteArray &header)
{
    Request request;
    request.headers = {{"cookie", header}};
    return request;
}

} // namespace

TEST(Message, aHeaderThatWouldSplitAnAnswerIsNotTaken)
{
    Response response;
    for (const QByteArray &value : {QByteArray("/a\r\nSet-Cookie: evil=1"), QByteArray("/a\nb"), QByteArray("/a\rb"), QByteArray("a\0b", 3),
                                    QByteArray("\x1b[2J"), QByteArray("a\x7f")}) {
        EXPECT_THROW(response.set("X-Value", value), BadHeader) << value.toPercentEncoding().constData();
        EXPECT_THROW(response.add("X-Value", value), BadHeader);
        EXPECT_THROW(Response::file({}, value), BadHeader);
        EXPECT_THROW(response.setCookie({.name = "a", .value = value}), BadHeader);
        EXPECT_THROW(response.setCookie({.name = value, .value = "a"}), BadHeader);
    }
    for (const char *name : {"", "A B", "A:", "A\r\nB", "\xc3\xa4", "(a)"})
        EXPECT_THROW(response.set(name, "x"), BadHeader) << name;
    for (const char *name : {"Content-Length", "content-length", "Transfer-Encoding", "Connection", "Date"})
        EXPECT_THROW(response.set(name, "0"), BadHeader) << name << " is the server's";
    EXPECT_TRUE(response.headers().empty());
}

TEST(Message, aHeaderIsReplacedOrAdded)
{
    Response response;
    response.set("X-A", "1");
    response.add("x-a", "2");
    EXPECT_EQ(response.headers().size(), 2u);
    response.set("X-a", "3");
    ASSERT_EQ(response.headers().size(), 1u);
    EXPECT_EQ(response.headers().front().second, "3");
    EXPECT_TRUE(response.has("x-A"));
}

TEST(Message, aRedirectStaysOnTheSite)
{
    EXPECT_EQ(valueOf(Response::redirect("/orders/7?page=2&q=a%20b#top"), "Location"), "/orders/7?page=2&q=a%20b#top");
    EXPECT_EQ(Response::redirect("/").status, 303);
    EXPECT_EQ(valueOf(Response::redirect(QString::fromUtf8("/ä b\r\nSet-Cookie: x")), "Location"), "/%C3%A4%20b%0D%0ASet-Cookie:%20x");
    for (const char *elsewhere : {"", "orders", "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:x"})
        EXPECT_THROW(Response::redirect(elsewhere), BadHeader) << elsewhere;
}

TEST(Message, aCookieIsSafeByItself)
{
    Response response;
    response.setCookie({.name = "__Host-session", .value = "aZ09-_="});
    response.setCookie({.name = "basket", .value = "", .seconds = 0, .secure = false, .hidden = false, .sameSite = Cookie::SameSite::Strict});

    ASSERT_EQ(response.headers().size(), 2u);
    EXPECT_EQ(response.headers()[0].second, "__Host-session=aZ09-_=; Path=/; Secure; HttpOnly; SameSite=Lax");
    EXPECT_EQ(response.headers()[1].second, "basket=; Path=/; Max-Age=0; SameSite=Strict");
    for (const char *value : {"a;b", "a,b", "a b", "\"a\"", "a\\b", "\xc3\xa4"})
        EXPECT_THROW(response.setCookie({.name = "a", .value = value}), BadHeader) << value;
    EXPECT_THROW(response.setCookie({.name = "__Host-session", .value = "a", .secure = false}), BadHeader);
}

TEST(Message, aCookieIsFoundByItsWholeName)
{
    const Request request = withCookies("xsession=1; session=2;  other = 3; broken; session2=4; empty=; tail=a=b");
    EXPECT_EQ(request.cookie("session"), "2");
    EXPECT_EQ(request.cookie("session2"), "4");
    EXPECT_EQ(request.cookie("empty"), "");
    EXPECT_EQ(request.cookie("tail"), "a=b");
    EXPECT_EQ(request.cookie("broken"), "");
    EXPECT_EQ(request.cookie("none"), "");
}

TEST(Message, ofTwoCookiesWithOneNameNoneIsTaken)
{
    EXPECT_EQ(withCookies("session=mine; session=planted").cookie("session"), "");
    EXPECT_EQ(withCookies("session=mine; other=1").cookie("session"), "mine");
}

TEST(Message, aFileIsShownOrSavedUnderItsName)
{
    const Response shown = Response::file("bytes", "image/png");
    EXPECT_EQ(valueOf(shown, "Content-Type"), "image/png");
    EXPECT_EQ(valueOf(shown, "Content-Disposition"), "(none)");
    EXPECT_EQ(shown.body, "bytes");
    const Response saved = Response::file("bytes", "application/pdf", QString::fromUtf8("Rechnung \"4711\"/ä\r\n.pdf"));
    EXPECT_EQ(valueOf(saved, "Content-Disposition"),
              "attachment; filename=\"Rechnung _4711_____.pdf\"; filename*=UTF-8''Rechnung%20%224711%22%2F%C3%A4%0D%0A.pdf");
}

TEST(Message, noHeaderWhateverItIsHasALineEnd)
{
    Random random;
    for (int round = 0; round < 20'000; ++round) {
        Response response;
        try {
            switch (random.below(4)) {
            case 0: response.set(random.of("Ab-:\r\n ", 5), random.bytes(10)); break;
            case 1: response.setCookie({.name = random.of("Ab=;\r\n", 4), .value = random.bytes(5)}); break;
            case 2: response = Response::redirect(u'/' + random.text(20)); break;
            case 3: response = Response::file({}, "a/b", random.text(20)); break;
            }
        } catch (const BadHeader &) {
        }
        for (const auto &[name, value] : response.headers())
            for (const char end : {'\r', '\n', '\0'})
                ASSERT_FALSE(name.contains(end) || value.contains(end)) << name.constData() << ": " << value.toPercentEncoding().constData();
    }
}
