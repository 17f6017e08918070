#include "channels/figures.h"
#include "channels/htmltext.h"
#include "channels/woocommerce/client.h"
#include "channels/woocommerce/readlines.h"

namespace channels::woocommerce {
namespace {

const Json &itemOf(const Json &order, const QString &line)
{
    static const Json none;
    for (const Json &item : order["line_items"].items())
        if (item["id"].text() == line)
            return item;
    return none;
}

/// How many units of a line came back to the shop's stock. The shop counts them on the line, over all refunds.
Quantity restockedUnits(const Json &order, const QString &line)
{
    return Quantity::parse(metaOf(itemOf(order, line), u"_restock_refunded_items")).value_or(Quantity());
}

class RefundReader {
public:
    RefundReader(Currency currency, std::vector<QString> &problems) : m_currency(currency), m_amounts(currency, problems) {}

    /// What the order itself tells: the sum, as a negative figure, and why.
    RemoteRefund summary(const Json &written)
    {
        RemoteRefund refund;
        refund.externalId = written["id"].text();
        refund.reason = unescaped(written["reason"].text());
        refund.amount = m_amounts.money(written["total"], "refunds").absolute();
        refund.complete = false;
        return refund;
    }

    RemoteRefund details(const Json &written)
    {
        RemoteRefund refund;
        refund.externalId = written["id"].text();
        refund.at = utcTime(written["date_created_gmt"]);
        refund.reason = unescaped(written["reason"].text());
        refund.amount = m_amounts.money(written["amount"], "amount").absolute();
        std::vector<ExactLine> exact;
        for (const char *kind : {"line_items", "shipping_lines", "fee_lines"})
            for (const Json &item : written[kind].items())
                exact.push_back(line(item));
        for (const RemoteLine &line : roundLines(std::move(exact), m_currency))
            refund.lines.push_back({line.externalId, line.quantity, line.net, line.tax, false});
        return refund;
    }

private:
    /// Refunds are orders turned round: everything is negative. Each line names the one that it takes back.
    ExactLine line(const Json &item)
    {
        ExactLine result;
        result.line.externalId = metaOf(item, u"_refunded_item_id");
        result.line.quantity = -Quantity::parse(item["quantity"].text()).value_or(Quantity());
        if (result.line.quantity.isNegative())
            result.line.quantity = Quantity();
        result.net = decimal::subtract(0, m_amounts.exact(item["total"], "total"));
        result.tax = decimal::subtract(0, m_amounts.exact(item["total_tax"], "total_tax"));
        return result;
    }

    Currency m_currency;
    AmountReader m_amounts;
};

/// A line's units count as restocked when the shop put all that were refunded back: it does not say which ones, if it were some.
void markRestocked(std::vector<RemoteRefund> &refunds, const Json &order)
{
    std::map<QString, Quantity> refunded;
    for (const RemoteRefund &refund : refunds)
        for (const RemoteRefundLine &line : refund.lines)
            refunded[line.externalLine] += line.quantity;
    for (RemoteRefund &refund : refunds)
        for (RemoteRefundLine &line : refund.lines)
            line.restocked = line.quantity.isPositive() && restockedUnits(order, line.externalLine) >= refunded[line.externalLine];
}

} // namespace

std::vector<RemoteRefund> readRefunds(const Json &order, const RemoteOrder &head, std::vector<QString> &problems)
{
    RefundReader reader(head.currency, problems);
    std::vector<RemoteRefund> refunds;
    if (order["refund_details"].isArray()) {
        for (const Json &refund : order["refund_details"].items())
            refunds.push_back(reader.details(refund));
        markRestocked(refunds, order);
    } else {
        for (const Json &refund : order["refunds"].items())
            refunds.push_back(reader.summary(refund));
    }
    return refunds;
}

} // namespace channels::woocommerce
