#include "core/sales/kitlines.h"

#include "core/catalog/kit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("KitLines", text); }

static Result<> checkWhole(const SalesLine &kit, Quantity quantity)
{
    if (quantity.isPositive() && quantity.millionths % Quantity::whole(1).millionths == 0)
        return Done{};
    return refuse(QStringLiteral("quantity"), tr("%1 is a kit: only whole ones can be sold, not %2.").arg(kit.sku, quantity.toString()));
}

Result<std::vector<SalesLine>> componentLines(Tx &tx, SalesLine &line, int &last)
{
    std::vector<SalesLine> lines;
    if (!line.isGoods() || !line.product)
        return lines;
    for (const ProductComponent &one : componentsOf(tx, line.product)) {
        const Product product = tx.get(one.component);
        SalesLine component;
        component.order = line.order;
        component.line = ++last;
        component.kitLine = line.line;
        component.product = product.id;
        component.sku = product.sku;
        component.description = product.name;
        component.quantity = {decimal::narrow(Int128(one.quantity.millionths) * line.quantity.millionths / Quantity::whole(1).millionths)};
        component.unitPrice.currency = line.unitPrice.currency;
        component.discount = component.net = component.tax = component.total = Money(0, line.unitPrice.currency);
        lines.push_back(component);
    }
    if (lines.empty())
        return lines;
    line.kitLine = line.line;
    if (auto whole = checkWhole(line, line.quantity); !whole)
        return whole.error();
    return lines;
}

Quantity unitsInKits(const SalesLine &component, const SalesLine &kit, Quantity kits)
{
    return {decimal::narrow(Int128(component.quantity.millionths) * kits.millionths / kit.quantity.millionths)};
}

namespace {

/// So many whole kits can be made of so many units of a component.
Quantity kitsIn(const SalesLine &component, const SalesLine &kit, Quantity units)
{
    return Quantity::whole(
        qint64(Int128(units.millionths) * kit.quantity.millionths / component.quantity.millionths / Quantity::whole(1).millionths));
}

void follow(SalesLine &kit, const std::vector<SalesLine> &lines)
{
    Quantity shipped = kit.quantity, allocated = shipped, picked = shipped, packed = shipped;
    for (const SalesLine &line : lines) {
        if (line.kitLine != kit.line || line.isKit())
            continue;
        const auto least = [&](Quantity &kits, Quantity units) { kits = std::min(kits, kitsIn(line, kit, units)); };
        least(shipped, line.shipped);
        least(allocated, line.shipped + line.allocated);
        least(picked, line.shipped + line.picked);
        least(packed, line.shipped + line.packed);
    }
    kit.shipped = std::min(shipped, kit.quantity - kit.cancelled);
    kit.allocated = std::min(allocated - kit.shipped, kit.outstanding());
    kit.picked = std::min(picked - kit.shipped, kit.allocated);
    kit.packed = std::min(packed - kit.shipped, kit.picked);
}

} // namespace

void followComponents(std::vector<SalesLine> &lines)
{
    for (SalesLine &line : lines)
        if (line.isKit())
            follow(line, lines);
}

void storeKitOf(Tx &tx, const SalesLine &line, std::vector<SalesLine> &lines)
{
    const int number = line.kitLine;
    for (SalesLine &kit : lines)
        if (kit.isKit() && kit.line == number) {
            follow(kit, lines);
            storeProgress(tx, kit);
        }
}

Result<Part> saidByComponents(const std::vector<SalesLine> &lines, const Part &part, const std::function<Quantity(const SalesLine &)> &done)
{
    std::map<int, Quantity> asked; // the same line may be named twice
    for (const auto &[number, quantity] : part)
        asked[number] += quantity;
    for (const SalesLine &kit : lines) {
        const auto found = asked.find(kit.line);
        if (!kit.isKit() || found == asked.end())
            continue;
        const Quantity kits = found->second;
        if (auto whole = checkWhole(kit, kits); !whole)
            return whole.error();
        asked.erase(found);
        for (const SalesLine &line : lines)
            if (line.isComponent() && line.kitLine == kit.line)
                if (const Quantity lacking = unitsInKits(line, kit, done(kit) + kits) - done(line); lacking.isPositive())
                    asked[line.line] = std::max(asked[line.line], lacking);
    }
    return Part(asked.begin(), asked.end());
}
