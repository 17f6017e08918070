#include "gui/channels/channelplace.h"

#include "channels/engine/check.h"
#include "gui/bind/typing.h"
#include "gui/channels/buyerspanel.h"
#include "gui/channels/channelforms.h"
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

static QString kindLabel(const QString &id)
{
    const channels::Kind *kind = channels::findKind(id);
    return kind ? kind->label : id;
}

static QVariant lightOf(const ChannelOverview &o) { return lightColor(o.light()); }

ChannelPlace::ChannelPlace(Desk &desk) : Place(desk, tr("Channels"), "store")
{
    m_whenIdle = {addAction("download", tr("Pull now"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { pullNow(); }),
                  addAction("eye", tr("What would be pushed"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { pushNow(true); }),
                  addAction("upload", tr("Push now"), QKeySequence(Qt::CTRL | Qt::Key_U), [this] { pushNow(false); }),
                  addAction("circle-check", tr("Check"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { check(); }),
                  addAction("zap", tr("Test"), {}, [this] { test(); }),
                  addAction("pause", tr("Pause or resume"), {}, [this] { pause(); }),
                  addAction("plus", tr("Add channel…"), QKeySequence::New, [this] { add(); }),
                  addAction("settings", tr("Settings…"), {}, [this] { settings(); }),
                  addAction("link", tr("Platform…"), {}, [this] { changePlatform(); })};
    addAction("triangle-alert", tr("Exceptions"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { emit openExceptions(current()); });
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    const auto age = [](const std::optional<qint64> &seconds) { return seconds ? tr("%1 s").arg(*seconds) : QString(); };
    m_channels = new TableModel<ChannelOverview>(
        {{tr("Channel"), [](const ChannelOverview &o) { return o.channel.name; }, leftAligned, 150},
         {tr("Kind"), [](const ChannelOverview &o) { return kindLabel(o.channel.kind); }, leftAligned, 110},
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
    connect(m_table, &QTableView::activated, this, [this] { emit openExceptions(current()); });
    content()->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    m_what = new QLabel;
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("Progress"));
    m_stop = new QPushButton(icon("x"), tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stop"));
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
    m_tabs->addTab(makeTable(m_items, tr("Difference")), icon("upload"), tr("Difference"));
    m_schedule = new SchedulePanel(desk(), notice());
    connect(m_schedule, &SchedulePanel::runNow, this, &ChannelPlace::runNow);
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
        all.runs = tx.all<ChannelRun>("id > 0 ORDER BY id DESC LIMIT 50");
        return all;
    });
    if (!view) {
        notice().refusal(view.error());
        return;
    }
    const int row = std::max(0, m_table->currentIndex().row());
    m_channels->setRows(view->channels);
    m_runs->setRows(view->runs);
    m_table->setCurrentIndex(m_channels->index(std::min(row, m_channels->rowCount() - 1), 0));
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
            if (report.cancelled)
                notice().say(Notice::Tone::Warning,
                             tr("Stopped after %n order(s). What was taken in stays; the next pull goes on from there.", nullptr, report.seen));
            else
                notice().good(tr("%1 orders seen: %2 new, %3 changed, %4 unchanged, %5 exceptions; %6 requests.")
                                  .arg(report.seen)
                                  .arg(report.created)
                                  .arg(report.changed)
                                  .arg(report.unchanged)
                                  .arg(report.exceptions)
                                  .arg(report.requests));
        });
}

void ChannelPlace::runNow(Work work)
{
    if (work == Work::Orders)
        pullNow();
    else if (work == Work::Check)
        check();
    else
        pushNow(false, {true, work == Work::Stock, work == Work::Prices, work == Work::Products, work == Work::Shipments});
}

void ChannelPlace::pushNow(bool dryRun, const PushScope &scope)
{
    run(
        dryRun ? tr("Comparing…") : tr("Pushing…"),
        [dryRun, scope](Session &session, const QString &name, SyncControl &control) { return push(session, name, scope, dryRun, control); },
        [this, dryRun](const PushReport &report) {
            m_items->setRows(report.items);
            m_tabs->setCurrentIndex(0);
            if (report.cancelled)
                notice().say(Notice::Tone::Warning, tr("Stopped. What was sent so far stands below; the next push sends the rest."));
            else if (dryRun)
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
    askNewChannel(this, desk(), [this](const Channel &added) {
        reload();
        choose(added.name);
        if (channels::findKind(added.kind)->talks)
            test();
        else
            notice().good(tr("%1 is added. Enter its orders under “Enter a web order”.").arg(added.name));
    });
}

void ChannelPlace::changePlatform()
{
    const ChannelOverview *found = m_channels->at(m_table->currentIndex());
    if (!found)
        return;
    askPlatform(this, desk(), found->channel, [this](const Channel &changed) {
        reload();
        notice().good(tr("%1 is of the kind “%2” from now on.").arg(changed.name, kindLabel(changed.kind)));
        if (channels::findKind(changed.kind)->talks)
            test();
    });
}

void ChannelPlace::settings()
{
    if (const ChannelOverview *found = m_channels->at(m_table->currentIndex()))
        askSettings(this, desk(), found->channel, [this](const Channel &changed) { notice().good(tr("Stored: %1.").arg(changed.name)); });
}

void ChannelPlace::choose(const QString &name)
{
    for (int row = 0; row < m_channels->rowCount(); ++row)
        if (m_channels->at(m_channels->index(row, 0))->channel.name == name)
            m_table->setCurrentIndex(m_channels->index(row, 0));
}
