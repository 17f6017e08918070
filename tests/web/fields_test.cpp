#include "web/fields.h"

#include "random.h"

using web::decoded;
using web::Fields;
using web::Plus;

namespace {
QString q(const char *text) { return QString::fromUtf8(text); }
} // namespace

TEST(Fields, areReadInTheirOrder)
{
    const auto fields = Fields::parse("b=2&a=1&b=3&empty=&bare&&%C3%A4=%F0%9F%98%80+x%2By");

    ASSERT_TRUE(fields);
    const std::vector<std::pair<QString, QString>> expected{{"b", "2"}, {"a", "1"}, {"b", "3"}, {"empty", ""}, {"bare", ""}, {q("ä"), q("😀 x+y")}};
    EXPECT_EQ(fields->members(), expected);
}

TEST(Fields, ofANameThatComesTwiceTheFirstCountsAndAllCanBeHad)
{
    const auto fields = Fields::parse("role=buyer&role=admin");

    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->text("role"), "buyer");
    EXPECT_EQ(fields->all("role"), (QStringList{"buyer", "admin"}));
    EXPECT_TRUE(fields->has("role"));
    EXPECT_FALSE(fields->has("rol"));
    EXPECT_EQ(fields->text("none", "otherwise"), "otherwise");
    EXPECT_TRUE(fields->all("none").isEmpty());
}

TEST(Fields, whatCannotBeDecodedIsNoText)
{
    for (const char *wrong : {"%", "%4", "%4g", "%g4", "a%", "%-1", "% 1", "%00", "%c0%80", "%c0%af", "%ff", "%e2%82", "%ed%a0%80", "%f4%90%80%80",
                              "%c3a", "\xff", "\xe2\x82"}) {
        EXPECT_FALSE(decoded(wrong, Plus::IsBlank)) << wrong;
        EXPECT_FALSE(Fields::parse(QByteArray("a=1&b=") + wrong)) << wrong;
        EXPECT_FALSE(Fields::parse(QByteArray(wrong) + "=1")) << wrong;
    }
    EXPECT_FALSE(Fields::parse(QByteArrayView("a=\0b", 4)));
    EXPECT_EQ(decoded("a+b%2b", Plus::IsPlus), "a+b+");
    EXPECT_EQ(decoded("a+b%2B", Plus::IsBlank), "a b+");
    EXPECT_EQ(decoded("%EF%BB%BFx", Plus::IsPlus), QString(QChar(0xfeff)) + "x") << "nothing is swallowed";
}

TEST(Fields, thereAreNotMoreThanAllowed)
{
    EXPECT_TRUE(Fields::parse("a&b&c", 3));
    EXPECT_FALSE(Fields::parse("a&b&c&d", 3));
    EXPECT_TRUE(Fields::parse("&&&a&&&&b&&c&", 3));
}

TEST(Fields, whateverTheyAreTheyComeBackAsTheyWere)
{
    Random random;
    for (int round = 0; round < 3000; ++round) {
        Fields fields;
        for (int i = random.below(6); i > 0; --i)
            fields.add(random.text(8), random.text(30));
        const auto back = Fields::parse(fields.encoded());
        ASSERT_TRUE(back) << fields.encoded().constData();
        ASSERT_EQ(back->members(), fields.members()) << fields.encoded().constData();
    }
}

TEST(Fields, whateverComesIsReadOrRefused)
{
    Random random;
    int read = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray sent = round % 2 ? random.bytes(60) : random.of("%&=+0123456789abcdefg", 60);
        const auto fields = Fields::parse(sent);
        if (!fields)
            continue;
        ++read;
        for (const auto &[name, value] : fields->members()) {
            ASSERT_FALSE(name.contains(QChar(0)) || value.contains(QChar(0)));
            ASSERT_TRUE(name.isValidUtf16() && value.isValidUtf16());
        }
        ASSERT_EQ(Fields::parse(fields->encoded())->members(), fields->members());
    }
    EXPECT_GT(read, 0);
}
