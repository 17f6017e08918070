#include "core/company/company.h"
#include "core/ledger/enterentry.h"
#include "core/ledger/exchange.h"
#include "core/ledger/openitem.h"
#include "core/ledger/period.h"
#include "core/verify/verify.h"
#include "support/bookyear.h"

#include <QCryptographicHash>

namespace {

const Currency Usd = *Currency::of(u"USD");

NewEntry entryOn(QDate day, const char *amount = "10.00")
{
    return {day, QStringLiteral("Coffee"), {{QStringLiteral("6400"), eur(amount)}, {QStringLiteral("1000"), -eur(amount)}}};
}

bool clean(TestCompany &company)
{
    return company.ask([](Tx &tx) { return verify(tx, std::nullopt); }).ok();
}

/// A customer in the United States who was invoiced 100.00 USD and 19 % tax while a dollar was worth 0.92.
SalesOrder invoicedInDollars(TestCompany &company)
{
    company.must(saveExchangeRate, Usd, QDate(2030, 1, 1), ExchangeRate{920'000'000});
    const Product mug = company.product("MUG", "10.00", 10);
    const Party yankee = company.must([](Tx &tx) {
        Party party;
        party.name = QStringLiteral("Yankee");
        party.currency = *Currency::of(u"USD");
        return saveParty(tx, party);
    });
    NewOrder order = company.draft(yankee.id, {{mug.id, 4}});
    order.currency = Usd;
    order.lines[0].unitPrice = UnitPrice::parse(u"25.00", Usd);
    const SalesOrder placed = company.must([&](Tx &tx) -> Result<SalesOrder> {
        auto document = placeOrder(tx, order, false);
        if (!document)
            return document.error();
        return document->order;
    });
    company.must(shipOrder, placed.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, placed.id); });
    return placed;
}

MoneyMove dollars(const SalesOrder &order, const char *amount)
{
    MoneyMove move;
    move.order = order.id;
    move.amount = *Money::parse(QString::fromLatin1(amount), Usd);
    return move;
}

} // namespace

TEST(Post, numbersEntriesWithoutGapsPerJournalAndYear)
{
    TestCompany company;

    company.must(enterEntry, entryOn(QDate(2030, 1, 2)));
    company.must(enterEntry, entryOn(QDate(2030, 12, 31)));
    company.must(enterEntry, entryOn(QDate(2031, 1, 1)));
    company.product("MUG", "10.00", 1); // posts to another journal

    const auto numbers = company.ask([](Tx &tx) {
        QStringList all;
        auto rows = tx.run("SELECT j.code, e.year, e.number FROM journal_entry e JOIN journal j ON j.id = e.journal_id ORDER BY e.id");
        while (rows.next())
            all << QStringLiteral("%1-%2-%3").arg(rows.text(0)).arg(rows.integer(1)).arg(rows.integer(2));
        return all;
    });
    EXPECT_EQ(numbers, (QStringList{"GEN-2030-1", "GEN-2030-2", "GEN-2031-1", "STK-2030-1"}));
}

TEST(Post, followsTheCompanysFiscalYear)
{
    TestCompany company;
    company.must([](Tx &tx) -> Result<> {
        tx.run("UPDATE company SET year_starts = 4");
        tx.configurationChanged();
        return Done{};
    });

    company.must(enterEntry, entryOn(QDate(2030, 3, 31)));
    company.must(enterEntry, entryOn(QDate(2030, 4, 1)));

    EXPECT_EQ(company.number("SELECT year FROM journal_entry WHERE id = 1"), 2029);
    EXPECT_EQ(company.number("SELECT year FROM journal_entry WHERE id = 2"), 2030);
    EXPECT_EQ(company.number("SELECT number FROM journal_entry WHERE id = 2"), 1);
}

TEST(Post, givesANumberBackThatWasNotUsed)
{
    TestCompany company;
    company.must(enterEntry, entryOn(QDate(2030, 1, 2)));

    company.refusal([](Tx &tx) -> Result<> {
        if (auto entered = enterEntry(tx, entryOn(QDate(2030, 1, 2))); !entered)
            return entered.error();
        return refuse(QStringLiteral("changed_mind"), QStringLiteral("not this one"));
    });
    company.must(enterEntry, entryOn(QDate(2030, 1, 3)));

    EXPECT_EQ(company.number("SELECT MAX(number) FROM journal_entry"), 2);
    EXPECT_EQ(company.number("SELECT MAX(id) FROM journal_entry"), 2);
    EXPECT_TRUE(clean(company));
}

TEST(Post, chainsEachEntryToTheOneBefore)
{
    TestCompany company;
    const qint64 general = company.number("SELECT id FROM journal WHERE code = 'GEN'");
    const qint64 software = company.number("SELECT id FROM account WHERE code = '6400'");
    const qint64 bank = company.number("SELECT id FROM account WHERE code = '1000'");

    company.must(enterEntry, entryOn(QDate(2030, 1, 2)));
    company.must(enterEntry, entryOn(QDate(2030, 1, 2)));

    // Noon on 2 January 2030 UTC is 1893585600 seconds after the epoch. A text is preceded by its length.
    const QString content =
        QStringLiteral("1,%1,2030,1,10:2030-01-02,203001,6:Coffee,13:journal_entry,0,0,1893585600000000,6:tester,1,%2,0,1000,0:,0,2,%3,0,-1000,0:,0,")
            .arg(general)
            .arg(software)
            .arg(bank);
    const QByteArray expected = QCryptographicHash::hash(QByteArray(32, '\0') + content.toUtf8(), QCryptographicHash::Sha256);
    const auto first = company.ask([](Tx &tx) { return *findEntry(tx, {1}); });
    const auto second = company.ask([](Tx &tx) { return *findEntry(tx, {2}); });
    EXPECT_EQ(first.hash.toHex(), expected.toHex());
    EXPECT_EQ(second.previousHash, first.hash);
}

TEST(Post, leavesZerosOutAndWritesNothingOfNothing)
{
    TestCompany company;

    const auto nothing = company.must([](Tx &tx) {
        Posting posting(journal::General, tx.today(), QStringLiteral("nothing"), {"journal_entry", 0});
        posting.debit(role::Bank, {}, eur("0.00")).credit(role::Cash, {}, eur("0.00"));
        return post(tx, posting);
    });

    EXPECT_FALSE(nothing);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM journal_entry"), 0);
    EXPECT_EQ(company.number("SELECT last_entry FROM ledger_head"), 0);
}

TEST(Post, refusesARoleWithoutAnAccount)
{
    TestCompany company;
    company.must([](Tx &tx) -> Result<> {
        tx.run("DELETE FROM account_role WHERE role = 'cash'");
        tx.configurationChanged();
        return Done{};
    });

    const QString code = company.refusal([](Tx &tx) {
        Posting posting(journal::General, tx.today(), QStringLiteral("till"), {"journal_entry", 0});
        posting.debit(role::Cash, {}, eur("5.00")).credit(role::Bank, {}, eur("5.00"));
        return post(tx, posting);
    });

    EXPECT_EQ(code, "account_missing");
}

TEST(Post, bringsWhatConversionLeavesOverToTheRoundingAccount)
{
    TestCompany company;

    // 0.05 are worth 0.045, which is 0.05; twice that is 0.10, but 0.10 are worth 0.09.
    company.must([](Tx &tx) {
        Posting posting(journal::General, tx.today(), QStringLiteral("two of five"), {"journal_entry", 0});
        posting.at(ExchangeRate{900'000'000});
        posting.debit(role::Bank, {}, Money(5, Usd)).debit(role::Cash, {}, Money(5, Usd)).credit(role::Sales, {}, Money(10, Usd));
        return post(tx, posting);
    });

    EXPECT_EQ(company.balance(role::Bank), "0.05");
    EXPECT_EQ(company.balance(role::Cash), "0.05");
    EXPECT_EQ(company.balance(role::Sales), "-0.09");
    EXPECT_EQ(company.balance(role::Rounding), "-0.01");
}

TEST(Period, aClosedOneRefusesPostingsAndSaysWhereItIsOpen)
{
    TestCompany company;
    company.must(closePeriod, 203001);

    const auto refused = company.session().perform(enterEntry, entryOn(QDate(2030, 1, 31)));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "period_closed");
    EXPECT_TRUE(refused.error().hint.contains(QStringLiteral("2030-02-01"))) << qPrintable(refused.error().hint);
    company.must(enterEntry, entryOn(QDate(2030, 2, 1)));
}

TEST(Period, closingOneClosesAllBefore)
{
    TestCompany company;
    company.must(enterEntry, entryOn(QDate(2029, 11, 5)));

    company.must(closePeriod, 203001);

    EXPECT_EQ(company.refusal(enterEntry, entryOn(QDate(2029, 11, 6))), "period_closed");
    EXPECT_EQ(company.refusal(enterEntry, entryOn(QDate(2029, 12, 6))), "period_closed") << "nobody had posted to it yet";
    EXPECT_EQ(company.refusal(closePeriod, 203001), "period_closed");
}

TEST(Period, isReopenedWithAReasonTheLastOneFirst)
{
    TestCompany company;
    company.must(closePeriod, 203001);
    company.must(closePeriod, 203002);

    EXPECT_EQ(company.refusal(reopenPeriod, 203001, QStringLiteral("late bill")), "later_period_closed");
    EXPECT_EQ(company.refusal(reopenPeriod, 203002, QStringLiteral(" ")), "reason_missing");
    EXPECT_EQ(company.refusal(reopenPeriod, 203003, QStringLiteral("late bill")), "period_open");
    company.must(reopenPeriod, 203002, QStringLiteral("late bill"));

    company.must(enterEntry, entryOn(QDate(2030, 2, 14)));
    EXPECT_EQ(company.refusal(enterEntry, entryOn(QDate(2030, 1, 14))), "period_closed");
    EXPECT_EQ(company.text("SELECT detail FROM audit WHERE action = 'period_reopened'"), "late bill");
}

TEST(Period, isLockedForGood)
{
    TestCompany company;

    EXPECT_EQ(company.refusal(lockPeriod, 203001), "period_open");
    company.must(closePeriod, 203001);
    company.must(lockPeriod, 203001);

    EXPECT_EQ(company.refusal(reopenPeriod, 203001, QStringLiteral("please")), "period_locked");
    EXPECT_EQ(company.refusal(enterEntry, entryOn(QDate(2030, 1, 2))), "period_closed");
}

TEST(Period, closingLeavesNothingBehindWhereverItFails)
{
    everyStatementMayFail([](TestCompany &) {}, [](TestCompany &company) { return bool(company.session().perform(closePeriod, 203001)); });
}

TEST(OpenItem, aDifferentRateAtPaymentIsAnExchangeLoss)
{
    TestCompany company;
    const SalesOrder order = invoicedInDollars(company);
    EXPECT_EQ(company.balance(role::Receivable), "109.48"); // 119.00 at 0.92
    company.must(saveExchangeRate, Usd, QDate(2030, 1, 2), ExchangeRate{900'000'000});

    company.must(receivePayment, dollars(order, "119.00"));

    EXPECT_EQ(company.balance(role::Bank), "107.10"); // 119.00 at 0.90
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::ExchangeDifference), "2.38");
    EXPECT_TRUE(clean(company));
}

TEST(OpenItem, aPartIsWorthItsShare)
{
    TestCompany company;
    const SalesOrder order = invoicedInDollars(company);
    company.must(saveExchangeRate, Usd, QDate(2030, 1, 2), ExchangeRate{900'000'000});

    company.must(receivePayment, dollars(order, "59.50"));

    EXPECT_EQ(company.balance(role::Receivable), "54.74");
    EXPECT_EQ(company.balance(role::ExchangeDifference), "1.19"); // 54.74 less 53.55
    EXPECT_TRUE(clean(company));
}

TEST(OpenItem, isNotSettledByMoreThanIsOpenNorInAnotherCurrency)
{
    TestCompany company;
    const Party acme = company.customer();
    const auto settleFor = [&](Money debit, Money credit, Money amount) {
        return company.refusal([&](Tx &tx) -> Result<> {
            const Id<Account> account = tx.configured<AccountRoles>().of(role::Receivable);
            OpenItem first = openItem(tx, acme.id, account, {"invoice", 1}, {}, tx.today(), tx.today(), debit, {});
            OpenItem second = openItem(tx, acme.id, account, {"payment", 1}, {}, tx.today(), tx.today(), credit, {});
            return settle(tx, first, second, amount, tx.today(), {"payment", 1});
        });
    };

    EXPECT_EQ(settleFor(eur("10.00"), eur("-20.00"), eur("10.01")), "amount");
    EXPECT_EQ(settleFor(eur("10.00"), eur("-5.00"), eur("5.01")), "amount");
    EXPECT_EQ(settleFor(eur("10.00"), eur("-10.00"), eur("0.00")), "amount");
    EXPECT_EQ(settleFor(eur("10.00"), Money(-1000, Usd), eur("10.00")), "currency");
}

TEST(OpenItem, ofTwoWorkstationsOnlyOneSettlesIt)
{
    TestCompany company;
    liveThrough(company);
    const Party mill = company.ask([](Tx &tx) { return tx.all<Party>("kind = 2").front(); });
    Session other = company.another();
    MoneyMove move;
    move.party = mill.id;
    move.amount = eur("96.39"); // 81.00 and 15.39 tax

    const auto first = company.session().perform(paySupplier, move);
    const auto second = other.perform(paySupplier, move);

    EXPECT_TRUE(first);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "amount");
    EXPECT_EQ(company.balance(role::Payable), "0.00");
    EXPECT_TRUE(clean(company));
}

TEST(OpenItem, paymentsLeaveNothingBehindWhereverTheyFail)
{
    MoneyMove move;
    everyStatementMayFail(
        [&](TestCompany &company) {
            const SalesOrder order = invoicedInDollars(company);
            company.must(saveExchangeRate, Usd, QDate(2030, 1, 2), ExchangeRate{900'000'000});
            move = dollars(order, "119.00");
        },
        [&](TestCompany &company) { return bool(company.session().perform(receivePayment, move)); });
}
