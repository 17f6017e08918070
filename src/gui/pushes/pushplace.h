#pragma once

#include "channels/engine/discrepancy.h"
#include "channels/engine/field.h"
#include "channels/engine/held.h"
#include "channels/engine/journal.h"
#include "channels/engine/sync.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

/// What a push would change and may change on one channel: the difference with what is held back, what was changed by whom and can be undone, and
/// what the channel shows that it should not.
class PushPlace : public Place {
    Q_OBJECT

public:
    explicit PushPlace(Desk &desk);
    ~PushPlace() override;
    void refresh() override;
    void enter() override;
    /// Shows what a push did or would do.
    void showReport(const PushReport &report);

signals:
    void progressed(const QString &what, qint64 done, qint64 total);

private:
    struct View {
        std::vector<Channel> channels;
        std::vector<BatchRow> batches;
        std::vector<HeldRow> held;
        std::vector<Discrepancy> discrepancies;
    };
    void makeTabs();
    void makeActions();
    Channel current() const;
    void showItems();
    void showChanges();
    void push(bool dryRun, const PushScope &scope);
    void agree();
    void holdBack();
    void release();
    void undo();
    void copy();
    void askFields();
    void askLimits();
    void askOffer();
    void askListing();
    void explain();
    template <class Work> void run(const QString &what, Work work, bool dryRun = false);
    void tell(const PushReport &report, bool dryRun);
    void setBusy(bool busy, const QString &what = {});
    QStringList selectedSkus(const char *result) const;
    QString currentSku() const; ///< of the row that is chosen in the tab that is shown

    std::shared_ptr<SyncControl> m_control = std::make_shared<SyncControl>();
    std::vector<Channel> m_all;
    std::vector<PushItem> m_reported;
    QComboBox *m_channel, *m_field;
    QTabWidget *m_tabs;
    TableModel<PushItem> *m_items;
    TableModel<BatchRow> *m_batches;
    TableModel<ChangeRow> *m_changes;
    TableModel<HeldRow> *m_held;
    TableModel<Discrepancy> *m_discrepancies;
    QTableView *m_itemTable, *m_batchTable, *m_heldTable;
    QLabel *m_what;
    QPushButton *m_stop;
    std::vector<QAction *> m_whenIdle;
    bool m_busy = false;
};
