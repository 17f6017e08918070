#pragma once

#include <span>

/// What a small wholesaler of coffee, tea and what it takes to serve them has on its shelves: 60 articles. The practice store sells them, the
/// practice company keeps them in stock.
namespace channels::practicestore {

/// Articles that a shop shows as one product with a choice of size or colour.
struct CatalogueFamily {
    const char *sku;
    const char *name;
    const char *category;
    const char *taxClass;
    const char *description;
};

struct CatalogueItem {
    const char *sku;
    const char *name; ///< complete: "House espresso, 250 g"
    const char *category;
    const char *barcode;  ///< EAN-13 of the range that is free for a company's own use
    const char *price;    ///< of one, in the company's currency, before tax
    const char *cost;     ///< what the company pays for one
    const char *taxClass; ///< "standard" (19 % in Germany) or "reduced" (food: 7 %)
    const char *weight;   ///< kilograms with packing
    const char *unit;
    int stock;          ///< on hand at the beginning
    const char *family; ///< SKU of its family; "" for an article that stands alone
    const char *choice; ///< "Size=250 g" or "Colour=Black|Size=M"; "" without a family
    const char *description;
};

std::span<const CatalogueFamily> catalogueFamilies();
std::span<const CatalogueItem> catalogue(); ///< SKUs are unique

} // namespace channels::practicestore
