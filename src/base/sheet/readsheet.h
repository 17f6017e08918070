#pragma once

#include "base/csv.h"
#include "base/result.h"

/// Reads the first sheet of an Office Open XML workbook (.xlsx) as the rows that a CSV of it would have: texts as they are, numbers with their own
/// digits, days as ISO, formulas as their last result. Refuses what is no workbook ("no_workbook") and one that unpacks to more than `mostBytes`
/// ("too_large").
Result<std::vector<CsvRow>> readWorkbook(const QByteArray &bytes, qint64 mostBytes = 256 * 1024 * 1024);
bool isWorkbook(const QByteArray &bytes); ///< by its first bytes
