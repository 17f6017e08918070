#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

namespace channels::woocommerce {

using Query = std::vector<std::pair<QString, QString>>;

/// OAuth 1.0a with one leg (RFC 5849, HMAC-SHA256): how WooCommerce wants to be asked over plain http, so that the secret is never sent.
struct Signing {
    QString key;
    QString secret;
    qint64 timestamp = 0; ///< seconds since 1970; the shop allows a quarter of an hour of difference
    QByteArray nonce;     ///< never used before
};

/// Method, address and sorted parameters as RFC 5849 section 3.4.1 joins them. `url` has no query.
QByteArray signatureBase(const QByteArray &method, const QString &url, const Query &parameters);
/// The query with the oauth_ parameters that sign it. `signedUrl` is the address as the shop knows itself.
Query signedQuery(const QByteArray &method, const QString &signedUrl, Query query, const Signing &signing);

} // namespace channels::woocommerce
