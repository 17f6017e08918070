#pragma once

#include "core/catalog/product.h"

/// One kind of product in a kit, and how many of it are in one kit.
struct ProductComponent {
    Id<Product> product; ///< the kit
    Id<Product> component;
    Quantity quantity;
};

template <> struct sql::TableOf<ProductComponent> {
    static constexpr Table table{
        "product_component",
        Column{"product_id", &ProductComponent::product},
        Column{"component_id", &ProductComponent::component},
        Column{"quantity", &ProductComponent::quantity},
    };
};

/// What a product consists of, in the order of SKUs; empty: it is no kit.
std::vector<ProductComponent> componentsOf(Tx &tx, Id<Product> product);

/// Says what a kit consists of; none: it is a kit no longer, and is kept in stock again. Open orders keep the components that they were entered with.
/// Refuses: itself, a kit or a service as a component, one twice, a quantity of zero or less, a product that has stock or is in other kits, and what
/// open orders make impossible: to become a kit where they have it as plain goods, to stop being one where they have it as a kit.
Result<Product> setComponents(Tx &tx, Id<Product> product, const std::vector<ProductComponent> &components);
/// Refuses to keep a kit in stock, and to keep a component of one no longer.
Result<> checkStocked(Tx &tx, const Product &product);
