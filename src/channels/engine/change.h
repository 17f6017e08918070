#pragma once

#include "channels/engine/apply.h"

namespace channels {

/// The hold of an order whose buyer has not paid yet.
QString awaitingPayment();

/// Brings an order that the company has to what the channel says now: money, lines, addresses and note, as far as the goods allow. What they do not
/// allow is one exception, which shows the difference; while goods of it are still to be shipped, the order waits on hold with the same words. The
/// message that an order names is the last one whose lines and addresses were applied (or accepted): the next one is compared with that.
Result<Applied> applyChange(Tx &tx, const Channel &channel, const Connector &connector, const SalesOrder &order, const RemoteOrder &now,
                            Id<InboundMessage> message);
/// The shop cancelled: what is not shipped is given up. Refuses, after that, where goods are shipped and not returned.
Result<> cancelAsTold(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &now);
/// An order that the engine held goes on when nothing is left that held it: no open exception, no payment that is missing.
Result<> releaseIfClear(Tx &tx, Id<SalesOrder> order, RemoteState state);
/// What differs between two versions of an order, in words; empty if its lines and charges are the same.
QString differenceOfLines(const RemoteOrder &before, const RemoteOrder &now);

} // namespace channels
