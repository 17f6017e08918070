#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <QTextDocument>
#include <functional>
#include <vector>

/// One column of a list: its title and what it shows of a row.
template <class Row> struct ListColumn {
    using Show = std::function<QVariant(const Row &)>;

    ListColumn(QString columnTitle, Show showRow, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, int pixels = 120,
               Show colorOf = nullptr)
        : title(std::move(columnTitle)), show(std::move(showRow)), align(alignment), width(pixels), color(std::move(colorOf))
    {}

    QString title;
    Show show;
    Qt::Alignment align;
    int width;
    Show color; ///< a QColor for what needs attention, else nothing
};

inline constexpr Qt::Alignment leftAligned = Qt::AlignLeft | Qt::AlignVCenter;
inline constexpr Qt::Alignment rightAligned = Qt::AlignRight | Qt::AlignVCenter;

/// A list of rows that are all there: lines of an order, stock by location, the accounts of a report.
template <class Row> class TableModel : public QAbstractTableModel {
public:
    explicit TableModel(std::vector<ListColumn<Row>> columns, QObject *parent = nullptr) : QAbstractTableModel(parent), m_columns(std::move(columns))
    {}

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    const std::vector<Row> &rows() const { return m_rows; }
    const Row *at(const QModelIndex &index) const
    {
        return index.isValid() && index.row() < int(m_rows.size()) ? &m_rows[size_t(index.row())] : nullptr;
    }
    const std::vector<ListColumn<Row>> &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal ? titleOf(m_columns, section, role) : QVariant();
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Row *row = at(index);
        return row ? cell(m_columns[size_t(index.column())], *row, role) : QVariant();
    }

    static QVariant titleOf(const std::vector<ListColumn<Row>> &columns, int section, int role)
    {
        if (section >= int(columns.size()))
            return {};
        const ListColumn<Row> &column = columns[size_t(section)];
        return role == Qt::DisplayRole ? QVariant(column.title) : role == Qt::TextAlignmentRole ? QVariant(int(column.align)) : QVariant();
    }
    static QVariant cell(const ListColumn<Row> &column, const Row &row, int role)
    {
        switch (role) {
        case Qt::DisplayRole: return column.show(row);
        case Qt::ToolTipRole: return tip(column.show(row).toString());
        case Qt::AccessibleTextRole: return column.title + QStringLiteral(": ") + column.show(row).toString();
        case Qt::TextAlignmentRole: return int(column.align);
        case Qt::ForegroundRole: return column.color ? column.color(row) : QVariant();
        default: return {};
        }
    }

private:
    /// A tip would take a text that looks like markup for markup, and buyers and shops write what they like.
    static QVariant tip(const QString &text) { return text.isEmpty() ? QVariant() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal); }

    std::vector<ListColumn<Row>> m_columns;
    std::vector<Row> m_rows;
};

/// The property of a table that says what it shows while it has no rows.
inline constexpr char whenEmpty[] = "whenEmpty";

/// A table as every list of the desk shows it: whole rows, no grid, columns as wide as they ask for.
QTableView *makeTable(QAbstractItemModel *model, const QString &accessibleName);
/// The last column takes the room that is left, unless it holds figures, which stay beside the others.
void stretchLast(QTableView *table);
/// As wide as is asked for, but never narrower than its heading, for which other languages need more letters.
void setWidth(QTableView *table, int column, int pixels);
template <class Row> QTableView *makeTable(TableModel<Row> *model, const QString &accessibleName)
{
    QTableView *table = makeTable(static_cast<QAbstractItemModel *>(model), accessibleName);
    for (size_t i = 0; i < model->columns().size(); ++i)
        setWidth(table, int(i), model->columns()[i].width);
    return table;
}

/// Which columns are shown, how wide and in which order, is kept for this user under `name`; the title's context menu chooses.
void rememberColumns(QTableView *table, const char *name);
void showColumnMenu(QTableView *table, const QPoint &where);
