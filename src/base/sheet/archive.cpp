#include "base/sheet/archive.h"

#include <array>
#include <zlib.h>

std::optional<Archive> Archive::open(const QByteArray &bytes, qint64 mostBytes)
{
    Archive archive;
    archive.m_bytes = bytes;
    archive.m_most = mostBytes;
    return archive.readDirectory() ? std::optional(std::move(archive)) : std::nullopt;
}

quint64 Archive::number(qint64 at, int bytes) const
{
    if (at < 0 || at + bytes > m_bytes.size())
        return 0;
    quint64 value = 0;
    for (int i = bytes - 1; i >= 0; --i)
        value = value << 8 | uchar(m_bytes[at + i]);
    return value;
}

bool Archive::readDirectory()
{
    constexpr quint64 endMark = 0x06054b50, entryMark = 0x02014b50;
    const qint64 end = m_bytes.lastIndexOf(QByteArray("PK\x05\x06", 4));
    if (end < 0 || number(end, 4) != endMark)
        return false;
    const qint64 count = qint64(number(end + 10, 2));
    qint64 at = qint64(number(end + 16, 4));
    for (qint64 i = 0; i < count; ++i) {
        const bool hasPassword = number(at + 8, 2) & 1;
        const qint64 size = qint64(number(at + 20, 4)), nameSize = qint64(number(at + 28, 2));
        if (number(at, 4) != entryMark || hasPassword || size == 0xffffffff || at + 46 + nameSize > m_bytes.size())
            return false;
        m_entries[QString::fromUtf8(m_bytes.mid(at + 46, nameSize))] = {int(number(at + 10, 2)), qint64(number(at + 42, 4)), size,
                                                                        quint32(number(at + 16, 4))};
        at += 46 + nameSize + qint64(number(at + 30, 2)) + qint64(number(at + 32, 2));
    }
    return !m_entries.empty();
}

QByteArray Archive::part(const QString &name)
{
    constexpr quint64 headMark = 0x04034b50;
    const auto entry = m_entries.find(name);
    if (entry == m_entries.end() || number(entry->second.at, 4) != headMark)
        return {};
    const qint64 at = entry->second.at + 30 + qint64(number(entry->second.at + 26, 2)) + qint64(number(entry->second.at + 28, 2));
    const qint64 size = entry->second.size;
    if (at + size > m_bytes.size())
        return {};
    const int method = entry->second.method;
    if (method == 0)
        count(size);
    const QByteArray content = method == 8 ? unpacked(at, size) : method == 0 ? m_bytes.mid(at, size) : QByteArray();
    const bool isWhole = crc32(0, reinterpret_cast<const Bytef *>(content.constData()), uInt(content.size())) == entry->second.check;
    return isWhole ? content : QByteArray();
}

void Archive::count(qint64 bytes)
{
    m_unpacked += bytes;
    if (m_unpacked > m_most)
        throw TooLarge();
}

QByteArray Archive::unpacked(qint64 at, qint64 size)
{
    struct Stream : z_stream {
        Stream() : z_stream{} { usable = inflateInit2(this, -MAX_WBITS) == Z_OK; }
        ~Stream()
        {
            if (usable)
                inflateEnd(this);
        }
        bool usable;
    } stream;
    if (!stream.usable)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(m_bytes.data() + at);
    stream.avail_in = uInt(size);
    QByteArray content;
    std::array<char, 65'536> piece;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const qsizetype made = qsizetype(piece.size()) - qsizetype(stream.avail_out);
        if (state == Z_OK && made == 0)
            break; // cut off
        content.append(piece.data(), made);
        count(made);
    }
    return state == Z_STREAM_END ? content : QByteArray();
}
