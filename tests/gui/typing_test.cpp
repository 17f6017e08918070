#include "gui/bind/dayedit.h"
#include "gui/bind/typing.h"

#include <QTest>
#include <gtest/gtest.h>

static const QLocale german(QStringLiteral("de_DE")), british(QStringLiteral("en_GB")), american(QStringLiteral("en_US"));
static QString twoDigits(const char *typed, const QLocale &locale = british)
{
    const auto value = calculate(QString::fromUtf8(typed), 2, locale);
    return value ? decimal::format(*value, 2, 2) : QStringLiteral("(none)");
}

TEST(Calculate, aPlainNumberIsItself)
{
    EXPECT_EQ(twoDigits("12.5"), "12.50");
    EXPECT_EQ(twoDigits(" 1,234.56 "), "1234.56");
    EXPECT_EQ(twoDigits("1.234,56", german), "1234.56");
    EXPECT_EQ(twoDigits("-3"), "-3.00");
}

TEST(Calculate, aSmallSumIsWorkedOutByTheRulesOfSchool)
{
    EXPECT_EQ(twoDigits("12*3.5"), "42.00");
    EXPECT_EQ(twoDigits("12*3,5+1", german), "43.00");
    EXPECT_EQ(twoDigits("1+2*3"), "7.00");
    EXPECT_EQ(twoDigits("(1+2)*3"), "9.00");
    EXPECT_EQ(twoDigits("10-2-3"), "5.00");
    EXPECT_EQ(twoDigits("10/4"), "2.50");
    EXPECT_EQ(twoDigits("2*-3"), "-6.00");
    EXPECT_EQ(twoDigits("1/3"), "0.33");
    EXPECT_EQ(twoDigits("-2/3"), "-0.67");
}

TEST(Calculate, percentOnASumIsOfWhatStandsBeforeIt)
{
    EXPECT_EQ(twoDigits("200+19%"), "238.00");
    EXPECT_EQ(twoDigits("200-10%"), "180.00");
    EXPECT_EQ(twoDigits("200*19%"), "38.00");
}

TEST(Calculate, whatIsNoNumberOrNoSumIsNothing)
{
    for (const char *typed : {"", "abc", "12*", "(1+2", "1+2)", "1/0", "12.345", "1e9", "--", "999999999999999*999999999999999"})
        EXPECT_EQ(twoDigits(typed), "(none)") << typed;
}

TEST(TypedDay, isReadAsItIsWrittenOrInShort)
{
    const QDate today(2030, 1, 15);
    const auto day = [&](const char *typed, const QLocale &locale = german) {
        return typedDay(QString::fromUtf8(typed), today, locale).value_or(QDate()).toString(Qt::ISODate);
    };

    EXPECT_EQ(day("t"), "2030-01-15");
    EXPECT_EQ(day("+7"), "2030-01-22");
    EXPECT_EQ(day("-15"), "2029-12-31");
    EXPECT_EQ(day("3"), "2030-01-03");
    EXPECT_EQ(day("28.2."), "2030-02-28");
    EXPECT_EQ(day("28.2"), "2030-02-28");
    EXPECT_EQ(day("1.2.29"), "2029-02-01");
    EXPECT_EQ(day("01.02.2031"), "2031-02-01");
    EXPECT_EQ(day("2031-02-03"), "2031-02-03");
    EXPECT_EQ(day("3/2/2031", british), "2031-02-03");
    EXPECT_EQ(day("3/2/2031", american), "2031-03-02");
    for (const char *typed : {"", "31.2.", "32", "soon", "1.13."})
        EXPECT_EQ(day(typed), "") << typed;
}

TEST(DayText, hasAllFourDigitsOfTheYearAndIsReadBack)
{
    const QDate day(2030, 2, 3);

    EXPECT_EQ(dayText(day, german), "03.02.2030");
    EXPECT_EQ(dayText(day, british), "03/02/2030");
    EXPECT_EQ(dayText({}, german), "");
    for (const char *name : {"de_DE", "en_GB", "en_US", "fr_FR", "es_ES", "sv_SE", "nl_NL", "pl_PL", "ja_JP"}) {
        const QLocale locale(QString::fromLatin1(name));
        EXPECT_EQ(typedDay(dayText(day, locale), {2000, 1, 1}, locale), day) << name;
    }
}

TEST(DayEdit, turnsWhatIsTypedIntoTheDayAndMovesByArrows)
{
    DayEdit edit;
    edit.setDay({2030, 2, 28});

    QTest::keyClick(&edit, Qt::Key_Up);
    EXPECT_EQ(edit.day(), QDate(2030, 3, 1));
    QTest::keyClick(&edit, Qt::Key_Down);
    EXPECT_EQ(edit.day(), QDate(2030, 2, 28));
    edit.clear();
    QTest::keyClicks(&edit, QStringLiteral("5.6.2031"));
    QTest::keyClick(&edit, Qt::Key_Return);

    EXPECT_EQ(edit.text(), "05/06/2031");
}

TEST(DayEdit, saysNothingForWhatIsNoDayAndNoDayForNothing)
{
    DayEdit edit;

    EXPECT_EQ(edit.day(), QDate());
    edit.setText(QStringLiteral("soon"));
    EXPECT_EQ(edit.day(), std::nullopt);
}
