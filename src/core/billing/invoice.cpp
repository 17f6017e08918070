#include "core/billing/invoice.h"

#include "core/audit/audit.h"
#include "core/company/series.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Invoice", text); }

namespace {

/// What an invoice or credit note consists of before it has a number.
struct Bill {
    Invoice head;
    std::vector<InvoiceLine> lines;
    std::vector<InvoiceTax> taxes;
    std::map<int, Id<Category>> categories; ///< by order line
};

const char *incomeRole(LineKind kind)
{
    switch (kind) {
    case LineKind::Goods: return role::Sales;
    case LineKind::Shipping: return role::ShippingIncome;
    case LineKind::Fee: return role::FeeIncome;
    case LineKind::GiftCard: return role::GiftCards;
    case LineKind::Tip: return role::Tips;
    case LineKind::Rounding: return role::Rounding;
    }
    return role::Sales;
}

/// The part of a line's amount that falls to the units from `done` to `done + now`: what remains after rounding goes to the last ones.
Money portion(Money whole, Quantity done, Quantity now, Quantity all) { return share(whole, done + now, all) - share(whole, done, all); }

Bill headOf(Tx &tx, const SalesOrder &order, InvoiceKind kind, QDate day)
{
    Bill bill;
    bill.head.kind = kind;
    bill.head.order = order.id;
    bill.head.party = order.party;
    bill.head.day = day.isValid() ? day : tx.today();
    bill.head.dueOn = bill.head.day.addDays(order.termsDays);
    bill.head.at = tx.now();
    bill.head.currency = order.currency;
    bill.head.rate = order.rate;
    bill.head.net = bill.head.tax = bill.head.total = Money(0, order.currency);
    for (const auto &[line, goods] : goodsOf(tx, order.id))
        bill.categories[line] = goods.category;
    return bill;
}

void add(Bill &bill, const SalesLine &line, Quantity quantity, Money discount, Money net, Money tax)
{
    bill.lines.push_back({{}, int(bill.lines.size()) + 1, line.line, line.kind, line.sku, line.description, quantity, discount, net, tax, net + tax});
    bill.head.net += net;
    bill.head.tax += tax;
    bill.head.total += net + tax;
}

/// A line's tax by rate: what falls to `upTo` of its whole tax less what fell to `from`, so that several invoices add up to the line's own
/// figures.
void addTaxes(Bill &bill, const SalesLine &line, const std::vector<SalesLineTax> &taxes, Money net, Money from, Money upTo)
{
    std::vector<qint64> weights;
    std::vector<const SalesLineTax *> own;
    for (const SalesLineTax &t : taxes)
        if (t.line == line.line) {
            own.push_back(&t);
            weights.push_back(t.amount.absolute().minor());
        }
    const auto before = distribute(from, weights);
    const auto after = distribute(upTo, weights);
    for (size_t i = 0; i < own.size(); ++i)
        bill.taxes.push_back({{}, int(bill.lines.size()), own[i]->tax, net, after[i] - before[i]});
}

void store(Tx &tx, Bill &bill)
{
    bill.head.number = nextNumber(tx, bill.head.kind == InvoiceKind::Invoice ? "INV" : "CN");
    tx.insert(bill.head);
    for (InvoiceLine &line : bill.lines)
        line.invoice = bill.head.id;
    for (InvoiceTax &tax : bill.taxes)
        tax.invoice = bill.head.id;
    tx.insertAll(bill.lines);
    tx.insertAll(bill.taxes);
}

Posting postingOf(const Bill &bill, const SalesOrder &order)
{
    const bool invoice = bill.head.kind == InvoiceKind::Invoice;
    const Scope channel{.channel = order.channel};
    Posting posting(journal::Sales, bill.head.day,
                    (invoice ? tr("Invoice %1 of %2") : tr("Credit note %1 of %2")).arg(bill.head.number, order.number),
                    {"invoice", bill.head.id.value});
    posting.at(bill.head.rate);
    if (invoice)
        posting.debit(role::Receivable, channel, bill.head.total, bill.head.party);
    for (const InvoiceLine &line : bill.lines) {
        Scope scope = channel;
        if (const auto category = bill.categories.find(line.orderLine); category != bill.categories.end())
            scope.category = category->second;
        if (invoice)
            posting.debit(role::Discounts, scope, line.discount).credit(incomeRole(line.kind), scope, line.net + line.discount);
        else
            posting.debit(line.kind == LineKind::Goods ? role::SalesReturns : incomeRole(line.kind), scope, line.net);
    }
    for (const InvoiceTax &tax : bill.taxes)
        posting.credit(role::OutputTax, {.channel = order.channel, .tax = tax.tax}, invoice ? tax.amount : -tax.amount);
    if (!invoice)
        posting.credit(role::Receivable, channel, bill.head.total, bill.head.party);
    return posting;
}

/// The last part of billing: the entry, the open item, and what is open already set against it.
Result<> postBill(Tx &tx, const Bill &bill, const SalesOrder &order)
{
    const Source source{"invoice", bill.head.id.value};
    if (auto posted = post(tx, postingOf(bill, order)); !posted)
        return posted.error();
    const Id<Account> receivable = tx.configured<AccountRoles>().of(role::Receivable, {.channel = order.channel});
    const Money amount = bill.head.kind == InvoiceKind::Invoice ? bill.head.total : -bill.head.total;
    if (!amount.isZero())
        openItem(tx, order.party, receivable, source, order.id, bill.head.day, bill.head.dueOn, amount, bill.head.rate);
    return settleOrder(tx, order.id, bill.head.day, source);
}

Quantity toInvoice(const SalesLine &line, bool first)
{
    if (line.isGoods())
        return line.shipped - line.invoiced;
    return first ? line.quantity - line.invoiced : Quantity();
}

} // namespace

Result<Invoice> invoiceOrder(Tx &tx, Id<SalesOrder> id, QDate day)
{
    SalesOrder order = tx.lock(id);
    if (order.state < OrderState::Confirmed)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 and cannot be invoiced.").arg(order.number, stateLabel(order.state)));
    auto lines = linesOf(tx, order);
    const auto taxes = tx.allIn<SalesLineTax>(order.currency, "order_id = ? ORDER BY line, tax_id", id);
    const bool hasGoods = std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.isGoods(); });
    const bool anyShipped = std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.isGoods() && l.shipped > l.invoiced; });
    Bill bill = headOf(tx, order, InvoiceKind::Invoice, day);
    for (SalesLine &line : lines) {
        const Quantity now = toInvoice(line, anyShipped || !hasGoods);
        if (!now.isPositive())
            continue;
        const Money net = portion(line.net, line.invoiced, now, line.quantity);
        const Money tax = portion(line.tax, line.invoiced, now, line.quantity);
        add(bill, line, now, portion(line.discount, line.invoiced, now, line.quantity), net, tax);
        const Money before = share(line.tax, line.invoiced, line.quantity);
        addTaxes(bill, line, taxes, net, before, before + tax);
        line.invoiced += now;
    }
    if (bill.lines.empty())
        return refuse(QStringLiteral("nothing_to_do"), tr("Nothing of %1 is shipped and not invoiced.").arg(order.number), tr("Ship it first."));
    store(tx, bill);
    for (const SalesLine &line : lines)
        storeProgress(tx, line);
    audit(tx, "order_invoiced", "sales_order", id.value, bill.head.number);
    if (auto posted = postBill(tx, bill, order); !posted)
        return posted.error();
    updateBillingState(tx, order);
    storeState(tx, order);
    return bill.head;
}

Result<Invoice> creditOrder(Tx &tx, Id<SalesOrder> id, const std::vector<CreditLine> &credits, const QString &reason, QDate day)
{
    SalesOrder order = tx.lock(id);
    const auto lines = linesOf(tx, order);
    const auto taxes = tx.allIn<SalesLineTax>(order.currency, "order_id = ? ORDER BY line, tax_id", id);
    const auto invoices = invoicesOf(tx, id);
    Money invoiced(0, order.currency), credited(0, order.currency);
    Bill bill = headOf(tx, order, InvoiceKind::CreditNote, day);
    for (const Invoice &earlier : invoices) {
        (earlier.kind == InvoiceKind::Invoice ? invoiced : credited) += earlier.total;
        if (earlier.kind == InvoiceKind::Invoice)
            bill.head.corrects = earlier.id;
    }
    if (invoiced.isZero())
        return refuse(QStringLiteral("not_invoiced"), tr("%1 has no invoice that could be credited.").arg(order.number),
                      tr("Cancel what is not shipped instead."));
    for (const CreditLine &credit : credits) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.line == credit.orderLine; });
        if (line == lines.end())
            return refuse(QStringLiteral("unknown_line"), tr("%1 has no line %2.").arg(order.number).arg(credit.orderLine));
        add(bill, *line, credit.quantity, Money(0, order.currency), credit.net, credit.tax);
        addTaxes(bill, *line, taxes, credit.net, Money(0, order.currency), credit.tax);
    }
    if (!bill.head.total.isPositive())
        return refuse(QStringLiteral("amount"), tr("A credit note needs an amount above zero."));
    if (credited + bill.head.total > invoiced)
        return refuse(QStringLiteral("amount"),
                      tr("Only %1 of %2 are invoiced and not credited yet.").arg((invoiced - credited).toString(), order.number));
    bill.head.dueOn = bill.head.day;
    bill.head.memo = reason;
    store(tx, bill);
    audit(tx, "order_credited", "sales_order", id.value, bill.head.number);
    if (auto posted = postBill(tx, bill, order); !posted)
        return posted.error();
    updateBillingState(tx, order);
    storeState(tx, order);
    return bill.head;
}

Result<std::vector<CreditLine>> spreadCredit(Tx &tx, const SalesOrder &order, Money amount)
{
    std::map<int, std::pair<Money, Money>> left; // order line -> net and tax that are invoiced and not credited
    for (const Invoice &invoice : invoicesOf(tx, order.id))
        for (const InvoiceLine &line : linesOf(tx, invoice)) {
            auto &[net, tax] = left[line.orderLine];
            net += invoice.kind == InvoiceKind::Invoice ? line.net : -line.net;
            tax += invoice.kind == InvoiceKind::Invoice ? line.tax : -line.tax;
        }
    std::vector<qint64> weights;
    Money whole(0, order.currency);
    for (const auto &[line, amounts] : left) {
        const Money both = amounts.first + amounts.second;
        weights.push_back(std::max<qint64>(0, both.minor()));
        whole += both;
    }
    if (!amount.isPositive() || amount > whole)
        return refuse(QStringLiteral("amount"), tr("Only %1 of %2 are invoiced and not credited yet.").arg(whole.toString(), order.number));
    const auto parts = distribute(amount, weights);
    std::vector<CreditLine> credits;
    size_t i = 0;
    for (const auto &[line, amounts] : left) {
        const Money part = parts[i++];
        if (part.isZero())
            continue;
        const Money tax = share(part, amounts.second.minor(), (amounts.first + amounts.second).minor());
        credits.push_back({line, {}, part - tax, tax});
    }
    return credits;
}

std::vector<Invoice> invoicesOf(Tx &tx, Id<SalesOrder> order) { return tx.all<Invoice>("order_id = ? ORDER BY id", order); }
std::vector<InvoiceLine> linesOf(Tx &tx, const Invoice &invoice)
{
    return tx.allIn<InvoiceLine>(invoice.currency, "invoice_id = ? ORDER BY line", invoice.id);
}
std::vector<InvoiceTax> taxesOf(Tx &tx, const Invoice &invoice)
{
    return tx.allIn<InvoiceTax>(invoice.currency, "invoice_id = ? ORDER BY line, tax_id", invoice.id);
}
