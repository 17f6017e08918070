#pragma once

#include "web/message.h"

namespace web {

/// One part of a multipart/form-data body; the content points into it.
struct Part {
    QString name;
    std::optional<QString> fileName; ///< only of files
    QByteArray type;
    QByteArrayView content;
};

/// Reads the parts of a multipart/form-data body (RFC 7578), as strictly as browsers write it: nothing before the first part, nothing behind the
/// last one, each part with exactly one Content-Disposition.
class Multipart {
public:
    Multipart(QByteArrayView body, const QByteArray &boundary);
    std::optional<Part> next();                                 ///< nothing at the end, and where something is wrong
    bool isWhole() const { return m_state == State::AtTheEnd; } ///< whether the end was reached

private:
    enum class State { Within, AtTheEnd, Wrong };

    bool take(QByteArrayView text);
    std::optional<Part> wrong();

    QByteArrayView m_rest;
    QByteArray m_delimiter; ///< "--" and the boundary
    State m_state = State::Within;
};

} // namespace web
