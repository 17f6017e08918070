#include "recorder.h"

#include <QFile>

Recorder::Recorder(sql::Connection &connection)
{
    connection.onStatement = [this](std::string_view sql, std::span<const sql::Value> values) { record(sql, values); };
}

void Recorder::record(std::string_view sql, std::span<const sql::Value> values)
{
    ++m_count;
    auto known = m_known.find(sql);
    if (known == m_known.end()) {
        known = m_known.emplace(std::string(sql), quint32(m_known.size())).first;
        m_bytes += 'S';
        number(known->second);
        number(quint32(sql.size()));
        m_bytes.append(sql.data(), qsizetype(sql.size()));
    }
    m_bytes += 'R';
    number(known->second);
    number(quint32(values.size()));
    for (const sql::Value &value : values) {
        if (const auto *integer = std::get_if<qint64>(&value)) {
            m_bytes += 'I';
            m_bytes.append(reinterpret_cast<const char *>(integer), sizeof *integer);
        } else if (std::holds_alternative<std::monostate>(value)) {
            m_bytes += 'N';
        } else {
            const auto *text = std::get_if<QString>(&value);
            const QByteArray bytes = text ? sql::storedText(*text) : std::get<QByteArray>(value);
            m_bytes += text ? 'T' : 'B';
            number(quint32(bytes.size()));
            m_bytes += bytes;
        }
    }
}

bool Recorder::save(const QString &name) const
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size();
}
