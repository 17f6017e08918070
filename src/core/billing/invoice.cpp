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

/// What was billed (or credited) of each order line, by its number.
struct Billed {
    Money discount, net, tax;
};
std::map<int, Billed> billedOf(Tx &tx, const SalesOrder &order, InvoiceKind kind)
{
    std::map<int, Billed> billed;
    auto rows = tx.run("SELECT l.order_line, CAST(SUM(l.discount) AS BIGINT), CAST(SUM(l.net) AS BIGINT), CAST(SUM(l.tax) AS BIGINT) FROM invoice i "
                       "JOIN invoice_line l ON l.invoice_id = i.id WHERE i.order_id = ? AND i.kind = ? GROUP BY l.order_line",
                       order.id, kind);
    while (rows.next())
        billed[int(rows.integer(0))] = {Money(rows.integer(1), order.currency), Money(rows.integer(2), order.currency),
                                        Money(rows.integer(3), order.currency)};
    return billed;
}

Billed of(const std::map<int, Billed> &billed, const SalesLine &line)
{
    const Money zero(0, line.net.currency());
    const auto found = billed.find(line.line);
    return found == billed.end() ? Billed{zero, zero, zero} : found->second;
}

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

/// What goes with goods (shipping, fees, …) is billed with the first of them, or when no goods are to come any more.
Quantity toInvoice(const SalesLine &line, bool withOthers)
{
    if (line.isGoods())
        return line.unbilled();
    return withOthers ? line.quantity - line.invoiced : Quantity();
}

} // namespace

Result<Invoice> invoiceOrder(Tx &tx, Id<SalesOrder> id, QDate day)
{
    SalesOrder order = tx.lock(id);
    if (order.state < OrderState::Confirmed)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 and cannot be invoiced.").arg(order.number, stateLabel(order.state)));
    auto lines = linesOf(tx, order);
    const auto taxes = tx.allIn<SalesLineTax>(order.currency, "order_id = ? ORDER BY line, tax_id", id);
    const bool isWaiting = std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.isGoods() && l.outstanding().isPositive(); });
    const bool anyShipped = std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.unbilled().isPositive(); });
    const auto billed = billedOf(tx, order, InvoiceKind::Invoice);
    Bill bill = headOf(tx, order, InvoiceKind::Invoice, day);
    for (SalesLine &line : lines) {
        const Quantity now = toInvoice(line, anyShipped || !isWaiting);
        if (!now.isPositive())
            continue;
        // So much is billed up to these units; what rounding or a change of the line left over goes to the last ones.
        const auto upTo = [&](Money whole) { return share(whole, line.invoiced + now, line.quantity); };
        const Billed before = of(billed, line);
        const Money net = upTo(line.net) - before.net;
        const Money tax = upTo(line.tax) - before.tax;
        add(bill, line, now, upTo(line.discount) - before.discount, net, tax);
        addTaxes(bill, line, taxes, net, before.tax, before.tax + tax);
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
    const auto invoiced = billedOf(tx, order, InvoiceKind::Invoice);
    auto credited = billedOf(tx, order, InvoiceKind::CreditNote);
    Bill bill = headOf(tx, order, InvoiceKind::CreditNote, day);
    for (const Invoice &earlier : invoicesOf(tx, id))
        if (earlier.kind == InvoiceKind::Invoice)
            bill.head.corrects = earlier.id;
    if (!bill.head.corrects)
        return refuse(QStringLiteral("not_invoiced"), tr("%1 has no invoice that could be credited.").arg(order.number),
                      tr("Cancel what is not shipped instead."));
    for (const CreditLine &credit : credits) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.line == credit.orderLine; });
        if (line == lines.end())
            return refuse(QStringLiteral("unknown_line"), tr("%1 has no line %2.").arg(order.number).arg(credit.orderLine));
        const Billed was = of(invoiced, *line);
        Billed &back = credited.try_emplace(line->line, of({}, *line)).first->second;
        const Money left = was.net + was.tax - back.net - back.tax;
        if (credit.net + credit.tax > left)
            return refuse(QStringLiteral("amount"),
                          tr("Only %1 of line %2 of %3 are invoiced and not credited yet.").arg(left.toString()).arg(line->line).arg(order.number));
        back.net += credit.net;
        back.tax += credit.tax;
        add(bill, *line, credit.quantity, Money(0, order.currency), credit.net, credit.tax);
        addTaxes(bill, *line, taxes, credit.net, Money(0, order.currency), credit.tax);
    }
    if (!bill.head.total.isPositive())
        return refuse(QStringLiteral("amount"), tr("A credit note needs an amount above zero."));
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

std::vector<CreditLine> creditOfEverything(Tx &tx, const SalesOrder &order)
{
    const auto credited = billedOf(tx, order, InvoiceKind::CreditNote);
    std::vector<CreditLine> left;
    for (const auto &[line, was] : billedOf(tx, order, InvoiceKind::Invoice)) {
        CreditLine credit{line, {}, was.net, was.tax};
        if (const auto back = credited.find(line); back != credited.end()) {
            credit.net -= back->second.net;
            credit.tax -= back->second.tax;
        }
        if (!credit.net.isZero() || !credit.tax.isZero())
            left.push_back(credit);
    }
    return left;
}

Result<std::vector<CreditLine>> spreadCredit(Tx &tx, const SalesOrder &order, Money amount)
{
    const auto left = creditOfEverything(tx, order);
    std::vector<qint64> weights;
    Money whole(0, order.currency);
    for (const CreditLine &line : left) {
        weights.push_back(std::max<qint64>(0, (line.net + line.tax).minor()));
        whole += line.net + line.tax;
    }
    if (!amount.isPositive() || amount > whole)
        return refuse(QStringLiteral("amount"), tr("Only %1 of %2 are invoiced and not credited yet.").arg(whole.toString(), order.number));
    const auto parts = distribute(amount, weights);
    std::vector<CreditLine> credits;
    for (size_t i = 0; i < left.size(); ++i) {
        if (parts[i].isZero())
            continue;
        const Money tax = share(parts[i], left[i].tax.minor(), (left[i].net + left[i].tax).minor());
        credits.push_back({left[i].orderLine, {}, parts[i] - tax, tax});
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
