// bench-desk WHERE ORDERS: opens the window on the company and, meanwhile, takes in so many orders and pushes every level of stock that changed in
// the background, as the desk does it. A timer of 5 ms stands for the person: prints, per phase, by how many milliseconds it was late at the most,
// how often by more than 50 ms, and the same of a process that does nothing but wait 5 ms at a time: what the machine's other work costs anybody.

#include "company.h"
#include "figures.h"
#include "gui/shell/mainwindow.h"
#include "line.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr int tick = 5; ///< milliseconds
constexpr double tooLong = 50;

/// How late the ticks of a phase were.
struct Lateness {
    double worst = 0;
    int tooLate = 0;
    int ticks = 0;

    void note(double milliseconds)
    {
        ++ticks;
        worst = std::max(worst, milliseconds);
        tooLate += milliseconds > tooLong;
    }
};

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "bench-desk: %s\n", qPrintable(why));
    std::_Exit(1);
}

/// A process of its own that waits for 5 ms, again and again, and notes how late it wakes. What it notes is read here.
class Sleeper {
public:
    Sleeper() : m_shared(static_cast<Lateness *>(mmap(nullptr, sizeof(Lateness), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        const pid_t parent = getpid();
        if (fork() != 0)
            return;
        while (getppid() == parent) {
            const double start = bench::wallSeconds();
            const timespec wait{0, tick * 1'000'000};
            nanosleep(&wait, nullptr);
            m_shared->note((bench::wallSeconds() - start) * 1e3 - tick);
        }
        std::_Exit(0);
    }
    void restart() { *m_shared = {}; }
    Lateness now() const { return *m_shared; }

private:
    Lateness *m_shared;
};

class Measurement {
public:
    Measurement(MainWindow &window, Sleeper &sleeper, int orders) : m_window(window), m_sleeper(sleeper), m_orders(orders)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
        m_timer.start(tick);
        // What is done is told to the lists every second, as when others work on the company as well.
        QObject::connect(&m_others, &QTimer::timeout, [this] { m_window.desk().tellChanged(); });
    }
    void run()
    {
        begin();
        QTimer::singleShot(3'000, [this] {
            end("nothing");
            m_others.start(1'000);
            pullOrders();
        });
    }

private:
    enum Spot { Today, Orders, Products = 4, Channels = 6 };

    void beat()
    {
        const double now = bench::wallSeconds();
        m_lateness.note(std::max(0.0, (now - m_last) * 1e3 - tick));
        m_last = now;
    }
    void begin()
    {
        QCoreApplication::sendPostedEvents();
        m_lateness = {};
        m_sleeper.restart();
        m_last = m_began = bench::wallSeconds();
    }
    void end(const char *phase)
    {
        const Lateness other = m_sleeper.now();
        std::printf("%s %.1f %.1f %d %.1f %d\n", phase, bench::wallSeconds() - m_began, m_lateness.worst, m_lateness.tooLate, other.worst,
                    other.tooLate);
        std::fflush(stdout);
    }
    /// Work over the channel in the background; then what the desk does when it is finished.
    template <class Work> void later(Work work, std::function<void()> then)
    {
        m_window.desk().runLater(
            &m_window,
            [work](Session &session) {
                const Channel channel = bench::shop(session);
                bench::Shop shop(channel, false);
                SyncControl control;
                return work(session, channel, shop.connector(), control);
            },
            [this, then = std::move(then)](const Result<int> &done) {
                if (!done)
                    stop(done.error().text);
                m_window.desk().tellChanged();
                QTimer::singleShot(1'000, &m_window, then); // what follows from it on the screen belongs to it
            });
    }
    void pullOrders()
    {
        m_window.openPlace(Orders);
        QTimer::singleShot(500, [this] {
            begin();
            later(
                [orders = m_orders](Session &session, const Channel &channel, channels::Connector &connector, SyncControl &control) -> Result<int> {
                    const auto report = pull(session, channel, connector, {}, control);
                    if (!report)
                        return report.error();
                    if (report->created != orders)
                        return refuse(QStringLiteral("bench"), QStringLiteral("%1 orders came in").arg(report->created));
                    return report->created;
                },
                [this] {
                    end("pull");
                    pushStock();
                });
        });
    }
    void pushStock()
    {
        m_window.openPlace(Products);
        QTimer::singleShot(500, [this] {
            begin();
            later(
                [](Session &session, const Channel &channel, channels::Connector &connector, SyncControl &control) -> Result<int> {
                    PushScope scope;
                    scope.agreeAll = true;
                    const auto report = push(session, channel, connector, scope, false, control);
                    if (!report)
                        return report.error();
                    if (report->accepted != report->sent || report->accepted == 0)
                        return refuse(QStringLiteral("bench"), QStringLiteral("%1 accepted").arg(report->accepted));
                    return report->accepted;
                },
                [this] {
                    end("push");
                    QApplication::quit();
                });
        });
    }

    MainWindow &m_window;
    Sleeper &m_sleeper;
    const int m_orders;
    QTimer m_timer, m_others;
    Lateness m_lateness;
    double m_last = 0, m_began = 0;
};

} // namespace

int main(int count, char **arguments)
{
    Sleeper sleeper; // before there are threads
    QApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        stop(QStringLiteral("use: bench-desk WHERE ORDERS"));
    auto session = bench::open({words[1]});
    if (!session)
        stop(session.error().text);
    MainWindow window(std::make_unique<Desk>(*std::move(session)));
    window.show();
    Measurement measurement(window, sleeper, words[2].toInt());
    QTimer::singleShot(1'000, &window, [&] { measurement.run(); });
    return QApplication::exec();
}
