#include "apps/ctl/call.h"
#include "channels/engine/check.h"
#include "channels/engine/runner.h"
#include "channels/engine/schedulewords.h"
#include "channels/engine/webhook.h"

#include <QCoreApplication>
#include <QThread>
#include <mutex>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ScheduleCommands", text); }

namespace {

Json scheduleJson(const Schedule &s)
{
    const bool repeats = s.rhythm == Rhythm::Every || s.rhythm == Rhythm::OnChange;
    return object("work", workWord(s.work), "rhythm", rhythmWord(s.rhythm), "minutes", repeats ? Json(s.minutes) : Json(), "times", s.times, "days",
                  daysWord(s.days), "hours", timeWord(s.opens) + u'-' + timeWord(s.closes), "remind_hours", s.remindHours, "next_run",
                  instant(s.nextRun), "last_run", instant(s.lastRun));
}

Result<std::set<Work>> readWork(const Call &call)
{
    std::set<Work> all(everyWork().begin(), everyWork().end());
    if (!call.has("work")) {
        all.erase(Work::Check); // it is not done every few minutes
        return all;
    }
    std::set<Work> chosen;
    for (const QString &word : call.option("work").split(u',')) {
        const auto found = std::find_if(all.begin(), all.end(), [&](Work w) { return workWord(w) == word; });
        if (found == all.end())
            return wrongUsage(tr("--work takes orders, stock, prices, products, shipments, check; not “%1”.").arg(word));
        chosen.insert(*found);
    }
    return chosen;
}

/// What the options say, put over a schedule that is there.
Result<Schedule> changed(const Call &call, Schedule schedule)
{
    if (call.has("by-hand"))
        schedule.rhythm = Rhythm::ByHand;
    if (call.has("every")) {
        const auto minutes = call.number("every");
        if (!minutes)
            return minutes.error();
        schedule.rhythm = Rhythm::Every;
        schedule.minutes = **minutes;
    }
    if (call.has("on-change") && schedule.work != Work::Orders && schedule.work != Work::Check)
        schedule.rhythm = Rhythm::OnChange;
    if (call.has("at")) {
        schedule.rhythm = Rhythm::AtTimes;
        schedule.times = call.option("at");
    }
    if (call.has("days")) {
        const auto days = readDays(call.option("days"));
        if (!days)
            return wrongUsage(days.error().text + u' ' + days.error().hint);
        schedule.days = *days;
    }
    if (call.has("hours")) {
        const QStringList ends = call.option("hours").split(u'-');
        const auto opens = readTime(ends.front());
        const auto closes = readTime(ends.back());
        if (ends.size() != 2 || !opens || !closes)
            return wrongUsage(tr("“%1” are no hours such as 07:00-19:00.").arg(call.option("hours")));
        schedule.opens = *opens;
        schedule.closes = *closes;
    }
    if (call.has("remind")) {
        const auto hours = call.number("remind");
        if (!hours)
            return hours.error();
        schedule.remindHours = **hours;
    }
    return schedule;
}

Result<Answer> schedule(Call &call, Session &session)
{
    const auto work = readWork(call);
    if (!work)
        return work.error();
    int rhythms = 0;
    for (const char *option : {"by-hand", "every", "on-change", "at"})
        rhythms += call.has(option);
    const bool both = rhythms == 2 && call.has("every") && call.has("on-change");
    if (rhythms > 1 && !both)
        return wrongUsage(tr("Say one of --every, --at, --on-change and --by-hand; --every goes with --on-change."));
    const bool says = rhythms > 0 || call.has("days") || call.has("hours") || call.has("remind");
    const auto lines = session.perform([&](Tx &tx) -> Result<JsonArray> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        if (says)
            for (const Schedule &one : schedulesOf(tx, channel->id))
                if (work->count(one.work)) {
                    const auto wanted = changed(call, one);
                    if (!wanted)
                        return wanted.error();
                    if (const auto set = setSchedule(tx, *wanted); !set)
                        return set.error();
                }
        JsonArray all;
        for (const Schedule &one : schedulesOf(tx, channel->id))
            all.push_back(scheduleJson(one));
        return all;
    });
    if (!lines)
        return lines.error();
    return Answer(list(*lines));
}

Result<Answer> check(Call &call, Session &session)
{
    const auto report = checkChannel(session, call.word("NAME"), call.control());
    if (!report)
        return report.error();
    JsonArray rows;
    for (const CheckRow &row : report->rows)
        rows.push_back(
            object("sku", row.sku, "field", row.field, "believed", row.believed, "shows", row.shows, "result", row.result, "message", row.message));
    return Answer(object("compared", report->compared, "differed", int(report->rows.size()), "repaired", report->repaired(), "orders_missed",
                         report->missed, "items", Json(std::move(rows))));
}

Result<Answer> webhook(Call &call, Session &session)
{
    if (call.has("close")) {
        const auto closed = session.perform([&](Tx &tx) -> Result<> {
            const auto channel = channelByName(tx, call.word("NAME"));
            if (!channel)
                return channel.error();
            return closeWebhook(tx, channel->id);
        });
        if (!closed)
            return closed.error();
        return Answer(object("channel", call.word("NAME"), "webhook", "closed"));
    }
    const auto opened = openWebhook(session, call.word("NAME"));
    if (!opened)
        return opened.error();
    const auto byHand = session.ask([&](Tx &tx) {
        const auto channel = channelByName(tx, call.word("NAME"));
        return channel && schedulesOf(tx, channel->id).front().rhythm == Rhythm::ByHand; // orders come first
    });
    Json answer = object("channel", call.word("NAME"), "path", opened->path, "secret", opened->secret, "next",
                         tr("In the shop, let “order created” and “order updated” go to https://YOUR-ADDRESS%1 with this secret.").arg(opened->path));
    if (byHand && *byHand)
        answer.set(QStringLiteral("note"),
                   tr("Orders of this channel come by hand: nothing is pulled when the shop knocks, until they have a rhythm."));
    return Answer(answer);
}

/// Runs until it is told to end. Every line says who did what and when.
Result<Answer> serve(Call &call, Session &session)
{
    if (!call.has("sync") && !call.has("webhooks"))
        return wrongUsage(tr("Serve what? Say --sync, --webhooks ADDRESS, or both."));
    std::mutex writing;
    int runs = 0;
    const auto say = [&](const QString &line) {
        const std::lock_guard lock(writing);
        call.progress() << QDateTime::currentDateTimeUtc().toString(Qt::ISODate) << ' ' << line << Qt::endl;
    };
    say(tr("Purser %1 serves %2. Ctrl-C ends it.").arg(QStringLiteral(PURSER_VERSION), session.scene().companyName));
    std::unique_ptr<Runner> runner;
    if (call.has("sync")) {
        Runner::Options options;
        options.company = session.locator();
        options.told = say;
        options.changed = [&] {
            const std::lock_guard lock(writing);
            ++runs;
        };
        runner = std::make_unique<Runner>(std::move(options));
    }
    std::unique_ptr<WebhookListener> listener;
    if (call.has("webhooks")) {
        WebhookListener::Options options;
        options.company = session.locator();
        options.address = call.option("webhooks");
        options.certificate = call.option("certificate");
        options.privateKey = call.option("key");
        options.behindProxy = call.has("behind-proxy");
        options.knocked = [&] {
            if (runner)
                runner->wake();
        };
        listener = std::make_unique<WebhookListener>(std::move(options));
        if (auto started = listener->start(); !started)
            return started.error();
        say(tr("Webhooks are heard on port %1.").arg(listener->port()));
    }
    while (!call.control().cancelled)
        QThread::msleep(50);
    say(tr("Ending at a safe point."));
    listener.reset();
    runner.reset();
    return Answer(object("runs", runs));
}

} // namespace

std::vector<Command> scheduleCommands()
{
    return {
        {QStringLiteral(
             "channel schedule NAME [--work KINDS] [--every MINUTES] [--on-change] [--at TIMES] [--by-hand] [--days DAYS] [--hours FROM-TO] "
             "[--remind HOURS]"),
         tr("When a channel does what by itself; shows it when nothing is said. KINDS: orders,stock,prices,products,shipments,check."),
         schedule,
         {}},
        {QStringLiteral("sync check NAME"), tr("Compares what the shop shows with what it should show, and repairs what differs."), check, {}},
        {QStringLiteral("channel webhook NAME [--close]"), tr("Opens a channel to the shop's webhooks: a new address and secret."), webhook, {}},
        {QStringLiteral("serve [--sync] [--webhooks ADDRESS] [--certificate PEM] [--key PEM] [--behind-proxy]"),
         tr("Runs every channel at its rhythm, without a window, until it is told to end; hears the shops' webhooks."),
         serve,
         {}},
    };
}

} // namespace ctl
