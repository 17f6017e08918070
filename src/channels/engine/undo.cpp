#include "channels/engine/held.h"
#include "channels/engine/send.h"

#include <QCoreApplication>

namespace channels {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("UndoPush", text); }

/// Sends what a channel held before a push. What Purser wants there is something else, so those fields are held back from now on.
class Undoer {
public:
    Undoer(Session &session, const Channel &channel, Connector &connector, const PushBatch &batch, Run &run, SyncControl &control)
        : m_session(session), m_channel(channel), m_batch(batch),
          m_sender(session, channel, connector, run, control, m_report, BatchKind::Undo, batch.id)
    {}

    Result<PushReport> run()
    {
        if (auto planned = m_session.ask([this](Tx &tx) { return plan(tx); }); !planned)
            return planned.error();
        if (auto held = m_session.perform([this](Tx &tx) { return holdAll(tx); }); !held)
            return held.error();
        std::vector<Difference *> prices, contents;
        for (Difference &d : m_differences)
            (d.field == PushField::Price ? prices : contents).push_back(&d);
        if (auto sent = m_sender.sendPrices(prices); !sent)
            return sent.error();
        if (auto sent = m_sender.sendContent(contents); !sent)
            return sent.error();
        return std::move(m_report);
    }

private:
    Result<> plan(Tx &tx)
    {
        m_own = ownFields(tx, m_channel.id);
        for (Wanted &wanted : wantedOn(tx, m_channel))
            m_wanted.emplace(wanted.product.id, std::move(wanted));
        for (const ChangeRow &row : changesOf(tx, m_batch.id)) {
            if (row.change.result != QLatin1String("accepted"))
                continue;
            const PushField field = *fieldOf(row.change.field);
            const QString why = whyNot(tx, row.change, field);
            m_report.items.push_back({row.sku, row.change.field, row.change.became, row.change.was.value_or(QString()),
                                      why.isEmpty() ? QStringLiteral("planned") : QStringLiteral("left"), why});
            if (why.isEmpty())
                add(row.change, field);
        }
        m_report.compared = int(m_report.items.size());
        return Done{};
    }

    QString whyNot(Tx &tx, const PushChange &change, PushField field)
    {
        if (field == PushField::Stock)
            return tr("Stock is what is there now: it is never set back.");
        if (field == PushField::Product)
            return tr("The product stays in the shop.");
        if (!m_own.has(field))
            return tr("The shop looks after this field.");
        if (!change.was)
            return tr("What it was before is not known.");
        const auto wanted = m_wanted.find(change.product);
        if (wanted == m_wanted.end() || wanted->second.listing.externalId.isEmpty())
            return tr("The product is not on the channel.");
        const auto last = lastHeld(tx, m_channel.id, change.product, field);
        return last && last->id == change.id ? QString() : tr("It was changed again since.");
    }

    void add(const PushChange &change, PushField field)
    {
        Wanted &wanted = m_wanted.at(change.product);
        if (field == PushField::Price)
            wanted.price = UnitPrice::parse(*change.was, m_channel.currency);
        else
            setContentText(wanted, field, *change.was);
        Difference d{&wanted, field, change.became, *change.was};
        d.item = m_report.items.size() - 1;
        m_differences.push_back(d);
    }

    /// Before anything is sent: the next push, whoever starts it, must not set it again.
    Result<> holdAll(Tx &tx)
    {
        for (const Difference &d : m_differences) {
            tx.run("DELETE FROM held_field WHERE channel_id = ? AND product_id = ? AND field = ?", m_channel.id, d.wanted->product.id,
                   fieldWord(d.field));
            tx.insert(HeldField{m_channel.id,
                                d.wanted->product.id,
                                fieldWord(d.field),
                                HoldKind::Undo,
                                {},
                                tr("Push %1 was undone.").arg(m_batch.id.value),
                                tx.scene().actor,
                                tx.now(),
                                {},
                                {}});
        }
        return Done{};
    }

    Session &m_session;
    const Channel &m_channel;
    const PushBatch m_batch;
    PushReport m_report;
    OwnFields m_own;
    std::map<Id<Product>, Wanted> m_wanted;
    std::vector<Difference> m_differences;
    Sender m_sender;
};

} // namespace
} // namespace channels

using namespace channels;

Result<PushReport> undoPush(Session &session, Channel channel, Connector &connector, qint64 number, SyncControl &control)
{
    const auto batch = session.ask([&](Tx &tx) { return batchOf(tx, channel.id, number); });
    if (!batch)
        return batch.error();
    if (batch->kind == BatchKind::Found)
        return refuse(QStringLiteral("nothing_to_undo"), tr("%1 only tells what the shop had: nothing was sent.").arg(number));
    auto run = Run::begin(session, channel, {Work::Prices, Work::Products});
    if (!run)
        return run.error();
    try {
        auto report = Undoer(session, channel, connector, *batch, *run, control).run();
        if (!report)
            return report;
        report->milliseconds = run->milliseconds();
        run->done(Json::object({{QStringLiteral("sent"), report->sent},
                                {QStringLiteral("accepted"), report->accepted},
                                {QStringLiteral("refused"), report->refused}}),
                  false);
        return report;
    } catch (const Failure &failure) {
        return run->failed(failure);
    }
}
