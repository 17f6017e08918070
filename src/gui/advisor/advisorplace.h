#pragma once

#include "channels/advisor/advice.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QCheckBox;
class QLabel;
class QSpinBox;
class QLineEdit;
class QPushButton;

/// The advisor: the questions that decide, answered already where the company's history knows; which level fits, why, what it saves; and the button
/// that sets a channel up that way.
class AdvisorPlace : public Place {
    Q_OBJECT

public:
    explicit AdvisorPlace(Desk &desk);
    void refresh() override;
    void enter() override;

private:
    channels::advisor::Situation situation() const;
    void measureAgain();
    void advise();
    void setUp();

    QSpinBox *m_orders, *m_orderStaff, *m_warehouseStaff, *m_others, *m_seconds;
    QComboBox *m_buyers, *m_channel, *m_level;
    QCheckBox *m_prices;
    QLineEdit *m_wage;
    QLabel *m_answer, *m_reasons, *m_sources;
    QPushButton *m_do;
    TableModel<channels::advisor::Cost> *m_costs;
    bool m_measured = false;
};
