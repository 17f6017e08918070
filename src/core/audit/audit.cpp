#include "core/audit/audit.h"

void audit(Tx &tx, const char *action, const char *subject, qint64 subjectId, const QString &detail)
{
    tx.run("INSERT INTO audit (at, actor, station, action, subject, subject_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?)", tx.now(), tx.scene().actor,
           tx.scene().station, action, subject, subjectId, detail);
}
