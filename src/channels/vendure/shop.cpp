#include "channels/vendure/shop.h"

namespace channels::vendure {
namespace {

const QString shopDocument = QStringLiteral("query{activeChannel{code token defaultLanguageCode defaultCurrencyCode pricesIncludeTax} "
                                            "globalSettings{serverConfig{moneyStrategyPrecision}}}");
const QString locationsDocument =
    QStringLiteral("query($options:StockLocationListOptions){stockLocations(options:$options){items{id name} totalItems}}");

} // namespace

qint64 Shop::amountOf(UnitPrice price) const { return decimal::narrow(decimal::divide(price.millionths, decimal::powerOfTen(6 - precision))); }

std::optional<qint64> Shop::exactOf(const Json &amount) const { return exactAmountOf(amount, precision); }

std::optional<qint64> exactAmountOf(const Json &amount, int precision)
{
    if (amount.isNull())
        return 0;
    return decimal::parse(amount.text(), 6 - precision, decimal::Excess::Round);
}

const Shop &ShopFacts::operator()()
{
    if (!m_shop)
        m_shop = ask();
    return *m_shop;
}

Shop ShopFacts::ask()
{
    const Json data = m_client.query(shopDocument);
    const Json &channel = data["activeChannel"];
    // An unknown token is no error to Vendure: it silently answers for its default channel.
    const QString wanted = m_client.access().options["channel_token"].text();
    if (!wanted.isEmpty() && channel["token"].text() != wanted)
        throw Failure(Failure::Kind::Rejected, Words::tr("The shop has no channel with the token that the option channel_token names."));

    Shop shop;
    shop.code = channel["code"].text();
    shop.language = channel["defaultLanguageCode"].text();
    shop.currency = Currency::of(channel["defaultCurrencyCode"].text()).value_or(Currency());
    shop.pricesIncludeTax = channel["pricesIncludeTax"].toBool();
    shop.precision = int(std::clamp<qint64>(data["globalSettings"]["serverConfig"]["moneyStrategyPrecision"].toInteger(2), 0, 6));
    shop.location = askLocation();
    return shop;
}

QString ShopFacts::askLocation()
{
    const QString wanted = m_client.access().options["location"].text();
    const Json oldestFirst = Json::object({{"sort", Json::object({{"createdAt", "ASC"}})}, {"take", 100}});
    const Json locations = m_client.query(locationsDocument, Json::object({{"options", oldestFirst}}))["stockLocations"]["items"];
    if (wanted.isEmpty() && !locations.items().empty())
        return locations.at(0)["id"].text(); // the oldest is the default one
    for (const char *key : {"id", "name"})
        for (const Json &location : locations.items())
            if (location[key].text() == wanted)
                return location["id"].text();
    throw Failure(Failure::Kind::Rejected, Words::tr("The shop has no stock location \"%1\".").arg(wanted));
}

} // namespace channels::vendure
