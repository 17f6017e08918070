#pragma once

#include "base/result.h"
#include "channels/practicestore/model.h"

#include <functional>
#include <map>
#include <random>
#include <set>

namespace channels::practicestore {

struct ShopSettings {
    QString name = QStringLiteral("Purser practice store");
    QString currency = QStringLiteral("EUR");
    bool pricesIncludeTax = false;
    QString country = QStringLiteral("DE");
    QString state = QStringLiteral("DE-BE");
    QTimeZone timeZone = QTimeZone("Europe/Berlin");
    bool fulfilments = true;                  ///< the platform's own shipment records are switched on
    Amount shippingCost = Amount::cents(412); ///< before tax
    Amount freeShippingFrom = Amount::cents(25'000);
};

/// All that the shop holds. Not shared between threads: its owner locks it. The verbs are the functions below.
struct Shop {
    ShopSettings settings;
    QString home; ///< "http://127.0.0.1:8800", without a slash at the end
    std::function<Instant()> clock;
    std::mt19937_64 random;

    std::map<qint64, Product> products; ///< and variations
    std::map<qint64, Order> orders;
    std::map<qint64, Customer> customers;
    std::vector<TaxRate> taxRates;
    std::vector<Coupon> coupons;
    QStringList categories; ///< a category's id is its place here, from 16 on

    qint64 lastId = 9;     ///< of products, orders, refunds and images together
    qint64 lastItemId = 0; ///< of the rows of orders
    qint64 lastMetaId = 0;
    qint64 lastNoteId = 0;
    qint64 lastFulfilmentId = 0;

    std::set<qint64> changedProducts; ///< since they were last written to the state file
    std::set<qint64> changedOrders;

    Instant now() const { return Instant{clock().micros / 1'000'000 * 1'000'000}; } ///< in whole seconds, as the platform keeps it
    Product *productWithSku(const QString &sku);
    Product *find(qint64 product);
    Order *findOrder(qint64 order);
    std::vector<Product *> variationsOf(qint64 product);
    int dice(int sides) { return int(random() % quint64(sides)); } ///< 0 to sides-1
    void touch(Product &product);
    void touch(Order &order);
};

/// Fills an empty shop: the catalogue, two articles that nobody else knows, customers, coupons and tax rates.
void stock(Shop &shop);

// ---- taxes and totals

std::vector<const TaxRate *> ratesFor(const Shop &shop, const Address &destination, const QString &taxClass);
/// Works out every tax of the order from the amounts of its lines, as when an order is saved over the interface.
void computeTaxes(Shop &shop, Order &order);
void listTaxLines(Shop &shop, Order &order); ///< one per rate; a rate that was there before keeps its line
/// The taxes that are contained in an amount; net is what is left.
std::vector<TaxShare> taxesWithin(Amount gross, const std::vector<const TaxRate *> &rates, Amount &net);
std::vector<TaxShare> taxesOn(Amount net, const std::vector<const TaxRate *> &rates, bool pricesIncludeTax);
Amount sum(const std::vector<TaxShare> &taxes, Amount TaxShare::*which = &TaxShare::total);

struct Totals {
    Amount discount;
    Amount discountTax;
    Amount shipping;
    Amount shippingTax;
    Amount cartTax;
    Amount tax;
    Amount total;
    Amount refunded; ///< with tax
};
Totals totalsOf(const Order &order);

// ---- selling

struct PurchaseItem {
    QString sku;
    int quantity = 1;
};

/// What a buyer decides at the check-out.
struct Purchase {
    std::vector<PurchaseItem> items;
    qint64 customer = 0; ///< zero: a guest
    Address billing;
    std::optional<Address> shipping; ///< none: like billing
    QString coupon;
    QString paymentMethod = QStringLiteral("cod"); ///< cod (processing, unpaid), bacs (on hold), card (processing, paid)
    QString feeName;
    Amount fee; ///< before tax
    QString note;
};

QString priceOf(const Product &product);                            ///< what a buyer pays for one, as text
void describe(Shop &shop, OrderLine &line, const Product &product); ///< what a line keeps of its article, but for the price
/// Places an order and takes its goods out of stock. Refuses: an unknown article or one without a price, more than is there, an empty basket.
Result<qint64> placeOrder(Shop &shop, const Purchase &purchase);
/// An order of a random buyer of random things; now and then of an article that only this shop knows.
Purchase randomPurchase(Shop &shop);
void fillShelves(Shop &shop); ///< articles that are nearly sold out get a hundred more

// ---- what happens to orders

/// Any status to any other. Takes or gives back stock, keeps the dates of payment and completion.
void setStatus(Shop &shop, Order &order, const QString &status);
void adjustStock(Shop &shop, OrderLine &line, int taken); ///< so that the line has taken this many units
void addNote(Shop &shop, Order &order, const QString &text, bool toCustomer = false);

struct RefundRow {
    qint64 row = 0; ///< of the order: goods, shipping or fee
    int quantity = 0;
    Amount total;
    std::vector<TaxShare> taxes;
};
struct RefundWish {
    std::optional<Amount> amount; ///< none: what the rows add up to
    QString reason;
    std::vector<RefundRow> rows;
    bool restock = false;
    bool paidBack = false;
};
/// Refuses nothing, zero, and more than is left of the order. Refunding all of it makes the order refunded.
Result<qint64> refund(Shop &shop, Order &order, const RefundWish &wish);

} // namespace channels::practicestore
