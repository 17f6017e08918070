#pragma once

#include "channels/engine/exception.h"
#include "channels/engine/overview.h"
#include "channels/engine/sync.h"
#include "gui/bind/question.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class SchedulePanel;
class BuyersPanel;

/// The channels: how each is doing, pull and push with their progress, what would be pushed, and what waits for a decision.
class ChannelPlace : public Place {
    Q_OBJECT

public:
    explicit ChannelPlace(Desk &desk);
    ~ChannelPlace() override;
    void refresh() override;
    void enter() override { m_table->setFocus(); }

signals:
    void progressed(const QString &what, qint64 done, qint64 total);

private:
    struct Issue {
        SyncException exception;
        QString channel, order;
    };
    struct View {
        std::vector<ChannelOverview> channels;
        std::vector<Issue> issues;
        std::vector<ChannelRun> runs;
    };
    QString current() const;
    void makeBottom();
    void pullNow();
    void check();
    void pushNow(bool dryRun);
    void test();
    void pause();
    void add();
    void resolve(const QString &action);
    void showActionsOf(const Issue *issue);
    void showPanels();
    template <class Work, class Then> void run(const QString &what, Work work, Then then);
    void setBusy(bool busy, const QString &what = {});

    std::shared_ptr<SyncControl> m_control = std::make_shared<SyncControl>();
    TableModel<ChannelOverview> *m_channels;
    TableModel<Issue> *m_issues;
    TableModel<PushItem> *m_items;
    TableModel<ChannelRun> *m_runs;
    QTableView *m_table, *m_issueTable;
    QWidget *m_actions;
    SchedulePanel *m_schedule;
    BuyersPanel *m_buyers;
    QTabWidget *m_tabs;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QLabel *m_what;
    std::vector<QAction *> m_whenIdle;
    bool m_busy = false;
};
