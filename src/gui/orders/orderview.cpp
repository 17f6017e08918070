#include "gui/orders/orderview.h"

#include "channels/engine/overview.h"
#include "core/billing/payment.h"
#include "core/sales/shiporder.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("OrderView", text); }

namespace {

void readPapers(Tx &tx, OrderView &view)
{
    const Id<SalesOrder> id = view.document.order.id;
    const Money none(0, view.document.order.currency);
    const auto entries = [&](const char *table, qint64 source) {
        JournalQuestion question;
        question.source = QString::fromLatin1(table);
        question.sourceId = source;
        for (const JournalView &entry : journalEntries(tx, question))
            for (const JournalLineView &line : entry.lines)
                view.entries.push_back({entry.number, entry.entry.day, entry.document, line});
    };
    for (const Shipment &s : shipmentsOf(tx, id)) {
        view.papers.push_back({tr("Shipment"), s.number, s.day, none, (s.carrier + u' ' + s.tracking).trimmed()});
        entries("shipment", s.id.value);
    }
    for (const Invoice &i : invoicesOf(tx, id)) {
        view.papers.push_back({i.kind == InvoiceKind::Invoice ? tr("Invoice") : tr("Credit note"), i.number, i.day, i.total, i.memo});
        entries("invoice", i.id.value);
    }
    for (const Payment &p : paymentsOf(tx, id)) {
        view.papers.push_back({p.direction == PaymentDirection::Received ? tr("Payment") : tr("Refund"), p.number, p.day, p.amount, p.method});
        entries("payment", p.id.value);
    }
    auto rows = tx.run("SELECT id, number, day, reason FROM sales_return WHERE order_id = ? ORDER BY id", id);
    while (rows.next()) {
        view.papers.push_back({tr("Return"), rows.text(1), rows.day(2), none, rows.text(3)});
        entries("sales_return", rows.integer(0));
    }
}

} // namespace

OrderView orderView(Tx &tx, Id<SalesOrder> id)
{
    OrderView view;
    view.document = loadOrder(tx, id);
    const SalesOrder &order = view.document.order;
    view.customer = tx.get(order.party);
    if (order.channel)
        view.channel = tx.text("SELECT name FROM channel WHERE id = ?", order.channel);
    readPapers(tx, view);
    view.exceptions = tx.all<SyncException>("order_id = ? AND resolution = '' ORDER BY id", id);
    auto rows = tx.run("SELECT at, actor, action, detail FROM audit WHERE subject = 'sales_order' AND subject_id = ? ORDER BY id", id);
    while (rows.next())
        view.history.push_back({{rows.integer(0)}, rows.text(1), eventLabel(rows.text(2)), rows.text(3)});
    if (const auto message = order.message ? tx.find(order.message) : std::nullopt) {
        const auto json = Json::parse(message->text());
        view.message = json ? QString::fromUtf8(json->toJson(true)) : QString::fromUtf8(message->text());
        view.messageAt = message->receivedAt;
    }
    return view;
}

QString eventLabel(const QString &action)
{
    static const std::map<QString, const char *> labels{
        {QStringLiteral("order_entered"), QT_TRANSLATE_NOOP("OrderView", "Entered")},
        {QStringLiteral("order_placed"), QT_TRANSLATE_NOOP("OrderView", "Placed")},
        {QStringLiteral("order_changed"), QT_TRANSLATE_NOOP("OrderView", "Changed")},
        {QStringLiteral("order_confirmed"), QT_TRANSLATE_NOOP("OrderView", "Confirmed")},
        {QStringLiteral("order_picked"), QT_TRANSLATE_NOOP("OrderView", "Picked")},
        {QStringLiteral("order_unpicked"), QT_TRANSLATE_NOOP("OrderView", "Put back")},
        {QStringLiteral("order_packed"), QT_TRANSLATE_NOOP("OrderView", "Packed")},
        {QStringLiteral("order_shipped"), QT_TRANSLATE_NOOP("OrderView", "Shipped")},
        {QStringLiteral("order_invoiced"), QT_TRANSLATE_NOOP("OrderView", "Invoiced")},
        {QStringLiteral("order_credited"), QT_TRANSLATE_NOOP("OrderView", "Credited")},
        {QStringLiteral("order_returned"), QT_TRANSLATE_NOOP("OrderView", "Returned")},
        {QStringLiteral("order_cancelled"), QT_TRANSLATE_NOOP("OrderView", "Cancelled")},
        {QStringLiteral("order_held"), QT_TRANSLATE_NOOP("OrderView", "Put on hold")},
        {QStringLiteral("order_released"), QT_TRANSLATE_NOOP("OrderView", "Released")},
        {QStringLiteral("order_closed"), QT_TRANSLATE_NOOP("OrderView", "Closed")},
        {QStringLiteral("address_changed"), QT_TRANSLATE_NOOP("OrderView", "Address changed")},
        {QStringLiteral("line_reduced"), QT_TRANSLATE_NOOP("OrderView", "Amount reduced")},
    };
    const auto found = labels.find(action);
    return found == labels.end() ? action : tr(found->second);
}
