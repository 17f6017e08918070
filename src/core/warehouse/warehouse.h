#pragma once

#include "core/stock/stock.h"

/// The warehouse's work on stock itself: what comes in, what a count finds, what moves between shelves. What arrives is promised at once to
/// the orders that wait for it.

/// A receipt without a purchase order: goods enter at `cost` (of one unit). Inventory against goods received not invoiced.
struct Receipt {
    Id<Product> product;
    Quantity quantity;
    std::optional<UnitPrice> cost; ///< none: the moving average, or zero where there is none yet
    Id<Location> location;         ///< none: the company's
    Id<Party> supplier;
    QString memo;
};
struct GoodsReceipt;
Result<Id<GoodsReceipt>> receiveGoods(Tx &tx, const std::vector<Receipt> &lines, QDate day);

/// A count: what is really on the shelf. The difference moves to or from shrinkage and is posted. Refuses: fewer than are promised to orders
/// ("no_stock"), a service, a place that is no shelf.
Result<> adjustStock(Tx &tx, Id<Product> product, Id<Location> location, Quantity counted, QDate day, const QString &reason);
/// Between two internal locations; what is promised to orders stays.
Result<> transferStock(Tx &tx, Id<Product> product, Id<Location> from, Id<Location> to, Quantity quantity, QDate day, const QString &memo);
