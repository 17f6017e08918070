#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

Reply unknownProduct(int status) { return failure(status, "woocommerce_rest_product_invalid_id", QStringLiteral("Invalid ID.")); }

Reply isVariation()
{
    return failure(
        404, "woocommerce_rest_invalid_product_id",
        QStringLiteral("To manipulate product variations you should use the /products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint."));
}

bool isWanted(const Product &product, const Query &query, const QStringList &skus)
{
    const QString status = query.text(QStringLiteral("status"), QStringLiteral("any"));
    if (status == QLatin1String("any") ? product.status == QLatin1String("trash") : product.status != status)
        return false;
    if (!skus.isEmpty())
        return skus.contains(product.sku); // variations too
    if (product.parent)
        return false;
    if (query.has(QStringLiteral("type")) && product.type != query.text(QStringLiteral("type")))
        return false;
    const QString word = query.text(QStringLiteral("search"));
    return word.isEmpty() || product.name.contains(word, Qt::CaseInsensitive) || product.sku.contains(word, Qt::CaseInsensitive);
}

Reply listProducts(Call &call)
{
    const Query &query = call.query();
    static const QStringList types{QStringLiteral("simple"), QStringLiteral("grouped"), QStringLiteral("external"), QStringLiteral("variable")};
    if (query.has(QStringLiteral("type")) && !types.contains(query.text(QStringLiteral("type"))))
        return invalid({{QStringLiteral("type"), QStringLiteral("rest_not_in_enum"),
                         QStringLiteral("type is not one of simple, grouped, external, and variable.")}});
    const QStringList skus = query.list(QStringLiteral("sku"));
    std::vector<Row> rows;
    for (const auto &[id, product] : call.shop.products)
        if (isWanted(product, query, skus))
            rows.push_back({id, product.createdAt, product.modifiedAt, product.name});
    return listReply(call, std::move(rows), [&](qint64 id) { return productJson(call.shop, *call.shop.find(id)); });
}

Reply listVariations(Call &call, qint64 family)
{
    const QStringList skus = call.query().list(QStringLiteral("sku"));
    std::vector<Row> rows;
    for (const auto &[id, product] : call.shop.products)
        if (product.parent && (family == 0 || product.parent == family) && product.status != QLatin1String("trash")
            && (skus.isEmpty() || skus.contains(product.sku)))
            rows.push_back({id, product.createdAt, product.modifiedAt, product.sku});
    return listReply(call, std::move(rows), [&](qint64 id) { return variationJson(call.shop, *call.shop.find(id)); });
}

/// The answer to a change tells a little more than a reading.
Json shown(Shop &shop, const Product &product, bool asVariation)
{
    if (asVariation)
        return variationJson(shop, product);
    Json json = productJson(shop, product);
    json.set("permalink_template", shop.home + QStringLiteral("/product/%pagename%/"));
    json.set("generated_slug", json["slug"]);
    return json;
}

Reply create(Call &call, const Json &body, qint64 family)
{
    Shop &shop = call.shop;
    Product product;
    product.type = family ? QStringLiteral("variation") : QStringLiteral("simple");
    product.parent = family;
    product.taxClass = family ? QStringLiteral("parent") : QString();
    if (auto refused = applyProductBody(shop, product, body, family == 0))
        return *refused;
    product.id = ++shop.lastId;
    product.createdAt = shop.now();
    Product &kept = shop.products.emplace(product.id, std::move(product)).first->second;
    shop.touch(kept);
    const QString path = family ? QStringLiteral("products/%1/variations/%2").arg(family).arg(kept.id) : QStringLiteral("products/%1").arg(kept.id);
    return {201, shown(shop, kept, family != 0), {{"Location", (shop.home + apiPath(path)).toUtf8()}}};
}

Reply update(Call &call, qint64 id, const Json &body, qint64 family)
{
    Shop &shop = call.shop;
    Product *product = shop.find(id);
    if (!product || product->status == QLatin1String("trash") || (family && product->parent != family))
        return family ? failure(404, "woocommerce_rest_product_variation_invalid_id", QStringLiteral("Invalid ID.")) : unknownProduct(400);
    if (!family && product->parent)
        return isVariation();
    Product changed = *product; // a refused update changes nothing
    if (auto refused = applyProductBody(shop, changed, body, false))
        return *refused;
    *product = std::move(changed);
    shop.touch(*product);
    return {200, shown(shop, *product, family != 0), {}};
}

Reply erase(Call &call, qint64 id, bool force)
{
    Product *product = call.shop.find(id);
    if (!product)
        return unknownProduct(404);
    product->status = QStringLiteral("trash");
    call.shop.touch(*product);
    const Json last = shown(call.shop, *product, product->parent != 0);
    if (force || product->parent)
        call.shop.products.erase(id);
    return {200, last, {}};
}

/// A single call is checked first; a batch is not.
Reply checked(const Json &body, const std::function<Reply()> &act)
{
    const auto refused = checkProductBody(body);
    return refused.empty() ? act() : invalid(refused);
}

/// products/ID/variations…: `family` is there.
Reply variationsApi(Call &call, qint64 family)
{
    if (call.path.value(3) == QLatin1String("batch"))
        return batchReply(
            call, [&](const Json &item) { return create(call, item, family); },
            [&](qint64 id, const Json &item) { return update(call, id, item, family); }, [&](qint64 id) { return erase(call, id, true); });
    if (call.path.size() == 3) {
        if (call.isRead())
            return listVariations(call, family);
        return call.method == "POST" ? checked(call.body, [&] { return create(call, call.body, family); }) : noRoute();
    }
    const qint64 id = call.id(3);
    if (call.method == "DELETE")
        return erase(call, id, true);
    if (call.isChange())
        return checked(call.body, [&] { return update(call, id, call.body, family); });
    const Product *product = call.shop.find(id);
    return product && product->parent == family ? Reply{200, variationJson(call.shop, *product), {}}
                                                : failure(404, "woocommerce_rest_product_variation_invalid_id", QStringLiteral("Invalid ID."));
}

} // namespace

Reply allVariationsApi(Call &call) { return call.isRead() && call.path.size() == 1 ? listVariations(call, 0) : noRoute(); }

Reply productsApi(Call &call)
{
    if (call.path.value(1) == QLatin1String("batch"))
        return batchReply(
            call, [&](const Json &item) { return create(call, item, 0); }, [&](qint64 id, const Json &item) { return update(call, id, item, 0); },
            [&](qint64 id) { return erase(call, id, true); });
    if (call.path.size() == 1) {
        if (call.isRead())
            return listProducts(call);
        return call.method == "POST" ? checked(call.body, [&] { return create(call, call.body, 0); }) : noRoute();
    }
    const qint64 id = call.id(1);
    if (id == 0)
        return noRoute();
    if (call.path.value(2) == QLatin1String("variations"))
        return call.shop.find(id) ? variationsApi(call, id) : failure(404, "woocommerce_rest_product_invalid_id", QStringLiteral("Invalid ID."));
    if (call.path.size() > 2)
        return noRoute();
    if (call.method == "DELETE")
        return erase(call, id, call.query().flag(QStringLiteral("force")));
    if (call.isChange())
        return checked(call.body, [&] { return update(call, id, call.body, 0); });
    const Product *product = call.shop.find(id);
    return product ? Reply{200, productJson(call.shop, *product), {}} : unknownProduct(404);
}

} // namespace channels::practicestore
