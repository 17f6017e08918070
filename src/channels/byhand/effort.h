#pragma once

#include "channels/engine/channel.h"

/// What serving a site by hand costs: time, and the slips that were caught. Facts, which say when the next level of integration pays.
namespace channels::byhand {

enum class HandTask { Order = 1, Worksheet = 2 };

/// One piece of work of one person, from opening the screen to storing.
struct HandWork {
    HandTask task = HandTask::Order;
    qint64 seconds = 0; ///< at work: longer pauses are not counted
    int items = 0;      ///< lines typed, or ticks set
    int totals = 0;     ///< slips that the control total showed
    int duplicates = 0; ///< orders that were there already
    int unknownSkus = 0;
};

/// Keeps what a piece of work cost; `order` is what came of it, if anything did. Work that took nothing and caught nothing is not kept.
void keepWork(Tx &tx, const Channel &channel, const HandWork &work, qint64 order = 0);

struct Effort {
    qint64 orders = 0;
    qint64 lines = 0;
    qint64 orderSeconds = 0;
    qint64 worksheets = 0;
    qint64 ticks = 0;
    qint64 worksheetSeconds = 0;
    qint64 totals = 0;
    qint64 duplicates = 0;
    qint64 unknownSkus = 0;
    qint64 caught() const { return totals + duplicates + unknownSkus; }
};
/// What the channel cost from one day to another, both included.
Effort effortOf(Tx &tx, Id<Channel> channel, QDate from, QDate to);

/// The time that a person is at work on a screen: every action adds the time since the one before, unless that was a pause.
class WorkClock {
public:
    static constexpr qint64 pauseSeconds = 120; ///< nothing done for longer than this is a pause and counts nothing
    void act(Instant now);
    qint64 seconds() const { return m_micros / 1'000'000; }
    void restart() { *this = {}; }

private:
    Instant m_last;
    qint64 m_micros = 0;
};

} // namespace channels::byhand
