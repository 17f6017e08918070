#include "channels/engine/gate.h"

#include "channels/engine/apply.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Gate", text); }

Result<> Gate::load()
{
    return m_session.ask([this](Tx &tx) {
        m_own = ownFields(tx, m_channel.id);
        m_guard = guardOf(tx, m_channel.id);
        for (HeldField &held : tx.all<HeldField>("channel_id = ?", m_channel.id))
            m_held.emplace(std::pair(held.product, held.field), held);
        return Done{};
    });
}

bool Gate::isAgreed(const Difference &difference) const { return m_scope.agreeAll || m_scope.agreed.contains(difference.wanted->product.sku); }

Result<> Gate::check(PushField field, std::vector<Difference> &differences, int known)
{
    if (differences.empty())
        return Done{};
    for (Difference &d : differences) {
        d.agreed = isAgreed(d);
        const auto found = m_held.find({d.wanted->product.id, fieldWord(field)});
        if (found == m_held.end())
            continue;
        const HeldField &held = found->second;
        if (!held.isHeld())
            d.agreed |= held.wanted.isEmpty() || held.wanted == d.becomes;
        else if (held.kind != HoldKind::Guard)
            d.held = heldText(held, m_session.scene().zone);
        else if (held.wanted == d.becomes && !d.agreed)
            d.held = held.reason, d.guarded = true; // until a person agrees or it is not wanted any more, however few are left
    }
    if (field == PushField::Product && !m_distrust.isEmpty())
        for (Difference &d : differences)
            if (d.held.isEmpty() && !d.agreed)
                d.held = m_distrust, d.guarded = true;
    return m_session.ask([&](Tx &tx) {
        const bool maySeeAMass = differences.size() > 1; // one row is none
        applyGuard(tx, m_guard, field, differences, m_looked && maySeeAMass ? knownTo(tx, field) : known);
        return Done{};
    });
}

/// What check() is told of all listings, asked for where only some of them are looked at.
int Gate::knownTo(Tx &tx, PushField field) const
{
    const auto count = [&](const char *which) {
        return int(tx.number(std::string("SELECT COUNT(*) FROM listing WHERE channel_id = ? AND ") + which, m_channel.id));
    };
    switch (field) {
    case PushField::Stock: return count("confirmed_stock > 0");
    case PushField::Price: return count("confirmed_price IS NOT NULL");
    case PushField::Images: return count("confirmed_images <> ''");
    case PushField::Title:
    case PushField::Text:
    case PushField::Details: return count("confirmed_content <> ''");
    default: return 0;
    }
}

Result<> Gate::keep(PushField field, const std::vector<Difference> &differences)
{
    std::map<Id<Product>, const Difference *> by;
    std::vector<const Difference *> guarded;
    for (const Difference &d : differences) {
        by.emplace(d.wanted->product.id, &d);
        if (d.guarded)
            guarded.push_back(&d);
    }
    const auto isOfField = [&](const auto &row) { return row.first.second == fieldWord(field); };
    if (guarded.empty() && std::none_of(m_held.begin(), m_held.end(), isOfField))
        return Done{};
    return m_session.perform([&](Tx &tx) -> Result<> {
        for (const auto &[key, held] : m_held) {
            if (key.second != fieldWord(field) || !isLookedAt(key.first) || (held.isHeld() && held.kind != HoldKind::Guard))
                continue;
            const auto still = by.find(key.first);
            if (still == by.end() || (!still->second->guarded && !still->second->agreed))
                tx.run("DELETE FROM held_field WHERE channel_id = ? AND product_id = ? AND field = ?", m_channel.id, key.first, key.second);
        }
        for (const Difference *d : guarded)
            holdBack(tx, *d);
        tell(tx, field, guarded);
        return Done{};
    });
}

void Gate::holdBack(Tx &tx, const Difference &d)
{
    const auto found = m_held.find({d.wanted->product.id, fieldWord(d.field)});
    if (found != m_held.end() && found->second.isHeld() && found->second.wanted == d.becomes)
        return;
    tx.run("DELETE FROM held_field WHERE channel_id = ? AND product_id = ? AND field = ?", m_channel.id, d.wanted->product.id, fieldWord(d.field));
    tx.insert(
        HeldField{m_channel.id, d.wanted->product.id, fieldWord(d.field), HoldKind::Guard, d.becomes, d.held, tx.scene().actor, tx.now(), {}, {}});
}

/// A person must see at once what waits for an agreement: what is held back of stock may be oversold.
void Gate::tell(Tx &tx, PushField field, const std::vector<const Difference *> &guarded)
{
    const QString kind = QStringLiteral("held_push");
    const auto others = std::count_if(m_held.begin(), m_held.end(), [&](const auto &row) {
        return row.first.second == fieldWord(field) && !isLookedAt(row.first.first) && row.second.isHeld() && row.second.kind == HoldKind::Guard;
    });
    if (guarded.empty() && others > 0)
        return;
    if (guarded.empty()) {
        tx.run("UPDATE sync_exception SET resolution = 'settled', resolved_at = ?, version = version + 1 WHERE channel_id = ? AND kind = ? AND "
               "subject = ? AND resolution = ''",
               tx.now(), m_channel.id, kind, fieldWord(field));
        return;
    }
    const QString message =
        tr("%1: %2 held back until a person agrees. %3").arg(fieldLabel(field)).arg(qint64(guarded.size()) + others).arg(guarded.front()->held);
    if (!raise(tx, m_channel, {kind, fieldWord(field), message}, fieldWord(field), {}, {}))
        tx.run("UPDATE sync_exception SET message = ?, version = version + 1 WHERE channel_id = ? AND kind = ? AND subject = ? AND resolution = '' "
               "AND message <> ?",
               message, m_channel.id, kind, fieldWord(field), message);
}

} // namespace channels
