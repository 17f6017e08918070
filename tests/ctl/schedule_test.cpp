#include "channels/practicestore/practicestore.h"
#include "commandline.h"

#include <QProcess>
#include <QThread>

using channels::practicestore::PracticeStore;

// Channels that work by themselves, as an administrator sets them up and a service runs them.

namespace {

struct ServedCompany : CommandCompany {
    ServedCompany() : store(PracticeStore::Options())
    {
        const auto started = store.start();
        EXPECT_TRUE(started);
        now = Instant::of(QDateTime::currentDateTimeUtc());
        ask(QStringLiteral("channel add shop --kind woocommerce --url %1 --option tax_inclusive=no").arg(store.url()), "ck_practice\ncs_practice\n");
    }
    Json line(const Json &schedule, const char *work)
    {
        for (const Json &one : schedule["items"].items())
            if (one["work"].text() == QLatin1String(work))
                return one;
        return {};
    }
    bool becomes(const std::function<bool()> &isSo)
    {
        for (int i = 0; i < 600 && !isSo(); ++i)
            QThread::msleep(50);
        return isSo();
    }
    PracticeStore store;
};

/// purserctl serve, as a process of its own.
struct Service {
    explicit Service(const sql::Locator &company, const QStringList &more = {QStringLiteral("--sync")})
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(PURSER_CTL), QStringList{QStringLiteral("--company"), company.text, QStringLiteral("serve")} + more);
        EXPECT_TRUE(process.waitForStarted());
    }
    ~Service()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    void kill()
    {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
};

} // namespace

TEST(ScheduleCommands, everyThreeMinutesIsSaidInOneLineAndShown)
{
    ServedCompany company;
    const Json set = company.ask(QStringLiteral("channel schedule shop --every 3 --on-change --days mon-fri --hours 07:00-19:00"));
    EXPECT_EQ(company.line(set, "orders")["rhythm"].text(), "every");
    EXPECT_EQ(company.line(set, "orders")["minutes"].toInteger(), 3);
    EXPECT_EQ(company.line(set, "stock")["rhythm"].text(), "on_change");
    EXPECT_EQ(company.line(set, "stock")["days"].text(), "mon,tue,wed,thu,fri");
    EXPECT_EQ(company.line(set, "stock")["hours"].text(), "07:00-19:00");
    EXPECT_EQ(company.line(set, "check")["rhythm"].text(), "by_hand");
    company.ask(QStringLiteral("channel schedule shop --work check --at 03:00"));
    const Json shown = company.ask(QStringLiteral("channel schedule shop"));
    EXPECT_EQ(company.line(shown, "check")["times"].text(), "03:00");
    EXPECT_EQ(company.line(shown, "orders")["minutes"].toInteger(), 3);
    EXPECT_FALSE(company.ask(QStringLiteral("channel show shop"))["next_run"].text().isEmpty());
}

TEST(ScheduleCommands, whatIsNoScheduleIsSaidPlainly)
{
    ServedCompany company;
    EXPECT_EQ(company.refused(QStringLiteral("channel schedule shop --every 0")), "minutes");
    EXPECT_EQ(company.say(QStringLiteral("channel schedule shop --every 3 --at 12:00")).exit, ctl::WrongUsage);
    EXPECT_EQ(company.say(QStringLiteral("channel schedule shop --days someday")).exit, ctl::WrongUsage);
    EXPECT_EQ(company.say(QStringLiteral("channel schedule shop --hours morning")).exit, ctl::WrongUsage);
    EXPECT_EQ(company.say(QStringLiteral("channel schedule shop --work tea")).exit, ctl::WrongUsage);
    EXPECT_EQ(company.say(QStringLiteral("serve")).exit, ctl::WrongUsage);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM channel_schedule"), 0);
}

TEST(ScheduleCommands, aWebhookOfOrdersThatComeByHandSaysThatNothingIsPulled)
{
    ServedCompany company;
    EXPECT_FALSE(company.ask(QStringLiteral("channel webhook shop"))["note"].text().isEmpty());
    company.ask(QStringLiteral("channel schedule shop --every 60"));
    EXPECT_TRUE(company.ask(QStringLiteral("channel webhook shop"))["note"].text().isEmpty());
}

TEST(ScheduleCommands, theCheckSaysWhatItRepaired)
{
    ServedCompany company;
    company.furnish();
    company.ask(QStringLiteral("sync push shop"));
    auto mug = *company.store.product(QStringLiteral("MUG"));
    mug.stock = 777;
    company.store.setProduct(mug);

    const Json report = company.ask(QStringLiteral("sync check shop"));

    EXPECT_EQ(report["differed"].toInteger(), 1);
    EXPECT_EQ(report["repaired"].toInteger(), 1);
    EXPECT_EQ(report["items"].at(0)["shows"].text(), "777");
    EXPECT_EQ(company.store.product(QStringLiteral("MUG"))->stock, 20);
}

TEST(Serve, takesOrdersInAndSendsStockOutUntilItIsToldToEnd)
{
    ServedCompany company;
    company.furnish();
    company.ask(QStringLiteral("channel schedule shop --every 1 --on-change"));
    company.store.takeRandomOrders(2);
    Service service(company.locator());

    EXPECT_TRUE(company.becomes([&] { return company.number("SELECT COUNT(*) FROM sales_order") == 2; }));
    EXPECT_TRUE(
        company.becomes([&] { return company.store.product(QStringLiteral("MUG")) && company.store.product(QStringLiteral("MUG"))->stock == 20; }));
    company.ask(QStringLiteral("stock receive MUG 5"));
    EXPECT_TRUE(company.becomes([&] { return company.store.product(QStringLiteral("MUG"))->stock == 25; }));

    service.process.terminate();
    EXPECT_TRUE(service.process.waitForFinished(30000));
    EXPECT_EQ(service.process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(service.process.exitCode(), 0);
    EXPECT_EQ(company.text("SELECT lease_holder FROM channel"), "");
    EXPECT_EQ(company.say(QStringLiteral("verify")).exit, 0);
}

TEST(Serve, whatAKilledServiceLeftTheNextOneFinishesOnce)
{
    ServedCompany company;
    company.furnish();
    company.ask(QStringLiteral("channel schedule shop --every 1 --on-change"));
    company.store.takeRandomOrders(30, true);
    {
        Service service(company.locator());
        EXPECT_TRUE(company.becomes([&] { return !company.text("SELECT lease_holder FROM channel").isEmpty(); }));
        service.kill();
    }
    Service next(company.locator());
    EXPECT_TRUE(company.becomes([&] { return company.number("SELECT COUNT(*) FROM sales_order") == 30; }));
    next.process.terminate();
    EXPECT_TRUE(next.process.waitForFinished(30000));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 30);
    EXPECT_EQ(company.say(QStringLiteral("verify")).exit, 0);
}
