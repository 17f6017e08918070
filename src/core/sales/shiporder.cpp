#include "core/sales/shiporder.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/sales/kitlines.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("ShipOrder", text); }

namespace {

/// What leaves, by line: as asked, else what is packed, else all that is allocated.
Result<Part> partToShip(const std::vector<SalesLine> &lines, const Part &asked)
{
    Part part;
    const bool anyPacked = std::any_of(lines.begin(), lines.end(), [](const SalesLine &l) { return l.packed.isPositive(); });
    if (asked.empty())
        for (const SalesLine &line : lines)
            if (const Quantity quantity = anyPacked ? line.packed : line.allocated; quantity.isPositive() && !line.isKit())
                part.emplace_back(line.line, quantity);
    for (const auto &[number, quantity] : asked)
        if (!quantity.isPositive())
            return refuse(QStringLiteral("quantity"), tr("Line %1: only a quantity above zero can be shipped.").arg(number));
    const auto goods = saidByComponents(lines, asked, [](const SalesLine &l) { return l.shipped; });
    if (!goods)
        return goods;
    for (const auto &[number, quantity] : *goods) {
        const auto line = std::find_if(lines.begin(), lines.end(), [n = number](const SalesLine &l) { return l.line == n; });
        if (line == lines.end() || !line->isGoods())
            return refuse(QStringLiteral("unknown_line"), tr("The order has no goods on line %1.").arg(number));
        if (quantity > line->allocated)
            return refuse(QStringLiteral("no_stock"),
                          tr("%1: %2 allocated, %3 cannot be shipped.").arg(line->sku, line->allocated.toString(), quantity.toString()),
                          tr("Receive goods first, or ship less."));
        part.emplace_back(number, quantity);
    }
    if (part.empty())
        return refuse(QStringLiteral("nothing_to_do"), tr("Nothing is allocated that could be shipped."), tr("Receive goods first."));
    return part;
}

/// The kits of which the last components leave now; they cost nothing beside these.
std::vector<ShipmentLine> kitsThatAreComplete(Tx &tx, std::vector<SalesLine> &lines)
{
    const auto before = lines;
    followComponents(lines);
    std::vector<ShipmentLine> complete;
    for (size_t i = 0; i < lines.size(); ++i)
        if (lines[i].isKit() && lines[i].shipped > before[i].shipped)
            complete.push_back({{}, lines[i].line, lines[i].shipped - before[i].shipped, tx.zero()});
    return complete;
}

/// The shelves that the goods of one line leave.
std::vector<Movement> takeFromShelves(const SalesLine &line, Quantity quantity, std::vector<Allocation> &allocations, Id<Location> customer)
{
    std::vector<Movement> movements;
    for (Allocation &allocation : allocations) {
        if (allocation.line != line.line || !quantity.isPositive() || allocation.quantity.isZero())
            continue;
        const Quantity taken = std::min(quantity, allocation.quantity);
        allocation.quantity -= taken;
        quantity -= taken;
        movements.push_back({line.product, allocation.lot, allocation.location, customer, taken, {}, true, {}});
    }
    return movements;
}

void storeAllocations(Tx &tx, Id<SalesOrder> order, const std::vector<Allocation> &before, const std::vector<Allocation> &after)
{
    const bool allTaken = std::all_of(after.begin(), after.end(), [](const Allocation &a) { return a.quantity.isZero(); });
    if (allTaken) {
        tx.run("DELETE FROM allocation WHERE order_id = ?", order);
        return;
    }
    for (size_t i = 0; i < after.size(); ++i) {
        const Allocation &a = after[i];
        if (a.quantity.isZero())
            tx.run("DELETE FROM allocation WHERE order_id = ? AND line = ? AND location_id = ? AND lot = ?", order, a.line, a.location, a.lot);
        else if (a.quantity != before[i].quantity)
            tx.run("UPDATE allocation SET quantity = ? WHERE order_id = ? AND line = ? AND location_id = ? AND lot = ?", a.quantity, order, a.line,
                   a.location, a.lot);
    }
}

Result<SalesOrder> lockForShipping(Tx &tx, Id<SalesOrder> id)
{
    SalesOrder order = tx.lock(id);
    if (order.state == OrderState::Cancelled)
        return refuse(QStringLiteral("cancelled"), tr("%1 has been cancelled: put the goods back.").arg(order.number));
    if (order.state == OrderState::OnHold)
        return refuse(QStringLiteral("on_hold"), tr("%1 is on hold: %2").arg(order.number, order.hold));
    if (order.state < OrderState::Confirmed || order.state > OrderState::PartlyShipped)
        return refuse(QStringLiteral("wrong_state"), tr("%1 is %2: there is nothing to ship.").arg(order.number, stateLabel(order.state)));
    return order;
}

} // namespace

Result<Shipment> shipOrder(Tx &tx, Id<SalesOrder> id, const Dispatch &dispatch)
{
    auto order = lockForShipping(tx, id);
    if (!order)
        return order.error();
    auto lines = linesOf(tx, *order);
    const auto part = partToShip(lines, dispatch.part);
    if (!part)
        return part.error();
    const auto goods = goodsOf(tx, id);
    const auto before = tx.all<Allocation>("order_id = ? ORDER BY line, location_id, lot", id);
    auto allocations = before;
    const Id<Location> customer = tx.configured<Locations>().ofKind(LocationKind::Customer);

    std::vector<Movement> movements;
    std::vector<int> lineOfMovement;
    for (SalesLine &line : lines)
        for (const auto &[number, quantity] : *part) {
            if (number != line.line)
                continue;
            if (goods.at(line.line).stocked)
                for (Movement &movement : takeFromShelves(line, quantity, allocations, customer)) {
                    movements.push_back(std::move(movement));
                    lineOfMovement.push_back(line.line);
                }
            line.allocated -= quantity;
            line.picked = std::max(Quantity(), line.picked - quantity);
            line.packed = std::max(Quantity(), line.packed - quantity);
            line.shipped += quantity;
        }

    std::vector<ShipmentLine> shipped = kitsThatAreComplete(tx, lines);
    Shipment shipment{
        {}, nextNumber(tx, "SH"), id, dispatch.day.isValid() ? dispatch.day : tx.today(), tx.now(), dispatch.carrier, dispatch.tracking};
    tx.insert(shipment);
    const Source source{"shipment", shipment.id.value};
    const auto values = moveStock(tx, movements, shipment.day, source);
    if (!values)
        return values.error();
    storeAllocations(tx, id, before, allocations);

    Posting posting(journal::Stock, shipment.day, tr("Shipped %1 of %2").arg(shipment.number, order->number), source);
    for (ShipmentLine &kits : shipped)
        kits.shipment = shipment.id;
    const Scope channel{.channel = order->channel};
    for (const auto &[number, quantity] : *part) {
        Money cost = tx.zero();
        for (size_t i = 0; i < movements.size(); ++i)
            if (lineOfMovement[i] == number)
                cost -= (*values)[i];
        Scope scope = channel;
        scope.category = goods.at(number).category;
        posting.debit(role::CostOfGoods, scope, cost).credit(role::Inventory, {.category = scope.category}, cost);
        shipped.push_back({shipment.id, number, quantity, cost});
    }
    tx.insertAll(shipped);
    for (const SalesLine &line : lines)
        if (line.isGoods())
            storeProgress(tx, line);
    if (order->channel && order->externalId)
        tx.run("INSERT INTO shipment_notice (shipment_id, channel_id, state, message, external_id, changed_at) VALUES (?, ?, 1, '', '', ?)",
               shipment.id, order->channel, tx.now());
    order->state = stateOf(order->state, lines);
    storeState(tx, *order);
    audit(tx, "order_shipped", "sales_order", id.value, shipment.number);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    return shipment;
}

std::vector<Shipment> shipmentsOf(Tx &tx, Id<SalesOrder> order) { return tx.all<Shipment>("order_id = ? ORDER BY id", order); }
