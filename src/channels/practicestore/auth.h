#pragma once

#include "web/message.h"

#include <QString>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace channels::practicestore {

struct ApiKey {
    QString key;
    QString secret;
    bool mayWrite = true;
};

struct Refusal {
    int status = 401;
    QString code;
    QString message;
};

/// Who may call the interface, as the platform decides it: key and secret (Basic or in the query) over TLS only, and anywhere a signature by
/// OAuth 1.0a, one-legged, HMAC-SHA256 or HMAC-SHA1.
class Gate {
public:
    explicit Gate(std::vector<ApiKey> keys) : m_keys(std::move(keys)) {}
    /// Nothing: come in. `base` is the address that was signed, without the query; `now` in seconds since 1970.
    std::optional<Refusal> refuses(const web::Request &request, const QString &base, qint64 now);

private:
    const ApiKey *find(const QString &key) const;
    std::optional<Refusal> byOAuth(const web::Request &request, const QString &base, qint64 now);
    bool isFresh(const QString &key, const QString &nonce, qint64 timestamp, qint64 now);

    std::vector<ApiKey> m_keys;
    std::set<QString> m_nonces;
    std::deque<std::pair<qint64, QString>> m_nonceAges; ///< oldest first
};

/// The text over which a request is signed: method, address and sorted parameters (RFC 5849, 3.4.1).
QByteArray signatureBase(const QByteArray &method, const QString &base, const std::vector<std::pair<QString, QString>> &parameters);

} // namespace channels::practicestore
