#pragma once

#include "core/verify/verify.h"

/// The parts of verify(). Each reads and compares one kind of thing.
namespace verifying {

class Findings {
public:
    static constexpr size_t most = 50; ///< differences that are kept

    Findings(Tx &tx, const std::optional<Seal> &seal) : m_tx(tx), m_seal(seal) {}
    Tx &tx() { return m_tx; }
    const std::optional<Seal> &seal() const { return m_seal; }
    void differ(const QString &where, const QString &text)
    {
        if (result.differences.size() < most)
            result.differences.push_back({where, text});
    }
    void fact(const char *name, qint64 count) { add(result.facts, name, count); }
    void sum(const char *name, qint64 count) { add(result.sums, name, count); }
    /// Every row that a question gives back is a difference: (where, kept, expected).
    template <class... Args> void none(const char *sum, const QString &sentence, std::string_view sql, const Args &...args)
    {
        auto rows = m_tx.run(sql, args...);
        while (rows.next())
            differ(QLatin1String(sum) + u' ' + rows.text(0), sentence.arg(rows.text(1), rows.text(2)));
    }

    Verification result;

private:
    static void add(std::vector<Verification::Count> &counts, const char *name, qint64 count)
    {
        for (auto &known : counts)
            if (known.name == QLatin1String(name)) {
                known.count += count;
                return;
            }
        counts.push_back({QString::fromLatin1(name), count});
    }
    Tx &m_tx;
    const std::optional<Seal> &m_seal;
};

void checkChain(Findings &findings);     ///< entries, lines, hashes, numbers, balances, head, seal
void checkOpenItems(Findings &findings); ///< open items, sub-ledgers = control accounts
void checkStock(Findings &findings);     ///< on hand, allocated, value = account
void checkDocuments(Findings &findings); ///< orders, invoices, payments, numbers, postings, channels
void checkRefunds(Findings &findings);   ///< what shops' refunds were settled with; a part of the documents
void checkKits(Findings &findings);      ///< kits and the lines of their components; likewise

} // namespace verifying
