#pragma once

#include "channels/practicestore/faults.h"
#include "channels/practicestore/query.h"
#include "channels/practicestore/render.h"
#include "web/message.h"

/// The store's interface for programs: /wp-json/wc/v3. One function per resource; the words of refusals are the platform's.
namespace channels::practicestore {

/// One call on its way to the shop.
struct Call {
    Shop &shop;
    FaultPlan &faults;
    const web::Request &request;
    QByteArray method;
    QStringList path; ///< below /wp-json/wc/v3
    Json body;
    Query parameters;

    const Query &query() const { return parameters; }
    int digits() const { return std::clamp(query().text(QStringLiteral("dp"), QStringLiteral("2")).toInt(), 0, 6); }
    bool isRead() const { return method == "GET" || method == "HEAD"; }
    bool isChange() const { return method == "PUT" || method == "PATCH" || method == "POST"; }
    qint64 id(int place) const { return path.value(place).toLongLong(); } ///< zero if there is none
};

struct Reply {
    int status = 200;
    Json body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
};

Reply failure(int status, const char *code, const QString &message, Json data = Json::object());
Reply noRoute();

/// A parameter that the platform does not take, and why.
struct InvalidParameter {
    QString name;
    QString code; ///< "rest_invalid_type"
    QString message;
};
Reply invalid(const std::vector<InvalidParameter> &parameters);

/// One thing of a list, as far as filters and order need to know it.
struct Row {
    qint64 id = 0;
    Instant createdAt;
    Instant modifiedAt;
    QString title;
};
/// Filters (include, exclude, dates), sorts, cuts out the page, renders it; with totals and links in the headers.
Reply listReply(Call &call, std::vector<Row> rows, const std::function<Json(qint64)> &render);

/// "create", "update" and "delete" of up to 100 items; an item that is refused becomes an error inside of the answer.
Reply batchReply(Call &call, const std::function<Reply(const Json &)> &create, const std::function<Reply(qint64, const Json &)> &update,
                 const std::function<Reply(qint64)> &erase);

Reply ordersApi(Call &call);     ///< orders, orders/batch
Reply orderPartsApi(Call &call); ///< orders/ID/refunds, notes, fulfillments
Reply refundsApi(Call &call);    ///< refunds of all orders
Reply productsApi(Call &call);   ///< products, their variations, batches
Reply allVariationsApi(Call &call);
Reply settingsApi(Call &call); ///< settings/GROUP, taxes, system_status, customers

/// What a body says about an order or a product; the reply is the refusal.
std::optional<Reply> applyOrderBody(Shop &shop, Order &order, const Json &body, bool isNew);
std::optional<Reply> applyProductBody(Shop &shop, Product &product, const Json &body, bool isNew);
/// The checks of a single call, which batches skip.
std::vector<InvalidParameter> checkProductBody(const Json &body);
std::vector<Meta> appliedMeta(Shop &shop, std::vector<Meta> meta, const Json &body);

/// A call as it comes from the net, already let in.
Reply callApi(Shop &shop, FaultPlan &faults, const web::Request &request);

} // namespace channels::practicestore
