#include "core/audit/audit.h"
#include "core/company/company.h"
#include "core/company/series.h"
#include "core/ledger/entry.h"
#include "core/ledger/period.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <map>

static QString tr(const char *text) { return QCoreApplication::translate("Ledger", text); }

namespace {

/// Ids of the journals by their codes; read through tx.configured().
struct Journals {
    std::map<QString, qint64> ids;
    static Journals load(Tx &tx)
    {
        Journals journals;
        auto rows = tx.run("SELECT code, id FROM journal");
        while (rows.next())
            journals.ids[rows.text(0)] = rows.integer(1);
        return journals;
    }
};

/// Turns the posting's lines into rows in the company's currency. What conversion leaves over goes to the rounding account.
Result<std::vector<JournalLine>> resolve(Tx &tx, const Posting &posting)
{
    const auto &roles = tx.configured<AccountRoles>();
    std::vector<JournalLine> lines;
    Money sum = tx.zero();
    for (const Posting::Line &line : posting.lines()) {
        const Money base = line.base ? *line.base : convert(line.amount, posting.rate(), tx.currency());
        if (base.isZero() && line.amount.isZero())
            continue;
        const Id<Account> account = line.account ? line.account : roles.of(line.role, line.scope);
        if (!account)
            return refuse(QStringLiteral("account_missing"), tr("No account is chosen for “%1”.").arg(QLatin1String(line.role)),
                          tr("Choose one under Books, or with: purserctl account map %1 ACCOUNT").arg(QLatin1String(line.role)));
        sum += base;
        const bool foreign = line.amount.currency() != tx.currency();
        auto same = std::find_if(lines.begin(), lines.end(), [&](const JournalLine &other) {
            return other.account == account && other.party == line.party && other.amount.isNegative() == base.isNegative()
                   && other.currency.has_value() == foreign;
        });
        if (same == lines.end()) {
            lines.push_back({{}, int(lines.size()) + 1, account, line.party, base, {}, {}});
            if (foreign) {
                lines.back().currency = line.amount.currency();
                lines.back().currencyAmount = line.amount.minor();
            }
        } else {
            same->amount += base;
            if (foreign)
                same->currencyAmount = decimal::add(*same->currencyAmount, line.amount.minor());
        }
    }
    const bool converted = std::any_of(posting.lines().begin(), posting.lines().end(), [&](const Posting::Line &line) {
        return !line.base && !line.amount.isZero() && line.amount.currency() != tx.currency();
    });
    const bool fromConversion = converted && sum.absolute().minor() <= qint64(posting.lines().size());
    if (!sum.isZero() && fromConversion) {
        const Id<Account> rounding = roles.of(role::Rounding);
        if (!rounding)
            return refuse(QStringLiteral("account_missing"), tr("No account is chosen for “%1”.").arg(QLatin1String(role::Rounding)));
        lines.push_back({{}, int(lines.size()) + 1, rounding, {}, -sum, {}, {}});
        sum = tx.zero();
    }
    if (!sum.isZero())
        return refuse(QStringLiteral("unbalanced"), tr("The entry does not balance: %1 %2 are over.").arg(sum.toString(), sum.currency().code()));
    return lines;
}

void addToBalances(Tx &tx, int period, const std::vector<JournalLine> &lines)
{
    std::map<qint64, std::pair<qint64, qint64>> turnover; // in the order of accounts, so that workstations never wait in a circle
    for (const JournalLine &line : lines) {
        auto &[debit, credit] = turnover[line.account.value];
        if (line.amount.isNegative())
            credit = decimal::subtract(credit, line.amount.minor());
        else
            debit = decimal::add(debit, line.amount.minor());
    }
    static const std::vector<std::string> statements = [] {
        std::vector<std::string> all;
        for (size_t count = 0; count <= 8; ++count) {
            std::string text = "INSERT INTO account_balance (account_id, period_id, debit, credit) VALUES ";
            for (size_t i = 0; i < count; ++i)
                text += i ? ", (?, ?, ?, ?)" : "(?, ?, ?, ?)";
            all.push_back(text
                          + " ON CONFLICT (account_id, period_id) DO UPDATE SET debit = account_balance.debit + excluded.debit, "
                            "credit = account_balance.credit + excluded.credit");
        }
        return all;
    }();
    std::vector<sql::Value> values;
    size_t count = 0;
    const auto flush = [&] {
        if (count > 0)
            tx.connection().runWith(statements[count], values);
        values.clear();
        count = 0;
    };
    for (const auto &[account, sums] : turnover) {
        for (const qint64 value : {account, qint64(period), sums.first, sums.second})
            values.emplace_back(value);
        if (++count == 8)
            flush();
    }
    flush();
}

void appendText(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    out += QByteArray::number(utf8.size()) + ':' + utf8 + ',';
}

void appendNumber(QByteArray &out, qint64 number) { out += QByteArray::number(number) + ','; }

void store(Tx &tx, const JournalEntry &entry)
{
    tx.run("INSERT INTO journal_entry (id, journal_id, year, number, day, period_id, memo, source, source_id, reverses_id, recorded_at, "
           "actor, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           entry.id, entry.journal, entry.year, entry.number, entry.day, entry.period, entry.memo, entry.source, entry.sourceId, entry.reverses,
           entry.recordedAt, entry.actor, entry.previousHash, entry.hash);
}

} // namespace

QByteArray hashOf(const JournalEntry &entry, const std::vector<JournalLine> &lines)
{
    QByteArray content;
    content.reserve(512);
    for (const qint64 number : {entry.id.value, entry.journal.value, qint64(entry.year), entry.number})
        appendNumber(content, number);
    appendText(content, entry.day.toString(Qt::ISODate));
    appendNumber(content, entry.period);
    appendText(content, entry.memo);
    appendText(content, entry.source);
    appendNumber(content, entry.sourceId);
    appendNumber(content, entry.reverses.value);
    appendNumber(content, entry.recordedAt.micros);
    appendText(content, entry.actor);
    for (const JournalLine &line : lines) {
        for (const qint64 number : {qint64(line.line), line.account.value, line.party.value, line.amount.minor()})
            appendNumber(content, number);
        appendText(content, line.currency ? line.currency->code() : QString());
        appendNumber(content, line.currencyAmount.value_or(0));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(entry.previousHash);
    hash.addData(content);
    return hash.result();
}

Result<Id<JournalEntry>> post(Tx &tx, const Posting &posting)
{
    auto lines = resolve(tx, posting);
    if (!lines)
        return lines.error();
    if (lines->empty())
        return Id<JournalEntry>();
    const auto period = openPeriod(tx, posting.day());
    if (!period)
        return period.error();
    const auto &journals = tx.configured<Journals>().ids;
    const auto journal = journals.find(QString::fromLatin1(posting.journal()));
    if (journal == journals.end())
        return notFound(QStringLiteral("unknown_journal"), tr("There is no journal %1.").arg(QLatin1String(posting.journal())));

    JournalEntry entry;
    {
        auto head =
            tx.run(tx.isServer() ? "SELECT last_entry, last_hash FROM ledger_head FOR UPDATE" : "SELECT last_entry, last_hash FROM ledger_head");
        head.next();
        entry.id.value = head.integer(0) + 1;
        entry.previousHash = head.bytes(1);
    }
    entry.journal.value = journal->second;
    entry.year = tx.configured<Settings>().fiscalYear(posting.day());
    entry.number = nextInSeries(tx, posting.journal(), entry.year);
    entry.day = posting.day();
    entry.period = *period;
    entry.memo = posting.memo();
    entry.source = QString::fromLatin1(posting.source().table);
    entry.sourceId = posting.source().id;
    entry.reverses = posting.reverses();
    entry.recordedAt = tx.now();
    entry.actor = tx.scene().actor;
    for (JournalLine &line : *lines)
        line.entry = entry.id;
    entry.hash = hashOf(entry, *lines);

    tx.insertAll(*lines);
    store(tx, entry);
    tx.run("UPDATE ledger_head SET last_entry = ?, last_hash = ?", entry.id, entry.hash);
    addToBalances(tx, *period, *lines);
    return entry.id;
}

static const std::string selectEntry = "SELECT id, journal_id, year, number, day, period_id, memo, source, source_id, reverses_id, recorded_at, "
                                       "actor, previous_hash, hash FROM journal_entry ";

static JournalEntry readEntry(const sql::Rows &rows)
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

std::optional<JournalEntry> findEntry(Tx &tx, Id<JournalEntry> id)
{
    auto rows = tx.run(selectEntry + "WHERE id = ?", id);
    return rows.next() ? std::optional(readEntry(rows)) : std::nullopt;
}

std::vector<JournalLine> linesOf(Tx &tx, Id<JournalEntry> id) { return tx.all<JournalLine>("entry_id = ? ORDER BY line", id); }

std::vector<JournalEntry> entriesOf(Tx &tx, Source source)
{
    auto rows = tx.run(selectEntry + "WHERE source = ? AND source_id = ? ORDER BY id", source.table, source.id);
    std::vector<JournalEntry> found;
    while (rows.next())
        found.push_back(readEntry(rows));
    return found;
}

Result<Id<JournalEntry>> reverseEntry(Tx &tx, Id<JournalEntry> id, QDate day, const QString &reason)
{
    const auto entry = findEntry(tx, id);
    if (!entry)
        return notFound(QStringLiteral("unknown_entry"), tr("There is no journal entry %1.").arg(id.value));
    if (tx.isServer())
        tx.run("SELECT last_entry FROM ledger_head FOR UPDATE"); // two workstations must not both reverse it
    if (entry->source != QLatin1String("journal_entry"))
        return refuse(QStringLiteral("has_document"), tr("This entry belongs to a document; reverse that instead."),
                      tr("Invoices are taken back by a credit note, shipments by a return, payments by a refund."));
    if (tx.number("SELECT COUNT(*) FROM journal_entry WHERE reverses_id = ?", id) > 0)
        return refuse(QStringLiteral("already_reversed"), tr("This entry has been reversed already."));
    if (reason.trimmed().isEmpty())
        return refuse(QStringLiteral("reason_missing"), tr("Reversing an entry needs a reason."));
    Posting reversal(journal::General, day, reason.simplified(), {"journal_entry", id.value});
    reversal.reversing(id);
    for (const JournalLine &line : linesOf(tx, id))
        reversal.credit(line.account, line.amount, line.party);
    const auto posted = post(tx, reversal);
    if (posted)
        audit(tx, "entry_reversed", "journal_entry", id.value, reason);
    return posted;
}
