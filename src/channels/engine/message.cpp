#include "channels/engine/message.h"

namespace channels {

Json storedJson(const InboundMessage &message)
{
    const auto parsed = Json::parse(message.text());
    return parsed ? *parsed : Json();
}

std::optional<Id<InboundMessage>> keepMessage(Tx &tx, const Channel &channel, const RemoteOrder &order)
{
    auto rows = tx.run("INSERT INTO inbound_message (channel_id, kind, external_id, hash, changed_at, received_at, body, listed_hash) VALUES (?, "
                       "'order', ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (channel_id, kind, external_id, hash) DO NOTHING RETURNING id",
                       channel.id, order.externalId, order.raw.hash(), order.changedAt, tx.now(), order.raw.body(), order.listedHash);
    if (!rows.next())
        return {};
    return Id<InboundMessage>{rows.integer(0)};
}

std::set<QString> knownTexts(Tx &tx, Id<Channel> channel, std::optional<Instant> since)
{
    std::set<QString> known;
    auto rows = tx.run("SELECT hash, listed_hash FROM inbound_message WHERE channel_id = ? AND changed_at >= ?", channel, since.value_or(Instant{1}));
    while (rows.next())
        known.insert(rows.text(1).isEmpty() ? rows.text(0) : rows.text(1));
    return known;
}

} // namespace channels

QByteArray InboundMessage::text() const { return qUncompress(body); }

std::vector<InboundMessage> messagesOf(Tx &tx, Id<Channel> channel, const QString &externalId)
{
    return tx.all<InboundMessage>("channel_id = ? AND kind = 'order' AND external_id = ? ORDER BY changed_at DESC, id DESC", channel, externalId);
}
