#include "channels/vendure/readlines.h"

#include <algorithm>

namespace channels::vendure {
namespace {

const Json &itemOf(const Json &order, const QString &id)
{
    static const Json none;
    for (const Json &item : order["lines"].items())
        if (item["id"].text() == id)
            return item;
    return none;
}

/// Vendure tells how many units a refund is for, not what they cost: that follows from the price of a unit after all discounts.
class RefundReader {
public:
    RefundReader(const Json &order, const RemoteOrder &head, AmountReader &amounts) : m_order(order), m_head(head), m_amounts(amounts)
    {
        if (head.state == RemoteState::Cancelled)
            return; // it is read as it was placed
        for (const Json &item : order["lines"].items())
            m_takenOff[item["id"].text()] = std::max<qint64>(0, item["orderPlacedQuantity"].toInteger() - item["quantity"].toInteger());
    }

    RemoteRefund read(const Json &written)
    {
        RemoteRefund refund;
        refund.externalId = written["id"].text();
        refund.at = Instant::parse(written["updatedAt"].text());
        refund.reason = written["reason"].text();
        refund.amount = m_amounts.money(written["total"], "refunds");
        std::vector<Part> parts;
        for (const Json &line : written["lines"].items())
            parts.push_back(goods(line));
        if (written["shipping"].toInteger() > 0 && !m_order["shippingLines"].items().empty())
            parts.push_back(shipping(m_amounts.money(written["shipping"], "refunds")));
        for (const Part &part : withinTotal(std::move(parts), refund.amount)) {
            const Money tax = taxWithin(part.gross, part.rate);
            refund.lines.push_back({part.line, part.units, part.gross - tax, tax, false});
        }
        return refund;
    }

private:
    struct Part {
        QString line;
        Quantity units;
        Money gross;
        Rate rate;
    };

    Part goods(const Json &line)
    {
        const QString id = line["orderLineId"].text();
        const Json &item = itemOf(m_order, id);
        const qint64 units = std::max<qint64>(0, line["quantity"].toInteger());
        const qint64 unitPrice = m_amounts.exact(item["proratedUnitPriceWithTax"], "proratedUnitPriceWithTax");
        const qint64 gone = std::min(units, m_takenOff[id]); // off the line already, so only their money is left to say
        m_takenOff[id] -= gone;
        return {id, Quantity::whole(units - gone), rounded(decimal::narrow(Int128(unitPrice) * units), m_head.currency),
                Rate::parsePercent(item["taxRate"].text()).value_or(Rate())};
    }

    Part shipping(Money gross)
    {
        for (const RemoteLine &line : m_head.lines)
            if (line.kind == RemoteLineKind::Shipping)
                return {line.externalId, {}, gross, line.taxes.empty() ? Rate() : line.taxes.front().rate};
        return {{}, {}, gross, {}};
    }

    /// A refund may be for less than its units cost.
    static std::vector<Part> withinTotal(std::vector<Part> parts, Money total)
    {
        std::vector<qint64> weights;
        Money sum(0, total.currency());
        for (const Part &part : parts) {
            weights.push_back(std::max<qint64>(0, part.gross.minor()));
            sum += part.gross;
        }
        if (sum <= total)
            return parts;
        const auto shares = distribute(total, weights);
        for (size_t i = 0; i < parts.size(); ++i)
            parts[i].gross = shares[i];
        return parts;
    }

    const Json &m_order;
    const RemoteOrder &m_head;
    AmountReader &m_amounts;
    std::map<QString, qint64> m_takenOff; ///< units by line
};

} // namespace

std::vector<RemoteRefund> readRefunds(const Json &order, const RemoteOrder &head, AmountReader &amounts)
{
    RefundReader reader(order, head, amounts);
    std::vector<RemoteRefund> refunds;
    for (const Json &payment : order["payments"].items())
        for (const Json &refund : payment["refunds"].items())
            if (refund["state"].text() == u"Settled" && refund["total"].toInteger() > 0)
                refunds.push_back(reader.read(refund));
    return refunds;
}

} // namespace channels::vendure
