#include "channels/practicestore/shop.h"

#include "channels/practicestore/catalogue.h"

namespace channels::practicestore {

Product *Shop::find(qint64 product)
{
    const auto found = products.find(product);
    return found == products.end() ? nullptr : &found->second;
}

Order *Shop::findOrder(qint64 order)
{
    const auto found = orders.find(order);
    return found == orders.end() ? nullptr : &found->second;
}

Product *Shop::productWithSku(const QString &sku)
{
    for (auto &[id, product] : products)
        if (product.sku == sku && product.status != QLatin1String("trash"))
            return &product;
    return nullptr;
}

std::vector<Product *> Shop::variationsOf(qint64 product)
{
    std::vector<Product *> variations;
    for (auto &[id, each] : products)
        if (each.parent == product && each.status != QLatin1String("trash"))
            variations.push_back(&each);
    return variations;
}

void Shop::touch(Product &product)
{
    product.modifiedAt = now();
    changedProducts.insert(product.id);
}

void Shop::touch(Order &order)
{
    order.modifiedAt = now();
    changedOrders.insert(order.id);
}

static QString word(const char *text) { return QString::fromUtf8(text); }

/// The catalogue's prices are before tax; a shop whose prices include it shows them with its own country's.
static QString shownPrice(const Shop &shop, const QString &price, const QString &taxClass)
{
    if (!shop.settings.pricesIncludeTax)
        return price;
    Address home;
    home.country = shop.settings.country;
    const Amount net = Amount::parse(price);
    return (net + sum(taxesOn(net, ratesFor(shop, home, taxClass), true))).toString();
}

static Product &add(Shop &shop, Product product)
{
    product.id = ++shop.lastId;
    product.createdAt = shop.now();
    for (const QString &category : product.categories)
        if (!shop.categories.contains(category))
            shop.categories.append(category);
    Product &kept = shop.products.emplace(product.id, std::move(product)).first->second;
    shop.touch(kept);
    return kept;
}

static QString taxClassOf(const char *text) { return qstrcmp(text, "reduced") == 0 ? QStringLiteral("reduced-rate") : QString(); }

static std::vector<Attribute> choicesOf(const char *text)
{
    std::vector<Attribute> choices;
    for (const QString &choice : word(text).split(u'|', Qt::SkipEmptyParts))
        choices.push_back({choice.section(u'=', 0, 0), {choice.section(u'=', 1)}});
    return choices;
}

static void offer(Product &family, const std::vector<Attribute> &choices)
{
    for (const Attribute &choice : choices) {
        auto known =
            std::find_if(family.attributes.begin(), family.attributes.end(), [&](const Attribute &each) { return each.name == choice.name; });
        if (known == family.attributes.end())
            family.attributes.push_back(choice);
        else if (!known->options.contains(choice.options.first()))
            known->options.append(choice.options.first());
    }
}

static void addCatalogue(Shop &shop)
{
    std::map<QString, qint64> families;
    for (const CatalogueFamily &family : catalogueFamilies()) {
        Product product;
        product.type = QStringLiteral("variable");
        product.name = word(family.name);
        product.sku = word(family.sku);
        product.description = QStringLiteral("<p>%1</p>").arg(word(family.description));
        product.taxClass = taxClassOf(family.taxClass);
        product.categories = {word(family.category)};
        families[word(family.sku)] = add(shop, std::move(product)).id;
    }
    for (const CatalogueItem &item : catalogue()) {
        Product product;
        product.type = item.family[0] ? QStringLiteral("variation") : QStringLiteral("simple");
        product.sku = word(item.sku);
        product.taxClass = taxClassOf(item.taxClass);
        product.regularPrice = shownPrice(shop, word(item.price), product.taxClass);
        product.managesStock = true;
        product.stock = item.stock;
        product.weight = word(item.weight);
        product.barcode = word(item.barcode);
        if (item.family[0]) {
            product.parent = families.at(word(item.family));
            product.attributes = choicesOf(item.choice);
            offer(shop.products.at(product.parent), product.attributes);
        } else {
            product.name = word(item.name);
            product.description = QStringLiteral("<p>%1</p>").arg(word(item.description));
            product.categories = {word(item.category)};
        }
        add(shop, std::move(product));
    }
}

/// Two articles that somebody entered in the shop alone: no back office knows their SKU.
static void addLocalArticles(Shop &shop)
{
    for (const auto &[sku, name, price] :
         {std::tuple{"LOCAL-TASTING", "Tasting box ☕ 5 × 50 g", "12.90"}, std::tuple{"LOCAL-COURSE", "Latte art course, Saturday", "69.00"}}) {
        Product product;
        product.type = QStringLiteral("simple");
        product.sku = word(sku);
        product.name = word(name);
        product.regularPrice = shownPrice(shop, word(price), {});
        product.managesStock = true;
        product.stock = 500;
        product.categories = {QStringLiteral("Only here")};
        add(shop, std::move(product));
    }
}

static Address address(const char *first, const char *last, const char *company, const char *street, const char *postcode, const char *city,
                       const char *state, const char *country, const char *email)
{
    Address result;
    result.firstName = word(first);
    result.lastName = word(last);
    result.company = word(company);
    result.street = word(street);
    result.postcode = word(postcode);
    result.city = word(city);
    result.state = word(state);
    result.country = word(country);
    result.email = word(email);
    result.phone = QStringLiteral("+49 30 5550100");
    return result;
}

static void addCustomers(Shop &shop)
{
    qint64 id = 1; // the first user of a shop is its owner
    for (const Address &each :
         {address("Käthe", "Müller", "Café Müller & Töchter", "Hauptstraße 1", "80331", "München", "DE-BY", "DE", "kaethe@mueller.example"),
          address("Arun", "Nair", "Third Wave Roasters GmbH", "Spinnereistr. 7", "04179", "Leipzig", "DE-SN", "DE", "arun@thirdwave.example"),
          address("Lena", "Hofer", "Hofer Gastro KG", "Mariahilfer Straße 88", "1070", "Wien", "", "AT", "lena@hofer.example"),
          address("Jean-Luc", "Tremblay", "Brûlerie du Nord inc.", "1200 rue Sainte-Catherine", "H3B 1A1", "Montréal", "QC", "CA",
                  "jl@brulerie.example"),
          address("Grace", "O’Neill", "Office Perks", "5 Market Street", "94105", "San Francisco", "CA", "US", "grace@officeperks.example"),
          address("Zoë", "van Dijk", "", "Kanalstraat 3", "10115", "Berlin", "DE-BE", "DE", "zoe@example.org")}) {
        ++id;
        shop.customers[id] = {id, each.email.section(u'@', 0, 0), each, shop.now()};
    }
}

void stock(Shop &shop)
{
    auto rate = [&, id = qint64(0)](const char *country, const char *state, const char *percent, const char *name, int priority,
                                    const char *taxClass) mutable {
        shop.taxRates.push_back({++id, word(country), word(state), word(percent), word(name), priority, word(taxClass), true});
    };
    rate("DE", "", "19.0000", "MwSt 19%", 1, "");
    rate("DE", "", "7.0000", "MwSt 7%", 1, "reduced-rate");
    rate("AT", "", "20.0000", "USt 20%", 1, "");
    rate("AT", "", "10.0000", "USt 10%", 1, "reduced-rate");
    rate("CA", "", "5.0000", "GST", 1, "");
    rate("CA", "QC", "9.9750", "QST", 2, "");
    rate("US", "", "0.0000", "No tax", 1, "");
    shop.coupons = {{QStringLiteral("ten"), QStringLiteral("percent"), Amount::cents(1000)},
                    {QStringLiteral("welcome5"), QStringLiteral("fixed_cart"), Amount::cents(500)}};
    addCatalogue(shop);
    addLocalArticles(shop);
    addCustomers(shop);
}

} // namespace channels::practicestore
