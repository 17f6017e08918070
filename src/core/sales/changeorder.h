#pragma once

#include "core/sales/enterorder.h"

/// Replaces everything that an order says (lines, amounts, addresses, notes) by what it says now; promises are made anew. Its number, its
/// customer, its channel's id and what was paid stay. Refuses once goods are picked, shipped or invoiced ("already_picked").
Result<OrderDocument> changeOrder(Tx &tx, Id<SalesOrder> order, const NewOrder &now);

/// Fills in what was not known when an order came in: products on lines that have none, taxes on lines whose taxes do not add up. Goods are promised
/// then. What is known already stays as it is, however far the order has come.
Result<> completeOrder(Tx &tx, Id<SalesOrder> order, const NewOrder &known);

/// What somebody would enter at the desk to get this order: for changing a draft line by line. Prices that came from a list are asked again.
NewOrder enteredAs(const OrderDocument &document);

/// Takes an amount off a line that is not invoiced yet: the customer will owe so much less. Refuses more than the line holds.
Result<> reduceLine(Tx &tx, Id<SalesOrder> order, int line, Money net, Money tax);
/// The same for an amount with tax, spread over all lines in proportion.
Result<> reduceOrder(Tx &tx, Id<SalesOrder> order, Money amount);

Result<> changeAddresses(Tx &tx, Id<SalesOrder> order, const Address &billing, const Address &delivery);
