#include "channels/engine/listing.h"

#include "channels/engine/apply.h"
#include "channels/engine/difference.h"
#include "channels/engine/journal.h"
#include "channels/engine/offer.h"
#include "core/taxes/tax.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <map>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Listing", text); }

namespace {

QString hashOf(const QStringList &texts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &text : texts)
        hash.addData(QByteArray::number(text.size()) + ':' + text.toUtf8());
    return QString::fromLatin1(hash.result().toHex().left(32));
}

/// The price as the channel shows it: from the one place where prices are found, with or without tax, to the currency's digits.
void findPrice(Tx &tx, const Channel &channel, Wanted &wanted)
{
    const Quantity pack = Quantity::whole(wanted.listing.pack);
    const auto answer = priceOf(tx, {wanted.product.id, {}, channel.priceList, pack, tx.today(), channel.currency});
    if (!answer) {
        wanted.priceProblem = answer.error().text;
        return;
    }
    Money amount = extend(answer->price, pack);
    if (answer->taxInclusive != channel.taxInclusive) {
        const Tax *tax = tx.configured<Taxes>().due(tx.configured<Settings>().country, wanted.product.taxClass, tx.today());
        if (!tax) {
            wanted.priceProblem = tr("No tax is set up for “%1” goods.").arg(wanted.product.taxClass);
            return;
        }
        amount = extend(turned(answer->price, tax->rate, channel.taxInclusive), pack);
    }
    wanted.price = UnitPrice::of(amount);
}

std::map<Id<Product>, QStringList> imagesByProduct(Tx &tx, const Looked &looked)
{
    std::map<Id<Product>, QStringList> images;
    looked.read(tx, "SELECT product_id, sha256 FROM product_image WHERE position >= 0", "product_id", " ORDER BY product_id, position",
                [&](sql::Rows &row) { images[{row.integer(0)}] << row.text(1); });
    return images;
}

/// As if it had never been there.
void forgetShop(Listing &listing)
{
    listing.externalId.clear();
    listing.externalParent.clear();
    listing.confirmedStock.reset();
    listing.confirmedPrice.reset();
    listing.confirmedContent.clear();
    listing.confirmedImages.clear();
    listing.presence = Presence::There;
}

std::map<Id<Product>, Listing> listingsByProduct(Tx &tx, const Channel &channel, const Looked &looked)
{
    std::map<Id<Product>, Listing> listings;
    looked.read(
        tx, sql::Statements<Listing>::select() + " WHERE channel_id = ?", "product_id", "",
        [&](sql::Rows &row) {
            auto listing = sql::readRow<Listing>(row, channel.currency);
            listings[listing.product] = std::move(listing);
        },
        channel.id);
    return listings;
}

/// What a channel can hold: goods, and kits of them; by SKU.
std::vector<Product> goods(Tx &tx, const Looked &looked)
{
    std::vector<Product> all;
    looked.read(tx, sql::Statements<Product>::select() + " WHERE (stocked = 1 OR id IN (SELECT product_id FROM product_component))", "id",
                " ORDER BY sku", [&](sql::Rows &row) { all.push_back(sql::readRow<Product>(row, tx.currency())); });
    if (looked.products)
        std::sort(all.begin(), all.end(), [](const Product &a, const Product &b) { return a.sku < b.sku; });
    return all;
}

} // namespace

std::vector<Wanted> wantedOn(Tx &tx, const Channel &channel, const Looked &looked, bool unlisted)
{
    std::vector<Wanted> all = listedOn(tx, channel, looked, unlisted);
    std::erase_if(all, [](const Wanted &wanted) { return wanted.listing.presence == Presence::Gone; });
    return all;
}

std::vector<Wanted> listedOn(Tx &tx, const Channel &channel, const Looked &looked, bool unlisted)
{
    const bool onlyLinked = !unlisted && channel.option("publish") == QLatin1String("linked");
    const auto listings = listingsByProduct(tx, channel, looked);
    const Offers offers(tx, channel, looked);
    const auto images = imagesByProduct(tx, looked);
    std::vector<Wanted> all;
    for (Product &product : goods(tx, looked)) {
        const auto listed = listings.find(product.id);
        if (listed == listings.end() && (!product.active || onlyLinked))
            continue;
        if (listed != listings.end() && !listed->second.published)
            continue;
        Wanted wanted;
        if (listed != listings.end())
            wanted.listing = listed->second;
        else
            wanted.listing.channel = channel.id, wanted.listing.product = product.id;
        if (wanted.listing.presence == Presence::ToBeMade)
            forgetShop(wanted.listing);
        const Offer offer = offers.of(product, wanted.listing);
        wanted.available = offer.available();
        wanted.onHand = offer.onHandThere();
        wanted.content = contentHashes(product);
        if (const auto pictures = images.find(product.id); pictures != images.end())
            wanted.images = pictures->second.join(u',');
        wanted.product = std::move(product);
        findPrice(tx, channel, wanted);
        all.push_back(std::move(wanted));
    }
    return all;
}

QString contentHashes(const Product &p)
{
    return hashOf({p.name}) + u',' + hashOf({p.description}) + u',' + hashOf({p.unit, p.barcode, p.weight.toString(), p.taxClass});
}

namespace {

/// What the shop has of a product before Purser writes to it for the first time: kept, so that it can be sent again.
class Finder {
public:
    Finder(Tx &tx, const Channel &channel) : m_tx(tx), m_channel(channel) {}

    void found(Listing &listing, const Wanted &wanted, const RemoteProduct &there)
    {
        listing.externalId = there.externalId;
        listing.externalParent = there.externalParent;
        listing.confirmedStock = there.stock;
        listing.confirmedPrice = there.price ? std::optional(there.price->millionths) : std::nullopt;
        if (!there.name.isEmpty())
            keepText(listing, wanted, PushField::Title, wanted.product.name, there.name);
        if (there.description)
            keepText(listing, wanted, PushField::Text, wanted.product.description, *there.description);
        if (there.price)
            keep(listing, PushField::Price, there.price->toString());
        if (there.stock)
            keep(listing, PushField::Stock, there.stock->toString());
    }
    void write() { m_tx.insertAll(m_changes); }

private:
    void keepText(Listing &listing, const Wanted &wanted, PushField field, const QString &ours, const QString &theirs)
    {
        keep(listing, field, theirs);
        setConfirmedHash(listing, field, readsAlike(ours, theirs) ? hashIn(wanted.content, field) : hashOf({theirs}));
    }
    /// A shop sets paragraphs around a text by itself: that is no other text.
    static bool readsAlike(const QString &ours, const QString &theirs)
    {
        static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
        const auto plain = [](QString text) { return text.replace(markup, QStringLiteral(" ")).simplified(); };
        return plain(ours) == plain(theirs);
    }
    void keep(const Listing &listing, PushField field, const QString &value)
    {
        if (!m_batch)
            m_batch = beginBatch(m_tx, m_channel.id, BatchKind::Found);
        m_changes.push_back({{}, m_batch, listing.product, fieldWord(field), {}, value, QStringLiteral("found"), {}, m_tx.now()});
    }

    Tx &m_tx;
    const Channel &m_channel;
    Id<PushBatch> m_batch;
    std::vector<PushChange> m_changes;
};

const QString ambiguousSku = QStringLiteral("ambiguous_sku");

void tellAmbiguous(Tx &tx, const Channel &channel, const Product &product, const std::vector<RemoteProduct> &there)
{
    tx.run("DELETE FROM sku_candidate WHERE channel_id = ? AND product_id = ?", channel.id, product.id);
    QStringList named;
    for (const RemoteProduct &one : there) {
        tx.insert(ListingCandidate{channel.id, product.id, one.externalId, one.externalParent, one.name});
        named << QStringLiteral("%1 “%2”").arg(one.externalId, one.name);
    }
    const Trouble trouble{ambiguousSku, product.sku,
                          tr("The shop has the SKU %1 more than once: %2. Say which one it is.").arg(product.sku, named.join(QStringLiteral(", ")))};
    raise(tx, channel, trouble, product.sku, {}, {});
}

Result<Linked> link(Tx &tx, const Channel &channel, const std::map<QString, std::vector<RemoteProduct>> &remote)
{
    Linked linked;
    int had = 0;
    int named = 0;
    Finder finder(tx, channel);
    for (const Wanted &wanted : wantedOn(tx, channel, {}, true)) {
        const auto found = remote.find(wanted.product.sku);
        if (!wanted.listing.externalId.isEmpty()) {
            ++had;
            named += found != remote.end();
            continue;
        }
        if (found == remote.end())
            continue;
        if (found->second.size() > 1) {
            tellAmbiguous(tx, channel, wanted.product, found->second);
            linked.ambiguous.insert(wanted.product.sku);
            continue;
        }
        Listing listing = wanted.listing;
        listing.changedAt = tx.now();
        finder.found(listing, wanted, found->second.front());
        ++linked.tied;
        if (listing.id)
            tx.update(listing);
        else
            tx.insert(listing);
        tx.run("UPDATE sync_exception SET resolution = 'settled', resolved_at = ?, version = version + 1 WHERE channel_id = ? AND kind = ? AND "
               "subject = "
               "? AND resolution = ''",
               tx.now(), channel.id, ambiguousSku, wanted.product.sku);
    }
    finder.write();
    linked.lost = had > 0 && named == 0;
    return linked;
}

} // namespace

Result<Linked> linkListings(Session &session, const Channel &channel, Connector &connector)
{
    std::map<QString, std::vector<RemoteProduct>> bySku;
    QString token;
    do {
        ProductPage page = connector.products(token);
        for (RemoteProduct &product : page.products)
            if (!product.sku.isEmpty())
                bySku[product.sku].push_back(std::move(product));
        token = page.next;
    } while (!token.isEmpty());
    return session.perform([&](Tx &tx) { return link(tx, channel, bySku); });
}

Result<> pickListing(Tx &tx, const Channel &channel, const QString &sku, const QString &externalId)
{
    const auto product = productBySku(tx, sku);
    if (!product)
        return product.error();
    const auto candidates = tx.all<ListingCandidate>("channel_id = ? AND product_id = ? ORDER BY external_id", channel.id, product->id);
    const auto picked = std::find_if(candidates.begin(), candidates.end(), [&](const auto &c) { return c.externalId == externalId.trimmed(); });
    if (picked == candidates.end()) {
        QStringList known;
        for (const ListingCandidate &one : candidates)
            known << one.externalId;
        return notFound(QStringLiteral("unknown_listing"), tr("The shop has no “%1” with the SKU %2.").arg(externalId, sku),
                        tr("It can be: %1.").arg(known.join(QStringLiteral(", "))));
    }
    Listing listing = listingOf(tx, channel, product->id);
    listing.externalId = picked->externalId;
    listing.externalParent = picked->externalParent;
    listing.changedAt = tx.now();
    if (listing.id)
        tx.update(listing);
    else
        tx.insert(listing);
    return Done{};
}

} // namespace channels
