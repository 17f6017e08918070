#include "channels/woocommerce/client.h"

#include "channels/htmltext.h"

#include <QUrl>
#include <algorithm>

namespace channels::woocommerce {
namespace {

const QString interface = QStringLiteral("/wp-json/wc/v3");

/// What people paste: with slashes at the end, or with the interface's own path.
QString siteRoot(QString address)
{
    address = address.trimmed();
    const auto api = address.indexOf(QStringLiteral("/wp-json"));
    if (api >= 0)
        address.truncate(api);
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

/// WooCommerce checks a signature against its own configured address, with the scheme of the call: http, as nothing is signed over TLS.
QString asSigned(const QString &root)
{
    QUrl url(root);
    url.setScheme(QStringLiteral("http"));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

qint64 Answer::total() const
{
    bool isNumber = false;
    const qint64 rows = response.header("x-wp-total").toLongLong(&isNumber);
    return isNumber ? rows : -1;
}

const JsonArray &Answer::rows() const
{
    const bool isList = body.isArray() && std::all_of(body.items().begin(), body.items().end(), [](const Json &row) { return row.isObject(); });
    if (!isList)
        throw Failure(Failure::Kind::Broken, Words::tr("The shop answered something other than a list."), response.status);
    return body.items();
}

Client::Client(Http &http, Access access) : m_http(http), m_access(std::move(access)), m_root(siteRoot(m_access.url))
{
    const QString home = siteRoot(m_access.options["home"].text());
    m_signedRoot = asSigned(home.isEmpty() ? m_root : home);
    if (!m_root.startsWith(QStringLiteral("https:"), Qt::CaseInsensitive) || m_access.options["auth"].text() == u"oauth")
        m_way = Way::Signed;
    else if (m_access.options["auth"].text() == u"query")
        m_way = Way::Parameters;
    m_access.secrets.resize(2);
}

Answer Client::get(const QString &path, const Query &query) { return send("GET", path, query, {}); }

Json Client::post(const QString &path, const Json &body, const Query &query) { return send("POST", path, query, body).body; }

Json Client::put(const QString &path, const Json &body)
{
    try {
        return send("PUT", path, {}, body).body;
    } catch (const Failure &failure) {
        if (failure.status != 405 && failure.status != 501)
            throw;
    }
    return post(path, body, {{"_method", "PUT"}}); // a firewall before the shop knows only GET and POST
}

Json Client::siteIndex()
{
    Request plain;
    plain.url = m_root + QStringLiteral("/wp-json");
    plain.query = {{"_fields", "name,home,timezone_string,gmt_offset,namespaces"}};
    const Response response = m_http.send(plain);
    if (response.status != 200)
        throw refusal(response);
    return jsonOf(response);
}

Answer Client::send(const QByteArray &method, const QString &path, const Query &query, const Json &body)
{
    Response response = m_http.send(request(method, path, query, body));
    // A read whose answer was lost is repeated below us as it was, and its nonce counts as used: signed anew it is a request like any other.
    if (m_way == Way::Signed && response.status == 401 && refusal(response).code == u"woocommerce_rest_authentication_error")
        response = m_http.send(request(method, path, query, body));
    if (response.status < 200 || response.status >= 300)
        throw refusal(response);
    Json json = jsonOf(response);
    return {std::move(json), std::move(response)};
}

Request Client::request(const QByteArray &method, const QString &path, const Query &query, const Json &body) const
{
    Request result;
    result.method = method;
    result.url = m_root + interface + path;
    result.query = query;
    result.headers = {{"Accept", "application/json"}};
    if (!body.isNull()) {
        result.body = body.toJson();
        result.timeoutSeconds = 180; // a hundred products at once take a small shop a while
    }
    prove(result, path);
    if (m_way == Way::Signed) // the shop takes a nonce once
        result.again = [this, method, path, query, body] { return request(method, path, query, body); };
    return result;
}

void Client::prove(Request &request, const QString &path) const
{
    const QString &key = m_access.secrets[0];
    const QString &secret = m_access.secrets[1];
    switch (m_way) {
    case Way::Header: request.headers.emplace_back("Authorization", "Basic " + (key + u':' + secret).toUtf8().toBase64()); break;
    case Way::Parameters:
        request.query.emplace_back("consumer_key", key);
        request.query.emplace_back("consumer_secret", secret);
        break;
    case Way::Signed:
        request.query = signedQuery(request.method, m_signedRoot + interface + path, request.query,
                                    {key, secret, m_access.clock().micros / 1'000'000, m_access.random(16).toHex()});
        break;
    }
}

Refusal Client::refusal(const Response &response) const
{
    const auto parsed = Json::parse(response.body);
    const Json body = parsed ? *parsed : Json(); // maintenance mode and hosts' own limits answer with pages for people
    const QString code = body["code"].text();
    QString text = shopWords(body["message"].text());
    if (response.status == 401 && code == u"woocommerce_rest_cannot_view")
        text = Words::tr("%1 The key is unknown, or the server hides it from the shop: the option auth = query helps then.").arg(text);
    // The shop answers 500 to what it will never do, too; only its crashes are worth another try.
    if (response.status == 500 && code.startsWith(u"woocommerce_rest_"))
        return {Failure(Failure::Kind::Rejected, text, response.status, -1, code), body["data"]};
    return {failureOf(response, now(), text, code), body["data"]};
}

} // namespace channels::woocommerce
