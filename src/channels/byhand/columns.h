#pragma once

#include "channels/byhand/weborder.h"

#include <map>

/// Orders in a table, as sites export them: which column means what, and the orders that the rows say.
namespace channels::byhand {

/// A table as it stands in a file or on the clipboard; `line` counts from 1.
struct TableRow {
    int line = 0;
    QStringList cells;
};
using Table = std::vector<TableRow>;

/// What a column can mean: "order_number", "sku", …; the labels are what headings are proposed from.
QStringList columnFields();
/// What a heading means by its well known names in English, German, French and Spanish; empty if nothing.
QString fieldOfHeading(const QString &heading);
QString headingKey(const QString &heading); ///< as headings are compared and kept

/// heading key -> field; an empty field is a column that is passed over.
using ColumnMap = std::map<QString, QString>;

struct Columns {
    std::map<QString, int> at; ///< field -> column
    QStringList ignored;       ///< headings without a meaning
    bool has(const char *field) const { return at.contains(QString::fromLatin1(field)); }
    bool saysLines() const { return (has("sku") || has("description") || has("barcode")) && has("quantity"); }
};
/// What was learnt counts before what is proposed; of two columns with the same meaning the first counts.
Columns columnsOf(const QStringList &headings, const ColumnMap &learnt);

/// What a row says of a line of goods; what cannot be read is said in `problems`.
WebLine lineOf(const Columns &columns, const QStringList &cells, Currency currency, QChar mark, std::vector<QString> &problems);

/// The orders of a table, the first row naming its columns: rows of one order number are the lines of one order. Rows without a number are said in
/// `problems`, by line.
struct TableOrders {
    std::vector<WebOrder> orders;
    std::vector<QString> problems;
};
TableOrders ordersIn(const Table &table, const Columns &columns, Currency currency, const QTimeZone &zone);

} // namespace channels::byhand
