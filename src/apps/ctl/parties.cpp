#include "apps/ctl/call.h"
#include "apps/ctl/files.h"
#include "core/ledger/openitem.h"
#include "core/parties/mergeparty.h"
#include "core/parties/standing.h"
#include "core/pricing/price.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Parties", text); }

namespace {

Json partyJson(Tx &tx, const Party &party)
{
    return object("code", party.code, "name", party.name, "company", party.company, "email", party.email, "phone", party.phone, "currency",
                  party.currency.code(), "terms_days", party.termsDays, "credit_limit",
                  party.creditLimit ? Json(Money(*party.creditLimit, tx.currency()).toString()) : Json(), "standing",
                  standingWord(standingOf(tx, party)), "guest", party.guest);
}

Result<Answer> importThem(Call &call, Session &session)
{
    const auto bytes = call.bytes("FILE.csv");
    if (!bytes)
        return bytes.error();
    const auto report = importCustomers(session, *bytes, importControl(call));
    if (!report)
        return report.error();
    return Answer(importJson(*report), report->problems.empty() ? Done_ : Refused);
}

Result<Answer> listThem(Call &call, Session &session, PartyKind kind)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) {
        const QString like = u'%' + folded(call.option("search")) + u'%';
        const auto found =
            tx.all<Party>("kind = ? AND merged_into IS NULL AND search LIKE ? AND code > ? ORDER BY code LIMIT " + std::to_string(page->limit + 1),
                          kind, like, page->after);
        JsonArray items;
        for (const Party &party : found)
            if (int(items.size()) < page->limit)
                items.push_back(partyJson(tx, party));
        return list(std::move(items), int(found.size()) > page->limit ? found[size_t(page->limit) - 1].code : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> showOne(Call &call, Session &session, PartyKind kind)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto party = partyByCode(tx, kind, call.word("CODE"));
        if (!party)
            return party.error();
        Json json = partyJson(tx, *party);
        json.set(QStringLiteral("tax_number"), party->taxNumber);
        json.set(QStringLiteral("discount"), party->discount.toPercent());
        if (party->priceList)
            json.set(QStringLiteral("price_list"), tx.get(party->priceList).code);
        json.set(QStringLiteral("balance"), money(openBalance(tx, party->id)));
        JsonArray addresses, items;
        for (const PartyAddress &address : addressesOf(tx, party->id))
            addresses.push_back(object("name", address.name, "company", address.company, "street", address.street, "street2", address.street2,
                                       "postcode", address.postcode, "city", address.city, "region", address.region, "country", address.country));
        for (const OpenItem &item : tx.all<OpenItem>(partyOrMerged("party_id") + " AND open <> 0 ORDER BY due_on, id", party->id, party->id))
            items.push_back(object("document", item.source, "day", day(item.day), "due_on", day(item.dueOn), "currency", item.currency.code(),
                                   "amount", money(item.amount), "open", money(item.open)));
        QStringList merged;
        for (const Party &other : mergedInto(tx, party->id))
            merged << other.code;
        json.set(QStringLiteral("merged"), merged);
        json.set(QStringLiteral("addresses"), Json(std::move(addresses)));
        json.set(QStringLiteral("open_items"), Json(std::move(items)));
        return json;
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> addSupplier(Call &call, Session &session)
{
    const auto terms = call.number("terms");
    if (!terms)
        return terms.error();
    Party party;
    party.kind = PartyKind::Supplier;
    party.name = call.word("NAME");
    party.code = call.option("code");
    party.email = call.option("email");
    party.termsDays = terms->value_or(30);
    const auto saved = session.perform(saveParty, party);
    if (!saved)
        return saved.error();
    return Answer(object("code", saved->code, "name", saved->name));
}

} // namespace

std::vector<Command> partyCommands()
{
    const auto customers = [](auto command) {
        return [command](Call &call, Session &session) { return command(call, session, PartyKind::Customer); };
    };
    const auto suppliers = [](auto command) {
        return [command](Call &call, Session &session) { return command(call, session, PartyKind::Supplier); };
    };
    return {
        {QStringLiteral("customer import FILE.csv"), tr("Takes customers from a CSV file: code,name,company,email,…"), importThem, {}},
        {QStringLiteral("customer list [--search T] [--limit N] [--after CODE]"), tr("Customers."), customers(listThem), {}},
        {QStringLiteral("customer show CODE"), tr("One customer with addresses and open items."), customers(showOne), {}},
        {QStringLiteral("supplier add NAME [--code C] [--email E] [--terms DAYS]"), tr("A new supplier."), addSupplier, {}},
        {QStringLiteral("supplier list [--search T] [--limit N] [--after CODE]"), tr("Suppliers."), suppliers(listThem), {}},
        {QStringLiteral("supplier show CODE"), tr("One supplier with open items."), suppliers(showOne), {}},
    };
}

} // namespace ctl
