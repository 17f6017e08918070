#include "core/verify/checks.h"

#include <QCoreApplication>

namespace verifying {

static QString tr(const char *text) { return QCoreApplication::translate("Verify", text); }

namespace {

void checkOrders(Findings &findings)
{
    Tx &tx = findings.tx();
    findings.sum("sales_order", tx.number("SELECT COUNT(*) FROM sales_order"));
    findings.none("sales_order", tr("Its total is kept as %1, its lines make %2 (minor units)."),
                  "SELECT o.number, o.total, COALESCE(l.total, 0) FROM sales_order o LEFT JOIN (SELECT order_id, SUM(total) AS total FROM sales_line GROUP BY order_id) l "
                  "ON l.order_id = o.id WHERE o.total <> COALESCE(l.total, 0)");
    findings.none("sales_line", tr("Kept are %1 shipped, its shipments make %2 (millionths)."),
                  "SELECT l.order_id || '/' || l.line, l.shipped, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT h.order_id, x.line, SUM(x.quantity) AS quantity "
                  "FROM shipment h JOIN shipment_line x ON x.shipment_id = h.id GROUP BY h.order_id, x.line) s ON s.order_id = l.order_id AND s.line = l.line "
                  "WHERE l.shipped <> COALESCE(s.quantity, 0)");
    findings.none("sales_line", tr("Kept are %1 invoiced, its invoices make %2 (millionths)."),
                  "SELECT l.order_id || '/' || l.line, l.invoiced, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT i.order_id, x.order_line, SUM(x.quantity) AS quantity "
                  "FROM invoice i JOIN invoice_line x ON x.invoice_id = i.id WHERE i.kind = 1 GROUP BY i.order_id, x.order_line) s ON s.order_id = l.order_id AND s.order_line = l.line "
                  "WHERE l.invoiced <> COALESCE(s.quantity, 0)");
    findings.none("sales_line", tr("Kept are %1 returned, its returns make %2 (millionths)."),
                  "SELECT l.order_id || '/' || l.line, l.returned, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT r.order_id, x.line, SUM(x.quantity) AS quantity "
                  "FROM sales_return r JOIN sales_return_line x ON x.return_id = r.id GROUP BY r.order_id, x.line) s ON s.order_id = l.order_id AND s.line = l.line "
                  "WHERE l.returned <> COALESCE(s.quantity, 0)");
    findings.none("sales_order", tr("Kept as paid are %1, its payments make %2 (minor units)."),
                  "SELECT o.number, o.paid, COALESCE(p.amount, 0) FROM sales_order o LEFT JOIN (SELECT order_id, SUM(CASE WHEN direction = 1 THEN amount ELSE -amount END) AS amount "
                  "FROM payment GROUP BY order_id) p ON p.order_id = o.id WHERE o.paid <> COALESCE(p.amount, 0)");
}

void checkInvoices(Findings &findings)
{
    findings.none("invoice", tr("Its total is %1, its lines make %2 (minor units)."),
                  "SELECT i.number, i.total, COALESCE(l.total, 0) FROM invoice i LEFT JOIN (SELECT invoice_id, SUM(total) AS total FROM invoice_line GROUP BY invoice_id) l "
                  "ON l.invoice_id = i.id WHERE i.total <> COALESCE(l.total, 0)");
    findings.none("invoice", tr("Its tax is %1, its tax lines make %2 (minor units)."),
                  "SELECT i.number, i.tax, COALESCE(t.amount, 0) FROM invoice i LEFT JOIN (SELECT invoice_id, SUM(amount) AS amount FROM invoice_tax GROUP BY invoice_id) t "
                  "ON t.invoice_id = i.id WHERE i.tax <> COALESCE(t.amount, 0)");
}

/// Numbers without gaps: as many documents as the highest number says, and the series goes on behind it.
void checkNumbers(Findings &findings)
{
    Tx &tx = findings.tx();
    const std::tuple<const char *, const char *, const char *> series[] = {
        {"SO", "sales_order", ""},      {"SH", "shipment", ""},      {"INV", "invoice", " WHERE kind = 1"}, {"CN", "invoice", " WHERE kind = 2"}, {"PAY", "payment", ""},
        {"RET", "sales_return", ""}, {"GR", "goods_receipt", ""}, {"BILL", "supplier_bill", ""},         {"PO", "channel_payout", ""}};
    for (const auto &[code, table, which] : series) {
        const std::string from = std::string(" FROM ") + table + which;
        const qint64 count = tx.number("SELECT COUNT(*)" + from);
        const qint64 highest = tx.text("SELECT COALESCE(MAX(number), '')" + from).section(u'-', 1).toLongLong();
        const qint64 next = std::max<qint64>(1, tx.number("SELECT next FROM series WHERE code = ? AND year = 0", code));
        if (count != highest || next != highest + 1)
            findings.differ(QStringLiteral("series %1").arg(QLatin1String(code)),
                            tr("%1 documents, the highest number is %2, the next one would be %3.").arg(count).arg(highest).arg(next));
        findings.sum("series", 1);
        if (std::string_view(table) != "sales_order")
            findings.fact(table, count);
    }
}

/// Whatever moved money or value has its entry.
void checkPostings(Findings &findings)
{
    const std::pair<const char *, const char *> documents[] = {
        {"invoice", "SELECT d.number, d.total, '' FROM invoice d WHERE d.total <> 0 AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.source = 'invoice' AND e.source_id = d.id)"},
        {"payment", "SELECT d.number, d.amount, '' FROM payment d WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.source = 'payment' AND e.source_id = d.id)"},
        {"supplier_bill", "SELECT d.number, d.total, '' FROM supplier_bill d WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.source = 'supplier_bill' AND e.source_id = d.id)"},
        {"channel_payout", "SELECT d.number, d.gross, '' FROM channel_payout d WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.source = 'channel_payout' AND e.source_id = d.id)"},
        {"shipment", "SELECT d.number, SUM(l.cost), '' FROM shipment d JOIN shipment_line l ON l.shipment_id = d.id "
                     "WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.source = 'shipment' AND e.source_id = d.id) GROUP BY d.number HAVING SUM(l.cost) <> 0"}};
    for (const auto &[table, question] : documents)
        findings.none(table, tr("It moved %1 (minor units), but no journal entry belongs to it.%2"), question);
}

void checkChannels(Findings &findings)
{
    findings.fact("inbound_message", findings.tx().number("SELECT COUNT(*) FROM inbound_message"));
}

} // namespace

void checkDocuments(Findings &findings)
{
    checkOrders(findings);
    checkInvoices(findings);
    checkNumbers(findings);
    checkPostings(findings);
    checkChannels(findings);
}

} // namespace verifying
