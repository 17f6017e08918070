#include "web/peer.h"

#include <algorithm>

namespace web {

namespace ip = boost::asio::ip;

static ip::address plain(const ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

QString textOf(const ip::address &address) { return QString::fromStdString(plain(address).to_string()); }

QByteArray originOf(const ip::address &address)
{
    const ip::address own = plain(address);
    if (own.is_v4())
        return QByteArray(reinterpret_cast<const char *>(own.to_v4().to_bytes().data()), 4);
    return QByteArray(reinterpret_cast<const char *>(own.to_v6().to_bytes().data()), 8);
}

bool isProxy(const QString &address, const Options &options) { return options.behindProxy && options.proxies.contains(address); }

void setPeer(Request &request, const QString &address, bool encrypted, const Options &options)
{
    request.peer = address;
    request.encrypted = encrypted;
    if (isProxy(address, options)) { // the last one is what our proxy has seen itself
        boost::system::error_code none;
        const ip::address said = ip::make_address(request.header("x-forwarded-for").split(',').last().trimmed().toStdString(), none);
        if (!none)
            request.peer = textOf(said);
        request.encrypted = encrypted || request.header("x-forwarded-proto").toLower() == "https";
    }
    Headers &headers = request.headers;
    headers.erase(std::remove_if(headers.begin(), headers.end(),
                                 [](const auto &header) { return header.first.startsWith("x-forwarded-") || header.first == "forwarded"; }),
                  headers.end());
}

} // namespace web
