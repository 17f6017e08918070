#pragma once

#include "web/options.h"
#include "web/workers.h"

#include <memory>

namespace web {

/// An HTTP server: one thread for the network, and workers that answer whole requests, each with a handler of its own. Plain, with TLS, or behind a
/// web server that does the encryption. What is not a clean request never gets to a handler; docs/decisions/0015 says what that means.
class Server {
public:
    Server(Options options, MakeHandler makeHandler);
    ~Server();

    /// Refuses: "in_clear" (beyond this machine without encryption), "address", "port" (taken), "certificate", and what a maker refuses.
    Result<> start();
    /// Takes no more requests, sends what is being answered, ends. Not from a handler.
    void stop();
    int port() const;
    int connections() const; ///< that are open

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace web
