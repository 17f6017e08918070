#pragma once

#include "web/fields.h"

#include <stdexcept>

namespace web {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

/// A request as a handler sees it: whole, and well-formed in every respect that HTTP knows.
struct Request {
    QByteArray method; ///< one of those that the server takes
    QByteArray target; ///< path and query as they came: "/orders?page=2"
    QString path;      ///< decoded: begins with "/", has no "..", no "//", no encoded slash, no control character
    Fields query;
    Headers headers; ///< names in lower case; those by which a proxy says who asks are not among them
    QByteArray body;
    QByteArray host; ///< by which name and port we were called, in lower case: "shop.example:8443"
    QString peer;    ///< address of who asks; behind a proxy, what the proxy says
    bool encrypted = false;

    bool isRead() const { return method == "GET" || method == "HEAD"; }
    QByteArray encodedPath() const;                  ///< as it came
    QStringList steps() const;                       ///< of the path: "/orders/7" has two
    QByteArray header(const QByteArray &name) const; ///< what came several times is joined by ", "
    /// Of two cookies with one name, one may come from somebody else: then there is none.
    QByteArray cookie(const QByteArray &name) const;
};

/// What a browser is to keep. By itself no script can read it, it travels encrypted only, and comes with no form of another site.
struct Cookie {
    enum class SameSite { Lax, Strict };

    QByteArray name; ///< "__Host-session": kept by the browser only if secure and for the whole site
    QByteArray value;
    std::optional<qint64> seconds = {}; ///< how long; 0 takes the cookie away; none: until the browser is closed
    bool secure = true;
    bool hidden = true; ///< from scripts
    SameSite sameSite = SameSite::Lax;
};

/// A handler tried to say something that would have split its answer in two: a fault of the program.
struct BadHeader : std::logic_error {
    using std::logic_error::logic_error;
};

class Response {
public:
    /// How it is delivered. A store for rehearsal loses some, cuts some, and lets some trickle; everything else is delivered whole.
    enum class Delivery { Whole, Lost, Truncated, Drip };

    int status = 200;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    qint64 padding = 0; ///< so many blanks after the body

    static Response html(const QString &page, int status = 200);
    static Response plain(const QString &text, int status = 200);
    static Response json(QByteArray text, int status = 200);
    /// With a name, the browser saves it under that name; without, it shows it.
    static Response file(QByteArray bytes, const QByteArray &type, const QString &name = {});
    /// To a page of this site, by GET: "/orders/7". Throws BadHeader if it leads elsewhere.
    static Response redirect(const QString &path);

    /// The only ways to a header, in place of those of the same name or besides them. Throws BadHeader: control characters (they would split the
    /// answer), what is no name, and what the server says itself (lengths, connection, date).
    void set(const QByteArray &name, const QByteArray &value);
    void add(const QByteArray &name, const QByteArray &value);
    void setCookie(const Cookie &cookie);

    const Headers &headers() const { return m_headers; }
    bool has(const QByteArray &name) const;

private:
    Headers m_headers;
};

} // namespace web
