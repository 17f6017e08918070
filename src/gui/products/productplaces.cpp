#include "gui/products/productplaces.h"

#include "core/pricing/price.h"
#include "core/reports/journal.h"
#include "core/taxes/tax.h"
#include "core/warehouse/warehouse.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTabWidget>

namespace {

enum Filter { All = 0, Short = 1 };

ListSource<ProductRow> source()
{
    return {[](Tx &tx, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                return productRows(tx, filter.words, filter.state == Short, from ? std::get<QString>(*from) : QString(), limit);
            },
            [](Tx &tx, const ListFilter &filter, int step) {
                const auto [skus, count] = productAnchors(tx, filter.words, filter.state == Short, step);
                return std::pair(std::vector<sql::Value>(skus.begin(), skus.end()), count);
            }};
}

std::vector<ListColumn<ProductRow>> columns()
{
    return {{ProductListPlace::tr("SKU"), [](const ProductRow &r) { return r.sku; }, Qt::AlignLeft | Qt::AlignVCenter, 150},
            {ProductListPlace::tr("Name"), [](const ProductRow &r) { return r.name; }, Qt::AlignLeft | Qt::AlignVCenter, 340},
            {ProductListPlace::tr("Barcode"), [](const ProductRow &r) { return r.barcode; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
            {ProductListPlace::tr("On hand"), [](const ProductRow &r) { return r.onHand.toString(QLocale()); }, rightAligned, 90},
            {ProductListPlace::tr("Allocated"), [](const ProductRow &r) { return r.allocated.toString(QLocale()); }, rightAligned, 90},
            {ProductListPlace::tr("Available"), [](const ProductRow &r) { return r.available().toString(QLocale()); }, rightAligned, 90,
             [](const ProductRow &r) { return r.active && !r.available().isPositive() ? QVariant(theme::bad()) : QVariant(); }},
            {ProductListPlace::tr("Unit"), [](const ProductRow &r) { return r.unit; }, Qt::AlignLeft | Qt::AlignVCenter, 80}};
}

} // namespace

ProductListPlace::ProductListPlace(Desk &desk) : ListPlace<ProductRow>(desk, ProductListPlace::tr("Products"), "package", source(), columns())
{
    emptyText = tr("There is no product yet. Enter one with Ctrl+N, or import a file with: purserctl product import FILE.csv");
    addFilter(tr("All products"), All);
    addFilter(tr("Out of stock"), Short);
    addAction("plus", tr("New product"), QKeySequence::New, [this] { emit newProduct(); });
    onOpen = [this](const ProductRow &row) { emit openProduct(row.sku); };
}

ProductPlace::ProductPlace(Desk &desk, Id<Product> product)
    : Place(desk, product ? QString() : tr("New product"), "package"), m_product(product), m_form(new QFormLayout), m_fields(m_form)
{
    addAction("save", tr("Save"), QKeySequence::Save, [this] { save(); });
    m_receive = addAction("download", tr("Receive goods…"), {}, [this] { receive(); });
    m_count = addAction("clipboard-check", tr("Count…"), {}, [this] { count(); });
    m_transfer = addAction("truck", tr("Move…"), {}, [this] { move(); });
    m_price = addAction("tags", tr("Set price…"), {}, [this] { addPrice(); });
    m_image = addAction("image", tr("Add picture…"), {}, [this] { addImage(); });

    QStringList classes;
    const auto found = desk.ask([](Tx &tx) { return tx.configured<Taxes>().all; });
    if (found)
        for (const Tax &tax : *found)
            if (!classes.contains(tax.taxClass))
                classes << tax.taxClass;
    m_first = m_fields.text(tr("SKU"), &Product::sku, "sku");
    m_fields.text(tr("Name"), &Product::name, "name");
    m_fields.longText(tr("Description"), &Product::description, "description");
    m_fields.text(tr("Barcode"), &Product::barcode, "barcode");
    m_fields.text(tr("Unit"), &Product::unit, "unit");
    m_fields.quantity(tr("Weight in kg"), &Product::weight, "weight");
    m_fields.choice(tr("Tax class"), &Product::taxClass, classes, "taxClass");
    m_fields.check(tr("Kept in stock"), &Product::stocked, "stocked");
    m_fields.check(tr("Sold at present"), &Product::active, "active");
    auto *row = new QHBoxLayout;
    row->addLayout(m_form, 3);
    auto *side = new QVBoxLayout;
    m_stock = new QLabel;
    m_stock->setTextFormat(Qt::PlainText);
    m_images = new QListWidget;
    m_images->setViewMode(QListView::IconMode);
    m_images->setIconSize({120, 120});
    m_images->setAccessibleName(tr("Pictures"));
    side->addWidget(m_stock);
    side->addWidget(m_images, 1);
    row->addLayout(side, 2);
    content()->addLayout(row, 2);

    m_shelves = new TableModel<Shelf>({{tr("Location"), [](const Shelf &s) { return s.location; }, Qt::AlignLeft | Qt::AlignVCenter, 160},
                                       {tr("On hand"), [](const Shelf &s) { return s.balance.onHand.toString(QLocale()); }, rightAligned, 100},
                                       {tr("Allocated"), [](const Shelf &s) { return s.balance.allocated.toString(QLocale()); }, rightAligned, 100},
                                       {tr("Available"), [](const Shelf &s) { return s.balance.available().toString(QLocale()); }, rightAligned, 100}},
                                      this);
    m_moves = new TableModel<Move>({{tr("When"), [](const Move &m) { return QLocale().toString(m.at.toDateTime().toLocalTime(), QLocale::ShortFormat); }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                    {tr("From"), [](const Move &m) { return m.from; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                    {tr("To"), [](const Move &m) { return m.to; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                    {tr("Quantity"), [](const Move &m) { return m.quantity.toString(QLocale()); }, rightAligned, 90},
                                    {tr("Value"), [](const Move &m) { return m.value.toString(QLocale()); }, rightAligned, 100},
                                    {tr("Document"), [](const Move &m) { return m.document; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                    {tr("Note"), [](const Move &m) { return m.memo; }, Qt::AlignLeft | Qt::AlignVCenter, 160},
                                    {tr("Who"), [](const Move &m) { return m.actor; }, Qt::AlignLeft | Qt::AlignVCenter, 120}},
                                   this);
    m_prices = new TableModel<PriceLine>({{tr("For"), [](const PriceLine &p) { return p.whose; }, Qt::AlignLeft | Qt::AlignVCenter, 220},
                                          {tr("From quantity"), [](const PriceLine &p) { return p.minimum.toString(QLocale()); }, rightAligned, 110},
                                          {tr("Price"), [](const PriceLine &p) { return p.price; }, rightAligned, 160},
                                          {tr("Valid from"), [](const PriceLine &p) { return p.from.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 110},
                                          {tr("Valid to"), [](const PriceLine &p) { return p.to.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 110}},
                                         this);
    auto *tabs = new QTabWidget;
    tabs->addTab(makeTable(m_shelves, tr("Stock by location")), icon("warehouse"), tr("Stock"));
    tabs->addTab(makeTable(m_moves, tr("Moves")), icon("history"), tr("Moves"));
    tabs->addTab(makeTable(m_prices, tr("Prices")), icon("tags"), tr("Prices"));
    content()->addWidget(tabs, 2);
    connect(&desk, &Desk::changed, this, &ProductPlace::refresh);
    if (m_product)
        refresh();
    else
        m_fields.show(Product());
    for (QAction *action : {m_receive, m_count, m_transfer, m_price, m_image})
        action->setEnabled(bool(m_product));
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
    for (const StockMove &m : tx.all<StockMove>("product_id = ? ORDER BY id DESC LIMIT 200", id))
        view.moves.push_back({m.at, name(m.from), name(m.to), documentNumber(tx, m.source, m.sourceId), m.memo, m.actor, m.quantity, m.value});
    for (const Price &price : tx.all<Price>("product_id = ? ORDER BY party_id IS NOT NULL, price_list_id, minimum", id)) {
        const QString whose = price.party ? tx.get(price.party).displayName() : price.list ? tx.get(price.list).name : tr("Everybody (base list)");
        view.prices.push_back({whose, price.price.toString(QLocale()) + u' ' + price.currency.code() + (price.taxInclusive ? tr(" with tax") : QString()), price.minimum, price.validFrom, price.validTo});
    }
    for (const ProductImage &image : imagesOf(tx, id))
        if (const auto stored = tx.first<Image>("sha256 = ?", image.sha256))
            view.images.emplace_back(image, stored->bytes);
    return view;
}

void ProductPlace::refresh()
{
    if (!m_product)
        return;
    const auto view = desk().ask(viewOf, m_product);
    if (view)
        show(*view);
    else
        notice().refusal(view.error());
}

void ProductPlace::show(const View &view)
{
    setTitle(view.product.sku);
    if (const auto edited = m_fields.edited(); !edited || edited->version != view.product.version || !m_fields.shown().id)
        m_fields.show(view.product);
    m_shelves->setRows(view.shelves);
    m_moves->setRows(view.moves);
    m_prices->setRows(view.prices);
    Quantity onHand, allocated;
    for (const Shelf &shelf : view.shelves) {
        onHand += shelf.balance.onHand;
        allocated += shelf.balance.allocated;
    }
    m_stock->setText(tr("%1 on hand, %2 allocated, %3 available\nAverage cost: %4")
                         .arg(onHand.toString(QLocale()), allocated.toString(QLocale()), (onHand - allocated).toString(QLocale()),
                              view.cost ? view.cost->toString(QLocale()) + u' ' + view.cost->currency.code() : tr("none yet")));
    m_images->clear();
    for (const auto &[image, bytes] : view.images) {
        QPixmap pixmap;
        pixmap.loadFromData(bytes);
        m_images->addItem(new QListWidgetItem(QIcon(pixmap), image.name));
    }
}

void ProductPlace::save()
{
    const auto edited = m_fields.edited();
    if (!edited)
        return;
    const auto saved = desk().perform(saveProduct, *edited);
    if (!notice().tell(saved, tr("Saved.")))
        return;
    m_product = saved->id;
    m_fields.show(*saved);
    for (QAction *action : {m_receive, m_count, m_transfer, m_price, m_image})
        action->setEnabled(true);
    refresh();
}

void ProductPlace::receive()
{
    auto *question = new Question(this, tr("Receive %1").arg(title()), tr("Receive and post"));
    question->addText("quantity", tr("Quantity"), QStringLiteral("1"));
    question->addText("cost", tr("Cost of one (empty: the average)"));
    question->addText("memo", tr("Note"));
    question->ask([this, question]() -> Result<> {
        Receipt line{m_product, {}, {}, {}, {}, question->text("memo")};
        const auto quantity = Quantity::parse(question->text("quantity"), QLocale());
        if (!quantity)
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(question->text("quantity")));
        line.quantity = *quantity;
        if (!question->text("cost").isEmpty()) {
            line.cost = UnitPrice::parse(question->text("cost"), desk().currency(), QLocale());
            if (!line.cost)
                return refuse(QStringLiteral("cost"), tr("“%1” is no cost.").arg(question->text("cost")));
        }
        const auto received = desk().perform([&](Tx &tx) { return receiveGoods(tx, {line}, tx.today()); });
        if (!received)
            return received.error();
        notice().good(tr("Received and posted."));
        return Done{};
    });
}

void ProductPlace::count()
{
    auto *question = new Question(this, tr("Count %1").arg(title()), tr("Post the difference"));
    question->addText("counted", tr("Counted"));
    question->addText("reason", tr("Reason"));
    question->ask([this, question]() -> Result<> {
        const auto counted = Quantity::parse(question->text("counted"), QLocale());
        if (!counted)
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(question->text("counted")));
        const QString reason = question->text("reason");
        const auto adjusted = desk().perform([&](Tx &tx) { return adjustStock(tx, m_product, {}, *counted, tx.today(), reason); });
        if (!adjusted)
            return adjusted.error();
        notice().good(tr("Counted."));
        return Done{};
    });
}

void ProductPlace::move()
{
    std::vector<std::pair<QString, QString>> places;
    const auto known = desk().ask([](Tx &tx) { return tx.configured<Locations>().all; });
    if (known)
        for (const Location &location : *known)
            if (location.kind == LocationKind::Internal)
                places.emplace_back(location.code, location.code + u' ' + location.name);
    auto *question = new Question(this, tr("Move %1").arg(title()), tr("Move"));
    question->addText("quantity", tr("Quantity"), QStringLiteral("1"));
    question->addChoice("from", tr("From"), places);
    question->addChoice("to", tr("To"), places);
    question->ask([this, question]() -> Result<> {
        const auto quantity = Quantity::parse(question->text("quantity"), QLocale());
        if (!quantity)
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(question->text("quantity")));
        const auto moved = desk().perform([&](Tx &tx) -> Result<> {
            const auto from = locationByCode(tx, question->text("from"));
            const auto to = locationByCode(tx, question->text("to"));
            if (!from || !to)
                return from ? to.error() : from.error();
            return transferStock(tx, m_product, from->id, to->id, *quantity, tx.today(), {});
        });
        if (!moved)
            return moved.error();
        notice().good(tr("Moved."));
        return Done{};
    });
}

void ProductPlace::addPrice()
{
    std::vector<std::pair<QString, QString>> lists{{QString(), tr("Everybody (base list)")}};
    const auto known = desk().ask([](Tx &tx) { return tx.all<PriceList>("active = 1 ORDER BY code"); });
    if (known)
        for (const PriceList &list : *known)
            lists.emplace_back(list.code, list.name);
    auto *question = new Question(this, tr("Price of %1").arg(title()), tr("Set the price"));
    question->addChoice("list", tr("For"), lists);
    question->addText("price", tr("Price of one"));
    question->addText("minimum", tr("From quantity"), QStringLiteral("0"));
    question->ask([this, question]() -> Result<> {
        const auto minimum = Quantity::parse(question->text("minimum"), QLocale());
        const auto set = desk().perform([&](Tx &tx) -> Result<Price> {
            Price price;
            price.product = m_product;
            price.currency = tx.currency();
            if (const QString code = question->text("list"); !code.isEmpty()) {
                const auto list = priceListByCode(tx, code);
                if (!list)
                    return list.error();
                price.list = list->id;
                price.currency = list->currency;
                price.taxInclusive = list->taxInclusive;
            }
            const auto amount = UnitPrice::parse(question->text("price"), price.currency, QLocale());
            if (!amount || !minimum)
                return refuse(QStringLiteral("price"), tr("“%1” is no price.").arg(question->text("price")));
            price.price = *amount;
            price.minimum = *minimum;
            const auto same = tx.first<Price>("product_id = ? AND COALESCE(price_list_id, 0) = ? AND party_id IS NULL AND minimum = ? AND currency = ? AND valid_from IS NULL", m_product,
                                              price.list.value, price.minimum, price.currency);
            if (same) {
                price.id = same->id;
                price.version = same->version;
            }
            return savePrice(tx, price);
        });
        if (!set)
            return set.error();
        notice().good(tr("The price is set."));
        return Done{};
    });
}

void ProductPlace::addImage()
{
    auto *dialog = new QFileDialog(this, tr("Add picture"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            notice().refusal(refuse(QStringLiteral("file"), tr("%1 cannot be read.").arg(path)));
            return;
        }
        const QByteArray bytes = file.readAll();
        const auto set = desk().perform([&](Tx &tx) { return setProductImage(tx, m_product, int(imagesOf(tx, m_product).size()) + 1, QFileInfo(path).fileName(), bytes); });
        notice().tell(set, tr("The picture is kept."));
    });
    dialog->open();
}
