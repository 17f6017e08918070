#include "core/export/journalexport.h"
#include "core/ledger/enterentry.h"
#include "core/ledger/exchange.h"
#include "core/reports/report.h"
#include "support/bookyear.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace {

QByteArray journalOf(TestCompany &company, JournalFormat format)
{
    return company.ask([format](Tx &tx) {
        QByteArray text;
        exportJournal(tx, format, [&](const QByteArray &piece) { text += piece; });
        return text;
    });
}

/// What another program says to a journal; fails the test if it does not accept it.
QByteArray answerOf(const char *program, const QByteArray &journal, const QStringList &arguments)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("company.journal"));
    QFile out(file);
    EXPECT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(journal);
    out.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QString::fromLatin1(program), QStringList{QStringLiteral("-f"), file} + arguments);
    EXPECT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    return process.readAllStandardOutput();
}

/// One of everything, a foreign payment, and names that could trip a parser.
void liveOddly(TestCompany &company)
{
    liveThrough(company);
    const Currency usd = *Currency::of(u"USD");
    company.must(saveExchangeRate, usd, QDate(2030, 1, 1), ExchangeRate{920'000'000});
    MoneyMove move;
    move.party.value = company.number("SELECT id FROM party WHERE kind = 1");
    move.amount = Money(10'000, usd);
    company.must(receivePayment, move);
    company.must([](Tx &tx) -> Result<Account> {
        auto account = accountByCode(tx, QStringLiteral("6100"));
        account->name = QStringLiteral("Miete;  Büro \"Süd\": 3|4 * (alt)");
        return saveAccount(tx, *account);
    });
    company.must(enterEntry, NewEntry{QDate(2030, 1, 2),
                                      QStringLiteral("Rent; \"January\" | =1"),
                                      {{QStringLiteral("6100"), eur("800.00")}, {QStringLiteral("1000"), eur("-800.00")}}});
}

} // namespace

TEST(Export, hledgerAcceptsTheJournalAndHoldsTheSameBalances)
{
    if (QStandardPaths::findExecutable(QStringLiteral("hledger")).isEmpty())
        GTEST_SKIP() << "hledger is not installed";
    TestCompany company;
    liveOddly(company);
    const QByteArray journal = journalOf(company, JournalFormat::Hledger);

    answerOf("hledger", journal,
             {QStringLiteral("check"), QStringLiteral("accounts"), QStringLiteral("commodities"), QStringLiteral("balancednoautoconversion")});
    const QByteArray answer = answerOf("hledger", journal,
                                       {QStringLiteral("balance"), QStringLiteral("--flat"), QStringLiteral("--no-total"), QStringLiteral("--empty"),
                                        QStringLiteral("--declared"), QStringLiteral("-O"), QStringLiteral("csv")});

    std::map<QString, QString> balances; // account number -> balance
    for (const QByteArray &line : answer.split('\n').mid(1)) {
        const QString text = QString::fromUtf8(line).remove(u'"');
        if (!text.isEmpty())
            balances[text.section(u':', 1).section(u' ', 0, 0)] = text.section(u',', -1).section(u' ', 0, 0);
    }
    const TrialBalance expected = company.ask([](Tx &tx) { return trialBalance(tx, tx.today()); });
    ASSERT_GT(expected.rows.size(), 10u);
    for (const TrialBalanceRow &row : expected.rows)
        EXPECT_EQ(balances[row.account.code], row.balance.isZero() ? QStringLiteral("0") : row.balance.toString()) << qPrintable(row.account.code);
}

TEST(Export, hledgerGroupsTheAccountsRight)
{
    if (QStandardPaths::findExecutable(QStringLiteral("hledger")).isEmpty())
        GTEST_SKIP() << "hledger is not installed";
    TestCompany company;
    liveThrough(company);

    const QByteArray statement = answerOf("hledger", journalOf(company, JournalFormat::Hledger),
                                          {QStringLiteral("incomestatement"), QStringLiteral("-O"), QStringLiteral("csv")});

    EXPECT_TRUE(statement.contains("\"net:\"") || statement.contains("\"Net:\"")) << statement.constData();
    EXPECT_TRUE(statement.contains("9.50 EUR")) << statement.constData(); // the profit that the statements test works out
}

TEST(Export, ledgerAcceptsTheJournal)
{
    if (QStandardPaths::findExecutable(QStringLiteral("ledger")).isEmpty())
        GTEST_SKIP() << "ledger is not installed";
    TestCompany company;
    liveOddly(company);

    const QByteArray bank = answerOf("ledger", journalOf(company, JournalFormat::Ledger), {QStringLiteral("balance"), QStringLiteral("1300")});

    EXPECT_TRUE(bank.contains("72.00 EUR")) << bank.constData();
}

TEST(Export, beancountIsWrittenAsItsRulesAsk)
{
    TestCompany company;
    liveOddly(company);

    const QByteArray journal = journalOf(company, JournalFormat::Beancount);

    EXPECT_TRUE(journal.startsWith("option \"title\" \"Test Trading\"\noption \"operating_currency\" \"EUR\"\n")) << journal.left(200).constData();
    EXPECT_TRUE(journal.contains("2030-01-02 open Assets:1300-Inventory\n"));
    EXPECT_TRUE(journal.contains("open Expenses:6100-Miete-Bu-ro-Su-d-3-4-alt\n") || journal.contains("open Expenses:6100-Miete-Buro-Sud-3-4-alt\n"))
        << journal.constData();
    EXPECT_TRUE(journal.contains("2030-01-02 * \"Rent, 'January' | =1\""));
    EXPECT_TRUE(journal.contains("  Assets:1300-Inventory  80.00 EUR"));
}

TEST(Export, isTheSameTextOnEveryEngine)
{
    TestCompany company;
    const Party mill = company.supplier();
    const Product mug = company.product("MUG", "10.00", 0);
    company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(20), UnitPrice::parse(u"4.00", Eur), {}, mill.id, {}}}, tx.today()); });

    const QByteArray journal = journalOf(company, JournalFormat::Hledger);

    EXPECT_TRUE(journal.contains("commodity 1000.00 EUR\n")) << journal.left(200).constData();
    EXPECT_TRUE(journal.endsWith("\n2030-01-02 * (STK-2030-000001) Goods received GR-0000001  ; document: GR-0000001\n"
                                 "    assets:1300 Inventory  80.00 EUR\n"
                                 "    liabilities:2050 Goods received not invoiced  -80.00 EUR  ; party: "
                                 + mill.code.toUtf8() + "\n\n"))
        << journal.right(400).constData();
}
