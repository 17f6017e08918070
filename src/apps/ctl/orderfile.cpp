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

using channels::byhand::WebLine;
using channels::byhand::WebOrder;
using channels::byhand::WebPayment;

/// A line as the site showed it. A SKU that is not known is no mistake here: the order waits with it.
Result<WebLine> webLineFrom(const Json &json, int number, Currency currency)
{
    const QString where = tr("Line %1").arg(number);
    if (auto fine = knows(json, words("sku quantity unit_price description"), where); !fine)
        return fine.error();
    WebLine line;
    line.sku = json["sku"].text();
    line.description = json["description"].text();
    const auto units = Quantity::parse(json["quantity"].text());
    if (!units)
        return refuse(QStringLiteral("quantity"), tr("%1: “%2” is no quantity.").arg(where, json["quantity"].text()));
    line.quantity = *units;
    if (json.contains(u"unit_price")) {
        line.price = UnitPrice::parse(json["unit_price"].text(), currency);
        if (!line.price)
            return refuse(QStringLiteral("price"), tr("%1: “%2” is no price.").arg(where, json["unit_price"].text()));
    }
    return line;
}

Result<WebPayment> paymentFrom(const QString &word)
{
    if (word.isEmpty() || word == QLatin1String("on_account"))
        return WebPayment::OnAccount;
    if (word == QLatin1String("paid"))
        return WebPayment::Paid;
    if (word == QLatin1String("awaited"))
        return WebPayment::Awaited;
    return refuse(QStringLiteral("payment"), tr("“%1” is no payment: it is paid, awaited or on_account.").arg(word));
}

channels::RemoteAddress remoteAddress(const Address &a)
{
    return {a.name, a.company, a.street, a.street2, a.postcode, a.city, a.region, a.country, a.phone, a.email};
}

} // namespace

Result<NewOrder> orderFrom(Tx &tx, const Json &json)
{
    if (auto fine = knows(json, words("customer reference note billing delivery lines total confirm"), tr("The order")); !fine)
        return fine.error();
    NewOrder order;
    const auto customer = partyByCode(tx, PartyKind::Customer, json["customer"].text());
    if (!customer)
        return customer.error();
    order.party = customer->id;
    order.reference = json["reference"].text();
    order.note = json["note"].text();
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

Result<WebOrder> webOrderFrom(Tx &tx, const Channel &channel, const Json &json)
{
    if (auto fine = knows(json,
                          words("channel external_number customer placed_at billing delivery lines shipping discount tax site_total payment "
                                "payment_method note hold"),
                          tr("The order"));
        !fine)
        return fine.error();
    WebOrder order;
    order.number = json["external_number"].text();
    if (json.contains(u"placed_at")) {
        order.placedAt = Instant::parse(json["placed_at"].text());
        if (!order.placedAt)
            return refuse(QStringLiteral("day"), tr("“%1” is no moment such as 2026-11-24T10:00:00Z.").arg(json["placed_at"].text()));
    }
    if (const QString code = json["customer"].text(); !code.isEmpty()) {
        const auto customer = partyByCode(tx, PartyKind::Customer, code);
        if (!customer)
            return customer.error();
        order.customer = customer->id;
    }
    for (const auto &[role, address] : {std::pair("billing", &WebOrder::billing), std::pair("delivery", &WebOrder::delivery)}) {
        const auto given = addressFrom(json, role);
        if (!given)
            return given.error();
        order.*address = remoteAddress(*given);
    }
    int number = 0;
    for (const Json &item : json["lines"].items()) {
        const auto line = webLineFrom(item, ++number, channel.currency);
        if (!line)
            return line.error();
        order.lines.push_back(*line);
    }
    for (const auto &[name, amount] : {std::pair("shipping", &WebOrder::shipping), std::pair("discount", &WebOrder::discount),
                                       std::pair("tax", &WebOrder::tax), std::pair("site_total", &WebOrder::total)}) {
        if (!json.contains(QString::fromLatin1(name)))
            continue;
        order.*amount = Money::parse(json[name].text(), channel.currency);
        if (!(order.*amount) || (order.*amount)->isNegative())
            return refuse(QStringLiteral("amount"), tr("“%1” is no %2.").arg(json[name].text(), QString::fromLatin1(name)));
    }
    const auto payment = paymentFrom(json["payment"].text());
    if (!payment)
        return payment.error();
    order.payment = *payment;
    order.paymentMethod = json["payment_method"].text();
    order.note = json["note"].text();
    order.source = json;
    return order;
}

} // namespace ctl
