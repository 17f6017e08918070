#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace channels {

/// The decoded members of a query or a form, in the order in which they came.
class Query {
public:
    static Query parse(const QByteArray &encoded); ///< application/x-www-form-urlencoded; "+" is a blank

    bool has(const QString &name) const;
    QString text(const QString &name, const QString &otherwise = {}) const;
    bool flag(const QString &name) const; ///< "1", "true", "yes"
    /// "status=a,b", "status[]=a&status[]=b" and "status[0]=a" are the same list.
    QStringList list(const QString &name) const;
    const std::vector<std::pair<QString, QString>> &members() const { return m_members; }

private:
    std::vector<std::pair<QString, QString>> m_members;
};

struct WebRequest {
    QByteArray method;
    QByteArray path; ///< without the query, not decoded
    Query query;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    bool encrypted = false;

    QByteArray header(const QByteArray &name) const;
    QByteArray cookie(const QByteArray &name) const;
};

struct WebAnswer {
    /// How the answer is delivered: a store in trouble loses some, cuts some, and lets some trickle.
    enum class Delivery { Whole, Lost, Truncated, Drip };

    int status = 200;
    QByteArray contentType = "application/json; charset=UTF-8";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    qint64 padding = 0; ///< so many blanks after the body

    /// The only way to add a header: control characters, which would split the answer, become blanks.
    void set(const QByteArray &name, QByteArray value);
};

} // namespace channels
