#include "web/multipart.h"

#include "web/token.h"

#include <algorithm>

namespace web {
namespace {

constexpr qsizetype largestHead = 4096; ///< bytes, of a part
constexpr qsizetype longestBoundary = 70;

/// RFC 2046, 5.1.1
bool isBoundary(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestBoundary && text.back() != ' ' && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || QByteArrayView("'()+_,-./:=? ").contains(c);
    });
}

/// Browsers encode these three in names, and nothing else.
std::optional<QString> nameOf(QByteArray encoded)
{
    encoded.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    return textOf(encoded);
}

bool isUnencoded(const QByteArray &encoding) { return encoding == "7bit" || encoding == "8bit" || encoding == "binary"; }

bool applyDisposition(Part &part, QByteArrayView value)
{
    const auto disposition = Parametrised::parse(value);
    const auto name = disposition ? disposition->parameter("name") : std::nullopt;
    if (!name || disposition->value != "form-data" || disposition->parameter("filename*"))
        return false;
    auto decodedName = nameOf(*name);
    if (!decodedName)
        return false;
    part.name = *std::move(decodedName);
    if (const auto fileName = disposition->parameter("filename")) {
        part.fileName = nameOf(*fileName);
        return part.fileName.has_value();
    }
    return true;
}

bool applyHead(Part &part, const QByteArray &head)
{
    int dispositions = 0;
    for (QByteArrayView rest = head; !rest.isEmpty();) {
        const auto end = rest.indexOf("\r\n");
        const QByteArrayView line = rest.first(end);
        rest = rest.sliced(end + 2);
        const auto colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)) || line.contains('\r') || line.contains('\n') || line.contains('\0'))
            return false;
        const QByteArray name = line.first(colon).toByteArray().toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
        if (name == "content-disposition" && (++dispositions > 1 || !applyDisposition(part, value)))
            return false;
        if (name == "content-type")
            part.type = value;
        if (name == "content-transfer-encoding" && !isUnencoded(value.toLower()))
            return false;
    }
    return dispositions == 1;
}

} // namespace

Multipart::Multipart(QByteArrayView body, const QByteArray &boundary) : m_rest(body), m_delimiter("--" + boundary)
{
    if (!isBoundary(boundary) || !take(m_delimiter))
        m_state = State::Wrong;
}

bool Multipart::take(QByteArrayView text)
{
    if (!m_rest.startsWith(text))
        return false;
    m_rest = m_rest.sliced(text.size());
    return true;
}

std::optional<Part> Multipart::wrong()
{
    m_state = State::Wrong;
    return {};
}

std::optional<Part> Multipart::next()
{
    if (m_state != State::Within)
        return {};
    if (take("--")) {
        take("\r\n");
        m_state = m_rest.isEmpty() ? State::AtTheEnd : State::Wrong;
        return {};
    }
    const auto headEnd = take("\r\n") ? m_rest.first(std::min(m_rest.size(), largestHead)).indexOf("\r\n\r\n") : -1;
    Part part;
    if (headEnd < 0 || !applyHead(part, m_rest.first(headEnd + 2).toByteArray()))
        return wrong();
    m_rest = m_rest.sliced(headEnd + 4);
    const auto end = m_rest.indexOf(QByteArray("\r\n" + m_delimiter));
    if (end < 0)
        return wrong();
    part.content = m_rest.first(end);
    m_rest = m_rest.sliced(end + 2 + m_delimiter.size());
    return part;
}

} // namespace web
