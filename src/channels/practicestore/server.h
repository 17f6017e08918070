#pragma once

#include "base/result.h"
#include "channels/practicestore/web.h"

#include <functional>
#include <memory>

namespace channels::practicestore {

/// A small web server on 127.0.0.1, plain or with TLS: a thread per connection, few of them, and limits on all that a client can make large
/// or slow. Answers to the names of this machine only, so that no page elsewhere can reach it through a name of its own.
class Server {
public:
    struct Options {
        int port = 0;        ///< 0: a free one
        QString certificate; ///< PEM; with it, https
        QString privateKey;
    };
    Server(Options options, std::function<WebAnswer(const WebRequest &)> handle);
    ~Server();

    Result<> start(); ///< refuses: the port is taken, the certificate cannot be read
    void stop();      ///< ends open connections
    int port() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace channels::practicestore
