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
    Quantity onHand;
    Quantity allocated;

    Quantity available() const { return onHand - allocated; }
};

/// By SKU, from one on (it included; empty: from the beginning). `words` as the search of products compares them.
std::vector<ProductRow> productRows(Tx &tx, const QString &words, bool onlyShort, const QString &from, int limit);
std::pair<std::vector<QString>, qint64> productAnchors(Tx &tx, const QString &words, bool onlyShort, int step);
