#pragma once

#include "channels/engine/field.h"

enum class BatchKind {
    Push = 1,
    Undo = 2,
    Found = 3 ///< what the shop was found to have
};
QString batchKindWord(BatchKind kind); ///< stable: "push", "undo", "found"

/// One push that changed something. A fact.
struct PushBatch {
    Id<PushBatch> id;
    Id<Channel> channel;
    BatchKind kind = BatchKind::Push;
    Id<PushBatch> undoes;
    Instant at;
    QString actor;
};

template <> struct sql::TableOf<PushBatch> {
    static constexpr Table table{
        "push_batch",
        Column{"id", &PushBatch::id},
        Column{"channel_id", &PushBatch::channel},
        Column{"kind", &PushBatch::kind},
        Column{"undoes_id", &PushBatch::undoes},
        Column{"at", &PushBatch::at},
        Column{"actor", &PushBatch::actor},
    };
};

/// What became of one field of one product. A fact. Pictures are named by their SHA-256, details stand as JSON.
struct PushChange {
    Id<PushChange> id;
    Id<PushBatch> batch;
    Id<Product> product;
    QString field;              ///< fieldWord
    std::optional<QString> was; ///< none: not known
    QString became;             ///< what was sent; of what was found, what was there
    QString result;             ///< accepted, refused, unknown, found
    QString message;
    Instant at;
};

template <> struct sql::TableOf<PushChange> {
    static constexpr Table table{
        "push_change",
        Column{"id", &PushChange::id},
        Column{"batch_id", &PushChange::batch},
        Column{"product_id", &PushChange::product},
        Column{"field", &PushChange::field},
        Column{"was", &PushChange::was},
        Column{"became", &PushChange::became},
        Column{"result", &PushChange::result},
        Column{"message", &PushChange::message},
        Column{"at", &PushChange::at},
    };
};

Id<PushBatch> beginBatch(Tx &tx, Id<Channel> channel, BatchKind kind, Id<PushBatch> undoes = {});
/// The newest change of a field that the channel is known to hold.
std::optional<PushChange> lastHeld(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field);

struct BatchRow {
    PushBatch batch;
    qint64 accepted = 0;
    qint64 others = 0; ///< refused, or the answer was lost
    Id<PushBatch> undoneBy;
};
/// The newest batches of a channel, newest first.
std::vector<BatchRow> batchesOf(Tx &tx, Id<Channel> channel, int limit, Id<PushBatch> before = {});
/// Refuses a number that is no push of this channel.
Result<PushBatch> batchOf(Tx &tx, Id<Channel> channel, qint64 number);

struct ChangeRow {
    PushChange change;
    QString sku;
};
std::vector<ChangeRow> changesOf(Tx &tx, Id<PushBatch> batch); ///< as they were made
