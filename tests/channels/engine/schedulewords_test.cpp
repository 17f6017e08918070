#include "channels/engine/schedulewords.h"

#include <gtest/gtest.h>

namespace {

/// The language of the screen for one test.
struct Speaking {
    explicit Speaking(const char *locale) { QLocale::setDefault(QLocale(QLatin1String(locale))); }
    ~Speaking() { QLocale::setDefault(before); }
    QLocale before;
};

int days(const char *text)
{
    const auto read = readDays(QString::fromUtf8(text));
    return read ? *read : -1;
}

constexpr int workingDays = 0b0011111, allDays = 127;

} // namespace

TEST(ScheduleWords, daysAreReadAsScriptsAndPeopleWriteThem)
{
    const Speaking english("en_GB");
    EXPECT_EQ(days("mon-fri"), workingDays);
    EXPECT_EQ(days("Mon–Fri"), workingDays);
    EXPECT_EQ(days("Monday, tue,Wed , thursday, FRI"), workingDays);
    EXPECT_EQ(days("sat"), 0b0100000);
    EXPECT_EQ(days("mon-sun"), allDays);
    EXPECT_EQ(days(""), 0);
}

TEST(ScheduleWords, daysAreReadInTheLanguageOfTheScreenAndInEnglish)
{
    const Speaking german("de_DE");
    EXPECT_EQ(days("Mo–Fr"), workingDays);
    EXPECT_EQ(days("Mo., Mittwoch"), 0b0000101);
    EXPECT_EQ(days("mon-fri"), workingDays);
}

TEST(ScheduleWords, whatWasWrittenIsReadAgain)
{
    for (const char *locale : {"en_GB", "de_DE", "fr_FR", "es_ES"}) {
        const Speaking language(locale);
        for (int some = 1; some <= allDays; ++some) {
            EXPECT_EQ(readDays(daysLabel(some)) ? *readDays(daysLabel(some)) : -1, some) << locale << ' ' << qPrintable(daysLabel(some));
            EXPECT_EQ(readDays(daysWord(some)) ? *readDays(daysWord(some)) : -1, some) << qPrintable(daysWord(some));
        }
    }
}

TEST(ScheduleWords, whatIsNoDayIsRefused)
{
    for (const char *text : {"someday", "fri-mon", "mon-tue-wed", "mon,,x", "-"})
        EXPECT_EQ(days(text), -1) << text;
}

TEST(ScheduleWords, theDayEndsAtTwentyFourHours)
{
    EXPECT_EQ(readTime(QStringLiteral("24:00")), 1440);
    EXPECT_EQ(readTime(QStringLiteral(" 7:30")), 450);
    EXPECT_FALSE(readTime(QStringLiteral("24:01")));
    EXPECT_FALSE(readTime(QStringLiteral("noon")));
    EXPECT_EQ(timeWord(1440), "24:00");
    EXPECT_EQ(timeWord(450), "07:30");
}

TEST(ScheduleWords, aScheduleIsSaidInOneLine)
{
    const Speaking english("en_GB");
    Schedule schedule;
    EXPECT_EQ(scheduleLabel(schedule), "By hand");
    schedule.rhythm = Rhythm::AtTimes;
    schedule.times = QStringLiteral("07:30,12:00");
    schedule.days = workingDays;
    EXPECT_EQ(scheduleLabel(schedule), QString::fromUtf8("At 07:30, 12:00, Mon–Fri"));
    schedule.rhythm = Rhythm::Every;
    schedule.opens = 8 * 60;
    EXPECT_TRUE(scheduleLabel(schedule).endsWith(QString::fromUtf8("Mon–Fri, 08:00–24:00"))) << qPrintable(scheduleLabel(schedule));
}
