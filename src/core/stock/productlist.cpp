#include "core/stock/productlist.h"

#include "core/parties/party.h"

static std::string whereOf(bool onlyShort)
{
    return std::string("p.search LIKE ? AND p.sku >= ?")
        + (onlyShort ? " AND p.stocked = 1 AND p.active = 1 AND COALESCE((SELECT SUM(b.on_hand - b.allocated) FROM stock_balance b WHERE b.product_id = p.id), 0) <= 0" : "");
}

std::vector<ProductRow> productRows(Tx &tx, const QString &words, bool onlyShort, const QString &from, int limit)
{
    auto rows = tx.run("SELECT p.id, p.sku, p.name, p.barcode, p.unit, p.active, (SELECT SUM(b.on_hand) FROM stock_balance b WHERE b.product_id = p.id), "
                       "(SELECT SUM(b.allocated) FROM stock_balance b WHERE b.product_id = p.id) FROM product p WHERE "
                           + whereOf(onlyShort) + " ORDER BY p.sku LIMIT " + std::to_string(limit),
                       u'%' + folded(words) + u'%', from);
    std::vector<ProductRow> found;
    while (rows.next())
        found.push_back({{rows.integer(0)}, rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.integer(5) != 0, {rows.isNull(6) ? 0 : rows.integer(6)},
                         {rows.isNull(7) ? 0 : rows.integer(7)}});
    return found;
}

std::pair<std::vector<QString>, qint64> productAnchors(Tx &tx, const QString &words, bool onlyShort, int step)
{
    std::vector<QString> anchors;
    qint64 count = 0;
    auto rows = tx.run("SELECT p.sku FROM product p WHERE " + whereOf(onlyShort) + " ORDER BY p.sku", u'%' + folded(words) + u'%', QString());
    while (rows.next())
        if (count++ % step == 0)
            anchors.push_back(rows.text(0));
    return {std::move(anchors), count};
}
