#include "channels/rawmessage.h"

#include "base/compression.h"

#include <QCryptographicHash>

namespace channels {

RawMessage::RawMessage(const Json &json)
{
    const QByteArray text = json.toJson();
    m_body = compressed(text);
    m_hash = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Json RawMessage::json() const
{
    const auto parsed = Json::parse(text());
    return parsed ? *parsed : Json();
}

} // namespace channels
