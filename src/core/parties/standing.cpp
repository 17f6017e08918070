#include "core/parties/standing.h"

#include "core/audit/audit.h"
#include "core/parties/mergeparty.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Standing", text); }

Standing standingOf(Tx &tx, const Party &customer)
{
    return std::max(customer.standing, Standing(tx.number("SELECT MAX(standing) FROM party WHERE merged_into = ?", customer.id)));
}

QString standingText(const Party &customer, Standing standing)
{
    switch (standing) {
    case Standing::Good: break;
    case Standing::CreditHold: return tr("%1 is on credit hold.").arg(customer.displayName());
    case Standing::Suspended: return tr("%1 is suspended.").arg(customer.displayName());
    }
    return {};
}

Result<Party> setStanding(Tx &tx, Id<Party> id, Standing standing)
{
    Party customer = tx.lock(standingParty(tx, id).id);
    if (customer.kind != PartyKind::Customer)
        return notFound(QStringLiteral("unknown_customer"), tr("%1 is no customer.").arg(customer.displayName()));
    customer.standing = standing;
    tx.update(customer);
    for (Party &merged : mergedInto(tx, customer.id))
        if (merged.standing != standing) {
            merged.standing = standing;
            tx.update(merged);
        }
    audit(tx, "standing_changed", "party", customer.id.value, standingWord(standing));
    return customer;
}
