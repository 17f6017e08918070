#include "channels/practicestore/basket.h"

#include "channels/practicestore/html.h"

#include <QCoreApplication>

namespace channels::practicestore {
namespace {

constexpr int mostRows = 50;
constexpr int mostOfOne = 9999;

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

QString basketRows(Shop &shop, const std::vector<BasketItem> &items, bool editable, Amount &total)
{
    QString rows;
    for (const BasketItem &item : items) {
        const Amount price = Amount::parse(priceOf(*item.product));
        total += price * item.quantity;
        const QString quantity =
            editable ? QStringLiteral("<input class=\"count\" type=\"number\" name=\"q%1\" value=\"%2\" min=\"0\" max=\"9999\" aria-label=\"%3\">")
                           .arg(item.product->id)
                           .arg(item.quantity)
                           .arg(h(tr("Quantity")))
                     : QString::number(item.quantity);
        rows += QStringLiteral(
                    "<tr><td>%1<br><span class=\"quiet\">%2</span></td><td class=\"number\">%3</td><td>%4</td><td class=\"number\">%5</td></tr>")
                    .arg(h(articleTitle(shop, *item.product)), h(item.product->sku), h(price.toString()), quantity,
                         h(money(shop, price * item.quantity)));
    }
    return rows;
}

} // namespace

std::vector<BasketItem> basketOf(Shop &shop, const web::Request &request)
{
    std::vector<BasketItem> items;
    for (const QByteArray &part : request.cookie("basket").split('_')) {
        const qint64 id = part.left(part.indexOf('.')).toLongLong();
        const int quantity = part.mid(part.indexOf('.') + 1).toInt();
        Product *product = shop.find(id);
        if (product && product->type != QLatin1String("variable") && quantity > 0 && int(items.size()) < mostRows)
            items.push_back({product, std::min(quantity, mostOfOne)});
    }
    return items;
}

void setBasket(web::Response &answer, const std::vector<BasketItem> &items)
{
    QByteArrayList parts;
    for (const BasketItem &item : items)
        if (item.quantity > 0)
            parts.append(QByteArray::number(item.product->id) + '.' + QByteArray::number(item.quantity));
    answer.setCookie({.name = "basket", .value = parts.join('_'), .secure = false});
}

QString basketTable(Shop &shop, const std::vector<BasketItem> &items, bool editable)
{
    Amount total;
    const QString rows = basketRows(shop, items, editable, total);
    return QStringLiteral("<table><thead><tr><th>%1</th><th class=\"number\">%2</th><th>%3</th><th class=\"number\">%4</th></tr></thead><tbody>%5"
                          "<tr class=\"total\"><td colspan=\"3\">%6</td><td class=\"number\">%7</td></tr></tbody></table>")
        .arg(h(tr("Article")), h(tr("Price")), h(tr("Quantity")), h(tr("Amount")), rows, h(tr("Goods, %1").arg(taxText(shop))),
             h(money(shop, total)));
}

web::Response basketPage(Shop &shop, const std::vector<BasketItem> &items)
{
    if (items.empty())
        return layout(shop, tr("Basket"),
                      QStringLiteral("<h1>%1</h1><p>%2</p><a class=\"button\" href=\"/\">%3</a>")
                          .arg(h(tr("Basket")), h(tr("The basket is empty.")), h(tr("To the catalogue"))));
    return layout(
        shop, tr("Basket"),
        QStringLiteral("<h1>%1</h1><form method=\"post\" action=\"/basket\">%2<p><button class=\"second\" name=\"update\" value=\"1\">%3</button> "
                       "<a class=\"button\" href=\"/checkout\">%4</a></p></form>")
            .arg(h(tr("Basket")), basketTable(shop, items, true), h(tr("Change quantities")), h(tr("To the check-out"))));
}

web::Response changeBasket(Shop &shop, const web::Request &request)
{
    const auto form = web::readForm(request);
    if (!form)
        return unreadable(shop, form.error());
    std::vector<BasketItem> items = basketOf(shop, request);
    if (const qint64 id = form->text(QStringLiteral("add")).toLongLong()) {
        Product *product = shop.find(id);
        const int quantity = std::clamp(form->text(QStringLiteral("quantity"), QStringLiteral("1")).toInt(), 0, mostOfOne);
        const auto known = std::find_if(items.begin(), items.end(), [&](const BasketItem &item) { return item.product->id == id; });
        if (known != items.end())
            known->quantity = std::min(known->quantity + quantity, mostOfOne);
        else if (product && product->type != QLatin1String("variable"))
            items.push_back({product, quantity});
    }
    for (BasketItem &item : items)
        if (const QString text = form->text(QStringLiteral("q%1").arg(item.product->id)); !text.isEmpty())
            item.quantity = std::clamp(text.toInt(), 0, mostOfOne);
    web::Response answer = web::Response::redirect(QStringLiteral("/basket"));
    setBasket(answer, items);
    return answer;
}
} // namespace channels::practicestore
