#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

const char *const statuses[] = {"auto-draft", "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"};

bool isStatus(const QString &text)
{
    return std::any_of(std::begin(statuses), std::end(statuses), [&](const char *each) { return text == QLatin1String(each); });
}

Reply unknownOrder() { return failure(404, "woocommerce_rest_shop_order_invalid_id", QStringLiteral("Invalid ID.")); }

Reply unknownStatus()
{
    return invalid({{QStringLiteral("status"), QStringLiteral("rest_not_in_enum"),
                     QStringLiteral("status is not one of auto-draft, pending, processing, on-hold, completed, cancelled, refunded, failed, and "
                                    "checkout-draft.")}});
}

bool isFound(const Order &order, const QString &word)
{
    const Address &buyer = order.billing;
    const QString text = QStringList{QString::number(order.id), buyer.firstName, buyer.lastName, buyer.company, buyer.email}.join(u' ');
    return text.contains(word, Qt::CaseInsensitive) || std::any_of(order.lines.begin(), order.lines.end(), [&](const OrderLine &line) {
               return line.name.contains(word, Qt::CaseInsensitive);
           });
}

/// What a list is narrowed to; read once, and then asked of every order that the shop has.
struct Wish {
    explicit Wish(const Query &query)
        : statuses(query.list(QStringLiteral("status"))), any(statuses.isEmpty() || statuses.contains(QStringLiteral("any"))),
          customer(query.text(QStringLiteral("customer"))), search(query.text(QStringLiteral("search")))
    {}
    bool holds(const Order &order) const
    {
        static const QStringList hidden{QStringLiteral("trash"), QStringLiteral("auto-draft"), QStringLiteral("checkout-draft")};
        if (any ? hidden.contains(order.status) : !statuses.contains(order.status))
            return false;
        if (!customer.isEmpty() && customer.toLongLong() != order.customer)
            return false;
        return search.isEmpty() || isFound(order, search);
    }

    QStringList statuses;
    bool any;
    QString customer;
    QString search;
};

Reply listOrders(Call &call)
{
    const Wish wish(call.query());
    for (const QString &status : wish.statuses)
        if (!isStatus(status) && status != QLatin1String("any") && status != QLatin1String("trash"))
            return unknownStatus();
    std::vector<Row> rows;
    for (const auto &[id, order] : call.shop.orders)
        if (wish.holds(order))
            rows.push_back({id, order.createdAt, order.modifiedAt, QString::number(id)});
    const int digits = call.digits();
    return listReply(call, std::move(rows), [&](qint64 id) { return orderJson(call.shop, *call.shop.findOrder(id), digits); });
}

Reply createOrder(Call &call, const Json &body)
{
    if (body.contains(u"status") && !isStatus(body["status"].text()))
        return unknownStatus();
    Shop &shop = call.shop;
    Order order;
    order.id = ++shop.lastId;
    order.currency = shop.settings.currency;
    order.pricesIncludeTax = shop.settings.pricesIncludeTax;
    order.createdAt = shop.now();
    order.key = QStringLiteral("wc_order_%1").arg(shop.random() % 1'000'000'000'000, 13, 36, QLatin1Char('0'));
    if (auto refused = applyOrderBody(shop, order, body, true))
        return *refused;
    Order &kept = shop.orders.emplace(order.id, std::move(order)).first->second;
    if (body["set_paid"].toBool())
        setStatus(shop, kept, QStringLiteral("processing"));
    if (body.contains(u"status"))
        setStatus(shop, kept, body["status"].text());
    shop.touch(kept);
    const QByteArray location = (shop.home + apiPath(QStringLiteral("orders/%1").arg(kept.id))).toUtf8();
    return {201, orderJson(shop, kept, call.digits()), {{"Location", location}}};
}

Reply updateOrder(Call &call, qint64 id, const Json &body)
{
    Order *order = call.shop.findOrder(id);
    if (!order)
        return unknownOrder();
    if (body.contains(u"status") && !isStatus(body["status"].text()))
        return unknownStatus();
    if (auto refused = applyOrderBody(call.shop, *order, body, false))
        return *refused;
    if (body["set_paid"].toBool())
        setStatus(call.shop, *order, QStringLiteral("processing"));
    if (body.contains(u"status"))
        setStatus(call.shop, *order, body["status"].text());
    call.shop.touch(*order);
    return {200, orderJson(call.shop, *order, call.digits()), {}};
}

/// Into the trash, or for good with force; stock is not given back either way.
Reply eraseOrder(Call &call, qint64 id, bool force)
{
    Order *order = call.shop.findOrder(id);
    if (!order)
        return unknownOrder();
    if (order->status == QLatin1String("trash") && !force)
        return failure(410, "woocommerce_rest_already_trashed", QStringLiteral("The order has already been deleted."));
    const Json before = orderJson(call.shop, *order, call.digits());
    if (force) {
        call.shop.changedOrders.insert(id);
        call.shop.orders.erase(id);
        return {200, before, {}};
    }
    order->status = QStringLiteral("trash");
    call.shop.touch(*order);
    return {200, orderJson(call.shop, *order, call.digits()), {}};
}

} // namespace

Reply ordersApi(Call &call)
{
    const bool force = call.query().flag(QStringLiteral("force"));
    if (call.path.value(1) == QLatin1String("batch"))
        return batchReply(
            call, [&](const Json &item) { return createOrder(call, item); }, [&](qint64 id, const Json &item) { return updateOrder(call, id, item); },
            [&](qint64 id) { return eraseOrder(call, id, true); });
    if (call.path.size() == 1)
        return call.isRead() ? listOrders(call) : call.method == "POST" ? createOrder(call, call.body) : noRoute();
    if (call.isRead()) {
        const Order *order = call.shop.findOrder(call.id(1));
        return order ? Reply{200, orderJson(call.shop, *order, call.digits()), {}} : unknownOrder();
    }
    return call.method == "DELETE" ? eraseOrder(call, call.id(1), force) : updateOrder(call, call.id(1), call.body);
}

} // namespace channels::practicestore
