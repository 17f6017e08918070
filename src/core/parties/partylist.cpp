#include "core/parties/partylist.h"

std::vector<Party> partyRows(Tx &tx, PartyKind kind, const QString &words, const QString &from, int limit)
{
    return tx.all<Party>("kind = ? AND search LIKE ? AND code >= ? ORDER BY code LIMIT " + std::to_string(limit), kind, u'%' + folded(words) + u'%', from);
}

std::pair<std::vector<QString>, qint64> partyAnchors(Tx &tx, PartyKind kind, const QString &words, int step)
{
    std::vector<QString> anchors;
    qint64 count = 0;
    auto rows = tx.run("SELECT code FROM party WHERE kind = ? AND search LIKE ? ORDER BY code", kind, u'%' + folded(words) + u'%');
    while (rows.next())
        if (count++ % step == 0)
            anchors.push_back(rows.text(0));
    return {std::move(anchors), count};
}
