#include "channels/byhand/worksheet.h"

#include "core/sales/shiporder.h"

#include <QCoreApplication>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("Worksheet", text); }

namespace {

struct FieldWord {
    SheetField field;
    const char *word;
    const char *label;
};
constexpr FieldWord fieldWords[] = {
    {SheetField::New, "new", QT_TRANSLATE_NOOP("Worksheet", "New product")},
    {SheetField::Retired, "retired", QT_TRANSLATE_NOOP("Worksheet", "Take off")},
    {SheetField::Stock, "stock", QT_TRANSLATE_NOOP("Worksheet", "Stock")},
    {SheetField::Price, "price", QT_TRANSLATE_NOOP("Worksheet", "Price")},
    {SheetField::Text, "text", QT_TRANSLATE_NOOP("Worksheet", "Text")},
    {SheetField::Images, "images", QT_TRANSLATE_NOOP("Worksheet", "Pictures")},
    {SheetField::Shipment, "shipment", QT_TRANSLATE_NOOP("Worksheet", "Shipped")},
};

} // namespace

QString sheetFieldWord(SheetField field) { return QString::fromLatin1(fieldWords[size_t(field)].word); }
QString sheetFieldLabel(SheetField field) { return tr(fieldWords[size_t(field)].label); }

static SheetField fieldOf(const QString &word)
{
    for (const FieldWord &known : fieldWords)
        if (word == QLatin1String(known.word))
            return known.field;
    return SheetField::Stock;
}

namespace {

// What is kept of a tick, as JSON, so that it can be taken back.

Json heldJson(const Held &held)
{
    Json json = Json::object();
    if (held.listed)
        json.set(QStringLiteral("listed"), *held.listed);
    if (held.stock)
        json.set(QStringLiteral("stock"), *held.stock ? Json((*held.stock)->toString()) : Json());
    if (held.price)
        json.set(QStringLiteral("price"), *held.price ? Json(**held.price) : Json());
    if (held.content)
        json.set(QStringLiteral("content"), *held.content);
    if (held.images)
        json.set(QStringLiteral("images"), *held.images);
    return json;
}

Held heldFrom(const Json &json)
{
    Held held;
    if (json.contains(u"listed"))
        held.listed = json["listed"].toBool();
    if (json.contains(u"stock"))
        held.stock = json["stock"].isNull() ? std::optional<Quantity>() : Quantity::parse(json["stock"].text());
    if (json.contains(u"price"))
        held.price = json["price"].isNull() ? std::optional<qint64>() : std::optional(json["price"].toInteger());
    if (json.contains(u"content"))
        held.content = json["content"].text();
    if (json.contains(u"images"))
        held.images = json["images"].text();
    return held;
}

/// The parts of a listing that `like` speaks of.
Held partsOf(const Listing &listing, const Held &like)
{
    Held held;
    if (like.listed)
        held.listed = !listing.externalId.isEmpty();
    if (like.stock)
        held.stock = listing.confirmedStock;
    if (like.price)
        held.price = listing.confirmedPrice;
    if (like.content)
        held.content = listing.confirmedContent;
    if (like.images)
        held.images = listing.confirmedImages;
    return held;
}

void store(Tx &tx, const Channel &channel, Listing listing, const QString &sku, const Held &held)
{
    if (held.listed)
        listing.externalId = *held.listed ? sku : QString();
    if (held.stock)
        listing.confirmedStock = *held.stock;
    if (held.price)
        listing.confirmedPrice = *held.price;
    if (held.content)
        listing.confirmedContent = *held.content;
    if (held.images)
        listing.confirmedImages = *held.images;
    listing.stockState = 0;
    listing.message.clear();
    listing.changedAt = tx.now();
    listing.channel = channel.id;
    if (listing.id)
        tx.update(listing);
    else
        tx.insert(listing);
}

Listing listingOf(Tx &tx, const Channel &channel, Id<Product> product)
{
    const auto found = tx.allIn<Listing>(channel.currency, "channel_id = ? AND product_id = ?", channel.id, product);
    Listing listing;
    listing.channel = channel.id;
    listing.product = product;
    return found.empty() ? listing : found.front();
}

/// What a person typed last for each product and field: shown where the site may have changed it since by itself.
std::map<std::pair<Id<Product>, QString>, QString> lastTyped(Tx &tx, const Channel &channel)
{
    std::map<std::pair<Id<Product>, QString>, QString> typed;
    auto rows =
        tx.run("SELECT t.product_id, t.field, t.shown_became, t.became FROM worksheet_tick t WHERE t.channel_id = ? AND t.undoes_id IS NULL AND "
               "t.product_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM worksheet_tick u WHERE u.undoes_id = t.id) ORDER BY t.id",
               channel.id);
    while (rows.next()) {
        const Id<Product> product{rows.integer(0)};
        typed[{product, rows.text(1)}] = rows.text(2);
        if (const auto became = Json::parse(rows.text(3).toUtf8()); became && (*became)["stock"].isString())
            typed[{product, sheetFieldWord(SheetField::Stock)}] = (*became)["stock"].text();
    }
    return typed;
}

QString textOf(const Product &product)
{
    QStringList lines{product.name};
    if (!product.description.isEmpty())
        lines << product.description;
    if (!product.barcode.isEmpty())
        lines << tr("Barcode %1").arg(product.barcode);
    if (product.weight.isPositive())
        lines << tr("%1 kg").arg(product.weight.toString());
    return lines.join(u'\n');
}

QString pictureNames(const Wanted &wanted)
{
    const qsizetype count = wanted.images.isEmpty() ? 0 : wanted.images.count(u',') + 1;
    return count == 0 ? tr("none") : QCoreApplication::translate("Worksheet", "%n picture(s)", nullptr, int(count));
}

/// The lines of one product.
class ProductLines {
public:
    ProductLines(const Channel &channel, const Wanted &wanted, const std::map<std::pair<Id<Product>, QString>, QString> &typed,
                 std::vector<SheetLine> &into)
        : m_channel(channel), m_wanted(wanted), m_typed(typed), m_into(into)
    {}

    void add()
    {
        const bool listed = !m_wanted.listing.externalId.isEmpty();
        if (!m_wanted.product.active) {
            if (listed)
                addRetired();
        } else if (!listed) {
            addNew();
        } else {
            addStock();
            addPrice();
            addText();
            addImages();
        }
    }

private:
    SheetLine line(SheetField field) const
    {
        SheetLine made;
        made.field = field;
        made.product = m_wanted.product.id;
        made.sku = m_wanted.product.sku;
        made.name = m_wanted.product.name;
        return made;
    }
    QString typed(SheetField field) const
    {
        const auto found = m_typed.find({m_wanted.product.id, sheetFieldWord(field)});
        return found == m_typed.end() ? QString() : found->second;
    }

    void addNew()
    {
        SheetLine made = line(SheetField::New);
        made.now = tr("not there");
        if (!m_wanted.price) {
            made.note = m_wanted.priceProblem;
            made.becomes = m_wanted.product.name;
        } else {
            made.becomes = tr("%1 at %2, stock %3").arg(m_wanted.product.name, m_wanted.price->toString(), m_wanted.available.toString());
            made.held.price = std::optional(m_wanted.price->millionths);
        }
        made.copy = textOf(m_wanted.product);
        made.held.listed = true;
        made.held.stock = std::optional(m_wanted.available);
        made.held.content = m_wanted.content;
        made.held.images = m_wanted.images;
        m_into.push_back(std::move(made));
    }
    void addRetired()
    {
        SheetLine made = line(SheetField::Retired);
        made.now = tr("on the site");
        made.becomes = tr("off the site");
        made.held = {false, std::optional<Quantity>(), std::optional<qint64>(), QString(), QString()};
        m_into.push_back(std::move(made));
    }
    void addStock()
    {
        if (m_wanted.listing.confirmedStock == m_wanted.available)
            return;
        SheetLine made = line(SheetField::Stock);
        if (m_wanted.listing.confirmedStock) {
            made.now = m_wanted.listing.confirmedStock->toString();
        } else {
            made.now = typed(SheetField::Stock);
            made.note = tr("Not known for sure: an order of this site came since, and the site may have counted it itself.");
        }
        made.becomes = made.copy = m_wanted.available.toString();
        made.held.stock = std::optional(m_wanted.available);
        m_into.push_back(std::move(made));
    }
    void addPrice()
    {
        if (m_wanted.price && m_wanted.listing.confirmedPrice == m_wanted.price->millionths)
            return;
        SheetLine made = line(SheetField::Price);
        if (m_wanted.listing.confirmedPrice)
            made.now = UnitPrice{*m_wanted.listing.confirmedPrice, m_channel.currency}.toString();
        if (m_wanted.price) {
            made.becomes = made.copy = m_wanted.price->toString();
            made.held.price = std::optional(m_wanted.price->millionths);
        } else {
            made.note = m_wanted.priceProblem;
        }
        m_into.push_back(std::move(made));
    }
    void addText()
    {
        if (m_wanted.listing.confirmedContent == m_wanted.content)
            return;
        SheetLine made = line(SheetField::Text);
        made.now = typed(SheetField::Text).isEmpty() ? typed(SheetField::New) : typed(SheetField::Text);
        made.becomes = made.copy = textOf(m_wanted.product);
        made.held.content = m_wanted.content;
        m_into.push_back(std::move(made));
    }
    void addImages()
    {
        if (m_wanted.listing.confirmedImages == m_wanted.images)
            return;
        SheetLine made = line(SheetField::Images);
        made.now = typed(SheetField::Images);
        made.becomes = made.copy = pictureNames(m_wanted);
        made.held.images = m_wanted.images;
        m_into.push_back(std::move(made));
    }

    const Channel &m_channel;
    const Wanted &m_wanted;
    const std::map<std::pair<Id<Product>, QString>, QString> &m_typed;
    std::vector<SheetLine> &m_into;
};

void addShipments(Tx &tx, const Channel &channel, std::vector<SheetLine> &lines)
{
    auto rows = tx.run("SELECT n.shipment_id, o.external_number, o.number, s.carrier, s.tracking FROM shipment_notice n JOIN shipment s ON s.id = "
                       "n.shipment_id JOIN sales_order o ON o.id = s.order_id WHERE n.channel_id = ? AND n.state <> 2 ORDER BY n.shipment_id",
                       channel.id);
    while (rows.next()) {
        SheetLine made;
        made.field = SheetField::Shipment;
        made.shipment = rows.integer(0);
        made.sku = rows.text(1);
        made.name = rows.text(2);
        made.now = tr("open");
        made.copy = rows.text(4);
        made.becomes = QStringList{tr("shipped"), rows.text(3), rows.text(4)}.join(u' ').simplified();
        lines.push_back(std::move(made));
    }
}

/// The new row's number.
qint64 keepTick(Tx &tx, const Channel &channel, const SheetLine &line, const Json &was, const Json &became, qint64 undoes)
{
    auto rows = tx.run("INSERT INTO worksheet_tick (channel_id, field, product_id, shipment_id, was, became, shown_was, shown_became, undoes_id, at, "
                       "actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                       channel.id, sheetFieldWord(line.field), line.product, Id<Shipment>{line.shipment}, QString::fromUtf8(was.toJson()),
                       QString::fromUtf8(became.toJson()), line.now, line.becomes, Id<Tick>{undoes}, tx.now(), tx.scene().actor);
    rows.next();
    return rows.integer(0);
}

Result<> tellNotice(Tx &tx, const Channel &channel, qint64 shipment, int from, int to)
{
    const auto told =
        tx.run("UPDATE shipment_notice SET state = ?, changed_at = ? WHERE shipment_id = ? AND channel_id = ? AND (state = 2) = (? = 2)", to,
               tx.now(), shipment, channel.id, from);
    if (told.affected() != 1)
        return refuse(QStringLiteral("ticked"), tr("Somebody else has just ticked this line."));
    return Done{};
}

} // namespace

std::vector<SheetLine> worksheetOf(Tx &tx, const Channel &channel)
{
    std::vector<SheetLine> lines;
    const auto typed = lastTyped(tx, channel);
    for (const Wanted &wanted : wantedOn(tx, channel))
        ProductLines(channel, wanted, typed, lines).add();
    addShipments(tx, channel, lines);
    return lines;
}

Result<qint64> tickLine(Tx &tx, const Channel &channel, const SheetLine &seen)
{
    Json was = Json::object();
    if (seen.field == SheetField::Shipment) {
        if (auto told = tellNotice(tx, channel, seen.shipment, 1, 2); !told)
            return told.error();
    } else {
        if (seen.field == SheetField::Price && !seen.held.price)
            return refuse(QStringLiteral("price"), tr("%1 has no price to be typed: %2").arg(seen.sku, seen.note));
        const Listing listing = listingOf(tx, channel, seen.product);
        was = heldJson(partsOf(listing, seen.held));
        if (was.toJson() == heldJson(seen.held).toJson())
            return refuse(QStringLiteral("ticked"), tr("Somebody else has just ticked this line."));
        store(tx, channel, listing, seen.sku, seen.held);
    }
    tx.run("UPDATE channel SET last_push = ? WHERE id = ?", tx.now(), channel.id);
    return keepTick(tx, channel, seen, was, heldJson(seen.held), 0);
}

Result<> takeTickBack(Tx &tx, const Channel &channel, qint64 tick)
{
    auto rows = tx.run("SELECT field, product_id, shipment_id, was, became, shown_was, shown_became, undoes_id FROM worksheet_tick WHERE id = ? AND "
                       "channel_id = ?",
                       tick, channel.id);
    if (!rows.next() || !rows.isNull(7))
        return notFound(QStringLiteral("unknown_tick"), tr("There is no tick %1 on %2.").arg(tick).arg(channel.name),
                        tr("See: purserctl worksheet ticks"));
    SheetLine line;
    line.field = fieldOf(rows.text(0));
    line.product = {rows.isNull(1) ? 0 : rows.integer(1)};
    line.shipment = rows.isNull(2) ? 0 : rows.integer(2);
    const auto was = Json::parse(rows.text(3).toUtf8()), became = Json::parse(rows.text(4).toUtf8());
    line.now = rows.text(6);
    line.becomes = rows.text(5);
    if (!was || !became)
        return refuse(QStringLiteral("fault"), tr("The tick cannot be read."));
    if (tx.number("SELECT COUNT(*) FROM worksheet_tick WHERE undoes_id = ?", tick) > 0)
        return refuse(QStringLiteral("unticked"), tr("This tick was taken back already."));
    if (line.field == SheetField::Shipment) {
        if (auto told = tellNotice(tx, channel, line.shipment, 2, 1); !told)
            return told.error();
    } else {
        if (tx.number(
                "SELECT COUNT(*) FROM worksheet_tick t WHERE t.channel_id = ? AND t.product_id = ? AND t.id > ? AND t.undoes_id IS NULL AND "
                "(t.field = ? OR t.field IN ('new', 'retired') OR ? IN ('new', 'retired')) AND NOT EXISTS (SELECT 1 FROM worksheet_tick u WHERE "
                "u.undoes_id = t.id)",
                channel.id, line.product, tick, sheetFieldWord(line.field), sheetFieldWord(line.field))
            > 0)
            return refuse(QStringLiteral("not_last"), tr("This line was ticked again later."), tr("Take the later tick back first."));
        const Listing listing = listingOf(tx, channel, line.product);
        Held before = heldFrom(*was);
        if (before.stock && !listing.confirmedStock)
            before.stock = std::optional<Quantity>(); // an order came since: what the site shows is not known any more
        store(tx, channel, listing, tx.get(line.product).sku, before);
    }
    keepTick(tx, channel, line, *became, *was, tick);
    return Done{};
}

std::vector<Tick> ticksOn(Tx &tx, Id<Channel> channel, int limit)
{
    std::vector<Tick> ticks;
    auto rows = tx.run(
        "SELECT t.id, t.field, COALESCE(p.sku, o.external_number, ''), t.shown_was, t.shown_became, t.at, t.actor, u.id FROM worksheet_tick t "
        "LEFT JOIN product p ON p.id = t.product_id LEFT JOIN shipment s ON s.id = t.shipment_id LEFT JOIN sales_order o ON o.id = "
        "s.order_id LEFT JOIN worksheet_tick u ON u.undoes_id = t.id WHERE t.channel_id = ? AND t.undoes_id IS NULL ORDER BY t.id DESC LIMIT ?",
        channel, limit);
    while (rows.next())
        ticks.push_back(
            {rows.integer(0), fieldOf(rows.text(1)), rows.text(2), rows.text(3), rows.text(4), {rows.integer(5)}, rows.text(6), !rows.isNull(7)});
    return ticks;
}

} // namespace channels::byhand
