#pragma once

#include "core/sales/salesorder.h"

/// Turns a draft into a promise: goods are allocated, what is short is backordered. Refuses: not a draft, a blocked customer, the credit
/// limit, lines without a product.
Result<SalesOrder> confirmOrder(Tx &tx, Id<SalesOrder> order);
/// Puts an order on hold with a reason; allocated goods stay allocated. Refuses once all goods are shipped.
Result<SalesOrder> holdOrder(Tx &tx, Id<SalesOrder> order, const QString &reason);
/// Ends the hold: confirms it as far as that is open still. Refuses: not on hold, lines without a product, and, unless a channel sent it, a
/// blocked customer and the credit limit.
Result<SalesOrder> releaseOrder(Tx &tx, Id<SalesOrder> order);

/// Whether a customer may order for so much more: refuses whoever is suspended or on credit hold ("customer_hold"), and the credit limit.
Result<> checkCredit(Tx &tx, Id<Party> customer, Money more, ExchangeRate rate);
/// The credit limit alone ("credit_limit"). What is ordered already counts.
Result<> checkLimit(Tx &tx, Id<Party> customer, Money more, ExchangeRate rate);
/// Allocates what the lines lack as far as there is stock, changes the lines in memory and writes the allocations.
void allocateLines(Tx &tx, const SalesOrder &order, std::vector<SalesLine> &lines);
/// Takes promises of one line back until `quantity` is free; the line itself is left as it is.
void releaseLine(Tx &tx, const SalesLine &line, Quantity quantity);
