#include "core/parties/party.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/parties/mergeparty.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Party", text); }

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::Good: return QStringLiteral("good");
    case Standing::CreditHold: return QStringLiteral("hold");
    case Standing::Suspended: break;
    }
    return QStringLiteral("suspended");
}

QString standingLabel(Standing standing)
{
    switch (standing) {
    case Standing::Good: return tr("May buy");
    case Standing::CreditHold: return tr("Credit hold");
    case Standing::Suspended: break;
    }
    return tr("Suspended");
}

std::optional<Standing> standingFromWord(const QString &word)
{
    for (const Standing standing : {Standing::Good, Standing::CreditHold, Standing::Suspended})
        if (standingWord(standing) == word)
            return standing;
    return {};
}

QStringList Address::lines() const
{
    QStringList lines;
    for (const QString &line : {company, name, street, street2, QStringLiteral("%1 %2").arg(postcode, city).trimmed(), region, country})
        if (!line.isEmpty())
            lines << line;
    return lines;
}

QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    plain.replace(QChar(0xdf), QStringLiteral("ss")); // Straße and STRASSE are the same word
    return plain.simplified();
}

Result<Party> saveParty(Tx &tx, Party party)
{
    const bool customer = party.kind == PartyKind::Customer;
    party.name = party.name.simplified();
    party.company = party.company.simplified();
    party.code = party.code.trimmed();
    party.email = party.email.trimmed();
    if (party.displayName().isEmpty())
        return refuse(QStringLiteral("name_missing"), customer ? tr("A customer needs a name.") : tr("A supplier needs a name."));
    if (party.discount.millionths < 0 || party.discount.millionths > 1'000'000)
        return refuse(QStringLiteral("discount"), tr("A discount lies between 0 and 100 percent."));
    if (party.termsDays < 0 || party.termsDays > 3650)
        return refuse(QStringLiteral("terms"), tr("Terms of payment lie between 0 and 3650 days."));
    if (party.creditLimit && *party.creditLimit < 0)
        return refuse(QStringLiteral("credit_limit"), tr("A credit limit cannot be negative."));
    if (party.code.isEmpty())
        party.code = nextNumber(tx, customer ? "C" : "S");
    const auto same = tx.first<Party>("kind = ? AND code = ?", party.kind, party.code);
    if (same && same->id != party.id)
        return refuse(QStringLiteral("duplicate"), tr("The code %1 belongs to %2 already.").arg(party.code, same->displayName()));
    if (party.currency.isNone())
        party.currency = tx.currency();
    party.emailKey = party.email.toCaseFolded();
    party.search = folded(QStringList{party.code, party.name, party.company, party.email}.join(u' '));
    if (party.id) {
        tx.update(party);
        audit(tx, "party_changed", "party", party.id.value);
    } else {
        party.createdAt = tx.now();
        tx.insert(party);
        audit(tx, "party_created", "party", party.id.value);
    }
    return party;
}

Result<> saveAddress(Tx &tx, Id<Party> party, int line, const Address &address)
{
    tx.run("DELETE FROM party_address WHERE party_id = ? AND line = ?", party, line);
    PartyAddress row;
    static_cast<Address &>(row) = address;
    row.party = party;
    row.line = line;
    tx.insert(row);
    return Done{};
}

std::vector<PartyAddress> addressesOf(Tx &tx, Id<Party> party) { return tx.all<PartyAddress>("party_id = ? ORDER BY line", party); }

Result<Party> partyByCode(Tx &tx, PartyKind kind, const QString &code)
{
    if (auto party = tx.first<Party>("kind = ? AND code = ?", kind, code))
        return standingParty(tx, party->id);
    return kind == PartyKind::Customer
               ? notFound(QStringLiteral("unknown_customer"), tr("There is no customer %1.").arg(code), tr("See: purserctl customer list"))
               : notFound(QStringLiteral("unknown_supplier"), tr("There is no supplier %1.").arg(code), tr("See: purserctl supplier list"));
}
