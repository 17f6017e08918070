#pragma once

#include "channels/engine/field.h"
#include "channels/engine/listing.h"

namespace channels {

/// One field of one listing that the channel shows otherwise than it should.
struct Difference {
    Wanted *wanted = nullptr;
    PushField field = PushField::Stock;
    std::optional<QString> now; ///< what the channel was last known to hold; none: not known
    QString becomes;
    bool agreed = false;  ///< a person agreed: the guard lets it pass
    bool guarded = false; ///< held by the guard
    QString held{};       ///< why it is not sent; empty: it is
    size_t item = 0;      ///< of PushReport::items
};

/// The texts of a listing's content as they are kept and compared: of title, text, details and images.
QString contentText(const Wanted &wanted, PushField field);
/// Sets the wanted content back to a text that contentText gave once.
void setContentText(Wanted &wanted, PushField field, const QString &text);
/// One of contentHashes(); empty: not known.
QString hashIn(const QString &hashes, PushField field);
void setConfirmedHash(Listing &listing, PushField field, const QString &hash);

} // namespace channels
