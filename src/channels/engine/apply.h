#pragma once

#include "channels/channel.h"
#include "channels/engine/channel.h"
#include "channels/engine/match.h"
#include "core/sales/salesorder.h"

/// What a channel sent becomes a sales order, or a change of one, or an exception. All of it in the caller's transaction: the message, the order, its
/// allocations and postings are stored together or not at all.
namespace channels {

enum class Outcome { Unchanged, Created, Changed, Ignored };

struct Applied {
    Outcome outcome = Outcome::Unchanged;
    int exceptions = 0; ///< new ones
};

/// `connector` is only asked to read stored messages again, never to talk.
Result<Applied> applyOrder(Tx &tx, const Channel &channel, const Connector &connector, const RemoteOrder &remote);

/// Applies the newest stored message of an order once more, after a decision changed what it needs. Part of resolving exceptions.
Result<Applied> applyAgain(Tx &tx, const Channel &channel, const Connector &connector, const QString &externalId);

struct Booked {
    bool any = false;
    int raised = 0; ///< new exceptions
};
/// Books what the channel captured and is not booked yet.
Result<Booked> bookPayments(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &remote);
/// Books what went back to the buyer and is not booked yet, by the shop's refund or at the desk: cancels, returns or credits, then refunds. What does
/// not agree with what the desk had booked of it becomes an exception "refund".
Result<Booked> bookRefunds(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &remote);

QString keyOf(const RemoteOrder &remote, const RemoteRefund &refund); ///< of the refund and its payment
bool isToBook(Tx &tx, const Channel &channel, const RemoteOrder &remote, const RemoteRefund &refund);

/// Keeps a trouble until somebody decides. One that is open already for the same order and cause is not doubled; gives back whether it is new.
bool raise(Tx &tx, const Channel &channel, const Trouble &trouble, const QString &externalId, Id<InboundMessage> message, Id<SalesOrder> order);

/// The day on which something that happened at `at` is posted: its own, or today where that lies ahead or in a closed period.
QDate postingDay(Tx &tx, std::optional<Instant> at);

} // namespace channels
