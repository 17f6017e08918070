#pragma once

#include "gui/bind/table.h"
#include "gui/shell/desk.h"

#include <map>
#include <set>

/// What a long list asks for: typed words, the state and the group (such as a channel) that were chosen, and whether it runs the other way round.
struct ListFilter {
    QString words;
    int state = 0;    ///< 0: all
    qint64 group = 0; ///< 0: all
    bool turned = false;

    bool isAll() const { return words.isEmpty() && state == 0 && group == 0; }
    friend bool operator==(const ListFilter &, const ListFilter &) = default;
};

/// Where the rows of a long list come from. Keys are unique and in the order of the list.
template <class Row> struct ListSource {
    /// Rows from a key on (it included; nothing: from the beginning).
    std::function<std::vector<Row>(Tx &, const ListFilter &, const std::optional<sql::Value> &from, int limit)> page;
    /// Every `step`th key from the first on, and how many rows there are.
    std::function<std::pair<std::vector<sql::Value>, qint64>(Tx &, const ListFilter &, int step)> anchors;
    std::function<sql::Value(const Row &)> key;
    /// What the rows add up to, in words; asked only where a filter leaves part of them. May be missing.
    std::function<QString(Tx &, const ListFilter &)> sums = {};
};

/// A list over a window of keys: only the blocks of rows that are looked at are read, in the background. The first block is there at once; how long
/// the list is comes a moment later. So it is as quick with a million rows as with a hundred. A refresh changes rows in place: nothing jumps.
template <class Row> class WindowModel : public QAbstractTableModel {
public:
    static constexpr int block = 256;
    static constexpr size_t mostBlocks = 64;

    WindowModel(Desk &desk, ListSource<Row> source, std::vector<ListColumn<Row>> columns)
        : m_desk(desk), m_source(std::move(source)), m_columns(std::move(columns))
    {}

    std::function<void(const Error &)> onError;
    std::function<void()> onLoaded;    ///< the first rows, or the whole length, have arrived
    std::function<void()> onRefreshed; ///< the same rows were read again

    void setFilter(const ListFilter &filter)
    {
        m_filter = filter;
        start();
    }
    const ListFilter &filter() const { return m_filter; }
    /// Reads again what is shown. `current` is the row that the person looks at; it is read with the first ones.
    void refresh(int current = 0)
    {
        if (!m_complete || m_count == 0) {
            if (!m_starting)
                start();
        } else if (m_refreshing) {
            m_again = true;
        } else {
            readAgain(current);
        }
    }
    bool isComplete() const { return m_complete; }
    /// The row, if it has been read already.
    const Row *at(const QModelIndex &index) const { return index.isValid() ? at(index.row()) : nullptr; }
    const Row *at(int row) const
    {
        const auto found = m_blocks.find(row / block);
        const int offset = row % block;
        return found != m_blocks.end() && offset < int(found->second.size()) ? &found->second[size_t(offset)] : nullptr;
    }
    /// Where a key stands among the rows that have been read; -1 if it does not.
    int rowOf(const sql::Value &key) const
    {
        for (const auto &[number, rows] : m_blocks)
            for (size_t i = 0; i < rows.size(); ++i)
                if (m_source.key(rows[i]) == key)
                    return number * block + int(i);
        return -1;
    }
    const std::vector<ListColumn<Row>> &columns() const { return m_columns; }
    const ListSource<Row> &source() const { return m_source; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal ? TableModel<Row>::titleOf(m_columns, section, role) : QVariant();
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (const Row *row = at(index))
            return TableModel<Row>::cell(m_columns[size_t(index.column())], *row, role);
        if (role == Qt::DisplayRole && index.isValid()) {
            const_cast<WindowModel *>(this)->load(index.row() / block);
            return index.column() == 0 ? QVariant(QStringLiteral("…")) : QVariant();
        }
        return {};
    }

private:
    using Rows = std::vector<Row>;
    using Anchors = std::pair<std::vector<sql::Value>, qint64>;
    struct Fresh {
        Anchors anchors;
        std::map<int, Rows> blocks;
    };

    void start()
    {
        const int generation = ++m_generation;
        m_starting = true;
        m_refreshing = m_again = false;
        m_loading.clear();
        m_desk.askLater(
            this, [page = m_source.page, filter = m_filter](Tx &tx) { return page(tx, filter, std::nullopt, block + 1); },
            [this, generation](Result<Rows> rows) {
                if (generation == m_generation)
                    showFirst(std::move(rows));
            });
    }
    void showFirst(Result<Rows> rows)
    {
        m_starting = false;
        if (!rows) {
            tell(rows.error());
            return;
        }
        const bool more = int(rows->size()) > block;
        if (more)
            rows->pop_back();
        beginResetModel();
        m_blocks.clear();
        m_anchors.clear();
        m_count = int(rows->size());
        if (m_count > 0)
            m_anchors.push_back(m_source.key(rows->front()));
        m_blocks[0] = std::move(*rows);
        m_complete = !more;
        endResetModel();
        if (onLoaded)
            onLoaded();
        if (more)
            measure();
    }
    void measure()
    {
        m_desk.askLater(
            this, [anchors = m_source.anchors, filter = m_filter](Tx &tx) { return anchors(tx, filter, block); },
            [this, generation = m_generation](Result<Anchors> answer) {
                if (generation != m_generation)
                    return;
                if (!answer) {
                    tell(answer.error());
                    return;
                }
                m_anchors = std::move(answer->first);
                m_complete = true;
                resize(int(answer->second));
                if (onLoaded)
                    onLoaded();
            });
    }
    /// Old rows stay on the screen until the new ones are there.
    void readAgain(int current)
    {
        m_refreshing = true;
        m_desk.askLater(
            this,
            [source = m_source, filter = m_filter, current, before = m_count](Tx &tx) {
                Fresh fresh;
                fresh.anchors = source.anchors(tx, filter, block);
                // Rows that came or went above the current one have moved it by as much.
                const int moved = std::max(0, current + int(fresh.anchors.second) - before);
                for (const int number : {0, current / block, moved / block})
                    if (number < int(fresh.anchors.first.size()) && fresh.blocks.count(number) == 0)
                        fresh.blocks[number] = source.page(tx, filter, fresh.anchors.first[size_t(number)], block);
                return fresh;
            },
            [this, current, generation = m_generation](Result<Fresh> fresh) {
                if (generation != m_generation)
                    return;
                m_refreshing = false;
                if (fresh)
                    replace(*std::move(fresh));
                else
                    tell(fresh.error());
                if (m_again) {
                    m_again = false;
                    readAgain(current);
                }
            });
    }
    void replace(Fresh fresh)
    {
        m_loading.clear();
        ++m_generation; // blocks of before that are still on their way are of no use
        m_anchors = std::move(fresh.anchors.first);
        m_blocks = std::move(fresh.blocks);
        resize(int(fresh.anchors.second));
        if (m_count > 0)
            emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
        if (onRefreshed)
            onRefreshed();
    }
    void resize(int count)
    {
        if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            m_count = count;
            endInsertRows();
        } else if (count < m_count) {
            beginRemoveRows({}, count, m_count - 1);
            m_count = count;
            endRemoveRows();
        }
    }
    void load(int number)
    {
        if (number >= int(m_anchors.size()) || !m_loading.insert(number).second)
            return;
        m_desk.askLater(
            this, [page = m_source.page, filter = m_filter, from = m_anchors[size_t(number)]](Tx &tx) { return page(tx, filter, from, block); },
            [this, generation = m_generation, number](Result<Rows> rows) {
                if (generation != m_generation)
                    return;
                m_loading.erase(number);
                if (!rows) {
                    tell(rows.error());
                    return;
                }
                if (m_blocks.size() >= mostBlocks)
                    forgetFarthest(number);
                m_blocks[number] = std::move(*rows);
                emit dataChanged(index(number * block, 0), index(std::min(m_count, (number + 1) * block) - 1, columnCount() - 1));
            });
    }
    void forgetFarthest(int from)
    {
        const auto first = m_blocks.begin();
        const auto last = std::prev(m_blocks.end());
        m_blocks.erase(from - first->first > last->first - from ? first : last);
    }
    void tell(const Error &error)
    {
        if (onError)
            onError(error);
    }

    Desk &m_desk;
    ListSource<Row> m_source;
    std::vector<ListColumn<Row>> m_columns;
    ListFilter m_filter;
    std::map<int, Rows> m_blocks;
    std::vector<sql::Value> m_anchors;
    std::set<int> m_loading;
    int m_count = 0;
    int m_generation = 0;
    bool m_complete = false, m_starting = false, m_refreshing = false, m_again = false;
};
