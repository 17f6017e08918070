#include "core/ledger/entry.h"
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
                  "SELECT o.number, o.total, COALESCE(l.total, 0) FROM sales_order o LEFT JOIN (SELECT order_id, SUM(total) AS total FROM sales_line "
                  "GROUP BY order_id) l "
                  "ON l.order_id = o.id WHERE o.total <> COALESCE(l.total, 0)");
    findings.none("sales_order", tr("Its total is kept as %1, its net and tax make %2 (minor units)."),
                  "SELECT number, total, net + tax FROM sales_order WHERE total <> net + tax");
    findings.none(
        "sales_line", tr("Kept are %1 shipped, its shipments make %2 (millionths)."),
        "SELECT l.order_id || '/' || l.line, l.shipped, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT h.order_id, x.line, "
        "SUM(x.quantity) AS quantity "
        "FROM shipment h JOIN shipment_line x ON x.shipment_id = h.id GROUP BY h.order_id, x.line) s ON s.order_id = l.order_id AND s.line = l.line "
        "WHERE l.shipped <> COALESCE(s.quantity, 0)");
    findings.none("sales_line", tr("Kept are %1 invoiced, its invoices make %2 (millionths)."),
                  "SELECT l.order_id || '/' || l.line, l.invoiced, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT i.order_id, "
                  "x.order_line, SUM(x.quantity) AS quantity "
                  "FROM invoice i JOIN invoice_line x ON x.invoice_id = i.id WHERE i.kind = 1 GROUP BY i.order_id, x.order_line) s ON s.order_id = "
                  "l.order_id AND s.order_line = l.line "
                  "WHERE l.invoiced <> COALESCE(s.quantity, 0)");
    findings.none("sales_line", tr("Kept are %1 returned, its returns make %2 (millionths)."),
                  "SELECT l.order_id || '/' || l.line, l.returned, COALESCE(s.quantity, 0) FROM sales_line l LEFT JOIN (SELECT r.order_id, x.line, "
                  "SUM(x.quantity) AS quantity "
                  "FROM sales_return r JOIN sales_return_line x ON x.return_id = r.id GROUP BY r.order_id, x.line) s ON s.order_id = l.order_id AND "
                  "s.line = l.line "
                  "WHERE l.returned <> COALESCE(s.quantity, 0)");
    findings.none("sales_line", tr("%1 are invoiced, but only %2 shipped (millionths)."),
                  "SELECT order_id || '/' || line, invoiced, shipped FROM sales_line WHERE kind = 1 AND invoiced > shipped");
    findings.none("sales_order", tr("Kept as paid are %1, its payments make %2 (minor units)."),
                  // What was paid on account counts for the orders whose invoices it settled.
                  "SELECT o.number, o.paid, COALESCE(p.amount, 0) FROM sales_order o LEFT JOIN (SELECT order_id, SUM(amount) AS amount FROM ("
                  "SELECT order_id, CASE WHEN direction = 1 THEN amount ELSE -amount END AS amount FROM payment WHERE order_id IS NOT NULL UNION ALL "
                  "SELECT d.order_id, s.amount FROM settlement s JOIN open_item d ON d.id = s.debit_item JOIN open_item c ON c.id = s.credit_item "
                  "WHERE c.source = 'payment' AND c.order_id IS NULL AND d.order_id IS NOT NULL UNION ALL "
                  "SELECT c.order_id, -s.amount FROM settlement s JOIN open_item d ON d.id = s.debit_item JOIN open_item c ON c.id = s.credit_item "
                  "WHERE d.source = 'payment' AND d.order_id IS NULL AND c.order_id IS NOT NULL) every GROUP BY order_id) p "
                  "ON p.order_id = o.id WHERE o.paid <> COALESCE(p.amount, 0)");
}

void checkInvoices(Findings &findings)
{
    findings.none("invoice", tr("Its net and tax make %2, its total is %1 (minor units)."),
                  "SELECT number, total, net + tax FROM invoice WHERE total <> net + tax");
    findings.none("invoice", tr("Its total is %1, its lines make %2 (minor units)."),
                  "SELECT i.number, i.total, COALESCE(l.total, 0) FROM invoice i LEFT JOIN (SELECT invoice_id, SUM(total) AS total FROM invoice_line "
                  "GROUP BY invoice_id) l "
                  "ON l.invoice_id = i.id WHERE i.total <> COALESCE(l.total, 0)");
    findings.none("invoice", tr("Its tax is %1, its tax lines make %2 (minor units)."),
                  "SELECT i.number, i.tax, COALESCE(t.amount, 0) FROM invoice i LEFT JOIN (SELECT invoice_id, SUM(amount) AS amount FROM invoice_tax "
                  "GROUP BY invoice_id) t "
                  "ON t.invoice_id = i.id WHERE i.tax <> COALESCE(t.amount, 0)");
}

/// Numbers that were given away before a backup was restored, and so are not in this company: how many, and where the series went on.
std::pair<qint64, qint64> lostNumbers(Tx &tx, const QString &code)
{
    std::pair<qint64, qint64> lost;
    auto rows = tx.run("SELECT detail FROM audit WHERE action = 'series_raised' AND subject = 'series' ORDER BY id");
    while (rows.next()) {
        const QStringList words = rows.text(0).split(u' '); // INV/0 43 57
        if (words.value(0) == code + QStringLiteral("/0")) {
            lost.first += words.value(2).toLongLong() - words.value(1).toLongLong();
            lost.second = words.value(2).toLongLong();
        }
    }
    return lost;
}

/// Numbers without gaps: as many documents as the highest number says, and the series goes on behind it.
void checkNumbers(Findings &findings)
{
    Tx &tx = findings.tx();
    const std::tuple<const char *, const char *, const char *> series[] = {
        {"SO", "sales_order", ""},   {"SH", "shipment", ""},      {"INV", "invoice", " WHERE kind = 1"}, {"CN", "invoice", " WHERE kind = 2"},
        {"PAY", "payment", ""},      {"RET", "sales_return", ""}, {"GR", "goods_receipt", ""},           {"BILL", "supplier_bill", ""},
        {"PO", "channel_payout", ""}};
    for (const auto &[code, table, which] : series) {
        const std::string from = std::string(" FROM ") + table + which;
        const qint64 count = tx.number("SELECT COUNT(*)" + from);
        const qint64 highest = tx.text("SELECT COALESCE(MAX(number), '')" + from).section(u'-', 1).toLongLong();
        const qint64 next = std::max<qint64>(1, tx.number("SELECT next FROM series WHERE code = ? AND year = 0", code));
        const auto [lost, raisedTo] = lostNumbers(tx, QString::fromLatin1(code));
        if (count + lost != next - 1 || (highest != next - 1 && raisedTo != next))
            findings.differ(QStringLiteral("series %1").arg(QLatin1String(code)),
                            tr("%1 documents, the highest number is %2, the next one would be %3.").arg(count).arg(highest).arg(next));
        findings.sum("series", 1);
        if (std::string_view(table) != "sales_order")
            findings.fact(table, count);
    }
}

/// Whatever moved money or value has its entry, and the entry says the same amount.
void checkPostings(Findings &findings)
{
    const QString sentence = tr("It moved %1, its journal entry says %2 (minor units).");
    // What stands on one account or party of a document's entry in its journal, in the document's currency.
    const auto posted = [](const char *source, const char *journal, const char *which) {
        return std::string("COALESCE((SELECT SUM(COALESCE(l.currency_amount, l.amount)) FROM journal_entry e JOIN journal j ON j.id = e.journal_id "
                           "JOIN journal_line l ON l.entry_id = e.id WHERE e.source = '")
               + source + "' AND e.source_id = d.id AND j.code = '" + journal + "' AND " + which + "), 0)";
    };
    const auto compare = [&](const char *table, const std::string &moved, const std::string &entry) {
        findings.none(table, sentence,
                      "SELECT number, moved, posted FROM (SELECT d.number AS number, " + moved + " AS moved, " + entry + " AS posted FROM " + table
                          + " d) x WHERE moved <> posted");
    };
    compare("invoice", "CASE WHEN d.kind = 1 THEN d.total ELSE -d.total END", posted("invoice", journal::Sales, "l.party_id IS NOT NULL"));
    compare("payment", "CASE WHEN d.direction = 1 THEN d.amount ELSE -d.amount END",
            posted("payment", journal::Money, "l.account_id = d.account_id"));
    compare("supplier_bill", "-d.total",
            posted("supplier_bill", journal::Purchases,
                   "l.party_id IS NOT NULL AND l.account_id IN (SELECT account_id FROM account_role WHERE role = 'payable')"));
    compare("channel_payout", "d.gross", posted("channel_payout", journal::Money, "COALESCE(l.currency_amount, l.amount) > 0"));
    // These move stock and post its value: document, moves and entry agree.
    const auto compareStock = [&](const char *table, const char *lines, const char *key, const char *sign) {
        const std::string cost = std::string("COALESCE((SELECT SUM(x.cost) FROM ") + lines + " x WHERE x." + key + " = d.id), 0)";
        compare(table, cost, posted(table, journal::Stock, "l.amount > 0"));
        findings.none(table, tr("It is worth %1, its stock moves are worth %2 (minor units)."),
                      std::string("SELECT number, worth, moved FROM (SELECT d.number AS number, ") + cost + " AS worth, COALESCE((SELECT SUM(" + sign
                          + "m.value) FROM stock_move m WHERE m.source = '" + table + "' AND m.source_id = d.id), 0) AS moved FROM " + table
                          + " d) x WHERE worth <> moved");
    };
    compareStock("shipment", "shipment_line", "shipment_id", "-");
    compareStock("goods_receipt", "goods_receipt_line", "receipt_id", "");
    compareStock("sales_return", "sales_return_line", "return_id", "");
}

/// An entry or an open item whose document is gone.
void checkSources(Findings &findings)
{
    for (const char *document : {"invoice", "payment", "supplier_bill", "channel_payout", "shipment", "goods_receipt", "sales_return"}) {
        findings.none("journal_entry", tr("It belongs to %1 %2, which does not exist."),
                      std::string("SELECT e.id, e.source, e.source_id FROM journal_entry e WHERE e.source = '") + document
                          + "' AND NOT EXISTS (SELECT 1 FROM " + document + " d WHERE d.id = e.source_id)");
        findings.none("open_item", tr("It belongs to %1 %2, which does not exist."),
                      std::string("SELECT i.id, i.source, i.source_id FROM open_item i WHERE i.source = '") + document
                          + "' AND NOT EXISTS (SELECT 1 FROM " + document + " d WHERE d.id = i.source_id)");
    }
    for (const char *document : {"shipment", "goods_receipt", "sales_return"})
        findings.none("stock_move", tr("It belongs to %1 %2, which does not exist."),
                      std::string("SELECT m.id, m.source, m.source_id FROM stock_move m WHERE m.source = '") + document
                          + "' AND NOT EXISTS (SELECT 1 FROM " + document + " d WHERE d.id = m.source_id)");
    // What is open of an invoice or a bill began with its total.
    findings.none("open_item", tr("It began with %1, its document says %2 (minor units)."),
                  "SELECT i.id, i.amount, CASE WHEN d.kind = 1 THEN d.total ELSE -d.total END FROM open_item i JOIN invoice d ON d.id = i.source_id "
                  "WHERE i.source = 'invoice' AND i.amount <> CASE WHEN d.kind = 1 THEN d.total ELSE -d.total END");
    findings.none("open_item", tr("It began with %1, its document says %2 (minor units)."),
                  "SELECT i.id, i.amount, -d.total FROM open_item i JOIN supplier_bill d ON d.id = i.source_id WHERE i.source = 'supplier_bill' AND "
                  "i.amount <> -d.total");
    findings.none("payment", tr("It moved %1, its open items began with %2 (minor units)."),
                  "SELECT number, moved, items FROM (SELECT d.number AS number, CASE WHEN d.direction = 1 THEN -d.amount ELSE d.amount END AS moved, "
                  "COALESCE((SELECT SUM(i.amount) FROM open_item i WHERE i.source = 'payment' AND i.source_id = d.id), 0) AS items FROM payment d) x "
                  "WHERE moved <> items");
}

void checkChannels(Findings &findings)
{
    findings.fact("inbound_message", findings.tx().number("SELECT COUNT(*) FROM inbound_message"));
    findings.none("sales_order", tr("It was made of message %1, which is not kept%2."),
                  "SELECT o.number, o.message_id, '' FROM sales_order o WHERE o.message_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inbound_message "
                  "m WHERE m.id = o.message_id)");
    findings.none("sync_exception", tr("It speaks of message %1, which is not kept%2."),
                  "SELECT x.id, x.message_id, '' FROM sync_exception x WHERE x.message_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inbound_message "
                  "m WHERE m.id = x.message_id)");
    // Nothing is passed over: a channel that has read up to a moment keeps the orders or the exceptions that were there.
    findings.none("sales_order", tr("%1 orders have the channel's number %2."),
                  "SELECT channel_id, COUNT(*), external_id FROM sales_order WHERE channel_id IS NOT NULL AND external_id IS NOT NULL GROUP BY "
                  "channel_id, external_id HAVING COUNT(*) > 1");
}

} // namespace

void checkDocuments(Findings &findings)
{
    checkOrders(findings);
    checkInvoices(findings);
    checkNumbers(findings);
    checkPostings(findings);
    checkSources(findings);
    checkChannels(findings);
    checkRefunds(findings);
    checkKits(findings);
}

} // namespace verifying
