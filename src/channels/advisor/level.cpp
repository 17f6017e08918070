#include "channels/advisor/advice.h"

#include "channels/byhand/effort.h"
#include "channels/engine/buyers.h"
#include "channels/engine/schedule.h"

#include <QCoreApplication>

namespace channels::advisor {

static QString tr(const char *text) { return QCoreApplication::translate("Advisor", text); }

namespace {

constexpr int workingWeek = 0b0011111;
constexpr int daysLookedAt = 30;

Schedule rhythmOf(Work work, int level)
{
    Schedule schedule;
    schedule.work = work;
    switch (level) {
    case 1: schedule.remindHours = work == Work::Orders || work == Work::Stock ? 24 : 0; break;
    case 2:
        schedule.rhythm = Rhythm::AtTimes;
        schedule.times = work == Work::Check ? QStringLiteral("06:00") : QStringLiteral("08:00,12:00,16:00");
        schedule.days = workingWeek;
        break;
    default:
        schedule.rhythm = work == Work::Orders ? Rhythm::Every : Rhythm::OnChange;
        if (work == Work::Check) {
            schedule.rhythm = Rhythm::AtTimes;
            schedule.times = QStringLiteral("03:00");
        }
    }
    return schedule;
}

} // namespace

int levelOf(Tx &tx, const Channel &channel)
{
    const Kind *kind = findKind(channel.kind);
    if (!kind || !kind->talks)
        return 1;
    int level = 2;
    for (const Schedule &schedule : schedulesOf(tx, channel.id))
        if (schedule.rhythm == Rhythm::Every || schedule.rhythm == Rhythm::OnChange)
            level = 3;
    return level;
}

Result<> setLevel(Tx &tx, Id<Channel> id, int level)
{
    const Channel channel = tx.get(id);
    if (level == 4)
        return refuse(QStringLiteral("level"), tr("The order portal is no way of running a shop: it is a channel of its own."));
    if (level < 1 || level > 3)
        return refuse(QStringLiteral("level"), tr("There is no level %1: it is 1, 2 or 3.").arg(level));
    const Kind *kind = findKind(channel.kind);
    if (level > 1 && (!kind || !kind->talks))
        return refuse(QStringLiteral("by_hand"), tr("%1 is served by hand: Purser cannot talk to it.").arg(channel.name),
                      tr("Give the channel the shop's platform and keys first."));
    for (const Work work : everyWork()) {
        Schedule schedule = rhythmOf(work, level);
        schedule.channel = id;
        if (const auto set = setSchedule(tx, schedule); !set)
            return set.error();
    }
    return Done{};
}

Result<> setUp(Tx &tx, Id<Channel> channel, int level, Buyers buyers)
{
    if (auto set = setLevel(tx, channel, level); !set)
        return set;
    if (auto opened = setBuyers(tx, channel, buyers); !opened)
        return opened.error();
    return Done{};
}

Measured measure(Tx &tx, Situation answers)
{
    Measured measured{answers, {}};
    Situation &s = measured.situation;
    const QDate from = tx.today().addDays(-daysLookedAt);
    auto rows = tx.run("SELECT day FROM sales_order WHERE channel_id IS NOT NULL AND day >= ? AND day < ?", from, tx.today());
    int orders = 0, weekdays = 0;
    while (rows.next())
        ++orders;
    for (QDate day = from; day < tx.today(); day = day.addDays(1))
        weekdays += day.dayOfWeek() <= 5;
    if (orders > 0) {
        s.ordersPerDay = (orders + weekdays / 2) / std::max(1, weekdays);
        measured.sources << tr("Web orders in the last %2 days: %1.").arg(orders).arg(daysLookedAt);
    }
    const int channels = int(tx.number("SELECT COUNT(*) FROM channel"));
    if (channels > 0) {
        s.otherChannels = channels - 1;
        measured.sources << tr("Channels that sell from one stock: %1.").arg(channels);
    }
    if (const auto strictest = Buyers(tx.number("SELECT MAX(buyers) FROM channel")); strictest > s.buyers)
        s.buyers = strictest; // an answer that was not given opens nothing
    byhand::Effort effort;
    for (const Channel &channel : allChannels(tx)) {
        const byhand::Effort one = byhand::effortOf(tx, channel.id, from, tx.today());
        effort.orders += one.orders;
        effort.orderSeconds += one.orderSeconds;
        effort.totals += one.totals;
        effort.duplicates += one.duplicates;
        effort.unknownSkus += one.unknownSkus;
    }
    if (effort.orders > 0) {
        s.secondsPerOrder = int(effort.orderSeconds / effort.orders);
        measured.sources << tr("%1 orders were entered by hand, in %2 seconds each; %3 slips were caught.")
                                .arg(effort.orders)
                                .arg(s.secondsPerOrder)
                                .arg(effort.caught());
    }
    const qint64 own = tx.number("SELECT COUNT(*) FROM price WHERE party_id IS NOT NULL");
    const qint64 onLists = tx.number("SELECT COUNT(*) FROM party WHERE price_list_id IS NOT NULL");
    if (own + onLists > 0) {
        s.customerPrices = true;
        measured.sources << tr("Prices of single customers: %1; customers with a price list: %2.").arg(own).arg(onLists);
    }
    return measured;
}

} // namespace channels::advisor
