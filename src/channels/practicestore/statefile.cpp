#include "channels/practicestore/statefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace channels::practicestore {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("PracticeStore", text); }

/// What is kept of a thing: each member and its name, said once for writing and reading.
template <class T> struct Kept;

template <> struct Kept<Meta> {
    static constexpr std::tuple members{std::pair{"id", &Meta::id}, std::pair{"key", &Meta::key}, std::pair{"value", &Meta::value}};
};
template <> struct Kept<Address> {
    static constexpr std::tuple members{
        std::pair{"first_name", &Address::firstName}, std::pair{"last_name", &Address::lastName}, std::pair{"company", &Address::company},
        std::pair{"street", &Address::street},        std::pair{"street2", &Address::street2},    std::pair{"city", &Address::city},
        std::pair{"state", &Address::state},          std::pair{"postcode", &Address::postcode},  std::pair{"country", &Address::country},
        std::pair{"email", &Address::email},          std::pair{"phone", &Address::phone}};
};
template <> struct Kept<Image> {
    static constexpr std::tuple members{std::pair{"id", &Image::id}, std::pair{"source", &Image::source}, std::pair{"name", &Image::name},
                                        std::pair{"description", &Image::description}, std::pair{"created_at", &Image::createdAt}};
};
template <> struct Kept<Attribute> {
    static constexpr std::tuple members{std::pair{"name", &Attribute::name}, std::pair{"options", &Attribute::options}};
};
template <> struct Kept<Product> {
    static constexpr std::tuple members{std::pair{"id", &Product::id},
                                        std::pair{"parent", &Product::parent},
                                        std::pair{"type", &Product::type},
                                        std::pair{"status", &Product::status},
                                        std::pair{"name", &Product::name},
                                        std::pair{"sku", &Product::sku},
                                        std::pair{"description", &Product::description},
                                        std::pair{"short_description", &Product::shortDescription},
                                        std::pair{"regular_price", &Product::regularPrice},
                                        std::pair{"sale_price", &Product::salePrice},
                                        std::pair{"tax_class", &Product::taxClass},
                                        std::pair{"tax_status", &Product::taxStatus},
                                        std::pair{"manages_stock", &Product::managesStock},
                                        std::pair{"stock", &Product::stock},
                                        std::pair{"backorders", &Product::backorders},
                                        std::pair{"weight", &Product::weight},
                                        std::pair{"barcode", &Product::barcode},
                                        std::pair{"categories", &Product::categories},
                                        std::pair{"images", &Product::images},
                                        std::pair{"attributes", &Product::attributes},
                                        std::pair{"meta", &Product::meta},
                                        std::pair{"created_at", &Product::createdAt},
                                        std::pair{"modified_at", &Product::modifiedAt},
                                        std::pair{"sold", &Product::sold}};
};
template <> struct Kept<TaxShare> {
    static constexpr std::tuple members{std::pair{"rate", &TaxShare::rate}, std::pair{"total", &TaxShare::total},
                                        std::pair{"subtotal", &TaxShare::subtotal}};
};
template <> struct Kept<OrderLine> {
    static constexpr std::tuple members{std::pair{"id", &OrderLine::id},
                                        std::pair{"product", &OrderLine::product},
                                        std::pair{"variation", &OrderLine::variation},
                                        std::pair{"name", &OrderLine::name},
                                        std::pair{"family_name", &OrderLine::familyName},
                                        std::pair{"sku", &OrderLine::sku},
                                        std::pair{"barcode", &OrderLine::barcode},
                                        std::pair{"choices", &OrderLine::choices},
                                        std::pair{"quantity", &OrderLine::quantity},
                                        std::pair{"tax_class", &OrderLine::taxClass},
                                        std::pair{"subtotal", &OrderLine::subtotal},
                                        std::pair{"total", &OrderLine::total},
                                        std::pair{"taxes", &OrderLine::taxes},
                                        std::pair{"stock_taken", &OrderLine::stockTaken},
                                        std::pair{"restocked", &OrderLine::restocked},
                                        std::pair{"refund_of", &OrderLine::refundOf}};
};
template <> struct Kept<ShippingLine> {
    static constexpr std::tuple members{std::pair{"id", &ShippingLine::id},
                                        std::pair{"title", &ShippingLine::title},
                                        std::pair{"method", &ShippingLine::method},
                                        std::pair{"instance", &ShippingLine::instance},
                                        std::pair{"total", &ShippingLine::total},
                                        std::pair{"taxes", &ShippingLine::taxes},
                                        std::pair{"refund_of", &ShippingLine::refundOf}};
};
template <> struct Kept<FeeLine> {
    static constexpr std::tuple members{std::pair{"id", &FeeLine::id},
                                        std::pair{"name", &FeeLine::name},
                                        std::pair{"tax_class", &FeeLine::taxClass},
                                        std::pair{"taxable", &FeeLine::taxable},
                                        std::pair{"total", &FeeLine::total},
                                        std::pair{"taxes", &FeeLine::taxes},
                                        std::pair{"refund_of", &FeeLine::refundOf}};
};
template <> struct Kept<CouponLine> {
    static constexpr std::tuple members{std::pair{"id", &CouponLine::id},
                                        std::pair{"code", &CouponLine::code},
                                        std::pair{"type", &CouponLine::type},
                                        std::pair{"nominal", &CouponLine::nominal},
                                        std::pair{"discount", &CouponLine::discount},
                                        std::pair{"discount_tax", &CouponLine::discountTax}};
};
template <> struct Kept<TaxLine> {
    static constexpr std::tuple members{std::pair{"id", &TaxLine::id}, std::pair{"rate", &TaxLine::rate}};
};
template <> struct Kept<Refund> {
    static constexpr std::tuple members{std::pair{"id", &Refund::id},
                                        std::pair{"created_at", &Refund::createdAt},
                                        std::pair{"reason", &Refund::reason},
                                        std::pair{"amount", &Refund::amount},
                                        std::pair{"paid_back", &Refund::paidBack},
                                        std::pair{"lines", &Refund::lines},
                                        std::pair{"shipping_lines", &Refund::shippingLines},
                                        std::pair{"fee_lines", &Refund::feeLines},
                                        std::pair{"tax_lines", &Refund::taxLines},
                                        std::pair{"meta", &Refund::meta}};
};
template <> struct Kept<Note> {
    static constexpr std::tuple members{std::pair{"id", &Note::id}, std::pair{"created_at", &Note::createdAt}, std::pair{"text", &Note::text},
                                        std::pair{"to_customer", &Note::toCustomer}};
};
template <> struct Kept<Fulfilment> {
    static constexpr std::tuple members{std::pair{"id", &Fulfilment::id}, std::pair{"status", &Fulfilment::status},
                                        std::pair{"done", &Fulfilment::done}, std::pair{"updated_at", &Fulfilment::updatedAt},
                                        std::pair{"meta", &Fulfilment::meta}};
};
template <> struct Kept<Order> {
    static constexpr std::tuple members{std::pair{"id", &Order::id},
                                        std::pair{"status", &Order::status},
                                        std::pair{"currency", &Order::currency},
                                        std::pair{"prices_include_tax", &Order::pricesIncludeTax},
                                        std::pair{"created_at", &Order::createdAt},
                                        std::pair{"modified_at", &Order::modifiedAt},
                                        std::pair{"completed_at", &Order::completedAt},
                                        std::pair{"paid_at", &Order::paidAt},
                                        std::pair{"customer", &Order::customer},
                                        std::pair{"key", &Order::key},
                                        std::pair{"billing", &Order::billing},
                                        std::pair{"shipping", &Order::shipping},
                                        std::pair{"payment_method", &Order::paymentMethod},
                                        std::pair{"payment_title", &Order::paymentTitle},
                                        std::pair{"transaction", &Order::transaction},
                                        std::pair{"via", &Order::via},
                                        std::pair{"customer_note", &Order::customerNote},
                                        std::pair{"meta", &Order::meta},
                                        std::pair{"lines", &Order::lines},
                                        std::pair{"shipping_lines", &Order::shippingLines},
                                        std::pair{"fee_lines", &Order::feeLines},
                                        std::pair{"coupon_lines", &Order::couponLines},
                                        std::pair{"tax_lines", &Order::taxLines},
                                        std::pair{"refunds", &Order::refunds},
                                        std::pair{"notes", &Order::notes},
                                        std::pair{"fulfilments", &Order::fulfilments},
                                        std::pair{"stock_taken", &Order::stockTaken}};
};
/// The counters of the shop itself.
template <> struct Kept<Shop> {
    static constexpr std::tuple members{std::pair{"last_id", &Shop::lastId},
                                        std::pair{"last_item_id", &Shop::lastItemId},
                                        std::pair{"last_meta_id", &Shop::lastMetaId},
                                        std::pair{"last_note_id", &Shop::lastNoteId},
                                        std::pair{"last_fulfilment_id", &Shop::lastFulfilmentId},
                                        std::pair{"categories", &Shop::categories}};
};

Json keep(const QString &value) { return value; }
Json keep(const QStringList &value) { return value; }
Json keep(bool value) { return value; }
Json keep(int value) { return value; }
Json keep(qint64 value) { return value; }
Json keep(Amount value) { return value.millionths; }
Json keep(Instant value) { return value.micros; }
Json keep(const Json &value) { return value; }
void restore(const Json &json, QString &value) { value = json.text(); }
void restore(const Json &json, QStringList &value)
{
    for (const Json &item : json.items())
        value.append(item.text());
}
void restore(const Json &json, bool &value) { value = json.toBool(); }
void restore(const Json &json, int &value) { value = int(json.toInteger()); }
void restore(const Json &json, qint64 &value) { value = json.toInteger(); }
void restore(const Json &json, Amount &value) { value.millionths = json.toInteger(); }
void restore(const Json &json, Instant &value) { value.micros = json.toInteger(); }
void restore(const Json &json, Json &value) { value = json; }

template <class T> Json keep(const std::vector<T> &list);
template <class T> void restore(const Json &json, std::vector<T> &list);

template <class T>
requires requires { Kept<T>::members; }
Json keep(const T &thing)
{
    Json json = Json::object();
    std::apply([&](const auto &...member) { (json.set(QString::fromLatin1(member.first), keep(thing.*member.second)), ...); }, Kept<T>::members);
    return json;
}

template <class T>
requires requires { Kept<T>::members; }
void restore(const Json &json, T &thing)
{
    std::apply([&](const auto &...member) { (restore(json[member.first], thing.*member.second), ...); }, Kept<T>::members);
}

template <class T> Json keep(const std::vector<T> &list)
{
    JsonArray items;
    for (const T &item : list)
        items.push_back(keep(item));
    return items;
}

template <class T> void restore(const Json &json, std::vector<T> &list)
{
    for (const Json &item : json.items())
        restore(item, list.emplace_back());
}

QByteArray line(const char *kind, Json json) { return Json::object({{kind, std::move(json)}}).toJson() + '\n'; }

/// A thing that is not there any more is written as its bare number.
template <class T> QByteArray lineOf(const char *kind, const std::map<qint64, T> &things, qint64 id)
{
    const auto found = things.find(id);
    return line(kind, found == things.end() ? Json(id) : keep(found->second));
}

template <class T> void take(std::map<qint64, T> &things, const Json &json)
{
    if (!json.isObject()) {
        things.erase(json.toInteger());
        return;
    }
    T thing;
    restore(json, thing);
    things[thing.id] = std::move(thing);
}

Error trouble(const QString &path, const QString &why)
{
    return {Error::Kind::Fault, QStringLiteral("state_file"), tr("The store's file %1 cannot be used: %2").arg(path, why), {}};
}

} // namespace

StateFile::~StateFile()
{
    if (m_file >= 0)
        close(m_file);
}

bool StateFile::isThere() const { return QFile::exists(m_path); }

Result<> StateFile::load(Shop &shop) const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly))
        return trouble(m_path, file.errorString());
    shop.products.clear();
    shop.orders.clear();
    while (!file.atEnd()) {
        const QByteArray text = file.readLine();
        const auto json = Json::parse(text);
        if (!json && !text.endsWith('\n'))
            break; // cut off while it was written
        if (!json)
            return trouble(m_path, json.error().text);
        if (json->contains(u"product"))
            take(shop.products, (*json)["product"]);
        if (json->contains(u"order"))
            take(shop.orders, (*json)["order"]);
        if (json->contains(u"numbers")) {
            shop.categories.clear();
            restore((*json)["numbers"], shop);
        }
    }
    return Done{};
}

Result<> StateFile::rewrite(const Shop &shop)
{
    QSaveFile file(m_path);
    if (!file.open(QFile::WriteOnly))
        return trouble(m_path, file.errorString());
    file.write(line("numbers", keep(shop)));
    for (const auto &[id, product] : shop.products)
        file.write(line("product", keep(product)));
    for (const auto &[id, order] : shop.orders)
        file.write(line("order", keep(order)));
    if (!file.commit())
        return trouble(m_path, file.errorString());
    m_file = open(QFile::encodeName(m_path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (m_file < 0)
        return trouble(m_path, qt_error_string(errno));
    return Done{};
}

Result<> StateFile::append(Shop &shop)
{
    if (shop.changedProducts.empty() && shop.changedOrders.empty())
        return Done{};
    QByteArray text = line("numbers", keep(shop));
    for (const qint64 id : shop.changedProducts)
        text += lineOf("product", shop.products, id);
    for (const qint64 id : shop.changedOrders)
        text += lineOf("order", shop.orders, id);
    if (write(m_file, text.constData(), size_t(text.size())) != text.size() || fdatasync(m_file) != 0)
        return trouble(m_path, qt_error_string(errno));
    shop.changedProducts.clear();
    shop.changedOrders.clear();
    return Done{};
}

} // namespace channels::practicestore
