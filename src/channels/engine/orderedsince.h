#pragma once

#include "channels/engine/channel.h"

#include <map>

namespace channels {

/// Units ordered of each product since a moment of its own, orders of the channel `notOn` left out. Products of which none were are not in it.
std::map<Id<Product>, Quantity> orderedSince(Tx &tx, const std::map<Id<Product>, Instant> &since, Id<Channel> notOn = {});

} // namespace channels
