#include "core/verify/checks.h"

#include <QCoreApplication>

namespace verifying {

static QString tr(const char *text) { return QCoreApplication::translate("Verify", text); }

/// What a shop's refunds were settled with is there, and nothing of it twice.
void checkRefunds(Findings &findings)
{
    findings.fact("channel_refund", findings.tx().number("SELECT COUNT(*) FROM channel_refund"));
    const QString sentence = tr("Refunds of its channel account for %1 of it, it holds %2.");
    const auto within = [&](const char *where, const char *ofPart, const char *part, const char *document) {
        findings.none(where, sentence,
                      std::string("SELECT number, settled, held FROM (SELECT d.number AS number, p.settled AS settled, COALESCE((") + document
                          + "), 0) AS held FROM (SELECT " + ofPart + " AS id, line, SUM(" + part + ") AS settled FROM channel_refund_part WHERE "
                          + ofPart + " IS NOT NULL GROUP BY " + ofPart + ", line) p JOIN " + where + " d ON d.id = p.id) x WHERE settled > held");
    };
    within("sales_return", "return_id", "quantity", "SELECT SUM(l.quantity) FROM sales_return_line l WHERE l.return_id = d.id AND l.line = p.line");
    within("invoice", "invoice_id", "amount", "SELECT SUM(l.total) FROM invoice_line l WHERE l.invoice_id = d.id AND l.order_line = p.line");
    within("payment", "payment_id", "amount", "d.amount");
    findings.none("payment", tr("It paid refund %1 back, which is not kept%2."),
                  "SELECT p.number, p.external_id, '' FROM payment p WHERE p.direction = 2 AND p.channel_id IS NOT NULL AND p.external_id LIKE "
                  "'%/refund/%' AND NOT EXISTS (SELECT 1 FROM channel_refund f WHERE f.channel_id = p.channel_id AND f.external_id = p.external_id)");
}

/// A kit's line and the lines of its components say the same. What a kit consists of may be changed later: then the order's own lines are all there
/// is.
void checkKits(Findings &findings)
{
    const std::string kits = " FROM sales_line k JOIN sales_order o ON o.id = k.order_id ";
    const std::string asItIsNow = " AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = 'product' AND a.subject_id = k.product_id AND a.action = "
                                  "'components_set' AND a.at >= o.created_at)";
    const std::string ofKit = " JOIN sales_line c ON c.order_id = k.order_id AND c.kit_line = k.line AND c.line <> k.line ";
    findings.none(
        "sales_line", tr("It is a kit of %1, but no line has its components%2."),
        "SELECT k.order_id || '/' || k.line, k.sku, ''" + kits
            + "WHERE k.kit_line = k.line AND NOT EXISTS (SELECT 1 FROM sales_line c WHERE c.order_id = k.order_id AND c.kit_line = k.line AND "
              "c.line <> k.line)");
    findings.none(
        "sales_line", tr("%1 is a component of line %2, which is no kit."),
        "SELECT c.order_id || '/' || c.line, c.sku, c.kit_line FROM sales_line c WHERE c.kit_line <> 0 AND c.kit_line <> c.line AND NOT EXISTS "
        "(SELECT 1 FROM sales_line k WHERE k.order_id = c.order_id AND k.line = c.kit_line AND k.kit_line = k.line)");
    findings.none("sales_line", tr("%1 is a component of a kit and has a price of its own: %2 (minor units)."),
                  "SELECT order_id || '/' || line, sku, total FROM sales_line WHERE kit_line <> 0 AND kit_line <> line AND (net <> 0 OR tax <> 0 OR "
                  "total <> 0)");
    findings.none("sales_line", tr("%1 units of a component are ordered, its kit needs %2 (millionths)."),
                  "SELECT k.order_id || '/' || c.line, c.quantity, p.quantity * (k.quantity / 1000000)" + kits + ofKit
                      + "JOIN product_component p ON p.product_id = k.product_id AND p.component_id = c.product_id WHERE k.kit_line = k.line AND "
                        "c.quantity <> p.quantity * (k.quantity / 1000000)"
                      + asItIsNow);
    findings.none("sales_line", tr("%1 belongs to a kit, but the kit does not consist of it%2."),
                  "SELECT k.order_id || '/' || c.line, c.sku, ''" + kits + ofKit
                      + "WHERE k.kit_line = k.line AND NOT EXISTS (SELECT 1 FROM product_component p WHERE p.product_id = k.product_id AND "
                        "p.component_id = c.product_id)"
                      + asItIsNow);
    findings.none(
        "sales_line", tr("The kit needs %1, which has %2 lines."),
        "SELECT place, sku, lines FROM (SELECT k.order_id || '/' || k.line AS place, g.sku AS sku, (SELECT COUNT(*) FROM sales_line c WHERE "
        "c.order_id = k.order_id AND c.kit_line = k.line AND c.line <> k.line AND c.product_id = p.component_id) AS lines"
            + kits + "JOIN product_component p ON p.product_id = k.product_id JOIN product g ON g.id = p.component_id WHERE k.kit_line = k.line"
            + asItIsNow + ") x WHERE lines <> 1");
}

} // namespace verifying
