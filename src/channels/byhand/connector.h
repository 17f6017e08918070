#pragma once

#include "channels/channel.h"

namespace channels::byhand {

/// A site that people serve. There is nothing to talk to; what was typed, pasted or read from a file is kept as orders are, and is read again here.
class HandConnector : public Connector {
public:
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
};

} // namespace channels::byhand
