#pragma once

#include "channels/engine/apply.h"

namespace channels {

/// The hold of an order whose buyer has not paid yet.
QString awaitingPayment();

/// Brings an order that the company has to what the channel says now. Before picking all of it is applied; after that what the goods do not allow is
/// refused (and becomes an exception with the difference).
Result<Applied> applyChange(Tx &tx, const Channel &channel, const Connector &connector, const SalesOrder &order, const RemoteOrder &now,
                            Id<InboundMessage> message);
/// The shop cancelled: promises are taken back. Refuses once goods are shipped.
Result<> cancelAsTold(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &now);
/// What differs between two versions of an order, in words; empty if its lines and charges are the same.
QString differenceOfLines(const RemoteOrder &before, const RemoteOrder &now);

} // namespace channels
