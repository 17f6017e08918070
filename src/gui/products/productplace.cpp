#include "core/reports/journal.h"
#include "core/taxes/tax.h"
#include "gui/products/productplaces.h"
#include "gui/shell/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QTabWidget>

static constexpr int newestMoves = 200;
static constexpr int pictureSize = 110;

ProductPlace::ProductPlace(Desk &desk, Id<Product> product)
    : Editor(desk, tr("New product"), "package"), m_product(product), m_form(new QFormLayout), m_fields(m_form)
{
    makeActions();
    makeFields();
    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    auto *left = new QVBoxLayout;
    left->addLayout(m_form);
    left->addStretch(1);
    row->addLayout(left, 3);
    auto *side = new QVBoxLayout;
    makeSide(side);
    row->addLayout(side, 2);
    content()->addLayout(row);
    makeTabs();
    watch(keptAs(), {&m_fields});
    m_fields.show(Product());
    reload();
    resume();
}

void ProductPlace::makeActions()
{
    m_whenStored = {addAction("download", tr("Receive goods…"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { receive(); }),
                    addAction("clipboard-check", tr("Count…"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] { count(); }),
                    addAction("truck", tr("Transfer…"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] { move(); }),
                    addAction("tags", tr("Set price…"), QKeySequence(Qt::CTRL | Qt::Key_4), [this] { addPrice(); }),
                    addAction("image", tr("Add picture…"), QKeySequence(Qt::CTRL | Qt::Key_5), [this] { addImage(); }),
                    addAction("package", tr("Set component…"), QKeySequence(Qt::CTRL | Qt::Key_6), [this] { setComponent(); })};
}

void ProductPlace::makeFields()
{
    QStringList classes;
    if (const auto taxes = desk().ask([](Tx &tx) { return tx.configured<Taxes>().all; }))
        for (const Tax &tax : *taxes)
            if (!classes.contains(tax.taxClass))
                classes << tax.taxClass;
    std::vector<std::pair<Id<Category>, QString>> categories;
    if (const auto known = desk().ask([](Tx &tx) { return tx.all<Category>("id > 0 ORDER BY name"); }))
        for (const Category &category : *known)
            categories.emplace_back(category.id, category.name);
    m_first = m_fields.text(tr("SKU"), &Product::sku, "sku");
    m_fields.text(tr("Name"), &Product::name, "name");
    m_fields.longText(tr("Description"), &Product::description, "description");
    m_fields.text(tr("Barcode"), &Product::barcode, "barcode");
    m_fields.text(tr("Unit"), &Product::unit, "unit");
    m_fields.quantity(tr("Weight in kg"), &Product::weight, "weight");
    m_fields.choice(tr("Tax class"), &Product::taxClass, classes, "taxClass");
    if (!categories.empty())
        m_fields.choice(tr("Category"), &Product::category, categories, "category");
    m_fields.check(tr("Kept in stock"), &Product::stocked, "stocked");
    m_fields.check(tr("Sold at present"), &Product::active, "active");
}

void ProductPlace::makeSide(QVBoxLayout *side)
{
    m_stock = new QLabel;
    m_stock->setTextFormat(Qt::PlainText);
    m_stock->setObjectName(QStringLiteral("stock"));
    m_images = new QListWidget;
    m_images->setObjectName(QStringLiteral("images"));
    m_images->setViewMode(QListView::IconMode);
    m_images->setMovement(QListView::Static);
    m_images->setResizeMode(QListView::Adjust);
    m_images->setIconSize({pictureSize, pictureSize});
    m_images->setAccessibleName(tr("Pictures"));
    m_images->setToolTip(tr("Delete removes a picture"));
    auto *remove = new QAction(tr("Remove picture"), m_images);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &ProductPlace::removeImage);
    m_images->addAction(remove);
    m_images->setContextMenuPolicy(Qt::ActionsContextMenu);
    side->addWidget(m_stock);
    side->addWidget(m_images, 1);
}

void ProductPlace::makeTabs()
{
    m_shelves =
        new TableModel<Shelf>({{tr("Location"), [](const Shelf &s) { return s.location; }, leftAligned, 160},
                               {tr("On hand"), [](const Shelf &s) { return s.balance.onHand.toString(QLocale()); }, rightAligned, 100},
                               {tr("Allocated"), [](const Shelf &s) { return s.balance.allocated.toString(QLocale()); }, rightAligned, 100},
                               {tr("Available"), [](const Shelf &s) { return s.balance.available().toString(QLocale()); }, rightAligned, 100}},
                              this);
    m_moves = new TableModel<Move>({{tr("When"), [](const Move &m) { return momentText(m.at); }, leftAligned, 140},
                                    {tr("From"), [](const Move &m) { return m.from; }, leftAligned, 120},
                                    {tr("To"), [](const Move &m) { return m.to; }, leftAligned, 120},
                                    {tr("Quantity"), [](const Move &m) { return m.quantity.toString(QLocale()); }, rightAligned, 90},
                                    {tr("Value"), [](const Move &m) { return m.value.toString(QLocale()); }, rightAligned, 100},
                                    {tr("Document"), [](const Move &m) { return m.document; }, leftAligned, 120},
                                    {tr("Note"), [](const Move &m) { return m.memo; }, leftAligned, 160},
                                    {tr("Who"), [](const Move &m) { return m.actor; }, leftAligned, 120}},
                                   this);
    m_prices = new TableModel<PriceLine>(
        {{tr("For"), [](const PriceLine &p) { return p.whose; }, leftAligned, 220},
         {tr("From quantity"), [](const PriceLine &p) { return p.price.minimum.toString(QLocale()); }, rightAligned, 110},
         {tr("Price"), [](const PriceLine &p) { return priceText(p.price.price); }, rightAligned, 130},
         {tr("Tax"), [](const PriceLine &p) { return p.price.taxInclusive ? tr("with tax") : tr("without tax"); }, leftAligned, 100},
         {tr("Valid from"), [](const PriceLine &p) { return dayText(p.price.validFrom); }, leftAligned, 110},
         {tr("Valid to"), [](const PriceLine &p) { return dayText(p.price.validTo); }, leftAligned, 110}},
        this);
    auto *tabs = new QTabWidget;
    tabs->addTab(makeTable(m_shelves, tr("Stock by location")), icon("warehouse"), tr("Stock"));
    tabs->addTab(makeTable(m_moves, tr("Moves")), icon("history"), tr("Moves"));
    m_priceTable = makeTable(m_prices, tr("Prices"));
    m_priceTable->setObjectName(QStringLiteral("prices"));
    auto *remove = new QAction(tr("Remove price"), m_priceTable);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &ProductPlace::removePrice);
    m_priceTable->addAction(remove);
    m_priceTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    tabs->addTab(m_priceTable, icon("tags"), tr("Prices"));
    tabs->addTab(makeComponents(), icon("package"), tr("Components"));
    content()->addWidget(tabs, 2);
}

ProductPlace::View ProductPlace::viewOf(Tx &tx, Id<Product> id)
{
    View view;
    view.product = tx.get(id);
    view.cost = averageCost(tx, id);
    const auto &locations = tx.configured<Locations>();
    const auto name = [&](Id<Location> place) {
        const Location *location = locations.find(place);
        return location ? location->code : QString();
    };
    for (const StockBalance &balance : tx.all<StockBalance>("product_id = ?", id))
        view.shelves.push_back({name(balance.location), balance});
    for (const StockMove &m : tx.all<StockMove>("product_id = ? ORDER BY id DESC LIMIT " + std::to_string(newestMoves), id))
        view.moves.push_back({m.at, name(m.from), name(m.to), documentNumber(tx, m.source, m.sourceId), m.memo, m.actor, m.quantity, m.value});
    for (const Price &price : tx.all<Price>("product_id = ? ORDER BY party_id IS NOT NULL, price_list_id, minimum LIMIT 500", id))
        view.prices.push_back({price.party  ? tx.get(price.party).displayName()
                               : price.list ? tx.get(price.list).name
                                            : tr("Everybody (base list)"),
                               price});
    view.components = componentLines(tx, id);
    for (const ProductImage &image : imagesOf(tx, id))
        if (const auto stored = tx.first<Image>("sha256 = ?", image.sha256))
            view.images.emplace_back(image, stored->bytes);
    return view;
}

void ProductPlace::refresh()
{
    for (QAction *action : m_whenStored)
        action->setEnabled(bool(m_product));
    if (!m_product)
        return;
    const auto view = desk().ask(viewOf, m_product);
    if (view)
        present(*view);
    else
        notice().refusal(view.error());
}

void ProductPlace::present(const View &view)
{
    m_view = view;
    setTitle(view.product.sku);
    if (!isDirty())
        forgetTyped();
    else if (view.product.version != m_fields.shown().version)
        notice().offer(tr("This was changed in the meantime; what you typed is still here."), tr("Show what is stored"), [this] { discard(); });
    showStock(view);
    m_shelves->setRows(view.shelves);
    m_moves->setRows(view.moves);
    m_prices->setRows(view.prices);
    m_components->setRows(view.components);
    m_images->clear();
    for (const auto &[image, bytes] : view.images) {
        QPixmap pixmap;
        pixmap.loadFromData(bytes);
        m_images->addItem(new QListWidgetItem(QIcon(pixmap), image.name));
    }
}

void ProductPlace::showStock(const View &view)
{
    Quantity onHand, allocated;
    for (const Shelf &shelf : view.shelves) {
        onHand += shelf.balance.onHand;
        allocated += shelf.balance.allocated;
    }
    const QLocale locale;
    m_stock->setText(tr("%1 on hand, %2 allocated, %3 available\nAverage cost: %4")
                         .arg(onHand.toString(locale), allocated.toString(locale), (onHand - allocated).toString(locale),
                              view.cost ? priceText(*view.cost) : tr("none yet")));
}

void ProductPlace::forgetTyped() { m_fields.show(m_product ? m_view.product : Product()); }

bool ProductPlace::save()
{
    const auto edited = m_fields.edited();
    if (!edited) {
        m_fields.focusTrouble();
        return false;
    }
    const auto saved = desk().perform(saveProduct, *edited);
    if (!notice().tell(saved, tr("Saved.")))
        return false;
    m_product = saved->id;
    m_fields.show(*saved);
    settled(keptAs());
    reload();
    return true;
}
