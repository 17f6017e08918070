#include "support/freshplace.h"
#include "support/testcompany.h"

#include "core/verify/verify.h"

#include <csignal>
#include <sys/resource.h>

// What a full or failing disk does to a company file. PostgreSQL's disks are the server's.

namespace {

Result<Id<GoodsReceipt>> receiveOne(Session &session)
{
    return session.perform([](Tx &tx) {
        return receiveGoods(tx, {{{1}, pcs(1), unitPrice(eur("4.00"), pcs(1)), {}, {}, QString(2000, u'x')}}, tx.today());
    });
}

/// Works until the disk refuses; gives back how often it went well, and the refusal.
std::pair<int, Error> workUntilRefused(Session &session)
{
    for (int done = 0; done < 5000; ++done)
        if (const auto received = receiveOne(session); !received)
            return {done, received.error()};
    return {5000, {}};
}

void expectWhole(TestCompany &company, int receipts)
{
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM goods_receipt"), receipts);
    const auto found = company.ask([](Tx &tx) { return verify(tx, {}); });
    EXPECT_TRUE(found.ok()) << (found.ok() ? "" : qPrintable(found.differences.front().text));
}

/// No file of this process grows beyond so many bytes.
class SmallFiles {
public:
    explicit SmallFiles(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

TEST(Disk, aFullOneIsSaidPlainlyAndTheBooksStayRight)
{
    TestCompany company;
    if (company.isServer())
        return;
    company.product("MUG");
    sql::Connection &connection = company.session().connection();
    qint64 pages = 0;
    {
        auto rows = connection.run("PRAGMA page_count");
        rows.next();
        pages = rows.integer(0);
    }
    connection.script("PRAGMA max_page_count = " + std::to_string(pages + 20));

    const auto [done, error] = workUntilRefused(company.session());

    EXPECT_GT(done, 0);
    EXPECT_EQ(error.kind, Error::Kind::Fault);
    EXPECT_TRUE(error.text.contains(QStringLiteral("disk is full"))) << qPrintable(error.text);
    EXPECT_FALSE(error.text.contains(QStringLiteral("INSERT"))) << qPrintable(error.text);
    expectWhole(company, done);
    connection.script("PRAGMA max_page_count = 1000000");
    EXPECT_TRUE(receiveOne(company.session()));
    expectWhole(company, done + 1);
}

TEST(Disk, oneThatRefusesToWriteIsSaidPlainlyAndTheBooksStayRight)
{
    TestCompany company;
    if (company.isServer())
        return;
    company.product("MUG");
    std::pair<int, Error> outcome;

    {
        const SmallFiles limit(QFileInfo(company.locator().text + QStringLiteral("-wal")).size() + 200'000);
        outcome = workUntilRefused(company.session());
    }

    EXPECT_GT(outcome.first, 0);
    EXPECT_LT(outcome.first, 5000);
    EXPECT_EQ(outcome.second.kind, Error::Kind::Fault);
    EXPECT_TRUE(outcome.second.text.contains(QStringLiteral("disk"))) << qPrintable(outcome.second.text);
    expectWhole(company, outcome.first);
    EXPECT_TRUE(receiveOne(company.session()));
    const Session fresh = company.another();
    expectWhole(company, outcome.first + 1);
}
