#include "gui/shell/mainwindow.h"
#include "gui/channels/channelwords.h"

#include "channels/engine/overview.h"
#include "core/company/company.h"
#include "gui/shell/finder.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QTextDocument>
#include <QTimer>

static constexpr int glanceAtOthers = 5000; // milliseconds

MainWindow::MainWindow(std::unique_ptr<Desk> desk) : m_desk(std::move(desk)), m_list(new QListWidget), m_tabs(new QTabWidget), m_lights(new QWidget)
{
    const auto practice = m_desk->ask([](Tx &tx) { return tx.configured<Settings>().practice; });
    const bool rehearsal = practice && *practice;
    setWindowTitle(tr("%1 — Purser").arg(m_desk->session().scene().companyName));
    setWindowIcon(QIcon(QStringLiteral(":/purser.svg")));
    resize(1360, 860);
    m_list->setObjectName(QStringLiteral("places"));
    m_list->setAccessibleName(tr("Places"));
    m_list->setIconSize({18, 18});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setIconSize({16, 16});
    auto *center = new QWidget;
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (rehearsal) {
        auto *banner = new QLabel(tr("PRACTICE: everything in this company is for rehearsal, nothing is real."));
        banner->setObjectName(QStringLiteral("practice"));
        banner->setAlignment(Qt::AlignCenter);
        column->addWidget(banner);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 6, 0, 0);
    row->addWidget(m_list);
    row->addWidget(m_tabs, 1);
    column->addLayout(row, 1);
    setCentralWidget(center);
    makeSpots();
    m_list->setFixedWidth(
        std::max(fontMetrics().averageCharWidth() * 24, m_list->sizeHintForColumn(0) + style()->pixelMetric(QStyle::PM_ScrollBarExtent)));
    makeMenus();
    makeViewMenu();
    makeStatus();
    const auto chosen = [this](const QListWidgetItem *item) { openPlace(item->data(Qt::UserRole).toInt()); };
    connect(m_list, &QListWidget::itemClicked, this, chosen);
    connect(m_list, &QListWidget::itemActivated, this, chosen);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &MainWindow::closeTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::remember);
    openPlace(0);
}

MainWindow::~MainWindow()
{
    // Places use the desk: they go first.
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
}

void MainWindow::makeMenus()
{
    QMenu *company = menuBar()->addMenu(tr("&Company"));
    company->addAction(icon("building-2"), tr("&Other company…"), QKeySequence::Open, this, &MainWindow::wantsOtherCompany);
    QAction *runs = company->addAction(icon("clock"), tr("&Run the channels on this workstation"));
    runs->setCheckable(true);
    runs->setChecked(QSettings().value(QStringLiteral("runChannels"), true).toBool());
    connect(runs, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(QStringLiteral("runChannels"), on);
        emit runsChannels(on);
    });
    company->addSeparator();
    company->addAction(icon("log-out"), tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    QMenu *goTo = menuBar()->addMenu(tr("&Go"));
    for (size_t i = 0; i < m_spots.size(); ++i) {
        const QKeySequence key = i < 9 ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(i))) : QKeySequence();
        goTo->addAction(icon(m_spots[i].iconName), m_spots[i].title, key, this, [this, i] { openPlace(int(i)); });
    }
    goTo->addSeparator();
    goTo->addAction(icon("search"), tr("&Find anything…"), QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::find);
    goTo->addAction(icon("arrow-left"), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), this, [this] { go(-1); });
    goTo->addAction(icon("arrow-right"), tr("For&ward"), QKeySequence(Qt::ALT | Qt::Key_Right), this, [this] { go(1); });
    QMenu *tab = menuBar()->addMenu(tr("&Tab"));
    tab->addAction(icon("x"), tr("&Close tab"), QKeySequence(Qt::CTRL | Qt::Key_W), this, [this] { closeTab(m_tabs->currentIndex()); });
    const auto turn = [this](int step) { m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count()); };
    tab->addAction(tr("&Next tab"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), this, [turn] { turn(1); });
    tab->addAction(tr("&Previous tab"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), this, [turn] { turn(-1); });
    // What can be done in the tab that is looked at, with its keys.
    QMenu *here = menuBar()->addMenu(tr("&Here"));
    connect(here, &QMenu::aboutToShow, this, [this, here] {
        here->clear();
        if (const Place *place = current())
            here->addActions(place->actions());
    });
}

void MainWindow::makeViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    auto *looks = new QActionGroup(this);
    for (const auto &[look, text, iconName] :
         {std::tuple(theme::Look::System, tr("As the &system is"), "settings"), std::tuple(theme::Look::Light, tr("&Light"), "sun"),
          std::tuple(theme::Look::Dark, tr("&Dark"), "moon")}) {
        QAction *action = view->addAction(icon(iconName), text, this, [this, look = look] {
            theme::save(look);
            theme::apply(look);
            paintLook();
        });
        action->setCheckable(true);
        action->setChecked(theme::saved() == look);
        looks->addAction(action);
    }
    view->addSeparator();
    view->addAction(tr("Light or dark, the &other"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), this,
                    [looks] { looks->actions().at(theme::isDark() ? 1 : 2)->trigger(); });
}

/// Colours that were computed from the palette are computed again.
void MainWindow::paintLook()
{
    showLights();
    if (Place *place = current())
        place->reload();
    m_desk->tellChanged();
}

void MainWindow::makeStatus()
{
    m_lights->setLayout(new QHBoxLayout);
    m_lights->layout()->setContentsMargins(4, 0, 4, 0);
    m_lights->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // many channels make no window wider than the screen
    statusBar()->addWidget(m_lights, 1);
    const bool server = m_desk->session().connection().isServer();
    const QString path = m_desk->session().locator().text;
    auto *where = new QLabel(server ? tr("PostgreSQL: %1").arg(m_desk->session().locator().name()) : QFileInfo(path).fileName());
    where->setTextFormat(Qt::PlainText);
    where->setToolTip(server ? QString() : Qt::convertFromPlainText(path));
    statusBar()->addPermanentWidget(where);
    connect(m_desk.get(), &Desk::changed, this, &MainWindow::showLights);
    QTimer::singleShot(0, this, &MainWindow::showLights);
    auto *watch = new QTimer(this);
    connect(watch, &QTimer::timeout, this, &MainWindow::watchOthers);
    watch->start(glanceAtOthers);
}

/// Other workstations and services write as well: when they did, what is shown is read again.
void MainWindow::watchOthers()
{
    m_desk->askLater(
        this, [](Tx &tx) { return tx.number("SELECT COALESCE(MAX(id), 0) FROM audit"); },
        [this](Result<qint64> last) {
            if (!last || *last == m_lastChange)
                return;
            const bool first = m_lastChange == 0;
            m_lastChange = *last;
            if (!first)
                m_desk->tellChanged();
        });
}

void MainWindow::showLights()
{
    m_desk->askLater(this, channelOverviews, [this](Result<std::vector<ChannelOverview>> all) {
        while (QLayoutItem *item = m_lights->layout()->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        if (!all)
            return;
        for (const ChannelOverview &o : *all) {
            const QString state =
                channelStateLabel(o.channel.state) + (o.exceptions > 0 ? tr(", %n exception(s)", nullptr, int(o.exceptions)) : QString());
            auto *light = new QLabel(QStringLiteral("<span style=\"color: %1\">●</span> %2: %3")
                                         .arg(lightColor(o.light()).name(), o.channel.name.toHtmlEscaped(), state.toHtmlEscaped()));
            const QString trouble = (QStringList{o.channel.stateReason} + o.late).join(u'\n').trimmed();
            light->setToolTip(trouble.isEmpty() ? tr("Last pull: %1")
                                                      .arg(o.channel.lastPull ? QLocale().toString(o.channel.lastPull.toDateTime().toLocalTime(),
                                                                                                   QLocale::ShortFormat)
                                                                              : tr("never"))
                                                : Qt::convertFromPlainText(trouble, Qt::WhiteSpaceNormal));
            light->setAccessibleName(o.channel.name + QStringLiteral(": ") + state);
            m_lights->layout()->addWidget(light);
        }
        static_cast<QHBoxLayout *>(m_lights->layout())->addStretch(1);
    });
}

Place *MainWindow::current() const { return qobject_cast<Place *>(m_tabs->currentWidget()); }

void MainWindow::remember()
{
    Place *place = current();
    for (const Spot &spot : m_spots)
        if (spot.place == place)
            m_list->setCurrentRow(spot.row);
    if (!place || m_travelling)
        return;
    m_trail.resize(size_t(m_here + 1));
    m_trail.push_back(place);
    m_here = int(m_trail.size()) - 1;
}

void MainWindow::go(int step)
{
    for (int next = m_here + step; next >= 0 && next < int(m_trail.size()); next += step)
        if (Place *place = m_trail[size_t(next)]; place && place != current() && m_tabs->indexOf(place) >= 0) {
            m_travelling = true;
            m_tabs->setCurrentWidget(place);
            m_travelling = false;
            m_here = next;
            place->enter();
            return;
        }
}

void MainWindow::closeTab(int index)
{
    auto *place = qobject_cast<Place *>(m_tabs->widget(index));
    if (!place || m_tabs->count() == 1)
        return;
    if (place->isDirty())
        askBeforeClosing(place);
    else
        removeTab(place);
}

void MainWindow::askBeforeClosing(Place *place)
{
    m_tabs->setCurrentWidget(place);
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Close %1").arg(place->title()), tr("%1 has changes that are not saved.").arg(place->title()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->button(QMessageBox::Cancel)->setText(tr("Go on editing"));
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, place, [this, place](int answer) {
        if (answer == QMessageBox::Save && place->save())
            removeTab(place);
        if (answer == QMessageBox::Discard) {
            place->discard();
            removeTab(place);
        }
    });
    box->open();
}

void MainWindow::removeTab(Place *place)
{
    m_tabs->removeTab(m_tabs->indexOf(place));
    place->deleteLater();
}

/// Nothing is asked: what is typed is kept, and opened again with the company.
void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    event->accept();
}
