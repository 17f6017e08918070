#include "core/reports/report.h"

std::vector<StockValueRow> stockValue(Tx &tx, QDate asOf)
{
    const bool past = asOf.isValid() && tx.number("SELECT COUNT(*) FROM (SELECT 1 FROM stock_move WHERE day > ? LIMIT 1) later", asOf) > 0;
    std::vector<StockValueRow> all;
    auto rows =
        past ? tx.run("SELECT p.sku, p.name, SUM(CASE WHEN t.kind = 1 THEN m.quantity ELSE 0 END - CASE WHEN f.kind = 1 THEN m.quantity ELSE 0 END), "
                      "SUM(m.value) "
                      "FROM stock_move m JOIN product p ON p.id = m.product_id JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id "
                      "WHERE m.day <= ? GROUP BY p.sku, p.name ORDER BY p.sku",
                      asOf)
             : tx.run("SELECT p.sku, p.name, v.quantity, v.value FROM stock_value v JOIN product p ON p.id = v.product_id ORDER BY p.sku");
    while (rows.next())
        if (rows.integer(2) != 0 || rows.integer(3) != 0)
            all.push_back({rows.text(0), rows.text(1), {rows.integer(2)}, Money(rows.integer(3), tx.currency())});
    return all;
}

namespace {

/// Behind the place at which the last answer ended, and of one product if one is asked for.
constexpr const char *wanted = "(p.id = ? OR ? = 0) AND (p.sku > ? OR (p.sku = ? AND l.code > ?))";

std::vector<StockPlace> placesNow(Tx &tx, const StockQuestion &q)
{
    std::vector<StockPlace> places;
    auto rows = tx.run(
        std::string(
            "SELECT p.sku, l.code, SUM(b.on_hand), SUM(b.allocated), COALESCE(v.quantity, 0), COALESCE(v.value, 0) FROM stock_balance b "
            "JOIN product p ON p.id = b.product_id JOIN location l ON l.id = b.location_id LEFT JOIN stock_value v ON v.product_id = p.id WHERE ")
            + wanted + " GROUP BY p.sku, l.code, v.quantity, v.value HAVING SUM(b.on_hand) <> 0 ORDER BY p.sku, l.code LIMIT "
            + std::to_string(q.limit),
        q.product.value, q.product.value, q.afterSku, q.afterSku, q.afterLocation);
    while (rows.next()) {
        const Quantity onHand{rows.integer(2)}, whole{rows.integer(4)};
        const Money value(rows.integer(5), tx.currency());
        places.push_back(
            {rows.text(0), rows.text(1), onHand, Quantity{rows.integer(3)}, whole == onHand || whole.isZero() ? value : share(value, onHand, whole)});
    }
    return places;
}

/// Quantity and value of all of a product's stock at a moment.
std::pair<Quantity, Money> wholeStock(Tx &tx, const QString &sku, Instant asOf)
{
    auto rows = tx.run(
        "SELECT SUM(CASE WHEN t.kind = 1 THEN m.quantity ELSE 0 END - CASE WHEN f.kind = 1 THEN m.quantity ELSE 0 END), SUM(m.value) FROM stock_move "
        "m "
        "JOIN product p ON p.id = m.product_id JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id WHERE p.sku = ? AND m.at <= ?",
        sku, asOf);
    rows.next();
    return {Quantity{rows.integer(0)}, Money(rows.integer(1), tx.currency())};
}

std::vector<StockPlace> placesAt(Tx &tx, const StockQuestion &q, Instant asOf)
{
    std::vector<StockPlace> places;
    {
        auto rows = tx.run(
            std::string(
                "SELECT p.sku, l.code, SUM(CASE WHEN m.to_id = l.id THEN m.quantity ELSE -m.quantity END) FROM stock_move m "
                "JOIN product p ON p.id = m.product_id JOIN location l ON l.kind = 1 AND (l.id = m.to_id OR l.id = m.from_id) WHERE m.at <= ? AND ")
                + wanted
                + " GROUP BY p.sku, l.code HAVING SUM(CASE WHEN m.to_id = l.id THEN m.quantity ELSE -m.quantity END) <> 0 ORDER BY p.sku, l.code "
                  "LIMIT "
                + std::to_string(q.limit),
            asOf, q.product.value, q.product.value, q.afterSku, q.afterSku, q.afterLocation);
        while (rows.next())
            places.push_back({rows.text(0), rows.text(1), Quantity{rows.integer(2)}, {}, tx.zero()});
    }
    for (StockPlace &place : places) {
        const auto [whole, value] = wholeStock(tx, place.sku, asOf);
        place.value = whole.isZero() ? value : share(value, place.onHand, whole);
    }
    return places;
}

} // namespace

std::vector<StockPlace> stockPlaces(Tx &tx, const StockQuestion &question)
{
    return question.asOf ? placesAt(tx, question, *question.asOf) : placesNow(tx, question);
}
