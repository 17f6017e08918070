#pragma once

#include "channels/vendure/client.h"

namespace channels::vendure {

/// What a connector has to know of a shop before it can talk about prices and stock. Asked once, when first needed.
struct Shop {
    QString code;
    QString language;              ///< of texts that are written
    Currency currency;             ///< the channel's default
    bool pricesIncludeTax = false; ///< prices that are set are gross
    int precision = 2;             ///< digits that an amount has, whatever its currency
    QString location;              ///< id of the stock location that is kept

    /// A price as Vendure takes it: a whole number of its smallest unit. It would take a fraction, too, and round it to something else.
    qint64 amountOf(UnitPrice price) const;
    /// Reads an amount, in millionths of the major unit; it may have more digits than it should.
    std::optional<qint64> exactOf(const Json &amount) const;
};
/// Reads an amount of a shop with that precision, in millionths of the major unit.
std::optional<qint64> exactAmountOf(const Json &amount, int precision);

class ShopFacts {
public:
    explicit ShopFacts(Client &client) : m_client(client) {}
    /// Throws Failure (Rejected) if the channel or the location that the options name are not there.
    const Shop &operator()();

private:
    Shop ask();
    QString askLocation();

    Client &m_client;
    std::optional<Shop> m_shop;
};

} // namespace channels::vendure
