#include "gui/channels/channelwords.h"

#include "base/json.h"
#include "gui/shell/theme.h"

#include <QCoreApplication>
#include <map>

QString channelWord(const QString &code)
{
    static const std::map<QString, const char *> words{
        {QStringLiteral("pull"), QT_TRANSLATE_NOOP("ChannelWords", "Pull")},
        {QStringLiteral("push"), QT_TRANSLATE_NOOP("ChannelWords", "Push")},
        {QStringLiteral("check"), QT_TRANSLATE_NOOP("ChannelWords", "Check")},
        {QStringLiteral("differed"), QT_TRANSLATE_NOOP("ChannelWords", "Differed")},
        {QStringLiteral("missed"), QT_TRANSLATE_NOOP("ChannelWords", "Orders missed before")},
        {QStringLiteral("missing_listing"), QT_TRANSLATE_NOOP("ChannelWords", "Gone from the shop")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("ChannelWords", "Done")},
        {QStringLiteral("cancelled"), QT_TRANSLATE_NOOP("ChannelWords", "Stopped")},
        {QStringLiteral("failed"), QT_TRANSLATE_NOOP("ChannelWords", "Failed")},
        {QStringLiteral("product"), QT_TRANSLATE_NOOP("ChannelWords", "Product")},
        {QStringLiteral("stock"), QT_TRANSLATE_NOOP("ChannelWords", "Stock")},
        {QStringLiteral("price"), QT_TRANSLATE_NOOP("ChannelWords", "Price")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("ChannelWords", "Title")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("ChannelWords", "Text")},
        {QStringLiteral("details"), QT_TRANSLATE_NOOP("ChannelWords", "Details")},
        {QStringLiteral("images"), QT_TRANSLATE_NOOP("ChannelWords", "Pictures")},
        {QStringLiteral("left"), QT_TRANSLATE_NOOP("ChannelWords", "Left alone")},
        {QStringLiteral("found"), QT_TRANSLATE_NOOP("ChannelWords", "Found")},
        {QStringLiteral("held_push"), QT_TRANSLATE_NOOP("ChannelWords", "Push held back")},
        {QStringLiteral("shipment"), QT_TRANSLATE_NOOP("ChannelWords", "Shipment")},
        {QStringLiteral("planned"), QT_TRANSLATE_NOOP("ChannelWords", "Planned")},
        {QStringLiteral("accepted"), QT_TRANSLATE_NOOP("ChannelWords", "Accepted")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("ChannelWords", "Refused")},
        {QStringLiteral("held"), QT_TRANSLATE_NOOP("ChannelWords", "Held back")},
        {QStringLiteral("unknown"), QT_TRANSLATE_NOOP("ChannelWords", "Not known")},
        {QStringLiteral("unknown_sku"), QT_TRANSLATE_NOOP("ChannelWords", "Unknown SKU")},
        {QStringLiteral("ambiguous_sku"), QT_TRANSLATE_NOOP("ChannelWords", "SKU used twice")},
        {QStringLiteral("unknown_tax"), QT_TRANSLATE_NOOP("ChannelWords", "Unknown tax")},
        {QStringLiteral("totals_differ"), QT_TRANSLATE_NOOP("ChannelWords", "Totals differ")},
        {QStringLiteral("no_stock"), QT_TRANSLATE_NOOP("ChannelWords", "Too little stock")},
        {QStringLiteral("customer_hold"), QT_TRANSLATE_NOOP("ChannelWords", "Customer blocked")},
        {QStringLiteral("not_approved"), QT_TRANSLATE_NOOP("ChannelWords", "Customer not approved")},
        {QStringLiteral("credit_limit"), QT_TRANSLATE_NOOP("ChannelWords", "Credit limit")},
        {QStringLiteral("currency"), QT_TRANSLATE_NOOP("ChannelWords", "Currency")},
        {QStringLiteral("duplicate"), QT_TRANSLATE_NOOP("ChannelWords", "Number used twice")},
        {QStringLiteral("changed_after_ship"), QT_TRANSLATE_NOOP("ChannelWords", "Changed in the shop")},
        {QStringLiteral("put_back"), QT_TRANSLATE_NOOP("ChannelWords", "To be put back")},
        {QStringLiteral("refund"), QT_TRANSLATE_NOOP("ChannelWords", "Refund differs")},
        {QStringLiteral("payload"), QT_TRANSLATE_NOOP("ChannelWords", "Not readable")},
        {QStringLiteral("pages"), QT_TRANSLATE_NOOP("ChannelWords", "Pages")},
        {QStringLiteral("seen"), QT_TRANSLATE_NOOP("ChannelWords", "Seen")},
        {QStringLiteral("created"), QT_TRANSLATE_NOOP("ChannelWords", "New")},
        {QStringLiteral("changed"), QT_TRANSLATE_NOOP("ChannelWords", "Changed")},
        {QStringLiteral("unchanged"), QT_TRANSLATE_NOOP("ChannelWords", "Unchanged")},
        {QStringLiteral("exceptions"), QT_TRANSLATE_NOOP("ChannelWords", "Exceptions")},
        {QStringLiteral("compared"), QT_TRANSLATE_NOOP("ChannelWords", "Compared")},
        {QStringLiteral("sent"), QT_TRANSLATE_NOOP("ChannelWords", "Sent")},
        {QStringLiteral("error"), QT_TRANSLATE_NOOP("ChannelWords", "Error:")},
    };
    const auto found = words.find(code);
    return found == words.end() ? code : QCoreApplication::translate("ChannelWords", found->second);
}

QString channelCounts(const QString &json)
{
    const auto counts = Json::parse(json.toUtf8());
    if (!counts)
        return json;
    QStringList words;
    for (const auto &[name, count] : counts->members())
        if (count.isString() || (count.isNumber() && count.toInteger() != 0))
            words << channelWord(name) + u' ' + count.text();
    return words.join(QStringLiteral(", "));
}

QColor lightColor(Light light)
{
    switch (light) {
    case Light::Good: return theme::good();
    case Light::Attention: return theme::warning();
    case Light::Bad: break;
    }
    return theme::bad();
}
