#pragma once

#include "channels/practicestore/shop.h"

/// The store's things in the words of the interface: every member and type that the real shop was seen to send.
namespace channels::practicestore {

QString utcText(Instant at);                     ///< "2026-11-23T07:27:52": no zone, as the platform writes it
QString localText(const Shop &shop, Instant at); ///< the same on the shop's clock
QString escaped(const QString &text);            ///< "&" as "&amp;", unless it begins an entity already
Json digitsOf(double value);                     ///< as short as it can be read back exactly
Json links(const Shop &shop, const QString &path, const QStringList &allow, const QString &up = {});
Json metaJson(const std::vector<Meta> &meta);

/// Amounts with so many digits; 2 unless asked otherwise.
Json orderJson(const Shop &shop, const Order &order, int digits = 2);
Json refundJson(const Shop &shop, const Order &order, const Refund &refund, int digits = 2);
Json noteJson(const Shop &shop, const Order &order, const Note &note);
/// In a list `is_fulfilled` is the text "1", in the answer to its creation it is true.
Json fulfilmentJson(const Order &order, const Fulfilment &fulfilment, bool listed);

Json productJson(Shop &shop, const Product &product); ///< of a variation too, as a search by SKU shows it
Json variationJson(Shop &shop, const Product &product);
Json taxRateJson(const Shop &shop, const TaxRate &rate);
Json customerJson(const Shop &shop, const Customer &customer);
Json addressJson(const Address &address, bool withEmail);

inline QString apiPath(const QString &path) { return QStringLiteral("/wp-json/wc/v3/") + path; }

} // namespace channels::practicestore
