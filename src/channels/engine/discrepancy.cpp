#include "channels/engine/discrepancy.h"

#include "channels/engine/listing.h"
#include "channels/engine/offline.h"
#include "channels/engine/orderedsince.h"

#include <algorithm>

using namespace channels;

std::vector<Discrepancy> discrepanciesOf(Tx &tx, const Channel &channel, const Capabilities &can)
{
    std::vector<Discrepancy> all;
    std::map<Id<Product>, Instant> since;
    for (const Wanted &wanted : wantedOn(tx, channel)) {
        const Listing &listing = wanted.listing;
        if (listing.externalId.isEmpty() || listing.confirmedStock == wanted.stock(can))
            continue;
        Discrepancy row{wanted.product.id, wanted.product.sku, wanted.product.name, listing.confirmedStock, wanted.stock(can), {}, {},
                        listing.changedAt};
        if (row.shows)
            row.exposure = std::max(Quantity(), *row.shows - row.should);
        since[row.product] = row.since;
        all.push_back(std::move(row));
    }
    const auto elsewhere = orderedSince(tx, since, channel.id);
    for (Discrepancy &row : all)
        if (const auto found = elsewhere.find(row.product); found != elsewhere.end())
            row.soldElsewhere = found->second;
    std::stable_sort(all.begin(), all.end(), [](const Discrepancy &a, const Discrepancy &b) { return a.exposure > b.exposure; });
    return all;
}

std::vector<Discrepancy> discrepanciesOf(Tx &tx, const Channel &channel)
{
    OfflineShop shop(channel);
    return discrepanciesOf(tx, channel, shop.connector() ? shop.connector()->capabilities() : Capabilities());
}
