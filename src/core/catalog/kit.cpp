#include "core/catalog/kit.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Kit", text); }

std::vector<ProductComponent> componentsOf(Tx &tx, Id<Product> product)
{
    return tx.all<ProductComponent>("product_id = ? ORDER BY (SELECT sku FROM product WHERE id = component_id)", product);
}

namespace {

Result<> checkComponent(Tx &tx, const Product &kit, const ProductComponent &one)
{
    const Product component = tx.get(one.component);
    if (component.id == kit.id)
        return refuse(QStringLiteral("component"), tr("%1 cannot be a component of itself.").arg(kit.sku));
    if (!one.quantity.isPositive())
        return refuse(QStringLiteral("quantity"), tr("A kit needs a quantity above zero of %1.").arg(component.sku));
    if (!componentsOf(tx, component.id).empty())
        return refuse(QStringLiteral("component"), tr("%1 is a kit itself: name its components.").arg(component.sku));
    if (!component.stocked)
        return refuse(QStringLiteral("not_stocked"), tr("%1 is a service and is not kept in stock.").arg(component.sku));
    return Done{};
}

/// An order of a product that waits for its goods.
QString openOrderOf(Tx &tx, Id<Product> product)
{
    return tx.text("SELECT MIN(o.number) FROM sales_line l JOIN sales_order o ON o.id = l.order_id WHERE l.product_id = ? AND l.kind = 1 AND "
                   "l.quantity > l.shipped + l.cancelled AND o.state < 90",
                   product);
}

Result<> checkBecomesKit(Tx &tx, const Product &product)
{
    if (tx.number("SELECT COUNT(*) FROM product_component WHERE component_id = ?", product.id) > 0)
        return refuse(QStringLiteral("component"), tr("%1 is a component of a kit and cannot be one itself.").arg(product.sku));
    if (tx.number("SELECT COUNT(*) FROM stock_balance WHERE product_id = ? AND on_hand <> 0", product.id) > 0)
        return refuse(QStringLiteral("has_stock"), tr("%1 has stock; a kit has none of its own.").arg(product.sku),
                      tr("Count it to zero first, and its components as what they are."));
    return Done{};
}

} // namespace

Result<Product> setComponents(Tx &tx, Id<Product> id, const std::vector<ProductComponent> &components)
{
    Product product = tx.lock(id);
    const bool was = !componentsOf(tx, id).empty(), is = !components.empty();
    for (size_t i = 0; i < components.size(); ++i) {
        if (auto good = checkComponent(tx, product, components[i]); !good)
            return good.error();
        for (size_t k = 0; k < i; ++k)
            if (components[k].component == components[i].component)
                return refuse(QStringLiteral("duplicate"), tr("A component is named twice: %1.").arg(tx.get(components[i].component).sku));
    }
    if (!was && is)
        if (auto good = checkBecomesKit(tx, product); !good)
            return good.error();
    if (was != is) {
        if (const QString order = openOrderOf(tx, id); !order.isEmpty())
            return refuse(QStringLiteral("open_orders"), tr("%1 waits to be shipped on %2.").arg(product.sku, order),
                          tr("Ship or cancel the orders of it first."));
        product.stocked = !is;
    }
    tx.run("DELETE FROM product_component WHERE product_id = ?", id);
    for (ProductComponent one : components) {
        one.product = id;
        tx.insert(one);
    }
    product.changedAt = tx.now();
    tx.update(product);
    audit(tx, "components_set", "product", id.value);
    return product;
}

Result<> checkStocked(Tx &tx, const Product &product)
{
    if (product.stocked && !componentsOf(tx, product.id).empty())
        return refuse(QStringLiteral("not_stocked"), tr("%1 is a kit and has no stock of its own.").arg(product.sku));
    if (!product.stocked && tx.number("SELECT COUNT(*) FROM product_component WHERE component_id = ?", product.id) > 0)
        return refuse(QStringLiteral("component"), tr("%1 is a component of a kit and must be kept in stock.").arg(product.sku));
    return Done{};
}
