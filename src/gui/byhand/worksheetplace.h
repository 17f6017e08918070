#pragma once

#include "channels/byhand/worksheet.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QLabel;
class QTabWidget;

/// Update a site by hand: what has to be typed into it, line by line, to be copied and ticked off; and what was ticked, to be taken back.
class WorksheetPlace : public Place {
    Q_OBJECT

public:
    explicit WorksheetPlace(Desk &desk);
    void refresh() override;
    void enter() override { m_table->setFocus(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct View {
        std::vector<channels::byhand::SheetLine> lines;
        std::vector<channels::byhand::Tick> ticks;
        channels::byhand::Effort effort; ///< of the last 30 days
    };
    void makeActions();
    void makeTables();
    std::optional<Channel> site() const;
    void present(const View &view);
    static QString effortText(const channels::byhand::Effort &effort);
    void copyLine();
    void tickCurrent();
    void takeBack();
    void saveReport(const Report &report);
    void saveSheet();
    void saveProducts();
    void savePictures();
    template <class Work, class Then> void inBackground(Work work, Then then);

    std::vector<Channel> m_sites;
    channels::byhand::HandWork m_work;
    channels::byhand::WorkClock m_clock;
    QComboBox *m_site;
    QLabel *m_note, *m_effort;
    QTabWidget *m_tabs;
    TableModel<channels::byhand::SheetLine> *m_lines;
    TableModel<channels::byhand::Tick> *m_ticks;
    QTableView *m_table, *m_tickTable;
};
