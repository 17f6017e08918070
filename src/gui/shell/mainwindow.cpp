#include "gui/shell/mainwindow.h"

#include "channels/engine/overview.h"
#include "core/company/company.h"
#include "gui/books/bookplace.h"
#include "gui/channels/channelplace.h"
#include "gui/customers/customerplaces.h"
#include "gui/orders/orderlistplace.h"
#include "gui/orders/orderplace.h"
#include "gui/prices/priceplace.h"
#include "gui/products/productplaces.h"
#include "gui/shell/finder.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"
#include "gui/today/todayplace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>

MainWindow::MainWindow(std::unique_ptr<Desk> desk) : m_desk(std::move(desk)), m_list(new QListWidget), m_tabs(new QTabWidget)
{
    const auto practice = m_desk->ask([](Tx &tx) { return tx.configured<Settings>().practice; });
    const bool rehearsal = practice && *practice;
    setWindowTitle(tr("%1 — Purser").arg(m_desk->session().scene().companyName));
    setWindowIcon(QIcon(QStringLiteral(":/purser.svg")));
    resize(1360, 860);
    m_list->setObjectName(QStringLiteral("places"));
    m_list->setAccessibleName(tr("Places"));
    m_list->setIconSize({20, 20});
    m_list->setFixedWidth(168);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setDocumentMode(true);
    auto *center = new QWidget;
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (rehearsal) {
        auto *banner = new QLabel(tr("Practice company: everything here is for rehearsal, nothing is real."));
        banner->setObjectName(QStringLiteral("practice"));
        banner->setAlignment(Qt::AlignCenter);
        banner->setStyleSheet(QStringLiteral("background: #e0a63a; color: #1b2423; padding: 4px; font-weight: 600;"));
        column->addWidget(banner);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 6, 0, 0);
    row->addWidget(m_list);
    row->addWidget(m_tabs, 1);
    column->addLayout(row, 1);
    setCentralWidget(center);
    makeSpots();
    makeMenus();
    makeStatus();
    connect(m_list, &QListWidget::itemClicked, this, [this] { openPlace(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { openPlace(m_list->currentRow()); });
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &MainWindow::closeTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        Place *place = current();
        for (size_t i = 0; i < m_spots.size(); ++i)
            if (m_spots[i].place == place)
                m_list->setCurrentRow(int(i));
        if (place && !m_travelling) {
            m_trail.resize(size_t(m_here + 1));
            m_trail.push_back(place);
            m_here = int(m_trail.size()) - 1;
        }
    });
    openPlace(0);
}

MainWindow::~MainWindow()
{
    // Places use the desk: they go first.
    while (m_tabs->count() > 0)
        delete m_tabs->widget(0);
}

void MainWindow::makeSpots()
{
    const auto spot = [this](const QString &title, const char *iconName, std::function<Place *()> make) {
        m_spots.push_back({title, iconName, std::move(make), nullptr});
        m_list->addItem(new QListWidgetItem(icon(iconName), title));
    };
    spot(tr("Today"), "house", [this] { return new TodayPlace(*m_desk); });
    spot(tr("Orders"), "shopping-cart", [this] {
        auto *place = new OrderListPlace(*m_desk);
        connect(place, &OrderListPlace::newOrder, this, [this] { open(new OrderPlace(*m_desk, {})); });
        return place;
    });
    spot(tr("Customers"), "users", [this] {
        auto *place = new CustomerListPlace(*m_desk);
        connect(place, &CustomerListPlace::newCustomer, this, [this] { open(new CustomerPlace(*m_desk, {})); });
        return place;
    });
    spot(tr("Products"), "package", [this] {
        auto *place = new ProductListPlace(*m_desk);
        connect(place, &ProductListPlace::newProduct, this, [this] { open(new ProductPlace(*m_desk, {})); });
        return place;
    });
    spot(tr("Prices"), "tags", [this] { return new PricePlace(*m_desk); });
    spot(tr("Channels"), "store", [this] { return new ChannelPlace(*m_desk); });
    spot(tr("Books"), "book-open", [this] { return new BookPlace(*m_desk); });
}

void MainWindow::makeMenus()
{
    QMenu *company = menuBar()->addMenu(tr("&Company"));
    company->addAction(icon("building-2"), tr("&Other company…"), QKeySequence::Open, this, &MainWindow::wantsOtherCompany);
    company->addAction(icon("log-out"), tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    QMenu *goTo = menuBar()->addMenu(tr("&Go"));
    for (size_t i = 0; i < m_spots.size(); ++i)
        goTo->addAction(icon(m_spots[i].iconName), m_spots[i].title, QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(i))), this, [this, i] { openPlace(int(i)); });
    goTo->addSeparator();
    goTo->addAction(icon("search"), tr("&Find anything…"), QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::find);
    goTo->addAction(icon("arrow-left"), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), this, [this] { go(-1); });
    goTo->addAction(icon("arrow-right"), tr("For&ward"), QKeySequence(Qt::ALT | Qt::Key_Right), this, [this] { go(1); });
    goTo->addAction(icon("x"), tr("&Close tab"), QKeySequence(Qt::CTRL | Qt::Key_W), this, [this] { closeTab(m_tabs->currentIndex()); });
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(icon("moon"), tr("&Dark or light"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), this, [this] {
        const auto look = theme::current() == theme::Look::Dark ? theme::Look::Light : theme::Look::Dark;
        theme::apply(look);
        theme::save(look);
        for (int i = 0; i < m_tabs->count(); ++i)
            qobject_cast<Place *>(m_tabs->widget(i))->refresh();
    });
}

void MainWindow::makeStatus()
{
    m_lights = new QWidget;
    m_lights->setLayout(new QHBoxLayout);
    m_lights->layout()->setContentsMargins(4, 0, 4, 0);
    statusBar()->addWidget(m_lights, 1);
    const bool server = m_desk->session().connection().isServer();
    statusBar()->addPermanentWidget(new QLabel(server ? tr("PostgreSQL: %1").arg(m_desk->session().locator().name()) : m_desk->session().locator().text));
    connect(m_desk.get(), &Desk::changed, this, &MainWindow::showLights);
    // Other workstations and services write as well: when they did, the lists are read again.
    auto *watch = new QTimer(this);
    watch->setInterval(5000);
    connect(watch, &QTimer::timeout, this, [this] {
        m_desk->askLater(
            this, [](Tx &tx) { return tx.number("SELECT COALESCE(MAX(id), 0) FROM audit"); },
            [this](Result<qint64> last) {
                if (!last || *last == m_lastChange)
                    return;
                const bool first = m_lastChange == 0;
                m_lastChange = *last;
                if (!first)
                    emit m_desk->changed();
            });
    });
    watch->start();
    QTimer::singleShot(0, this, &MainWindow::showLights);
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
            const bool bad = o.channel.state == ChannelState::Resting;
            const bool attention = o.channel.state == ChannelState::Paused || o.exceptions > 0;
            auto *light = new QLabel(QStringLiteral("● %1").arg(o.channel.name));
            light->setStyleSheet(QStringLiteral("color: %1").arg((bad ? theme::bad() : attention ? theme::warning() : theme::good()).name()));
            light->setToolTip(o.channel.stateReason.isEmpty() ? tr("%1, %n exception(s)", nullptr, int(o.exceptions)).arg(channelStateLabel(o.channel.state)) : o.channel.stateReason);
            light->setAccessibleName(o.channel.name + u' ' + light->toolTip());
            m_lights->layout()->addWidget(light);
        }
        static_cast<QHBoxLayout *>(m_lights->layout())->addStretch(1);
    });
}

Place *MainWindow::current() const { return qobject_cast<Place *>(m_tabs->currentWidget()); }

void MainWindow::open(Place *place)
{
    if (m_tabs->indexOf(place) < 0) {
        m_tabs->addTab(place, icon(place->iconName()), place->title());
        connect(place, &Place::titleChanged, this, [this, place] {
            if (const int index = m_tabs->indexOf(place); index >= 0)
                m_tabs->setTabText(index, place->title());
        });
        connect(place, &Place::openOrder, this, &MainWindow::openOrder);
        connect(place, &Place::openProduct, this, &MainWindow::openProduct);
        connect(place, &Place::openCustomer, this, &MainWindow::openCustomer);
    }
    m_tabs->setCurrentWidget(place);
    place->enter();
}

void MainWindow::openPlace(int index)
{
    if (index < 0 || index >= int(m_spots.size()))
        return;
    Spot &spot = m_spots[size_t(index)];
    if (!spot.place) {
        spot.place = spot.make();
        connect(spot.place, &QObject::destroyed, this, [this, index] { m_spots[size_t(index)].place = nullptr; });
    }
    open(spot.place);
}

template <class Row> void MainWindow::openEditor(const Result<Row> &row, std::function<Place *(Id<Row>)> make, const QString &title)
{
    if (!row) {
        if (Place *place = current())
            place->notice().refusal(row.error());
        return;
    }
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabText(i) == title) {
            open(qobject_cast<Place *>(m_tabs->widget(i)));
            return;
        }
    open(make(row->id));
}

void MainWindow::openOrder(const QString &number)
{
    openEditor<SalesOrder>(
        m_desk->ask([&](Tx &tx) { return orderByNumber(tx, number); }), [this](Id<SalesOrder> id) { return new OrderPlace(*m_desk, id); }, number);
}

void MainWindow::openProduct(const QString &sku)
{
    openEditor<Product>(
        m_desk->ask([&](Tx &tx) { return productBySku(tx, sku); }), [this](Id<Product> id) { return new ProductPlace(*m_desk, id); }, sku);
}

void MainWindow::openCustomer(const QString &code)
{
    const auto party = m_desk->ask([&](Tx &tx) { return partyByCode(tx, PartyKind::Customer, code); });
    openEditor<Party>(
        party, [this](Id<Party> id) { return new CustomerPlace(*m_desk, id); }, party ? party->displayName() : QString());
}

void MainWindow::find()
{
    std::vector<Finder::Entry> entries;
    for (size_t i = 0; i < m_spots.size(); ++i)
        entries.push_back({m_spots[i].title, tr("place"), [this, i] { openPlace(int(i)); }});
    if (Place *place = current())
        for (QAction *action : place->actions())
            if (action->isEnabled() && action->isVisible() && !action->text().isEmpty())
                entries.push_back({action->text(), action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    for (QAction *menu : menuBar()->actions())
        for (QAction *action : menu->menu()->actions())
            if (!action->isSeparator())
                entries.push_back({QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    auto *finder = new Finder(*m_desk, std::move(entries), this);
    connect(finder, &Finder::openOrder, this, &MainWindow::openOrder);
    connect(finder, &Finder::openProduct, this, &MainWindow::openProduct);
    connect(finder, &Finder::openCustomer, this, &MainWindow::openCustomer);
    finder->open();
}

void MainWindow::go(int step)
{
    for (int next = m_here + step; next >= 0 && next < int(m_trail.size()); next += step)
        if (Place *place = m_trail[size_t(next)]; place && m_tabs->indexOf(place) >= 0) {
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
    m_tabs->removeTab(index);
    place->deleteLater();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    event->accept();
}
