#include "apps/ctl/call.h"
#include "core/pricing/price.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Prices", text); }

namespace {

JsonArray priceLists(Tx &tx)
{
    JsonArray items;
    for (const PriceList &price : tx.all<PriceList>("id > 0 ORDER BY code"))
        items.push_back(object("code", price.code, "name", price.name, "currency", price.currency.code(), "tax_inclusive", price.taxInclusive,
                               "prices", tx.number("SELECT COUNT(*) FROM price WHERE price_list_id = ?", price.id)));
    return items;
}

/// The prices of one list, in the order in which they were entered.
Result<Json> pricesOf(Tx &tx, const QString &code, const Page &page)
{
    const auto found = priceListByCode(tx, code);
    if (!found)
        return found.error();
    auto prices =
        tx.all<Price>("price_list_id = ? AND id > ? ORDER BY id LIMIT " + std::to_string(page.limit + 1), found->id, page.after.toLongLong());
    const bool more = int(prices.size()) > page.limit;
    if (more)
        prices.pop_back();
    JsonArray items;
    for (const Price &price : prices)
        items.push_back(object("sku", tx.get(price.product).sku, "minimum", quantity(price.minimum), "price", price.price.toString(), "currency",
                               price.currency.code(), "from", day(price.validFrom), "to", day(price.validTo)));
    return list(std::move(items), more ? QString::number(prices.back().id.value) : QString());
}

Result<Answer> listThem(Call &call, Session &session)
{
    if (call.word("CODE").isEmpty()) {
        const auto items = session.ask(priceLists);
        return items ? listed(call, *items, "code") : Result<Answer>(items.error());
    }
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) { return pricesOf(tx, call.word("CODE"), *page); });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> addList(Call &call, Session &session)
{
    PriceList made;
    made.code = call.word("CODE");
    made.name = call.word("NAME");
    made.taxInclusive = call.has("tax-inclusive");
    if (call.has("currency")) {
        const auto currency = Currency::of(call.option("currency").toUpper());
        if (!currency)
            return refuse(QStringLiteral("currency"), tr("There is no currency %1.").arg(call.option("currency")));
        made.currency = *currency;
    }
    const auto saved = session.perform(savePriceList, made);
    if (!saved)
        return saved.error();
    return Answer(object("code", saved->code, "name", saved->name));
}

Result<Answer> setPrice(Call &call, Session &session)
{
    const auto from = call.day("from");
    const auto to = call.day("to");
    const auto minimum = call.quantity("minimum");
    for (const Error *error : {from ? nullptr : &from.error(), to ? nullptr : &to.error(), minimum ? nullptr : &minimum.error()})
        if (error)
            return *error;
    const auto saved = session.perform([&](Tx &tx) -> Result<Price> {
        Price price;
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        price.product = product->id;
        price.currency = tx.currency();
        if (call.has("list")) {
            const auto found = priceListByCode(tx, call.option("list"));
            if (!found)
                return found.error();
            price.list = found->id;
            price.currency = found->currency;
            price.taxInclusive = found->taxInclusive;
        }
        if (call.has("customer")) {
            const auto customer = partyByCode(tx, PartyKind::Customer, call.option("customer"));
            if (!customer)
                return customer.error();
            price.party = customer->id;
        }
        const auto amount = UnitPrice::parse(call.word("PRICE"), price.currency);
        if (!amount)
            return wrongUsage(tr("“%1” is no price such as 12.50.").arg(call.word("PRICE")));
        price.price = *amount;
        price.minimum = minimum->value_or(Quantity());
        price.validFrom = from->value_or(QDate());
        price.validTo = to->value_or(QDate());
        return ::setPrice(tx, price);
    });
    if (!saved)
        return saved.error();
    return Answer(
        object("sku", call.word("SKU"), "price", saved->price.toString(), "currency", saved->currency.code(), "minimum", quantity(saved->minimum)));
}

Result<Answer> priceOfOne(Call &call, Session &session)
{
    const auto wanted = call.quantity("quantity");
    const auto on = call.day("day");
    if (!wanted)
        return wanted.error();
    if (!on)
        return on.error();
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        PriceQuestion question;
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        question.product = product->id;
        question.currency = tx.currency();
        if (call.has("customer")) {
            const auto customer = partyByCode(tx, PartyKind::Customer, call.option("customer"));
            if (!customer)
                return customer.error();
            question.customer = customer->id;
            question.currency = customer->currency;
        }
        question.quantity = wanted->value_or(Quantity::whole(1));
        question.day = on->value_or(tx.today());
        const auto found = priceOf(tx, question);
        if (!found)
            return found.error();
        return object("sku", product->sku, "price", found->price.toString(), "currency", found->price.currency.code(), "tax_inclusive",
                      found->taxInclusive, "quantity", quantity(question.quantity), "day", day(question.day), "reason", found->reason);
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> priceCommands()
{
    return {
        {QStringLiteral("price list [CODE] [--limit N] [--after KEY]"), tr("Price lists, or the prices of one."), listThem, {}},
        {QStringLiteral("price add CODE NAME [--currency C] [--tax-inclusive]"), tr("A new price list."), addList, {}},
        {QStringLiteral("price set SKU PRICE [--list CODE] [--customer CODE] [--minimum Q] [--from D] [--to D]"),
         tr("A price: of the base list, of a price list, or of one customer."),
         setPrice,
         {}},
        {QStringLiteral("price of SKU [--customer C] [--quantity Q] [--day D]"), tr("The price and the rule that gave it."), priceOfOne, {}},
    };
}

} // namespace ctl
