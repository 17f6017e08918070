#include "core/ledger/period.h"
#include "support/bookyear.h"

// Facts are written once. The database itself says so, to the program, to a script and to a curious person.

namespace {

/// Statements as a person would type them, in one transaction. Gives back the database's words, empty if it was done.
QString byHand(TestCompany &company, const std::vector<std::string> &statements)
{
    const auto done = company.session().perform([&](Tx &tx) -> Result<> {
        for (const std::string &statement : statements)
            tx.run(statement);
        return Done{};
    });
    return done ? QString() : done.error().text;
}

const std::pair<const char *, const char *> facts[] = {
    {"audit", "actor"},         {"journal_entry", "memo"},     {"journal_line", "amount"}, {"settlement", "amount"},
    {"stock_move", "quantity"}, {"inbound_message", "hash"},   {"shipment", "day"},        {"shipment_line", "cost"},
    {"invoice", "total"},       {"invoice_line", "total"},     {"invoice_tax", "amount"},  {"payment", "amount"},
    {"sales_return", "reason"}, {"sales_return_line", "cost"}, {"goods_receipt", "memo"},  {"goods_receipt_line", "cost"},
    {"supplier_bill", "total"}, {"channel_payout", "fees"},    {"push_batch", "actor"},    {"push_change", "became"}};

std::string entry(qint64 id, const char *number, const char *period = "203001")
{
    return "INSERT INTO journal_entry (id, journal_id, year, number, day, period_id, memo, source, source_id, recorded_at, actor, previous_hash, "
           "hash) "
           "SELECT "
           + std::to_string(id) + ", journal_id, year, " + number + ", day, " + period
           + ", memo, source, source_id, recorded_at, actor, previous_hash, hash " + "FROM journal_entry WHERE id = 1";
}
std::string line(qint64 entryId, int number, int amount)
{
    return "INSERT INTO journal_line (entry_id, line, account_id, amount) VALUES (" + std::to_string(entryId) + ", " + std::to_string(number)
           + ", 1, " + std::to_string(amount) + ")";
}

} // namespace

TEST(Facts, cannotBeChangedOrDeletedByAnybody)
{
    TestCompany company;
    liveThrough(company);
    const QString before = company.everything();

    for (const auto &[table, column] : facts) {
        SCOPED_TRACE(table);
        const std::string name = table;
        ASSERT_GT(company.ask([&](Tx &tx) { return tx.number("SELECT COUNT(*) FROM " + name); }), 0) << "the story has none of these";

        EXPECT_NE(byHand(company, {"UPDATE " + name + " SET " + column + " = " + column}), "");
        EXPECT_NE(byHand(company, {"DELETE FROM " + name}), "");
        if (company.isServer())
            EXPECT_NE(byHand(company, {"TRUNCATE " + name + " CASCADE"}), "");
        else
            EXPECT_NE(byHand(company, {"REPLACE INTO " + name + " SELECT * FROM " + name}), "");
    }

    EXPECT_EQ(company.everything(), before);
}

TEST(Facts, anEntryThatDoesNotBalanceIsRefused)
{
    TestCompany company;
    liveThrough(company);

    const QString words = byHand(company, {line(1000, 1, 500), line(1000, 2, -499), entry(1000, "1000")});

    EXPECT_TRUE(words.contains("does not balance")) << qPrintable(words);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM journal_line WHERE entry_id = 1000"), 0);
}

TEST(Facts, anEntryOfOneLineOrNoneIsRefused)
{
    TestCompany company;
    liveThrough(company);

    EXPECT_TRUE(byHand(company, {line(1000, 1, 0), entry(1000, "1000")}).contains("at least two lines"));
    EXPECT_TRUE(byHand(company, {entry(1000, "1000")}).contains("at least two lines"));
}

TEST(Facts, linesWithoutTheirEntryCannotBeCommitted)
{
    TestCompany company;
    liveThrough(company);

    EXPECT_NE(byHand(company, {line(1000, 1, 500), line(1000, 2, -500)}), "");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM journal_line WHERE entry_id = 1000"), 0);
}

TEST(Facts, nothingIsAddedToAnEntryLater)
{
    TestCompany company;
    liveThrough(company);

    EXPECT_TRUE(byHand(company, {line(1, 90, 500), line(1, 91, -500)}).contains("sealed"));
}

TEST(Facts, anEntryIsNotReplacedNorItsNumberGivenTwice)
{
    TestCompany company;
    liveThrough(company);

    EXPECT_NE(byHand(company, {entry(1, "1")}), "");
    EXPECT_NE(byHand(company, {line(1000, 1, 500), line(1000, 2, -500), entry(1000, "1")}), "");
}

TEST(Facts, handWrittenEntriesDoNotReachAClosedPeriod)
{
    TestCompany company;
    liveThrough(company);
    company.must(closePeriod, 203001);

    EXPECT_TRUE(byHand(company, {line(1000, 1, 500), line(1000, 2, -500), entry(1000, "1000")}).contains("period is closed"));
}

TEST(Facts, aBalancedSealedEntryCanBeWritten)
{
    TestCompany company; // otherwise the refusals above would prove nothing
    liveThrough(company);

    EXPECT_EQ(byHand(company, {line(1000, 1, 500), line(1000, 2, -500), entry(1000, "1000")}), "");
}
