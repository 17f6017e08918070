#pragma once

#include "gui/bind/windowmodel.h"
#include "gui/shell/place.h"

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

/// What every long list on the desk has around its rows: search field, chips and a choice to filter by, columns that can be hidden, the count and the
/// sums below, export, and a helpful sentence where there is nothing.
class ListFrame : public Place {
    Q_OBJECT

public:
    ListFrame(Desk &desk, const QString &title, const char *iconName, const char *name, QAbstractItemModel *model, const std::vector<int> &widths);

    void refresh() override { readAgain(); }
    void enter() override;
    QTableView *table() { return m_table; }
    /// Everything that the filter leaves, as CSV.
    virtual void writeCsv(const QString &path) = 0;

protected:
    /// A filter that is always in sight. The first one is chosen.
    void addChip(const QString &text, int state);
    /// A choice besides the chips, such as the channel; "all" comes by itself.
    void setGroups(const QString &all, const std::vector<std::pair<qint64, QString>> &groups);
    /// The column that the list is in the order of; a click on its title turns the list round.
    void setSorted(int column, bool descending);
    /// What an empty list says, and what can be done about it.
    void setEmpty(const QString &sentence, QAction *action);
    ListFilter filter() const;

    virtual void readAgain() = 0;
    virtual void apply(const ListFilter &filter) = 0;
    virtual void open(const QModelIndex &index) = 0;
    void showCount(int count, bool complete, const ListFilter &filter);
    void showSums(const QString &sums);

private:
    void makeFilterRow();
    void makeEmpty();
    void makeActions();
    void applyFilter();
    void clearFilter();
    void exportList();

    QLineEdit *m_search;
    QButtonGroup *m_chips;
    QHBoxLayout *m_chipRow;
    QComboBox *m_groups;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QLabel *m_emptyText;
    QPushButton *m_emptyButton;
    QAction *m_emptyAction = nullptr;
    QString m_emptySentence;
    QLabel *m_footer;
    QString m_countText;
    QTimer *m_typing;
    int m_sortColumn = 0;
    bool m_descending = false;
    bool m_turned = false;
};
