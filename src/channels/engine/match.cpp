#include "channels/engine/match.h"

#include "channels/engine/buyers.h"
#include "core/parties/mergeparty.h"

#include <QCoreApplication>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Match", text); }

Address addressOf(const RemoteAddress &a)
{
    return {a.name, a.company, a.street, a.street2, a.postcode, a.city, a.region, a.country, a.phone, a.email};
}

Rule ruleFor(Tx &tx, Id<Channel> channel, const QString &kind, const QString &subject)
{
    auto rows = tx.run("SELECT action, target_id FROM channel_rule WHERE channel_id = ? AND kind = ? AND subject = ?", channel, kind, subject);
    return rows.next() ? Rule{rows.text(0), rows.isNull(1) ? 0 : rows.integer(1)} : Rule{};
}

Result<Id<Party>> matchCustomer(Tx &tx, const Channel &channel, const RemoteOrder &order)
{
    const bool known = !order.customerId.isEmpty();
    if (known)
        if (const qint64 id =
                tx.number("SELECT party_id FROM channel_customer WHERE channel_id = ? AND external_id = ?", channel.id, order.customerId))
            return standingParty(tx, {id}).id;
    const auto remember = [&](Id<Party> party) {
        if (known)
            tx.run("INSERT INTO channel_customer (channel_id, external_id, party_id) VALUES (?, ?, ?)", channel.id, order.customerId, party);
        return standingParty(tx, party).id; // what is remembered is whom it named: a merge can be taken back
    };
    const QString email = order.billing.email.trimmed();
    if (!email.isEmpty())
        if (const qint64 id = tx.number("SELECT id FROM party WHERE email_key = ? AND kind = 1 ORDER BY id LIMIT 1", email.toCaseFolded()))
            return remember({id});
    Party party;
    party.name = order.billing.name.isEmpty() ? order.shipping.name : order.billing.name;
    party.company = order.billing.company;
    if (party.displayName().simplified().isEmpty())
        party.name = email.isEmpty() ? tr("Buyer of %1 %2").arg(channel.name, order.number) : email;
    party.email = email;
    party.phone = order.billing.phone;
    party.currency = order.currency;
    party.guest = !known;
    const auto saved = saveParty(tx, party);
    if (!saved)
        return saved.error();
    if (const Address address = addressOf(order.billing); !address.isEmpty())
        if (auto stored = saveAddress(tx, saved->id, 1, address); !stored)
            return stored.error();
    return remember(saved->id);
}

QString subjectOf(const RemoteLine &line)
{
    if (!line.sku.isEmpty())
        return line.sku;
    return line.externalProduct.isEmpty() ? line.description : QStringLiteral("#") + line.externalProduct;
}

Id<Product> matchProduct(Tx &tx, const Channel &channel, const RemoteLine &line)
{
    if (!line.sku.isEmpty())
        if (const qint64 id = tx.number("SELECT id FROM product WHERE sku = ?", line.sku))
            return {id};
    if (const Rule rule = ruleFor(tx, channel.id, QStringLiteral("unknown_sku"), subjectOf(line)); rule.target)
        return {rule.target};
    if (line.externalProduct.isEmpty())
        return {};
    return {tx.number("SELECT product_id FROM listing WHERE channel_id = ? AND external_id = ?", channel.id, line.externalProduct)};
}

QString subjectOf(const RemoteTax &tax) { return QStringLiteral("%1 % %2").arg(tax.rate.toPercent(), tax.label).simplified(); }

namespace {

Id<Tax> matchTax(Tx &tx, const Channel &channel, const RemoteTax &tax, const QString &destination, QDate day)
{
    const Taxes &taxes = tx.configured<Taxes>();
    const Tax *found = taxes.withRate(destination, tax.rate, day);
    if (!found)
        found = taxes.withRate(tx.configured<Settings>().country, tax.rate, day);
    if (found)
        return found->id;
    return {ruleFor(tx, channel.id, QStringLiteral("unknown_tax"), channels::subjectOf(tax)).target};
}

class Translator {
public:
    Translator(Tx &tx, const Channel &channel, const RemoteOrder &remote) : m_tx(tx), m_channel(channel), m_remote(remote) {}

    Result<Translated> translate(Id<InboundMessage> message, Id<Party> known)
    {
        const auto party = known ? Result<Id<Party>>(known) : matchCustomer(m_tx, m_channel, m_remote);
        if (!party)
            return party.error();
        NewOrder &order = m_result.order;
        order.party = *party;
        order.channel = m_channel.id;
        order.externalId = m_remote.externalId;
        order.externalNumber = m_remote.number;
        order.message = message;
        order.placedAt = m_remote.placedAt;
        order.currency = m_remote.currency;
        order.taxInclusive = m_remote.taxInclusive;
        order.total = m_remote.total;
        order.paymentMethod = m_remote.paymentMethod;
        order.note = m_remote.note;
        order.billing = addressOf(m_remote.billing);
        order.delivery = addressOf(m_remote.shipping);
        for (const RemoteLine &line : m_remote.lines)
            if (line.quantity.isPositive())
                add(line);
        checkTotal();
        for (const QString &problem : m_remote.problems)
            trouble("payload", m_remote.externalId, problem);
        if (order.lines.empty())
            return refuse(QStringLiteral("payload"), tr("The order %1 has no lines.").arg(m_remote.number));
        for (Trouble &found : buyerTroubles(m_tx, m_channel, *party))
            if (!accepted(found.kind, found.subject) && !wasLetThrough(m_tx, m_channel.id, m_remote.externalId, found.kind))
                m_result.troubles.push_back(std::move(found));
        return std::move(m_result);
    }

private:
    bool accepted(const QString &kind, const QString &subject)
    {
        return ruleFor(m_tx, m_channel.id, kind, subject).action == QLatin1String("accept");
    }
    void trouble(const char *kind, const QString &subject, const QString &message)
    {
        m_result.troubles.push_back({QString::fromLatin1(kind), subject, message});
    }
    void add(const RemoteLine &remote)
    {
        NewLine line;
        line.kind = LineKind(int(remote.kind));
        line.sku = remote.sku;
        line.description = remote.description;
        line.quantity = remote.quantity;
        line.unitPrice = remote.unitPrice;
        line.externalId = remote.externalId;
        if (remote.kind == RemoteLineKind::Goods) {
            line.product = matchProduct(m_tx, m_channel, remote);
            toUnits(line);
            if (!line.product)
                trouble("unknown_sku", channels::subjectOf(remote),
                        tr("There is no product with SKU %1 (“%2”).").arg(channels::subjectOf(remote), remote.description));
        }
        NewLine::Facts facts{remote.discount, remote.net, remote.tax, {}};
        const QString destination = m_remote.shipping.country.isEmpty() ? m_remote.billing.country : m_remote.shipping.country;
        const QDate day = m_remote.placedAt.dayIn(m_tx.scene().zone);
        for (const RemoteTax &tax : remote.taxes) {
            const Id<Tax> found = matchTax(m_tx, m_channel, tax, destination, day);
            if (found) {
                const auto same = std::find_if(facts.taxes.begin(), facts.taxes.end(), [&](const auto &t) { return t.first == found; });
                if (same != facts.taxes.end())
                    same->second.second += tax.amount;
                else
                    facts.taxes.emplace_back(found, std::pair(tax.base, tax.amount));
            } else if (!tax.amount.isZero()) {
                trouble("unknown_tax", channels::subjectOf(tax),
                        tr("There is no tax of %1 %, which the channel calls “%2”.").arg(tax.rate.toPercent(), tax.label));
            }
        }
        if (facts.taxes.empty() && facts.tax.isZero() && !facts.net.isZero() && remote.kind != RemoteLineKind::GiftCard)
            if (const Id<Tax> free = matchTax(m_tx, m_channel, {{}, {}, Rate(), facts.net, facts.tax}, destination, day))
                facts.taxes.emplace_back(free, std::pair(facts.net, facts.tax)); // so that the tax report knows what was sold free of tax
        line.facts = std::move(facts);
        m_result.order.lines.push_back(std::move(line));
    }
    /// The channel sold packs, Purser counts what is in them; the money stays as it is. An order that is read again keeps the pack it was taken by.
    void toUnits(NewLine &line)
    {
        line.pack =
            m_tx.number("SELECT l.pack FROM sales_line l JOIN sales_order o ON o.id = l.order_id WHERE o.channel_id = ? AND o.external_id = ? "
                        "AND l.external_id = ? AND l.product_id = ?",
                        m_channel.id, m_remote.externalId, line.externalId, line.product);
        if (line.pack == 0)
            line.pack = m_tx.number("SELECT pack FROM listing WHERE channel_id = ? AND product_id = ?", m_channel.id, line.product);
        line.pack = std::max<qint64>(1, line.pack);
        if (line.pack == 1)
            return;
        line.quantity = unitsIn(line.quantity, line.pack);
        if (line.unitPrice)
            line.unitPrice->millionths = decimal::narrow(decimal::divide(line.unitPrice->millionths, line.pack));
    }
    /// The channel's total is a fact. A gap to its lines becomes a line of its own, which goes to the rounding account and says why; one of more than
    /// a minor unit per line holds the order as well, which still lands complete.
    void checkTotal()
    {
        Money sum(0, m_remote.currency);
        for (const NewLine &line : m_result.order.lines)
            sum += line.facts->net + line.facts->tax;
        const Money gap = m_remote.total - sum;
        if (gap.isZero())
            return;
        const bool isSmall = gap.absolute().minor() <= qint64(m_result.order.lines.size());
        NewLine line;
        line.kind = LineKind::Rounding;
        line.description = (isSmall ? tr("Rounding: the channel's total is %1, its lines add up to %2")
                                    : tr("Difference: the channel's total is %1, its lines add up to %2"))
                               .arg(m_remote.total.toString(), sum.toString());
        line.unitPrice = UnitPrice::of(gap);
        const Money zero(0, m_remote.currency);
        line.facts = NewLine::Facts{zero, gap, zero, {}};
        m_result.order.lines.push_back(std::move(line));
        if (!isSmall && !accepted(QStringLiteral("totals_differ"), m_remote.externalId))
            trouble("totals_differ", m_remote.externalId,
                    tr("The channel's total is %1, its lines add up to %2.").arg(m_remote.total.toString(), sum.toString()));
    }

    Tx &m_tx;
    const Channel &m_channel;
    const RemoteOrder &m_remote;
    Translated m_result;
};

} // namespace

Result<Translated> translate(Tx &tx, const Channel &channel, const RemoteOrder &remote, Id<InboundMessage> message, Id<Party> customer)
{
    return Translator(tx, channel, remote).translate(message, customer);
}

} // namespace channels
