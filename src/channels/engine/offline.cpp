#include "channels/engine/offline.h"

namespace channels {

OfflineShop::OfflineShop(const Channel &channel)
{
    const Kind *kind = findKind(channel.kind);
    if (!kind)
        return;
    Access access;
    access.url = channel.url;
    access.secrets = {QString(), QString()};
    access.currency = channel.currency;
    if (auto options = Json::parse(channel.options.toUtf8()))
        access.options = *options;
    m_connector = kind->open(m_http, std::move(access));
}

} // namespace channels
