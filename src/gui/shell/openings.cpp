#include "gui/advisor/advisorplace.h"
#include "gui/books/bookplace.h"
#include "gui/byhand/weborderplace.h"
#include "gui/byhand/worksheetplace.h"
#include "gui/channels/channelplace.h"
#include "gui/customers/customerplaces.h"
#include "gui/exceptions/exceptionplace.h"
#include "gui/orders/orderlistplace.h"
#include "gui/orders/orderplace.h"
#include "gui/prices/priceplace.h"
#include "gui/products/productplaces.h"
#include "gui/pushes/pushplace.h"
#include "gui/shell/finder.h"
#include "gui/shell/icons.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/unfinished.h"
#include "gui/today/todayplace.h"

#include <QListWidget>
#include <QMenuBar>
#include <QTabWidget>

// Which places there are, and what opens where. A new place is a line in makeSpots().

void MainWindow::makeSpots()
{
    const auto parties = [this](PartyKind kind) {
        auto *place = new PartyListPlace(*m_desk, kind);
        connect(place, &PartyListPlace::newParty, this, [this, kind] { editParty(kind, {}); });
        connect(place, &PartyListPlace::openParty, this, [this, kind](Id<Party> party) { editParty(kind, party); });
        return place;
    };
    const auto orders = [this] {
        auto *place = new OrderListPlace(*m_desk);
        connect(place, &OrderListPlace::newOrder, this, [this] { editOrder({}); });
        return place;
    };
    const auto products = [this] {
        auto *place = new ProductListPlace(*m_desk);
        connect(place, &ProductListPlace::newProduct, this, [this] { editProduct({}); });
        return place;
    };
    const auto channels = [this] {
        auto *place = new ChannelPlace(*m_desk);
        connect(place, &ChannelPlace::openExceptions, this, &MainWindow::openExceptions);
        return place;
    };
    m_spots = {{{}, tr("Today"), "house", [this] { return new TodayPlace(*m_desk); }},
               {tr("Sales"), tr("Orders"), "shopping-cart", orders},
               {{}, tr("Customers"), "users", [parties] { return parties(PartyKind::Customer); }},
               {{}, tr("Prices"), "tags", [this] { return new PricePlace(*m_desk); }},
               {tr("Goods"), tr("Products"), "package", products},
               {{}, tr("Suppliers"), "building-2", [parties] { return parties(PartyKind::Supplier); }},
               {tr("Channels"), tr("Channels"), "store", channels},
               {{}, tr("Exceptions"), "triangle-alert", [this] { return new ExceptionPlace(*m_desk); }},
               {{}, tr("Pushes"), "upload", [this] { return new PushPlace(*m_desk); }},
               {{}, tr("Enter a web order"), "pencil", [this] { return new WebOrderPlace(*m_desk); }},
               {{}, tr("Update a site by hand"), "clipboard-check", [this] { return new WorksheetPlace(*m_desk); }},
               {{}, tr("Advisor"), "circle-help", [this] { return new AdvisorPlace(*m_desk); }},
               {tr("Office"), tr("Books"), "book-open", [this] { return new BookPlace(*m_desk); }}};
    for (size_t i = 0; i < m_spots.size(); ++i) {
        if (!m_spots[i].group.isEmpty()) {
            auto *group = new QListWidgetItem(m_spots[i].group.toUpper(), m_list);
            group->setFlags(Qt::NoItemFlags);
            group->setData(Qt::UserRole, -1);
            QFont small = font();
            small.setPointSizeF(small.pointSizeF() * 0.8);
            small.setBold(true);
            group->setFont(small);
        }
        auto *item = new QListWidgetItem(icon(m_spots[i].iconName), m_spots[i].title, m_list);
        item->setData(Qt::UserRole, int(i));
        m_spots[i].row = m_list->row(item);
    }
}

void MainWindow::open(Place *place)
{
    if (m_tabs->indexOf(place) < 0) {
        m_tabs->addTab(place, icon(place->iconName()), place->title());
        connect(place, &Place::titleChanged, this, [this, place] { showTitle(place); });
        connect(place, &Place::openOrder, this, &MainWindow::openOrder);
        connect(place, &Place::openProduct, this, &MainWindow::openProduct);
        connect(place, &Place::openCustomer, this, &MainWindow::openCustomer);
        showTitle(place);
    }
    m_tabs->setCurrentWidget(place);
    place->enter();
}

void MainWindow::showTitle(Place *place)
{
    if (const int index = m_tabs->indexOf(place); index >= 0)
        m_tabs->setTabText(index, place->isDirty() ? tr("%1 *").arg(place->title()) : place->title());
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

void MainWindow::openEditor(const QString &key, const std::function<Place *()> &make)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (auto *place = qobject_cast<Place *>(m_tabs->widget(i)); place->key() == key) {
            open(place);
            return;
        }
    open(make());
}

void MainWindow::editOrder(Id<SalesOrder> order, Id<Party> customer)
{
    if (!order) {
        open(new OrderPlace(*m_desk, {}, customer));
        return;
    }
    openEditor(QStringLiteral("order-%1").arg(order.value), [this, order] { return new OrderPlace(*m_desk, order); });
}

void MainWindow::editProduct(Id<Product> product)
{
    openEditor(QStringLiteral("product-%1").arg(product.value), [this, product] { return new ProductPlace(*m_desk, product); });
}

void MainWindow::editParty(PartyKind kind, Id<Party> party)
{
    const QString word = kind == PartyKind::Customer ? QStringLiteral("customer") : QStringLiteral("supplier");
    openEditor(QStringLiteral("%1-%2").arg(word).arg(party.value), [this, kind, party] {
        auto *place = new PartyPlace(*m_desk, kind, party);
        connect(place, &PartyPlace::newOrderFor, this, [this](Id<Party> customer) { editOrder({}, customer); });
        return place;
    });
}

template <class T> bool MainWindow::told(const Result<T> &found)
{
    if (!found)
        if (Place *place = current())
            place->notice().refusal(found.error());
    return bool(found);
}

void MainWindow::openOrder(const QString &number)
{
    if (const auto order = m_desk->ask([&](Tx &tx) { return orderByNumber(tx, number); }); told(order))
        editOrder(order->id);
}

void MainWindow::openProduct(const QString &sku)
{
    if (const auto product = m_desk->ask([&](Tx &tx) { return productBySku(tx, sku); }); told(product))
        editProduct(product->id);
}

void MainWindow::openCustomer(const QString &code)
{
    if (const auto party = m_desk->ask([&](Tx &tx) { return partyByCode(tx, PartyKind::Customer, code); }); told(party))
        editParty(PartyKind::Customer, party->id);
}

void MainWindow::openExceptions(const QString &channel)
{
    for (size_t i = 0; i < m_spots.size(); ++i)
        if (m_spots[i].title == tr("Exceptions"))
            openPlace(int(i));
    if (auto *place = qobject_cast<ExceptionPlace *>(current()))
        place->showChannel(channel);
}

void MainWindow::openUnfinished()
{
    for (const QString &what : unfinished::all(m_desk->session().scene().companyUid)) {
        const qint64 id = what.section(u'-', 1).toLongLong();
        if (what.startsWith(QLatin1String("product-")))
            editProduct({id});
        else if (what.startsWith(QLatin1String("customer-")))
            editParty(PartyKind::Customer, {id});
        else if (what.startsWith(QLatin1String("supplier-")))
            editParty(PartyKind::Supplier, {id});
    }
}

void MainWindow::find()
{
    std::vector<Finder::Entry> entries;
    for (size_t i = 0; i < m_spots.size(); ++i)
        entries.push_back({m_spots[i].title, tr("place"), [this, i] { openPlace(int(i)); }});
    const auto offer = [&entries](const QAction *known) {
        if (auto *action = const_cast<QAction *>(known);
            action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->text().isEmpty())
            entries.push_back(
                {QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    };
    if (const Place *place = current())
        for (const QAction *action : place->actions())
            offer(action);
    for (const QAction *menu : menuBar()->actions())
        for (const QAction *action : menu->menu()->actions())
            offer(action);
    auto *finder = new Finder(*m_desk, std::move(entries), this);
    connect(finder, &Finder::openOrder, this, &MainWindow::openOrder);
    connect(finder, &Finder::openProduct, this, &MainWindow::openProduct);
    connect(finder, &Finder::openCustomer, this, &MainWindow::openCustomer);
    finder->open();
}
