#include "channels/byhand/connector.h"
#include "channels/byhand/weborder.h"
#include "channels/engine/message.h"

#include <QCoreApplication>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

namespace {

/// A chosen customer is known to the site by the company's own code.
void nameCustomer(Tx &tx, const Channel &channel, const WebOrder &order)
{
    if (order.customer)
        tx.run("INSERT INTO channel_customer (channel_id, external_id, party_id) VALUES (?, ?, ?) ON CONFLICT (channel_id, external_id) DO NOTHING",
               channel.id, tx.get(order.customer).code, order.customer);
}

Result<> refuseIncomplete(Tx &tx, const Channel &channel, const WebOrder &order)
{
    if (const Kind *kind = findKind(channel.kind); kind && kind->talks)
        return refuse(QStringLiteral("not_by_hand"),
                      tr("The orders of “%1” are fetched by Purser; entered by hand they would come twice.").arg(channel.name));
    if (order.number.trimmed().isEmpty())
        return refuse(QStringLiteral("number_missing"), tr("Which number does the order have on the site?"));
    if (const QString first = firstWithNumber(tx, channel, order.number); !first.isEmpty())
        return refuse(QStringLiteral("duplicate"), tr("The order %1 of %2 is here already: %3.").arg(order.number.trimmed(), channel.name, first),
                      tr("See: purserctl order show %1").arg(first));
    if (order.lines.empty())
        return refuse(QStringLiteral("no_lines"), tr("An order needs at least one line."));
    for (const WebLine &line : order.lines)
        if (!line.quantity.isPositive())
            return refuse(QStringLiteral("quantity"), tr("A line needs a quantity above zero: %1.").arg(line.sku + line.description));
    if (!order.total)
        return refuse(QStringLiteral("total_missing"), tr("Which total does the site show?"),
                      tr("It is compared with what was typed, so that no slip goes through."));
    return Done{};
}

/// Why an order could not be made a sales order: what the engine would have kept as an exception.
Error whyNot(Tx &tx, const Channel &channel, const QString &externalId)
{
    const QString kind =
        tx.text("SELECT kind FROM sync_exception WHERE channel_id = ? AND external_id = ? ORDER BY id DESC LIMIT 1", channel.id, externalId);
    return refuse(kind, tx.text("SELECT message FROM sync_exception WHERE channel_id = ? AND external_id = ? ORDER BY id DESC LIMIT 1", channel.id,
                                externalId));
}

} // namespace

Result<SalesOrder> enterWebOrder(Tx &tx, const Channel &channel, const WebOrder &order, bool holdDifference, const std::optional<HandWork> &work)
{
    if (auto complete = refuseIncomplete(tx, channel, order); !complete)
        return complete.error();
    nameCustomer(tx, channel, order);
    const auto worked = workOut(tx, channel, order);
    if (!worked)
        return worked.error();
    for (const FoundLine &line : worked->lines)
        if (!line.problem.isEmpty())
            return refuse(QStringLiteral("price"), line.problem, tr("Say what the site charged for it."));
    if (!worked->fits() && !holdDifference)
        return refuse(QStringLiteral("totals_differ"),
                      tr("The site's total is %1, the lines come to %2: a difference of %3.")
                          .arg(order.total->toString(), worked->sum.toString(), worked->gap->toString()),
                      tr("Correct what was typed, or keep the order on hold."));
    const auto applied = applyOrder(tx, channel, HandConnector(), worked->order);
    if (!applied)
        return applied.error();
    const auto stored = tx.first<SalesOrder>("channel_id = ? AND external_id = ?", channel.id, worked->order.externalId);
    if (!stored)
        return whyNot(tx, channel, worked->order.externalId);
    if (work)
        keepWork(tx, channel, *work, stored->id.value);
    return *stored;
}

Result<Applied> takeWebOrder(Tx &tx, const Channel &channel, const WebOrder &order)
{
    // Read again from the same rows, it is the same order, whatever became of prices and rates since.
    const auto before = messagesOf(tx, channel.id, order.number.trimmed());
    if (!before.empty() && storedJson(before.front())["source"].toJson() == order.source.toJson())
        return Applied{Outcome::Unchanged, 0};
    nameCustomer(tx, channel, order);
    WebOrder dated = order;
    if (const auto first =
            before.empty() ? std::nullopt : tx.first<SalesOrder>("channel_id = ? AND external_id = ?", channel.id, order.number.trimmed());
        first && !dated.placedAt)
        dated.placedAt = first->placedAt;
    const auto worked = workOut(tx, channel, dated);
    if (!worked)
        return worked.error();
    return applyOrder(tx, channel, HandConnector(), worked->order);
}

} // namespace channels::byhand
