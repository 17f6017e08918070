#include "apps/ctl/call.h"
#include "channels/engine/discrepancy.h"
#include "channels/engine/offer.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("OfferCommands", text); }

namespace {

template <class T> Json orNothing(const std::optional<T> &value)
{
    if (!value)
        return Json();
    if constexpr (std::is_same_v<T, Rate>)
        return value->toPercent();
    else
        return value->toString();
}

/// An option that can be taken back: a value, or “none”.
template <class T, class Parse> Result<> take(const Call &call, const char *name, std::optional<T> &into, Parse parse)
{
    if (!call.has(name))
        return Done{};
    const QString text = call.option(name);
    if (text == QLatin1String("none")) {
        into.reset();
        return Done{};
    }
    const std::optional<T> value = parse(text);
    if (!value)
        return wrongUsage(tr("--%1 takes a figure or none, not “%2”.").arg(QLatin1String(name), text));
    into = *value;
    return Done{};
}
std::optional<Quantity> asQuantity(const QString &text) { return Quantity::parse(text); }
std::optional<Rate> asPercent(const QString &text) { return Rate::parsePercent(text); }

struct Subject {
    Channel channel;
    Product product;
};
Result<Subject> subjectOf(Call &call, Tx &tx)
{
    const auto channel = channelByName(tx, call.word("NAME"));
    if (!channel)
        return channel.error();
    const auto product = productBySku(tx, call.word("SKU"));
    if (!product)
        return product.error();
    return Subject{*channel, *product};
}

Json listingJson(const Listing &listing, const QString &sku)
{
    return object("sku", sku, "external_id", listing.externalId, "published", listing.published, "buffer", orNothing(listing.buffer), "quota",
                  orNothing(listing.quota), "share", orNothing(listing.share), "pack", listing.pack, "shows", orNothing(listing.confirmedStock));
}

Result<Answer> listing(Call &call, Session &session)
{
    const auto pack = call.number("pack");
    if (!pack)
        return pack.error();
    const QString publish = call.option("publish");
    if (call.has("publish") && publish != QLatin1String("yes") && publish != QLatin1String("no"))
        return wrongUsage(tr("--publish takes yes or no."));
    const bool changes = call.has("buffer") || call.has("quota") || call.has("share") || call.has("pack") || call.has("publish");
    const auto stored = session.perform([&](Tx &tx) -> Result<Listing> {
        const auto subject = subjectOf(call, tx);
        if (!subject)
            return subject.error();
        const Listing before = listingOf(tx, subject->channel, subject->product.id);
        ListingTerms terms{before.buffer, before.quota, before.share, before.pack, before.published};
        if (auto taken = take(call, "buffer", terms.buffer, asQuantity); !taken)
            return taken.error();
        if (auto taken = take(call, "quota", terms.quota, asQuantity); !taken)
            return taken.error();
        if (auto taken = take(call, "share", terms.share, asPercent); !taken)
            return taken.error();
        terms.pack = pack->value_or(int(terms.pack));
        if (call.has("publish"))
            terms.published = publish == QLatin1String("yes");
        return changes ? setListingTerms(tx, subject->channel, subject->product.id, terms) : before;
    });
    if (!stored)
        return stored.error();
    return Answer(listingJson(*stored, call.word("SKU")));
}

Result<Answer> offer(Call &call, Session &session)
{
    const QStringList codes = call.options("warehouse");
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        OfferTerms terms = offerTermsOf(tx, channel->id);
        std::optional<Quantity> buffer = channel->buffer;
        std::optional<Quantity> last = terms.lastUnits;
        if (auto taken = take(call, "buffer", buffer, asQuantity); !taken)
            return taken.error();
        if (auto taken = take(call, "quota", terms.quota, asQuantity); !taken)
            return taken.error();
        if (auto taken = take(call, "share", terms.share, asPercent); !taken)
            return taken.error();
        if (auto taken = take(call, "last", last, asQuantity); !taken)
            return taken.error();
        terms.lastUnits = last.value_or(Quantity());
        if (call.has("buffer") || call.has("quota") || call.has("share") || call.has("last"))
            if (auto set = setOfferTerms(tx, terms, buffer.value_or(Quantity())); !set)
                return set.error();
        if (!codes.isEmpty())
            if (auto served = serveFrom(tx, channel->id, codes == QStringList{QStringLiteral("all")} ? QStringList() : codes); !served)
                return served.error();
        QStringList serving;
        for (const Warehouse &warehouse : warehousesServing(tx, channel->id))
            serving << warehouse.code;
        return object("name", channel->name, "buffer", buffer.value_or(Quantity()).toString(), "quota", orNothing(terms.quota), "share",
                      orNothing(terms.share), "last", terms.lastUnits.toString(), "warehouses",
                      serving.isEmpty() ? QStringList{QStringLiteral("all")} : serving);
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Json componentsJson(const std::vector<channels::OfferedComponent> &components)
{
    JsonArray items;
    for (const channels::OfferedComponent &one : components)
        items.push_back(object("sku", one.sku, "quantity", quantity(one.each), "on_hand", quantity(one.offer.onHand), "allocated",
                               quantity(one.offer.allocated), "waiting", quantity(one.offer.waiting), "buffer", quantity(one.offer.buffer),
                               "last_units_elsewhere", quantity(one.offer.lastUnits), "share", orNothing(one.offer.share), "units",
                               quantity(one.offer.offered()), "kits", quantity(one.kits())));
    return Json(std::move(items));
}

Result<Answer> why(Call &call, Session &session)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto subject = subjectOf(call, tx);
        if (!subject)
            return subject.error();
        const channels::Offer offer = channels::offerOf(tx, subject->channel, subject->product);
        const Listing listed = listingOf(tx, subject->channel, subject->product.id);
        Json json = object("sku", subject->product.sku, "on_hand", quantity(offer.onHand), "allocated", quantity(offer.allocated), "waiting",
                           quantity(offer.waiting), "buffer", quantity(offer.buffer), "last_units_elsewhere", quantity(offer.lastUnits),
                           "last_units_for", offer.lastUnitsFor, "quota", orNothing(offer.quota), "share", orNothing(offer.share), "units",
                           quantity(offer.offered()), "pack", offer.pack, "sold", offer.sold, "published", listed.published, "offered",
                           quantity(listed.published ? offer.available() : Quantity()), "shows", orNothing(listed.confirmedStock));
        if (!offer.components.empty())
            json.set(QStringLiteral("components"), componentsJson(offer.components));
        return json;
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> discrepancy(Call &call, Session &session)
{
    const auto rows = session.ask([&](Tx &tx) -> Result<std::vector<Discrepancy>> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        return discrepanciesOf(tx, *channel);
    });
    if (!rows)
        return rows.error();
    JsonArray items;
    for (const Discrepancy &row : *rows)
        items.push_back(object("sku", row.sku, "name", row.name, "shows", orNothing(row.shows), "should", quantity(row.should), "exposure",
                               quantity(row.exposure), "sold_elsewhere", quantity(row.soldElsewhere), "since", instant(row.since)));
    return listed(call, std::move(items), "sku");
}

} // namespace

std::vector<Command> offerCommands()
{
    return {
        {QStringLiteral("channel offer NAME [--buffer N] [--quota N] [--share PERCENT] [--last N] [--warehouse CODE]…"),
         tr("What of the stock the channel may offer: less a buffer, at most a quota or a share; the last ones for it alone; from these warehouses."),
         offer,
         {}},
        {QStringLiteral("channel listing NAME SKU [--buffer N] [--quota N] [--share PERCENT] [--pack N] [--publish YESNO]"),
         tr("The same for one product, and how many units are in one of what the shop sells. “none”: as the channel."),
         listing,
         {}},
        {QStringLiteral("channel why NAME SKU"), tr("Why the channel offers as many as it does."), why, {}},
        {QStringLiteral("channel discrepancy NAME [--limit N] [--after SKU]"),
         tr("What the channel shows and should not: what was sold elsewhere since, and what could be oversold."),
         discrepancy,
         {}},
    };
}

} // namespace ctl
