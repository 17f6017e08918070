#include "channels/engine/offer.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Offer", text); }

namespace channels {

Quantity packsOf(Quantity units, qint64 pack)
{
    if (!units.isPositive())
        return {};
    return Quantity::whole(units.millionths / 1'000'000 / pack);
}

static Quantity of(const std::map<Id<Product>, Quantity> &quantities, Id<Product> product)
{
    const auto found = quantities.find(product);
    return found == quantities.end() ? Quantity() : found->second;
}

static Quantity shareOf(Quantity whole, Rate share) { return {decimal::narrow(Int128(whole.millionths) * share.millionths / 1'000'000)}; }

Quantity OfferedComponent::kits() const
{
    const Quantity units = offer.offered();
    const qint64 whole = units.millionths / each.millionths;
    return Quantity::whole(units.isNegative() && units.millionths % each.millionths != 0 ? whole - 1 : whole);
}

Quantity Offer::offered() const
{
    Quantity free = unpromised();
    if (!components.empty()) {
        const auto fewer = [](const OfferedComponent &a, const OfferedComponent &b) { return a.kits() < b.kits(); };
        free = std::min_element(components.begin(), components.end(), fewer)->kits();
    }
    Quantity most = free - buffer - lastUnits;
    if (quota)
        most = std::min(most, *quota);
    if (share && free.isPositive())
        most = std::min(most, shareOf(free, *share));
    return most;
}

Offers::Offers(Tx &tx, const Channel &channel, const Looked &looked) : m_channel(channel)
{
    readTerms(tx);
    readComponents(tx, looked);
    const Looked goods = withComponents(looked);
    readStock(tx, goods);
    readWaiting(tx, goods);
    readHeldByShop(tx);
}

Looked Offers::withComponents(const Looked &looked) const
{
    if (!looked.products)
        return {};
    std::set<Id<Product>> goods(looked.products->begin(), looked.products->end());
    for (const auto &[kit, components] : m_components)
        for (const Component &component : components)
            goods.insert(component.product);
    return {std::vector(goods.begin(), goods.end())};
}

void Offers::readTerms(Tx &tx)
{
    const OfferTerms own = offerTermsOf(tx, m_channel.id);
    m_quota = own.quota;
    m_share = own.share;
    auto others = tx.run("SELECT t.last_units, c.name FROM channel_offer t JOIN channel c ON c.id = t.channel_id WHERE t.channel_id <> ? AND "
                         "t.last_units > 0 ORDER BY t.last_units DESC, c.name LIMIT 1",
                         m_channel.id);
    if (others.next()) {
        m_lastUnits = {others.integer(0)};
        m_lastUnitsFor = others.text(1);
    }
}

void Offers::readStock(Tx &tx, const Looked &looked)
{
    looked.read(
        tx,
        "SELECT b.product_id, SUM(b.on_hand), SUM(b.allocated) FROM stock_balance b JOIN location l ON l.id = b.location_id "
        "WHERE l.active = 1 AND (l.warehouse_id IN (SELECT warehouse_id FROM channel_warehouse WHERE channel_id = ?) OR NOT EXISTS "
        "(SELECT 1 FROM channel_warehouse WHERE channel_id = ?))",
        "b.product_id", " GROUP BY b.product_id",
        [&](sql::Rows &row) {
            m_stock[{row.integer(0)}] = {{row.integer(1)}, {row.integer(2)}};
        },
        m_channel.id, m_channel.id);
}

/// What was ordered and waits for goods is promised as well: it is not offered a second time.
void Offers::readWaiting(Tx &tx, const Looked &looked)
{
    looked.read(
        tx,
        "SELECT l.product_id, SUM(l.quantity - l.allocated - l.shipped - l.cancelled) FROM sales_line l JOIN sales_order o ON o.id = l.order_id "
        "WHERE l.kind = 1 AND l.quantity > l.allocated + l.shipped + l.cancelled AND o.state > 10 AND o.state < 90 AND l.product_id IS NOT NULL",
        "l.product_id", " GROUP BY l.product_id", [&](sql::Rows &row) { m_waiting[{row.integer(0)}] = {row.integer(1)}; });
}

/// What a shop that subtracts its open orders itself still counts as on its shelf for them: goods of its own orders that have not left, or whose
/// leaving it was not told of yet (once that was tried it may know: such goods are not offered on the chance). Of kits it knows nothing but the kit.
/// Reads what is open, whoever asks: there is no shorter way to one product's part of it.
void Offers::readHeldByShop(Tx &tx)
{
    auto open = tx.run("SELECT l.product_id, SUM(l.quantity - l.shipped - l.cancelled) FROM sales_order o JOIN sales_line l ON l.order_id = o.id "
                       "WHERE o.state > 10 AND o.state < 80 AND o.channel_id = ? AND l.kind = 1 AND l.product_id IS NOT NULL AND l.kit_line IN (0, "
                       "l.line) GROUP BY l.product_id",
                       m_channel.id);
    while (open.next())
        m_heldByShop[{open.integer(0)}] += Quantity{open.integer(1)};
    auto untold =
        tx.run("SELECT l.product_id, SUM(g.quantity) FROM shipment_notice n JOIN shipment s ON s.id = n.shipment_id "
               "JOIN shipment_line g ON g.shipment_id = s.id JOIN sales_line l ON l.order_id = s.order_id AND l.line = g.line "
               "WHERE n.channel_id = ? AND n.state <> 2 AND n.state = 1 AND l.product_id IS NOT NULL AND l.kit_line IN (0, l.line) GROUP BY "
               "l.product_id",
               m_channel.id);
    while (untold.next())
        m_heldByShop[{untold.integer(0)}] += Quantity{untold.integer(1)};
}

void Offers::readComponents(Tx &tx, const Looked &looked)
{
    looked.read(
        tx,
        "SELECT c.product_id, c.component_id, p.sku, c.quantity, l.buffer, l.share FROM product_component c JOIN product p ON p.id = "
        "c.component_id LEFT JOIN listing l ON l.product_id = c.component_id AND l.channel_id = ? WHERE c.quantity > 0",
        "c.product_id", " ORDER BY c.product_id, p.sku",
        [&](sql::Rows &row) {
            Component component{{row.integer(1)}, row.text(2), {row.integer(3)}, {}};
            if (!row.isNull(4))
                component.listing.buffer = Quantity{row.integer(4)};
            if (!row.isNull(5))
                component.listing.share = Rate{row.integer(5)};
            m_components[{row.integer(0)}].push_back(std::move(component));
        },
        m_channel.id);
}

/// A kit is offered as the scarcest of its components, less what its own listing holds back; what the channel holds back of everything is taken off
/// its components already. A quota is a number of kits.
Offer Offers::of(const Product &product, const Listing &listing) const
{
    Offer offer = ofStock(product.id, listing);
    offer.sold = product.active;
    const auto kit = m_components.find(product.id);
    if (kit == m_components.end())
        return offer;
    for (const Component &one : kit->second) {
        Offer component = ofStock(one.product, one.listing);
        component.quota.reset();
        offer.components.push_back({one.sku, one.each, std::move(component)});
    }
    offer.waiting = offer.lastUnits = Quantity();
    offer.lastUnitsFor.clear();
    offer.buffer = listing.buffer.value_or(Quantity());
    offer.share = listing.share;
    return offer;
}

Offer Offers::ofStock(Id<Product> product, const Listing &listing) const
{
    Offer offer;
    if (const auto has = m_stock.find(product); has != m_stock.end()) {
        offer.onHand = has->second.onHand;
        offer.allocated = has->second.allocated;
    }
    offer.waiting = channels::of(m_waiting, product);
    offer.heldByShop = channels::of(m_heldByShop, product);
    offer.buffer = listing.buffer.value_or(m_channel.buffer);
    offer.lastUnits = m_lastUnits;
    offer.lastUnitsFor = m_lastUnitsFor;
    offer.quota = listing.quota ? listing.quota : m_quota;
    offer.share = listing.share ? listing.share : m_share;
    offer.pack = listing.pack;
    return offer;
}

Offer offerOf(Tx &tx, const Channel &channel, const Product &product)
{
    return Offers(tx, channel, {{{product.id}}}).of(product, listingOf(tx, channel, product.id));
}

} // namespace channels

namespace {

Result<> checkTerms(const std::optional<Quantity> &buffer, const std::optional<Quantity> &quota, const std::optional<Rate> &share)
{
    if ((buffer && buffer->isNegative()) || (quota && quota->isNegative()))
        return refuse(QStringLiteral("quantity"), tr("Buffer and quota cannot be negative."));
    if (share && (share->millionths < 0 || share->millionths > 1'000'000))
        return refuse(QStringLiteral("share"), tr("A share lies between 0 and 100 percent."));
    return Done{};
}

} // namespace

OfferTerms offerTermsOf(Tx &tx, Id<Channel> channel)
{
    if (const auto terms = tx.first<OfferTerms>("channel_id = ?", channel))
        return *terms;
    return {channel, {}, {}, {}};
}

Result<OfferTerms> setOfferTerms(Tx &tx, const OfferTerms &terms, Quantity buffer)
{
    if (auto good = checkTerms(buffer, terms.quota, terms.share); !good)
        return good.error();
    if (terms.lastUnits.isNegative())
        return refuse(QStringLiteral("quantity"), tr("The last units cannot be negative."));
    Channel channel = tx.lock(terms.channel);
    channel.buffer = buffer;
    tx.update(channel);
    tx.run("DELETE FROM channel_offer WHERE channel_id = ?", terms.channel);
    tx.insert(terms);
    audit(tx, "channel_offer", "channel", terms.channel.value);
    return terms;
}

std::vector<Warehouse> warehousesServing(Tx &tx, Id<Channel> channel)
{
    return tx.all<Warehouse>("id IN (SELECT warehouse_id FROM channel_warehouse WHERE channel_id = ?) ORDER BY code", channel);
}

Result<> serveFrom(Tx &tx, Id<Channel> channel, const QStringList &codes)
{
    tx.lock(channel);
    tx.run("DELETE FROM channel_warehouse WHERE channel_id = ?", channel);
    for (const QString &code : codes) {
        const auto warehouse = tx.first<Warehouse>("code = ?", code);
        if (!warehouse)
            return notFound(QStringLiteral("unknown_warehouse"), tr("There is no warehouse %1.").arg(code));
        tx.run("INSERT INTO channel_warehouse (channel_id, warehouse_id) VALUES (?, ?) ON CONFLICT (channel_id, warehouse_id) DO NOTHING", channel,
               warehouse->id);
    }
    audit(tx, "channel_warehouses", "channel", channel.value, codes.join(u','));
    return Done{};
}

Listing listingOf(Tx &tx, const Channel &channel, Id<Product> product)
{
    const auto found = tx.allIn<Listing>(channel.currency, "channel_id = ? AND product_id = ?", channel.id, product);
    if (!found.empty())
        return found.front();
    Listing listing;
    listing.channel = channel.id;
    listing.product = product;
    return listing;
}

Result<Listing> setListingTerms(Tx &tx, const Channel &channel, Id<Product> product, const ListingTerms &terms)
{
    if (auto good = checkTerms(terms.buffer, terms.quota, terms.share); !good)
        return good.error();
    if (terms.pack < 1)
        return refuse(QStringLiteral("pack"), tr("A pack holds at least one unit."));
    Listing listing = listingOf(tx, channel, product);
    listing.buffer = terms.buffer;
    listing.quota = terms.quota;
    listing.share = terms.share;
    if (terms.published && !listing.published && listing.presence == Presence::Gone)
        listing.presence = Presence::ToBeMade;
    listing.published = terms.published;
    if (listing.pack != terms.pack) {
        listing.pack = terms.pack;
        listing.confirmedStock.reset();
        listing.confirmedPrice.reset();
    }
    if (listing.id) {
        tx.update(listing);
    } else {
        listing.changedAt = tx.now();
        tx.insert(listing);
    }
    audit(tx, "listing_changed", "product", product.value, channel.name);
    return listing;
}
