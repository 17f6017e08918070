#include "core/audit/audit.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"

static const NewLine *lineLike(const NewOrder &known, const SalesLine &line)
{
    for (const NewLine &one : known.lines)
        if (one.kind == line.kind && one.externalId == line.externalId)
            return &one;
    return nullptr;
}

static void fillInProduct(Tx &tx, SalesLine &line, Id<Product> product)
{
    line.product = product;
    line.sku = tx.get(product).sku;
    tx.run("UPDATE sales_line SET product_id = ?, sku = ? WHERE order_id = ? AND line = ?", line.product, line.sku, line.order, line.line);
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
    for (SalesLine &line : lines) {
        const NewLine *said = lineLike(known, line);
        if (!said)
            continue;
        if (line.isGoods() && !line.product && said->product)
            fillInProduct(tx, line, said->product);
        if (said->facts && tx.number("SELECT SUM(amount) FROM sales_line_tax WHERE order_id = ? AND line = ?", id, line.line) != line.tax.minor())
            fillInTaxes(tx, line, *said->facts);
    }
    if (order.state < OrderState::Closed && order.state != OrderState::Draft) {
        allocateLines(tx, order, lines);
        for (const SalesLine &line : lines)
            storeProgress(tx, line);
    }
    audit(tx, "order_completed", "sales_order", id.value);
    return Done{};
}
