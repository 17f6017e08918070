#include "channels/woocommerce/readorder.h"

#include "channels/figures.h"
#include "channels/htmltext.h"
#include "channels/woocommerce/client.h"
#include "channels/woocommerce/readlines.h"

namespace channels::woocommerce {
namespace {

const std::map<QString, RemoteState> ownStates{
    {"auto-draft", RemoteState::Ignored}, {"checkout-draft", RemoteState::Ignored}, {"draft", RemoteState::Ignored},
    {"pending", RemoteState::Awaiting},   {"on-hold", RemoteState::Awaiting},       {"processing", RemoteState::Processing},
    {"completed", RemoteState::Done},     {"cancelled", RemoteState::Cancelled},    {"failed", RemoteState::Cancelled},
    {"trash", RemoteState::Cancelled},    {"refunded", RemoteState::Refunded},
};

const std::map<QString, RemoteState> stateWords{
    {"ignored", RemoteState::Ignored}, {"awaiting", RemoteState::Awaiting},   {"processing", RemoteState::Processing},
    {"done", RemoteState::Done},       {"cancelled", RemoteState::Cancelled}, {"refunded", RemoteState::Refunded},
};

const std::map<QString, RemoteLineKind> feeWords{
    {"fee", RemoteLineKind::Fee},
    {"gift_card", RemoteLineKind::GiftCard},
    {"tip", RemoteLineKind::Tip},
};

QString plain(const Json &text) { return unescaped(text.text()).trimmed(); }

RemoteAddress readAddress(const Json &written)
{
    RemoteAddress address;
    address.name = (plain(written["first_name"]) + u' ' + plain(written["last_name"])).trimmed();
    address.company = plain(written["company"]);
    address.street = plain(written["address_1"]);
    address.street2 = plain(written["address_2"]);
    address.postcode = plain(written["postcode"]);
    address.city = plain(written["city"]);
    address.region = plain(written["state"]);
    address.country = plain(written["country"]);
    address.phone = plain(written["phone"]);
    address.email = plain(written["email"]);
    return address;
}

RemoteState readState(const QString &word, const Vocabulary &vocabulary, std::vector<QString> &problems)
{
    for (const auto &states : {vocabulary.states, ownStates})
        if (const auto found = states.find(word); found != states.end())
            return found->second;
    problems.push_back(Words::tr("The shop's own order state \"%1\" is not known: say in the channel's options what it means.").arg(word));
    return RemoteState::Awaiting;
}

void readTimes(RemoteOrder &order, const Json &raw)
{
    const auto created = utcTime(raw["date_created_gmt"]);
    const auto modified = utcTime(raw["date_modified_gmt"]);
    order.placedAt = created.value_or(modified.value_or(Instant()));
    order.changedAt = modified.value_or(order.placedAt);
    if (!order.placedAt)
        order.problems.push_back(Words::tr("The order has no date."));
}

/// WooCommerce keeps one payment for an order, without a number of its own: the order's number stands for it. The provider's number is no
/// identity, as it may be filled in later.
void readPayment(RemoteOrder &order, const Json &raw, Money byCard)
{
    const auto paidAt = utcTime(raw["date_paid_gmt"]);
    const Money amount = order.total - byCard;
    if (!paidAt || !amount.isPositive())
        return;
    order.payments.push_back(
        {QStringLiteral("order-%1").arg(order.externalId), raw["payment_method"].text(), amount, paidAt, raw["transaction_id"].text()});
}

/// What was paid with gift cards and store credit. The shop's own extension lists the cards; others leave the sum in a meta datum of theirs, which a
/// person names in the channel's options.
std::vector<RemotePayment> cardPayments(RemoteOrder &order, const Json &raw, const Vocabulary &vocabulary)
{
    AmountReader amounts(order.currency, order.problems);
    std::vector<RemotePayment> payments;
    const auto add = [&](const QString &id, Money amount) {
        if (!amount.isZero())
            payments.push_back({id, QStringLiteral("gift_card"), amount.absolute(), utcTime(raw["date_paid_gmt"]), {}, true});
    };
    for (const Json &card : raw["gift_cards"].items())
        add(QStringLiteral("card-%1").arg(card["id"].text().isEmpty() ? card["code"].text() : card["id"].text()),
            amounts.money(card["amount"], "gift_cards"));
    for (const Json &meta : raw["meta_data"].items())
        if (vocabulary.credits.contains(meta["key"].text()))
            add(QStringLiteral("credit-%1").arg(meta["key"].text()), amounts.money(meta["value"], "meta_data"));
    return payments;
}

/// A card is money that the shop has already: the extensions take it off the order's total. What is owed for the lines is the total with it, and the
/// lines say whether it was taken off. A card is charged when the order is accepted, not while it waits.
void readCards(RemoteOrder &order, const Json &raw, const Vocabulary &vocabulary)
{
    const auto payments = cardPayments(order, raw, vocabulary);
    Money byCard(0, order.currency), lines(0, order.currency);
    for (const RemotePayment &payment : payments)
        byCard += payment.amount;
    for (const RemoteLine &line : order.lines)
        lines += line.net + line.tax;
    if ((lines - order.total).absolute() > (lines - order.total - byCard).absolute())
        order.total += byCard;
    const bool isCharged = utcTime(raw["date_paid_gmt"]) || (order.state != RemoteState::Awaiting && order.state != RemoteState::Cancelled);
    if (isCharged)
        order.payments = payments;
    readPayment(order, raw, byCard);
}

/// Nothing tells of a line what has left but the order's state and, where the shop has the feature, its fulfilments, which have to be asked for.
void readShipped(RemoteOrder &order, const Json &raw)
{
    const QString fulfilment = metaOf(raw, u"_fulfillment_status");
    const bool all = order.state == RemoteState::Done || fulfilment == u"fulfilled";
    const bool some = !all && fulfilment == u"partially_fulfilled";
    order.complete = !some || raw["fulfillments"].isArray();
    std::map<QString, Quantity> shipped;
    for (const Json &one : raw["fulfillments"].items())
        if (one["status"].text() == u"fulfilled" && one["date_deleted"].text().isEmpty())
            for (const Json &meta : one["meta_data"].items())
                for (const Json &item : meta["key"].text() == u"_items" ? meta["value"].items() : JsonArray())
                    shipped[item["item_id"].text()] += Quantity::parse(item["qty"].text()).value_or(Quantity());
    for (RemoteLine &line : order.lines)
        if (line.kind == RemoteLineKind::Goods)
            line.shipped = all ? line.quantity : std::min(line.quantity, shipped[line.externalId]);
}

void readFigures(RemoteOrder &order, const Json &raw, const Vocabulary &vocabulary)
{
    const auto currency = Currency::of(raw["currency"].text());
    if (!currency) {
        order.problems.push_back(Words::tr("The currency \"%1\" is not known.").arg(raw["currency"].text()));
        return;
    }
    order.currency = *currency;
    order.total = AmountReader(*currency, order.problems).money(raw["total"], "total");
    order.lines = readLines(raw, order, vocabulary, order.problems);
    order.refunds = readRefunds(raw, order, order.problems);
    readCards(order, raw, vocabulary);
    readShipped(order, raw);
}

} // namespace

Vocabulary Vocabulary::of(const Json &options)
{
    Vocabulary vocabulary;
    for (const auto &[word, meaning] : options["states"].members())
        if (const auto known = stateWords.find(meaning.text()); known != stateWords.end())
            vocabulary.states[word] = known->second;
    for (const auto &[name, meaning] : options["fees"].members())
        if (const auto known = feeWords.find(meaning.text()); known != feeWords.end())
            vocabulary.fees[name] = known->second;
    for (const QString &key : options["credits"].text().split(u',', Qt::SkipEmptyParts))
        vocabulary.credits.insert(key.trimmed());
    return vocabulary;
}

std::optional<Instant> utcTime(const Json &written)
{
    const auto time = Instant::ofUtc(written.text());
    return time ? time : Instant::parse(written.text()); // newer resources end in Z
}

RemoteOrder readOrder(const Json &raw, const Vocabulary &vocabulary)
{
    RemoteOrder order;
    order.raw = RawMessage(raw);
    order.externalId = raw["id"].text();
    order.number = raw["number"].text().isEmpty() ? order.externalId : plain(raw["number"]);
    order.shopState = raw["status"].text();
    order.state = readState(order.shopState, vocabulary, order.problems);
    order.taxInclusive = raw["prices_include_tax"].toBool();
    order.customerId = raw["customer_id"].toInteger() > 0 ? raw["customer_id"].text() : QString(); // 0: a guest
    order.billing = readAddress(raw["billing"]);
    order.shipping = readAddress(raw["shipping"]);
    completeAddresses(order);
    order.paymentMethod = plain(raw["payment_method_title"]);
    if (order.paymentMethod.isEmpty())
        order.paymentMethod = raw["payment_method"].text();
    order.note = plain(raw["customer_note"]);
    if (order.externalId.isEmpty())
        order.problems.push_back(Words::tr("The order has no id."));
    readTimes(order, raw);
    readFigures(order, raw, vocabulary);
    return order;
}

} // namespace channels::woocommerce
