#pragma once

#include "base/result.h"
#include "sql/connection.h"

/// Copies a whole company, consistently while others work, into a new company file (SQLite), whatever engine it lives on. The copy is complete
/// on disk when this returns. Refuses a file that exists.
Result<> backUp(sql::Connection &company, const QString &file);
/// The copy that an upgrade makes first: beside a company file, or in the user's data folder for a server. Returns its path.
Result<QString> backUpBeside(sql::Connection &company, int schema);
/// Copies a backup into an empty place, on either engine. The company there is the same one (its uid stays). An older backup is
/// upgraded there. Refuses a place that holds a company, and a backup that a newer program made.
Result<> restore(const QString &file, const sql::Locator &to);
