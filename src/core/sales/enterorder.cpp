#include "core/sales/enterorder.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/ledger/exchange.h"
#include "core/parties/mergeparty.h"
#include "core/pricing/price.h"
#include "core/sales/backorders.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("EnterOrder", text); }

namespace {

/// A line with what computing its amounts needs.
struct Priced {
    SalesLine line;
    const Tax *tax = nullptr;
    bool inclusive = false;
    Rate discountRate;
    const NewLine::Facts *facts = nullptr;
    bool mayBeKit = false;             ///< it has no stock of its own
    std::vector<SalesLine> components; ///< of a kit: the lines that follow it
};

Result<> refuseDuplicate(Tx &tx, const NewOrder &order)
{
    if (!order.externalId)
        return Done{};
    const QString first = tx.text("SELECT number FROM sales_order WHERE channel_id = ? AND external_id = ?", order.channel, order.externalId);
    if (first.isEmpty())
        return Done{};
    return refuse(QStringLiteral("duplicate"), tr("The order %1 of this channel is here already: %2.").arg(*order.externalId, first),
                  tr("See: purserctl order show %1").arg(first));
}

Result<SalesOrder> head(Tx &tx, const NewOrder &order, const Party &party)
{
    SalesOrder head;
    head.channel = order.channel;
    head.externalId = order.externalId;
    head.externalNumber = order.externalNumber;
    head.message = order.message;
    head.party = party.id;
    head.placedAt = order.placedAt ? order.placedAt : tx.now();
    head.day = head.placedAt.dayIn(tx.scene().zone);
    head.currency = order.currency.isNone() ? party.currency : order.currency;
    head.termsDays = party.termsDays;
    head.warehouse = order.warehouse;
    head.hold = order.hold;
    head.paymentMethod = order.paymentMethod;
    head.reference = order.reference;
    head.note = order.note;
    head.createdAt = tx.now();
    const auto rate = exchangeRate(tx, head.currency, head.day);
    if (!rate)
        return rate.error();
    head.rate = *rate;
    return head;
}

/// Where the goods go decides the tax, if taxes are set up for there; else the company's own country.
const Tax *dueTax(Tx &tx, const QString &destination, const QString &taxClass, QDate day)
{
    const Taxes &taxes = tx.configured<Taxes>();
    if (const Tax *there = taxes.due(destination, taxClass, day))
        return there;
    return taxes.due(tx.configured<Settings>().country, taxClass, day);
}

Result<Priced> price(Tx &tx, const NewOrder &order, const SalesOrder &head, const NewLine &entered, const QString &destination)
{
    Priced priced;
    SalesLine &line = priced.line;
    line.kind = entered.kind;
    line.product = entered.product;
    line.sku = entered.sku;
    line.description = entered.description;
    line.quantity = entered.quantity;
    line.externalId = entered.externalId;
    line.pack = entered.pack;
    line.unitPrice.currency = head.currency;
    priced.discountRate = entered.discountRate;
    priced.inclusive = order.taxInclusive.value_or(false);
    priced.facts = entered.facts ? &*entered.facts : nullptr;
    if (!entered.quantity.isPositive())
        return refuse(QStringLiteral("quantity"), tr("A line needs a quantity above zero: %1.").arg(entered.sku + entered.description));
    if (entered.discountRate.millionths < 0 || entered.discountRate.millionths > 1'000'000)
        return refuse(QStringLiteral("discount"), tr("A discount lies between 0 and 100 percent."));
    if (entered.unitPrice && entered.unitPrice->currency != head.currency)
        return refuse(QStringLiteral("currency"), tr("The order is in %1.").arg(head.currency.code()));
    if (entered.unitPrice && entered.unitPrice->millionths < 0 && entered.kind == LineKind::Goods && !priced.facts)
        return refuse(QStringLiteral("price"), tr("A price cannot be negative."));
    if (priced.facts && priced.facts->taxes.empty() && !priced.facts->tax.isZero() && order.hold.isEmpty())
        return refuse(QStringLiteral("unknown_tax"), tr("It is not known which tax is on “%1”.").arg(entered.description));
    QString taxClass = QStringLiteral("standard");
    if (entered.product) {
        const Product product = tx.get(entered.product);
        line.sku = product.sku;
        if (line.description.isEmpty())
            line.description = product.name;
        taxClass = product.taxClass;
        priced.mayBeKit = !product.stocked;
    } else if (entered.kind == LineKind::Goods && !priced.facts) {
        return refuse(QStringLiteral("unknown_sku"), tr("There is no product with SKU %1.").arg(entered.sku));
    }
    if (!priced.facts) {
        priced.tax = dueTax(tx, destination, taxClass, head.day);
        if (!priced.tax)
            return refuse(QStringLiteral("unknown_tax"), tr("No tax is set up for “%1” goods on %2.").arg(taxClass, head.day.toString(Qt::ISODate)));
    }
    if (entered.unitPrice) {
        line.unitPrice = *entered.unitPrice; // without a reason: somebody said so
        return priced;
    }
    const auto answer = priceOf(tx, {entered.product, head.party, order.priceList, entered.quantity, head.day, head.currency});
    if (!answer)
        return answer.error();
    line.unitPrice = answer->price;
    line.priceReason = answer->reason;
    priced.inclusive = answer->taxInclusive;
    return priced;
}

/// Prices with and without tax on one order: the odd ones are turned into the order's way.
void align(Priced &priced, bool inclusive)
{
    if (priced.inclusive == inclusive || !priced.tax)
        return;
    priced.line.unitPrice = turned(priced.line.unitPrice, priced.tax->rate, inclusive);
    priced.inclusive = inclusive;
}

void compute(Tx &tx, std::vector<Priced> &lines, bool inclusive, OrderDocument &document)
{
    std::vector<Taxable> full, reduced;
    for (const Priced &priced : lines) {
        const Money amount = extend(priced.line.unitPrice, priced.line.quantity);
        full.push_back({amount, priced.tax});
        reduced.push_back({amount - applyRate(amount, priced.discountRate), priced.tax});
    }
    const auto rounding = tx.configured<Settings>().taxRounding;
    const auto before = computeTaxes(full, inclusive, rounding);
    const auto after = computeTaxes(reduced, inclusive, rounding);
    for (size_t i = 0; i < lines.size(); ++i) {
        SalesLine &line = lines[i].line;
        if (const auto *facts = lines[i].facts) {
            line.discount = facts->discount;
            line.net = facts->net;
            line.tax = facts->tax;
            for (const auto &[tax, amounts] : facts->taxes)
                document.taxes.push_back({{}, line.line, tax, amounts.first, amounts.second});
        } else {
            line.net = after[i].net;
            line.tax = after[i].tax;
            line.discount = before[i].net - after[i].net;
            document.taxes.push_back({{}, line.line, lines[i].tax->id, line.net, line.tax});
        }
        line.total = line.net + line.tax;
    }
}

void sumUp(OrderDocument &document)
{
    SalesOrder &order = document.order;
    const Money zero(0, order.currency);
    order.net = order.tax = order.shipping = order.discount = zero;
    for (const SalesLine &line : document.lines) {
        order.net += line.net;
        order.tax += line.tax;
        order.discount += line.discount;
        if (line.kind == LineKind::Shipping)
            order.shipping += line.net;
    }
    order.total = order.net + order.tax;
}

/// The channel's total is what the buyer paid: a small gap gets a line of its own, a large one is refused.
Result<> reconcile(OrderDocument &document, const std::optional<Money> &total)
{
    if (!total)
        return Done{};
    if (total->currency() != document.order.currency)
        return refuse(QStringLiteral("currency"), tr("The order is in %1.").arg(document.order.currency.code()));
    const Money gap = *total - document.order.total;
    if (gap.isZero())
        return Done{};
    if (gap.absolute().minor() > qint64(document.lines.size()))
        return refuse(QStringLiteral("totals_differ"),
                      tr("The channel says %1, the lines add up to %2.").arg(total->toString(), document.order.total.toString()));
    SalesLine line;
    line.line = int(document.lines.size()) + 1;
    line.kind = LineKind::Rounding;
    line.description = tr("Rounding difference to the channel's total");
    line.unitPrice = UnitPrice::of(gap);
    line.discount = line.tax = Money(0, gap.currency());
    line.net = line.total = gap;
    document.lines.push_back(line);
    sumUp(document);
    return Done{};
}

/// Priced, taxed and summed up, but not stored.
Result<OrderDocument> build(Tx &tx, const NewOrder &order)
{
    const Party party = standingParty(tx, order.party);
    if (party.kind != PartyKind::Customer)
        return refuse(QStringLiteral("unknown_customer"), tr("%1 is no customer.").arg(party.displayName()));
    if (order.lines.empty())
        return refuse(QStringLiteral("no_lines"), tr("An order needs at least one line."));
    OrderDocument document;
    document.billing = order.billing;
    document.delivery = order.delivery;
    if (document.billing.isEmpty())
        if (const auto known = addressesOf(tx, party.id); !known.empty())
            document.billing = known.front();
    const auto made = head(tx, order, party);
    if (!made)
        return made.error();
    document.order = *made;

    std::vector<Priced> lines;
    int last = 0;
    for (const NewLine &entered : order.lines) {
        auto priced = price(tx, order, document.order, entered, document.deliverTo().country);
        if (!priced)
            return priced.error();
        priced->line.line = ++last;
        if (priced->mayBeKit) {
            auto components = componentLines(tx, priced->line, last);
            if (!components)
                return components.error();
            priced->components = std::move(*components);
        }
        lines.push_back(std::move(*priced));
    }
    const bool inclusive = order.taxInclusive.value_or(lines.front().inclusive);
    document.order.taxInclusive = inclusive;
    for (Priced &priced : lines)
        align(priced, inclusive);
    compute(tx, lines, inclusive, document);
    for (Priced &priced : lines) {
        document.lines.push_back(std::move(priced.line));
        document.lines.insert(document.lines.end(), priced.components.begin(), priced.components.end());
    }
    sumUp(document);
    if (auto right = reconcile(document, order.total); !right)
        return right.error();
    document.order.paid = Money(0, document.order.currency);
    return document;
}

void own(OrderDocument &document)
{
    for (SalesLine &line : document.lines)
        line.order = document.order.id;
    for (SalesLineTax &tax : document.taxes)
        tax.order = document.order.id;
}

void storeHead(Tx &tx, OrderDocument &document)
{
    document.order.number = nextNumber(tx, "SO");
    tx.insert(document.order);
    own(document);
}

void storeAddresses(Tx &tx, Id<SalesOrder> order, const Address &billing, const Address &delivery)
{
    std::vector<OrderAddress> addresses;
    for (const auto &[role, address] : {std::pair(AddressRole::Billing, &billing), std::pair(AddressRole::Delivery, &delivery)})
        if (!address->isEmpty() && (role == AddressRole::Billing || *address != billing)) {
            addresses.emplace_back();
            static_cast<Address &>(addresses.back()) = *address;
            addresses.back().order = order;
            addresses.back().role = role;
        }
    tx.insertAll(addresses);
}

void storeRest(Tx &tx, const OrderDocument &document)
{
    tx.insertAll(document.lines);
    tx.insertAll(document.taxes);
    storeAddresses(tx, document.order.id, document.billing, document.delivery);
}

/// Takes all promises of an order back and forgets its lines.
void clearLines(Tx &tx, Id<SalesOrder> id, const std::vector<SalesLine> &lines)
{
    auto allocations = tx.all<Allocation>("order_id = ?", id);
    const auto productOf = [&](const Allocation &a) {
        return std::find_if(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.line == a.line; })->product;
    };
    std::stable_sort(allocations.begin(), allocations.end(), [&](const Allocation &a, const Allocation &b) { return productOf(a) < productOf(b); });
    for (const Allocation &a : allocations)
        release(tx, productOf(a), {{a.location, a.lot, a.quantity}});
    for (const char *statement : {"DELETE FROM allocation WHERE order_id = ?", "DELETE FROM sales_line_tax WHERE order_id = ?",
                                  "DELETE FROM sales_line WHERE order_id = ?", "DELETE FROM order_address WHERE order_id = ?"})
        tx.run(statement, id);
}

} // namespace

Result<OrderDocument> priceOrder(Tx &tx, const NewOrder &order) { return build(tx, order); }

Result<OrderDocument> enterOrder(Tx &tx, const NewOrder &order)
{
    if (auto fresh = refuseDuplicate(tx, order); !fresh)
        return fresh.error();
    auto document = build(tx, order);
    if (!document)
        return document;
    document->order.state = order.hold.isEmpty() ? OrderState::Draft : OrderState::OnHold;
    storeHead(tx, *document);
    storeRest(tx, *document);
    audit(tx, "order_entered", "sales_order", document->order.id.value, document->order.externalNumber);
    return document;
}

Result<OrderDocument> placeOrder(Tx &tx, const NewOrder &order, bool unchecked)
{
    if (auto fresh = refuseDuplicate(tx, order); !fresh)
        return fresh.error();
    auto document = build(tx, order);
    if (!document)
        return document;
    if (!unchecked)
        if (auto good = checkCredit(tx, order.party, document->order.total, document->order.rate); !good)
            return good.error();
    document->order.state = order.hold.isEmpty() ? OrderState::Confirmed : OrderState::OnHold;
    storeHead(tx, *document);
    allocateLines(tx, document->order, document->lines);
    storeRest(tx, *document);
    audit(tx, "order_placed", "sales_order", document->order.id.value, document->order.externalNumber);
    return document;
}

Result<OrderDocument> changeOrder(Tx &tx, Id<SalesOrder> id, const NewOrder &now)
{
    const SalesOrder before = tx.lock(id);
    const auto lines = linesOf(tx, before);
    for (const SalesLine &line : lines)
        if (line.picked.isPositive() || line.shipped.isPositive() || line.invoiced.isPositive())
            return refuse(QStringLiteral("already_picked"), tr("%1 is being picked, shipped or invoiced already.").arg(before.number),
                          tr("Put the goods back first, or make a return."));
    if (before.state > OrderState::Confirmed)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2 and cannot be changed.").arg(before.number, stateLabel(before.state)));
    NewOrder wanted = now;
    wanted.party = before.party;
    wanted.currency = before.currency;
    auto document = build(tx, wanted);
    if (!document)
        return document;
    clearLines(tx, id, lines);
    // Its lines are gone at this point, so the whole of it counts anew.
    if (!before.channel && before.state == OrderState::Confirmed && document->order.total > before.total)
        if (auto good = checkCredit(tx, before.party, document->order.total, before.rate); !good)
            return good.error();
    SalesOrder order = before;
    const SalesOrder &made = document->order;
    order.taxInclusive = made.taxInclusive;
    order.net = made.net;
    order.tax = made.tax;
    order.shipping = made.shipping;
    order.discount = made.discount;
    order.total = made.total;
    order.warehouse = made.warehouse;
    order.reference = made.reference;
    order.note = made.note;
    order.paymentMethod = made.paymentMethod;
    if (now.message)
        order.message = now.message;
    document->order = order;
    own(*document);
    if (order.state != OrderState::Draft)
        allocateLines(tx, order, document->lines);
    storeRest(tx, *document);
    tx.update(document->order);
    audit(tx, "order_changed", "sales_order", id.value, tr("Total %1, was %2").arg(order.total.toString(), before.total.toString()));
    std::set<Id<Product>> freed;
    for (const SalesLine &line : lines)
        if (line.allocated.isPositive() && line.product)
            freed.insert(line.product);
    for (const Id<Product> product : freed)
        allocateBackorders(tx, product);
    return document;
}

/// The percentage that was typed: the roundest one that gives the discount of the line.
static Rate discountRateOf(const SalesLine &line)
{
    const Money full = line.net + line.discount;
    if (line.discount.isZero() || full.isZero())
        return {};
    const auto rounded = [&](qint64 step) {
        return Rate{decimal::narrow(decimal::divide(Int128(line.discount.minor()) * (1'000'000 / step), full.minor())) * step};
    };
    for (const qint64 step : {10'000, 1'000, 100})
        if (applyRate(full, rounded(step)) == line.discount)
            return rounded(step);
    return rounded(1);
}

NewOrder enteredAs(const OrderDocument &document)
{
    const SalesOrder &order = document.order;
    NewOrder entered;
    entered.party = order.party;
    entered.currency = order.currency;
    entered.taxInclusive = order.taxInclusive;
    entered.warehouse = order.warehouse;
    entered.paymentMethod = order.paymentMethod;
    entered.reference = order.reference;
    entered.note = order.note;
    entered.billing = document.billing;
    entered.delivery = document.delivery;
    for (const SalesLine &line : document.lines) {
        if (line.isComponent())
            continue;
        NewLine again;
        again.kind = line.kind;
        again.product = line.product;
        again.sku = line.sku;
        again.description = line.description;
        again.quantity = line.quantity;
        again.discountRate = discountRateOf(line);
        if (line.priceReason.isEmpty())
            again.unitPrice = line.unitPrice;
        entered.lines.push_back(again);
    }
    return entered;
}

Result<> changeAddresses(Tx &tx, Id<SalesOrder> id, const Address &billing, const Address &delivery)
{
    tx.run("DELETE FROM order_address WHERE order_id = ?", id);
    storeAddresses(tx, id, billing, delivery);
    audit(tx, "address_changed", "sales_order", id.value);
    return Done{};
}
