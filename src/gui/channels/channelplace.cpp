#include "gui/channels/channelplace.h"

#include "channels/engine/check.h"
#include "gui/bind/typing.h"
#include "gui/channels/buyerspanel.h"
#include "gui/channels/channelwords.h"
#include "gui/channels/schedulepanel.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>

static QVariant lightOf(const ChannelOverview &o) { return lightColor(o.light()); }

ChannelPlace::ChannelPlace(Desk &desk) : Place(desk, tr("Channels"), "store")
{
    m_whenIdle = {addAction("download", tr("Pull now"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { pullNow(); }),
                  addAction("eye", tr("What would be pushed"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { pushNow(true); }),
                  addAction("upload", tr("Push now"), QKeySequence(Qt::CTRL | Qt::Key_U), [this] { pushNow(false); }),
                  addAction("circle-check", tr("Check"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { check(); }),
                  addAction("zap", tr("Test"), {}, [this] { test(); }),
                  addAction("pause", tr("Pause or resume"), {}, [this] { pause(); }),
                  addAction("plus", tr("Add channel…"), QKeySequence::New, [this] { add(); })};
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    const auto age = [](const std::optional<qint64> &seconds) { return seconds ? tr("%1 s").arg(*seconds) : QString(); };
    m_channels = new TableModel<ChannelOverview>(
        {{tr("Channel"), [](const ChannelOverview &o) { return o.channel.name; }, leftAligned, 150},
         {tr("Kind"), [](const ChannelOverview &o) { return o.channel.kind; }, leftAligned, 110},
         {tr("State"), [](const ChannelOverview &o) { return QStringLiteral("● ") + channelStateLabel(o.channel.state); }, leftAligned, 150, lightOf},
         {tr("Last pull"), [](const ChannelOverview &o) { return momentText(o.channel.lastPull); }, leftAligned, 140},
         {tr("Last push"), [](const ChannelOverview &o) { return momentText(o.channel.lastPush); }, leftAligned, 140},
         {tr("Next run"), [](const ChannelOverview &o) { return o.runBy.isEmpty() ? momentText(o.nextRun) : tr("now, by %1").arg(o.runBy); },
          leftAligned, 140},
         {tr("Orders waiting"), [](const ChannelOverview &o) { return QLocale().toString(o.waiting); }, rightAligned, 110},
         {tr("Exceptions"), [](const ChannelOverview &o) { return QLocale().toString(o.exceptions); }, rightAligned, 90,
          [](const ChannelOverview &o) { return o.exceptions > 0 ? QVariant(theme::bad()) : QVariant(); }},
         {tr("Held back"), [](const ChannelOverview &o) { return QLocale().toString(o.held); }, rightAligned, 90},
         {tr("Shipments to tell"), [](const ChannelOverview &o) { return QLocale().toString(o.unpushed); }, rightAligned, 120},
         {tr("Age of orders (median, 95 %)"),
          [age](const ChannelOverview &o) { return age(o.freshnessMedian) + QStringLiteral("  ") + age(o.freshness95); }, rightAligned, 190},
         {tr("Reason"),
          [](const ChannelOverview &o) {
              return (QStringList(o.channel.stateReason) + o.late).filter(QRegularExpression(QStringLiteral("."))).join(u' ');
          },
          leftAligned, 260}},
        this);
    m_table = makeTable(m_channels, tr("Channels"));
    m_table->setObjectName(QStringLiteral("channels"));
    content()->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    m_what = new QLabel;
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("Progress"));
    m_stop = new QPushButton(icon("x"), tr("Stop"));
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    content()->addLayout(row);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_control->cancelled = true; });
    connect(this, &ChannelPlace::progressed, this, [this](const QString &what, qint64 done, qint64 total) {
        m_what->setText(what);
        m_bar->setRange(0, total > 0 ? int(total) : 0);
        m_bar->setValue(int(done));
    });
    makeBottom();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showPanels(); });
    setBusy(false);
}

ChannelPlace::~ChannelPlace() { m_control->cancelled = true; }

void ChannelPlace::makeBottom()
{
    m_issues =
        new TableModel<Issue>({{tr("Channel"), [](const Issue &i) { return i.channel; }, leftAligned, 110},
                               {tr("Order"), [](const Issue &i) { return i.order.isEmpty() ? i.exception.externalId : i.order; }, leftAligned, 120},
                               {tr("Kind"), [](const Issue &i) { return channelWord(i.exception.kind); }, leftAligned, 180},
                               {tr("What is wrong"), [](const Issue &i) { return i.exception.message; }, leftAligned, 520},
                               {tr("Since"), [](const Issue &i) { return momentText(i.exception.createdAt); }, leftAligned, 140}},
                              this);
    m_issueTable = makeTable(m_issues, tr("Exceptions"));
    m_issueTable->setObjectName(QStringLiteral("exceptions"));
    auto *exceptions = new QWidget;
    auto *column = new QVBoxLayout(exceptions);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_issueTable, 1);
    m_actions = new QWidget;
    m_actions->setLayout(new QHBoxLayout);
    m_actions->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_actions);
    connect(m_issueTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showActionsOf(m_issues->at(index)); });
    connect(m_issueTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const Issue *issue = m_issues->at(index); issue && !issue->order.isEmpty())
            emit openOrder(issue->order);
    });
    m_items = new TableModel<PushItem>({{tr("SKU"), [](const PushItem &i) { return i.sku; }, leftAligned, 150},
                                        {tr("Field"), [](const PushItem &i) { return channelWord(i.field); }, leftAligned, 90},
                                        {tr("Has"), [](const PushItem &i) { return i.now; }, rightAligned, 140},
                                        {tr("Gets"), [](const PushItem &i) { return i.becomes; }, rightAligned, 180},
                                        {tr("Result"), [](const PushItem &i) { return channelWord(i.result); }, leftAligned, 100,
                                         [](const PushItem &i) {
                                             return i.result == QLatin1String("accepted")  ? QVariant(theme::good())
                                                    : i.result == QLatin1String("planned") ? QVariant()
                                                                                           : QVariant(theme::bad());
                                         }},
                                        {tr("The shop says"), [](const PushItem &i) { return i.message; }, leftAligned, 360}},
                                       this);
    m_runs = new TableModel<ChannelRun>({{tr("Run"), [](const ChannelRun &r) { return channelWord(r.direction); }, leftAligned, 110},
                                         {tr("Started"), [](const ChannelRun &r) { return momentText(r.startedAt); }, leftAligned, 150},
                                         {tr("Outcome"), [](const ChannelRun &r) { return channelWord(r.outcome); }, leftAligned, 100},
                                         {tr("Counts"), [](const ChannelRun &r) { return channelCounts(r.summary); }, leftAligned, 600}},
                                        this);
    m_tabs = new QTabWidget;
    m_tabs->addTab(exceptions, icon("triangle-alert"), tr("Exceptions"));
    m_tabs->addTab(makeTable(m_items, tr("Difference")), icon("upload"), tr("Difference"));
    m_schedule = new SchedulePanel(desk(), notice());
    m_tabs->addTab(m_schedule, icon("clock"), tr("Schedule"));
    m_buyers = new BuyersPanel(desk(), notice());
    connect(m_buyers, &BuyersPanel::openCustomer, this, &Place::openCustomer);
    m_tabs->addTab(m_buyers, icon("users"), tr("Who may buy"));
    m_tabs->addTab(makeTable(m_runs, tr("Last runs")), icon("history"), tr("Last runs"));
    content()->addWidget(m_tabs, 2);
}

QString ChannelPlace::current() const
{
    const ChannelOverview *found = m_channels->at(m_table->currentIndex());
    return found ? found->channel.name : QString();
}

void ChannelPlace::refresh()
{
    const auto view = desk().ask([](Tx &tx) {
        View all;
        all.channels = channelOverviews(tx);
        for (const SyncException &exception : openExceptions(tx))
            all.issues.push_back({exception, tx.get(exception.channel).name, exception.order ? tx.get(exception.order).number : QString()});
        all.runs = tx.all<ChannelRun>("id > 0 ORDER BY id DESC LIMIT 50");
        return all;
    });
    if (!view) {
        notice().refusal(view.error());
        return;
    }
    const int row = std::max(0, m_table->currentIndex().row());
    const int issue = std::max(0, m_issueTable->currentIndex().row());
    m_channels->setRows(view->channels);
    m_issues->setRows(view->issues);
    m_runs->setRows(view->runs);
    m_table->setCurrentIndex(m_channels->index(std::min(row, m_channels->rowCount() - 1), 0));
    m_issueTable->setCurrentIndex(m_issues->index(std::min(issue, m_issues->rowCount() - 1), 0));
    m_tabs->setTabText(0, view->issues.empty() ? tr("Exceptions") : tr("Exceptions (%1)").arg(view->issues.size()));
    showActionsOf(m_issues->at(m_issueTable->currentIndex()));
    showPanels();
    if (view->channels.empty())
        notice().say(Notice::Tone::Info, tr("No channel is set up yet. Add one: a WooCommerce or Vendure shop, or the practice store."));
}

/// What is shown of the current channel alone.
void ChannelPlace::showPanels()
{
    const ChannelOverview *chosen = m_channels->at(m_table->currentIndex());
    const auto channel = chosen ? std::optional(chosen->channel) : std::nullopt;
    m_schedule->show(channel);
    m_buyers->show(channel);
}

void ChannelPlace::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    m_what->setText(what);
    for (QWidget *widget : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_stop)})
        widget->setVisible(busy);
    m_bar->setRange(0, 0);
    for (QAction *action : m_whenIdle)
        action->setEnabled(!busy);
}

template <class Work, class Then> void ChannelPlace::run(const QString &what, Work work, Then then)
{
    const QString name = current();
    if (name.isEmpty() || m_busy)
        return;
    m_control = std::make_shared<SyncControl>();
    m_control->progress = [this](const QString &part, qint64 done, qint64 total) { emit progressed(part, done, total); };
    setBusy(true, what);
    notice().clear();
    desk().runLater(
        this, [work, name, control = m_control](Session &session) { return work(session, name, *control); },
        [this, then](auto result) {
            setBusy(false);
            if (result)
                then(*result);
            else
                notice().refusal(result.error());
            emit desk().changed();
        });
}

void ChannelPlace::pullNow()
{
    run(
        tr("Pulling…"), [](Session &session, const QString &name, SyncControl &control) { return pull(session, name, {}, control); },
        [this](const PullReport &report) {
            notice().good(tr("%1 orders seen: %2 new, %3 changed, %4 unchanged, %5 exceptions; %6 requests.")
                              .arg(report.seen)
                              .arg(report.created)
                              .arg(report.changed)
                              .arg(report.unchanged)
                              .arg(report.exceptions)
                              .arg(report.requests));
        });
}

void ChannelPlace::pushNow(bool dryRun)
{
    run(
        dryRun ? tr("Comparing…") : tr("Pushing…"),
        [dryRun](Session &session, const QString &name, SyncControl &control) { return push(session, name, PushScope(), dryRun, control); },
        [this, dryRun](const PushReport &report) {
            m_items->setRows(report.items);
            m_tabs->setCurrentIndex(1);
            if (dryRun)
                notice().say(Notice::Tone::Info,
                             tr("%1 listings compared, %2 differences. Nothing was sent.").arg(report.compared).arg(report.items.size()));
            else
                notice().good(tr("%1 listings compared, %2 sent: %3 accepted, %4 refused, %5 held.")
                                  .arg(report.compared)
                                  .arg(report.sent)
                                  .arg(report.accepted)
                                  .arg(report.refused)
                                  .arg(report.held));
        });
}

void ChannelPlace::check()
{
    run(
        tr("Checking…"), [](Session &session, const QString &name, SyncControl &control) { return checkChannel(session, name, control); },
        [this](const CheckReport &report) {
            m_tabs->setCurrentIndex(m_tabs->count() - 1);
            notice().good(tr("%1 listings compared: %2 differed, %3 repaired. %4 orders had been missed.")
                              .arg(report.compared)
                              .arg(report.rows.size())
                              .arg(report.repaired())
                              .arg(report.missed));
        });
}

void ChannelPlace::test()
{
    run(
        tr("Asking…"), [](Session &session, const QString &name, SyncControl &control) { return testChannel(session, name, control); },
        [this](const channels::ShopInfo &info) { notice().good(tr("%1 %2 answers, in %3.").arg(info.name, info.version, info.currency.code())); });
}

void ChannelPlace::pause()
{
    const ChannelOverview *found = m_channels->at(m_table->currentIndex());
    if (!found)
        return;
    const Id<Channel> id = found->channel.id;
    const bool paused = found->channel.state == ChannelState::Paused;
    const auto done = paused ? desk().perform(resumeChannel, id) : desk().perform(pauseChannel, id, tr("Paused at the desk"));
    notice().tell(done, paused ? tr("Resumed.") : tr("Paused."));
}

void ChannelPlace::add()
{
    auto *question = new Question(this, tr("Add a channel"), tr("Add and test"));
    question->addText("name", tr("Name"));
    std::vector<std::pair<QString, QString>> kinds;
    for (const channels::Kind &kind : channels::kinds())
        kinds.emplace_back(kind.id, kind.label);
    question->addChoice("kind", tr("Kind"), kinds);
    question->addText("url", tr("Address"), QStringLiteral("https://"));
    question->addText("first", tr("Key or user"));
    question->addText("second", tr("Secret or password"))->setEchoMode(QLineEdit::Password);
    question->ask([this, question]() -> Result<> {
        NewChannel channel;
        channel.name = question->text("name");
        channel.kind = question->text("kind");
        channel.url = question->text("url");
        channel.secrets = {question->text("first"), question->text("second")};
        const auto added = addChannel(desk().session(), channel);
        if (!added)
            return added.error();
        emit desk().changed();
        m_table->setCurrentIndex(m_channels->index(m_channels->rowCount() - 1, 0));
        if (channels::findKind(channel.kind)->talks)
            test();
        return Done{};
    });
}

void ChannelPlace::showActionsOf(const Issue *issue)
{
    while (QLayoutItem *item = m_actions->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!issue)
        return;
    for (const QString &action : actionsFor(issue->exception.kind)) {
        auto *button = new QPushButton(actionLabel(action));
        button->setObjectName(QStringLiteral("resolve-") + action);
        connect(button, &QPushButton::clicked, this, [this, action] { resolve(action); });
        m_actions->layout()->addWidget(button);
    }
    static_cast<QHBoxLayout *>(m_actions->layout())->addStretch(1);
}

void ChannelPlace::resolve(const QString &action)
{
    const Issue *issue = m_issues->at(m_issueTable->currentIndex());
    if (!issue)
        return;
    const SyncException exception = issue->exception;
    const auto decide = [this, exception](const Resolution &resolution) -> Result<> {
        const auto resolved = desk().perform([&](Tx &tx) { return resolveException(tx, exception.id, resolution); });
        if (!resolved)
            return resolved.error();
        notice().good(tr("Resolved: %n exception(s).", nullptr, *resolved));
        return Done{};
    };
    const bool tax = exception.kind == QLatin1String("unknown_tax");
    if (action != QLatin1String("link") && action != QLatin1String("create")) {
        if (auto done = decide({action, {}, {}}); !done)
            notice().refusal(done.error());
        return;
    }
    auto *question =
        new Question(this, exception.message, action == QLatin1String("link") ? tr("Link, now and from now on") : tr("Create the product"));
    question->addText("target", tax ? tr("Code of the tax") : tr("SKU"), action == QLatin1String("create") ? exception.subject : QString());
    question->ask([question, decide, action, tax]() -> Result<> {
        const QString target = question->text("target");
        return decide({action, tax ? QString() : target, tax ? target : QString()});
    });
}
