#pragma once

#include <QString>
#include <utility>
#include <variant>

/// Why a command did not happen, in words that a clerk can act on.
struct Error {
    enum class Kind {
        Refused,     ///< a business reason; nothing is wrong with the program or the machine
        NotFound,    ///< what was named does not exist
        Conflict,    ///< another workstation saved first
        Unavailable, ///< the company or a channel could not be reached
        Fault        ///< the database or the disk failed
    };

    Kind kind = Kind::Refused;
    QString code; ///< stable snake_case word for scripts and tests, e.g. "period_closed"
    QString text; ///< one translated sentence for people
    QString hint; ///< what to do about it; may be empty
};

struct Done {};

/// A value, or the reason why there is none.
template <class T = Done> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

inline Error refuse(QString code, QString text, QString hint = {})
{
    return {Error::Kind::Refused, std::move(code), std::move(text), std::move(hint)};
}
inline Error notFound(QString code, QString text, QString hint = {})
{
    return {Error::Kind::NotFound, std::move(code), std::move(text), std::move(hint)};
}
