#include "channels/htmltext.h"
#include "channels/woocommerce/push.h"

namespace channels::woocommerce {
namespace {

constexpr int pageSize = 100;
constexpr int parentsPerPage = 10; // each costs a call of its own

/// Newer shops name a variation ("red, M"), older ones only tell what makes it one.
QString nameOf(const Json &written)
{
    if (!written["name"].text().isEmpty())
        return unescaped(written["name"].text());
    QStringList options;
    for (const Json &attribute : written["attributes"].items())
        options += unescaped(attribute["option"].text());
    return options.join(QStringLiteral(", "));
}

RemoteProduct readProduct(const Json &written, const QString &parent, Currency currency)
{
    RemoteProduct product;
    product.externalId = written["id"].text();
    product.externalParent = parent;
    product.sku = written["sku"].text();
    product.name = nameOf(written);
    if (written["description"].isString())
        product.description = written["description"].text();
    if (written["manage_stock"].toBool()) // false, or "parent": the product's own count serves all its variations
        product.stock = Quantity::whole(written["stock_quantity"].toInteger());
    if (!written["regular_price"].text().isEmpty())
        product.price = UnitPrice::parse(written["regular_price"].text(), currency, decimal::Excess::Round);
    return product;
}

/// A list is read up to its last page: by its count, or up to a short page where the count is hidden.
bool isLast(const Answer &answer, int page, int size)
{
    return answer.total() >= 0 ? qint64(page) * size >= answer.total() : answer.rows().size() < size_t(size);
}

Query pageQuery(int page, int size) { return {{"page", QString::number(page)}, {"per_page", QString::number(size)}, {"order", "asc"}}; }

/// What is sold as it is: everything but the products that only group variations or other products.
ProductPage simpleProducts(Client &client, int page)
{
    Query query = pageQuery(page, pageSize);
    query.emplace_back("orderby", "id");
    const Answer answer = client.get("/products", query);
    ProductPage result;
    for (const Json &product : answer.rows())
        if (const QString type = product["type"].text(); type != u"variable" && type != u"grouped")
            result.products.push_back(readProduct(product, {}, client.access().currency));
    result.next = isLast(answer, page, pageSize) ? QStringLiteral("variations:1") : QStringLiteral("products:%1").arg(page + 1);
    return result;
}

void appendVariationsOf(Client &client, const QString &parent, ProductPage &result)
{
    for (int page = 1;; ++page) {
        const Answer answer = client.get(QStringLiteral("/products/%1/variations").arg(parent), pageQuery(page, pageSize));
        for (const Json &variation : answer.rows())
            result.products.push_back(readProduct(variation, parent, client.access().currency));
        if (isLast(answer, page, pageSize))
            return;
    }
}

ProductPage variationsByParent(Client &client, int page)
{
    Query query = pageQuery(page, parentsPerPage);
    query.emplace_back("orderby", "id");
    query.emplace_back("type", "variable");
    const Answer answer = client.get("/products", query);
    ProductPage result;
    for (const Json &parent : answer.rows())
        appendVariationsOf(client, parent["id"].text(), result);
    if (!isLast(answer, page, parentsPerPage))
        result.next = QStringLiteral("parents:%1").arg(page + 1);
    return result;
}

/// WooCommerce 10.3 and newer list all variations at once; older ones do not know the address.
ProductPage allVariations(Client &client, int page)
{
    try {
        const Answer answer = client.get("/variations", pageQuery(page, pageSize));
        ProductPage result;
        for (const Json &variation : answer.rows())
            result.products.push_back(readProduct(variation, variation["parent_id"].text(), client.access().currency));
        if (!isLast(answer, page, pageSize))
            result.next = QStringLiteral("variations:%1").arg(page + 1);
        return result;
    } catch (const Failure &failure) {
        if (failure.code != u"rest_no_route")
            throw;
    }
    return variationsByParent(client, 1);
}

} // namespace

ProductPage listProducts(Client &client, const QString &page)
{
    const int number = std::max(1, page.section(u':', 1).toInt());
    if (page.startsWith(u"variations:"))
        return allVariations(client, number);
    if (page.startsWith(u"parents:"))
        return variationsByParent(client, number);
    return simpleProducts(client, number);
}

} // namespace channels::woocommerce
