#include "channels/byhand/orderjson.h"

namespace channels::byhand {
namespace {

constexpr std::pair<const char *, QString RemoteAddress::*> addressMembers[] = {
    {"name", &RemoteAddress::name},       {"company", &RemoteAddress::company},   {"street", &RemoteAddress::street},
    {"street2", &RemoteAddress::street2}, {"postcode", &RemoteAddress::postcode}, {"city", &RemoteAddress::city},
    {"region", &RemoteAddress::region},   {"country", &RemoteAddress::country},   {"phone", &RemoteAddress::phone},
    {"email", &RemoteAddress::email},
};

constexpr std::pair<const char *, RemoteState> states[] = {
    {"awaiting", RemoteState::Awaiting},   {"processing", RemoteState::Processing}, {"done", RemoteState::Done},
    {"cancelled", RemoteState::Cancelled}, {"refunded", RemoteState::Refunded},
};

constexpr std::pair<const char *, RemoteLineKind> lineKinds[] = {
    {"goods", RemoteLineKind::Goods},        {"shipping", RemoteLineKind::Shipping}, {"fee", RemoteLineKind::Fee},
    {"gift_card", RemoteLineKind::GiftCard}, {"tip", RemoteLineKind::Tip},
};

template <class Value, size_t N> QString wordOf(const std::pair<const char *, Value> (&words)[N], Value value)
{
    for (const auto &[word, meaning] : words)
        if (meaning == value)
            return QString::fromLatin1(word);
    return {};
}
template <class Value, size_t N> Value meaningOf(const std::pair<const char *, Value> (&words)[N], const QString &text, Value otherwise)
{
    for (const auto &[word, meaning] : words)
        if (text == QLatin1String(word))
            return meaning;
    return otherwise;
}

void put(Json &json, const char *name, Json value) { json.set(QString::fromLatin1(name), std::move(value)); }

Json taxJson(const RemoteTax &tax)
{
    Json json = Json::object();
    put(json, "label", tax.label);
    put(json, "percent", tax.rate.toPercent());
    put(json, "base", tax.base.toString());
    put(json, "amount", tax.amount.toString());
    return json;
}

Json lineJson(const RemoteLine &line)
{
    Json json = Json::object();
    put(json, "id", line.externalId);
    put(json, "kind", wordOf(lineKinds, line.kind));
    put(json, "sku", line.sku);
    put(json, "description", line.description);
    put(json, "quantity", line.quantity.toString());
    put(json, "unit_price", line.unitPrice.toString());
    put(json, "discount", line.discount.toString());
    put(json, "net", line.net.toString());
    put(json, "tax", line.tax.toString());
    Json taxes{JsonArray()};
    for (const RemoteTax &tax : line.taxes)
        taxes.append(taxJson(tax));
    put(json, "taxes", std::move(taxes));
    return json;
}

/// What the company itself wrote can be read; an amount that is missing is zero.
Money moneyFrom(const Json &json, Currency currency) { return Money::parse(json.text(), currency).value_or(Money(0, currency)); }

RemoteLine lineFrom(const Json &json, Currency currency)
{
    RemoteLine line;
    line.externalId = json["id"].text();
    line.kind = meaningOf(lineKinds, json["kind"].text(), RemoteLineKind::Goods);
    line.sku = json["sku"].text();
    line.description = json["description"].text();
    line.quantity = Quantity::parse(json["quantity"].text()).value_or(Quantity());
    line.unitPrice = UnitPrice::parse(json["unit_price"].text(), currency).value_or(UnitPrice{0, currency});
    line.discount = moneyFrom(json["discount"], currency);
    line.net = moneyFrom(json["net"], currency);
    line.tax = moneyFrom(json["tax"], currency);
    for (const Json &tax : json["taxes"].items())
        line.taxes.push_back({{},
                              tax["label"].text(),
                              Rate::parsePercent(tax["percent"].text()).value_or(Rate()),
                              moneyFrom(tax["base"], currency),
                              moneyFrom(tax["amount"], currency)});
    return line;
}

} // namespace

Json toJson(const RemoteAddress &address)
{
    Json json = Json::object();
    for (const auto &[name, member] : addressMembers)
        if (!(address.*member).isEmpty())
            put(json, name, address.*member);
    return json;
}

RemoteAddress addressFromJson(const Json &json)
{
    RemoteAddress address;
    for (const auto &[name, member] : addressMembers)
        address.*member = json[name].text();
    return address;
}

Json toJson(const RemoteOrder &order, const Json &source)
{
    Json json = Json::object();
    put(json, "number", order.number);
    put(json, "state", wordOf(states, order.state));
    put(json, "placed_at", order.placedAt.toString());
    put(json, "changed_at", order.changedAt.toString());
    put(json, "currency", order.currency.code());
    put(json, "tax_inclusive", order.taxInclusive);
    put(json, "customer", order.customerId);
    put(json, "billing", toJson(order.billing));
    put(json, "shipping", toJson(order.shipping));
    Json lines{JsonArray()};
    for (const RemoteLine &line : order.lines)
        lines.append(lineJson(line));
    put(json, "lines", std::move(lines));
    put(json, "total", order.total.toString());
    put(json, "paid", order.payments.empty() ? Json() : Json(order.payments.front().amount.toString()));
    put(json, "payment_method", order.paymentMethod);
    put(json, "note", order.note);
    put(json, "problems", QStringList(order.problems.begin(), order.problems.end()));
    put(json, "source", source);
    return json;
}

RemoteOrder orderFromJson(const Json &json)
{
    RemoteOrder order;
    order.number = order.externalId = json["number"].text();
    order.shopState = json["state"].text();
    order.state = meaningOf(states, order.shopState, RemoteState::Ignored);
    order.placedAt = Instant::parse(json["placed_at"].text()).value_or(Instant());
    order.changedAt = Instant::parse(json["changed_at"].text()).value_or(order.placedAt);
    order.currency = Currency::of(json["currency"].text()).value_or(Currency());
    order.taxInclusive = json["tax_inclusive"].toBool();
    order.customerId = json["customer"].text();
    order.billing = addressFromJson(json["billing"]);
    order.shipping = addressFromJson(json["shipping"]);
    for (const Json &line : json["lines"].items())
        order.lines.push_back(lineFrom(line, order.currency));
    order.total = moneyFrom(json["total"], order.currency);
    order.paymentMethod = json["payment_method"].text();
    if (const Json &paid = json["paid"]; !paid.isNull())
        order.payments.push_back({QStringLiteral("paid"), order.paymentMethod, moneyFrom(paid, order.currency), order.placedAt, {}});
    order.note = json["note"].text();
    for (const Json &problem : json["problems"].items())
        order.problems.push_back(problem.text());
    order.raw = RawMessage(json);
    return order;
}

} // namespace channels::byhand
