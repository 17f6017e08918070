#include "channels/engine/schedule.h"

#include "channels/engine/overview.h"
#include "engine/fakeshop.h"

namespace {

const QTimeZone berlin("Europe/Berlin");

Instant utc(const char *text) { return *Instant::parse(QString::fromLatin1(text)); }

QString next(const Schedule &schedule, const char *after)
{
    const auto moment = nextAfter(schedule, utc(after), berlin);
    return moment ? moment->toString() : QString();
}

Schedule every(int minutes)
{
    Schedule schedule;
    schedule.rhythm = Rhythm::Every;
    schedule.minutes = minutes;
    return schedule;
}

Schedule at(const char *times)
{
    Schedule schedule;
    schedule.rhythm = Rhythm::AtTimes;
    schedule.times = QString::fromLatin1(times);
    return schedule;
}

constexpr int workingDays = 0b0011111;

} // namespace

TEST(Schedule, everyThreeMinutesComesThreeMinutesLater) { EXPECT_EQ(next(every(3), "2030-01-02T12:00:00Z"), "2030-01-02T12:03:00Z"); }

TEST(Schedule, byHandNeverComesByItself) { EXPECT_EQ(next(Schedule(), "2030-01-02T12:00:00Z"), ""); }

TEST(Schedule, outsideOfBusinessHoursItWaitsForTheNextOpeningDay)
{
    Schedule schedule = every(3);
    schedule.opens = 8 * 60;
    schedule.closes = 18 * 60;
    schedule.days = workingDays;
    // Friday 4 January 2030, 17:58 in Berlin: the next one would be at 18:01.
    EXPECT_EQ(next(schedule, "2030-01-04T16:58:00Z"), "2030-01-07T07:00:00Z");
    EXPECT_EQ(next(schedule, "2030-01-04T16:50:00Z"), "2030-01-04T16:53:00Z");
}

TEST(Schedule, hoursOverMidnightBelongToTheDayOnWhichTheyOpen)
{
    Schedule schedule = every(60);
    schedule.opens = 22 * 60;
    schedule.closes = 6 * 60;
    schedule.days = 1 << 4;                                              // Friday
    EXPECT_TRUE(isOpen(schedule, utc("2030-01-04T22:00:00Z"), berlin));  // Friday 23:00
    EXPECT_TRUE(isOpen(schedule, utc("2030-01-05T04:00:00Z"), berlin));  // Saturday 5:00
    EXPECT_FALSE(isOpen(schedule, utc("2030-01-05T22:00:00Z"), berlin)); // Saturday 23:00
    EXPECT_FALSE(isOpen(schedule, utc("2030-01-04T12:00:00Z"), berlin));
    EXPECT_EQ(next(schedule, "2030-01-05T04:30:00Z"), "2030-01-11T21:00:00Z");
}

TEST(Schedule, timesOfTheDayAreTheCompanysOwnOnWorkingDays)
{
    Schedule schedule = at("12:00,07:30");
    schedule.days = workingDays;
    EXPECT_EQ(next(schedule, "2030-01-04T05:00:00Z"), "2030-01-04T06:30:00Z");
    EXPECT_EQ(next(schedule, "2030-01-04T06:30:00Z"), "2030-01-04T11:00:00Z"); // strictly after
    EXPECT_EQ(next(schedule, "2030-01-04T11:00:00Z"), "2030-01-07T06:30:00Z"); // over the weekend
}

TEST(Schedule, aTimeThatTheClockChangeLeavesOutComesAllTheSame)
{
    // 31 March 2030: from 2:00 to 3:00 there is no time in Berlin. 28 October 2029: 2:30 comes twice.
    EXPECT_EQ(next(at("02:30"), "2030-03-30T02:00:00Z"), "2030-03-31T01:30:00Z");
    EXPECT_EQ(next(at("02:30"), "2030-03-31T01:30:00Z"), "2030-04-01T00:30:00Z");
    const QString first = next(at("02:30"), "2029-10-27T12:00:00Z");
    EXPECT_TRUE(first == "2029-10-28T00:30:00Z" || first == "2029-10-28T01:30:00Z") << qPrintable(first);
    EXPECT_EQ(next(at("02:30"), qPrintable(first)), "2029-10-29T01:30:00Z");
}

TEST(Schedule, whatIsNoScheduleIsRefusedWithTheReason)
{
    ShopCompany company;
    const auto refused = [&](Schedule schedule) {
        schedule.channel = company.channel.id;
        return company.refusal(setSchedule, schedule);
    };
    EXPECT_EQ(refused(every(0)), "minutes");
    EXPECT_EQ(refused(every(1441)), "minutes");
    EXPECT_EQ(refused(at("")), "times");
    EXPECT_EQ(refused(at("25:00")), "times");
    Schedule never = every(3);
    never.days = 0;
    EXPECT_EQ(refused(never), "days");
    Schedule closed = every(3);
    closed.opens = closed.closes = 480;
    EXPECT_EQ(refused(closed), "hours");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_schedule"), 0);
    EXPECT_EQ(refused(every(1)), "(done)");
    EXPECT_EQ(refused(every(1440)), "(done)");
}

namespace {

struct Scheduled : ShopCompany {
    Schedule set(Work work, Schedule schedule)
    {
        schedule.channel = channel.id;
        schedule.work = work;
        return must(setSchedule, schedule);
    }
    bool isDue(Work work)
    {
        for (const DueWork &due : ask(dueWork))
            if (due.channel == channel.id && due.work.count(work))
                return true;
        return false;
    }
    Schedule of(Work work)
    {
        for (const Schedule &schedule : ask(schedulesOf, channel.id))
            if (schedule.work == work)
                return schedule;
        return {};
    }
};

} // namespace

TEST(ScheduledWork, beginsAtOnceAndComesAgainAfterItsMinutes)
{
    Scheduled company;
    company.set(Work::Orders, every(3));
    EXPECT_TRUE(company.isDue(Work::Orders));
    EXPECT_FALSE(company.isDue(Work::Stock));
    const Instant began = company.now;

    company.must(scheduleNext, company.channel.id, std::set<Work>{Work::Orders}, began, true, 0.0);

    EXPECT_FALSE(company.isDue(Work::Orders));
    company.now = company.now.plusSeconds(180);
    EXPECT_TRUE(company.isDue(Work::Orders));
}

TEST(ScheduledWork, aChannelThatIsPausedHasNoNextRun)
{
    Scheduled company;
    company.set(Work::Orders, every(3));
    const auto next = [&] { return company.ask([&](Tx &tx) { return overviewOf(tx, tx.get(company.channel.id)).nextRun; }); };
    EXPECT_TRUE(next());

    company.must(pauseChannel, company.channel.id, QStringLiteral("stocktaking"));

    EXPECT_FALSE(next());
    company.must(resumeChannel, company.channel.id);
    EXPECT_TRUE(next());
}

TEST(ScheduledWork, aMachineThatSleptDoesItOnceAndThenGoesOn)
{
    Scheduled company;
    company.set(Work::Orders, at("12:30"));
    company.now = company.now.plusSeconds(3 * 24 * 3600);
    EXPECT_TRUE(company.isDue(Work::Orders));
    company.must(scheduleNext, company.channel.id, std::set<Work>{Work::Orders}, company.now, true, 0.0);
    EXPECT_FALSE(company.isDue(Work::Orders));
    EXPECT_GT(company.of(Work::Orders).nextRun, company.now);
}

TEST(ScheduledWork, whatCameUpDuringARunIsDueAgain)
{
    Scheduled company;
    company.set(Work::Stock, every(60));
    const Instant began = company.now;
    company.now = company.now.plusSeconds(1);
    company.must(makeDue, company.channel.id, std::set<Work>{Work::Stock});
    company.now = company.now.plusSeconds(1);
    company.must(scheduleNext, company.channel.id, std::set<Work>{Work::Stock}, began, true, 0.0);
    EXPECT_TRUE(company.isDue(Work::Stock));
}

TEST(ScheduledWork, afterFailuresItWaitsLongerButNeverForGood)
{
    Scheduled company;
    company.set(Work::Orders, every(3));
    std::vector<qint64> waits;
    for (int failures = 1; failures <= 12; ++failures) {
        company.must([&](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET failures = ?", failures), Done{}; });
        company.must(scheduleNext, company.channel.id, std::set<Work>{Work::Orders}, company.now, false, 0.0);
        const Instant next = company.of(Work::Orders).nextRun;
        waits.push_back((next.micros - company.now.micros) / 60'000'000);
        company.now = next;
    }
    EXPECT_EQ(waits, (std::vector<qint64>{1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30}));
}

TEST(ScheduledWork, aPausedChannelStandsStill)
{
    Scheduled company;
    company.set(Work::Orders, every(3));
    company.must(pauseChannel, company.channel.id, QStringLiteral("holidays"));
    EXPECT_FALSE(company.isDue(Work::Orders));
    company.must(resumeChannel, company.channel.id);
    EXPECT_TRUE(company.isDue(Work::Orders));
}

TEST(ScheduledWork, anOverdueBatchRemindsUntilItIsDone)
{
    Scheduled company;
    Schedule byHand;
    byHand.remindHours = 24;
    company.set(Work::Orders, byHand);
    company.pulled();
    const auto late = [&] { return company.ask([&](Tx &tx) { return overviewOf(tx, tx.get(company.channel.id)); }); };
    EXPECT_TRUE(late().late.isEmpty());
    company.now = company.now.plusSeconds(25 * 3600);
    ASSERT_EQ(late().late.size(), 1);
    EXPECT_TRUE(late().late.front().contains("25 hours")) << qPrintable(late().late.front());
    EXPECT_EQ(late().light(), Light::Bad);
    company.pulled();
    EXPECT_TRUE(late().late.isEmpty());
}

TEST(ScheduledWork, workThatNobodyDoesIsSaidToBeLate)
{
    Scheduled company;
    company.set(Work::Stock, every(3));
    company.now = company.now.plusSeconds(20 * 60);
    const auto overview = company.ask([&](Tx &tx) { return overviewOf(tx, tx.get(company.channel.id)); });
    ASSERT_EQ(overview.late.size(), 1);
    EXPECT_TRUE(overview.late.front().contains("20 minutes")) << qPrintable(overview.late.front());
}
