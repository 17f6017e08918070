#include "gui/products/productplaces.h"

#include "gui/shell/theme.h"

namespace {

enum Chip { All = 0, Short = 1, Inactive = 2 };

ProductFilter filterOf(const ListFilter &filter)
{
    return {filter.words, filter.state == Short, filter.state == Inactive, {filter.group}, filter.turned};
}

ListSource<ProductRow> source()
{
    return {[](Tx &tx, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                return productRows(tx, filterOf(filter), from ? std::get<QString>(*from) : QString(), limit);
            },
            [](Tx &tx, const ListFilter &filter, int step) {
                const auto [skus, count] = productAnchors(tx, filterOf(filter), step);
                return std::pair(std::vector<sql::Value>(skus.begin(), skus.end()), count);
            },
            [](const ProductRow &row) { return sql::Value(row.sku); }};
}

QString ifStocked(const ProductRow &row, Quantity quantity) { return row.stocked ? quantity.toString(QLocale()) : QString(); }

std::vector<ListColumn<ProductRow>> columns()
{
    return {{ProductListPlace::tr("SKU"), [](const ProductRow &r) { return r.sku; }, leftAligned, 150},
            {ProductListPlace::tr("Name"), [](const ProductRow &r) { return r.name; }, leftAligned, 340,
             [](const ProductRow &r) { return r.active ? QVariant() : QVariant(theme::quiet()); }},
            {ProductListPlace::tr("Barcode"), [](const ProductRow &r) { return r.barcode; }, leftAligned, 140},
            {ProductListPlace::tr("On hand"), [](const ProductRow &r) { return ifStocked(r, r.onHand); }, rightAligned, 90},
            {ProductListPlace::tr("Allocated"), [](const ProductRow &r) { return ifStocked(r, r.allocated); }, rightAligned, 90},
            {ProductListPlace::tr("Available"), [](const ProductRow &r) { return ifStocked(r, r.available()); }, rightAligned, 90,
             [](const ProductRow &r) { return r.active && !r.available().isPositive() ? QVariant(theme::bad()) : QVariant(); }},
            {ProductListPlace::tr("Unit"), [](const ProductRow &r) { return r.unit; }, leftAligned, 80}};
}

} // namespace

ProductListPlace::ProductListPlace(Desk &desk)
    : ListPlace<ProductRow>(desk, ProductListPlace::tr("Products"), "package", "products", source(), columns())
{
    addChip(tr("All"), All);
    addChip(tr("Out of stock"), Short);
    addChip(tr("Not sold at present"), Inactive);
    setSorted(0, false);
    QAction *create = addAction("plus", tr("New product"), QKeySequence::New, [this] { emit newProduct(); });
    setEmpty(tr("There is no product yet. A file of them is read by: purserctl product import FILE.csv"), create);
    onOpen = [this](const ProductRow &row) { emit openProduct(row.sku); };
}

void ProductListPlace::refresh()
{
    ListPlace<ProductRow>::refresh();
    this->desk().askLater(
        this, [](Tx &tx) { return tx.all<Category>("id > 0 ORDER BY name"); },
        [this](Result<std::vector<Category>> categories) {
            std::vector<std::pair<qint64, QString>> groups;
            if (categories)
                for (const Category &category : *categories)
                    groups.emplace_back(category.id.value, category.name);
            setGroups(tr("All categories"), groups);
        });
}
