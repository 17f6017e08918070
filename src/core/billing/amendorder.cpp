#include "core/billing/amendorder.h"

#include "core/audit/audit.h"
#include "core/billing/invoice.h"
#include "core/sales/backorders.h"
#include "core/sales/confirmorder.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("AmendOrder", text); }

namespace {

/// A line as the buyer's order says it, with its taxes.
struct Said {
    SalesLine line;
    std::vector<SalesLineTax> taxes;
    std::vector<SalesLine> components; ///< of a kit

    bool saysTheSame(const Said &other) const
    {
        const SalesLine &a = line, &b = other.line;
        return a.product == b.product && a.sku == b.sku && a.quantity == b.quantity && a.net == b.net && a.tax == b.tax && a.discount == b.discount;
    }
};

std::vector<Said> saidIn(const OrderDocument &document)
{
    std::vector<Said> said;
    for (const SalesLine &line : document.lines) {
        if (line.isComponent()) { // follows its kit
            said.back().components.push_back(line);
            continue;
        }
        said.push_back({line, {}, {}});
        std::copy_if(document.taxes.begin(), document.taxes.end(), std::back_inserter(said.back().taxes),
                     [&](const SalesLineTax &t) { return t.line == line.line; });
    }
    return said;
}

QString nameOf(const SalesLine &line) { return line.sku.isEmpty() ? line.description : line.sku; }

/// Carries the changes out on the order's lines in memory, as far as they allow; then stores all of it, or nothing.
class Amendment {
public:
    Amendment(Tx &tx, SalesOrder order) : m_tx(tx), m_order(std::move(order)), m_lines(linesOf(tx, m_order))
    {
        for (const SalesLine &line : m_lines)
            m_last = std::max(m_last, line.line);
    }

    Result<SalesOrder> carryOut(const std::vector<Said> &before, const std::vector<Said> &now, const QString &reason)
    {
        compare(before, now);
        if (!m_refusals.empty())
            return refuse(m_code, QStringList(m_refusals.begin(), m_refusals.end()).join(u' '), m_hint);
        const Money total = m_order.total;
        store();
        audit(m_tx, "order_changed", "sales_order", m_order.id.value, tr("Total %1, was %2").arg(m_order.total.toString(), total.toString()));
        for (const Id<Product> product : m_freed)
            allocateBackorders(m_tx, product);
        if (!m_credits.empty())
            if (auto credited = creditOrder(m_tx, m_order.id, m_credits, reason); !credited)
                return credited.error();
        return m_tx.get(m_order.id);
    }

private:
    static bool isSame(const SalesLine &a, const SalesLine &b)
    {
        return a.kind == b.kind && (a.kind == LineKind::Rounding || a.externalId == b.externalId);
    }
    static const Said *find(const std::vector<Said> &all, const Said &one)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Said &s) { return isSame(s.line, one.line); });
        return found == all.end() ? nullptr : &*found;
    }
    /// The order's own line; of several (units that were added to a line after its invoice are a line of their own) the last.
    SalesLine *ours(const Said &one)
    {
        const auto found =
            std::find_if(m_lines.rbegin(), m_lines.rend(), [&](const SalesLine &l) { return !l.isComponent() && isSame(l, one.line); });
        return found == m_lines.rend() ? nullptr : &*found;
    }

    void compare(const std::vector<Said> &before, const std::vector<Said> &now)
    {
        for (const Said &said : now) {
            const Said *was = find(before, said);
            SalesLine *line = ours(said);
            if (was && was->saysTheSame(said))
                continue;
            if (!line)
                add(said, said.line.quantity, said.line.net, said.line.tax, said.line.discount, {});
            else if (was)
                change(*line, *was, said);
        }
        for (const Said &said : before)
            if (!find(now, said))
                if (SalesLine *line = ours(said))
                    remove(*line);
    }

    void refuseLine(const char *code, const QString &sentence, const QString &hint)
    {
        m_code = QString::fromLatin1(code);
        m_hint = hint;
        m_refusals.push_back(sentence);
    }

    void refusePicked(const SalesLine &line)
    {
        refuseLine("already_picked", tr("%1: %2 are picked.").arg(nameOf(line), line.picked.toString()), tr("Put the goods back, then try again."));
    }

    void add(const Said &said, Quantity quantity, Money net, Money tax, Money discount, const std::vector<SalesLineTax> &less)
    {
        SalesLine line = said.line;
        line.order = m_order.id;
        line.line = ++m_last;
        line.quantity = quantity;
        line.net = net;
        line.tax = tax;
        line.discount = discount;
        line.total = net + tax;
        if (said.line.isKit())
            line.kitLine = line.line;
        m_lines.push_back(line);
        m_added.insert(line.line);
        for (SalesLine component : said.components) {
            component.order = m_order.id;
            component.quantity = unitsInKits(component, said.line, quantity);
            component.kitLine = line.line;
            component.line = ++m_last;
            m_lines.push_back(component);
            m_added.insert(component.line);
        }
        changeTaxes(line.line, less, said.taxes);
    }

    std::vector<SalesLine *> componentsOf(const SalesLine &kit)
    {
        std::vector<SalesLine *> components;
        for (SalesLine &line : m_lines)
            if (kit.isKit() && line.isComponent() && line.kitLine == kit.line)
                components.push_back(&line);
        return components;
    }

    /// Whether nothing of a kit's components is picked or has left; else that is what is wrong.
    bool isUntouched(const SalesLine &kit)
    {
        for (const SalesLine *component : componentsOf(kit)) {
            if (component->shipped.isPositive())
                refuseLine("already_shipped", tr("%1: %2 are shipped.").arg(nameOf(*component), component->shipped.toString()),
                           tr("Take shipped goods back by a return."));
            else if (component->picked.isPositive())
                refusePicked(*component);
            if (component->shipped.isPositive() || component->picked.isPositive())
                return false;
        }
        return true;
    }

    /// Components follow the number of their kits.
    void scaleComponents(const SalesLine &kit, Quantity more)
    {
        for (SalesLine *component : componentsOf(kit)) {
            component->quantity += unitsInKits(*component, kit, more);
            giveBack(*component, component->allocated - std::max(Quantity(), component->outstanding()));
        }
    }

    void change(SalesLine &line, const Said &was, const Said &said)
    {
        if (was.line.product != said.line.product || was.line.sku != said.line.sku)
            return exchange(line, said);
        const Quantity more = said.line.quantity - was.line.quantity;
        const Money net = said.line.net - was.line.net, tax = said.line.tax - was.line.tax, discount = said.line.discount - was.line.discount;
        const bool isBilled = line.invoiced.isPositive() && line.invoiced == line.quantity;
        if (isBilled && (more.isPositive() || (!line.isGoods() && (net + tax).isPositive())) && !net.isNegative() && !tax.isNegative())
            return add(said, line.isGoods() ? more : Quantity::whole(1), net, tax, discount.isNegative() ? discount - discount : discount, was.taxes);
        if (line.quantity + more < line.shipped + line.cancelled || !(line.quantity + more).isPositive())
            return refuseLine("already_shipped",
                              line.shipped.isPositive() ? tr("%1: %2 are shipped.").arg(nameOf(line), line.shipped.toString())
                                                        : tr("%1: %2 are given up already.").arg(nameOf(line), line.cancelled.toString()),
                              tr("Take shipped goods back by a return."));
        if (more.isNegative() && line.quantity + more < line.shipped + line.cancelled + line.picked)
            return refusePicked(line);
        if (!more.isZero() && !isUntouched(line))
            return;
        if (isBilled && (net + tax).isPositive())
            return refuseLine("already_invoiced", tr("%1 is invoiced at a lower price.").arg(nameOf(line)), {});
        if (!creditWhatIsBilled(line, isBilled, net, tax))
            return;
        scaleComponents(line, more);
        line.quantity += more;
        line.unitPrice = said.line.unitPrice;
        line.description = said.line.description;
        line.net += net;
        line.tax += tax;
        line.discount = std::max(line.discount + discount, discount - discount);
        line.total = line.net + line.tax;
        changeTaxes(line.line, was.taxes, said.taxes);
        giveBack(line, line.allocated - std::max(Quantity(), line.outstanding()));
    }

    /// What is cheaper now is credited where the line is invoiced; else it must leave room for what of it is invoiced.
    bool creditWhatIsBilled(const SalesLine &line, bool isBilled, Money net, Money tax)
    {
        if (isBilled && (net + tax).isNegative() && !net.isPositive() && !tax.isPositive()) {
            m_credits.push_back({line.line, {}, -net, -tax});
            return true;
        }
        const Money billedNet = share(line.net, line.invoiced, line.quantity), billedTax = share(line.tax, line.invoiced, line.quantity);
        const bool mayBeNegative = line.net.isNegative() || line.kind == LineKind::Rounding;
        if (!mayBeNegative && (line.net + net < billedNet || line.tax + tax < billedTax)) {
            refuseLine("already_invoiced",
                       tr("%1: only %2 of it are not invoiced or refunded yet.").arg(nameOf(line), (line.total - billedNet - billedTax).toString()),
                       {});
            return false;
        }
        return true;
    }

    /// Other goods on the same line.
    void exchange(SalesLine &line, const Said &said)
    {
        if (!isUntouched(line))
            return;
        if (line.picked.isPositive() && line.shipped.isZero())
            return refusePicked(line);
        if (line.shipped.isPositive())
            return refuseLine("already_shipped", tr("%1: %2 are shipped.").arg(nameOf(line), line.shipped.toString()),
                              tr("Take shipped goods back by a return."));
        if (line.cancelled.isPositive() || line.invoiced.isPositive())
            return refuseLine("already_cancelled", tr("%1: %2 are given up already.").arg(nameOf(line), line.cancelled.toString()), {});
        remove(line);
        add(said, said.line.quantity, said.line.net, said.line.tax, said.line.discount, {});
    }

    void remove(SalesLine &line)
    {
        if (line.shipped.isPositive())
            return refuseLine("already_shipped", tr("%1: %2 are shipped.").arg(nameOf(line), line.shipped.toString()),
                              tr("Take shipped goods back by a return."));
        if (line.picked.isPositive())
            return refusePicked(line);
        if (line.invoiced.isPositive()) {
            m_credits.push_back({line.line, {}, line.net, line.tax});
            line.net = line.tax = line.total = line.net - line.net;
            m_taxes[line.line] = std::nullopt;
            return;
        }
        if (!isUntouched(line))
            return;
        for (SalesLine *component : componentsOf(line)) {
            giveBack(*component, component->allocated);
            m_removed.insert(component->line);
        }
        giveBack(line, line.allocated);
        m_removed.insert(line.line);
    }

    void giveBack(SalesLine &line, Quantity quantity)
    {
        if (!quantity.isPositive())
            return;
        m_released.emplace_back(line, quantity);
        line.allocated -= quantity;
    }

    /// Taxes of a line follow its change: what was said before goes, what is said now comes.
    void changeTaxes(int line, const std::vector<SalesLineTax> &before, const std::vector<SalesLineTax> &now)
    {
        auto &changes = m_taxes[line].emplace();
        const auto put = [&](const SalesLineTax &t, bool more) {
            auto &[base, amount] = changes.try_emplace(t.tax, Money(0, m_order.currency), Money(0, m_order.currency)).first->second;
            base += more ? t.base : -t.base;
            amount += more ? t.amount : -t.amount;
        };
        for (const SalesLineTax &t : before)
            put(t, false);
        for (const SalesLineTax &t : now)
            put(t, true);
    }

    void store()
    {
        releasePromises();
        for (const int line : m_removed) {
            m_tx.run("DELETE FROM sales_line_tax WHERE order_id = ? AND line = ?", m_order.id, line);
            m_tx.run("DELETE FROM sales_line WHERE order_id = ? AND line = ?", m_order.id, line);
        }
        std::erase_if(m_lines, [&](const SalesLine &l) { return m_removed.contains(l.line); });
        allocateLines(m_tx, m_order, m_lines);
        for (const SalesLine &line : m_lines)
            if (m_added.contains(line.line))
                m_tx.insert(line);
            else
                storeLine(line);
        storeTaxes();
        sumUp();
        m_tx.update(m_order);
    }

    void releasePromises()
    {
        std::stable_sort(m_released.begin(), m_released.end(), [](const auto &a, const auto &b) { return a.first.product < b.first.product; });
        for (const auto &[line, quantity] : m_released) {
            releaseLine(m_tx, line, quantity);
            m_freed.insert(line.product);
        }
    }

    void storeLine(const SalesLine &line)
    {
        m_tx.run("UPDATE sales_line SET description = ?, quantity = ?, unit_price = ?, discount = ?, net = ?, tax = ?, total = ?, allocated = ? "
                 "WHERE order_id = ? AND line = ?",
                 line.description, line.quantity, line.unitPrice, line.discount, line.net, line.tax, line.total, line.allocated, line.order,
                 line.line);
    }

    void storeTaxes()
    {
        for (const auto &[line, changes] : m_taxes) {
            if (m_removed.contains(line))
                continue;
            if (!changes)
                m_tx.run("UPDATE sales_line_tax SET base = 0, amount = 0 WHERE order_id = ? AND line = ?", m_order.id, line);
            else
                for (const auto &[tax, amounts] : *changes)
                    m_tx.run("INSERT INTO sales_line_tax (order_id, line, tax_id, base, amount) VALUES (?, ?, ?, ?, ?) ON CONFLICT (order_id, line, "
                             "tax_id) DO UPDATE SET base = sales_line_tax.base + excluded.base, amount = sales_line_tax.amount + excluded.amount",
                             m_order.id, line, tax, amounts.first, amounts.second);
        }
    }

    void sumUp()
    {
        const Money zero(0, m_order.currency);
        m_order.net = m_order.tax = m_order.shipping = m_order.discount = zero;
        for (const SalesLine &line : m_lines) {
            m_order.net += line.net;
            m_order.tax += line.tax;
            m_order.discount += line.discount;
            if (line.kind == LineKind::Shipping)
                m_order.shipping += line.net;
        }
        m_order.total = m_order.net + m_order.tax;
        if (m_order.state < OrderState::Confirmed)
            return;
        m_order.state = stateOf(OrderState::Confirmed, m_lines);
        updateBillingState(m_tx, m_order);
    }

    Tx &m_tx;
    SalesOrder m_order;
    std::vector<SalesLine> m_lines;
    int m_last = 0;
    std::set<int> m_added, m_removed;
    std::vector<std::pair<SalesLine, Quantity>> m_released; ///< lines as they were, and how much of their promises goes back
    std::set<Id<Product>> m_freed;
    /// By line: what its taxes change by (base, amount); none: they are all credited.
    std::map<int, std::optional<std::map<Id<Tax>, std::pair<Money, Money>>>> m_taxes;
    std::vector<CreditLine> m_credits;
    std::vector<QString> m_refusals;
    QString m_code, m_hint;
};

/// The lines of an order as they would be entered; what is not known of it yet does not matter here.
Result<OrderDocument> read(Tx &tx, const SalesOrder &order, NewOrder said)
{
    said.party = order.party;
    said.currency = order.currency;
    said.hold = QStringLiteral("-");
    return priceOrder(tx, said);
}

} // namespace

Result<SalesOrder> amendOrder(Tx &tx, Id<SalesOrder> id, const NewOrder &before, const NewOrder &now, const QString &reason)
{
    const SalesOrder order = tx.lock(id);
    if (order.state >= OrderState::Closed)
        return refuse(QStringLiteral("finished"), tr("%1 is %2.").arg(order.number, stateLabel(order.state)));
    const auto was = read(tx, order, before);
    if (!was)
        return was.error();
    const auto is = read(tx, order, now);
    if (!is)
        return is.error();
    return Amendment(tx, order).carryOut(saidIn(*was), saidIn(*is), reason);
}
