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

/// A shop whose answers are there already: pages of orders as texts, read as the real connector reads them.
class ReadyShop : public channels::Connector {
public:
    ReadyShop(const channels::Connector &reader, const std::vector<QByteArray> &texts, int pageSize)
        : m_reader(reader), m_texts(texts), m_pageSize(size_t(pageSize))
    {}

    channels::OrderPage ordersChanged(const channels::Window &, const QString &page) override
    {
        const size_t first = page.toULongLong(), last = std::min(m_texts.size(), first + m_pageSize);
        channels::OrderPage result;
        for (size_t at = first; at < last; ++at)
            result.orders.push_back(m_reader.readOrder(*Json::parse(m_texts[at])));
        if (last < m_texts.size())
            result.next = QString::number(last);
        result.announced = qint64(m_texts.size());
        return result;
    }
    channels::Capabilities capabilities() const override { return m_reader.capabilities(); }
    channels::RemoteOrder readOrder(const Json &raw) const override { return m_reader.readOrder(raw); }
    channels::ShopInfo probe() override { return {}; }
    channels::RemoteOrder order(const QString &) override { return {}; }
    channels::ProductPage products(const QString &) override { return {}; }
    std::vector<channels::ItemResult> setStock(const std::vector<channels::StockLevel> &) override { return {}; }
    std::vector<channels::ItemResult> setPrices(const std::vector<channels::PriceLevel> &) override { return {}; }
    std::vector<channels::ItemResult> saveProducts(const std::vector<channels::ProductContent> &) override { return {}; }
    channels::ItemResult tellShipment(const channels::ShipmentNotice &) override { return {}; }

private:
    const channels::Connector &m_reader;
    const std::vector<QByteArray> &m_texts;
    size_t m_pageSize;
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

Error unexpected(const QString &what) { return refuse(QStringLiteral("bench"), what); }

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
    if (m_batch > 1)
        return pulled(first, payloads);
    for (size_t at = 0; at < payloads.size(); ++at) {
        m_number = first + qint64(at);
        if (auto did = oneByOne(payloads[at]); !did)
            return did;
    }
    return Done{};
}

Result<> Worker::oneByOne(const QByteArray &payload)
{
    const auto json = Json::parse(payload);
    if (!json)
        return json.error();
    const auto remote = m_connector->readOrder(*json);
    const auto applied = m_session.perform([&](Tx &tx) { return channels::applyOrder(tx, m_channel, *m_connector, remote); });
    if (!applied)
        return applied.error();
    if (applied->outcome != channels::Outcome::Created || applied->exceptions > 0)
        return unexpected(QStringLiteral("order %1 did not become a sales order without exceptions").arg(remote.number));
    if (m_work == Work::Apply)
        return Done{};
    const Id<SalesOrder> order{m_number + 1}; // ids count up, and every web order becomes one
    for (const Step step : steps)
        if (auto did = m_session.perform(step, order); !did)
            return did;
    return Done{};
}

Result<> Worker::pulled(qint64 first, const std::vector<QByteArray> &payloads)
{
    m_number = first + qint64(payloads.size()); // what is pulled was placed before
    ReadyShop ready(*m_connector, payloads, m_batch);
    SyncControl control;
    const auto report = pull(m_session, m_channel, ready, {}, control);
    if (!report)
        return report.error();
    if (report->created != int(payloads.size()) || report->exceptions > 0)
        return unexpected(QStringLiteral("%1 of %2 orders came in, %3 exceptions").arg(report->created).arg(payloads.size()).arg(report->exceptions));
    if (m_work == Work::Cash)
        for (qint64 at = 0; at < qint64(payloads.size()); at += m_batch)
            if (auto did = finish(first + at, std::min<qint64>(m_batch, qint64(payloads.size()) - at)); !did)
                return did;
    return Done{};
}

Result<> Worker::finish(qint64 first, qint64 count)
{
    return m_session.perform([&](Tx &tx) -> Result<> {
        for (qint64 number = first; number < first + count; ++number)
            for (const Step step : steps)
                if (auto did = step(tx, {number + 1}); !did)
                    return did;
        return Done{};
    });
}

} // namespace bench
