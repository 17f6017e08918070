#include "channels/byhand/pasteditem.h"

#include "channels/byhand/textfigures.h"

namespace channels::byhand {

QRegularExpression words(const char *pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

void FoundItem::setAmounts(const QStringList &amounts)
{
    if (amounts.size() >= 2) {
        each = amounts[0];
        whole = amounts.back();
    } else if (!amounts.isEmpty()) {
        amount = amounts.front();
    }
}

void FoundItem::splitSku()
{
    static const auto inside = words("[\\[(]\\s*(?:#|(?:sku|art\\.?-?\\s?nr\\.?|artikelnummer|artikel-?nr\\.?|item no\\.?|ref\\.?)\\s*[:.]?\\s*#?)"
                                     "([A-Z0-9][A-Z0-9._/-]*)\\s*[\\])]");
    static const auto said = words("\\b(?:sku|art\\.?-?\\s?nr\\.?|artikelnummer|artikel-?nr\\.?)\\s*[:#]?\\s*([A-Z0-9][A-Z0-9._/-]*)");
    if (!line.sku.isEmpty())
        return;
    for (const QRegularExpression &pattern : {inside, said})
        if (const auto m = pattern.match(line.description); m.hasMatch()) {
            line.sku = m.captured(1);
            hasSku = true;
            line.description = line.description.remove(m.capturedStart(), m.capturedLength()).simplified();
            return;
        }
}

static Money amountOf(const FoundItem &item, bool each, Currency currency, QChar mark)
{
    const Money zero(0, currency);
    if (item.whole)
        return moneyIn(*item.whole, currency, mark).value_or(zero);
    const auto price = priceIn(item.each.value_or(item.amount), currency, mark);
    if (!price)
        return zero;
    return item.each || each ? extend(*price, item.line.quantity) : moneyIn(item.amount, currency, mark).value_or(zero);
}

void settleAmounts(std::vector<FoundItem> &items, const WebOrder &order, const std::optional<Money> &subtotal, Currency currency, QChar mark)
{
    const Money zero(0, currency);
    const auto comesOut = [&](bool each) {
        Money sum = zero;
        for (const FoundItem &item : items)
            sum += amountOf(item, each, currency, mark);
        if (subtotal)
            return sum == *subtotal;
        if (!order.total)
            return false;
        const Money gross = sum + order.shipping.value_or(zero) - order.discount.value_or(zero);
        return gross == *order.total || gross + order.tax.value_or(zero) == *order.total;
    };
    const bool each = !comesOut(false) && comesOut(true);
    for (FoundItem &item : items) {
        if (item.each || (each && !item.amount.isEmpty()))
            item.line.price = priceIn(item.each.value_or(item.amount), currency, mark);
        else if (item.whole || !item.amount.isEmpty())
            item.line.amount = moneyIn(item.whole.value_or(item.amount), currency, mark);
    }
}

} // namespace channels::byhand
