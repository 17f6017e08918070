#pragma once

#include "core/stock/stock.h"

/// What is free to be sold of a product in these warehouses; none: in all of them. Of a kit: as many whole ones as its scarcest component is enough
/// for.
Quantity sellable(Tx &tx, Id<Product> product, const std::vector<Warehouse> &warehouses = {});
