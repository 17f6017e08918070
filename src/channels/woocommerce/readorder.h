#pragma once

#include "channels/channel.h"

#include <map>
#include <set>

namespace channels::woocommerce {

/// What a person said about this shop's own words. Plugins invent order states, and sell gift cards and take tips as fees.
struct Vocabulary {
    std::map<QString, RemoteState> states;  ///< option `states`: {"packing": "processing"}
    std::map<QString, RemoteLineKind> fees; ///< option `fees`: {"Gift card": "gift_card", "Tip": "tip"}

    std::set<QString> credits; ///< option `credits`: "_credit_used,_wallet_used", meta data with what was paid by store credit

    static Vocabulary of(const Json &options);
};

/// Reads an order as /orders gives it. Where it carries `refund_details` (the answer of /orders/{id}/refunds, added by Connector::order)
/// its refunds are complete, likewise with `fulfillments` what is shipped. What cannot be read is named in `problems`.
RemoteOrder readOrder(const Json &raw, const Vocabulary &vocabulary);

/// Times come twice, in the shop's time and in UTC, both without a zone; only the UTC one (`…_gmt`) is safe to read.
std::optional<Instant> utcTime(const Json &written);

} // namespace channels::woocommerce
