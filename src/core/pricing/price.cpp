#include "core/pricing/price.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Price", text); }

namespace {

/// The best of the prices that a where-clause leaves: largest break first, then the one that began last.
template <class... Args> std::optional<Price> best(Tx &tx, const PriceQuestion &question, const std::string &whose, const Args &...args)
{
    const QString day = question.day.toString(Qt::ISODate);
    return tx.first<Price>(whose
                               + " AND product_id = ? AND currency = ? AND minimum <= ? AND (valid_from IS NULL OR valid_from <= ?) "
                                 "AND (valid_to IS NULL OR valid_to >= ?) ORDER BY minimum DESC, valid_from IS NULL, valid_from DESC, id LIMIT 1",
                           args..., question.product, question.currency, question.quantity, day, day);
}

QString breakText(const Price &price)
{
    if (price.minimum.millionths <= 1'000'000)
        return {};
    return u' ' + tr("from %1").arg(price.minimum.toString());
}

PriceAnswer answer(const Price &price, Rate discount, const QString &reason)
{
    PriceAnswer found{price.price, price.taxInclusive, price.id, reason + breakText(price)};
    if (discount.millionths != 0) {
        found.price = discounted(price.price, discount);
        found.reason += u' ' + tr("less %1 %").arg(discount.toPercent());
    }
    return found;
}

} // namespace

Result<PriceAnswer> priceOf(Tx &tx, const PriceQuestion &question)
{
    const auto customer = question.customer ? tx.find(question.customer) : std::nullopt;
    const Rate discount = customer ? customer->discount : Rate{};
    if (customer)
        if (const auto own = best(tx, question, "party_id = ?", customer->id))
            return answer(*own, {}, tr("Price agreed with %1").arg(customer->displayName()));
    for (const Id<PriceList> id : {customer ? customer->priceList : Id<PriceList>(), question.channelList}) {
        const auto list = id ? tx.find(id) : std::nullopt;
        if (!list || !list->active)
            continue;
        if (const auto listed = best(tx, question, "price_list_id = ?", list->id))
            return answer(*listed, discount, tr("Price list %1").arg(list->name));
    }
    if (const auto base = best(tx, question, "price_list_id IS NULL AND party_id IS NULL"))
        return answer(*base, discount, tr("Base price"));
    const auto product = tx.find(question.product);
    return refuse(
        QStringLiteral("no_price"),
        tr("%1 has no price in %2 on %3.").arg(product ? product->sku : QString(), question.currency.code(), question.day.toString(Qt::ISODate)),
        tr("Enter one under Prices, or type the price on the line."));
}

Result<Price> savePrice(Tx &tx, Price price)
{
    if (price.price.millionths < 0)
        return refuse(QStringLiteral("price"), tr("A price cannot be negative."));
    if (price.currency.isNone() || (!price.price.currency.isNone() && price.price.currency != price.currency))
        return refuse(QStringLiteral("currency"), tr("A price needs its currency."));
    if (price.minimum.isNegative())
        return refuse(QStringLiteral("quantity"), tr("A price holds from a quantity on that is not negative."));
    if (price.list && price.party)
        return refuse(QStringLiteral("price"), tr("A price belongs to a list or to a customer, not to both."));
    if (price.validFrom.isValid() && price.validTo.isValid() && price.validTo < price.validFrom)
        return refuse(QStringLiteral("days"), tr("The price ends before it begins."));
    if (price.list)
        if (const auto list = tx.get(price.list); list.currency != price.currency || list.taxInclusive != price.taxInclusive)
            return refuse(QStringLiteral("currency"),
                          tr("The list %1 keeps prices in %2, %3.")
                              .arg(list.name, list.currency.code(), list.taxInclusive ? tr("with tax") : tr("without tax")));
    const auto same = tx.number("SELECT COUNT(*) FROM price WHERE product_id = ? AND COALESCE(price_list_id, 0) = ? AND COALESCE(party_id, 0) = ? "
                                "AND minimum = ? AND currency = ? AND id <> ? AND (valid_from = ? OR (valid_from IS NULL AND ? = ''))",
                                price.product, price.list.value, price.party.value, price.minimum, price.currency, price.id.value, price.validFrom,
                                price.validFrom.toString(Qt::ISODate));
    if (same > 0)
        return refuse(QStringLiteral("duplicate"), tr("There is a price for this quantity from this day on already."));
    if (price.id)
        tx.update(price);
    else
        tx.insert(price);
    tx.run("UPDATE product SET changed_at = ? WHERE id = ?", tx.now(), price.product);
    audit(tx, "price_saved", "product", price.product.value, price.price.toString() + u' ' + price.currency.code());
    return price;
}

Result<Price> setPrice(Tx &tx, Price price)
{
    const auto same = tx.first<Price>(
        "product_id = ? AND COALESCE(price_list_id, 0) = ? AND COALESCE(party_id, 0) = ? AND minimum = ? AND currency = ? "
        "AND (valid_from = ? OR (valid_from IS NULL AND ? = ''))",
        price.product, price.list.value, price.party.value, price.minimum, price.currency, price.validFrom, price.validFrom.toString(Qt::ISODate));
    if (same) {
        price.id = same->id;
        price.version = same->version;
    }
    return savePrice(tx, price);
}

Result<> deletePrice(Tx &tx, Id<Price> id)
{
    const Price price = tx.get(id);
    tx.run("DELETE FROM price WHERE id = ?", id);
    tx.run("UPDATE product SET changed_at = ? WHERE id = ?", tx.now(), price.product);
    audit(tx, "price_deleted", "product", price.product.value, price.price.toString() + u' ' + price.currency.code());
    return Done{};
}

Result<PriceList> savePriceList(Tx &tx, PriceList list)
{
    list.code = list.code.trimmed();
    list.name = list.name.simplified();
    if (list.code.isEmpty() || list.name.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A price list needs a code and a name."));
    const auto same = tx.first<PriceList>("code = ?", list.code);
    if (same && same->id != list.id)
        return refuse(QStringLiteral("duplicate"), tr("There is a price list %1 already.").arg(list.code));
    if (list.currency.isNone())
        list.currency = tx.currency();
    if (list.id) {
        const PriceList before = tx.get(list.id);
        if ((before.currency != list.currency || before.taxInclusive != list.taxInclusive)
            && tx.number("SELECT COUNT(*) FROM price WHERE price_list_id = ?", list.id) > 0)
            return refuse(QStringLiteral("list_in_use"), tr("%1 has prices: its currency and whether they are with tax must stay.").arg(list.name),
                          tr("Make a new list."));
        tx.update(list);
    } else {
        tx.insert(list);
    }
    audit(tx, "price_list_saved", "price_list", list.id.value, list.code);
    return list;
}

Result<PriceList> priceListByCode(Tx &tx, const QString &code)
{
    if (auto list = tx.first<PriceList>("code = ?", code))
        return *list;
    return notFound(QStringLiteral("unknown_price_list"), tr("There is no price list %1.").arg(code), tr("See: purserctl price list"));
}
