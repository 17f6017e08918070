#include "channels/engine/orderedsince.h"

#include <algorithm>

namespace channels {

std::map<Id<Product>, Quantity> orderedSince(Tx &tx, const std::map<Id<Product>, Instant> &since, Id<Channel> notOn)
{
    std::map<Id<Product>, Quantity> ordered;
    if (since.empty())
        return ordered;
    const Instant oldest = std::min_element(since.begin(), since.end(), [](const auto &a, const auto &b) { return a.second < b.second; })->second;
    // From the newest order back to the first older one: no further than there is something to see.
    const qint64 last = tx.number("SELECT id FROM sales_order WHERE created_at < ? ORDER BY id DESC LIMIT 1", oldest);
    auto rows = tx.run("SELECT l.product_id, l.quantity - l.cancelled, o.created_at FROM sales_order o JOIN sales_line l ON l.order_id = o.id "
                       "WHERE o.id > ? AND l.kind = 1 AND l.product_id IS NOT NULL AND (o.channel_id IS NULL OR o.channel_id <> ?)",
                       last, notOn.value);
    while (rows.next()) {
        const Id<Product> product{rows.integer(0)};
        const auto from = since.find(product);
        if (from != since.end() && Instant{rows.integer(2)} >= from->second)
            ordered[product] += Quantity{rows.integer(1)};
    }
    return ordered;
}

} // namespace channels
