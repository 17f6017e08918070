#pragma once

#include "web/options.h"
#include "web/workers.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <map>
#include <memory>
#include <set>

namespace web {

class Connection;

/// What the connections of a server share. Only the network's thread touches it, but for the count.
struct Hub {
    Hub(const Options &o, Workers &w) : options(o), workers(w) {}

    const Options &options;
    Workers &workers;
    boost::asio::io_context context{1};
    std::set<std::shared_ptr<Connection>> connections;
    std::map<QByteArray, int> perOrigin;
    std::atomic_int count = 0;
    qint64 bodies = 0; ///< bytes, of all requests that are being read or answered
    bool stopping = false;
    std::function<void()> emptied; ///< no connection is left
};

} // namespace web
