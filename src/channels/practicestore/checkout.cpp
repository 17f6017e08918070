#include "channels/practicestore/basket.h"
#include "channels/practicestore/html.h"

#include <QCoreApplication>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

std::vector<PurchaseItem> purchaseItems(const std::vector<BasketItem> &basket)
{
    std::vector<PurchaseItem> items;
    for (const BasketItem &item : basket)
        items.push_back({item.product->sku, item.quantity});
    return items;
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

QString addressForm(const web::Fields &form)
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

Purchase purchaseOf(const std::vector<BasketItem> &items, const web::Fields &form, QString &problem)
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

QString amountRow(const QString &label, const QString &amount, bool total = false)
{
    return QStringLiteral("<tr%1><td colspan=\"2\">%2</td><td class=\"number\">%3</td></tr>")
        .arg(total ? QStringLiteral(" class=\"total\"") : QString(), h(label), h(amount));
}

} // namespace

web::Response checkoutPage(Shop &shop, const std::vector<BasketItem> &items, const web::Fields &form, const QString &problem)
{
    if (items.empty())
        return web::Response::redirect(QStringLiteral("/basket"));
    return layout(shop, tr("Check-out"),
                  QStringLiteral(
                      "<h1>%1</h1>%2%3<form method=\"post\" action=\"/checkout\"><h2>%4</h2><div class=\"fields\">%5</div><button>%6</button></form>")
                      .arg(h(tr("Check-out")), notice(problem), basketTable(shop, items, false), h(tr("Your address")), addressForm(form),
                           h(tr("Place the order (nothing is real)"))),
                  problem.isEmpty() ? 200 : 422);
}

web::Response checkOut(Shop &shop, const web::Request &request)
{
    const auto form = web::readForm(request);
    if (!form)
        return unreadable(shop, form.error());
    const std::vector<BasketItem> items = basketOf(shop, request);
    QString problem;
    const Purchase purchase = purchaseOf(items, form->fields, problem);
    if (!problem.isEmpty() || items.empty())
        return checkoutPage(shop, items, form->fields, problem);
    const auto placed = placeOrder(shop, purchase);
    if (!placed)
        return checkoutPage(shop, items, form->fields, placed.error().text);
    web::Response answer = web::Response::redirect(QStringLiteral("/order/%1?key=%2").arg(*placed).arg(shop.findOrder(*placed)->key));
    setBasket(answer, {});
    return answer;
}

web::Response thanksPage(Shop &shop, qint64 id, const QString &key)
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

} // namespace channels::practicestore
