#pragma once

#include "channels/engine/channel.h"

#include <set>

/// What a channel does by itself, and when.
enum class Work {
    Orders = 1, ///< in
    Stock = 2,  ///< this and the following: out
    Prices = 3,
    Products = 4,
    Shipments = 5,
    Check = 6 ///< compares what the channel shows with what it should show
};
enum class Rhythm {
    ByHand = 0,  ///< when a person says so
    AtTimes = 1, ///< at times of the day
    Every = 2,   ///< every so many minutes
    OnChange = 3 ///< as soon as something changes, and every so many minutes as well
};
const std::vector<Work> &everyWork();
QString workWord(Work work);        ///< stable: orders stock prices products shipments check
QString workLabel(Work work);       ///< translated
QString rhythmWord(Rhythm rhythm);  ///< stable: by_hand at_times every on_change
QString rhythmLabel(Rhythm rhythm); ///< translated

/// One channel's rhythm of one kind of work. Times are the company's own.
struct Schedule {
    Id<Channel> channel;
    Work work = Work::Orders;
    Rhythm rhythm = Rhythm::ByHand;
    int minutes = 3;   ///< 1 to 1440
    QString times;     ///< "07:30,12:00"
    int days = 127;    ///< bit 0 Monday … bit 6 Sunday
    int opens = 0;     ///< minute of the day; with closes before it, the night in between
    int closes = 1440; ///< minute of the day; 1440: midnight
    int remindHours = 0;
    Instant nextRun; ///< none: not by itself
    Instant lastRun; ///< when it was last done

    bool dayIsOpen(int weekday) const { return days >> (weekday - 1) & 1; } ///< 1 Monday … 7 Sunday
};

template <> struct sql::TableOf<Schedule> {
    static constexpr Table table{
        "channel_schedule",
        Column{"channel_id", &Schedule::channel},
        Column{"work", &Schedule::work},
        Column{"rhythm", &Schedule::rhythm},
        Column{"minutes", &Schedule::minutes},
        Column{"times", &Schedule::times},
        Column{"days", &Schedule::days},
        Column{"opens", &Schedule::opens},
        Column{"closes", &Schedule::closes},
        Column{"remind_hours", &Schedule::remindHours},
        Column{"next_run", &Schedule::nextRun},
        Column{"last_run", &Schedule::lastRun},
    };
};

/// When it is done next, after `after`. Days and hours are those of `zone`; a time that a clock change leaves out counts as the moment after
/// it. Nothing for work by hand.
std::optional<Instant> nextAfter(const Schedule &schedule, Instant after, const QTimeZone &zone);
/// Whether it is done at this moment of the day and week.
bool isOpen(const Schedule &schedule, Instant at, const QTimeZone &zone);

/// Stores a rhythm. It begins at once where it is every so many minutes. Refuses: minutes beyond 1 to 1440, times that cannot be read, no day
/// at all, opening hours that are none.
Result<Schedule> setSchedule(Tx &tx, Schedule schedule);
/// One for every kind of work, by hand where nothing was set.
std::vector<Schedule> schedulesOf(Tx &tx, Id<Channel> channel);

/// What is to be done now, of channels that are not paused; the longest waiting first.
struct DueWork {
    Id<Channel> channel;
    std::set<Work> work;
    bool changedOnly = false; ///< of the products, only those noted as changed (noted.h): the turn of all of them has not come
};
std::vector<DueWork> dueWork(Tx &tx);
/// Channels whose work of this kind follows every change, while they are open.
std::vector<Id<Channel>> followers(Tx &tx, Work work);
/// Makes work due now, whatever its rhythm but by hand.
Result<> makeDue(Tx &tx, Id<Channel> channel, const std::set<Work> &work);
/// Work was done, by whomever.
void noteDone(Tx &tx, Id<Channel> channel, const std::set<Work> &work);
/// Work that began at `began` is done, or failed: when it is done next. After failures it is tried again sooner: after 1, 2, 4 … 30 minutes.
/// `spread` (0 to 1) moves runs that come every few minutes a little apart.
Result<> scheduleNext(Tx &tx, Id<Channel> channel, const std::set<Work> &work, Instant began, bool done, double spread);

/// Why work is late, as a sentence; empty where it is not: not done for so long as a person wanted to be reminded after, or due long since with
/// nobody doing it.
QString lateness(const Schedule &schedule, Instant now);
