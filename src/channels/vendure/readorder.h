#pragma once

#include "channels/vendure/client.h"

#include <map>

namespace channels::vendure {

/// What a person said about this shop's own order states: option `states`, {"Picking": "processing"}.
struct Vocabulary {
    std::map<QString, RemoteState> states;
    bool ownsSellerOrders = false; ///< the channel is a seller's own: in the default one its orders are copies of parts of others

    static Vocabulary of(const Json &options);
};

/// The fields of an order that readOrder() reads.
QString orderFields();
/// The order with what the shop as a whole says about its figures: the text that is kept. Its parts are put in order, as the shop gives
/// them now one way and now another, and the same order must be the same text.
Json rawOrder(const Json &order, const Json &data);
/// When an order, or what belongs to it, last changed.
Instant lastChange(const Json &order);
/// Reads rawOrder(). What cannot be read is named in `problems`.
RemoteOrder readOrder(const Json &raw, const Vocabulary &vocabulary);

} // namespace channels::vendure
