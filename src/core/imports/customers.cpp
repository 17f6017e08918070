#include "core/imports/rows.h"
#include "core/pricing/price.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

namespace {

bool same(const Party &a, const Party &b)
{
    return a.name == b.name && a.company == b.company && a.email == b.email && a.phone == b.phone && a.taxNumber == b.taxNumber
           && a.termsDays == b.termsDays && a.creditLimit == b.creditLimit && a.priceList == b.priceList && a.discount == b.discount;
}

Result<Party> described(Tx &tx, const ImportRow &row, Party party)
{
    party.code = row["code"];
    if (party.code.isEmpty())
        return badCell("code", tr("The code is missing."));
    const std::pair<const char *, QString Party::*> texts[] = {
        {"name", &Party::name}, {"company", &Party::company}, {"email", &Party::email}, {"phone", &Party::phone}, {"tax_number", &Party::taxNumber}};
    for (const auto &[title, field] : texts)
        if (row.has(title))
            party.*field = row[title].simplified();
    if (party.displayName().isEmpty())
        return badCell("name", tr("The name of %1 is missing.").arg(party.code));
    if (row.has("terms") && !row["terms"].isEmpty()) {
        bool whole = false;
        party.termsDays = row["terms"].toInt(&whole);
        if (!whole || party.termsDays < 0)
            return badCell("terms", tr("“%1” is no number of days.").arg(row["terms"]));
    }
    if (row.has("credit_limit")) {
        const auto limit = Money::parse(row["credit_limit"], tx.currency());
        if (!limit && !row["credit_limit"].isEmpty())
            return badCell("credit_limit", tr("“%1” is no amount such as 1000.00.").arg(row["credit_limit"]));
        party.creditLimit = limit ? std::optional(limit->minor()) : std::nullopt;
    }
    if (row.has("discount") && !row["discount"].isEmpty()) {
        const auto discount = Rate::parsePercent(row["discount"]);
        if (!discount)
            return badCell("discount", tr("“%1” is no percentage.").arg(row["discount"]));
        party.discount = *discount;
    }
    if (row.has("price_list")) {
        party.priceList = {};
        if (!row["price_list"].isEmpty()) {
            const auto list = priceListByCode(tx, row["price_list"]);
            if (!list)
                return badCell("price_list", list.error().text);
            party.priceList = list->id;
        }
    }
    return party;
}

Address addressOf(const ImportRow &row, const Party &party)
{
    return {party.name,  party.company, row["street"], row["street2"], row["postcode"], row["city"], row["region"], row["country"].toUpper(),
            party.phone, party.email};
}

Result<RowOutcome> takeCustomer(Tx &tx, const ImportRow &row)
{
    const auto known = tx.first<Party>("kind = 1 AND code = ?", row["code"]);
    const auto party = described(tx, row, known.value_or(Party()));
    if (!party)
        return party.error();
    Id<Party> id = party->id;
    bool changed = !known || !same(*known, *party);
    if (changed) {
        const auto saved = saveParty(tx, *party);
        if (!saved)
            return saved.error();
        id = saved->id;
    }
    if (row.has("street") || row.has("city")) {
        const Address address = addressOf(row, *party);
        const auto addresses = addressesOf(tx, id);
        if (!address.isEmpty() && (addresses.empty() || !(static_cast<const Address &>(addresses.front()) == address))) {
            if (auto saved = saveAddress(tx, id, 1, address); !saved)
                return saved.error();
            changed = true;
        }
    }
    return !known ? RowOutcome::Created : changed ? RowOutcome::Changed : RowOutcome::Unchanged;
}

} // namespace

Result<ImportReport> importCustomers(Session &session, const QByteArray &csv, const ImportControl &control)
{
    QStringList known;
    for (const char *title : {"code", "name", "company", "email", "phone", "street", "street2", "postcode", "city", "region", "country", "terms",
                              "credit_limit", "price_list", "discount", "tax_number"})
        known << QString::fromLatin1(title);
    return importRows(session, csv, known, "code", takeCustomer, control);
}
