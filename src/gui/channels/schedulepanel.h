#pragma once

#include "channels/engine/schedule.h"
#include "gui/bind/table.h"
#include "gui/shell/desk.h"

#include <QWidget>

class Notice;

/// When one channel does what by itself: a line per kind of work. Return or a double click changes it, and it can be done at once.
class SchedulePanel : public QWidget {
    Q_OBJECT

public:
    SchedulePanel(Desk &desk, Notice &notice);
    void show(const std::optional<Channel> &channel);
    void change(); ///< the current line

signals:
    void runNow(Work work);

private:
    Desk &m_desk;
    Notice &m_notice;
    TableModel<Schedule> *m_lines;
    QTableView *m_table;
};
