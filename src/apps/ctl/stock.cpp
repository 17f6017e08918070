#include "apps/ctl/call.h"
#include "core/warehouse/warehouse.h"
#include "core/parties/party.h"

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

Json stockJson(Tx &tx, const Product &product, const StockBalance &balance)
{
    const Location *location = tx.configured<Locations>().find(balance.location);
    const auto cost = averageCost(tx, product.id);
    return object("sku", product.sku, "location", location ? location->code : QString(), "on_hand", quantity(balance.onHand), "allocated", quantity(balance.allocated),
                  "available", quantity(balance.available()), "value", money(cost ? extend(*cost, balance.onHand) : tx.zero()), "currency", tx.currency().code());
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
                return refuse(QStringLiteral("usage"), tr("“%1” is no cost such as 4.20.").arg(call.option("cost")));
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
        return object("receipt", tx.text("SELECT number FROM goods_receipt WHERE id = ?", *receipt), "sku", product->sku, "received", quantity(*units), "on_hand",
                      quantity(stock.onHand), "available", quantity(stock.available()));
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

/// What lay where at a moment: today's balances, or the moves until then added up.
Result<Answer> show(Call &call, Session &session)
{
    std::optional<Instant> asOf;
    if (call.has("as-of")) {
        const QString text = call.option("as-of");
        asOf = Instant::parse(text);
        if (const QDate date = QDate::fromString(text, Qt::ISODate); !asOf && date.isValid())
            asOf = Instant::of(date.endOfDay(session.scene().zone));
        if (!asOf)
            return refuse(QStringLiteral("usage"), tr("“%1” is no moment such as 2026-01-31 or 2026-01-31T12:00:00Z.").arg(text));
    }
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        Id<Product> only;
        if (!call.word("SKU").isEmpty()) {
            const auto product = productBySku(tx, call.word("SKU"));
            if (!product)
                return product.error();
            only = product->id;
        }
        JsonArray items;
        const std::string which = only ? "b.product_id = ?" : "b.product_id > ?";
        if (asOf) {
            auto rows = tx.run("SELECT p.sku, l.code, SUM(CASE WHEN b.to_id = l.id THEN b.quantity ELSE -b.quantity END) FROM stock_move b JOIN product p ON p.id = b.product_id "
                               "JOIN location l ON l.kind = 1 AND (l.id = b.to_id OR l.id = b.from_id) WHERE b.at <= ? AND " + which + " GROUP BY p.sku, l.code ORDER BY p.sku, l.code",
                               *asOf, only.value);
            while (rows.next())
                items.push_back(object("sku", rows.text(0), "location", rows.text(1), "on_hand", quantity({rows.integer(2)}), "as_of", instant(*asOf)));
            return list(std::move(items));
        }
        std::vector<std::pair<Product, StockBalance>> found;
        for (const StockBalance &balance : tx.all<StockBalance>(only ? "product_id = ?" : "product_id > ?", only.value))
            found.emplace_back(tx.get(balance.product), balance);
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first.sku < b.first.sku; });
        for (const auto &[product, balance] : found)
            items.push_back(stockJson(tx, product, balance));
        return list(std::move(items));
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> stockCommands()
{
    return {
        {QStringLiteral("stock receive SKU QTY [--cost C] [--location L] [--supplier S] [--day D] [--memo T]"), tr("Goods come in at a cost per unit."), receive, {}},
        {QStringLiteral("stock adjust SKU COUNTED [--location L] [--reason T]"), tr("A count: what is really on the shelf."), adjust, {}},
        {QStringLiteral("stock move SKU QTY FROM TO [--memo T]"), tr("From one location to another."), move, {}},
        {QStringLiteral("stock show [SKU] [--as-of T]"), tr("What lies where, now or at a moment."), show, {}},
    };
}

} // namespace ctl
