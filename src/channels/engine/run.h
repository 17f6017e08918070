#pragma once

#include "channels/engine/sync.h"

namespace channels {

/// A run of a channel by this process: takes the channel's lease so that nobody else runs it at the same time, and writes down how it ended.
class Run {
public:
    /// Refuses a channel that another workstation or service is running right now ("channel_busy").
    static Result<Run> begin(Session &session, const Channel &channel, const char *direction);
    Run(Run &&other) noexcept;
    Run &operator=(Run &&) = delete;
    ~Run(); ///< gives the lease back; a run that was not finished counts as failed

    void renew(); ///< between pages and batches
    void done(const Json &summary, bool cancelled);
    Error failed(const Failure &failure); ///< lets the channel rest after several failures in a row
    qint64 milliseconds() const;

private:
    Run(Session &session, Id<Channel> channel, const char *direction, QString holder);
    void finish(const char *outcome, const QString &summary, const char *changes, const QString &reason);

    Session *m_session;
    Id<Channel> m_channel;
    const char *m_direction;
    QString m_holder;
    Instant m_started;
    bool m_finished = false;
};

/// A shop's failure as an answer to people: what, and what to do.
Error toError(const Failure &failure);

} // namespace channels
