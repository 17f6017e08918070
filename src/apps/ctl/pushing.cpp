#include "apps/ctl/pushreport.h"
#include "channels/engine/guard.h"
#include "channels/engine/held.h"
#include "channels/engine/journal.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("PushCommands", text); }

static QString shown(QString text, bool whole)
{
    constexpr qsizetype longest = 60;
    return whole || text.size() <= longest ? text : text.left(longest - 1).simplified() + u'…';
}

Json pushJson(const PushReport &report, bool whole)
{
    JsonArray items;
    for (const PushItem &item : report.items)
        items.push_back(object("sku", item.sku, "field", item.field, "now", shown(item.now, whole), "becomes", shown(item.becomes, whole), "result",
                               item.result, "message", item.message));
    Json json = object("compared", report.compared, "sent", report.sent, "accepted", report.accepted, "refused", report.refused, "held", report.held,
                       "requests", report.requests, "seconds", Json::number(decimal::format(report.milliseconds, 3, 1).toLatin1()), "push",
                       report.batch ? Json(report.batch) : Json(), "items", Json(std::move(items)));
    if (report.pulled)
        json.set(QStringLiteral("orders"), object("seen", report.pulled->seen, "created", report.pulled->created, "changed", report.pulled->changed,
                                                  "unchanged", report.pulled->unchanged, "exceptions", report.pulled->exceptions));
    return json;
}

void takeAgreement(const Call &call, PushScope &scope)
{
    scope.agreeAll = call.has("agree-all");
    for (const QString &sku : call.options("agree"))
        scope.agreed.insert(sku);
}

namespace {

Result<PushField> fieldNamed(const QString &word)
{
    if (const auto field = fieldOf(word))
        return *field;
    QStringList words;
    for (const PushField field : allFields())
        words << fieldWord(field);
    return wrongUsage(tr("“%1” is none of %2.").arg(word, words.join(QStringLiteral(", "))));
}

Result<Answer> fields(Call &call, Session &session)
{
    std::optional<OwnFields> wanted;
    if (call.has("own")) {
        wanted = OwnFields{0};
        for (const QString &word : call.option("own").split(u',', Qt::SkipEmptyParts)) {
            if (word == QLatin1String("none"))
                continue;
            if (word == QLatin1String("all")) {
                wanted = OwnFields();
                continue;
            }
            const auto field = fieldNamed(word);
            if (!field)
                return field.error();
            wanted->set(*field, true);
        }
    }
    const auto own = session.perform([&](Tx &tx) -> Result<OwnFields> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        return wanted ? setFieldOwners(tx, channel->id, *wanted) : ownFields(tx, channel->id);
    });
    if (!own)
        return own.error();
    JsonArray items;
    for (const PushField field : allFields())
        items.push_back(object("field", fieldWord(field), "owner", own->has(field) ? QStringLiteral("purser") : QStringLiteral("shop")));
    return Answer(list(std::move(items)));
}

Result<Answer> guard(Call &call, Session &session)
{
    const auto percent = [&](const char *name, Rate &rate) -> Result<> {
        if (!call.has(name))
            return Done{};
        const auto value = Rate::parsePercent(call.option(name));
        if (!value)
            return wrongUsage(tr("“%1” is no percentage such as 50.").arg(call.option(name)));
        rate = *value;
        return Done{};
    };
    const auto rows = call.number("rows");
    if (!rows)
        return rows.error();
    const auto stored = session.perform([&](Tx &tx) -> Result<PushGuard> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        PushGuard guard = guardOf(tx, channel->id);
        if (auto taken = percent("price", guard.priceChange); !taken)
            return taken.error();
        if (auto taken = percent("share", guard.massShare); !taken)
            return taken.error();
        guard.massRows = rows->value_or(guard.massRows);
        return call.has("price") || call.has("share") || *rows ? setPushGuard(tx, guard) : guard;
    });
    if (!stored)
        return stored.error();
    return Answer(object("name", call.word("NAME"), "price", stored->priceChange.toPercent(), "share", stored->massShare.toPercent(), "rows",
                         stored->massRows));
}

Result<Answer> held(Call &call, Session &session)
{
    const auto rows = session.ask([&](Tx &tx) -> Result<std::vector<HeldRow>> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        return heldOn(tx, channel->id);
    });
    if (!rows)
        return rows.error();
    JsonArray items;
    for (const HeldRow &row : *rows)
        items.push_back(object("row", row.sku + u'/' + row.held.field, "sku", row.sku, "field", row.held.field, "by", row.held.heldBy, "since",
                               instant(row.held.heldAt), "kind", holdKindWord(row.held.kind), "wanted", shown(row.held.wanted, call.json()), "reason",
                               row.held.reason));
    return listed(call, std::move(items), "row");
}

Result<Answer> changeHold(Call &call, Session &session, bool hold)
{
    const auto field = fieldNamed(call.word("FIELD"));
    if (!field)
        return field.error();
    const auto changed = session.perform([&](Tx &tx) -> Result<HeldField> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        return hold ? holdField(tx, channel->id, product->id, *field, call.option("reason")) : releaseField(tx, channel->id, product->id, *field);
    });
    if (!changed)
        return changed.error();
    return Answer(object("sku", call.word("SKU"), "field", changed->field, "held", changed->isHeld()));
}

Json changeJson(const ChangeRow &row, bool whole)
{
    return object("id", row.change.id.value, "sku", row.sku, "field", row.change.field, "was",
                  row.change.was ? Json(shown(*row.change.was, whole)) : Json(), "became", shown(row.change.became, whole), "result",
                  row.change.result, "message", row.change.message);
}

Json batchJson(const BatchRow &row)
{
    return object("push", row.batch.id.value, "kind", batchKindWord(row.batch.kind), "at", instant(row.batch.at), "by", row.batch.actor, "accepted",
                  row.accepted, "others", row.others, "undoes", row.batch.undoes ? Json(row.batch.undoes.value) : Json(), "undone_by",
                  row.undoneBy ? Json(row.undoneBy.value) : Json());
}

Result<qint64> pushNumber(const QString &text)
{
    bool whole = false;
    const qint64 number = text.toLongLong(&whole);
    if (!whole)
        return wrongUsage(tr("“%1” is no number of a push.").arg(text));
    return number;
}

Result<Answer> history(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        JsonArray items;
        if (call.word("PUSH").isEmpty()) {
            const std::vector<BatchRow> rows = batchesOf(tx, channel->id, page->limit, {page->after.toLongLong()});
            for (const BatchRow &row : rows)
                items.push_back(batchJson(row));
            const bool more = rows.size() == size_t(page->limit);
            return list(std::move(items), more ? QString::number(rows.back().batch.id.value) : QString());
        }
        const auto number = pushNumber(call.word("PUSH"));
        if (!number)
            return number.error();
        const auto batch = batchOf(tx, channel->id, *number);
        if (!batch)
            return batch.error();
        for (const ChangeRow &row : changesOf(tx, batch->id))
            items.push_back(changeJson(row, call.json()));
        return Json(std::move(items));
    });
    if (!answer)
        return answer.error();
    return answer->isArray() ? listed(call, answer->items(), "id") : Result<Answer>(Answer(*answer));
}

Result<Answer> undo(Call &call, Session &session)
{
    const auto number = pushNumber(call.word("PUSH"));
    if (!number)
        return number.error();
    const auto report = undoPush(session, call.word("NAME"), *number, call.control());
    if (!report)
        return report.error();
    return Answer(pushJson(*report, call.json()));
}

} // namespace

std::vector<Command> pushCommands()
{
    return {
        {QStringLiteral("channel fields NAME [--own FIELDS]"),
         tr("Who looks after what: the fields named are Purser's, all others the shop's; or all, none."),
         fields,
         {}},
        {QStringLiteral("channel guard NAME [--price PERCENT] [--share PERCENT] [--rows N]"),
         tr("When a push waits for a person: one price changes by more, or a greater share and more rows change at once."),
         guard,
         {}},
        {QStringLiteral("sync held NAME [--limit N] [--after ROW]"), tr("What a push leaves alone until it is released."), held, {}},
        {QStringLiteral("sync hold NAME SKU FIELD [--reason T]"),
         tr("A push leaves this field alone from now on."),
         [](Call &call, Session &s) { return changeHold(call, s, true); },
         {}},
        {QStringLiteral("sync release NAME SKU FIELD"),
         tr("The next push sends it."),
         [](Call &call, Session &s) { return changeHold(call, s, false); },
         {}},
        {QStringLiteral("sync history NAME [PUSH] [--limit N] [--after ID]"),
         tr("The pushes, newest first; or what one of them changed."),
         history,
         {}},
        {QStringLiteral("sync undo NAME PUSH"), tr("Sends what was there before a push, and holds those fields back."), undo, {}},
    };
}

} // namespace ctl
