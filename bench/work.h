#pragma once

#include "channels/engine/sync.h"
#include "channels/http.h"
#include "company.h"
#include "core/sales/salesorder.h"

namespace bench {

enum class Work {
    Apply, ///< a web order comes in: read, kept, matched, entered, allocated, its payment booked
    Cash   ///< the same, then picked, packed, shipped and invoiced, which settles the payment
};

/// Does web orders one after the other. With a batch of 1 each step of each order is a transaction of its own, as when a person works. Otherwise they
/// are pulled as the channel engine does it, a page of so many in a transaction while the next page is being read; the steps of a page's orders
/// are one transaction then.
class Worker {
public:
    Worker(Session &session, Work work, int batch);
    Result<> run(qint64 first, const std::vector<QByteArray> &payloads);

private:
    Result<> oneByOne(const QByteArray &payload);
    Result<> pulled(qint64 first, const std::vector<QByteArray> &payloads);
    Result<> finish(qint64 first, qint64 count);

    Session &m_session;
    Work m_work;
    int m_batch;
    Channel m_channel;
    std::unique_ptr<channels::Http> m_http;
    std::unique_ptr<channels::Connector> m_connector;
    qint64 m_number = 0;
};

} // namespace bench
