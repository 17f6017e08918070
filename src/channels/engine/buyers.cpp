#include "channels/engine/buyers.h"

#include "channels/engine/apply.h"
#include "channels/engine/change.h"
#include "channels/engine/decision.h"
#include "channels/engine/message.h"
#include "channels/engine/offline.h"
#include "core/audit/audit.h"
#include "core/parties/mergeparty.h"
#include "core/sales/confirmorder.h"

#include <QCoreApplication>
#include <map>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("Buyers", text); }

static const QString customerHold = QStringLiteral("customer_hold");
static const QString notApproved = QStringLiteral("not_approved");
static const QString creditLimit = QStringLiteral("credit_limit");

namespace channels {

bool isAboutBuyer(const QString &kind) { return kind == customerHold || kind == notApproved || kind == creditLimit; }

std::vector<Trouble> buyerTroubles(Tx &tx, const Channel &channel, Id<Party> id)
{
    const Party customer = standingParty(tx, id);
    std::vector<Trouble> troubles;
    if (const Standing standing = standingOf(tx, customer); standing != Standing::Good)
        troubles.push_back({customerHold, customer.code, standingText(customer, standing)});
    if (!mayBuy(tx, channel, customer.id))
        troubles.push_back({notApproved, customer.code,
                            (channel.buyers == Buyers::Invited ? tr("%1 was not invited to buy on %2.") : tr("%1 is not approved to buy on %2."))
                                .arg(customer.displayName(), channel.name)});
    return troubles;
}

bool wasLetThrough(Tx &tx, Id<Channel> channel, const QString &externalId, const QString &kind)
{
    return tx.number("SELECT COUNT(*) FROM sales_order o JOIN sync_exception x ON x.order_id = o.id WHERE o.channel_id = ? AND o.external_id = ? AND "
                     "x.kind = ? AND x.resolution = 'once'",
                     channel, externalId, kind)
           > 0;
}

static Result<> withinLimit(Tx &tx, const SalesOrder &order)
{
    if (order.paid >= order.total)
        return Done{}; // who has paid asks for no credit
    return checkLimit(tx, order.party, Money(0, order.currency), order.rate);
}

bool stillKeepsWaiting(Tx &tx, const Channel &channel, const SyncException &exception)
{
    const SalesOrder order = tx.get(exception.order);
    if (exception.kind == creditLimit)
        return !withinLimit(tx, order);
    const auto troubles = buyerTroubles(tx, channel, order.party);
    return std::any_of(troubles.begin(), troubles.end(), [&](const Trouble &trouble) { return trouble.kind == exception.kind; });
}

Result<bool> holdOverLimit(Tx &tx, Id<SalesOrder> id)
{
    const SalesOrder order = tx.get(id);
    if (!order.channel || !order.externalId || order.state < OrderState::OnHold || order.state > OrderState::PartlyShipped)
        return false;
    const auto within = withinLimit(tx, order);
    if (within || wasLetThrough(tx, order.channel, *order.externalId, creditLimit))
        return false;
    const Trouble trouble{creditLimit, standingParty(tx, order.party).code, within.error().text};
    raise(tx, tx.get(order.channel), trouble, *order.externalId, order.message, id);
    const bool waitsForAnother =
        order.state == OrderState::OnHold
        && tx.number("SELECT COUNT(*) FROM sync_exception WHERE order_id = ? AND resolution = '' AND message = ?", id, order.hold) > 0;
    if (!waitsForAnother)
        if (auto held = holdOrder(tx, id, trouble.message); !held)
            return held.error();
    return true;
}

void keepBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer, Id<Decision> decision)
{
    tx.run("INSERT INTO channel_buyer (channel_id, party_id, decision_id) VALUES (?, ?, ?) ON CONFLICT (channel_id, party_id) DO UPDATE SET "
           "decision_id = excluded.decision_id",
           channel, customer, decision);
    audit(tx, "buyer_approved", "party", customer.value, tx.get(channel).name);
}

} // namespace channels

namespace {

/// Orders that waited for what is no trouble any more go on. `reader`: none: the one of each order's channel.
class Settling {
public:
    Settling(Tx &tx, const Connector *reader) : m_tx(tx), m_reader(reader) {}

    /// Gives back how many exceptions it settled.
    Result<int> run(const std::vector<SyncException> &waiting)
    {
        int settled = 0;
        for (const SyncException &exception : waiting) {
            const Channel channel = m_tx.get(exception.channel);
            if (stillKeepsWaiting(m_tx, channel, exception))
                continue;
            m_tx.run("UPDATE sync_exception SET resolution = 'settled', resolved_at = ?, version = version + 1 WHERE id = ?", m_tx.now(),
                     exception.id);
            audit(m_tx, "exception_settled", "sync_exception", exception.id.value);
            if (auto released = release(channel, exception); !released)
                return released.error();
            ++settled;
        }
        return settled;
    }

private:
    Result<> release(const Channel &channel, const SyncException &exception)
    {
        if (m_reader)
            return releaseIfClear(m_tx, exception.order, stateInShop(m_tx, channel, *m_reader, exception.externalId));
        const OfflineShop shop(channel);
        const auto reader = shop.reader();
        if (!reader)
            return reader.error();
        return releaseIfClear(m_tx, exception.order, stateInShop(m_tx, channel, **reader, exception.externalId));
    }

    Tx &m_tx;
    const Connector *m_reader;
};

const std::string ofBuyer = "resolution = '' AND order_id IS NOT NULL AND kind ";

Result<Party> customerOf(Tx &tx, Id<Party> id)
{
    const Party customer = standingParty(tx, id);
    if (customer.kind != PartyKind::Customer)
        return notFound(QStringLiteral("unknown_customer"), tr("%1 is no customer.").arg(customer.displayName()));
    return customer;
}

bool isApproved(Tx &tx, Id<Channel> channel, Id<Party> customer)
{
    return tx.number("SELECT COUNT(*) FROM channel_buyer WHERE channel_id = ? AND " + partyOrMerged("party_id"), channel, customer, customer) > 0;
}

Result<Channel> openTo(Tx &tx, Id<Channel> id, Buyers buyers, const Connector *reader)
{
    Channel channel = tx.lock(id);
    channel.buyers = buyers;
    tx.update(channel);
    audit(tx, "channel_buyers", "channel", id.value, buyersWord(buyers));
    const auto settled = Settling(tx, reader).run(tx.all<SyncException>("channel_id = ? AND " + ofBuyer + "= 'not_approved' ORDER BY id", id));
    if (!settled)
        return settled.error();
    return channel;
}

Result<int> approve(Tx &tx, Id<Channel> id, Id<Party> party, const Connector *reader)
{
    const auto customer = customerOf(tx, party);
    if (!customer)
        return customer.error();
    const Channel channel = tx.lock(id);
    if (isApproved(tx, id, customer->id))
        return refuse(QStringLiteral("approved"), tr("%1 is approved on %2 already.").arg(customer->displayName(), channel.name));
    const Resolution resolution{QStringLiteral("approve"), {}, {}};
    for (const SyncException &waiting : tx.all<SyncException>("channel_id = ? AND " + ofBuyer + "= 'not_approved' ORDER BY id", id))
        if (standingParty(tx, tx.get(waiting.order).party).id == customer->id)
            return reader ? resolveException(tx, waiting.id, resolution, *reader) : resolveException(tx, waiting.id, resolution);
    keepBuyer(tx, id, customer->id, keepDecision(tx, id, notApproved, customer->code, resolution.action, customer->id.value));
    return 0;
}

Result<int> stand(Tx &tx, Id<Party> id, Standing standing, const Connector *reader)
{
    const auto customer = setStanding(tx, id, standing);
    if (!customer)
        return customer.error();
    return Settling(tx, reader)
        .run(tx.all<SyncException>(ofBuyer + "IN ('customer_hold', 'not_approved', 'credit_limit') AND order_id IN (SELECT id FROM sales_order WHERE "
                                       + partyOrMerged("party_id") + ") ORDER BY id",
                                   customer->id, customer->id));
}

/// Approvals and waiting orders on a channel, by the customer that stands.
std::map<Id<Party>, Buyer> found(Tx &tx, const Channel &channel)
{
    std::map<Id<Party>, Buyer> all;
    const auto buyer = [&](const sql::Rows &rows) -> Buyer & {
        Buyer &one = all[{rows.integer(0)}];
        one.channel = channel.id;
        one.channelName = channel.name;
        one.open = channel.buyers;
        one.customer = {rows.integer(0)};
        one.code = rows.text(1);
        one.name = rows.text(3).isEmpty() ? rows.text(2) : rows.text(3);
        return one;
    };
    const std::string who = "SELECT w.id, w.code, w.name, w.company, ";
    const std::string stands = " JOIN party w ON w.id = COALESCE(p.merged_into, p.id) WHERE ";
    auto approved = tx.run(who
                               + "d.made_at, d.actor FROM channel_buyer b JOIN channel_decision d ON d.id = b.decision_id JOIN party p ON p.id = "
                                 "b.party_id"
                               + stands + "b.channel_id = ? ORDER BY d.id DESC",
                           channel.id);
    while (approved.next()) {
        Buyer &one = buyer(approved);
        one.approved = true;
        one.since = Instant{approved.integer(4)};
        one.by = approved.text(5);
    }
    auto waiting = tx.run(who + "o.id FROM sync_exception x JOIN sales_order o ON o.id = x.order_id JOIN party p ON p.id = o.party_id" + stands
                              + "x.channel_id = ? AND x.kind = 'not_approved' AND x.resolution = ''",
                          channel.id);
    while (waiting.next())
        ++buyer(waiting).waiting;
    return all;
}

} // namespace

bool mayBuy(Tx &tx, const Channel &channel, Id<Party> customer) { return channel.buyers == Buyers::Anyone || isApproved(tx, channel.id, customer); }

std::vector<Buyer> buyersOn(Tx &tx, Id<Channel> channel)
{
    std::vector<Buyer> all;
    for (auto &[party, buyer] : found(tx, tx.get(channel)))
        all.push_back(std::move(buyer));
    std::sort(all.begin(), all.end(), [](const Buyer &a, const Buyer &b) { return a.code < b.code; });
    return all;
}

std::vector<Buyer> channelsFor(Tx &tx, Id<Party> id)
{
    const Party customer = standingParty(tx, id);
    std::vector<Buyer> all;
    for (const Channel &channel : allChannels(tx)) {
        const auto buyers = found(tx, channel);
        const auto buyer = buyers.find(customer.id);
        all.push_back(buyer != buyers.end()
                          ? buyer->second
                          : Buyer{channel.id, channel.name, channel.buyers, customer.id, customer.code, customer.displayName(), {}, {}, {}, {}});
    }
    return all;
}

Result<Channel> setBuyers(Tx &tx, Id<Channel> channel, Buyers buyers) { return openTo(tx, channel, buyers, nullptr); }
Result<Channel> setBuyers(Tx &tx, Id<Channel> channel, Buyers buyers, const Connector &reader) { return openTo(tx, channel, buyers, &reader); }

Result<int> approveBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer) { return approve(tx, channel, customer, nullptr); }
Result<int> approveBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer, const Connector &reader) { return approve(tx, channel, customer, &reader); }

Result<> withdrawBuyer(Tx &tx, Id<Channel> id, Id<Party> party)
{
    const auto customer = customerOf(tx, party);
    if (!customer)
        return customer.error();
    const Channel channel = tx.lock(id);
    const auto withdrawn = tx.run("DELETE FROM channel_buyer WHERE channel_id = ? AND " + partyOrMerged("party_id"), id, customer->id, customer->id);
    if (withdrawn.affected() == 0)
        return refuse(notApproved, tr("%1 is not approved on %2.").arg(customer->displayName(), channel.name));
    audit(tx, "buyer_withdrawn", "party", customer->id.value, channel.name);
    return Done{};
}

Result<int> changeStanding(Tx &tx, Id<Party> customer, Standing standing) { return stand(tx, customer, standing, nullptr); }
Result<int> changeStanding(Tx &tx, Id<Party> customer, Standing standing, const Connector &reader) { return stand(tx, customer, standing, &reader); }
