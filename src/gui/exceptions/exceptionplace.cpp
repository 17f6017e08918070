#include "gui/exceptions/exceptionplace.h"

#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/channels/channelwords.h"
#include "gui/exceptions/effectdialog.h"
#include "gui/shell/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>

static constexpr size_t rowsShown = 200;

static QString moneyText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts << amount.withCurrency(QLocale());
    return texts.join(QStringLiteral(", "));
}

ExceptionPlace::ExceptionPlace(Desk &desk) : Place(desk, tr("Exceptions"), "triangle-alert")
{
    const auto action = [this](const char *word, const char *iconName, Qt::Key key) {
        const QString name = QString::fromLatin1(word);
        m_actions[name] = addAction(iconName, actionLabel(name), QKeySequence(Qt::CTRL | key), [this, name] { decide(name); });
    };
    action("link", "link", Qt::Key_L);
    action("create", "package", Qt::Key_N);
    action("accept", "check", Qt::Key_Return);
    action("approve", "users", Qt::Key_P);
    action("once", "play", Qt::Key_G);
    action("relist", "upload", Qt::Key_U);
    action("retire", "unlink", Qt::Key_T);
    action("retry", "rotate-ccw", Qt::Key_R);
    action("cancel", "ban", Qt::Key_Delete);
    action("ignore", "x", Qt::Key_I);
    m_actions[QStringLiteral("take-back")] = addAction("undo-2", tr("Take back"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { takeBack(); });
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    makeFilter();
    makeTables();
}

void ExceptionPlace::makeFilter()
{
    m_channel = new QComboBox;
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channel->addItem(tr("All channels"), QString());
    auto *row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Channel")));
    row->addWidget(m_channel);
    row->addStretch(1);
    content()->addLayout(row);
    connect(m_channel, &QComboBox::activated, this, [this] { showChannel(m_channel->currentData().toString()); });
}

void ExceptionPlace::showChannel(const QString &name)
{
    m_only = name;
    m_tabs->setCurrentIndex(0);
    refresh();
}

void ExceptionPlace::makeTables()
{
    m_groups = new TableModel<ExceptionGroup>({{tr("Kind"), [](const ExceptionGroup &g) { return channelWord(g.kind); }, leftAligned, 170},
                                               {tr("Cause"), [](const ExceptionGroup &g) { return g.subject; }, leftAligned, 140},
                                               {tr("Channel"), [](const ExceptionGroup &g) { return g.channelName; }, leftAligned, 110},
                                               {tr("Count"), [](const ExceptionGroup &g) { return QLocale().toString(g.count); }, rightAligned, 70},
                                               {tr("Money waiting"), [](const ExceptionGroup &g) { return moneyText(g.waiting); }, rightAligned, 130},
                                               {tr("Since"), [](const ExceptionGroup &g) { return momentText(g.oldest); }, leftAligned, 140},
                                               {tr("What is wrong"), [](const ExceptionGroup &g) { return g.message; }, leftAligned, 520}},
                                              this);
    m_groupTable = makeTable(m_groups, tr("Causes"));
    m_groupTable->setObjectName(QStringLiteral("causes"));
    m_groupTable->setProperty(whenEmpty, tr("Nothing waits for a decision."));
    m_waiting = new TableModel<Waiting>(
        {{tr("Order"), [](const Waiting &w) { return w.order.isEmpty() ? w.exception.externalId : w.order; }, leftAligned, 130},
         {tr("Customer"), [](const Waiting &w) { return w.customer; }, leftAligned, 200},
         {tr("Total"), [](const Waiting &w) { return w.order.isEmpty() ? QString() : moneyText({w.total}); }, rightAligned, 120},
         {tr("Since"), [](const Waiting &w) { return momentText(w.exception.createdAt); }, leftAligned, 140},
         {tr("What is wrong"), [](const Waiting &w) { return w.exception.message; }, leftAligned, 520}},
        this);
    m_waitingTable = makeTable(m_waiting, tr("Orders with this cause"));
    m_waitingTable->setObjectName(QStringLiteral("orders"));
    auto *causes = new QWidget;
    auto *column = new QVBoxLayout(causes);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_groupTable, 2);
    column->addWidget(m_waitingTable, 1);
    m_decisions = new TableModel<DecisionRow>(
        {{tr("Kind"), [](const DecisionRow &r) { return channelWord(r.decision.kind); }, leftAligned, 170},
         {tr("Cause"), [](const DecisionRow &r) { return r.decision.subject; }, leftAligned, 140},
         {tr("Channel"), [](const DecisionRow &r) { return r.channel; }, leftAligned, 110},
         {tr("Decision"), [](const DecisionRow &r) { return (actionLabel(r.decision.action).remove(u'…') + u' ' + r.target).trimmed(); }, leftAligned,
          200},
         {tr("Resolved"), [](const DecisionRow &r) { return QLocale().toString(r.resolved); }, rightAligned, 90},
         {tr("Holds for what comes"), [](const DecisionRow &r) { return r.isRule ? tr("yes") : QString(); }, leftAligned, 150},
         {tr("Decided"), [](const DecisionRow &r) { return momentText(r.decision.madeAt); }, leftAligned, 140},
         {tr("By"), [](const DecisionRow &r) { return r.decision.actor; }, leftAligned, 140}},
        this);
    m_decisionTable = makeTable(m_decisions, tr("Decisions"));
    m_decisionTable->setObjectName(QStringLiteral("decisions"));
    m_decisionTable->setProperty(whenEmpty, tr("Nothing was decided yet."));
    m_tabs = new QTabWidget;
    m_tabs->addTab(causes, icon("triangle-alert"), tr("Causes"));
    m_tabs->addTab(m_decisionTable, icon("history"), tr("Decisions"));
    content()->addWidget(m_tabs, 1);
    connect(m_groupTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showGroup(); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { showGroup(); });
    connect(m_groupTable, &QTableView::activated, this, [this] { m_waitingTable->setFocus(); });
    connect(m_waitingTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const Waiting *waiting = m_waiting->at(index); waiting && !waiting->order.isEmpty())
            emit openOrder(waiting->order);
    });
}

void ExceptionPlace::refresh()
{
    desk().askLater(
        this,
        [](Tx &tx) {
            return View{exceptionGroups(tx), standingDecisions(tx), allChannels(tx)};
        },
        [this](Result<View> view) {
            if (!view) {
                notice().refusal(view.error());
                return;
            }
            std::erase_if(view->groups, [this](const ExceptionGroup &group) { return !m_only.isEmpty() && group.channelName != m_only; });
            std::erase_if(view->decisions, [this](const DecisionRow &row) { return !m_only.isEmpty() && row.channel != m_only; });
            showView(*view);
        });
}

void ExceptionPlace::showView(const View &view)
{
    while (m_channel->count() > 1)
        m_channel->removeItem(1);
    for (const Channel &channel : view.channels)
        m_channel->addItem(channel.name, channel.name);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(m_only)));
    const int group = std::max(0, m_groupTable->currentIndex().row()), decision = std::max(0, m_decisionTable->currentIndex().row());
    m_groups->setRows(view.groups);
    m_decisions->setRows(view.decisions);
    m_groupTable->setCurrentIndex(m_groups->index(std::min(group, m_groups->rowCount() - 1), 0));
    m_decisionTable->setCurrentIndex(m_decisions->index(std::min(decision, m_decisions->rowCount() - 1), 0));
    m_tabs->setTabText(0, view.groups.empty() ? tr("Causes") : tr("Causes (%1)").arg(view.groups.size()));
    showGroup();
}

void ExceptionPlace::showGroup()
{
    const ExceptionGroup *group = current();
    const bool atCauses = m_tabs->currentIndex() == 0;
    const QStringList fitting = atCauses && group ? actionsFor(group->kind) : QStringList();
    for (const auto &[word, action] : m_actions) {
        const bool isRare =
            word == QLatin1String("approve") || word == QLatin1String("once") || word == QLatin1String("relist") || word == QLatin1String("retire");
        const bool fits = word == QLatin1String("take-back") ? !atCauses && m_decisions->rowCount() > 0 : fitting.contains(word);
        action->setEnabled(fits);
        action->setVisible(fits || !isRare);
    }
    if (!group) {
        m_waiting->setRows({});
        return;
    }
    desk().askLater(
        this,
        [cause = *group](Tx &tx) {
            std::vector<Waiting> rows;
            const auto first = tx.find(cause.first);
            std::vector<SyncException> alike = first ? waitingLike(tx, *first) : std::vector<SyncException>();
            alike.resize(std::min(alike.size(), rowsShown));
            for (const SyncException &one : alike) {
                Waiting row{one, {}, {}, {}};
                if (one.order) {
                    const SalesOrder order = tx.get(one.order);
                    row.order = order.number;
                    row.customer = tx.get(order.party).displayName();
                    row.total = order.total;
                }
                rows.push_back(std::move(row));
            }
            return rows;
        },
        [this, first = group->first](const Result<std::vector<Waiting>> &rows) {
            if (const ExceptionGroup *now = current(); rows && now && now->first == first)
                m_waiting->setRows(*rows);
        });
}

void ExceptionPlace::decide(const QString &action)
{
    const ExceptionGroup *found = current();
    if (!found)
        return;
    ExceptionGroup group = *found;
    if (const Waiting *order = m_waiting->at(m_waitingTable->currentIndex()); order && action == QLatin1String("once")) {
        group.first = order->exception.id; // this one, and no other
        group.message = order->exception.message;
    }
    if (action != QLatin1String("link") && action != QLatin1String("create")) {
        rehearse(group, {action, {}, {}});
        return;
    }
    const bool isTax = group.kind == QLatin1String("unknown_tax"), isListing = group.kind == QLatin1String("ambiguous_sku");
    auto *question = new Question(this, group.message, tr("Show what it does"));
    question->addText("target",
                      isTax       ? tr("Code of the tax")
                      : isListing ? tr("Number in the shop")
                                  : tr("SKU"),
                      action == QLatin1String("create") ? group.subject : QString());
    question->ask([this, question, group, action, isTax, isListing]() -> Result<> {
        const QString target = question->text("target").trimmed();
        const auto known = desk().ask([&](Tx &tx) -> Result<> {
            if (action == QLatin1String("create") || isListing)
                return Done{}; // the rehearsal says whether it can be
            if (isTax)
                return tx.configured<Taxes>().byCode(target) ? Result<>(Done{})
                                                             : notFound(QStringLiteral("unknown_tax"), tr("There is no tax %1.").arg(target));
            const auto product = productBySku(tx, target);
            return product ? Result<>(Done{}) : Result<>(product.error());
        });
        if (known)
            rehearse(group,
                     isListing ? Resolution{action, {}, {}, target} : Resolution{action, isTax ? QString() : target, isTax ? target : QString(), {}});
        return known;
    });
}

/// First what it would do, then the question whether it shall.
void ExceptionPlace::rehearse(const ExceptionGroup &group, const Resolution &resolution)
{
    notice().clear();
    desk().runLater(
        this, [first = group.first, resolution](Session &session) { return previewDecision(session, first, resolution); },
        [this, group, resolution](const Result<DecisionEffect> &effect) {
            if (effect)
                confirm(group, resolution, *effect);
            else
                notice().refusal(effect.error());
        });
}

void ExceptionPlace::confirm(const ExceptionGroup &group, const Resolution &resolution, const DecisionEffect &effect)
{
    const QString verb =
        (actionLabel(resolution.action).remove(u'…') + u' ' + resolution.sku + resolution.tax + resolution.listing).trimmed(); // "Link to MUG"
    auto *dialog = new EffectDialog(this, group.message, verb, effect);
    connect(dialog, &QDialog::accepted, this, [this, group, resolution] { carryOut(group, resolution); });
    dialog->open();
}

void ExceptionPlace::carryOut(const ExceptionGroup &group, const Resolution &resolution)
{
    desk().runLater(
        this,
        [first = group.first, resolution](Session &session) {
            return session.perform([&](Tx &tx) { return resolveException(tx, first, resolution); });
        },
        [this](const Result<int> &resolved) {
            if (resolved)
                notice().good(tr("Resolved: %n exception(s).", nullptr, *resolved));
            else
                notice().refusal(resolved.error());
            desk().tellChanged();
        });
}

void ExceptionPlace::takeBack()
{
    const DecisionRow *row = m_decisions->at(m_decisionTable->currentIndex());
    if (!row)
        return;
    desk().runLater(
        this, [id = row->decision.id](Session &session) { return session.perform([&](Tx &tx) { return takeBackDecision(tx, id); }); },
        [this](const Result<TakenBack> &taken) {
            if (!taken)
                notice().refusal(taken.error());
            else if (taken->kept.empty())
                notice().good(tr("Taken back: %n exception(s) wait again.", nullptr, taken->reopened));
            else
                notice().say(Notice::Tone::Warning, tr("Taken back: %n exception(s) wait again. These stay as they are: %1", nullptr, taken->reopened)
                                                        .arg(QStringList(taken->kept.begin(), taken->kept.end()).join(u' ')));
            desk().tellChanged();
        });
}
