#include "channels/engine/journal.h"

#include <QCoreApplication>
#include <map>

static QString tr(const char *text) { return QCoreApplication::translate("PushJournal", text); }

QString batchKindWord(BatchKind kind)
{
    switch (kind) {
    case BatchKind::Push: return QStringLiteral("push");
    case BatchKind::Undo: return QStringLiteral("undo");
    case BatchKind::Found: return QStringLiteral("found");
    }
    return {};
}

Id<PushBatch> beginBatch(Tx &tx, Id<Channel> channel, BatchKind kind, Id<PushBatch> undoes)
{
    PushBatch batch{{}, channel, kind, undoes, tx.now(), tx.scene().actor};
    tx.insert(batch);
    return batch.id;
}

std::optional<PushChange> lastHeld(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field)
{
    return tx.first<PushChange>("product_id = ? AND field = ? AND result IN ('accepted', 'found') AND batch_id IN (SELECT id FROM push_batch WHERE "
                                "channel_id = ?) ORDER BY id DESC LIMIT 1",
                                product, fieldWord(field), channel);
}

std::vector<BatchRow> batchesOf(Tx &tx, Id<Channel> channel, int limit, Id<PushBatch> before)
{
    std::vector<BatchRow> all;
    for (PushBatch &batch : tx.all<PushBatch>("channel_id = ? AND (? = 0 OR id < ?) ORDER BY id DESC LIMIT " + std::to_string(limit), channel,
                                              before.value, before.value))
        all.push_back({batch, 0, 0, {}});
    for (BatchRow &row : all) {
        row.accepted = tx.number("SELECT COUNT(*) FROM push_change WHERE batch_id = ? AND result IN ('accepted', 'found')", row.batch.id);
        row.others = tx.number("SELECT COUNT(*) FROM push_change WHERE batch_id = ? AND result NOT IN ('accepted', 'found')", row.batch.id);
        row.undoneBy = {tx.number("SELECT MAX(id) FROM push_batch WHERE undoes_id = ?", row.batch.id)};
    }
    return all;
}

Result<PushBatch> batchOf(Tx &tx, Id<Channel> channel, qint64 number)
{
    const auto found = tx.first<PushBatch>("id = ? AND channel_id = ?", number, channel);
    if (!found)
        return notFound(QStringLiteral("unknown_push"), tr("There is no push %1 of this channel.").arg(number),
                        tr("See: purserctl sync history NAME"));
    return *found;
}

std::vector<ChangeRow> changesOf(Tx &tx, Id<PushBatch> batch)
{
    std::vector<ChangeRow> all;
    std::map<Id<Product>, QString> skus;
    auto rows = tx.run("SELECT id, sku FROM product WHERE id IN (SELECT product_id FROM push_change WHERE batch_id = ?)", batch);
    while (rows.next())
        skus[{rows.integer(0)}] = rows.text(1);
    for (const PushChange &change : tx.all<PushChange>("batch_id = ? ORDER BY id", batch))
        all.push_back({change, skus[change.product]});
    return all;
}
