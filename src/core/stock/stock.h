#pragma once

#include "core/catalog/product.h"
#include "core/ledger/entry.h"

struct Warehouse {
    Id<Warehouse> id;
    qint64 version = 1;
    QString code;
    QString name;
};

template <> struct sql::TableOf<Warehouse> {
    static constexpr Table table{
        "warehouse",
        Column{"id", &Warehouse::id},
        Column{"version", &Warehouse::version},
        Column{"code", &Warehouse::code},
        Column{"name", &Warehouse::name},
    };
};

enum class LocationKind { Internal = 1, Supplier = 2, Customer = 3, Transit = 4, Shrinkage = 5, Scrap = 6 };

/// A place that goods move between. Only internal ones hold stock of the company's.
struct Location {
    Id<Location> id;
    qint64 version = 1;
    QString code;
    QString name;
    LocationKind kind = LocationKind::Internal;
    Id<Warehouse> warehouse;
    int pickOrder = 0;
    bool active = true;
};

template <> struct sql::TableOf<Location> {
    static constexpr Table table{
        "location",
        Column{"id", &Location::id},
        Column{"version", &Location::version},
        Column{"code", &Location::code},
        Column{"name", &Location::name},
        Column{"kind", &Location::kind},
        Column{"warehouse_id", &Location::warehouse},
        Column{"pick_order", &Location::pickOrder},
        Column{"active", &Location::active},
    };
};

/// All locations; read through tx.configured<Locations>().
struct Locations {
    std::vector<Location> all; ///< in picking order

    const Location *find(Id<Location> id) const;
    Id<Location> ofKind(LocationKind kind) const; ///< the company has exactly one of each kind that is not internal
    static Locations load(Tx &tx);
};

struct StockMove {
    Id<StockMove> id;
    Id<Product> product;
    QString lot;
    Id<Location> from;
    Id<Location> to;
    Quantity quantity;
    Money value; ///< company currency: what entered (+) or left (-) the value of stock
    QDate day;
    Instant at;
    QString source;
    qint64 sourceId = 0;
    QString memo;
    QString actor;
};

template <> struct sql::TableOf<StockMove> {
    static constexpr Table table{
        "stock_move",
        Column{"id", &StockMove::id},
        Column{"product_id", &StockMove::product},
        Column{"lot", &StockMove::lot},
        Column{"from_id", &StockMove::from},
        Column{"to_id", &StockMove::to},
        Column{"quantity", &StockMove::quantity},
        Column{"value", &StockMove::value},
        Column{"day", &StockMove::day},
        Column{"at", &StockMove::at},
        Column{"source", &StockMove::source},
        Column{"source_id", &StockMove::sourceId},
        Column{"memo", &StockMove::memo},
        Column{"actor", &StockMove::actor},
    };
};

struct StockBalance {
    Id<Product> product;
    Id<Location> location;
    QString lot;
    Quantity onHand;
    Quantity allocated;

    Quantity available() const { return onHand - allocated; }
};

template <> struct sql::TableOf<StockBalance> {
    static constexpr Table table{
        "stock_balance",
        Column{"product_id", &StockBalance::product},
        Column{"location_id", &StockBalance::location},
        Column{"lot", &StockBalance::lot},
        Column{"on_hand", &StockBalance::onHand},
        Column{"allocated", &StockBalance::allocated},
    };
};

/// What to move. The primitive under every receipt, shipment, return, count and transfer.
struct Movement {
    Id<Product> product;
    QString lot = {};
    Id<Location> from;
    Id<Location> to;
    Quantity quantity; ///< positive
    /// What goods that enter are worth; goods that leave take the moving average with them.
    std::optional<Money> value = {};
    bool allocated = false; ///< the goods that leave were promised to the order that takes them
    QString memo = {};
};

/// Carries out movements: balances, stock value and the moves themselves. Gives back the value of each (negative where it left).
/// Refuses: more than is there and not promised to others. Posts nothing: the caller knows the accounts.
Result<std::vector<Money>> moveStock(Tx &tx, const std::vector<Movement> &movements, QDate day, Source source);

/// Promised goods, in one place.
struct Pick {
    Id<Location> location;
    QString lot;
    Quantity quantity;
};
/// Promises up to `wanted` units to somebody, from the locations of `warehouses` (none: all) in picking order. Never more than is
/// available, whoever else is at it at the same moment. Gives back what could be promised.
std::vector<Pick> allocate(Tx &tx, Id<Product> product, Quantity wanted, const std::vector<Id<Warehouse>> &warehouses);
/// Takes promises back.
void release(Tx &tx, Id<Product> product, const std::vector<Pick> &picks);

Result<Location> locationByCode(Tx &tx, const QString &code);
/// Refuses: no code, a code that is taken, an internal one without a warehouse, another kind than before, one out of use that holds goods.
Result<Location> saveLocation(Tx &tx, Location location);
Result<Warehouse> saveWarehouse(Tx &tx, Warehouse warehouse);

/// What there is of a product over all internal locations of a warehouse (none: all).
struct Availability {
    Quantity onHand;
    Quantity allocated;
    Quantity available() const { return onHand - allocated; }
};
Availability availability(Tx &tx, Id<Product> product, Id<Warehouse> warehouse = {});
/// Moving average cost of one unit; none while there is no stock.
std::optional<UnitPrice> averageCost(Tx &tx, Id<Product> product);
