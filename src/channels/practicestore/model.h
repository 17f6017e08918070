#pragma once

#include "base/instant.h"
#include "base/json.h"
#include "channels/practicestore/amount.h"

#include <optional>
#include <vector>

/// What the practice store remembers, in its own platform's words: products and variations, orders with their lines, refunds, notes and
/// fulfilments. Amounts are before tax unless they say otherwise.
namespace channels::practicestore {

struct Meta {
    qint64 id = 0;
    QString key;
    Json value;
};

struct Address {
    QString firstName;
    QString lastName;
    QString company;
    QString street;
    QString street2;
    QString city;
    QString state; ///< "DE-BE"
    QString postcode;
    QString country; ///< ISO 3166, two letters
    QString email;
    QString phone;
};

struct Image {
    qint64 id = 0;
    QString source;
    QString name;
    QString description;
    Instant createdAt;
};

/// What a family lets the buyer choose; of a variation: what was chosen.
struct Attribute {
    QString name;
    QStringList options;
};

struct Product {
    qint64 id = 0;
    qint64 parent = 0; ///< of a variation: its family
    QString type;      ///< simple, variable, variation
    QString status = QStringLiteral("publish");
    QString name;
    QString sku;
    QString description;
    QString shortDescription;
    QString regularPrice; ///< text, as it was set; with tax where the shop's prices are
    QString salePrice;
    QString taxClass; ///< "" (standard), "reduced-rate"; a variation: "parent" too
    QString taxStatus = QStringLiteral("taxable");
    bool managesStock = false;
    int stock = 0;
    QString backorders = QStringLiteral("no");
    QString weight;
    QString barcode;
    QStringList categories;
    std::vector<Image> images;
    std::vector<Attribute> attributes;
    std::vector<Meta> meta;
    Instant createdAt;
    Instant modifiedAt;
    int sold = 0;
};

struct TaxRate {
    qint64 id = 0;
    QString country;
    QString state; ///< empty: all of the country
    QString percent;
    QString name;
    int priority = 1;
    QString taxClass;
    bool shipping = true;
};

/// One rate's part of a line's tax; before and after discount.
struct TaxShare {
    qint64 rate = 0;
    Amount total;
    Amount subtotal;
};

struct OrderLine {
    qint64 id = 0;
    qint64 product = 0; ///< zero: was not known when ordered
    qint64 variation = 0;
    QString name;
    QString familyName;
    QString sku;
    QString barcode;
    QStringList choices; ///< "Size=250 g"
    int quantity = 0;
    QString taxClass;
    Amount subtotal; ///< before discount
    Amount total;
    std::vector<TaxShare> taxes;
    int stockTaken = 0;  ///< units that this line has taken out of stock
    int restocked = 0;   ///< units that refunds have put back
    qint64 refundOf = 0; ///< in a refund: the order's line
};

struct ShippingLine {
    qint64 id = 0;
    QString title;
    QString method;
    QString instance;
    Amount total;
    std::vector<TaxShare> taxes;
    qint64 refundOf = 0;
};

struct FeeLine {
    qint64 id = 0;
    QString name;
    QString taxClass;
    bool taxable = true;
    Amount total; ///< negative: a discount
    std::vector<TaxShare> taxes;
    qint64 refundOf = 0;
};

struct CouponLine {
    qint64 id = 0;
    QString code;
    QString type; ///< percent, fixed_cart
    Amount nominal;
    Amount discount;
    Amount discountTax;
};

struct TaxLine {
    qint64 id = 0;
    qint64 rate = 0;
};

struct Refund {
    qint64 id = 0;
    Instant createdAt;
    QString reason;
    Amount amount;                ///< with tax, positive
    bool paidBack = false;        ///< the payment provider was told
    std::vector<OrderLine> lines; ///< quantities and amounts negative
    std::vector<ShippingLine> shippingLines;
    std::vector<FeeLine> feeLines;
    std::vector<TaxLine> taxLines;
    std::vector<Meta> meta;
};

struct Note {
    qint64 id = 0;
    Instant createdAt;
    QString text;
    bool toCustomer = false;
};

struct Fulfilment {
    qint64 id = 0;
    QString status;
    bool done = false;
    Instant updatedAt;
    std::vector<Meta> meta;
};

struct Order {
    qint64 id = 0;
    QString status = QStringLiteral("pending");
    QString currency;
    bool pricesIncludeTax = false;
    Instant createdAt;
    Instant modifiedAt;
    Instant completedAt;
    Instant paidAt;
    qint64 customer = 0; ///< zero: a guest
    QString key;
    Address billing;
    Address shipping;
    QString paymentMethod;
    QString paymentTitle;
    QString transaction;
    QString via = QStringLiteral("rest-api");
    QString customerNote;
    std::vector<Meta> meta;
    std::vector<OrderLine> lines;
    std::vector<ShippingLine> shippingLines;
    std::vector<FeeLine> feeLines;
    std::vector<CouponLine> couponLines;
    std::vector<TaxLine> taxLines;
    std::vector<Refund> refunds;
    std::vector<Note> notes;
    std::vector<Fulfilment> fulfilments;
    bool stockTaken = false;
};

struct Customer {
    qint64 id = 0;
    QString username;
    Address address;
    Instant createdAt;
};

struct Coupon {
    QString code;
    QString type; ///< percent, fixed_cart
    Amount amount;
};

} // namespace channels::practicestore
