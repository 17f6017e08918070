#include "core/stock/sellable.h"

#include "core/catalog/kit.h"

static Quantity freeIn(Tx &tx, Id<Product> product, const std::vector<Warehouse> &warehouses)
{
    if (warehouses.empty())
        return availability(tx, product).available();
    Quantity free;
    for (const Warehouse &warehouse : warehouses)
        free += availability(tx, product, warehouse.id).available();
    return free;
}

Quantity sellable(Tx &tx, Id<Product> product, const std::vector<Warehouse> &warehouses)
{
    const auto components = componentsOf(tx, product);
    if (components.empty())
        return freeIn(tx, product, warehouses);
    std::optional<Quantity> least;
    for (const ProductComponent &one : components) {
        const Quantity kits = Quantity::whole(freeIn(tx, one.component, warehouses).millionths / one.quantity.millionths);
        least = least ? std::min(*least, kits) : kits;
    }
    return *least;
}
