#include "channels/engine/listing.h"

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
        const Int128 whole = 1'000'000 + Int128(tax->rate.millionths);
        const Int128 price = answer->price.millionths;
        const UnitPrice other{
            decimal::narrow(channel.taxInclusive ? decimal::divide(price * whole, 1'000'000) : decimal::divide(price * 1'000'000, whole)),
            channel.currency};
        amount = extend(other, pack);
    }
    wanted.price = UnitPrice::of(amount);
}

std::map<Id<Product>, QStringList> imagesByProduct(Tx &tx)
{
    std::map<Id<Product>, QStringList> images;
    auto rows = tx.run("SELECT product_id, sha256 FROM product_image ORDER BY product_id, position");
    while (rows.next())
        images[{rows.integer(0)}] << rows.text(1);
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

} // namespace

std::vector<Wanted> wantedOn(Tx &tx, const Channel &channel)
{
    std::vector<Wanted> all = listedOn(tx, channel);
    std::erase_if(all, [](const Wanted &wanted) { return wanted.listing.presence == Presence::Gone; });
    return all;
}

std::vector<Wanted> listedOn(Tx &tx, const Channel &channel)
{
    const bool onlyLinked = channel.option("publish") == QLatin1String("linked");
    std::map<Id<Product>, Listing> listings;
    for (Listing &listing : tx.allIn<Listing>(channel.currency, "channel_id = ?", channel.id))
        listings[listing.product] = std::move(listing);
    const Offers offers(tx, channel);
    const auto images = imagesByProduct(tx);
    std::vector<Wanted> all;
    for (Product &product : tx.all<Product>("stocked = 1 OR id IN (SELECT product_id FROM product_component) ORDER BY sku")) {
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

Result<Linked> link(Tx &tx, const Channel &channel, const std::map<QString, std::vector<RemoteProduct>> &remote)
{
    Linked linked;
    int had = 0;
    int named = 0;
    Finder finder(tx, channel);
    for (const Wanted &wanted : wantedOn(tx, channel)) {
        const auto found = remote.find(wanted.product.sku);
        if (!wanted.listing.externalId.isEmpty()) {
            ++had;
            named += found != remote.end();
            continue;
        }
        if (found == remote.end())
            continue;
        Listing listing = wanted.listing;
        listing.changedAt = tx.now();
        if (found->second.size() > 1) {
            listing.message = tr("The shop has the SKU %1 more than once.").arg(wanted.product.sku);
        } else {
            finder.found(listing, wanted, found->second.front());
            ++linked.tied;
        }
        if (listing.id)
            tx.update(listing);
        else
            tx.insert(listing);
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

} // namespace channels
