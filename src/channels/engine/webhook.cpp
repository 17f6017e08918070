#include "channels/engine/webhook.h"

#include "base/planted.h"
#include "channels/engine/schedule.h"
#include "channels/secrets.h"
#include "core/audit/audit.h"
#include "web/server.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace channels;

namespace {

constexpr qint64 largestKnock = 4 * 1024 * 1024; ///< bytes; an order of 600 lines is below one

QString randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    for (char &byte : random)
        byte = char(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// Takes the same time wherever they differ.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

web::Response answer(int status, const char *text) { return web::Response::plain(QString::fromLatin1(text), status); }

/// A pull is due in a second, so that many knocks make one pull; a knock while one is under way makes another one.
void pullSoon(Tx &tx, Id<Channel> channel)
{
    const Instant soon = tx.now().plusSeconds(1);
    tx.run("UPDATE channel_schedule SET next_run = ? WHERE channel_id = ? AND work = ? AND rhythm > 0 AND NOT (next_run > ? AND next_run <= ?)", soon,
           channel, Work::Orders, tx.now(), soon);
}

} // namespace

Result<Webhook> openWebhook(Session &session, const QString &name)
{
    Webhook webhook{QStringLiteral("/hooks/") + randomText(24), randomText(32)};
    const auto sealed = seal(session.scene().companyUid, name, {webhook.secret});
    if (!sealed)
        return sealed.error();
    return session.perform([&](Tx &tx) -> Result<Webhook> {
        const auto channel = channelByName(tx, name);
        if (!channel)
            return channel.error();
        if (auto closed = closeWebhook(tx, channel->id); !closed)
            return closed.error();
        tx.run("INSERT INTO channel_webhook (channel_id, token, secret, calls, last_call) VALUES (?, ?, ?, 0, NULL)", channel->id,
               webhook.path.section(u'/', -1), *sealed);
        audit(tx, "webhook_opened", "channel", channel->id.value);
        return webhook;
    });
}

Result<> closeWebhook(Tx &tx, Id<Channel> channel)
{
    if (tx.run("DELETE FROM channel_webhook WHERE channel_id = ?", channel).affected() > 0)
        audit(tx, "webhook_closed", "channel", channel.value);
    return Done{};
}

namespace {

/// Answers knocks; with a session of its own, opened when the first one comes.
class Doorkeeper {
public:
    explicit Doorkeeper(const WebhookListener::Options &options) : m_options(options) {}

    web::Response handle(const web::Request &request)
    {
        if (request.method != "POST" || !request.path.startsWith(QLatin1String("/hooks/")))
            return answer(404, "There is nothing here.");
        if (!m_session) {
            auto opened = Session::open(m_options.company);
            if (!opened)
                return answer(503, "Not now.");
            m_session.emplace(*std::move(opened));
        }
        const auto known = m_session->perform([&](Tx &tx) { return knock(tx, request); });
        if (!known) // the shop says it again
            return answer(503, "Not now.");
        if (!*known)
            return answer(401, "Who is that?");
        if (m_options.knocked)
            m_options.knocked();
        return answer(200, "");
    }

private:
    /// Whether it was signed by a shop that we know.
    Result<bool> knock(Tx &tx, const web::Request &request)
    {
        auto rows =
            tx.run("SELECT w.channel_id, w.secret, c.name, c.kind FROM channel_webhook w JOIN channel c ON c.id = w.channel_id WHERE w.token = ?",
                   request.path.mid(7));
        if (!rows.next())
            return false;
        const Id<Channel> channel{rows.integer(0)};
        const auto secret = unseal(tx.scene().companyUid, rows.text(2), rows.bytes(1));
        if (!secret)
            return secret.error();
        const Kind *kind = findKind(rows.text(3));
        const QByteArray due = QMessageAuthenticationCode::hash(request.body, secret->front().toUtf8(), QCryptographicHash::Sha256).toBase64();
        if (!kind || (!planted("unsigned_knock") && !sameBytes(due, request.header(kind->signatureHeader))))
            return false;
        tx.run("UPDATE channel_webhook SET calls = calls + 1, last_call = ? WHERE channel_id = ?", tx.now(), channel);
        pullSoon(tx, channel);
        return true;
    }

    const WebhookListener::Options &m_options;
    std::optional<Session> m_session;
};

} // namespace

struct WebhookListener::State {
    Options options;
    std::unique_ptr<web::Server> server; ///< its threads end before the rest
};

WebhookListener::WebhookListener(Options options) : m_state(new State{std::move(options), nullptr}) {}
WebhookListener::~WebhookListener() = default;

Result<> WebhookListener::start()
{
    const Options &options = m_state->options;
    web::Options server;
    if (const auto set = web::setAddress(server, options.address); !set)
        return set.error();
    server.certificate = options.certificate;
    server.privateKey = options.privateKey;
    server.behindProxy = options.behindProxy;
    server.limits.body = largestKnock;
    server.workers = 1;
    m_state->server = std::make_unique<web::Server>(server, [&options]() -> Result<web::Handler> {
        return web::Handler([keeper = std::make_shared<Doorkeeper>(options)](const web::Request &request) { return keeper->handle(request); });
    });
    return m_state->server->start();
}

int WebhookListener::port() const { return m_state->server ? m_state->server->port() : 0; }
