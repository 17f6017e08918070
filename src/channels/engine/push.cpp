#include "channels/engine/listing.h"
#include "channels/engine/run.h"
#include "channels/engine/sync.h"

#include <QCoreApplication>

namespace channels {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("Push", text); }

/// Brings one channel up to date, kind of thing by kind of thing: stock before prices before texts and pictures, then shipments.
class Pusher {
public:
    Pusher(Session &session, const Channel &channel, Connector &connector, const PushScope &scope, bool dryRun, Run &run, SyncControl &control)
        : m_session(session), m_channel(channel), m_connector(connector), m_can(connector.capabilities()), m_scope(scope), m_dryRun(dryRun),
          m_run(run), m_control(control)
    {}

    Result<PushReport> run()
    {
        if (auto loaded = load(); !loaded)
            return loaded.error();
        // Products first where they do not exist yet: nothing else can be said about them.
        for (const auto step : {&Pusher::createProducts, &Pusher::pushStock, &Pusher::pushPrices, &Pusher::pushContent, &Pusher::tellShipments})
            if (auto done = (this->*step)(); !done)
                return done.error();
        return std::move(m_report);
    }

private:
    Result<> load()
    {
        auto wanted = wantedNow();
        if (!wanted)
            return wanted.error();
        m_wanted = *std::move(wanted);
        const bool unlinked = std::any_of(m_wanted.begin(), m_wanted.end(), [](const Wanted &w) { return w.listing.externalId.isEmpty(); });
        if (unlinked) { // also for a dry run: else it would show what the shop has as missing
            const auto linked = linkListings(m_session, m_channel, m_connector);
            if (!linked)
                return linked.error();
            if (*linked > 0) {
                auto again = wantedNow();
                if (!again)
                    return again.error();
                m_wanted = *std::move(again);
            }
        }
        m_report.compared = int(m_wanted.size());
        return Done{};
    }
    Result<std::vector<Wanted>> wantedNow()
    {
        return m_session.ask([this](Tx &tx) { return wantedOn(tx, m_channel); });
    }
    void checkCancelled() const
    {
        if (m_control.cancelled)
            throw Failure(Failure::Kind::Cancelled, tr("Cancelled."));
    }

    PushItem &plan(const QString &sku, const char *field, const QString &now, const QString &becomes)
    {
        m_report.items.push_back({sku, QString::fromLatin1(field), now, becomes, QStringLiteral("planned"), {}});
        return m_report.items.back();
    }
    void hold(const QString &sku, const char *field, const QString &why)
    {
        PushItem &item = plan(sku, field, {}, {});
        item.result = QStringLiteral("held");
        item.message = why;
        ++m_report.held;
    }

    /// Sends items in batches and writes down what became of each. `confirm` says what a listing holds when its item was accepted.
    template <class Item, class Send, class Confirm> Result<> send(const std::vector<Wanted *> &targets, const std::vector<Item> &items,
                                                                   const std::vector<size_t> &planned, int batch, const char *what, Send call,
                                                                   Confirm confirm)
    {
        if (m_dryRun)
            return Done{};
        for (size_t at = 0; at < items.size(); at += size_t(batch)) {
            checkCancelled();
            const size_t count = std::min(size_t(batch), items.size() - at);
            const std::vector<Item> part(items.begin() + long(at), items.begin() + long(at + count));
            std::vector<ItemResult> results;
            try {
                results = call(part);
            } catch (const Failure &failure) {
                if (failure.kind != Failure::Kind::Unknown && failure.kind != Failure::Kind::Rejected)
                    throw;
                // The answer was lost, or the whole batch is refused: said per item, and what differs is sent again next time.
                results.assign(count, ItemResult{false, failure.kind == Failure::Kind::Unknown, failure.text(), {}, {}, {}});
            }
            results.resize(count, ItemResult{false, true, tr("The shop did not answer for this item."), {}, {}, {}});
            const auto stored = m_session.perform([&](Tx &tx) -> Result<> {
                for (size_t i = 0; i < count; ++i)
                    store(tx, *targets[at + i], results[i], [&](Listing &listing) { confirm(listing, part[i], results[i]); });
                return Done{};
            });
            if (!stored)
                return stored.error();
            for (size_t i = 0; i < count; ++i)
                tell(m_report.items[planned[at + i]], results[i]);
            if (m_control.progress)
                m_control.progress(QString::fromLatin1(what), qint64(at + count), qint64(items.size()));
            m_run.renew();
        }
        return Done{};
    }
    template <class Confirm> void store(Tx &tx, Wanted &wanted, const ItemResult &result, Confirm confirm)
    {
        Listing listing = wanted.listing.id ? tx.allIn<Listing>(m_channel.currency, "id = ?", wanted.listing.id).front() : wanted.listing;
        listing.stockState = result.done ? 0 : result.unknown ? 2 : 1;
        listing.message = result.done ? QString() : result.message;
        listing.changedAt = tx.now();
        if (result.done)
            confirm(listing);
        for (const auto &[sha256, id] : result.imageIds)
            tx.run("INSERT INTO channel_image (channel_id, sha256, external_id) VALUES (?, ?, ?) ON CONFLICT (channel_id, sha256) DO UPDATE SET "
                   "external_id = excluded.external_id",
                   m_channel.id, sha256, id);
        if (listing.id)
            tx.update(listing);
        else
            tx.insert(listing);
        wanted.listing = listing;
    }
    void tell(PushItem &item, const ItemResult &result)
    {
        item.result = result.done ? QStringLiteral("accepted") : result.unknown ? QStringLiteral("unknown") : QStringLiteral("refused");
        item.message = result.message;
        ++m_report.sent;
        ++(result.done ? m_report.accepted : m_report.refused);
    }

    Result<> createProducts() { return saveContent(true); }
    Result<> pushContent() { return saveContent(false); }

    /// Descriptions and pictures: of products that the channel does not have yet, or of those that it shows otherwise.
    Result<> saveContent(bool creating)
    {
        if (!m_scope.products || !m_can.products)
            return Done{};
        std::vector<Wanted *> targets;
        std::vector<ProductContent> items;
        std::vector<size_t> planned;
        for (Wanted &w : m_wanted) {
            const bool exists = !w.listing.externalId.isEmpty();
            const bool imagesDiffer = m_can.images && w.listing.confirmedImages != w.images;
            if (exists == creating || (exists && w.listing.confirmedContent == w.content && !imagesDiffer) || !w.product.active)
                continue;
            if (creating && !w.price) {
                hold(w.product.sku, "product", w.priceProblem);
                continue;
            }
            const auto content = contentOf(w);
            if (!content)
                return content.error();
            plan(w.product.sku, "product", exists ? tr("another description") : tr("not there"), w.product.name);
            planned.push_back(m_report.items.size() - 1);
            targets.push_back(&w);
            items.push_back(*content);
        }
        return send(
            targets, items, planned, m_can.productBatch, "Products", [this](const auto &part) { return m_connector.saveProducts(part); },
            [this, creating](Listing &listing, const ProductContent &item, const ItemResult &result) {
                confirmContent(listing, item, result, creating);
            });
    }
    void confirmContent(Listing &listing, const ProductContent &item, const ItemResult &result, bool creating)
    {
        const auto wanted = std::find_if(m_wanted.begin(), m_wanted.end(), [&](const Wanted &w) { return w.product.sku == item.listing.sku; });
        if (!result.externalId.isEmpty()) {
            listing.externalId = result.externalId;
            listing.externalParent = result.externalParent;
        }
        listing.confirmedContent = wanted->content;
        listing.confirmedImages = wanted->images;
        if (creating) {
            listing.confirmedStock.reset(); // whether creating set them is the shop's affair: they are sent once more
            listing.confirmedPrice.reset();
        }
    }
    Result<ProductContent> contentOf(const Wanted &w)
    {
        ProductContent content{w.ref(),
                               w.product.name,
                               w.product.description,
                               w.product.barcode,
                               w.product.unit,
                               w.product.weight,
                               w.product.taxClass,
                               w.price.value_or(UnitPrice{0, m_channel.currency}),
                               w.stock(m_can),
                               {}};
        if (w.images.isEmpty() || !m_can.images)
            return content;
        const auto loaded = m_session.ask([&](Tx &tx) {
            auto rows =
                tx.run("SELECT i.sha256, i.media_type, p.name, i.bytes, c.external_id FROM product_image p JOIN image i ON i.sha256 = p.sha256 "
                       "LEFT JOIN channel_image c ON c.sha256 = i.sha256 AND c.channel_id = ? WHERE p.product_id = ? ORDER BY p.position",
                       m_channel.id, w.product.id);
            while (rows.next())
                content.images.push_back({rows.text(0), rows.text(1), rows.text(2), rows.bytes(3), rows.isNull(4) ? QString() : rows.text(4), {}});
            return Done{};
        });
        if (!loaded)
            return loaded.error();
        return content;
    }

    Result<> pushStock()
    {
        if (!m_scope.stock)
            return Done{};
        std::vector<Wanted *> targets;
        std::vector<StockLevel> items;
        std::vector<size_t> planned;
        for (Wanted &w : m_wanted) {
            if (w.listing.externalId.isEmpty() || w.listing.confirmedStock == w.stock(m_can))
                continue;
            plan(w.product.sku, "stock", w.listing.confirmedStock ? w.listing.confirmedStock->toString() : QString(), w.stock(m_can).toString());
            planned.push_back(m_report.items.size() - 1);
            targets.push_back(&w);
            items.push_back({w.ref(), w.available, w.onHand});
        }
        return send(
            targets, items, planned, m_can.stockBatch, "Stock", [this](const auto &part) { return m_connector.setStock(part); },
            [this](Listing &listing, const StockLevel &item, const ItemResult &) {
                listing.confirmedStock = m_can.sharedStockIsOnHand ? item.onHand : item.available;
            });
    }

    Result<> pushPrices()
    {
        if (!m_scope.prices || !m_can.prices)
            return Done{};
        std::vector<Wanted *> targets;
        std::vector<PriceLevel> items;
        std::vector<size_t> planned;
        for (Wanted &w : m_wanted) {
            if (w.listing.externalId.isEmpty() || !w.product.active)
                continue;
            if (!w.price) {
                hold(w.product.sku, "price", w.priceProblem);
                continue;
            }
            if (w.listing.confirmedPrice == w.price->millionths)
                continue;
            const QString now = w.listing.confirmedPrice ? UnitPrice{*w.listing.confirmedPrice, m_channel.currency}.toString() : QString();
            plan(w.product.sku, "price", now, w.price->toString());
            planned.push_back(m_report.items.size() - 1);
            targets.push_back(&w);
            items.push_back({w.ref(), *w.price});
        }
        return send(
            targets, items, planned, m_can.priceBatch, "Prices", [this](const auto &part) { return m_connector.setPrices(part); },
            [](Listing &listing, const PriceLevel &item, const ItemResult &) { listing.confirmedPrice = item.price.millionths; });
    }

    struct Untold {
        qint64 shipment = 0;
        ShipmentNotice notice;
        std::vector<std::pair<Id<Product>, Quantity>> goods;
        bool wasTried = false; ///< without an answer that it is done: the shop may have done it all the same
    };
    static std::vector<Untold> untold(Tx &tx, const Channel &channel)
    {
        std::vector<Untold> all;
        auto rows = tx.run("SELECT n.shipment_id, s.number, s.carrier, s.tracking, o.external_id, o.id, n.state FROM shipment_notice n "
                           "JOIN shipment s ON s.id = n.shipment_id JOIN sales_order o ON o.id = s.order_id WHERE n.channel_id = ? AND n.state <> 2 "
                           "ORDER BY n.shipment_id",
                           channel.id);
        while (rows.next()) {
            Untold one{rows.integer(0), {rows.text(4), rows.text(1), rows.text(2), rows.text(3), {}, false}, {}, rows.integer(6) != 1};
            auto lines = tx.run(
                "SELECT l.external_id, s.quantity, l.product_id FROM shipment_line s JOIN sales_line l ON l.order_id = ? AND l.line = s.line WHERE "
                "s.shipment_id = ?",
                rows.integer(5), one.shipment);
            while (lines.next()) {
                one.notice.lines.push_back({lines.text(0), {lines.integer(1)}});
                one.goods.emplace_back(Id<Product>{lines.integer(2)}, Quantity{lines.integer(1)});
            }
            one.notice.completesOrder =
                tx.number("SELECT COUNT(*) FROM sales_line WHERE order_id = ? AND kind = 1 AND quantity > shipped + cancelled", rows.integer(5)) == 0
                && tx.number("SELECT MAX(id) FROM shipment WHERE order_id = ?", rows.integer(5)) == one.shipment;
            all.push_back(std::move(one));
        }
        return all;
    }

    Result<> tellShipments()
    {
        if (!m_scope.shipments || !m_can.shipments)
            return Done{};
        const auto all = m_session.ask(untold, m_channel);
        if (!all)
            return all.error();
        for (const Untold &one : *all) {
            plan(one.notice.number, "shipment", {}, one.notice.tracking.isEmpty() ? tr("shipped") : one.notice.carrier + u' ' + one.notice.tracking);
            const size_t planned = m_report.items.size() - 1;
            if (m_dryRun)
                continue;
            checkCancelled();
            ItemResult result;
            try {
                result = m_connector.tellShipment(one.notice);
            } catch (const Failure &failure) {
                if (failure.kind != Failure::Kind::Unknown && failure.kind != Failure::Kind::Rejected)
                    throw;
                result = {false, failure.kind == Failure::Kind::Unknown, failure.text(), {}, {}, {}};
            }
            const auto stored = m_session.perform([&](Tx &tx) -> Result<> {
                tx.run("UPDATE shipment_notice SET state = ?, message = ?, external_id = ?, changed_at = ? WHERE shipment_id = ?",
                       result.done      ? 2
                       : result.unknown ? 4
                                        : 3,
                       result.message, result.externalId, tx.now(), one.shipment);
                if (result.done && m_can.sharedStockIsOnHand)
                    takeOff(tx, one);
                return Done{};
            });
            if (!stored)
                return stored.error();
            tell(m_report.items[planned], result);
            m_run.renew();
        }
        return Done{};
    }

    /// The shop took what it was told of as shipped off its stock by itself. When it did so is not known where it had been told before: then
    /// nobody knows what it holds, and it is set anew.
    void takeOff(Tx &tx, const Untold &told)
    {
        for (const auto &[product, quantity] : told.goods)
            if (told.wasTried)
                tx.run("UPDATE listing SET confirmed_stock = NULL, version = version + 1 WHERE channel_id = ? AND product_id = ?", m_channel.id,
                       product);
            else
                tx.run("UPDATE listing SET confirmed_stock = confirmed_stock - ?, version = version + 1 WHERE channel_id = ? AND product_id = ?",
                       quantity, m_channel.id, product);
    }

    Session &m_session;
    const Channel &m_channel;
    Connector &m_connector;
    const Capabilities m_can;
    const PushScope m_scope;
    const bool m_dryRun;
    Run &m_run;
    SyncControl &m_control;
    std::vector<Wanted> m_wanted;
    PushReport m_report;
};

std::set<Work> workOf(const PushScope &scope)
{
    std::set<Work> work;
    for (const auto &[wanted, one] :
         {std::pair(scope.stock, Work::Stock), {scope.prices, Work::Prices}, {scope.products, Work::Products}, {scope.shipments, Work::Shipments}})
        if (wanted)
            work.insert(one);
    return work;
}

Json summaryOf(const PushReport &report)
{
    return Json::object({{QStringLiteral("compared"), report.compared},
                         {QStringLiteral("sent"), report.sent},
                         {QStringLiteral("accepted"), report.accepted},
                         {QStringLiteral("refused"), report.refused},
                         {QStringLiteral("held"), report.held}});
}

} // namespace
} // namespace channels

using namespace channels;

Result<PushReport> push(Session &session, Channel channel, Connector &connector, const PushScope &scope, bool dryRun, SyncControl &control)
{
    std::optional<PullReport> pulled;
    if (scope.orders && scope.stock && !dryRun) {
        const auto orders = pull(session, channel, connector, {}, control);
        if (!orders)
            return orders.error();
        pulled = *orders;
    }
    auto run = Run::begin(session, channel, workOf(scope));
    if (!run)
        return run.error();
    try {
        auto report = Pusher(session, channel, connector, scope, dryRun, *run, control).run();
        if (!report)
            return report;
        report->pulled = pulled;
        report->milliseconds = run->milliseconds();
        run->done(summaryOf(*report), false);
        return report;
    } catch (const Failure &failure) {
        return run->failed(failure);
    }
}
