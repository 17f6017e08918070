#include "byhand/handcompany.h"
#include "core/sales/shiporder.h"

using namespace channels::byhand;

// The worksheet is what a site should show and is not confirmed to show; a tick confirms it.

TEST(Worksheet, aNewSiteHasEverythingToBeTypedAndATickSettlesIt)
{
    HandCompany company;

    const auto lines = company.sheet();
    ASSERT_EQ(company.sheetKeys(), QStringList({"new:MUG", "new:POT"}));
    EXPECT_TRUE(lines[0].becomes.contains(QStringLiteral("11.90")));
    company.tick("new:MUG");

    EXPECT_EQ(company.sheetKeys(), QStringList({"new:POT"}));
    EXPECT_EQ(company.number("SELECT confirmed_stock FROM listing"), 20'000'000);
}

TEST(Worksheet, showsExactlyWhatChangedSince)
{
    HandCompany company;
    company.tick("new:MUG");
    company.tick("new:POT");
    ASSERT_EQ(company.sheetKeys(), QStringList());

    company.order(company.customer().id, {{company.mug.id, 3}}); // by telephone
    company.pot.name = QStringLiteral("Large pot");
    company.pot = company.must(saveProduct, company.pot);
    company.must([&](Tx &tx) -> Result<Price> {
        Price price = *tx.first<Price>("product_id = ?", company.pot.id);
        price.price = UnitPrice::of(eur("21.00"));
        return savePrice(tx, price);
    });

    const auto lines = company.sheet();
    ASSERT_EQ(company.sheetKeys(), QStringList({"stock:MUG", "price:POT", "text:POT"}));
    EXPECT_EQ(lines[0].now, "20");
    EXPECT_EQ(lines[0].becomes, "17");
    EXPECT_EQ(lines[0].copy, "17");
    EXPECT_EQ(lines[1].now, "23.80");
    EXPECT_EQ(lines[1].becomes, "24.99");
    EXPECT_TRUE(lines[2].copy.startsWith(QStringLiteral("Large pot")));
}

TEST(Worksheet, aRetiredProductIsTakenOffAndComesAsNewWhenItIsSoldAgain)
{
    HandCompany company;
    company.tick("new:MUG");
    company.tick("new:POT");
    company.pot.active = false;
    company.pot = company.must(saveProduct, company.pot);

    ASSERT_EQ(company.sheetKeys(), QStringList({"retired:POT"}));
    company.tick("retired:POT");
    EXPECT_EQ(company.sheetKeys(), QStringList());
    company.pot.active = true;
    company.must(saveProduct, company.pot);

    EXPECT_EQ(company.sheetKeys(), QStringList({"new:POT"}));
}

TEST(Worksheet, aTickConfirmsWhatWasSeenNotWhatIsSoByNow)
{
    HandCompany company;
    company.tick("new:MUG");
    company.tick("new:POT");
    const Party acme = company.customer();
    company.order(acme.id, {{company.mug.id, 3}});
    const SheetLine seen = company.sheet().front();
    company.order(acme.id, {{company.mug.id, 1}}); // while the person types 17

    company.must([&](Tx &tx) { return tickLine(tx, company.channel, seen); });

    const auto lines = company.sheet();
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].now, "17");
    EXPECT_EQ(lines[0].becomes, "16");
    EXPECT_EQ(company.refusal([&](Tx &tx) { return tickLine(tx, company.channel, seen); }), "ticked") << "by somebody else";
}

TEST(Worksheet, anOrderOfTheSiteMakesItsFigureUncertain)
{
    HandCompany company;
    company.tick("new:MUG");
    company.tick("new:POT");

    company.entered(company.twoMugs());

    const auto lines = company.sheet();
    ASSERT_EQ(company.sheetKeys(), QStringList({"stock:MUG"}));
    EXPECT_EQ(lines[0].now, "20");
    EXPECT_EQ(lines[0].becomes, "18");
    EXPECT_NE(lines[0].note, "");
    company.tick("stock:MUG");
    EXPECT_EQ(company.sheetKeys(), QStringList());
}

TEST(Worksheet, aTickIsTakenBackOnceAndTheLastOneFirst)
{
    HandCompany company;
    company.session().scene().actor = QStringLiteral("kim");
    const qint64 first = company.tick("new:MUG");
    company.tick("new:POT");
    company.order(company.customer().id, {{company.mug.id, 3}});
    const qint64 second = company.tick("stock:MUG");
    const auto back = [&](qint64 tick) { return company.refusal([&](Tx &tx) { return takeTickBack(tx, company.channel, tick); }); };

    EXPECT_EQ(back(first), "not_last");
    EXPECT_EQ(back(second), "(done)");
    EXPECT_EQ(company.sheetKeys(), QStringList({"stock:MUG"}));
    EXPECT_EQ(company.sheet().front().now, "20");
    EXPECT_EQ(back(second), "unticked");
    EXPECT_EQ(back(first), "(done)");
    EXPECT_EQ(company.sheetKeys(), QStringList({"new:MUG"}));
    EXPECT_EQ(back(999), "unknown_tick");

    const auto ticks = company.ask([&](Tx &tx) { return ticksOn(tx, company.channel.id, 10); });
    ASSERT_EQ(ticks.size(), 3u);
    EXPECT_EQ(ticks[0].actor, "kim");
    EXPECT_TRUE(ticks[0].takenBack);
    EXPECT_FALSE(ticks[1].takenBack);
    EXPECT_EQ(ticks[0].was, "20");
    EXPECT_EQ(ticks[0].became, "17");
    EXPECT_EQ(ticks[0].at, company.now);
}

TEST(Worksheet, aShipmentIsToldByHandAsWell)
{
    HandCompany company;
    company.tick("new:MUG");
    company.tick("new:POT");
    const SalesOrder order = company.entered(company.twoMugs());
    company.tick("stock:MUG");
    Dispatch dispatch;
    dispatch.carrier = QStringLiteral("DHL");
    dispatch.tracking = QStringLiteral("JD014600");
    company.must(shipOrder, order.id, dispatch);

    ASSERT_EQ(company.sheetKeys(), QStringList({"shipment:1001"}));
    EXPECT_TRUE(company.sheet().front().becomes.contains(QStringLiteral("DHL JD014600")));
    EXPECT_EQ(company.sheet().front().copy, "JD014600");
    const qint64 tick = company.tick("shipment:1001");
    EXPECT_EQ(company.sheetKeys(), QStringList());
    company.must([&](Tx &tx) { return takeTickBack(tx, company.channel, tick); });
    EXPECT_EQ(company.sheetKeys(), QStringList({"shipment:1001"}));
}

TEST(Worksheet, theSheetsHoldWhatAnEditorNeeds)
{
    HandCompany company;
    company.mug.barcode = QStringLiteral("4006381333931");
    company.mug.weight = *Quantity::parse(u"0.35");
    company.must(saveProduct, company.mug);
    company.must(setProductImage, company.mug.id, 1, QStringLiteral("photo"), QByteArray("\x89PNG\r\n\x1a\n", 8) + "pixels");
    company.tick("new:POT");

    const Report products = company.ask([&](Tx &tx) { return productSheet(tx, company.channel, true); });
    const Report all = company.ask([&](Tx &tx) { return productSheet(tx, company.channel, false); });
    const Report stock = company.ask([&](Tx &tx) { return stockSheet(tx, company.channel); });
    const auto pictures = company.ask([&](Tx &tx) { return picturesOf(tx, tx.get(company.mug.id)); });

    ASSERT_EQ(products.rows.size(), 1u);
    QStringList cells;
    for (const auto &cell : products.rows[0])
        cells << cell.text;
    EXPECT_EQ(cells.mid(3).join(u'|'), "11.90|20|4006381333931|0.35||MUG-1.png");
    EXPECT_EQ(all.rows.size(), 2u);
    EXPECT_EQ(stock.rows[1][0].text + u' ' + stock.rows[1][1].text + u' ' + stock.rows[1][2].text, "POT 5 23.80");
    ASSERT_EQ(pictures.size(), 1u);
    EXPECT_EQ(pictures[0].name, "MUG-1.png");
    const Report sheet = worksheetReport(company.channel, company.sheet(), QDate(2030, 1, 2));
    EXPECT_TRUE(QString::fromUtf8(toCsv(sheet)).contains(QStringLiteral("MUG")));
}

TEST(Worksheet, ticksAndCountedWorkAreFacts)
{
    HandCompany company;
    company.tick("new:MUG");
    company.must([&](Tx &tx) -> Result<> {
        keepWork(tx, company.channel, {HandTask::Worksheet, 60, 7, 0, 0, 0});
        return Done{};
    });
    const auto done = [&](const char *statement) {
        return bool(company.session().perform([&](Tx &tx) -> Result<> {
            tx.run(statement);
            return Done{};
        }));
    };

    EXPECT_FALSE(done("UPDATE worksheet_tick SET actor = 'x'"));
    EXPECT_FALSE(done("DELETE FROM worksheet_tick"));
    EXPECT_FALSE(done("UPDATE hand_work SET seconds = 1"));
    EXPECT_FALSE(done("DELETE FROM hand_work"));
}

TEST(Worksheet, leavesNothingBehindWhenAnyStatementOfATickFails)
{
    Channel channel;
    qint64 tick = 0;
    const auto prepare = [&](TestCompany &company) {
        NewChannel wanted{QStringLiteral("stall"), QStringLiteral("byhand"), QStringLiteral("https://stall.example"), {}, Json::object(), false};
        channel = *addChannel(company.session(), wanted);
        company.product("MUG", "10.00", 5);
    };
    const auto ticked = [&](Tx &tx) { return tickLine(tx, channel, worksheetOf(tx, channel).front()); };

    everyStatementMayFail(prepare, [&](TestCompany &company) { return bool(company.session().perform(ticked)); });
    everyStatementMayFail(
        [&](TestCompany &company) {
            prepare(company);
            tick = company.must(ticked);
        },
        [&](TestCompany &company) { return bool(company.session().perform([&](Tx &tx) { return takeTickBack(tx, channel, tick); })); });
}
