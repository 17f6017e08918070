#include "channels/practicestore/pages.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace channels::practicestore {
namespace {

constexpr int mostRows = 50; ///< of a basket
constexpr int mostOfOne = 9999;

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }
QString h(const QString &text) { return text.toHtmlEscaped(); }

constexpr const char *style = R"(
:root{--ink:#23201c;--quiet:#6d655b;--line:#e4ded5;--paper:#fbf9f6;--accent:#7a3e1d}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
.practice{background:#fff3cd;color:#5c4700;padding:.5rem 1rem;text-align:center;font-weight:600;border-bottom:1px solid #e6d28f}
header,main,footer{max-width:66rem;margin:0 auto;padding:1rem}header{display:flex;justify-content:space-between;align-items:baseline}
header a{color:inherit;text-decoration:none}header .name{font-size:1.4rem;font-weight:700}h1{font-size:1.6rem;margin:.5rem 0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}
.card{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:1rem;display:flex;flex-direction:column;gap:.4rem}
.card a{color:inherit;font-weight:600;text-decoration:none}.card a:hover{text-decoration:underline}.card form{margin-top:auto}
.price{font-variant-numeric:tabular-nums}.quiet{color:var(--quiet);font-size:.85rem}
button,.button{background:var(--accent);color:#fff;border:0;border-radius:.35rem;padding:.45rem .9rem;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}
button.second{background:#fff;color:var(--accent);border:1px solid var(--accent)}
table{width:100%;border-collapse:collapse;background:#fff;border:1px solid var(--line)}th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}tr.total td{font-weight:700}
input,select,textarea{font:inherit;padding:.4rem;border:1px solid #bdb3a5;border-radius:.35rem;width:100%;background:#fff}
input.count{width:5rem}input[type=radio]{width:auto}label{display:block;margin-bottom:.6rem}.fields{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
.notice{background:#fdecea;border:1px solid #e6a8a1;color:#7c1d12;border-radius:.35rem;padding:.6rem .9rem;margin-bottom:1rem}
@media(max-width:40rem){.fields{grid-template-columns:1fr}}
)";

QString money(const Shop &shop, Amount amount) { return amount.toString() + u' ' + shop.settings.currency; }

WebAnswer layout(const Shop &shop, const QString &title, const QString &body, int status = 200)
{
    static const QString frame = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<title>%1 – %2</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body><p class=\"practice\" role=\"note\" "
        "style=\"margin:0\">%3</p>\n"
        "<header><a class=\"name\" href=\"/\">%2</a><a href=\"/basket\">%4</a></header>\n<main>%5</main>\n</body></html>\n");
    WebAnswer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=UTF-8";
    answer.set("Content-Security-Policy", "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Cache-Control", "no-store");
    answer.body =
        frame.arg(h(title), h(shop.settings.name), h(tr("Purser practice store — for rehearsal, nothing is real")), h(tr("Basket")), body).toUtf8();
    return answer;
}

WebAnswer redirect(const QString &where)
{
    WebAnswer answer;
    answer.status = 303;
    answer.contentType = "text/plain; charset=UTF-8";
    answer.set("Location", where.toUtf8());
    return answer;
}

QString notice(const QString &text) { return text.isEmpty() ? QString() : QStringLiteral("<p class=\"notice\" role=\"alert\">%1</p>").arg(h(text)); }

QString titleOf(Shop &shop, const Product &product)
{
    const Product *family = shop.find(product.parent);
    if (!family)
        return product.name;
    QStringList options;
    for (const Attribute &attribute : product.attributes)
        options.append(attribute.options.value(0));
    return family->name + QStringLiteral(" – ") + options.join(QStringLiteral(", "));
}

/// Descriptions may hold markup from anywhere: only its text is shown.
QString textOf(QString description)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return h(description.remove(tags));
}

QString stockText(const Product &product)
{
    if (!product.managesStock)
        return tr("in stock");
    return product.stock > 0 ? tr("%1 in stock").arg(product.stock) : tr("sold out");
}

QString taxText(const Shop &shop) { return shop.settings.pricesIncludeTax ? tr("with tax") : tr("before tax"); }

// ---- the basket: "12.2_15.1" is two of product 12 and one of 15

struct BasketItem {
    Product *product;
    int quantity;
};

std::vector<BasketItem> basketOf(Shop &shop, const WebRequest &request)
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

void setBasket(WebAnswer &answer, const std::vector<BasketItem> &items)
{
    QByteArrayList parts;
    for (const BasketItem &item : items)
        if (item.quantity > 0)
            parts.append(QByteArray::number(item.product->id) + '.' + QByteArray::number(item.quantity));
    answer.set("Set-Cookie", "basket=" + parts.join('_') + "; Path=/; HttpOnly; SameSite=Lax");
}

std::vector<PurchaseItem> purchaseItems(const std::vector<BasketItem> &basket)
{
    std::vector<PurchaseItem> items;
    for (const BasketItem &item : basket)
        items.push_back({item.product->sku, item.quantity});
    return items;
}

// ---- pages

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

WebAnswer catalogue(Shop &shop)
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

WebAnswer missing(const Shop &shop)
{
    return layout(shop, tr("Not here"), QStringLiteral("<h1>%1</h1>").arg(h(tr("This page does not exist."))), 404);
}

WebAnswer productPage(Shop &shop, qint64 id)
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
                       .arg(h(titleOf(shop, *choice)), h(money(shop, Amount::parse(priceOf(*choice)))), h(stockText(*choice)));
    const QString body =
        QStringLiteral("<h1>%1</h1><p>%2</p><p class=\"quiet\">%3 · %4</p><form method=\"post\" action=\"/basket\"><label>%5"
                       "<select name=\"add\">%6</select></label><label>%7 <input class=\"count\" type=\"number\" name=\"quantity\" value=\"1\" "
                       "min=\"1\" max=\"9999\"></label><button>%8</button></form>")
            .arg(h(product->name), textOf(product->description), h(product->sku), h(taxText(shop)), h(tr("Choice")), options, h(tr("Quantity")),
                 h(tr("Add to basket")));
    return layout(shop, product->name, body);
}

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
                    .arg(h(titleOf(shop, *item.product)), h(item.product->sku), h(price.toString()), quantity, h(money(shop, price * item.quantity)));
    }
    return rows;
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

WebAnswer basketPage(Shop &shop, const std::vector<BasketItem> &items)
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

WebAnswer changeBasket(Shop &shop, const WebRequest &request)
{
    const Query form = Query::parse(request.body);
    std::vector<BasketItem> items = basketOf(shop, request);
    if (const qint64 id = form.text(QStringLiteral("add")).toLongLong()) {
        Product *product = shop.find(id);
        const int quantity = std::clamp(form.text(QStringLiteral("quantity"), QStringLiteral("1")).toInt(), 0, mostOfOne);
        const auto known = std::find_if(items.begin(), items.end(), [&](const BasketItem &item) { return item.product->id == id; });
        if (known != items.end())
            known->quantity = std::min(known->quantity + quantity, mostOfOne);
        else if (product && product->type != QLatin1String("variable"))
            items.push_back({product, quantity});
    }
    for (BasketItem &item : items)
        if (const QString text = form.text(QStringLiteral("q%1").arg(item.product->id)); !text.isEmpty())
            item.quantity = std::clamp(text.toInt(), 0, mostOfOne);
    WebAnswer answer = redirect(QStringLiteral("/basket"));
    setBasket(answer, items);
    return answer;
}

struct Field {
    const char *name;
    const char *label;
    QString Address::*member;
    bool required;
};

constexpr Field fields[] = {{"first_name", QT_TRANSLATE_NOOP("PracticeStore", "First name"), &Address::firstName, true},
                            {"last_name", QT_TRANSLATE_NOOP("PracticeStore", "Last name"), &Address::lastName, true},
                            {"company", QT_TRANSLATE_NOOP("PracticeStore", "Company"), &Address::company, false},
                            {"street", QT_TRANSLATE_NOOP("PracticeStore", "Street"), &Address::street, true},
                            {"postcode", QT_TRANSLATE_NOOP("PracticeStore", "Postcode"), &Address::postcode, true},
                            {"city", QT_TRANSLATE_NOOP("PracticeStore", "City"), &Address::city, true},
                            {"email", QT_TRANSLATE_NOOP("PracticeStore", "E-mail"), &Address::email, true},
                            {"phone", QT_TRANSLATE_NOOP("PracticeStore", "Telephone"), &Address::phone, false}};

QString choice(const QString &name, const QString &chosen, const std::vector<std::pair<QString, QString>> &options)
{
    QString html;
    for (const auto &[value, label] : options)
        html +=
            QStringLiteral("<option value=\"%1\"%2>%3</option>").arg(h(value), value == chosen ? QStringLiteral(" selected") : QString(), h(label));
    return QStringLiteral("<select name=\"%1\">%2</select>").arg(name, html);
}

QString addressForm(const Query &form)
{
    QString html;
    for (const Field &field : fields)
        html += QStringLiteral("<label>%1<input name=\"%2\" value=\"%3\" maxlength=\"200\"%4></label>")
                    .arg(h(tr(field.label)), QString::fromLatin1(field.name), h(form.text(QString::fromLatin1(field.name))),
                         field.required ? QStringLiteral(" required") : QString());
    const QString country = choice(QStringLiteral("country"), form.text(QStringLiteral("country")),
                                   {{QStringLiteral("DE"), tr("Germany")},
                                    {QStringLiteral("AT"), tr("Austria")},
                                    {QStringLiteral("CA-QC"), tr("Canada, Quebec")},
                                    {QStringLiteral("US"), tr("United States")}});
    const QString payment = choice(QStringLiteral("payment"), form.text(QStringLiteral("payment")),
                                   {{QStringLiteral("card"), tr("Card (paid at once)")},
                                    {QStringLiteral("bacs"), tr("Bank transfer (on hold until paid)")},
                                    {QStringLiteral("cod"), tr("Cash on delivery")}});
    html += QStringLiteral("<label>%1%2</label><label>%3%4</label><label>%5<input name=\"coupon\" value=\"%6\" maxlength=\"40\"></label>")
                .arg(h(tr("Country")), country, h(tr("Payment")), payment, h(tr("Coupon (try: ten)")), h(form.text(QStringLiteral("coupon"))));
    return html
           + QStringLiteral("<label>%1<textarea name=\"note\" rows=\"2\" maxlength=\"1000\">%2</textarea></label>")
                 .arg(h(tr("Note to the shop")), h(form.text(QStringLiteral("note"))));
}

WebAnswer checkoutPage(Shop &shop, const std::vector<BasketItem> &items, const Query &form, const QString &problem)
{
    if (items.empty())
        return redirect(QStringLiteral("/basket"));
    return layout(shop, tr("Check-out"),
                  QStringLiteral(
                      "<h1>%1</h1>%2%3<form method=\"post\" action=\"/checkout\"><h2>%4</h2><div class=\"fields\">%5</div><button>%6</button></form>")
                      .arg(h(tr("Check-out")), notice(problem), basketTable(shop, items, false), h(tr("Your address")), addressForm(form),
                           h(tr("Place the order (nothing is real)"))),
                  problem.isEmpty() ? 200 : 422);
}

Purchase purchaseOf(const std::vector<BasketItem> &items, const Query &form, QString &problem)
{
    Purchase purchase;
    purchase.items = purchaseItems(items);
    for (const Field &field : fields) {
        purchase.billing.*field.member = form.text(QString::fromLatin1(field.name)).trimmed().left(200);
        if (field.required && (purchase.billing.*field.member).isEmpty() && problem.isEmpty())
            problem = tr("Please fill in: %1.").arg(tr(field.label));
    }
    const QString country = form.text(QStringLiteral("country"), QStringLiteral("DE"));
    purchase.billing.country = country.section(u'-', 0, 0).left(2);
    purchase.billing.state = country.section(u'-', 1);
    purchase.paymentMethod = form.text(QStringLiteral("payment"), QStringLiteral("card"));
    purchase.coupon = form.text(QStringLiteral("coupon")).trimmed();
    purchase.note = form.text(QStringLiteral("note")).left(1000);
    return purchase;
}

WebAnswer checkOut(Shop &shop, const WebRequest &request)
{
    const Query form = Query::parse(request.body);
    const std::vector<BasketItem> items = basketOf(shop, request);
    QString problem;
    const Purchase purchase = purchaseOf(items, form, problem);
    if (!problem.isEmpty() || items.empty())
        return checkoutPage(shop, items, form, problem);
    const auto placed = placeOrder(shop, purchase);
    if (!placed)
        return checkoutPage(shop, items, form, placed.error().text);
    WebAnswer answer = redirect(QStringLiteral("/order/%1?key=%2").arg(*placed).arg(shop.findOrder(*placed)->key));
    setBasket(answer, {});
    return answer;
}

QString amountRow(const QString &label, const QString &amount, bool total = false)
{
    return QStringLiteral("<tr%1><td colspan=\"2\">%2</td><td class=\"number\">%3</td></tr>")
        .arg(total ? QStringLiteral(" class=\"total\"") : QString(), h(label), h(amount));
}

/// The buyer's own page; only who knows the order's key sees it.
WebAnswer thanks(Shop &shop, qint64 id, const QString &key)
{
    const Order *order = shop.findOrder(id);
    if (!order || order->key != key)
        return missing(shop);
    QString rows;
    for (const OrderLine &line : order->lines)
        rows += QStringLiteral("<tr><td>%1</td><td class=\"number\">%2</td><td class=\"number\">%3</td></tr>")
                    .arg(h(line.name), QString::number(line.quantity), h(line.total.toString()));
    for (const FeeLine &line : order->feeLines)
        rows += amountRow(line.name, line.total.toString());
    for (const ShippingLine &line : order->shippingLines)
        rows += amountRow(line.title, line.total.toString());
    const Totals totals = totalsOf(*order);
    if (!totals.discount.isZero())
        rows += amountRow(tr("already taken off: coupon"), totals.discount.toString());
    rows += amountRow(tr("Tax"), totals.tax.toString()) + amountRow(tr("Total"), money(shop, totals.total), true);
    const QString body =
        QStringLiteral("<h1>%1</h1><p>%2</p><table><thead><tr><th>%3</th><th class=\"number\">%4</th><th class=\"number\">%5</th></tr></thead>"
                       "<tbody>%6</tbody></table><p class=\"quiet\">%7</p>")
            .arg(h(tr("Thank you, %1").arg(order->billing.firstName)), h(tr("Order %1 is placed.").arg(order->id)), h(tr("Article")),
                 h(tr("Quantity")), h(tr("Amount before tax")), rows, h(tr("Status: %1").arg(order->status)));
    return layout(shop, tr("Order %1").arg(order->id), body);
}

WebAnswer stylesheet()
{
    WebAnswer answer;
    answer.contentType = "text/css; charset=UTF-8";
    answer.body = style;
    return answer;
}

} // namespace

WebAnswer shopPage(Shop &shop, const WebRequest &request)
{
    const QList<QByteArray> path = request.path.mid(1).split('/');
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && request.method != "POST")
        return layout(shop, tr("Not possible"), {}, 405);
    if (request.path == "/basket")
        return reads ? basketPage(shop, basketOf(shop, request)) : changeBasket(shop, request);
    if (request.path == "/checkout")
        return reads ? checkoutPage(shop, basketOf(shop, request), {}, {}) : checkOut(shop, request);
    if (!reads)
        return missing(shop);
    if (request.path == "/")
        return catalogue(shop);
    if (request.path == "/style.css")
        return stylesheet();
    if (path.value(0) == "product" && path.size() == 2)
        return productPage(shop, path[1].toLongLong());
    if (path.value(0) == "order" && path.size() == 2)
        return thanks(shop, path[1].toLongLong(), request.query.text(QStringLiteral("key")));
    return missing(shop);
}

} // namespace channels::practicestore
