#pragma once

#include "base/csv.h"
#include "gui/bind/windowmodel.h"
#include "gui/shell/place.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QTimer>

/// A place that is one long list: search field, filter, table, and below it how many rows there are. Return or a double click opens a row.
template <class Row> class ListPlace : public Place {
    static QString tr(const char *text, const char *disambiguation = nullptr, int n = -1) { return QCoreApplication::translate("ListPlace", text, disambiguation, n); }

public:
    ListPlace(Desk &desk, const QString &title, const char *iconName, ListSource<Row> source, std::vector<ListColumn<Row>> columns)
        : Place(desk, title, iconName), m_model(new WindowModel<Row>(desk, std::move(source), std::move(columns), this)), m_search(new QLineEdit), m_filter(new QComboBox),
          m_table(makeTable(m_model, title)), m_footer(new QLabel), m_typing(new QTimer(this))
    {
        auto *row = new QHBoxLayout;
        m_search->setPlaceholderText(tr("Search"));
        m_search->setAccessibleName(tr("Search in %1").arg(title));
        m_search->setClearButtonEnabled(true);
        m_search->setObjectName(QStringLiteral("search"));
        m_filter->setAccessibleName(tr("Filter"));
        m_filter->setObjectName(QStringLiteral("filter"));
        m_filter->hide();
        row->addWidget(m_search, 1);
        row->addWidget(m_filter);
        content()->addLayout(row);
        content()->addWidget(m_table, 1);
        content()->addWidget(m_footer);
        for (size_t i = 0; i < m_model->columns().size(); ++i)
            m_table->setColumnWidth(int(i), m_model->columns()[i].width);
        m_typing->setSingleShot(true);
        m_typing->setInterval(120);
        connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
        connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
        connect(m_typing, &QTimer::timeout, this, [this] { applyFilter(); });
        connect(m_filter, &QComboBox::currentIndexChanged, this, [this] { applyFilter(); });
        connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
            if (const Row *found = m_model->at(index); found && onOpen)
                onOpen(*found);
        });
        connect(&desk, &Desk::changed, this, [this] {
            if (isVisible())
                refresh();
        });
        m_model->onError = [this](const Error &error) { notice().refusal(error); };
        m_model->onLoaded = [this] { showCount(); };
        addAction("search", tr("Find"), QKeySequence::Find, [this] {
            m_search->setFocus();
            m_search->selectAll();
        });
        addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { refresh(); });
        addAction("download", tr("Export list…"), {}, [this] { exportList(); });
    }

    std::function<void(const Row &)> onOpen;
    /// What an empty list says: one sentence that helps.
    QString emptyText;

    void addFilter(const QString &text, int state)
    {
        m_filter->show();
        m_filter->addItem(text, state);
    }
    void refresh() override { m_model->refresh(); }
    void enter() override { m_search->setFocus(); }
    QTableView *table() { return m_table; }
    WindowModel<Row> *model() { return m_model; }
    const Row *current() const { return m_model->at(m_table->currentIndex()); }

protected:
    void showEvent(QShowEvent *event) override
    {
        Place::showEvent(event);
        refresh();
    }

private:
    void applyFilter()
    {
        const ListFilter filter{m_search->text().trimmed(), m_filter->currentData().toInt()};
        if (!(filter == m_model->filter()))
            m_model->setFilter(filter);
    }
    void showCount()
    {
        const int count = m_model->rowCount();
        if (count == 0)
            m_footer->setText(m_model->filter() == ListFilter() ? emptyText : tr("Nothing is found. Clear the search to see everything."));
        else
            m_footer->setText(m_model->isComplete() ? tr("%n row(s)", nullptr, count) : tr("counting…"));
        if (!m_table->currentIndex().isValid() && count > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    }
    /// Everything that the filter leaves, as CSV, read page by page in the background.
    void exportList()
    {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export list"), title() + QStringLiteral(".csv"), tr("CSV (*.csv)"));
        if (!path.isEmpty())
            writeCsv(path);
    }

public:
    void writeCsv(const QString &path)
    {
        desk().askLater(
            this,
            [source = m_model->source(), columns = m_model->columns(), filter = m_model->filter(), path](Tx &tx) -> Result<int> {
                QSaveFile file(path);
                if (!file.open(QIODevice::WriteOnly))
                    return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(path, file.errorString()));
                QStringList titles;
                for (const auto &column : columns)
                    titles << column.title;
                file.write(csvLine(titles));
                const auto [anchors, count] = source.anchors(tx, filter, WindowModel<Row>::block);
                for (const sql::Value &from : anchors)
                    for (const Row &row : source.page(tx, filter, from, WindowModel<Row>::block)) {
                        QStringList cells;
                        for (const auto &column : columns)
                            cells << column.show(row).toString();
                        file.write(csvLine(cells));
                    }
                if (!file.commit())
                    return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(path, file.errorString()));
                return int(count);
            },
            [this, path](Result<int> rows) {
                if (notice().tell(rows))
                    notice().good(tr("%n row(s) written to %1.", nullptr, *rows).arg(path));
            });
    }

private:
    WindowModel<Row> *m_model;
    QLineEdit *m_search;
    QComboBox *m_filter;
    QTableView *m_table;
    QLabel *m_footer;
    QTimer *m_typing;
};
