#pragma once

#include "sql/tx.h"

#include <functional>

enum class JournalFormat { Hledger, Ledger, Beancount };

/// Writes the whole journal as a plain-text accounting program reads it, piece by piece. Amounts in the company's currency; what was in another one
/// stands in the comment.
void exportJournal(Tx &tx, JournalFormat format, const std::function<void(const QByteArray &)> &write);
