#include "gui/pushes/pushplace.h"

#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/channels/channelwords.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

static QString fieldName(const QString &word)
{
    const auto field = fieldOf(word);
    return field ? fieldLabel(*field) : word;
}

static QString number(Quantity quantity) { return quantity.toString(QLocale()); }

PushPlace::PushPlace(Desk &desk) : Place(desk, tr("Pushes"), "upload")
{
    makeActions();
    auto *row = new QHBoxLayout;
    m_channel = new QComboBox;
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_field = new QComboBox;
    m_field->setObjectName(QStringLiteral("field"));
    m_field->setAccessibleName(tr("Field"));
    m_field->addItem(tr("All fields"), QString());
    for (const PushField field : allFields())
        if (field != PushField::Order)
            m_field->addItem(fieldLabel(field), fieldWord(field));
    m_what = new QLabel;
    m_stop = new QPushButton(icon("x"), tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stop"));
    row->addWidget(new QLabel(tr("Channel")));
    row->addWidget(m_channel);
    row->addWidget(m_field);
    row->addWidget(m_what, 1);
    row->addWidget(m_stop);
    content()->addLayout(row);
    makeTabs();
    connect(m_channel, &QComboBox::activated, this, [this] {
        m_reported.clear();
        refresh();
    });
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] { showItems(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_control->cancelled = true; });
    connect(this, &PushPlace::progressed, m_what, [this](const QString &what, qint64 done, qint64 total) {
        m_what->setText(total > 0 ? tr("%1: %2 of %3").arg(what).arg(done).arg(total) : what);
    });
    setBusy(false);
}

PushPlace::~PushPlace() { m_control->cancelled = true; }

void PushPlace::enter() { m_itemTable->setFocus(); }

void PushPlace::makeActions()
{
    m_whenIdle = {addAction("eye", tr("Compare"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { push(true, {}); }),
                  addAction("upload", tr("Push now"), QKeySequence(Qt::CTRL | Qt::Key_U), [this] { push(false, {}); }),
                  addAction("check", tr("Agree to the row and push"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { agree(); }),
                  addAction("circle-check", tr("Agree to all and push"), {},
                            [this] {
                                PushScope scope;
                                scope.agreeAll = true;
                                push(false, scope);
                            }),
                  addAction("undo-2", tr("Undo this push"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); })};
    addAction("hand", tr("Hold the row back…"), QKeySequence(Qt::CTRL | Qt::Key_H), [this] { holdBack(); });
    addAction("play", tr("Release"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { release(); });
    addAction("copy", tr("Copy the table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copy(); });
    addAction("settings", tr("Who looks after what…"), {}, [this] { askFields(); });
    addAction("scale", tr("Limits…"), {}, [this] { askLimits(); });
    addAction("boxes", tr("Stock for this channel…"), {}, [this] { askOffer(); });
    addAction("package", tr("Stock of this product for this channel…"), {}, [this] { askListing(); });
    addAction("circle-help", tr("Why this stock"), QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { explain(); });
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
}

void PushPlace::makeTabs()
{
    m_items = new TableModel<PushItem>({{tr("SKU"), [](const PushItem &i) { return i.sku; }, leftAligned, 150},
                                        {tr("Field"), [](const PushItem &i) { return fieldName(i.field); }, leftAligned, 150},
                                        {tr("Has"), [](const PushItem &i) { return i.now.simplified(); }, rightAligned, 170},
                                        {tr("Gets"), [](const PushItem &i) { return i.becomes.simplified(); }, rightAligned, 170},
                                        {tr("Result"), [](const PushItem &i) { return channelWord(i.result); }, leftAligned, 110,
                                         [](const PushItem &i) {
                                             return i.result == QLatin1String("accepted")  ? QVariant(theme::good())
                                                    : i.result == QLatin1String("planned") ? QVariant()
                                                                                           : QVariant(theme::bad());
                                         }},
                                        {tr("Why"), [](const PushItem &i) { return i.message; }, leftAligned, 400}},
                                       this);
    m_batches = new TableModel<BatchRow>(
        {{tr("Number"), [](const BatchRow &b) { return QString::number(b.batch.id.value); }, rightAligned, 80},
         {tr("When"), [](const BatchRow &b) { return momentText(b.batch.at); }, leftAligned, 150},
         {tr("By"), [](const BatchRow &b) { return b.batch.actor; }, leftAligned, 150},
         {tr("What"),
          [](const BatchRow &b) {
              return b.batch.kind == BatchKind::Push   ? tr("Push")
                     : b.batch.kind == BatchKind::Undo ? tr("Undo of push %1").arg(b.batch.undoes.value)
                                                       : tr("Found in the shop");
          },
          leftAligned, 180},
         {tr("Changes"), [](const BatchRow &b) { return QLocale().toString(b.accepted); }, rightAligned, 90},
         {tr("Not done"), [](const BatchRow &b) { return QLocale().toString(b.others); }, rightAligned, 90},
         {tr("Undone by"), [](const BatchRow &b) { return b.undoneBy ? QString::number(b.undoneBy.value) : QString(); }, leftAligned, 120}},
        this);
    m_changes = new TableModel<ChangeRow>(
        {{tr("SKU"), [](const ChangeRow &c) { return c.sku; }, leftAligned, 150},
         {tr("Field"), [](const ChangeRow &c) { return fieldName(c.change.field); }, leftAligned, 150},
         {tr("Before"), [](const ChangeRow &c) { return c.change.was ? c.change.was->simplified() : tr("not known"); }, rightAligned, 200},
         {tr("After"), [](const ChangeRow &c) { return c.change.became.simplified(); }, rightAligned, 200},
         {tr("Result"), [](const ChangeRow &c) { return channelWord(c.change.result); }, leftAligned, 110},
         {tr("The shop says"), [](const ChangeRow &c) { return c.change.message; }, leftAligned, 300}},
        this);
    m_held = new TableModel<HeldRow>(
        {{tr("SKU"), [](const HeldRow &h) { return h.sku; }, leftAligned, 150},
         {tr("Product"), [](const HeldRow &h) { return h.name; }, leftAligned, 220},
         {tr("Field"), [](const HeldRow &h) { return fieldName(h.held.field); }, leftAligned, 150},
         {tr("Would get"), [](const HeldRow &h) { return h.held.wanted.simplified(); }, rightAligned, 120},
         {tr("Held by"), [](const HeldRow &h) { return h.held.kind == HoldKind::Guard ? tr("the guard") : h.held.heldBy; }, leftAligned, 120},
         {tr("Since"), [](const HeldRow &h) { return momentText(h.held.heldAt); }, leftAligned, 150},
         {tr("Why"), [](const HeldRow &h) { return h.held.reason; }, leftAligned, 360}},
        this);
    m_discrepancies = new TableModel<Discrepancy>(
        {{tr("SKU"), [](const Discrepancy &d) { return d.sku; }, leftAligned, 150},
         {tr("Product"), [](const Discrepancy &d) { return d.name; }, leftAligned, 240},
         {tr("Shows"), [](const Discrepancy &d) { return d.shows ? number(*d.shows) : tr("not known"); }, rightAligned, 100},
         {tr("Should show"), [](const Discrepancy &d) { return number(d.should); }, rightAligned, 110},
         {tr("Could be oversold"), [](const Discrepancy &d) { return number(d.exposure); }, rightAligned, 140,
          [](const Discrepancy &d) { return d.exposure.isPositive() ? QVariant(theme::bad()) : QVariant(); }},
         {tr("Sold elsewhere"), [](const Discrepancy &d) { return number(d.soldElsewhere); }, rightAligned, 130},
         {tr("Told last"), [](const Discrepancy &d) { return momentText(d.since); }, leftAligned, 150}},
        this);
    m_itemTable = makeTable(m_items, tr("Difference"));
    m_itemTable->setObjectName(QStringLiteral("differences"));
    m_itemTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_itemTable->setProperty(whenEmpty, tr("Nothing compared yet, or nothing differs. “Compare” shows what a push would change."));
    m_batchTable = makeTable(m_batches, tr("Pushes"));
    m_batchTable->setObjectName(QStringLiteral("batches"));
    m_heldTable = makeTable(m_held, tr("Held back"));
    m_heldTable->setObjectName(QStringLiteral("held"));
    m_heldTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *discrepancies = makeTable(m_discrepancies, tr("Discrepancy"));
    discrepancies->setObjectName(QStringLiteral("discrepancies"));
    auto *changes = makeTable(m_changes, tr("Changes of this push"));
    changes->setObjectName(QStringLiteral("changes"));
    auto *history = new QSplitter(Qt::Vertical);
    history->addWidget(m_batchTable);
    history->addWidget(changes);
    m_tabs = new QTabWidget;
    m_tabs->addTab(m_itemTable, icon("eye"), tr("Difference"));
    m_tabs->addTab(m_heldTable, icon("hand"), tr("Held back"));
    m_tabs->addTab(history, icon("history"), tr("Pushes"));
    m_tabs->addTab(discrepancies, icon("triangle-alert"), tr("Discrepancy"));
    content()->addWidget(m_tabs, 1);
    connect(m_batchTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showChanges(); });
    for (QTableView *table : {m_itemTable, m_heldTable})
        connect(table, &QTableView::activated, this,
                [this, table](const QModelIndex &index) { emit openProduct(table->model()->index(index.row(), 0).data().toString()); });
}

Channel PushPlace::current() const
{
    const int at = m_channel->currentIndex();
    return at >= 0 && at < int(m_all.size()) ? m_all[size_t(at)] : Channel();
}

void PushPlace::refresh()
{
    const QString chosen = m_channel->currentText();
    desk().askLater(
        this,
        [chosen](Tx &tx) {
            View view;
            view.channels = allChannels(tx);
            for (const Channel &channel : view.channels) {
                if (channel.name != chosen && !(chosen.isEmpty() && &channel == view.channels.data()))
                    continue;
                view.batches = batchesOf(tx, channel.id, 200);
                view.held = heldOn(tx, channel.id);
                view.discrepancies = discrepanciesOf(tx, channel);
            }
            return view;
        },
        [this](const Result<View> &view) {
            if (!view) {
                notice().refusal(view.error());
                return;
            }
            const QString name = m_channel->currentText();
            m_all = view->channels;
            m_channel->clear();
            for (const Channel &channel : m_all)
                m_channel->addItem(channel.name);
            m_channel->setCurrentIndex(std::max(0, m_channel->findText(name)));
            const int row = std::max(0, m_batchTable->currentIndex().row());
            m_batches->setRows(view->batches);
            m_held->setRows(view->held);
            m_discrepancies->setRows(view->discrepancies);
            m_batchTable->setCurrentIndex(m_batches->index(std::min(row, m_batches->rowCount() - 1), 0));
            m_tabs->setTabText(1, view->held.empty() ? tr("Held back") : tr("Held back (%1)").arg(view->held.size()));
            m_tabs->setTabText(3, view->discrepancies.empty() ? tr("Discrepancy") : tr("Discrepancy (%1)").arg(view->discrepancies.size()));
            showItems();
            showChanges();
            if (m_all.empty())
                notice().say(Notice::Tone::Info, tr("No channel is set up yet. Add one under Channels."));
        });
}

void PushPlace::showItems()
{
    const QString only = m_field->currentData().toString();
    std::vector<PushItem> rows;
    std::copy_if(m_reported.begin(), m_reported.end(), std::back_inserter(rows),
                 [&](const PushItem &item) { return only.isEmpty() || item.field == only; });
    m_items->setRows(std::move(rows));
}

void PushPlace::showChanges()
{
    const BatchRow *row = m_batches->at(m_batchTable->currentIndex());
    if (!row) {
        m_changes->setRows({});
        return;
    }
    desk().askLater(
        this, [batch = row->batch.id](Tx &tx) { return changesOf(tx, batch); },
        [this](const Result<std::vector<ChangeRow>> &changes) {
            if (changes)
                m_changes->setRows(*changes);
        });
}

void PushPlace::showReport(const PushReport &report)
{
    m_reported = report.items;
    showItems();
    m_tabs->setCurrentIndex(0);
}

void PushPlace::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    m_what->setText(what);
    m_stop->setVisible(busy);
    for (QAction *action : m_whenIdle)
        action->setEnabled(!busy);
}

QStringList PushPlace::selectedSkus(const char *result) const
{
    QStringList skus;
    for (const QModelIndex &index : m_itemTable->selectionModel()->selectedRows())
        if (const PushItem *item = m_items->at(index); item && item->result == QLatin1String(result))
            skus << item->sku;
    return skus;
}

/// The table of the tab that is shown; of the pushes, their changes.
static const QTableView *shownTable(const QTabWidget &tabs)
{
    const auto *table = qobject_cast<const QTableView *>(tabs.currentWidget());
    return table ? table : tabs.currentWidget()->findChild<const QTableView *>(QStringLiteral("changes"));
}

QString PushPlace::currentSku() const
{
    const QTableView *table = shownTable(*m_tabs);
    const QModelIndex index = table->currentIndex();
    return index.isValid() ? table->model()->index(index.row(), 0).data().toString() : QString();
}

void PushPlace::copy()
{
    const QAbstractItemModel *model = shownTable(*m_tabs)->model();
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column)
        cells << model->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(u'\t');
    for (int row = 0; row < model->rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(row, column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    notice().good(tr("Copied: %1 rows.").arg(model->rowCount()));
}
