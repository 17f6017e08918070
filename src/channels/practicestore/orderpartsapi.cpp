#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

Reply unknownOrder() { return failure(404, "woocommerce_rest_order_invalid_id", QStringLiteral("Invalid order ID.")); }
Reply unknownPart() { return failure(404, "woocommerce_rest_invalid_id", QStringLiteral("Invalid resource ID.")); }

/// The platform puts a bare number where other errors have an object.
Reply refundFailure(const char *message)
{
    return {500, Json::object({{"code", "woocommerce_rest_cannot_create_order_refund"}, {"message", message}, {"data", 500}}), {}};
}

RefundRow rowOf(const Json &item)
{
    RefundRow row{item["id"].toInteger(), int(item["quantity"].toInteger()), Amount::parse(item["refund_total"].text()), {}};
    for (const Json &tax : item["refund_tax"].items()) {
        const Amount amount = Amount::parse(tax["refund_total"].text());
        row.taxes.push_back({tax["id"].toInteger(), amount, amount});
    }
    return row;
}

Reply createRefund(Call &call, Order &order)
{
    const bool throughProvider = call.body["api_refund"].toBool(true);
    if (throughProvider && order.paymentMethod != QLatin1String("card"))
        return refundFailure("The payment gateway for this order does not support automatic refunds.");
    RefundWish wish;
    wish.reason = call.body["reason"].text();
    wish.restock = call.body["api_restock"].toBool(true);
    wish.paidBack = throughProvider;
    if (call.body.contains(u"amount"))
        wish.amount = Amount::parse(call.body["amount"].text());
    for (const Json &item : call.body["line_items"].items())
        wish.rows.push_back(rowOf(item));
    const auto made = refund(call.shop, order, wish);
    if (!made)
        return refundFailure("Invalid refund amount.");
    // The platform forgets to fill in its own pattern here.
    const QByteArray location = (call.shop.home + apiPath(QStringLiteral("orders/(?P<order_id>[\\d]+)/refunds/%1").arg(*made))).toUtf8();
    return {201, refundJson(call.shop, order, order.refunds.back(), call.digits()), {{"Location", location}}};
}

Reply orderRefunds(Call &call, Order &order)
{
    if (call.method == "POST" && call.path.size() == 3)
        return createRefund(call, order);
    if (!call.isRead())
        return noRoute();
    const auto find = [&](qint64 id) {
        return std::find_if(order.refunds.begin(), order.refunds.end(), [&](const Refund &each) { return each.id == id; });
    };
    if (call.path.size() > 3) {
        const auto found = find(call.id(3));
        return found == order.refunds.end() ? failure(404, "woocommerce_rest_shop_order_refund_invalid_id", QStringLiteral("Invalid ID."))
                                            : Reply{200, refundJson(call.shop, order, *found, call.digits()), {}};
    }
    std::vector<Row> rows;
    for (const Refund &each : order.refunds)
        rows.push_back({each.id, each.createdAt, each.createdAt, each.reason});
    return listReply(call, std::move(rows), [&](qint64 id) { return refundJson(call.shop, order, *find(id), call.digits()); });
}

Reply orderNotes(Call &call, Order &order)
{
    if (call.method == "POST" && call.path.size() == 3) {
        if (!call.body["note"].isString())
            return failure(400, "rest_missing_callback_param", QStringLiteral("Missing parameter(s): note"));
        addNote(call.shop, order, call.body["note"].text(), call.body["customer_note"].toBool());
        const Note &note = order.notes.back();
        const QByteArray location = (call.shop.home + apiPath(QStringLiteral("orders/%1/notes/%2").arg(order.id).arg(note.id))).toUtf8();
        return {201, noteJson(call.shop, order, note), {{"Location", location}}};
    }
    if (!call.isRead())
        return noRoute();
    JsonArray list;
    for (auto note = order.notes.rbegin(); note != order.notes.rend(); ++note) {
        if (call.path.size() > 3 && note->id == call.id(3))
            return {200, noteJson(call.shop, order, *note), {}};
        list.push_back(noteJson(call.shop, order, *note));
    }
    return call.path.size() > 3 ? unknownPart() : Reply{200, list, {}};
}

/// Replaces everything that the fulfilment said. Quantities are not checked against the order, as the platform does not.
void applyFulfilment(Shop &shop, Fulfilment &fulfilment, const Json &body)
{
    fulfilment.status = body["status"].isString() ? body["status"].text() : QStringLiteral("unfulfilled");
    fulfilment.done = body["is_fulfilled"].toBool(fulfilment.status == QLatin1String("fulfilled"));
    fulfilment.updatedAt = shop.now();
    fulfilment.meta = appliedMeta(shop, {}, body["meta_data"]);
    if (fulfilment.done)
        fulfilment.meta.push_back({++shop.lastMetaId, QStringLiteral("_date_fulfilled"), utcText(fulfilment.updatedAt) + u'Z'});
}

Reply orderFulfilments(Call &call, Order &order)
{
    Shop &shop = call.shop;
    if (!shop.settings.fulfilments)
        return noRoute();
    if (call.path.size() == 3) {
        if (call.method == "POST") {
            Fulfilment fulfilment;
            fulfilment.id = ++shop.lastFulfilmentId;
            applyFulfilment(shop, fulfilment, call.body);
            order.fulfilments.push_back(std::move(fulfilment));
            shop.touch(order);
            return {201, fulfilmentJson(order, order.fulfilments.back(), false), {}};
        }
        JsonArray list;
        for (const Fulfilment &each : order.fulfilments)
            list.push_back(fulfilmentJson(order, each, true));
        return call.isRead() ? Reply{200, list, {}} : noRoute();
    }
    const auto found =
        std::find_if(order.fulfilments.begin(), order.fulfilments.end(), [&](const Fulfilment &each) { return each.id == call.id(3); });
    if (found == order.fulfilments.end())
        return unknownPart();
    if (call.isChange()) {
        applyFulfilment(shop, *found, call.body);
        shop.touch(order);
    }
    return {200, fulfilmentJson(order, *found, true), {}};
}

} // namespace

Reply orderPartsApi(Call &call)
{
    Order *order = call.shop.findOrder(call.id(1));
    if (!order)
        return unknownOrder();
    const QString part = call.path.value(2);
    if (part == QLatin1String("refunds"))
        return orderRefunds(call, *order);
    if (part == QLatin1String("notes"))
        return orderNotes(call, *order);
    return part == QLatin1String("fulfillments") ? orderFulfilments(call, *order) : noRoute();
}

Reply refundsApi(Call &call)
{
    if (!call.isRead() || call.path.size() != 1)
        return noRoute();
    std::map<qint64, std::pair<const Order *, const Refund *>> all;
    std::vector<Row> rows;
    for (const auto &[id, order] : call.shop.orders)
        for (const Refund &each : order.refunds) {
            all[each.id] = {&order, &each};
            rows.push_back({each.id, each.createdAt, each.createdAt, each.reason});
        }
    return listReply(call, std::move(rows), [&](qint64 id) {
        const auto &[order, each] = all.at(id);
        Json json = refundJson(call.shop, *order, *each, call.digits());
        json.set("parent_id", order->id);
        return json;
    });
}

} // namespace channels::practicestore
