#include "gui/bind/table.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QTimer>

namespace {

/// An empty table says so instead of looking broken.
class TableView : public QTableView {
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (!model() || model()->rowCount() > 0)
            return;
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         property(whenEmpty).toString());
    }
};

} // namespace

QTableView *makeTable(QAbstractItemModel *model, const QString &accessibleName)
{
    auto *table = new TableView;
    table->setProperty(whenEmpty, QCoreApplication::translate("Table", "Nothing here yet."));
    table->setModel(model);
    table->setAccessibleName(accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    constexpr int rowHeight = 26, fewestRows = 3, titleAndScrollBar = 48;
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->setMinimumHeight(fewestRows * rowHeight + titleAndScrollBar); // on a small screen the place around it is scrolled
    table->horizontalHeader()->setHighlightSections(false);
    stretchLast(table);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

void stretchLast(QTableView *table)
{
    const QAbstractItemModel *model = table->model();
    const int last = model->columnCount() - 1;
    const bool figures = last >= 0 && (model->headerData(last, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    table->horizontalHeader()->setStretchLastSection(!figures);
}

void setWidth(QTableView *table, int column, int pixels)
{
    table->horizontalHeader()->ensurePolished();
    table->setColumnWidth(column, std::max(pixels, table->horizontalHeader()->sectionSizeHint(column)));
}

void rememberColumns(QTableView *table, const char *name)
{
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    const QString key = QStringLiteral("columns/") + QLatin1String(name);
    header->restoreState(QSettings().value(key).toByteArray());
    // A moment later: a column that is being hidden says so before it is.
    const auto keep = [header, key] { QTimer::singleShot(0, header, [header, key] { QSettings().setValue(key, header->saveState()); }); };
    QObject::connect(header, &QHeaderView::sectionResized, table, keep);
    QObject::connect(header, &QHeaderView::sectionMoved, table, keep);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QHeaderView::customContextMenuRequested, table,
                     [table, header](const QPoint &at) { showColumnMenu(table, header->mapToGlobal(at)); });
}

void showColumnMenu(QTableView *table, const QPoint &where)
{
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        QAction *action = menu->addAction(table->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // The last one stays: a list without columns shows nothing to click on.
        action->setEnabled(header->isSectionHidden(column) || header->hiddenSectionCount() + 1 < header->count());
        QObject::connect(action, &QAction::toggled, header, [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
    menu->popup(where);
}
