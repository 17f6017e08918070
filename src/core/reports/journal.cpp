#include "core/reports/journal.h"

#include "core/parties/party.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Reports", text); }

QString entryNumber(const QString &journal, const JournalEntry &entry)
{
    return QStringLiteral("%1-%2-%3").arg(journal).arg(entry.year).arg(entry.number, 6, 10, QLatin1Char('0'));
}

QString documentNumber(Tx &tx, const QString &source, qint64 id)
{
    static const QStringList numbered{QStringLiteral("invoice"),        QStringLiteral("payment"),       QStringLiteral("shipment"),
                                      QStringLiteral("sales_return"),   QStringLiteral("goods_receipt"), QStringLiteral("supplier_bill"),
                                      QStringLiteral("channel_payout"), QStringLiteral("sales_order")};
    if (numbered.contains(source))
        return tx.text("SELECT number FROM " + source.toStdString() + " WHERE id = ?", id);
    if (source == QLatin1String("journal_entry") && id > 0) {
        const auto entry = findEntry(tx, {id});
        return entry ? entryNumber(tx.text("SELECT code FROM journal WHERE id = ?", entry->journal), *entry) : QString();
    }
    if (source == QLatin1String("product"))
        return tx.text("SELECT sku FROM product WHERE id = ?", id);
    return {};
}

namespace {

/// Ids and journals of the entries that are asked for.
std::vector<std::pair<qint64, QString>> find(Tx &tx, const JournalQuestion &question)
{
    std::string where = question.newestFirst && question.after ? "e.id < ?" : "e.id > ?";
    std::vector<sql::Value> values{sql::Value(question.after.value)};
    const auto also = [&](const char *condition, sql::Value value) {
        where += condition;
        values.push_back(std::move(value));
    };
    if (question.from.isValid())
        also(" AND e.day >= ?", sql::toValue(question.from));
    if (question.to.isValid())
        also(" AND e.day <= ?", sql::toValue(question.to));
    if (question.account)
        also(" AND e.id IN (SELECT x.entry_id FROM journal_line x WHERE x.account_id = ?)", question.account.value);
    if (!question.source.isEmpty()) {
        also(" AND e.source = ?", question.source);
        also(" AND e.source_id = ?", question.sourceId);
    }
    std::vector<std::pair<qint64, QString>> ids;
    auto rows = tx.connection().runWith("SELECT e.id, j.code FROM journal_entry e JOIN journal j ON j.id = e.journal_id WHERE " + where
                                            + " ORDER BY e.id" + (question.newestFirst ? " DESC" : "") + " LIMIT " + std::to_string(question.limit),
                                        values);
    while (rows.next())
        ids.emplace_back(rows.integer(0), rows.text(1));
    return ids;
}

std::vector<JournalLineView> viewLines(Tx &tx, qint64 entry)
{
    std::vector<JournalLineView> lines;
    auto rows = tx.run("SELECT a.code, a.name, COALESCE(p.code, ''), l.amount, l.currency, l.currency_amount FROM journal_line l JOIN account a ON "
                       "a.id = l.account_id "
                       "LEFT JOIN party p ON p.id = l.party_id WHERE l.entry_id = ? ORDER BY l.line",
                       entry);
    while (rows.next()) {
        lines.push_back({rows.text(0), rows.text(1), rows.text(2), Money(rows.integer(3), tx.currency()), {}, {}});
        if (!rows.isNull(4)) {
            lines.back().currency = Currency::of(rows.text(4));
            lines.back().currencyAmount = rows.integer(5);
        }
    }
    return lines;
}

} // namespace

std::vector<JournalView> journalEntries(Tx &tx, const JournalQuestion &question)
{
    std::vector<JournalView> views;
    for (const auto &[id, code] : find(tx, question)) {
        JournalView view;
        view.entry = *findEntry(tx, {id});
        view.journal = code;
        view.number = entryNumber(code, view.entry);
        view.document = documentNumber(tx, view.entry.source, view.entry.sourceId);
        view.lines = viewLines(tx, id);
        views.push_back(std::move(view));
    }
    return views;
}

Report reportOf(const std::vector<JournalView> &entries, QDate from, QDate to, Currency currency)
{
    using Kind = Report::Kind;
    Report report{tr("Journal"), currency.code(), currency, {}, {}, {}};
    if (from.isValid() || to.isValid())
        report.note = tr("%1 to %2, %3").arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate), currency.code());
    report.columns = {{QStringLiteral("number"), tr("Number"), Kind::Text},   {QStringLiteral("day"), tr("Day"), Kind::Day},
                      {QStringLiteral("memo"), tr("Memo"), Kind::Text},       {QStringLiteral("source"), tr("Document"), Kind::Text},
                      {QStringLiteral("account"), tr("Account"), Kind::Text}, {QStringLiteral("name"), tr("Name"), Kind::Text},
                      {QStringLiteral("party"), tr("Party"), Kind::Text},     {QStringLiteral("debit"), tr("Debit"), Kind::Money},
                      {QStringLiteral("credit"), tr("Credit"), Kind::Money}};
    Money debit(0, currency), credit(0, currency);
    for (const JournalView &view : entries)
        for (const JournalLineView &line : view.lines) {
            const bool owed = line.amount.isNegative();
            (owed ? credit : debit) += owed ? -line.amount : line.amount;
            report.rows.push_back({Report::cell(view.number), Report::cell(view.entry.day), Report::cell(view.entry.memo),
                                   Report::cell(view.document), Report::cell(line.account), Report::cell(line.accountName), Report::cell(line.party),
                                   owed ? Report::Cell() : Report::cell(line.amount), owed ? Report::cell(-line.amount) : Report::Cell()});
        }
    report.totals = {Report::cell(tr("Total")), {}, {}, {}, {}, {}, {}, Report::cell(debit), Report::cell(credit)};
    return report;
}
