#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>

/// An archive unpacks to more than it may.
struct TooLarge {};

/// The parts of a ZIP archive, unpacked one by one; nothing that it says of sizes and places is believed.
class Archive {
public:
    /// Nothing if it is none, or one with a password or of more than 4 GB.
    static std::optional<Archive> open(const QByteArray &bytes, qint64 mostBytes);

    bool has(const QString &name) const { return m_entries.contains(name); }
    /// Empty if there is no such part, or it is damaged. Throws TooLarge where all parts so far come to more than the archive may.
    QByteArray part(const QString &name);

private:
    struct Entry {
        int method = 0; ///< 0 as it is, 8 packed
        qint64 at = 0;  ///< of its own header
        qint64 size = 0;
        quint32 check = 0; ///< CRC-32 of what it unpacks to
    };
    bool readDirectory();
    quint64 number(qint64 at, int bytes) const; ///< little end first; zero beyond the end
    QByteArray unpacked(qint64 at, qint64 size);
    void count(qint64 bytes);

    QByteArray m_bytes;
    std::map<QString, Entry> m_entries;
    qint64 m_most = 0;
    qint64 m_unpacked = 0;
};
