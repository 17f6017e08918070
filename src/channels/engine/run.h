#pragma once

#include "channels/engine/schedule.h"
#include "channels/engine/sync.h"

namespace channels {

/// A run of a channel by this process: takes the channel's lease so that nobody else runs it at the same time, and writes down how it ended.
/// The lease lasts half a minute and is prolonged while the process lives, however long the shop takes to answer. A process that died gives it up
/// at once to others on its machine, and to other machines when it ends.
class Run {
public:
    /// Refuses a channel that another workstation or service is running right now ("channel_busy").
    static Result<Run> begin(Session &session, const Channel &channel, const std::set<Work> &work);
    Run(Run &&other) noexcept;
    Run &operator=(Run &&) = delete;
    ~Run(); ///< gives the lease back; a run that was not finished counts as failed

    /// Before pages are written and batches are sent. Throws Failure (Cancelled) when the lease went to somebody else, or ended while this machine
    /// slept: what was computed by then may be out of date.
    void renew();
    void done(const Json &summary, bool cancelled);
    Error failed(const Failure &failure); ///< lets the channel rest after several failures in a row
    qint64 milliseconds() const;

private:
    struct Heart;
    Run(Session &session, Id<Channel> channel, std::set<Work> work, QString holder);
    void finish(const char *outcome, const QString &summary, const char *changes, const QString &reason);

    Session *m_session;
    Id<Channel> m_channel;
    std::set<Work> m_work;
    QString m_holder;
    Instant m_started;
    std::unique_ptr<Heart> m_heart;
    bool m_finished = false;
};

/// A shop's failure as an answer to people: what, and what to do.
Error toError(const Failure &failure);
/// Who holds a lease, for people: "desk-2".
QString holderName(const QString &holder);

} // namespace channels
