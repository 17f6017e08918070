#pragma once

#include "channels/engine/channel.h"

/// What can be said about a channel of this kind beside its address and keys: what every channel has, then what its platform asks for. What stock it
/// may offer is said elsewhere (see OfferTerms), except of a new one.
std::vector<channels::Setting> settingsFor(Tx &tx, const channels::Kind &kind, bool isNew = false);
/// What stands for a setting now, as a person writes it: "yes", "packing=processing". Empty: nothing was said.
QString settingText(Tx &tx, const Channel &channel, const channels::Setting &setting);

using SaidSettings = std::vector<std::pair<QString, QString>>; ///< (key, text); an empty text takes back what was said
/// Reads what a person wrote into options; null where it is taken back. Refuses: an unknown key ("unknown_setting"), what is neither yes nor no or
/// none of the choices ("setting").
Result<Json> readSettings(const std::vector<channels::Setting> &settings, const SaidSettings &said);
/// Stores them. Refuses as readSettings() does, and an unknown price list or currency.
Result<Channel> changeSettings(Tx &tx, Id<Channel> channel, const SaidSettings &said);
