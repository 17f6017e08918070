#pragma once

#include "core/reports/today.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QGridLayout;
class QLabel;
class QChartView;

/// The first screen: what needs a person, and how it is going.
class TodayPlace : public Place {
    Q_OBJECT

public:
    explicit TodayPlace(Desk &desk);
    void refresh() override;
    void enter() override { m_table->setFocus(); }

private:
    QLabel *tile(const QString &title, const char *iconName, int column);
    void present(const TodayFigures &figures);
    void drawDays(const TodayFigures &figures);
    void drawChannels(const TodayFigures &figures);

    QGridLayout *m_tiles;
    QLabel *m_orders, *m_toShip, *m_exceptions, *m_stockOuts, *m_overdue;
    QChartView *m_days, *m_channels;
    TableModel<std::pair<QString, QString>> *m_waiting;
    QTableView *m_table;
};
