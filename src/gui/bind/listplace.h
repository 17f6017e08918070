#pragma once

#include "base/csv.h"
#include "gui/bind/listframe.h"

#include <QSaveFile>

/// A place that is one long list of rows. Return, F2 or a double click opens a row. After a refresh the same row is the current one.
template <class Row> class ListPlace : public ListFrame {
public:
    /// `name` is what the choice of columns is kept under.
    ListPlace(Desk &desk, const QString &title, const char *iconName, const char *name, ListSource<Row> source, std::vector<ListColumn<Row>> columns)
        : ListPlace(desk, title, iconName, name, new WindowModel<Row>(desk, std::move(source), std::move(columns)))
    {}

    std::function<void(const Row &)> onOpen;

    WindowModel<Row> *model() { return m_model; }
    const Row *current() { return m_model->at(table()->currentIndex()); }

    /// Read page by page in the background; what is written says what the screen shows.
    void writeCsv(const QString &path) override
    {
        desk().askLater(
            this,
            [source = m_model->source(), columns = m_model->columns(), filter = m_model->filter(), path](Tx &tx) -> Result<int> {
                QSaveFile file(path);
                if (!file.open(QIODevice::WriteOnly))
                    return refuse(QStringLiteral("file"), ListFrame::tr("%1 cannot be written: %2").arg(path, file.errorString()));
                QStringList cells;
                for (const auto &column : columns)
                    cells << column.title;
                file.write(csvLine(cells));
                const auto [anchors, count] = source.anchors(tx, filter, WindowModel<Row>::block);
                for (const sql::Value &from : anchors)
                    for (const Row &row : source.page(tx, filter, from, WindowModel<Row>::block)) {
                        cells.clear();
                        for (const auto &column : columns)
                            cells << column.show(row).toString();
                        file.write(csvLine(cells));
                    }
                if (!file.commit())
                    return refuse(QStringLiteral("file"), ListFrame::tr("%1 cannot be written: %2").arg(path, file.errorString()));
                return int(count);
            },
            [this, path](Result<int> rows) {
                if (notice().tell(rows))
                    notice().good(ListFrame::tr("%n row(s) written to %1.", nullptr, *rows).arg(path));
            });
    }

private:
    ListPlace(Desk &desk, const QString &title, const char *iconName, const char *name, WindowModel<Row> *model)
        : ListFrame(desk, title, iconName, name, model, widthsOf(*model)), m_model(model)
    {
        m_model->onError = [this](const Error &error) { notice().refusal(error); };
        m_model->onLoaded = [this] { showLoaded(); };
        m_model->onRefreshed = [this] {
            if (const int row = m_key ? m_model->rowOf(*m_key) : -1; row >= 0 && row != table()->currentIndex().row())
                table()->setCurrentIndex(m_model->index(row, std::max(0, table()->currentIndex().column())));
            showLoaded();
        };
    }
    static std::vector<int> widthsOf(const WindowModel<Row> &model)
    {
        std::vector<int> widths;
        for (const auto &column : model.columns())
            widths.push_back(column.width);
        return widths;
    }
    void readAgain() override
    {
        m_key.reset();
        if (const Row *row = current())
            m_key = m_model->source().key(*row);
        m_model->refresh(std::max(0, table()->currentIndex().row()));
    }
    void apply(const ListFilter &filter) override
    {
        if (!(filter == m_model->filter()))
            m_model->setFilter(filter);
    }
    void open(const QModelIndex &index) override
    {
        if (const Row *found = m_model->at(index); found && onOpen)
            onOpen(*found);
    }
    void showLoaded()
    {
        showCount(m_model->rowCount(), m_model->isComplete(), m_model->filter());
        const auto &sums = m_model->source().sums;
        if (!sums || !m_model->isComplete() || m_model->filter().isAll() || m_model->rowCount() == 0)
            return;
        desk().askLater(
            this, [sums, filter = m_model->filter()](Tx &tx) { return sums(tx, filter); },
            [this, filter = m_model->filter()](Result<QString> words) {
                if (words && filter == m_model->filter())
                    showSums(*words);
            });
    }

    WindowModel<Row> *m_model;
    std::optional<sql::Value> m_key; ///< of the row that was current before a refresh
};
