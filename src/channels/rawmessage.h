#pragma once

#include "base/json.h"

namespace channels {

/// What a channel sent, as it came: compressed, with its SHA-256, ready to be stored. Made where it is received, so that neither the work nor the
/// tree of the text burdens the transaction that stores it.
class RawMessage {
public:
    RawMessage() = default;
    explicit RawMessage(const Json &json);

    bool isEmpty() const { return m_body.isEmpty(); }
    const QByteArray &body() const { return m_body; } ///< compressed
    const QString &hash() const { return m_hash; }    ///< of the text, in hexadecimal digits
    QByteArray text() const { return qUncompress(m_body); }
    Json json() const;

private:
    QByteArray m_body;
    QString m_hash;
};

} // namespace channels
