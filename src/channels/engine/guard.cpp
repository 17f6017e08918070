#include "channels/engine/guard.h"

#include "base/planted.h"
#include "channels/engine/journal.h"
#include "channels/engine/orderedsince.h"
#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("PushGuard", text); }

PushGuard guardOf(Tx &tx, Id<Channel> channel)
{
    if (const auto guard = tx.first<PushGuard>("channel_id = ?", channel))
        return *guard;
    return {channel};
}

Result<PushGuard> setPushGuard(Tx &tx, const PushGuard &guard)
{
    if (guard.priceChange.millionths <= 0 || guard.massShare.millionths <= 0 || guard.massRows < 1)
        return refuse(QStringLiteral("guard"), tr("The limits of the guard must be positive."));
    tx.run("DELETE FROM push_guard WHERE channel_id = ?", guard.channel);
    tx.insert(guard);
    audit(tx, "channel_guard", "channel", guard.channel.value,
          QStringLiteral("%1 % %2 % %3").arg(guard.priceChange.toPercent(), guard.massShare.toPercent()).arg(guard.massRows));
    return guard;
}

namespace channels {
namespace {

/// However few listings there are: when all of at least so many go to zero at once, somebody should look.
constexpr int fewestOfAll = 10;

bool isMass(const PushGuard &guard, int count, int known)
{
    return count > guard.massRows && Int128(count) * 1'000'000 > Int128(known) * guard.massShare.millionths;
}

void mark(Difference &difference, const QString &why)
{
    if (difference.held.isEmpty() && !difference.agreed) {
        difference.held = why;
        difference.guarded = true;
    }
}

void guardPrices(const PushGuard &guard, std::vector<Difference> &differences)
{
    for (Difference &d : differences) {
        const auto before = d.wanted->listing.confirmedPrice;
        if (!before || !d.wanted->price)
            continue;
        const Int128 change = Int128(d.wanted->price->millionths) - *before;
        const Int128 size = change < 0 ? -change : change;
        if (size * 1'000'000 > Int128(*before) * guard.priceChange.millionths)
            mark(d, change < 0 ? tr("The price falls by more than %1 %.").arg(guard.priceChange.toPercent())
                               : tr("The price rises by more than %1 %.").arg(guard.priceChange.toPercent()));
    }
}

void guardStock(Tx &tx, const PushGuard &guard, std::vector<Difference> &differences, int known)
{
    std::vector<Difference *> zeros;
    for (Difference &d : differences)
        if (d.wanted->listing.confirmedStock && d.wanted->listing.confirmedStock->isPositive() && d.becomes == QLatin1String("0"))
            zeros.push_back(&d);
    const auto suspicious = [&] {
        return isMass(guard, int(zeros.size()), known) || (int(zeros.size()) >= fewestOfAll && int(zeros.size()) == known);
    };
    if (!suspicious())
        return;
    std::map<Id<Product>, Instant> since;
    for (const Difference *d : zeros)
        since[d->wanted->product.id] = d->wanted->listing.changedAt;
    const auto ordered = orderedSince(tx, since);
    std::erase_if(zeros, [&](const Difference *d) { return ordered.count(d->wanted->product.id) > 0; });
    if (!suspicious())
        return;
    const QString why = tr("The stock of %1 products would go to zero at once, without orders for them.").arg(zeros.size());
    for (Difference *d : zeros)
        mark(*d, why);
}

void guardMass(const PushGuard &guard, std::vector<Difference> &differences, int known)
{
    const auto counts = [](const Difference &d) { return d.now && (d.held.isEmpty() || d.guarded); };
    const int changed = int(std::count_if(differences.begin(), differences.end(), counts));
    if (!isMass(guard, changed, known))
        return;
    const QString why = tr("%1 of %2 would change at once.").arg(changed).arg(known);
    for (Difference &d : differences)
        if (counts(d))
            mark(d, why);
}

/// Who sets right what somebody changed in the shop changes nothing: what Purser wants is what it was last known to be.
void letRepairsPass(Tx &tx, const PushGuard &guard, std::vector<Difference> &differences)
{
    for (Difference &d : differences) {
        if (!d.guarded)
            continue;
        const auto last = lastHeld(tx, guard.channel, d.wanted->product.id, d.field);
        if (!last || last->became != d.becomes)
            continue;
        d.guarded = false;
        d.held.clear();
    }
}

} // namespace

void applyGuard(Tx &tx, const PushGuard &guard, PushField field, std::vector<Difference> &differences, int known)
{
    if (planted("no_guard"))
        return;
    if (differences.empty())
        return;
    if (field == PushField::Stock)
        return guardStock(tx, guard, differences, known);
    if (field == PushField::Price)
        guardPrices(guard, differences);
    guardMass(guard, differences, known);
    letRepairsPass(tx, guard, differences);
}

} // namespace channels
