#include "core/billing/invoice.h"
#include "core/reports/report.h"

#include <QCoreApplication>
#include <map>

static QString tr(const char *text) { return QCoreApplication::translate("Reports", text); }

std::vector<AgeingRow> ageing(Tx &tx, bool payable, QDate asOf)
{
    std::map<qint64, AgeingRow> byParty;
    const auto read = [&](sql::Rows rows) {
        while (rows.next()) {
            AgeingRow &row = byParty[rows.integer(0)];
            row.code = rows.text(1);
            row.party = rows.text(3).isEmpty() ? rows.text(2) : rows.text(3);
            const Money open(payable ? -rows.integer(5) : rows.integer(5), tx.currency());
            const qint64 late = rows.day(4).daysTo(asOf);
            Money &bucket = late <= 0 ? row.notDue : late <= 30 ? row.to30 : late <= 60 ? row.to60 : late <= 90 ? row.to90 : row.over90;
            bucket += open;
            row.total += open;
        }
    };
    static const std::string item = "SELECT p.id, p.code, p.name, p.company, i.due_on, ";
    for (const Id<Account> account : tx.configured<AccountRoles>().allOf(payable ? role::Payable : role::Receivable)) {
        read(tx.run(item
                        + "i.base_open FROM open_item i JOIN party w ON w.id = i.party_id JOIN party p ON p.id = COALESCE(w.merged_into, w.id) WHERE "
                          "i.open <> 0 AND i.party_id > 0 AND i.account_id = ? "
                          "AND i.day <= ?",
                    account, asOf));
        // What was settled only afterwards was open still.
        for (const auto &[side, worth] : {std::pair("debit_item", "debit_base"), std::pair("credit_item", "credit_base")})
            read(tx.run(item + "s." + worth + " FROM settlement s JOIN open_item i ON i.id = s." + side
                            + " JOIN party w ON w.id = i.party_id JOIN party p ON p.id = COALESCE(w.merged_into, w.id) WHERE s.day > ? AND "
                              "i.account_id = ? AND i.day <= ?",
                        asOf, account, asOf));
    }
    std::erase_if(byParty, [](const auto &entry) {
        return entry.second.total.isZero() && entry.second.notDue.isZero() && entry.second.to30.isZero() && entry.second.to60.isZero()
               && entry.second.to90.isZero();
    });
    std::vector<AgeingRow> all;
    for (auto &[party, row] : byParty) {
        for (Money *amount : {&row.notDue, &row.to30, &row.to60, &row.to90, &row.over90, &row.total})
            *amount += tx.zero();
        all.push_back(std::move(row));
    }
    std::stable_sort(all.begin(), all.end(), [](const AgeingRow &a, const AgeingRow &b) { return a.code < b.code; });
    return all;
}

namespace {

/// Adds a document or a line to its group; credit notes count negative, amounts are converted by their document's own rate.
void addSale(Tx &tx, SalesRow &row, const sql::Rows &rows, int first)
{
    const bool credit = InvoiceKind(rows.integer(first)) == InvoiceKind::CreditNote;
    const Currency currency = Currency::of(rows.text(first + 1)).value_or(tx.currency());
    const ExchangeRate rate{rows.integer(first + 2)};
    const auto amount = [&](int column) {
        const Money base = convert(Money(rows.integer(column), currency), rate, tx.currency());
        return credit ? -base : base;
    };
    ++row.documents;
    row.net += amount(first + 3);
    row.tax += amount(first + 4);
    row.total = row.net + row.tax;
}

} // namespace

std::vector<SalesRow> sales(Tx &tx, QDate from, QDate to, SalesBy by)
{
    const char *perDocument =
        "SELECT COALESCE(c.name, ''), COALESCE(NULLIF(p.company, ''), p.name), i.day, i.kind, i.currency, i.rate, i.net, i.tax FROM invoice i "
        "JOIN party w ON w.id = i.party_id JOIN party p ON p.id = COALESCE(w.merged_into, w.id) LEFT JOIN sales_order o ON o.id = i.order_id LEFT "
        "JOIN channel c ON c.id = o.channel_id "
        "WHERE i.day >= ? AND i.day <= ?";
    const char *perLine =
        "SELECT l.sku, l.description, i.day, i.kind, i.currency, i.rate, l.net, l.tax FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id "
        "WHERE l.kind = 1 AND i.day >= ? AND i.day <= ?";
    std::map<QString, SalesRow> groups;
    auto rows = tx.run(by == SalesBy::Product ? perLine : perDocument, from, to);
    while (rows.next()) {
        const QString channel = rows.text(0).isEmpty() && by == SalesBy::Channel ? tr("Desk") : rows.text(0);
        const QString group = by == SalesBy::Customer ? rows.text(1) : by == SalesBy::Day ? rows.text(2) : channel;
        groups[group].group = group;
        addSale(tx, groups[group], rows, 3);
    }
    std::vector<SalesRow> all;
    for (auto &[group, row] : groups)
        all.push_back(std::move(row));
    return all;
}
