#include "channels/engine/exception.h"

#include "channels/engine/apply.h"
#include "channels/engine/buyers.h"
#include "channels/engine/change.h"
#include "channels/engine/decision.h"
#include "channels/engine/gone.h"
#include "channels/engine/held.h"
#include "channels/engine/listing.h"
#include "channels/engine/message.h"
#include "channels/engine/offline.h"
#include "core/audit/audit.h"
#include "core/parties/mergeparty.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"

#include <QCoreApplication>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("Exception", text); }

QStringList actionsFor(const QString &kind)
{
    static const std::map<QString, QStringList> actions{
        {QStringLiteral("unknown_sku"), {QStringLiteral("link"), QStringLiteral("create"), QStringLiteral("cancel"), QStringLiteral("ignore")}},
        {QStringLiteral("ambiguous_sku"), {QStringLiteral("link")}},
        {QStringLiteral("unknown_tax"), {QStringLiteral("link"), QStringLiteral("cancel")}},
        {QStringLiteral("totals_differ"), {QStringLiteral("accept"), QStringLiteral("cancel")}},
        {QStringLiteral("no_stock"), {QStringLiteral("accept"), QStringLiteral("cancel")}},
        {QStringLiteral("customer_hold"), {QStringLiteral("once"), QStringLiteral("accept"), QStringLiteral("retry"), QStringLiteral("cancel")}},
        {QStringLiteral("not_approved"), {QStringLiteral("approve"), QStringLiteral("once"), QStringLiteral("retry"), QStringLiteral("cancel")}},
        {QStringLiteral("credit_limit"), {QStringLiteral("once"), QStringLiteral("retry"), QStringLiteral("cancel")}},
        {QStringLiteral("missing_listing"), {QStringLiteral("relist"), QStringLiteral("retire"), QStringLiteral("ignore")}},
        {QStringLiteral("currency"), {QStringLiteral("retry"), QStringLiteral("ignore")}},
        {QStringLiteral("duplicate"), {QStringLiteral("ignore")}},
        {QStringLiteral("changed_after_ship"), {QStringLiteral("accept"), QStringLiteral("retry")}},
        {QStringLiteral("held_push"), {QStringLiteral("agree")}},
        {QStringLiteral("put_back"), {QStringLiteral("accept"), QStringLiteral("cancel")}},
        {QStringLiteral("refund"), {QStringLiteral("accept")}},
        {QStringLiteral("payload"), {QStringLiteral("retry"), QStringLiteral("accept"), QStringLiteral("ignore")}},
    };
    const auto found = actions.find(kind);
    return found == actions.end() ? QStringList{QStringLiteral("ignore")} : found->second;
}

QString actionLabel(const QString &action)
{
    static const std::map<QString, const char *> labels{
        {QStringLiteral("link"), QT_TRANSLATE_NOOP("Exception", "Link to…")},
        {QStringLiteral("create"), QT_TRANSLATE_NOOP("Exception", "Create product")},
        {QStringLiteral("accept"), QT_TRANSLATE_NOOP("Exception", "Accept")},
        {QStringLiteral("approve"), QT_TRANSLATE_NOOP("Exception", "Approve customer")},
        {QStringLiteral("once"), QT_TRANSLATE_NOOP("Exception", "Let through once")},
        {QStringLiteral("relist"), QT_TRANSLATE_NOOP("Exception", "Create again in the shop")},
        {QStringLiteral("retire"), QT_TRANSLATE_NOOP("Exception", "Take off the channel")},
        {QStringLiteral("cancel"), QT_TRANSLATE_NOOP("Exception", "Cancel order")},
        {QStringLiteral("ignore"), QT_TRANSLATE_NOOP("Exception", "Ignore")},
        {QStringLiteral("agree"), QT_TRANSLATE_NOOP("Exception", "Agree")},
        {QStringLiteral("retry"), QT_TRANSLATE_NOOP("Exception", "Try again")},
    };
    const auto found = labels.find(action);
    return found == labels.end() ? action : tr(found->second);
}

Result<SyncException> findException(Tx &tx, Id<SyncException> id)
{
    if (auto found = tx.find(id))
        return *found;
    return notFound(QStringLiteral("unknown_exception"), tr("There is no exception %1.").arg(id.value), tr("See: purserctl exception list"));
}

std::vector<SyncException> openExceptions(Tx &tx, Id<Channel> channel)
{
    if (channel)
        return tx.all<SyncException>("channel_id = ? AND resolution = '' ORDER BY id", channel);
    return tx.all<SyncException>("resolution = '' ORDER BY id");
}

std::vector<SyncException> waitingLike(Tx &tx, const SyncException &one)
{
    if (!isAboutBuyer(one.kind) || !one.order)
        return tx.all<SyncException>("channel_id = ? AND kind = ? AND subject = ? AND resolution = '' ORDER BY id", one.channel, one.kind,
                                     one.subject);
    const Id<Party> customer = standingParty(tx, tx.get(one.order).party).id; // whose code may be another one by now
    return tx.all<SyncException>("channel_id = ? AND kind = ? AND resolution = '' AND order_id IN (SELECT id FROM sales_order WHERE "
                                     + partyOrMerged("party_id") + ") ORDER BY id",
                                 one.channel, one.kind, customer, customer);
}

std::vector<SyncException> resolvedBy(Tx &tx, const SyncException &one, const QString &action)
{
    return action == QLatin1String("once") ? std::vector{one} : waitingLike(tx, one);
}

namespace {

/// Carries one decision out on one exception after the other.
class Resolver {
public:
    Resolver(Tx &tx, const SyncException &first, const Resolution &resolution, const Channel &channel, const Connector &reader)
        : m_tx(tx), m_first(first), m_resolution(resolution), m_channel(channel), m_connector(&reader)
    {}

    Result<int> run()
    {
        if (!m_first.resolution.isEmpty())
            return refuse(QStringLiteral("resolved"), tr("This exception is resolved already: %1.").arg(m_first.resolution));
        if (!actionsFor(m_first.kind).contains(m_resolution.action))
            return refuse(QStringLiteral("action"), tr("“%1” does not fit here.").arg(m_resolution.action),
                          tr("It can be: %1.").arg(actionsFor(m_first.kind).join(QStringLiteral(", "))));
        if (auto target = findTarget(); !target)
            return target.error();
        const bool isRule = remember();
        decide(isRule);
        int resolved = 0;
        for (const SyncException &exception : resolvedBy(m_tx, m_first, m_resolution.action)) {
            close(exception);
            if (auto done = carryOut(exception); !done)
                return done.error();
            ++resolved;
        }
        return resolved;
    }

private:
    Result<> findTarget()
    {
        if (m_resolution.action == QLatin1String("link") && m_first.kind == QLatin1String("unknown_tax")) {
            const Tax *tax = m_tx.configured<Taxes>().byCode(m_resolution.tax);
            if (!tax)
                return notFound(QStringLiteral("unknown_tax"), tr("There is no tax %1.").arg(m_resolution.tax));
            m_target = tax->id.value;
        } else if (m_first.kind == QLatin1String("ambiguous_sku")) {
            return pickListing(m_tx, m_channel, m_first.subject, m_resolution.listing);
        } else if (m_resolution.action == QLatin1String("link")) {
            const auto product = productBySku(m_tx, m_resolution.sku);
            if (!product)
                return product.error();
            m_target = product->id.value;
        } else if (m_resolution.action == QLatin1String("create")) {
            return createProduct();
        } else if (m_resolution.action == QLatin1String("approve")) {
            m_target = standingParty(m_tx, m_tx.get(m_first.order).party).id.value;
        }
        return Done{};
    }

    Result<> createProduct()
    {
        Product product;
        product.sku = m_resolution.sku.isEmpty() ? m_first.subject : m_resolution.sku;
        product.name = product.sku;
        if (const auto message = m_tx.find(m_first.messageId))
            for (const RemoteLine &line : readKept(m_channel, *m_connector, *message).lines)
                if (line.kind == RemoteLineKind::Goods && subjectOf(line) == m_first.subject && !line.description.isEmpty())
                    product.name = line.description;
        const auto saved = saveProduct(m_tx, product);
        if (!saved)
            return saved.error();
        m_target = saved->id.value;
        return Done{};
    }

    /// Gives back whether the decision holds for what comes, too.
    bool remember()
    {
        // Cancelling, ignoring and trying again are about these orders, not about the cause; so is what was changed in one order. Which one of
        // the shop's a SKU is stands on the listing.
        static const QStringList aboutCauses{QStringLiteral("link"), QStringLiteral("create"), QStringLiteral("accept")};
        static const QStringList aboutOneOrder{QStringLiteral("changed_after_ship"), QStringLiteral("put_back"), QStringLiteral("refund"),
                                               QStringLiteral("ambiguous_sku")};
        if (m_resolution.action == QLatin1String("approve"))
            return true; // kept with the channel's buyers
        if (!aboutCauses.contains(m_resolution.action) || aboutOneOrder.contains(m_first.kind))
            return false;
        m_tx.run("INSERT INTO channel_rule (channel_id, kind, subject, action, target_id, made_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (channel_id, kind, subject) DO UPDATE SET action = excluded.action, target_id = excluded.target_id, made_at = "
                 "excluded.made_at, "
                 "actor = excluded.actor",
                 m_first.channel, m_first.kind, m_first.subject,
                 m_resolution.action == QLatin1String("create") ? QStringLiteral("link") : m_resolution.action, Id<Product>{m_target}, m_tx.now(),
                 m_tx.scene().actor);
        return true;
    }

    /// Trying again decides nothing that could be taken back.
    void decide(bool isRule)
    {
        if (!isRule && m_resolution.action == QLatin1String("retry"))
            return;
        m_decision = keepDecision(m_tx, m_first.channel, m_first.kind, m_first.subject, m_resolution.action, m_target);
        if (m_resolution.action == QLatin1String("approve"))
            keepBuyer(m_tx, m_first.channel, Id<Party>{m_target}, m_decision);
    }

    void close(const SyncException &exception)
    {
        m_tx.run("UPDATE sync_exception SET resolution = ?, resolved_at = ?, decision_id = ?, version = version + 1 WHERE id = ?",
                 m_resolution.action, m_tx.now(), m_decision, exception.id);
        audit(m_tx, "exception_resolved", "sync_exception", exception.id.value, m_resolution.action + u' ' + m_resolution.sku + m_resolution.tax);
    }

    Result<> carryOut(const SyncException &exception)
    {
        if (m_resolution.action == QLatin1String("agree")) {
            releaseGuarded(m_tx, m_channel.id, *fieldOf(exception.subject));
            return Done{};
        }
        if (exception.kind == QLatin1String("missing_listing"))
            return decideGone(m_tx, m_channel, exception, m_resolution.action);
        if ((m_resolution.action == QLatin1String("ignore") && !exception.order) || exception.kind == QLatin1String("ambiguous_sku"))
            return Done{};
        if (m_resolution.action == QLatin1String("cancel")) {
            if (auto cancelled = cancelOrder(m_tx, exception.order, {}, exception.message); !cancelled)
                return cancelled.error();
            return Done{};
        }
        if (isAboutBuyer(exception.kind) && exception.order)
            return letGoOn(exception);
        const bool isChange = exception.kind == QLatin1String("changed_after_ship");
        if (isChange && m_resolution.action == QLatin1String("accept"))
            leaveAsItIs(exception);
        if (!exception.order || isChange || m_resolution.action == QLatin1String("retry")) {
            const auto again = applyAgain(m_tx, m_channel, *m_connector, exception.externalId);
            if (!again)
                return again.error();
            if (const auto still = m_tx.first<SyncException>("channel_id = ? AND kind = ? AND external_id = ? AND resolution = ''", m_channel.id,
                                                             exception.kind, exception.externalId))
                return refuse(QStringLiteral("still"), still->message);
            return exception.order ? letGo(exception) : Result<>(Done{});
        }
        if (m_resolution.action == QLatin1String("link") || m_resolution.action == QLatin1String("create"))
            if (auto relinked = readAgain(exception); !relinked)
                return relinked;
        return letGo(exception);
    }

    Result<> letGo(const SyncException &exception)
    {
        return releaseIfClear(m_tx, exception.order, stateInShop(m_tx, m_channel, *m_connector, exception.externalId));
    }

    /// Tried again, an order goes on where its customer may buy by now.
    Result<> letGoOn(const SyncException &exception)
    {
        if (m_resolution.action == QLatin1String("retry") && stillKeepsWaiting(m_tx, m_channel, exception))
            return refuse(QStringLiteral("still"), exception.message);
        return letGo(exception);
    }

    /// What was missing on the order's lines is filled in from what the channel sent, with the new knowledge.
    Result<> readAgain(const SyncException &exception)
    {
        const SalesOrder order = m_tx.get(exception.order);
        const auto message = order.message ? m_tx.find(order.message) : std::nullopt;
        if (!message)
            return Done{};
        auto translated = translate(m_tx, m_channel, readKept(m_channel, *m_connector, *message), message->id, order.party);
        if (!translated)
            return translated.error();
        return completeOrder(m_tx, order.id, translated->order);
    }

    /// The order's lines stay as they are here, whatever the shop says: what comes next is compared with what the shop says now.
    void leaveAsItIs(const SyncException &exception)
    {
        m_tx.run("UPDATE sync_exception SET stood_at = (SELECT message_id FROM sales_order WHERE id = ?) WHERE id = ?", exception.order,
                 exception.id);
        if (const auto messages = messagesOf(m_tx, m_channel.id, exception.externalId); !messages.empty())
            m_tx.run("UPDATE sales_order SET message_id = ?, version = version + 1 WHERE id = ?", messages.front().id, exception.order);
    }

    Tx &m_tx;
    SyncException m_first;
    const Resolution &m_resolution;
    const Channel &m_channel;
    const Connector *m_connector;
    qint64 m_target = 0;
    Id<Decision> m_decision;
};

} // namespace

Result<int> resolveException(Tx &tx, Id<SyncException> id, const Resolution &resolution)
{
    const auto exception = findException(tx, id);
    if (!exception)
        return exception.error();
    const OfflineShop shop(tx.get(exception->channel)); // nothing is asked of the shop
    const auto reader = shop.reader();
    if (!reader)
        return reader.error();
    return resolveException(tx, id, resolution, **reader);
}

Result<int> resolveException(Tx &tx, Id<SyncException> id, const Resolution &resolution, const Connector &reader)
{
    const auto exception = findException(tx, id);
    if (!exception)
        return exception.error();
    const Channel channel = tx.get(exception->channel);
    return Resolver(tx, *exception, resolution, channel, reader).run();
}
