#pragma once

#include "sql/connection.h"

#include <QByteArray>
#include <map>
#include <string>

/// Keeps every statement that a connection runs, with its values, for bench-bare to run again.
///
/// The file: "PURSREC1"; per statement, as it comes: 'S' number length text (the first time a statement is seen), then
/// 'R' number count values. A value is 'N', 'I' and 8 bytes, 'T' or 'B' with a length and the bytes. Numbers are 4 bytes; all in this
/// machine's order.
class Recorder {
public:
    explicit Recorder(sql::Connection &connection);
    qint64 statements() const { return m_count; }
    bool save(const QString &file) const;

private:
    void record(std::string_view sql, std::span<const sql::Value> values);
    void number(quint32 value) { m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }

    QByteArray m_bytes = QByteArrayLiteral("PURSREC1");
    std::map<std::string, quint32, std::less<>> m_known;
    qint64 m_count = 0;
};
