#include "apps/ctl/orderfile.h"

#include "channels/engine/channel.h"
#include "core/parties/party.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("OrderFile", text); }

namespace {

Result<> knows(const Json &json, const QStringList &members, const QString &where)
{
    if (!json.isObject())
        return refuse(QStringLiteral("order_file"), tr("%1 is no object.").arg(where));
    for (const auto &[name, value] : json.members())
        if (!members.contains(name))
            return refuse(QStringLiteral("order_file"), tr("%1 has an unknown member “%2”.").arg(where, name),
                          tr("It may have: %1.").arg(members.join(QStringLiteral(", "))));
    return Done{};
}

QStringList words(const char *spaced) { return QString::fromLatin1(spaced).split(u' '); }

Result<Address> addressFrom(const Json &order, const char *role)
{
    const Json &json = order[role];
    if (json.isNull())
        return Address();
    if (auto fine = knows(json, words("name company street street2 postcode city region country phone email"), QString::fromLatin1(role)); !fine)
        return fine.error();
    return Address{json["name"].text(),     json["company"].text(), json["street"].text(), json["street2"].text(),
                   json["postcode"].text(), json["city"].text(),    json["region"].text(), json["country"].text().toUpper(),
                   json["phone"].text(),    json["email"].text()};
}

Result<NewLine> lineFrom(Tx &tx, const Json &json, int number, Currency currency)
{
    const QString where = tr("Line %1").arg(number);
    if (auto fine = knows(json, words("sku quantity unit_price discount description"), where); !fine)
        return fine.error();
    NewLine line;
    const QString sku = json["sku"].text();
    const auto product = findProduct(tx, sku);
    if (!product)
        return refuse(QStringLiteral("unknown_sku"), tr("%1: there is no product with SKU %2.").arg(where, sku));
    line.product = product->id;
    line.description = json["description"].text();
    const auto units = Quantity::parse(json["quantity"].text());
    if (!units)
        return refuse(QStringLiteral("quantity"), tr("%1: “%2” is no quantity.").arg(where, json["quantity"].text()));
    line.quantity = *units;
    if (json.contains(u"unit_price")) {
        line.unitPrice = UnitPrice::parse(json["unit_price"].text(), currency);
        if (!line.unitPrice)
            return refuse(QStringLiteral("price"), tr("%1: “%2” is no price.").arg(where, json["unit_price"].text()));
    }
    if (json.contains(u"discount")) {
        const auto rate = Rate::parsePercent(json["discount"].text());
        if (!rate)
            return refuse(QStringLiteral("discount"), tr("%1: “%2” is no percentage.").arg(where, json["discount"].text()));
        line.discountRate = *rate;
    }
    return line;
}

/// An order of a site that people serve by hand carries the site's own number, and is refused the second time.
Result<> takeChannel(Tx &tx, const Json &json, NewOrder &order)
{
    if (!json.contains(u"channel"))
        return Done{};
    const auto channel = channelByName(tx, json["channel"].text());
    if (!channel)
        return channel.error();
    order.channel = channel->id;
    order.externalNumber = json["external_number"].text();
    order.externalId = order.externalNumber;
    if (order.externalNumber.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("An order of a channel needs its external_number."));
    return Done{};
}

} // namespace

Result<NewOrder> orderFrom(Tx &tx, const Json &json)
{
    if (auto fine = knows(json, words("customer reference note billing delivery channel external_number lines total confirm"), tr("The order"));
        !fine)
        return fine.error();
    NewOrder order;
    const auto customer = partyByCode(tx, PartyKind::Customer, json["customer"].text());
    if (!customer)
        return customer.error();
    order.party = customer->id;
    order.reference = json["reference"].text();
    order.note = json["note"].text();
    if (auto taken = takeChannel(tx, json, order); !taken)
        return taken.error();
    for (const auto &[role, address] : {std::pair("billing", &NewOrder::billing), std::pair("delivery", &NewOrder::delivery)}) {
        const auto given = addressFrom(json, role);
        if (!given)
            return given.error();
        order.*address = *given;
    }
    int number = 0;
    for (const Json &item : json["lines"].items()) {
        const auto line = lineFrom(tx, item, ++number, customer->currency);
        if (!line)
            return line.error();
        order.lines.push_back(*line);
    }
    if (json.contains(u"total")) {
        order.total = Money::parse(json["total"].text(), customer->currency);
        if (!order.total)
            return refuse(QStringLiteral("amount"), tr("“%1” is no total.").arg(json["total"].text()));
    }
    return order;
}

} // namespace ctl
