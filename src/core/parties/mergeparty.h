#pragma once

#include "core/parties/party.h"

// Two customers that are one. Nothing that happened is rewritten: `from` keeps its documents, and only says whom it stands for now. Whoever chooses a
// customer gets that one; open items, credit and orders of both are shown together. So it can be undone at any time.

/// Lets one customer stand for another from now on. Refuses: the same, suppliers, one that is merged already ("merged"), one that others are merged
/// into ("has_merged").
Result<Party> mergeParty(Tx &tx, Id<Party> from, Id<Party> into);
/// Takes a merge back. Refuses: not merged ("not_merged").
Result<Party> unmergeParty(Tx &tx, Id<Party> party);
/// The party itself, or the one that stands for it.
Party standingParty(Tx &tx, Id<Party> party);
/// Those that were merged into it.
std::vector<Party> mergedInto(Tx &tx, Id<Party> party);
/// "column IN (the party and those merged into it)", with the party's id as both parameters.
std::string partyOrMerged(const std::string &column);

struct MergeSuggestion {
    Party other;
    QString reason; ///< "same phone"
};
/// Customers that may be the same person or company: the same e-mail, phone, tax number, company, or name and postcode. Nothing is merged by itself.
std::vector<MergeSuggestion> mergeSuggestions(Tx &tx, Id<Party> party);
