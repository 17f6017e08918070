#pragma once

#include "channels/engine/channel.h"

/// A product of which a channel shows another stock than it should, since it was last told.
struct Discrepancy {
    Id<Product> product;
    QString sku;
    QString name;
    std::optional<Quantity> shows; ///< in the shop's packs; none: not known, as an order of its own came since
    Quantity should;               ///< in the shop's packs
    Quantity exposure;             ///< packs that could be sold there without being there
    Quantity soldElsewhere;        ///< units ordered on other channels and at the desk since
    Instant since;                 ///< when the channel was last told of this product; none: never
};

/// The discrepancy window of a channel: what differs now, the greatest exposure first.
std::vector<Discrepancy> discrepanciesOf(Tx &tx, const Channel &channel, const channels::Capabilities &can);
/// The same with what the channel's kind can do.
std::vector<Discrepancy> discrepanciesOf(Tx &tx, const Channel &channel);
