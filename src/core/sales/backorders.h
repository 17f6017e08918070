#pragma once

#include "core/sales/salesorder.h"

/// Promises stock that has become free to the orders that wait for it, oldest first. Gives back how many lines got something.
int allocateBackorders(Tx &tx, Id<Product> product);
