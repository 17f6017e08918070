#include "web/message.h"

#include "web/token.h"

#include <algorithm>

namespace web {
namespace {

bool isSame(const QByteArray &one, const QByteArray &other) { return one.compare(other, Qt::CaseInsensitive) == 0; }

/// What the server says itself.
bool isOurs(const QByteArray &name)
{
    for (const char *ours : {"content-length", "transfer-encoding", "connection", "keep-alive", "date", "trailer", "upgrade"})
        if (isSame(name, ours))
            return true;
    return false;
}

/// RFC 6265: visible, and none of those that end or quote a value.
bool isCookieText(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

/// RFC 6266: a name for old programs, and the real one.
QByteArray savedAs(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain += c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\' && c != u'/' && c != u'%' ? char(c.unicode()) : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name.toUtf8().toPercentEncoding();
}

/// What may not stand in an address is encoded; what is encoded stays as it is.
QByteArray asAddress(const QString &path)
{
    QByteArray address;
    for (const char c : path.toUtf8())
        address += c > 0x20 && c < 0x7f && !QByteArrayView("\"<>\\^`{|}").contains(c) ? QByteArray(1, c) : QByteArray(1, c).toPercentEncoding();
    return address;
}

Response answer(QByteArray body, const QByteArray &type, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.set("Content-Type", type);
    return response;
}

} // namespace

QByteArray Request::encodedPath() const { return target.contains('?') ? target.left(target.indexOf('?')) : target; }

QStringList Request::steps() const { return path.split(u'/', Qt::SkipEmptyParts); }

QByteArray Request::header(const QByteArray &name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : headers)
        if (isSame(key, name))
            values << value;
    return values.join(", ");
}

QByteArray Request::cookie(const QByteArray &name) const
{
    std::optional<QByteArray> found;
    for (const QByteArray &part : header("cookie").split(';')) {
        const QByteArray pair = part.trimmed();
        if (!pair.startsWith(name + '='))
            continue;
        if (found)
            return {};
        found = pair.mid(name.size() + 1);
    }
    return found.value_or(QByteArray());
}

Response Response::html(const QString &page, int status) { return answer(page.toUtf8(), "text/html; charset=UTF-8", status); }
Response Response::plain(const QString &text, int status) { return answer(text.toUtf8(), "text/plain; charset=UTF-8", status); }
Response Response::json(QByteArray text, int status) { return answer(std::move(text), "application/json; charset=UTF-8", status); }

Response Response::file(QByteArray bytes, const QByteArray &type, const QString &name)
{
    Response response = answer(std::move(bytes), type, 200);
    if (!name.isEmpty())
        response.set("Content-Disposition", savedAs(name));
    return response;
}

Response Response::redirect(const QString &path)
{
    if (!path.startsWith(u'/') || path.startsWith(QLatin1String("//")) || path.contains(u'\\'))
        throw BadHeader("a redirect that leaves the site: " + path.toStdString());
    Response response = plain({}, 303);
    response.set("Location", asAddress(path));
    return response;
}

void Response::set(const QByteArray &name, const QByteArray &value)
{
    m_headers.erase(std::remove_if(m_headers.begin(), m_headers.end(), [&](const auto &known) { return isSame(known.first, name); }),
                    m_headers.end());
    add(name, value);
}

void Response::add(const QByteArray &name, const QByteArray &value)
{
    if (!isToken(name) || isOurs(name))
        throw BadHeader("no header of an answer: " + name.toPercentEncoding().toStdString());
    if (std::any_of(value.begin(), value.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; }))
        throw BadHeader("control characters in " + name.toStdString());
    m_headers.emplace_back(name, value);
}

void Response::setCookie(const Cookie &cookie)
{
    if (!isToken(cookie.name) || !isCookieText(cookie.value))
        throw BadHeader("no cookie: " + cookie.name.toPercentEncoding().toStdString());
    if (cookie.name.startsWith("__") && !cookie.secure)
        throw BadHeader("a cookie that browsers keep only if it is secure: " + cookie.name.toStdString());
    QByteArray text = cookie.name + '=' + cookie.value + "; Path=/";
    if (cookie.seconds)
        text += "; Max-Age=" + QByteArray::number(*cookie.seconds);
    if (cookie.secure)
        text += "; Secure";
    if (cookie.hidden)
        text += "; HttpOnly";
    add("Set-Cookie", text + (cookie.sameSite == Cookie::SameSite::Lax ? "; SameSite=Lax" : "; SameSite=Strict"));
}

bool Response::has(const QByteArray &name) const
{
    return std::any_of(m_headers.begin(), m_headers.end(), [&](const auto &known) { return isSame(known.first, name); });
}

} // namespace web
