#pragma once

#include "channels/channel.h"
#include "channels/engine/overview.h"

#include <set>

namespace channels {

/// Keeps what a channel sent, as it came. Nothing if the very same text is there already.
std::optional<Id<InboundMessage>> keepMessage(Tx &tx, const Channel &channel, const RemoteOrder &order);
/// The hashes of what the channel's list showed of orders that changed since then and are kept.
std::set<QString> knownTexts(Tx &tx, Id<Channel> channel, std::optional<Instant> since);
/// What was kept, as JSON again.
Json storedJson(const InboundMessage &message);

} // namespace channels
