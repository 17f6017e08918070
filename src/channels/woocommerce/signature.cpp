#include "channels/woocommerce/signature.h"

#include "channels/http.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <algorithm>

namespace channels::woocommerce {

QByteArray signatureBase(const QByteArray &method, const QString &url, const Query &parameters)
{
    std::vector<std::pair<QByteArray, QByteArray>> encoded;
    for (const auto &[name, value] : parameters)
        encoded.emplace_back(Http::encode(name), Http::encode(value));
    std::sort(encoded.begin(), encoded.end());

    QByteArray joined;
    for (const auto &[name, value] : encoded)
        joined += (joined.isEmpty() ? "" : "&") + name + "=" + value;
    return method + "&" + Http::encode(url) + "&" + Http::encode(QString::fromLatin1(joined));
}

Query signedQuery(const QByteArray &method, const QString &signedUrl, Query query, const Signing &signing)
{
    query.emplace_back("oauth_consumer_key", signing.key);
    query.emplace_back("oauth_nonce", QString::fromLatin1(signing.nonce));
    query.emplace_back("oauth_signature_method", "HMAC-SHA256");
    query.emplace_back("oauth_timestamp", QString::number(signing.timestamp));
    query.emplace_back("oauth_version", "1.0");

    const QByteArray secret = Http::encode(signing.secret) + "&"; // there is no token, so nothing follows
    const QByteArray base = signatureBase(method, signedUrl, query);
    const QByteArray signature = QMessageAuthenticationCode::hash(base, secret, QCryptographicHash::Sha256).toBase64();
    query.emplace_back("oauth_signature", QString::fromLatin1(signature));
    return query;
}

} // namespace channels::woocommerce
