#include "channels/practicestore/shop.h"

#include "base/money.h"

#include <QCoreApplication>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

Address homeOf(const Shop &shop)
{
    Address home;
    home.country = shop.settings.country;
    home.state = shop.settings.state;
    return home;
}

QString randomWord(Shop &shop, int length)
{
    static const QString letters = QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789");
    QString word;
    for (int i = 0; i < length; ++i)
        word += letters[shop.dice(int(letters.size()))];
    return word;
}

/// One row of the basket, with its price as the shop shows it: with or without tax.
struct BasketRow {
    Product *product = nullptr;
    int quantity = 0;
    Amount shown; ///< price x quantity
    Amount off;   ///< discount of it
};

Result<std::vector<BasketRow>> basketOf(Shop &shop, const std::vector<PurchaseItem> &items)
{
    std::vector<BasketRow> rows;
    for (const PurchaseItem &item : items) {
        Product *product = shop.productWithSku(item.sku);
        if (!product || product->type == QLatin1String("variable") || product->status != QLatin1String("publish") || priceOf(*product).isEmpty())
            return refuse(QStringLiteral("not_for_sale"), tr("%1 is not for sale.").arg(item.sku));
        if (item.quantity < 1)
            return refuse(QStringLiteral("quantity"), tr("Choose at least one of %1.").arg(item.sku));
        if (product->managesStock && product->backorders == QLatin1String("no") && product->stock < item.quantity)
            return refuse(QStringLiteral("no_stock"), tr("There are not enough of %1 left: %2.").arg(item.sku).arg(std::max(product->stock, 0)));
        rows.push_back({product, item.quantity, Amount::parse(priceOf(*product)) * item.quantity, {}});
    }
    if (rows.empty())
        return refuse(QStringLiteral("empty"), tr("The basket is empty."));
    return rows;
}

/// Spreads a coupon over the rows; what the buyer sees is what is discounted.
void discount(std::vector<BasketRow> &rows, const Coupon &coupon)
{
    if (coupon.type == QLatin1String("percent")) {
        for (BasketRow &row : rows)
            row.off = Amount{qint64(decimal::divide(Int128(row.shown.millionths) * coupon.amount.millionths, 100'000'000))}.rounded();
        return;
    }
    std::vector<qint64> weights;
    qint64 worth = 0;
    for (const BasketRow &row : rows) {
        weights.push_back(row.shown.toCents());
        worth += weights.back();
    }
    const auto parts = distribute(Money(std::min(worth, coupon.amount.toCents()), Eur), weights); // any currency of two digits will do
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].off = Amount::cents(parts[i].minor());
}

/// The price that a buyer elsewhere pays where prices include tax: the shop's own tax taken out, the buyer's put in.
Amount priceAbroad(const Shop &shop, Amount shown, const QString &taxClass, const std::vector<const TaxRate *> &rates)
{
    const auto own = ratesFor(shop, homeOf(shop), taxClass);
    if (own == rates)
        return shown;
    Amount net;
    taxesWithin(shown, own, net);
    return (net + sum(taxesOn(net, rates, true))).rounded();
}

/// Net amount and taxes of what is shown to the buyer.
std::vector<TaxShare> taxed(const Shop &shop, Amount shown, const QString &taxClass, const std::vector<const TaxRate *> &rates, Amount &net)
{
    if (shop.settings.pricesIncludeTax)
        return taxesWithin(priceAbroad(shop, shown, taxClass, rates), rates, net);
    net = shown;
    return taxesOn(shown, rates, false);
}

OrderLine lineOf(Shop &shop, const BasketRow &row, const Address &destination)
{
    OrderLine line;
    line.id = ++shop.lastItemId;
    line.quantity = row.quantity;
    describe(shop, line, *row.product);
    const auto rates = ratesFor(shop, destination, line.taxClass);
    line.taxes = taxed(shop, row.shown - row.off, line.taxClass, rates, line.total);
    const auto before = taxed(shop, row.shown, line.taxClass, rates, line.subtotal);
    for (size_t i = 0; i < line.taxes.size(); ++i)
        line.taxes[i].subtotal = before[i].total;
    return line;
}

void addShippingAndFee(Shop &shop, Order &order, const Purchase &purchase, Amount worth)
{
    const bool free = worth >= shop.settings.freeShippingFrom;
    order.shippingLines.push_back({++shop.lastItemId,
                                   free ? QStringLiteral("Free delivery") : QStringLiteral("DHL Paket"),
                                   free ? QStringLiteral("free_shipping") : QStringLiteral("flat_rate"),
                                   free ? QStringLiteral("2") : QStringLiteral("1"),
                                   free ? Amount() : shop.settings.shippingCost,
                                   {},
                                   0});
    if (!purchase.fee.isZero())
        order.feeLines.push_back({++shop.lastItemId, purchase.feeName, {}, true, purchase.fee, {}, 0});
    const auto rates = ratesFor(shop, order.shipping, {});
    for (ShippingLine &line : order.shippingLines)
        line.taxes = taxesOn(line.total, rates, order.pricesIncludeTax);
    for (FeeLine &line : order.feeLines)
        line.taxes = taxesOn(line.total, rates, order.pricesIncludeTax);
}

void addCouponLine(Shop &shop, Order &order, const Coupon &coupon)
{
    const Totals totals = totalsOf(order);
    order.couponLines.push_back({++shop.lastItemId, coupon.code, coupon.type, coupon.amount, totals.discount, totals.discountTax});
}

void pay(Shop &shop, Order &order, const QString &method)
{
    order.paymentMethod = method;
    if (method == QLatin1String("card")) {
        order.paymentTitle = QStringLiteral("Card");
        order.transaction = QStringLiteral("ch_") + randomWord(shop, 16);
        setStatus(shop, order, QStringLiteral("processing"));
    } else if (method == QLatin1String("bacs")) {
        order.paymentTitle = QStringLiteral("Bank transfer");
        setStatus(shop, order, QStringLiteral("on-hold"));
    } else {
        order.paymentMethod = QStringLiteral("cod");
        order.paymentTitle = QStringLiteral("Cash on delivery");
        setStatus(shop, order, QStringLiteral("processing"));
    }
}

const Coupon *couponOf(const Shop &shop, const QString &code)
{
    for (const Coupon &coupon : shop.coupons)
        if (coupon.code.compare(code, Qt::CaseInsensitive) == 0)
            return &coupon;
    return nullptr;
}

} // namespace

QString priceOf(const Product &product) { return product.salePrice.isEmpty() ? product.regularPrice : product.salePrice; }

void describe(Shop &shop, OrderLine &line, const Product &product)
{
    const Product *family = product.parent ? shop.find(product.parent) : nullptr;
    line.product = family ? family->id : product.id;
    line.variation = family ? product.id : 0;
    line.name = product.name;
    line.sku = product.sku;
    line.barcode = product.barcode;
    line.taxClass = product.taxClass == QLatin1String("parent") && family ? family->taxClass : product.taxClass;
    if (!family)
        return;
    QStringList options;
    for (const Attribute &attribute : product.attributes) {
        options.append(attribute.options.value(0));
        line.choices.append(attribute.name + u'=' + attribute.options.value(0));
    }
    line.familyName = family->name;
    line.name = family->name + QStringLiteral(" - ") + options.join(QStringLiteral(", "));
}

Result<qint64> placeOrder(Shop &shop, const Purchase &purchase)
{
    auto rows = basketOf(shop, purchase.items);
    if (!rows)
        return rows.error();
    const Coupon *coupon = couponOf(shop, purchase.coupon);
    if (!coupon && !purchase.coupon.isEmpty())
        return refuse(QStringLiteral("coupon"), tr("There is no coupon %1.").arg(purchase.coupon));
    if (coupon)
        discount(*rows, *coupon);

    Order order;
    order.id = ++shop.lastId;
    order.currency = shop.settings.currency;
    order.pricesIncludeTax = shop.settings.pricesIncludeTax;
    order.createdAt = shop.now();
    order.customer = purchase.customer;
    order.key = QStringLiteral("wc_order_") + randomWord(shop, 13);
    order.billing = purchase.billing;
    order.shipping = purchase.shipping.value_or(purchase.billing);
    order.via = QStringLiteral("store-api");
    order.customerNote = purchase.note;
    Amount worth;
    for (const BasketRow &row : *rows) {
        order.lines.push_back(lineOf(shop, row, order.shipping));
        worth += row.shown - row.off;
    }
    addShippingAndFee(shop, order, purchase, worth);
    if (coupon)
        addCouponLine(shop, order, *coupon);
    Order &kept = shop.orders.emplace(order.id, std::move(order)).first->second;
    listTaxLines(shop, kept);
    pay(shop, kept, purchase.paymentMethod);
    return kept.id;
}

} // namespace channels::practicestore
