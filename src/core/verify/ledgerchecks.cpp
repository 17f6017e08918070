#include "core/ledger/entry.h"
#include "core/ledger/openitem.h"
#include "core/reports/journal.h"
#include "core/verify/checks.h"

#include <QCoreApplication>

namespace verifying {

static QString tr(const char *text) { return QCoreApplication::translate("Verify", text); }

namespace {

QString amount(qint64 minor, Currency currency) { return Money(minor, currency).toString(); }

/// Walks entries and lines side by side, both in the order of their keys, a page at a time: one pass over each, in bounded memory on either engine.
class ChainWalk {
public:
    explicit ChainWalk(Findings &findings) : m_findings(findings), m_tx(findings.tx())
    {
        auto rows = m_tx.run("SELECT id, code FROM journal");
        while (rows.next())
            m_journals[rows.integer(0)] = rows.text(1);
    }

    void walk()
    {
        while (walkPage())
            ;
        orphans(m_tx.run(std::string(selectLines) + "entry_id > ? ORDER BY entry_id, line LIMIT 100", m_last));
        m_findings.fact("journal_entry", m_count);
        m_findings.fact("journal_line", m_lineCount);
        checkHead();
        checkBalances();
        checkSeal();
    }

private:
    static constexpr int pageSize = 4000;
    static constexpr const char *selectLines =
        "SELECT entry_id, line, account_id, party_id, amount, currency, currency_amount FROM journal_line WHERE ";

    /// Up to pageSize entries with their lines; false at the end.
    bool walkPage()
    {
        std::vector<JournalEntry> page;
        {
            auto entries = m_tx.run(
                "SELECT id, journal_id, year, number, day, period_id, memo, source, source_id, reverses_id, recorded_at, actor, previous_hash, hash "
                "FROM journal_entry WHERE id > ? ORDER BY id LIMIT ?",
                m_last, pageSize);
            while (entries.next())
                page.push_back(read(entries));
        }
        if (page.empty())
            return false;
        auto lines = m_tx.run(std::string(selectLines) + "entry_id > ? AND entry_id <= ? ORDER BY entry_id, line", m_last, page.back().id);
        bool more = lines.next();
        for (const JournalEntry &entry : page) {
            std::vector<JournalLine> own;
            for (; more && lines.integer(0) <= entry.id.value; more = lines.next()) {
                ++m_lineCount;
                if (lines.integer(0) < entry.id.value)
                    orphan(lines.integer(0));
                else
                    own.push_back(readLine(lines));
            }
            check(entry, own);
        }
        return true;
    }
    void orphan(qint64 entry)
    {
        m_findings.differ(QStringLiteral("journal_line %1").arg(entry), tr("A line belongs to entry %1, which does not exist.").arg(entry));
    }
    void orphans(sql::Rows lines)
    {
        for (; lines.next(); ++m_lineCount)
            orphan(lines.integer(0));
    }
    static JournalEntry read(const sql::Rows &rows)
    {
        JournalEntry entry;
        entry.id.value = rows.integer(0);
        entry.journal.value = rows.integer(1);
        entry.year = int(rows.integer(2));
        entry.number = rows.integer(3);
        entry.day = rows.day(4);
        entry.period = int(rows.integer(5));
        entry.memo = rows.text(6);
        entry.source = rows.text(7);
        entry.sourceId = rows.integer(8);
        entry.reverses.value = rows.isNull(9) ? 0 : rows.integer(9);
        entry.recordedAt.micros = rows.integer(10);
        entry.actor = rows.text(11);
        entry.previousHash = rows.bytes(12);
        entry.hash = rows.bytes(13);
        return entry;
    }
    JournalLine readLine(const sql::Rows &rows) const
    {
        JournalLine line;
        line.entry.value = rows.integer(0);
        line.line = int(rows.integer(1));
        line.account.value = rows.integer(2);
        line.party.value = rows.isNull(3) ? 0 : rows.integer(3);
        line.amount = Money(rows.integer(4), m_tx.currency());
        if (!rows.isNull(5)) {
            line.currency = Currency::of(rows.text(5));
            line.currencyAmount = rows.integer(6);
        }
        return line;
    }
    QString name(const JournalEntry &entry) { return QStringLiteral("journal_entry %1").arg(entryNumber(m_journals[entry.journal.value], entry)); }

    void check(const JournalEntry &entry, const std::vector<JournalLine> &lines)
    {
        ++m_count;
        if (entry.id.value != m_last + 1)
            m_findings.differ(name(entry), tr("Entry %1 is followed by %2: one is missing.").arg(m_last).arg(entry.id.value));
        if (entry.previousHash != m_hash && entry.id.value == m_last + 1)
            m_findings.differ(name(entry), tr("The chain is broken before this entry."));
        if (hashOf(entry, lines) != entry.hash)
            m_findings.differ(name(entry), tr("The entry or one of its lines was changed: its hash does not fit its content."));
        qint64 &next = m_numbers[{entry.journal.value, entry.year}];
        if (entry.number != next + 1)
            m_findings.differ(name(entry), tr("Number %1 follows %2 in its journal.").arg(entry.number).arg(next));
        next = entry.number;
        qint64 sum = 0;
        for (const JournalLine &line : lines) {
            sum += line.amount.minor();
            auto &[debit, credit] = m_turnover[{line.account.value, entry.period}];
            (line.amount.isNegative() ? credit : debit) += line.amount.absolute().minor();
        }
        if (sum != 0 || lines.size() < 2)
            m_findings.differ(name(entry),
                              tr("The entry does not balance: %1 are over in %2 lines.").arg(amount(sum, m_tx.currency())).arg(lines.size()));
        if (m_findings.seal() && m_findings.seal()->entry == entry.id.value)
            m_sealedHash = entry.hash;
        m_last = entry.id.value;
        m_hash = entry.hash;
    }

    void checkHead()
    {
        auto rows = m_tx.run("SELECT last_entry, last_hash FROM ledger_head");
        if (!rows.next() || rows.integer(0) != m_last || rows.bytes(1) != m_hash)
            m_findings.differ(QStringLiteral("ledger_head"), tr("The chain ends at entry %1, but its end is kept as another one.").arg(m_last));
    }

    void checkBalances()
    {
        auto rows = m_tx.run("SELECT b.account_id, b.period_id, b.debit, b.credit, COALESCE(a.code, '') FROM account_balance b LEFT JOIN account a "
                             "ON a.id = b.account_id");
        qint64 count = 0;
        while (rows.next()) {
            ++count;
            const auto found = m_turnover.find({rows.integer(0), int(rows.integer(1))});
            const auto expected = found == m_turnover.end() ? std::pair<qint64, qint64>() : found->second;
            if (expected != std::pair(rows.integer(2), rows.integer(3)))
                m_findings.differ(QStringLiteral("account_balance %1 %2").arg(rows.text(4)).arg(rows.integer(1)),
                                  tr("Kept are %1 debit and %2 credit, the entries make %3 and %4.")
                                      .arg(amount(rows.integer(2), m_tx.currency()), amount(rows.integer(3), m_tx.currency()),
                                           amount(expected.first, m_tx.currency()), amount(expected.second, m_tx.currency())));
            if (found != m_turnover.end())
                m_turnover.erase(found);
        }
        for (const auto &[key, sums] : m_turnover)
            m_findings.differ(QStringLiteral("account_balance %1 %2").arg(key.first).arg(key.second),
                              tr("The entries make a turnover, but no balance is kept."));
        m_findings.sum("account_balance", count);
    }

    void checkSeal()
    {
        const auto &seal = m_findings.seal();
        if (!seal)
            return;
        if (seal->entry > m_last)
            m_findings.differ(QStringLiteral("seal"),
                              tr("The seal knows entry %1, the company ends at %2: it is older than its seal, as after restoring a backup.")
                                  .arg(seal->entry)
                                  .arg(m_last));
        else if (seal->entry > 0 && m_sealedHash != seal->hash)
            m_findings.differ(QStringLiteral("seal"), tr("Entry %1 is not the one that was sealed: the chain was written anew.").arg(seal->entry));
        for (const auto &[name, next] : seal->series)
            if (const qint64 kept =
                    m_tx.number("SELECT next FROM series WHERE code = ? AND year = ?", name.section(u'/', 0, 0), name.section(u'/', 1).toInt());
                kept < next)
                m_findings.differ(QStringLiteral("series %1").arg(name),
                                  tr("Numbers up to %1 were given away, the company would give %2 next.").arg(next - 1).arg(kept));
        m_findings.sum("seal", 1);
    }

    Findings &m_findings;
    Tx &m_tx;
    std::map<qint64, QString> m_journals;
    std::map<std::pair<qint64, int>, qint64> m_numbers;
    std::map<std::pair<qint64, int>, std::pair<qint64, qint64>> m_turnover;
    qint64 m_count = 0, m_lineCount = 0, m_last = 0;
    QByteArray m_hash = QByteArray(32, '\0');
    QByteArray m_sealedHash;
};

} // namespace

void checkChain(Findings &findings) { ChainWalk(findings).walk(); }

namespace {

/// What the settlements of some items took off them, signed like the items: amount and worth.
using Settled = std::map<qint64, std::pair<qint64, qint64>>;

void addSettlements(Tx &tx, Settled &settled, const char *item, const char *sign, const char *worth, qint64 after, qint64 upTo)
{
    auto rows = tx.run(std::string("SELECT ") + item + ", " + sign + "SUM(amount), SUM(" + worth + ") FROM settlement WHERE " + item + " > ? AND "
                           + item + " <= ? GROUP BY " + item,
                       after, upTo);
    while (rows.next()) {
        settled[rows.integer(0)].first += rows.integer(1);
        settled[rows.integer(0)].second += rows.integer(2);
    }
}

/// Compares up to 10,000 items behind `after` with their settlements and adds what is open up by account. Gives back the last one's id, 0 at the end.
qint64 comparePage(Findings &findings, qint64 after, std::map<qint64, qint64> &byAccount)
{
    Tx &tx = findings.tx();
    const qint64 last = tx.number("SELECT MAX(id) FROM (SELECT id FROM open_item WHERE id > ? ORDER BY id LIMIT 10000) page", after);
    if (last == 0)
        return 0;
    Settled settled;
    addSettlements(tx, settled, "debit_item", "", "debit_base", after, last);
    addSettlements(tx, settled, "credit_item", "-", "credit_base", after, last);
    qint64 count = 0;
    auto rows =
        tx.run("SELECT id, source, source_id, account_id, amount, open, base_amount, base_open FROM open_item WHERE id > ? AND id <= ? ORDER BY id",
               after, last);
    for (; rows.next(); ++count) {
        const auto [amount, worth] = settled[rows.integer(0)];
        const qint64 open = rows.integer(4) - amount, base = rows.integer(6) - worth;
        const auto where = [&] {
            return QStringLiteral("open_item %1 (%2 %3)").arg(rows.integer(0)).arg(rows.text(1), documentNumber(tx, rows.text(1), rows.integer(2)));
        };
        if (open != rows.integer(5))
            findings.differ(where(), tr("Kept as open are %1, its settlements leave %2 (minor units).").arg(rows.integer(5)).arg(open));
        if (base != rows.integer(7))
            findings.differ(where(), tr("Kept as its worth are %1, its settlements leave %2 (minor units).").arg(rows.integer(7)).arg(base));
        byAccount[rows.integer(3)] += base;
    }
    findings.sum("open_item", count);
    return last;
}

} // namespace

void checkOpenItems(Findings &findings)
{
    Tx &tx = findings.tx();
    std::map<qint64, qint64> byAccount;
    for (qint64 last = 0; (last = comparePage(findings, last, byAccount)) > 0;)
        ;
    findings.fact("settlement", tx.number("SELECT COUNT(*) FROM settlement"));
    const auto &roles = tx.configured<AccountRoles>();
    for (const char *control : {role::Receivable, role::Payable, role::Deposits})
        for (const Id<Account> account : roles.allOf(control)) {
            const qint64 balance = tx.number("SELECT SUM(debit - credit) FROM account_balance WHERE account_id = ?", account);
            if (balance != byAccount[account.value])
                findings.differ(QStringLiteral("account %1").arg(tx.text("SELECT code FROM account WHERE id = ?", account)),
                                tr("The account holds %1, its open items add up to %2.")
                                    .arg(amount(balance, tx.currency()), amount(byAccount[account.value], tx.currency())));
            findings.sum("control_account", 1);
        }
}

} // namespace verifying
