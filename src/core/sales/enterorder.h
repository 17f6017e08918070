#pragma once

#include "core/sales/salesorder.h"

/// A line as somebody enters it or a channel sends it.
struct NewLine {
    LineKind kind = LineKind::Goods;
    Id<Product> product;
    QString sku;         ///< of a web order whose SKU is not known; else the product's
    QString description; ///< empty: the product's name
    Quantity quantity = Quantity::whole(1);
    std::optional<UnitPrice> unitPrice; ///< none: asked of the prices. Of shipping and fees it must be given
    Rate discountRate;                  ///< typed at the desk
    QString externalId;
    qint64 pack = 1; ///< units in one of what the channel sold

    /// What the channel says about the line; then nothing is computed.
    struct Facts {
        Money discount, net, tax;
        std::vector<std::pair<Id<Tax>, std::pair<Money, Money>>> taxes; ///< tax, (base, amount)
    };
    std::optional<Facts> facts;
};

struct NewOrder {
    Id<Party> party;
    Id<Channel> channel;
    std::optional<QString> externalId;
    QString externalNumber;
    Id<InboundMessage> message;
    Instant placedAt;                 ///< zero: now
    Currency currency;                ///< none: the customer's
    std::optional<bool> taxInclusive; ///< none: as the prices that are found are
    std::optional<Money> total;       ///< the channel's; a gap of a minor unit per line becomes a rounding line, more is refused
    Id<Warehouse> warehouse;
    Id<struct PriceList> priceList; ///< the channel's
    QString paymentMethod;
    QString reference;
    QString note;
    Address billing; ///< empty: the customer's main address
    Address delivery;
    QString hold; ///< not empty: the order waits for a decision
    std::vector<NewLine> lines;
};

/// Stores an order as a draft, numbered, with prices and taxes; an order with `hold` is on hold. Refuses: unknown or blocked customer, no lines,
/// a quantity of zero, no price, no tax rule, no exchange rate, the same external id twice ("duplicate", with the first one's number),
/// totals that differ ("totals_differ").
Result<OrderDocument> enterOrder(Tx &tx, const NewOrder &order);

/// What the order would come to: priced, taxed and summed up, but not stored. For showing it while it is typed.
Result<OrderDocument> priceOrder(Tx &tx, const NewOrder &order);

/// Enters and confirms in one go, with fewer writes: how web orders and the order portal come in. `unchecked`: the buyer has paid or the
/// channel vouches, so neither credit limit nor hold stops it.
Result<OrderDocument> placeOrder(Tx &tx, const NewOrder &order, bool unchecked);
