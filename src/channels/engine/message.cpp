#include "channels/engine/message.h"

#include "channels/engine/offline.h"

namespace channels {

Json storedJson(const InboundMessage &message)
{
    const auto parsed = Json::parse(message.text());
    return parsed ? *parsed : Json();
}

std::optional<Id<InboundMessage>> keepMessage(Tx &tx, const Channel &channel, const RemoteOrder &order)
{
    auto rows =
        tx.run("INSERT INTO inbound_message (channel_id, kind, external_id, hash, changed_at, received_at, body, listed_hash, platform) VALUES (?, "
               "'order', ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (channel_id, kind, external_id, hash) DO NOTHING RETURNING id",
               channel.id, order.externalId, order.raw.hash(), order.changedAt, tx.now(), order.raw.body(), order.listedHash, channel.kind);
    if (!rows.next())
        return {};
    return Id<InboundMessage>{rows.integer(0)};
}

RemoteOrder readKept(const Channel &channel, const Connector &connector, const InboundMessage &message)
{
    if (message.platform.isEmpty() || message.platform == channel.kind)
        return connector.readOrder(storedJson(message));
    Channel then = channel;
    then.kind = message.platform;
    OfflineShop shop(then);
    return shop.connector() ? shop.connector()->readOrder(storedJson(message)) : connector.readOrder(storedJson(message));
}

RemoteState stateInShop(Tx &tx, const Channel &channel, const Connector &connector, const QString &externalId)
{
    const auto messages = messagesOf(tx, channel.id, externalId);
    return messages.empty() ? RemoteState::Processing : readKept(channel, connector, messages.front()).state;
}

KnownOrders knownOrders(Tx &tx, Id<Channel> channel, std::optional<Instant> since)
{
    KnownOrders known;
    auto rows =
        tx.run("SELECT hash, listed_hash, external_id, changed_at FROM inbound_message WHERE channel_id = ? AND kind = 'order' AND changed_at >= ?",
               channel, since.value_or(Instant{1}));
    while (rows.next()) {
        known.texts.insert(rows.text(1).isEmpty() ? rows.text(0) : rows.text(1));
        Instant &newest = known.newest[rows.text(2)];
        newest = std::max(newest, Instant{rows.integer(3)});
    }
    return known;
}

} // namespace channels

QByteArray InboundMessage::text() const { return qUncompress(body); }

std::vector<InboundMessage> messagesOf(Tx &tx, Id<Channel> channel, const QString &externalId)
{
    return tx.all<InboundMessage>("channel_id = ? AND kind = 'order' AND external_id = ? ORDER BY changed_at DESC, id DESC", channel, externalId);
}
