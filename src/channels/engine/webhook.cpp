#include "channels/engine/webhook.h"

#include "base/planted.h"
#include "channels/engine/schedule.h"
#include "channels/secrets.h"
#include "channels/web/webserver.h"
#include "core/audit/audit.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <mutex>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("Webhook", text); }

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

WebAnswer answer(int status, const char *text)
{
    WebAnswer answered;
    answered.status = status;
    answered.contentType = "text/plain; charset=UTF-8";
    answered.body = text;
    return answered;
}

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

struct WebhookListener::State {
    explicit State(Options o) : options(std::move(o)) {}

    WebAnswer handle(const WebRequest &request)
    {
        if (request.method != "POST" || !request.path.startsWith("/hooks/"))
            return answer(404, "There is nothing here.");
        const std::lock_guard lock(mutex);
        if (!session) {
            auto opened = Session::open(options.company);
            if (!opened)
                return answer(503, "Not now.");
            session.emplace(*std::move(opened));
        }
        const auto known = session->perform([&](Tx &tx) { return knock(tx, request); });
        if (!known) // the shop says it again
            return answer(503, "Not now.");
        if (!*known)
            return answer(401, "Who is that?");
        if (options.knocked)
            options.knocked();
        return answer(200, "");
    }
    /// Whether it was signed by a shop that we know.
    Result<bool> knock(Tx &tx, const WebRequest &request)
    {
        auto rows =
            tx.run("SELECT w.channel_id, w.secret, c.name, c.kind FROM channel_webhook w JOIN channel c ON c.id = w.channel_id WHERE w.token = ?",
                   QString::fromLatin1(request.path.mid(7)));
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

    Options options;
    std::mutex mutex;
    std::optional<Session> session;
    std::unique_ptr<WebServer> server; ///< its threads end before the rest
};

WebhookListener::WebhookListener(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
WebhookListener::~WebhookListener() = default;

Result<> WebhookListener::start()
{
    const Options &options = m_state->options;
    const qsizetype colon = options.address.lastIndexOf(u':');
    bool isNumber = false;
    const int port = options.address.mid(colon + 1).toInt(&isNumber);
    const QString host = options.address.left(colon);
    if (colon < 1 || !isNumber || port < 0 || port > 65535)
        return refuse(QStringLiteral("address"), tr("“%1” is no address such as 127.0.0.1:8090.").arg(options.address));
    const bool isHere = host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    if (!isHere && options.certificate.isEmpty() && !options.behindProxy)
        return refuse(QStringLiteral("in_clear"), tr("Webhooks on %1 would travel unencrypted.").arg(host),
                      tr("Give a certificate and its key, or say that a web server in front of it does the encryption."));
    WebServer::Options server;
    server.port = port;
    server.address = host;
    server.certificate = options.certificate;
    server.privateKey = options.privateKey;
    server.anyName = true;
    server.largestBody = largestKnock;
    m_state->server = std::make_unique<WebServer>(server, [state = m_state.get()](const WebRequest &request) { return state->handle(request); });
    return m_state->server->start();
}

int WebhookListener::port() const { return m_state->server ? m_state->server->port() : 0; }
