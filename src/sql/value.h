#pragma once

#include "base/id.h"
#include "base/instant.h"
#include "base/money.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <type_traits>
#include <variant>

namespace sql {

/// What goes into a statement: nothing, a whole number, text or bytes. There are no floating-point columns.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

inline Value toValue(bool value) { return qint64(value); }
inline Value toValue(int value) { return qint64(value); }
inline Value toValue(qint64 value) { return value; }
inline Value toValue(size_t value) { return qint64(value); }
inline Value toValue(const QString &value) { return value; }
inline Value toValue(const char *value) { return QString::fromUtf8(value); }
inline Value toValue(const QByteArray &value) { return value; }
inline Value toValue(QDate value) { return value.isValid() ? Value(value.toString(Qt::ISODate)) : Value(); }
inline Value toValue(Instant value) { return value ? Value(value.micros) : Value(); }
inline Value toValue(Money value) { return value.minor(); }
inline Value toValue(Quantity value) { return value.millionths; }
inline Value toValue(Rate value) { return value.millionths; }
inline Value toValue(UnitPrice value) { return value.millionths; }
inline Value toValue(ExchangeRate value) { return value.billionths; }
inline Value toValue(Currency value) { return value.code(); }
/// A text as both engines hold it: UTF-8, without NUL, which PostgreSQL does not take.
inline QByteArray storedText(const QString &text) { return text.contains(QChar(0)) ? QString(text).remove(QChar(0)).toUtf8() : text.toUtf8(); }

inline Value toValue(std::monostate) { return {}; }
template <class T> Value toValue(Id<T> id) { return id ? Value(id.value) : Value(); }
template <class T> Value toValue(const std::optional<T> &value) { return value ? toValue(*value) : Value(); }
template <class T>
requires std::is_enum_v<T> Value toValue(T value) { return qint64(value); }

} // namespace sql
