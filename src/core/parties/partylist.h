#pragma once

#include "core/parties/party.h"

/// By code, from one on (it included; empty: from the beginning).
std::vector<Party> partyRows(Tx &tx, PartyKind kind, const QString &words, const QString &from, int limit);
std::pair<std::vector<QString>, qint64> partyAnchors(Tx &tx, PartyKind kind, const QString &words, int step);
