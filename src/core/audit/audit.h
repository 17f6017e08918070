#pragma once

#include "sql/tx.h"

/// Keeps who did what to which row, when and from where. A fact; also the history that an order or a product shows.
void audit(Tx &tx, const char *action, const char *subject, qint64 subjectId, const QString &detail = {});
