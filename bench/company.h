#pragma once

#include "channels/engine/channel.h"

/// The company that is measured: a wholesaler with one web shop. Everything about it follows from numbers, so that each run makes the same.
namespace bench {

constexpr int products = 5'000;
constexpr int customers = 2'000;

QString skuOf(int product);
QString nameOf(int product);
QString barcodeOf(int product);
QString emailOf(int customer);
/// Net price of one unit, in cents.
int priceOf(int product);

/// What it has on its shelves, and where its shop is.
struct Size {
    int products = bench::products;
    QString url = QStringLiteral("https://shop.example");
    std::vector<QString> secrets{}; ///< of the shop; none: nobody talks to it
    bool prices = false;            ///< every product has one, so that it can be offered
};
/// Founds it with its products in stock, its customers and its shop.
Result<Session> found(const sql::Locator &where, const Size &size = {});
Result<Session> open(const sql::Locator &where);
Channel shop(Session &session);
/// How many web orders it has.
qint64 orders(Session &session);
/// Sums and the end of the journal's chain, to see whether two companies hold the same.
QString state(Session &session);

/// When web order `number` was placed: one every thirty seconds.
Instant timeOf(qint64 number);

} // namespace bench
