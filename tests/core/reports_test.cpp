#include "core/ledger/enterentry.h"
#include "core/reports/journal.h"
#include "core/reports/report.h"
#include "support/bookyear.h"

#include <QFile>
#include <QProcess>

namespace {

QString row(const TrialBalance &balance, const char *code)
{
    for (const TrialBalanceRow &row : balance.rows)
        if (row.account.code == QLatin1String(code))
            return QStringLiteral("%1 %2 %3").arg(row.debit.toString(), row.credit.toString(), row.balance.toString());
    return QStringLiteral("(none)");
}

NewEntry rent(QDate day, const char *amount)
{
    return {day, QStringLiteral("Rent"), {{QStringLiteral("6100"), eur(amount)}, {QStringLiteral("1000"), -eur(amount)}}};
}

SalesOrder shippedAndInvoiced(TestCompany &company, Id<Party> customer, Id<Product> product, int units)
{
    const SalesOrder order = company.order(customer, {{product, units}});
    company.must(shipOrder, order.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    return order;
}

} // namespace

TEST(TrialBalance, addsEveryAccountUpToADay)
{
    TestCompany company;
    for (const auto &[day, amount] : {std::pair(QDate(2029, 12, 31), "1.00"),
                                      {QDate(2030, 1, 1), "2.00"},
                                      {QDate(2030, 1, 15), "4.00"},
                                      {QDate(2030, 1, 31), "8.00"},
                                      {QDate(2030, 2, 1), "16.00"}})
        company.must(enterEntry, rent(day, amount));
    const auto until = [&](QDate day) { return company.ask([day](Tx &tx) { return trialBalance(tx, day); }); };

    EXPECT_EQ(row(until(QDate(2029, 12, 30)), "6100"), "(none)");
    EXPECT_EQ(row(until(QDate(2029, 12, 31)), "6100"), "1.00 0.00 1.00");
    EXPECT_EQ(row(until(QDate(2030, 1, 14)), "6100"), "3.00 0.00 3.00");
    EXPECT_EQ(row(until(QDate(2030, 1, 15)), "6100"), "7.00 0.00 7.00");
    EXPECT_EQ(row(until(QDate(2030, 1, 31)), "1000"), "0.00 15.00 -15.00");
    EXPECT_EQ(row(until(QDate(2030, 12, 31)), "6100"), "31.00 0.00 31.00");
    EXPECT_EQ(until(QDate(2030, 1, 15)).totalDebit, eur("7.00"));
    EXPECT_EQ(until(QDate(2030, 1, 15)).totalCredit, eur("7.00"));
}

TEST(TrialBalance, readsSumsNotHistory)
{
    TestCompany company;
    company.must(enterEntry, rent(QDate(2030, 1, 15), "4.00"));
    std::vector<std::string> read;
    company.session().connection().onStatement = [&](std::string_view sql, auto) { read.emplace_back(sql); };

    company.ask([](Tx &tx) { return trialBalance(tx, QDate(2030, 1, 31)); });

    company.session().connection().onStatement = {};
    for (const std::string &statement : read)
        EXPECT_EQ(statement.find("journal_line"), std::string::npos) << statement;
}

TEST(Statements, profitIsWhatTheBalanceSheetHasTooMuch)
{
    TestCompany company;
    liveThrough(company);

    const Statement sheet = company.ask([](Tx &tx) { return balanceSheet(tx, QDate(2030, 1, 31)); });
    const Statement profit = company.ask([](Tx &tx) { return profitAndLoss(tx, QDate(2030, 1, 1), QDate(2030, 1, 31)); });

    // Sales 30.00, returns 10.00, cost of goods 8.00, price variance 1.00, channel fees 1.50.
    EXPECT_EQ(profit.result, eur("9.50"));
    EXPECT_EQ(sheet.result, eur("9.50"));
}

TEST(Statements, profitAndLossIsOfItsDaysOnly)
{
    TestCompany company;
    company.must(enterEntry, rent(QDate(2030, 1, 15), "4.00"));
    company.must(enterEntry, rent(QDate(2030, 2, 15), "8.00"));
    const auto between = [&](QDate from, QDate to) { return company.ask([=](Tx &tx) { return profitAndLoss(tx, from, to).result; }); };

    EXPECT_EQ(between(QDate(2030, 1, 16), QDate(2030, 2, 14)), eur("0.00"));
    EXPECT_EQ(between(QDate(2030, 1, 15), QDate(2030, 2, 14)), eur("-4.00"));
    EXPECT_EQ(between(QDate(2030, 2, 1), QDate(2030, 2, 28)), eur("-8.00"));
}

TEST(Ageing, sortsWhatIsOpenByHowLongItIsOverdue)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20);
    shippedAndInvoiced(company, company.customer("Acme").id, mug.id, 1); // 11.90, due in 30 days: on 1 February
    const auto on = [&](QDate day) { return company.ask([day](Tx &tx) { return ageing(tx, false, day); }); };

    EXPECT_TRUE(on(QDate(2030, 1, 1)).empty());
    EXPECT_EQ(on(QDate(2030, 2, 1)).front().notDue, eur("11.90"));
    EXPECT_EQ(on(QDate(2030, 2, 2)).front().to30, eur("11.90"));
    EXPECT_EQ(on(QDate(2030, 3, 4)).front().to60, eur("11.90"));
    EXPECT_EQ(on(QDate(2030, 4, 3)).front().to90, eur("11.90"));
    EXPECT_EQ(on(QDate(2030, 5, 3)).front().over90, eur("11.90"));
    EXPECT_EQ(on(QDate(2030, 5, 3)).front().total, eur("11.90"));
}

TEST(Ageing, ofAPastDayKnowsNothingOfLaterPayments)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20);
    const SalesOrder order = shippedAndInvoiced(company, company.customer().id, mug.id, 1);
    MoneyMove money;
    money.order = order.id;
    money.amount = eur("11.90");
    money.day = QDate(2030, 1, 20);
    company.must(receivePayment, money);

    EXPECT_EQ(company.ask([](Tx &tx) { return ageing(tx, false, QDate(2030, 1, 19)); }).front().total, eur("11.90"));
    EXPECT_TRUE(company.ask([](Tx &tx) { return ageing(tx, false, QDate(2030, 1, 20)); }).empty());
}

TEST(Ageing, showsWhatIsOwedToSuppliers)
{
    TestCompany company;
    liveThrough(company);

    const auto rows = company.ask([](Tx &tx) { return ageing(tx, true, QDate(2030, 1, 2)); });

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].party, "Mill");
    EXPECT_EQ(rows[0].total, eur("96.39"));
}

TEST(StockValue, isWhatTheAccountHolds)
{
    TestCompany company;
    liveThrough(company);

    const auto rows = company.ask([](Tx &tx) { return stockValue(tx); });

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].quantity, pcs(18)); // 20 in, 3 out, 1 back
    EXPECT_EQ(rows[0].value, eur("72.00"));
    EXPECT_EQ(company.balance(role::Inventory), "72.00");
}

TEST(Sales, areInvoicesLessCreditNotes)
{
    TestCompany company;
    liveThrough(company);
    const auto by = [&](SalesBy what) { return company.ask([what](Tx &tx) { return sales(tx, QDate(2030, 1, 1), QDate(2030, 1, 31), what); }); };

    for (const auto &[what, group] :
         {std::pair(SalesBy::Channel, "Desk"), {SalesBy::Product, "MUG"}, {SalesBy::Customer, "Acme"}, {SalesBy::Day, "2030-01-02"}}) {
        const auto rows = by(what);
        ASSERT_EQ(rows.size(), 1u) << group;
        EXPECT_EQ(rows[0].group, group);
        EXPECT_EQ(rows[0].documents, 2);
        EXPECT_EQ(rows[0].net, eur("20.00"));
        EXPECT_EQ(rows[0].tax, eur("3.80"));
        EXPECT_EQ(rows[0].total, eur("23.80"));
    }
    EXPECT_TRUE(company.ask([](Tx &tx) { return sales(tx, QDate(2030, 1, 3), QDate(2030, 1, 31), SalesBy::Day); }).empty());
}

TEST(Journal, isReadInPagesAndByAccount)
{
    TestCompany company;
    for (int day = 1; day <= 5; ++day)
        company.must(enterEntry, rent(QDate(2030, 1, day), "1.00"));
    company.product("MUG", "10.00", 1);
    const auto numbers = [&](const JournalQuestion &question) {
        QStringList all;
        for (const JournalView &view : company.ask([&](Tx &tx) { return journalEntries(tx, question); }))
            all << view.number;
        return all;
    };
    const Id<Account> rentAccount = company.ask([](Tx &tx) { return accountByCode(tx, QStringLiteral("6100"))->id; });

    EXPECT_EQ(numbers({.limit = 2}), (QStringList{"GEN-2030-000001", "GEN-2030-000002"}));
    EXPECT_EQ(numbers({.after = {2}, .limit = 2}), (QStringList{"GEN-2030-000003", "GEN-2030-000004"}));
    EXPECT_EQ(numbers({.limit = 1, .newestFirst = true}), (QStringList{"STK-2030-000001"}));
    EXPECT_EQ(numbers({.account = rentAccount, .after = {4}}), (QStringList{"GEN-2030-000005"}));
    EXPECT_EQ(numbers({.from = QDate(2030, 1, 2), .to = QDate(2030, 1, 2)}), (QStringList{"GEN-2030-000002", "STK-2030-000001"}));
}

TEST(Report, aCsvIsReadBackAndHoldsNoFormula)
{
    TestCompany company;
    company.must([](Tx &tx) -> Result<Account> {
        auto account = accountByCode(tx, QStringLiteral("6100"));
        account->name = QStringLiteral("=1+1, \"rent\"");
        return saveAccount(tx, *account);
    });
    company.must(enterEntry, rent(QDate(2030, 1, 2), "800.00"));

    const QByteArray csv = company.ask([](Tx &tx) { return toCsv(reportOf(trialBalance(tx, tx.today()), tx.currency())); });

    EXPECT_EQ(csv, "account,name,debit,credit,balance\n1000,Bank,0.00,800.00,-800.00\n6100,\"'=1+1, \"\"rent\"\"\",800.00,0.00,800.00\n");
}

TEST(Report, aSpreadsheetHoldsNumbersAsNumbersAndTextsAsTexts)
{
    TestCompany company;
    company.must([](Tx &tx) -> Result<Account> {
        auto account = accountByCode(tx, QStringLiteral("6100"));
        account->name = QStringLiteral("=1+1");
        return saveAccount(tx, *account);
    });
    company.must(enterEntry, rent(QDate(2030, 1, 2), "800.00"));
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("balance.xlsx"));

    const auto written = company.session().ask([&](Tx &tx) { return writeXlsx(reportOf(trialBalance(tx, tx.today()), tx.currency()), file); });

    ASSERT_TRUE(written);
    QProcess unzip;
    unzip.start(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), file, folder.path()});
    ASSERT_TRUE(unzip.waitForFinished());
    QFile sheet(folder.filePath(QStringLiteral("xl/worksheets/sheet1.xml")));
    ASSERT_TRUE(sheet.open(QIODevice::ReadOnly));
    const QByteArray xml = sheet.readAll();
    EXPECT_TRUE(xml.contains("<v>800</v>")) << xml.constData();
    EXPECT_TRUE(xml.contains("=1+1"));
    EXPECT_FALSE(xml.contains("<f>")) << "a formula";
}

TEST(Report, aSpreadsheetThatCannotBeWrittenIsRefused)
{
    TestCompany company;

    const auto written = company.session().ask(
        [](Tx &tx) { return writeXlsx(reportOf(trialBalance(tx, tx.today()), tx.currency()), QStringLiteral("/nowhere/balance.xlsx")); });

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, "file");
}
