#include "channels/web/message.h"

namespace channels {

static QString decoded(QByteArray part) { return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' '))); }

Query Query::parse(const QByteArray &encoded)
{
    Query query;
    for (const QByteArray &part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const auto equals = part.indexOf('=');
        query.m_members.emplace_back(decoded(equals < 0 ? part : part.left(equals)), equals < 0 ? QString() : decoded(part.mid(equals + 1)));
    }
    return query;
}

bool Query::has(const QString &name) const { return !list(name).isEmpty() || !text(name).isEmpty(); }

QString Query::text(const QString &name, const QString &otherwise) const
{
    for (const auto &[key, value] : m_members)
        if (key == name)
            return value;
    return otherwise;
}

bool Query::flag(const QString &name) const
{
    const QString value = text(name).toLower();
    return value == QLatin1String("1") || value == QLatin1String("true") || value == QLatin1String("yes");
}

QStringList Query::list(const QString &name) const
{
    QStringList items;
    for (const auto &[key, value] : m_members)
        if (key == name || (key.startsWith(name + u'[') && key.endsWith(u']')))
            items += value.split(u',', Qt::SkipEmptyParts);
    return items;
}

QByteArray WebRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers)
        if (key == name)
            return value;
    return {};
}

QByteArray WebRequest::cookie(const QByteArray &name) const
{
    for (const QByteArray &part : header("cookie").split(';'))
        if (const QByteArray pair = part.trimmed(); pair.startsWith(name + '='))
            return pair.mid(name.size() + 1);
    return {};
}

void WebAnswer::set(const QByteArray &name, QByteArray value)
{
    for (char &c : value)
        if (uchar(c) < 0x20 || uchar(c) == 0x7f)
            c = ' ';
    headers.emplace_back(name, std::move(value));
}

} // namespace channels
