#pragma once

#include "channels/channel.h"
#include "channels/engine/channel.h"

#include <set>

/// Whether a shop has what it was given.
enum class Presence {
    There = 0,   ///< as far as is known
    Gone = 1,    ///< the shop does not show it any more: nothing is sent until it is back or a person has decided
    ToBeMade = 2 ///< a person has decided: the next push makes it again, or ties it to what the shop has under its SKU by then
};

/// A product on a channel, and what the channel was last confirmed to hold of it.
struct Listing {
    Id<Listing> id;
    qint64 version = 1;
    Id<Channel> channel;
    Id<Product> product;
    QString externalId; ///< empty until the channel has it
    QString externalParent;
    bool published = true;
    std::optional<Quantity> buffer; ///< none: the channel's
    std::optional<Quantity> confirmedStock;
    std::optional<qint64> confirmedPrice; ///< millionths of the channel's currency
    QString confirmedContent;             ///< hashes of title, text and details; empty: not known
    QString confirmedImages;              ///< hashes, in order
    int stockState = 0;                   ///< 0 fine, 1 refused, 2 the answer was lost
    QString message;
    Instant changedAt;
    std::optional<Quantity> quota; ///< most units offered; none: as the channel says
    std::optional<Rate> share;     ///< most of the free stock offered; none: as the channel says
    qint64 pack = 1;               ///< units in one of what the shop sells
    Presence presence = Presence::There;
};

template <> struct sql::TableOf<Listing> {
    static constexpr Table table{
        "listing",
        Column{"id", &Listing::id},
        Column{"version", &Listing::version},
        Column{"channel_id", &Listing::channel},
        Column{"product_id", &Listing::product},
        Column{"external_id", &Listing::externalId},
        Column{"external_parent", &Listing::externalParent},
        Column{"published", &Listing::published},
        Column{"buffer", &Listing::buffer},
        Column{"confirmed_stock", &Listing::confirmedStock},
        Column{"confirmed_price", &Listing::confirmedPrice},
        Column{"confirmed_content", &Listing::confirmedContent},
        Column{"confirmed_images", &Listing::confirmedImages},
        Column{"stock_state", &Listing::stockState},
        Column{"message", &Listing::message},
        Column{"changed_at", &Listing::changedAt},
        Column{"quota", &Listing::quota},
        Column{"share", &Listing::share},
        Column{"pack", &Listing::pack},
        Column{"presence", &Listing::presence},
    };
};

/// A listing of the shop that carries the SKU of a product, where several do.
struct ListingCandidate {
    Id<Channel> channel;
    Id<Product> product;
    QString externalId;
    QString externalParent;
    QString name;
};

template <> struct sql::TableOf<ListingCandidate> {
    static constexpr Table table{
        "sku_candidate",
        Column{"channel_id", &ListingCandidate::channel},
        Column{"product_id", &ListingCandidate::product},
        Column{"external_id", &ListingCandidate::externalId},
        Column{"external_parent", &ListingCandidate::externalParent},
        Column{"name", &ListingCandidate::name},
    };
};

namespace channels {

/// What a channel should hold of a product, beside what it was confirmed to hold.
struct Wanted {
    Product product;
    Listing listing;
    Quantity available;             ///< what is offered, in packs: see Offer
    Quantity onHand;                ///< for shops that subtract their open orders themselves: the same and what those orders hold
    std::optional<UnitPrice> price; ///< as the channel shows it, to its currency's digits
    QString priceProblem;
    QString content; ///< contentHashes
    QString images;  ///< hashes, in order

    Quantity stock(const Capabilities &can) const { return can.sharedStockIsOnHand ? onHand : available; }
    ListingRef ref() const { return {product.sku, listing.externalId, listing.externalParent}; }
};
/// The products that a question is about: all of them, or these.
struct Looked {
    std::optional<std::vector<Id<Product>>> products{};

    /// Calls `row` with what a statement that ends in a where-clause says of all products, or of one after the other. `column` names the product.
    template <class Row, class... Args>
    void read(Tx &tx, const std::string &sql, const char *column, const char *order, Row row, const Args &...args) const
    {
        const auto tell = [&](sql::Rows rows) {
            while (rows.next())
                row(rows);
        };
        if (!products)
            return tell(tx.run(sql + order, args...));
        const std::string one = sql + " AND " + column + " = ?" + order;
        for (const Id<Product> product : *products)
            tell(tx.run(one, args..., product));
    }
};
/// Every product that is, or should be, on the channel, or what is looked at of them; by SKU. Not those that are gone from the shop; one that is to
/// be made again is as one that was never there. `all`: also those that the channel, which holds only what it has already (publish=linked), is not
/// known to have.
std::vector<Wanted> wantedOn(Tx &tx, const Channel &channel, const Looked &looked = {}, bool all = false);
/// Those that are gone, too: what a check compares.
std::vector<Wanted> listedOn(Tx &tx, const Channel &channel, const Looked &looked = {}, bool all = false);
/// Hashes of a product's title, text and details, joined by commas: what Listing::confirmedContent holds of the channel.
QString contentHashes(const Product &product);

struct Linked {
    int tied = 0;
    std::set<QString> ambiguous{}; ///< SKUs that the shop has more than once
    bool lost = false;             ///< the shop names none of the products that it had: such an answer is not believed
};
/// Ties products to what the shop has already, by SKU, and learns what it shows. A SKU that the shop has more than once is an exception
/// "ambiguous_sku": nothing is tied, and nothing more is made of it there, before a person picks one.
Result<Linked> linkListings(Session &session, const Channel &channel, Connector &connector);
/// Ties a product to the one that a person picked. Refuses one that does not carry its SKU ("unknown_listing").
Result<> pickListing(Tx &tx, const Channel &channel, const QString &sku, const QString &externalId);

} // namespace channels
