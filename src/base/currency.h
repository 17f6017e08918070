#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <cstring>
#include <optional>
#include <span>

/// An ISO 4217 currency: three letters, and how many digits its minor unit has (JPY 0, EUR 2, KWD 3).
class Currency {
public:
    constexpr Currency() = default; ///< none; Money of it can only be zero
    constexpr Currency(const char (&code)[4], int exponent) : m_code{code[0], code[1], code[2], 0}, m_exponent(qint8(exponent)) {}

    /// Looks the code up in ISO 4217; nothing if it is not a current code with a minor unit.
    static std::optional<Currency> of(QStringView code);
    static std::span<const Currency> all();

    constexpr int exponent() const { return m_exponent; }
    QString code() const { return QString::fromLatin1(m_code.data()); }
    constexpr bool isNone() const { return m_code[0] == 0; }

    friend constexpr bool operator==(Currency a, Currency b)
    {
        return a.m_code[0] == b.m_code[0] && a.m_code[1] == b.m_code[1] && a.m_code[2] == b.m_code[2];
    }

private:
    std::array<char, 4> m_code{};
    qint8 m_exponent = 0;
};

inline constexpr Currency Eur{"EUR", 2};
