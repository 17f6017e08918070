#pragma once

#include "channels/woocommerce/client.h"

namespace channels::woocommerce {

std::vector<ItemResult> setStock(Client &client, const std::vector<StockLevel> &items);
std::vector<ItemResult> setPrices(Client &client, const std::vector<PriceLevel> &items);
std::vector<ItemResult> saveProducts(Client &client, const std::vector<ProductContent> &items);
ItemResult saveProduct(Client &client, const ProductContent &content);
ItemResult tellShipment(Client &client, const ShipmentNotice &notice);
ProductPage listProducts(Client &client, const QString &page);

/// A price as WooCommerce takes it: text with a point and exactly the shop's digits. A number is refused and a comma is misread.
QString priceText(UnitPrice price, const Access &access);

} // namespace channels::woocommerce
