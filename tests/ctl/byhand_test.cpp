#include "commandline.h"

#include <QDir>
#include <QFile>

// A site that is served by hand, from the command line.

namespace {

struct HandCommandCompany : CommandCompany {
    HandCommandCompany()
    {
        furnish();
        ask(QStringLiteral("channel add stall --kind byhand --url https://stall.example"));
    }
    QString orderFile(const QByteArray &more, const char *number = "1001")
    {
        return file("order.json",
                    R"({"channel":"stall","external_number":")" + QByteArray(number)
                        + R"(","lines":[{"sku":"MUG","quantity":"2","unit_price":"11.90"}],"billing":{"name":"Jo Buyer","email":"jo@example.com"},)"
                        + more + "}");
    }
    Json worksheet() { return ask(QStringLiteral("worksheet show stall"))["items"]; }
};

} // namespace

TEST(ByHandCommands, theSiteIsNeitherPulledNorPushed)
{
    HandCommandCompany company;

    EXPECT_EQ(company.refused(QStringLiteral("sync pull stall")), "by_hand");
    EXPECT_EQ(company.refused(QStringLiteral("sync push stall --dry-run")), "by_hand");
    EXPECT_EQ(company.refused(QStringLiteral("channel test stall")), "by_hand");
    EXPECT_EQ(company.ask(QStringLiteral("channel show stall"))["kind"].text(), "byhand");
}

TEST(ByHandCommands, aWebOrderIsEnteredOnceAndOnlyIfItsTotalIsRight)
{
    HandCommandCompany company;

    EXPECT_EQ(company.refused(QStringLiteral("order enter ") + company.orderFile("\"note\":\"x\"")), "total_missing");
    EXPECT_EQ(company.refused(QStringLiteral("order enter ") + company.orderFile("\"site_total\":\"28.00\"")), "totals_differ");
    EXPECT_EQ(company.refused(QStringLiteral("order enter ") + company.orderFile("\"total\":\"23.80\"")), "order_file");
    const Json order = company.ask(QStringLiteral("order enter ")
                                   + company.orderFile(R"("shipping":"5.00","discount":"0.80","tax":"4.47","site_total":"28.00","payment":"paid")"));
    const Said again = company.say(QStringLiteral("--json order enter ") + company.orderFile("\"site_total\":\"23.80\""));

    EXPECT_EQ(order["state"].text(), "confirmed");
    EXPECT_EQ(order["channel"].text(), "stall");
    EXPECT_EQ(order["external_number"].text(), "1001");
    EXPECT_EQ(order["total"].text(), "28.00");
    EXPECT_EQ(order["paid"].text(), "28.00");
    EXPECT_EQ(order["tax"].text(), "4.47");
    EXPECT_EQ(order["lines"].at(0)["allocated"].text(), "2");
    EXPECT_EQ(again.exit, 1);
    EXPECT_EQ(again.code(), "duplicate");
    EXPECT_TRUE(again.json()["error"]["hint"].text().contains(order["number"].text()));
}

TEST(ByHandCommands, aDifferenceIsKeptOnHoldIfSaidSo)
{
    HandCommandCompany company;

    const Json order = company.ask(QStringLiteral("order enter ") + company.orderFile("\"site_total\":\"30.00\",\"hold\":true"));

    EXPECT_EQ(order["state"].text(), "on_hold");
    EXPECT_EQ(order["exceptions"].at(0)["kind"].text(), "totals_differ");
}

TEST(ByHandCommands, theWorksheetIsShownTickedAndTakenBack)
{
    HandCommandCompany company;

    ASSERT_EQ(company.worksheet().items().size(), 1u);
    EXPECT_EQ(company.worksheet().at(0)["line"].text(), "new:MUG");
    EXPECT_EQ(company.refused(QStringLiteral("worksheet tick stall stock:MUG")), "unknown_line");
    EXPECT_EQ(company.say(QStringLiteral("worksheet tick stall")).exit, 2);
    const Json ticked = company.ask(QStringLiteral("worksheet tick stall --all"));
    EXPECT_EQ(company.worksheet().items().size(), 0u);
    company.order(3);
    const Json changed = company.worksheet();
    EXPECT_EQ(changed.at(0)["field"].text(), "stock");
    EXPECT_EQ(changed.at(0)["now"].text(), "20");
    EXPECT_EQ(changed.at(0)["becomes"].text(), "17");
    company.ask(QStringLiteral("worksheet tick stall stock:MUG"));
    const Json ticks = company.ask(QStringLiteral("worksheet ticks stall"));
    ASSERT_EQ(ticks["items"].items().size(), 2u);
    company.ask(QStringLiteral("worksheet untick stall ") + ticks["items"].at(0)["tick"].text());

    EXPECT_EQ(company.worksheet().at(0)["line"].text(), "stock:MUG");
    EXPECT_EQ(company.refused(QStringLiteral("worksheet untick stall ") + ticks["items"].at(0)["tick"].text()), "unticked");
    EXPECT_EQ(company.say(QStringLiteral("worksheet untick stall one")).exit, 2);
    EXPECT_EQ(ticked["items"].at(0)["tick"].text(), ticks["items"].at(1)["tick"].text());
}

TEST(ByHandCommands, theSheetsArePrinted)
{
    HandCommandCompany company;

    EXPECT_TRUE(company.say(QStringLiteral("worksheet print stall --format csv")).out.contains(QStringLiteral("MUG")));
    EXPECT_EQ(company.ask(QStringLiteral("worksheet products stall"))["items"].at(0)["price"].text(), "11.90");
    const QString pdf = company.folder.filePath(QStringLiteral("sheet.csv"));
    company.ask(QStringLiteral("worksheet print stall --format csv --output ") + pdf);
    EXPECT_TRUE(QFile::exists(pdf));
    const QString pictures = company.folder.filePath(QStringLiteral("pictures"));
    EXPECT_EQ(company.ask(QStringLiteral("worksheet pictures stall ") + pictures)["files"].items().size(), 0u);
    EXPECT_TRUE(QDir(pictures).exists());
    EXPECT_EQ(company.refused(QStringLiteral("worksheet pictures stall %1 --sku NONE").arg(pictures)), "unknown_sku");
}

TEST(ByHandCommands, ordersComeFromAFileOnce)
{
    HandCommandCompany company;
    const QString file = company.file("orders.csv", "Vorgang;Artikelnummer;Menge;Einzelpreis\n7;MUG;2;11,90\n;MUG;1;11,90\n");

    EXPECT_EQ(company.refused(QStringLiteral("orders import stall ") + file), "columns");
    EXPECT_EQ(company.say(QStringLiteral("orders import stall %1 --map Vorgang").arg(file)).exit, 2);
    const Said dry = company.say(QStringLiteral("--json orders import stall %1 --map Vorgang=order_number --dry-run").arg(file));
    EXPECT_EQ(dry.json()["created"].toInteger(), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    const Said done = company.say(QStringLiteral("--json orders import stall %1 --map Vorgang=order_number").arg(file));
    const Said again = company.say(QStringLiteral("--json orders import stall ") + file);

    EXPECT_EQ(done.exit, 1) << "a row could not be taken";
    EXPECT_EQ(done.json()["created"].toInteger(), 1);
    EXPECT_EQ(done.json()["problems"].items().size(), 1u);
    EXPECT_EQ(done.json()["orders"].at(0)["result"].text(), "created");
    EXPECT_EQ(again.json()["unchanged"].toInteger(), 1);
    EXPECT_EQ(company.ask(QStringLiteral("order list --channel stall"))["items"].items().size(), 1u);
}

TEST(ByHandCommands, foldersAreSetAndRun)
{
    HandCommandCompany company;
    const QString in = company.folder.filePath(QStringLiteral("in")), out = company.folder.filePath(QStringLiteral("out"));
    QDir().mkpath(in);
    QDir().mkpath(out);

    EXPECT_EQ(company.refused(QStringLiteral("folder run stall")), "no_folders");
    EXPECT_EQ(company.ask(QStringLiteral("folder set stall --in %1 --out %2").arg(in, out))["in"].text(), in);
    const Json report = company.ask(QStringLiteral("folder run stall"));

    EXPECT_EQ(report["files"].items().size(), 0u);
    EXPECT_EQ(report["written"].items().size(), 2u);
}

TEST(ByHandCommands, theEffortIsToldByChannel)
{
    HandCommandCompany company;

    const Json effort = company.ask(QStringLiteral("byhand effort"));

    ASSERT_EQ(effort["items"].items().size(), 1u);
    for (const char *field : {"channel", "from", "to", "orders", "lines", "order_seconds", "worksheets", "ticks", "worksheet_seconds",
                              "caught_totals", "caught_duplicates", "caught_unknown_skus"})
        EXPECT_TRUE(effort["items"].at(0).contains(QString::fromLatin1(field))) << field;
    EXPECT_EQ(company.ask(QStringLiteral("channel show stall"))["by_hand"]["channel"].text(), "stall");
}
