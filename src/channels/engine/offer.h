#pragma once

#include "channels/engine/listing.h"

#include <map>
#include <set>

namespace channels {

/// So many whole packs are in so many units; never below zero.
Quantity packsOf(Quantity units, qint64 pack);

struct OfferedComponent;

/// What of a product is offered on a channel, with its parts: the one definition of "available for a channel". In units of the product.
struct Offer {
    bool sold = true;   ///< false: the product is not for sale any more
    Quantity onHand;    ///< in the warehouses that serve the channel
    Quantity allocated; ///< promised to orders
    Quantity waiting;   ///< ordered, and still without goods
    Quantity buffer;    ///< held back from this channel
    Quantity lastUnits; ///< the last ones, which are for another channel alone
    QString lastUnitsFor;
    std::optional<Quantity> quota; ///< most that is offered
    std::optional<Rate> share;     ///< most of what is not promised that is offered
    qint64 pack = 1;
    Quantity heldByShop;                      ///< goods of the shop's own orders that a shop subtracts itself
    std::vector<OfferedComponent> components; ///< of a kit, which is offered as the scarcest of them; it has no stock of its own

    Quantity unpromised() const { return onHand - allocated - waiting; }
    /// What may be offered, in units; negative where more is promised than there is. Of a kit: whole ones.
    Quantity offered() const;
    Quantity available() const { return sold ? packsOf(offered(), pack) : Quantity(); }                ///< in packs
    Quantity onHandThere() const { return sold ? packsOf(offered() + heldByShop, pack) : Quantity(); } ///< in packs
};

struct OfferedComponent {
    QString sku;
    Quantity each; ///< in one kit
    Offer offer;   ///< on this channel, with its buffer, its share and the last units, without its quota

    Quantity kits() const; ///< whole ones that it is enough for; negative where more is promised than there is
};

/// The stock that a channel's offers are made of, read once: of all products, or of those that are looked at and their components.
class Offers {
public:
    Offers(Tx &tx, const Channel &channel, const Looked &looked = {});
    Offer of(const Product &product, const Listing &listing) const;

private:
    void readTerms(Tx &tx);
    void readStock(Tx &tx, const Looked &looked);
    void readWaiting(Tx &tx, const Looked &looked);
    void readHeldByShop(Tx &tx);
    void readComponents(Tx &tx, const Looked &looked);
    Looked withComponents(const Looked &looked) const;
    Offer ofStock(Id<Product> product, const Listing &listing) const;

    const Channel &m_channel;
    std::map<Id<Product>, Availability> m_stock;
    std::map<Id<Product>, Quantity> m_waiting;
    std::map<Id<Product>, Quantity> m_heldByShop;
    struct Component {
        Id<Product> product;
        QString sku;
        Quantity each;
        Listing listing; ///< on this channel: what it holds back
    };
    std::map<Id<Product>, std::vector<Component>> m_components; ///< by kit
    std::optional<Quantity> m_quota;
    std::optional<Rate> m_share;
    Quantity m_lastUnits;
    QString m_lastUnitsFor;
};

/// The same for one product, to be explained.
Offer offerOf(Tx &tx, const Channel &channel, const Product &product);

} // namespace channels

/// What a channel says of all its listings that say nothing else.
struct OfferTerms {
    Id<Channel> channel;
    std::optional<Quantity> quota; ///< most units of each product
    std::optional<Rate> share;     ///< most of the free stock of each product
    Quantity lastUnits;            ///< the last so many of each product are for this channel alone
};

template <> struct sql::TableOf<OfferTerms> {
    static constexpr Table table{
        "channel_offer",
        Column{"channel_id", &OfferTerms::channel},
        Column{"quota", &OfferTerms::quota},
        Column{"share", &OfferTerms::share},
        Column{"last_units", &OfferTerms::lastUnits},
    };
};
OfferTerms offerTermsOf(Tx &tx, Id<Channel> channel);
/// Refuses what is negative, and a share above 100 %.
Result<OfferTerms> setOfferTerms(Tx &tx, const OfferTerms &terms, Quantity buffer);

/// The warehouses that serve a channel, in the order of their codes; none: all of them do.
std::vector<Warehouse> warehousesServing(Tx &tx, Id<Channel> channel);
/// Says which do. Orders of the channel are allocated from the same ones. Refuses an unknown code.
Result<> serveFrom(Tx &tx, Id<Channel> channel, const QStringList &codes);

/// What a listing says for itself.
struct ListingTerms {
    std::optional<Quantity> buffer; ///< none: the channel's
    std::optional<Quantity> quota;  ///< none: the channel's
    std::optional<Rate> share;      ///< none: the channel's
    qint64 pack = 1;
    bool published = true;
};
Listing listingOf(Tx &tx, const Channel &channel, Id<Product> product); ///< a new one, not stored, where there is none yet
/// Refuses what is negative, a share above 100 %, a pack of none. Another pack makes stock and price there unknown: they are sent anew.
Result<Listing> setListingTerms(Tx &tx, const Channel &channel, Id<Product> product, const ListingTerms &terms);
