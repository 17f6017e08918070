#include "channels/vendure/client.h"

#include "channels/htmltext.h"

#include <QUrl>

namespace channels::vendure {
namespace {

const QString loginDocument = QStringLiteral("mutation($user:String!,$password:String!){login(username:$user,password:$password){__typename ...on "
                                             "CurrentUser{id} ...on ErrorResult{errorCode message}}}");

/// The shop's address may be given with or without the path of its interface.
QString endpoint(QString address)
{
    address = address.trimmed();
    while (address.endsWith(u'/'))
        address.chop(1);
    return QUrl(address).path().isEmpty() ? address + QStringLiteral("/admin-api") : address;
}

/// A lost answer to what only reads is as good as no connection.
[[noreturn]] void rethrowAsRepeatable(const Failure &failure)
{
    if (failure.kind != Failure::Kind::Unknown)
        throw failure;
    throw Failure(Failure::Kind::Unreachable, failure.text(), failure.status, failure.retryAfterSeconds, failure.code);
}

QByteArray part(const QByteArray &boundary, const QByteArray &head, const QByteArray &content)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

QByteArray quoted(const QString &name) { return QString(name).remove(u'"').remove(u'\r').remove(u'\n').toUtf8(); }

} // namespace

Client::Client(Http &http, Access access) : m_http(http), m_access(std::move(access)), m_url(endpoint(m_access.url)) { m_access.secrets.resize(2); }

Json Client::query(const QString &document, const Json &variables)
{
    try {
        return ask(document, variables);
    } catch (const Failure &failure) {
        rethrowAsRepeatable(failure);
    }
}

Json Client::mutate(const QString &document, const Json &variables) { return ask(document, variables); }

Json Client::ask(const QString &document, const Json &variables)
{
    Request request;
    request.body = Json::object({{"query", document}, {"variables", variables}}).toJson();
    request.timeoutSeconds = 180;
    return sendSignedIn(std::move(request));
}

Json Client::upload(const QString &document, const Upload &file)
{
    const QByteArray boundary = "purser" + m_access.random(16).toHex();
    const Json operation = Json::object({{"query", document}, {"variables", Json::object({{"file", Json()}})}});
    Request request;
    request.contentType = "multipart/form-data; boundary=" + boundary;
    request.headers = {{"Apollo-Require-Preflight", "true"}}; // the server refuses forms from browsers that lack it
    request.body =
        part(boundary, "name=\"operations\"", operation.toJson()) + part(boundary, "name=\"map\"", R"({"0":["variables.file"]})")
        + part(boundary, "name=\"0\"; filename=\"" + quoted(file.fileName) + "\"\r\nContent-Type: " + file.mediaType.toLatin1(), file.bytes) + "--"
        + boundary + "--\r\n";
    request.timeoutSeconds = 180;
    return sendSignedIn(std::move(request));
}

Json Client::sendSignedIn(Request request)
{
    request.method = "POST";
    request.url = m_url;
    const auto headers = request.headers;
    for (bool again = false;; again = true) {
        request.headers = headers;
        authenticate(request);
        try {
            return dataOf(m_http.send(request));
        } catch (const Failure &failure) {
            // A token ends after a time, or with a restart of the shop: nothing was done, so it is asked once more under a new one.
            if (failure.code != u"FORBIDDEN" || again || hasApiKey())
                throw;
            m_token.clear();
        }
    }
}

void Client::authenticate(Request &request)
{
    if (const QString channel = m_access.options["channel_token"].text(); !channel.isEmpty())
        request.headers.emplace_back("vendure-token", channel.toUtf8());
    if (hasApiKey()) {
        request.headers.emplace_back("vendure-api-key", m_access.secrets[0].toUtf8());
        return;
    }
    if (m_token.isEmpty())
        signIn();
    request.headers.emplace_back("Authorization", "Bearer " + m_token);
}

void Client::signIn()
{
    Request request;
    request.method = "POST";
    request.url = m_url;
    const Json variables = Json::object({{"user", m_access.secrets[0]}, {"password", m_access.secrets[1]}});
    request.body = Json::object({{"query", loginDocument}, {"variables", variables}}).toJson();
    try {
        const Response response = m_http.send(request);
        const Outcome login = outcomeOf(dataOf(response)["login"]);
        if (!login.errorCode.isEmpty())
            throw Failure(Failure::Kind::Denied, login.message, response.status, -1, login.errorCode);
        m_token = response.header("vendure-auth-token");
    } catch (const Failure &failure) {
        rethrowAsRepeatable(failure);
    }
    if (m_token.isEmpty())
        throw Failure(Failure::Kind::Denied, Words::tr("The shop gives no token at sign-in: it must allow tokenMethod 'bearer', or an API key."));
}

Json Client::dataOf(const Response &response) const
{
    const auto parsed = Json::parse(response.body);
    const Json &firstError = parsed ? (*parsed)["errors"].at(0) : Json();
    if (response.status != 200 && response.status != 400)
        throw failureOf(response, m_access.clock(), shopWords(firstError["message"].text()), firstError["extensions"]["code"].text());
    const Json body = jsonOf(response);
    if (!body["errors"].items().empty())
        throw failureIn(body["errors"].at(0), response.status);
    if (response.status != 200)
        throw failureOf(response, m_access.clock(), {}, {});
    if (!body["data"].isObject())
        throw Failure(Failure::Kind::Broken, Words::tr("The shop's answer holds no data."), response.status);
    return body["data"];
}

Failure Client::failureIn(const Json &error, int status) const
{
    const QString code = error["extensions"]["code"].text();
    const QString text = shopWords(error["message"].text());
    if (code == u"FORBIDDEN" || code == u"UNAUTHORIZED")
        return Failure(Failure::Kind::Denied, text, status, -1, code);
    // Without a code it is an accident inside the shop, which has undone what it had begun.
    if (code.isEmpty() || code == u"INTERNAL_SERVER_ERROR")
        return Failure(Failure::Kind::Broken, text, status, -1, code);
    return Failure(Failure::Kind::Rejected, text, status, -1, code);
}

Outcome outcomeOf(const Json &result)
{
    Outcome outcome{result, result["errorCode"].text(), shopWords(result["message"].text())};
    if (!result["transitionError"].text().isEmpty())
        outcome.message = shopWords(result["transitionError"].text());
    return outcome;
}

} // namespace channels::vendure
