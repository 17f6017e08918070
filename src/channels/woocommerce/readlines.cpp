#include "channels/woocommerce/readlines.h"

#include "channels/figures.h"
#include "channels/htmltext.h"
#include "channels/woocommerce/client.h"

namespace channels::woocommerce {

QString metaOf(const Json &item, QStringView key)
{
    for (const Json &meta : item["meta_data"].items())
        if (meta["key"].text() == key)
            return meta["value"].text();
    return {};
}

namespace {

/// A rate as the order's tax_lines describe it; the lines only name its id.
struct TaxRate {
    QString label;
    std::optional<Rate> rate;
    bool compound = false; ///< charged on the price and on the other taxes
};
using TaxRates = std::map<QString, TaxRate>;

TaxRates readRates(const Json &order)
{
    TaxRates rates;
    for (const Json &line : order["tax_lines"].items())
        rates[line["rate_id"].text()] = {unescaped(line["label"].text()), Rate::parsePercent(line["rate_percent"].text()), line["compound"].toBool()};
    return rates;
}

QString idOf(const Json &number) { return number.toInteger() == 0 ? QString() : number.text(); }

class LineReader {
public:
    LineReader(const Json &order, const RemoteOrder &head, const Vocabulary &vocabulary, std::vector<QString> &problems)
        : m_order(order), m_head(head), m_vocabulary(vocabulary), m_problems(problems), m_amounts(head.currency, problems), m_rates(readRates(order))
    {}

    std::vector<RemoteLine> read()
    {
        for (const Json &item : m_order["line_items"].items())
            add(item, goods(item));
        for (const Json &item : m_order["shipping_lines"].items())
            add(item, charge(item, RemoteLineKind::Shipping, item["method_title"]));
        for (const Json &item : m_order["fee_lines"].items())
            add(item, charge(item, feeKind(item["name"].text()), item["name"]));
        auto lines = roundLines(std::move(m_lines), m_head.currency);
        for (size_t i = 0; i < lines.size(); ++i)
            lines[i].taxes = taxes(*m_items[i], lines[i]);
        return lines;
    }

private:
    void add(const Json &item, ExactLine line)
    {
        line.line.externalId = item["id"].text();
        m_lines.push_back(std::move(line));
        m_items.push_back(&item);
    }

    ExactLine goods(const Json &item)
    {
        ExactLine result;
        RemoteLine &line = result.line;
        line.sku = item["sku"].text();
        line.externalProduct = idOf(item["variation_id"]).isEmpty() ? idOf(item["product_id"]) : item["variation_id"].text();
        line.description = unescaped(item["name"].text());
        line.quantity = quantity(item);
        result.net = m_amounts.exact(item["total"], "total");
        result.tax = m_amounts.exact(item["total_tax"], "total_tax");
        readPrice(result, item);
        if (line.sku.isEmpty() && line.externalProduct.isEmpty() && line.description.isEmpty())
            m_problems.push_back(Words::tr("Line %1 names no product: the shop does not have it any more.").arg(item["id"].text()));
        return result;
    }

    /// Subtotals are before coupons, totals after them, all without tax. A plugin may raise a line: then there is no discount.
    void readPrice(ExactLine &result, const Json &item)
    {
        qint64 subtotal = m_amounts.exact(item["subtotal"], "subtotal");
        qint64 subtotalTax = m_amounts.exact(item["subtotal_tax"], "subtotal_tax");
        if (subtotal < result.net) {
            subtotal = result.net;
            subtotalTax = result.tax;
        }
        result.line.discount = rounded(decimal::subtract(subtotal, result.net), m_head.currency);
        const qint64 shown = m_head.taxInclusive ? decimal::add(subtotal, subtotalTax) : subtotal;
        result.line.unitPrice = priceOf(shown, result.line.quantity, m_head.currency);
    }

    ExactLine charge(const Json &item, RemoteLineKind kind, const Json &title)
    {
        ExactLine result;
        result.line.kind = kind;
        result.line.description = unescaped(title.text());
        result.net = m_amounts.exact(item["total"], "total");
        result.tax = m_amounts.exact(item["total_tax"], "total_tax");
        result.line.discount = Money(0, m_head.currency);
        const qint64 shown = m_head.taxInclusive ? decimal::add(result.net, result.tax) : result.net;
        result.line.unitPrice = priceOf(shown, result.line.quantity, m_head.currency);
        return result;
    }

    Quantity quantity(const Json &item)
    {
        const auto count = Quantity::parse(item["quantity"].text());
        if (!count || count->isNegative())
            m_problems.push_back(Words::tr("Line %1 has no quantity.").arg(item["id"].text()));
        return count && !count->isNegative() ? *count : Quantity();
    }

    RemoteLineKind feeKind(const QString &name) const
    {
        const auto known = m_vocabulary.fees.find(name);
        return known == m_vocabulary.fees.end() ? RemoteLineKind::Fee : known->second;
    }

    std::vector<RemoteTax> taxes(const Json &item, const RemoteLine &line)
    {
        std::vector<RemoteTax> result;
        std::vector<qint64> exact;
        for (const Json &tax : item["taxes"].items()) {
            if (tax["total"].text().isEmpty())
                continue; // a rate of the order that does not concern this line
            exact.push_back(m_amounts.exact(tax["total"], "taxes"));
            result.push_back(described(tax["id"].text(), exact.back() != 0));
        }
        const auto amounts = fit(exact, line.tax);
        if (!amounts)
            m_problems.push_back(Words::tr("The taxes of line %1 do not add up to %2.").arg(line.externalId, line.tax.toString()));
        else
            setAmounts(result, *amounts, line.net);
        return result;
    }

    RemoteTax described(const QString &id, bool matters)
    {
        const auto known = m_rates.find(id);
        RemoteTax tax;
        tax.externalId = id;
        if (known != m_rates.end())
            tax.label = known->second.label;
        if (known != m_rates.end() && known->second.rate)
            tax.rate = *known->second.rate;
        else if (matters)
            m_problems.push_back(Words::tr("The shop does not say the rate of tax %1.").arg(tax.label.isEmpty() ? id : tax.label));
        return tax;
    }

    void setAmounts(std::vector<RemoteTax> &lineTaxes, const std::vector<Money> &amounts, Money net)
    {
        Money simple = Money(0, m_head.currency);
        for (size_t i = 0; i < lineTaxes.size(); ++i) {
            lineTaxes[i].amount = amounts[i];
            if (!m_rates[lineTaxes[i].externalId].compound)
                simple += amounts[i];
        }
        for (RemoteTax &tax : lineTaxes)
            tax.base = m_rates[tax.externalId].compound ? net + simple : net;
    }

    const Json &m_order;
    const RemoteOrder &m_head;
    const Vocabulary &m_vocabulary;
    std::vector<QString> &m_problems;
    AmountReader m_amounts;
    TaxRates m_rates;
    std::vector<ExactLine> m_lines;
    std::vector<const Json *> m_items;
};

} // namespace

qint64 AmountReader::exact(const Json &written, const char *what)
{
    const auto amount = exactAmount(written);
    if (!amount)
        m_problems.push_back(Words::tr("\"%1\" is no amount (%2).").arg(written.text().left(40), QString::fromLatin1(what)));
    return amount.value_or(0);
}

Money AmountReader::money(const Json &written, const char *what) { return rounded(exact(written, what), m_currency); }

std::vector<RemoteLine> readLines(const Json &order, const RemoteOrder &head, const Vocabulary &vocabulary, std::vector<QString> &problems)
{
    return LineReader(order, head, vocabulary, problems).read();
}

} // namespace channels::woocommerce
