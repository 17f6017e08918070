#include "apps/ctl/call.h"
#include "core/catalog/kit.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("KitCommands", text); }

Json kitJson(Tx &tx, Id<Product> product)
{
    JsonArray components;
    for (const ProductComponent &one : componentsOf(tx, product)) {
        const Product component = tx.get(one.component);
        components.push_back(object("sku", component.sku, "name", component.name, "quantity", quantity(one.quantity)));
    }
    return Json(std::move(components));
}

namespace {

/// "SKU=QTY"; a SKU may have an equals sign itself.
Result<ProductComponent> componentOf(Tx &tx, const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    const auto units = sign > 0 ? Quantity::parse(text.mid(sign + 1)) : std::nullopt;
    if (!units)
        return wrongUsage(tr("--component takes SKU=QTY, not “%1”.").arg(text));
    const auto product = productBySku(tx, text.left(sign));
    if (!product)
        return product.error();
    return ProductComponent{{}, product->id, *units};
}

Result<Answer> kit(Call &call, Session &session)
{
    if (call.has("none") == call.has("component"))
        return wrongUsage(tr("Either --component SKU=QTY or --none."));
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        std::vector<ProductComponent> components;
        for (const QString &text : call.options("component")) {
            const auto component = componentOf(tx, text);
            if (!component)
                return component.error();
            components.push_back(*component);
        }
        const auto set = setComponents(tx, product->id, components);
        if (!set)
            return set.error();
        return object("sku", set->sku, "stocked", set->stocked, "components", kitJson(tx, set->id));
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> kitCommands()
{
    return {
        {QStringLiteral("product kit SKU [--component SKU=QTY]… [--none]"),
         tr("Says what a kit consists of: it is sold as one, and its components are shipped. “--none”: it is no kit any more."),
         kit,
         {}},
    };
}

} // namespace ctl
