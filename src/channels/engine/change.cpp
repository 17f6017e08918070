#include "channels/engine/change.h"

#include "base/planted.h"
#include "channels/engine/buyers.h"
#include "channels/engine/exception.h"
#include "channels/engine/message.h"
#include "core/billing/amendorder.h"
#include "core/billing/invoice.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Change", text); }

QString awaitingPayment() { return tr("Waiting for payment"); }

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
    Quantity waiting;
    QStringList gone;
    for (const SalesLine &line : linesOf(tx, order)) {
        if (!line.isGoods() || line.isKit())
            continue;
        waiting += line.outstanding();
        if (line.shipped > line.returned)
            gone << QStringLiteral("%1 x %2").arg((line.shipped - line.returned).toString(), line.sku);
    }
    if (waiting.isPositive() && order.state < OrderState::Closed)
        if (auto cancelled = cancelOrder(tx, id, {}, tr("Cancelled by %1").arg(channel.name)); !cancelled)
            return cancelled.error();
    if (!gone.isEmpty())
        return refuse(
            QStringLiteral("changed_after_ship"),
            tr("it was cancelled (%1), but %2 are shipped. Take them back by a return.").arg(now.shopState, gone.join(QStringLiteral(", "))));
    tx.run("UPDATE sync_exception SET resolution = 'cancelled', resolved_at = ?, version = version + 1 WHERE order_id = ? AND resolution = '' AND "
           "kind <> "
           "'refund'",
           tx.now(), id);
    return Done{};
}

Result<> releaseIfClear(Tx &tx, Id<SalesOrder> id, RemoteState state)
{
    const SalesOrder order = tx.get(id);
    if (order.state != OrderState::OnHold)
        return Done{};
    // Who else put it on hold, for a reason of their own, ends that.
    const bool ours =
        order.hold == awaitingPayment() || tx.number("SELECT COUNT(*) FROM sync_exception WHERE order_id = ? AND message = ?", id, order.hold) > 0;
    if (!ours
        || tx.number("SELECT COUNT(*) FROM sync_exception WHERE order_id = ? AND resolution = '' AND kind NOT IN ('no_stock', 'refund')", id) > 0)
        return Done{};
    if (state == RemoteState::Awaiting) {
        if (order.hold != awaitingPayment())
            tx.run("UPDATE sales_order SET hold = ?, version = version + 1 WHERE id = ?", awaitingPayment(), id);
        return Done{};
    }
    const auto held = holdOverLimit(tx, id);
    if (!held)
        return held.error();
    if (*held)
        return Done{};
    if (auto released = releaseOrder(tx, id); !released)
        return released.error();
    return Done{};
}

namespace {

bool isOver(const RemoteOrder &order) { return order.state == RemoteState::Cancelled || order.state == RemoteState::Refunded; }

/// One version of an order after another, carried out part by part: what one part cannot do does not hold up the others.
class Change {
public:
    Change(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &before, const RemoteOrder &now, Id<InboundMessage> message)
        : m_tx(tx), m_channel(channel), m_id(order), m_before(before), m_now(now), m_message(message), m_state(tx.get(order).state)
    {}

    Result<Applied> carryOut()
    {
        money(bookPayments);
        const auto picked = pickedUnits();
        if (m_now.state == RemoteState::Cancelled) {
            money(bookRefunds); // while there is something to take off
            cancel();
        } else {
            contents();
            if (m_contentsApplied)
                money(bookRefunds);
            else
                refundsWait();
        }
        if (auto told = tellWhatIsPickedInVain(picked); !told)
            return told.error();
        takeOverNote();
        if (m_contentsApplied)
            m_tx.run("UPDATE sales_order SET message_id = ?, version = version + 1 WHERE id = ?", m_message, m_id);
        if (auto told = tell(); !told)
            return told.error();
        m_changed = m_changed || m_tx.get(m_id).state != m_state;
        return Applied{m_changed || !m_refused.isEmpty() ? Outcome::Changed : Outcome::Unchanged, m_raised};
    }

private:
    template <class Book> void money(Book book)
    {
        const auto booked = m_tx.attempt([&](Tx &tx) { return book(tx, m_channel, m_id, m_now); });
        if (!booked) {
            m_refused << booked.error().text;
            return;
        }
        m_changed = m_changed || booked->any;
        m_raised += booked->raised;
    }

    /// A refund of something that could not be changed yet would be taken off twice.
    void refundsWait()
    {
        for (const RemoteRefund &refund : m_now.refunds)
            if (isToBook(m_tx, m_channel, m_now, refund))
                m_refused << tr("A refund of %1 waits for it.").arg(refund.amount.toString());
    }

    std::map<int, Quantity> pickedUnits()
    {
        std::map<int, Quantity> picked;
        for (const SalesLine &line : linesOf(m_tx, m_tx.get(m_id)))
            picked[line.line] = line.picked;
        return picked;
    }

    /// Units that were refunded while somebody had them in their hands: a person puts them back and says so.
    Result<> tellWhatIsPickedInVain(const std::map<int, Quantity> &before)
    {
        const SalesOrder order = m_tx.get(m_id);
        QStringList units;
        for (const SalesLine &line : linesOf(m_tx, order))
            if (const auto was = before.find(line.line); was != before.end() && was->second > line.picked && !line.isKit())
                units << QStringLiteral("%1 x %2").arg((was->second - line.picked).toString(), line.sku);
        if (units.isEmpty() || order.state == OrderState::Cancelled)
            return Done{}; // of a cancelled order, whoever goes on with it is told so
        const Trouble trouble{QStringLiteral("put_back"), m_now.externalId,
                              tr("%1: %2 are picked and not wanted any more. Put them back.").arg(order.number, units.join(QStringLiteral(", ")))};
        m_raised += raise(m_tx, m_channel, trouble, m_now.externalId, m_message, m_id);
        return hold(trouble.message);
    }

    /// Nobody goes on with an order of which goods are to be shipped before somebody has decided.
    Result<> hold(const QString &why)
    {
        const SalesOrder order = m_tx.get(m_id);
        const auto lines = linesOf(m_tx, order);
        const bool isWaiting =
            std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.isGoods() && l.outstanding().isPositive(); });
        if (!isWaiting || order.state < OrderState::Confirmed || order.state > OrderState::PartlyShipped)
            return Done{};
        const auto held = holdOrder(m_tx, m_id, why);
        return held ? Result<>(Done{}) : Result<>(held.error());
    }

    void cancel()
    {
        if (planted("cancel_not_heard"))
            return;
        const bool was = m_tx.get(m_id).state == OrderState::Cancelled;
        if (m_before.state == RemoteState::Cancelled && !was)
            return; // it was told before, and what could be done is done
        const auto cancelled = cancelAsTold(m_tx, m_channel, m_id, m_now);
        m_contentsApplied = bool(cancelled);
        m_changed = m_changed || !was;
        if (!cancelled)
            m_refused << cancelled.error().text;
    }

    void contents()
    {
        const auto done = m_tx.attempt([&](Tx &) { return takeOver(); });
        m_contentsApplied = bool(done);
        if (!done)
            m_refused << done.error().text;
    }

    Result<> takeOver()
    {
        const SalesOrder order = m_tx.get(m_id);
        if (isOver(m_before) && !isOver(m_now) && order.state == OrderState::Cancelled)
            return refuse(QStringLiteral("changed_after_ship"), tr("it was cancelled, and is open again (%1)").arg(m_now.shopState));
        if (m_now.state == RemoteState::Refunded)
            return Done{};
        if (const QString difference = differenceOfLines(m_before, m_now); !difference.isEmpty()) {
            if (auto taken = takeOverLines(order); !taken)
                return refuse(taken.error().code, QStringList{difference + u'.', taken.error().text, taken.error().hint}.join(u' ').trimmed());
            m_changed = true;
        }
        return takeOverAddresses();
    }

    Result<> takeOverLines(const SalesOrder &order)
    {
        const auto was = translate(m_tx, m_channel, m_before, m_message, order.party);
        if (!was)
            return was.error();
        const auto is = translate(m_tx, m_channel, m_now, m_message, order.party);
        if (!is)
            return is.error();
        if (auto amended = amendOrder(m_tx, m_id, was->order, is->order, tr("Changed in %1").arg(m_channel.name)); !amended)
            return amended.error();
        for (const Trouble &trouble : is->troubles)
            m_raised += raise(m_tx, m_channel, trouble, m_now.externalId, m_message, m_id);
        settleOthers(is->troubles);
        if (!is->troubles.empty() && m_tx.get(m_id).state != OrderState::OnHold)
            if (auto held = holdOrder(m_tx, m_id, is->troubles.front().message); !held)
                return held.error();
        const auto held = m_now.state == RemoteState::Awaiting ? Result<bool>(false) : holdOverLimit(m_tx, m_id);
        if (!held)
            return held.error();
        m_raised += *held;
        return Done{};
    }

    /// Troubles that the order had and does not have any more: the shop has mended them.
    void settleOthers(const std::vector<Trouble> &troubles)
    {
        for (const SyncException &open : m_tx.all<SyncException>(
                 "order_id = ? AND resolution = '' AND kind NOT IN ('no_stock', 'changed_after_ship', 'put_back', 'refund')", m_id))
            if (std::none_of(troubles.begin(), troubles.end(), [&](const Trouble &t) { return t.kind == open.kind && t.subject == open.subject; }))
                m_tx.run("UPDATE sync_exception SET resolution = 'changed', resolved_at = ?, version = version + 1 WHERE id = ?", m_tx.now(),
                         open.id);
    }

    Result<> takeOverAddresses()
    {
        const bool moved = !(addressOf(m_before.shipping) == addressOf(m_now.shipping));
        const bool billed = !(addressOf(m_before.billing) == addressOf(m_now.billing));
        if (!moved && !billed)
            return Done{};
        const OrderDocument ours = loadOrder(m_tx, m_id);
        const bool isWaiting =
            std::any_of(ours.lines.begin(), ours.lines.end(), [](const SalesLine &l) { return l.isGoods() && l.outstanding().isPositive(); });
        const bool isGone = std::any_of(ours.lines.begin(), ours.lines.end(), [](const SalesLine &l) { return l.shipped.isPositive(); });
        if (moved && isGone && !isWaiting)
            return refuse(QStringLiteral("changed_after_ship"),
                          tr("it goes to %1 now, but the goods are shipped.").arg(addressOf(m_now.shipping).lines().join(QStringLiteral(", "))));
        if (billed && !invoicesOf(m_tx, m_id).empty())
            return refuse(QStringLiteral("changed_after_ship"),
                          tr("the invoice goes to %1 now, but it is made.").arg(addressOf(m_now.billing).lines().join(QStringLiteral(", "))));
        m_changed = true;
        return changeAddresses(m_tx, m_id, billed ? addressOf(m_now.billing) : ours.billing, moved ? addressOf(m_now.shipping) : ours.deliverTo());
    }

    void takeOverNote()
    {
        if (m_before.note == m_now.note || m_tx.get(m_id).note == m_now.note)
            return;
        m_tx.run("UPDATE sales_order SET note = ?, version = version + 1 WHERE id = ?", m_now.note, m_id);
        m_changed = true;
    }

    /// What was refused is one exception and, while goods are to be shipped, a hold; where nothing is refused any more, both end.
    Result<> tell()
    {
        const QString kind = QStringLiteral("changed_after_ship");
        const auto open = m_tx.first<SyncException>("order_id = ? AND kind = ? AND resolution = ''", m_id, kind);
        if (m_refused.isEmpty()) {
            if (open)
                m_tx.run("UPDATE sync_exception SET resolution = 'applied', resolved_at = ?, version = version + 1 WHERE id = ?", m_tx.now(),
                         open->id);
            return releaseIfClear(m_tx, m_id, m_now.state);
        }
        const SalesOrder order = m_tx.get(m_id);
        const QString text = tr("%1 was changed in the shop: %2").arg(order.number, m_refused.join(u' '));
        if (open)
            m_tx.run("UPDATE sync_exception SET message = ?, message_id = ?, version = version + 1 WHERE id = ?", text, m_message, open->id);
        else
            m_raised += raise(m_tx, m_channel, {kind, m_now.externalId, text}, m_now.externalId, m_message, m_id);
        if (open && order.state == OrderState::OnHold && order.hold == open->message)
            m_tx.run("UPDATE sales_order SET hold = ?, version = version + 1 WHERE id = ?", text, m_id);
        return hold(text);
    }

    Tx &m_tx;
    const Channel &m_channel;
    Id<SalesOrder> m_id;
    const RemoteOrder &m_before, &m_now;
    Id<InboundMessage> m_message;
    OrderState m_state;
    bool m_contentsApplied = true;
    bool m_changed = false;
    int m_raised = 0;
    QStringList m_refused;
};

} // namespace

Result<Applied> applyChange(Tx &tx, const Channel &channel, const Connector &connector, const SalesOrder &order, const RemoteOrder &now,
                            Id<InboundMessage> message)
{
    const bool wasAskedFor = !now.listedHash.isEmpty();
    if (!wasAskedFor
        && tx.number("SELECT COUNT(*) FROM inbound_message WHERE channel_id = ? AND kind = 'order' AND external_id = ? AND changed_at > ?",
                     channel.id, now.externalId, now.changedAt)
               > 0)
        return Applied{Outcome::Unchanged, 0}; // an older version that arrives late
    const auto previous = order.message ? tx.find(order.message) : std::nullopt;
    const RemoteOrder before = previous ? readKept(channel, connector, *previous) : now;
    return Change(tx, channel, order.id, before, now, message).carryOut();
}

} // namespace channels
