#include "core/audit/audit.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/kitlines.h"

static const NewLine *lineLike(const NewOrder &known, const SalesLine &line)
{
    for (const NewLine &one : known.lines)
        if (one.kind == line.kind && one.externalId == line.externalId)
            return &one;
    return nullptr;
}

/// Gives a line its product, and the components behind the last line if it is a kit.
static Result<std::vector<SalesLine>> fillInProduct(Tx &tx, SalesLine &line, Id<Product> product, int &last)
{
    line.product = product;
    line.sku = tx.get(product).sku;
    auto components = componentLines(tx, line, last);
    if (!components)
        return components;
    tx.run("UPDATE sales_line SET product_id = ?, sku = ?, kit_line = ? WHERE order_id = ? AND line = ?", line.product, line.sku, line.kitLine,
           line.order, line.line);
    tx.insertAll(*components);
    return components;
}

static void fillInTaxes(Tx &tx, const SalesLine &line, const NewLine::Facts &facts)
{
    Money sum(0, line.net.currency());
    std::vector<qint64> weights;
    for (const auto &[tax, amounts] : facts.taxes) {
        weights.push_back(amounts.second.absolute().minor());
        sum += amounts.second;
    }
    if (sum != facts.tax)
        return; // a tax is unknown still
    tx.run("DELETE FROM sales_line_tax WHERE order_id = ? AND line = ?", line.order, line.line);
    const auto parts = distribute(line.tax, weights); // the line may have been reduced since
    for (size_t i = 0; i < parts.size(); ++i)
        tx.insert(SalesLineTax{line.order, line.line, facts.taxes[i].first, line.net, parts[i]});
}

Result<> completeOrder(Tx &tx, Id<SalesOrder> id, const NewOrder &known)
{
    const SalesOrder order = tx.lock(id);
    auto lines = linesOf(tx, order);
    std::vector<SalesLine> added;
    int last = lines.back().line;
    for (SalesLine &line : lines) {
        const NewLine *said = line.isComponent() ? nullptr : lineLike(known, line);
        if (!said)
            continue;
        if (line.isGoods() && !line.product && said->product) {
            const auto components = fillInProduct(tx, line, said->product, last);
            if (!components)
                return components.error();
            added.insert(added.end(), components->begin(), components->end());
        }
        if (said->facts && tx.number("SELECT SUM(amount) FROM sales_line_tax WHERE order_id = ? AND line = ?", id, line.line) != line.tax.minor())
            fillInTaxes(tx, line, *said->facts);
    }
    lines.insert(lines.end(), added.begin(), added.end());
    if (order.state < OrderState::Closed && order.state != OrderState::Draft) {
        allocateLines(tx, order, lines);
        for (const SalesLine &line : lines)
            storeProgress(tx, line);
    }
    audit(tx, "order_completed", "sales_order", id.value);
    return Done{};
}
