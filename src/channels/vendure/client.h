#pragma once

#include "channels/answer.h"
#include "channels/channel.h"

#include <QCoreApplication>

namespace channels::vendure {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Vendure)
};

/// A file that goes with a request, as the GraphQL multipart convention wants it.
struct Upload {
    QString fileName;
    QString mediaType;
    QByteArray bytes;
};

/// One shop's Admin API. Signs in with user and password and keeps the token, or shows an API key, which the shop checks more slowly.
class Client {
public:
    Client(Http &http, Access access);

    /// The `data` of the answer. Throws Failure for everything that Vendure reports as errors, which it does with status 200.
    /// A query is safe to repeat: a lost answer to it is Unreachable, to a mutation it is Unknown.
    Json query(const QString &document, const Json &variables = Json::object());
    Json mutate(const QString &document, const Json &variables);
    /// A mutation whose variable `file` is the upload.
    Json upload(const QString &document, const Upload &file);

    const Access &access() const { return m_access; }

private:
    Json ask(const QString &document, const Json &variables);
    Json sendSignedIn(Request request);
    void signIn();
    void authenticate(Request &request);
    Json dataOf(const Response &response) const;
    Failure failureIn(const Json &error, int status) const;
    bool hasApiKey() const { return m_access.secrets[1].isEmpty(); }

    Http &m_http;
    Access m_access;
    QString m_url;
    QByteArray m_token;
};

/// A mutation's result that is a union of what was asked for and of reasons why not.
struct Outcome {
    Json value;
    QString errorCode; ///< empty: done
    QString message;
};
Outcome outcomeOf(const Json &result);

} // namespace channels::vendure
