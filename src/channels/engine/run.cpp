#include "channels/engine/run.h"

#include <QCoreApplication>
#include <QUuid>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Run", text); }

constexpr qint64 leaseSeconds = 120;
constexpr int restAfterFailures = 3;

Run::Run(Session &session, Id<Channel> channel, const char *direction, QString holder)
    : m_session(&session), m_channel(channel), m_direction(direction), m_holder(std::move(holder)), m_started(session.clock())
{}

Run::Run(Run &&other) noexcept
    : m_session(other.m_session), m_channel(other.m_channel), m_direction(other.m_direction), m_holder(std::move(other.m_holder)),
      m_started(other.m_started), m_finished(std::exchange(other.m_finished, true))
{}

Run::~Run()
{
    if (!m_finished)
        finish("failed", QStringLiteral("{}"), "failures = failures + 1", {});
}

Result<Run> Run::begin(Session &session, const Channel &channel, const char *direction)
{
    const QString holder = QStringLiteral("%1 %2").arg(session.scene().station, QUuid::createUuid().toString(QUuid::Id128).left(8));
    const auto taken = session.perform([&](Tx &tx) -> Result<> {
        const auto changed = tx.run("UPDATE channel SET lease_holder = ?, lease_until = ? WHERE id = ? AND (lease_until IS NULL OR lease_until < ?)",
                                    holder, tx.now().plusSeconds(leaseSeconds), channel.id, tx.now());
        if (changed.affected() == 1)
            return Done{};
        return refuse(QStringLiteral("channel_busy"),
                      tr("%1 is being run by %2.").arg(channel.name, tx.text("SELECT lease_holder FROM channel WHERE id = ?", channel.id)),
                      tr("Wait until that run is finished."));
    });
    if (!taken)
        return taken.error();
    return Run(session, channel.id, direction, holder);
}

void Run::renew()
{
    const auto renewed = m_session->perform([&](Tx &tx) -> Result<> {
        tx.run("UPDATE channel SET lease_until = ? WHERE id = ? AND lease_holder = ?", tx.now().plusSeconds(leaseSeconds), m_channel, m_holder);
        return Done{};
    });
    if (!renewed)
        return; // the next page says so itself
}

qint64 Run::milliseconds() const { return (m_session->clock().micros - m_started.micros) / 1000; }

void Run::finish(const char *outcome, const QString &summary, const char *changes, const QString &reason)
{
    m_finished = true;
    const std::string last = std::string(m_direction) == "pull" ? "last_pull" : "last_push";
    const bool fine = std::string(outcome) != "failed";
    const auto written = m_session->perform([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO channel_run (channel_id, direction, started_at, finished_at, outcome, summary) VALUES (?, ?, ?, ?, ?, ?)", m_channel,
               m_direction, m_started, tx.now(), outcome, summary);
        tx.run(std::string("UPDATE channel SET lease_holder = '', lease_until = NULL, ") + changes
                   + (fine ? ", " + last + " = ?" : ", next_run = COALESCE(?, next_run)")
                   + " WHERE id = ? AND (lease_holder = ? OR lease_until IS NULL)",
               fine ? std::optional(tx.now()) : std::nullopt, m_channel, m_holder);
        if (fine)
            tx.run("UPDATE channel SET state = ?, state_reason = '' WHERE id = ? AND state = ?", ChannelState::Active, m_channel,
                   ChannelState::Resting);
        else
            tx.run("UPDATE channel SET state = ?, state_reason = ? WHERE id = ? AND state = ? AND failures >= ?", ChannelState::Resting, reason,
                   m_channel, ChannelState::Active, restAfterFailures);
        return Done{};
    });
    if (!written)
        return; // the lease ends by itself
}

void Run::done(const Json &summary, bool cancelled)
{
    finish(cancelled ? "cancelled" : "done", QString::fromUtf8(summary.toJson()), "failures = 0", {});
}

Error Run::failed(const Failure &failure)
{
    const Error error = toError(failure);
    Json summary = Json::object({{QStringLiteral("error"), error.text}});
    finish(failure.kind == Failure::Kind::Cancelled ? "cancelled" : "failed", QString::fromUtf8(summary.toJson()),
           failure.kind == Failure::Kind::Cancelled ? "failures = failures" : "failures = failures + 1", error.text);
    return error;
}

Error toError(const Failure &failure)
{
    const auto error = [&](const char *code, const QString &hint) {
        return Error{Error::Kind::Unavailable, QString::fromLatin1(code), failure.text(), hint};
    };
    switch (failure.kind) {
    case Failure::Kind::Unreachable: return error("channel_unreachable", tr("Look whether the shop's address is right and the network is up."));
    case Failure::Kind::Unknown: return error("channel_unknown", tr("The answer was lost. The next run finds out what was done."));
    case Failure::Kind::Busy:
        return error("channel_busy_shop", failure.retryAfterSeconds > 0 ? tr("The shop asks to wait %1 seconds.").arg(failure.retryAfterSeconds)
                                                                        : tr("The shop asks to wait. The next run tries again."));
    case Failure::Kind::Broken: return error("channel_broken", tr("The shop answered with something that is no answer. The next run tries again."));
    case Failure::Kind::Denied: return error("channel_denied", tr("Look whether the keys are right and may read and write."));
    case Failure::Kind::Rejected: return error("channel_rejected", QString());
    case Failure::Kind::Cancelled: return error("cancelled", tr("What was done before stays done."));
    }
    return error("channel_unreachable", QString());
}

} // namespace channels
