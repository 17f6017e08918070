#include "apps/ctl/byhand.h"
#include "apps/ctl/call.h"
#include "apps/ctl/pushreport.h"
#include "channels/engine/overview.h"
#include "channels/engine/setting.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ChannelCommands", text); }

namespace {

Json channelJson(const ChannelOverview &overview)
{
    const Channel &c = overview.channel;
    Json freshness = object("median", overview.freshnessMedian ? Json(*overview.freshnessMedian) : Json(), "p95",
                            overview.freshness95 ? Json(*overview.freshness95) : Json());
    return object("name", c.name, "kind", c.kind, "url", c.url, "state", channelStateWord(c.state), "buyers", buyersWord(c.buyers), "state_reason",
                  c.stateReason, "last_pull", instant(c.lastPull), "last_push", instant(c.lastPush), "next_run", instant(overview.nextRun), "run_by",
                  overview.runBy, "late", overview.late, "waiting", overview.waiting, "exceptions", overview.exceptions, "held", overview.held,
                  "unpushed", overview.unpushed, "freshness", std::move(freshness));
}

Result<Answer> kinds(Call &call)
{
    JsonArray items;
    for (const channels::Kind &kind : channels::kinds()) {
        QStringList secrets;
        for (const QString &name : kind.secretNames)
            secrets << name;
        items.push_back(object("kind", kind.id, "label", kind.label, "secrets", secrets));
    }
    return listed(call, std::move(items), "kind");
}

/// “--option K=V”, and the file that --trust names.
Result<SaidSettings> saidSettings(const Call &call)
{
    SaidSettings said;
    for (const QString &pair : call.options("option")) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return wrongUsage(tr("“%1” is no option such as publish=linked.").arg(pair));
        said.emplace_back(pair.left(equals), pair.mid(equals + 1));
    }
    if (call.has("trust"))
        said.emplace_back(QStringLiteral("trust"), QFileInfo(call.option("trust")).absoluteFilePath());
    return said;
}

Result<Answer> add(Call &call, Session &session)
{
    NewChannel channel;
    channel.name = call.word("NAME");
    channel.kind = call.option("kind");
    channel.url = call.option("url");
    channel.allowPlainHttp = call.has("allow-plain-http");
    const auto said = saidSettings(call);
    if (!said)
        return said.error();
    if (const channels::Kind *kind = channels::findKind(channel.kind)) {
        const auto options = session.ask([&](Tx &tx) { return readSettings(settingsFor(tx, *kind, true), *said); });
        if (!options)
            return options.error();
        channel.options = *options;
        channel.secrets = call.secretLines(kind->secretNames);
    }
    const auto added = addChannel(session, channel);
    if (!added)
        return added.error();
    return Answer(object("name", added->name, "kind", added->kind, "url", added->url, "state", channelStateWord(added->state)));
}

Result<Answer> listThem(Call &call, Session &session)
{
    const auto all = session.ask(channelOverviews);
    if (!all)
        return all.error();
    JsonArray items;
    for (const ChannelOverview &overview : *all)
        items.push_back(channelJson(overview));
    return listed(call, std::move(items), "name");
}

Result<Answer> show(Call &call, Session &session)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        Json json = channelJson(overviewOf(tx, *channel));
        JsonArray runs;
        for (const ChannelRun &run : lastRuns(tx, channel->id, 10)) {
            const auto summary = Json::parse(run.summary.toUtf8());
            runs.push_back(object("direction", run.direction, "started_at", instant(run.startedAt), "finished_at", instant(run.finishedAt), "outcome",
                                  run.outcome, "summary", summary ? *summary : Json()));
        }
        json.set(QStringLiteral("runs"), Json(std::move(runs)));
        if (const channels::Kind *kind = channels::findKind(channel->kind); kind && !kind->talks)
            json.set(QStringLiteral("by_hand"), effortJson(tx, *channel, tx.today().addDays(-29), tx.today()));
        return json;
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> test(Call &call, Session &session)
{
    const auto info = testChannel(session, call.word("NAME"), call.control());
    if (!info)
        return info.error();
    return Answer(object("shop", info->name, "version", info->version, "currency", info->currency.code(), "tax_inclusive", info->taxInclusive,
                         "time_zone", info->timeZone));
}

Result<Answer> changeState(Call &call, Session &session, bool pause)
{
    const auto changed = session.perform([&](Tx &tx) -> Result<Channel> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel;
        return pause ? pauseChannel(tx, channel->id, call.option("reason")) : resumeChannel(tx, channel->id);
    });
    if (!changed)
        return changed.error();
    return Answer(object("name", changed->name, "state", channelStateWord(changed->state)));
}

QString seconds(qint64 milliseconds) { return decimal::format(milliseconds, 3, 1); }

Json pullJson(const PullReport &report)
{
    return object("pages", report.pages, "seen", report.seen, "created", report.created, "changed", report.changed, "unchanged", report.unchanged,
                  "exceptions", report.exceptions, "requests", report.requests, "seconds", Json::number(seconds(report.milliseconds).toLatin1()));
}

Result<Json> pullNow(Call &call, Session &session)
{
    PullOptions options;
    options.dryRun = call.has("dry-run");
    const auto since = call.moment("since", false, session.scene().zone);
    if (!since)
        return since.error();
    options.since = *since;
    const auto report = pull(session, call.word("NAME"), options, call.control());
    if (!report)
        return report.error();
    return pullJson(*report);
}

Result<Json> pushNow(Call &call, Session &session, PushScope scope = {})
{
    if (call.has("only")) {
        const QStringList only = call.option("only").split(u',');
        for (const QString &kind : only)
            if (kind != QLatin1String("stock") && kind != QLatin1String("prices") && kind != QLatin1String("products")
                && kind != QLatin1String("shipments"))
                return wrongUsage(tr("--only takes stock, prices, products, shipments; not “%1”.").arg(kind));
        scope = {scope.orders, only.contains(QStringLiteral("stock")), only.contains(QStringLiteral("prices")),
                 only.contains(QStringLiteral("products")), only.contains(QStringLiteral("shipments"))};
    }
    takeAgreement(call, scope);
    const auto report = push(session, call.word("NAME"), scope, call.has("dry-run"), call.control());
    if (!report)
        return report.error();
    return pushJson(*report, call.json());
}

Result<Answer> answered(Result<Json> json)
{
    if (!json)
        return json.error();
    return Answer(*json);
}

Result<Answer> runBoth(Call &call, Session &session)
{
    const auto pulled = pullNow(call, session);
    if (!pulled)
        return pulled.error();
    PushScope scope;
    scope.orders = false; // they have just come
    const auto pushed = pushNow(call, session, scope);
    if (!pushed)
        return pushed.error();
    return Answer(object("pull", *pulled, "push", *pushed));
}

/// What is said about a channel, after the options that change it.
Result<Answer> settings(Call &call, Session &session)
{
    const auto said = saidSettings(call);
    if (!said)
        return said.error();
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        auto channel = channelByName(tx, call.word("NAME"));
        if (channel && !said->empty())
            channel = changeSettings(tx, channel->id, *said);
        if (!channel)
            return channel.error();
        Json json = object("name", channel->name, "kind", channel->kind, "url", channel->url);
        if (const channels::Kind *kind = channels::findKind(channel->kind))
            for (const channels::Setting &setting : settingsFor(tx, *kind))
                json.set(setting.key, settingText(tx, *channel, setting));
        return json;
    });
    return answered(answer);
}

/// Another platform for a channel that is there, or none.
Result<Answer> changeKind(Call &call, Session &session)
{
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, call.word("NAME")); });
    if (!channel)
        return channel.error();
    NewChannel wanted;
    wanted.kind = call.option("kind");
    wanted.url = call.has("url") ? call.option("url") : channel->url;
    wanted.allowPlainHttp = call.has("allow-plain-http");
    const channels::Kind *kind = channels::findKind(wanted.kind);
    if (kind)
        wanted.secrets = call.secretLines(kind->secretNames);
    const auto changed = changePlatform(session, channel->id, wanted);
    if (!changed)
        return changed.error();
    return Answer(object("name", changed->name, "kind", changed->kind, "url", changed->url, "effects",
                         kind ? platformEffects(*channel, *kind) : QStringList()));
}

/// New keys for a channel, after they were changed in the shop.
Result<Answer> changeKeys(Call &call, Session &session)
{
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, call.word("NAME")); });
    if (!channel)
        return channel.error();
    const channels::Kind *kind = channels::findKind(channel->kind);
    const auto secrets = call.secretLines(kind ? kind->secretNames : std::vector<QString>{tr("Key")});
    if (secrets.empty())
        return refuse(QStringLiteral("secret_missing"), tr("There were no keys on standard input."), tr("Give them one per line."));
    const auto changed = setChannelSecrets(session, channel->id, secrets);
    if (!changed)
        return changed.error();
    return Answer(object("name", changed->name, "keys", int(secrets.size())));
}

} // namespace

std::vector<Command> channelCommands()
{
    return {
        {QStringLiteral("channel kinds [--limit N] [--after KIND]"), tr("The platforms that Purser speaks to."), {}, kinds},
        {QStringLiteral("channel add NAME --kind KIND [--url URL] [--option K=V]… [--trust CERT.pem] [--allow-plain-http]"),
         tr("A new channel. Its keys are read from standard input, one per line. A site that is served by hand needs no address."),
         add,
         {}},
        {QStringLiteral("channel settings NAME [--option K=V]… [--trust CERT.pem]"),
         tr("What is said about a channel and its shop; “K=” takes it back."),
         settings,
         {}},
        {QStringLiteral("channel list [--limit N] [--after NAME]"), tr("All channels and how they are doing."), listThem, {}},
        {QStringLiteral("channel show NAME"), tr("One channel with its last runs."), show, {}},
        {QStringLiteral("channel test NAME"), tr("Asks the shop who it is."), test, {}},
        {QStringLiteral("channel platform NAME --kind KIND [--url URL] [--allow-plain-http]"),
         tr("Joins a channel that is there to another platform, or serves it by hand; nothing is entered again."),
         changeKind,
         {}},
        {QStringLiteral("channel keys NAME"), tr("New keys, read from standard input, one per line."), changeKeys, {}},
        {QStringLiteral("channel pause NAME [--reason T]"),
         tr("It does nothing by itself until it is resumed; what a person says is done."),
         [](Call &call, Session &s) { return changeState(call, s, true); },
         {}},
        {QStringLiteral("channel resume NAME"),
         tr("It works by itself again."),
         [](Call &call, Session &s) { return changeState(call, s, false); },
         {}},
        {QStringLiteral("sync pull NAME [--dry-run] [--since T]"),
         tr("Fetches changed orders and applies them."),
         [](Call &c, Session &s) { return answered(pullNow(c, s)); },
         {}},
        {QStringLiteral("sync push NAME [--only KINDS] [--dry-run] [--agree SKU]… [--agree-all]"),
         tr("Sends what the channel should show and does not; before stock, fetches orders. KINDS: stock,prices,products,shipments."),
         [](Call &c, Session &s) { return answered(pushNow(c, s)); },
         {}},
        {QStringLiteral("sync run NAME"), tr("Pulls, then pushes."), runBoth, {}},
    };
}

} // namespace ctl
