#pragma once

#include "channels/engine/overview.h"
#include "channels/engine/schedule.h"
#include "channels/engine/sync.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class SchedulePanel;
class BuyersPanel;

/// The channels: how each is doing, pull and push with their progress, what would be pushed, when they do what by themselves, and what they did.
class ChannelPlace : public Place {
    Q_OBJECT

public:
    explicit ChannelPlace(Desk &desk);
    ~ChannelPlace() override;
    void refresh() override;
    void enter() override { m_table->setFocus(); }

signals:
    void openExceptions(const QString &channel); ///< what waits for a decision
    void progressed(const QString &what, qint64 done, qint64 total);

private:
    struct View {
        std::vector<ChannelOverview> channels;
        std::vector<ChannelRun> runs;
    };
    QString current() const;
    void makeBottom();
    void pullNow();
    void check();
    void pushNow(bool dryRun, const PushScope &scope = {});
    void runNow(Work work);
    void test();
    void pause();
    void add();
    void changePlatform();
    void settings();
    void choose(const QString &name);
    void showPanels();
    template <class Work, class Then> void run(const QString &what, Work work, Then then);
    void setBusy(bool busy, const QString &what = {});

    std::shared_ptr<SyncControl> m_control = std::make_shared<SyncControl>();
    TableModel<ChannelOverview> *m_channels;
    TableModel<PushItem> *m_items;
    TableModel<ChannelRun> *m_runs;
    QTableView *m_table;
    SchedulePanel *m_schedule;
    BuyersPanel *m_buyers;
    QTabWidget *m_tabs;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QLabel *m_what;
    std::vector<QAction *> m_whenIdle;
    bool m_busy = false;
};
