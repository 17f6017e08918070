#pragma once

#include "channels/vendure/shop.h"

namespace channels::vendure {

std::vector<ItemResult> setStock(Client &client, const Shop &shop, const std::vector<StockLevel> &items);
std::vector<ItemResult> setPrices(Client &client, const Shop &shop, const std::vector<PriceLevel> &items);
ItemResult saveProduct(Client &client, const Shop &shop, const ProductContent &content);
ItemResult tellShipment(Client &client, const ShipmentNotice &notice);
ProductPage listProducts(Client &client, const Shop &shop, const QString &page);

/// The shop's pictures of a product, new ones uploaded.
struct Assets {
    JsonArray ids;                                     ///< in the product's order
    std::vector<std::pair<QString, QString>> uploaded; ///< sha256 -> id
    QStringList refused;                               ///< why pictures were not taken
};
Assets uploadAssets(Client &client, const std::vector<ImageContent> &images);

} // namespace channels::vendure
