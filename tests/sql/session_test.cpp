#include "support/testcompany.h"

#include "core/ledger/account.h"

#include <atomic>
#include <thread>

// What every unit of work can rely on, shown on a table of its own beside the company's.

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qint64 smallest = std::numeric_limits<qint64>::min();

void makeShelf(TestCompany &company, qint64 units)
{
    company.session().connection().script("CREATE TABLE shelf (id BIGINT PRIMARY KEY, units BIGINT NOT NULL CHECK (units >= 0), name TEXT, picture "
                                          + std::string(company.isServer() ? "BYTEA" : "BLOB") + ")");
    company.must([=](Tx &tx) -> Result<> {
        tx.run("INSERT INTO shelf (id, units) VALUES (1, ?), (2, ?)", units, units);
        return Done{};
    });
}

qint64 unitsOf(TestCompany &company, int id = 1)
{
    return company.ask([id](Tx &tx) { return tx.number("SELECT units FROM shelf WHERE id = ?", id); });
}

Result<> take(Tx &tx)
{
    tx.run("UPDATE shelf SET units = units - 1 WHERE id = 1");
    return Done{};
}

} // namespace

TEST(Session, aCommandThatReturnsAValueIsStored)
{
    TestCompany company;
    makeShelf(company, 10);

    const auto done = company.session().perform(take);

    EXPECT_TRUE(done);
    EXPECT_EQ(unitsOf(company), 9);
}

TEST(Session, aRefusalLeavesNothingBehind)
{
    TestCompany company;
    makeShelf(company, 10);

    const auto done = company.session().perform([](Tx &tx) -> Result<> {
        (void)take(tx);
        return refuse(QStringLiteral("no"), QStringLiteral("No."));
    });

    EXPECT_EQ(done.error().code, "no");
    EXPECT_EQ(unitsOf(company), 10);
}

TEST(Session, aThrowLeavesNothingBehindAndGoesOn)
{
    TestCompany company;
    makeShelf(company, 10);
    const auto broken = [](Tx &tx) -> Result<> {
        (void)take(tx);
        throw std::logic_error("a bug");
    };

    EXPECT_THROW((void)company.session().perform(broken), std::logic_error);

    EXPECT_EQ(unitsOf(company), 10);
    EXPECT_TRUE(company.session().perform(take)); // and the session still works
}

TEST(Session, aRuleOfTheSchemaIsAFaultInWordsAndLeavesNothing)
{
    TestCompany company;
    makeShelf(company, 1);

    const auto done = company.session().perform([](Tx &tx) -> Result<> {
        (void)take(tx);
        return take(tx);
    });

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::Fault);
    EXPECT_EQ(done.error().code, "database");
    EXPECT_EQ(unitsOf(company), 1);
}

TEST(Session, anOverflowAnywhereIsARefusal)
{
    TestCompany company;
    makeShelf(company, 10);

    const auto done = company.session().perform([](Tx &tx) -> Result<> {
        (void)take(tx);
        (void)(Money(largest, Eur) + Money(1, Eur));
        return Done{};
    });

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "overflow");
    EXPECT_EQ(unitsOf(company), 10);
}

TEST(Session, aQuestionCannotWrite)
{
    TestCompany company;
    makeShelf(company, 10);

    const auto done = company.session().ask(take);

    EXPECT_FALSE(done);
    EXPECT_EQ(unitsOf(company), 10);
    EXPECT_TRUE(company.session().perform(take));
}

TEST(Session, aQuestionSeesOneState)
{
    TestCompany company;
    makeShelf(company, 10);
    Session other = company.another();

    const auto seen = company.session().ask([&](Tx &tx) {
        const qint64 before = tx.number("SELECT units FROM shelf WHERE id = 1");
        EXPECT_TRUE(other.perform(take));
        return std::pair(before, tx.number("SELECT units FROM shelf WHERE id = 1"));
    });

    EXPECT_EQ(*seen, std::pair(qint64(10), qint64(10)));
    EXPECT_EQ(unitsOf(company), 9);
}

TEST(Session, aPartThatIsRefusedUndoesOnlyItself)
{
    TestCompany company;
    makeShelf(company, 10);
    const auto refused = [](Tx &tx) -> Result<> {
        (void)take(tx);
        return refuse(QStringLiteral("no"), QStringLiteral("No."));
    };

    company.must([&](Tx &tx) -> Result<> {
        (void)take(tx);
        EXPECT_EQ(tx.attempt(refused).error().code, "no");
        EXPECT_TRUE(tx.attempt(take));
        EXPECT_TRUE(tx.attempt([&](Tx &inner) -> Result<> { // one within the other
            (void)take(inner);
            EXPECT_FALSE(inner.attempt(refused));
            return Done{};
        }));
        EXPECT_EQ(tx.attempt([](Tx &inner) -> Result<> {
                        (void)take(inner);
                        throw Overflow();
                    })
                      .error()
                      .code,
                  "overflow");
        return Done{};
    });

    EXPECT_EQ(unitsOf(company), 7);
}

TEST(Session, aPartThatFailsTakesTheWholeWithIt)
{
    TestCompany company;
    makeShelf(company, 1);

    const auto done = company.session().perform([](Tx &tx) -> Result<> {
        (void)take(tx);
        (void)tx.attempt(take); // breaks the schema's rule
        return Done{};
    });

    EXPECT_EQ(done.error().code, "database");
    EXPECT_EQ(unitsOf(company), 1);
}

TEST(Session, whatOnlyFailedBecauseOthersWereAtWorkIsTriedAgainAsAWhole)
{
    TestCompany company;
    makeShelf(company, 10);
    int rounds = 0;

    const auto done = company.session().perform([&](Tx &tx) -> Result<> {
        (void)take(tx);
        if (++rounds < 4)
            throw sql::Busy(QStringLiteral("somebody else"));
        return Done{};
    });

    EXPECT_TRUE(done);
    EXPECT_EQ(rounds, 4);
    EXPECT_EQ(unitsOf(company), 9);
}

TEST(Session, aFaultIsNotTriedAgain)
{
    TestCompany company;
    makeShelf(company, 10);
    int rounds = 0;

    const auto done = company.session().perform([&](Tx &tx) -> Result<> {
        ++rounds;
        (void)take(tx);
        throw sql::Fault(QStringLiteral("the disk"));
    });

    EXPECT_EQ(done.error().kind, Error::Kind::Fault);
    EXPECT_EQ(rounds, 1);
    EXPECT_EQ(unitsOf(company), 10);
}

TEST(Session, whatStaysBusyIsGivenUpInWords)
{
    TestCompany company;
    makeShelf(company, 10);
    int rounds = 0;

    const auto done = company.session().perform([&](Tx &) -> Result<> {
        ++rounds;
        throw sql::Busy(QStringLiteral("somebody else"));
    });

    EXPECT_EQ(done.error().kind, Error::Kind::Unavailable);
    EXPECT_FALSE(done.error().hint.isEmpty());
    EXPECT_EQ(rounds, 10);
}

TEST(Session, theSecondWhoSavesTheSameRowIsTold)
{
    TestCompany company;
    Party acme = company.customer();
    Session other = company.another();
    Party same = *other.ask([&](Tx &tx) { return tx.get(acme.id); });
    acme.phone = QStringLiteral("1");
    same.phone = QStringLiteral("2");

    company.must(saveParty, acme);
    const auto second = other.perform(saveParty, same);

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(second.error().code, "conflict");
    EXPECT_EQ(company.text("SELECT phone FROM party"), "1");
}

TEST(Session, aRowThatIsGoneIsSaidToBeGone)
{
    TestCompany company;

    const auto got = company.session().perform([](Tx &tx) -> Result<Party> { return tx.get(Id<Party>{4711}); });

    EXPECT_EQ(got.error().kind, Error::Kind::NotFound);
}

TEST(Session, eightWorkstationsNeverSeeThatTheDatabaseIsBusy)
{
    TestCompany company;
    makeShelf(company, 200);
    std::atomic<int> taken = 0, errors = 0;
    std::vector<Session> stations;
    for (int i = 0; i < 8; ++i)
        stations.push_back(company.another());
    std::vector<std::thread> threads;

    for (Session &station : stations)
        threads.emplace_back([&] {
            for (int i = 0; i < 40; ++i) {
                const auto got = station.perform(
                    [](Tx &tx) -> Result<bool> { return tx.run("UPDATE shelf SET units = units - 1 WHERE id = 1 AND units >= 1").affected() == 1; });
                errors += got ? 0 : 1;
                taken += got && *got ? 1 : 0;
            }
        });
    for (std::thread &thread : threads)
        thread.join();

    EXPECT_EQ(errors, 0);
    EXPECT_EQ(taken, 200);
    EXPECT_EQ(unitsOf(company), 0);
}

TEST(Session, aDeadlockIsSolvedByTryingAgain)
{
    TestCompany company;
    makeShelf(company, 1000);
    std::atomic<int> errors = 0;
    Session one = company.another(), two = company.another();
    const auto moveBoth = [&](Session &session, int first, int second) {
        for (int i = 0; i < 30; ++i) {
            const auto done = session.perform([=](Tx &tx) -> Result<> {
                tx.run("UPDATE shelf SET units = units - 1 WHERE id = ?", first);
                std::this_thread::yield();
                tx.run("UPDATE shelf SET units = units - 1 WHERE id = ?", second);
                return Done{};
            });
            errors += done ? 0 : 1;
        }
    };

    std::thread other([&] { moveBoth(one, 1, 2); });
    moveBoth(two, 2, 1);
    other.join();

    EXPECT_EQ(errors, 0);
    EXPECT_EQ(unitsOf(company, 1), 940);
    EXPECT_EQ(unitsOf(company, 2), 940);
}

TEST(Session, valuesComeBackAsTheyWereStored)
{
    TestCompany company;
    makeShelf(company, 0);
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    const QString name = QString::fromUtf8("O'Neil? \"Zürich\" 😀 \\ % _ --\n");
    const auto storedBack = [&](qint64 units, const std::optional<QString> &text, const QByteArray &picture) {
        company.must([&](Tx &tx) -> Result<> {
            tx.run("UPDATE shelf SET units = ? - units, name = ?, picture = ? WHERE id = 1", units, text, picture);
            return Done{};
        });
        return company.ask([](Tx &tx) {
            auto rows = tx.run("SELECT units, name, picture FROM shelf WHERE id = 1 AND 'a?b' = 'a?b'");
            rows.next();
            return std::tuple(rows.integer(0), rows.isNull(1), rows.text(1), rows.bytes(2));
        });
    };

    EXPECT_EQ(storedBack(largest, name, bytes), std::tuple(largest, false, name, bytes));
    EXPECT_EQ(storedBack(largest, std::nullopt, QByteArray("")), std::tuple(qint64(0), true, QString(), QByteArray()));
    EXPECT_EQ(storedBack(0, QString(), bytes), std::tuple(qint64(0), false, QString(), bytes));
    EXPECT_EQ(storedBack(0, QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")), {}),
              std::tuple(qint64(0), false, QStringLiteral("ab"), QByteArray())); // NUL is no text
}

TEST(Session, theSmallestNumberIsKept)
{
    TestCompany company;

    EXPECT_EQ(company.ask([](Tx &tx) { return tx.number("SELECT CAST(? AS BIGINT)", smallest); }), smallest);
}

TEST(Session, aStatementThatIsBeingReadCanBeUsedAgain)
{
    TestCompany company;
    makeShelf(company, 5);

    const auto pairs = company.ask([](Tx &tx) {
        int count = 0;
        auto outer = tx.run("SELECT id FROM shelf ORDER BY id");
        while (outer.next()) {
            auto inner = tx.run("SELECT id FROM shelf ORDER BY id");
            while (inner.next())
                ++count;
        }
        return count;
    });

    EXPECT_EQ(pairs, 4);
}

TEST(Session, eachStatementIsPreparedOncePerConnection)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 100);
    const Party acme = company.customer();
    const auto sell = [&] {
        const SalesOrder order = company.order(acme.id, {{mug.id, 1}});
        company.must(shipOrder, order.id, Dispatch());
        company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
        MoneyMove money;
        money.order = order.id;
        money.amount = eur("11.90");
        company.must(receivePayment, money);
    };
    sell();
    sell();
    const int before = company.session().connection().prepares();

    for (int i = 0; i < 10; ++i)
        sell();

    EXPECT_EQ(company.session().connection().prepares(), before);
}

TEST(Session, configurationThatAnotherWorkstationChangedIsSeen)
{
    TestCompany company;
    const auto bank = [](Tx &tx) -> Result<qint64> { return tx.configured<AccountRoles>().of(role::Bank).value; };
    const qint64 before = company.must(bank);
    Session other = company.another();
    const Account second =
        *other.perform(saveAccount, Account{{}, 1, QStringLiteral("1001"), QStringLiteral("Second bank"), AccountType::Asset, true});
    ASSERT_TRUE(other.perform(mapRole, QString::fromLatin1(role::Bank), QString(), qint64(0), second.id));

    EXPECT_EQ(company.must(bank), second.id.value);
    EXPECT_NE(before, second.id.value);
}

TEST(Session, configurationThatWasUndoneIsNotRemembered)
{
    TestCompany company;
    const auto bank = [](Tx &tx) { return tx.configured<AccountRoles>().of(role::Bank).value; };
    const auto moved = [&](const char *code, bool keep) {
        return [&bank, code, keep](Tx &tx) -> Result<qint64> {
            const auto account = saveAccount(tx, Account{{}, 1, QString::fromLatin1(code), QStringLiteral("Another bank"), AccountType::Asset, true});
            if (auto mapped = mapRole(tx, QString::fromLatin1(role::Bank), QString(), qint64(0), account->id); !mapped)
                return mapped.error();
            const qint64 now = bank(tx); // read, and so kept
            return keep ? Result<qint64>(now) : Result<qint64>(refuse(QStringLiteral("no"), QStringLiteral("no")));
        };
    };
    const qint64 before = company.ask(bank);

    ASSERT_FALSE(company.session().perform(moved("1001", false)));
    EXPECT_EQ(company.ask(bank), before);
    Session other = company.another();
    const auto theirs = other.perform(moved("1002", true)); // the same count of changes as the one that was undone

    ASSERT_TRUE(theirs);
    EXPECT_EQ(company.ask(bank), *theirs);
}

TEST(Session, aPartThatWasUndoneLeavesNoConfiguration)
{
    TestCompany company;
    const auto bank = [](Tx &tx) { return tx.configured<AccountRoles>().of(role::Bank).value; };
    const qint64 before = company.ask(bank);

    const auto after = company.must([&](Tx &tx) -> Result<qint64> {
        const auto part = tx.attempt([&](Tx &inner) -> Result<qint64> {
            const auto account = saveAccount(inner, Account{{}, 1, QStringLiteral("1001"), QStringLiteral("Another bank"), AccountType::Asset, true});
            if (auto mapped = mapRole(inner, QString::fromLatin1(role::Bank), QString(), qint64(0), account->id); !mapped)
                return mapped.error();
            bank(inner);
            return refuse(QStringLiteral("no"), QStringLiteral("no"));
        });
        return part ? *part : bank(tx);
    });

    EXPECT_EQ(after, before);
}

TEST(Session, timeIsTheSessionsClockAndDaysAreTheCompanys)
{
    TestCompany company;
    company.now = Instant::of(QDateTime({2030, 1, 31}, {23, 30}, Qt::UTC)); // half past midnight in Berlin

    const auto seen = company.ask([](Tx &tx) { return std::pair(tx.now(), tx.today()); });

    EXPECT_EQ(seen.first, company.now);
    EXPECT_EQ(seen.second, QDate(2030, 2, 1));
}

TEST(Session, theDatabaseIsSetUpSoThatNothingAcknowledgedIsLost)
{
    TestCompany company;
    const auto setting = [&](const char *sqlite, const char *postgres) {
        return company.session().connection().run(company.isServer() ? postgres : sqlite);
    };
    const auto value = [&](const char *sqlite, const char *postgres) {
        auto rows = setting(sqlite, postgres);
        rows.next();
        return rows.text(0);
    };

    EXPECT_EQ(value("PRAGMA synchronous", "SHOW synchronous_commit"), company.isServer() ? "on" : "2");
    if (!company.isServer()) {
        EXPECT_EQ(value("PRAGMA journal_mode", ""), "wal");
        EXPECT_EQ(value("PRAGMA foreign_keys", ""), "1");
        EXPECT_EQ(value("PRAGMA recursive_triggers", ""), "1");
        EXPECT_EQ(value("PRAGMA trusted_schema", ""), "0");
    }
}
