#pragma once

#include "core/imports/import.h"

#include <functional>

enum class RowOutcome { Created, Changed, Unchanged };

/// What a row's command refuses with names its column in the code: "column:price".
inline Error badCell(const char *column, QString message) { return refuse(QStringLiteral("column:") + QLatin1String(column), std::move(message)); }

/// Reads a file row by row, several rows per transaction, each a part that can fail alone. `key` is the column that must be there.
Result<ImportReport> importRows(Session &session, const QByteArray &csv, const QStringList &known, const char *key,
                                const std::function<Result<RowOutcome>(Tx &, const ImportRow &)> &take, const ImportControl &control);
