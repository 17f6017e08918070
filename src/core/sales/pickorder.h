#pragma once

#include "core/sales/salesorder.h"

/// A part of an order: line numbers and how much of them. Empty stands for everything that the step can take.
using Part = std::vector<std::pair<int, Quantity>>;

/// Goods are taken from the shelf. Refuses: on hold, cancelled, nothing allocated, more than is allocated.
Result<SalesOrder> pickOrder(Tx &tx, Id<SalesOrder> order, const Part &part = {});
/// Puts picked goods back on the shelf; they stay allocated. An order on hold allows it, too.
Result<SalesOrder> unpickOrder(Tx &tx, Id<SalesOrder> order);
/// Picked goods are packed. Refuses: nothing picked, more than is picked.
Result<SalesOrder> packOrder(Tx &tx, Id<SalesOrder> order, const Part &part = {});
