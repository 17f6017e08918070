#pragma once

#include "core/reports/journal.h"
#include "core/reports/report.h"
#include "gui/bind/question.h"
#include "gui/bind/windowmodel.h"
#include "gui/shell/place.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTabWidget;

/// The books: journal, reports, verify. Every figure opens: an account its entries, an entry its document, a document the message that it came from.
class BookPlace : public Place {
    Q_OBJECT

public:
    explicit BookPlace(Desk &desk);
    void refresh() override;
    void enter() override;

private:
    struct Line {
        Id<JournalEntry> entry;
        QString number;
        QDate day;
        QString memo, document, source;
        qint64 sourceId = 0;
        JournalLineView line;
    };
    using Cells = std::vector<Report::Cell>;
    void showReport();
    void showJournal(Id<Account> account, const QString &title);
    void openAccount(const QModelIndex &index);
    void openEntry(const QModelIndex &index);
    void proveBooks();
    void saveAs();
    static Result<Report> reportFor(Tx &tx, int which, QDate asOf);

    QComboBox *m_which;
    QLineEdit *m_asOf;
    QLabel *m_title, *m_journalTitle;
    QTabWidget *m_tabs;
    QTableView *m_reportTable;
    std::unique_ptr<TableModel<Cells>> m_cells;
    TableModel<Line> *m_journal;
    QTableView *m_journalTable;
    Report m_report;
};
