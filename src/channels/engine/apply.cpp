#include "channels/engine/apply.h"

#include "channels/engine/buyers.h"
#include "channels/engine/change.h"
#include "channels/engine/message.h"
#include "channels/engine/noted.h"
#include "core/billing/payment.h"
#include "core/ledger/period.h"
#include "core/sales/confirmorder.h"
#include "core/sales/enterorder.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Apply", text); }

QString keyOf(const RemoteOrder &remote, const RemoteRefund &refund)
{
    return QStringLiteral("%1/refund/%2").arg(remote.externalId, refund.externalId);
}

bool raise(Tx &tx, const Channel &channel, const Trouble &trouble, const QString &externalId, Id<InboundMessage> message, Id<SalesOrder> order)
{
    if (tx.number("SELECT COUNT(*) FROM sync_exception WHERE channel_id = ? AND kind = ? AND subject = ? AND external_id = ? AND resolution = ''",
                  channel.id, trouble.kind, trouble.subject, externalId)
        > 0)
        return false;
    tx.run("INSERT INTO sync_exception (version, channel_id, kind, subject, external_id, message_id, order_id, message, resolution, created_at) "
           "VALUES (1, ?, ?, ?, ?, ?, ?, ?, '', ?)",
           channel.id, trouble.kind, trouble.subject, externalId, message, order, trouble.message, tx.now());
    return true;
}

QDate postingDay(Tx &tx, std::optional<Instant> at)
{
    const QDate today = tx.today();
    if (!at)
        return today;
    const QDate day = at->dayIn(tx.scene().zone);
    if (day > today || tx.number("SELECT COUNT(*) FROM period WHERE id >= ? AND state <> 0", periodOf(day)) > 0)
        return today;
    return day;
}

namespace {

QString holdReason(const std::vector<Trouble> &troubles, const RemoteOrder &remote)
{
    if (!troubles.empty())
        return troubles.front().message;
    return remote.state == RemoteState::Awaiting ? awaitingPayment() : QString();
}

/// Lines that could not be promised in full are shown, but do not hold the order: they wait for stock.
int raiseShortages(Tx &tx, const Channel &channel, const OrderDocument &document, const RemoteOrder &remote)
{
    int raised = 0;
    for (const SalesLine &line : document.lines) {
        if (!line.isGoods() || line.isKit() || !line.product || !line.backordered().isPositive())
            continue;
        const Trouble shortage{QStringLiteral("no_stock"), line.sku,
                               tr("%1: %2 ordered, %3 could be allocated.").arg(line.sku, line.quantity.toString(), line.allocated.toString())};
        if (ruleFor(tx, channel.id, shortage.kind, shortage.subject).action != QLatin1String("accept"))
            raised += raise(tx, channel, shortage, remote.externalId, document.order.message, document.order.id);
    }
    return raised;
}

/// What the shop had shipped of an order before the channel was joined to the company is history: neither those goods nor their money are in these
/// books, so only the rest comes in.
RemoteOrder withoutHistory(RemoteOrder order)
{
    Money gone(0, order.currency);
    for (RemoteLine &line : order.lines) {
        if (line.kind != RemoteLineKind::Goods || !line.shipped.isPositive())
            continue;
        const Quantity rest = std::max(Quantity(), line.quantity - line.shipped);
        const auto keep = [&](Money &amount) {
            const Money whole = std::exchange(amount, share(amount, rest, line.quantity));
            return whole - amount;
        };
        gone += keep(line.net) + keep(line.tax);
        keep(line.discount);
        for (RemoteTax &tax : line.taxes) {
            keep(tax.base);
            keep(tax.amount);
        }
        line.quantity = rest;
    }
    order.total -= gone;
    for (RemotePayment &payment : order.payments) {
        const Money part = std::min(gone, payment.amount);
        payment.amount -= part;
        gone -= part;
    }
    return order;
}

/// Since then only Purser ships: goods that left all the same are for a person to look at.
void findShippedElsewhere(const RemoteOrder &remote, std::vector<Trouble> &troubles)
{
    for (const RemoteLine &line : remote.lines)
        if (line.kind == RemoteLineKind::Goods && line.shipped.isPositive()
            && (remote.state == RemoteState::Processing || remote.state == RemoteState::Done))
            troubles.push_back({QStringLiteral("payload"), remote.externalId,
                                tr("The shop says that %1 x %2 are shipped already.").arg(line.shipped.toString(), line.sku)});
}

Result<Applied> create(Tx &tx, const Channel &channel, const RemoteOrder &sent, Id<InboundMessage> message)
{
    const bool isOlder = sent.placedAt < channel.createdAt;
    const RemoteOrder remote = isOlder ? withoutHistory(sent) : sent;
    auto translated = translate(tx, channel, remote, message);
    if (!translated)
        return translated.error();
    if (!isOlder)
        findShippedElsewhere(remote, translated->troubles);
    translated->order.hold = holdReason(translated->troubles, remote);
    const auto placed = placeOrder(tx, translated->order, true);
    if (!placed)
        return placed.error();
    const Id<SalesOrder> id = placed->order.id;
    Applied applied{Outcome::Created, 0};
    for (const Trouble &trouble : translated->troubles)
        applied.exceptions += raise(tx, channel, trouble, remote.externalId, message, id);
    applied.exceptions += raiseShortages(tx, channel, *placed, remote);
    if (auto paid = bookPayments(tx, channel, id, remote); !paid)
        return paid.error();
    const auto refunded = bookRefunds(tx, channel, id, remote);
    if (!refunded)
        return refunded.error();
    applied.exceptions += refunded->raised;
    if (remote.state == RemoteState::Cancelled) {
        if (auto cancelled = cancelAsTold(tx, channel, id, remote); !cancelled)
            return cancelled.error();
    } else if (remote.state != RemoteState::Awaiting) {
        const auto held = holdOverLimit(tx, id);
        if (!held)
            return held.error();
        applied.exceptions += *held;
    }
    return applied;
}

/// The channel's order cannot become a sales order: it is kept, with the reason.
Applied setAside(Tx &tx, const Channel &channel, const RemoteOrder &remote, Id<InboundMessage> message, const Error &why)
{
    static const QStringList kinds{QStringLiteral("currency"), QStringLiteral("duplicate"), QStringLiteral("totals_differ"),
                                   QStringLiteral("customer_hold"), QStringLiteral("unknown_tax")};
    const QString kind = kinds.contains(why.code) ? why.code : QStringLiteral("payload");
    const QString subject = kind == QLatin1String("currency") ? remote.currency.code() : remote.externalId;
    return {Outcome::Ignored, raise(tx, channel, {kind, subject, tr("Order %1: %2").arg(remote.number, why.text)}, remote.externalId, message, {})};
}

/// An order that ended before it was ever seen, and without money, is nothing to the company.
bool neverMattered(const RemoteOrder &remote) { return remote.state == RemoteState::Cancelled && remote.payments.empty(); }

/// Everything that could leave has left, whatever the shop calls the order.
bool isShipped(const RemoteOrder &remote)
{
    bool any = false;
    for (const RemoteLine &line : remote.lines) {
        if (line.kind != RemoteLineKind::Goods || !line.quantity.isPositive())
            continue;
        if (line.shipped < line.quantity)
            return false;
        any = true;
    }
    return any;
}

/// An order that was finished before it was ever seen and placed before the channel was joined to the company: its goods and its money are
/// not in these books.
bool isHistory(const Channel &channel, const RemoteOrder &remote)
{
    const bool isFinished = remote.state == RemoteState::Done || remote.state == RemoteState::Cancelled || remote.state == RemoteState::Refunded;
    return (isFinished || isShipped(remote)) && remote.placedAt < channel.createdAt;
}

/// When an order comes or changes, a shop moves its stock of what is on it by itself, and when it does so is its own affair: what it holds is not
/// known any more, and is set anew by the next push. A shop that counts what is on hand only moves what was shipped.
void forgetStock(Tx &tx, const Channel &channel, const Connector &connector, const RemoteOrder &remote)
{
    const std::string moved = connector.capabilities().sharedStockIsOnHand ? " AND l.shipped > 0" : "";
    tx.run(
        "UPDATE listing SET confirmed_stock = NULL, version = version + 1 WHERE channel_id = ? AND confirmed_stock IS NOT NULL AND product_id IN "
        "(SELECT l.product_id FROM sales_order o JOIN sales_line l ON l.order_id = o.id WHERE o.channel_id = ? AND o.external_id = ? AND l.kind = 1 "
        "AND l.kit_line IN (0, l.line)"
            + moved + ")",
        channel.id, channel.id, remote.externalId);
    noteOrdered(tx, channel.id, remote.externalId);
}

/// Whether the order was entered by hand, or fetched from another platform, before the channel became what it is now.
bool isFromBefore(Tx &tx, const Channel &channel, const SalesOrder &order)
{
    const auto message = order.message ? tx.find(order.message) : std::nullopt;
    return message && !message->platform.isEmpty() && message->platform != channel.kind;
}

/// An order that was in the books before Purser talked to this shop: it is the same one and not entered again. Where it stands there otherwise, a
/// person decides.
Result<Applied> adopt(Tx &tx, const Channel &channel, const SalesOrder &order, const RemoteOrder &remote, Id<InboundMessage> message)
{
    QStringList differs;
    std::vector<SalesLine> lines = linesOf(tx, order);
    for (const RemoteLine &line : remote.lines) {
        const Id<Product> product = line.kind == RemoteLineKind::Goods ? matchProduct(tx, channel, line) : Id<Product>();
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) {
            return int(l.kind) == int(line.kind) && l.product == product && (!product || l.quantity == line.quantity);
        });
        if (same != lines.end())
            tx.run("UPDATE sales_line SET external_id = ? WHERE order_id = ? AND line = ?", line.externalId, order.id, same->line);
        else if (line.kind == RemoteLineKind::Goods)
            differs << QStringLiteral("%1 x %2").arg(line.quantity.toString(), subjectOf(line));
        if (same != lines.end())
            lines.erase(same);
    }
    if (order.total != remote.total)
        differs << tr("total %1 instead of %2").arg(remote.total.toString(), order.total.toString());
    tx.run("UPDATE sales_order SET external_id = ?, external_number = ?, message_id = ?, version = version + 1 WHERE id = ?", remote.externalId,
           remote.number, message, order.id);
    Applied applied{Outcome::Changed, 0};
    const auto moved = paymentsOf(tx, order.id);
    const bool isPaid = std::any_of(moved.begin(), moved.end(), [](const Payment &p) { return p.direction == PaymentDirection::Received; });
    if (isPaid) // the shop tells of money that is booked already, also if it went back since
        for (const RemotePayment &paid : remote.payments)
            tx.run("INSERT INTO channel_rule (channel_id, kind, subject, action, target_id, made_at, actor) VALUES (?, 'paid_before', ?, 'accept', "
                   "NULL, "
                   "?, ?) ON CONFLICT (channel_id, kind, subject) DO NOTHING",
                   channel.id, QStringLiteral("%1/%2").arg(remote.externalId, paid.externalId), tx.now(), tx.scene().actor);
    if (auto paid = bookPayments(tx, channel, order.id, remote); !paid)
        return paid.error();
    if (differs.isEmpty() || remote.state == RemoteState::Cancelled) { // else they wait for the decision
        const auto refunded = bookRefunds(tx, channel, order.id, remote);
        if (!refunded)
            return refunded.error();
        applied.exceptions += refunded->raised;
    }
    if (remote.state == RemoteState::Cancelled)
        if (auto cancelled = cancelAsTold(tx, channel, order.id, remote); !cancelled)
            return cancelled.error();
    if (differs.isEmpty() || remote.state == RemoteState::Cancelled)
        return applied;
    const Trouble trouble{QStringLiteral("changed_after_ship"), remote.externalId,
                          tr("%1 was entered otherwise than the shop shows it: %2.").arg(order.number, differs.join(QStringLiteral("; ")))};
    applied.exceptions += raise(tx, channel, trouble, remote.externalId, message, order.id);
    if (order.state >= OrderState::Confirmed && order.state <= OrderState::PartlyShipped) // nobody ships it before somebody has decided
        if (auto held = holdOrder(tx, order.id, trouble.message); !held)
            return held.error();
    return applied;
}

/// The order in the books: by the channel's id, or by the number that buyers know where it was entered before the shop could be asked.
std::optional<SalesOrder> orderOf(Tx &tx, const Channel &channel, const RemoteOrder &remote)
{
    if (auto order = tx.first<SalesOrder>("channel_id = ? AND external_id = ?", channel.id, remote.externalId))
        return order;
    auto named = tx.first<SalesOrder>("channel_id = ? AND external_id = ?", channel.id, remote.number);
    return named && isFromBefore(tx, channel, *named) ? named : std::nullopt;
}

Result<Applied> createOrChange(Tx &tx, const Channel &channel, const Connector &connector, const RemoteOrder &remote, Id<InboundMessage> message)
{
    const auto order = orderOf(tx, channel, remote);
    if (order && isFromBefore(tx, channel, *order)) {
        auto adopted = tx.attempt([&](Tx &inner) { return adopt(inner, channel, *order, remote, message); });
        return adopted ? adopted : setAside(tx, channel, remote, message, adopted.error());
    }
    if (order)
        return applyChange(tx, channel, connector, *order, remote, message);
    if (neverMattered(remote) || isHistory(channel, remote))
        return Applied{Outcome::Ignored, 0};
    auto created = tx.attempt([&](Tx &inner) { return create(inner, channel, remote, message); });
    return created ? created : setAside(tx, channel, remote, message, created.error());
}

Result<Applied> applyKept(Tx &tx, const Channel &channel, const Connector &connector, const RemoteOrder &remote, Id<InboundMessage> message)
{
    const auto applied = createOrChange(tx, channel, connector, remote, message);
    if (applied && (applied->outcome == Outcome::Created || applied->outcome == Outcome::Changed))
        forgetStock(tx, channel, connector, remote);
    return applied;
}

} // namespace

Result<Applied> applyOrder(Tx &tx, const Channel &channel, const Connector &connector, const RemoteOrder &remote)
{
    if (remote.state == RemoteState::Ignored)
        return Applied{Outcome::Ignored, 0};
    const auto message = keepMessage(tx, channel, remote);
    if (!message)
        return Applied{Outcome::Unchanged, 0};
    return applyKept(tx, channel, connector, remote, *message);
}

Result<Applied> applyAgain(Tx &tx, const Channel &channel, const Connector &connector, const QString &externalId)
{
    const auto messages = messagesOf(tx, channel.id, externalId);
    if (messages.empty())
        return notFound(QStringLiteral("no_message"), tr("Nothing of order %1 was kept.").arg(externalId));
    return applyKept(tx, channel, connector, readKept(channel, connector, messages.front()), messages.front().id);
}

Result<Booked> bookPayments(Tx &tx, const Channel &channel, Id<SalesOrder> order, const RemoteOrder &remote)
{
    Booked booked;
    for (const RemotePayment &paid : remote.payments) {
        const QString key = QStringLiteral("%1/%2").arg(remote.externalId, paid.externalId);
        if (!paid.amount.isPositive() || !ruleFor(tx, channel.id, QStringLiteral("paid_before"), key).action.isEmpty()
            || tx.number("SELECT COUNT(*) FROM payment WHERE channel_id = ? AND external_id = ?", channel.id, key) > 0)
            continue;
        MoneyMove move;
        move.order = order;
        move.amount = paid.amount;
        move.method = paid.method;
        move.channel = channel.id;
        move.externalId = key;
        move.giftCard = paid.giftCard;
        move.day = postingDay(tx, paid.at ? paid.at : remote.placedAt);
        if (auto received = receivePayment(tx, move); !received)
            return received.error();
        booked.any = true;
    }
    return booked;
}

} // namespace channels
