#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace channels {

/// The storefront did not do what was asked. Thrown by connectors and Http, caught by the channel engine.
struct Failure : std::runtime_error {
    enum class Kind {
        Unreachable, ///< no connection, TLS refused, time-out before the request was sent; for a GET also no answer: safe to repeat
        Unknown,     ///< the request (not a GET) was sent and the answer was lost or cut: it may have been done
        Busy,        ///< 429, 503: later, see retryAfter
        Broken,      ///< 5xx, or an answer that cannot be read
        Denied,      ///< 401, 403: wrong key, missing right
        Rejected,    ///< 4xx: this request will never be accepted
        Cancelled    ///< a person stopped the run; what was sent by then and is no GET is Unknown instead
    };
    Kind kind;
    int status = 0;             ///< HTTP status; 0 where there was no answer
    int retryAfterSeconds = -1; ///< as told by the storefront, capped at an hour; -1: not told
    QString code;               ///< the storefront's own word for it, if any; ours: "certificate", "too_large"

    Failure(Kind k, const QString &text, int httpStatus = 0, int retryAfter = -1, QString shopCode = {})
        : std::runtime_error(text.toStdString()), kind(k), status(httpStatus), retryAfterSeconds(retryAfter), code(std::move(shopCode))
    {}
    QString text() const { return QString::fromUtf8(what()); }
};

struct Request {
    QByteArray method = "GET";
    QString url;                                    ///< complete, without the query
    std::vector<std::pair<QString, QString>> query; ///< not yet encoded
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray contentType = "application/json";
    int timeoutSeconds = 60; ///< for the whole exchange, not only for silence
    qint64 largestAnswer = 64 * 1024 * 1024;
    /// The same request with a proof of its own, for sending it again: a signature counts once. None: it is sent again as it is.
    std::function<Request()> again;
};

struct Response {
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
};

/// What a connector needs of the network. Calls block: connectors run on a worker thread.
class Http {
public:
    virtual ~Http() = default;
    /// Sends once. Throws Failure (Unreachable, Unknown, Broken, Cancelled; Rejected for an address that cannot be called) where there is
    /// no complete answer; any status is an answer.
    virtual Response send(const Request &request) = 0;
    /// RFC 3986 encoding of a query or form component: everything but unreserved characters.
    static QByteArray encode(const QString &text);
    static QByteArray encodeQuery(const std::vector<std::pair<QString, QString>> &query);
};

/// The real network, over libcurl: TLS 1.2 or newer always verified, only http and https, total deadline, no proxy of the environment.
/// Only a GET is redirected, and only within its host; any other redirect is handed back as the answer that it is.
/// Belongs to one thread at a time.
class NetworkHttp : public Http {
public:
    struct Options {
        QString trustFile;                           ///< PEM of a private certificate authority, the only one trusted then; empty: the system's
        const std::atomic_bool *cancelled = nullptr; ///< checked at least ten times a second
    };
    explicit NetworkHttp(Options options);
    ~NetworkHttp() override;
    Response send(const Request &request) override;

private:
    struct Line; ///< libcurl's handles; keeps connections open between calls
    Options m_options;
    std::unique_ptr<Line> m_line;
};

} // namespace channels
