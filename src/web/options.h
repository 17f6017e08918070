#pragma once

#include "base/result.h"
#include "web/message.h"

#include <chrono>

namespace web {

/// What a client can make large, many or slow, and how much of it is borne.
struct Limits {
    qsizetype head = 8 * 1024; ///< bytes
    qsizetype headers = 100;
    qint64 body = 1024 * 1024;           ///< bytes, where Options::bodyLimit says nothing else
    qint64 allBodies = 64 * 1024 * 1024; ///< bytes, of all requests that are being read or answered
    int connections = 1000;
    int perAddress = 20;     ///< connections; a proxy's own address may have more
    int requests = 100;      ///< over one connection
    qsizetype waiting = 200; ///< requests that no worker has begun

    std::chrono::milliseconds headTime{10'000};    ///< for the TLS handshake, and for a head
    std::chrono::milliseconds requestTime{30'000}; ///< for a request from its first byte to its last
    std::chrono::milliseconds answerTime{60'000};  ///< for taking the whole answer
    std::chrono::milliseconds idleTime{20'000};    ///< between two requests
    std::chrono::milliseconds lingerTime{2'000};   ///< for the other side to hang up after the last answer
    std::chrono::milliseconds stopTime{5'000};     ///< for what is being answered when the server stops
};

/// nosniff, a policy that allows what comes from the site itself and no inline script, no frames, no referrer elsewhere, nothing cached; and, said
/// over TLS only, TLS for a year.
Headers standardHeaders();

struct Options {
    QString address = QStringLiteral("127.0.0.1");
    int port = 0;                                                            ///< 0: a free one
    QString certificate;                                                     ///< PEM; with it, https
    QString privateKey;                                                      ///< PEM
    bool behindProxy = false;                                                ///< a web server in front of it does the encryption
    QStringList proxies{QStringLiteral("127.0.0.1"), QStringLiteral("::1")}; ///< believed, then, about who asks; nobody else is
    QStringList names;                                                       ///< by which it may be called, without port; empty: any
    QByteArrayList methods{"GET", "HEAD", "POST"};
    Headers headers = standardHeaders(); ///< of every answer that does not say them itself
    int workers = 2;
    Limits limits;
    /// The most bytes that a request may have whose head this is; called while nothing else is served, so: quick.
    std::function<qint64(const Request &head)> bodyLimit;
};

/// "127.0.0.1:8080", "[::1]:8080". Refuses "address".
Result<> setAddress(Options &options, const QString &addressAndPort);

} // namespace web
