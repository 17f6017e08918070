#include "channels/engine/run.h"

#include "base/planted.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSysInfo>
#include <QUuid>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Run", text); }

constexpr qint64 leaseSeconds = 30;
constexpr std::chrono::seconds heartbeat(7);
constexpr int restAfterFailures = 3;

namespace {

/// Names this machine since it was started, and the group of processes that knows this one by its number.
const QString &machine()
{
    static const QString name = [] {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QSysInfo::machineUniqueId());
        hash.addData(QSysInfo::bootUniqueId());
        hash.addData(QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid")).toUtf8());
        return QString::fromLatin1(hash.result().toHex().left(12));
    }();
    return name;
}

/// "desk-2 #0123456789ab.4711.89abcdef": station, machine, process, run.
QString newHolder(const QString &station)
{
    return QStringLiteral("%1 #%2.%3.%4").arg(station, machine()).arg(getpid()).arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

/// A process of this machine that is no more.
bool isDead(const QString &holder)
{
    const QStringList parts = holder.mid(holder.lastIndexOf(u'#') + 1).split(u'.');
    if (parts.size() != 3 || parts[0] != machine())
        return false;
    const pid_t process = parts[1].toInt();
    return process > 0 && kill(process, 0) != 0 && errno == ESRCH;
}

const char *directionOf(const std::set<Work> &work)
{
    if (work.count(Work::Check))
        return "check";
    return work.count(Work::Orders) ? "pull" : "push";
}

bool prolong(Tx &tx, Id<Channel> channel, const QString &holder)
{
    return tx.run("UPDATE channel SET lease_until = ? WHERE id = ? AND lease_holder = ? AND lease_until >= ?", tx.now().plusSeconds(leaseSeconds),
                  channel, holder, tx.now())
               .affected()
           == 1;
}

} // namespace

QString holderName(const QString &holder) { return holder.left(holder.lastIndexOf(QLatin1String(" #"))); }

/// Prolongs the lease while the run waits for the shop. Opens the company once more when a run turns out to be a long one.
struct Run::Heart {
    Heart(const Session &session, Id<Channel> channel, QString holder)
        : thread([this, where = session.locator(), clock = session.clock, channel, of = std::move(holder)] { beat(where, clock, channel, of); })
    {}
    ~Heart()
    {
        {
            const std::lock_guard lock(mutex);
            stopped = true;
        }
        wake.notify_all();
        thread.join();
    }
    void beat(const sql::Locator &where, const std::function<Instant()> &clock, Id<Channel> channel, const QString &holder)
    {
        std::optional<Session> own;
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, heartbeat, [this] { return stopped; })) {
            if (!own) {
                auto opened = Session::open(where);
                if (!opened)
                    continue; // the next beat tries again
                own.emplace(*std::move(opened));
                own->clock = clock;
            }
            const auto beaten = own->perform([&](Tx &tx) -> Result<bool> { return prolong(tx, channel, holder); });
            if (beaten && !*beaten)
                return; // it is lost; the run finds out before its next step
        }
    }

    std::mutex mutex;
    std::condition_variable wake;
    bool stopped = false;
    std::thread thread; // last: it uses all of the above
};

Run::Run(Session &session, Id<Channel> channel, std::set<Work> work, QString holder)
    : m_session(&session), m_channel(channel), m_work(std::move(work)), m_holder(std::move(holder)), m_started(session.clock()),
      m_heart(std::make_unique<Heart>(session, channel, m_holder))
{}

Run::Run(Run &&other) noexcept
    : m_session(other.m_session), m_channel(other.m_channel), m_work(std::move(other.m_work)), m_holder(std::move(other.m_holder)),
      m_started(other.m_started), m_heart(std::move(other.m_heart)), m_finished(std::exchange(other.m_finished, true))
{}

Run::~Run()
{
    if (!m_finished)
        finish("failed", QStringLiteral("{}"), "failures = failures + 1", {});
}

Result<Run> Run::begin(Session &session, const Channel &channel, const std::set<Work> &work)
{
    const QString holder = newHolder(session.scene().station);
    const auto taken = session.perform([&](Tx &tx) -> Result<> {
        const Channel row = tx.lock(channel.id);
        const bool isFree = planted("no_lease") || row.leaseUntil < tx.now() || isDead(row.leaseHolder);
        if (!isFree)
            return refuse(QStringLiteral("channel_busy"), tr("%1 is being run by %2.").arg(channel.name, holderName(row.leaseHolder)),
                          tr("Wait until that run is finished."));
        tx.run("UPDATE channel SET lease_holder = ?, lease_until = ? WHERE id = ?", holder, tx.now().plusSeconds(leaseSeconds), channel.id);
        return Done{};
    });
    if (!taken)
        return taken.error();
    return Run(session, channel.id, work, holder);
}

void Run::renew()
{
    const auto renewed = m_session->perform([&](Tx &tx) -> Result<bool> { return prolong(tx, m_channel, m_holder); });
    if (renewed && !*renewed)
        throw Failure(Failure::Kind::Cancelled, tr("The run was interrupted, and another one takes over."));
}

qint64 Run::milliseconds() const { return (m_session->clock().micros - m_started.micros) / 1000; }

void Run::finish(const char *outcome, const QString &summary, const char *changes, const QString &reason)
{
    m_finished = true;
    m_heart.reset();
    const char *direction = directionOf(m_work);
    const std::string last = m_work.count(Work::Orders) ? "last_pull" : "last_push";
    const bool moves = !m_work.count(Work::Check);
    const bool fine = std::string(outcome) != "failed";
    const auto written = m_session->perform([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO channel_run (channel_id, direction, started_at, finished_at, outcome, summary) VALUES (?, ?, ?, ?, ?, ?)", m_channel,
               direction, m_started, tx.now(), outcome, summary);
        tx.run(std::string("UPDATE channel SET lease_holder = '', lease_until = NULL, ") + changes + " WHERE id = ? AND lease_holder = ?", m_channel,
               m_holder);
        if (fine && moves)
            tx.run("UPDATE channel SET " + last + " = ? WHERE id = ?", tx.now(), m_channel);
        if (std::string(outcome) == "done")
            noteDone(tx, m_channel, m_work);
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
