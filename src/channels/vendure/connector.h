#pragma once

#include "channels/changemark.h"
#include "channels/vendure/readorder.h"
#include "channels/vendure/shop.h"

namespace channels::vendure {

/// A Vendure shop over its Admin API. Options: channel_token (of another channel than the default one), location (id or name of the stock
/// location that Purser keeps; the oldest if not set), states (see Vocabulary), tax_categories (our tax
/// class -> the shop's category), fulfillment_handler (manual-fulfillment if not set), recheck_days
/// (how old an order may be for its payments, refunds and fulfilments to be looked at in every pull; 60 if not set, 0: never).
class ShopConnector : public Connector {
public:
    ShopConnector(Http &http, Access access);

    Capabilities capabilities() const override;
    ShopInfo probe() override;
    OrderPage ordersChanged(const Window &window, const QString &page) override;
    RemoteOrder order(const QString &externalId) override;
    RemoteOrder readOrder(const Json &raw) const override;
    ProductPage products(const QString &page) override;
    std::vector<ItemResult> setStock(const std::vector<StockLevel> &items) override;
    std::vector<ItemResult> setPrices(const std::vector<PriceLevel> &items) override;
    std::vector<ItemResult> saveProducts(const std::vector<ProductContent> &items) override;
    ItemResult tellShipment(const ShipmentNotice &notice) override;

private:
    struct PageMark;
    struct Rows {
        Json data;
        std::vector<ListRow> rows;
    };
    Json askList(const QString &document, Json options, qint64 &take);
    Rows askRows(const Window &window, const PageMark &page);
    std::vector<RemoteOrder> allOf(const Json &data, size_t from) const;
    std::vector<RemoteOrder> silentlyChanged(const Json &page, const Window &window);
    qint64 recheckDays() const;

    Client m_client;
    ShopFacts m_shop;
    Vocabulary m_vocabulary;
    qint64 m_take = 100;      ///< orders of a page; less where the shop allows less
    qint64 m_takeShort = 500; ///< of a page that names little of each
};

} // namespace channels::vendure
