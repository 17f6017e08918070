#include "apps/ctl/call.h"
#include "core/parties/mergeparty.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("MergeCommands", text); }

namespace {

/// The customer with this very code, whoever stands for it.
Result<Party> named(Tx &tx, const QString &code)
{
    if (const auto party = tx.first<Party>("kind = 1 AND code = ?", code))
        return *party;
    return partyByCode(tx, PartyKind::Customer, code);
}

Result<Answer> merge(Call &call, Session &session)
{
    const auto into = session.perform([&](Tx &tx) -> Result<Party> {
        const auto from = named(tx, call.word("CODE"));
        if (!from)
            return from.error();
        const auto other = named(tx, call.option("into"));
        if (!other)
            return other.error();
        return mergeParty(tx, from->id, other->id);
    });
    if (!into)
        return into.error();
    return Answer(object("merged", call.word("CODE"), "into", into->code));
}

Result<Answer> unmerge(Call &call, Session &session)
{
    const auto party = session.perform([&](Tx &tx) -> Result<Party> {
        const auto found = named(tx, call.word("CODE"));
        if (!found)
            return found.error();
        return unmergeParty(tx, found->id);
    });
    if (!party)
        return party.error();
    return Answer(object("code", party->code, "name", party->displayName()));
}

Result<Answer> suggest(Call &call, Session &session)
{
    const auto items = session.ask([&](Tx &tx) -> Result<JsonArray> {
        const auto party = named(tx, call.word("CODE"));
        if (!party)
            return party.error();
        JsonArray found;
        for (const MergeSuggestion &suggestion : mergeSuggestions(tx, party->id))
            found.push_back(object("code", suggestion.other.code, "name", suggestion.other.name, "company", suggestion.other.company, "email",
                                   suggestion.other.email, "reason", suggestion.reason));
        return found;
    });
    if (!items)
        return items.error();
    return listed(call, *items, "code");
}

} // namespace

std::vector<Command> mergeCommands()
{
    return {
        {QStringLiteral("customer suggest CODE [--limit N] [--after CODE]"), tr("Who may be the same customer, and why."), suggest, {}},
        {QStringLiteral("customer merge CODE --into CODE"), tr("Lets another customer stand for this one."), merge, {}},
        {QStringLiteral("customer unmerge CODE"), tr("Takes a merge back."), unmerge, {}},
    };
}

} // namespace ctl
