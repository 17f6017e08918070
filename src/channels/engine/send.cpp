#include "channels/engine/send.h"

#include "base/planted.h"
#include "channels/engine/held.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Push", text); }

void Sender::checkCancelled() const
{
    if (m_control.cancelled)
        throw Failure(Failure::Kind::Cancelled, tr("Cancelled."));
}

void Sender::count(PushItem &item, const ItemResult &result)
{
    item.result = result.done ? QStringLiteral("accepted") : result.unknown ? QStringLiteral("unknown") : QStringLiteral("refused");
    item.message = result.message;
    ++m_report.sent;
    ++(result.done ? m_report.accepted : m_report.refused);
}

std::vector<Sender::Parcel> Sender::parcels(const std::vector<Difference *> &differences)
{
    std::vector<Parcel> all;
    std::map<const Wanted *, size_t> at;
    for (Difference *d : differences) {
        const auto [found, isNew] = at.emplace(d->wanted, all.size());
        if (isNew)
            all.push_back({d->wanted, {}});
        all[found->second].parts.push_back(d);
    }
    return all;
}

/// Sends the items in batches. What became of each is written down before the next batch goes.
template <class Item, class Call>
Result<> Sender::send(const std::vector<Parcel> &parcels, const std::vector<Item> &items, int batch, const char *what, Call call)
{
    for (size_t at = 0; at < items.size(); at += size_t(batch)) {
        checkCancelled();
        const size_t count = std::min(size_t(batch), items.size() - at);
        std::vector<ItemResult> results;
        try {
            results = call(std::vector<Item>(items.begin() + long(at), items.begin() + long(at + count)));
        } catch (const Failure &failure) {
            if (failure.kind != Failure::Kind::Unknown && failure.kind != Failure::Kind::Rejected)
                throw;
            // The answer was lost, or the whole batch is refused: said per item, and what differs is sent again next time.
            results.assign(count,
                           ItemResult{planted("confirmed_without_answer"), failure.kind == Failure::Kind::Unknown, failure.text(), {}, {}, {}});
        }
        results.resize(count, ItemResult{false, true, tr("The shop did not answer for this item."), {}, {}, {}});
        const auto stored = m_session.perform([&](Tx &tx) -> Result<qint64> {
            const Id<PushBatch> number = m_report.batch ? Id<PushBatch>{m_report.batch} : beginBatch(tx, m_channel.id, m_kind, m_undoes);
            std::vector<PushChange> changes;
            for (size_t i = 0; i < count; ++i)
                store(tx, parcels[at + i], results[i], number, changes);
            tx.insertAll(changes);
            return number.value;
        });
        if (!stored)
            return stored.error();
        m_report.batch = *stored;
        for (size_t i = 0; i < count; ++i)
            for (const Difference *part : parcels[at + i].parts)
                this->count(m_report.items[part->item], results[i]);
        if (m_control.progress)
            m_control.progress(QString::fromLatin1(what), qint64(at + count), qint64(items.size()));
        m_run.renew();
    }
    return Done{};
}

void Sender::store(Tx &tx, const Parcel &parcel, const ItemResult &result, Id<PushBatch> batch, std::vector<PushChange> &changes)
{
    Wanted &wanted = *parcel.wanted;
    Listing listing = wanted.listing.id ? tx.allIn<Listing>(m_channel.currency, "id = ?", wanted.listing.id).front() : wanted.listing;
    listing.stockState = result.done ? 0 : result.unknown ? 2 : 1;
    listing.message = result.done ? QString() : result.message;
    listing.changedAt = tx.now();
    const QString outcome = result.done ? QStringLiteral("accepted") : result.unknown ? QStringLiteral("unknown") : QStringLiteral("refused");
    const auto write = [&](PushField field, const std::optional<QString> &was, const QString &became) {
        changes.push_back({{}, batch, wanted.product.id, fieldWord(field), was, became, outcome, result.message, tx.now()});
    };
    for (const Difference *part : parcel.parts) {
        write(part->field, part->now, part->becomes);
        if (!result.done)
            continue;
        confirm(listing, *part, result);
        if (part->field == PushField::Product) // it was written whole
            for (const PushField field : {PushField::Title, PushField::Text, PushField::Details, PushField::Images})
                write(field, {}, contentText(wanted, field));
        tx.run("DELETE FROM held_field WHERE channel_id = ? AND product_id = ? AND field = ? AND (released_at IS NOT NULL OR kind = ?)", m_channel.id,
               wanted.product.id, fieldWord(part->field), HoldKind::Guard);
    }
    for (const auto &[sha256, id] : result.imageIds)
        tx.run("INSERT INTO channel_image (channel_id, sha256, external_id) VALUES (?, ?, ?) ON CONFLICT (channel_id, sha256) DO UPDATE SET "
               "external_id = excluded.external_id",
               m_channel.id, sha256, id);
    if (listing.id)
        tx.update(listing);
    else
        tx.insert(listing);
    wanted.listing = listing;
}

void Sender::confirm(Listing &listing, const Difference &part, const ItemResult &result) const
{
    const Wanted &wanted = *part.wanted;
    switch (part.field) {
    case PushField::Stock: listing.confirmedStock = wanted.stock(m_can); break;
    case PushField::Price: listing.confirmedPrice = wanted.price->millionths; break;
    case PushField::Images: listing.confirmedImages = wanted.images; break;
    case PushField::Product:
        listing.presence = Presence::There;
        listing.confirmedContent = wanted.content;
        listing.confirmedImages = wanted.images;
        listing.confirmedStock.reset(); // whether creating set them is the shop's affair: they are sent once more
        listing.confirmedPrice.reset();
        break;
    default: setConfirmedHash(listing, part.field, hashIn(wanted.content, part.field));
    }
    if (!result.externalId.isEmpty()) {
        listing.externalId = result.externalId;
        listing.externalParent = result.externalParent;
    }
}

Result<ProductContent> Sender::contentOf(const Wanted &w, ContentParts parts)
{
    ProductContent content{w.ref(),
                           w.product.name,
                           w.product.description,
                           w.product.barcode,
                           w.product.unit,
                           w.product.weight,
                           w.product.taxClass,
                           w.price.value_or(UnitPrice{0, m_channel.currency}),
                           w.stock(m_can),
                           {},
                           parts};
    if (w.images.isEmpty() || !m_can.images || !parts.images)
        return content;
    const auto loaded = m_session.ask([&](Tx &tx) {
        for (const QString &sha256 : w.images.split(u',')) {
            auto rows = tx.run("SELECT i.media_type, i.bytes, c.external_id, (SELECT MIN(p.name) FROM product_image p WHERE p.product_id = ? AND "
                               "p.sha256 = i.sha256) FROM image i LEFT JOIN channel_image c ON c.sha256 = i.sha256 AND c.channel_id = ? WHERE "
                               "i.sha256 = ?",
                               w.product.id, m_channel.id, sha256);
            if (rows.next())
                content.images.push_back({sha256, rows.text(0), rows.text(3), rows.bytes(1), rows.isNull(2) ? QString() : rows.text(2), {}});
        }
        return Done{};
    });
    if (!loaded)
        return loaded.error();
    return content;
}

Result<> Sender::sendStock(const std::vector<Difference *> &differences)
{
    std::vector<StockLevel> items;
    for (const Difference *d : differences)
        items.push_back({d->wanted->ref(), d->wanted->available, d->wanted->onHand});
    return send(parcels(differences), items, m_can.stockBatch, "Stock", [this](const auto &part) { return m_connector.setStock(part); });
}

Result<> Sender::sendPrices(const std::vector<Difference *> &differences)
{
    std::vector<PriceLevel> items;
    for (const Difference *d : differences)
        items.push_back({d->wanted->ref(), *d->wanted->price});
    return send(parcels(differences), items, m_can.priceBatch, "Prices", [this](const auto &part) { return m_connector.setPrices(part); });
}

Result<> Sender::sendContent(const std::vector<Difference *> &differences)
{
    const std::vector<Parcel> all = parcels(differences);
    std::vector<ProductContent> items;
    for (const Parcel &parcel : all) {
        ContentParts parts{false, false, false, false};
        for (const Difference *part : parcel.parts) {
            parts.title |= part->field == PushField::Title;
            parts.text |= part->field == PushField::Text;
            parts.details |= part->field == PushField::Details;
            parts.images |= part->field == PushField::Images;
        }
        const auto content = contentOf(*parcel.wanted, parts);
        if (!content)
            return content.error();
        items.push_back(*content);
    }
    return send(all, items, m_can.productBatch, "Products", [this](const auto &part) { return m_connector.saveProducts(part); });
}

Result<> Sender::createProducts(const std::vector<Difference *> &differences, const OwnFields &own)
{
    std::vector<ProductContent> items;
    for (const Difference *d : differences) {
        auto content = contentOf(*d->wanted, {});
        if (!content)
            return content.error();
        // What the shop looks after stays as it is where the product turns out to be there already.
        content->parts = {own.has(PushField::Title), own.has(PushField::Text), own.has(PushField::Details), own.has(PushField::Images)};
        if (!own.has(PushField::Stock))
            content->available = {};
        items.push_back(*content);
    }
    return send(parcels(differences), items, m_can.productBatch, "Products", [this](const auto &part) { return m_connector.saveProducts(part); });
}

} // namespace channels
