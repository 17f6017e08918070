#include "apps/ctl/call.h"
#include "channels/engine/decision.h"
#include "channels/engine/overview.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ExceptionCommands", text); }

namespace {

Json exceptionJson(Tx &tx, const SyncException &exception)
{
    return object("id", exception.id.value, "kind", exception.kind, "channel", tx.get(exception.channel).name, "order",
                  exception.order ? Json(tx.get(exception.order).number) : Json(), "external_id", exception.externalId, "message", exception.message,
                  "actions", actionsFor(exception.kind));
}

Result<Answer> listExceptions(Call &call, Session &session)
{
    const auto items = session.ask([&](Tx &tx) -> Result<JsonArray> {
        Id<Channel> only;
        if (call.has("channel")) {
            const auto channel = channelByName(tx, call.option("channel"));
            if (!channel)
                return channel.error();
            only = channel->id;
        }
        JsonArray found;
        for (const SyncException &exception : openExceptions(tx, only))
            found.push_back(exceptionJson(tx, exception));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "id");
}

Result<Id<SyncException>> exceptionId(const Call &call)
{
    bool whole = false;
    const qint64 id = call.word("ID").toLongLong(&whole);
    if (!whole)
        return wrongUsage(tr("“%1” is no number of an exception.").arg(call.word("ID")));
    return Id<SyncException>{id};
}

Result<Answer> showException(Call &call, Session &session)
{
    const auto id = exceptionId(call);
    if (!id)
        return id.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto exception = findException(tx, *id);
        if (!exception)
            return exception.error();
        Json json = exceptionJson(tx, *exception);
        json.set(QStringLiteral("subject"), exception->subject);
        json.set(QStringLiteral("resolution"), exception->resolution);
        json.set(QStringLiteral("created_at"), instant(exception->createdAt));
        if (const auto message = exception->messageId ? tx.find(exception->messageId) : std::nullopt)
            if (const auto payload = Json::parse(message->text()))
                json.set(QStringLiteral("payload"), *payload);
        return json;
    });
    return answer ? Result<Answer>(Answer(*answer)) : Result<Answer>(answer.error());
}

Resolution resolutionOf(const Call &call) { return {call.option("as"), call.option("sku"), call.option("tax"), call.option("listing")}; }

Result<Answer> resolve(Call &call, Session &session)
{
    const auto id = exceptionId(call);
    if (!id)
        return id.error();
    const Resolution resolution = resolutionOf(call);
    const auto resolved = session.perform([&](Tx &tx) { return resolveException(tx, *id, resolution); });
    if (!resolved)
        return resolved.error();
    return Answer(object("resolved", *resolved, "as", resolution.action));
}

Json moneyJson(const std::vector<Money> &amounts)
{
    JsonArray found;
    for (const Money &amount : amounts)
        found.push_back(object("currency", amount.currency().code(), "amount", amount.toString()));
    return Json(std::move(found));
}

Result<Answer> listGroups(Call &call, Session &session)
{
    const auto items = session.ask([](Tx &tx) {
        JsonArray found;
        for (const ExceptionGroup &group : exceptionGroups(tx))
            found.push_back(object("id", group.first.value, "channel", group.channelName, "kind", group.kind, "subject", group.subject, "count",
                                   group.count, "oldest", instant(group.oldest), "waiting", moneyJson(group.waiting), "message", group.message,
                                   "actions", actionsFor(group.kind)));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "id");
}

/// What a decision would do; nothing is stored.
Result<Answer> preview(Call &call, Session &session)
{
    const auto id = exceptionId(call);
    if (!id)
        return id.error();
    const auto effect = previewDecision(session, *id, resolutionOf(call));
    if (!effect)
        return effect.error();
    JsonArray orders;
    for (const auto &touched : effect->orders)
        orders.push_back(object("number", touched.number, "state", stateWord(touched.before), "becomes", stateWord(touched.after), "currency",
                                touched.total.currency().code(), "total", touched.total.toString(), "total_becomes", touched.totalThen.toString()));
    return Answer(object("exceptions", effect->exceptions, "rule", effect->isRule, "orders", Json(std::move(orders))));
}

Result<Answer> listRules(Call &call, Session &session)
{
    const auto items = session.ask([](Tx &tx) {
        JsonArray found;
        for (const DecisionRow &row : standingDecisions(tx))
            found.push_back(object("id", row.decision.id.value, "channel", row.channel, "kind", row.decision.kind, "subject", row.decision.subject,
                                   "action", row.decision.action, "target", row.target, "rule", row.isRule, "resolved", row.resolved, "made_at",
                                   instant(row.decision.madeAt), "actor", row.decision.actor));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "id");
}

Result<Answer> takeBack(Call &call, Session &session)
{
    const auto id = exceptionId(call);
    if (!id)
        return id.error();
    const auto taken = session.perform([&](Tx &tx) { return takeBackDecision(tx, Id<Decision>{id->value}); });
    if (!taken)
        return taken.error();
    return Answer(object("reopened", taken->reopened, "kept", QStringList(taken->kept.begin(), taken->kept.end())));
}

} // namespace

std::vector<Command> exceptionCommands()
{
    return {
        {QStringLiteral("exception list [--channel C] [--limit N] [--after ID]"), tr("What waits for a decision."), listExceptions, {}},
        {QStringLiteral("exception show ID"), tr("One exception with what the channel sent."), showException, {}},
        {QStringLiteral("exception groups [--limit N] [--after ID]"),
         tr("The same by cause: how many, since when, and what they come to."),
         listGroups,
         {}},
        {QStringLiteral("exception preview ID --as ACTION [--sku S] [--tax CODE] [--listing ID]"),
         tr("What a decision would do. Stores nothing."),
         preview,
         {}},
        {QStringLiteral("exception resolve ID --as ACTION [--sku S] [--tax CODE] [--listing ID]"),
         tr("Decides it, and everything with the same cause."),
         resolve,
         {}},
        {QStringLiteral("exception rules [--limit N] [--after ID]"), tr("The decisions that stand, newest first."), listRules, {}},
        {QStringLiteral("exception take-back ID"), tr("Ends a decision; orders that nobody has touched wait again."), takeBack, {}},
    };
}

} // namespace ctl
