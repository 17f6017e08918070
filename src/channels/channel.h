#pragma once

#include "base/instant.h"
#include "base/json.h"
#include "base/money.h"
#include "channels/http.h"
#include "channels/rawmessage.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class Session;
struct Channel;

/// What the program and a storefront say to each other, in plain structs. A connector turns its platform's wire format into these and
/// back; it knows no database, no screen and no other connector.
namespace channels {

struct RemoteAddress {
    QString name; ///< of the person
    QString company;
    QString street;
    QString street2;
    QString postcode;
    QString city;
    QString region;
    QString country; ///< ISO 3166, two letters
    QString phone;
    QString email;
};

struct RemoteTax {
    QString externalId; ///< the platform's id of the rate, if it has one
    QString label;      ///< as shown to the buyer
    Rate rate;
    Money base;
    Money amount;
};

enum class RemoteLineKind { Goods = 1, Shipping = 2, Fee = 3, GiftCard = 4, Tip = 5 };

struct RemoteLine {
    QString externalId;
    RemoteLineKind kind = RemoteLineKind::Goods;
    QString sku;
    QString externalProduct; ///< the platform's id of the sellable thing (of the variant where there are variants)
    QString description;
    Quantity quantity = Quantity::whole(1); ///< as the order stands now; of a cancelled order as it was placed
    UnitPrice unitPrice;                    ///< before discounts; with tax where the order is taxInclusive
    Money discount;                         ///< taken off the line, before tax; not negative
    Money net;                              ///< after discount, before tax
    Money tax;
    std::vector<RemoteTax> taxes; ///< adds up to tax
    Quantity shipped{};           ///< of quantity, as far as the platform tells it by line
};

struct RemoteRefundLine {
    QString externalLine; ///< RemoteLine::externalId
    Quantity quantity;    ///< positive; zero where only money goes back, or where the shop took the units off the line already
    Money net;            ///< positive
    Money tax;            ///< positive
    bool restocked = false;
};

struct RemoteRefund {
    QString externalId;
    std::optional<Instant> at;
    QString reason;
    Money amount; ///< positive, with tax
    std::vector<RemoteRefundLine> lines;
    bool complete = true; ///< false: lines are not known, ask RemoteOrder again through Connector::order()
};

struct RemotePayment {
    QString externalId; ///< never empty, the same at every reading
    QString method;
    Money amount; ///< positive
    std::optional<Instant> at;
    QString reference{};   ///< the payment provider's own number; may come late or never
    bool giftCard = false; ///< paid with a gift card or store credit that the shop had sold: no money moves
};

enum class RemoteState {
    Ignored,    ///< not an order yet (a cart, a checkout draft)
    Awaiting,   ///< placed, not paid yet: goods are allocated, nothing is shipped unasked
    Processing, ///< paid or on account: to be shipped
    Done,       ///< the shop regards it as fulfilled
    Cancelled,  ///< cancelled, failed, trashed
    Refunded    ///< all money went back
};

struct RemoteOrder {
    QString externalId; ///< immutable on the platform
    QString number;     ///< as the buyer knows it
    RemoteState state = RemoteState::Processing;
    QString shopState; ///< the platform's own word
    Instant placedAt;
    Instant changedAt;
    Currency currency;
    bool taxInclusive = false;
    QString customerId;     ///< the platform's; empty for a guest
    RemoteAddress billing;  ///< the shipping address where the buyer gave no other
    RemoteAddress shipping; ///< the billing address where the buyer gave no other
    std::vector<RemoteLine> lines;
    Money total;                         ///< what the buyer owes for these lines, with tax, before any refund
    std::vector<RemotePayment> payments; ///< captured money
    std::vector<RemoteRefund> refunds;
    bool complete = true; ///< false: what is shipped of it is not known, ask again through Connector::order()
    QString paymentMethod;
    QString note;
    std::vector<QString> problems; ///< what could not be read rightly; holds the order
    RawMessage raw;                ///< as it came
    QString listedHash;            ///< of its text in the list, where it was asked for by itself: what it says then is the present
};

/// A part of a window, oldest change first. An order that changes while the window is read moves to its end or out of it: connectors page so
/// that no other order is stepped over on that account (see changemark.h). An order may come twice.
struct OrderPage {
    std::vector<RemoteOrder> orders;
    QString next;          ///< hand back for the following page; empty on the last one
    qint64 announced = -1; ///< how many orders the window holds, if told
};

/// Changed at `from` or later and before `to`. Connectors translate it to their platform's rules (inclusive, exclusive, whole seconds).
struct Window {
    std::optional<Instant> from; ///< none: from the beginning
    Instant to;
};

struct RemoteProduct {
    QString externalId;
    QString externalParent; ///< empty where it is not a variant
    QString sku;
    QString name;
    std::optional<Quantity> stock;        ///< none: the platform does not keep count of it
    std::optional<UnitPrice> price;       ///< as the platform shows it
    std::optional<QString> description{}; ///< none: not told
};

struct ProductPage {
    std::vector<RemoteProduct> products;
    QString next;
};

/// Where a listing stands on the platform.
struct ListingRef {
    QString sku;
    QString externalId;
    QString externalParent;
};

struct StockLevel {
    ListingRef listing;
    Quantity available; ///< on hand less allocated less held back; never negative
    Quantity onHand;    ///< for platforms that subtract their open orders themselves: available and what those orders hold
};

struct PriceLevel {
    ListingRef listing;
    UnitPrice price;
};

struct ImageContent {
    QString sha256;
    QString mediaType;
    QString name;
    QByteArray bytes;
    QString externalId; ///< known already: sent before
    QString address;    ///< where the platform can fetch it; empty if nowhere
};

/// What of a product is written where the platform has it already; a new one is written whole.
struct ContentParts {
    bool title = true;
    bool text = true;
    bool details = true; ///< barcode, unit, weight, tax class
    bool images = true;
};

/// A product's description as the channel shall show it; externalId empty: create it.
struct ProductContent {
    ListingRef listing;
    QString name;
    QString description;
    QString barcode;
    QString unit;
    Quantity weight; ///< kilograms
    QString taxClass;
    UnitPrice price;    ///< used when the product is created
    Quantity available; ///< used when the product is created
    std::vector<ImageContent> images;
    ContentParts parts{};
};

/// What became of one item of a batch.
struct ItemResult {
    bool done = false;
    bool unknown = false; ///< the answer was lost
    QString message;      ///< why it was refused, in the platform's words
    QString externalId;   ///< of what was created or found
    QString externalParent;
    std::vector<std::pair<QString, QString>> imageIds; ///< sha256 -> the platform's id, of images that were uploaded
};

struct ShipmentLine {
    QString externalLine;
    Quantity quantity;
};
struct ShipmentNotice {
    QString externalOrder;
    QString number; ///< ours; connectors use it to recognise a notice that was already made
    QString carrier;
    QString tracking;
    std::vector<ShipmentLine> lines;
    bool completesOrder = false;
};

/// What a platform can do, so that the engine plans accordingly.
struct Capabilities {
    bool sharedStockIsOnHand = false; ///< the platform subtracts its own open orders, and takes shipped goods off when it is told of the shipment
    bool prices = true;
    bool products = true; ///< can create and change products
    bool images = true;
    bool shipments = true;
    int stockBatch = 100; ///< most items per call
    int priceBatch = 100;
    int productBatch = 1;
    int overlapSeconds = 120; ///< how far back a pull reads again
    double requestsPerSecond = 5;
    int burst = 10;
};

struct ShopInfo {
    QString name;
    QString version;
    Currency currency;
    bool taxInclusive = false;
    QString timeZone;
};

/// One storefront. Straight-line blocking code over Http; every call throws Failure when the platform does not answer rightly.
class Connector {
public:
    virtual ~Connector() = default;
    virtual Capabilities capabilities() const = 0;
    /// Asks the shop who it is; shows that address and keys are right.
    virtual ShopInfo probe() = 0;
    virtual OrderPage ordersChanged(const Window &window, const QString &page) = 0;
    virtual RemoteOrder order(const QString &externalId) = 0;
    /// Reads one stored order again: the text in inbound_message is what `raw` was.
    virtual RemoteOrder readOrder(const Json &raw) const = 0;
    virtual ProductPage products(const QString &page) = 0;
    /// Results are in the order of the items.
    virtual std::vector<ItemResult> setStock(const std::vector<StockLevel> &items) = 0;
    virtual std::vector<ItemResult> setPrices(const std::vector<PriceLevel> &items) = 0;
    virtual std::vector<ItemResult> saveProducts(const std::vector<ProductContent> &items) = 0;
    /// Telling the same shipment twice makes one shipment there.
    virtual ItemResult tellShipment(const ShipmentNotice &notice) = 0;
};

/// What a person set up: address, keys and options of one channel. Secrets live only in memory here.
struct Access {
    QString url;
    std::vector<QString> secrets; ///< in the order of Kind::secretNames
    Json options = Json::object();
    Currency currency;
    std::function<Instant()> clock;        ///< for signatures
    std::function<QByteArray(int)> random; ///< so many random bytes, for nonces
};

/// Something that a person can say about a shop beside its address and keys. What is not said is left to the platform's own ways.
struct Setting {
    enum class Type {
        Text,
        YesNo,
        Choice, ///< one of `choices`
        Pairs   ///< "the shop's word=ours, …"; ours is one of `choices` where there are any
    };
    QString key;   ///< in Access::options
    QString label; ///< translated
    Type type = Type::Text;
    std::vector<std::pair<QString, QString>> choices{}; ///< (stable word, translated)
};

/// What the program knows of a platform before a channel exists.
struct Kind {
    QString id;                       ///< woocommerce
    QString label;                    ///< WooCommerce
    std::vector<QString> secretNames; ///< asked for in this order
    QString secretHelp;               ///< where a person finds them
    std::unique_ptr<Connector> (*open)(Http &, Access) = nullptr;
    /// The header in which the platform signs its webhooks: the Base64 of HMAC-SHA256 over the body. A platform without webhooks can be given a relay
    /// that signs likewise.
    QByteArray signatureHeader = "x-purser-signature";
    bool talks = true; ///< false: people serve the site; its connector only reads again what was kept
    /// What such a site can have done by itself, at the channel's rhythm; a line per thing done. None: nothing.
    Result<QStringList> (*byItself)(Session &, const Channel &) = nullptr;
    std::vector<Setting> settings{};
};

const std::vector<Kind> &kinds(); ///< one per connector folder
const Kind *findKind(const QString &id);
/// What an order state of a shop's own can mean: the words of a setting `states`, with what a person reads.
std::vector<std::pair<QString, QString>> orderStateChoices();

} // namespace channels
