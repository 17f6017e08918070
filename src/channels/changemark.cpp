#include "channels/changemark.h"

#include <algorithm>

namespace channels {

bool ChangeMark::goesBack(const std::vector<ListRow> &rows) const
{
    constexpr qint64 tick = 1000; // moments may have been cut to milliseconds
    return from && !rows.empty() && rows.front().moment && rows.front().moment.micros + tick < from->micros;
}

size_t ChangeMark::pass(const std::vector<ListRow> &rows)
{
    const size_t repeated = isRepeated(rows) ? 1 : 0;
    if (rows.size() == repeated)
        return repeated;
    const auto fresh = rows.begin() + qsizetype(repeated);
    Instant newest;
    for (auto row = fresh; row != rows.end(); ++row)
        newest = std::max(newest, row->moment);
    if (newest) {
        const auto same = std::count_if(fresh, rows.end(), [newest](const ListRow &row) { return row.moment == newest; });
        delivered = (from == newest ? delivered : 0) + same;
        from = newest;
    } else {
        delivered += rows.end() - fresh; // no row has a moment: counting is all that is left
    }
    last = rows.back().id;
    return repeated;
}

QString ChangeMark::toString() const { return QStringLiteral("%1 %2 %3").arg(from ? from->micros : 0).arg(delivered).arg(last); }

ChangeMark ChangeMark::of(const QString &text)
{
    ChangeMark mark;
    if (const qint64 micros = text.section(u' ', 0, 0).toLongLong(); micros > 0)
        mark.from = Instant{micros};
    mark.delivered = std::max<qint64>(0, text.section(u' ', 1, 1).toLongLong());
    mark.last = text.section(u' ', 2);
    return mark;
}

} // namespace channels
