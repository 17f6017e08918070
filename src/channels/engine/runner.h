#pragma once

#include "channels/engine/schedule.h"
#include "channels/engine/sync.h"

/// Lets every channel do its work by itself, at its own rhythm: in the service without a window, and in the desk while it is open. Several of
/// them may be at it on one company: a channel's lease lets one run it, and when that one dies another goes on where it stopped.
class Runner {
public:
    struct Options {
        sql::Locator company;
        std::function<Instant()> clock;                ///< none: the machine's
        std::function<void(const QString &line)> told; ///< what was done and what went wrong; from several threads
        std::function<void()> changed;                 ///< after every run; from several threads
        /// How a channel is reached; none: as it is set up.
        std::function<Result<std::unique_ptr<OpenChannel>>(Session &, const Channel &, SyncControl &)> open;
        int lookEveryMs = 1000; ///< how soon it notices what others changed
        int gatherMs = 2000;    ///< changes of stock are gathered for so long before they go out
    };
    explicit Runner(Options options);
    ~Runner(); ///< stops at safe points and waits for it

    /// Looks at once, without waiting for the next look. From any thread.
    void wake();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Does work of a channel now: takes orders in, then sends what goes out, then checks. The first failure ends it.
Result<QStringList> doWork(Session &session, const Channel &channel, channels::Connector &connector, const DueWork &due, SyncControl &control);
