#include "orders.h"

#include "company.h"

namespace bench {
namespace {

/// A number that looks drawn by lot and is the same in every run.
quint64 lot(qint64 number, quint64 salt)
{
    quint64 x = quint64(number) * 0x9e3779b97f4a7c15ULL + salt * 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 31;
    x *= 0x94d049bb133111ebULL;
    return x ^ x >> 29;
}

QByteArray cents(qint64 amount) { return Money(amount, Eur).toString().toLatin1(); }
qint64 taxOnCents(qint64 net) { return (net * 19 + 50) / 100; }

QByteArray taxes(qint64 tax) { return R"("taxes":[{"id":1,"total":")" + cents(tax) + R"(","subtotal":")" + cents(tax) + R"("}])"; }

struct Sums {
    qint64 net = 0;
    qint64 tax = 0;
};

QByteArray goods(qint64 order, int line, Sums &sums)
{
    const int product = int((lot(order, 1) + quint64(line) * 1'667) % products); // three different ones
    const int units = 1 + int(lot(order, 10 + quint64(line)) % 6);
    const qint64 net = qint64(units) * priceOf(product), tax = taxOnCents(net);
    sums.net += net;
    sums.tax += tax;
    const QByteArray id = QByteArray::number(order * 10 + line), sku = skuOf(product).toLatin1(), count = QByteArray::number(units);
    return R"({"id":)" + id + R"(,"name":"Enamel mug, glaze )" + QByteArray::number(product) + R"(","product_id":)" + QByteArray::number(product + 1)
           + R"(,"variation_id":0,"quantity":)" + count + R"(,"tax_class":"","subtotal":")" + cents(net) + R"(","subtotal_tax":")" + cents(tax)
           + R"(","total":")" + cents(net) + R"(","total_tax":")" + cents(tax) + R"(",)" + taxes(tax) + R"(,"meta_data":[{"id":)" + id
           + R"(,"key":"_reduced_stock","value":")" + count + R"(","display_key":"_reduced_stock","display_value":")" + count + R"("}],"sku":")" + sku
           + R"(","global_unique_id":"","price":)" + cents(priceOf(product)) + R"(,"image":{"id":"","src":""},"parent_name":null})";
}

QByteArray address(int customer, bool withMail)
{
    const QByteArray number = QByteArray::number(customer);
    return R"({"first_name":"Mira","last_name":"Okonkwo-)" + number + R"(","company":"Kitchen Corner )" + number
           + R"( GmbH","address_1":"Ringstraße )" + number + R"(","address_2":"","city":"Kassel","state":"DE-HE","postcode":"34117","country":"DE",)"
           + (withMail ? R"("email":")" + emailOf(customer).toLatin1() + R"(",)" : QByteArray()) + R"("phone":"+49 561 )" + number + R"("})";
}

} // namespace

QByteArray payload(qint64 number)
{
    Sums sums;
    QByteArray lines;
    for (int line = 1; line <= 3; ++line)
        lines += (line > 1 ? "," : "") + goods(number, line, sums);
    constexpr qint64 shipping = 490;
    const qint64 shippingTax = taxOnCents(shipping);
    const QByteArray id = QByteArray::number(number + 1), time = timeOf(number).toString().toLatin1().left(19);
    const int customer = int(lot(number, 2) % customers);
    QByteArray text = R"({"id":)" + id + R"(,"parent_id":0,"status":"processing","currency":"EUR","version":"9.4.2","prices_include_tax":false,)";
    text += R"("date_created":")" + time + R"(","date_modified":")" + time + R"(","discount_total":"0.00","discount_tax":"0.00",)";
    text += R"("shipping_total":")" + cents(shipping) + R"(","shipping_tax":")" + cents(shippingTax) + R"(","cart_tax":")" + cents(sums.tax)
            + R"(","total":")" + cents(sums.net + sums.tax + shipping + shippingTax) + R"(","total_tax":")" + cents(sums.tax + shippingTax);
    text +=
        R"(","customer_id":)" + QByteArray::number(customer + 1) + R"(,"order_key":"wc_order_)" + QByteArray::number(lot(number, 3), 36) + R"(",)";
    text += R"("billing":)" + address(customer, true) + R"(,"shipping":)" + address(customer, false);
    text += R"(,"payment_method":"card","payment_method_title":"Card","transaction_id":"ch_)" + QByteArray::number(lot(number, 4), 16)
            + R"(","customer_ip_address":"127.0.0.1","customer_user_agent":"","created_via":"checkout","customer_note":"","date_completed":null,)";
    text += R"("date_paid":")" + time + R"(","cart_hash":")" + QByteArray::number(lot(number, 5), 16) + QByteArray::number(lot(number, 6), 16)
            + R"(","number":")" + id + R"(","meta_data":[{"id":)" + id + R"(1,"key":"is_vat_exempt","value":"no"}],"line_items":[)" + lines;
    text += R"(],"tax_lines":[{"id":)" + id + R"(2,"rate_code":"DE-VAT-1","rate_id":1,"label":"VAT","compound":false,"tax_total":")" + cents(sums.tax)
            + R"(","shipping_tax_total":")" + cents(shippingTax) + R"(","rate_percent":19,"meta_data":[]}],)";
    text += R"("shipping_lines":[{"id":)" + id + R"(3,"method_title":"Parcel","method_id":"flat_rate","instance_id":"1","total":")" + cents(shipping)
            + R"(","total_tax":")" + cents(shippingTax) + R"(",)" + taxes(shippingTax) + R"(,"tax_status":"taxable","meta_data":[]}],)";
    text += R"("fee_lines":[],"coupon_lines":[],"refunds":[],"payment_url":"","is_editable":false,"needs_payment":false,"needs_processing":true,)";
    text += R"("date_created_gmt":")" + time + R"(","date_modified_gmt":")" + time + R"(","date_completed_gmt":null,"date_paid_gmt":")" + time
            + R"(","currency_symbol":"€"})";
    return text;
}

} // namespace bench
