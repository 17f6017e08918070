#include "core/stock/stock.h"
#include "core/verify/checks.h"

#include <QCoreApplication>
#include <tuple>

namespace verifying {

static QString tr(const char *text) { return QCoreApplication::translate("Verify", text); }

namespace {

using Shelf = std::tuple<qint64, qint64, QString>; // product, location, lot

QString units(qint64 millionths) { return Quantity{millionths}.toString(); }

QString nameOf(Tx &tx, const Shelf &shelf)
{
    const auto &[product, location, lot] = shelf;
    return QStringLiteral("stock_balance %1 %2%3")
        .arg(tx.text("SELECT sku FROM product WHERE id = ?", product), tx.text("SELECT code FROM location WHERE id = ?", location),
             lot.isEmpty() ? lot : u' ' + lot);
}

struct Stock {
    std::map<Shelf, qint64> onHand;
    std::map<qint64, std::pair<qint64, qint64>> value; // product -> quantity, value
};

/// Adds up every move there ever was: shelves of the company's own, and what all of them are worth.
Stock addUp(Findings &findings)
{
    Stock stock;
    Tx &tx = findings.tx();
    const auto &locations = tx.configured<Locations>();
    std::map<qint64, bool> internal;
    for (const Location &location : locations.all)
        internal[location.id.value] = location.kind == LocationKind::Internal;
    qint64 count = 0, last = -1;
    const auto page = [&] {
        const qint64 before = count;
        auto rows = tx.run("SELECT product_id, lot, from_id, to_id, quantity, value, id FROM stock_move WHERE id > ? ORDER BY id LIMIT 10000", last);
        for (; rows.next(); ++count) {
            last = rows.integer(6);
            const qint64 product = rows.integer(0), from = rows.integer(2), to = rows.integer(3), quantity = rows.integer(4);
            const bool leaves = internal[from], enters = internal[to];
            if (leaves)
                stock.onHand[{product, from, rows.text(1)}] -= quantity;
            if (enters)
                stock.onHand[{product, to, rows.text(1)}] += quantity;
            auto &[units, worth] = stock.value[product];
            units += (enters ? quantity : 0) - (leaves ? quantity : 0);
            worth += rows.integer(5);
        }
        return count > before;
    };
    while (page())
        ;
    findings.fact("stock_move", count);
    return stock;
}

/// What the orders' allocations promise of each shelf.
std::map<Shelf, qint64> promises(Tx &tx)
{
    std::map<Shelf, qint64> promised;
    auto rows =
        tx.run("SELECT COALESCE(s.product_id, 0), a.location_id, a.lot, SUM(a.quantity) FROM allocation a "
               "LEFT JOIN sales_line s ON s.order_id = a.order_id AND s.line = a.line GROUP BY COALESCE(s.product_id, 0), a.location_id, a.lot");
    while (rows.next())
        promised[{rows.integer(0), rows.integer(1), rows.text(2)}] = rows.integer(3);
    return promised;
}

void compareShelves(Findings &findings, Stock &stock)
{
    Tx &tx = findings.tx();
    auto promised = promises(tx);
    const auto take = [](std::map<Shelf, qint64> &from, const Shelf &shelf) {
        const auto node = from.extract(shelf);
        return node ? node.mapped() : 0;
    };
    qint64 count = 0;
    auto rows = tx.run("SELECT product_id, location_id, lot, on_hand, allocated FROM stock_balance");
    for (; rows.next(); ++count) {
        const Shelf shelf{rows.integer(0), rows.integer(1), rows.text(2)};
        if (const qint64 moved = take(stock.onHand, shelf); moved != rows.integer(3))
            findings.differ(nameOf(tx, shelf), tr("Kept are %1 on hand, the moves make %2.").arg(units(rows.integer(3)), units(moved)));
        if (const qint64 wanted = take(promised, shelf); wanted != rows.integer(4))
            findings.differ(nameOf(tx, shelf),
                            tr("Kept are %1 allocated, the orders' allocations make %2.").arg(units(rows.integer(4)), units(wanted)));
    }
    for (const auto &[shelf, quantity] : stock.onHand)
        if (quantity != 0)
            findings.differ(nameOf(tx, shelf), tr("The moves make %1, but no balance is kept.").arg(units(quantity)));
    for (const auto &[shelf, quantity] : promised)
        findings.differ(nameOf(tx, shelf), tr("%1 are allocated there, but no balance is kept.").arg(units(quantity)));
    findings.sum("stock_balance", count);
}

void compareValues(Findings &findings, Stock &stock)
{
    Tx &tx = findings.tx();
    qint64 count = 0, total = 0;
    auto rows = tx.run("SELECT v.product_id, v.quantity, v.value, p.sku FROM stock_value v JOIN product p ON p.id = v.product_id");
    while (rows.next()) {
        ++count;
        total += rows.integer(2);
        const auto expected = stock.value[rows.integer(0)];
        stock.value.erase(rows.integer(0));
        if (expected != std::pair(rows.integer(1), rows.integer(2)))
            findings.differ(QStringLiteral("stock_value %1").arg(rows.text(3)),
                            tr("Kept are %1 worth %2, the moves make %3 worth %4.")
                                .arg(units(rows.integer(1)), Money(rows.integer(2), tx.currency()).toString(), units(expected.first),
                                     Money(expected.second, tx.currency()).toString()));
    }
    for (const auto &[product, sums] : stock.value)
        if (sums != std::pair<qint64, qint64>())
            findings.differ(
                QStringLiteral("stock_value %1").arg(tx.text("SELECT sku FROM product WHERE id = ?", product)),
                tr("The moves make %1 worth %2, but no value is kept.").arg(units(sums.first), Money(sums.second, tx.currency()).toString()));
    findings.sum("stock_value", count);
    qint64 account = 0;
    for (const Id<Account> inventory : tx.configured<AccountRoles>().allOf(role::Inventory))
        account += tx.number("SELECT SUM(debit - credit) FROM account_balance WHERE account_id = ?", inventory);
    if (account != total)
        findings.differ(
            QStringLiteral("inventory"),
            tr("The accounts hold %1, the stock is worth %2.").arg(Money(account, tx.currency()).toString(), Money(total, tx.currency()).toString()));
    findings.sum("inventory_account", 1);
}

} // namespace

void checkStock(Findings &findings)
{
    Stock stock = addUp(findings);
    compareShelves(findings, stock);
    compareValues(findings, stock);
    findings.none("sales_line", tr("Kept are %1 allocated (millionths), its allocations make %2."),
                  "SELECT l.order_id || '/' || l.line, l.allocated, COALESCE(a.quantity, 0) FROM sales_line l JOIN product p ON p.id = l.product_id "
                  "AND p.stocked = 1 "
                  "LEFT JOIN (SELECT order_id, line, SUM(quantity) AS quantity FROM allocation GROUP BY order_id, line) a ON a.order_id = l.order_id "
                  "AND a.line = l.line "
                  "WHERE l.allocated <> COALESCE(a.quantity, 0)");
}

} // namespace verifying
