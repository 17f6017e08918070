#include "channels/woocommerce/connector.h"

#include "channels/changemark.h"
#include "channels/htmltext.h"
#include "channels/woocommerce/push.h"

namespace channels::woocommerce {
namespace {

constexpr qint64 pageSize = 100;

/// Where a pull is in its window: first the orders of any state, then those in the trash, which "any" leaves out.
struct PageMark {
    QString list = QStringLiteral("any");
    qint64 announced = 0; ///< rows that the lists had when their first pages were read
    ChangeMark mark;

    static PageMark of(const QString &text)
    {
        if (text.isEmpty())
            return {};
        return {text.section(u' ', 0, 0), text.section(u' ', 1, 1).toLongLong(), ChangeMark::of(text.section(u' ', 2))};
    }
    QString toString() const { return QStringLiteral("%1 %2 %3").arg(list).arg(announced).arg(mark.toString()); }
};

/// Whole seconds, in UTC and without a zone: the only form that is right together with dates_are_gmt.
QString shopTime(qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")); }

/// The shop keeps whole seconds and leaves out both ends, so the window is widened to the second before and the second after.
Query windowQuery(const Window &window, const PageMark &page)
{
    constexpr qint64 second = 1'000'000;
    Query query{{"status", page.list},     {"orderby", "modified"},
                {"order", "asc"},          {"per_page", QString::number(pageSize)},
                {"dates_are_gmt", "true"}, {"modified_before", shopTime((window.to.micros + second - 1) / second)}};
    if (const auto from = page.mark.from ? page.mark.from : window.from)
        query.emplace_back("modified_after", shopTime(from->micros / second - 1));
    if (page.mark.offset() > 0)
        query.emplace_back("offset", QString::number(page.mark.offset()));
    return query;
}

Failure samePageForever() { return Failure(Failure::Kind::Broken, Words::tr("The shop gives the same page of orders again and again.")); }

std::vector<ListRow> rowsOf(const Answer &answer)
{
    std::vector<ListRow> rows;
    for (const Json &order : answer.rows())
        rows.push_back({order["id"].text(), utcTime(order["date_modified_gmt"]).value_or(Instant())});
    return rows;
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

/// Nothing where the shop has switched the feature off since.
Json fulfilmentsOf(Client &client, const QString &order)
{
    try {
        return client.get(order + QStringLiteral("/fulfillments")).body;
    } catch (const Failure &failure) {
        if (failure.code != u"rest_no_route")
            throw;
    }
    return JsonArray();
}

std::unique_ptr<Connector> open(Http &http, Access access) { return std::make_unique<ShopConnector>(http, std::move(access)); }

} // namespace

ShopConnector::ShopConnector(Http &http, Access access) : m_client(http, access), m_vocabulary(Vocabulary::of(access.options)) {}

Capabilities ShopConnector::capabilities() const
{
    Capabilities can;
    can.productBatch = 50;     // it would take a hundred, but a small host may not finish them in time
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
    info.name = unescaped(site["name"].text());
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
    PageMark here = PageMark::of(page);
    const bool isFirst = here.mark.isStart();
    Answer answer = m_client.get("/orders", windowQuery(window, here));
    if (!here.mark.holds(rowsOf(answer))) {
        here.mark.restart();
        answer = m_client.get("/orders", windowQuery(window, here));
    }
    if (here.mark.goesBack(rowsOf(answer)))
        throw samePageForever();
    // Orders that the key may not see are counted but not listed: only an empty page or the count says that this was the last.
    const qint64 total = answer.total();
    const qint64 read = qint64(answer.rows().size());
    const bool isLast = read == 0 || (total < 0 ? read < pageSize : here.mark.offset() + pageSize >= total);
    OrderPage result;
    if (isFirst)
        here.announced += std::max<qint64>(0, total);
    result.announced = total < 0 ? -1 : here.announced;
    for (size_t i = here.mark.pass(rowsOf(answer)); i < answer.rows().size(); ++i)
        result.orders.push_back(readOrder(answer.rows()[i]));
    if (!isLast)
        result.next = here.toString();
    else if (here.list == u"any")
        result.next = PageMark{QStringLiteral("trash"), here.announced, {}}.toString();
    if (!isLast && result.next == page)
        throw samePageForever();
    return result;
}

RemoteOrder ShopConnector::order(const QString &externalId)
{
    const QString path = QStringLiteral("/orders/%1").arg(externalId);
    Json raw = m_client.get(path).body;
    if (!raw["refunds"].items().empty()) {
        JsonArray details;
        for (int page = 1;; ++page) {
            const Answer answer =
                m_client.get(path + QStringLiteral("/refunds"), {{"per_page", QString::number(pageSize)}, {"page", QString::number(page)}});
            details.insert(details.end(), answer.rows().begin(), answer.rows().end());
            if (qint64(answer.rows().size()) < pageSize)
                break;
        }
        raw.set("refund_details", details);
    }
    if (!readOrder(raw).complete)
        raw.set("fulfillments", fulfilmentsOf(m_client, path));
    return readOrder(raw);
}

RemoteOrder ShopConnector::readOrder(const Json &raw) const { return woocommerce::readOrder(raw, m_vocabulary); }
ProductPage ShopConnector::products(const QString &page) { return listProducts(m_client, page); }
std::vector<ItemResult> ShopConnector::setStock(const std::vector<StockLevel> &items) { return woocommerce::setStock(m_client, items); }
std::vector<ItemResult> ShopConnector::setPrices(const std::vector<PriceLevel> &items) { return woocommerce::setPrices(m_client, items); }

std::vector<ItemResult> ShopConnector::saveProducts(const std::vector<ProductContent> &items) { return woocommerce::saveProducts(m_client, items); }
ItemResult ShopConnector::tellShipment(const ShipmentNotice &notice) { return woocommerce::tellShipment(m_client, notice); }

static std::vector<Setting> settings()
{
    using Type = Setting::Type;
    return {{"home", Words::tr("Address that the shop knows itself by")},
            {"auth",
             Words::tr("How the keys are sent"),
             Type::Choice,
             {{"query", Words::tr("In the address, where a server drops the header")}, {"oauth", Words::tr("Signed, also over TLS")}}},
            {"notify", Words::tr("The shop writes to the buyer about shipments"), Type::YesNo},
            {"image_base", Words::tr("Web folder from which the shop fetches pictures")},
            {"weight_unit", Words::tr("Unit of weights"), Type::Choice, {{"kg", "kg"}, {"g", "g"}, {"lbs", "lbs"}, {"oz", "oz"}}},
            {"price_decimals", Words::tr("Decimals of prices")},
            {"states", Words::tr("Order states of its own (packing=processing, …)"), Type::Pairs, orderStateChoices()},
            {"fees",
             Words::tr("Fees that are gift cards or tips (Gift card=gift_card, …)"),
             Type::Pairs,
             {{"fee", Words::tr("Fee")}, {"gift_card", Words::tr("Gift card")}, {"tip", Words::tr("Tip")}}},
            {"credits", Words::tr("Fields with what was paid by store credit (_credit_used, …)")},
            {"tax_classes", Words::tr("Tax classes (ours=the shop's, …)"), Type::Pairs}};
}

Kind kind()
{
    Kind kind{"woocommerce",
              "WooCommerce",
              {Words::tr("Consumer key"), Words::tr("Consumer secret")},
              Words::tr("In the shop's administration: WooCommerce > Settings > Advanced > REST API > Add key, with the right to read and write."),
              open,
              "x-wc-webhook-signature"};
    kind.settings = settings();
    return kind;
}

} // namespace channels::woocommerce
