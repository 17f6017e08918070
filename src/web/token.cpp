#include "web/token.h"

#include <algorithm>

namespace web {

bool isTokenChar(char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar); }

namespace {

/// Reads a header from left to right.
class Reader {
public:
    explicit Reader(QByteArrayView text) : m_rest(text) {}
    bool atEnd() const { return m_rest.isEmpty(); }
    void skipBlanks()
    {
        while (!atEnd() && (m_rest.front() == ' ' || m_rest.front() == '\t'))
            m_rest = m_rest.sliced(1);
    }
    bool take(char c)
    {
        if (atEnd() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    /// Up to one of these.
    QByteArray until(QByteArrayView ends)
    {
        qsizetype count = 0;
        while (count < m_rest.size() && !ends.contains(m_rest[count]))
            ++count;
        const QByteArray taken = m_rest.first(count).toByteArray();
        m_rest = m_rest.sliced(count);
        return taken;
    }
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        while (!atEnd()) {
            if (take('"'))
                return text;
            if (m_rest.size() > 1 && m_rest[0] == '\\' && (m_rest[1] == '"' || m_rest[1] == '\\'))
                m_rest = m_rest.sliced(1);
            text += m_rest.front();
            m_rest = m_rest.sliced(1);
        }
        return {};
    }

private:
    QByteArrayView m_rest;
};

} // namespace

std::optional<QByteArray> Parametrised::parameter(const QByteArray &name) const
{
    for (const auto &each : parameters)
        if (each.first == name)
            return each.second;
    return {};
}

std::optional<Parametrised> Parametrised::parse(QByteArrayView text)
{
    Reader reader(text.trimmed());
    Parametrised header{reader.until("; \t").toLower(), {}};
    for (reader.skipBlanks(); !reader.atEnd(); reader.skipBlanks()) {
        if (!reader.take(';'))
            return {};
        reader.skipBlanks();
        const QByteArray name = reader.until("=; \t").toLower();
        if (!isToken(name) || header.parameter(name) || !reader.take('='))
            return {};
        const auto read = reader.take('"') ? reader.quoted() : std::optional(reader.until("; \t"));
        if (!read)
            return {};
        header.parameters.emplace_back(name, *read);
    }
    if (header.value.isEmpty())
        return {};
    return header;
}

} // namespace web
