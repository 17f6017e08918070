#include "channels/vendure/readlines.h"

#include "channels/vendure/shop.h"

namespace channels::vendure {
namespace {

qint64 times(qint64 exact, qint64 units) { return decimal::narrow(Int128(exact) * units); }

/// What stays of a gross amount when its tax is taken out, to the minor unit as the shop does it.
qint64 netOf(qint64 gross, Rate rate, Currency currency)
{
    const Money whole = rounded(gross, currency);
    return UnitPrice::of(whole - taxWithin(whole, rate)).millionths;
}

class LineReader {
public:
    LineReader(const Json &order, const RemoteOrder &head, AmountReader &amounts, std::vector<QString> &problems)
        : m_order(order), m_head(head), m_amounts(amounts), m_problems(problems), m_isCancelled(head.state == RemoteState::Cancelled)
    {}

    std::vector<RemoteLine> read()
    {
        for (const Json &item : m_order["lines"].items())
            m_lines.push_back(goods(item));
        for (const Json &item : m_order["surcharges"].items())
            m_lines.push_back(surcharge(item));
        for (const Json &item : m_order["shippingLines"].items())
            m_lines.push_back(shipping(item));
        std::vector<std::vector<Named>> rates;
        for (const Json &item : m_order["lines"].items())
            rates.push_back(ratesOf(item));
        for (const Json &item : m_order["surcharges"].items())
            rates.push_back(ratesOf(item));
        auto lines = roundLines(std::move(m_lines), m_head.currency);
        for (size_t i = 0; i < lines.size(); ++i)
            lines[i].taxes = taxes(lines[i], i < rates.size() ? rates[i] : shippingRates(lines[i]));
        return lines;
    }

private:
    struct Named {
        QString label;
        Rate rate;
    };

    ExactLine goods(const Json &item)
    {
        ExactLine result;
        RemoteLine &line = result.line;
        line.externalId = item["id"].text();
        line.sku = item["productVariant"]["sku"].text();
        line.externalProduct = item["productVariant"]["id"].text();
        line.description = item["productVariant"]["name"].text();
        const qint64 units = unitsOf(item, line.externalId);
        line.quantity = Quantity::whole(units);
        line.shipped = Quantity::whole(unitsShipped(line.externalId));
        const qint64 before = wasTakenOff(item) ? placed(item, result, units) : standing(item, result);
        setPrice(result, item, before);
        if (line.sku.isEmpty() && line.externalProduct.isEmpty() && line.description.isEmpty())
            m_problems.push_back(Words::tr("Line %1 names no product.").arg(line.externalId));
        return result;
    }

    qint64 unitsShipped(const QString &line) const
    {
        qint64 units = 0;
        for (const Json &fulfilment : m_order["fulfillments"].items())
            if (const QString state = fulfilment["state"].text(); state == u"Shipped" || state == u"Delivered")
                for (const Json &part : fulfilment["lines"].items())
                    if (part["orderLineId"].text() == line)
                        units += std::max<qint64>(0, part["quantity"].toInteger());
        return units;
    }

    bool wasTakenOff(const Json &item) const { return m_isCancelled && item["quantity"].toInteger() == 0; }

    qint64 unitsOf(const Json &item, const QString &id)
    {
        const Json &units = wasTakenOff(item) ? item["orderPlacedQuantity"] : item["quantity"];
        const qint64 count = units.toInteger(-1);
        if (count < 0)
            m_problems.push_back(Words::tr("Line %1 has no quantity.").arg(id));
        return std::max<qint64>(0, count);
    }

    /// The line as the shop adds it up, with its part of the order's discounts. Gives back what it cost before discounts, without tax.
    qint64 standing(const Json &item, ExactLine &result)
    {
        const qint64 gross = m_amounts.exact(item["proratedLinePriceWithTax"], "proratedLinePriceWithTax");
        result.net = item.contains(u"proratedLinePrice") ? m_amounts.exact(item["proratedLinePrice"], "proratedLinePrice")
                                                         : netOf(gross, rateOf(item), m_head.currency);
        result.tax = decimal::subtract(gross, result.net);
        return m_amounts.exact(item["linePrice"], "linePrice");
    }

    /// A cancelled line's amounts are zero; the prices of its units still stand.
    qint64 placed(const Json &item, ExactLine &result, qint64 units)
    {
        const qint64 gross = times(m_amounts.exact(item["proratedUnitPriceWithTax"], "proratedUnitPriceWithTax"), units);
        result.net = m_head.taxInclusive || !item.contains(u"proratedUnitPrice")
                         ? netOf(gross, rateOf(item), m_head.currency)
                         : times(m_amounts.exact(item["proratedUnitPrice"], "proratedUnitPrice"), units);
        result.tax = decimal::subtract(gross, result.net);
        const qint64 full = times(m_amounts.exact(item["unitPriceWithTax"], "unitPriceWithTax"), units);
        return m_head.taxInclusive ? netOf(full, rateOf(item), m_head.currency) : times(m_amounts.exact(item["unitPrice"], "unitPrice"), units);
    }

    void setPrice(ExactLine &result, const Json &item, qint64 before)
    {
        RemoteLine &line = result.line;
        line.discount = rounded(decimal::subtract(before, result.net), m_head.currency);
        line.unitPrice = {m_amounts.exact(item[m_head.taxInclusive ? "unitPriceWithTax" : "unitPrice"], "unitPrice"), m_head.currency};
        if (!line.discount.isNegative())
            return;
        line.discount = Money(0, m_head.currency); // something made the line dearer: then that is its price
        line.unitPrice = priceOf(m_head.taxInclusive ? decimal::add(result.net, result.tax) : result.net, line.quantity, m_head.currency);
    }

    ExactLine surcharge(const Json &item)
    {
        ExactLine result;
        result.line.externalId = item["id"].text();
        result.line.kind = RemoteLineKind::Fee;
        result.line.description = item["description"].text();
        result.line.discount = Money(0, m_head.currency);
        result.net = m_amounts.exact(item["price"], "surcharges");
        result.tax = decimal::subtract(m_amounts.exact(item["priceWithTax"], "surcharges"), result.net);
        result.line.unitPrice = {m_head.taxInclusive ? decimal::add(result.net, result.tax) : result.net, m_head.currency};
        return result;
    }

    ExactLine shipping(const Json &item)
    {
        ExactLine result;
        RemoteLine &line = result.line;
        line.externalId = item["id"].text().isEmpty() ? item["shippingMethod"]["code"].text() : item["id"].text();
        line.kind = RemoteLineKind::Shipping;
        line.description = item["shippingMethod"]["name"].text();
        const qint64 fullGross = m_amounts.exact(item["priceWithTax"], "shippingLines");
        qint64 gross = m_amounts.exact(item["discountedPriceWithTax"], "shippingLines");
        const bool takenOff = m_isCancelled && gross == 0;
        if (takenOff)
            gross = fullGross;
        result.net = shippingNet(item, gross, takenOff);
        result.tax = decimal::subtract(gross, result.net);
        const qint64 fullNet = item.contains(u"price") ? m_amounts.exact(item["price"], "shippingLines") : result.net;
        const Money discount = rounded(fullNet, m_head.currency) - rounded(result.net, m_head.currency);
        line.discount = discount.isNegative() ? Money(0, m_head.currency) : discount;
        line.unitPrice = {m_head.taxInclusive ? fullGross : fullNet, m_head.currency};
        return result;
    }

    qint64 shippingNet(const Json &item, qint64 gross, bool takenOff)
    {
        const char *member = takenOff ? "price" : "discountedPrice"; // the first comes with all digits of a division
        if (item.contains(QString::fromLatin1(member)))
            return UnitPrice::of(m_amounts.money(item[member], member)).millionths;
        if (!takenOff && m_order["shippingLines"].items().size() == 1)
            return m_amounts.exact(m_order["shipping"], "shipping");
        const auto rates = shippingSummary();
        return rates.empty() ? gross : netOf(gross, rates.front().rate, m_head.currency);
    }

    Rate rateOf(const Json &item) { return Rate::parsePercent(item["taxRate"].text()).value_or(Rate()); }

    std::vector<Named> ratesOf(const Json &item)
    {
        std::vector<Named> rates;
        for (const Json &line : item["taxLines"].items())
            rates.push_back({line["description"].text(), checkedRate(line["taxRate"])});
        if (rates.empty() && !item.contains(u"taxLines"))
            rates.push_back({summaryLabel(item["taxRate"].text()), checkedRate(item["taxRate"])});
        return rates;
    }

    Rate checkedRate(const Json &percent)
    {
        const auto rate = Rate::parsePercent(percent.text());
        if (!rate || rate->millionths < 0)
            m_problems.push_back(Words::tr("\"%1\" is no tax rate.").arg(percent.text()));
        return rate && rate->millionths >= 0 ? *rate : Rate();
    }

    QString summaryLabel(const QString &percent) const
    {
        for (const Json &summary : m_order["taxSummary"].items())
            if (summary["taxRate"].text() == percent)
                return summary["description"].text();
        return {};
    }

    /// The rates that the summary gives for shipping: its lines do not name their own.
    std::vector<Named> shippingSummary()
    {
        std::vector<Named> rates;
        for (const Json &summary : m_order["taxSummary"].items())
            if (summary["description"].text() == u"shipping tax")
                rates.push_back({summary["description"].text(), checkedRate(summary["taxRate"])});
        return rates;
    }

    std::vector<Named> shippingRates(const RemoteLine &line)
    {
        const auto rates = shippingSummary();
        for (const Named &named : rates)
            if ((taxOn(line.net, named.rate) - line.tax).absolute().minor() <= 1)
                return {named};
        if (!line.tax.isZero())
            m_problems.push_back(Words::tr("The shop does not say the tax rate of \"%1\".").arg(line.description));
        return {};
    }

    /// Rates of one line are charged side by side on the same price.
    std::vector<RemoteTax> taxes(const RemoteLine &line, const std::vector<Named> &rates)
    {
        if (rates.empty() && !line.tax.isZero() && line.kind != RemoteLineKind::Shipping)
            m_problems.push_back(Words::tr("The shop does not say the tax rate of \"%1\".").arg(line.description));
        std::vector<qint64> weights;
        for (const Named &named : rates)
            weights.push_back(named.rate.millionths);
        const auto amounts = distribute(line.tax, weights);
        std::vector<RemoteTax> result;
        for (size_t i = 0; i < rates.size(); ++i)
            result.push_back({{}, rates[i].label, rates[i].rate, line.net, amounts[i]});
        return result;
    }

    const Json &m_order;
    const RemoteOrder &m_head;
    AmountReader &m_amounts;
    std::vector<QString> &m_problems;
    bool m_isCancelled;
    std::vector<ExactLine> m_lines;
};

} // namespace

qint64 AmountReader::exact(const Json &amount, const char *what)
{
    const auto read = exactAmountOf(amount, m_precision);
    if (!read)
        m_problems.push_back(Words::tr("\"%1\" is no amount (%2).").arg(amount.text().left(40), QString::fromLatin1(what)));
    return read.value_or(0);
}

std::vector<RemoteLine> readLines(const Json &order, const RemoteOrder &head, AmountReader &amounts, std::vector<QString> &problems)
{
    return LineReader(order, head, amounts, problems).read();
}

} // namespace channels::vendure
