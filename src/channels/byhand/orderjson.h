#pragma once

#include "channels/channel.h"

namespace channels::byhand {

/// An order as it is kept: Purser's own words for it, since there is no platform with others. What was typed, pasted or read from a file in full
/// stands under "source".
Json toJson(const RemoteOrder &order, const Json &source);
RemoteOrder orderFromJson(const Json &json);

Json toJson(const RemoteAddress &address);
RemoteAddress addressFromJson(const Json &json);

} // namespace channels::byhand
