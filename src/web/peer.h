#pragma once

#include "web/options.h"

#include <boost/asio/ip/address.hpp>

namespace web {

/// "203.0.113.7": the same address whether it comes over IPv4 or mapped into IPv6.
QString textOf(const boost::asio::ip::address &address);
/// What counts as one address: of IPv6, the network of which somebody has all addresses.
QByteArray originOf(const boost::asio::ip::address &address);
bool isProxy(const QString &address, const Options &options);
/// Puts down who asks: the other end of the connection, or what a proxy says that we believe. Nothing else that claims to know it is kept.
void setPeer(Request &request, const QString &address, bool encrypted, const Options &options);

} // namespace web
