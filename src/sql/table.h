#pragma once

#include "sql/connection.h"

#include <string>
#include <tuple>
#include <type_traits>

namespace sql {

template <class T, class Field> struct Column {
    const char *name;
    Field T::*field;
};
template <class T, class F> Column(const char *, F T::*) -> Column<T, F>;
/// A column whose field is inherited.
template <class T, class Base, class F> constexpr Column<T, F> inherited(const char *name, F Base::*field)
{
    return {name, static_cast<F T::*>(field)};
}

/// How a struct lies in a table: said once beside the struct, used to select, insert and update.
template <class T, class... Fields> struct Table {
    const char *name;
    std::tuple<Column<T, Fields>...> columns;

    constexpr Table(const char *tableName, Column<T, Fields>... all) : name(tableName), columns(all...) {}
};

template <class T> struct TableOf; // specialised beside each struct

template <class T, class F> void eachColumn(F visit)
{
    std::apply([&](const auto &...column) { (visit(column), ...); }, TableOf<T>::table.columns);
}

template <class T> constexpr bool hasId = requires(T row) { row.id.value; };
template <class T> constexpr bool hasVersion = requires(T row) { row.version; };

/// Reads a column into a field. A Money or UnitPrice takes the currency that was read before it in the same row, else `currency`.
template <class T> void readField(const Rows &rows, int column, T &field, Currency &currency)
{
    if constexpr (std::is_same_v<T, Currency>) {
        field = Currency::of(rows.text(column)).value_or(Currency());
        if (!field.isNone())
            currency = field;
    } else if constexpr (std::is_same_v<T, Money>) {
        field = Money(rows.integer(column), currency);
    } else if constexpr (std::is_same_v<T, UnitPrice>) {
        field = UnitPrice{rows.integer(column), currency};
    } else if constexpr (std::is_same_v<T, Quantity> || std::is_same_v<T, Rate>) {
        field.millionths = rows.integer(column);
    } else if constexpr (std::is_same_v<T, ExchangeRate>) {
        field.billionths = rows.integer(column);
    } else if constexpr (std::is_same_v<T, Instant>) {
        field.micros = rows.isNull(column) ? 0 : rows.integer(column);
    } else if constexpr (std::is_same_v<T, QString>) {
        field = rows.text(column);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        field = rows.bytes(column);
    } else if constexpr (std::is_same_v<T, QDate>) {
        field = rows.isNull(column) ? QDate() : rows.day(column);
    } else if constexpr (std::is_enum_v<T>) {
        field = T(rows.integer(column));
    } else if constexpr (std::is_same_v<T, bool>) {
        field = rows.integer(column) != 0;
    } else if constexpr (std::is_integral_v<T>) {
        field = T(rows.integer(column));
    } else if constexpr (requires { field.reset(); }) {
        field.reset();
        if (!rows.isNull(column))
            readField(rows, column, field.emplace(), currency);
    } else {
        field.value = rows.isNull(column) ? 0 : rows.integer(column); // an Id
    }
}

template <class T> T readRow(const Rows &rows, Currency currency)
{
    T row;
    int column = 0;
    eachColumn<T>([&](const auto &c) { readField(rows, column++, row.*c.field, currency); });
    return row;
}

/// The statements of a table, put together once per program run.
template <class T> struct Statements {
    static const std::string &columns()
    {
        static const std::string text = [] {
            std::string names;
            eachColumn<T>([&](const auto &c) { names += (names.empty() ? "" : ", ") + std::string(c.name); });
            return names;
        }();
        return text;
    }
    static const std::string &select()
    {
        static const std::string text = "SELECT " + columns() + " FROM " + TableOf<T>::table.name;
        return text;
    }
    /// INSERT of `rows` rows; the id column is left to the database.
    static std::string insert(size_t rows)
    {
        std::string names, marks;
        eachColumn<T>([&](const auto &c) {
            if (isId(c))
                return;
            names += (names.empty() ? "" : ", ") + std::string(c.name);
            marks += marks.empty() ? "?" : ", ?";
        });
        std::string text = std::string("INSERT INTO ") + TableOf<T>::table.name + " (" + names + ") VALUES ";
        for (size_t row = 0; row < rows; ++row)
            text += (row ? ", (" : "(") + marks + ")";
        return text;
    }
    static const std::string &insertOne()
    {
        static const std::string text = insert(1);
        return text;
    }
    static const std::string &insertReturning()
    {
        static const std::string text = insert(1) + " RETURNING id";
        return text;
    }
    static const std::string &update()
    {
        static const std::string text = [] {
            std::string sets;
            eachColumn<T>([&](const auto &c) {
                if (!isId(c))
                    sets += (sets.empty() ? "" : ", ") + std::string(c.name) + " = ?";
            });
            return std::string("UPDATE ") + TableOf<T>::table.name + " SET " + sets + " WHERE id = ? AND version = ?";
        }();
        return text;
    }
    static constexpr bool isId(const auto &column) { return std::string_view(column.name) == "id"; }
    static void append(std::vector<Value> &values, const T &row)
    {
        eachColumn<T>([&](const auto &c) {
            if (!isId(c))
                values.push_back(toValue(row.*c.field));
        });
    }
};

} // namespace sql
