#pragma once

#include "base/result.h"
#include "web/message.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace web {

using Handler = std::function<Response(const Request &)>;
/// Called once in each worker's thread, so that a handler can own what belongs to one thread: a session. It is also destroyed there.
using MakeHandler = std::function<Result<Handler>()>;

/// Threads with a handler each, and the requests that wait for one.
class Workers {
public:
    using Answered = std::function<void(Response)>; ///< in the worker's thread

    Workers(int count, qsizetype mostWaiting, MakeHandler makeHandler);
    ~Workers();

    Result<> start();                              ///< refuses what a maker refused
    bool take(Request request, Answered answered); ///< false: too many wait
    void forgetWaiting();
    void stop(); ///< when what waits is done

private:
    struct Job {
        Request request;
        Answered answered;
    };
    void work(std::promise<Result<>> started);
    std::optional<Job> next();

    int m_count;
    qsizetype m_mostWaiting;
    MakeHandler m_makeHandler;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex; ///< of all below
    std::condition_variable m_something;
    std::deque<Job> m_waiting;
    bool m_stopping = false;
};

} // namespace web
