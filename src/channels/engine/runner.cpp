#include "channels/engine/runner.h"

#include "channels/engine/check.h"
#include "channels/engine/noted.h"
#include "channels/engine/stockwatch.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <condition_variable>
#include <mutex>
#include <thread>

static QString tr(const char *text) { return QCoreApplication::translate("Runner", text); }

namespace {

QString told(const PullReport &report)
{
    return tr("orders: %1 seen, %2 new, %3 changed, %4 exceptions").arg(report.seen).arg(report.created).arg(report.changed).arg(report.exceptions);
}

QString told(const PushReport &report)
{
    return tr("out: %1 sent, %2 accepted, %3 refused, %4 held").arg(report.sent).arg(report.accepted).arg(report.refused).arg(report.held);
}

bool goesOut(Work work) { return work != Work::Orders && work != Work::Check; }

} // namespace

Result<QStringList> doWork(Session &session, const Channel &channel, channels::Connector &connector, const DueWork &due, SyncControl &control)
{
    const std::set<Work> &work = due.work;
    QStringList done;
    if (work.count(Work::Orders)) {
        const auto pulled = pull(session, channel, connector, {}, control);
        if (!pulled)
            return pulled.error();
        done << told(*pulled);
    }
    if (std::any_of(work.begin(), work.end(), goesOut)) {
        PushScope scope{work.count(Work::Orders) == 0, work.count(Work::Stock) > 0, work.count(Work::Prices) > 0, work.count(Work::Products) > 0,
                        work.count(Work::Shipments) > 0};
        scope.changedOnly = due.changedOnly;
        const auto pushed = push(session, channel, connector, scope, false, control);
        if (!pushed)
            return pushed.error();
        if (pushed->pulled)
            done << told(*pushed->pulled);
        done << told(*pushed);
    }
    if (work.count(Work::Check)) {
        const auto checked = checkChannel(session, channel, connector, control);
        if (!checked)
            return checked.error();
        done << checked->inWords();
    }
    return done;
}

struct Runner::State {
    explicit State(Options o) : options(std::move(o))
    {
        if (!options.clock)
            options.clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        if (!options.open)
            options.open = [](Session &s, const Channel &c, SyncControl &control) { return OpenChannel::open(s, c, control); };
        thread = std::thread([this] { run(); });
    }
    ~State()
    {
        {
            const std::lock_guard lock(mutex);
            stopped = true;
            for (auto &[id, busy] : atWork)
                busy->control.cancelled = true;
        }
        changed.notify_all();
        thread.join();
        for (auto &[id, busy] : atWork)
            busy->thread.join();
    }

    /// A channel's work in progress.
    struct Busy {
        SyncControl control;
        std::thread thread;
        bool finished = false;
    };

    void say(const QString &line) const
    {
        if (options.told)
            options.told(line);
    }

    void run()
    {
        std::optional<Session> session;
        bool complained = false;
        std::unique_lock lock(mutex);
        while (!stopped) {
            lock.unlock();
            if (!session) {
                auto opened = Session::open(options.company);
                if (opened) {
                    session.emplace(*std::move(opened));
                    session->clock = options.clock;
                    complained = false;
                } else if (!std::exchange(complained, true)) {
                    say(opened.error().text);
                }
            }
            std::vector<DueWork> due;
            if (session)
                due = look(*session);
            lock.lock();
            for (const DueWork &one : due)
                if (!stopped)
                    begin(one);
            changed.wait_for(lock, std::chrono::milliseconds(options.lookEveryMs), [this] { return stopped || woken; });
            woken = false;
            clearFinished();
        }
    }

    std::vector<DueWork> look(Session &session)
    {
        if (const auto noticed = session.ask([this](Tx &tx) { return notice(tx), Done{}; }); !noticed) {
            say(noticed.error().text);
            m_mark.clear(); // what changed by now is not known: the next look is a first one
        }
        const auto now = std::chrono::steady_clock::now();
        for (auto one = m_gathered.begin(); one != m_gathered.end();) {
            if (one->second.ripe > now) {
                ++one;
                continue;
            }
            const auto &[channel, work] = one->first;
            const auto stored = one->second.all ? session.perform(makeDue, channel, std::set<Work>{work})
                                                : session.perform(noteChanged, channel, work, one->second.products);
            if (!stored) {
                say(stored.error().text);
                break; // the next look tries again
            }
            one = m_gathered.erase(one);
        }
        const auto due = session.ask(dueWork);
        if (!due)
            say(due.error().text);
        return due ? *due : std::vector<DueWork>();
    }
    /// What changed since the last look becomes due a moment later. Before the first look anything may have changed: everything is compared.
    void notice(Tx &tx)
    {
        const QString mark = writeMark(tx);
        if (mark == m_mark)
            return;
        if (m_mark.isEmpty())
            m_watch = StockWatch();
        const auto stock = m_watch.stockChanged(tx);
        const auto catalogue = m_watch.catalogueChanged(tx);
        follow(tx, Work::Stock, stock);
        for (const Work work : {Work::Stock, Work::Prices, Work::Products})
            follow(tx, work, catalogue);
        for (const Id<Channel> channel : followers(tx, Work::Shipments))
            if (tx.number("SELECT COUNT(*) FROM shipment_notice WHERE channel_id = ? AND state = 1", channel) > 0)
                gather(channel, Work::Shipments, {});
        m_mark = mark;
    }
    /// Nothing: not known, all of them may have.
    using Products = std::optional<std::set<Id<Product>>>;
    void follow(Tx &tx, Work work, const Products &products)
    {
        if (products && products->empty())
            return;
        for (const Id<Channel> channel : followers(tx, work))
            gather(channel, work, products);
    }
    void gather(Id<Channel> channel, Work work, const Products &products)
    {
        const auto ripe = std::chrono::steady_clock::now() + std::chrono::milliseconds(options.gatherMs);
        Gathered &gathered = m_gathered.try_emplace({channel, work}, Gathered{ripe, {}, false}).first->second;
        gathered.all = gathered.all || !products;
        if (products)
            gathered.products.insert(products->begin(), products->end());
    }

    void begin(const DueWork &due)
    {
        const auto rests = m_restUntil.find(due.channel);
        if (atWork.count(due.channel) || (rests != m_restUntil.end() && rests->second > std::chrono::steady_clock::now()))
            return; // it stays due
        auto busy = std::make_unique<Busy>();
        Busy *at = busy.get();
        at->thread = std::thread([this, due, at] {
            const std::chrono::seconds rest = perform(due, at->control);
            const std::lock_guard lock(mutex);
            m_restUntil[due.channel] = std::chrono::steady_clock::now() + rest;
            at->finished = true;
            woken = true;
            changed.notify_all();
        });
        atWork[due.channel] = std::move(busy);
    }
    void clearFinished()
    {
        for (auto one = atWork.begin(); one != atWork.end();) {
            if (!one->second->finished) {
                ++one;
                continue;
            }
            one->second->thread.join();
            one = atWork.erase(one);
        }
    }

    /// On a thread of its own. Gives back for how long this process leaves the channel to others: a moment where one of them is at it, longer where
    /// it cannot be reached from here at all (no keys on this machine). What is due stays due then, for whoever can, and is seen to be late.
    std::chrono::seconds perform(const DueWork &due, SyncControl &control)
    {
        constexpr std::chrono::seconds others(3), unreachable(60), none(0);
        auto session = Session::open(options.company);
        if (!session) {
            say(session.error().text);
            return others;
        }
        session->clock = options.clock;
        const Instant began = session->clock();
        const auto channel = session->ask([&](Tx &tx) { return tx.get(due.channel); });
        if (!channel) {
            say(channel.error().text);
            return others;
        }
        session->scene().actor = QStringLiteral("channel:") + channel->name;
        const auto *kind = channels::findKind(channel->kind);
        const bool byItself = kind && kind->byItself;
        auto opened = byItself ? Result<std::unique_ptr<OpenChannel>>(nullptr) : options.open(*session, *channel, control);
        if (!opened) {
            say(channel->name + QStringLiteral(": ") + opened.error().text);
            return unreachable;
        }
        const auto done = byItself ? kind->byItself(*session, *channel) : doWork(*session, *channel, (*opened)->connector(), due, control);
        if (!done && done.error().code == QLatin1String("channel_busy"))
            return others;
        say(channel->name + QStringLiteral(": ") + (done ? done->join(QStringLiteral("; ")) : done.error().text));
        const bool stoppedByUs = !done && done.error().code == QLatin1String("cancelled");
        if (!stoppedByUs)
            if (const auto next =
                    session->perform(scheduleNext, due.channel, due.work, began, bool(done), QRandomGenerator::global()->generateDouble());
                !next)
                say(next.error().text);
        if (options.changed)
            options.changed();
        return stoppedByUs ? others : none;
    }

    Options options;
    std::mutex mutex; ///< of what follows
    std::condition_variable changed;
    bool stopped = false;
    bool woken = false;
    std::map<Id<Channel>, std::unique_ptr<Busy>> atWork;
    std::map<Id<Channel>, std::chrono::steady_clock::time_point> m_restUntil;

    // Of the looking thread alone:
    StockWatch m_watch;
    QString m_mark;
    struct Gathered {
        std::chrono::steady_clock::time_point ripe;
        std::set<Id<Product>> products;
        bool all = false;
    };
    std::map<std::pair<Id<Channel>, Work>, Gathered> m_gathered;
    std::thread thread; // last: it uses all of the above
};

Runner::Runner(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
Runner::~Runner() = default;

void Runner::wake()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->woken = true;
    }
    m_state->changed.notify_all();
}
