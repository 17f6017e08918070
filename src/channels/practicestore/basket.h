#pragma once

#include "channels/practicestore/shop.h"
#include "channels/web/message.h"

/// What a person at the pages is about to buy. It lies in a cookie: "12.2_15.1" is two of product 12 and one of product 15.
namespace channels::practicestore {

struct BasketItem {
    Product *product;
    int quantity;
};

std::vector<BasketItem> basketOf(Shop &shop, const WebRequest &request); ///< what cannot be read or bought is left out
void setBasket(WebAnswer &answer, const std::vector<BasketItem> &items);
QString basketTable(Shop &shop, const std::vector<BasketItem> &items, bool editable);
WebAnswer basketPage(Shop &shop, const std::vector<BasketItem> &items);
WebAnswer changeBasket(Shop &shop, const WebRequest &request); ///< adds an article or sets quantities

WebAnswer checkoutPage(Shop &shop, const std::vector<BasketItem> &items, const Query &form, const QString &problem);
WebAnswer checkOut(Shop &shop, const WebRequest &request);
WebAnswer thanksPage(Shop &shop, qint64 order, const QString &key); ///< the buyer's own; only who knows the order's key sees it

} // namespace channels::practicestore
