#include "base/json.h"

#include <QElapsedTimer>
#include <gtest/gtest.h>

namespace {

Json read(const QByteArray &text)
{
    auto json = Json::parse(text);
    EXPECT_TRUE(json) << text.left(80).constData();
    return json ? *json : Json();
}

bool isRefused(const QByteArray &text) { return !Json::parse(text); }

} // namespace

TEST(Json, numbersKeepTheDigitsThatWereWritten)
{
    for (const char *digits :
         {"19.995", "1.10", "12345678901234567890", "123456789012345678901234567890", "0.1", "-7", "1e3", "1.0", "18446744073709551615"})
        EXPECT_EQ(read(digits).text(), digits);
    EXPECT_EQ(read("[19.990]").toJson(), "[19.990]");
}

TEST(Json, valuesAreReadByWhatTheyAre)
{
    const Json json = read(R"({"a":null,"b":true,"c":12,"d":"12","e":[1,[2]],"f":{"g":"ü"}})");

    EXPECT_TRUE(json["a"].isNull());
    EXPECT_TRUE(json["b"].toBool());
    EXPECT_EQ(json["c"].toInteger(), 12);
    EXPECT_EQ(json["d"].toInteger(), 12);
    EXPECT_EQ(json["e"].at(1).at(0).toInteger(), 2);
    EXPECT_EQ(json["f"]["g"].text(), u"ü");
    EXPECT_TRUE(json.contains(u"a"));
    EXPECT_FALSE(json.contains(u"z"));
}

TEST(Json, readingWhatIsNotThereIsHarmless)
{
    const Json json = read(R"({"a":[1]})");

    EXPECT_TRUE(json["z"]["y"].at(3)["x"].isNull());
    EXPECT_EQ(json["a"]["b"].text(), "");
    EXPECT_EQ(json["a"].at(7).toInteger(-1), -1);
    EXPECT_EQ(json["a"].toInteger(-1), -1);
    EXPECT_TRUE(json.items().empty());
    EXPECT_FALSE(json["a"].toBool());
    EXPECT_EQ(read("1.5").toInteger(-1), -1);
    EXPECT_EQ(read("99999999999999999999").toInteger(-1), -1);
}

TEST(Json, theLastOfTwoMembersWithOneNameCounts)
{
    Json json = read(R"({"a":1,"b":2,"a":3})");

    EXPECT_EQ(json["a"].toInteger(), 3);
    json.set(QStringLiteral("a"), 4);
    EXPECT_EQ(json["a"].toInteger(), 4);
}

TEST(Json, sixtyFourLevelsAreReadAndOneMoreIsRefused)
{
    EXPECT_TRUE(Json::parse(QByteArray(64, '[') + QByteArray(64, ']')));
    const auto deeper = Json::parse(QByteArray(65, '[') + QByteArray(65, ']'));
    ASSERT_FALSE(deeper);
    EXPECT_TRUE(deeper.error().text.contains(QStringLiteral("64"))) << qPrintable(deeper.error().text);
    EXPECT_TRUE(isRefused(QByteArray(5'000'000, '[')));
}

TEST(Json, whatIsNoJsonIsRefusedWithThePlace)
{
    for (const char *text :
         {"",   " ",   "{",        "[1,", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}",   "'a'",       "\"a",      "01",     "+1",   "1.",
          ".5", "NaN", "Infinity", "nul", "1 2",  "{} x",     "[1]]",      "\"\\x\"", "\"\\u12\"", "\"a\tb\"", "<html>", "1e400"})
        EXPECT_TRUE(isRefused(text)) << text;
    const auto truncated = Json::parse(R"({"orders":[{"id":1},{"id")");
    ASSERT_FALSE(truncated);
    EXPECT_EQ(truncated.error().code, "payload");
    EXPECT_TRUE(truncated.error().text.contains(QStringLiteral("26"))) << qPrintable(truncated.error().text);
}

TEST(Json, everyBeginningOfADocumentIsRefused)
{
    const QByteArray whole = R"({"a":[1,2.50,"x\u00e9\n"],"b":{"c":null,"d":false}})";
    ASSERT_TRUE(Json::parse(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        EXPECT_TRUE(isRefused(whole.left(size))) << size;
}

TEST(Json, unusualTextIsReadAsItIs)
{
    EXPECT_EQ(read("\xef\xbb\xbf{\"a\":1}")["a"].toInteger(), 1); // a byte-order mark
    EXPECT_EQ(read(R"("a\u0000b")").text(), QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")));
    EXPECT_EQ(read(R"("\ud83d\ude00")").text(), QString::fromUtf8("😀"));
    EXPECT_TRUE(isRefused("\"\xff\xfe\""));     // no UTF-8
    EXPECT_TRUE(isRefused("\"\xc0\xaf\""));     // overlong
    EXPECT_TRUE(isRefused("\"\xed\xa0\x80\"")); // a surrogate in UTF-8
    EXPECT_TRUE(isRefused(QByteArray("{\"a\":1}\0", 8)));
    EXPECT_TRUE(isRefused(QByteArray("1\0 and more", 11)));
}

TEST(Json, halfAnEmojiDoesNotLoseTheMessage)
{
    EXPECT_EQ(read(R"("cut \ud83d")").text(), QString::fromUtf8("cut \ufffd"));
    EXPECT_EQ(read(R"("\ude00 cut")").text(), QString::fromUtf8("\ufffd cut"));
    EXPECT_EQ(read(R"("\ud83d\ud83d\ude00")").text(), QString::fromUtf8("\ufffd😀"));
    EXPECT_EQ(read(R"("\ud83d\n")").text(), QString::fromUtf8("\ufffd\n"));
    EXPECT_EQ(read(R"("\\ud83d")").text(), "\\ud83d"); // an escaped backslash, no escape
    EXPECT_EQ(read(R"({"\ud83d":1})").members().front().first, QString::fromUtf8("\ufffd"));
}

TEST(Json, aMillionMembersAreReadInATimeThatGrowsWithThem)
{
    QByteArray text = "{";
    for (int i = 0; i < 200'000; ++i)
        text += "\"k" + QByteArray::number(i) + "\":1,";
    text.back() = '}';
    QElapsedTimer timer;
    timer.start();

    EXPECT_EQ(read(text).members().size(), 200'000u);

    EXPECT_LT(timer.elapsed(), 20'000);
}

TEST(Json, writingAndReadingAgreeInEverything)
{
    const QByteArray text = R"({"a":null,"b":true,"c":12.50,"d":"q\"\\\n\r\tü\u0001","e":[1,[],{}],"f":{"g":[]}})";

    EXPECT_EQ(read(text).toJson(), text);
    EXPECT_EQ(read(read(text).toJson(true)).toJson(), text);
}

TEST(Json, aDocumentIsPutTogetherMemberByMember)
{
    Json json;
    json.set(QStringLiteral("name"), "Purser");
    json.set(QStringLiteral("lines"), JsonArray{1, qint64(2), "three"});
    const Json before = json;
    json.set(QStringLiteral("name"), QStringLiteral("changed"));
    Json list;
    list.append(true);
    json.set(QStringLiteral("list"), list);

    EXPECT_EQ(json.toJson(), R"({"name":"changed","lines":[1,2,"three"],"list":[true]})");
    EXPECT_EQ(before.toJson(), R"({"name":"Purser","lines":[1,2,"three"]})"); // a copy is a copy
}
