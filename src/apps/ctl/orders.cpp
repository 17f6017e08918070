#include "apps/ctl/call.h"
#include "apps/ctl/orderfile.h"
#include "channels/engine/exception.h"
#include "channels/engine/overview.h"
#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/reports/journal.h"
#include "core/sales/cancelorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/enterorder.h"
#include "core/sales/shiporder.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("OrderCommands", text); }

namespace {

QString channelName(Tx &tx, const SalesOrder &order)
{
    return order.channel ? tx.text("SELECT name FROM channel WHERE id = ?", order.channel) : QString();
}

JsonArray linesJson(const std::vector<SalesLine> &lines);
JsonArray exceptionsJson(Tx &tx, Id<SalesOrder> order);

/// The fields of an order; with its lines and exceptions where `whole`.
Json orderJson(Tx &tx, const SalesOrder &order, bool whole)
{
    Json json = object("number", order.number, "channel", order.channel ? Json(channelName(tx, order)) : Json(), "external_id",
                       order.externalId ? Json(*order.externalId) : Json(), "external_number", order.externalNumber, "state", stateWord(order.state),
                       "hold", order.hold, "placed_at", instant(order.placedAt), "customer", tx.get(order.party).code, "currency",
                       order.currency.code(), "net", money(order.net), "tax", money(order.tax), "shipping", money(order.shipping), "discount",
                       money(order.discount), "total", money(order.total), "paid", money(order.paid));
    if (whole) {
        json.set(QStringLiteral("lines"), Json(linesJson(linesOf(tx, order))));
        json.set(QStringLiteral("exceptions"), Json(exceptionsJson(tx, order.id)));
    }
    return json;
}

JsonArray exceptionsJson(Tx &tx, Id<SalesOrder> order)
{
    JsonArray items;
    for (const SyncException &e : tx.all<SyncException>("order_id = ? ORDER BY id", order))
        items.push_back(object("id", e.id.value, "kind", e.kind, "message", e.message, "resolution", e.resolution));
    return items;
}

const char *kindWord(LineKind kind)
{
    switch (kind) {
    case LineKind::Goods: return "goods";
    case LineKind::Shipping: return "shipping";
    case LineKind::Fee: return "fee";
    case LineKind::GiftCard: return "gift_card";
    case LineKind::Tip: return "tip";
    case LineKind::Rounding: return "rounding";
    }
    return "goods";
}

JsonArray linesJson(const std::vector<SalesLine> &lines)
{
    JsonArray items;
    for (const SalesLine &line : lines)
        items.push_back(object("line", line.line, "kind", kindWord(line.kind), "sku", line.sku, "description", line.description, "quantity",
                               quantity(line.quantity), "allocated", quantity(line.allocated), "picked", quantity(line.picked), "packed",
                               quantity(line.packed), "shipped", quantity(line.shipped), "invoiced", quantity(line.invoiced), "returned",
                               quantity(line.returned), "cancelled", quantity(line.cancelled), "unit_price", line.unitPrice.toString(), "discount",
                               money(line.discount), "net", money(line.net), "tax", money(line.tax), "total", money(line.total), "kit_line",
                               line.kitLine));
    return items;
}

Json addressJson(const Address &a)
{
    return object("name", a.name, "company", a.company, "street", a.street, "street2", a.street2, "postcode", a.postcode, "city", a.city, "region",
                  a.region, "country", a.country, "phone", a.phone, "email", a.email);
}

/// Every document of an order, and the entries that they and the order made.
void addDocuments(Tx &tx, const SalesOrder &order, Json &json)
{
    JsonArray documents, postings;
    const auto entries = [&](const char *table, qint64 id) {
        JournalQuestion question;
        question.source = QString::fromLatin1(table);
        question.sourceId = id;
        for (const JournalView &view : journalEntries(tx, question))
            for (const JournalLineView &line : view.lines)
                postings.push_back(object("number", view.number, "day", day(view.entry.day), "document", view.document, "account", line.account,
                                          "name", line.accountName, "debit", line.amount.isNegative() ? Json() : money(line.amount), "credit",
                                          line.amount.isNegative() ? money(-line.amount) : Json()));
    };
    for (const Shipment &shipment : shipmentsOf(tx, order.id)) {
        documents.push_back(object("kind", "shipment", "number", shipment.number, "day", day(shipment.day), "amount", Json(), "note",
                                   (shipment.carrier + u' ' + shipment.tracking).trimmed()));
        entries("shipment", shipment.id.value);
    }
    for (const Invoice &invoice : invoicesOf(tx, order.id)) {
        documents.push_back(object("kind", invoice.kind == InvoiceKind::Invoice ? "invoice" : "credit_note", "number", invoice.number, "day",
                                   day(invoice.day), "amount", money(invoice.total), "note", invoice.memo));
        entries("invoice", invoice.id.value);
    }
    for (const Payment &payment : paymentsOf(tx, order.id)) {
        documents.push_back(object("kind", payment.direction == PaymentDirection::Received ? "payment" : "refund", "number", payment.number, "day",
                                   day(payment.day), "amount", money(payment.amount), "note", payment.method));
        entries("payment", payment.id.value);
    }
    {
        auto rows = tx.run("SELECT id, number, day, reason FROM sales_return WHERE order_id = ? ORDER BY id", order.id);
        while (rows.next()) {
            documents.push_back(object("kind", "return", "number", rows.text(1), "day", rows.text(2), "amount", Json(), "note", rows.text(3)));
            entries("sales_return", rows.integer(0));
        }
    }
    json.set(QStringLiteral("documents"), Json(std::move(documents)));
    json.set(QStringLiteral("postings"), Json(std::move(postings)));
}

Result<Json> wholeOrder(Tx &tx, const QString &number)
{
    const auto found = orderByNumber(tx, number);
    if (!found)
        return found.error();
    const OrderDocument document = loadOrder(tx, found->id);
    Json json = orderJson(tx, document.order, true);
    json.set(QStringLiteral("reference"), document.order.reference);
    json.set(QStringLiteral("note"), document.order.note);
    json.set(QStringLiteral("billing"), addressJson(document.billing));
    json.set(QStringLiteral("delivery"), addressJson(document.deliverTo()));
    JsonArray allocations, history;
    for (const Allocation &a : tx.all<Allocation>("order_id = ? ORDER BY line, location_id", found->id)) {
        const Location *location = tx.configured<Locations>().find(a.location);
        allocations.push_back(object("line", a.line, "location", location ? location->code : QString(), "quantity", quantity(a.quantity)));
    }
    json.set(QStringLiteral("allocations"), Json(std::move(allocations)));
    addDocuments(tx, document.order, json);
    {
        auto rows = tx.run("SELECT at, actor, action, detail FROM audit WHERE subject = 'sales_order' AND subject_id = ? ORDER BY id", found->id);
        while (rows.next())
            history.push_back(object("at", instant({rows.integer(0)}), "actor", rows.text(1), "action", rows.text(2), "detail", rows.text(3)));
    }
    json.set(QStringLiteral("history"), Json(std::move(history)));
    if (const auto message = document.order.message ? tx.find(document.order.message) : std::nullopt) {
        const auto payload = Json::parse(message->text());
        json.set(QStringLiteral("message"), object("received_at", instant(message->receivedAt), "changed_at", instant(message->changedAt), "hash",
                                                   message->hash, "payload", payload ? *payload : Json()));
    }
    return json;
}

Result<Answer> show(Call &call, Session &session)
{
    auto answer = session.ask([&](Tx &tx) { return wholeOrder(tx, call.word("NUMBER")); });
    if (!answer)
        return answer.error();
    if (!call.json())
        answer->set(QStringLiteral("message"), Json()); // people read the payload with --json
    return Answer(*answer);
}

Result<Answer> listThem(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    std::optional<OrderState> state;
    if (call.has("state")) {
        state = stateFromWord(call.option("state"));
        if (!state)
            return wrongUsage(tr("There is no order state “%1”.").arg(call.option("state")));
    }
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        std::string where = "number > ?";
        std::vector<sql::Value> values{sql::Value(page->after)};
        if (call.has("channel")) {
            const auto channel = channelByName(tx, call.option("channel"));
            if (!channel)
                return channel.error();
            where += " AND channel_id = ?";
            values.push_back(channel->id.value);
        }
        if (state) {
            where += " AND state = ?";
            values.push_back(qint64(*state));
        }
        auto rows = tx.connection().runWith(
            sql::Statements<SalesOrder>::select() + " WHERE " + where + " ORDER BY number LIMIT " + std::to_string(page->limit + 1), values);
        std::vector<SalesOrder> found;
        while (rows.next())
            found.push_back(sql::readRow<SalesOrder>(rows, tx.currency()));
        JsonArray items;
        for (const SalesOrder &order : found)
            if (int(items.size()) < page->limit)
                items.push_back(orderJson(tx, order, call.json())); // a person's table has no room for lines
        return list(std::move(items), int(found.size()) > page->limit ? found[size_t(page->limit) - 1].number : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

/// "1:2,3:0.5": line 1 two units, line 3 half a unit. "3" alone: all of it.
Result<Part> partOf(const Call &call)
{
    Part part;
    for (const QString &piece : call.option("lines").split(u',', Qt::SkipEmptyParts)) {
        bool whole = false;
        const int line = piece.section(u':', 0, 0).toInt(&whole);
        const auto units = Quantity::parse(piece.section(u':', 1));
        if (!whole || !units)
            return wrongUsage(tr("“%1” is no line and quantity such as 1:2.").arg(piece));
        part.emplace_back(line, *units);
    }
    return part;
}

/// One step of an order: found by its number, done, shown.
template <class Step> Result<Answer> step(Call &call, Session &session, Step act)
{
    const auto part = partOf(call);
    if (!part)
        return part.error();
    const auto done = session.perform([&](Tx &tx) -> Result<Json> {
        const auto order = orderByNumber(tx, call.word("NUMBER"));
        if (!order)
            return order.error();
        Result<Json> extra = act(tx, *order, *part);
        if (!extra)
            return extra;
        Json json = orderJson(tx, tx.get(order->id), true);
        for (const auto &[name, value] : extra->members())
            json.set(name, value);
        return json;
    });
    if (!done)
        return done.error();
    return Answer(*done);
}

Result<Json> nothingMore(const Result<SalesOrder> &order)
{
    if (!order)
        return order.error();
    return Json::object();
}

Result<Answer> ship(Call &call, Session &session)
{
    return step(call, session, [&](Tx &tx, const SalesOrder &order, const Part &part) -> Result<Json> {
        const auto shipment = shipOrder(tx, order.id, {part, call.option("carrier"), call.option("tracking"), {}});
        if (!shipment)
            return shipment.error();
        return object("shipment", shipment->number);
    });
}

Result<Answer> invoice(Call &call, Session &session)
{
    const auto on = call.day("day");
    if (!on)
        return on.error();
    return step(call, session, [&](Tx &tx, const SalesOrder &order, const Part &) -> Result<Json> {
        const auto made = invoiceOrder(tx, order.id, on->value_or(QDate()));
        if (!made)
            return made.error();
        return object("invoice", made->number, "invoice_total", money(made->total), "due_on", day(made->dueOn));
    });
}

Result<Answer> takeBack(Call &call, Session &session)
{
    const QString word = call.has("decision") ? call.option("decision") : QStringLiteral("restock");
    const QStringList words{QStringLiteral("restock"), QStringLiteral("scrap"), QStringLiteral("kept")};
    if (!words.contains(word))
        return wrongUsage(tr("--decision is restock, scrap or kept."));
    return step(call, session, [&](Tx &tx, const SalesOrder &order, const Part &part) -> Result<Json> {
        std::vector<ReturnLine> lines;
        for (const auto &[line, units] : part)
            lines.push_back({line, units, ReturnDecision(words.indexOf(word) + 1), {}, {}});
        if (part.empty())
            for (const SalesLine &line : linesOf(tx, order))
                if (line.isGoods() && !line.isComponent() && (line.shipped - line.returned).isPositive())
                    lines.push_back({line.line, line.shipped - line.returned, ReturnDecision(words.indexOf(word) + 1), {}, {}});
        const auto made = returnOrder(tx, order.id, lines, call.option("reason"));
        if (!made)
            return made.error();
        return object("return", made->number, "credit_note", made->creditNote ? Json(made->creditNote->number) : Json());
    });
}

/// An order of a site carries the site's number and its total.
Result<Json> enteredOnSite(Tx &tx, const Json &json)
{
    const auto channel = channelByName(tx, json["channel"].text());
    if (!channel)
        return channel.error();
    const auto order = webOrderFrom(tx, *channel, json);
    if (!order)
        return order.error();
    const auto entered = channels::byhand::enterWebOrder(tx, *channel, *order, json["hold"].toBool());
    if (!entered)
        return entered.error();
    return orderJson(tx, *entered, true);
}

Result<Answer> enter(Call &call, Session &session)
{
    const auto bytes = call.bytes("FILE.json");
    if (!bytes)
        return bytes.error();
    const auto json = Json::parse(*bytes);
    if (!json)
        return json.error();
    const auto entered = session.perform([&](Tx &tx) -> Result<Json> {
        if (json->contains(u"channel"))
            return enteredOnSite(tx, *json);
        const auto order = orderFrom(tx, *json);
        if (!order)
            return order.error();
        const auto document = (*json)["confirm"].toBool() ? placeOrder(tx, *order, false) : enterOrder(tx, *order);
        if (!document)
            return document.error();
        return orderJson(tx, tx.get(document->order.id), true);
    });
    if (!entered)
        return entered.error();
    return Answer(*entered);
}

template <class Command> auto simple(Command command)
{
    return [command](Call &call, Session &session) {
        return step(call, session, [&](Tx &tx, const SalesOrder &order, const Part &part) { return nothingMore(command(tx, call, order.id, part)); });
    };
}

} // namespace

std::vector<Command> orderCommands()
{
    using Order = Id<SalesOrder>;
    return {
        {QStringLiteral("order list [--channel C] [--state S] [--limit N] [--after NUMBER]"), tr("Orders."), listThem, {}},
        {QStringLiteral("order show NUMBER"), tr("One order: lines, documents, postings, history, and what the channel sent."), show, {}},
        {QStringLiteral("order enter FILE.json"), tr("Enters an order from a file (see docs/commands.md); - reads standard input."), enter, {}},
        {QStringLiteral("order confirm NUMBER"),
         tr("A draft becomes a promise: goods are allocated."),
         simple([](Tx &tx, Call &, Order id, const Part &) { return confirmOrder(tx, id); }),
         {}},
        {QStringLiteral("order hold NUMBER --reason T"),
         tr("Stops it until it is released."),
         simple([](Tx &tx, Call &call, Order id, const Part &) { return holdOrder(tx, id, call.option("reason")); }),
         {}},
        {QStringLiteral("order release NUMBER"),
         tr("Ends the hold."),
         simple([](Tx &tx, Call &, Order id, const Part &) { return releaseOrder(tx, id); }),
         {}},
        {QStringLiteral("order pick NUMBER [--lines L]"),
         tr("Goods are taken from the shelf. L: 1:2,3:1"),
         simple([](Tx &tx, Call &, Order id, const Part &part) { return pickOrder(tx, id, part); }),
         {}},
        {QStringLiteral("order unpick NUMBER"),
         tr("Picked goods go back on the shelf."),
         simple([](Tx &tx, Call &, Order id, const Part &) { return unpickOrder(tx, id); }),
         {}},
        {QStringLiteral("order pack NUMBER [--lines L]"),
         tr("Picked goods are packed."),
         simple([](Tx &tx, Call &, Order id, const Part &part) { return packOrder(tx, id, part); }),
         {}},
        {QStringLiteral("order ship NUMBER [--lines L] [--carrier C] [--tracking T]"), tr("Goods leave."), ship, {}},
        {QStringLiteral("order invoice NUMBER [--day D]"), tr("Bills what was shipped; deposits are applied."), invoice, {}},
        {QStringLiteral("order cancel NUMBER [--lines L] [--reason T]"),
         tr("Gives up what is not shipped."),
         simple([](Tx &tx, Call &call, Order id, const Part &part) { return cancelOrder(tx, id, part, call.option("reason")); }),
         {}},
        {QStringLiteral("order return NUMBER [--lines L] [--decision D] [--reason T]"),
         tr("Takes shipped goods back and credits them. D: restock, scrap, kept."),
         takeBack,
         {}},
        {QStringLiteral("order close NUMBER"),
         tr("Nothing more is expected of it."),
         simple([](Tx &tx, Call &, Order id, const Part &) { return closeOrder(tx, id); }),
         {}},
    };
}

} // namespace ctl
