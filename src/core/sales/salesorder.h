#pragma once

#include "core/parties/party.h"
#include "core/stock/stock.h"
#include "core/taxes/tax.h"

#include <map>

struct Channel;
struct InboundMessage;

enum class OrderState {
    Draft = 10,
    OnHold = 15, ///< nothing happens until a person decides; why stands in `hold`
    Confirmed = 20,
    Picking = 30,
    Packed = 40,
    PartlyShipped = 50,
    Shipped = 60,
    Invoiced = 70,
    Paid = 80,
    Closed = 90,
    Cancelled = 95
};
QString stateWord(OrderState state);  ///< stable: "partly_shipped"
QString stateLabel(OrderState state); ///< translated
std::optional<OrderState> stateFromWord(const QString &word);

/// What a customer ordered. Amounts are in the order's currency; of a web order they are what the channel said.
struct SalesOrder {
    Id<SalesOrder> id;
    qint64 version = 1;
    QString number; ///< SO-0000042; given when entered
    OrderState state = OrderState::Draft;
    Id<Channel> channel;
    std::optional<QString> externalId; ///< the channel's; the same one never makes a second order
    QString externalNumber;
    Id<InboundMessage> message;
    Id<Party> party;
    Instant placedAt;
    QDate day;
    Currency currency;
    ExchangeRate rate;
    bool taxInclusive = false;
    Money net; ///< before tax, after discounts, shipping and fees included
    Money tax;
    Money shipping; ///< part of net
    Money discount; ///< taken off already
    Money total;
    Money paid; ///< received less refunded
    int termsDays = 0;
    Id<Warehouse> warehouse; ///< that serves it; none: all
    QString hold;
    QString paymentMethod;
    QString reference; ///< the customer's own number
    QString note;
    Instant createdAt;
};

template <> struct sql::TableOf<SalesOrder> {
    static constexpr Table table{
        "sales_order",
        Column{"id", &SalesOrder::id},
        Column{"version", &SalesOrder::version},
        Column{"number", &SalesOrder::number},
        Column{"state", &SalesOrder::state},
        Column{"channel_id", &SalesOrder::channel},
        Column{"external_id", &SalesOrder::externalId},
        Column{"external_number", &SalesOrder::externalNumber},
        Column{"message_id", &SalesOrder::message},
        Column{"party_id", &SalesOrder::party},
        Column{"placed_at", &SalesOrder::placedAt},
        Column{"day", &SalesOrder::day},
        Column{"currency", &SalesOrder::currency},
        Column{"rate", &SalesOrder::rate},
        Column{"tax_inclusive", &SalesOrder::taxInclusive},
        Column{"net", &SalesOrder::net},
        Column{"tax", &SalesOrder::tax},
        Column{"shipping", &SalesOrder::shipping},
        Column{"discount", &SalesOrder::discount},
        Column{"total", &SalesOrder::total},
        Column{"paid", &SalesOrder::paid},
        Column{"terms_days", &SalesOrder::termsDays},
        Column{"warehouse_id", &SalesOrder::warehouse},
        Column{"hold", &SalesOrder::hold},
        Column{"payment_method", &SalesOrder::paymentMethod},
        Column{"reference", &SalesOrder::reference},
        Column{"note", &SalesOrder::note},
        Column{"created_at", &SalesOrder::createdAt},
    };
};

enum class LineKind { Goods = 1, Shipping = 2, Fee = 3, GiftCard = 4, Tip = 5, Rounding = 6 };

/// So many packs in units.
inline Quantity unitsIn(Quantity packs, qint64 pack) { return {decimal::narrow(Int128(packs.millionths) * pack)}; }

struct SalesLine {
    Id<SalesOrder> order;
    int line = 0;
    LineKind kind = LineKind::Goods;
    Id<Product> product; ///< none while a web order's SKU is not known
    QString sku;
    QString description;
    Quantity quantity = Quantity::whole(1);
    UnitPrice unitPrice; ///< before discount; with tax where the order is taxInclusive
    QString priceReason; ///< which price list or agreement; empty: typed, or said by the channel
    Money discount;      ///< off the line, before tax
    Money net;           ///< after discount
    Money tax;
    Money total;
    Quantity allocated; ///< promised and still on the shelf
    Quantity picked;    ///< of those allocated
    Quantity packed;    ///< of those picked
    Quantity shipped;
    Quantity invoiced;
    Quantity returned; ///< of those shipped
    Quantity cancelled;
    QString externalId;
    qint64 pack = 1; ///< units in one of what the channel sold: notices and refunds speak of packs
    int kitLine = 0; ///< of a component: the line of its kit; of a kit: its own line; else 0

    bool isGoods() const { return kind == LineKind::Goods; }
    /// Has the price, and moves no goods: what becomes of it follows from its components.
    bool isKit() const { return kitLine != 0 && kitLine == line; }
    /// Moves goods, and has no price: it is invoiced with its kit.
    bool isComponent() const { return kitLine != 0 && kitLine != line; }
    /// Goods that are shipped and not invoiced.
    Quantity unbilled() const { return isGoods() && !isComponent() ? shipped - invoiced : Quantity(); }
    /// Still to be shipped.
    Quantity outstanding() const { return quantity - cancelled - shipped; }
    /// Waits for stock.
    Quantity backordered() const { return outstanding() - allocated; }
};

template <> struct sql::TableOf<SalesLine> {
    static constexpr Table table{
        "sales_line",
        Column{"order_id", &SalesLine::order},
        Column{"line", &SalesLine::line},
        Column{"kind", &SalesLine::kind},
        Column{"product_id", &SalesLine::product},
        Column{"sku", &SalesLine::sku},
        Column{"description", &SalesLine::description},
        Column{"quantity", &SalesLine::quantity},
        Column{"unit_price", &SalesLine::unitPrice},
        Column{"price_reason", &SalesLine::priceReason},
        Column{"discount", &SalesLine::discount},
        Column{"net", &SalesLine::net},
        Column{"tax", &SalesLine::tax},
        Column{"total", &SalesLine::total},
        Column{"allocated", &SalesLine::allocated},
        Column{"picked", &SalesLine::picked},
        Column{"packed", &SalesLine::packed},
        Column{"shipped", &SalesLine::shipped},
        Column{"invoiced", &SalesLine::invoiced},
        Column{"returned", &SalesLine::returned},
        Column{"cancelled", &SalesLine::cancelled},
        Column{"external_id", &SalesLine::externalId},
        Column{"pack", &SalesLine::pack},
        Column{"kit_line", &SalesLine::kitLine},
    };
};

struct SalesLineTax {
    Id<SalesOrder> order;
    int line = 0;
    Id<Tax> tax;
    Money base;
    Money amount;
};

template <> struct sql::TableOf<SalesLineTax> {
    static constexpr Table table{
        "sales_line_tax",
        Column{"order_id", &SalesLineTax::order},
        Column{"line", &SalesLineTax::line},
        Column{"tax_id", &SalesLineTax::tax},
        Column{"base", &SalesLineTax::base},
        Column{"amount", &SalesLineTax::amount},
    };
};

enum class AddressRole { Billing = 1, Delivery = 2 };

struct OrderAddress : Address {
    Id<SalesOrder> order;
    AddressRole role = AddressRole::Billing;
};

template <> struct sql::TableOf<OrderAddress> {
    static constexpr Table table{
        "order_address",
        Column{"order_id", &OrderAddress::order},
        Column{"role", &OrderAddress::role},
        inherited<OrderAddress>("name", &Address::name),
        inherited<OrderAddress>("company", &Address::company),
        inherited<OrderAddress>("street", &Address::street),
        inherited<OrderAddress>("street2", &Address::street2),
        inherited<OrderAddress>("postcode", &Address::postcode),
        inherited<OrderAddress>("city", &Address::city),
        inherited<OrderAddress>("region", &Address::region),
        inherited<OrderAddress>("country", &Address::country),
        inherited<OrderAddress>("phone", &Address::phone),
        inherited<OrderAddress>("email", &Address::email),
    };
};

struct Allocation {
    Id<SalesOrder> order;
    int line = 0;
    Id<Location> location;
    QString lot;
    Quantity quantity;
};

template <> struct sql::TableOf<Allocation> {
    static constexpr Table table{
        "allocation",
        Column{"order_id", &Allocation::order},
        Column{"line", &Allocation::line},
        Column{"location_id", &Allocation::location},
        Column{"lot", &Allocation::lot},
        Column{"quantity", &Allocation::quantity},
    };
    static constexpr const char *onConflict =
        " ON CONFLICT (order_id, line, location_id, lot) DO UPDATE SET quantity = allocation.quantity + excluded.quantity";
};

/// An order with everything that it consists of.
struct OrderDocument {
    SalesOrder order;
    std::vector<SalesLine> lines;
    std::vector<SalesLineTax> taxes;
    Address billing;
    Address delivery; ///< empty: the billing address

    const Address &deliverTo() const { return delivery.isEmpty() ? billing : delivery; }
};

Result<SalesOrder> orderByNumber(Tx &tx, const QString &number);
OrderDocument loadOrder(Tx &tx, Id<SalesOrder> id);
std::vector<SalesLine> linesOf(Tx &tx, const SalesOrder &order);

/// What the lines say about the order: shipped in part, in whole, everything cancelled, … `current` decides where they leave it open.
OrderState stateOf(OrderState current, const std::vector<SalesLine> &lines);
/// Sets an order to invoiced or paid where its lines and open items say so; does not store it. Part of every step that bills, moves money
/// or gives up goods.
void updateBillingState(Tx &tx, SalesOrder &order);
/// What the steps must know of the goods on an order's lines, by line number.
struct LineGoods {
    bool stocked = true;
    Id<Category> category;
};
std::map<int, LineGoods> goodsOf(Tx &tx, Id<SalesOrder> order);
/// Stores what became of a line's goods (allocated … cancelled), not what was ordered.
void storeProgress(Tx &tx, const SalesLine &line);
/// Stores what the steps of the work change of an order: state, hold and what is paid. Throws Conflict as Tx::update() does, which would also write
/// every key of the order again.
void storeState(Tx &tx, SalesOrder &order);
