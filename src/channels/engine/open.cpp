#include "channels/engine/run.h"
#include "channels/engine/sync.h"
#include "channels/pacing.h"
#include "channels/secrets.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("OpenChannel", text); }

namespace {

/// The real thing: network, pacing by what the platform allows, the kind's connector.
class NetworkChannel : public OpenChannel {
public:
    NetworkChannel(const Kind &kind, const Channel &channel, std::vector<QString> secrets, SyncControl &control)
        : m_network({channel.option("trust"), &control.cancelled}), m_paced(pacedBy(kind, channel, control)),
          m_connector(kind.open(*m_paced, accessTo(channel, std::move(secrets))))
    {}
    Connector &connector() override { return *m_connector; }
    int requests() const override { return int(m_paced->requests()); }

private:
    std::unique_ptr<PacedHttp> pacedBy(const Kind &kind, const Channel &channel, SyncControl &control)
    {
        const Capabilities can = kind.open(m_network, accessTo(channel, {QString(), QString()}))->capabilities();
        PacedHttp::Options options;
        options.requestsPerSecond = can.requestsPerSecond;
        options.burst = can.burst;
        options.log = control.log;
        return std::make_unique<PacedHttp>(m_network, options, &control.cancelled);
    }
    static Access accessTo(const Channel &channel, std::vector<QString> secrets)
    {
        Access access;
        access.url = channel.url;
        access.secrets = std::move(secrets);
        if (auto options = Json::parse(channel.options.toUtf8()))
            access.options = *options;
        access.currency = channel.currency;
        access.clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        access.random = [](int count) {
            QByteArray bytes(count, '\0');
            for (char &byte : bytes)
                byte = char(QRandomGenerator::system()->bounded(256));
            return bytes;
        };
        return access;
    }

    NetworkHttp m_network;
    std::unique_ptr<PacedHttp> m_paced;
    std::unique_ptr<Connector> m_connector;
};

Result<Channel> findChannel(Session &session, const QString &name)
{
    return session.ask([&](Tx &tx) { return channelByName(tx, name); });
}

} // namespace

Result<std::unique_ptr<OpenChannel>> OpenChannel::open(Session &session, const Channel &channel, SyncControl &control)
{
    const Kind *kind = findKind(channel.kind);
    if (!kind)
        return notFound(QStringLiteral("unknown_kind"), tr("This Purser does not know channels of kind “%1”.").arg(channel.kind));
    if (!kind->talks)
        return refuse(QStringLiteral("by_hand"), tr("“%1” is served by hand: nothing can be fetched from it or sent to it.").arg(channel.name),
                      tr("Enter its orders or import its files (order enter, orders import), and bring it up to date with the worksheet (worksheet "
                         "show)."));
    auto secrets = unseal(session.scene().companyUid, channel.name, channel.secret);
    if (!secrets)
        return secrets.error();
    return std::unique_ptr<OpenChannel>(std::make_unique<NetworkChannel>(*kind, channel, *std::move(secrets), control));
}

Result<ShopInfo> testChannel(Session &session, const QString &name, SyncControl &control)
{
    const auto channel = findChannel(session, name);
    if (!channel)
        return channel.error();
    const auto opened = OpenChannel::open(session, *channel, control);
    if (!opened)
        return opened.error();
    try {
        return (*opened)->connector().probe();
    } catch (const Failure &failure) {
        return toError(failure);
    }
}

namespace {

/// Opens a channel by its name and does something over it that has a report.
template <class Work> auto over(Session &session, const QString &name, SyncControl &control, Work work)
    -> decltype(work(Channel(), std::declval<Connector &>()))
{
    const auto channel = findChannel(session, name);
    if (!channel)
        return channel.error();
    const auto opened = OpenChannel::open(session, *channel, control);
    if (!opened)
        return opened.error();
    auto report = work(*channel, (*opened)->connector());
    if (report)
        report->requests = (*opened)->requests();
    return report;
}

} // namespace

Result<PullReport> pull(Session &session, const QString &name, const PullOptions &options, SyncControl &control)
{
    return over(session, name, control,
                [&](const Channel &channel, Connector &connector) { return pull(session, channel, connector, options, control); });
}

Result<PushReport> push(Session &session, const QString &name, const PushScope &scope, bool dryRun, SyncControl &control)
{
    return over(session, name, control,
                [&](const Channel &channel, Connector &connector) { return push(session, channel, connector, scope, dryRun, control); });
}

Result<PushReport> undoPush(Session &session, const QString &name, qint64 batch, SyncControl &control)
{
    return over(session, name, control,
                [&](const Channel &channel, Connector &connector) { return undoPush(session, channel, connector, batch, control); });
}
