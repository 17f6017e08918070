#pragma once

#include "core/parties/mergeparty.h"
#include "gui/bind/notice.h"
#include "gui/bind/table.h"
#include "gui/shell/desk.h"

class QPushButton;

/// On a customer's card: who may be the same customer and why, and who was merged into this one. Return merges, or takes apart again.
class SameCustomers : public QWidget {
    Q_OBJECT

public:
    SameCustomers(Desk &desk, Notice &notice, Id<Party> party);
    void reload();

private:
    struct Row {
        Party party;
        QString reason;
        bool merged = false;
    };
    void mergeOrTakeApart();
    void showButton();

    Desk &m_desk;
    Notice &m_notice;
    Id<Party> m_party;
    TableModel<Row> *m_rows;
    QTableView *m_table;
    QPushButton *m_do;
};
