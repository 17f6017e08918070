#include "channels/engine/stockwatch.h"

std::set<Id<Product>> StockWatch::changed(Tx &tx)
{
    std::map<qint64, Figures> now;
    auto rows = tx.run("SELECT product_id, SUM(on_hand), SUM(allocated) FROM stock_balance GROUP BY product_id");
    while (rows.next())
        now[rows.integer(0)] = {rows.integer(1), rows.integer(2)};
    std::set<Id<Product>> changed;
    if (m_looked)
        for (const auto &[product, figures] : now)
            if (const auto before = m_seen.find(product); before == m_seen.end() || !(before->second == figures))
                changed.insert(Id<Product>{product});
    m_seen = std::move(now);
    m_looked = true;
    return changed;
}

bool StockWatch::catalogueChanged(Tx &tx)
{
    const QString now = tx.text("SELECT (SELECT CAST(COUNT(*) AS TEXT) || ' ' || CAST(COALESCE(SUM(version), 0) AS TEXT) FROM product) || ' ' || "
                                "(SELECT CAST(COALESCE(MAX(id), 0) AS TEXT) || ' ' || CAST(COUNT(*) AS TEXT) || ' ' || "
                                "CAST(COALESCE(SUM(version), 0) AS TEXT) FROM price)");
    const bool changed = !m_catalogue.isEmpty() && m_catalogue != now;
    m_catalogue = now;
    return changed;
}

QString writeMark(Tx &tx)
{
    if (!tx.isServer())
        return QString::number(tx.number("PRAGMA data_version")); // another one when another connection has committed
    return tx.text("SELECT CAST(pg_current_snapshot() AS TEXT)"); // another one when a writing transaction began or ended
}
