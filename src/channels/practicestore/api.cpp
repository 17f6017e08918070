#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

constexpr size_t largestBatch = 100;

/// An item's place in a batch answer: what was made of it, or the error with its id.
Json itemOf(const Json &id, const Reply &reply)
{
    if (reply.status < 300)
        return reply.body;
    Json data = Json::object({{"status", reply.body["data"]["status"]}});
    for (const auto &[name, value] : reply.body["data"].members())
        data.set(name, value);
    return Json::object(
        {{"id", id}, {"error", Json::object({{"code", reply.body["code"]}, {"message", reply.body["message"]}, {"data", std::move(data)}})}});
}

QStringList pathBelowInterface(QString path)
{
    if (path.startsWith(QLatin1String("/index.php/")))
        path = path.mid(10);
    if (!path.startsWith(QLatin1String("/wp-json")))
        return {QStringLiteral("?")};
    return path.mid(8).split(u'/', Qt::SkipEmptyParts);
}

Reply welcome(const Shop &shop)
{
    return {200,
            Json::object({{"name", shop.settings.name},
                          {"description", "For rehearsal: nothing is real"},
                          {"url", shop.home},
                          {"home", shop.home},
                          {"gmt_offset", QString::number(double(shop.settings.timeZone.offsetFromUtc(shop.now().toDateTime())) / 3600)},
                          {"timezone_string", QString::fromLatin1(shop.settings.timeZone.id())},
                          {"namespaces", QStringList{"wc/v3", "wp/v2"}}}),
            {}};
}

Reply route(Call &call)
{
    const QString resource = call.path.value(0);
    if (resource == QLatin1String("orders"))
        return call.path.size() > 2 ? orderPartsApi(call) : ordersApi(call);
    if (resource == QLatin1String("refunds"))
        return refundsApi(call);
    if (resource == QLatin1String("products"))
        return productsApi(call);
    if (resource == QLatin1String("variations"))
        return allVariationsApi(call);
    return settingsApi(call);
}

} // namespace

Reply failure(int status, const char *code, const QString &message, Json data)
{
    Json all = Json::object({{"status", status}});
    for (const auto &[name, value] : data.members())
        all.set(name, value);
    return {status, Json::object({{"code", code}, {"message", message}, {"data", std::move(all)}}), {}};
}

Reply noRoute() { return failure(404, "rest_no_route", QStringLiteral("No route was found matching the URL and request method.")); }

Reply invalid(const std::vector<InvalidParameter> &parameters)
{
    QStringList names;
    Json params = Json::object();
    Json details = Json::object();
    for (const InvalidParameter &each : parameters) {
        names.append(each.name);
        params.set(each.name, each.message);
        const bool typed = each.code == QLatin1String("rest_invalid_type");
        details.set(each.name,
                    Json::object({{"code", each.code}, {"message", each.message}, {"data", typed ? Json::object({{"param", each.name}}) : Json()}}));
    }
    return failure(400, "rest_invalid_param", QStringLiteral("Invalid parameter(s): ") + names.join(QStringLiteral(", ")),
                   Json::object({{"params", params}, {"details", details}}));
}

Reply batchReply(Call &call, const std::function<Reply(const Json &)> &create, const std::function<Reply(qint64, const Json &)> &update,
                 const std::function<Reply(qint64)> &erase)
{
    if (!call.isChange())
        return noRoute();
    const Json &body = call.body;
    if (body["create"].items().size() + body["update"].items().size() + body["delete"].items().size() > largestBatch)
        return failure(413, "woocommerce_rest_request_entity_too_large", QStringLiteral("Unable to accept more than 100 items for this request."));
    Json answer = Json::object();
    const auto put = [&](const char *verb, const std::function<Json(const Json &)> &act) {
        if (body[verb].items().empty())
            return;
        JsonArray results;
        for (const Json &item : body[verb].items())
            results.push_back(act(item));
        answer.set(verb, results);
    };
    put("create", [&](const Json &item) { return itemOf(0, create(item)); });
    put("update", [&](const Json &item) { return itemOf(item["id"], update(item["id"].toInteger(), item)); });
    put("delete", [&](const Json &item) { return itemOf(item, erase(item.toInteger())); });
    return {200, answer, {}};
}

std::vector<Meta> appliedMeta(Shop &shop, std::vector<Meta> meta, const Json &body)
{
    for (const Json &each : body.items()) {
        const auto known = std::find_if(meta.begin(), meta.end(), [&](const Meta &old) {
            return each["id"].toInteger() ? old.id == each["id"].toInteger() : old.key == each["key"].text();
        });
        if (known == meta.end())
            meta.push_back({++shop.lastMetaId, each["key"].text(), each["value"]});
        else
            known->value = each["value"];
    }
    return meta;
}

Reply callApi(Shop &shop, FaultPlan &faults, const web::Request &request)
{
    Call call{shop, faults, request, request.method, pathBelowInterface(request.path), {}, Query(request.query)};
    if (call.path.isEmpty())
        return welcome(shop);
    if (call.path.value(0) != QLatin1String("wc") || call.path.value(1) != QLatin1String("v3"))
        return noRoute();
    call.path = call.path.mid(2);
    if (call.method == "POST" && call.query().has(QStringLiteral("_method")))
        call.method = call.query().text(QStringLiteral("_method")).toLatin1().toUpper();
    if (!request.body.trimmed().isEmpty()) {
        auto body = Json::parse(request.body);
        if (!body)
            return failure(400, "rest_invalid_json", QStringLiteral("Invalid JSON body passed."),
                           Json::object({{"json_error_code", 4}, {"json_error_message", "Syntax error"}}));
        call.body = *std::move(body);
    }
    return route(call);
}

} // namespace channels::practicestore
