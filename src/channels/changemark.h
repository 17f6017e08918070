#pragma once

#include "base/instant.h"

#include <QString>
#include <vector>

namespace channels {

/// A row of a list that is sorted by a moment and then by id.
struct ListRow {
    QString id;
    Instant moment;
};

/// Where the reading of such a list stands while the list changes. Every page is asked for from the moment of the last row on, and not by its
/// number: a row that changes meanwhile moves to the end, and all later ones move up, one of them past the edge of a numbered page.
/// Within one moment (a shop may change thousands of rows in one second) rows are counted, with the last known row read once more to
/// see that the count still holds.
struct ChangeMark {
    std::optional<Instant> from; ///< none: the beginning of the window
    qint64 delivered = 0;        ///< rows of that very moment that were handed out
    QString last;                ///< id of the last of them

    bool isStart() const { return !from && delivered == 0; }
    qint64 offset() const { return std::max<qint64>(0, delivered - 1); } ///< rows to leave out
    /// False when rows of this moment have gone and the count is off: read the moment from its first row.
    bool holds(const std::vector<ListRow> &rows) const { return offset() == 0 || isRepeated(rows); }
    void restart() { delivered = 0; }
    /// Rows from before the moment that was asked for: the shop does not obey, and would be read for ever.
    bool goesBack(const std::vector<ListRow> &rows) const;
    /// Moves on past these rows. Gives back how many of the first ones were handed out before: one or none.
    size_t pass(const std::vector<ListRow> &rows);

    QString toString() const;
    static ChangeMark of(const QString &text);

private:
    bool isRepeated(const std::vector<ListRow> &rows) const { return delivered > 0 && !rows.empty() && rows.front().id == last; }
};

} // namespace channels
