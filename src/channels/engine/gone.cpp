#include "channels/engine/gone.h"

#include "channels/engine/apply.h"
#include "core/audit/audit.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Gone", text); }

static const QString missingListing = QStringLiteral("missing_listing");

void tellGone(Tx &tx, const Channel &channel, const Wanted &wanted, const QString &why)
{
    Listing listing = wanted.listing;
    listing.presence = Presence::Gone;
    tx.update(listing);
    raise(tx, channel, {missingListing, wanted.product.sku, why}, listing.externalId, {}, {});
}

void tellBack(Tx &tx, const Channel &channel, Listing &listing)
{
    listing.presence = Presence::There;
    tx.update(listing);
    tx.run("UPDATE sync_exception SET resolution = 'changed', resolved_at = ?, version = version + 1 WHERE channel_id = ? AND kind = ? AND "
           "external_id = ? AND resolution = ''",
           tx.now(), channel.id, missingListing, listing.externalId);
}

static std::optional<Listing> listingOf(Tx &tx, const Channel &channel, const SyncException &exception)
{
    const auto found = tx.allIn<Listing>(channel.currency, "channel_id = ? AND external_id = ?", channel.id, exception.externalId);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<> decideGone(Tx &tx, const Channel &channel, const SyncException &exception, const QString &action)
{
    auto listing = listingOf(tx, channel, exception);
    if (!listing || action == QLatin1String("ignore"))
        return Done{};
    const Product product = tx.get(listing->product);
    if (action == QLatin1String("retire")) {
        listing->published = false;
    } else {
        if (!product.active)
            return refuse(QStringLiteral("inactive"), tr("%1 is not sold any more.").arg(product.sku), tr("Take it off the channel."));
        listing->presence = Presence::ToBeMade;
    }
    tx.update(*listing);
    audit(tx, "listing_changed", "product", product.id.value, channel.name + u' ' + action);
    return Done{};
}

QString takeBackGone(Tx &tx, const Channel &channel, const SyncException &exception, const QString &action)
{
    auto listing = listingOf(tx, channel, exception);
    if (!listing || listing->presence == Presence::There)
        return tr("%1 is in the shop again.").arg(exception.subject);
    if (action == QLatin1String("ignore"))
        return {};
    listing->presence = Presence::Gone;
    listing->published = true;
    tx.update(*listing);
    return {};
}

} // namespace channels
