#pragma once

#include "base/json.h"
#include "core/sales/enterorder.h"

namespace ctl {

/// An order as a file says it: customer, lines (sku, quantity, unit_price, discount in percent), reference, note, billing, delivery, channel with
/// external_number, total. A member that it does not know is refused: it would be a misspelt one.
Result<NewOrder> orderFrom(Tx &tx, const Json &json);

} // namespace ctl
