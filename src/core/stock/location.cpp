#include "core/audit/audit.h"
#include "core/stock/stock.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Location", text); }

const Location *Locations::find(Id<Location> id) const
{
    for (const Location &location : all)
        if (location.id == id)
            return &location;
    return nullptr;
}

Id<Location> Locations::ofKind(LocationKind kind) const
{
    for (const Location &location : all)
        if (location.kind == kind)
            return location.id;
    return {};
}

Locations Locations::load(Tx &tx) { return {tx.all<Location>("id > 0 ORDER BY pick_order, id")}; }

Result<Location> locationByCode(Tx &tx, const QString &code)
{
    if (auto location = tx.first<Location>("code = ?", code))
        return *location;
    return notFound(QStringLiteral("unknown_location"), tr("There is no location %1.").arg(code));
}

Result<Location> saveLocation(Tx &tx, Location location)
{
    location.code = location.code.trimmed();
    if (location.code.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A location needs a code."));
    const auto same = tx.first<Location>("code = ?", location.code);
    if (same && same->id != location.id)
        return refuse(QStringLiteral("duplicate"), tr("There is a location %1 already.").arg(location.code));
    if (location.kind == LocationKind::Internal && !location.warehouse)
        return refuse(QStringLiteral("incomplete"), tr("Location %1 needs a warehouse.").arg(location.code));
    if (location.id) {
        const Location before = tx.get(location.id);
        if (before.kind != location.kind)
            return refuse(QStringLiteral("location"), tr("What kind of place %1 is cannot be changed.").arg(before.code));
        if (!location.active && tx.number("SELECT COUNT(*) FROM stock_balance WHERE location_id = ? AND on_hand > 0", location.id) > 0)
            return refuse(QStringLiteral("location_in_use"), tr("There are goods at %1.").arg(before.code), tr("Move them elsewhere first."));
        tx.update(location);
    } else {
        tx.insert(location);
    }
    tx.configurationChanged();
    audit(tx, "location_saved", "location", location.id.value, location.code);
    return location;
}

Result<Warehouse> saveWarehouse(Tx &tx, Warehouse warehouse)
{
    warehouse.code = warehouse.code.trimmed();
    if (warehouse.code.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A warehouse needs a code."));
    const auto same = tx.first<Warehouse>("code = ?", warehouse.code);
    if (same && same->id != warehouse.id)
        return refuse(QStringLiteral("duplicate"), tr("There is a warehouse %1 already.").arg(warehouse.code));
    if (warehouse.id)
        tx.update(warehouse);
    else
        tx.insert(warehouse);
    tx.configurationChanged();
    audit(tx, "warehouse_saved", "warehouse", warehouse.id.value, warehouse.code);
    return warehouse;
}
