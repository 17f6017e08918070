#pragma once

#include "base/csv.h"
#include "sql/session.h"

#include <functional>

/// A cell or row of a file that could not be taken. The other rows go in.
struct ImportProblem {
    int line = 0; ///< of the file, from 1
    QString column;
    QString message;
};

struct ImportReport {
    int created = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<ImportProblem> problems;
    QStringList ignoredColumns;
};

/// A row of a file, asked by the title of a column.
class ImportRow {
public:
    ImportRow(const QStringList &titles, const CsvRow &row) : m_titles(titles), m_row(row) {}
    bool has(const char *title) const { return m_titles.contains(QLatin1String(title)); }
    QString operator[](const char *title) const { return m_row.cells.value(m_titles.indexOf(QLatin1String(title))).trimmed(); }
    int line() const { return m_row.line; }

private:
    const QStringList &m_titles;
    const CsvRow &m_row;
};

/// How an import shows how far it is, and how it is stopped: between two parts of some hundred rows; what went in before stays.
struct ImportControl {
    std::function<void(qint64 done, qint64 total)> progress = {};
    std::function<bool()> cancelled = {};
};

/// Products by SKU: SKU,name,description,price,tax,unit,weight,barcode,image. A column that is missing leaves its field as it is; the price goes to
/// the base list; images are paths from `folder`. Idempotent: a row that says what is there already changes nothing.
Result<ImportReport> importProducts(Session &session, const QByteArray &csv, const QString &folder, const ImportControl &control = {});
/// Customers by code: code,name,company,email,phone,street,street2,postcode,city,region,country,terms,credit_limit,price_list,discount,tax_number.
Result<ImportReport> importCustomers(Session &session, const QByteArray &csv, const ImportControl &control = {});
