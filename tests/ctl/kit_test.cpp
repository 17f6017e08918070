#include "commandline.h"

// Kits on the command line.

namespace {

void furnish(CommandCompany &company)
{
    company.furnish();
    const QString file = company.file("kits.csv", "SKU,name,price\nTRAY,Tray,20.00\nSET,Breakfast set,30.00\n");
    company.ask(QStringLiteral("product import ") + file);
}

} // namespace

TEST(KitCommands, aProductBecomesAKitAndStopsBeingOne)
{
    CommandCompany company;
    furnish(company);
    EXPECT_TRUE(company.ask(QStringLiteral("product show SET"))["components"].items().empty());

    const Json set = company.ask(QStringLiteral("product kit SET --component MUG=2 --component TRAY=1"));

    EXPECT_FALSE(set["stocked"].toBool());
    const Json shown = company.ask(QStringLiteral("product show SET"));
    ASSERT_EQ(shown["components"].items().size(), 2u);
    EXPECT_EQ(shown["components"].at(0)["sku"].text(), "MUG");
    EXPECT_EQ(shown["components"].at(0)["quantity"].text(), "2");
    EXPECT_TRUE(company.ask(QStringLiteral("product kit SET --none"))["stocked"].toBool());
    EXPECT_TRUE(company.ask(QStringLiteral("product show SET"))["components"].items().empty());
}

TEST(KitCommands, anOrderShowsWhichLinesBelongToAKit)
{
    CommandCompany company;
    furnish(company);
    company.ask(QStringLiteral("product kit SET --component MUG=2"));
    const QString file = company.file("order.json", R"({"customer": "ACME", "lines": [{"sku": "SET", "quantity": "3"}]})");
    const QString number = company.ask(QStringLiteral("order enter ") + file)["number"].text();

    const Json order = company.ask(QStringLiteral("order confirm ") + number);

    ASSERT_EQ(order["lines"].items().size(), 2u);
    EXPECT_EQ(order["net"].text(), "90.00");
    EXPECT_EQ(order["lines"].at(0)["allocated"].text(), "3");
    EXPECT_EQ(order["lines"].at(1)["sku"].text(), "MUG");
    EXPECT_EQ(order["lines"].at(1)["quantity"].text(), "6");
    EXPECT_EQ(order["lines"].at(1)["kit_line"].toInteger(), 1);
    EXPECT_EQ(company.refused(QStringLiteral("product kit SET --none")), "open_orders");
    company.ask(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order return %1 --reason broken").arg(number));
    EXPECT_EQ(company.ask(QStringLiteral("product show MUG"))["on_hand"].text(), "20");
}

TEST(KitCommands, refusalsSayWhatIsWrong)
{
    CommandCompany company;
    furnish(company);
    const auto refused = [&](const char *words) { return company.refused(QStringLiteral("product kit ") + QString::fromLatin1(words)); };

    for (const char *words : {"SET", "SET --component MUG", "SET --component MUG=2 --none"})
        EXPECT_EQ(company.say(QStringLiteral("product kit ") + QString::fromLatin1(words)).exit, ctl::WrongUsage);
    EXPECT_EQ(refused("SET --component CUP=2"), "unknown_sku");
    EXPECT_EQ(refused("SET --component MUG=0"), "quantity");
    EXPECT_EQ(refused("MUG --component TRAY=1"), "has_stock");
}
