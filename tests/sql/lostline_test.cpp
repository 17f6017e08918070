#include "support/testcompany.h"

#include "core/verify/verify.h"

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include <QUrl>

// The line to the server breaks at the worst moments. PURSER_TEST_ENGINE=postgresql only; a file has no line.

namespace {

/// Stands between a program and its server and cuts the line when it is told to.
class Line {
public:
    enum class Cut { Never, BeforeCommit, AfterCommit };

    explicit Line(quint16 serverPort) : m_serverPort(serverPort)
    {
        m_listener = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in any = loopback(0);
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&any), sizeof any) != 0 || listen(m_listener, 16) != 0)
            qFatal("no port for the line");
        socklen_t size = sizeof any;
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&any), &size);
        m_port = ntohs(any.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Line()
    {
        m_stop = true;
        m_thread.join();
        close(m_listener);
    }
    quint16 port() const { return m_port; }

    std::atomic<Cut> cut = Cut::Never; ///< at the next COMMIT, once
    std::atomic<int> cuts = 0;

private:
    struct Pair {
        int client, server;
        bool answerIsLost = false;
    };

    static sockaddr_in loopback(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    void serve()
    {
        std::vector<Pair> pairs;
        while (!m_stop) {
            std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
            for (const Pair &pair : pairs) {
                waiting.push_back({pair.client, POLLIN, 0});
                waiting.push_back({pair.server, POLLIN, 0});
            }
            if (poll(waiting.data(), waiting.size(), 20) <= 0)
                continue;
            for (size_t i = 0; i < pairs.size(); ++i) {
                bool alive = true;
                if (waiting[1 + 2 * i].revents)
                    alive = fromClient(pairs[i]);
                if (alive && waiting[2 + 2 * i].revents)
                    alive = fromServer(pairs[i]);
                if (!alive) {
                    close(pairs[i].client);
                    close(pairs[i].server);
                    pairs[i].client = -1;
                }
            }
            std::erase_if(pairs, [](const Pair &pair) { return pair.client < 0; });
            if (waiting[0].revents) {
                const int client = accept(m_listener, nullptr, nullptr);
                const int server = socket(AF_INET, SOCK_STREAM, 0);
                const sockaddr_in address = loopback(m_serverPort);
                if (client >= 0 && connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
                    pairs.push_back({client, server});
            }
        }
        for (const Pair &pair : pairs) {
            close(pair.client);
            close(pair.server);
        }
    }
    bool fromClient(Pair &pair)
    {
        const QByteArray bytes = receive(pair.client); // BEGIN says READ COMMITTED; COMMIT alone ends with a zero
        if (bytes.contains(QByteArray("COMMIT", 7)) && cut != Cut::Never) {
            ++cuts;
            const Cut now = cut.exchange(Cut::Never);
            if (now == Cut::BeforeCommit)
                return false;
            pair.answerIsLost = true;
        }
        return !bytes.isEmpty() && send(pair.server, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    static bool fromServer(const Pair &pair)
    {
        const QByteArray bytes = receive(pair.server);
        if (pair.answerIsLost)
            return false;
        return !bytes.isEmpty() && send(pair.client, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    static QByteArray receive(int from)
    {
        QByteArray bytes(65536, Qt::Uninitialized);
        bytes.resize(std::max<ssize_t>(0, recv(from, bytes.data(), size_t(bytes.size()), 0)));
        return bytes;
    }

    quint16 m_serverPort = 0;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

Session through(const Line &line, TestCompany &company)
{
    QUrl address(company.locator().text);
    address.setPort(line.port());
    auto opened = Session::open({address.toString()});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    opened->clock = [&company] { return company.now; };
    return *std::move(opened);
}

quint16 portOf(TestCompany &company) { return quint16(QUrl(company.locator().text).port(5432)); }

/// Sells one mug; counts how often it was tried.
auto sale(TestCompany &company, int &rounds)
{
    return [&](Tx &tx) -> Result<QString> {
        ++rounds;
        const auto placed = placeOrder(tx, company.draft({1}, {{{1}, 1}}), false);
        if (!placed)
            return placed.error();
        return placed->order.number;
    };
}

void expectSold(TestCompany &company, int orders)
{
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), orders);
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM stock_balance"), orders * 1'000'000);
    EXPECT_TRUE(company.ask([](Tx &tx) { return verify(tx, {}).ok(); }));
}

} // namespace

TEST(LostLine, inTheMiddleOfTheWorkItIsDoneAgainAsAWhole)
{
    TestCompany company;
    if (!company.isServer())
        return;
    company.product("MUG", "10.00", 5);
    company.customer();
    Session other = company.another();
    int rounds = 0;

    const auto done = company.session().perform([&](Tx &tx) -> Result<QString> {
        auto sold = sale(company, rounds)(tx);
        if (rounds == 1) {
            const qint64 mine = tx.number("SELECT pg_backend_pid()");
            EXPECT_TRUE(other.perform([&](Tx &theirs) -> Result<> {
                theirs.run("SELECT pg_terminate_backend(?::int)", mine);
                return Done{};
            }));
        }
        return sold;
    });

    ASSERT_TRUE(done) << qPrintable(done.error().text);
    EXPECT_EQ(rounds, 2);
    expectSold(company, 1);
}

TEST(LostLine, beforeTheServerHeardOfTheCommitItIsDoneAgain)
{
    TestCompany company;
    if (!company.isServer())
        return;
    company.product("MUG", "10.00", 5);
    company.customer();
    Line line(portOf(company));
    Session session = through(line, company);
    int rounds = 0;
    line.cut = Line::Cut::BeforeCommit;

    const auto done = session.perform(sale(company, rounds));

    ASSERT_TRUE(done) << qPrintable(done.error().text);
    EXPECT_EQ(line.cuts, 1);
    EXPECT_EQ(rounds, 2);
    expectSold(company, 1);
}

TEST(LostLine, afterTheServerCommittedItIsNotDoneTwice)
{
    TestCompany company;
    if (!company.isServer())
        return;
    company.product("MUG", "10.00", 5);
    company.customer();
    Line line(portOf(company));
    Session session = through(line, company);
    int rounds = 0;
    line.cut = Line::Cut::AfterCommit;

    const auto done = session.perform(sale(company, rounds));

    ASSERT_TRUE(done) << qPrintable(done.error().text);
    EXPECT_EQ(line.cuts, 1);
    EXPECT_EQ(rounds, 1); // the server was asked what became of it
    expectSold(company, 1);
    EXPECT_TRUE(session.perform(sale(company, rounds))); // on a new line
    expectSold(company, 2);
}
