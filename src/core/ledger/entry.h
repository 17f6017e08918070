#pragma once

#include "core/ledger/account.h"

struct Party;
struct Journal;
struct JournalEntry;

/// The document that an entry, a stock move or an open item comes from: its table and key.
struct Source {
    const char *table = "";
    qint64 id = 0;
};

/// Journals that come with every company.
namespace journal {
inline constexpr const char *Sales = "SAL";
inline constexpr const char *Purchases = "PUR";
inline constexpr const char *Money = "BNK";
inline constexpr const char *Stock = "STK";
inline constexpr const char *General = "GEN";
} // namespace journal

struct JournalEntry {
    Id<JournalEntry> id;
    Id<Journal> journal;
    int year = 0; ///< fiscal
    qint64 number = 0;
    QDate day;
    int period = 0; ///< 202601
    QString memo;
    QString source;
    qint64 sourceId = 0;
    Id<JournalEntry> reverses;
    Instant recordedAt;
    QString actor;
    QByteArray previousHash;
    QByteArray hash;
};

struct JournalLine {
    Id<JournalEntry> entry;
    int line = 0;
    Id<Account> account;
    Id<Party> party;
    Money amount; ///< company currency; debit positive
    std::optional<Currency> currency;
    std::optional<qint64> currencyAmount; ///< minor units of `currency`
};

template <> struct sql::TableOf<JournalLine> {
    static constexpr Table table{
        "journal_line",
        Column{"entry_id", &JournalLine::entry},
        Column{"line", &JournalLine::line},
        Column{"account_id", &JournalLine::account},
        Column{"party_id", &JournalLine::party},
        Column{"amount", &JournalLine::amount},
        Column{"currency", &JournalLine::currency},
        Column{"currency_amount", &JournalLine::currencyAmount},
    };
};

/// An entry that is being put together. Amounts are in the document's currency; post() converts them.
class Posting {
public:
    Posting(const char *journal, QDate day, QString memo, Source source) : m_journal(journal), m_day(day), m_memo(std::move(memo)), m_source(source)
    {}
    Posting &at(ExchangeRate rate)
    {
        m_rate = rate;
        return *this;
    }
    Posting &debit(const char *role, const Scope &scope, Money amount, Id<Party> party = {}) { return add(role, scope, {}, amount, party); }
    Posting &credit(const char *role, const Scope &scope, Money amount, Id<Party> party = {}) { return add(role, scope, {}, -amount, party); }
    Posting &debit(Id<Account> account, Money amount, Id<Party> party = {}) { return add("", {}, account, amount, party); }
    Posting &credit(Id<Account> account, Money amount, Id<Party> party = {}) { return add("", {}, account, -amount, party); }
    /// A line whose worth in the company's currency is known already and is not converted.
    Posting &debitWorth(Id<Account> account, Money amount, Money base, Id<Party> party = {})
    {
        add("", {}, account, amount, party);
        m_lines.back().base = base;
        return *this;
    }
    Posting &reversing(Id<JournalEntry> entry)
    {
        m_reverses = entry;
        return *this;
    }

    struct Line {
        const char *role;
        Scope scope;
        Id<Account> account;
        Money amount;
        Id<Party> party;
        std::optional<Money> base = {};
    };
    const std::vector<Line> &lines() const { return m_lines; }
    const char *journal() const { return m_journal; }
    QDate day() const { return m_day; }
    const QString &memo() const { return m_memo; }
    Source source() const { return m_source; }
    ExchangeRate rate() const { return m_rate; }
    Id<JournalEntry> reverses() const { return m_reverses; }

private:
    Posting &add(const char *role, const Scope &scope, Id<Account> account, Money amount, Id<Party> party)
    {
        m_lines.push_back({role, scope, account, amount, party, {}});
        return *this;
    }

    const char *m_journal;
    QDate m_day;
    QString m_memo;
    Source m_source;
    ExchangeRate m_rate;
    Id<JournalEntry> m_reverses;
    std::vector<Line> m_lines;
};

/// Writes the entry: numbered, chained, summed. Lines of zero are left out; an entry of nothing but zeros is not written and gives no id.
/// Refuses a closed period, an unmapped role, an unbalanced posting. The last thing that a command does, because others wait for it.
Result<Id<JournalEntry>> post(Tx &tx, const Posting &posting);

/// A second entry that takes a bookkeeper's entry back, dated `day`. An entry is reversed once; what a document posted is taken back by another
/// document ("has_document").
Result<Id<JournalEntry>> reverseEntry(Tx &tx, Id<JournalEntry> entry, QDate day, const QString &reason);

std::optional<JournalEntry> findEntry(Tx &tx, Id<JournalEntry> id);
std::vector<JournalLine> linesOf(Tx &tx, Id<JournalEntry> id);
/// The entries that a document made.
std::vector<JournalEntry> entriesOf(Tx &tx, Source source);

/// SHA-256 over the hash before it and everything that the entry says.
QByteArray hashOf(const JournalEntry &entry, const std::vector<JournalLine> &lines);
