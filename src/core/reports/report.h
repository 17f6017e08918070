#pragma once

#include "core/ledger/account.h"
#include "core/stock/stock.h"

/// A report as rows of typed cells: what a table on screen, a CSV or a spreadsheet is made of.
struct Report {
    enum class Kind { Text, Day, Money, Quantity, Number };
    struct Column {
        QString key;   ///< stable, for scripts
        QString title; ///< translated
        Kind kind = Kind::Text;
    };
    struct Cell {
        QString text;      ///< plain: "12.34"
        qint64 number = 0; ///< exact: minor units, millionths
    };
    QString title;
    QString note; ///< period and currency
    Currency currency;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<Cell> totals; ///< as many as columns, or none

    static Cell cell(const QString &text) { return {text, 0}; }
    static Cell cell(Money amount) { return {amount.toString(), amount.minor()}; }
    static Cell cell(Quantity units) { return {units.toString(), units.millionths}; }
    static Cell cell(QDate day) { return {day.toString(Qt::ISODate), 0}; }
    static Cell cell(qint64 number) { return {QString::number(number), number}; }
};

struct TrialBalanceRow {
    Account account;
    Money debit;   ///< turnover
    Money credit;  ///< turnover
    Money balance; ///< debit positive
};
struct TrialBalance {
    QDate asOf;
    std::vector<TrialBalanceRow> rows; ///< by account number; accounts without turnover are left out
    Money totalDebit;
    Money totalCredit;
};
/// All accounts up to the end of a day. From the sums per month, plus the lines of the month in which the day lies: its time does not depend on
/// history.
TrialBalance trialBalance(Tx &tx, QDate asOf);

struct StatementRow {
    Account account;
    Money amount; ///< in the natural sign of its section
};
struct Statement {
    std::vector<std::pair<AccountType, std::vector<StatementRow>>> sections;
    Money result; ///< of a balance sheet: assets less liabilities and equity, which is the profit not yet carried forward; of profit and loss: the
                  ///< profit
};
Statement balanceSheet(Tx &tx, QDate asOf);
Statement profitAndLoss(Tx &tx, QDate from, QDate to);

struct AgeingRow {
    QString code;
    QString party;
    Money notDue, to30, to60, to90, over90, total; ///< company currency
};
/// Open items by how long they are overdue. Receivables positive, payables positive as well.
std::vector<AgeingRow> ageing(Tx &tx, bool payable, QDate asOf);

struct StockValueRow {
    QString sku;
    QString name;
    Quantity quantity;
    Money value;
};
/// None: now. Else at the end of a day, by the days of the moves as the accounts have them.
std::vector<StockValueRow> stockValue(Tx &tx, QDate asOf = {});

/// What lies in one place.
struct StockPlace {
    QString sku;
    QString location;
    Quantity onHand;
    std::optional<Quantity> allocated; ///< promises are not kept as history: none for the past
    Money value;                       ///< its part of what the product's stock is worth
};
struct StockQuestion {
    Id<Product> product = {};                  ///< none: of all
    std::optional<Instant> asOf = {};          ///< none: now
    QString afterSku = {}, afterLocation = {}; ///< go on behind this one
    int limit = 100;
};
/// By SKU and location; places that hold nothing are left out.
std::vector<StockPlace> stockPlaces(Tx &tx, const StockQuestion &question);

struct SalesRow {
    QString group; ///< channel, product, customer or day
    qint64 documents = 0;
    Money net;
    Money tax;
    Money total;
};
enum class SalesBy { Channel, Product, Customer, Day };
/// Invoices less credit notes, company currency.
std::vector<SalesRow> sales(Tx &tx, QDate from, QDate to, SalesBy by);

// The same as tables.
Report reportOf(const TrialBalance &balance, Currency currency);
Report balanceSheetReport(const Statement &statement, QDate asOf, Currency currency);
Report profitAndLossReport(const Statement &statement, QDate from, QDate to, Currency currency);
Report reportOf(const std::vector<AgeingRow> &rows, QDate asOf, Currency currency);
Report reportOf(const std::vector<StockValueRow> &rows, Currency currency, QDate asOf = {});
Report reportOf(const std::vector<SalesRow> &rows, QDate from, QDate to, Currency currency);

QByteArray toCsv(const Report &report);
/// A spreadsheet with numbers as numbers. Refuses a file that cannot be written.
Result<> writeXlsx(const Report &report, const QString &file);
