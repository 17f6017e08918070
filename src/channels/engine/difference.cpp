#include "channels/engine/difference.h"

namespace channels {

static QString detailsOf(const Product &p)
{
    return QString::fromUtf8(Json::object({{QStringLiteral("barcode"), p.barcode},
                                           {QStringLiteral("unit"), p.unit},
                                           {QStringLiteral("weight"), p.weight.toString()},
                                           {QStringLiteral("tax_class"), p.taxClass}})
                                 .toJson());
}

static void setDetails(Product &p, const QString &text)
{
    const auto details = Json::parse(text.toUtf8());
    if (!details)
        return;
    p.barcode = (*details)["barcode"].text();
    p.unit = (*details)["unit"].text();
    p.weight = Quantity::parse((*details)["weight"].text()).value_or(Quantity());
    p.taxClass = (*details)["tax_class"].text();
}

QString contentText(const Wanted &wanted, PushField field)
{
    switch (field) {
    case PushField::Title: return wanted.product.name;
    case PushField::Text: return wanted.product.description;
    case PushField::Details: return detailsOf(wanted.product);
    case PushField::Images: return wanted.images;
    default: return {};
    }
}

void setContentText(Wanted &wanted, PushField field, const QString &text)
{
    switch (field) {
    case PushField::Title: wanted.product.name = text; break;
    case PushField::Text: wanted.product.description = text; break;
    case PushField::Details: setDetails(wanted.product, text); break;
    case PushField::Images: wanted.images = text; break;
    default: break;
    }
    wanted.content = contentHashes(wanted.product);
}

static int placeOf(PushField field) { return field == PushField::Title ? 0 : field == PushField::Text ? 1 : 2; }

QString hashIn(const QString &hashes, PushField field)
{
    return hashes.count(u',') == 2 ? hashes.section(u',', placeOf(field), placeOf(field)) : QString();
}

void setConfirmedHash(Listing &listing, PushField field, const QString &hash)
{
    QStringList parts = listing.confirmedContent.split(u',');
    if (parts.size() != 3)
        parts = {QString(), QString(), QString()};
    parts[placeOf(field)] = hash;
    listing.confirmedContent = parts.join(u',');
}

} // namespace channels
