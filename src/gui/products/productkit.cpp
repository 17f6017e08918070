#include "gui/products/productplaces.h"

// What a kit consists of: it is sold as one, and its components are shipped.

QTableView *ProductPlace::makeComponents()
{
    m_components = new TableModel<ComponentLine>(
        {{tr("SKU"), [](const ComponentLine &c) { return c.sku; }, leftAligned, 150},
         {tr("Name"), [](const ComponentLine &c) { return c.name; }, leftAligned, 300},
         {tr("In one kit"), [](const ComponentLine &c) { return c.component.quantity.toString(QLocale()); }, rightAligned, 110},
         {tr("Available"), [](const ComponentLine &c) { return c.available.toString(QLocale()); }, rightAligned, 100}},
        this);
    m_componentTable = makeTable(m_components, tr("Components"));
    m_componentTable->setObjectName(QStringLiteral("components"));
    auto *remove = new QAction(tr("Remove component"), m_componentTable);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &ProductPlace::removeComponent);
    m_componentTable->addAction(remove);
    m_componentTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    return m_componentTable;
}

std::vector<ProductPlace::ComponentLine> ProductPlace::componentLines(Tx &tx, Id<Product> id)
{
    std::vector<ComponentLine> lines;
    for (const ProductComponent &component : componentsOf(tx, id)) {
        const Product product = tx.get(component.component);
        lines.push_back({component, product.sku, product.name, availability(tx, product.id).available()});
    }
    return lines;
}

void ProductPlace::setComponent()
{
    auto *question = new Question(this, tr("Component of %1").arg(title()), tr("Set the component"));
    question->addText("sku", tr("SKU"));
    question->addText("quantity", tr("In one kit"), QStringLiteral("1"));
    question->ask([this, question]() -> Result<> {
        const auto quantity = typedQuantity(question->text("quantity"));
        if (!quantity)
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(question->text("quantity")));
        const auto set = desk().perform([&](Tx &tx) -> Result<Product> {
            const auto product = findProduct(tx, question->text("sku"));
            if (!product)
                return notFound(QStringLiteral("unknown_sku"), tr("There is no product %1.").arg(question->text("sku")));
            auto components = componentsOf(tx, m_product);
            std::erase_if(components, [&](const ProductComponent &one) { return one.component == product->id; });
            components.push_back({m_product, product->id, *quantity});
            return setComponents(tx, m_product, components);
        });
        if (!set)
            return set.error();
        notice().good(tr("%1 is sold as a kit of its components.").arg(set->sku));
        return Done{};
    });
}

void ProductPlace::removeComponent()
{
    const ComponentLine *line = m_components->at(m_componentTable->currentIndex());
    if (!line)
        return;
    const QString sku = line->sku;
    std::vector<ProductComponent> before, after;
    for (const ComponentLine &one : m_view.components) {
        before.push_back(one.component);
        if (one.sku != sku)
            after.push_back(one.component);
    }
    if (!notice().tell(desk().perform(setComponents, m_product, after)))
        return;
    notice().offer(tr("%1 is removed from the kit.").arg(sku), tr("Undo"),
                   [this, before] { notice().tell(desk().perform(setComponents, m_product, before), tr("The component is back.")); });
}
