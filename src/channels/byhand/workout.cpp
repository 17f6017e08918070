#include "channels/byhand/orderjson.h"
#include "channels/byhand/weborder.h"
#include "channels/engine/offer.h"
#include "channels/figures.h"
#include "core/stock/productlist.h"
#include "core/stock/sellable.h"

#include <QCoreApplication>

// A web order worked out: which products, which prices, which taxes, what they come to.

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

bool Worked::fits() const { return !gap || gap->absolute().minor() <= qint64(order.lines.size()); }

int Worked::unknown() const
{
    return int(std::count_if(lines.begin(), lines.end(), [](const FoundLine &line) { return !line.product; }));
}

Id<Product> productOn(Tx &tx, const Channel &channel, const QString &code, const QString &description)
{
    if (!code.trimmed().isEmpty())
        if (const auto product = findProduct(tx, code))
            return product->id;
    RemoteLine line;
    line.sku = code.trimmed();
    line.externalProduct = line.sku;
    line.description = description.simplified();
    if (const Id<Product> known = matchProduct(tx, channel, line))
        return known;
    if (!line.sku.isEmpty() || line.description.isEmpty())
        return {};
    Id<Product> named;
    for (const ProductRow &row : productRows(tx, {.words = line.description}, {}, 20)) {
        if (folded(row.name) != folded(line.description))
            continue;
        if (named)
            return {}; // two of the same name: a person decides
        named = row.id;
    }
    return named;
}

QString firstWithNumber(Tx &tx, const Channel &channel, const QString &number)
{
    return tx.text("SELECT number FROM sales_order WHERE channel_id = ? AND (external_id = ? OR external_number = ?)", channel.id, number.trimmed(),
                   number.trimmed());
}

namespace {

/// A line of goods or the shipping, while its amounts are worked out.
struct Part {
    RemoteLine line;
    QString taxClass = QStringLiteral("standard");
    Money amount;  ///< the channel's way, before the order's discount
    Money reduced; ///< after it
    std::optional<Rate> rate;
    QString taxName;
};

class Worker {
public:
    Worker(Tx &tx, const Channel &channel, const WebOrder &web)
        : m_tx(tx), m_channel(channel), m_web(web), m_currency(web.currency.value_or(channel.currency)), m_placedAt(web.placedAt.value_or(tx.now())),
          m_day(m_placedAt.dayIn(tx.scene().zone))
    {
        const QString &there = web.delivery.country.isEmpty() ? web.billing.country : web.delivery.country;
        m_country = there.isEmpty() ? tx.configured<Settings>().country : there;
    }

    Result<Worked> run()
    {
        for (const std::optional<Money> *amount : {&m_web.shipping, &m_web.discount, &m_web.tax, &m_web.total})
            if (*amount && (*amount)->currency() != m_currency)
                return refuse(QStringLiteral("currency"), tr("The order is in %1.").arg(m_currency.code()));
        for (const WebLine &line : m_web.lines)
            addGoods(line);
        addShipping();
        spreadDiscount();
        if (m_web.tax)
            explainTax(*m_web.tax);
        else
            applyRates(dueRates(true));
        finish();
        return std::move(m_worked);
    }

private:
    const Tax *due(const QString &taxClass) const
    {
        const Taxes &taxes = m_tx.configured<Taxes>();
        if (const Tax *there = taxes.due(m_country, taxClass, m_day))
            return there;
        return taxes.due(m_tx.configured<Settings>().country, taxClass, m_day);
    }

    void addGoods(const WebLine &web)
    {
        Part part;
        FoundLine found;
        found.product = productOn(m_tx, m_channel, web.sku, web.description);
        found.sku = web.sku.trimmed();
        found.name = web.description.simplified();
        found.quantity = web.quantity;
        if (found.product) {
            const Product product = m_tx.get(found.product);
            found.sku = product.sku;
            if (found.name.isEmpty())
                found.name = product.name;
            found.available = sellable(m_tx, product.id, warehousesServing(m_tx, m_channel.id));
            part.taxClass = product.taxClass;
        }
        findPrice(web, part, found);
        part.amount = web.amount.value_or(extend(found.price, web.quantity));
        part.rate = web.taxRate;
        part.line.externalId = QString::number(m_parts.size() + 1);
        part.line.sku = found.sku;
        part.line.description = found.name;
        part.line.quantity = web.quantity;
        part.line.unitPrice = found.price;
        found.total = part.amount;
        m_parts.push_back(std::move(part));
        m_worked.lines.push_back(std::move(found));
    }

    /// The site's price is a fact; where it is not said, the price that the channel should show.
    void findPrice(const WebLine &web, const Part &part, FoundLine &found)
    {
        found.price = UnitPrice{0, m_currency};
        if (web.price) {
            found.price = *web.price;
        } else if (web.amount && web.quantity.isPositive()) {
            found.price = unitPrice(*web.amount, web.quantity);
        } else if (!found.product) {
            found.problem = tr("There is no product %1, and no price.").arg(found.sku.isEmpty() ? found.name : found.sku);
        } else {
            const auto answer = ::priceOf(m_tx, PriceQuestion{found.product, m_web.customer, m_channel.priceList, web.quantity, m_day, m_currency});
            if (!answer) {
                found.problem = answer.error().text;
                return;
            }
            found.price = answer->price;
            found.reason = answer->reason;
            const Tax *tax = due(part.taxClass);
            if (answer->taxInclusive != m_channel.taxInclusive && tax)
                found.price = UnitPrice::of(extend(turned(answer->price, tax->rate, m_channel.taxInclusive), Quantity::whole(1)));
        }
    }

    void addShipping()
    {
        if (!m_web.shipping || m_web.shipping->isZero())
            return;
        Part part;
        part.amount = *m_web.shipping;
        part.line.externalId = QStringLiteral("shipping");
        part.line.kind = RemoteLineKind::Shipping;
        part.line.description = tr("Shipping");
        part.line.unitPrice = UnitPrice::of(part.amount);
        m_parts.push_back(std::move(part));
    }

    void spreadDiscount()
    {
        std::vector<qint64> weights;
        for (const Part &part : m_parts)
            weights.push_back(part.line.kind == RemoteLineKind::Goods ? part.amount.minor() : 0);
        const Money whole = m_web.discount.value_or(Money(0, m_currency)).absolute();
        const auto shares = m_parts.empty() ? std::vector<Money>() : distribute(whole, weights);
        for (size_t i = 0; i < m_parts.size(); ++i)
            m_parts[i].reduced = m_parts[i].amount - shares[i];
    }

    using Rates = std::vector<std::pair<Rate, QString>>;

    /// What is due on each part, by what the site says of the line, else by our own rules.
    Rates dueRates(bool onShipping) const
    {
        Rates rates;
        for (const Part &part : m_parts) {
            const Tax *tax = due(part.taxClass);
            if (part.rate)
                rates.emplace_back(*part.rate, tr("the site's tax"));
            else if (!tax || (!onShipping && part.line.kind == RemoteLineKind::Shipping))
                rates.emplace_back();
            else
                rates.emplace_back(tax->rate, tax->name);
        }
        return rates;
    }

    Money taxOf(Money amount, Rate rate) const { return m_channel.taxInclusive ? taxWithin(amount, rate) : taxOn(amount, rate); }

    Money taxAt(const Rates &rates) const
    {
        Money sum(0, m_currency);
        for (size_t i = 0; i < m_parts.size(); ++i)
            sum += taxOf(m_parts[i].reduced, rates[i].first);
        return sum;
    }

    bool explains(const Rates &rates, Money stated) const { return (taxAt(rates) - stated).absolute().minor() <= qint64(m_parts.size()); }

    /// The tax that the site charged is a fact. The rates that are due explain it, with or without shipping; or it is nothing at all; or else the one
    /// rate does that makes it up, which the company may know or not (then the order waits with an unknown tax).
    void explainTax(Money stated)
    {
        if (stated.isZero())
            return applyRates(Rates(m_parts.size()));
        for (const bool onShipping : {true, false})
            if (const Rates rates = dueRates(onShipping); explains(rates, stated)) {
                applyRates(rates);
                return giveRest(stated);
            }
        Money base(0, m_currency);
        for (const Part &part : m_parts)
            base += part.reduced;
        if (m_channel.taxInclusive)
            base -= stated;
        if (!base.isPositive())
            return applyRates(dueRates(true));
        constexpr qint64 steps[] = {5'000, 1'000, 10}; // half a percent, a tenth, then as fine as it must be
        for (const qint64 step : steps) {
            const Rate rate{decimal::narrow(decimal::divide(Int128(stated.minor()) * (1'000'000 / step), base.minor())) * step};
            const Rates rates(m_parts.size(), std::pair(rate, tr("the site's tax")));
            if (!explains(rates, stated) && step != steps[2])
                continue;
            applyRates(rates);
            return giveRest(stated);
        }
    }

    /// What rounding leaves between the site's tax and the lines' goes to the largest line.
    void giveRest(Money stated)
    {
        Money rest = stated;
        Part *largest = nullptr;
        for (Part &part : m_parts) {
            rest -= part.line.tax;
            if (!part.line.taxes.empty() && (!largest || part.amount > largest->amount))
                largest = &part;
        }
        if (!largest || rest.isZero())
            return;
        RemoteLine &line = largest->line;
        line.tax += rest;
        line.taxes.front().amount += rest;
        if (m_channel.taxInclusive) {
            line.net -= rest;
            line.taxes.front().base -= rest;
        }
    }

    void applyRates(const Rates &rates)
    {
        for (size_t i = 0; i < m_parts.size(); ++i) {
            Part &part = m_parts[i];
            const auto &[rate, name] = rates[i];
            const Money fullTax = taxOf(part.amount, rate);
            const Money fullNet = m_channel.taxInclusive ? part.amount - fullTax : part.amount;
            RemoteLine &line = part.line;
            line.tax = taxOf(part.reduced, rate);
            line.net = m_channel.taxInclusive ? part.reduced - line.tax : part.reduced;
            line.discount = fullNet - line.net;
            line.taxes.clear();
            if (!name.isEmpty())
                line.taxes.push_back({{}, name, rate, line.net, line.tax});
        }
    }

    void finish()
    {
        m_worked.net = m_worked.tax = Money(0, m_currency);
        for (Part &part : m_parts) {
            m_worked.net += part.line.net;
            m_worked.tax += part.line.tax;
            m_worked.order.lines.push_back(std::move(part.line));
        }
        m_worked.sum = m_worked.net + m_worked.tax;
        if (m_web.total)
            m_worked.gap = *m_web.total - m_worked.sum;
        RemoteOrder &order = m_worked.order;
        order.number = order.externalId = m_web.number.trimmed();
        order.placedAt = order.changedAt = m_placedAt;
        order.currency = m_currency;
        order.taxInclusive = m_channel.taxInclusive;
        order.billing = m_web.billing;
        order.shipping = m_web.delivery;
        completeAddresses(order);
        order.total = m_web.total.value_or(m_worked.sum);
        order.state = m_web.cancelled                        ? RemoteState::Cancelled
                      : m_web.payment == WebPayment::Awaited ? RemoteState::Awaiting
                                                             : RemoteState::Processing;
        order.paymentMethod = m_web.paymentMethod;
        if (m_web.payment == WebPayment::Paid && order.total.isPositive())
            order.payments.push_back({QStringLiteral("paid"), order.paymentMethod, order.total, order.placedAt, {}});
        order.note = m_web.note;
        order.problems = m_web.problems;
        for (const FoundLine &line : m_worked.lines)
            if (!line.problem.isEmpty())
                order.problems.push_back(line.problem);
        if (m_web.customer)
            order.customerId = m_tx.get(m_web.customer).code;
        order.raw = RawMessage(toJson(order, m_web.source));
    }

    Tx &m_tx;
    const Channel &m_channel;
    const WebOrder &m_web;
    Currency m_currency;
    Instant m_placedAt;
    QDate m_day;
    QString m_country;
    std::vector<Part> m_parts;
    Worked m_worked;
};

} // namespace

Result<Worked> workOut(Tx &tx, const Channel &channel, const WebOrder &order) { return Worker(tx, channel, order).run(); }

} // namespace channels::byhand
