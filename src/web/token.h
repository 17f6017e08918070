#pragma once

#include <QByteArray>
#include <optional>
#include <utility>
#include <vector>

/// The words that heads are made of (RFC 9110, 5.6).
namespace web {

bool isTokenChar(char c);
bool isToken(QByteArrayView text); ///< at least one character, and no other ones

/// A header such as `form-data; name="a"; filename="b"`.
struct Parametrised {
    QByteArray value;                                          ///< in lower case
    std::vector<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case; quotes taken off

    std::optional<QByteArray> parameter(const QByteArray &name) const;
    /// Nothing if it is none, or names a parameter twice. In quotes, a backslash takes the meaning from a quote and from a backslash only.
    static std::optional<Parametrised> parse(QByteArrayView text);
};

} // namespace web
