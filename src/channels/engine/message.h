#pragma once

#include "channels/channel.h"
#include "channels/engine/overview.h"

#include <set>

namespace channels {

/// Keeps what a channel sent, as it came. Nothing if the very same text is there already.
std::optional<Id<InboundMessage>> keepMessage(Tx &tx, const Channel &channel, const RemoteOrder &order);
/// What is kept already of the orders that changed since then.
struct KnownOrders {
    std::set<QString> texts;           ///< hashes of what the channel's list showed of them
    std::map<QString, Instant> newest; ///< by the channel's id: the latest timestamp
};
KnownOrders knownOrders(Tx &tx, Id<Channel> channel, std::optional<Instant> since);
/// Reads a kept order again, as the platform that wrote it means it; `connector` is the channel's own.
RemoteOrder readKept(const Channel &channel, const Connector &connector, const InboundMessage &message);
/// How an order stood in the shop when it was heard of last.
RemoteState stateInShop(Tx &tx, const Channel &channel, const Connector &connector, const QString &externalId);
/// What was kept, as JSON again.
Json storedJson(const InboundMessage &message);

} // namespace channels
