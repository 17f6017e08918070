#include "channels/vendure/push.h"

namespace channels::vendure {
namespace {

const QString orderDocument = QStringLiteral("query($id:ID!){order(id:$id){id state lines{id quantity} "
                                             "fulfillments{id state method trackingCode lines{orderLineId quantity}}}}");
const QString addDocument = QStringLiteral("mutation($input:FulfillOrderInput!){addFulfillmentToOrder(input:$input){__typename "
                                           "...on Fulfillment{id state} ...on ErrorResult{errorCode message}}}");
const QString shippedDocument =
    QStringLiteral("mutation($id:ID!){transitionFulfillmentToState(id:$id,state:\"Shipped\"){__typename ...on Fulfillment{id state} "
                   "...on FulfillmentStateTransitionError{errorCode message transitionError}}}");

/// A fulfilment has no field for our number, so the method carries it: "DHL [SH-0000042]".
QString mark(const ShipmentNotice &notice) { return u'[' + notice.number + u']'; }
QString methodOf(const ShipmentNotice &notice) { return (notice.carrier + u' ' + mark(notice)).trimmed(); }

bool isTold(const Json &fulfilment) { return fulfilment["method"].text().contains(u'[') && fulfilment["method"].text().endsWith(u']'); }

bool isOnItsWay(const Json &fulfilment)
{
    const QString state = fulfilment["state"].text();
    return state == u"Shipped" || state == u"Delivered";
}

class Teller {
public:
    Teller(Client &client, const ShipmentNotice &notice) : m_client(client), m_notice(notice) {}

    ItemResult tell()
    {
        const Json order = readOrder();
        if (order.isNull())
            return refused(Words::tr("The shop does not have the order any more."));
        for (const Json &fulfilment : order["fulfillments"].items())
            if (fulfilment["method"].text().endsWith(mark(m_notice)))
                return finish(fulfilment);
        return create(order);
    }

private:
    Json readOrder() { return m_client.query(orderDocument, Json::object({{"id", m_notice.externalOrder}}))["order"]; }

    static ItemResult refused(const QString &why)
    {
        ItemResult result;
        result.message = why;
        return result;
    }
    static ItemResult done(const Json &fulfilment)
    {
        ItemResult result;
        result.done = true;
        result.externalId = fulfilment["id"].text();
        return result;
    }

    ItemResult create(const Json &order)
    {
        const Outcome made = outcomeOf(m_client.mutate(addDocument, Json::object({{"input", input()}}))["addFulfillmentToOrder"]);
        if (made.errorCode.isEmpty())
            return finish(made.value);
        if (made.errorCode == u"ITEMS_ALREADY_FULFILLED_ERROR" && areShippedByHand(order))
            return done({}); // the shopkeeper did it by hand
        return refused(made.message);
    }

    Json input() const
    {
        JsonArray lines;
        for (const ShipmentLine &line : m_notice.lines)
            lines.push_back(Json::object({{"orderLineId", line.externalLine}, {"quantity", line.quantity.millionths / 1'000'000}}));
        const QString handler = m_client.access().options["fulfillment_handler"].text();
        const JsonArray arguments{Json::object({{"name", "method"}, {"value", methodOf(m_notice)}}),
                                  Json::object({{"name", "trackingCode"}, {"value", m_notice.tracking}})};
        return Json::object(
            {{"lines", lines},
             {"handler", Json::object({{"code", handler.isEmpty() ? QStringLiteral("manual-fulfillment") : handler}, {"arguments", arguments}})}});
    }

    /// Do fulfilments that a person made hold the units of this shipment?
    bool areShippedByHand(const Json &order) const
    {
        std::map<QString, qint64> byHand;
        for (const Json &fulfilment : order["fulfillments"].items())
            if (fulfilment["state"].text() != u"Cancelled" && !isTold(fulfilment))
                for (const Json &line : fulfilment["lines"].items())
                    byHand[line["orderLineId"].text()] += line["quantity"].toInteger();
        return std::all_of(m_notice.lines.begin(), m_notice.lines.end(),
                           [&](const ShipmentLine &line) { return Quantity::whole(byHand[line.externalLine]) >= line.quantity; });
    }

    ItemResult finish(const Json &fulfilment)
    {
        if (isOnItsWay(fulfilment))
            return done(fulfilment);
        if (fulfilment["state"].text() == u"Cancelled") {
            ItemResult result = done(fulfilment);
            result.message = Words::tr("The shipment was cancelled in the shop.");
            return result;
        }
        const QString id = fulfilment["id"].text();
        const Outcome moved = outcomeOf(m_client.mutate(shippedDocument, Json::object({{"id", id}}))["transitionFulfillmentToState"]);
        if (moved.errorCode.isEmpty() || isShipped(id))
            return done(fulfilment);
        ItemResult result = refused(moved.message);
        result.externalId = id;
        return result;
    }

    /// A transition that is refused may have happened before: the state itself tells.
    bool isShipped(const QString &id)
    {
        const Json order = readOrder();
        for (const Json &fulfilment : order["fulfillments"].items())
            if (fulfilment["id"].text() == id)
                return isOnItsWay(fulfilment);
        return false;
    }

    Client &m_client;
    const ShipmentNotice &m_notice;
};

} // namespace

ItemResult tellShipment(Client &client, const ShipmentNotice &notice)
{
    for (const ShipmentLine &line : notice.lines)
        if (line.quantity.millionths % 1'000'000 != 0) {
            ItemResult refused;
            refused.message = Words::tr("The shop counts whole units only; line %1 has a part of one.").arg(line.externalLine);
            return refused;
        }
    try {
        return Teller(client, notice).tell();
    } catch (const Failure &failure) {
        ItemResult result;
        result.unknown = failure.kind == Failure::Kind::Unknown;
        if (!result.unknown && failure.kind != Failure::Kind::Rejected)
            throw;
        result.message = failure.text();
        return result;
    }
}

} // namespace channels::vendure
