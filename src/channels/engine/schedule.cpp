#include "channels/engine/schedule.h"

#include "core/audit/audit.h"

#include <QCoreApplication>
#include <algorithm>

static QString tr(const char *text) { return QCoreApplication::translate("Schedule", text); }

const std::vector<Work> &everyWork()
{
    static const std::vector<Work> all{Work::Orders, Work::Stock, Work::Prices, Work::Products, Work::Shipments, Work::Check};
    return all;
}

QString workWord(Work work)
{
    static const std::map<Work, const char *> words{{Work::Orders, "orders"},     {Work::Stock, "stock"},         {Work::Prices, "prices"},
                                                    {Work::Products, "products"}, {Work::Shipments, "shipments"}, {Work::Check, "check"}};
    return QString::fromLatin1(words.at(work));
}

QString workLabel(Work work)
{
    static const std::map<Work, const char *> labels{
        {Work::Orders, QT_TRANSLATE_NOOP("Schedule", "Orders in")},        {Work::Stock, QT_TRANSLATE_NOOP("Schedule", "Stock out")},
        {Work::Prices, QT_TRANSLATE_NOOP("Schedule", "Prices out")},       {Work::Products, QT_TRANSLATE_NOOP("Schedule", "Products out")},
        {Work::Shipments, QT_TRANSLATE_NOOP("Schedule", "Shipments out")}, {Work::Check, QT_TRANSLATE_NOOP("Schedule", "Check")}};
    return tr(labels.at(work));
}

QString rhythmWord(Rhythm rhythm)
{
    static const std::map<Rhythm, const char *> words{
        {Rhythm::ByHand, "by_hand"}, {Rhythm::AtTimes, "at_times"}, {Rhythm::Every, "every"}, {Rhythm::OnChange, "on_change"}};
    return QString::fromLatin1(words.at(rhythm));
}

QString rhythmLabel(Rhythm rhythm)
{
    static const std::map<Rhythm, const char *> labels{{Rhythm::ByHand, QT_TRANSLATE_NOOP("Schedule", "By hand")},
                                                       {Rhythm::AtTimes, QT_TRANSLATE_NOOP("Schedule", "At times of the day")},
                                                       {Rhythm::Every, QT_TRANSLATE_NOOP("Schedule", "Every few minutes")},
                                                       {Rhythm::OnChange, QT_TRANSLATE_NOOP("Schedule", "As soon as something changes")}};
    return tr(labels.at(rhythm));
}

namespace {

constexpr int minutesOfDay = 24 * 60;

std::optional<std::vector<QTime>> readTimes(const QString &text)
{
    std::vector<QTime> times;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QTime time = QTime::fromString(part.trimmed(), QStringLiteral("H:mm"));
        if (!time.isValid())
            return {};
        times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

Instant momentOf(QDate day, int minute, const QTimeZone &zone)
{
    const QDate date = day.addDays(minute / minutesOfDay);
    return Instant::of(QDateTime(date, QTime(0, 0).addSecs(minute % minutesOfDay * 60), zone));
}

bool wraps(const Schedule &s) { return s.closes <= s.opens; }

/// The first moment at or after `at` that is open.
Instant openAtOrAfter(const Schedule &schedule, Instant at, const QTimeZone &zone)
{
    if (isOpen(schedule, at, zone))
        return at;
    QDate day = at.dayIn(zone);
    for (int ahead = 0; ahead <= 8; ++ahead, day = day.addDays(1))
        if (const Instant opening = momentOf(day, schedule.opens, zone); schedule.dayIsOpen(day.dayOfWeek()) && opening > at)
            return opening;
    return at;
}

} // namespace

bool isOpen(const Schedule &schedule, Instant at, const QTimeZone &zone)
{
    const QDateTime local = at.toDateTime().toTimeZone(zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const int weekday = local.date().dayOfWeek();
    if (!wraps(schedule))
        return schedule.dayIsOpen(weekday) && minute >= schedule.opens && minute < schedule.closes;
    const int before = weekday == 1 ? 7 : weekday - 1;
    return (schedule.dayIsOpen(weekday) && minute >= schedule.opens) || (schedule.dayIsOpen(before) && minute < schedule.closes);
}

std::optional<Instant> nextAfter(const Schedule &schedule, Instant after, const QTimeZone &zone)
{
    if (schedule.rhythm == Rhythm::ByHand)
        return {};
    if (schedule.rhythm != Rhythm::AtTimes)
        return openAtOrAfter(schedule, after.plusSeconds(schedule.minutes * 60), zone);
    const auto times = readTimes(schedule.times).value_or(std::vector<QTime>());
    QDate day = after.dayIn(zone);
    for (int ahead = 0; ahead <= 8; ++ahead, day = day.addDays(1))
        if (schedule.dayIsOpen(day.dayOfWeek()))
            for (const QTime &time : times)
                if (const Instant moment = momentOf(day, time.hour() * 60 + time.minute(), zone); moment > after)
                    return moment;
    return {};
}

Result<Schedule> setSchedule(Tx &tx, Schedule schedule)
{
    if (schedule.minutes < 1 || schedule.minutes > minutesOfDay)
        return refuse(QStringLiteral("minutes"), tr("Every %1 minutes is not possible: it is 1 to 1440.").arg(schedule.minutes));
    const auto times = readTimes(schedule.times);
    if (!times || (schedule.rhythm == Rhythm::AtTimes && times->empty()))
        return refuse(QStringLiteral("times"), tr("“%1” are no times of the day.").arg(schedule.times), tr("Write them as 07:30,12:00."));
    if (schedule.days < 1 || schedule.days > 127)
        return refuse(QStringLiteral("days"), tr("It needs at least one day of the week."));
    const bool isMinute = schedule.opens >= 0 && schedule.opens < minutesOfDay && schedule.closes >= 0 && schedule.closes <= minutesOfDay;
    if (!isMinute || schedule.opens == schedule.closes)
        return refuse(QStringLiteral("hours"), tr("These hours are none: from %1 to %2.").arg(schedule.opens).arg(schedule.closes));
    if (schedule.remindHours < 0)
        return refuse(QStringLiteral("remind"), tr("A reminder comes after at least one hour."));
    QStringList written;
    for (const QTime &time : *times)
        written << time.toString(QStringLiteral("HH:mm"));
    schedule.times = written.join(u',');
    const auto before = tx.first<Schedule>("channel_id = ? AND work = ?", schedule.channel, schedule.work);
    schedule.lastRun = before ? before->lastRun : Instant();
    const QTimeZone &zone = tx.scene().zone;
    const bool repeats = schedule.rhythm == Rhythm::Every || schedule.rhythm == Rhythm::OnChange;
    schedule.nextRun = repeats ? openAtOrAfter(schedule, tx.now(), zone) : nextAfter(schedule, tx.now(), zone).value_or(Instant());
    tx.run("DELETE FROM channel_schedule WHERE channel_id = ? AND work = ?", schedule.channel, schedule.work);
    tx.run("DELETE FROM push_due WHERE channel_id = ? AND work = ?", schedule.channel, schedule.work); // a new rhythm begins with all of it
    tx.insert(schedule);
    audit(tx, "channel_scheduled", "channel", schedule.channel.value, workWord(schedule.work) + u' ' + rhythmWord(schedule.rhythm));
    return schedule;
}

std::vector<Schedule> schedulesOf(Tx &tx, Id<Channel> channel)
{
    std::map<Work, Schedule> set;
    for (const Schedule &schedule : tx.all<Schedule>("channel_id = ?", channel))
        set[schedule.work] = schedule;
    std::vector<Schedule> all;
    for (const Work work : everyWork()) {
        Schedule &schedule = set[work];
        schedule.channel = channel;
        schedule.work = work;
        all.push_back(schedule);
    }
    return all;
}

std::vector<DueWork> dueWork(Tx &tx)
{
    std::vector<DueWork> due;
    auto rows =
        tx.run("SELECT s.channel_id, s.work, CASE WHEN s.next_run <= ? THEN 1 ELSE 0 END FROM channel_schedule s JOIN channel c ON c.id = "
               "s.channel_id WHERE c.state <> ? AND ((s.rhythm > 0 AND s.next_run <= ?) OR (s.rhythm = ? AND EXISTS (SELECT 1 FROM push_due d "
               "WHERE d.channel_id = s.channel_id AND d.work = s.work))) ORDER BY s.next_run, s.channel_id, s.work",
               tx.now(), ChannelState::Paused, tx.now(), Rhythm::OnChange);
    while (rows.next()) {
        const Id<Channel> channel{rows.integer(0)};
        const Work work = Work(int(rows.integer(1)));
        auto found = std::find_if(due.begin(), due.end(), [&](const DueWork &d) { return d.channel == channel; });
        if (found == due.end())
            found = due.insert(due.end(), {channel, {}, true});
        found->work.insert(work);
        const bool comparesAll = rows.integer(2) == 1 && (work == Work::Stock || work == Work::Prices || work == Work::Products);
        found->changedOnly = found->changedOnly && !comparesAll;
    }
    return due;
}

std::vector<Id<Channel>> followers(Tx &tx, Work work)
{
    std::vector<Id<Channel>> all;
    for (const Schedule &schedule : tx.all<Schedule>("work = ? AND rhythm = ?", work, Rhythm::OnChange))
        if (isOpen(schedule, tx.now(), tx.scene().zone))
            all.push_back(schedule.channel);
    return all;
}

void noteDone(Tx &tx, Id<Channel> channel, const std::set<Work> &work)
{
    for (const Work one : work)
        tx.run("UPDATE channel_schedule SET last_run = ? WHERE channel_id = ? AND work = ?", tx.now(), channel, one);
}

Result<> makeDue(Tx &tx, Id<Channel> channel, const std::set<Work> &work)
{
    for (const Work one : work)
        tx.run("UPDATE channel_schedule SET next_run = ? WHERE channel_id = ? AND work = ? AND rhythm > 0", tx.now(), channel, one);
    return Done{};
}

Result<> scheduleNext(Tx &tx, Id<Channel> channel, const std::set<Work> &work, Instant began, bool done, double spread)
{
    constexpr int longestPause = 30 * 60;
    const qint64 failures = tx.number("SELECT failures FROM channel WHERE id = ?", channel);
    const Instant again = tx.now().plusSeconds(std::min<qint64>(longestPause, 60ll << std::clamp<qint64>(failures - 1, 0, 10)));
    for (Schedule &schedule : tx.all<Schedule>("channel_id = ?", channel)) {
        if (work.count(schedule.work) == 0)
            continue;
        auto next = nextAfter(schedule, began, tx.scene().zone);
        if (next && !done)
            next = schedule.rhythm == Rhythm::AtTimes ? std::min(*next, again) : again;
        else if (next && schedule.rhythm != Rhythm::AtTimes)
            next = std::max(tx.now(), next->plusSeconds(qint64(spread * std::min(schedule.minutes * 3, 30))));
        // What came up while it was at work is due again.
        tx.run("UPDATE channel_schedule SET next_run = ? WHERE channel_id = ? AND work = ? AND (next_run IS NULL OR next_run <= ?)", next, channel,
               schedule.work, began);
        if (!done && schedule.rhythm == Rhythm::OnChange) { // what was noted is tried again with everything else
            tx.run("UPDATE channel_schedule SET next_run = ? WHERE channel_id = ? AND work = ? AND next_run > ?", again, channel, schedule.work,
                   again);
            tx.run("DELETE FROM push_due WHERE channel_id = ? AND work = ?", channel, schedule.work);
        }
    }
    return Done{};
}

QString lateness(const Schedule &schedule, Instant now)
{
    constexpr qint64 grace = 15 * 60;
    const auto hoursSince = [&](Instant then) { return (now.micros - then.micros) / 1'000'000 / 3600; };
    if (schedule.remindHours > 0 && schedule.lastRun && hoursSince(schedule.lastRun) >= schedule.remindHours)
        return tr("%1: not done for %2 hours.").arg(workLabel(schedule.work)).arg(hoursSince(schedule.lastRun));
    if (schedule.remindHours > 0 && !schedule.lastRun)
        return tr("%1: never done yet.").arg(workLabel(schedule.work));
    if (schedule.rhythm != Rhythm::ByHand && schedule.nextRun && schedule.nextRun.plusSeconds(grace) < now)
        return tr("%1: due since %2 minutes, and nobody does it.")
            .arg(workLabel(schedule.work))
            .arg((now.micros - schedule.nextRun.micros) / 60'000'000);
    return {};
}
