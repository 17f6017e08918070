#pragma once

#include "channels/answer.h"
#include "channels/channel.h"
#include "channels/woocommerce/signature.h"

#include <QCoreApplication>

namespace channels::woocommerce {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WooCommerce)
};

struct Answer {
    Json body;
    Response response;

    qint64 total() const; ///< X-WP-Total: how many rows a list has; -1 if not told
    /// The rows of a list; throws Failure (Broken) if it is none.
    const JsonArray &rows() const;
};

/// The shop's own account of why it did not do something.
struct Refusal : Failure {
    Json data; ///< what it adds to code and message: an object, a bare status number or nothing

    Refusal(Failure failure, Json more) : Failure(std::move(failure)), data(std::move(more)) {}
};

/// One shop's REST interface: where it is, how it is asked, what its refusals mean.
class Client {
public:
    Client(Http &http, Access access);

    /// Paths begin after /wp-json/wc/v3. Every call throws Failure, mostly a Refusal, unless the shop answers with success.
    Answer get(const QString &path, const Query &query = {});
    Json post(const QString &path, const Json &body, const Query &query = {});
    Json put(const QString &path, const Json &body);
    /// The description that a WordPress gives of itself to anybody, at /wp-json.
    Json siteIndex();

    Instant now() const { return m_access.clock(); }
    const Access &access() const { return m_access; }
    bool signsRequests() const { return m_way == Way::Signed; }

private:
    enum class Way { Header, Parameters, Signed }; ///< how the keys are shown

    Answer send(const QByteArray &method, const QString &path, const Query &query, const Json &body);
    Request request(const QByteArray &method, const QString &path, const Query &query, const Json &body) const;
    void prove(Request &request, const QString &path) const;
    Refusal refusal(const Response &response) const;

    Http &m_http;
    Access m_access;
    QString m_root;       ///< of the site, without a slash at the end
    QString m_signedRoot; ///< the same as the shop knows itself
    Way m_way = Way::Header;
};

} // namespace channels::woocommerce
