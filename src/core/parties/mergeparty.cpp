#include "core/parties/mergeparty.h"

#include "core/audit/audit.h"

#include <QCoreApplication>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("MergeParty", text); }

Result<Party> mergeParty(Tx &tx, Id<Party> fromId, Id<Party> intoId)
{
    Party from = tx.lock(fromId);
    const Party into = tx.lock(intoId);
    if (from.id == into.id)
        return refuse(QStringLiteral("same"), tr("%1 cannot be merged into itself.").arg(from.displayName()));
    if (from.kind != PartyKind::Customer || into.kind != PartyKind::Customer)
        return refuse(QStringLiteral("kind"), tr("Only customers can be merged."));
    for (const Party &party : {from, into})
        if (party.mergedInto)
            return refuse(QStringLiteral("merged"), tr("%1 is merged into %2 already.").arg(party.code, tx.get(party.mergedInto).code));
    if (!mergedInto(tx, from.id).empty())
        return refuse(QStringLiteral("has_merged"), tr("Others are merged into %1.").arg(from.code),
                      tr("Merge %1 into %2, or take those apart first.").arg(into.code, from.code));
    from.mergedInto = into.id;
    tx.update(from);
    audit(tx, "party_merged", "party", from.id.value, into.code);
    return into;
}

Result<Party> unmergeParty(Tx &tx, Id<Party> id)
{
    Party party = tx.lock(id);
    if (!party.mergedInto)
        return refuse(QStringLiteral("not_merged"), tr("%1 is not merged into another customer.").arg(party.code));
    party.mergedInto = {};
    tx.update(party);
    audit(tx, "party_unmerged", "party", id.value);
    return party;
}

Party standingParty(Tx &tx, Id<Party> id)
{
    const Party party = tx.get(id);
    return party.mergedInto ? tx.get(party.mergedInto) : party;
}

std::vector<Party> mergedInto(Tx &tx, Id<Party> party) { return tx.all<Party>("merged_into = ? ORDER BY code", party); }

std::string partyOrMerged(const std::string &column) { return column + " IN (SELECT id FROM party WHERE id = ? OR merged_into = ?)"; }

namespace {

/// The digits of a phone number without the country's and the trunk's prefix, which people write or leave out.
QString phoneKey(const QString &phone)
{
    QString digits;
    for (const QChar c : phone)
        if (c.isDigit())
            digits += c;
    return digits.size() < 7 ? QString() : digits.right(8);
}

QString key(const QString &text)
{
    QString plain = folded(text);
    return plain.remove(u' ').remove(u'.').remove(u'-');
}

std::set<QString> postcodesOf(Tx &tx, Id<Party> party)
{
    std::set<QString> found;
    for (const PartyAddress &address : addressesOf(tx, party))
        if (!address.postcode.isEmpty())
            found.insert(key(address.postcode));
    return found;
}

QString reasonFor(Tx &tx, const Party &one, const Party &other)
{
    const auto same = [](const QString &a, const QString &b) { return !a.isEmpty() && a == b; };
    if (same(one.emailKey, other.emailKey))
        return tr("same e-mail");
    if (same(key(one.taxNumber), key(other.taxNumber)))
        return tr("same tax number");
    if (same(phoneKey(one.phone), phoneKey(other.phone)))
        return tr("same phone");
    if (same(key(one.company), key(other.company)))
        return tr("same company");
    if (!same(key(one.name), key(other.name)))
        return {};
    const auto postcodes = postcodesOf(tx, one.id);
    for (const QString &postcode : postcodesOf(tx, other.id))
        if (postcodes.contains(postcode))
            return tr("same name and postcode");
    return {};
}

} // namespace

std::vector<MergeSuggestion> mergeSuggestions(Tx &tx, Id<Party> id)
{
    const Party one = tx.get(id);
    std::vector<MergeSuggestion> found;
    if (one.kind != PartyKind::Customer || one.mergedInto)
        return found;
    for (const Party &other : tx.all<Party>("kind = 1 AND id <> ? AND merged_into IS NULL ORDER BY code", id))
        if (const QString reason = reasonFor(tx, one, other); !reason.isEmpty())
            found.push_back({other, reason});
    return found;
}
