#include "web/workers.h"

namespace web {

/// An exception in a handler is a fault of this one request.
static Response answer(const Handler &handler, const Request &request)
{
    try {
        return handler(request);
    } catch (const std::exception &fault) {
        qWarning("%s %s: %s", request.method.constData(), request.encodedPath().constData(), fault.what());
        return Response::plain(QStringLiteral("Something went wrong here."), 500);
    }
}

Workers::Workers(int count, qsizetype mostWaiting, MakeHandler makeHandler)
    : m_count(count), m_mostWaiting(mostWaiting), m_makeHandler(std::move(makeHandler))
{}

Workers::~Workers() { stop(); }

Result<> Workers::start()
{
    std::vector<std::future<Result<>>> begun;
    for (int i = 0; i < m_count; ++i) {
        std::promise<Result<>> started;
        begun.push_back(started.get_future());
        m_threads.emplace_back(&Workers::work, this, std::move(started));
    }
    std::optional<Error> refused;
    for (auto &each : begun)
        if (const auto started = each.get(); !started)
            refused = started.error();
    if (!refused)
        return Done{};
    stop();
    return *refused;
}

void Workers::work(std::promise<Result<>> started)
{
    auto handler = m_makeHandler();
    started.set_value(handler ? Result<>(Done{}) : Result<>(handler.error()));
    if (!handler)
        return;
    while (auto job = next())
        job->answered(answer(*handler, job->request));
}

std::optional<Workers::Job> Workers::next()
{
    std::unique_lock lock(m_mutex);
    m_something.wait(lock, [&] { return m_stopping || !m_waiting.empty(); });
    if (m_waiting.empty())
        return {};
    Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return job;
}

bool Workers::take(Request request, Answered answered)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || qsizetype(m_waiting.size()) >= m_mostWaiting)
            return false;
        m_waiting.push_back({std::move(request), std::move(answered)});
    }
    m_something.notify_one();
    return true;
}

void Workers::forgetWaiting()
{
    std::deque<Job> forgotten; // what they hold is let go outside of the lock
    const std::lock_guard lock(m_mutex);
    forgotten.swap(m_waiting);
}

void Workers::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_something.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

} // namespace web
