#include "channels/practicestore/render.h"

#include <QRegularExpression>

namespace channels::practicestore {
namespace {

QString slugOf(const QString &name)
{
    static const QRegularExpression marks(QStringLiteral("\\p{M}"));
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString slug = name.normalized(QString::NormalizationForm_KD).remove(marks).toLower().replace(others, QStringLiteral("-"));
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

QString pageOf(const Shop &shop, const Product &product)
{
    return shop.home + QStringLiteral("/product/%1").arg(product.parent ? product.parent : product.id);
}

Json imageJson(const Shop &shop, const Image &image)
{
    // The platform adds the shop's offset from UTC twice to this local time.
    const qint64 offset = shop.settings.timeZone.offsetFromUtc(image.createdAt.toDateTime());
    const QString local = localText(shop, image.createdAt.plusSeconds(offset));
    return Json::object({{"id", image.id},
                         {"date_created", local},
                         {"date_created_gmt", utcText(image.createdAt)},
                         {"date_modified", local},
                         {"date_modified_gmt", utcText(image.createdAt)},
                         {"src", image.source},
                         {"name", image.name},
                         {"alt", image.description},
                         {"srcset", ""},
                         {"sizes", "(max-width: 64px) 100vw, 64px"},
                         {"thumbnail", image.source}});
}

Json imagesJson(const Shop &shop, const Product &product)
{
    Json list = JsonArray();
    for (const Image &image : product.images)
        list.append(imageJson(shop, image));
    return list;
}

Json attributesJson(const Product &product)
{
    Json list = JsonArray();
    int position = 0;
    for (const Attribute &attribute : product.attributes) {
        if (product.type == QLatin1String("variation"))
            list.append(
                Json::object({{"id", 0}, {"name", attribute.name}, {"slug", slugOf(attribute.name)}, {"option", attribute.options.value(0)}}));
        else
            list.append(Json::object({{"id", 0},
                                      {"name", attribute.name},
                                      {"slug", attribute.name},
                                      {"position", position++},
                                      {"visible", true},
                                      {"variation", product.type == QLatin1String("variable")},
                                      {"options", attribute.options}}));
    }
    return list;
}

Json categoriesJson(const Shop &shop, const Product &product)
{
    Json list = JsonArray();
    for (const QString &category : product.categories)
        list.append(Json::object({{"id", 16 + int(shop.categories.indexOf(category))}, {"name", escaped(category)}, {"slug", slugOf(category)}}));
    return list;
}

QString lowestPrice(Shop &shop, const Product &product)
{
    if (product.type != QLatin1String("variable"))
        return priceOf(product);
    QString lowest;
    for (const Product *variation : shop.variationsOf(product.id)) {
        const QString price = priceOf(*variation);
        if (!price.isEmpty() && (lowest.isEmpty() || Amount::parse(price) < Amount::parse(lowest)))
            lowest = price;
    }
    return lowest;
}

QString stockStatus(Shop &shop, const Product &product)
{
    bool there = !product.managesStock || product.stock > 0;
    if (product.type == QLatin1String("variable")) {
        const auto variations = shop.variationsOf(product.id);
        there = std::any_of(variations.begin(), variations.end(), [](const Product *each) { return !each->managesStock || each->stock > 0; });
    }
    if (there)
        return QStringLiteral("instock");
    return product.backorders == QLatin1String("no") ? QStringLiteral("outofstock") : QStringLiteral("onbackorder");
}

QString titleOf(const Product &product)
{
    if (product.type != QLatin1String("variation"))
        return product.name;
    QStringList options;
    for (const Attribute &attribute : product.attributes)
        options.append(attribute.options.value(0));
    return options.join(QStringLiteral(", "));
}

JsonObject dates(const Shop &shop, const Product &product)
{
    return {{"date_created", localText(shop, product.createdAt)},
            {"date_created_gmt", utcText(product.createdAt)},
            {"date_modified", localText(shop, product.modifiedAt)},
            {"date_modified_gmt", utcText(product.modifiedAt)}};
}

JsonObject prices(Shop &shop, const Product &product)
{
    return {{"price", lowestPrice(shop, product)}, {"regular_price", product.regularPrice},  {"sale_price", product.salePrice},
            {"date_on_sale_from", Json()},         {"date_on_sale_from_gmt", Json()},        {"date_on_sale_to", Json()},
            {"date_on_sale_to_gmt", Json()},       {"on_sale", !product.salePrice.isEmpty()}};
}

JsonObject downloads()
{
    return {{"virtual", false}, {"downloadable", false}, {"downloads", JsonArray()}, {"download_limit", -1}, {"download_expiry", -1}};
}

JsonObject stockMembers(const Product &product)
{
    return {{"manage_stock", product.managesStock},
            {"stock_quantity", product.managesStock ? Json(product.stock) : Json()},
            {"backorders", product.backorders},
            {"backorders_allowed", product.backorders != QLatin1String("no")},
            {"backordered", product.managesStock && product.stock < 0},
            {"low_stock_amount", Json()}};
}

JsonObject sizes(const Product &product)
{
    return {{"weight", product.weight}, {"dimensions", Json::object({{"length", ""}, {"width", ""}, {"height", ""}})}};
}

void put(Json &json, const JsonObject &members)
{
    for (const auto &[name, value] : members)
        json.set(name, value);
}

} // namespace

QString escaped(const QString &text)
{
    static const QRegularExpression bare(QStringLiteral("&(?!(#\\d+|#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)"));
    return QString(text).replace(bare, QStringLiteral("&amp;"));
}

Json metaJson(const std::vector<Meta> &meta)
{
    Json list = JsonArray();
    for (const Meta &each : meta)
        list.append(Json::object({{"id", each.id}, {"key", each.key}, {"value", each.value}}));
    return list;
}

Json links(const Shop &shop, const QString &path, const QStringList &allow, const QString &up)
{
    const QString base = shop.home + apiPath({});
    const auto to = [&](const QString &target) { return JsonArray{Json::object({{"href", base + target}})}; };
    Json self = Json::object({{"href", base + path}, {"targetHints", Json::object({{"allow", allow}})}});
    Json all = Json::object({{"self", JsonArray{self}}, {"collection", to(path.section(u'/', 0, -2))}});
    if (!up.isEmpty())
        all.set("up", to(up));
    return all;
}

Json productJson(Shop &shop, const Product &product)
{
    Json json = Json::object(
        {{"id", product.id}, {"name", escaped(titleOf(product))}, {"slug", slugOf(titleOf(product))}, {"permalink", pageOf(shop, product)}});
    put(json, dates(shop, product));
    put(json, {{"type", product.type},
               {"status", product.status},
               {"featured", false},
               {"catalog_visibility", "visible"},
               {"description", product.description},
               {"short_description", product.shortDescription},
               {"sku", product.sku}});
    put(json, prices(shop, product));
    put(json, {{"purchasable", !lowestPrice(shop, product).isEmpty()}, {"total_sales", product.sold}});
    put(json, downloads());
    put(json, {{"external_url", ""}, {"button_text", ""}, {"tax_status", product.taxStatus}, {"tax_class", product.taxClass}});
    put(json, stockMembers(product));
    put(json, {{"sold_individually", false}});
    put(json, sizes(product));
    JsonArray variations;
    if (product.type == QLatin1String("variable"))
        for (const Product *variation : shop.variationsOf(product.id))
            variations.emplace_back(variation->id);
    put(json, {{"shipping_required", true},
               {"shipping_taxable", true},
               {"shipping_class", ""},
               {"shipping_class_id", 0},
               {"reviews_allowed", true},
               {"average_rating", "0.00"},
               {"rating_count", 0},
               {"upsell_ids", JsonArray()},
               {"cross_sell_ids", JsonArray()},
               {"parent_id", product.parent},
               {"purchase_note", ""},
               {"categories", categoriesJson(shop, product)},
               {"brands", JsonArray()},
               {"tags", JsonArray()},
               {"images", imagesJson(shop, product)},
               {"attributes", attributesJson(product)},
               {"default_attributes", JsonArray()},
               {"variations", variations},
               {"grouped_products", JsonArray()},
               {"menu_order", 0},
               {"price_html", QStringLiteral("<span class=\"woocommerce-Price-amount amount\"><bdi>%1</bdi></span>").arg(lowestPrice(shop, product))},
               {"related_ids", JsonArray()},
               {"meta_data", metaJson(product.meta)},
               {"stock_status", stockStatus(shop, product)},
               {"has_options", product.type == QLatin1String("variable")},
               {"post_password", ""},
               {"global_unique_id", product.barcode},
               {"_links", links(shop, QStringLiteral("products/%1").arg(product.id), {"GET", "POST", "PUT", "PATCH", "DELETE"})}});
    return json;
}

Json variationJson(Shop &shop, const Product &product)
{
    Json json = Json::object({{"id", product.id}, {"type", "variation"}});
    put(json, dates(shop, product));
    put(json,
        {{"description", product.description}, {"permalink", pageOf(shop, product)}, {"sku", product.sku}, {"global_unique_id", product.barcode}});
    put(json, prices(shop, product));
    put(json, {{"status", product.status}, {"purchasable", !priceOf(product).isEmpty()}});
    put(json, downloads());
    put(json, {{"tax_status", product.taxStatus}, {"tax_class", product.taxClass}});
    put(json, stockMembers(product));
    put(json, {{"stock_status", stockStatus(shop, product)}});
    put(json, sizes(product));
    const QString family = QStringLiteral("products/%1").arg(product.parent);
    put(json,
        {{"shipping_class", ""},
         {"shipping_class_id", 0},
         {"image", product.images.empty() ? Json() : imageJson(shop, product.images.front())},
         {"gallery_image_ids", JsonArray()},
         {"attributes", attributesJson(product)},
         {"menu_order", 0},
         {"meta_data", metaJson(product.meta)},
         {"name", escaped(titleOf(product))},
         {"parent_id", product.parent},
         {"_links", links(shop, family + QStringLiteral("/variations/%1").arg(product.id), {"GET", "POST", "PUT", "PATCH", "DELETE"}, family)}});
    return json;
}

Json taxRateJson(const Shop &shop, const TaxRate &rate)
{
    return Json::object({{"id", rate.id},
                         {"country", rate.country},
                         {"state", rate.state},
                         {"postcode", ""},
                         {"city", ""},
                         {"rate", rate.percent},
                         {"name", rate.name},
                         {"priority", rate.priority},
                         {"compound", false},
                         {"shipping", rate.shipping},
                         {"order", 0},
                         {"class", rate.taxClass.isEmpty() ? QStringLiteral("standard") : rate.taxClass},
                         {"postcodes", JsonArray()},
                         {"cities", JsonArray()},
                         {"_links", links(shop, QStringLiteral("taxes/%1").arg(rate.id), {"GET", "POST", "PUT", "PATCH", "DELETE"})}});
}

Json addressJson(const Address &address, bool withEmail)
{
    Json json = Json::object({{"first_name", escaped(address.firstName)},
                              {"last_name", escaped(address.lastName)},
                              {"company", escaped(address.company)},
                              {"address_1", escaped(address.street)},
                              {"address_2", escaped(address.street2)},
                              {"city", escaped(address.city)},
                              {"state", address.state},
                              {"postcode", address.postcode},
                              {"country", address.country}});
    if (withEmail)
        json.set("email", address.email);
    json.set("phone", address.phone);
    return json;
}

Json customerJson(const Shop &shop, const Customer &customer)
{
    return Json::object({{"id", customer.id},
                         {"date_created", localText(shop, customer.createdAt)},
                         {"date_created_gmt", utcText(customer.createdAt)},
                         {"date_modified", localText(shop, customer.createdAt)},
                         {"date_modified_gmt", utcText(customer.createdAt)},
                         {"email", customer.address.email},
                         {"first_name", escaped(customer.address.firstName)},
                         {"last_name", escaped(customer.address.lastName)},
                         {"role", "customer"},
                         {"username", customer.username},
                         {"billing", addressJson(customer.address, true)},
                         {"shipping", addressJson(customer.address, false)},
                         {"is_paying_customer", false},
                         {"avatar_url", ""},
                         {"meta_data", JsonArray()},
                         {"_links", links(shop, QStringLiteral("customers/%1").arg(customer.id), {"GET", "POST", "PUT", "PATCH", "DELETE"})}});
}

} // namespace channels::practicestore
