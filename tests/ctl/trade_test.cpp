#include "commandline.h"

// The commands of the trade, as a script uses them.

TEST(OrderCommands, theMainJobFromDraftToMoney)
{
    CommandCompany company;
    company.furnish();
    const QString file = company.file("order.json", R"({"customer": "ACME", "reference": "B-17", "lines": [{"sku": "MUG", "quantity": "3"}]})");

    const Json draft = company.ask(QStringLiteral("order enter ") + file);
    const QString number = draft["number"].text();
    EXPECT_EQ(draft["state"].text(), "draft");
    EXPECT_EQ(draft["net"].text(), "30.00");
    EXPECT_EQ(draft["tax"].text(), "5.70");
    EXPECT_EQ(draft["total"].text(), "35.70");
    EXPECT_EQ(company.ask(QStringLiteral("order confirm ") + number)["lines"].at(0)["allocated"].text(), "3");
    EXPECT_EQ(company.ask(QStringLiteral("product show MUG"))["available"].text(), "17");
    EXPECT_EQ(company.ask(QStringLiteral("order pick ") + number)["state"].text(), "picking");
    EXPECT_EQ(company.ask(QStringLiteral("order pack ") + number)["state"].text(), "packed");
    const Json shipped = company.ask(QStringLiteral("order ship %1 --carrier DHL --tracking 1Z9").arg(number));
    EXPECT_EQ(shipped["state"].text(), "shipped");
    EXPECT_FALSE(shipped["shipment"].text().isEmpty());
    const Json invoiced = company.ask(QStringLiteral("order invoice ") + number);
    EXPECT_EQ(invoiced["state"].text(), "invoiced");
    EXPECT_EQ(invoiced["invoice_total"].text(), "35.70");
    EXPECT_EQ(invoiced["due_on"].text(), "2030-02-01");
    EXPECT_EQ(company.ask(QStringLiteral("payment receive 35.70 --order ") + number)["amount"].text(), "35.70");

    const Json order = company.ask(QStringLiteral("order show ") + number);
    EXPECT_EQ(order["state"].text(), "paid");
    EXPECT_EQ(order["paid"].text(), "35.70");
    EXPECT_EQ(order["reference"].text(), "B-17");
    EXPECT_EQ(order["delivery"]["city"].text(), "Berlin");
    QStringList kinds;
    for (const Json &document : order["documents"].items())
        kinds << document["kind"].text();
    EXPECT_EQ(kinds, (QStringList{QStringLiteral("shipment"), QStringLiteral("invoice"), QStringLiteral("payment")}));
    EXPECT_EQ(order["postings"].items().size(), 7u); // 2 of the shipment, 3 of the invoice, 2 of the payment
    EXPECT_TRUE(order["exceptions"].isArray());
}

TEST(OrderCommands, aPartIsShippedWhatIsLeftIsCancelledAndTheRestComesBack)
{
    CommandCompany company;
    company.furnish();
    const QString number = company.order(3);

    EXPECT_EQ(company.ask(QStringLiteral("order ship %1 --lines 1:2").arg(number))["state"].text(), "partly_shipped");
    const Json cancelled = company.ask(QStringLiteral("order cancel %1 --reason sold").arg(number));
    EXPECT_EQ(cancelled["lines"].at(0)["cancelled"].text(), "1");
    company.ask(QStringLiteral("order invoice ") + number);
    const Json returned = company.ask(QStringLiteral("order return %1 --lines 1:1 --decision restock --reason broken").arg(number));

    EXPECT_FALSE(returned["credit_note"].text().isEmpty());
    EXPECT_EQ(company.ask(QStringLiteral("product show MUG"))["on_hand"].text(), "19");
    EXPECT_EQ(company.balance(role::SalesReturns), "10.00");
}

TEST(OrderCommands, aHeldOrderStandsStillUntilItIsReleased)
{
    CommandCompany company;
    company.furnish();
    const QString number = company.order(1);

    EXPECT_EQ(company.ask(QStringLiteral("order hold %1 --reason \"wrong address\"").arg(number))["hold"].text(), "wrong address");
    const QString refused = company.refused(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order release ") + number);

    EXPECT_FALSE(refused.isEmpty());
    EXPECT_EQ(company.ask(QStringLiteral("order ship ") + number)["state"].text(), "shipped");
}

TEST(OrderCommands, refusalsCarryStableCodes)
{
    CommandCompany company;
    company.furnish();
    const auto entered = [&](const char *json) { return company.refused(QStringLiteral("order enter -"), json); };

    EXPECT_EQ(company.refused(QStringLiteral("order show SO-7")), "unknown_order");
    EXPECT_EQ(entered(R"({"customer": "NOBODY", "lines": []})"), "unknown_customer");
    EXPECT_EQ(entered(R"({"customer": "ACME", "lines": [{"sku": "CUP", "quantity": "1"}]})"), "unknown_sku");
    EXPECT_EQ(entered(R"({"customer": "ACME", "lines": [{"sku": "MUG", "quantity": "some"}]})"), "quantity");
    EXPECT_EQ(entered(R"({"customer": "ACME", "lines": [{"sku": "MUG", "quantity": "1", "unit_price": "x"}]})"), "price");
    EXPECT_EQ(entered(R"({"customer": "ACME", "lines": [{"sku": "MUG", "quantity": "1", "discount": "x"}]})"), "discount");
    EXPECT_EQ(entered(R"({"customer": "ACME", "lines": [{"sku": "MUG", "quantiy": "1"}]})"), "order_file");
    EXPECT_EQ(entered(R"({"customer": "ACME", "line": []})"), "order_file");
    EXPECT_EQ(entered(R"({"customer": "ACME", "channel": "shop", "lines": []})"), "unknown_channel");
    EXPECT_EQ(company.say(QStringLiteral("order list --state lost")).exit, 2);
    EXPECT_EQ(company.say(QStringLiteral("order ship SO-1 --lines all")).exit, 2);
}

TEST(OrderCommands, aListIsNarrowedByState)
{
    CommandCompany company;
    company.furnish();
    const QString shipped = company.order(1);
    company.order(2);
    company.ask(QStringLiteral("order ship ") + shipped);

    const Json list = company.ask(QStringLiteral("order list --state shipped"));

    ASSERT_EQ(list["items"].items().size(), 1u);
    const Json &order = list["items"].at(0);
    EXPECT_EQ(order["number"].text(), shipped);
    EXPECT_TRUE(order["channel"].isNull());
    EXPECT_EQ(order["lines"].at(0)["shipped"].text(), "1");
    EXPECT_EQ(order["placed_at"].text(), "2030-01-02T12:00:00Z");
}

TEST(PriceCommands, theAnswerNamesTheRule)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("price add TRADE Trade"));
    company.ask(QStringLiteral("price set MUG 9.00 --list TRADE --minimum 10"));
    company.ask(QStringLiteral("price set MUG 8.50 --customer ACME --minimum 5 --from 2030-02-01"));

    const Json base = company.ask(QStringLiteral("price of MUG --customer ACME --quantity 5"));
    const Json own = company.ask(QStringLiteral("price of MUG --customer ACME --quantity 5 --day 2030-02-01"));

    EXPECT_EQ(base["price"].text(), "10.00");
    EXPECT_EQ(own["price"].text(), "8.50");
    EXPECT_TRUE(own["reason"].text().contains(QStringLiteral("Acme")));
    EXPECT_EQ(company.ask(QStringLiteral("price list TRADE"))["items"].at(0)["price"].text(), "9.00");
    EXPECT_EQ(company.refused(QStringLiteral("price of CUP")), "unknown_sku");
    EXPECT_EQ(company.say(QStringLiteral("price set MUG cheap")).exit, 2);
    EXPECT_EQ(company.say(QStringLiteral("price of MUG --day tomorrow")).exit, 2);
}

TEST(StockCommands, goodsComeInMoveAndAreCounted)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("location add SHELF2 \"Second shelf\""));
    const Instant before = company.now;
    company.now = company.now.plusSeconds(3600);

    company.ask(QStringLiteral("stock move MUG 5 MAIN SHELF2"));
    company.ask(QStringLiteral("stock adjust MUG 12 --location MAIN --reason count"));

    const Json now = company.ask(QStringLiteral("stock show MUG"));
    ASSERT_EQ(now["items"].items().size(), 2u);
    EXPECT_EQ(now["items"].at(0)["location"].text(), "MAIN");
    EXPECT_EQ(now["items"].at(0)["on_hand"].text(), "12");
    EXPECT_EQ(now["items"].at(0)["value"].text(), "48.00");
    EXPECT_EQ(now["items"].at(1)["on_hand"].text(), "5");
    EXPECT_EQ(now["items"].at(1)["value"].text(), "20.00");
    const Json then = company.ask(QStringLiteral("stock show MUG --as-of ") + before.toString());
    ASSERT_EQ(then["items"].items().size(), 1u);
    EXPECT_EQ(then["items"].at(0)["on_hand"].text(), "20");
    EXPECT_EQ(then["items"].at(0)["value"].text(), "80.00");
    EXPECT_TRUE(then["items"].at(0)["allocated"].isNull());
    EXPECT_TRUE(company.ask(QStringLiteral("stock show --as-of 2030-01-01"))["items"].items().empty());
    EXPECT_EQ(company.balance(role::Shrinkage), "12.00"); // 15 were left on the shelf, 12 counted, at 4.00
}

TEST(StockCommands, aPageEndsAtAProductAndALocation)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("location add SHELF2 \"Second shelf\""));
    company.ask(QStringLiteral("stock move MUG 5 MAIN SHELF2"));

    const Json first = company.ask(QStringLiteral("stock show --limit 1"));
    const Json second = company.ask(QStringLiteral("stock show --limit 1 --after ") + first["next"].text());

    EXPECT_EQ(first["next"].text(), "MUG@MAIN");
    EXPECT_EQ(second["items"].at(0)["location"].text(), "SHELF2");
    EXPECT_TRUE(second["next"].isNull());
}

TEST(MoneyCommands, billsRefundsAndPayoutsAreBooked)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("supplier add Mill --code MILL"));
    const QString receipt = company.ask(QStringLiteral("stock receive MUG 10 --cost 4.00 --supplier MILL"))["receipt"].text();

    const Json bill = company.ask(QStringLiteral("bill enter --supplier MILL --number 4711 --net 40.00 --tax 7.60 --receipt ") + receipt);
    EXPECT_EQ(bill["total"].text(), "47.60");
    EXPECT_EQ(company.balance(role::Payable), "-47.60");
    company.ask(QStringLiteral("payment send 47.60 --supplier MILL"));
    EXPECT_EQ(company.balance(role::Payable), "0.00");
    company.ask(QStringLiteral("payment receive 20.00 --customer ACME --method cash"));
    company.ask(QStringLiteral("payment refund 5.00 --customer ACME --method cash"));

    EXPECT_EQ(company.balance(role::Cash), "15.00");
    EXPECT_EQ(company.balance(role::Bank), "-47.60");
    EXPECT_EQ(company.say(QStringLiteral("payment receive 5.00")).exit, 2);
    EXPECT_EQ(company.say(QStringLiteral("payment receive much --customer ACME")).exit, 2);
    EXPECT_EQ(company.refused(QStringLiteral("payment send 1.00 --supplier NOBODY")), "unknown_supplier");
}

TEST(LedgerCommands, aClosedMonthRefusesUntilItIsReopened)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("period close 2030-01"));

    const Said said = company.say(QStringLiteral("--json stock receive MUG 1 --cost 4"));
    company.ask(QStringLiteral("period reopen 2030-01 --reason \"forgot a bill\""));

    EXPECT_EQ(said.exit, 1);
    EXPECT_EQ(said.code(), "period_closed");
    EXPECT_TRUE(said.json()["error"]["hint"].text().contains(QStringLiteral("2030-02-01")));
    company.ask(QStringLiteral("stock receive MUG 1 --cost 4"));
    EXPECT_EQ(company.say(QStringLiteral("period close January")).exit, 2);
}

TEST(LedgerCommands, accountsAndRatesAreKept)
{
    CommandCompany company;

    company.ask(QStringLiteral("account add 4010 \"Sales abroad\" --type income"));
    company.ask(QStringLiteral("account map sales 4010"));
    company.ask(QStringLiteral("rate set USD 0.92 --day 2030-01-01"));

    EXPECT_EQ(company.ask(QStringLiteral("rate list"))["items"].at(0)["rate"].text(), "0.92");
    company.furnish();
    const QString number = company.order(1);
    company.ask(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order invoice ") + number);
    EXPECT_EQ(company.text("SELECT SUM(credit) FROM account_balance b JOIN account a ON a.id = b.account_id WHERE a.code = '4010'"), "1000");
    EXPECT_EQ(company.say(QStringLiteral("account add 9 X --type odd")).exit, 2);
    EXPECT_EQ(company.say(QStringLiteral("rate set USD cheap")).exit, 2);
}

TEST(ReportCommands, eachReportComesAsTextJsonCsvAndSpreadsheet)
{
    CommandCompany company;
    company.furnish();
    const QString number = company.order(2);
    company.ask(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order invoice ") + number);

    for (const char *report : {"trial-balance", "balance-sheet", "profit-and-loss", "journal", "ageing", "stock-value", "sales"}) {
        const QString line = QStringLiteral("report ") + QLatin1String(report);
        const QString sheet = company.folder.filePath(QLatin1String(report) + QStringLiteral(".xlsx"));

        EXPECT_EQ(company.say(line).exit, 0) << report;
        EXPECT_TRUE(company.ask(line).isObject()) << report;
        EXPECT_EQ(company.say(line + QStringLiteral(" --format json")).out, company.say(QStringLiteral("--json ") + line).out) << report;
        EXPECT_TRUE(company.say(line + QStringLiteral(" --format csv")).out.contains(u',')) << report;
        company.ask(line + QStringLiteral(" --format xlsx --output ") + sheet);
        QFile file(sheet);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << report;
        EXPECT_TRUE(file.readAll().startsWith("PK")) << report;
        EXPECT_EQ(company.say(line + QStringLiteral(" --format odd")).exit, 2) << report;
    }
}

TEST(ReportCommands, theTrialBalanceAddsUp)
{
    CommandCompany company;
    company.furnish();
    const QString number = company.order(2);
    company.ask(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order invoice ") + number);

    const Json balance = company.ask(QStringLiteral("report trial-balance"));

    EXPECT_EQ(balance["as_of"].text(), "2030-01-02");
    EXPECT_EQ(balance["currency"].text(), "EUR");
    EXPECT_EQ(balance["total_debit"].text(), "111.80"); // 80.00 received, 8.00 shipped, 23.80 invoiced
    EXPECT_EQ(balance["total_credit"].text(), "111.80");
    std::map<QString, QString> balances;
    for (const Json &row : balance["rows"].items())
        balances[row["account"].text()] = row["balance"].text();
    EXPECT_EQ(balances[QStringLiteral("1100")], "23.80");
    EXPECT_EQ(balances[QStringLiteral("1300")], "72.00");
    EXPECT_EQ(balances[QStringLiteral("2050")], "-80.00");
    EXPECT_EQ(balances[QStringLiteral("2200")], "-3.80");
    EXPECT_EQ(balances[QStringLiteral("4000")], "-20.00");
    EXPECT_EQ(balances[QStringLiteral("5000")], "8.00");
    EXPECT_TRUE(company.ask(QStringLiteral("report trial-balance --as-of 2029-12-31"))["rows"].items().empty());
}

TEST(ReportCommands, stockValueOfAPastDayEqualsTheInventoryAccountOfThatDay)
{
    CommandCompany company;
    company.furnish();
    company.now = company.now.plusSeconds(86400);
    company.ask(QStringLiteral("order ship ") + company.order(2));

    EXPECT_EQ(company.ask(QStringLiteral("report stock-value --as-of 2030-01-02"))["total"].text(), "80.00");
    EXPECT_EQ(company.ask(QStringLiteral("report stock-value"))["total"].text(), "72.00");
}

TEST(ReportCommands, theJournalNamesDocumentsAndPages)
{
    CommandCompany company;
    company.furnish();
    const QString number = company.order(2);
    company.ask(QStringLiteral("order ship ") + number);
    company.ask(QStringLiteral("order invoice ") + number);

    const Json first = company.ask(QStringLiteral("report journal --limit 2"));
    const Json rest = company.ask(QStringLiteral("report journal --limit 2 --after ") + first["next"].text());

    ASSERT_EQ(first["items"].items().size(), 2u);
    ASSERT_EQ(rest["items"].items().size(), 1u);
    const Json &entry = rest["items"].at(0);
    EXPECT_EQ(entry["number"].text(), "SAL-2030-000001");
    EXPECT_EQ(entry["day"].text(), "2030-01-02");
    EXPECT_EQ(entry["journal"].text(), "SAL");
    EXPECT_TRUE(entry["source"].text().startsWith(QStringLiteral("invoice INV-")));
    const Json &line = entry["lines"].at(0);
    EXPECT_EQ(line["account"].text(), "1100");
    EXPECT_EQ(line["debit"].text(), "23.80");
    EXPECT_EQ(line["credit"].text(), "0.00");
    EXPECT_EQ(line["party"].text(), "ACME");
    EXPECT_EQ(company.ask(QStringLiteral("report journal --account 5000"))["items"].items().size(), 1u);
}

TEST(BookCommands, theHistoryOfOneThingIsFound)
{
    CommandCompany company;
    company.furnish();
    const QString first = company.order(1);
    company.order(1);
    company.ask(QStringLiteral("order ship ") + first);

    const Json history = company.ask(QStringLiteral("audit list --order ") + first);

    ASSERT_EQ(history["items"].items().size(), 2u);
    EXPECT_EQ(history["items"].at(0)["action"].text(), "order_placed");
    EXPECT_EQ(history["items"].at(1)["action"].text(), "order_shipped");
    EXPECT_EQ(company.ask(QStringLiteral("audit list --product MUG"))["items"].at(0)["subject"].text(), "product");
    EXPECT_EQ(company.refused(QStringLiteral("audit list --order SO-9")), "unknown_order");
}

TEST(BookCommands, verifyIsCleanAndSaysSo)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("order ship ") + company.order(2));

    const Json proof = company.ask(QStringLiteral("verify"));

    EXPECT_TRUE(proof["ok"].toBool());
    EXPECT_EQ(proof["facts"]["journal_entry"].toInteger(), 2);
    EXPECT_EQ(proof["facts"]["stock_move"].toInteger(), 2);
    EXPECT_TRUE(proof["differences"].items().empty());
}

TEST(BookCommands, verifyNamesADifferenceWithStatus4)
{
    CommandCompany company;
    company.furnish();
    company.must([](Tx &tx) -> Result<> {
        tx.run("UPDATE account_balance SET debit = debit + 1 WHERE debit > 0");
        return Done{};
    });

    const Said said = company.say(QStringLiteral("--json verify"));

    EXPECT_EQ(said.exit, 4);
    EXPECT_FALSE(said.json()["ok"].toBool(true));
    EXPECT_TRUE(said.json()["differences"].at(0)["where"].text().contains(QStringLiteral("1300"))) << qPrintable(said.out);
}

TEST(BookCommands, aBackupIsRestoredVerifiedAndNeverOverwritten)
{
    CommandCompany company;
    company.furnish();
    company.ask(QStringLiteral("order ship ") + company.order(2));
    const QString copy = company.folder.filePath(QStringLiteral("copy.purser")), again = company.folder.filePath(QStringLiteral("again.purser"));

    company.ask(QStringLiteral("backup ") + copy);
    const Json restored = company.ask(QStringLiteral("restore %1 --to %2").arg(copy, again));

    EXPECT_TRUE(restored["verified"].toBool());
    EXPECT_EQ(restored["orders"].toInteger(), 1);
    EXPECT_EQ(company.refused(QStringLiteral("backup ") + copy), "file_exists");
    EXPECT_EQ(company.refused(QStringLiteral("restore %1 --to %2").arg(copy, again)), "company_exists");
    EXPECT_EQ(company.refused(QStringLiteral("restore /nowhere.purser --to /tmp/x.purser")), "no_file");
}
