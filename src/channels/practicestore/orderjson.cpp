#include "channels/practicestore/render.h"

#include <charconv>

namespace channels::practicestore {
namespace {

Json dateOrNull(const Shop &shop, Instant at, bool utc)
{
    if (!at)
        return {};
    return utc ? utcText(at) : localText(shop, at);
}

Json taxesJson(const std::vector<TaxShare> &taxes, int digits, bool withSubtotal)
{
    Json list = JsonArray();
    for (const TaxShare &tax : taxes)
        list.append(Json::object(
            {{"id", tax.rate}, {"total", tax.total.toString(digits)}, {"subtotal", withSubtotal ? tax.subtotal.toString(digits) : QString()}}));
    return list;
}

Json shownMeta(qint64 id, const QString &key, const QString &value, const QString &shownKey = {})
{
    return Json::object({{"id", id}, {"key", key}, {"value", value}, {"display_key", shownKey.isEmpty() ? key : shownKey}, {"display_value", value}});
}

Json lineMeta(const OrderLine &line)
{
    Json list = JsonArray();
    qint64 id = line.id * 10;
    for (const QString &choice : line.choices) {
        const QString name = choice.section(u'=', 0, 0);
        list.append(shownMeta(++id, name.toLower(), choice.section(u'=', 1), name));
    }
    if (line.stockTaken > 0)
        list.append(shownMeta(++id, QStringLiteral("_reduced_stock"), QString::number(line.stockTaken)));
    if (line.restocked > 0)
        list.append(shownMeta(++id, QStringLiteral("_restock_refunded_items"), QString::number(line.restocked)));
    if (line.refundOf)
        list.append(shownMeta(++id, QStringLiteral("_refunded_item_id"), QString::number(line.refundOf)));
    return list;
}

Json lineJson(const OrderLine &line, int digits)
{
    const bool known = line.product != 0;
    const double price = line.quantity ? double(line.total.millionths) / 1e6 / line.quantity : 0;
    return Json::object({{"id", line.id},
                         {"name", escaped(line.name)},
                         {"product_id", line.product},
                         {"variation_id", line.variation},
                         {"quantity", line.quantity},
                         {"tax_class", line.taxClass},
                         {"subtotal", line.subtotal.toString(digits)},
                         {"subtotal_tax", sum(line.taxes, &TaxShare::subtotal).toString(digits)},
                         {"total", line.total.toString(digits)},
                         {"total_tax", sum(line.taxes).toString(digits)},
                         {"taxes", taxesJson(line.taxes, digits, true)},
                         {"meta_data", lineMeta(line)},
                         {"sku", known ? Json(line.sku) : Json()},
                         {"global_unique_id", known ? Json(line.barcode) : Json()},
                         {"price", digitsOf(price)},
                         {"image", Json::object({{"id", line.variation || !known ? Json(0) : Json("")}, {"src", ""}})},
                         {"parent_name", line.familyName.isEmpty() ? Json() : Json(escaped(line.familyName))}});
}

Json shippingJson(const ShippingLine &line, const QString &items, int digits)
{
    Json meta = JsonArray();
    if (!items.isEmpty())
        meta.append(shownMeta(line.id * 10 + 1, QStringLiteral("Items"), items));
    return Json::object({{"id", line.id},
                         {"method_title", escaped(line.title)},
                         {"method_id", line.method},
                         {"instance_id", line.instance},
                         {"total", line.total.toString(digits)},
                         {"total_tax", sum(line.taxes).toString(digits)},
                         {"taxes", taxesJson(line.taxes, digits, false)},
                         {"tax_status", "taxable"},
                         {"meta_data", meta}});
}

Json feeJson(const FeeLine &line, int digits)
{
    return Json::object({{"id", line.id},
                         {"name", escaped(line.name)},
                         {"tax_class", line.taxClass},
                         {"tax_status", line.taxable ? "taxable" : "none"},
                         {"amount", line.total.toString(digits)},
                         {"total", line.total.toString(digits)},
                         {"total_tax", sum(line.taxes).toString(digits)},
                         {"taxes", taxesJson(line.taxes, digits, false)},
                         {"meta_data", JsonArray()}});
}

Json couponJson(const CouponLine &line, int digits)
{
    const Json nominal = digitsOf(double(line.nominal.millionths) / 1e6);
    const QString info = QStringLiteral("[1,\"%1\",\"%2\",%3]").arg(line.code, line.type, nominal.text());
    return Json::object({{"id", line.id},
                         {"code", line.code},
                         {"discount", line.discount.toString(digits)},
                         {"discount_tax", line.discountTax.toString(digits)},
                         {"meta_data", JsonArray{shownMeta(line.id * 10 + 1, QStringLiteral("coupon_info"), info)}},
                         {"discount_type", line.type},
                         {"nominal_amount", nominal},
                         {"free_shipping", false}});
}

/// The sums of one rate over the rows of an order or a refund.
template <class Rows> Json taxLineJson(const Shop &shop, const Rows &rows, const TaxLine &line, int digits)
{
    const auto rate = std::find_if(shop.taxRates.begin(), shop.taxRates.end(), [&](const TaxRate &each) { return each.id == line.rate; });
    if (rate == shop.taxRates.end())
        return {};
    const auto add = [&](Amount &total, const std::vector<TaxShare> &taxes) {
        for (const TaxShare &tax : taxes)
            if (tax.rate == line.rate)
                total += tax.total;
    };
    Amount goods;
    Amount shipping;
    for (const OrderLine &each : rows.lines)
        add(goods, each.taxes);
    for (const FeeLine &each : rows.feeLines)
        add(goods, each.taxes);
    for (const ShippingLine &each : rows.shippingLines)
        add(shipping, each.taxes);
    const QString state = rate->state.isEmpty() ? QString() : rate->state + u'-';
    return Json::object({{"id", line.id},
                         {"rate_code", rate->country + u'-' + state + rate->name.toUpper() + u'-' + QString::number(rate->priority)},
                         {"rate_id", line.rate},
                         {"label", rate->name},
                         {"compound", false},
                         {"tax_total", goods.toString(digits)},
                         {"shipping_tax_total", shipping.toString(digits)},
                         {"rate_percent", digitsOf(rate->percent.toDouble())},
                         {"meta_data", JsonArray()}});
}

template <class Row, class Render> Json listOf(const std::vector<Row> &rows, Render render)
{
    JsonArray list;
    for (const Row &row : rows)
        list.push_back(render(row));
    return list;
}

QString itemsOf(const Order &order)
{
    QStringList items;
    for (const OrderLine &line : order.lines)
        items.append(QStringLiteral("%1 &times; %2").arg(escaped(line.name)).arg(line.quantity));
    return items.join(QStringLiteral(", "));
}

void setTotals(Json &json, const Order &order, int digits)
{
    const Totals totals = totalsOf(order);
    json.set("discount_total", totals.discount.toString(digits));
    json.set("discount_tax", totals.discountTax.toString(digits));
    json.set("shipping_total", totals.shipping.toString(digits));
    json.set("shipping_tax", totals.shippingTax.toString(digits));
    json.set("cart_tax", totals.cartTax.toString(digits));
    json.set("total", totals.total.toString(digits));
    json.set("total_tax", totals.tax.toString(digits));
}

void setBuyer(Json &json, const Order &order)
{
    const bool checkedOut = order.via == QLatin1String("store-api");
    json.set("customer_id", order.customer);
    json.set("order_key", order.key);
    json.set("billing", addressJson(order.billing, true));
    json.set("shipping", addressJson(order.shipping, false));
    json.set("payment_method", order.paymentMethod);
    json.set("payment_method_title", order.paymentTitle);
    json.set("transaction_id", order.transaction);
    json.set("customer_ip_address", checkedOut ? "127.0.0.1" : "");
    json.set("customer_user_agent", checkedOut ? "practice" : "");
    json.set("created_via", order.via);
    json.set("customer_note", order.customerNote);
}

void setRows(Json &json, const Shop &shop, const Order &order, int digits)
{
    json.set("meta_data", metaJson(order.meta));
    json.set("line_items", listOf(order.lines, [&](const OrderLine &line) { return lineJson(line, digits); }));
    json.set("tax_lines", listOf(order.taxLines, [&](const TaxLine &line) { return taxLineJson(shop, order, line, digits); }));
    json.set("shipping_lines", listOf(order.shippingLines, [&](const ShippingLine &line) { return shippingJson(line, itemsOf(order), digits); }));
    json.set("fee_lines", listOf(order.feeLines, [&](const FeeLine &line) { return feeJson(line, digits); }));
    json.set("coupon_lines", listOf(order.couponLines, [&](const CouponLine &line) { return couponJson(line, digits); }));
    json.set("refunds", listOf(order.refunds, [&](const Refund &refund) {
                 Amount tax;
                 for (const OrderLine &line : refund.lines)
                     tax += sum(line.taxes);
                 for (const ShippingLine &line : refund.shippingLines)
                     tax += sum(line.taxes);
                 for (const FeeLine &line : refund.feeLines)
                     tax += sum(line.taxes);
                 return Json::object({{"id", refund.id},
                                      {"reason", escaped(refund.reason)},
                                      {"total", (-refund.amount).toString(digits)},
                                      {"total_tax", tax.toString(digits)}});
             }));
}

Json orderLinks(const Shop &shop, const Order &order)
{
    Json all = links(shop, QStringLiteral("orders/%1").arg(order.id), {"GET", "POST", "PUT", "PATCH", "DELETE"});
    const QString base = shop.home + apiPath({});
    all.set("email_templates",
            JsonArray{Json::object({{"embeddable", true}, {"href", base + QStringLiteral("orders/%1/actions/email_templates").arg(order.id)}})});
    if (order.customer)
        all.set("customer", JsonArray{Json::object({{"href", base + QStringLiteral("customers/%1").arg(order.customer)}})});
    return all;
}

} // namespace

QString utcText(Instant at) { return at.toDateTime().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")); }

QString localText(const Shop &shop, Instant at)
{
    return at.toDateTime().toTimeZone(shop.settings.timeZone).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

Json digitsOf(double value)
{
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    return Json::number(QByteArray(text, end - text));
}

Json orderJson(const Shop &shop, const Order &order, int digits)
{
    const bool payable = (order.status == QLatin1String("pending") || order.status == QLatin1String("failed")) && !totalsOf(order).total.isZero();
    const bool goods = std::any_of(order.lines.begin(), order.lines.end(), [](const OrderLine &line) { return line.product != 0; });
    Json json = Json::object({{"id", order.id},
                              {"parent_id", 0},
                              {"status", order.status},
                              {"currency", order.currency},
                              {"version", "11.0.1"},
                              {"prices_include_tax", order.pricesIncludeTax},
                              {"date_created", localText(shop, order.createdAt)},
                              {"date_modified", localText(shop, order.modifiedAt)}});
    setTotals(json, order, digits);
    setBuyer(json, order);
    json.set("date_completed", dateOrNull(shop, order.completedAt, false));
    json.set("date_paid", dateOrNull(shop, order.paidAt, false));
    json.set("cart_hash", "");
    json.set("number", QString::number(order.id));
    setRows(json, shop, order, digits);
    json.set("payment_url", shop.home + QStringLiteral("/checkout/order-pay/%1/?pay_for_order=true&key=%2").arg(order.id).arg(order.key));
    json.set("is_editable", order.status == QLatin1String("pending") || order.status == QLatin1String("on-hold"));
    json.set("needs_payment", payable);
    json.set("needs_processing", goods);
    json.set("date_created_gmt", utcText(order.createdAt));
    json.set("date_modified_gmt", utcText(order.modifiedAt));
    json.set("date_completed_gmt", dateOrNull(shop, order.completedAt, true));
    json.set("date_paid_gmt", dateOrNull(shop, order.paidAt, true));
    json.set("currency_symbol", order.currency == QLatin1String("EUR") ? QStringLiteral("€") : order.currency);
    json.set("_links", orderLinks(shop, order));
    return json;
}

Json refundJson(const Shop &shop, const Order &order, const Refund &refund, int digits)
{
    const QString path = QStringLiteral("orders/%1").arg(order.id);
    return Json::object({{"id", refund.id},
                         {"date_created", localText(shop, refund.createdAt)},
                         {"date_created_gmt", utcText(refund.createdAt)},
                         {"amount", refund.amount.toString(digits)},
                         {"reason", escaped(refund.reason)},
                         {"refunded_by", 1},
                         {"refunded_payment", refund.paidBack},
                         {"meta_data", metaJson(refund.meta)},
                         {"line_items", listOf(refund.lines, [&](const OrderLine &line) { return lineJson(line, digits); })},
                         {"shipping_lines", listOf(refund.shippingLines, [&](const ShippingLine &line) { return shippingJson(line, {}, digits); })},
                         {"tax_lines", listOf(refund.taxLines, [&](const TaxLine &line) { return taxLineJson(shop, refund, line, digits); })},
                         {"fee_lines", listOf(refund.feeLines, [&](const FeeLine &line) { return feeJson(line, digits); })},
                         {"_links", links(shop, path + QStringLiteral("/refunds/%1").arg(refund.id), {"GET", "DELETE"}, path)}});
}

Json noteJson(const Shop &shop, const Order &order, const Note &note)
{
    const QString path = QStringLiteral("orders/%1").arg(order.id);
    return Json::object({{"id", note.id},
                         {"author", "WooCommerce"},
                         {"date_created", localText(shop, note.createdAt)},
                         {"date_created_gmt", utcText(note.createdAt)},
                         {"note", note.text},
                         {"customer_note", note.toCustomer},
                         {"_links", links(shop, path + QStringLiteral("/notes/%1").arg(note.id), {"GET", "DELETE"}, path)}});
}

Json fulfilmentJson(const Order &order, const Fulfilment &fulfilment, bool listed)
{
    Json done = fulfilment.done;
    if (listed)
        done = fulfilment.done ? "1" : "";
    return Json::object({{"id", fulfilment.id},
                         {"entity_type", "WC_Order"},
                         {"entity_id", QString::number(order.id)},
                         {"status", fulfilment.status},
                         {"is_fulfilled", done},
                         {"date_updated", utcText(fulfilment.updatedAt) + u'Z'},
                         {"date_deleted", Json()},
                         {"meta_data", metaJson(fulfilment.meta)}});
}

} // namespace channels::practicestore
