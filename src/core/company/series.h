#pragma once

#include "sql/tx.h"

/// The next number of a gapless series. Taken inside the transaction that uses it, so a rollback gives it back; as late as possible,
/// because others wait for it.
qint64 nextInSeries(Tx &tx, const char *code, int year = 0);
/// A document number such as "INV-000042".
QString nextNumber(Tx &tx, const char *prefix);
