#include "channels/engine/run.h"
#include "engine/fakeshop.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace channels;

// One channel is run by one process at a time.

namespace {

QString leaseHolder(ShopCompany &company) { return company.text("SELECT lease_holder FROM channel"); }

/// Leaves the lease as a process would that ended without giving it back.
void leaveLeaseOf(ShopCompany &company, pid_t process)
{
    auto run = Run::begin(company.session(), company.channel, {Work::Orders});
    ASSERT_TRUE(run);
    QString holder = leaseHolder(company);
    QStringList parts = holder.split(u'.');
    ASSERT_EQ(parts.size(), 3) << qPrintable(holder);
    parts[1] = QString::number(process);
    run->done(Json::object(), false);
    company.must([&](Tx &tx) -> Result<> {
        tx.run("UPDATE channel SET lease_holder = ?, lease_until = ?", parts.join(u'.'), tx.now().plusSeconds(25));
        return Done{};
    });
}

pid_t aProcessThatIsNoMore()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    int status = 0;
    waitpid(child, &status, 0);
    return child;
}

} // namespace

TEST(Lease, whoRunsAChannelKeepsOthersAway)
{
    ShopCompany company;
    Session other = company.another();
    auto mine = Run::begin(company.session(), company.channel, {Work::Orders});
    ASSERT_TRUE(mine);
    const auto theirs = Run::begin(other, company.channel, {Work::Stock});
    ASSERT_FALSE(theirs);
    EXPECT_EQ(theirs.error().code, "channel_busy");
    mine->done(Json::object(), false);
    EXPECT_TRUE(Run::begin(other, company.channel, {Work::Stock}));
}

TEST(Lease, aProcessOfThisMachineThatDiedIsReplacedAtOnce)
{
    ShopCompany company;
    leaveLeaseOf(company, aProcessThatIsNoMore());
    EXPECT_TRUE(Run::begin(company.session(), company.channel, {Work::Orders}));
}

TEST(Lease, aProcessThatLivesIsWaitedFor)
{
    ShopCompany company;
    leaveLeaseOf(company, getpid());
    EXPECT_FALSE(Run::begin(company.session(), company.channel, {Work::Orders}));
    company.now = company.now.plusSeconds(26);
    EXPECT_TRUE(Run::begin(company.session(), company.channel, {Work::Orders}));
}

TEST(Lease, whoLostItStopsBeforeWritingAnythingMore)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.pageSize = 1;
    company.shop.sells("1", "MUG", 1, "11.90", 1);
    company.shop.sells("2", "MUG", 1, "11.90", 2);
    company.shop.sells("3", "MUG", 1, "11.90", 3);
    company.shop.beforePage = [&, page = 0]() mutable {
        if (++page == 2) { // this machine sleeps, and another one has taken over meanwhile
            EXPECT_TRUE(company.another().perform([](Tx &tx) -> Result<> {
                tx.run("UPDATE channel SET lease_holder = 'other', lease_until = ?", tx.now().plusSeconds(25));
                return Done{};
            }));
        }
    };
    const auto interrupted = pull(company.session(), company.channel, company.shop, {}, company.control);
    ASSERT_FALSE(interrupted);
    EXPECT_EQ(interrupted.error().code, "cancelled");
    EXPECT_LT(company.number("SELECT COUNT(*) FROM sales_order"), 3);
    EXPECT_EQ(leaseHolder(company), "other");
    EXPECT_EQ(company.number("SELECT COALESCE(cursor_at, 0) FROM channel"), 0);

    company.shop.beforePage = nullptr;
    company.now = company.now.plusSeconds(30);
    company.pulled();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 3);
}

TEST(Lease, peopleSeeTheStationAlone) { EXPECT_EQ(holderName(QStringLiteral("desk-2 #0123456789ab.4711.89abcdef")), "desk-2"); }
