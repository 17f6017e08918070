#include "apps/ctl/call.h"
#include "core/parties/party.h"
#include "core/reports/report.h"
#include "core/warehouse/warehouse.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("StockCommands", text); }

namespace {

Result<Id<Location>> locationFor(Tx &tx, const QString &code)
{
    if (code.isEmpty())
        return Id<Location>();
    const auto location = locationByCode(tx, code);
    if (!location)
        return location.error();
    return location->id;
}

Result<Answer> receive(Call &call, Session &session)
{
    const auto units = call.wordQuantity("QTY");
    const auto on = call.day("day");
    if (!units)
        return units.error();
    if (!on)
        return on.error();
    const auto done = session.perform([&](Tx &tx) -> Result<Json> {
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        Receipt line{product->id, *units, {}, {}, {}, call.option("memo")};
        if (call.has("cost")) {
            line.cost = UnitPrice::parse(call.option("cost"), tx.currency());
            if (!line.cost)
                return wrongUsage(tr("“%1” is no cost such as 4.20.").arg(call.option("cost")));
        }
        const auto place = locationFor(tx, call.option("location"));
        if (!place)
            return place.error();
        line.location = *place;
        if (call.has("supplier")) {
            const auto supplier = partyByCode(tx, PartyKind::Supplier, call.option("supplier"));
            if (!supplier)
                return supplier.error();
            line.supplier = supplier->id;
        }
        const auto receipt = receiveGoods(tx, {line}, on->value_or(tx.today()));
        if (!receipt)
            return receipt.error();
        const Availability stock = availability(tx, product->id);
        return object("receipt", tx.text("SELECT number FROM goods_receipt WHERE id = ?", *receipt), "sku", product->sku, "received",
                      quantity(*units), "on_hand", quantity(stock.onHand), "available", quantity(stock.available()));
    });
    if (!done)
        return done.error();
    return Answer(*done);
}

Result<Answer> adjust(Call &call, Session &session)
{
    const auto counted = call.wordQuantity("COUNTED");
    if (!counted)
        return counted.error();
    const auto done = session.perform([&](Tx &tx) -> Result<Json> {
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        const auto place = locationFor(tx, call.option("location"));
        if (!place)
            return place.error();
        if (auto adjusted = adjustStock(tx, product->id, *place, *counted, tx.today(), call.option("reason")); !adjusted)
            return adjusted.error();
        const Availability stock = availability(tx, product->id);
        return object("sku", product->sku, "on_hand", quantity(stock.onHand), "available", quantity(stock.available()));
    });
    if (!done)
        return done.error();
    return Answer(*done);
}

Result<Answer> move(Call &call, Session &session)
{
    const auto units = call.wordQuantity("QTY");
    if (!units)
        return units.error();
    const auto done = session.perform([&](Tx &tx) -> Result<Json> {
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        const auto from = locationByCode(tx, call.word("FROM"));
        const auto to = locationByCode(tx, call.word("TO"));
        if (!from)
            return from.error();
        if (!to)
            return to.error();
        if (auto moved = transferStock(tx, product->id, from->id, to->id, *units, tx.today(), call.option("memo")); !moved)
            return moved.error();
        return object("sku", product->sku, "moved", quantity(*units), "from", from->code, "to", to->code);
    });
    if (!done)
        return done.error();
    return Answer(*done);
}

Json placeJson(const StockPlace &place, const std::optional<Instant> &asOf, Currency currency)
{
    Json json =
        object("sku", place.sku, "location", place.location, "on_hand", quantity(place.onHand), "allocated",
               place.allocated ? quantity(*place.allocated) : Json(), "available",
               place.allocated ? quantity(place.onHand - *place.allocated) : Json(), "value", money(place.value), "currency", currency.code());
    if (asOf)
        json.set(QStringLiteral("as_of"), instant(*asOf));
    return json;
}

/// What lies where, now or at a moment. A page ends at a product and a location: “MUG@MAIN”.
Result<Answer> show(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto asOf = call.moment("as-of", true, session.scene().zone);
    if (!asOf)
        return asOf.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        StockQuestion question;
        question.asOf = *asOf;
        question.limit = page->limit + 1;
        question.afterSku = page->after.section(u'@', 0, -2);
        question.afterLocation = page->after.section(u'@', -1);
        if (!call.word("SKU").isEmpty()) {
            const auto product = productBySku(tx, call.word("SKU"));
            if (!product)
                return product.error();
            question.product = product->id;
        }
        auto places = stockPlaces(tx, question);
        const bool more = int(places.size()) > page->limit;
        if (more)
            places.pop_back();
        JsonArray items;
        for (const StockPlace &place : places)
            items.push_back(placeJson(place, *asOf, tx.currency()));
        return list(std::move(items), more ? places.back().sku + u'@' + places.back().location : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> places(Call &call, Session &session)
{
    const auto items = session.ask([](Tx &tx) {
        static const char *const kinds[] = {"", "internal", "supplier", "customer", "transit", "shrinkage", "scrap"};
        JsonArray found;
        for (const Location &location : tx.all<Location>("id > 0 ORDER BY code"))
            found.push_back(object("location", location.code, "name", location.name, "kind", kinds[int(location.kind)], "warehouse",
                                   location.warehouse ? Json(tx.get(location.warehouse).code) : Json(), "active", location.active));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "location");
}

Result<Answer> addPlace(Call &call, Session &session)
{
    const auto saved = session.perform([&](Tx &tx) -> Result<Location> {
        Location location;
        location.code = call.word("CODE");
        location.name = call.word("NAME");
        location.pickOrder = 100; // behind the main shelf
        const QString code = call.has("warehouse") ? call.option("warehouse") : QStringLiteral("MAIN");
        const auto warehouse = tx.first<Warehouse>("code = ?", code);
        if (!warehouse)
            return notFound(QStringLiteral("unknown_warehouse"), tr("There is no warehouse %1.").arg(code));
        location.warehouse = warehouse->id;
        return saveLocation(tx, location);
    });
    if (!saved)
        return saved.error();
    return Answer(object("location", saved->code, "name", saved->name));
}

Result<Answer> addWarehouse(Call &call, Session &session)
{
    Warehouse warehouse;
    warehouse.code = call.word("CODE");
    warehouse.name = call.word("NAME");
    const auto saved = session.perform(saveWarehouse, warehouse);
    if (!saved)
        return saved.error();
    return Answer(object("warehouse", saved->code, "name", saved->name));
}

} // namespace

std::vector<Command> stockCommands()
{
    return {
        {QStringLiteral("stock receive SKU QTY [--cost C] [--location L] [--supplier S] [--day D] [--memo T]"),
         tr("Goods come in at a cost per unit."),
         receive,
         {}},
        {QStringLiteral("stock adjust SKU COUNTED [--location L] [--reason T]"), tr("A count: what is really on the shelf."), adjust, {}},
        {QStringLiteral("stock move SKU QTY FROM TO [--memo T]"), tr("From one location to another."), move, {}},
        {QStringLiteral("stock show [SKU] [--as-of T] [--limit N] [--after SKU@LOCATION]"), tr("What lies where, now or at a moment."), show, {}},
        {QStringLiteral("location list [--limit N] [--after CODE]"), tr("Where goods can lie, and where they come from and go to."), places, {}},
        {QStringLiteral("location add CODE NAME [--warehouse CODE]"), tr("A new shelf or room; warehouse MAIN unless said otherwise."), addPlace, {}},
        {QStringLiteral("warehouse add CODE NAME"), tr("A new warehouse."), addWarehouse, {}},
    };
}

} // namespace ctl
