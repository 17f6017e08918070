#pragma once

#include "core/sales/pickorder.h"

/// Gives up what is not shipped yet: promises are taken back, picking stops. `part` empty: all of it. Refuses: everything is shipped.
/// Money that was received stays the customer's until it is refunded.
Result<SalesOrder> cancelOrder(Tx &tx, Id<SalesOrder> order, const Part &part = {}, const QString &reason = {});
/// Nothing more is expected of it. Refuses: goods outstanding, not invoiced, not paid.
Result<SalesOrder> closeOrder(Tx &tx, Id<SalesOrder> order);
/// Takes a cancel back: everything that was given up is wanted and promised again, and the order waits on hold with a reason. Refuses: not
/// cancelled.
Result<SalesOrder> reopenOrder(Tx &tx, Id<SalesOrder> order, const QString &reason);
