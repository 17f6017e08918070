#include "core/stock/stock.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Stock", text); }

namespace {

bool isInternal(Tx &tx, Id<Location> id)
{
    const Location *location = tx.configured<Locations>().find(id);
    return location && location->kind == LocationKind::Internal;
}

Error shortage(Tx &tx, const Movement &movement)
{
    const auto product = tx.find(movement.product);
    const auto has = tx.first<StockBalance>("product_id = ? AND location_id = ? AND lot = ?", movement.product, movement.from, movement.lot);
    const Location *location = tx.configured<Locations>().find(movement.from);
    return refuse(QStringLiteral("no_stock"),
                  tr("%1: %2 wanted, %3 free at %4.")
                      .arg(product ? product->sku : QString(), movement.quantity.toString(), (has ? has->available() : Quantity()).toString(),
                           location ? location->code : QString()),
                  tr("Receive goods, count the shelf, or ship less."));
}

bool takeFrom(Tx &tx, const Movement &m)
{
    const char *promised = "UPDATE stock_balance SET on_hand = on_hand - ?, allocated = allocated - ? "
                           "WHERE product_id = ? AND location_id = ? AND lot = ? AND allocated >= ?";
    const char *free = "UPDATE stock_balance SET on_hand = on_hand - ? "
                       "WHERE product_id = ? AND location_id = ? AND lot = ? AND on_hand - allocated >= ?";
    const auto rows = m.allocated ? tx.run(promised, m.quantity, m.quantity, m.product, m.from, m.lot, m.quantity)
                                  : tx.run(free, m.quantity, m.product, m.from, m.lot, m.quantity);
    return rows.affected() == 1;
}

void bringTo(Tx &tx, const Movement &m)
{
    tx.run("INSERT INTO stock_balance (product_id, location_id, lot, on_hand, allocated) VALUES (?, ?, ?, ?, 0) "
           "ON CONFLICT (product_id, location_id, lot) DO UPDATE SET on_hand = stock_balance.on_hand + excluded.on_hand",
           m.product, m.to, m.lot, m.quantity);
}

Money addValue(Tx &tx, const Movement &m)
{
    const Money value = m.value.value_or(tx.zero());
    tx.run("INSERT INTO stock_value (product_id, quantity, value) VALUES (?, ?, ?) ON CONFLICT (product_id) DO UPDATE SET "
           "quantity = stock_value.quantity + excluded.quantity, value = stock_value.value + excluded.value",
           m.product, m.quantity, value);
    return value;
}

/// The moving average: the last unit takes all that is left, so that value never stays without goods.
Money takeValue(Tx &tx, const Movement &m)
{
    Quantity quantity;
    Money value = tx.zero();
    {
        auto rows = tx.run(tx.isServer() ? "SELECT quantity, value FROM stock_value WHERE product_id = ? FOR UPDATE"
                                         : "SELECT quantity, value FROM stock_value WHERE product_id = ?",
                           m.product);
        if (rows.next()) {
            quantity.millionths = rows.integer(0);
            value = Money(rows.integer(1), tx.currency());
        }
    }
    const Money taken = quantity == m.quantity ? value : quantity.isZero() ? tx.zero() : share(value, m.quantity, quantity);
    tx.run("UPDATE stock_value SET quantity = quantity - ?, value = value - ? WHERE product_id = ?", m.quantity, taken, m.product);
    return -taken;
}

} // namespace

Result<std::vector<Money>> moveStock(Tx &tx, const std::vector<Movement> &movements, QDate day, Source source)
{
    std::vector<Money> values;
    std::vector<StockMove> moves;
    for (const Movement &m : movements) {
        if (!m.quantity.isPositive())
            return refuse(QStringLiteral("quantity"), tr("A movement needs a quantity above zero."));
        if (m.from == m.to)
            return refuse(QStringLiteral("location"), tr("Goods cannot move to where they are."));
        const bool leaves = isInternal(tx, m.from);
        const bool enters = isInternal(tx, m.to);
        if (leaves && !takeFrom(tx, m))
            return shortage(tx, m);
        if (enters)
            bringTo(tx, m);
        Money value = tx.zero();
        if (enters && !leaves)
            value = addValue(tx, m);
        else if (leaves && !enters)
            value = takeValue(tx, m);
        values.push_back(value);
        moves.push_back({{},
                         m.product,
                         m.lot,
                         m.from,
                         m.to,
                         m.quantity,
                         value,
                         day,
                         tx.now(),
                         QString::fromLatin1(source.table),
                         source.id,
                         m.memo,
                         tx.scene().actor});
    }
    tx.insertAll(moves);
    return values;
}

std::vector<Pick> allocate(Tx &tx, Id<Product> product, Quantity wanted, const std::vector<Id<Warehouse>> &warehouses)
{
    std::vector<Pick> picks;
    const auto &locations = tx.configured<Locations>();
    const auto promise = [&](Id<Location> location, const QString &lot, Quantity quantity) {
        const bool promised = tx.run("UPDATE stock_balance SET allocated = allocated + ? WHERE product_id = ? AND location_id = ? AND lot = ? "
                                     "AND on_hand - allocated >= ?",
                                     quantity, product, location, lot, quantity)
                                  .affected()
                              == 1;
        if (promised) {
            picks.push_back({location, lot, quantity});
            wanted -= quantity;
        }
        return promised;
    };
    if (!wanted.isPositive())
        return picks;
    // Nearly always the first shelf has enough: one statement then.
    const auto serves = [&](const Location &l) {
        return l.kind == LocationKind::Internal && l.active
               && (warehouses.empty() || std::find(warehouses.begin(), warehouses.end(), l.warehouse) != warehouses.end());
    };
    const auto home = std::find_if(locations.all.begin(), locations.all.end(), serves);
    if (home == locations.all.end() || promise(home->id, QString(), wanted))
        return picks;
    // Somebody else may take the goods between looking and promising: then look again.
    for (int round = 0; round < 20 && wanted.isPositive(); ++round) {
        const auto balances = tx.all<StockBalance>("product_id = ? AND on_hand > allocated ORDER BY lot, location_id", product);
        bool seen = false;
        for (const Location &location : locations.all)
            for (const StockBalance &balance : balances)
                if (serves(location) && balance.location == location.id && wanted.isPositive()) {
                    promise(location.id, balance.lot, std::min(wanted, balance.available()));
                    seen = true;
                }
        if (!seen)
            break;
    }
    return picks;
}

void release(Tx &tx, Id<Product> product, const std::vector<Pick> &picks)
{
    for (const Pick &pick : picks)
        tx.run("UPDATE stock_balance SET allocated = allocated - ? WHERE product_id = ? AND location_id = ? AND lot = ?", pick.quantity, product,
               pick.location, pick.lot);
}

Availability availability(Tx &tx, Id<Product> product, Id<Warehouse> warehouse)
{
    Availability sum;
    const auto &locations = tx.configured<Locations>();
    for (const StockBalance &balance : tx.all<StockBalance>("product_id = ?", product)) {
        const Location *location = locations.find(balance.location);
        if (warehouse && (!location || location->warehouse != warehouse))
            continue;
        sum.onHand += balance.onHand;
        sum.allocated += balance.allocated;
    }
    return sum;
}

std::optional<UnitPrice> averageCost(Tx &tx, Id<Product> product)
{
    auto rows = tx.run("SELECT quantity, value FROM stock_value WHERE product_id = ? AND quantity > 0", product);
    if (!rows.next())
        return {};
    return unitPrice(Money(rows.integer(1), tx.currency()), Quantity{rows.integer(0)});
}
