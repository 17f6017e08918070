#include "channels/byhand/effort.h"

namespace channels::byhand {

void keepWork(Tx &tx, const Channel &channel, const HandWork &work, qint64 order)
{
    if (!order && work.seconds == 0 && work.items == 0 && work.totals + work.duplicates + work.unknownSkus == 0)
        return;
    tx.run("INSERT INTO hand_work (channel_id, task, order_id, day, at, actor, seconds, items, totals, duplicates, unknown_skus) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           channel.id, work.task, Id<struct SalesOrder>{order}, tx.today(), tx.now(), tx.scene().actor, work.seconds, work.items, work.totals,
           work.duplicates, work.unknownSkus);
}

Effort effortOf(Tx &tx, Id<Channel> channel, QDate from, QDate to)
{
    Effort effort;
    auto rows = tx.run("SELECT task, COUNT(order_id), COUNT(*), SUM(items), SUM(seconds), SUM(totals), SUM(duplicates), SUM(unknown_skus) "
                       "FROM hand_work WHERE channel_id = ? AND day >= ? AND day <= ? GROUP BY task",
                       channel, from, to);
    while (rows.next()) {
        const bool isOrder = HandTask(rows.integer(0)) == HandTask::Order;
        (isOrder ? effort.orders : effort.worksheets) = rows.integer(isOrder ? 1 : 2);
        (isOrder ? effort.lines : effort.ticks) = rows.integer(3);
        (isOrder ? effort.orderSeconds : effort.worksheetSeconds) = rows.integer(4);
        effort.totals += rows.integer(5);
        effort.duplicates += rows.integer(6);
        effort.unknownSkus += rows.integer(7);
    }
    return effort;
}

void WorkClock::act(Instant now)
{
    const qint64 since = m_last ? now.micros - m_last.micros : 0;
    if (since > 0 && since <= pauseSeconds * 1'000'000)
        m_micros += since;
    m_last = now;
}

} // namespace channels::byhand
