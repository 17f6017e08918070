#include "channels/engine/schedule.h"
#include "channels/practicestore/practicestore.h"
#include "commandline.h"
#include "core/sales/shiporder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QThread>
#include <iostream>
#include <random>

namespace store = channels::practicestore;

// A shop that misbehaves in every way it can, while the services that serve it are killed at random moments and started again. In the end every
// order of the shop is there exactly once, shop and books agree on the stock, and verify finds nothing. Short here; bench/soak runs it at length.

namespace {

int wish(const char *name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

/// Every fault that the store can play, one plan at a time.
const QStringList plans{
    QString(),
    QStringLiteral("429:0.1,429-bare:0.05"),
    QStringLiteral("429-long:0.05,500:0.1"),
    QStringLiteral("503:0.05,html:0.1,empty:0.1"),
    QStringLiteral("401:0.05,drop:0.1"),
    QStringLiteral("lost:0.3,500-done:0.2"),
    QStringLiteral("truncate:0.15,slow:0.02"),
    QStringLiteral("duplicate:0.5,shift:0.5"),
    QStringLiteral("ignore:0.2"),
    QStringLiteral("oversize:0.02,duplicate:0.3"),
    QStringLiteral("skew:3600,shift:0.3"),
    QStringLiteral("skew:-3600,lost:0.2"),
    QStringLiteral("lost:0.1,500-done:0.1,429:0.1,shift:0.3,duplicate:0.3,truncate:0.05,drop:0.05"),
};

constexpr int articles = 12;

class Soak : public CommandCompany {
public:
    Soak(int kills, int orders, int services, quint64 seed) : m_kills(kills), m_wanted(orders), m_random(seed), m_store(options(seed))
    {
        const auto started = m_store.start();
        EXPECT_TRUE(started);
        now = Instant::of(QDateTime::currentDateTimeUtc());
        furnishBoth();
        ask(QStringLiteral("channel add shop --kind woocommerce --url %1 --option tax_inclusive=no").arg(m_store.url()),
            "ck_practice\ncs_practice\n");
        const auto joined = session().perform([](Tx &tx) -> Result<> { // a shop whose clock is an hour behind sells nothing before it is joined
            tx.run("UPDATE channel SET created_at = created_at - 7200000000");
            return Done{};
        });
        EXPECT_TRUE(joined);
        ask(QStringLiteral("sync push shop"));
        ask(QStringLiteral("channel schedule shop --every 1 --on-change"));
        m_services.resize(size_t(services));
    }

    void run()
    {
        QElapsedTimer clock;
        clock.start();
        for (auto &service : m_services)
            start(service);
        while (m_killed < m_kills || m_placed < m_wanted) {
            misbehave();
            sell();
            for (int i = 0; i < 6; ++i)
                changeAnOrder();
            shipSomething();
            knock();
            QThread::msleep(pick(pick(4) == 0 ? 3000 : 600)); // sometimes long enough to get something done
            if (m_killed < m_kills)
                killAndStart(m_services[size_t(pick(int(m_services.size())))]);
        }
        m_trouble = m_store.counters().troubled;
        calmDown();
        for (auto &service : m_services)
            end(service);
        now = Instant::of(QDateTime::currentDateTimeUtc());
        ask(QStringLiteral("sync check shop")); // what the shop only pretended to have done is found out
        ask(QStringLiteral("sync run shop"));
        const qint64 seconds = clock.elapsed() / 1000;
        std::cout << "[   SOAK   ] " << m_killed << " kills, " << m_placed << " orders, " << m_changed << " changed in the shop, " << m_shipped
                  << " shipped, " << m_store.counters().requests << " requests, " << m_trouble << " met by a fault, "
                  << number("SELECT COUNT(*) FROM sync_exception") << " exceptions, " << seconds << " s" << std::endl;
        const auto kinds = session().ask([](Tx &tx) {
            auto rows = tx.run("SELECT kind, COUNT(*) FROM sync_exception GROUP BY kind ORDER BY kind");
            while (rows.next())
                std::cout << "[   SOAK   ] " << qPrintable(rows.text(0)) << ": " << rows.integer(1) << std::endl;
            return Done{};
        });
        EXPECT_TRUE(kinds);
    }

    /// Every order of the shop is there once, with what the shop says of it now as the newest message.
    void everyOrderIsThereOnce()
    {
        std::map<QString, int> counted;
        std::map<QString, qint64> totals;
        const auto read = session().ask([&](Tx &tx) {
            auto rows = tx.run("SELECT external_id, COUNT(*), SUM(total) FROM sales_order WHERE channel_id IS NOT NULL GROUP BY external_id");
            while (rows.next()) {
                counted[rows.text(0)] = int(rows.integer(1));
                totals[rows.text(0)] = rows.integer(2);
            }
            return Done{};
        });
        ASSERT_TRUE(read);
        std::set<QString> waiting;
        std::ignore = session().ask([&](Tx &tx) {
            auto rows = tx.run("SELECT external_id FROM sync_exception WHERE resolution = ''");
            while (rows.next())
                waiting.insert(rows.text(0));
            return Done{};
        });
        int missing = 0, doubled = 0, wrongMoney = 0;
        for (const store::Order &order : m_store.orders()) {
            const QString id = QString::number(order.id);
            const bool neverMattered = order.status == QLatin1String("cancelled") && !order.paidAt;
            if (counted[id] == 0 && !neverMattered) {
                ++missing;
                std::cout << "order " << qPrintable(id) << " (" << qPrintable(order.status) << ") is missing" << std::endl;
            }
            doubled += counted[id] > 1;
            const bool isOver = order.status == QLatin1String("cancelled") || order.status == QLatin1String("refunded");
            if (counted[id] == 1 && !waiting.count(id) && !isOver && order.refunds.empty() && totals[id] != store::totalsOf(order).total.toCents()) {
                ++wrongMoney;
                std::cout << "order " << qPrintable(id) << " (" << qPrintable(order.status) << "): " << totals[id] << ", in the shop "
                          << store::totalsOf(order).total.toCents() << std::endl;
            }
        }
        EXPECT_EQ(missing, 0);
        EXPECT_EQ(doubled, 0);
        EXPECT_EQ(wrongMoney, 0);
    }

    void shopAndBooksAgreeOnTheStock()
    {
        now = Instant::of(QDateTime::currentDateTimeUtc());
        const Json difference = ask(QStringLiteral("sync push shop --only stock --dry-run"));
        EXPECT_EQ(difference["compared"].toInteger(), articles);
        EXPECT_EQ(difference["items"].items().size(), 0u) << qPrintable(QString::fromUtf8(difference.toJson(true)));
        const auto compared = session().ask([&](Tx &tx) {
            auto rows =
                tx.run("SELECT p.sku, l.confirmed_stock FROM listing l JOIN product p ON p.id = l.product_id WHERE l.confirmed_stock IS NOT NULL");
            while (rows.next()) {
                const auto there = m_store.product(rows.text(0));
                EXPECT_TRUE(there);
                if (there) {
                    EXPECT_EQ(there->stock, rows.integer(1) / 1'000'000) << qPrintable(rows.text(0));
                }
            }
            return Done{};
        });
        EXPECT_TRUE(compared);
    }

    void theBooksAreRight()
    {
        const Said said = say(QStringLiteral("verify"));
        EXPECT_EQ(said.exit, 0) << qPrintable(said.out);
        EXPECT_EQ(number("SELECT COUNT(*) FROM stock_balance WHERE allocated > on_hand OR on_hand < 0"), 0);
    }

private:
    static store::PracticeStore::Options options(quint64 seed)
    {
        store::PracticeStore::Options chosen;
        chosen.seed = seed;
        return chosen;
    }
    int pick(int below) { return int(m_random() % quint64(below)); }

    /// A dozen articles, which the store gets from the company; buyers pay the tax of the country.
    void furnishBoth()
    {
        m_store.change([](store::Shop &shop) {
            shop.products.clear();
            std::erase_if(shop.taxRates, [](const store::TaxRate &rate) { return rate.country != QLatin1String("DE"); });
        });
        QByteArray csv = "SKU,name,price\n";
        for (int i = 1; i <= articles; ++i)
            csv += "S-" + QByteArray::number(i) + ",Article " + QByteArray::number(i) + "," + QByteArray::number(i) + ".95\n";
        ask(QStringLiteral("product import ") + file("products.csv", csv));
        for (int i = 1; i <= articles; ++i)
            ask(QStringLiteral("stock receive S-%1 %2 --cost 1.00").arg(i).arg(m_wanted));
    }

    void start(std::unique_ptr<QProcess> &service)
    {
        service = std::make_unique<QProcess>();
        service->setProcessChannelMode(QProcess::MergedChannels);
        service->setStandardOutputFile(qEnvironmentVariable("PURSER_SOAK_LOG", QProcess::nullDevice()), QIODevice::Append);
        service->start(QStringLiteral(PURSER_CTL), {QStringLiteral("--company"), locator().text, QStringLiteral("serve"), QStringLiteral("--sync")});
        EXPECT_TRUE(service->waitForStarted());
    }
    void killAndStart(std::unique_ptr<QProcess> &service)
    {
        service->kill();
        service->waitForFinished();
        ++m_killed;
        start(service);
    }
    void end(std::unique_ptr<QProcess> &service)
    {
        service->terminate();
        EXPECT_TRUE(service->waitForFinished(60000));
        EXPECT_EQ(service->exitCode(), 0);
    }

    void misbehave()
    {
        const auto set = m_store.setFaults(plans[pick(int(plans.size()))]);
        EXPECT_TRUE(set);
    }
    void sell()
    {
        const int share = std::max(1, (m_wanted + m_kills - 1) / std::max(1, m_kills));
        if (m_placed < m_wanted)
            for (const qint64 id : m_store.takeRandomOrders(std::min(share, m_wanted - m_placed))) {
                m_ids.push_back(id);
                ++m_placed;
            }
    }
    /// A person in the shop does something to one of the newest orders.
    void changeAnOrder()
    {
        if (m_ids.empty())
            return;
        const qint64 id = m_ids[m_ids.size() - 1 - size_t(pick(int(std::min<size_t>(m_ids.size(), 300))))];
        m_store.change([&](store::Shop &shop) {
            store::Order *order = shop.findOrder(id);
            if (!order || order->status == QLatin1String("cancelled") || order->status == QLatin1String("refunded"))
                return;
            switch (pick(6)) {
            case 0: store::setStatus(shop, *order, QStringLiteral("cancelled")); break;
            case 1:
                if (order->status == QLatin1String("on-hold"))
                    store::setStatus(shop, *order, QStringLiteral("processing"));
                break;
            case 2: order->customerNote = QStringLiteral("Changed %1 times").arg(m_changed); break;
            case 3: order->shipping.street = QStringLiteral("Other Street %1").arg(m_changed); break;
            case 4: refundALine(shop, *order); break;
            case 5:
                if (!order->lines.empty() && order->lines.front().quantity > 1 && order->refunds.empty())
                    lessOfTheFirst(shop, *order);
                break;
            }
            shop.touch(*order);
        });
        ++m_changed;
    }
    static void refundALine(store::Shop &shop, store::Order &order)
    {
        if (!order.paidAt || order.lines.empty() || !order.refunds.empty())
            return;
        const store::OrderLine &line = order.lines.front();
        store::RefundWish wanted;
        wanted.rows.push_back({line.id, line.quantity, line.total, line.taxes});
        wanted.restock = true;
        std::ignore = store::refund(shop, order, wanted);
    }
    static void lessOfTheFirst(store::Shop &shop, store::Order &order)
    {
        store::OrderLine &line = order.lines.front();
        const int before = line.quantity;
        line.quantity = before - 1;
        line.total = line.subtotal = store::Amount{line.subtotal.millionths / before * line.quantity};
        if (order.stockTaken)
            store::adjustStock(shop, line, line.quantity);
        store::computeTaxes(shop, order);
    }
    void shipSomething()
    {
        session().clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        const auto id = session().ask([&](Tx &tx) {
            return Id<SalesOrder>{tx.number("SELECT COALESCE(MAX(id), 0) FROM sales_order WHERE state = 20 AND channel_id IS NOT NULL")};
        });
        if (id && *id)
            m_shipped += bool(session().perform([&](Tx &tx) { return shipOrder(tx, *id); }));
    }
    void knock()
    {
        const auto due = session().perform([&](Tx &tx) { return makeDue(tx, Id<Channel>{tx.number("SELECT id FROM channel")}, everything()); });
        EXPECT_TRUE(due);
    }
    static std::set<Work> everything() { return {Work::Orders, Work::Stock, Work::Prices, Work::Shipments}; }

    /// The shop behaves again, and the services do what is left.
    void calmDown()
    {
        const auto set = m_store.setFaults({});
        EXPECT_TRUE(set);
        for (int quiet = 0, rounds = 0; quiet < 2 && rounds < 400; ++rounds) {
            knock();
            const qint64 before = number("SELECT COALESCE(MAX(id), 0) FROM channel_run WHERE outcome = 'done' AND direction = 'push'");
            for (int i = 0; i < 200 && number("SELECT COALESCE(MAX(id), 0) FROM channel_run WHERE outcome = 'done' AND direction = 'push'") == before;
                 ++i)
                QThread::msleep(50);
            const Json last =
                *Json::parse(text("SELECT summary FROM channel_run WHERE outcome = 'done' AND direction = 'push' ORDER BY id DESC LIMIT 1").toUtf8());
            quiet = last["sent"].toInteger() == 0 ? quiet + 1 : 0;
        }
    }

    int m_kills, m_wanted;
    std::mt19937_64 m_random;
    store::PracticeStore m_store;
    std::vector<std::unique_ptr<QProcess>> m_services;
    std::vector<qint64> m_ids;
    int m_killed = 0, m_placed = 0, m_changed = 0, m_shipped = 0;
    qint64 m_trouble = 0;
};

} // namespace

TEST(Soak, aShopInTroubleAndServicesThatAreKilledEndWithEveryOrderOnceAndTheSameStock)
{
    const bool server = qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql");
    const auto seed = quint64(wish("PURSER_SOAK_SEED", 20301));
    std::cout << "[   SOAK   ] seed " << seed << std::endl;
    Soak soak(wish("PURSER_SOAK_KILLS", 20), wish("PURSER_SOAK_ORDERS", 400), server ? 2 : 1, seed);
    soak.run();
    soak.everyOrderIsThereOnce();
    soak.shopAndBooksAgreeOnTheStock();
    soak.theBooksAreRight();
}
