#include "channels/engine/held.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("HeldField", text); }

QString holdKindWord(HoldKind kind)
{
    switch (kind) {
    case HoldKind::Person: return QStringLiteral("person");
    case HoldKind::Undo: return QStringLiteral("undo");
    case HoldKind::Guard: return QStringLiteral("guard");
    }
    return {};
}

Result<HeldField> holdField(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field, const QString &reason)
{
    if (field == PushField::Shipment || field == PushField::Order)
        return refuse(QStringLiteral("field"), tr("“%1” is no field of a product.").arg(fieldWord(field)));
    const auto found = tx.first<HeldField>("channel_id = ? AND product_id = ? AND field = ?", channel, product, fieldWord(field));
    if (found && found->isHeld() && found->kind != HoldKind::Guard)
        return refuse(QStringLiteral("held"), heldText(*found, tx.scene().zone));
    tx.run("DELETE FROM held_field WHERE channel_id = ? AND product_id = ? AND field = ?", channel, product, fieldWord(field));
    const HeldField held{channel, product, fieldWord(field), HoldKind::Person, {}, reason.simplified(), tx.scene().actor, tx.now(), {}, {}};
    tx.insert(held);
    audit(tx, "push_held", "product", product.value, tx.get(channel).name + u' ' + held.field);
    return held;
}

Result<HeldField> releaseField(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field)
{
    auto held = tx.first<HeldField>("channel_id = ? AND product_id = ? AND field = ?", channel, product, fieldWord(field));
    if (!held || !held->isHeld())
        return refuse(QStringLiteral("not_held"), tr("%1 of %2 is not held back.").arg(fieldLabel(field), tx.get(product).sku),
                      tr("See: purserctl sync held NAME"));
    held->releasedBy = tx.scene().actor;
    held->releasedAt = tx.now();
    tx.run("UPDATE held_field SET released_by = ?, released_at = ? WHERE channel_id = ? AND product_id = ? AND field = ?", held->releasedBy,
           held->releasedAt, channel, product, held->field);
    audit(tx, "push_released", "product", product.value, tx.get(channel).name + u' ' + held->field);
    return *held;
}

int releaseGuarded(Tx &tx, Id<Channel> channel, PushField field)
{
    const auto released =
        tx.run("UPDATE held_field SET released_by = ?, released_at = ? WHERE channel_id = ? AND field = ? AND kind = ? AND released_at IS NULL",
               tx.scene().actor, tx.now(), channel, fieldWord(field), HoldKind::Guard);
    const int count = int(released.affected());
    if (count > 0)
        audit(tx, "push_agreed", "channel", channel.value, fieldWord(field));
    return count;
}

std::vector<HeldRow> heldOn(Tx &tx, Id<Channel> channel)
{
    std::vector<HeldRow> all;
    auto rows = tx.run("SELECT h.product_id, h.field, h.kind, h.wanted, h.reason, h.held_by, h.held_at, p.sku, p.name FROM held_field h "
                       "JOIN product p ON p.id = h.product_id WHERE h.channel_id = ? AND h.released_at IS NULL ORDER BY p.sku, h.field",
                       channel);
    while (rows.next())
        all.push_back({{channel,
                        Id<Product>{rows.integer(0)},
                        rows.text(1),
                        HoldKind(rows.integer(2)),
                        rows.text(3),
                        rows.text(4),
                        rows.text(5),
                        Instant{rows.integer(6)},
                        {},
                        {}},
                       rows.text(7),
                       rows.text(8)});
    return all;
}

QString heldText(const HeldField &held, const QTimeZone &zone)
{
    const QString since = held.heldAt.dayIn(zone).toString(Qt::ISODate);
    const QString text =
        held.kind == HoldKind::Guard ? tr("Held back by the guard since %1.").arg(since) : tr("Held back by %1 since %2.").arg(held.heldBy, since);
    return held.reason.isEmpty() ? text : text + u' ' + held.reason;
}
