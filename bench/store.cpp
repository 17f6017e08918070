// bench-store PRODUCTS ORDERS: the practice store with so many products of the measured company and so many orders of its customers, one every thirty
// seconds until now. Prints its address when it serves, and serves until it is killed.

#include "channels/practicestore/practicestore.h"
#include "company.h"

#include <QCoreApplication>
#include <atomic>
#include <cstdio>

namespace store = channels::practicestore;

namespace {

store::Product productOf(int number)
{
    store::Product product;
    product.type = QStringLiteral("simple");
    product.sku = bench::skuOf(number);
    product.name = bench::nameOf(number);
    product.regularPrice = Money(bench::priceOf(number), Eur).toString();
    product.barcode = bench::barcodeOf(number);
    product.managesStock = true;
    product.stock = 10'000'000; // as the company has it
    return product;
}

store::Purchase purchaseOf(int number)
{
    const int buyer = number * 7 % bench::customers;
    store::Purchase purchase;
    for (int line = 0; line < 3; ++line) // three different ones
        purchase.items.push_back({bench::skuOf((number * 13 + line * 331) % 1'000), 1 + (number + line) % 6});
    purchase.customer = buyer + 1;
    store::Address &billing = purchase.billing;
    billing.firstName = QStringLiteral("Mira");
    billing.lastName = QStringLiteral("Okonkwo-%1").arg(buyer);
    billing.company = QStringLiteral("Kitchen Corner %1 GmbH").arg(buyer);
    billing.street = QStringLiteral("Ringstraße %1").arg(buyer);
    billing.city = QStringLiteral("Kassel");
    billing.postcode = QStringLiteral("34117");
    billing.country = QStringLiteral("DE");
    billing.email = bench::emailOf(buyer);
    purchase.paymentMethod = QStringLiteral("card");
    return purchase;
}

void fill(store::Shop &shop, int products)
{
    shop.products.clear();
    for (int number = 0; number < products; ++number) {
        store::Product product = productOf(number);
        product.id = ++shop.lastId;
        product.createdAt = shop.now();
        shop.touch(shop.products.emplace(product.id, std::move(product)).first->second);
    }
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    const int products = words.value(1).toInt(), orders = words.value(2).toInt();
    std::atomic<qint64> secondsAgo = qint64(orders + 1) * 30;
    store::PracticeStore::Options options;
    options.clock = [&secondsAgo] { return Instant::of(QDateTime::currentDateTimeUtc()).plusSeconds(-secondsAgo); };
    store::PracticeStore shop(std::move(options));
    shop.change([&](store::Shop &inside) { fill(inside, products); });
    for (int number = 0; number < orders; ++number) {
        secondsAgo -= 30;
        if (const auto placed = shop.placeOrder(purchaseOf(number)); !placed) {
            std::fprintf(stderr, "bench-store: %s\n", qPrintable(placed.error().text));
            return 1;
        }
    }
    secondsAgo = 0;
    if (const auto started = shop.start(); !started) {
        std::fprintf(stderr, "bench-store: %s\n", qPrintable(started.error().text));
        return 1;
    }
    std::printf("%s\n", qPrintable(shop.url()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
