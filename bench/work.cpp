#include "work.h"

#include "channels/engine/apply.h"
#include "core/billing/invoice.h"
#include "core/sales/pickorder.h"
#include "core/sales/shiporder.h"

namespace bench {
namespace {

/// Nothing here goes over the network.
class NoHttp : public channels::Http {
    channels::Response send(const channels::Request &) override { return {}; }
};

using Step = Result<> (*)(Tx &, Id<SalesOrder>);

template <class T> Result<> done(const Result<T> &result)
{
    if (!result)
        return result.error();
    return Done{};
}

constexpr Step steps[] = {
    [](Tx &tx, Id<SalesOrder> id) { return done(pickOrder(tx, id, {})); },
    [](Tx &tx, Id<SalesOrder> id) { return done(packOrder(tx, id, {})); },
    [](Tx &tx, Id<SalesOrder> id) { return done(shipOrder(tx, id, {})); },
    [](Tx &tx, Id<SalesOrder> id) { return done(invoiceOrder(tx, id)); },
};

} // namespace

Worker::Worker(Session &session, Work work, int batch)
    : m_session(session), m_work(work), m_batch(batch), m_channel(shop(session)), m_http(std::make_unique<NoHttp>())
{
    channels::Access access;
    access.url = m_channel.url;
    access.currency = m_channel.currency;
    access.secrets = {QString(), QString()};
    const channels::Kind *kind = channels::findKind(m_channel.kind);
    if (!kind)
        qFatal("this build speaks with no %s shop", qPrintable(m_channel.kind));
    m_connector = kind->open(*m_http, access);
    session.clock = [this] { return timeOf(m_number); };
}

Result<> Worker::run(qint64 first, const std::vector<QByteArray> &payloads)
{
    for (size_t at = 0; at < payloads.size(); at += size_t(m_batch)) {
        m_number = first + qint64(at);
        const auto did = m_batch == 1 ? oneByOne(payloads[at]) : together(payloads, at, std::min(payloads.size(), at + size_t(m_batch)));
        if (!did)
            return did;
    }
    return Done{};
}

Result<Id<SalesOrder>> Worker::apply(Tx &tx, const QByteArray &payload)
{
    const auto json = Json::parse(payload);
    if (!json)
        return json.error();
    const auto remote = m_connector->readOrder(*json);
    const auto applied = channels::applyOrder(tx, m_channel, *m_connector, remote);
    if (!applied)
        return applied.error();
    if (applied->outcome != channels::Outcome::Created || applied->exceptions > 0)
        return refuse(QStringLiteral("bench"), QStringLiteral("order %1 did not become a sales order without exceptions").arg(remote.number));
    return Id<SalesOrder>{tx.number("SELECT id FROM sales_order WHERE channel_id = ? AND external_id = ?", m_channel.id, remote.externalId)};
}

Result<> Worker::oneByOne(const QByteArray &payload)
{
    const auto order = m_session.perform([&](Tx &tx) { return apply(tx, payload); });
    if (!order)
        return order.error();
    if (m_work == Work::Cash)
        for (const Step step : steps)
            if (auto did = m_session.perform(step, *order); !did)
                return did;
    return Done{};
}

Result<> Worker::together(const std::vector<QByteArray> &payloads, size_t first, size_t last)
{
    return m_session.perform([&](Tx &tx) -> Result<> {
        for (size_t at = first; at < last; ++at) {
            const auto order = apply(tx, payloads[at]);
            if (!order)
                return order.error();
            if (m_work == Work::Cash)
                for (const Step step : steps)
                    if (auto did = step(tx, *order); !did)
                        return did;
        }
        return Done{};
    });
}

} // namespace bench
