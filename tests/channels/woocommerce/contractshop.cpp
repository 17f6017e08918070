#include "channels/contract.h"
#include "wootest.h"

#include <QUrl>
#include <algorithm>

using namespace channels;

namespace {

/// As much of a WooCommerce shop as the contract needs.
class WooShop : public ContractShop {
public:
    WooShop() { check = expectPublished; }

    std::unique_ptr<Connector> connect() override
    {
        const Instant noon = *Instant::parse("2026-11-23T12:00:00Z");
        return std::make_unique<woocommerce::ShopConnector>(*this, wooAccess("https://shop.example", Json::object(), noon));
    }

    void place(int orders, Instant changedAt) override
    {
        for (int i = 0; i < orders; ++i) {
            Json order = plainOrder();
            order.set("id", qint64(1000 + m_orders.size()));
            m_orders.push_back(order);
            touch(m_orders.size() - 1, changedAt);
        }
    }

    void touch(size_t order, Instant changedAt) override
    {
        m_orders[order].set("date_modified_gmt", changedAt.toDateTime().toString("yyyy-MM-ddTHH:mm:ss"));
    }

    std::vector<ListingRef> listings() const override { return {{"MUG", "10", ""}, {"GONE", "99", ""}}; }
    qint64 stockOf(const ListingRef &listing) const override { return m_stock.at(listing.externalId); }
    std::pair<QString, QString> firstOrder() const override { return {"1000", "1"}; }
    int shipmentsOf(const QString &) const override { return int(m_fulfilments.size()); }

protected:
    Response answerTo(const Request &request) override
    {
        const QString path = QUrl(request.url).path().section("/wp-json", 1);
        if (path.isEmpty())
            return answer(jsonText("{'name':'Shop','home':'https://shop.example','timezone_string':'Europe/Berlin'}"));
        if (path == u"/wc/v3/orders")
            return list(request);
        if (path.endsWith(u"/fulfillments"))
            return fulfilments(request);
        if (path.startsWith(u"/wc/v3/orders/"))
            return answer(m_orders.front());
        if (path == u"/wc/v3/settings/general")
            return recordedAnswer("woocommerce/recorded/settings_general.json");
        if (path == u"/wc/v3/settings/tax")
            return answer(jsonText("[{'id':'woocommerce_prices_include_tax','value':'yes'}]"));
        if (path == u"/wc/v3/products/batch")
            return batch(*Json::parse(request.body));
        if (path == u"/wc/v3/products/10")
            return answer(jsonText("{'id':10,'sku':'MUG','images':[]}"));
        return answer(JsonArray());
    }

private:
    Response list(const Request &request) const
    {
        const QString lowest = queryOf(request, "modified_after");
        const QString highest = queryOf(request, "modified_before");
        JsonArray matching;
        for (const Json &order : m_orders) {
            const QString changed = order["date_modified_gmt"].text();
            if (changed > lowest && (highest.isEmpty() || changed < highest) && queryOf(request, "status") != u"trash")
                matching.push_back(order);
        }
        std::stable_sort(matching.begin(), matching.end(),
                         [](const Json &a, const Json &b) { return a["date_modified_gmt"].text() < b["date_modified_gmt"].text(); });
        const auto first = size_t(queryOf(request, "offset").toInt());
        const auto size = size_t(queryOf(request, "per_page").toInt());
        JsonArray rows;
        for (size_t i = first; i < std::min(matching.size(), first + size); ++i)
            rows.push_back(matching[i]);
        return answer(rows, 200, {{"x-wp-total", QByteArray::number(qulonglong(matching.size()))}});
    }

    Response batch(const Json &body)
    {
        JsonArray rows;
        for (const Json &update : body["update"].items()) {
            if (update["id"].toInteger() == 99) {
                rows.push_back(
                    jsonText("{'id':99,'error':{'code':'woocommerce_rest_product_invalid_id','message':'Invalid ID.','data':{'status':400}}}"));
                continue;
            }
            if (update.contains(u"stock_quantity"))
                m_stock[update["id"].text()] = update["stock_quantity"].toInteger();
            rows.push_back(update);
        }
        return answer(Json::object({{"update", rows}}));
    }

    Response fulfilments(const Request &request)
    {
        if (request.method == "GET")
            return answer(m_fulfilments);
        Json made = *Json::parse(request.body);
        made.set("id", qint64(m_fulfilments.size() + 1));
        m_fulfilments.push_back(made);
        return answer(made, 201);
    }

    std::vector<Json> m_orders;
    std::map<QString, qint64> m_stock;
    JsonArray m_fulfilments;
};

std::unique_ptr<ContractShop> makeShop() { return std::make_unique<WooShop>(); }

} // namespace

INSTANTIATE_TEST_SUITE_P(WooCommerce, ConnectorContract, testing::Values(&makeShop));
