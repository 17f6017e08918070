#pragma once

#include "channels/engine/difference.h"

/// The limits above which a push waits for a person's agreement.
struct PushGuard {
    Id<Channel> channel;
    Rate priceChange{500'000}; ///< one price, down or up by more than this share
    Rate massShare{200'000};   ///< more than this share of what the channel holds changes at once …
    int massRows = 50;         ///< … and more rows than this
};

template <> struct sql::TableOf<PushGuard> {
    static constexpr Table table{
        "push_guard",
        Column{"channel_id", &PushGuard::channel},
        Column{"price_change", &PushGuard::priceChange},
        Column{"mass_share", &PushGuard::massShare},
        Column{"mass_rows", &PushGuard::massRows},
    };
};

PushGuard guardOf(Tx &tx, Id<Channel> channel);
/// Refuses limits that are not positive.
Result<PushGuard> setPushGuard(Tx &tx, const PushGuard &guard);

namespace channels {

/// Marks the differences of one field that look wrong. `known` is how many listings the channel is known to hold this field of. What was not known
/// before is never held back, and neither is the stock of a product that was ordered since (it sold out).
void applyGuard(Tx &tx, const PushGuard &guard, PushField field, std::vector<Difference> &differences, int known);

} // namespace channels
