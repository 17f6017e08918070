#include "channels/engine/gate.h"
#include "channels/engine/noted.h"
#include "channels/engine/send.h"
#include "channels/engine/tell.h"

#include <QCoreApplication>

namespace channels {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("Push", text); }

std::set<Work> workOf(const PushScope &scope)
{
    std::set<Work> work;
    for (const auto &[wanted, one] :
         {std::pair(scope.stock, Work::Stock), {scope.prices, Work::Prices}, {scope.products, Work::Products}, {scope.shipments, Work::Shipments}})
        if (wanted)
            work.insert(one);
    return work;
}

/// Brings one channel up to date, kind of thing by kind of thing: stock before prices before texts and pictures, then shipments.
class Pusher {
public:
    Pusher(Session &session, const Channel &channel, Connector &connector, const PushScope &scope, bool dryRun, Run &run, SyncControl &control)
        : m_session(session), m_channel(channel), m_connector(connector), m_can(connector.capabilities()), m_scope(scope), m_dryRun(dryRun),
          m_gate(session, channel, scope), m_sender(session, channel, connector, run, control, m_report),
          m_teller(session, channel, connector, run, m_sender, m_report)
    {}

    Result<PushReport> run(const OwnFields &own)
    {
        m_own = own;
        if (auto found = findChanged(); !found)
            return found.error();
        if (auto loaded = load(); !loaded)
            return loaded.error();
        // Products first where they do not exist yet: nothing else can be said about them.
        for (const auto step : {&Pusher::createProducts, &Pusher::pushStock, &Pusher::pushPrices, &Pusher::pushContent, &Pusher::tellShipments})
            if (auto done = (this->*step)(); !done)
                return done.error();
        if (auto looked = forgetChanged(); !looked)
            return looked.error();
        return std::move(m_report);
    }

private:
    /// Read before the products are: what changes from here on is noted again.
    Result<> findChanged()
    {
        return m_session.ask([this](Tx &tx) {
            m_noted = notedFor(tx, m_channel.id, workOf(m_scope));
            if (m_scope.changedOnly)
                m_looked.products = lookedAt(tx, m_noted);
            return Done{};
        });
    }
    Result<> forgetChanged()
    {
        if (m_dryRun || m_noted.empty())
            return Done{};
        return m_session.perform([this](Tx &tx) -> Result<> { return forgetNoted(tx, m_noted), Done{}; });
    }

    Result<> load()
    {
        if (auto loaded = m_gate.load(); !loaded)
            return loaded;
        auto wanted = wantedNow();
        if (!wanted)
            return wanted.error();
        m_wanted = *std::move(wanted);
        const bool unlinked = std::any_of(m_wanted.begin(), m_wanted.end(), [](const Wanted &w) { return w.listing.externalId.isEmpty(); });
        const bool mayBeThere = m_channel.option("publish") == QLatin1String("linked") && m_scope.products && !m_looked.products;
        if (mayBeThere
            || (unlinked && (!m_looked.products || m_scope.products))) { // also for a dry run: else it would show what the shop has as missing
            const auto linked = linkListings(m_session, m_channel, m_connector);
            if (!linked)
                return linked.error();
            if (linked->lost)
                m_gate.distrust(tr("The shop names none of the products that it had: nothing new is made there."));
            m_ambiguous = linked->ambiguous;
            if (linked->tied > 0) {
                auto again = wantedNow();
                if (!again)
                    return again.error();
                m_wanted = *std::move(again);
            }
        }
        m_report.compared = int(m_wanted.size());
        if (m_looked.products)
            m_gate.lookOnlyAt({m_looked.products->begin(), m_looked.products->end()});
        return Done{};
    }
    Result<std::vector<Wanted>> wantedNow()
    {
        return m_session.ask([this](Tx &tx) { return wantedOn(tx, m_channel, m_looked); });
    }

    /// What the channel was last known to hold of a content field: texts are kept in the history only.
    Result<> findTexts(PushField field, std::vector<Difference> &differences)
    {
        return m_session.ask([&](Tx &tx) {
            for (Difference &d : differences)
                if (const auto last = lastHeld(tx, m_channel.id, d.wanted->product.id, field))
                    d.now = last->became;
            return Done{};
        });
    }

    /// Asks the gate and reports; what may go is added to `passed`.
    Result<> pass(PushField field, std::vector<Difference> &differences, int known, std::vector<Difference *> &passed)
    {
        if (auto checked = m_gate.check(field, differences, known); !checked)
            return checked;
        for (Difference &d : differences) {
            d.item = m_report.items.size();
            const bool held = !d.held.isEmpty();
            m_report.items.push_back({d.wanted->product.sku, fieldWord(field), d.now.value_or(QString()), d.becomes,
                                      held ? QStringLiteral("held") : QStringLiteral("planned"), d.held});
            m_report.held += held;
            if (!held && !m_dryRun)
                passed.push_back(&d);
        }
        return m_dryRun ? Result<>(Done{}) : m_gate.keep(field, differences);
    }
    void hold(const Wanted &wanted, PushField field, const QString &why)
    {
        m_report.items.push_back({wanted.product.sku, fieldWord(field), {}, {}, QStringLiteral("held"), why});
        ++m_report.held;
    }

    Result<> createProducts()
    {
        if (!m_scope.products || !m_can.products || !m_own.has(PushField::Product))
            return Done{};
        std::vector<Difference> differences;
        for (Wanted &w : m_wanted) {
            if (!w.listing.externalId.isEmpty() || !w.product.active)
                continue;
            if (m_ambiguous.contains(w.product.sku))
                hold(w, PushField::Product, tr("The shop has this SKU more than once."));
            else if (w.price)
                differences.push_back({&w, PushField::Product, {}, w.product.name});
            else
                hold(w, PushField::Product, w.priceProblem);
        }
        std::vector<Difference *> passed;
        if (auto checked = pass(PushField::Product, differences, 0, passed); !checked)
            return checked;
        return m_sender.createProducts(passed, m_own);
    }

    Result<> pushStock()
    {
        if (!m_scope.stock || !m_own.has(PushField::Stock))
            return Done{};
        std::vector<Difference> differences;
        int known = 0;
        for (Wanted &w : m_wanted) {
            const auto &has = w.listing.confirmedStock;
            known += has && has->isPositive();
            if (!w.listing.externalId.isEmpty() && has != w.stock(m_can))
                differences.push_back({&w, PushField::Stock, has ? std::optional(has->toString()) : std::nullopt, w.stock(m_can).toString()});
        }
        std::vector<Difference *> passed;
        if (auto checked = pass(PushField::Stock, differences, known, passed); !checked)
            return checked;
        return m_sender.sendStock(passed);
    }

    Result<> pushPrices()
    {
        if (!m_scope.prices || !m_can.prices || !m_own.has(PushField::Price))
            return Done{};
        std::vector<Difference> differences;
        int known = 0;
        for (Wanted &w : m_wanted) {
            if (w.listing.externalId.isEmpty() || !w.product.active)
                continue;
            const auto &has = w.listing.confirmedPrice;
            known += has.has_value();
            if (!w.price)
                hold(w, PushField::Price, w.priceProblem);
            else if (has != w.price->millionths)
                differences.push_back(
                    {&w, PushField::Price, has ? std::optional(UnitPrice{*has, m_channel.currency}.toString()) : std::nullopt, w.price->toString()});
        }
        std::vector<Difference *> passed;
        if (auto checked = pass(PushField::Price, differences, known, passed); !checked)
            return checked;
        return m_sender.sendPrices(passed);
    }

    bool isKnown(const Wanted &w, PushField field) const
    {
        return field == PushField::Images ? !w.listing.confirmedImages.isEmpty() : !hashIn(w.listing.confirmedContent, field).isEmpty();
    }
    bool differs(const Wanted &w, PushField field) const
    {
        return field == PushField::Images ? w.listing.confirmedImages != w.images
                                          : hashIn(w.listing.confirmedContent, field) != hashIn(w.content, field);
    }

    /// Texts and pictures of products that the channel has: field by field as they are owned, product by product as they are sent.
    Result<> pushContent()
    {
        if (!m_scope.products || !m_can.products)
            return Done{};
        std::array<std::vector<Difference>, 4> differences;
        std::vector<Difference *> passed;
        size_t at = 0;
        for (const PushField field : {PushField::Title, PushField::Text, PushField::Details, PushField::Images}) {
            std::vector<Difference> &of = differences[at++];
            if (!m_own.has(field) || (field == PushField::Images && !m_can.images))
                continue;
            int known = 0;
            for (Wanted &w : m_wanted) {
                if (w.listing.externalId.isEmpty() || !w.product.active)
                    continue;
                known += isKnown(w, field);
                if (differs(w, field))
                    of.push_back({&w, field, {}, contentText(w, field)});
            }
            if (auto found = findTexts(field, of); !found)
                return found;
            if (auto checked = pass(field, of, known, passed); !checked)
                return checked;
        }
        return m_sender.sendContent(passed);
    }

    Result<> tellShipments()
    {
        if (!m_scope.shipments || !m_can.shipments || !m_own.has(PushField::Shipment))
            return Done{};
        return m_teller.tellAll(m_dryRun);
    }

    Session &m_session;
    const Channel &m_channel;
    Connector &m_connector;
    const Capabilities m_can;
    const PushScope m_scope;
    const bool m_dryRun;
    OwnFields m_own;
    std::vector<Noted> m_noted;
    Looked m_looked;
    std::set<QString> m_ambiguous; ///< SKUs that the shop has more than once
    std::vector<Wanted> m_wanted;
    PushReport m_report;
    Gate m_gate;
    Sender m_sender;
    Teller m_teller;
};

} // namespace

static Json summaryOf(const PushReport &report)
{
    return Json::object({{QStringLiteral("compared"), report.compared},
                         {QStringLiteral("sent"), report.sent},
                         {QStringLiteral("accepted"), report.accepted},
                         {QStringLiteral("refused"), report.refused},
                         {QStringLiteral("held"), report.held}});
}

} // namespace channels

using namespace channels;

Result<PushReport> push(Session &session, Channel channel, Connector &connector, const PushScope &scope, bool dryRun, SyncControl &control)
{
    const auto own = session.ask(ownFields, channel.id);
    if (!own)
        return own.error();
    std::optional<PullReport> pulled;
    if (scope.orders && scope.stock && own->has(PushField::Stock) && own->has(PushField::Order) && !dryRun) {
        const auto orders = pull(session, channel, connector, {}, control);
        if (!orders)
            return orders.error();
        pulled = *orders;
    }
    auto run = Run::begin(session, channel, workOf(scope));
    if (!run)
        return run.error();
    try {
        auto report = Pusher(session, channel, connector, scope, dryRun, *run, control).run(*own);
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
