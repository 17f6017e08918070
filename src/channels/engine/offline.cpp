#include "channels/engine/offline.h"

#include <QCoreApplication>

namespace channels {

OfflineShop::OfflineShop(const Channel &channel) : m_kind(channel.kind)
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

Result<const Connector *> OfflineShop::reader() const
{
    if (m_connector)
        return static_cast<const Connector *>(m_connector.get());
    return notFound(QStringLiteral("unknown_kind"),
                    QCoreApplication::translate("OfflineShop", "This Purser does not know channels of kind “%1”.").arg(m_kind));
}

} // namespace channels
