#include "channels/practicestore/pages.h"

#include "channels/practicestore/basket.h"
#include "channels/practicestore/html.h"

#include <QCoreApplication>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

QString card(Shop &shop, Product &product)
{
    const QString link = QStringLiteral("/product/%1").arg(product.id);
    if (product.type == QLatin1String("variable")) {
        const int choices = int(shop.variationsOf(product.id).size());
        return QStringLiteral("<article class=\"card\"><a href=\"%1\">%2</a><span class=\"quiet\">%3</span></article>")
            .arg(link, h(product.name), h(tr("%1 to choose from").arg(choices)));
    }
    return QStringLiteral(
               "<article class=\"card\"><a href=\"%1\">%2</a><span class=\"price\">%3 <span class=\"quiet\">%4</span></span>"
               "<span class=\"quiet\">%5 · %6</span><form method=\"post\" action=\"/basket\"><input type=\"hidden\" name=\"add\" value=\"%7\">"
               "<input type=\"hidden\" name=\"quantity\" value=\"1\"><button>%8</button></form></article>")
        .arg(link, h(product.name), h(money(shop, Amount::parse(priceOf(product)))), h(taxText(shop)), h(product.sku), h(stockText(product)),
             QString::number(product.id), h(tr("Add to basket")));
}

web::Response catalogue(Shop &shop)
{
    std::map<QString, QString> sections;
    for (auto &[id, product] : shop.products)
        if (!product.parent && product.status == QLatin1String("publish"))
            sections[product.categories.value(0, tr("Other"))] += card(shop, product);
    QString body = QStringLiteral("<h1>%1</h1>").arg(h(tr("Everything for coffee and tea")));
    for (const auto &[category, cards] : sections)
        body += QStringLiteral("<section><h2>%1</h2><div class=\"grid\">%2</div></section>").arg(h(category), cards);
    return layout(shop, tr("Catalogue"), body);
}

web::Response productPage(Shop &shop, qint64 id)
{
    Product *product = shop.find(id);
    if (!product || product->parent || product->status != QLatin1String("publish"))
        return missing(shop);
    std::vector<Product *> choices = shop.variationsOf(id);
    if (product->type != QLatin1String("variable"))
        choices = {product};
    QString options;
    for (Product *choice : choices)
        options += QStringLiteral("<option value=\"%1\">%2 — %3 (%4)</option>")
                       .arg(choice->id)
                       .arg(h(articleTitle(shop, *choice)), h(money(shop, Amount::parse(priceOf(*choice)))), h(stockText(*choice)));
    const QString body =
        QStringLiteral("<h1>%1</h1><p>%2</p><p class=\"quiet\">%3 · %4</p><form method=\"post\" action=\"/basket\"><label>%5"
                       "<select name=\"add\">%6</select></label><label>%7 <input class=\"count\" type=\"number\" name=\"quantity\" value=\"1\" "
                       "min=\"1\" max=\"9999\"></label><button>%8</button></form>")
            .arg(h(product->name), textOf(product->description), h(product->sku), h(taxText(shop)), h(tr("Choice")), options, h(tr("Quantity")),
                 h(tr("Add to basket")));
    return layout(shop, product->name, body);
}
} // namespace

web::Response shopPage(Shop &shop, const web::Request &request)
{
    const QStringList path = request.path.mid(1).split(u'/');
    const bool reads = request.isRead();
    if (!reads && request.method != "POST")
        return layout(shop, tr("Not possible"), {}, 405);
    if (request.path == QLatin1String("/basket"))
        return reads ? basketPage(shop, basketOf(shop, request)) : changeBasket(shop, request);
    if (request.path == QLatin1String("/checkout"))
        return reads ? checkoutPage(shop, basketOf(shop, request), {}, {}) : checkOut(shop, request);
    if (!reads)
        return missing(shop);
    if (request.path == QLatin1String("/"))
        return catalogue(shop);
    if (request.path == QLatin1String("/style.css"))
        return stylesheet();
    if (path.value(0) == QLatin1String("product") && path.size() == 2)
        return productPage(shop, path[1].toLongLong());
    if (path.value(0) == QLatin1String("order") && path.size() == 2)
        return thanksPage(shop, path[1].toLongLong(), request.query.text(QStringLiteral("key")));
    return missing(shop);
}

} // namespace channels::practicestore
