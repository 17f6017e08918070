#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

/// One row of a CSV file, with the line on which it begins in the file (from 1).
struct CsvRow {
    int line = 0;
    QStringList cells;
};

/// Reads RFC 4180: quoted cells with line breaks and doubled quotes, CRLF or LF, a byte-order mark, UTF-8 (Windows-1252 where it is no
/// UTF-8), comma, semicolon or tab as found in the first line. Empty lines are left out.
std::vector<CsvRow> readCsv(const QByteArray &bytes);
/// Writes one row. Cells that a spreadsheet would take for a formula get an apostrophe; numbers stay numbers.
QByteArray csvLine(const QStringList &cells);
