#include "channels/practicestore/auth.h"

#include "channels/http.h"

#include <QMessageAuthenticationCode>

namespace channels::practicestore {
namespace {

constexpr qint64 windowSeconds = 15 * 60;

/// What a stranger is told depends on what he wanted.
Refusal stranger(const web::Request &request)
{
    if (request.path.endsWith(QLatin1String("/batch")))
        return {401, QStringLiteral("woocommerce_rest_cannot_batch"),
                QStringLiteral("Sorry, you are not allowed to batch manipulate this resource.")};
    if (request.method == "POST")
        return {401, QStringLiteral("woocommerce_rest_cannot_create"), QStringLiteral("Sorry, you are not allowed to create resources.")};
    if (request.method == "DELETE")
        return {401, QStringLiteral("woocommerce_rest_cannot_delete"), QStringLiteral("Sorry, you are not allowed to delete this resource.")};
    if (request.method != "GET" && request.method != "HEAD")
        return {401, QStringLiteral("woocommerce_rest_cannot_edit"), QStringLiteral("Sorry, you are not allowed to edit this resource.")};
    const QString last = request.path.section(u'/', -1);
    if (!last.isEmpty() && last.toLongLong() > 0)
        return {401, QStringLiteral("woocommerce_rest_cannot_view"), QStringLiteral("Sorry, you cannot view this resource.")};
    return {401, QStringLiteral("woocommerce_rest_cannot_view"), QStringLiteral("Sorry, you cannot list resources.")};
}

Refusal wrong(const QString &message, const char *code = "woocommerce_rest_authentication_error")
{
    return {401, QString::fromLatin1(code), message};
}

std::optional<Refusal> rights(const ApiKey &key, const web::Request &request)
{
    if (key.mayWrite || request.method == "GET" || request.method == "HEAD")
        return {};
    return wrong(QStringLiteral("The API key provided does not have write permissions."));
}

bool isSame(const QByteArray &one, const QByteArray &other)
{
    int difference = one.size() == other.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(one.size(), other.size()); ++i)
        difference |= one[i] ^ other[i];
    return difference == 0;
}

} // namespace

const ApiKey *Gate::find(const QString &key) const
{
    for (const ApiKey &each : m_keys)
        if (each.key == key)
            return &each;
    return nullptr;
}

std::optional<Refusal> Gate::refuses(const web::Request &request, const QString &base, qint64 now)
{
    if (request.query.has(QStringLiteral("oauth_consumer_key")))
        return byOAuth(request, base, now);
    if (!request.encrypted) // key and secret in the open are ignored, as if nothing had been sent
        return stranger(request);
    QString key = request.query.text(QStringLiteral("consumer_key"));
    QString secret = request.query.text(QStringLiteral("consumer_secret"));
    if (const QByteArray basic = request.header("authorization"); basic.toLower().startsWith("basic ")) {
        const QString pair = QString::fromUtf8(QByteArray::fromBase64(basic.mid(6).trimmed()));
        key = pair.section(u':', 0, 0);
        secret = pair.section(u':', 1);
    }
    const ApiKey *known = find(key);
    if (!known)
        return stranger(request);
    if (!isSame(known->secret.toUtf8(), secret.toUtf8()))
        return wrong(QStringLiteral("Consumer secret is invalid."));
    return rights(*known, request);
}

QByteArray signatureBase(const QByteArray &method, const QString &base, const std::vector<std::pair<QString, QString>> &parameters)
{
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (const auto &[name, value] : parameters)
        if (name != QLatin1String("oauth_signature"))
            pairs.emplace_back(Http::encode(name), Http::encode(value));
    std::sort(pairs.begin(), pairs.end());
    QByteArrayList joined;
    for (const auto &[name, value] : pairs)
        joined.append(name + '=' + value);
    return method + '&' + Http::encode(base) + '&' + Http::encode(QString::fromLatin1(joined.join('&')));
}

std::optional<Refusal> Gate::byOAuth(const web::Request &request, const QString &base, qint64 now)
{
    const auto parameter = [&](const char *name) { return request.query.text(QString::fromLatin1(name)); };
    for (const char *name : {"oauth_timestamp", "oauth_nonce", "oauth_signature", "oauth_signature_method"})
        if (parameter(name).isEmpty())
            return wrong(QStringLiteral("Missing OAuth parameter %1").arg(QString::fromLatin1(name)),
                         "woocommerce_rest_authentication_missing_parameter");
    const ApiKey *known = find(parameter("oauth_consumer_key"));
    if (!known)
        return wrong(QStringLiteral("Consumer key is invalid."));
    const QString method = parameter("oauth_signature_method");
    if (method != QLatin1String("HMAC-SHA256") && method != QLatin1String("HMAC-SHA1"))
        return wrong(QStringLiteral("Invalid signature - signature method is invalid."));
    const auto hash = method == QLatin1String("HMAC-SHA256") ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1;
    const QByteArray text = signatureBase(request.method, base, request.query.members());
    const QByteArray signature = QMessageAuthenticationCode::hash(text, known->secret.toUtf8() + '&', hash).toBase64();
    if (!isSame(signature, parameter("oauth_signature").toUtf8()))
        return wrong(QStringLiteral("Invalid signature - provided signature does not match."));
    const qint64 timestamp = parameter("oauth_timestamp").toLongLong();
    if (timestamp < now - windowSeconds || timestamp > now + windowSeconds)
        return wrong(QStringLiteral("Invalid timestamp."));
    if (!isFresh(known->key, parameter("oauth_nonce"), timestamp, now))
        return wrong(QStringLiteral("Invalid nonce - nonce has already been used."));
    return rights(*known, request);
}

bool Gate::isFresh(const QString &key, const QString &nonce, qint64 timestamp, qint64 now)
{
    while (!m_nonceAges.empty() && m_nonceAges.front().first < now - 2 * windowSeconds) {
        m_nonces.erase(m_nonceAges.front().second);
        m_nonceAges.pop_front();
    }
    const QString mark = key + u' ' + QString::number(timestamp) + u' ' + nonce;
    if (!m_nonces.insert(mark).second)
        return false;
    m_nonceAges.emplace_back(now, mark);
    return true;
}

} // namespace channels::practicestore
