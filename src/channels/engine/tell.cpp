#include "channels/engine/tell.h"

#include "base/planted.h"
#include "channels/engine/offer.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Push", text); }

/// For a planted fault: a notice that no shop can recognise as one that it was told before.
static ShipmentNotice renamed(ShipmentNotice notice)
{
    static int times = 0;
    notice.number += QStringLiteral("/%1").arg(++times);
    return notice;
}

/// How many whole packs a shipment completes, after what was shipped of the line before.
static Quantity packsSent(Quantity before, Quantity shipped, qint64 pack)
{
    return pack == 1 ? shipped : packsOf(before + shipped, pack) - packsOf(before, pack);
}

std::vector<Teller::Untold> Teller::untold(Tx &tx, const Channel &channel)
{
    std::vector<Untold> all;
    auto rows = tx.run("SELECT n.shipment_id, s.number, s.carrier, s.tracking, o.external_id, o.id, n.state FROM shipment_notice n "
                       "JOIN shipment s ON s.id = n.shipment_id JOIN sales_order o ON o.id = s.order_id WHERE n.channel_id = ? AND n.state <> 2 "
                       "ORDER BY n.shipment_id",
                       channel.id);
    while (rows.next()) {
        Untold one{rows.integer(0), {rows.text(4), rows.text(1), rows.text(2), rows.text(3), {}, false}, {}, rows.integer(6) != 1};
        auto lines = tx.run(
            "SELECT l.external_id, s.quantity, l.product_id, l.pack, (SELECT COALESCE(SUM(e.quantity), 0) FROM shipment_line e JOIN shipment x ON "
            "x.id = e.shipment_id WHERE x.order_id = l.order_id AND e.line = l.line AND e.shipment_id < s.shipment_id) FROM shipment_line s "
            "JOIN sales_line l ON l.order_id = ? AND l.line = s.line WHERE s.shipment_id = ? AND l.kit_line IN (0, l.line)",
            rows.integer(5), one.shipment);
        while (lines.next()) {
            const Quantity packs = packsSent({lines.integer(4)}, {lines.integer(1)}, lines.integer(3));
            if (!packs.isPositive())
                continue;
            one.notice.lines.push_back({lines.text(0), packs});
            one.goods.emplace_back(Id<Product>{lines.integer(2)}, packs);
        }
        one.notice.completesOrder =
            tx.number("SELECT COUNT(*) FROM sales_line WHERE order_id = ? AND kind = 1 AND quantity > shipped + cancelled", rows.integer(5)) == 0
            && tx.number("SELECT MAX(id) FROM shipment WHERE order_id = ?", rows.integer(5)) == one.shipment;
        all.push_back(std::move(one));
    }
    return all;
}

Result<> Teller::tellAll(bool dryRun)
{
    const auto all = m_session.ask(untold, m_channel);
    if (!all)
        return all.error();
    for (const Untold &one : *all) {
        m_report.items.push_back({one.notice.number,
                                  fieldWord(PushField::Shipment),
                                  {},
                                  one.notice.tracking.isEmpty() ? tr("shipped") : one.notice.carrier + u' ' + one.notice.tracking,
                                  QStringLiteral("planned"),
                                  {}});
        const size_t planned = m_report.items.size() - 1;
        if (dryRun)
            continue;
        m_sender.checkCancelled();
        ItemResult result;
        try {
            if (one.notice.lines.empty())
                result = {true, false, tr("Less than a whole pack or kit: told with the shipment that completes it."), {}, {}, {}};
            else
                result = m_connector.tellShipment(planted("told_twice") ? renamed(one.notice) : one.notice);
        } catch (const Failure &failure) {
            if (failure.kind != Failure::Kind::Unknown && failure.kind != Failure::Kind::Rejected)
                throw;
            result = {planted("told_without_answer"), failure.kind == Failure::Kind::Unknown, failure.text(), {}, {}, {}};
        }
        const auto stored = m_session.perform([&](Tx &tx) -> Result<> {
            tx.run("UPDATE shipment_notice SET state = ?, message = ?, external_id = ?, changed_at = ? WHERE shipment_id = ?",
                   result.done      ? 2
                   : result.unknown ? 4
                                    : 3,
                   result.message, result.externalId, tx.now(), one.shipment);
            if (result.done && m_can.sharedStockIsOnHand)
                takeOff(tx, one);
            return Done{};
        });
        if (!stored)
            return stored.error();
        m_sender.count(m_report.items[planned], result);
        m_run.renew();
    }
    return Done{};
}

/// The shop took what it was told of as shipped off its stock by itself. When it did so is not known where it had been told before: then
/// nobody knows what it holds, and it is set anew.
void Teller::takeOff(Tx &tx, const Untold &told)
{
    for (const auto &[product, quantity] : told.goods)
        if (told.wasTried)
            tx.run("UPDATE listing SET confirmed_stock = NULL, version = version + 1 WHERE channel_id = ? AND product_id = ?", m_channel.id, product);
        else
            tx.run("UPDATE listing SET confirmed_stock = confirmed_stock - ?, version = version + 1 WHERE channel_id = ? AND product_id = ?",
                   quantity, m_channel.id, product);
}

} // namespace channels
