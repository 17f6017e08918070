#include "base/planted.h"
#include "channels/engine/apply.h"
#include "channels/engine/field.h"
#include "channels/engine/message.h"
#include "channels/engine/run.h"
#include "channels/engine/sync.h"

#include <QCoreApplication>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

namespace channels {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("Pull", text); }

/// Asks the shop for page after page on a thread of its own, one page ahead of the one that is being written.
class Fetcher {
public:
    Fetcher(Connector &connector, Window window, const KnownOrders &known, SyncControl &control)
        : m_connector(connector), m_window(window), m_known(known), m_control(control), m_thread([this] { fetchAll(); })
    {}
    ~Fetcher()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

    /// The next page, in order; nothing after the last one. Throws what fetching it threw.
    std::optional<OrderPage> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_pages.empty() || m_finished; });
        if (m_pages.empty()) {
            if (m_failure)
                std::rethrow_exception(std::exchange(m_failure, nullptr));
            return {};
        }
        OrderPage page = std::move(m_pages.front());
        m_pages.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return page;
    }

private:
    void fetchAll()
    {
        try {
            QString token;
            do {
                if (m_control.cancelled)
                    throw Failure(Failure::Kind::Cancelled, tr("Cancelled."));
                OrderPage page = m_connector.ordersChanged(m_window, token);
                complete(page);
                token = page.next;
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_pages.empty() || m_stopped; });
                if (m_stopped)
                    return;
                m_pages.push_back(std::move(page));
                lock.unlock();
                m_changed.notify_all();
            } while (!token.isEmpty());
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
        }
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }
    /// Orders of which the list does not tell everything (lines of refunds, what is shipped) are asked for one by one, once: an order that is listed
    /// as it was before is known already. One that looks older than what is known, and is not known, is asked for as well: the shop's clock was set
    /// back, or the list is behind.
    void complete(OrderPage &page)
    {
        for (RemoteOrder &order : page.orders) {
            const QString listed = order.raw.hash();
            const bool lacks =
                !order.complete || std::any_of(order.refunds.begin(), order.refunds.end(), [](const RemoteRefund &r) { return !r.complete; });
            const auto newest = m_known.newest.find(order.externalId);
            const bool looksOlder = newest != m_known.newest.end() && order.changedAt < newest->second;
            if (!(lacks || looksOlder) || m_known.texts.count(listed))
                continue;
            order = m_connector.order(order.externalId);
            order.listedHash = listed;
        }
    }

    Connector &m_connector;
    Window m_window;
    const KnownOrders &m_known;
    SyncControl &m_control;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<OrderPage> m_pages;
    std::exception_ptr m_failure;
    bool m_finished = false;
    bool m_stopped = false;
    std::thread m_thread; // last: it uses all of the above
};

void count(PullReport &report, const Applied &applied)
{
    switch (applied.outcome) {
    case Outcome::Created: ++report.created; break;
    case Outcome::Changed: ++report.changed; break;
    case Outcome::Unchanged:
    case Outcome::Ignored: ++report.unchanged; break;
    }
    report.exceptions += applied.exceptions;
}

/// Writes pages into the company.
class Writer {
public:
    Writer(Session &session, const Channel &channel, const Connector &connector, bool dryRun)
        : m_session(session), m_channel(channel), m_connector(connector), m_dryRun(dryRun)
    {}

    /// A page in one transaction; if the database refuses it because of one order, the orders one by one, so that one never holds up the others.
    Result<> write(const std::vector<RemoteOrder> &orders, PullReport &report)
    {
        const auto whole = writeTogether(orders);
        if (whole || whole.error().code == QLatin1String("dry_run")) {
            for (const Applied &applied : m_applied)
                count(report, applied);
            return Done{};
        }
        if (whole.error().kind != Error::Kind::Fault)
            return whole.error();
        for (const RemoteOrder &order : orders) {
            auto one = writeTogether({order});
            if (!one && one.error().kind == Error::Kind::Fault)
                one = setAside(order, one.error());
            if (!one && one.error().code != QLatin1String("dry_run"))
                return one.error();
            for (const Applied &applied : m_applied)
                count(report, applied);
        }
        return Done{};
    }

private:
    Result<> writeTogether(const std::vector<RemoteOrder> &orders)
    {
        return m_session.perform([&](Tx &tx) -> Result<> {
            m_applied.clear(); // the whole may be tried again
            for (const RemoteOrder &order : orders) {
                const auto applied = applyOrder(tx, m_channel, m_connector, order);
                if (!applied)
                    return applied.error();
                m_applied.push_back(*applied);
            }
            if (m_dryRun)
                return refuse(QStringLiteral("dry_run"), QString());
            return Done{};
        });
    }
    /// The database itself will not have this order: it is kept for a person.
    Result<> setAside(const RemoteOrder &order, const Error &why)
    {
        return m_session.perform([&](Tx &tx) -> Result<> {
            m_applied.assign(
                1, {Outcome::Ignored, raise(tx, m_channel, {QStringLiteral("payload"), order.externalId, why.text}, order.externalId, {}, {})});
            return Done{};
        });
    }

    Session &m_session;
    const Channel &m_channel;
    const Connector &m_connector;
    bool m_dryRun;
    std::vector<Applied> m_applied;
};

struct WindowResult {
    Instant newest;
    bool whole = true;
    qint64 seen = 0;
};

/// One pass over the window. Not whole when the shop announced more orders than came: somebody changed one while it was being paged through.
Result<WindowResult> passOver(Session &session, const Channel &channel, Connector &connector, const Window &window, bool dryRun, Run &run,
                              PullReport &report, SyncControl &control)
{
    const auto known = session.ask(knownOrders, channel.id, window.from);
    if (!known)
        return known.error();
    Fetcher fetcher(connector, window, *known, control);
    Writer writer(session, channel, connector, dryRun);
    WindowResult result;
    std::set<QString> seen;
    qint64 announced = -1;
    while (auto page = fetcher.next()) {
        ++report.pages;
        announced = std::max(announced, page->announced);
        std::vector<RemoteOrder> fresh;
        for (RemoteOrder &order : page->orders)
            if (seen.insert(order.externalId).second || order.changedAt > result.newest) {
                result.newest = std::max(result.newest, order.changedAt);
                ++report.seen;
                if (known->texts.count(order.raw.hash()))
                    ++report.unchanged;
                else
                    fresh.push_back(std::move(order));
            }
        run.renew();
        if (auto written = writer.write(fresh, report); !written)
            return written.error();
        if (control.progress)
            control.progress(tr("Orders"), qint64(seen.size()), announced);
    }
    result.seen = qint64(seen.size());
    result.whole = announced < 0 || result.seen >= announced;
    return result;
}

/// Shortages that have been served since are no exceptions any more.
Result<> settleShortages(Tx &tx, Id<Channel> channel)
{
    tx.run("UPDATE sync_exception SET resolution = 'allocated', resolved_at = ?, version = version + 1 WHERE channel_id = ? AND resolution = '' AND "
           "kind = 'no_stock' "
           "AND NOT EXISTS (SELECT 1 FROM sales_line l WHERE l.order_id = sync_exception.order_id AND l.kind = 1 AND l.quantity > l.allocated + "
           "l.shipped + l.cancelled)",
           tx.now(), channel);
    return Done{};
}

Json summaryOf(const PullReport &report)
{
    return Json::object({{QStringLiteral("pages"), report.pages},
                         {QStringLiteral("seen"), report.seen},
                         {QStringLiteral("created"), report.created},
                         {QStringLiteral("changed"), report.changed},
                         {QStringLiteral("unchanged"), report.unchanged},
                         {QStringLiteral("exceptions"), report.exceptions}});
}

} // namespace
} // namespace channels

using namespace channels;

Result<PullReport> pull(Session &session, Channel channel, Connector &connector, const PullOptions &options, SyncControl &control)
{
    constexpr int passes = 4;
    const auto own = session.ask(ownFields, channel.id);
    if (!own)
        return own.error();
    if (!own->has(PushField::Order))
        return PullReport(); // its orders do not come in this way
    auto run = Run::begin(session, channel, {Work::Orders});
    if (!run)
        return run.error();
    PullReport report;
    const Instant began = session.clock();
    Window window;
    window.to = session.clock().plusSeconds(24 * 3600); // the shop's clock may run ahead of ours
    if (options.since)
        window.from = options.since;
    else if (channel.cursorAt)
        window.from = channel.cursorAt.plusSeconds(-connector.capabilities().overlapSeconds);
    try {
        Instant newest;
        qint64 seenBefore = -1;
        for (int pass = 1;; ++pass) {
            const auto result = passOver(session, channel, connector, window, options.dryRun, *run, report, control);
            if (!result)
                return result.error();
            newest = std::max(newest, result->newest);
            // A shop may count orders that it does not show; what two passes saw alike is what there is.
            if (result->whole || result->seen == seenBefore)
                break;
            seenBefore = result->seen;
            if (pass == passes)
                throw Failure(Failure::Kind::Broken, tr("The shop's orders kept changing while they were read. The next run reads them again."));
        }
        // A pull from a later moment than the cursor has left orders out: they are still to come.
        const bool leftOut = options.since && channel.cursorAt && *options.since > channel.cursorAt;
        // A shop's clock that runs ahead may be set back: what it dates before the cursor then would never be looked for. So the cursor stays behind
        // our own clock, and orders from ahead of it are read again until it has caught up.
        newest = planted("cursor_is_now") ? began : std::min(newest, began);
        if (options.since && !newest)
            newest = *options.since; // nothing is there yet; what comes is looked for from here on
        if (!options.dryRun && !leftOut) {
            const auto moved = session.perform([&](Tx &tx) -> Result<> {
                tx.run("UPDATE channel SET cursor_at = ?, version = version + 1 WHERE id = ? AND (cursor_at IS NULL OR cursor_at < ?)", newest,
                       channel.id, newest);
                return Done{};
            });
            if (!moved)
                return moved.error();
        }
        if (!options.dryRun)
            if (const auto settled = session.perform(settleShortages, channel.id); !settled)
                return settled.error();
    } catch (const Failure &failure) {
        return run->failed(failure);
    }
    report.milliseconds = run->milliseconds();
    run->done(summaryOf(report), false);
    return report;
}
