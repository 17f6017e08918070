#pragma once

#include "channels/engine/channel.h"

namespace channels {

/// A channel's connector that is asked for what it knows by itself: what its kind can do, how it reads what was kept. It has no keys and no network.
class OfflineShop {
public:
    explicit OfflineShop(const Channel &channel);
    /// None: this Purser does not know the kind.
    Connector *connector() { return m_connector.get(); }
    /// To read what was kept. Refuses a kind that is not known.
    Result<const Connector *> reader() const;

private:
    struct NoHttp : Http {
        Response send(const Request &) override { throw Failure(Failure::Kind::Unreachable, QStringLiteral("offline")); }
    };
    QString m_kind;
    NoHttp m_http;
    std::unique_ptr<Connector> m_connector;
};

} // namespace channels
