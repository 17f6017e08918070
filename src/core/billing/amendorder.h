#pragma once

#include "core/sales/enterorder.h"

/// Brings an order to what its buyer wants now, however far it has come: what changed between `before` and `now` is applied to the lines as they
/// stand, and nothing else is touched. Lines are recognised by their kind and external id. What is added or larger is promised and goes out with the
/// rest; what is smaller is taken off what nobody has picked; what is cheaper is credited where it is invoiced. Refuses, and then changes nothing:
/// a closed or cancelled order ("finished"), less than is picked ("already_picked") or shipped ("already_shipped"), part of which was given up here
/// ("already_cancelled"), goods that are dearer than they were invoiced ("already_invoiced"). The sentence names every line that cannot be changed.
Result<SalesOrder> amendOrder(Tx &tx, Id<SalesOrder> order, const NewOrder &before, const NewOrder &now, const QString &reason);
