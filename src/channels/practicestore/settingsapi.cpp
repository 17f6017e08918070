#include "channels/practicestore/api.h"

namespace channels::practicestore {
namespace {

struct Setting {
    const char *id;
    const char *label;
    const char *type;
    QString value;
    QStringList options; ///< of a select
};

std::vector<Setting> generalSettings(const Shop &shop)
{
    const ShopSettings &settings = shop.settings;
    return {{"woocommerce_store_address", "Address line 1", "text", QStringLiteral("Practice Street 1"), {}},
            {"woocommerce_store_address_2", "Address line 2", "text", {}, {}},
            {"woocommerce_store_city", "City", "text", QStringLiteral("Berlin"), {}},
            {"woocommerce_default_country",
             "Country / State",
             "select",
             settings.country + u':' + settings.state,
             {settings.country + u':' + settings.state}},
            {"woocommerce_store_postcode", "Postcode / ZIP", "text", QStringLiteral("10115"), {}},
            {"woocommerce_calc_taxes", "Enable taxes", "checkbox", QStringLiteral("yes"), {}},
            {"woocommerce_enable_coupons", "Enable coupons", "checkbox", QStringLiteral("yes"), {}},
            {"woocommerce_currency", "Currency", "select", settings.currency, {settings.currency}},
            {"woocommerce_currency_pos", "Currency position", "select", QStringLiteral("left"), {QStringLiteral("left"), QStringLiteral("right")}},
            {"woocommerce_price_thousand_sep", "Thousand separator", "text", QStringLiteral(","), {}},
            {"woocommerce_price_decimal_sep", "Decimal separator", "text", QStringLiteral("."), {}},
            {"woocommerce_price_num_decimals", "Number of decimals", "number", QStringLiteral("2"), {}}};
}

std::vector<Setting> taxSettings(const Shop &shop)
{
    const QString include = shop.settings.pricesIncludeTax ? QStringLiteral("yes") : QStringLiteral("no");
    return {{"woocommerce_prices_include_tax", "Prices entered with tax", "radio", include, {QStringLiteral("yes"), QStringLiteral("no")}},
            {"woocommerce_tax_based_on", "Calculate tax based on", "select", QStringLiteral("shipping"), {QStringLiteral("shipping")}},
            {"woocommerce_tax_round_at_subtotal", "Rounding", "checkbox", QStringLiteral("no"), {}}};
}

Json settingJson(const Shop &shop, const QString &group, const Setting &setting)
{
    Json json = Json::object({{"id", setting.id},
                              {"label", setting.label},
                              {"description", setting.label},
                              {"type", setting.type},
                              {"default", ""},
                              {"tip", setting.label},
                              {"value", setting.value}});
    if (!setting.options.isEmpty()) {
        Json options = Json::object();
        for (const QString &option : setting.options)
            options.set(option, option);
        json.set("options", options);
    }
    const QString path = QStringLiteral("settings/%1/%2").arg(group, QString::fromLatin1(setting.id));
    json.set("_links", links(shop, path, {"GET", "POST", "PUT", "PATCH"}));
    return json;
}

Reply settings(const Call &call)
{
    const QString group = call.path.value(1);
    if (group != QLatin1String("general") && group != QLatin1String("tax"))
        return failure(404, "rest_setting_setting_group_invalid", QStringLiteral("Invalid setting group."));
    JsonArray list;
    for (const Setting &setting : group == QLatin1String("tax") ? taxSettings(call.shop) : generalSettings(call.shop)) {
        if (call.path.size() == 2)
            list.push_back(settingJson(call.shop, group, setting));
        else if (call.path.value(2) == QLatin1String(setting.id))
            return {200, settingJson(call.shop, group, setting), {}};
    }
    return call.path.size() == 2 ? Reply{200, list, {}} : failure(404, "rest_setting_setting_invalid", QStringLiteral("Invalid setting."));
}

Reply systemStatus(const Shop &shop)
{
    const Json environment = Json::object({{"home_url", shop.home},
                                           {"site_url", shop.home},
                                           {"version", "11.0.1"},
                                           {"wp_version", "7.1"},
                                           {"server_info", "Purser practice store " PURSER_VERSION},
                                           {"default_timezone", "UTC"}});
    const Json chosen = Json::object({{"api_enabled", false},
                                      {"currency", shop.settings.currency},
                                      {"currency_symbol", shop.settings.currency == QLatin1String("EUR") ? "&euro;" : ""},
                                      {"currency_position", "left"},
                                      {"thousand_separator", ","},
                                      {"decimal_separator", "."},
                                      {"number_of_decimals", 2}});
    return {200, Json::object({{"environment", environment}, {"settings", chosen}}), {}};
}

Reply taxes(Call &call)
{
    const auto find = [&](qint64 id) {
        return std::find_if(call.shop.taxRates.begin(), call.shop.taxRates.end(), [&](const TaxRate &each) { return each.id == id; });
    };
    if (call.path.value(1) == QLatin1String("classes"))
        return {200,
                JsonArray{Json::object({{"slug", "standard"}, {"name", "Standard rate"}}),
                          Json::object({{"slug", "reduced-rate"}, {"name", "Reduced rate"}})},
                {}};
    if (call.path.size() == 2)
        return find(call.id(1)) == call.shop.taxRates.end() ? failure(404, "woocommerce_rest_invalid_id", QStringLiteral("Invalid resource ID."))
                                                            : Reply{200, taxRateJson(call.shop, *find(call.id(1))), {}};
    JsonArray list;
    const qint64 perPage = std::clamp<qint64>(call.query().text(QStringLiteral("per_page"), QStringLiteral("10")).toLongLong(), 1, 100);
    const qint64 first = (std::max<qint64>(1, call.query().text(QStringLiteral("page"), QStringLiteral("1")).toLongLong()) - 1) * perPage;
    for (qint64 i = first; i < std::min<qint64>(first + perPage, qint64(call.shop.taxRates.size())); ++i)
        list.push_back(taxRateJson(call.shop, call.shop.taxRates[size_t(i)]));
    const qint64 total = qint64(call.shop.taxRates.size());
    return {200, list, {{"X-WP-Total", QByteArray::number(total)}, {"X-WP-TotalPages", QByteArray::number((total + perPage - 1) / perPage)}}};
}

Reply customers(Call &call)
{
    if (call.path.size() == 2) {
        const auto found = call.shop.customers.find(call.id(1));
        return found == call.shop.customers.end() ? failure(404, "woocommerce_rest_invalid_id", QStringLiteral("Invalid resource ID."))
                                                  : Reply{200, customerJson(call.shop, found->second), {}};
    }
    std::vector<Row> rows;
    for (const auto &[id, customer] : call.shop.customers)
        rows.push_back({id, customer.createdAt, customer.createdAt, customer.username});
    return listReply(call, std::move(rows), [&](qint64 id) { return customerJson(call.shop, call.shop.customers.at(id)); });
}

} // namespace

Reply settingsApi(Call &call)
{
    const QString resource = call.path.value(0);
    if (!call.isRead())
        return noRoute();
    if (call.path.isEmpty())
        return {200, Json::object({{"namespace", "wc/v3"}, {"routes", Json::object()}}), {}};
    if (resource == QLatin1String("settings") && call.path.size() >= 2)
        return settings(call);
    if (resource == QLatin1String("system_status") && call.path.size() == 1)
        return systemStatus(call.shop);
    if (resource == QLatin1String("taxes") && call.path.size() <= 2)
        return taxes(call);
    if (resource == QLatin1String("customers") && call.path.size() <= 2)
        return customers(call);
    return noRoute();
}

} // namespace channels::practicestore
