#pragma once

#include "channels/engine/field.h"

enum class HoldKind {
    Person = 1,
    Undo = 2, ///< the push that set it was undone
    Guard = 3 ///< it looked wrong
};
QString holdKindWord(HoldKind kind); ///< stable: "person", "undo", "guard"

/// What a push leaves alone on a channel until a person releases it.
struct HeldField {
    Id<Channel> channel;
    Id<Product> product;
    QString field; ///< fieldWord
    HoldKind kind = HoldKind::Person;
    QString wanted; ///< what it would have become when the guard held it back
    QString reason;
    QString heldBy;
    Instant heldAt;
    QString releasedBy;
    Instant releasedAt; ///< none: still held; a released row goes once it was sent

    bool isHeld() const { return !releasedAt; }
};

template <> struct sql::TableOf<HeldField> {
    static constexpr Table table{
        "held_field",
        Column{"channel_id", &HeldField::channel},
        Column{"product_id", &HeldField::product},
        Column{"field", &HeldField::field},
        Column{"kind", &HeldField::kind},
        Column{"wanted", &HeldField::wanted},
        Column{"reason", &HeldField::reason},
        Column{"held_by", &HeldField::heldBy},
        Column{"held_at", &HeldField::heldAt},
        Column{"released_by", &HeldField::releasedBy},
        Column{"released_at", &HeldField::releasedAt},
    };
};

/// A field of a product that a push shall leave alone from now on. Refuses what is no field of a listing, and one that is held already.
Result<HeldField> holdField(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field, const QString &reason);
/// The next push sends it, whatever the guard says. Refuses what is not held.
Result<HeldField> releaseField(Tx &tx, Id<Channel> channel, Id<Product> product, PushField field);
/// Releases everything that the guard holds back of a field. Gives back how many.
int releaseGuarded(Tx &tx, Id<Channel> channel, PushField field);

struct HeldRow {
    HeldField held;
    QString sku;
    QString name;
};
/// What is held on a channel, by SKU.
std::vector<HeldRow> heldOn(Tx &tx, Id<Channel> channel);
/// The sentence that people read: "Held back by anna since …: reason".
QString heldText(const HeldField &held, const QTimeZone &zone);
