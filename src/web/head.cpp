#include "web/head.h"

#include "web/token.h"

#include <algorithm>

namespace web {

// ---- byte by byte

HeadScanner::State HeadScanner::takeAtStart(char c)
{
    if (m_first)
        return c >= 'A' && c <= 'Z' ? step(Place::RequestLine) : State::Wrong;
    if (c == '\r')
        return step(Place::AfterLastReturn);
    return isTokenChar(c) ? step(Place::Name) : State::Wrong; // a blank would continue the line before
}

HeadScanner::State HeadScanner::take(char c)
{
    switch (m_place) {
    case Place::LineStart: return takeAtStart(c);
    case Place::RequestLine:
        if (c == '\r')
            return step(Place::AfterReturn);
        return c >= 0x20 && c < 0x7f ? State::Within : State::Wrong;
    case Place::Name:
        if (c == ':')
            return step(Place::Value);
        return isTokenChar(c) ? State::Within : State::Wrong;
    case Place::Value:
        if (c == '\r')
            return step(Place::AfterReturn);
        return c == '\t' || (uchar(c) >= 0x20 && c != 0x7f) ? State::Within : State::Wrong;
    case Place::AfterReturn: m_first = false; return c == '\n' ? step(Place::LineStart) : State::Wrong;
    case Place::AfterLastReturn: return c == '\n' ? State::Done : State::Wrong;
    }
    return State::Wrong;
}

// ---- as a whole

namespace {

bool isDigits(QByteArrayView text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What may come once only: a second one would be somebody else's.
bool isRepeated(const Headers &headers)
{
    for (const char *name :
         {"host", "content-length", "transfer-encoding", "content-type", "content-encoding", "authorization", "cookie", "origin", "expect", "range"})
        if (std::count_if(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; }) > 1)
            return true;
    return false;
}

/// The name in a Host header, without its port; nothing if it is none.
std::optional<QByteArray> nameIn(const QByteArray &host)
{
    const bool isNumber = host.startsWith('['); // of IPv6
    const auto end = isNumber ? host.indexOf(']') + 1 : host.indexOf(':') < 0 ? host.size() : host.indexOf(':');
    const QByteArray name = host.left(end), port = host.mid(end);
    const QByteArrayView allowed = isNumber ? "[]0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789-._";
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), [&](char c) { return allowed.contains(c); }))
        return {};
    if (!port.isEmpty() && (port.front() != ':' || !isDigits(port.mid(1), 5)))
        return {};
    return name;
}

struct Line {
    QByteArray method;
    QByteArray target;  ///< path and query
    QByteArray called;  ///< by which name, where the target says one
    bool isOld = false; ///< HTTP/1.0
};

std::optional<Line> readLine(const QByteArray &text)
{
    const QByteArrayList words = text.split(' ');
    if (words.size() != 3 || !isToken(words[0]) || (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0"))
        return {};
    Line line{words[0], words[1], {}, words[2] == "HTTP/1.0"};
    for (const char *scheme : {"http://", "https://"})
        if (line.target.toLower().startsWith(scheme)) {
            const QByteArray rest = line.target.mid(qstrlen(scheme));
            const auto *const end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
            line.called = rest.left(end - rest.begin()).toLower();
            line.target = rest.mid(end - rest.begin());
            if (!line.target.startsWith('/'))
                line.target.prepend('/');
            if (line.called.isEmpty())
                return {};
        }
    if (!line.target.startsWith('/') || line.target.contains('#'))
        return {};
    return line;
}

/// Nothing that would lead out of where it seems to lead.
std::optional<QString> readPath(const QByteArray &encoded)
{
    if (encoded.toLower().contains("%2f") || encoded.contains("//"))
        return {};
    auto path = decoded(encoded, Plus::IsPlus);
    if (!path || std::any_of(path->begin(), path->end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f || c == u'\\'; }))
        return {};
    for (const QString &step : path->split(u'/'))
        if (step == QLatin1String(".") || step == QLatin1String(".."))
            return {};
    return path;
}

bool readTarget(Request &request, const QByteArray &target)
{
    const auto mark = target.indexOf('?') < 0 ? target.size() : target.indexOf('?');
    auto path = readPath(target.left(mark));
    auto query = Fields::parse(target.mid(mark + 1));
    if (!path || !query)
        return false;
    request.target = target;
    request.path = *std::move(path);
    request.query = *std::move(query);
    return true;
}

Headers readHeaders(QByteArrayView text)
{
    Headers headers;
    while (!text.startsWith("\r\n")) {
        const auto end = text.indexOf("\r\n"), colon = text.indexOf(':');
        headers.emplace_back(text.first(colon).toByteArray().toLower(), text.sliced(colon + 1, end - colon - 1).trimmed().toByteArray());
        text = text.sliced(end + 2);
    }
    return headers;
}

std::optional<Refused> refuseName(Request &request, const Line &line, const Options &options)
{
    request.host = request.header("host").toLower();
    const auto name = nameIn(request.host);
    if (!name || (!line.called.isEmpty() && line.called != request.host))
        return Refused{};
    if (!options.names.isEmpty() && !options.names.contains(QString::fromLatin1(*name), Qt::CaseInsensitive))
        return Refused{421, "There is nobody of this name here."};
    return {};
}

/// How long the body is, has to be said once and in one way.
std::optional<Refused> refuseBody(Head &head, bool isOld)
{
    const QByteArray chunks = head.request.header("transfer-encoding").toLower(), length = head.request.header("content-length");
    const bool hasLength =
        std::any_of(head.request.headers.begin(), head.request.headers.end(), [](const auto &header) { return header.first == "content-length"; });
    const bool isChunked =
        std::any_of(head.request.headers.begin(), head.request.headers.end(), [](const auto &header) { return header.first == "transfer-encoding"; });
    if (isChunked && (chunks != "chunked" || hasLength || isOld))
        return Refused{};
    if (hasLength && !isDigits(length, 15))
        return Refused{};
    head.length = isChunked ? std::nullopt : std::optional(length.toLongLong());
    if (head.request.isRead() && head.length != 0)
        return Refused{};
    if (const QByteArray packed = head.request.header("content-encoding").toLower(); !packed.isEmpty() && packed != "identity")
        return Refused{415, "Only what is not compressed is taken."};
    const QByteArray expected = head.request.header("expect").toLower();
    if (!expected.isEmpty() && (expected != "100-continue" || isOld))
        return Refused{417, "This cannot be expected."};
    head.expectsContinue = !expected.isEmpty();
    return {};
}

bool saysClose(const Request &request)
{
    for (const QByteArray &word : request.header("connection").toLower().split(','))
        if (word.trimmed() == "close")
            return true;
    return false;
}

} // namespace

std::variant<Head, Refused> readHead(QByteArrayView text, const Options &options)
{
    const auto lineEnd = text.indexOf("\r\n");
    const auto line = readLine(text.first(lineEnd).toByteArray());
    Head head;
    head.request.headers = readHeaders(text.sliced(lineEnd + 2));
    if (!line || isRepeated(head.request.headers) || !readTarget(head.request, line->target))
        return Refused{};
    if (qsizetype(head.request.headers.size()) > options.limits.headers)
        return Refused{431, "The head is too large."};
    if (const auto refused = refuseName(head.request, *line, options))
        return *refused;
    head.request.method = line->method;
    if (!options.methods.contains(line->method))
        return Refused{405, "This is not done here."};
    if (const auto refused = refuseBody(head, line->isOld))
        return *refused;
    head.keepAlive = !line->isOld && !saysClose(head.request);
    return head;
}

} // namespace web
