#include "support/testcompany.h"

#include "core/verify/verify.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QThread>
#include <unistd.h>

// A program that is killed at any moment: what it acknowledged is there, and nothing is there in part.
// PURSER_TEST_KILLS (default 100) says how often; PURSER_TEST_SEED makes a run again.

namespace {

/// From order to cash in one unit of work, so that a kill can fall into the middle of a dozen tables.
Result<QString> wholeSale(Tx &tx)
{
    NewOrder order;
    order.party = {1};
    NewLine line;
    line.product = {1};
    order.lines = {line};
    if (auto received = receiveGoods(tx, {{{1}, pcs(1), UnitPrice{4'000'000, Eur}, {}, {}, {}}}, tx.today()); !received)
        return received.error();
    const auto placed = placeOrder(tx, order, false);
    if (!placed)
        return placed.error();
    if (auto shipped = shipOrder(tx, placed->order.id); !shipped)
        return shipped.error();
    const auto invoice = invoiceOrder(tx, placed->order.id);
    if (!invoice)
        return invoice.error();
    return invoice->number;
}

} // namespace

/// Not a test: what the killed program does. Each line that it writes acknowledges an invoice.
TEST(KillNine, DISABLED_theProgramThatIsKilled)
{
    auto session = Session::open({qEnvironmentVariable("PURSER_TEST_KILL_COMPANY")});
    ASSERT_TRUE(session);
    session->clock = [] { return Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC)); };
    for (;;) {
        const auto number = session->perform(wholeSale);
        if (!number)
            return;
        const QByteArray line = "sold " + number->toLatin1() + '\n';
        if (write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            return;
    }
}

struct Sold {
    qint64 invoices, receipts, shipments;
};
/// A server may still be carrying out the COMMIT of a program that is dead already: what holds the head of the journal is waited for.
static Result<Sold> soldSoFar(Tx &tx)
{
    if (tx.isServer())
        tx.run("SELECT last_entry FROM ledger_head FOR UPDATE");
    return Sold{tx.number("SELECT COUNT(*) FROM invoice"), tx.number("SELECT COUNT(*) FROM goods_receipt"),
                tx.number("SELECT COUNT(*) FROM shipment")};
}

TEST(KillNine, whatWasAcknowledgedIsThereAndNothingIsThereInPart)
{
    TestCompany company;
    company.product("MUG");
    company.customer();
    const int kills = qEnvironmentVariableIntValue("PURSER_TEST_KILLS") > 0 ? qEnvironmentVariableIntValue("PURSER_TEST_KILLS") : 100;
    const quint32 seed =
        qEnvironmentVariableIsSet("PURSER_TEST_SEED") ? qEnvironmentVariable("PURSER_TEST_SEED").toUInt() : QRandomGenerator::global()->generate();
    SCOPED_TRACE(QStringLiteral("PURSER_TEST_SEED=%1").arg(seed).toStdString());
    QRandomGenerator random(seed);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PURSER_TEST_KILL_COMPANY"), company.locator().text);
    qint64 before = 0;

    for (int kill = 0; kill < kills; ++kill) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--gtest_also_run_disabled_tests"), QStringLiteral("--gtest_filter=KillNine.DISABLED_*")});
        QByteArray said;
        while (!said.contains("sold ") && program.waitForReadyRead(20'000))
            said += program.readAll();
        ASSERT_TRUE(said.contains("sold ")) << said.constData();
        QThread::usleep(random.bounded(30'000));
        program.kill(); // SIGKILL
        program.waitForFinished();
        said += program.readAll();

        const qint64 acknowledged = said.count("sold INV-");
        const Sold all = company.must(soldSoFar);
        const qint64 stored = all.invoices - before;
        EXPECT_GE(stored, acknowledged) << "kill " << kill;
        EXPECT_LE(stored, acknowledged + 1) << "kill " << kill; // one may be stored and not yet be said
        before += stored;
        EXPECT_EQ(all.receipts, before);
        EXPECT_EQ(all.shipments, before);
        if (testing::Test::HasFailure())
            return;
    }

    const auto found = company.ask([](Tx &tx) { return verify(tx, {}); });
    EXPECT_TRUE(found.ok()) << (found.ok() ? "" : qPrintable(found.differences.front().where + u' ' + found.differences.front().text));
}
