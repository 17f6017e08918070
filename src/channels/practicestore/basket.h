#pragma once

#include "channels/practicestore/shop.h"
#include "web/form.h"

/// What a person at the pages is about to buy. It lies in a cookie: "12.2_15.1" is two of product 12 and one of product 15.
namespace channels::practicestore {

struct BasketItem {
    Product *product;
    int quantity;
};

std::vector<BasketItem> basketOf(Shop &shop, const web::Request &request); ///< what cannot be read or bought is left out
void setBasket(web::Response &answer, const std::vector<BasketItem> &items);
QString basketTable(Shop &shop, const std::vector<BasketItem> &items, bool editable);
web::Response basketPage(Shop &shop, const std::vector<BasketItem> &items);
web::Response changeBasket(Shop &shop, const web::Request &request); ///< adds an article or sets quantities

web::Response checkoutPage(Shop &shop, const std::vector<BasketItem> &items, const web::Fields &form, const QString &problem);
web::Response checkOut(Shop &shop, const web::Request &request);
web::Response thanksPage(Shop &shop, qint64 order, const QString &key); ///< the buyer's own; only who knows the order's key sees it

} // namespace channels::practicestore
