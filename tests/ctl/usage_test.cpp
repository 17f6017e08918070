#include "commandline.h"

using ctl::takeApart;
using ctl::Usage;

static const Usage usage(QStringLiteral("stock receive SKU QTY [NOTE] --cost C [--dry-run] [--option K=V]… [--memo T]"));

static QString wrong(const QStringList &arguments)
{
    const auto spoken = takeApart(usage, QStringList{QStringLiteral("stock"), QStringLiteral("receive")} + arguments);
    return spoken ? QStringLiteral("(fine)") : spoken.error().text;
}

TEST(Usage, aUsageLineSaysWhatACallMayHold)
{
    const auto spoken =
        takeApart(usage, QString(QStringLiteral("stock receive --cost=4 MUG --option a=1 3 --option b=2 --dry-run --memo=--x")).split(u' '));

    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->words.value(QStringLiteral("SKU")), "MUG");
    EXPECT_EQ(spoken->words.value(QStringLiteral("QTY")), "3");
    EXPECT_FALSE(spoken->words.contains(QStringLiteral("NOTE")));
    EXPECT_EQ(spoken->options.value(QStringLiteral("cost")), QStringList{QStringLiteral("4")});
    EXPECT_EQ(spoken->options.value(QStringLiteral("option")), (QStringList{QStringLiteral("a=1"), QStringLiteral("b=2")}));
    EXPECT_EQ(spoken->options.value(QStringLiteral("memo")), QStringList{QStringLiteral("--x")});
    EXPECT_TRUE(spoken->options.contains(QStringLiteral("dry-run")));
}

TEST(Usage, whatDoesNotFitIsNamed)
{
    const QString fine = QStringLiteral("MUG 3 --cost 4");
    const auto with = [&](const char *more) { return wrong((fine + u' ' + QString::fromLatin1(more)).split(u' ')); };

    EXPECT_EQ(wrong(fine.split(u' ')), "(fine)");
    EXPECT_EQ(with("--colour red"), "There is no option --colour here.");
    EXPECT_EQ(with("--memo"), "--memo needs a value.");
    EXPECT_EQ(with("--memo --dry-run"), "--memo needs a value.");
    EXPECT_EQ(with("--cost 5"), "--cost is given twice.");
    EXPECT_EQ(with("--dry-run=yes"), "--dry-run takes no value.");
    EXPECT_EQ(with("a note and more"), "“note” is one word too many.");
    EXPECT_EQ(wrong({QStringLiteral("MUG")}), "QTY is missing.");
    EXPECT_EQ(wrong({QStringLiteral("MUG"), QStringLiteral("3")}), "--cost is missing.");
}

TEST(Usage, behindALoneDoubleDashEverythingIsAWord)
{
    const auto spoken = takeApart(usage, QString(QStringLiteral("stock receive --cost 4 -- --MUG -3")).split(u' '));

    ASSERT_TRUE(spoken);
    EXPECT_EQ(spoken->words.value(QStringLiteral("SKU")), "--MUG");
    EXPECT_EQ(spoken->words.value(QStringLiteral("QTY")), "-3");
}

TEST(CommandLine, wrongUsageIsSaidOnStandardErrorWithStatus2)
{
    for (const char *line : {"", "--colour", "nonsense", "order", "order nonsense", "--company", "order list", "company create",
                             "company create --name X --colour red"}) {
        qunsetenv("PURSER_COMPANY");
        const Said said = purserctl(QString::fromLatin1(line));

        EXPECT_EQ(said.exit, 2) << line;
        EXPECT_TRUE(said.out.isEmpty()) << line << qPrintable(said.out);
        EXPECT_TRUE(said.err.contains(QStringLiteral("purserctl"))) << line << qPrintable(said.err);
    }
}

TEST(CommandLine, withJsonWrongUsageIsADocumentToo)
{
    const Said said = purserctl(QStringLiteral("--json order list --colour red"));

    EXPECT_EQ(said.exit, 2);
    EXPECT_EQ(said.code(), "usage");
    EXPECT_TRUE(said.json()["error"]["hint"].text().contains(QStringLiteral("order list [--channel C]")));
}

TEST(CommandLine, helpNamesEveryCommandAGroupOrOne)
{
    const Said all = purserctl(QStringLiteral("--help"));
    const Said group = purserctl(QStringLiteral("period --help"));
    const Said one = purserctl(QStringLiteral("order ship --help"));

    EXPECT_EQ(all.exit, 0);
    for (const char *word : {"company create", "product import", "sync run", "exception resolve", "order return", "payout import", "export FORMAT",
                             "verify", "restore FILE"})
        EXPECT_TRUE(all.out.contains(QLatin1String(word))) << word;
    EXPECT_TRUE(group.out.contains(QStringLiteral("period reopen MONTH --reason T")));
    EXPECT_FALSE(group.out.contains(QStringLiteral("order list")));
    EXPECT_EQ(one.exit, 0);
    EXPECT_TRUE(one.out.contains(QStringLiteral("order ship NUMBER [--lines L] [--carrier C] [--tracking T]")));
    EXPECT_FALSE(one.out.contains(QStringLiteral("order list")));
    EXPECT_TRUE(purserctl(QStringLiteral("--version")).out.startsWith(QStringLiteral("purserctl ")));
}

TEST(CommandLine, aCompanyThatCannotBeReachedIsStatus3)
{
    const Said file = purserctl(QStringLiteral("--json --company /nowhere/shop.purser order list"));
    const Said server = purserctl(QStringLiteral("--json --company postgresql://nobody@127.0.0.1:1/none order list"));

    EXPECT_EQ(file.exit, 3);
    EXPECT_EQ(file.code(), "no_company");
    EXPECT_EQ(server.exit, 3);
    EXPECT_EQ(server.code(), "unreachable");
}

TEST(CommandLine, aPasswordInTheAddressIsRefusedAndNotRepeated)
{
    const Said said = purserctl(QStringLiteral("--json --company postgresql://boss:canary-7731@127.0.0.1:1/books order list"));

    EXPECT_EQ(said.exit, 3);
    EXPECT_FALSE((said.out + said.err).contains(QStringLiteral("canary-7731")));
}

TEST(CommandLine, theEnvironmentNamesTheCompanyUnlessTheCallDoes)
{
    CommandCompany company;
    qputenv("PURSER_COMPANY", company.locator().text.toUtf8());

    const Said named = purserctl(QStringLiteral("--json company show"));
    const Said other = purserctl(QStringLiteral("--json company show --company /nowhere/shop.purser"));
    qunsetenv("PURSER_COMPANY");

    EXPECT_EQ(named.json()["name"].text(), "Test Trading");
    EXPECT_EQ(other.exit, 3);
}

TEST(CommandLine, peopleGetTablesAndWhatAShopSentDoesNotSteerTheTerminal)
{
    CommandCompany company;
    company.ask(QStringLiteral("product import ") + company.file("evil.csv", "SKU,name,price\nMUG,Blue \x1b[31mmug,10.00\n"));

    const Said said = company.say(QStringLiteral("product list"));

    EXPECT_EQ(said.exit, 0);
    const QStringList lines = said.out.split(u'\n');
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("sku  name")));
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("MUG  Blue  [31mmug")));
    EXPECT_FALSE(said.out.contains(QChar(0x1b)));
}

TEST(CommandLine, aListGoesOnWhereThePageEnded)
{
    CommandCompany company;
    company.ask(QStringLiteral("product import ") + company.file("three.csv", "SKU,name\nA,a\nB,b\nC,c\n"));

    const Json first = company.ask(QStringLiteral("product list --limit 2"));
    const Json second = company.ask(QStringLiteral("product list --limit 2 --after ") + first["next"].text());

    ASSERT_EQ(first["items"].items().size(), 2u);
    EXPECT_EQ(first["next"].text(), "B");
    ASSERT_EQ(second["items"].items().size(), 1u);
    EXPECT_EQ(second["items"].at(0)["sku"].text(), "C");
    EXPECT_TRUE(second["next"].isNull());
}

TEST(CommandLine, everyListTakesLimitAndAfter)
{
    CommandCompany company;
    for (const char *line :
         {"product list", "customer list", "supplier list", "price list", "stock show", "location list", "channel kinds", "channel list",
          "exception list", "order list", "period list", "account list", "rate list", "report journal", "audit list"}) {
        const Json answer = company.ask(QString::fromLatin1(line) + QStringLiteral(" --limit 1"));

        EXPECT_TRUE(answer["items"].isArray()) << line;
        EXPECT_TRUE(answer.contains(u"next")) << line;
        EXPECT_LE(answer["items"].items().size(), 1u) << line;
        EXPECT_EQ(company.say(QString::fromLatin1(line) + QStringLiteral(" --limit 0")).exit, 2) << line;
    }
    const Json accounts = company.ask(QStringLiteral("account list --limit 1"));
    const Json more = company.ask(QStringLiteral("account list --limit 1 --after ") + accounts["next"].text());
    EXPECT_NE(more["items"].at(0)["account"].text(), accounts["items"].at(0)["account"].text());
}
