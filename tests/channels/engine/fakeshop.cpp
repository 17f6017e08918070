#include "engine/fakeshop.h"

using namespace channels;

namespace {

const Instant morning = Instant::of(QDateTime({2030, 1, 2}, {8, 0}, Qt::UTC));

/// The test's own wire format: the order is kept in a table beside it and the text only names it and its version.
std::map<QString, RemoteOrder> &written()
{
    static std::map<QString, RemoteOrder> all;
    return all;
}

void write(RemoteOrder &order)
{
    static int version = 0;
    const QString key = QStringLiteral("%1/%2").arg(order.externalId).arg(++version);
    order.raw = channels::RawMessage(Json::object({{QStringLiteral("key"), key}}));
    written()[key] = order;
}

} // namespace

OrderPage FakeShop::ordersChanged(const Window &window, const QString &page)
{
    if (beforePage)
        beforePage();
    ++orderPages;
    std::vector<RemoteOrder> all;
    for (RemoteOrder &order : orders) {
        if (order.raw.isEmpty())
            write(order);
        if ((!window.from || order.changedAt >= *window.from) && order.changedAt < window.to)
            all.push_back(order);
    }
    OrderPage found;
    found.announced = qint64(all.size());
    const size_t at = size_t(page.toInt());
    for (size_t i = at; i < all.size() && i < at + size_t(pageSize); ++i)
        found.orders.push_back(all[i]);
    if (at + size_t(pageSize) < all.size())
        found.next = QString::number(at + size_t(pageSize));
    return found;
}

RemoteOrder FakeShop::order(const QString &externalId)
{
    for (const RemoteOrder &order : orders)
        if (order.externalId == externalId)
            return order;
    throw Failure(Failure::Kind::Rejected, QStringLiteral("no such order"), 404);
}

RemoteOrder FakeShop::readOrder(const Json &raw) const { return written().at(raw["key"].text()); }

ProductPage FakeShop::products(const QString &)
{
    ProductPage page;
    for (const auto &[sku, shelf] : shelves)
        page.products.push_back({shelf.externalId, {}, sku, shelf.content, shelf.stock, shelf.price, shelf.text});
    page.products.insert(page.products.end(), doubles.begin(), doubles.end());
    return page;
}

std::vector<ItemResult> FakeShop::setStock(const std::vector<StockLevel> &items)
{
    ++stockCalls;
    std::vector<ItemResult> results;
    for (const StockLevel &item : items) {
        if (item.listing.sku == refusedSku) {
            results.push_back({false, false, QStringLiteral("no such product"), {}, {}, {}});
            continue;
        }
        shelves[item.listing.sku].stock = can.sharedStockIsOnHand ? item.onHand : item.available;
        results.push_back({true, false, {}, {}, {}, {}});
    }
    if (afterSetStock)
        afterSetStock();
    return results;
}

std::vector<ItemResult> FakeShop::setPrices(const std::vector<PriceLevel> &items)
{
    for (const PriceLevel &item : items)
        shelves[item.listing.sku].price = item.price;
    return std::vector<ItemResult>(items.size(), {true, false, {}, {}, {}, {}});
}

std::vector<ItemResult> FakeShop::saveProducts(const std::vector<ProductContent> &items)
{
    std::vector<ItemResult> results;
    for (const ProductContent &item : items) {
        Shelf &shelf = shelves[item.listing.sku];
        if (shelf.externalId.isEmpty())
            shelf.externalId = item.listing.externalId.isEmpty() ? QStringLiteral("p%1").arg(shelves.size()) : item.listing.externalId;
        const bool isNew = item.listing.externalId.isEmpty();
        if (isNew || item.parts.title)
            shelf.content = item.name;
        if (isNew || item.parts.text)
            shelf.text = item.description;
        saved.push_back(item);
        results.push_back({true, false, {}, shelf.externalId, item.listing.externalParent, {}});
    }
    return results;
}

ItemResult FakeShop::tellShipment(const ShipmentNotice &notice)
{
    shipments.push_back(notice);
    if (can.sharedStockIsOnHand)
        for (const auto &told : notice.lines)
            for (const RemoteOrder &order : orders)
                for (const RemoteLine &line : order.lines)
                    if (order.externalId == notice.externalOrder && line.externalId == told.externalLine)
                        shelves[line.sku].stock -= told.quantity;
    if (afterTellShipment)
        afterTellShipment();
    return {true, false, {}, QStringLiteral("f%1").arg(shipments.size()), {}, {}};
}

RemoteOrder &FakeShop::sells(const char *id, const char *sku, int units, const char *gross, int second)
{
    RemoteOrder order;
    order.externalId = QString::fromLatin1(id);
    order.number = QStringLiteral("W") + order.externalId;
    order.placedAt = order.changedAt = morning.plusSeconds(second);
    order.currency = Eur;
    order.taxInclusive = true;
    order.billing = {QStringLiteral("Jo Buyer"), {}, QStringLiteral("Main St 1"), {}, QStringLiteral("10115"),
                     QStringLiteral("Berlin"),   {}, QStringLiteral("DE"),        {}, QStringLiteral("jo@example.com")};
    RemoteLine line;
    line.externalId = QStringLiteral("l1");
    line.sku = QString::fromLatin1(sku);
    line.description = QStringLiteral("Line of ") + line.sku;
    line.quantity = pcs(units);
    const Money whole = eur(gross);
    line.unitPrice = unitPrice(whole, line.quantity);
    line.tax = taxWithin(whole, Rate{190'000});
    line.net = whole - line.tax;
    line.discount = eur("0.00");
    line.taxes = {{QStringLiteral("1"), QStringLiteral("VAT"), Rate{190'000}, line.net, line.tax}};
    order.lines = {line};
    order.total = whole;
    RemotePayment paid;
    paid.externalId = QStringLiteral("pay");
    paid.method = QStringLiteral("card");
    paid.amount = whole;
    paid.at = order.placedAt;
    order.payments = {paid};
    orders.push_back(order);
    return orders.back();
}

void FakeShop::change(RemoteOrder &order, int second)
{
    order.changedAt = morning.plusSeconds(second);
    write(order);
}

Channel webChannel(TestCompany &company)
{
    return company.must([&](Tx &tx) -> Result<Channel> {
        Channel row;
        row.name = QStringLiteral("web");
        row.kind = QStringLiteral("woocommerce");
        row.url = QStringLiteral("https://shop.example");
        row.options = QStringLiteral("{}");
        row.currency = Eur;
        row.createdAt = tx.now();
        tx.insert(row);
        return row;
    });
}

ShopCompany::ShopCompany() { channel = webChannel(*this); }

PullReport ShopCompany::pulled(const PullOptions &options)
{
    channel = ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });
    auto report = pull(session(), channel, shop, options, control);
    if (!report) {
        ADD_FAILURE() << qPrintable(report.error().text);
        return {};
    }
    return *report;
}

PushReport ShopCompany::pushed(bool dryRun, const PushScope &scope)
{
    channel = ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });
    auto report = push(session(), channel, shop, scope, dryRun, control);
    if (!report) {
        ADD_FAILURE() << qPrintable(report.error().text);
        return {};
    }
    return *report;
}

SalesOrder ShopCompany::onlyOrder()
{
    return ask([](Tx &tx) { return *tx.first<SalesOrder>("id > 0"); });
}
