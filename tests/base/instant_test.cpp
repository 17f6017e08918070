#include "base/instant.h"

#include <gtest/gtest.h>

TEST(Instant, aTimeWithItsZoneIsOneMoment)
{
    const Instant noon = Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC));

    for (const char *text :
         {"2030-01-02T12:00:00Z", "2030-01-02T13:00:00+01:00", "2030-01-02T12:00:00.000Z", "2030-01-02T06:30:00-05:30", "2030-01-02T12:00:00+00:00"})
        EXPECT_EQ(Instant::parse(QString::fromLatin1(text)), noon) << text;
}

TEST(Instant, aTimeWithoutAZoneIsNotGuessed)
{
    for (const char *text : {"2030-01-02T12:00:00", "2030-01-02", "12:00", "", "tomorrow", "2030-13-02T12:00:00Z", "2030-02-30T12:00:00Z",
                             "2030-01-02T25:00:00Z", "1893585600"})
        EXPECT_FALSE(Instant::parse(QString::fromLatin1(text))) << text;
}

TEST(Instant, aFieldThatIsKnownToBeUtcIsReadAsUtc)
{
    EXPECT_EQ(Instant::ofUtc(QStringLiteral("2030-01-02T12:00:00")), Instant::parse(QStringLiteral("2030-01-02T12:00:00Z")));
    EXPECT_FALSE(Instant::ofUtc(QStringLiteral("2030-01-02T12:00:00+01:00")));
    EXPECT_FALSE(Instant::ofUtc(QString()));
}

TEST(Instant, theDayDependsOnTheZone)
{
    const QTimeZone berlin("Europe/Berlin"), honolulu("Pacific/Honolulu");

    EXPECT_EQ(Instant::parse(QStringLiteral("2030-01-31T23:30:00Z"))->dayIn(berlin), QDate(2030, 2, 1));
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-01-31T22:59:59Z"))->dayIn(berlin), QDate(2030, 1, 31));
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-06-30T22:00:00Z"))->dayIn(berlin), QDate(2030, 7, 1)); // summer time
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-06-30T21:59:59Z"))->dayIn(berlin), QDate(2030, 6, 30));
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-01-01T09:59:59Z"))->dayIn(honolulu), QDate(2029, 12, 31));
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-03-31T01:00:00Z"))->dayIn(berlin), QDate(2030, 3, 31)); // the hour that is skipped
}

TEST(Instant, printingShowsUtcAndFractionsWhereThereAreAny)
{
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-01-02T13:00:00+01:00"))->toString(), "2030-01-02T12:00:00Z");
    EXPECT_EQ(Instant::parse(QStringLiteral("2030-01-02T12:00:00.25Z"))->toString(), "2030-01-02T12:00:00.250Z");
}

TEST(Instant, zeroMeansNotYet)
{
    EXPECT_FALSE(Instant());
    EXPECT_TRUE(Instant{1});
    EXPECT_EQ(Instant{1}.plusSeconds(2).micros, 2'000'001);
    EXPECT_LT(Instant{1}, Instant{2});
}
