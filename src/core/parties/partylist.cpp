#include "core/parties/partylist.h"

#include "sql/anchors.h"

#include <map>

static std::string whereOf(const PartyFilter &filter, std::vector<sql::Value> &values)
{
    values.push_back(sql::toValue(filter.kind));
    std::string where = "kind = ? AND merged_into IS NULL";
    if (!filter.words.isEmpty()) {
        where += " AND (search LIKE ? OR id IN (SELECT merged_into FROM party WHERE merged_into IS NOT NULL AND search LIKE ?))";
        values.insert(values.end(), 2, sql::Value(u'%' + folded(filter.words) + u'%'));
    }
    if (filter.onlyHeld)
        where += " AND (standing > 0 OR id IN (SELECT merged_into FROM party WHERE merged_into IS NOT NULL AND standing > 0))";
    return where;
}

static void countMerged(Tx &tx, std::vector<Party> &parties)
{
    std::map<Id<Party>, Standing> strictest;
    auto rows = tx.run("SELECT merged_into, MAX(standing) FROM party WHERE merged_into IS NOT NULL AND standing > 0 GROUP BY merged_into");
    while (rows.next())
        strictest[{rows.integer(0)}] = Standing(rows.integer(1));
    for (Party &party : parties)
        if (const auto merged = strictest.find(party.id); merged != strictest.end())
            party.standing = std::max(party.standing, merged->second);
}

std::vector<Party> partyRows(Tx &tx, const PartyFilter &filter, const QString &from, int limit)
{
    std::vector<sql::Value> values;
    std::string where = whereOf(filter, values);
    if (!from.isEmpty()) {
        where += filter.turned ? " AND code <= ?" : " AND code >= ?";
        values.emplace_back(from);
    }
    auto rows = tx.connection().runWith(sql::Statements<Party>::select() + " WHERE " + where
                                            + (filter.turned ? " ORDER BY code DESC LIMIT " : " ORDER BY code LIMIT ") + std::to_string(limit),
                                        values);
    std::vector<Party> found;
    while (rows.next())
        found.push_back(sql::readRow<Party>(rows, tx.currency()));
    countMerged(tx, found);
    return found;
}

std::pair<std::vector<QString>, qint64> partyAnchors(Tx &tx, const PartyFilter &filter, int step)
{
    std::vector<sql::Value> values;
    const std::string where = whereOf(filter, values);
    return sql::anchors<QString>(tx, "code", "FROM party WHERE " + where, filter.turned, step, values);
}
