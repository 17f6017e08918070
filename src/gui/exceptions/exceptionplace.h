#pragma once

#include "channels/engine/decision.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QTabWidget;

/// What channels sent and somebody must decide: one row per cause, decided once for all that wait, after a look at what that does. And the decisions
/// that stand, each of which can be taken back.
class ExceptionPlace : public Place {
    Q_OBJECT

public:
    explicit ExceptionPlace(Desk &desk);
    void refresh() override;
    void enter() override { m_groupTable->setFocus(); }
    /// Only what this channel sent; empty: every channel.
    void showChannel(const QString &name);

private:
    struct Waiting {
        SyncException exception;
        QString order, customer;
        Money total;
    };
    struct View {
        std::vector<ExceptionGroup> groups;
        std::vector<DecisionRow> decisions;
        std::vector<Channel> channels;
    };
    void makeFilter();
    void makeTables();
    void showView(const View &view);
    void showGroup();
    void decide(const QString &action);
    void rehearse(const ExceptionGroup &group, const Resolution &resolution);
    void confirm(const ExceptionGroup &group, const Resolution &resolution, const DecisionEffect &effect);
    void carryOut(const ExceptionGroup &group, const Resolution &resolution);
    void takeBack();
    const ExceptionGroup *current() const { return m_groups->at(m_groupTable->currentIndex()); }

    TableModel<ExceptionGroup> *m_groups;
    TableModel<Waiting> *m_waiting;
    TableModel<DecisionRow> *m_decisions;
    QTableView *m_groupTable, *m_waitingTable, *m_decisionTable;
    QComboBox *m_channel;
    QString m_only; ///< a channel's name; empty: all
    QTabWidget *m_tabs;
    std::map<QString, QAction *> m_actions;
};
