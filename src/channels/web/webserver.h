#pragma once

#include "base/result.h"
#include "channels/web/message.h"

#include <functional>
#include <memory>

namespace channels {

/// A small web server, plain or with TLS: a thread per connection, few of them, and limits on all that a client can make large or slow. By
/// itself it is on 127.0.0.1 and answers to the names of this machine only, so that no page elsewhere can reach it through a name of its own.
class WebServer {
public:
    struct Options {
        int port = 0;        ///< 0: a free one
        QString certificate; ///< PEM; with it, https
        QString privateKey;
        QString address = QStringLiteral("127.0.0.1");
        bool anyName = false; ///< answers whatever name it is called by
        qint64 largestBody = 16 * 1024 * 1024;
    };
    WebServer(Options options, std::function<WebAnswer(const WebRequest &)> handle);
    ~WebServer();

    Result<> start(); ///< refuses: the port is taken, the certificate cannot be read
    void stop();      ///< ends open connections
    int port() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace channels
