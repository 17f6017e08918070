#include "core/audit/audit.h"
#include "core/sales/changeorder.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("ReduceOrder", text); }

Result<> reduceLine(Tx &tx, Id<SalesOrder> id, int number, Money net, Money tax)
{
    SalesOrder order = tx.lock(id);
    auto lines = linesOf(tx, order);
    const auto line = std::find_if(lines.begin(), lines.end(), [number](const SalesLine &l) { return l.line == number; });
    if (line == lines.end())
        return refuse(QStringLiteral("unknown_line"), tr("%1 has no line %2.").arg(order.number).arg(number));
    if (line->invoiced.isPositive())
        return refuse(QStringLiteral("already_invoiced"), tr("Line %1 of %2 is invoiced.").arg(number).arg(order.number),
                      tr("Make a credit note instead."));
    if (net.isNegative() || tax.isNegative() || net > line->net || tax > line->tax)
        return refuse(QStringLiteral("amount"), tr("Line %1 of %2 holds %3 only.").arg(number).arg(order.number).arg(line->total.toString()));
    const auto taxes = tx.allIn<SalesLineTax>(order.currency, "order_id = ? AND line = ? ORDER BY tax_id", id, number);
    std::vector<qint64> weights;
    for (const SalesLineTax &t : taxes)
        weights.push_back(t.amount.absolute().minor());
    const auto parts = distribute(tax, weights);
    for (size_t i = 0; i < taxes.size(); ++i)
        tx.run("UPDATE sales_line_tax SET base = base - ?, amount = amount - ? WHERE order_id = ? AND line = ? AND tax_id = ?", net, parts[i], id,
               number, taxes[i].tax);
    tx.run("UPDATE sales_line SET discount = discount + ?, net = net - ?, tax = tax - ?, total = total - ? WHERE order_id = ? AND line = ?", net, net,
           tax, net + tax, id, number);
    order.net -= net;
    order.tax -= tax;
    order.total -= net + tax;
    order.discount += net;
    if (line->kind == LineKind::Shipping)
        order.shipping -= net;
    tx.update(order);
    audit(tx, "line_reduced", "sales_order", id.value, (net + tax).toString());
    return Done{};
}

Result<> reduceOrder(Tx &tx, Id<SalesOrder> id, Money amount)
{
    const SalesOrder order = tx.lock(id);
    const auto lines = linesOf(tx, order);
    std::vector<qint64> weights;
    for (const SalesLine &line : lines)
        weights.push_back(line.total.isPositive() && line.invoiced.isZero() ? line.total.minor() : 0);
    if (std::all_of(weights.begin(), weights.end(), [](qint64 w) { return w == 0; }))
        return refuse(QStringLiteral("amount"), tr("Nothing of %1 is left that could be reduced.").arg(order.number));
    const auto parts = distribute(amount, weights);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (parts[i].isZero())
            continue;
        const Money tax = share(parts[i], lines[i].tax.minor(), lines[i].total.minor());
        if (auto reduced = reduceLine(tx, id, lines[i].line, parts[i] - tax, tax); !reduced)
            return reduced;
    }
    return Done{};
}
