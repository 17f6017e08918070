#include "base/csv.h"
#include "core/reports/report.h"

#include <QCoreApplication>
#include <xlsxwriter.h>

static QString tr(const char *text) { return QCoreApplication::translate("Reports", text); }

using Kind = Report::Kind;

Report reportOf(const TrialBalance &balance, Currency currency)
{
    Report report{tr("Trial balance"), tr("As of %1, %2").arg(balance.asOf.toString(Qt::ISODate), currency.code()), currency, {}, {}, {}};
    report.columns = {{QStringLiteral("account"), tr("Account"), Kind::Text},
                      {QStringLiteral("name"), tr("Name"), Kind::Text},
                      {QStringLiteral("debit"), tr("Debit"), Kind::Money},
                      {QStringLiteral("credit"), tr("Credit"), Kind::Money},
                      {QStringLiteral("balance"), tr("Balance"), Kind::Money}};
    for (const TrialBalanceRow &row : balance.rows)
        report.rows.push_back({Report::cell(row.account.code), Report::cell(row.account.name), Report::cell(row.debit), Report::cell(row.credit),
                               Report::cell(row.balance)});
    report.totals = {Report::cell(tr("Total")),
                     {},
                     Report::cell(balance.totalDebit),
                     Report::cell(balance.totalCredit),
                     Report::cell(balance.totalDebit - balance.totalCredit)};
    return report;
}

static QString sectionName(AccountType type)
{
    switch (type) {
    case AccountType::Asset: return tr("Assets");
    case AccountType::Liability: return tr("Liabilities");
    case AccountType::Equity: return tr("Equity");
    case AccountType::Income: return tr("Income");
    case AccountType::Expense: return tr("Expenses");
    }
    return {};
}

static Report statementReport(const Statement &statement, const QString &title, const QString &note, const QString &result, Currency currency)
{
    Report report{title, note, currency, {}, {}, {}};
    report.columns = {{QStringLiteral("section"), tr("Section"), Kind::Text},
                      {QStringLiteral("account"), tr("Account"), Kind::Text},
                      {QStringLiteral("name"), tr("Name"), Kind::Text},
                      {QStringLiteral("amount"), tr("Amount"), Kind::Money}};
    for (const auto &[type, rows] : statement.sections)
        for (const StatementRow &row : rows)
            report.rows.push_back(
                {Report::cell(sectionName(type)), Report::cell(row.account.code), Report::cell(row.account.name), Report::cell(row.amount)});
    report.totals = {Report::cell(result), {}, {}, Report::cell(statement.result)};
    return report;
}

Report balanceSheetReport(const Statement &statement, QDate asOf, Currency currency)
{
    return statementReport(statement, tr("Balance sheet"), tr("As of %1, %2").arg(asOf.toString(Qt::ISODate), currency.code()),
                           tr("Profit not yet carried forward"), currency);
}

Report profitAndLossReport(const Statement &statement, QDate from, QDate to, Currency currency)
{
    return statementReport(statement, tr("Profit and loss"),
                           tr("%1 to %2, %3").arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate), currency.code()), tr("Profit"), currency);
}

Report reportOf(const std::vector<AgeingRow> &rows, QDate asOf, Currency currency)
{
    Report report{tr("Ageing"), tr("As of %1, %2").arg(asOf.toString(Qt::ISODate), currency.code()), currency, {}, {}, {}};
    report.columns = {{QStringLiteral("code"), tr("Code"), Kind::Text},
                      {QStringLiteral("party"), tr("Name"), Kind::Text},
                      {QStringLiteral("not_due"), tr("Not due"), Kind::Money},
                      {QStringLiteral("to_30"), tr("1–30 days"), Kind::Money},
                      {QStringLiteral("to_60"), tr("31–60 days"), Kind::Money},
                      {QStringLiteral("to_90"), tr("61–90 days"), Kind::Money},
                      {QStringLiteral("over_90"), tr("Over 90 days"), Kind::Money},
                      {QStringLiteral("total"), tr("Total"), Kind::Money}};
    std::array<Money, 6> sums;
    sums.fill(Money(0, currency));
    for (const AgeingRow &row : rows) {
        std::vector<Report::Cell> cells{Report::cell(row.code), Report::cell(row.party)};
        size_t i = 0;
        for (const Money amount : {row.notDue, row.to30, row.to60, row.to90, row.over90, row.total}) {
            cells.push_back(Report::cell(amount));
            sums[i++] += amount;
        }
        report.rows.push_back(std::move(cells));
    }
    report.totals = {Report::cell(tr("Total")), {}};
    for (const Money sum : sums)
        report.totals.push_back(Report::cell(sum));
    return report;
}

Report reportOf(const std::vector<StockValueRow> &rows, Currency currency, QDate asOf)
{
    const QString note = asOf.isValid() ? tr("As of %1, %2").arg(asOf.toString(Qt::ISODate), currency.code()) : currency.code();
    Report report{tr("Stock value"), note, currency, {}, {}, {}};
    report.columns = {{QStringLiteral("sku"), tr("SKU"), Kind::Text},
                      {QStringLiteral("name"), tr("Name"), Kind::Text},
                      {QStringLiteral("quantity"), tr("Quantity"), Kind::Quantity},
                      {QStringLiteral("value"), tr("Value"), Kind::Money}};
    Money sum(0, currency);
    for (const StockValueRow &row : rows) {
        report.rows.push_back({Report::cell(row.sku), Report::cell(row.name), Report::cell(row.quantity), Report::cell(row.value)});
        sum += row.value;
    }
    report.totals = {Report::cell(tr("Total")), {}, {}, Report::cell(sum)};
    return report;
}

Report reportOf(const std::vector<SalesRow> &rows, QDate from, QDate to, Currency currency)
{
    Report report{tr("Sales"), tr("%1 to %2, %3").arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate), currency.code()), currency, {}, {}, {}};
    report.columns = {{QStringLiteral("group"), tr("Group"), Kind::Text},
                      {QStringLiteral("documents"), tr("Documents"), Kind::Number},
                      {QStringLiteral("net"), tr("Net"), Kind::Money},
                      {QStringLiteral("tax"), tr("Tax"), Kind::Money},
                      {QStringLiteral("total"), tr("Total"), Kind::Money}};
    Money net(0, currency), tax(0, currency);
    qint64 documents = 0;
    for (const SalesRow &row : rows) {
        report.rows.push_back(
            {Report::cell(row.group), Report::cell(row.documents), Report::cell(row.net), Report::cell(row.tax), Report::cell(row.total)});
        documents += row.documents;
        net += row.net;
        tax += row.tax;
    }
    report.totals = {Report::cell(tr("Total")), Report::cell(documents), Report::cell(net), Report::cell(tax), Report::cell(net + tax)};
    return report;
}

QByteArray toCsv(const Report &report)
{
    QByteArray out;
    QStringList titles;
    for (const Report::Column &column : report.columns)
        titles << column.key;
    out += csvLine(titles);
    for (const auto &row : report.rows) {
        QStringList cells;
        for (const Report::Cell &cell : row)
            cells << cell.text;
        out += csvLine(cells);
    }
    return out;
}

Result<> writeXlsx(const Report &report, const QString &file)
{
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(file.toUtf8().constData(), &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, report.title.left(31).toUtf8().constData());
    lxw_format *bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_format *money = workbook_add_format(book);
    const QByteArray digits =
        report.currency.exponent() > 0 ? QByteArray("#,##0.") + QByteArray(report.currency.exponent(), '0') : QByteArray("#,##0");
    format_set_num_format(money, digits.constData());
    lxw_row_t at = 0;
    for (size_t c = 0; c < report.columns.size(); ++c) {
        worksheet_set_column(sheet, lxw_col_t(c), lxw_col_t(c), report.columns[c].kind == Kind::Text ? 24 : 14, nullptr);
        worksheet_write_string(sheet, at, lxw_col_t(c), report.columns[c].title.toUtf8().constData(), bold);
    }
    const auto write = [&](const std::vector<Report::Cell> &row) {
        ++at;
        for (size_t c = 0; c < row.size(); ++c) {
            const Kind kind = report.columns[c].kind;
            const bool text = kind == Kind::Text || kind == Kind::Day || row[c].text.isEmpty();
            if (text)
                worksheet_write_string(sheet, at, lxw_col_t(c), row[c].text.toUtf8().constData(), nullptr); // a string is never a formula
            else // a spreadsheet's own numbers are binary fractions; only here do ours become one
                worksheet_write_number(sheet, at, lxw_col_t(c), row[c].text.toDouble(), kind == Kind::Money ? money : nullptr);
        }
    };
    for (const auto &row : report.rows)
        write(row);
    if (!report.totals.empty())
        write(report.totals);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        return refuse(QStringLiteral("file"), tr("%1 could not be written: %2").arg(file, QString::fromUtf8(lxw_strerror(error))));
    return Done{};
}
