#include "channels/engine/decision.h"

#include "channels/engine/gone.h"
#include "channels/engine/match.h"
#include "channels/engine/message.h"
#include "channels/engine/offline.h"
#include "core/audit/audit.h"
#include "core/sales/backorders.h"
#include "core/sales/cancelorder.h"
#include "core/sales/confirmorder.h"

#include <QCoreApplication>
#include <set>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("Decision", text); }

std::vector<ExceptionGroup> exceptionGroups(Tx &tx)
{
    std::vector<ExceptionGroup> groups;
    auto rows =
        tx.run("SELECT x.channel_id, c.name, x.kind, x.subject, MIN(x.id), COUNT(*), MIN(x.created_at), COALESCE(o.currency, ''), "
               "CAST(COALESCE(SUM(o.total), 0) AS BIGINT) FROM sync_exception x JOIN channel c ON c.id = x.channel_id LEFT JOIN sales_order o ON "
               "o.id = x.order_id WHERE x.resolution = '' GROUP BY x.channel_id, c.name, x.kind, x.subject, COALESCE(o.currency, '') ORDER BY 5");
    while (rows.next()) {
        const Id<Channel> channel{rows.integer(0)};
        auto group = std::find_if(groups.begin(), groups.end(), [&](const ExceptionGroup &g) {
            return g.channel == channel && g.kind == rows.text(2) && g.subject == rows.text(3);
        });
        if (group == groups.end())
            group = groups.insert(groups.end(),
                                  {{rows.integer(4)}, channel, rows.text(1), rows.text(2), rows.text(3), {}, 0, Instant{rows.integer(6)}, {}});
        group->count += int(rows.integer(5));
        group->oldest = std::min(group->oldest, Instant{rows.integer(6)});
        if (const auto currency = Currency::of(rows.text(7)))
            group->waiting.emplace_back(rows.integer(8), *currency);
    }
    for (ExceptionGroup &group : groups)
        group.message = tx.text("SELECT message FROM sync_exception WHERE id = ?", group.first);
    return groups;
}

Id<Decision> keepDecision(Tx &tx, Id<Channel> channel, const QString &kind, const QString &subject, const QString &action, qint64 target)
{
    auto rows = tx.run("INSERT INTO channel_decision (channel_id, kind, subject, action, target_id, made_at, actor, taken_back_by) VALUES (?, ?, "
                       "?, ?, ?, ?, ?, '') RETURNING id",
                       channel, kind, subject, action, Id<Product>{target}, tx.now(), tx.scene().actor);
    rows.next();
    return {rows.integer(0)};
}

static bool isApproval(const Decision &decision) { return decision.action == QLatin1String("approve"); }

static Result<DecisionEffect> effectOf(Tx &tx, Id<SyncException> id, const Resolution &resolution, const Connector &reader)
{
    const auto exception = findException(tx, id);
    if (!exception)
        return exception.error();
    DecisionEffect effect;
    for (const SyncException &one : resolvedBy(tx, *exception, resolution.action))
        if (one.order) {
            const SalesOrder order = tx.get(one.order);
            effect.orders.push_back({order.id, order.number, order.state, order.state, order.total, order.total});
        }
    const qint64 last = tx.number("SELECT COALESCE(MAX(id), 0) FROM sales_order");
    const auto resolved = resolveException(tx, id, resolution, reader);
    if (!resolved)
        return resolved.error();
    effect.exceptions = *resolved;
    effect.isRule = resolution.action == QLatin1String("approve")
                    || tx.number("SELECT COUNT(*) FROM channel_rule WHERE channel_id = ? AND kind = ? AND subject = ?", exception->channel,
                                 exception->kind, exception->subject)
                           > 0;
    for (auto &touched : effect.orders) {
        const SalesOrder order = tx.get(touched.order);
        touched.after = order.state;
        touched.totalThen = order.total;
    }
    for (const SalesOrder &made : tx.all<SalesOrder>("id > ? ORDER BY id", last)) // set aside before
        effect.orders.push_back({made.id, made.number, OrderState::Draft, made.state, Money(0, made.currency), made.total});
    return effect;
}

Result<DecisionEffect> previewDecision(Session &session, Id<SyncException> id, const Resolution &resolution, const Connector &reader)
{
    static const QString rehearsed = QStringLiteral("dry_run");
    DecisionEffect effect;
    const auto done = session.perform([&](Tx &tx) -> Result<> {
        auto found = effectOf(tx, id, resolution, reader);
        if (!found)
            return found.error();
        effect = std::move(*found);
        return refuse(rehearsed, QString()); // everything is taken back
    });
    if (!done && done.error().code != rehearsed)
        return done.error();
    return effect;
}

Result<DecisionEffect> previewDecision(Session &session, Id<SyncException> id, const Resolution &resolution)
{
    const auto channel = session.ask([&](Tx &tx) -> Result<Channel> {
        const auto exception = findException(tx, id);
        if (!exception)
            return exception.error();
        return tx.get(exception->channel);
    });
    if (!channel)
        return channel.error();
    const OfflineShop shop(*channel);
    const auto reader = shop.reader();
    if (!reader)
        return reader.error();
    return previewDecision(session, id, resolution, **reader);
}

std::vector<DecisionRow> standingDecisions(Tx &tx)
{
    std::vector<DecisionRow> found;
    for (const Decision &decision : tx.all<Decision>("taken_back_at IS NULL ORDER BY id DESC")) {
        DecisionRow row;
        row.channel = tx.get(decision.channel).name;
        if (decision.target)
            row.target = isApproval(decision)                            ? tx.text("SELECT code FROM party WHERE id = ?", decision.target)
                         : decision.kind == QLatin1String("unknown_tax") ? tx.text("SELECT code FROM tax WHERE id = ?", decision.target)
                                                                         : tx.text("SELECT sku FROM product WHERE id = ?", decision.target);
        row.resolved = int(tx.number("SELECT COUNT(*) FROM sync_exception WHERE decision_id = ?", decision.id));
        row.isRule = tx.number("SELECT COUNT(*) FROM channel_rule WHERE channel_id = ? AND kind = ? AND subject = ? AND made_at = ?",
                               decision.channel, decision.kind, decision.subject, decision.madeAt)
                         > 0
                     || tx.number("SELECT COUNT(*) FROM channel_buyer WHERE decision_id = ?", decision.id) > 0;
        row.decision = decision;
        found.push_back(std::move(row));
    }
    return found;
}

namespace {

/// Ends one decision, order by order.
class TakingBack {
public:
    TakingBack(Tx &tx, Decision decision, const Connector &reader) : m_tx(tx), m_decision(std::move(decision)), m_reader(&reader) {}

    Result<TakenBack> run()
    {
        m_tx.run("DELETE FROM channel_rule WHERE channel_id = ? AND kind = ? AND subject = ? AND made_at = ?", m_decision.channel, m_decision.kind,
                 m_decision.subject, m_decision.madeAt);
        m_tx.run("DELETE FROM channel_buyer WHERE decision_id = ?", m_decision.id);
        for (const SyncException &exception : m_tx.all<SyncException>("decision_id = ? ORDER BY id", m_decision.id)) {
            if (exception.order) {
                if (const QString why = tooFar(m_tx.lock(exception.order)); !why.isEmpty()) {
                    m_result.kept.push_back(why);
                    continue;
                }
                if (auto waiting = makeWait(exception); !waiting)
                    return waiting.error();
            } else if (exception.kind == QLatin1String("missing_listing")) {
                if (const QString why = takeBackGone(m_tx, m_tx.get(exception.channel), exception, m_decision.action); !why.isEmpty()) {
                    m_result.kept.push_back(why);
                    continue;
                }
            } else if (m_decision.kind == QLatin1String("ambiguous_sku")) {
                m_tx.run("UPDATE listing SET external_id = '', external_parent = '', confirmed_stock = NULL, confirmed_price = NULL, version = "
                         "version + 1 "
                         "WHERE channel_id = ? AND product_id = (SELECT id FROM product WHERE sku = ?)",
                         m_decision.channel, m_decision.subject);
            } else if (m_decision.action != QLatin1String("ignore")) {
                m_result.kept.push_back(tr("Order %1 of the channel has come in since.").arg(exception.externalId));
                continue;
            }
            m_tx.run(
                "UPDATE sync_exception SET resolution = '', resolved_at = NULL, decision_id = NULL, stood_at = NULL, version = version + 1 WHERE "
                "id = ?",
                exception.id);
            ++m_result.reopened;
        }
        forgetProduct();
        m_tx.run("UPDATE channel_decision SET taken_back_at = ?, taken_back_by = ? WHERE id = ?", m_tx.now(), m_tx.scene().actor, m_decision.id);
        audit(m_tx, "decision_taken_back", "channel_decision", m_decision.id.value, m_decision.action + u' ' + m_decision.subject);
        return m_result;
    }

private:
    /// Why the order cannot wait again; empty if it can.
    QString tooFar(const SalesOrder &order)
    {
        for (const SalesLine &line : linesOf(m_tx, order))
            if (line.picked.isPositive() || line.shipped.isPositive() || line.invoiced.isPositive())
                return tr("%1 is %2.").arg(order.number, stateLabel(order.state));
        if (order.state == OrderState::Cancelled && m_decision.action != QLatin1String("cancel"))
            return tr("%1 is %2.").arg(order.number, stateLabel(order.state));
        if (m_decision.action == QLatin1String("cancel")
            && (order.state != OrderState::Cancelled
                || m_tx.number("SELECT COUNT(*) FROM payment WHERE order_id = ? AND direction = 2", order.id) > 0))
            return tr("The money of %1 has gone back.").arg(order.number);
        return {};
    }

    Result<> makeWait(const SyncException &exception)
    {
        if (m_decision.action == QLatin1String("cancel")) {
            if (auto reopened = reopenOrder(m_tx, exception.order, exception.message); !reopened)
                return reopened.error();
            return Done{};
        }
        if (m_decision.target && !isApproval(m_decision))
            forgetTarget(exception);
        if (exception.stoodAt)
            m_tx.run("UPDATE sales_order SET message_id = ?, version = version + 1 WHERE id = ?", exception.stoodAt, exception.order);
        if (exception.kind == QLatin1String("no_stock") || m_tx.get(exception.order).state == OrderState::OnHold)
            return Done{};
        const auto held = holdOrder(m_tx, exception.order, exception.message);
        return held ? Result<>(Done{}) : Result<>(held.error());
    }

    /// What the decision filled in on the order's lines is not known any more.
    void forgetTarget(const SyncException &exception)
    {
        const SalesOrder order = m_tx.get(exception.order);
        const auto message = order.message ? m_tx.find(order.message) : std::nullopt;
        if (!message)
            return;
        const auto lines = linesOf(m_tx, order);
        for (const RemoteLine &remote : m_reader->readOrder(storedJson(*message)).lines)
            for (const SalesLine &line : lines)
                if (line.externalId == remote.externalId && int(line.kind) == int(remote.kind))
                    m_decision.kind == QLatin1String("unknown_tax") ? forgetTax(line, remote) : forgetProductOf(line, remote);
    }

    void forgetTax(const SalesLine &line, const RemoteLine &remote)
    {
        for (const RemoteTax &tax : remote.taxes)
            if (subjectOf(tax) == m_decision.subject)
                m_tx.run("DELETE FROM sales_line_tax WHERE order_id = ? AND line = ? AND tax_id = ?", line.order, line.line, m_decision.target);
    }

    void forgetProductOf(SalesLine line, const RemoteLine &remote)
    {
        if (line.product.value != m_decision.target || subjectOf(remote) != m_decision.subject)
            return;
        release(line);
        for (const SalesLine &component : linesOf(m_tx, m_tx.get(line.order)))
            if (line.isKit() && component.isComponent() && component.kitLine == line.line) {
                release(component);
                m_tx.run("DELETE FROM sales_line WHERE order_id = ? AND line = ?", component.order, component.line);
            }
        m_tx.run("UPDATE sales_line SET product_id = NULL, sku = ?, allocated = 0, kit_line = 0 WHERE order_id = ? AND line = ?", remote.sku,
                 line.order, line.line);
    }

    void release(const SalesLine &line)
    {
        releaseLine(m_tx, line, line.allocated);
        m_freed.insert(line.product);
    }

    /// Stock that was promised serves who waits for it; a product that was only made for this goes, unless something has happened with it.
    void forgetProduct()
    {
        for (const Id<Product> product : m_freed)
            allocateBackorders(m_tx, product);
        if (m_decision.action != QLatin1String("create"))
            return;
        const std::vector<sql::Value> made{m_decision.target};
        for (const char *use : {"sales_line WHERE product_id", "stock_move WHERE product_id", "listing WHERE product_id", "price WHERE product_id",
                                "product_image WHERE product_id", "goods_receipt_line WHERE product_id", "product_component WHERE product_id",
                                "product_component WHERE component_id"})
            if (m_tx.connection().runWith(std::string("SELECT 1 FROM ") + use + " = ? LIMIT 1", made).next()) {
                m_result.kept.push_back(
                    tr("The product %1 stays: it is in use.").arg(m_tx.text("SELECT sku FROM product WHERE id = ?", m_decision.target)));
                return;
            }
        m_tx.run("DELETE FROM stock_value WHERE product_id = ?", m_decision.target);
        m_tx.run("DELETE FROM product WHERE id = ?", m_decision.target);
    }

    Tx &m_tx;
    Decision m_decision;
    const Connector *m_reader;
    std::set<Id<Product>> m_freed;
    TakenBack m_result;
};

Result<Decision> findStanding(Tx &tx, Id<Decision> id)
{
    const auto decision = tx.find(id);
    if (!decision)
        return notFound(QStringLiteral("unknown_decision"), tr("There is no decision %1.").arg(id.value), tr("See: purserctl exception rules"));
    if (decision->takenBackAt)
        return refuse(QStringLiteral("taken_back"), tr("This decision is taken back already."));
    return *decision;
}

} // namespace

Result<TakenBack> takeBackDecision(Tx &tx, Id<Decision> id, const Connector &reader)
{
    const auto decision = findStanding(tx, id);
    if (!decision)
        return decision.error();
    return TakingBack(tx, *decision, reader).run();
}

Result<TakenBack> takeBackDecision(Tx &tx, Id<Decision> id)
{
    const auto decision = findStanding(tx, id);
    if (!decision)
        return decision.error();
    const OfflineShop shop(tx.get(decision->channel));
    const auto reader = shop.reader();
    if (!reader)
        return reader.error();
    return takeBackDecision(tx, id, **reader);
}
