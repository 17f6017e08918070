#pragma once

#include "channels/woocommerce/client.h"
#include "channels/woocommerce/readorder.h"

namespace channels::woocommerce {

/// A WooCommerce shop over its REST interface, version 3. Options: auth (query: keys in the query where the server drops the header; oauth: signed
/// also over TLS), home (the address that the shop is configured with, where it is called by another one), states, fees (see
/// Vocabulary), tax_classes (our tax class -> the shop's slug), price_decimals, weight_unit (kg, g, lbs, oz), image_base (address of the folder from
/// which the shop may fetch pictures), notify (false: the shop sends the buyer no mail about shipments).
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
    Client m_client;
    Vocabulary m_vocabulary;
};

} // namespace channels::woocommerce
