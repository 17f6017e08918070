#include "core/stock/productlist.h"

#include "core/parties/party.h"
#include "sql/anchors.h"

static std::string whereOf(const ProductFilter &filter, std::vector<sql::Value> &values)
{
    std::string where = "1 = 1";
    if (!filter.words.isEmpty()) {
        where += " AND p.search LIKE ?";
        values.emplace_back(u'%' + folded(filter.words) + u'%');
    }
    if (filter.category) {
        where += " AND p.category_id = ?";
        values.emplace_back(filter.category.value);
    }
    if (filter.onlyShort)
        where += " AND p.stocked = 1 AND p.active = 1 AND COALESCE((SELECT SUM(b.on_hand - b.allocated) FROM stock_balance b WHERE b.product_id = "
                 "p.id), 0) <= 0";
    if (filter.onlyInactive)
        where += " AND p.active = 0";
    return where;
}

std::vector<ProductRow> productRows(Tx &tx, const ProductFilter &filter, const QString &from, int limit)
{
    std::vector<sql::Value> values;
    std::string where = whereOf(filter, values);
    if (!from.isEmpty()) {
        where += filter.turned ? " AND p.sku <= ?" : " AND p.sku >= ?";
        values.emplace_back(from);
    }
    auto rows =
        tx.connection().runWith("SELECT p.id, p.sku, p.name, p.barcode, p.unit, p.active, p.stocked, "
                                "CAST((SELECT SUM(b.on_hand) FROM stock_balance b WHERE b.product_id = p.id) AS BIGINT), "
                                "CAST((SELECT SUM(b.allocated) FROM stock_balance b WHERE b.product_id = p.id) AS BIGINT) FROM product p WHERE "
                                    + where + (filter.turned ? " ORDER BY p.sku DESC LIMIT " : " ORDER BY p.sku LIMIT ") + std::to_string(limit),
                                values);
    std::vector<ProductRow> found;
    while (rows.next())
        found.push_back({{rows.integer(0)},
                         rows.text(1),
                         rows.text(2),
                         rows.text(3),
                         rows.text(4),
                         rows.integer(5) != 0,
                         rows.integer(6) != 0,
                         {rows.isNull(7) ? 0 : rows.integer(7)},
                         {rows.isNull(8) ? 0 : rows.integer(8)}});
    return found;
}

std::pair<std::vector<QString>, qint64> productAnchors(Tx &tx, const ProductFilter &filter, int step)
{
    std::vector<sql::Value> values;
    const std::string where = whereOf(filter, values);
    return sql::anchors<QString>(tx, "p.sku", "FROM product p WHERE " + where, filter.turned, step, values);
}
