#pragma once

#include "channels/engine/channel.h"
#include "core/sales/salesorder.h"

/// Something that a channel sent and that needs a decision. Kinds: unknown_sku ambiguous_sku totals_differ unknown_tax no_stock customer_hold
/// not_approved credit_limit (of these three the subject is the customer's code) currency duplicate changed_after_ship put_back refund (does not
/// agree with what the desk booked) payload missing_listing held_push (the subject is the field).
struct SyncException {
    Id<SyncException> id;
    qint64 version = 1;
    Id<Channel> channel;
    QString kind;
    QString subject; ///< the cause's name: a SKU, a tax rate, …; the same cause gets the same decision
    QString externalId;
    Id<InboundMessage> messageId;
    Id<SalesOrder> order;
    QString message;    ///< one sentence
    QString resolution; ///< empty while open
    Instant createdAt;
    Instant resolvedAt;
    Id<struct Decision> decision; ///< that resolved it
    Id<InboundMessage> stoodAt;   ///< the message that the order stood at before its difference was accepted
};

template <> struct sql::TableOf<SyncException> {
    static constexpr Table table{
        "sync_exception",
        Column{"id", &SyncException::id},
        Column{"version", &SyncException::version},
        Column{"channel_id", &SyncException::channel},
        Column{"kind", &SyncException::kind},
        Column{"subject", &SyncException::subject},
        Column{"external_id", &SyncException::externalId},
        Column{"message_id", &SyncException::messageId},
        Column{"order_id", &SyncException::order},
        Column{"message", &SyncException::message},
        Column{"resolution", &SyncException::resolution},
        Column{"created_at", &SyncException::createdAt},
        Column{"resolved_at", &SyncException::resolvedAt},
        Column{"decision_id", &SyncException::decision},
        Column{"stood_at", &SyncException::stoodAt},
    };
};

/// What can be done about a kind: link (to a product, a tax or one of the shop's listings), create (the product), accept, approve (the customer on
/// the channel), once (let this order through), cancel (the order), relist (the product in the shop), retire (the product from the channel), ignore,
/// retry.
QStringList actionsFor(const QString &kind);
QString actionLabel(const QString &action); ///< translated

struct Resolution {
    QString action;
    QString sku;       ///< for link of a SKU, or the SKU of a product to be created
    QString tax;       ///< for link of a tax: its code
    QString listing{}; ///< for link of a SKU that the shop has more than once: the shop's id of the one that is meant
};

/// Carries out a decision. It resolves every open exception of the same channel, kind and subject, and is remembered: the next order with the
/// same trouble goes through. Gives back how many exceptions it resolved. Refuses: resolved already, an action that does not fit, an unknown SKU or
/// tax.
Result<int> resolveException(Tx &tx, Id<SyncException> exception, const Resolution &resolution);
/// The same with another reader of the stored messages than the channel's kind.
Result<int> resolveException(Tx &tx, Id<SyncException> exception, const Resolution &resolution, const channels::Connector &reader);
std::vector<SyncException> openExceptions(Tx &tx, Id<Channel> channel = {}); ///< oldest first; none: of all channels
/// What waits for the same decision, the exception itself included: the same channel, kind and subject, or customer. Oldest first.
std::vector<SyncException> waitingLike(Tx &tx, const SyncException &exception);
/// What a decision of this word resolves: all that waits like it; to let through once, and not more, only itself.
std::vector<SyncException> resolvedBy(Tx &tx, const SyncException &exception, const QString &action);
Result<SyncException> findException(Tx &tx, Id<SyncException> id);
