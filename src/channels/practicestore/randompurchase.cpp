#include "channels/practicestore/shop.h"

namespace channels::practicestore {
namespace {

struct Town {
    const char *postcode;
    const char *city;
    const char *state;
    const char *country;
};

constexpr Town towns[] = {{"10115", "Berlin", "DE-BE", "DE"}, {"20095", "Hamburg", "DE-HH", "DE"}, {"80331", "München", "DE-BY", "DE"},
                          {"50667", "Köln", "DE-NW", "DE"},   {"04109", "Leipzig", "DE-SN", "DE"}, {"1010", "Wien", "", "AT"},
                          {"5020", "Salzburg", "", "AT"},     {"H2X 1Y4", "Montréal", "QC", "CA"}, {"94105", "San Francisco", "CA", "US"}};
constexpr const char *firstNames[] = {"Jörg", "Ayşe", "Łukasz", "Chloë", "Mehmet", "Sofia", "Ole", "Nguyễn", "Beatriz", "Uwe"};
constexpr const char *lastNames[] = {"Groß", "Yılmaz", "Wójcik", "O’Connor", "D’Angelo", "Schmidt-Rottluff", "Bø", "Thị", "Araújo", "Meyer"};
constexpr const char *companies[] = {"", "", "", "Kaffee & Kuchen OHG", "Tee <Kontor> GmbH", "\"Die Rösterei\" e.K."};
constexpr const char *notes[] = {
    "", "", "", "", "Please ring twice 🔔", "Bitte beim Nachbarn abgeben – danke!\nHinterhaus, 2. Stock", "☕☕☕ & cookies?"};

template <size_t size> QString one(Shop &shop, const char *const (&texts)[size]) { return QString::fromUtf8(texts[shop.dice(int(size))]); }

Address stranger(Shop &shop)
{
    const Town &town = towns[shop.dice(int(std::size(towns)))];
    Address address;
    address.firstName = one(shop, firstNames);
    address.lastName = one(shop, lastNames);
    address.company = one(shop, companies);
    address.street = QStringLiteral("Straße des Handels %1").arg(1 + shop.dice(99));
    address.postcode = QString::fromUtf8(town.postcode);
    address.city = QString::fromUtf8(town.city);
    address.state = QString::fromUtf8(town.state);
    address.country = QString::fromUtf8(town.country);
    address.email = QStringLiteral("guest%1@example.org").arg(1000 + shop.dice(9000));
    address.phone = QStringLiteral("+49 30 5550%1").arg(100 + shop.dice(900));
    return address;
}

/// Different articles that can be bought in this number.
std::vector<PurchaseItem> basket(Shop &shop)
{
    std::vector<const Product *> articles;
    for (const auto &[id, product] : shop.products) {
        const bool rare = product.sku.startsWith(QLatin1String("LOCAL-"));
        const bool there = !product.managesStock || product.stock > 0 || product.backorders != QLatin1String("no");
        if (product.type != QLatin1String("variable") && product.status == QLatin1String("publish") && there && !priceOf(product).isEmpty()
            && (!rare || shop.dice(10) == 0))
            articles.push_back(&product);
    }
    std::vector<PurchaseItem> items;
    for (int wanted = 1 + shop.dice(5); wanted > 0 && !articles.empty(); --wanted) {
        const auto chosen = articles.begin() + shop.dice(int(articles.size()));
        const int most = (*chosen)->managesStock ? std::max((*chosen)->stock, 1) : 100;
        items.push_back({(*chosen)->sku, std::min(most, shop.dice(8) == 0 ? 12 : 1 + shop.dice(3))});
        articles.erase(chosen);
    }
    return items;
}

} // namespace

void fillShelves(Shop &shop)
{
    constexpr int nearlyOut = 60; // five rows of a dozen
    for (auto &[id, product] : shop.products)
        if (product.managesStock && product.stock < nearlyOut) {
            product.stock += 100;
            shop.touch(product);
        }
}

Purchase randomPurchase(Shop &shop)
{
    Purchase purchase;
    purchase.items = basket(shop);
    if (!shop.customers.empty() && shop.dice(10) < 4) {
        const auto buyer = std::next(shop.customers.begin(), shop.dice(int(shop.customers.size())));
        purchase.customer = buyer->first;
        purchase.billing = buyer->second.address;
    } else {
        purchase.billing = stranger(shop);
    }
    if (shop.dice(8) == 0) { // a present: same country, so that the tax is the buyer's
        purchase.shipping = stranger(shop);
        purchase.shipping->country = purchase.billing.country;
        purchase.shipping->state = purchase.billing.state;
        purchase.shipping->email.clear();
    }
    if (!shop.coupons.empty() && shop.dice(5) == 0)
        purchase.coupon = shop.coupons[size_t(shop.dice(int(shop.coupons.size())))].code;
    const int payment = shop.dice(10);
    purchase.paymentMethod = payment < 6 ? QStringLiteral("card") : payment < 8 ? QStringLiteral("bacs") : QStringLiteral("cod");
    if (purchase.paymentMethod == QLatin1String("cod")) {
        purchase.feeName = QStringLiteral("Cash on delivery");
        purchase.fee = Amount::cents(390);
    } else if (shop.dice(12) == 0) {
        purchase.feeName = QStringLiteral("Regular customer");
        purchase.fee = Amount::cents(-150);
    }
    purchase.note = one(shop, notes);
    return purchase;
}

} // namespace channels::practicestore
