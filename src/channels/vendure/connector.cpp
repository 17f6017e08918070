#include "channels/vendure/connector.h"

#include "channels/vendure/push.h"

#include <QRegularExpression>

namespace channels::vendure {
namespace {

// What an order's figures mean is said by the channel and by the shop's settings, so they are asked for with it.
const QString listDocument =
    QStringLiteral("query($options:OrderListOptions){activeChannel{pricesIncludeTax} globalSettings{serverConfig{moneyStrategyPrecision}} "
                   "orders(options:$options){totalItems items{%1}}}")
        .arg(orderFields());
const QString orderDocument =
    QStringLiteral("query($id:ID!){activeChannel{pricesIncludeTax} globalSettings{serverConfig{moneyStrategyPrecision}} order(id:$id){%1}}")
        .arg(orderFields());
const QString probeDocument = QStringLiteral("query{orders(options:{take:1}){totalItems} productVariants(options:{take:1}){totalItems}}");

const QString silentDocument =
    QStringLiteral("query($options:OrderListOptions){orders(options:$options){totalItems items{id updatedAt orderPlacedAt fulfillments{updatedAt} "
                   "payments{updatedAt refunds{updatedAt}}}}}");

constexpr qint64 millisecond = 1000;

QString zoned(Instant time) { return time.toDateTime().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")); }

/// `after` leaves its moment out. The shop's databases keep whole seconds (SQLite) or more; what it tells has milliseconds, cut off.
Json after(Instant moment) { return Json::object({{"after", zoned({moment.micros - millisecond})}}); }

/// Open carts are in the list of orders, too.
Json placed() { return Json::object({{"active", Json::object({{"eq", false}})}}); }

Json changedIn(const Window &window, const ChangeMark &mark)
{
    Json changed = mark.from ? after(*mark.from) : Json::object();
    if (!mark.from && window.from)
        changed.set("after", zoned(window.from->plusSeconds(-1)));
    changed.set("before", zoned({window.to.micros + millisecond - 1}));
    Json filter = placed();
    filter.set("updatedAt", changed);
    return filter;
}

/// Orders that are not in the window by their own updatedAt, but young enough for something to happen to them.
Json unchangedSince(const Window &window, const ChangeMark &mark, qint64 days)
{
    Json filter = placed();
    filter.set("updatedAt", Json::object({{"before", zoned(*window.from)}}));
    filter.set("orderPlacedAt", after(mark.from ? *mark.from : window.from->plusSeconds(-days * 24 * 3600)));
    return filter;
}

Failure samePageForever() { return Failure(Failure::Kind::Broken, Words::tr("The shop gives the same page of orders again and again.")); }

std::unique_ptr<Connector> open(Http &http, Access access) { return std::make_unique<ShopConnector>(http, std::move(access)); }

} // namespace

ShopConnector::ShopConnector(Http &http, Access access) : m_client(http, access), m_shop(m_client), m_vocabulary(Vocabulary::of(access.options)) {}

Capabilities ShopConnector::capabilities() const
{
    Capabilities can;
    can.sharedStockIsOnHand = true;
    can.overlapSeconds = 600; // a pull looks at old orders first: what happens to them meanwhile must be in the next one
    can.stockBatch = 50;      // eighty take it two to three seconds
    can.priceBatch = 50;
    can.requestsPerSecond = 10;
    can.burst = 20;
    return can;
}

ShopInfo ShopConnector::probe()
{
    const Shop &shop = m_shop();
    m_client.query(probeDocument); // may we read what we have to?
    ShopInfo info;
    info.name = shop.code;
    info.currency = shop.currency;
    info.taxInclusive = shop.pricesIncludeTax;
    return info;
}

/// Where a pull is in its window: first the orders whose payments, refunds or fulfilments changed in it, then those that changed themselves.
struct ShopConnector::PageMark {
    bool silent = false;
    ChangeMark mark;

    QString toString() const { return (silent ? QStringLiteral("silent ") : QStringLiteral("changed ")) + mark.toString(); }
};

/// Each shop has its own longest page and names it when asked for more.
Json ShopConnector::askList(const QString &document, Json options, qint64 &take)
{
    static const QRegularExpression limit(QStringLiteral("more than (\\d+) results"));
    for (;;) {
        options.set("take", take);
        try {
            Json data = m_client.query(document, Json::object({{"options", options}}));
            if (!data["orders"]["items"].isArray())
                throw Failure(Failure::Kind::Broken, Words::tr("The shop answered something other than a list."));
            return data;
        } catch (const Failure &failure) {
            const qint64 allowed = limit.match(failure.text()).captured(1).toLongLong();
            if (failure.code != u"USER_INPUT_ERROR" || allowed <= 0 || allowed >= take)
                throw;
            take = allowed;
        }
    }
}

ShopConnector::Rows ShopConnector::askRows(const Window &window, const PageMark &page)
{
    const char *moment = page.silent ? "orderPlacedAt" : "updatedAt";
    const Json filter = page.silent ? unchangedSince(window, page.mark, recheckDays()) : changedIn(window, page.mark);
    const Json sort = Json::object({{moment, "ASC"}, {"id", "ASC"}});
    const Json options = Json::object({{"filter", filter}, {"sort", sort}, {"skip", page.mark.offset()}});
    Rows result{askList(page.silent ? silentDocument : listDocument, options, page.silent ? m_takeShort : m_take), {}};
    m_take = std::min(m_take, m_takeShort); // one limit holds for both
    for (const Json &order : result.data["orders"]["items"].items())
        result.rows.push_back({order["id"].text(), Instant::parse(order[moment].text()).value_or(Instant())});
    return result;
}

OrderPage ShopConnector::ordersChanged(const Window &window, const QString &page)
{
    if (!m_client.access().options["channel_token"].text().isEmpty())
        m_shop(); // says so if the channel is not there
    PageMark here{page.isEmpty() ? window.from && recheckDays() > 0 : page.startsWith(u"silent"), ChangeMark::of(page.section(u' ', 1))};
    const bool isFirst = here.mark.isStart();
    Rows read = askRows(window, here);
    if (!here.mark.holds(read.rows)) {
        here.mark.restart();
        read = askRows(window, here);
    }
    if (here.mark.goesBack(read.rows))
        throw samePageForever();
    const qint64 total = read.data["orders"]["totalItems"].toInteger();
    const bool isLast = read.rows.empty() || here.mark.offset() + qint64(read.rows.size()) >= total;
    OrderPage result;
    if (isFirst && !here.silent)
        result.announced = total;
    const size_t known = here.mark.pass(read.rows);
    result.orders = here.silent ? silentlyChanged(read.data, window) : allOf(read.data, known);
    if (!isLast)
        result.next = here.toString();
    else if (here.silent)
        result.next = PageMark().toString();
    if (!isLast && result.next == page)
        throw samePageForever();
    return result;
}

std::vector<RemoteOrder> ShopConnector::allOf(const Json &data, size_t from) const
{
    std::vector<RemoteOrder> orders;
    for (size_t i = from; i < data["orders"]["items"].items().size(); ++i)
        orders.push_back(readOrder(rawOrder(data["orders"]["items"].at(i), data)));
    return orders;
}

/// Of a page that names little, the orders to which something happened in the window, in full.
std::vector<RemoteOrder> ShopConnector::silentlyChanged(const Json &page, const Window &window)
{
    std::vector<RemoteOrder> orders;
    JsonArray ids;
    const auto fetch = [&] {
        const Json filter = Json::object({{"id", Json::object({{"in", std::exchange(ids, {})}})}});
        const auto some = allOf(askList(listDocument, Json::object({{"filter", filter}}), m_take), 0);
        orders.insert(orders.end(), some.begin(), some.end());
    };
    for (const Json &order : page["orders"]["items"].items()) {
        if (lastChange(order) >= *window.from)
            ids.push_back(order["id"]);
        if (qint64(ids.size()) == m_take)
            fetch();
    }
    if (!ids.empty())
        fetch();
    return orders;
}

qint64 ShopConnector::recheckDays() const { return m_client.access().options["recheck_days"].toInteger(60); }

RemoteOrder ShopConnector::order(const QString &externalId)
{
    const Json data = m_client.query(orderDocument, Json::object({{"id", externalId}}));
    if (data["order"].isNull())
        throw Failure(Failure::Kind::Rejected, Words::tr("The shop has no order with the id %1.").arg(externalId), 404);
    return readOrder(rawOrder(data["order"], data));
}

RemoteOrder ShopConnector::readOrder(const Json &raw) const { return vendure::readOrder(raw, m_vocabulary); }
ProductPage ShopConnector::products(const QString &page) { return listProducts(m_client, m_shop(), page); }
std::vector<ItemResult> ShopConnector::setStock(const std::vector<StockLevel> &items) { return vendure::setStock(m_client, m_shop(), items); }
std::vector<ItemResult> ShopConnector::setPrices(const std::vector<PriceLevel> &items) { return vendure::setPrices(m_client, m_shop(), items); }

std::vector<ItemResult> ShopConnector::saveProducts(const std::vector<ProductContent> &items)
{
    std::vector<ItemResult> results;
    for (const ProductContent &item : items)
        results.push_back(saveProduct(m_client, m_shop(), item));
    return results;
}

ItemResult ShopConnector::tellShipment(const ShipmentNotice &notice) { return vendure::tellShipment(m_client, notice); }

Kind kind()
{
    Kind kind{
        "vendure",
        "Vendure",
        {Words::tr("User name or API key"), Words::tr("Password (none with an API key)")},
        Words::tr("In the shop's administration: an administrator for Purser, or an API key. Its role needs the rights to read and change orders, "
                  "the catalogue and assets, and to read settings and stock locations."),
        open};
    kind.settings = {{"channel_token", Words::tr("Token of the shop's channel (empty: the default one)")},
                     {"location", Words::tr("Stock location (empty: the oldest one)")},
                     {"fulfillment_handler", Words::tr("Way of fulfilment (empty: by hand)")},
                     {"recheck_days", Words::tr("Days that payments and refunds are looked after (0: never)")},
                     {"states", Words::tr("Order states of its own (Packing=processing, …)"), Setting::Type::Pairs, orderStateChoices()},
                     {"tax_categories", Words::tr("Tax classes (ours=the shop's, …)"), Setting::Type::Pairs}};
    return kind;
}

} // namespace channels::vendure
