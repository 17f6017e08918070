#include "channels/vendure/push.h"

namespace channels::vendure {
namespace {

constexpr qint64 pageSize = 100;

const QString variantsDocument = QStringLiteral(
    "query($options:ProductVariantListOptions){productVariants(options:$options){totalItems items{id productId sku name product{description} "
    "trackInventory price priceWithTax currencyCode stockLevels{stockLocationId stockOnHand}}}}");

std::optional<Quantity> stockOf(const Json &variant, const Shop &shop)
{
    if (variant["trackInventory"].text() == u"FALSE")
        return {};
    for (const Json &level : variant["stockLevels"].items())
        if (level["stockLocationId"].text() == shop.location)
            return Quantity::whole(level["stockOnHand"].toInteger());
    return Quantity(); // it was never there
}

RemoteProduct readVariant(const Json &variant, const Shop &shop)
{
    RemoteProduct product;
    product.externalId = variant["id"].text();
    product.externalParent = variant["productId"].text();
    product.sku = variant["sku"].text();
    product.name = variant["name"].text();
    if (variant["product"]["description"].isString())
        product.description = variant["product"]["description"].text();
    product.stock = stockOf(variant, shop);
    const auto price = shop.exactOf(variant[shop.pricesIncludeTax ? "priceWithTax" : "price"]);
    if (const auto currency = Currency::of(variant["currencyCode"].text()); price && currency)
        product.price = UnitPrice{*price, *currency};
    return product;
}

} // namespace

ProductPage listProducts(Client &client, const Shop &shop, const QString &page)
{
    const qint64 skip = std::max<qint64>(0, page.toLongLong());
    const Json options = Json::object({{"skip", skip}, {"take", pageSize}, {"sort", Json::object({{"id", "ASC"}})}});
    const Json list = client.query(variantsDocument, Json::object({{"options", options}}))["productVariants"];
    if (!list["items"].isArray())
        throw Failure(Failure::Kind::Broken, Words::tr("The shop answered something other than a list."));
    ProductPage result;
    for (const Json &variant : list["items"].items())
        result.products.push_back(readVariant(variant, shop));
    const qint64 read = qint64(result.products.size());
    if (read > 0 && skip + read < list["totalItems"].toInteger())
        result.next = QString::number(skip + read);
    return result;
}

} // namespace channels::vendure
