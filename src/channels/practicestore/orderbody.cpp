#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

void set(QString &field, const Json &value)
{
    if (value.isString())
        field = value.text();
}

void applyAddress(Address &address, const Json &body)
{
    set(address.firstName, body["first_name"]);
    set(address.lastName, body["last_name"]);
    set(address.company, body["company"]);
    set(address.street, body["address_1"]);
    set(address.street2, body["address_2"]);
    set(address.city, body["city"]);
    set(address.state, body["state"]);
    set(address.postcode, body["postcode"]);
    set(address.country, body["country"]);
    set(address.email, body["email"]);
    set(address.phone, body["phone"]);
}

Product *articleOf(Shop &shop, const Json &item)
{
    if (const qint64 variation = item["variation_id"].toInteger())
        return shop.find(variation);
    if (const qint64 product = item["product_id"].toInteger())
        return shop.find(product);
    return item["sku"].text().isEmpty() ? nullptr : shop.productWithSku(item["sku"].text());
}

/// What one costs before tax at home.
Amount netPrice(const Shop &shop, const Product &product, const QString &taxClass)
{
    const Amount shown = Amount::parse(priceOf(product));
    if (!shop.settings.pricesIncludeTax)
        return shown;
    Address home;
    home.country = shop.settings.country;
    home.state = shop.settings.state;
    Amount net;
    taxesWithin(shown, ratesFor(shop, home, taxClass), net);
    return net;
}

void applyLine(Shop &shop, Order &order, const Json &item)
{
    const qint64 id = item["id"].toInteger();
    auto line = std::find_if(order.lines.begin(), order.lines.end(), [&](const OrderLine &each) { return each.id == id; });
    const bool isNew = line == order.lines.end();
    if (isNew) {
        order.lines.emplace_back();
        line = order.lines.end() - 1;
        line->id = ++shop.lastItemId;
        line->quantity = 1;
    }
    if (item["quantity"].isNumber())
        line->quantity = int(item["quantity"].toInteger());
    if (isNew)
        if (const Product *product = articleOf(shop, item)) { // an unknown one is taken all the same, without a name or a price
            describe(shop, *line, *product);
            line->subtotal = line->total = netPrice(shop, *product, line->taxClass) * line->quantity;
        }
    if (order.stockTaken)
        adjustStock(shop, *line, std::max(0, line->quantity - line->restocked));
    set(line->name, item["name"]);
    if (item.contains(u"subtotal"))
        line->subtotal = Amount::parse(item["subtotal"].text());
    if (item.contains(u"total"))
        line->total = Amount::parse(item["total"].text());
    if (line->quantity == 0 || (!isNew && item.contains(u"product_id") && item["product_id"].isNull())) {
        adjustStock(shop, *line, 0);
        order.lines.erase(line);
    }
}

template <class Line> Line &rowOf(Shop &shop, std::vector<Line> &lines, const Json &item)
{
    for (Line &line : lines)
        if (line.id == item["id"].toInteger())
            return line;
    lines.emplace_back();
    lines.back().id = ++shop.lastItemId;
    return lines.back();
}

void applyShipping(Shop &shop, Order &order, const Json &item)
{
    ShippingLine &line = rowOf(shop, order.shippingLines, item);
    set(line.title, item["method_title"]);
    set(line.method, item["method_id"]);
    if (item.contains(u"total"))
        line.total = Amount::parse(item["total"].text());
}

void applyFee(Shop &shop, Order &order, const Json &item)
{
    FeeLine &line = rowOf(shop, order.feeLines, item);
    set(line.name, item["name"]);
    set(line.taxClass, item["tax_class"]);
    if (item.contains(u"tax_status"))
        line.taxable = item["tax_status"].text() == QLatin1String("taxable");
    if (item.contains(u"total"))
        line.total = Amount::parse(item["total"].text());
}

} // namespace

/// A `total` of the order itself is ignored, as the platform does.
std::optional<Reply> applyOrderBody(Shop &shop, Order &order, const Json &body, bool isNew)
{
    if (!body["coupon_lines"].items().empty())
        return failure(400, "woocommerce_rest_invalid_coupon", QStringLiteral("This store takes coupons at its check-out only."));
    applyAddress(order.billing, body["billing"]);
    applyAddress(order.shipping, body["shipping"]);
    set(order.paymentMethod, body["payment_method"]);
    set(order.paymentTitle, body["payment_method_title"]);
    set(order.transaction, body["transaction_id"]);
    set(order.customerNote, body["customer_note"]);
    if (body.contains(u"customer_id"))
        order.customer = body["customer_id"].toInteger();
    order.meta = appliedMeta(shop, std::move(order.meta), body["meta_data"]);
    for (const Json &item : body["line_items"].items())
        applyLine(shop, order, item);
    for (const Json &item : body["shipping_lines"].items())
        applyShipping(shop, order, item);
    for (const Json &item : body["fee_lines"].items())
        applyFee(shop, order, item);
    for (const char *part : {"billing", "shipping", "line_items", "shipping_lines", "fee_lines"})
        if (isNew || body.contains(QString::fromLatin1(part))) {
            computeTaxes(shop, order);
            break;
        }
    return {};
}

} // namespace channels::practicestore
