#include "channels/engine/overview.h"

#include "channels/engine/run.h"
#include "channels/engine/schedule.h"

#include <algorithm>

Light ChannelOverview::light() const
{
    if (channel.state == ChannelState::Paused)
        return Light::Attention;
    if (channel.state == ChannelState::Resting || !late.isEmpty())
        return Light::Bad;
    return exceptions > 0 ? Light::Attention : Light::Good;
}

ChannelOverview overviewOf(Tx &tx, const Channel &channel)
{
    ChannelOverview overview;
    overview.channel = channel;
    overview.waiting = tx.number("SELECT COUNT(*) FROM sales_order WHERE state < 60 AND channel_id = ?", channel.id);
    overview.exceptions = tx.number("SELECT COUNT(*) FROM sync_exception WHERE channel_id = ? AND resolution = ''", channel.id);
    overview.held = tx.number("SELECT COUNT(*) FROM held_field WHERE channel_id = ? AND released_at IS NULL", channel.id);
    overview.unpushed = tx.number("SELECT COUNT(*) FROM shipment_notice WHERE channel_id = ? AND state <> 2", channel.id);
    for (const Schedule &schedule : tx.all<Schedule>("channel_id = ? ORDER BY work", channel.id)) {
        if (channel.state == ChannelState::Paused)
            break; // it does nothing by itself, and nothing is late
        if (schedule.rhythm != Rhythm::ByHand && schedule.nextRun && (!overview.nextRun || schedule.nextRun < overview.nextRun))
            overview.nextRun = schedule.nextRun;
        if (const QString late = lateness(schedule, tx.now()); !late.isEmpty())
            overview.late << late;
    }
    if (channel.leaseUntil >= tx.now())
        overview.runBy = channels::holderName(channel.leaseHolder);
    std::vector<qint64> ages;
    // The newest messages of the channel; of each order the first one is what made the sales order.
    auto rows =
        tx.run("SELECT received_at - changed_at FROM inbound_message WHERE channel_id = ? AND changed_at IS NOT NULL ORDER BY id DESC LIMIT 200",
               channel.id);
    while (rows.next())
        ages.push_back(std::max<qint64>(0, rows.integer(0) / 1'000'000));
    if (!ages.empty()) {
        std::sort(ages.begin(), ages.end());
        overview.freshnessMedian = ages[ages.size() / 2];
        overview.freshness95 = ages[std::min(ages.size() - 1, ages.size() * 95 / 100)];
    }
    return overview;
}

std::vector<ChannelOverview> channelOverviews(Tx &tx)
{
    std::vector<ChannelOverview> all;
    for (const Channel &channel : allChannels(tx))
        all.push_back(overviewOf(tx, channel));
    return all;
}

std::vector<ChannelRun> lastRuns(Tx &tx, Id<Channel> channel, int limit)
{
    return tx.all<ChannelRun>("channel_id = ? ORDER BY id DESC LIMIT " + std::to_string(limit), channel);
}
