#include "base/compression.h"

#include <QtEndian>
#include <new>
#include <zlib.h>

namespace {

/// zlib's working memory, made once per thread. qCompress() makes 268 KB anew for each text, which takes longer than compressing it; a window of
/// 16 KB and small tables do as well for texts of this size.
class Deflater {
public:
    Deflater()
    {
        constexpr int level = 4, windowBits = 14, memory = 5;
        if (deflateInit2(&m_stream, level, Z_DEFLATED, windowBits, memory, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Deflater() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Deflater)

    QByteArray run(const QByteArray &bytes)
    {
        constexpr qsizetype head = 4; // qUncompress() wants the length in front
        deflateReset(&m_stream);
        QByteArray out(head + qsizetype(deflateBound(&m_stream, uLong(bytes.size()))), Qt::Uninitialized);
        qToBigEndian(quint32(bytes.size()), out.data());
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = uInt(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + head);
        m_stream.avail_out = uInt(out.size() - head);
        deflate(&m_stream, Z_FINISH); // cannot fail: there is room for the worst case
        out.truncate(out.size() - qsizetype(m_stream.avail_out));
        out.squeeze();
        return out;
    }

private:
    z_stream m_stream{};
};

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    thread_local Deflater deflater;
    return deflater.run(bytes);
}
