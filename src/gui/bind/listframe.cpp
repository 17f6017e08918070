#include "gui/bind/listframe.h"

#include "gui/shell/icons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

static constexpr int typingPause = 120; // milliseconds: a search begins when the fingers rest

ListFrame::ListFrame(Desk &desk, const QString &title, const char *iconName, const char *name, QAbstractItemModel *model,
                     const std::vector<int> &widths)
    : Place(desk, title, iconName), m_search(new QLineEdit), m_chips(new QButtonGroup(this)), m_chipRow(new QHBoxLayout), m_groups(new QComboBox),
      m_table(makeTable(model, title)), m_stack(new QStackedWidget), m_emptyText(new QLabel), m_emptyButton(new QPushButton), m_footer(new QLabel),
      m_typing(new QTimer(this))
{
    model->setParent(this);
    for (size_t i = 0; i < widths.size(); ++i)
        setWidth(m_table, int(i), widths[i]);
    m_table->setObjectName(QStringLiteral("list"));
    m_stack->addWidget(m_table);
    makeFilterRow();
    makeEmpty();
    content()->addWidget(m_stack, 1);
    content()->addWidget(m_footer);
    m_footer->setObjectName(QStringLiteral("footer"));
    rememberColumns(m_table, name);
    makeActions();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { open(index); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (column == m_sortColumn)
            m_turned = !m_turned;
        setSorted(m_sortColumn, m_descending);
        applyFilter();
    });
}

void ListFrame::makeFilterRow()
{
    auto *row = new QHBoxLayout;
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in %1").arg(title()));
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setMinimumWidth(260);
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_chipRow->setSpacing(4);
    m_groups->setObjectName(QStringLiteral("groups"));
    m_groups->hide();
    row->addWidget(m_search, 1);
    row->addSpacing(6);
    row->addLayout(m_chipRow);
    row->addStretch(1);
    row->addWidget(m_groups);
    content()->addLayout(row);
    m_chips->setExclusive(true);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_typing, &QTimer::timeout, this, &ListFrame::applyFilter);
    connect(m_chips, &QButtonGroup::idClicked, this, &ListFrame::applyFilter);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &ListFrame::applyFilter);
}

void ListFrame::makeEmpty()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *picture = new QLabel;
    picture->setPixmap(icon(iconName(), palette().color(QPalette::PlaceholderText)).pixmap(48, 48));
    picture->setAlignment(Qt::AlignCenter);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setObjectName(QStringLiteral("empty"));
    m_emptyButton->setObjectName(QStringLiteral("emptyButton"));
    column->addStretch(2);
    column->addWidget(picture);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    column->addStretch(3);
    m_stack->addWidget(page);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (!filter().isAll())
            clearFilter();
        else if (m_emptyAction)
            m_emptyAction->trigger();
    });
}

void ListFrame::makeActions()
{
    addAction("search", tr("Find"), QKeySequence::Find, [this] { enter(); });
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    addAction("download", tr("Export list…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { exportList(); });
    QAction *openIt = addAction("pencil", tr("Open"), QKeySequence(Qt::Key_F2), [this] { open(m_table->currentIndex()); });
    openIt->setToolTip(tr("Open (Return, F2)"));
    addAction("list", tr("Columns"), {}, [this] { showColumnMenu(m_table, QCursor::pos()); });
}

void ListFrame::enter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ListFrame::addChip(const QString &text, int state)
{
    auto *chip = new QToolButton;
    chip->setText(text);
    chip->setCheckable(true);
    chip->setChecked(m_chips->buttons().isEmpty());
    chip->setProperty("chip", true);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setAccessibleName(tr("Show: %1").arg(text));
    m_chips->addButton(chip, state);
    m_chipRow->addWidget(chip);
}

void ListFrame::setGroups(const QString &all, const std::vector<std::pair<qint64, QString>> &groups)
{
    const QSignalBlocker quiet(m_groups);
    const QVariant before = m_groups->currentData();
    m_groups->clear();
    m_groups->addItem(all, qint64(0));
    for (const auto &[id, name] : groups)
        m_groups->addItem(name, id);
    m_groups->setCurrentIndex(std::max(0, m_groups->findData(before)));
    m_groups->setAccessibleName(all);
    m_groups->setVisible(!groups.empty());
}

void ListFrame::setSorted(int column, bool descending)
{
    m_sortColumn = column;
    m_descending = descending;
    auto *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, descending != m_turned ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListFrame::setEmpty(const QString &sentence, QAction *action)
{
    m_emptySentence = sentence;
    m_emptyAction = action;
}

ListFilter ListFrame::filter() const
{
    return {m_search->text().trimmed(), std::max(0, m_chips->checkedId()), m_groups->currentData().toLongLong(), m_turned};
}

void ListFrame::applyFilter()
{
    m_typing->stop();
    apply(filter());
}

void ListFrame::clearFilter()
{
    m_search->clear();
    m_groups->setCurrentIndex(0);
    if (!m_chips->buttons().isEmpty())
        m_chips->buttons().constFirst()->setChecked(true);
    applyFilter();
    enter();
}

void ListFrame::showCount(int count, bool complete, const ListFilter &shown)
{
    m_countText = complete ? tr("%n row(s)", nullptr, count) : tr("counting…");
    m_footer->setText(m_countText);
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    const bool all = shown.isAll();
    m_emptyText->setText(all ? m_emptySentence : tr("Nothing is found."));
    m_emptyButton->setText(all && m_emptyAction ? m_emptyAction->text() : tr("Show everything"));
    m_emptyButton->setVisible(!all || m_emptyAction);
    if (!m_table->currentIndex().isValid() && count > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
}

void ListFrame::showSums(const QString &sums) { m_footer->setText(sums.isEmpty() ? m_countText : m_countText + QStringLiteral("   ·   ") + sums); }

void ListFrame::exportList()
{
    auto *dialog = new QFileDialog(this, tr("Export list"), title() + QStringLiteral(".csv"), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ListFrame::writeCsv);
    dialog->open();
}
