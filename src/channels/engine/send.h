#pragma once

#include "channels/engine/difference.h"
#include "channels/engine/journal.h"
#include "channels/engine/run.h"

namespace channels {

/// Sends differences to the shop in batches and writes down what became of each: in the listing, in the history, in the report.
class Sender {
public:
    Sender(Session &session, const Channel &channel, Connector &connector, Run &run, SyncControl &control, PushReport &report,
           BatchKind kind = BatchKind::Push, Id<PushBatch> undoes = {})
        : m_session(session), m_channel(channel), m_connector(connector), m_can(connector.capabilities()), m_run(run), m_control(control),
          m_report(report), m_kind(kind), m_undoes(undoes)
    {}

    Result<> sendStock(const std::vector<Difference *> &differences);
    Result<> sendPrices(const std::vector<Difference *> &differences);
    /// Titles, texts, details and pictures: one call's item for all of a product's.
    Result<> sendContent(const std::vector<Difference *> &differences);
    Result<> createProducts(const std::vector<Difference *> &differences, const OwnFields &own);
    void checkCancelled() const;
    void count(PushItem &item, const ItemResult &result);

private:
    struct Parcel {
        Wanted *wanted;
        std::vector<Difference *> parts;
    };
    static std::vector<Parcel> parcels(const std::vector<Difference *> &differences);
    Result<ProductContent> contentOf(const Wanted &wanted, ContentParts parts);
    template <class Item, class Call>
    Result<> send(const std::vector<Parcel> &parcels, const std::vector<Item> &items, int batch, const char *what, Call call);
    void store(Tx &tx, const Parcel &parcel, const ItemResult &result, Id<PushBatch> batch, std::vector<PushChange> &changes);
    void confirm(Listing &listing, const Difference &part, const ItemResult &result) const;

    Session &m_session;
    const Channel &m_channel;
    Connector &m_connector;
    const Capabilities m_can;
    Run &m_run;
    SyncControl &m_control;
    PushReport &m_report;
    const BatchKind m_kind;
    const Id<PushBatch> m_undoes;
};

} // namespace channels
