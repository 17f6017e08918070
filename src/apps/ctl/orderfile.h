#pragma once

#include "base/json.h"
#include "channels/byhand/weborder.h"
#include "core/sales/enterorder.h"

namespace ctl {

/// An order as a file says it: customer, lines (sku, quantity, unit_price, discount in percent), reference, note, billing, delivery, total. A member
/// that it does not know is refused: it would be a misspelt one.
Result<NewOrder> orderFrom(Tx &tx, const Json &json);

/// An order of a site that people serve by hand: channel, external_number, site_total, lines (sku, quantity, unit_price, description), shipping,
/// discount, tax, payment (paid, awaited, on_account), payment_method, customer or billing, delivery, placed_at, note, hold.
Result<channels::byhand::WebOrder> webOrderFrom(Tx &tx, const Channel &channel, const Json &json);

} // namespace ctl
