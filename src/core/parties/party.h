#pragma once

#include "core/parties/address.h"
#include "sql/tx.h"

enum class PartyKind { Customer = 1, Supplier = 2 };

/// Whether a customer may buy. The stricter, the larger.
enum class Standing {
    Good = 0,
    CreditHold = 1, ///< known and wanted, but has to pay first
    Suspended = 2   ///< nothing is sold to them
};
QString standingWord(Standing standing);  ///< stable: "good", "hold", "suspended"
QString standingLabel(Standing standing); ///< translated
std::optional<Standing> standingFromWord(const QString &word);

struct PriceList;

/// A customer or a supplier.
struct Party {
    Id<Party> id;
    qint64 version = 1;
    PartyKind kind = PartyKind::Customer;
    QString code; ///< unique per kind; empty: given by save
    QString name;
    QString company;
    QString email;
    QString emailKey; ///< filled in by save
    QString phone;
    QString taxNumber;
    QString language;
    Currency currency; ///< that it is invoiced in
    Id<PriceList> priceList;
    Rate discount;                     ///< on top of list prices
    std::optional<qint64> creditLimit; ///< minor units of the company's currency; none: no limit
    int termsDays = 0;
    Standing standing = Standing::Good; ///< its own; see standingOf()
    bool guest = false;                 ///< bought without an account
    QString search;                     ///< filled in by save
    Instant createdAt;
    Id<Party> mergedInto; ///< the customer that stands for this one; see mergeparty.h

    QString displayName() const { return company.isEmpty() ? name : company; }
};

template <> struct sql::TableOf<Party> {
    static constexpr Table table{
        "party",
        Column{"id", &Party::id},
        Column{"version", &Party::version},
        Column{"kind", &Party::kind},
        Column{"code", &Party::code},
        Column{"name", &Party::name},
        Column{"company", &Party::company},
        Column{"email", &Party::email},
        Column{"email_key", &Party::emailKey},
        Column{"phone", &Party::phone},
        Column{"tax_number", &Party::taxNumber},
        Column{"language", &Party::language},
        Column{"currency", &Party::currency},
        Column{"price_list_id", &Party::priceList},
        Column{"discount", &Party::discount},
        Column{"credit_limit", &Party::creditLimit},
        Column{"terms_days", &Party::termsDays},
        Column{"standing", &Party::standing},
        Column{"guest", &Party::guest},
        Column{"search", &Party::search},
        Column{"created_at", &Party::createdAt},
        Column{"merged_into", &Party::mergedInto},
    };
};

struct PartyAddress : Address {
    Id<Party> party;
    int line = 1;
};

template <> struct sql::TableOf<PartyAddress> {
    static constexpr Table table{
        "party_address",
        Column{"party_id", &PartyAddress::party},
        Column{"line", &PartyAddress::line},
        inherited<PartyAddress>("name", &Address::name),
        inherited<PartyAddress>("company", &Address::company),
        inherited<PartyAddress>("street", &Address::street),
        inherited<PartyAddress>("street2", &Address::street2),
        inherited<PartyAddress>("postcode", &Address::postcode),
        inherited<PartyAddress>("city", &Address::city),
        inherited<PartyAddress>("region", &Address::region),
        inherited<PartyAddress>("country", &Address::country),
        inherited<PartyAddress>("phone", &Address::phone),
        inherited<PartyAddress>("email", &Address::email),
    };
};

/// Text as search compares it: lower case, without accents.
QString folded(const QString &text);

/// Stores a new or changed party. Refuses: no name, a code that is taken, a discount, terms or a credit limit out of range. Gives a new one a code
/// where it has none.
Result<Party> saveParty(Tx &tx, Party party);
Result<> saveAddress(Tx &tx, Id<Party> party, int line, const Address &address);
std::vector<PartyAddress> addressesOf(Tx &tx, Id<Party> party);
/// Of a code that was merged into another customer, that customer.
Result<Party> partyByCode(Tx &tx, PartyKind kind, const QString &code);
