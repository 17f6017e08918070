#include "core/reports/today.h"

#include "core/ledger/account.h"
#include "core/sales/salesorder.h"

#include <QCoreApplication>
#include <map>

static QString tr(const char *text) { return QCoreApplication::translate("Today", text); }

namespace {

/// Orders of the last 30 days, newest first; the list ends at the first older one.
void readOrders(Tx &tx, TodayFigures &figures)
{
    const QDate today = tx.today();
    std::map<QDate, TodayFigures::Day> days;
    std::map<QString, Money> channels;
    auto rows = tx.run("SELECT o.day, o.currency, o.rate, o.total, COALESCE(c.name, ''), o.state FROM sales_order o LEFT JOIN channel c ON c.id = "
                       "o.channel_id ORDER BY o.id DESC LIMIT 20000");
    while (rows.next()) {
        const QDate day = rows.day(0);
        const qint64 age = day.daysTo(today);
        if (age > 45)
            break; // entered long ago; what was back-dated since is not news
        if (age > 30 || OrderState(rows.integer(5)) == OrderState::Cancelled)
            continue;
        const Money total =
            convert(Money(rows.integer(3), Currency::of(rows.text(1)).value_or(tx.currency())), ExchangeRate{rows.integer(2)}, tx.currency());
        channels[rows.text(4)] += total;
        days[day].orders += 1;
        days[day].sales += total;
    }
    for (int back = 13; back >= 0; --back) {
        TodayFigures::Day day = days[today.addDays(-back)];
        day.day = today.addDays(-back);
        day.sales += tx.zero();
        figures.days.push_back(day);
    }
    figures.ordersToday = figures.days.back().orders;
    for (const auto &[name, total] : channels)
        figures.byChannel.emplace_back(name.isEmpty() ? tr("Desk") : name, total);
}

void readWaiting(Tx &tx, TodayFigures &figures)
{
    // Channel by channel, so that the open ones are found by their index: sorted by id, SQLite would walk through all that were ever resolved.
    auto rows =
        tx.run("SELECT COALESCE(o.number, c.name), e.message FROM channel c CROSS JOIN sync_exception e LEFT JOIN sales_order o ON o.id = e.order_id "
               "WHERE e.channel_id = c.id AND e.resolution = '' ORDER BY e.id LIMIT 50");
    while (rows.next())
        figures.waiting.emplace_back(rows.text(0), rows.text(1));
    auto held = tx.run("SELECT number, hold FROM sales_order WHERE state < 80 AND state = ? ORDER BY id LIMIT 50", OrderState::OnHold);
    while (held.next())
        if (std::none_of(figures.waiting.begin(), figures.waiting.end(), [&](const auto &known) { return known.first == held.text(0); }))
            figures.waiting.emplace_back(held.text(0), held.text(1));
}

} // namespace

TodayFigures todayFigures(Tx &tx)
{
    TodayFigures figures;
    readOrders(tx, figures);
    figures.toShip = tx.number("SELECT COUNT(*) FROM sales_order WHERE state < 80 AND state IN (20, 30, 40, 50)");
    // An order that waits because of an exception is one thing to decide, not two.
    figures.exceptions =
        tx.number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''")
        + tx.number("SELECT COUNT(*) FROM sales_order o WHERE o.state < 80 AND o.state = ? AND NOT EXISTS (SELECT 1 FROM sync_exception e "
                    "WHERE e.order_id = o.id AND e.resolution = '')",
                    OrderState::OnHold);
    figures.stockOuts = tx.number(
        "SELECT COUNT(*) FROM product p WHERE p.active = 1 AND p.stocked = 1 AND COALESCE((SELECT SUM(b.on_hand - b.allocated) FROM stock_balance b "
        "WHERE b.product_id = p.id), 0) <= 0");
    figures.overdue = tx.zero();
    for (const Id<Account> account : tx.configured<AccountRoles>().allOf(role::Receivable))
        figures.overdue += Money(
            tx.number("SELECT SUM(base_open) FROM open_item WHERE open <> 0 AND due_on < ? AND account_id = ? AND party_id > 0", tx.today(), account),
            tx.currency());
    readWaiting(tx, figures);
    return figures;
}
