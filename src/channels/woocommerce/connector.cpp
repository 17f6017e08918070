#include "channels/woocommerce/connector.h"

#include "channels/woocommerce/push.h"

namespace channels::woocommerce {
namespace {

constexpr int pageSize = 100;

/// Where a pull is in its window: first the orders of any state, then those in the trash, which "any" leaves out.
struct PageMark {
    bool trash = false;
    int number = 1;
    qint64 total = -1;  ///< rows of this list when its first page was read
    qint64 before = 0;  ///< rows of the list before it

    static PageMark of(const QString &text)
    {
        const QStringList parts = text.split(u':');
        if (parts.size() != 4)
            return {};
        return {parts[0] == u"trash", std::max(1, parts[1].toInt()), parts[2].toLongLong(), parts[3].toLongLong()};
    }
    QString toString() const
    {
        return QStringLiteral("%1:%2:%3:%4").arg(trash ? "trash" : "any").arg(number).arg(total).arg(before);
    }
    /// The mark of what follows after a page of `rows` rows in a list of `count`; empty after the last.
    QString following(qint64 count, size_t rows) const
    {
        const bool more = count >= 0 ? qint64(number) * pageSize < count : rows == pageSize;
        if (more)
            return PageMark{trash, number + 1, count, before}.toString();
        return trash ? QString() : PageMark{true, 1, -1, std::max<qint64>(0, count)}.toString();
    }
};

/// Whole seconds, in UTC and without a zone: the only form that is right together with dates_are_gmt.
QString shopTime(qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")); }

/// The shop keeps whole seconds and leaves out both ends, so the window is widened to the second before and the second after.
Query windowQuery(const Window &window, const PageMark &mark)
{
    constexpr qint64 second = 1'000'000;
    Query query{{"status", mark.trash ? "trash" : "any"},
                {"orderby", "modified"},
                {"order", "asc"},
                {"per_page", QString::number(pageSize)},
                {"page", QString::number(mark.number)},
                {"dates_are_gmt", "true"},
                {"modified_before", shopTime((window.to.micros + second - 1) / second)}};
    if (window.from)
        query.emplace_back("modified_after", shopTime(window.from->micros / second - 1));
    return query;
}

QString settingOf(const Json &settings, QStringView id)
{
    for (const Json &setting : settings.items())
        if (setting["id"].text() == id)
            return setting["value"].text();
    return {};
}

/// Settings need more rights than orders do; what the key may not see stays unknown.
Json settings(Client &client, const QString &group)
{
    try {
        return client.get(QStringLiteral("/settings/") + group).body;
    } catch (const Failure &failure) {
        if (failure.kind != Failure::Kind::Denied && failure.kind != Failure::Kind::Rejected)
            throw;
    }
    return {};
}

/// A shop that is called by another address than its own refuses every signature; its own address is no secret.
void explainAddress(const Json &site, const Access &access)
{
    const QString home = site["home"].text();
    if (home.isEmpty() || access.url.startsWith(home) || access.options["home"].text() == home)
        return;
    throw Failure(Failure::Kind::Denied,
                  Words::tr("The shop knows itself as %1 and checks signatures against that: set the option home to it.").arg(home), 401);
}

std::unique_ptr<Connector> open(Http &http, Access access) { return std::make_unique<ShopConnector>(http, std::move(access)); }

} // namespace

ShopConnector::ShopConnector(Http &http, Access access) : m_client(http, access), m_vocabulary(Vocabulary::of(access.options)) {}

Capabilities ShopConnector::capabilities() const
{
    Capabilities can;
    can.requestsPerSecond = 3; // no limit of its own, but each call costs a small host a quarter of a second
    can.burst = 6;
    return can;
}

ShopInfo ShopConnector::probe()
{
    const Json site = m_client.siteIndex();
    Json order;
    try {
        const Answer newest = m_client.get("/orders", {{"per_page", "1"}}); // what matters most: may we read orders?
        if (!newest.rows().empty())
            order = newest.rows().front();
    } catch (const Failure &failure) {
        if (failure.kind == Failure::Kind::Denied && m_client.signsRequests())
            explainAddress(site, m_client.access());
        throw;
    }
    const Json general = settings(m_client, QStringLiteral("general"));
    const Json tax = settings(m_client, QStringLiteral("tax"));

    ShopInfo info;
    info.name = site["name"].text();
    info.version = order["version"].text();
    const QString currency = settingOf(general, u"woocommerce_currency");
    info.currency = Currency::of(currency.isEmpty() ? order["currency"].text() : currency).value_or(Currency());
    const QString inclusive = settingOf(tax, u"woocommerce_prices_include_tax");
    info.taxInclusive = inclusive.isEmpty() ? order["prices_include_tax"].toBool() : inclusive == u"yes";
    info.timeZone = site["timezone_string"].text();
    return info;
}

OrderPage ShopConnector::ordersChanged(const Window &window, const QString &page)
{
    const PageMark mark = PageMark::of(page);
    const Answer answer = m_client.get("/orders", windowQuery(window, mark));
    OrderPage result;
    for (const Json &order : answer.rows())
        result.orders.push_back(readOrder(order));
    // Pages are numbered, and an order that changes meanwhile leaves the window: all later ones move up, one of them past our page.
    result.shifted = mark.total >= 0 && answer.total() != mark.total;
    if (!result.shifted)
        result.next = mark.following(answer.total(), result.orders.size());
    if (answer.total() >= 0)
        result.announced = mark.before + answer.total();
    return result;
}

RemoteOrder ShopConnector::order(const QString &externalId)
{
    const QString path = QStringLiteral("/orders/%1").arg(externalId);
    Json raw = m_client.get(path).body;
    if (!raw["refunds"].items().empty()) {
        JsonArray details;
        for (int page = 1;; ++page) {
            const Answer answer = m_client.get(path + QStringLiteral("/refunds"), {{"per_page", QString::number(pageSize)}, {"page", QString::number(page)}});
            details.insert(details.end(), answer.rows().begin(), answer.rows().end());
            if (answer.rows().size() < size_t(pageSize))
                break;
        }
        raw.set("refund_details", details);
    }
    return readOrder(raw);
}

RemoteOrder ShopConnector::readOrder(const Json &raw) const { return woocommerce::readOrder(raw, m_vocabulary); }
ProductPage ShopConnector::products(const QString &page) { return listProducts(m_client, page); }
std::vector<ItemResult> ShopConnector::setStock(const std::vector<StockLevel> &items) { return woocommerce::setStock(m_client, items); }
std::vector<ItemResult> ShopConnector::setPrices(const std::vector<PriceLevel> &items) { return woocommerce::setPrices(m_client, items); }

std::vector<ItemResult> ShopConnector::saveProducts(const std::vector<ProductContent> &items)
{
    std::vector<ItemResult> results;
    for (const ProductContent &item : items)
        results.push_back(saveProduct(m_client, item));
    return results;
}

ItemResult ShopConnector::tellShipment(const ShipmentNotice &notice) { return woocommerce::tellShipment(m_client, notice); }

Kind kind()
{
    return {"woocommerce", "WooCommerce", {Words::tr("Consumer key"), Words::tr("Consumer secret")},
            Words::tr("In the shop's administration: WooCommerce > Settings > Advanced > REST API > Add key, with the right to read and write."),
            open};
}

} // namespace channels::woocommerce
