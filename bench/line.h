#pragma once

#include "channels/engine/sync.h"
#include "channels/http.h"

/// The way to the practice store, without the pacing that spares a real shop: what is measured is Purser, not its waiting.
namespace bench {

inline const QString storeKey = QStringLiteral("ck_practice");
inline const QString storeSecret = QStringLiteral("cs_practice");

/// Counts what goes over the network and keeps it, so that a bare client can do the same.
class Line : public channels::Http {
public:
    explicit Line(bool keeps) : m_keeps(keeps) {}
    channels::Response send(const channels::Request &request) override;
    int requests() const { return m_requests; }
    bool save(const QString &file) const;

private:
    channels::NetworkHttp m_network{channels::NetworkHttp::Options()};
    bool m_keeps;
    int m_requests = 0;
    QByteArray m_kept; ///< a line per request: method, address, parameters without their signature, body
};

/// A channel's connector over a line.
class Shop : public OpenChannel {
public:
    Shop(const Channel &channel, bool keeps);
    channels::Connector &connector() override { return *m_connector; }
    int requests() const override { return m_line.requests(); }
    const Line &line() const { return m_line; }

private:
    Line m_line;
    std::unique_ptr<channels::Connector> m_connector;
};

/// The bare client: sends what a file of kept requests holds, one after the other, and throws the answers away. Gives back how many they were;
/// -1 if one was refused.
int replay(const QString &file);

} // namespace bench
