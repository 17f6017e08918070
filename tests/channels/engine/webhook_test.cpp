#include "channels/engine/webhook.h"

#include "channels/engine/schedule.h"
#include "engine/fakeshop.h"
#include "storeclient.h"

#include <QMessageAuthenticationCode>

using namespace channels;

// A knock makes the pull due, if the shop signed it, and does nothing else whatever it says.

namespace {

struct HookedCompany : ShopCompany {
    HookedCompany()
    {
        qputenv("PURSER_KEY_FILE", keys.filePath(QStringLiteral("company.key")).toUtf8());
        Schedule schedule;
        schedule.channel = channel.id;
        schedule.rhythm = Rhythm::Every;
        schedule.minutes = 60;
        must(setSchedule, schedule);
        must([&](Tx &tx) -> Result<> { // the next pull is an hour away
            tx.run("UPDATE channel SET kind = 'woocommerce'");
            tx.run("UPDATE channel_schedule SET next_run = ?", Instant::of(QDateTime::currentDateTimeUtc()).plusSeconds(3600));
            return Done{};
        });
        auto opened = openWebhook(session(), channel.name);
        EXPECT_TRUE(opened);
        hook = *opened;
        listener = listen();
    }
    ~HookedCompany()
    {
        listener.reset();
        qunsetenv("PURSER_KEY_FILE");
    }
    std::unique_ptr<WebhookListener> listen()
    {
        WebhookListener::Options options;
        options.company = locator();
        options.address = QStringLiteral("127.0.0.1:0");
        auto made = std::make_unique<WebhookListener>(options);
        const auto started = made->start();
        EXPECT_TRUE(started);
        return made;
    }
    static QByteArray sign(const QByteArray &body, const QString &secret)
    {
        return QMessageAuthenticationCode::hash(body, secret.toUtf8(), QCryptographicHash::Sha256).toBase64();
    }
    int knock(const QByteArray &body, const QByteArray &signature, const QString &path, const QByteArray &method = "POST")
    {
        NetworkHttp http({});
        Request request;
        request.method = method;
        request.url = QStringLiteral("http://127.0.0.1:%1%2").arg(listener->port()).arg(path);
        request.headers = {{"x-wc-webhook-signature", signature}};
        request.body = body;
        return http.send(request).status;
    }
    bool isDue() { return number("SELECT next_run FROM channel_schedule") < Instant::of(QDateTime::currentDateTimeUtc()).plusSeconds(60).micros; }

    QTemporaryDir keys;
    Webhook hook;
    std::unique_ptr<WebhookListener> listener;
};

const QByteArray body = R"({"id":4711,"status":"processing"})";

} // namespace

TEST(Webhook, aSignedKnockMakesThePullDueAtOnce)
{
    HookedCompany company;
    EXPECT_FALSE(company.isDue());
    EXPECT_EQ(company.knock(body, HookedCompany::sign(body, company.hook.secret), company.hook.path), 200);
    EXPECT_TRUE(company.isDue());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0); // what happened is read from the shop, not from the knock
}

TEST(Webhook, theSameKnockAgainDoesNoHarm)
{
    HookedCompany company;
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(company.knock(body, HookedCompany::sign(body, company.hook.secret), company.hook.path), 200);
    EXPECT_EQ(company.number("SELECT calls FROM channel_webhook"), 3);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM inbound_message"), 0);
}

TEST(Webhook, whoDoesNotKnowTheSecretIsTurnedAwayAndLearnsNothing)
{
    HookedCompany company;
    const QByteArray right = HookedCompany::sign(body, company.hook.secret);
    EXPECT_EQ(company.knock(body, "", company.hook.path), 401);
    EXPECT_EQ(company.knock(body, HookedCompany::sign(body, QStringLiteral("guess")), company.hook.path), 401);
    EXPECT_EQ(company.knock(body + " ", right, company.hook.path), 401);
    EXPECT_EQ(company.knock(body, right, company.hook.path + QStringLiteral("x")), 401);
    EXPECT_EQ(company.knock(body, right, QStringLiteral("/hooks/")), 401);
    EXPECT_EQ(company.knock({}, {}, company.hook.path, "GET"), 404);
    EXPECT_FALSE(company.isDue());
    EXPECT_EQ(company.number("SELECT calls FROM channel_webhook"), 0);
}

TEST(Webhook, anAddressThatWasReplacedOrClosedIsNotListenedToAnyMore)
{
    HookedCompany company;
    const Webhook old = company.hook;
    const auto renewed = openWebhook(company.session(), company.channel.name);
    ASSERT_TRUE(renewed);
    EXPECT_EQ(company.knock(body, HookedCompany::sign(body, old.secret), old.path), 401);
    EXPECT_EQ(company.knock(body, HookedCompany::sign(body, renewed->secret), renewed->path), 200);
    company.must(closeWebhook, company.channel.id);
    EXPECT_EQ(company.knock(body, HookedCompany::sign(body, renewed->secret), renewed->path), 401);
}

TEST(Webhook, theSecretIsNotInTheDatabase)
{
    HookedCompany company;
    EXPECT_FALSE(company.everything().contains(company.hook.secret));
}

TEST(Webhook, beyondThisMachineItIsHeardEncryptedOnly)
{
    HookedCompany company;
    const auto code = [&](const char *address, bool behindProxy = false) {
        WebhookListener::Options options;
        options.company = company.locator();
        options.address = QString::fromLatin1(address);
        options.behindProxy = behindProxy;
        WebhookListener listener(options);
        const auto started = listener.start();
        return started ? QStringLiteral("(listens)") : started.error().code;
    };
    EXPECT_EQ(code("0.0.0.0:0"), "in_clear");
    EXPECT_EQ(code("0.0.0.0"), "address");
    EXPECT_EQ(code("nowhere:0"), "in_clear");
    EXPECT_EQ(code("127.0.0.1:99999"), "address");
    EXPECT_EQ(code("127.0.0.1:0"), "(listens)");
}
