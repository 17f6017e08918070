#include "web/fields.h"

#include <QStringDecoder>

namespace web {

std::optional<QString> textOf(QByteArrayView bytes)
{
    if (bytes.contains('\0'))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return {};
    return text;
}

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> decoded(QByteArrayView encoded, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '+' && plus == Plus::IsBlank) {
            c = ' ';
        } else if (c == '%') {
            const int high = i + 2 < encoded.size() ? digit(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? digit(encoded[i + 2]) : -1;
            if (high < 0 || low < 0)
                return {};
            c = char(high * 16 + low);
            i += 2;
        }
        bytes.append(c);
    }
    return textOf(bytes);
}

std::optional<Fields> Fields::parse(QByteArrayView encoded, qsizetype most)
{
    Fields fields;
    while (!encoded.isEmpty()) {
        const auto end = encoded.indexOf('&') < 0 ? encoded.size() : encoded.indexOf('&');
        const QByteArrayView member = encoded.first(end);
        encoded = encoded.sliced(std::min(end + 1, encoded.size()));
        if (member.isEmpty())
            continue;
        const auto equals = member.indexOf('=') < 0 ? member.size() : member.indexOf('=');
        auto name = decoded(member.first(equals), Plus::IsBlank);
        auto value = decoded(member.sliced(std::min(equals + 1, member.size())), Plus::IsBlank);
        if (!name || !value || qsizetype(fields.m_members.size()) >= most)
            return {};
        fields.add(*std::move(name), *std::move(value));
    }
    return fields;
}

QByteArray Fields::encoded() const
{
    QByteArrayList parts;
    for (const auto &[name, value] : m_members)
        parts << name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    return parts.join('&');
}

bool Fields::has(const QString &name) const
{
    for (const auto &member : m_members)
        if (member.first == name)
            return true;
    return false;
}

QString Fields::text(const QString &name, const QString &otherwise) const
{
    for (const auto &[key, value] : m_members)
        if (key == name)
            return value;
    return otherwise;
}

QStringList Fields::all(const QString &name) const
{
    QStringList values;
    for (const auto &[key, value] : m_members)
        if (key == name)
            values << value;
    return values;
}

} // namespace web
