#include "channels/engine/stockwatch.h"

std::optional<std::set<Id<Product>>> StockWatch::stockChanged(Tx &tx)
{
    Seen now;
    auto rows = tx.run("SELECT product_id, SUM(on_hand), SUM(allocated) FROM stock_balance GROUP BY product_id");
    while (rows.next())
        now[{rows.integer(0)}] = {rows.integer(1), rows.integer(2), 0};
    auto waiting = tx.run("SELECT product_id, SUM(quantity - allocated - shipped - cancelled) FROM sales_line "
                          "WHERE kind = 1 AND quantity > allocated + shipped + cancelled AND product_id IS NOT NULL GROUP BY product_id");
    while (waiting.next())
        now[{waiting.integer(0)}][2] = waiting.integer(1);
    return compare(m_stock, std::move(now));
}

std::optional<std::set<Id<Product>>> StockWatch::catalogueChanged(Tx &tx)
{
    const QString mark = tx.text("SELECT (SELECT CAST(COUNT(*) AS TEXT) || ' ' || CAST(COALESCE(SUM(version), 0) AS TEXT) FROM product) || ' ' || "
                                 "(SELECT CAST(COALESCE(MAX(id), 0) AS TEXT) || ' ' || CAST(COUNT(*) AS TEXT) || ' ' || "
                                 "CAST(COALESCE(SUM(version), 0) AS TEXT) FROM price)");
    if (mark == m_catalogueMark)
        return std::set<Id<Product>>();
    Seen now;
    auto products = tx.run("SELECT id, version FROM product");
    while (products.next())
        now[{products.integer(0)}] = {products.integer(1), 0, 0};
    auto prices = tx.run("SELECT product_id, SUM(version), MAX(id) FROM price GROUP BY product_id");
    while (prices.next()) {
        Figures &figures = now[{prices.integer(0)}];
        figures = {figures[0], prices.integer(1), prices.integer(2)};
    }
    m_catalogueMark = mark;
    return compare(m_catalogue, std::move(now));
}

std::optional<std::set<Id<Product>>> StockWatch::compare(std::optional<Seen> &seen, Seen now)
{
    const std::optional<Seen> before = std::exchange(seen, std::move(now));
    if (!before)
        return {};
    std::set<Id<Product>> changed;
    for (const auto &[product, figures] : *seen)
        if (const auto was = before->find(product); was == before->end() || was->second != figures)
            changed.insert(product);
    for (const auto &[product, figures] : *before)
        if (!seen->contains(product))
            changed.insert(product);
    return changed;
}

QString writeMark(Tx &tx)
{
    if (!tx.isServer())
        return QString::number(tx.number("PRAGMA data_version")); // another one when another connection has committed
    return tx.text("SELECT CAST(pg_current_snapshot() AS TEXT)"); // another one when a writing transaction began or ended
}
