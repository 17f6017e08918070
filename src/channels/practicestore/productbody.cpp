#include "channels/practicestore/api.h"

#include <QRegularExpression>
#include <QUrl>

namespace channels::practicestore {
namespace {

void set(QString &field, const Json &value)
{
    if (value.isString() || value.isNumber())
        field = value.text();
}

/// What the platform stores for a price: separators of thousands are dropped, and "10,50" becomes 1050.
QString priceText(const Json &value) { return value.text().remove(u',').remove(u' '); }

/// Scripts are taken out of texts, what stood in them stays.
QString harmless(QString text)
{
    static const QRegularExpression tags(QStringLiteral("</?(script|style|iframe)[^>]*>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression handlers(QStringLiteral("\\son\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)"),
                                             QRegularExpression::CaseInsensitiveOption);
    return text.remove(tags).remove(handlers);
}

/// The store does not really fetch; it tells what it would have met.
bool canFetch(const QUrl &url)
{
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && !url.host().isEmpty() && url.port(80) != 9 && !url.host().endsWith(QLatin1String(".invalid"));
}

std::optional<Reply> applyImages(Shop &shop, Product &product, const Json &body)
{
    std::vector<Image> images;
    for (const Json &item : body.items()) {
        const qint64 id = item["id"].toInteger();
        const auto known = std::find_if(product.images.begin(), product.images.end(), [&](const Image &each) { return each.id == id; });
        Image image;
        if (id && known == product.images.end())
            return failure(400, "woocommerce_product_invalid_image_id", QStringLiteral("#%1 is an invalid image ID.").arg(id));
        if (id) {
            image = *known;
        } else {
            const QUrl source(item["src"].text());
            if (!canFetch(source))
                return failure(400, "woocommerce_product_image_upload_error",
                               QStringLiteral("Error getting remote image %1. Error: A valid URL was not provided.").arg(item["src"].text()));
            image = {++shop.lastId,
                     shop.home + QStringLiteral("/wp-content/uploads/") + source.fileName(),
                     source.fileName().section(u'.', 0, -2),
                     {},
                     shop.now()};
        }
        set(image.name, item["name"]);
        set(image.description, item["alt"]);
        images.push_back(std::move(image));
    }
    product.images = std::move(images);
    return {};
}

std::optional<Reply> applySku(Shop &shop, Product &product, const Json &value)
{
    const QString sku = value.text();
    for (const auto &[id, other] : shop.products) {
        if (sku.isEmpty() || id == product.id || other.sku != sku)
            continue;
        if (other.status == QLatin1String("trash"))
            return failure(400, "woocommerce_rest_product_not_created", QStringLiteral("The product with SKU (%1) is in the trash.").arg(sku));
        return failure(400, "product_invalid_sku", QStringLiteral("Invalid or duplicated SKU."),
                       Json::object({{"resource_id", id}, {"unique_sku", sku + QStringLiteral("-1")}}));
    }
    product.sku = sku;
    return {};
}

void applyCategories(Shop &shop, Product &product, const Json &body)
{
    product.categories.clear();
    for (const Json &item : body.items()) {
        QString name = shop.categories.value(int(item["id"].toInteger()) - 16, item["name"].text());
        if (name.isEmpty())
            continue;
        if (!shop.categories.contains(name))
            shop.categories.append(name);
        product.categories.append(name);
    }
}

void applyAttributes(Product &product, const Json &body)
{
    product.attributes.clear();
    for (const Json &item : body.items()) {
        QStringList options;
        for (const Json &option : item["options"].items())
            options.append(option.text());
        if (item.contains(u"option"))
            options = QStringList(item["option"].text());
        product.attributes.push_back({item["name"].text(), options});
    }
}

/// A quantity is only kept where the platform keeps count; what it cannot read it takes for zero.
void applyStock(Product &product, const Json &body)
{
    if (body.contains(u"manage_stock"))
        product.managesStock = body["manage_stock"].toBool();
    if (body.contains(u"stock_quantity") && product.managesStock)
        product.stock = int(body["stock_quantity"].toInteger());
    set(product.backorders, body["backorders"]);
}

void applyPrices(Product &product, const Json &body)
{
    if (body.contains(u"regular_price"))
        product.regularPrice = priceText(body["regular_price"]);
    if (body.contains(u"sale_price"))
        product.salePrice = priceText(body["sale_price"]);
    if (!product.salePrice.isEmpty() && Amount::parse(product.salePrice) >= Amount::parse(product.regularPrice))
        product.salePrice.clear();
}

} // namespace

std::vector<InvalidParameter> checkProductBody(const Json &body)
{
    std::vector<InvalidParameter> refused;
    const auto refuseType = [&](const char *name, const char *type) {
        const QString word = QString::fromLatin1(name);
        refused.push_back({word, QStringLiteral("rest_invalid_type"), QStringLiteral("%1 is not of type %2.").arg(word, QString::fromLatin1(type))});
    };
    for (const char *price : {"regular_price", "sale_price"})
        if (body.contains(QString::fromLatin1(price)) && !body[price].isString())
            refuseType(price, "string");
    bool whole = true;
    if (body.contains(u"stock_quantity") && !body["stock_quantity"].isNull())
        (void)body["stock_quantity"].text().toLongLong(&whole);
    if (!whole)
        refuseType("stock_quantity", "integer");
    if (body.contains(u"manage_stock") && !body["manage_stock"].isBool())
        refuseType("manage_stock", "boolean");
    if (body.contains(u"images") && !body["images"].isArray())
        refuseType("images", "array");
    return refused;
}

std::optional<Reply> applyProductBody(Shop &shop, Product &product, const Json &body, bool isNew)
{
    if (body.contains(u"sku"))
        if (auto refused = applySku(shop, product, body["sku"]))
            return refused;
    if (body.contains(u"images"))
        if (auto refused = applyImages(shop, product, body["images"]))
            return refused;
    if (isNew)
        set(product.type, body["type"]);
    set(product.name, body["name"]);
    set(product.status, body["status"]);
    if (body["description"].isString())
        product.description = harmless(body["description"].text());
    if (body["short_description"].isString())
        product.shortDescription = harmless(body["short_description"].text());
    set(product.weight, body["weight"]);
    set(product.barcode, body["global_unique_id"]);
    set(product.taxClass, body["tax_class"]);
    set(product.taxStatus, body["tax_status"]);
    if (product.taxClass == QLatin1String("standard"))
        product.taxClass.clear();
    applyPrices(product, body);
    applyStock(product, body);
    if (body.contains(u"categories"))
        applyCategories(shop, product, body["categories"]);
    if (body.contains(u"attributes"))
        applyAttributes(product, body["attributes"]);
    product.meta = appliedMeta(shop, std::move(product.meta), body["meta_data"]);
    return {};
}

} // namespace channels::practicestore
