#include "channels/practicestore/shop.h"

namespace channels::practicestore {
namespace {

constexpr qint64 whole = 100'000'000; ///< 100 % in millionths of a percent

qint64 percentOf(const TaxRate &rate) { return decimal::parse(rate.percent, 6).value_or(0); }

/// Cents of numerator / denominator millionths. Where prices include tax the platform rounds half a cent of tax down, so that tax and net
/// still add up to the price; else up.
Amount cents(Int128 numerator, Int128 denominator, bool halfDown)
{
    const bool negative = numerator < 0;
    if (negative)
        numerator = -numerator;
    denominator *= 10'000;
    Int128 quotient = numerator / denominator;
    const Int128 twice = (numerator % denominator) * 2;
    if (twice > denominator || (twice == denominator && !halfDown))
        ++quotient;
    return Amount::cents(qint64(negative ? -quotient : quotient));
}

const Address &destinationOf(const Order &order) { return order.shipping.country.isEmpty() ? order.billing : order.shipping; }

std::vector<TaxShare> shares(Amount total, Amount subtotal, const std::vector<const TaxRate *> &rates, bool pricesIncludeTax)
{
    std::vector<TaxShare> taxes = taxesOn(total, rates, pricesIncludeTax);
    const std::vector<TaxShare> before = taxesOn(subtotal, rates, pricesIncludeTax);
    for (size_t i = 0; i < taxes.size(); ++i)
        taxes[i].subtotal = before[i].total;
    return taxes;
}

void listRates(const std::vector<TaxShare> &taxes, std::vector<qint64> &rates)
{
    for (const TaxShare &tax : taxes)
        if (std::find(rates.begin(), rates.end(), tax.rate) == rates.end())
            rates.push_back(tax.rate);
}

} // namespace

std::vector<const TaxRate *> ratesFor(const Shop &shop, const Address &destination, const QString &taxClass)
{
    const bool known = !destination.country.isEmpty();
    const QString country = known ? destination.country : shop.settings.country;
    std::vector<const TaxRate *> rates;
    for (const TaxRate &rate : shop.taxRates)
        if (rate.country == country && rate.taxClass == taxClass && (rate.state.isEmpty() || rate.state == destination.state))
            rates.push_back(&rate);
    return rates;
}

std::vector<TaxShare> taxesOn(Amount net, const std::vector<const TaxRate *> &rates, bool pricesIncludeTax)
{
    std::vector<TaxShare> taxes;
    for (const TaxRate *rate : rates) {
        const Amount tax = cents(Int128(net.millionths) * percentOf(*rate), whole, pricesIncludeTax);
        taxes.push_back({rate->id, tax, tax});
    }
    return taxes;
}

std::vector<TaxShare> taxesWithin(Amount gross, const std::vector<const TaxRate *> &rates, Amount &net)
{
    qint64 all = whole;
    for (const TaxRate *rate : rates)
        all += percentOf(*rate);
    std::vector<TaxShare> taxes;
    for (const TaxRate *rate : rates) {
        const Amount tax = cents(Int128(gross.millionths) * percentOf(*rate), all, true);
        taxes.push_back({rate->id, tax, tax});
    }
    net = {qint64(decimal::divide(Int128(gross.millionths) * whole, all))};
    return taxes;
}

Amount sum(const std::vector<TaxShare> &taxes, Amount TaxShare::*which)
{
    Amount total;
    for (const TaxShare &tax : taxes)
        total += tax.*which;
    return total;
}

void listTaxLines(Shop &shop, Order &order)
{
    std::vector<qint64> rates;
    for (const OrderLine &line : order.lines)
        listRates(line.taxes, rates);
    for (const FeeLine &line : order.feeLines)
        listRates(line.taxes, rates);
    for (const ShippingLine &line : order.shippingLines)
        listRates(line.taxes, rates);
    std::vector<TaxLine> lines;
    for (const qint64 rate : rates) {
        const auto known = std::find_if(order.taxLines.begin(), order.taxLines.end(), [&](const TaxLine &line) { return line.rate == rate; });
        lines.push_back(known != order.taxLines.end() ? *known : TaxLine{++shop.lastItemId, rate});
    }
    order.taxLines = std::move(lines);
}

void computeTaxes(Shop &shop, Order &order)
{
    const Address &destination = destinationOf(order);
    for (OrderLine &line : order.lines)
        line.taxes = shares(line.total, line.subtotal, ratesFor(shop, destination, line.taxClass), order.pricesIncludeTax);
    for (ShippingLine &line : order.shippingLines)
        line.taxes = taxesOn(line.total, ratesFor(shop, destination, {}), order.pricesIncludeTax);
    for (FeeLine &line : order.feeLines)
        line.taxes = line.taxable ? taxesOn(line.total, ratesFor(shop, destination, line.taxClass), order.pricesIncludeTax) : std::vector<TaxShare>();
    listTaxLines(shop, order);
}

/// The total is the sum of what is shown: every row rounded first.
Totals totalsOf(const Order &order)
{
    Totals totals;
    Amount subtotal;
    Amount goods;
    for (const OrderLine &line : order.lines) {
        subtotal += line.subtotal;
        goods += line.total;
        totals.total += line.total.rounded();
        totals.cartTax += sum(line.taxes);
        totals.discountTax += sum(line.taxes, &TaxShare::subtotal) - sum(line.taxes);
    }
    totals.discount = subtotal - goods;
    for (const FeeLine &line : order.feeLines) {
        totals.total += line.total.rounded();
        totals.cartTax += sum(line.taxes);
    }
    for (const ShippingLine &line : order.shippingLines) {
        totals.shipping += line.total;
        totals.shippingTax += sum(line.taxes);
        totals.total += line.total.rounded();
    }
    totals.tax = totals.cartTax + totals.shippingTax;
    totals.total += totals.tax;
    for (const Refund &refund : order.refunds)
        totals.refunded += refund.amount;
    return totals;
}

} // namespace channels::practicestore
