#include "storeclient.h"
#include "support/wire.h"

#include <thread>

using namespace channels::practicestore;

namespace {

QByteArray heardAfter(StoreClient &client, const QByteArray &text)
{
    Wire wire(client.store->port());
    wire.say(text);
    return wire.hear();
}

} // namespace

TEST(PracticeStoreServer, whatIsNoCleanRequestIsRefused)
{
    StoreClient client;
    const QByteArray host = "Host: 127.0.0.1\r\nConnection: close\r\n";
    const QByteArray attacks[] = {"nonsense\r\n\r\n",
                                  "GET / HTTP/1.1\r\n\r\n",
                                  "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                                  "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                                  "POST /basket HTTP/1.1\r\n" + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                                  "POST /basket HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                                  "POST /basket HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                                  "POST /basket HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\nx",
                                  "GET / HTTP/1.1\r\n" + host + "X-Long: " + QByteArray(100'000, 'x') + "\r\n\r\n"};

    for (const QByteArray &attack : attacks) {
        const QByteArray heard = heardAfter(client, attack);
        EXPECT_TRUE(heard.isEmpty() || heard.startsWith("HTTP/1.1 4")) << attack.left(120).constData() << "\n-> " << heard.left(60).constData();
    }
    client.get("orders");
    EXPECT_EQ(client.last.status, 200) << "and the store goes on";
}

TEST(PracticeStoreServer, anAnswerCannotBeSplitByWhatIsInIt)
{
    StoreClient client;

    const QByteArray heard =
        heardAfter(client, "GET /wp-json/wc/v3/orders?x=%0d%0aSet-Cookie:%20evil HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

    EXPECT_TRUE(heard.startsWith("HTTP/1.1 401"));
    EXPECT_FALSE(heard.contains("\r\nSet-Cookie"));
}

TEST(PracticeStoreServer, aHeadRequestHasNoBody)
{
    StoreClient client;

    const QByteArray heard = heardAfter(client, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    EXPECT_TRUE(heard.startsWith("HTTP/1.1 200"));
    EXPECT_TRUE(heard.endsWith("\r\n\r\n"));
    EXPECT_TRUE(heard.contains("Content-Length: "));
}

TEST(PracticeStoreServer, idleConnectionsDoNotKeepOthersOut)
{
    StoreClient client;
    std::vector<std::unique_ptr<Wire>> idle;
    for (int i = 0; i < 50; ++i)
        idle.push_back(std::make_unique<Wire>(client.store->port()));

    client.get("orders");

    EXPECT_EQ(client.last.status, 200);
}

TEST(PracticeStoreServer, stopsAtOnceThoughConnectionsAreOpen)
{
    StoreClient client;
    Wire wire(client.store->port());
    wire.say("GET / HTTP/1.1\r\nHost:");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto before = std::chrono::steady_clock::now();

    client.store->stop();

    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    EXPECT_EQ(client.store->port(), 0);
}

TEST(PracticeStoreServer, manyCallersAtOnceLoseNothing)
{
    StoreClient client;
    client.article("LAST", "10.00", 40);
    std::atomic_int sold = 0;
    std::vector<std::thread> buyers;
    for (int i = 0; i < 8; ++i)
        buyers.emplace_back([&] {
            for (int n = 0; n < 10; ++n) {
                Purchase purchase;
                purchase.items = {{QStringLiteral("LAST")}};
                sold += bool(client.store->placeOrder(purchase));
            }
        });
    for (int i = 0; i < 10; ++i)
        client.get("orders");

    for (std::thread &buyer : buyers)
        buyer.join();

    EXPECT_EQ(sold, 40) << "80 wanted one";
    EXPECT_EQ(client.store->product(QStringLiteral("LAST"))->stock, 0);
    EXPECT_EQ(client.store->orders().size(), 40u);
}
