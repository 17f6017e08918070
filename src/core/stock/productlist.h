#pragma once

#include "core/stock/stock.h"

/// What the list of products shows of one: it and its stock over all shelves.
struct ProductRow {
    Id<Product> id;
    QString sku;
    QString name;
    QString barcode;
    QString unit;
    bool active = true;
    bool stocked = true;
    Quantity onHand;
    Quantity allocated;

    Quantity available() const { return onHand - allocated; }
};

struct ProductFilter {
    QString words = {};     ///< as the search of products compares them
    bool onlyShort = false; ///< sold and stocked, but nothing is available
    bool onlyInactive = false;
    Id<Category> category = {}; ///< none: all
    bool turned = false;        ///< from the last SKU to the first
};

/// By SKU, from one on (it included; empty: from the beginning).
std::vector<ProductRow> productRows(Tx &tx, const ProductFilter &filter, const QString &from, int limit);
std::pair<std::vector<QString>, qint64> productAnchors(Tx &tx, const ProductFilter &filter, int step);
