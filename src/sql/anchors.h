#pragma once

#include "sql/tx.h"

namespace sql {

/// Every `step`th key of a list from its first row on, and how many rows the list has: what a window over a long list needs to know to jump anywhere.
/// `rows` is "FROM … WHERE …"; `key` a unique column that the list is ordered by. SQLite walks an index quickly and numbers rows slowly; a server
/// numbers them itself, because a million keys shall not travel.
template <class Key> std::pair<std::vector<Key>, qint64> anchors(Tx &tx, const std::string &key, const std::string &rows, bool descending, int step,
                                                                 const std::vector<Value> &values)
{
    const std::string order = key + (descending ? " DESC" : "");
    const auto read = [](const Rows &found) {
        if constexpr (std::is_same_v<Key, QString>)
            return found.text(0);
        else
            return Key{found.integer(0)};
    };
    std::vector<Key> picked;
    qint64 count = 0;
    if (tx.isServer()) {
        const std::string total = "SELECT COUNT(*) " + rows;
        {
            auto found = tx.connection().runWith(total, values);
            count = found.next() ? found.integer(0) : 0;
        }
        auto found = tx.connection().runWith("SELECT k FROM (SELECT " + key + " AS k, ROW_NUMBER() OVER (ORDER BY " + order + ") AS n " + rows
                                                 + ") AS numbered WHERE (n - 1) % " + std::to_string(step) + " = 0 ORDER BY n",
                                             values);
        while (found.next())
            picked.push_back(read(found));
    } else {
        auto found = tx.connection().runWith("SELECT " + key + ' ' + rows + " ORDER BY " + order, values);
        while (found.next())
            if (count++ % step == 0)
                picked.push_back(read(found));
    }
    return {std::move(picked), count};
}

} // namespace sql
