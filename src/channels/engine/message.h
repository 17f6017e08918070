#pragma once

#include "channels/channel.h"
#include "channels/engine/overview.h"

namespace channels {

/// Keeps what a channel sent, as it came. Nothing if the very same text is there already.
std::optional<Id<InboundMessage>> keepMessage(Tx &tx, const Channel &channel, const RemoteOrder &order);
/// What was kept, as JSON again.
Json storedJson(const InboundMessage &message);

} // namespace channels
