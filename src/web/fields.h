#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

namespace web {

/// Text from bytes that are UTF-8 throughout and contain no NUL; nothing otherwise.
std::optional<QString> textOf(QByteArrayView bytes);

/// Every "%" has to be followed by two hexadecimal digits, and the bytes have to be UTF-8 without NUL; nothing otherwise.
enum class Plus { IsPlus, IsBlank };
std::optional<QString> decoded(QByteArrayView encoded, Plus plus);

/// The decoded members of a query or a form, in the order in which they came. A name may come several times: `text` is the first, `all` is all of
/// them.
class Fields {
public:
    /// application/x-www-form-urlencoded. Nothing if a member cannot be decoded or there are more of them.
    static std::optional<Fields> parse(QByteArrayView encoded, qsizetype most = 1000);
    QByteArray encoded() const; ///< for the query of an address; parse() gives the same members

    void add(QString name, QString value) { m_members.emplace_back(std::move(name), std::move(value)); }
    bool has(const QString &name) const;
    QString text(const QString &name, const QString &otherwise = {}) const;
    QStringList all(const QString &name) const;
    const std::vector<std::pair<QString, QString>> &members() const { return m_members; }

private:
    std::vector<std::pair<QString, QString>> m_members;
};

} // namespace web
