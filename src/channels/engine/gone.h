#pragma once

#include "channels/engine/exception.h"
#include "channels/engine/listing.h"

// Products that a shop does not show any more, though it had them. Nothing is sent to them, and a person decides: make it again there ("relist"),
// take it off the channel ("retire"), or leave it as it is ("ignore"). It is told once, until the shop shows it again.

namespace channels {

/// The check has not found it: it is told, and nothing is sent to it any more.
void tellGone(Tx &tx, const Channel &channel, const Wanted &wanted, const QString &why);
/// It is there again: what was told of it is settled.
void tellBack(Tx &tx, const Channel &channel, Listing &listing);
/// Carries a decision about it out. Refuses to make a product again that is not sold any more ("inactive").
Result<> decideGone(Tx &tx, const Channel &channel, const SyncException &exception, const QString &action);
/// Takes a decision back; where the shop has it again, gives back a sentence why not.
QString takeBackGone(Tx &tx, const Channel &channel, const SyncException &exception, const QString &action);

} // namespace channels
