#include "channels/contract.h"
#include "venduretest.h"

#include <algorithm>

using namespace channels;

namespace {

/// As much of a Vendure shop as the contract needs.
class VendureShop : public ContractShop {
public:
    VendureShop() { check = expectPublishedDocument; }

    std::unique_ptr<Connector> connect() override
    {
        const Instant noon = *Instant::parse("2026-11-23T12:00:00Z");
        return std::make_unique<vendure::ShopConnector>(*this, vendureAccess({"superadmin", "top-secret"}, Json::object(), noon));
    }

    void place(int orders, Instant changedAt) override
    {
        for (int i = 0; i < orders; ++i) {
            Json order = plainVendureOrder();
            order.set("id", QString::number(1000 + m_orders.size()));
            m_orders.push_back(order);
            touch(m_orders.size() - 1, changedAt);
        }
    }

    void touch(size_t order, Instant changedAt) override
    {
        m_orders[order].set("updatedAt", changedAt.toDateTime().toString("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    }

    std::vector<ListingRef> listings() const override { return {{"MUG", "10", "1"}, {"GONE", "99", "9"}}; }
    qint64 stockOf(const ListingRef &listing) const override { return m_stock.at(listing.externalId); }
    std::pair<QString, QString> firstOrder() const override { return {"1000", "1"}; }
    int shipmentsOf(const QString &) const override { return int(m_fulfilments.size()); }

protected:
    Response answerTo(const Request &request) override
    {
        const Json body = *Json::parse(request.body);
        const QString document = body["query"].text();
        const Json &variables = body["variables"];
        if (document.contains("login("))
            return answer(jsonText("{'data':{'login':{'__typename':'CurrentUser','id':'1'}}}"), 200, {{"vendure-auth-token", "token"}});
        if (document.contains("orders(options:$options)"))
            return data(list(variables["options"]));
        if (document.contains("order(id:$id)"))
            return data(oneOrder());
        if (document.contains("activeChannel"))
            return data("{'activeChannel':{'code':'c','token':'t','defaultLanguageCode':'en','defaultCurrencyCode':'EUR','pricesIncludeTax':true},"
                        "'globalSettings':{'serverConfig':{'moneyStrategyPrecision':2}}}");
        if (document.contains("stockLocations("))
            return data("{'stockLocations':{'items':[{'id':'1','name':'Default'}]}}");
        if (document.contains("updateProductVariants("))
            return update(variables["input"]);
        if (document.contains("addFulfillmentToOrder("))
            return add(variables["input"]);
        if (document.contains("transitionFulfillmentToState("))
            return transition();
        if (document.contains("productVariant(id:"))
            return data("{'productVariant':{'id':'10','productId':'1','product':{'variants':[{'id':'10'}]}}}");
        return data("{'orders':{'totalItems':0},'productVariants':{'totalItems':0,'items':[]},'updateProduct':{'id':'1'}}");
    }

private:
    static bool passes(const QString &moment, const Json &bounds)
    {
        const QString lowest = bounds["after"].text();
        const QString highest = bounds["before"].text();
        return (lowest.isEmpty() || moment > lowest) && (highest.isEmpty() || moment < highest);
    }

    Json list(const Json &options) const
    {
        std::vector<Json> matching;
        for (const Json &order : m_orders)
            if (passes(order["updatedAt"].text(), options["filter"]["updatedAt"])
                && passes(order["orderPlacedAt"].text(), options["filter"]["orderPlacedAt"]))
                matching.push_back(order);
        const QString sort = options["sort"].members().front().first;
        std::stable_sort(matching.begin(), matching.end(),
                         [&](const Json &a, const Json &b) { return a[QStringView(sort)].text() < b[QStringView(sort)].text(); });
        JsonArray items;
        const auto skip = size_t(options["skip"].toInteger());
        for (size_t i = skip; i < std::min(matching.size(), skip + size_t(options["take"].toInteger())); ++i)
            items.push_back(matching[i]);
        Json result = jsonText("{'activeChannel':{'pricesIncludeTax':true},'globalSettings':{'serverConfig':{'moneyStrategyPrecision':2}}}");
        result.set("orders", Json::object({{"totalItems", qint64(matching.size())}, {"items", items}}));
        return result;
    }

    Json oneOrder() const
    {
        Json order = m_orders.front();
        order.set("fulfillments", m_fulfilments);
        return Json::object({{"activeChannel", jsonText("{'pricesIncludeTax':true}")}, {"order", order}});
    }

    /// All or nothing.
    Response update(const Json &input)
    {
        for (const Json &variant : input.items())
            if (variant["id"].text() == u"99")
                return answer(fileJson("vendure/recorded/update_stock_partly_bad.json")["body"]);
        JsonArray updated;
        for (const Json &variant : input.items()) {
            Json answered = Json::object({{"id", variant["id"]}, {"stockLevels", variant["stockLevels"]}, {"priceWithTax", variant["price"]}});
            if (!variant["stockLevels"].items().empty())
                m_stock[variant["id"].text()] = variant["stockLevels"].at(0)["stockOnHand"].toInteger();
            updated.push_back(answered);
        }
        return data(Json::object({{"updateProductVariants", updated}}));
    }

    Response add(const Json &input)
    {
        const Json method = input["handler"]["arguments"].at(0)["value"];
        m_fulfilments.push_back(
            Json::object({{"id", QString::number(m_fulfilments.size() + 1)}, {"state", "Pending"}, {"method", method}, {"lines", input["lines"]}}));
        return data(Json::object({{"addFulfillmentToOrder", m_fulfilments.back()}}));
    }

    Response transition()
    {
        if (m_fulfilments.back()["state"].text() == u"Shipped")
            return recordedAnswer("vendure/recorded/error_fulfillment_transition.json");
        m_fulfilments.back().set("state", "Shipped");
        return data(Json::object({{"transitionFulfillmentToState", m_fulfilments.back()}}));
    }

    std::vector<Json> m_orders;
    std::map<QString, qint64> m_stock;
    JsonArray m_fulfilments;
};

std::unique_ptr<ContractShop> makeShop() { return std::make_unique<VendureShop>(); }

} // namespace

INSTANTIATE_TEST_SUITE_P(Vendure, ConnectorContract, testing::Values(&makeShop));
