#pragma once

#include "core/parties/party.h"

struct PartyFilter {
    PartyKind kind = PartyKind::Customer;
    QString words = {};    ///< as the search of parties compares them
    bool onlyHeld = false; ///< suspended or on credit hold
    bool turned = false;   ///< from the last code to the first
};

/// By code, from one on (it included; empty: from the beginning). Each stands as strictly as those merged into it.
std::vector<Party> partyRows(Tx &tx, const PartyFilter &filter, const QString &from, int limit);
std::pair<std::vector<QString>, qint64> partyAnchors(Tx &tx, const PartyFilter &filter, int step);
