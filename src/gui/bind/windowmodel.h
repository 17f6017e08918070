#pragma once

#include "gui/bind/table.h"
#include "gui/shell/desk.h"

#include <map>
#include <set>

/// What a long list asks for: typed words, and a filter of the list's own.
struct ListFilter {
    QString words;
    int state = 0; ///< 0: all
    friend bool operator==(const ListFilter &, const ListFilter &) = default;
};

/// Where the rows of a long list come from. Keys are in the order of the list.
template <class Row> struct ListSource {
    /// Rows from a key on (it included; nothing: from the beginning).
    std::function<std::vector<Row>(Tx &, const ListFilter &, const std::optional<sql::Value> &from, int limit)> page;
    /// Every `step`th key from the first on, and how many rows there are.
    std::function<std::pair<std::vector<sql::Value>, qint64>(Tx &, const ListFilter &, int step)> anchors;
};

/// A list over a window of keys: only the blocks of rows that are looked at are read, in the background. The first block is there at once;
/// how long the list is comes a moment later. So it is as quick with a million rows as with a hundred.
template <class Row> class WindowModel : public QAbstractTableModel {
public:
    static constexpr int block = 256;
    static constexpr size_t mostBlocks = 64;

    WindowModel(Desk &desk, ListSource<Row> source, std::vector<ListColumn<Row>> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent), m_desk(desk), m_source(std::move(source)), m_columns(std::move(columns))
    {
    }

    std::function<void(const Error &)> onError;
    std::function<void()> onLoaded; ///< the first rows, or the whole length, have arrived

    void setFilter(const ListFilter &filter)
    {
        m_filter = filter;
        refresh();
    }
    const ListFilter &filter() const { return m_filter; }
    void refresh()
    {
        const int generation = ++m_generation;
        m_loading.clear();
        m_desk.askLater(
            this, [page = m_source.page, filter = m_filter](Tx &tx) { return page(tx, filter, std::nullopt, block + 1); },
            [this, generation](Result<std::vector<Row>> rows) { showFirst(generation, std::move(rows)); });
    }
    bool isComplete() const { return m_complete; }
    /// The row, if it has been read already.
    const Row *at(const QModelIndex &index) const
    {
        if (!index.isValid())
            return nullptr;
        const auto found = m_blocks.find(index.row() / block);
        const int offset = index.row() % block;
        return found != m_blocks.end() && offset < int(found->second.size()) ? &found->second[size_t(offset)] : nullptr;
    }
    const std::vector<ListColumn<Row>> &columns() const { return m_columns; }
    const ListSource<Row> &source() const { return m_source; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section >= int(m_columns.size()))
            return {};
        return role == Qt::DisplayRole ? QVariant(m_columns[size_t(section)].title)
            : role == Qt::TextAlignmentRole ? QVariant(int(m_columns[size_t(section)].align))
                                            : QVariant();
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
    void showFirst(int generation, Result<std::vector<Row>> rows)
    {
        if (generation != m_generation)
            return;
        if (!rows) {
            if (onError)
                onError(rows.error());
            return;
        }
        const bool more = int(rows->size()) > block;
        if (more)
            rows->pop_back();
        beginResetModel();
        m_blocks.clear();
        m_anchors.clear();
        m_count = int(rows->size());
        m_blocks[0] = std::move(*rows);
        m_complete = !more;
        endResetModel();
        if (onLoaded)
            onLoaded();
        if (!more)
            return;
        m_desk.askLater(
            this, [anchors = m_source.anchors, filter = m_filter](Tx &tx) { return anchors(tx, filter, block); },
            [this, generation](Result<std::pair<std::vector<sql::Value>, qint64>> answer) { showLength(generation, std::move(answer)); });
    }
    void showLength(int generation, Result<std::pair<std::vector<sql::Value>, qint64>> answer)
    {
        if (generation != m_generation || !answer)
            return;
        m_anchors = std::move(answer->first);
        m_complete = true;
        if (answer->second > m_count) {
            beginInsertRows({}, m_count, int(answer->second) - 1);
            m_count = int(answer->second);
            endInsertRows();
        }
        if (onLoaded)
            onLoaded();
    }
    void load(int number)
    {
        if (number >= int(m_anchors.size()) || !m_loading.insert(number).second)
            return;
        const int generation = m_generation;
        m_desk.askLater(
            this, [page = m_source.page, filter = m_filter, from = m_anchors[size_t(number)]](Tx &tx) { return page(tx, filter, from, block); },
            [this, generation, number](Result<std::vector<Row>> rows) {
                if (generation != m_generation || !rows)
                    return;
                m_loading.erase(number);
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

    Desk &m_desk;
    ListSource<Row> m_source;
    std::vector<ListColumn<Row>> m_columns;
    ListFilter m_filter;
    std::map<int, std::vector<Row>> m_blocks;
    std::vector<sql::Value> m_anchors;
    std::set<int> m_loading;
    int m_count = 0;
    int m_generation = 0;
    bool m_complete = false;
};
