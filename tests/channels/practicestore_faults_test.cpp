#include "storeclient.h"

#include "channels/practicestore/faults.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>

using namespace channels::practicestore;
using channels::Failure;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

Failure failureOf(StoreClient &client, const char *method = "GET", const Json &body = {})
{
    try {
        client.call(method, QStringLiteral("orders"), {}, body);
        ADD_FAILURE() << "answered " << client.last.status << ' ' << client.last.body.left(100).constData();
    } catch (const Failure &failure) {
        return failure;
    }
    return {Failure::Kind::Rejected, QStringLiteral("there was no failure")};
}

/// All that can be read of a store, and of one order's parts; without the port, which differs from run to run.
QByteArray everything(StoreClient &client, const QString &order)
{
    QByteArray text;
    for (const QString &path : {q("orders"), q("products"), q("variations"), q("refunds"), order + "/notes", order + "/fulfillments"})
        text += client.get(path, {{"per_page", "100"}}).toJson(true);
    return text.replace(client.store->url().toUtf8(), "");
}

const char *const anOrder = R"({"status":"processing","line_items":[{"sku":"V60-02","quantity":1}]})";

} // namespace

TEST(FaultPlan, readsSharesCountsAndSeeds)
{
    FaultPlan plan = *FaultPlan::parse(q("429:0.1, 500:every=3, lost:next=2, skew:-3600, seed=7"));

    int every = 0;
    for (int i = 0; i < 9; ++i)
        every += plan.strikes(FaultPlan::Kind::Error);
    EXPECT_EQ(every, 3);
    EXPECT_TRUE(plan.strikes(FaultPlan::Kind::Lost));
    EXPECT_TRUE(plan.strikes(FaultPlan::Kind::Lost));
    EXPECT_FALSE(plan.strikes(FaultPlan::Kind::Lost));
    EXPECT_FALSE(plan.strikes(FaultPlan::Kind::Slow));
    EXPECT_EQ(plan.skewSeconds(), -3600);
    int shares = 0;
    for (int i = 0; i < 1000; ++i)
        shares += plan.strikes(FaultPlan::Kind::TooMany);
    EXPECT_NEAR(shares, 100, 40);
}

TEST(FaultPlan, isTheSameForTheSameSeed)
{
    FaultPlan one = *FaultPlan::parse(q("500:0.5,seed=3"));
    FaultPlan two = *FaultPlan::parse(q("500:0.5,seed=3"));

    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(one.strikes(FaultPlan::Kind::Error), two.strikes(FaultPlan::Kind::Error));
}

TEST(FaultPlan, refusesWhatItDoesNotKnowAndSaysWhatItKnows)
{
    for (const char *text : {"fire:0.1", "500", "500:2", "500:x", "lost:every=0", "seed=x"}) {
        const auto plan = FaultPlan::parse(q(text));
        ASSERT_FALSE(plan) << text;
        EXPECT_EQ(plan.error().code, "fault_plan");
        EXPECT_TRUE(plan.error().hint.contains(QStringLiteral("maintenance")));
    }
}

TEST(PracticeStoreFaults, aBusyStoreSaysSoInSeveralWays)
{
    StoreClient client;
    for (const auto &[plan, status, retryAfter] : {std::tuple{"429:next=1", 429, "1"}, std::tuple{"429-bare:next=1", 429, ""},
                                                   std::tuple{"429-long:next=1", 429, "315360000"}, std::tuple{"503:next=1", 503, "600"}}) {
        ASSERT_TRUE(client.store->setFaults(q(plan)));

        client.get("orders");

        EXPECT_EQ(client.last.status, status) << plan;
        EXPECT_EQ(client.last.header("retry-after"), retryAfter) << plan;
        EXPECT_TRUE(client.last.header("content-type").startsWith("text/html")) << plan;
        client.get("orders");
        EXPECT_EQ(client.last.status, 200) << plan;
    }
}

TEST(PracticeStoreFaults, anAnswerMayBeNoAnswer)
{
    StoreClient client;
    for (const auto &[plan, status] :
         {std::pair{"html:next=1", 200}, std::pair{"empty:next=1", 200}, std::pair{"500:next=1", 500}, std::pair{"401:next=1", 401}}) {
        ASSERT_TRUE(client.store->setFaults(q(plan)));

        client.get("orders");

        EXPECT_EQ(client.last.status, status) << plan;
        EXPECT_FALSE(client.last.body.startsWith("[")) << plan;
    }
}

TEST(PracticeStoreFaults, aDroppedWriteWasNotDoneAndALostOneWas)
{
    StoreClient client;
    const Json order = StoreClient::parsed(anOrder);

    ASSERT_TRUE(client.store->setFaults(q("drop:next=1")));
    EXPECT_EQ(failureOf(client, "POST", order).kind, Failure::Kind::Unknown);
    EXPECT_EQ(client.store->orders().size(), 0u);

    ASSERT_TRUE(client.store->setFaults(q("lost:next=1")));
    client.get("orders");
    EXPECT_EQ(client.last.status, 200) << "only writes are lost";
    EXPECT_EQ(failureOf(client, "POST", order).kind, Failure::Kind::Unknown);
    EXPECT_EQ(client.store->orders().size(), 1u);

    ASSERT_TRUE(client.store->setFaults(q("500-done:next=1")));
    client.post("orders", order);
    EXPECT_EQ(client.last.status, 500);
    EXPECT_EQ(client.store->orders().size(), 2u);

    ASSERT_TRUE(client.store->setFaults(q("ignore:next=1")));
    client.post("orders", order);
    EXPECT_EQ(client.last.status, 201);
    EXPECT_EQ(client.store->orders().size(), 2u) << "answered as done, and not done";
}

TEST(PracticeStoreFaults, aTruncatedAnswerBreaksOff)
{
    StoreClient client;
    client.buy({{q("V60-02")}});
    ASSERT_TRUE(client.store->setFaults(q("truncate:next=1")));

    EXPECT_EQ(failureOf(client).kind, Failure::Kind::Broken);
    EXPECT_EQ(client.get("orders").items().size(), 1u);
}

TEST(PracticeStoreFaults, aSlowAnswerTricklesAndComesWhole)
{
    StoreClient client;
    ASSERT_TRUE(client.store->setFaults(q("slow:next=1")));
    QElapsedTimer timer;
    timer.start();

    EXPECT_TRUE(client.get("orders").isArray());

    EXPECT_GT(timer.elapsed(), 2000);
}

TEST(PracticeStoreFaults, anOversizeAnswerIsMoreThanACallerTakes)
{
    StoreClient client;
    ASSERT_TRUE(client.store->setFaults(q("oversize:next=1")));

    EXPECT_EQ(failureOf(client).code, "too_large");
}

TEST(PracticeStoreFaults, aListMayShowAnOrderTwice)
{
    StoreClient client;
    client.store->takeRandomOrders(5);
    ASSERT_TRUE(client.store->setFaults(q("duplicate:next=1")));

    EXPECT_EQ(client.get("orders").items().size(), 6u);
    EXPECT_EQ(client.get("orders").items().size(), 5u);
}

TEST(PracticeStoreFaults, pagesShiftWhenAnOrderChangesBetweenThem)
{
    StoreClient client;
    for (int i = 0; i < 6; ++i) {
        client.buy({{q("FILTER-02-100")}});
        client.now = client.now.plusSeconds(1);
    }
    ASSERT_TRUE(client.store->setFaults(q("shift:next=1")));
    QSet<QString> seen;

    for (const char *page : {"1", "2"}) {
        const Json orders = client.get("orders", {{"orderby", "modified"}, {"order", "asc"}, {"per_page", "3"}, {"page", page}});
        for (const Json &order : orders.items())
            seen.insert(order["id"].text());
    }

    EXPECT_EQ(seen.size(), 5) << "one order was stepped over, another seen twice";
}

TEST(PracticeStoreFaults, theStoresClockMayBeWrong)
{
    StoreClient client;
    ASSERT_TRUE(client.store->setFaults(q("skew:600")));

    const Json order = client.get(QStringLiteral("orders/%1").arg(client.buy({{q("V60-02")}})));

    EXPECT_EQ(order["date_created_gmt"].text(), "2030-01-15T11:10:00");
}

TEST(PracticeStoreFaults, requestsAreCounted)
{
    StoreClient client;
    ASSERT_TRUE(client.store->setFaults(q("500:next=1")));

    client.get("orders");
    client.get("orders/4711");
    client.post("products/batch", StoreClient::parsed(R"({"update":[]})"));

    const auto counters = client.store->counters();
    EXPECT_EQ(counters.requests, 3);
    EXPECT_EQ(counters.writes, 1);
    EXPECT_EQ(counters.troubled, 1);
    EXPECT_EQ(counters.calls.at(q("GET orders")), 2);
    EXPECT_EQ(counters.calls.at(q("POST products/batch")), 1);
}

// ---- what lasts

TEST(PracticeStoreFile, bringsEverythingBack)
{
    QTemporaryDir folder;
    PracticeStore::Options options;
    options.stateFile = folder.filePath(QStringLiteral("store.jsonl"));
    QByteArray before;
    {
        StoreClient client(options);
        client.store->takeRandomOrders(20);
        const qint64 id = client.buy({{q("V60-02"), 2}});
        const QString path = QStringLiteral("orders/%1").arg(id);
        client.post(path + "/refunds", StoreClient::parsed(R"({"amount":"5.00","api_refund":false,"reason":"late"})"));
        client.post(path + "/notes", StoreClient::parsed(R"({"note":"Hello"})"));
        client.post(path + "/fulfillments", StoreClient::parsed(R"({"status":"fulfilled","is_fulfilled":true})"));
        client.call("DELETE", QStringLiteral("orders/%1").arg(client.buy({{q("V60-02")}})), {{"force", "true"}});
        before = everything(client, path);
    }

    StoreClient client(options);

    const QString path = QStringLiteral("orders/%1").arg(client.store->orders().back().id);
    EXPECT_EQ(everything(client, path), before);
    EXPECT_GT(client.buy({{q("V60-02")}}), client.store->orders()[20].id) << "numbers go on";
}

TEST(PracticeStoreFile, aLineThatWasCutOffIsLeftOut)
{
    QTemporaryDir folder;
    PracticeStore::Options options;
    options.stateFile = folder.filePath(QStringLiteral("store.jsonl"));
    {
        StoreClient client(options);
        client.buy({{q("V60-02")}});
    }
    QFile file(options.stateFile);
    ASSERT_TRUE(file.open(QFile::WriteOnly | QFile::Append));
    file.write("{\"order\":{\"id\":99,\"stat");
    file.close();

    StoreClient client(options);

    EXPECT_EQ(client.store->orders().size(), 1u);
}

TEST(PracticeStoreFile, aFileThatIsSomethingElseIsRefusedAndLeftAlone)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.txt"));
    QFile file(path);
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    file.write("Dear Sir,\nthank you.\n");
    file.close();
    PracticeStore::Options options;
    options.stateFile = path;
    PracticeStore store(options);

    EXPECT_EQ(store.start().error().code, "state_file");
    ASSERT_TRUE(file.open(QFile::ReadOnly));
    EXPECT_EQ(file.readAll(), "Dear Sir,\nthank you.\n");
}

TEST(PracticeStoreFile, aPortThatIsTakenIsRefusedInWords)
{
    StoreClient client;
    PracticeStore::Options options;
    options.port = client.store->port();
    PracticeStore second(options);

    const auto started = second.start();

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "port");
    EXPECT_TRUE(started.error().text.contains(QString::number(options.port)));
}
