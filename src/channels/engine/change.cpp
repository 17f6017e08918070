#include "channels/engine/change.h"

#include "channels/engine/message.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

QString awaitingPayment() { return tr("Waiting for payment"); }

static bool sameAddress(const RemoteAddress &a, const RemoteAddress &b) { return addressOf(a) == addressOf(b); }

QString differenceOfLines(const RemoteOrder &before, const RemoteOrder &now)
{
    QStringList differences;
    const auto name = [](const RemoteLine &line) { return line.sku.isEmpty() ? line.description : line.sku; };
    const auto find = [](const RemoteOrder &order, const QString &id) {
        return std::find_if(order.lines.begin(), order.lines.end(), [&](const RemoteLine &l) { return l.externalId == id; });
    };
    for (const RemoteLine &line : now.lines) {
        const auto old = find(before, line.externalId);
        if (old == before.lines.end())
            differences << tr("%1 x %2 added").arg(line.quantity.toString(), name(line));
        else if (old->quantity != line.quantity)
            differences << tr("%1: %2 instead of %3").arg(name(line), line.quantity.toString(), old->quantity.toString());
        else if (old->net != line.net || old->tax != line.tax || old->sku != line.sku)
            differences << tr("%1: %2 instead of %3").arg(name(line), (line.net + line.tax).toString(), (old->net + old->tax).toString());
    }
    for (const RemoteLine &line : before.lines)
        if (find(now, line.externalId) == now.lines.end())
            differences << tr("%1 removed").arg(name(line));
    if (differences.isEmpty() && before.total != now.total)
        differences << tr("total %1 instead of %2").arg(now.total.toString(), before.total.toString());
    return differences.join(QStringLiteral("; "));
}

Result<> cancelAsTold(Tx &tx, const Channel &channel, Id<SalesOrder> id, const RemoteOrder &now)
{
    const SalesOrder order = tx.lock(id);
    if (order.state == OrderState::Cancelled)
        return Done{};
    for (const SalesLine &line : linesOf(tx, order))
        if (line.shipped.isPositive())
            return refuse(QStringLiteral("changed_after_ship"), tr("it was cancelled (%1), but goods are shipped").arg(now.shopState));
    if (auto cancelled = cancelOrder(tx, id, {}, tr("Cancelled by %1").arg(channel.name)); !cancelled)
        return cancelled.error();
    tx.run("UPDATE sync_exception SET resolution = 'cancelled', resolved_at = ? WHERE order_id = ? AND resolution = ''", tx.now(), id);
    return Done{};
}

namespace {

bool isUntouched(const std::vector<SalesLine> &lines)
{
    return std::none_of(lines.begin(), lines.end(), [](const SalesLine &l) {
        return l.picked.isPositive() || l.shipped.isPositive() || l.invoiced.isPositive() || l.cancelled.isPositive();
    });
}

/// Lines, charges and total are taken over while nothing has been done about them.
Result<int> takeOverLines(Tx &tx, const Channel &channel, const SalesOrder &order, const RemoteOrder &now, Id<InboundMessage> message,
                          const QString &difference)
{
    if (!isUntouched(linesOf(tx, order)))
        return refuse(QStringLiteral("changed_after_ship"), difference);
    auto translated = translate(tx, channel, now, message);
    if (!translated)
        return translated.error();
    if (auto changed = changeOrder(tx, order.id, translated->order); !changed)
        return changed.error();
    int raised = 0;
    for (const Trouble &trouble : translated->troubles)
        raised += raise(tx, channel, trouble, now.externalId, message, order.id);
    if (!translated->troubles.empty() && order.state != OrderState::OnHold)
        if (auto held = holdOrder(tx, order.id, translated->troubles.front().message); !held)
            return held.error();
    return raised;
}

Result<> takeOverAddress(Tx &tx, const SalesOrder &order, const RemoteOrder &now)
{
    for (const SalesLine &line : linesOf(tx, order))
        if (line.shipped.isPositive())
            return refuse(QStringLiteral("changed_after_ship"), tr("the address was changed, but goods are shipped"));
    return changeAddresses(tx, order.id, addressOf(now.billing), addressOf(now.shipping));
}

bool isOver(const RemoteOrder &order) { return order.state == RemoteState::Cancelled || order.state == RemoteState::Refunded; }

bool hasOpenExceptions(Tx &tx, Id<SalesOrder> order)
{
    return tx.number("SELECT COUNT(*) FROM sync_exception WHERE order_id = ? AND resolution = '' AND kind <> 'no_stock'", order) > 0;
}

/// An order that only waited for money goes on when it has come.
Result<> releaseIfPaid(Tx &tx, Id<SalesOrder> id, const RemoteOrder &now)
{
    const SalesOrder order = tx.get(id);
    const bool wasWaiting = order.state == OrderState::OnHold && order.hold == awaitingPayment();
    if (!wasWaiting || now.state == RemoteState::Awaiting || hasOpenExceptions(tx, id))
        return Done{};
    if (auto released = releaseOrder(tx, id); !released)
        return released.error();
    return Done{};
}

} // namespace

Result<Applied> applyChange(Tx &tx, const Channel &channel, const Connector &connector, const SalesOrder &order, const RemoteOrder &now,
                            Id<InboundMessage> message)
{
    const auto previous = order.message ? tx.find(order.message) : std::nullopt;
    if (previous && previous->changedAt > now.changedAt && previous->id != message)
        return Applied{Outcome::Unchanged, 0}; // an older version that arrives late
    const RemoteOrder before = previous ? connector.readOrder(storedJson(*previous)) : now;
    if (isOver(before) && !isOver(now) && order.state == OrderState::Cancelled)
        return refuse(QStringLiteral("changed_after_ship"), tr("it was cancelled, and is open again (%1)").arg(now.shopState));
    Applied applied;
    tx.run("UPDATE sales_order SET message_id = ?, version = version + 1 WHERE id = ?", message, order.id);

    const auto paid = bookPayments(tx, channel, order.id, now);
    if (!paid)
        return paid.error();
    const auto refunded = bookRefunds(tx, channel, order.id, now);
    if (!refunded)
        return refunded.error();
    bool changed = *paid || *refunded;
    if (now.state == RemoteState::Cancelled) {
        const bool was = tx.get(order.id).state == OrderState::Cancelled;
        if (auto cancelled = cancelAsTold(tx, channel, order.id, now); !cancelled)
            return cancelled.error();
        changed = changed || !was;
    } else if (now.state != RemoteState::Refunded) {
        if (const QString difference = differenceOfLines(before, now); !difference.isEmpty()) {
            const auto raised = takeOverLines(tx, channel, tx.get(order.id), now, message, difference);
            if (!raised)
                return raised.error();
            applied.exceptions += *raised;
            changed = true;
        } else if (!sameAddress(before.shipping, now.shipping) || !sameAddress(before.billing, now.billing)) {
            if (auto moved = takeOverAddress(tx, order, now); !moved)
                return moved.error();
            changed = true;
        }
        if (before.note != now.note) {
            tx.run("UPDATE sales_order SET note = ?, version = version + 1 WHERE id = ?", now.note, order.id);
            changed = true;
        }
        if (auto released = releaseIfPaid(tx, order.id, now); !released)
            return released.error();
        changed = changed || tx.get(order.id).state != order.state;
    }
    applied.outcome = changed ? Outcome::Changed : Outcome::Unchanged;
    return applied;
}

} // namespace channels
