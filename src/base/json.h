#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

class Json;
using JsonArray = std::vector<Json>;
/// Members in the order in which they were written; the last of two with the same name counts.
using JsonObject = std::vector<std::pair<QString, Json>>;

/// A JSON value whose numbers keep the digits that were written ("19.995" is not a double). For reading what storefronts send and
/// for writing what they and scripts get. Reading never throws: a missing member is null, a wrong type reads as empty.
class Json {
public:
    Json() = default; ///< null
    Json(bool value) : m_value(value) {}
    Json(int value) : m_value(Number{QByteArray::number(value)}) {}
    Json(qint64 value) : m_value(Number{QByteArray::number(value)}) {}
    Json(QString text) : m_value(std::move(text)) {}
    Json(const char *text) : m_value(QString::fromUtf8(text)) {}
    Json(JsonArray items) : m_value(std::make_shared<JsonArray>(std::move(items))) {}
    Json(const QStringList &items);
    static Json object(JsonObject members = {}) { return Json(std::make_shared<JsonObject>(std::move(members))); }
    static Json number(QByteArray digits) { return Json(Number{std::move(digits)}); } ///< digits as they shall stand in the text

    /// Refuses malformed text, more than 64 levels and anything after the value; the error says where. Half of a surrogate pair, as a
    /// shop leaves it that cuts a text in the middle of an emoji, reads as U+FFFD.
    static Result<Json> parse(const QByteArray &utf8);
    QByteArray toJson(bool indented = false) const;

    bool isNull() const { return m_value.index() == 0; }
    bool isBool() const { return std::holds_alternative<bool>(m_value); }
    bool isNumber() const { return std::holds_alternative<Number>(m_value); }
    bool isString() const { return std::holds_alternative<QString>(m_value); }
    bool isArray() const { return std::holds_alternative<std::shared_ptr<JsonArray>>(m_value); }
    bool isObject() const { return std::holds_alternative<std::shared_ptr<JsonObject>>(m_value); }

    const Json &operator[](QStringView name) const; ///< member of an object, or null
    const Json &operator[](const char *name) const;
    const Json &at(size_t index) const; ///< item of an array, or null
    const JsonArray &items() const;     ///< empty for anything but an array
    const JsonObject &members() const;  ///< empty for anything but an object
    bool contains(QStringView name) const;

    bool toBool(bool otherwise = false) const;
    QString text() const;                         ///< a string, or a number's digits, or "" for anything else
    qint64 toInteger(qint64 otherwise = 0) const; ///< a whole number, or one in a string

    void set(const QString &name, Json value); ///< adds or replaces a member; null becomes an object
    void append(Json value);                   ///< null becomes an array

private:
    struct Number {
        QByteArray digits;
    };
    explicit Json(Number number) : m_value(std::move(number)) {}
    explicit Json(std::shared_ptr<JsonObject> members) : m_value(std::move(members)) {}
    void write(QByteArray &out, int indent, bool indented) const;

    std::variant<std::monostate, bool, Number, QString, std::shared_ptr<JsonArray>, std::shared_ptr<JsonObject>> m_value;
};
