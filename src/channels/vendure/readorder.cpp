#include "channels/vendure/readorder.h"

#include "channels/vendure/readlines.h"

#include <algorithm>

namespace channels::vendure {
namespace {

const std::map<QString, RemoteState> ownStates{
    {"Created", RemoteState::Ignored},
    {"Draft", RemoteState::Ignored},
    {"AddingItems", RemoteState::Ignored},
    {"ArrangingPayment", RemoteState::Ignored},
    {"PaymentAuthorized", RemoteState::Awaiting}, // promised, not captured
    {"Modifying", RemoteState::Awaiting},         // the shopkeeper is changing it just now
    {"ArrangingAdditionalPayment", RemoteState::Awaiting},
    {"PaymentSettled", RemoteState::Processing},
    {"PartiallyShipped", RemoteState::Processing},
    {"PartiallyDelivered", RemoteState::Processing},
    {"Shipped", RemoteState::Done},
    {"Delivered", RemoteState::Done},
    {"Cancelled", RemoteState::Cancelled},
};

const std::map<QString, RemoteState> stateWords{
    {"ignored", RemoteState::Ignored}, {"awaiting", RemoteState::Awaiting},   {"processing", RemoteState::Processing},
    {"done", RemoteState::Done},       {"cancelled", RemoteState::Cancelled}, {"refunded", RemoteState::Refunded},
};

RemoteState readState(const Json &raw, const Vocabulary &vocabulary, std::vector<QString> &problems)
{
    if (raw["active"].toBool() || (raw["type"].text() == u"Seller" && !vocabulary.ownsSellerOrders))
        return RemoteState::Ignored;
    const QString word = raw["state"].text();
    for (const auto &states : {vocabulary.states, ownStates})
        if (const auto found = states.find(word); found != states.end())
            return found->second;
    problems.push_back(Words::tr("The shop's own order state \"%1\" is not known: say in the channel's options what it means.").arg(word));
    return RemoteState::Awaiting;
}

RemoteAddress readAddress(const Json &written)
{
    RemoteAddress address;
    address.name = written["fullName"].text().trimmed();
    address.company = written["company"].text();
    address.street = written["streetLine1"].text();
    address.street2 = written["streetLine2"].text();
    address.postcode = written["postalCode"].text();
    address.city = written["city"].text();
    address.region = written["province"].text();
    address.country = written["countryCode"].text();
    address.phone = written["phoneNumber"].text();
    return address;
}

void readBuyer(RemoteOrder &order, const Json &raw)
{
    const Json &customer = raw["customer"];
    if (!customer["user"].isNull()) // a guest is a customer without an account
        order.customerId = customer["id"].text();
    order.billing = readAddress(raw["billingAddress"]);
    order.shipping = readAddress(raw["shippingAddress"]);
    completeAddresses(order);
    order.billing.email = customer["emailAddress"].text();
    if (order.billing.name.isEmpty())
        order.billing.name = (customer["firstName"].text() + u' ' + customer["lastName"].text()).trimmed();
    if (order.billing.phone.isEmpty())
        order.billing.phone = customer["phoneNumber"].text();
}

void readTimes(RemoteOrder &order, const Json &raw)
{
    const auto placed = Instant::parse(raw["orderPlacedAt"].text());
    order.changedAt = lastChange(raw);
    order.placedAt = placed.value_or(order.changedAt);
    if (!order.placedAt)
        order.problems.push_back(Words::tr("The order has no date."));
}

/// Only settled payments are money; an authorised one is a promise.
void readPayments(RemoteOrder &order, const Json &raw, AmountReader &amounts)
{
    for (const Json &payment : raw["payments"].items()) {
        const Money amount = amounts.money(payment["amount"], "payments");
        if (payment["state"].text() != u"Settled" || !amount.isPositive())
            continue;
        order.payments.push_back(
            {payment["id"].text(), payment["method"].text(), amount, Instant::parse(payment["updatedAt"].text()), payment["transactionId"].text(),
             payment["method"].text().contains(QLatin1String("gift"), Qt::CaseInsensitive)}); // the shop names its methods as it likes
    }
    order.paymentMethod = raw["payments"].at(0)["method"].text();
}

void readFigures(RemoteOrder &order, const Json &raw)
{
    const auto currency = Currency::of(raw["currencyCode"].text());
    if (!currency) {
        order.problems.push_back(Words::tr("The currency \"%1\" is not known.").arg(raw["currencyCode"].text()));
        return;
    }
    order.currency = *currency;
    const int precision = int(std::clamp<qint64>(raw["moneyStrategyPrecision"].toInteger(2), 0, 6));
    AmountReader amounts(*currency, precision, order.problems);
    order.lines = readLines(raw, order, amounts, order.problems);
    order.total = amounts.money(raw["totalWithTax"], "totalWithTax");
    if (order.state == RemoteState::Cancelled && order.total.isZero())
        for (const RemoteLine &line : order.lines) // as it was placed
            order.total += line.net + line.tax;
    readPayments(order, raw, amounts);
    order.refunds = readRefunds(raw, order, amounts);
}

QString publicNotes(const Json &raw)
{
    QStringList notes;
    for (const Json &entry : raw["history"]["items"].items())
        if (entry["isPublic"].toBool() && !entry["data"]["note"].text().isEmpty())
            notes += entry["data"]["note"].text();
    return notes.join(u'\n');
}

} // namespace

/// What happens to an order's payments, refunds and fulfilments does not touch the order's own updatedAt.
Instant lastChange(const Json &order)
{
    Instant last;
    const auto see = [&last](const Json &part) { last = std::max(last, Instant::parse(part["updatedAt"].text()).value_or(Instant())); };
    see(order);
    for (const Json &fulfilment : order["fulfillments"].items())
        see(fulfilment);
    for (const Json &payment : order["payments"].items()) {
        see(payment);
        for (const Json &refund : payment["refunds"].items())
            see(refund);
    }
    return last;
}

QString orderFields()
{
    return QStringLiteral(
        "id code type state active updatedAt orderPlacedAt currencyCode totalWithTax shipping "
        "customer{id emailAddress firstName lastName phoneNumber user{id}} "
        "shippingAddress{fullName company streetLine1 streetLine2 city province postalCode countryCode phoneNumber} "
        "billingAddress{fullName company streetLine1 streetLine2 city province postalCode countryCode phoneNumber} "
        "lines{id quantity orderPlacedQuantity unitPrice unitPriceWithTax linePrice linePriceWithTax proratedUnitPrice proratedUnitPriceWithTax "
        "proratedLinePrice proratedLinePriceWithTax taxRate taxLines{description taxRate} productVariant{id sku name}} "
        "surcharges{id description price priceWithTax taxRate taxLines{description taxRate}} "
        "shippingLines{id shippingMethod{code name} price priceWithTax discountedPrice discountedPriceWithTax} "
        "taxSummary{description taxRate taxBase taxTotal} couponCodes "
        "fulfillments{id state updatedAt lines{orderLineId quantity}} payments{id updatedAt method amount state transactionId "
        "refunds{id updatedAt state total shipping reason lines{orderLineId quantity}}} "
        "history(options:{filter:{type:{eq:\"ORDER_NOTE\"}}}){items{isPublic data}}");
}

Vocabulary Vocabulary::of(const Json &options)
{
    Vocabulary vocabulary;
    vocabulary.ownsSellerOrders = !options["channel_token"].text().isEmpty();
    for (const auto &[word, meaning] : options["states"].members())
        if (const auto known = stateWords.find(meaning.text()); known != stateWords.end())
            vocabulary.states[word] = known->second;
    return vocabulary;
}

Json rawOrder(const Json &order, const Json &data)
{
    Json raw = order;
    for (const char *list : {"lines", "surcharges", "shippingLines", "payments", "fulfillments"}) {
        JsonArray parts = raw[list].items();
        std::sort(parts.begin(), parts.end(), [](const Json &a, const Json &b) {
            const QString left = a["id"].text();
            const QString right = b["id"].text();
            return left.size() != right.size() ? left.size() < right.size() : left < right;
        });
        if (raw[list].isArray())
            raw.set(QString::fromLatin1(list), parts);
    }
    raw.set("pricesIncludeTax", data["activeChannel"]["pricesIncludeTax"]);
    raw.set("moneyStrategyPrecision", data["globalSettings"]["serverConfig"]["moneyStrategyPrecision"]);
    return raw;
}

RemoteOrder readOrder(const Json &raw, const Vocabulary &vocabulary)
{
    RemoteOrder order;
    order.raw = RawMessage(raw);
    order.externalId = raw["id"].text();
    order.number = raw["code"].text();
    order.shopState = raw["state"].text();
    order.state = readState(raw, vocabulary, order.problems);
    order.taxInclusive = raw["pricesIncludeTax"].toBool();
    order.note = publicNotes(raw);
    if (order.externalId.isEmpty())
        order.problems.push_back(Words::tr("The order has no id."));
    readBuyer(order, raw);
    readTimes(order, raw);
    readFigures(order, raw);
    return order;
}

} // namespace channels::vendure
