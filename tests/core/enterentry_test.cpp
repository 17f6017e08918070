#include "core/ledger/enterentry.h"

#include "core/ledger/period.h"
#include "core/reports/journal.h"
#include "core/verify/verify.h"
#include "support/testcompany.h"

namespace {

/// January's rent: 800.00 from the bank.
NewEntry rent()
{
    return {QDate(2030, 1, 2), QStringLiteral("Rent"), {{QStringLiteral("6100"), eur("800.00")}, {QStringLiteral("1000"), eur("-800.00")}}};
}

QString balanceOf(TestCompany &company, const char *code)
{
    return company.ask([code](Tx &tx) {
        return Money(tx.number("SELECT SUM(debit - credit) FROM account_balance b JOIN account a ON a.id = b.account_id WHERE a.code = ?", code),
                     tx.currency())
            .toString();
    });
}

} // namespace

TEST(EnterEntry, postsToTheGeneralJournal)
{
    TestCompany company;

    const Id<JournalEntry> id = company.must(enterEntry, rent());

    const auto view = company.ask([](Tx &tx) { return journalEntries(tx, {}).front(); });
    EXPECT_EQ(view.entry.id, id);
    EXPECT_EQ(view.number, "GEN-2030-000001");
    EXPECT_EQ(view.entry.memo, "Rent");
    EXPECT_EQ(view.entry.actor, "tester");
    EXPECT_EQ(balanceOf(company, "6100"), "800.00");
    EXPECT_EQ(balanceOf(company, "1000"), "-800.00");
    EXPECT_TRUE(company.ask([](Tx &tx) { return verify(tx, std::nullopt); }).ok());
}

TEST(EnterEntry, refusesWhatCannotBeRight)
{
    TestCompany company;
    company.must([](Tx &tx) -> Result<Account> {
        auto old = accountByCode(tx, QStringLiteral("6400"));
        old->active = false;
        return saveAccount(tx, *old);
    });
    const auto with = [](auto change) {
        NewEntry entry = rent();
        change(entry);
        return entry;
    };
    const std::pair<const char *, NewEntry> cases[] = {
        {"incomplete", with([](NewEntry &e) { e.memo = QStringLiteral("  "); })},
        {"no_lines", with([](NewEntry &e) { e.lines.pop_back(); })},
        {"unknown_account", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("9999"); })},
        {"account_unused", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("6400"); })},
        {"control_account", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("1100"); })},
        {"control_account", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("2000"); })},
        {"control_account", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("2100"); })},
        {"control_account", with([](NewEntry &e) { e.lines[0].account = QStringLiteral("1300"); })},
        {"currency", with([](NewEntry &e) { e.lines[0].amount = Money(80000, *Currency::of(u"USD")); })},
        {"amount", with([](NewEntry &e) { e.lines[0].amount = eur("0.00"); })},
        {"unbalanced", with([](NewEntry &e) { e.lines[0].amount = eur("800.01"); })},
    };
    const QString before = company.everything();

    for (const auto &[code, entry] : cases)
        EXPECT_EQ(company.refusal(enterEntry, entry), QString::fromLatin1(code));

    EXPECT_EQ(company.everything(), before);
}

TEST(EnterEntry, refusesAClosedPeriod)
{
    TestCompany company;
    company.must(closePeriod, 203001);

    EXPECT_EQ(company.refusal(enterEntry, rent()), "period_closed");
}

TEST(EnterEntry, leavesNothingBehindWhereverItFails)
{
    everyStatementMayFail([](TestCompany &) {}, [](TestCompany &company) { return bool(company.session().perform(enterEntry, rent())); });
}

TEST(ReverseEntry, takesABookkeepersEntryBackOnItsOwnDay)
{
    TestCompany company;
    const Id<JournalEntry> id = company.must(enterEntry, rent());

    const Id<JournalEntry> reversal = company.must(reverseEntry, id, QDate(2030, 2, 1), QStringLiteral("paid by the owner"));

    const auto entry = company.ask([&](Tx &tx) { return *findEntry(tx, reversal); });
    EXPECT_EQ(entry.reverses, id);
    EXPECT_EQ(entry.day, QDate(2030, 2, 1));
    EXPECT_EQ(company.ask([&](Tx &tx) { return documentNumber(tx, entry.source, entry.sourceId); }), "GEN-2030-000001");
    EXPECT_EQ(balanceOf(company, "6100"), "0.00");
    EXPECT_EQ(balanceOf(company, "1000"), "0.00");
    EXPECT_TRUE(company.ask([](Tx &tx) { return verify(tx, std::nullopt); }).ok());
}

TEST(ReverseEntry, happensOnce)
{
    TestCompany company;
    const Id<JournalEntry> id = company.must(enterEntry, rent());
    company.must(reverseEntry, id, QDate(2030, 1, 2), QStringLiteral("wrong"));

    EXPECT_EQ(company.refusal(reverseEntry, id, QDate(2030, 1, 2), QStringLiteral("wrong")), "already_reversed");
}

TEST(ReverseEntry, refusesWhatADocumentPostedAndWhatHasNoReason)
{
    TestCompany company;
    company.product("MUG", "10.00", 1);
    const Id<JournalEntry> received{1};
    const Id<JournalEntry> id = company.must(enterEntry, rent());

    EXPECT_EQ(company.refusal(reverseEntry, received, QDate(2030, 1, 2), QStringLiteral("wrong")), "has_document");
    EXPECT_EQ(company.refusal(reverseEntry, id, QDate(2030, 1, 2), QStringLiteral(" ")), "reason_missing");
    EXPECT_EQ(company.refusal(reverseEntry, Id<JournalEntry>{99}, QDate(2030, 1, 2), QStringLiteral("wrong")), "unknown_entry");
}
