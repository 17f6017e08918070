#include "channels/htmltext.h"
#include "channels/woocommerce/push.h"

namespace channels::woocommerce {
namespace {

/// Where our own shipment number is kept on a fulfilment, so that telling it again finds it.
const QString numberKey = QStringLiteral("_purser_shipment");

QString orderPath(const ShipmentNotice &notice) { return QStringLiteral("/orders/%1").arg(notice.externalOrder); }

bool isOurs(const Json &fulfilment, const QString &number)
{
    if (!fulfilment["date_deleted"].isNull())
        return false;
    for (const Json &meta : fulfilment["meta_data"].items())
        if (meta["key"].text() == numberKey && meta["value"].text() == number)
            return true;
    return false;
}

Json meta(const QString &key, Json value) { return Json::object({{"key", key}, {"value", std::move(value)}}); }

Json describe(const ShipmentNotice &notice)
{
    JsonArray items;
    for (const ShipmentLine &line : notice.lines)
        items.push_back(Json::object({{"item_id", line.externalLine.toLongLong()}, {"qty", Json::number(line.quantity.toString().toLatin1())}}));
    JsonArray facts{meta("_items", items), meta(numberKey, notice.number)};
    if (!notice.tracking.isEmpty())
        facts.push_back(meta("_tracking_number", notice.tracking));
    if (!notice.carrier.isEmpty())
        facts.push_back(meta("_shipment_provider", notice.carrier));
    return Json::object({{"status", "fulfilled"}, {"is_fulfilled", true}, {"meta_data", facts}});
}

/// Fulfilments are a feature that a shop may have or not. Gives back nothing if this one has not.
std::optional<QString> tellAsFulfilment(Client &client, const ShipmentNotice &notice)
{
    const QString path = orderPath(notice) + QStringLiteral("/fulfillments");
    try {
        const Answer existing = client.get(path);
        for (const Json &fulfilment : existing.rows())
            if (isOurs(fulfilment, notice.number))
                return fulfilment["id"].text();
    } catch (const Failure &failure) {
        if (failure.code == u"rest_no_route")
            return {};
        throw;
    }
    const bool notify = client.access().options["notify"].toBool(true);
    return client.post(path, describe(notice), {{"notify_customer", notify ? "true" : "false"}})["id"].text();
}

QString noteText(const ShipmentNotice &notice)
{
    const QString how = notice.carrier.isEmpty() ? QString() : Words::tr(" with %1").arg(notice.carrier);
    const QString tracking = notice.tracking.isEmpty() ? QString() : Words::tr(", tracking number %1").arg(notice.tracking);
    return Words::tr("Shipped%1%2 (%3)").arg(how, tracking, notice.number);
}

QString tellAsNote(Client &client, const ShipmentNotice &notice)
{
    const QString path = orderPath(notice) + QStringLiteral("/notes");
    const QString mark = u'(' + notice.number + u')';
    const Answer existing = client.get(path);
    for (const Json &note : existing.rows())
        if (unescaped(note["note"].text()).contains(mark))
            return note["id"].text();
    const bool notify = client.access().options["notify"].toBool(true);
    return client.post(path, Json::object({{"note", noteText(notice)}, {"customer_note", notify}}))["id"].text();
}

/// The shop lets any state follow any other: only an order that is still open may become completed.
void complete(Client &client, const ShipmentNotice &notice)
{
    const QString state = client.get(orderPath(notice), {{"_fields", "id,status"}}).body["status"].text();
    if (state == u"pending" || state == u"on-hold" || state == u"processing")
        client.put(orderPath(notice), Json::object({{"status", "completed"}}));
}

} // namespace

ItemResult tellShipment(Client &client, const ShipmentNotice &notice)
{
    ItemResult result;
    try {
        const auto fulfilment = tellAsFulfilment(client, notice);
        result.externalId = fulfilment ? *fulfilment : tellAsNote(client, notice);
        if (notice.completesOrder)
            complete(client, notice);
        result.done = true;
    } catch (const Failure &failure) {
        result.unknown = failure.kind == Failure::Kind::Unknown;
        if (!result.unknown && failure.kind != Failure::Kind::Rejected)
            throw;
        result.message = failure.text();
    }
    return result;
}

} // namespace channels::woocommerce
