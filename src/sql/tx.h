#pragma once

#include "base/result.h"
#include "sql/table.h"

#include <QString>
#include <optional>
#include <string>
#include <vector>

/// Who acts, and what every unit of work must know of the company. Read once when a company is opened.
struct Scene {
    QString actor;      ///< a person, or "channel:NAME"
    QString station;    ///< the workstation's name
    QString companyUid; ///< never changes, also not by backup and restore
    QString companyName;
    Currency currency; ///< the company's own
    QTimeZone zone;    ///< for days; the company's own
};

/// One unit of work. A command gets it, reads and writes through it, and returns a value or a refusal; Session decides by that
/// whether it is committed.
class Tx {
public:
    Tx(sql::Connection &connection, const Scene &scene, Instant now) : m_connection(connection), m_scene(scene), m_now(now) {}
    Q_DISABLE_COPY_MOVE(Tx)

    Instant now() const { return m_now; }
    QDate today() const { return m_now.dayIn(m_scene.zone); }
    Currency currency() const { return m_scene.currency; }
    Money zero() const { return Money(0, m_scene.currency); }
    const Scene &scene() const { return m_scene; }
    bool isServer() const { return m_connection.isServer(); }
    sql::Connection &connection() { return m_connection; }

    template <class... Args> sql::Rows run(std::string_view sql, const Args &...args) { return m_connection.run(sql, args...); }
    /// The first column of the first row as a whole number; 0 if there is no row.
    template <class... Args> qint64 number(std::string_view sql, const Args &...args)
    {
        auto rows = m_connection.run(sql, args...);
        return rows.next() && !rows.isNull(0) ? rows.integer(0) : 0;
    }
    template <class... Args> QString text(std::string_view sql, const Args &...args)
    {
        auto rows = m_connection.run(sql, args...);
        return rows.next() ? rows.text(0) : QString();
    }

    /// All rows for "WHERE …" (may end in ORDER BY and LIMIT). Amounts without a currency column are in `currency`.
    template <class T, class... Args> std::vector<T> allIn(Currency currency, const std::string &where, const Args &...args)
    {
        auto rows = m_connection.run(sql::Statements<T>::select() + " WHERE " + where, args...);
        std::vector<T> found;
        while (rows.next())
            found.push_back(sql::readRow<T>(rows, currency));
        return found;
    }
    template <class T, class... Args> std::vector<T> all(const std::string &where, const Args &...args)
    {
        return allIn<T>(m_scene.currency, where, args...);
    }
    template <class T, class... Args> std::optional<T> first(const std::string &where, const Args &...args)
    {
        auto rows = m_connection.run(sql::Statements<T>::select() + " WHERE " + where, args...);
        if (!rows.next())
            return {};
        return sql::readRow<T>(rows, m_scene.currency);
    }
    template <class T> std::optional<T> find(Id<T> id) { return first<T>("id = ?", id); }
    template <class T> T get(Id<T> id) { return found(find<T>(id), id); }
    /// Like get(), and keeps every other workstation from changing the row until this work ends.
    /// (NO KEY: rows that only refer to it can still be written, so nobody waits without need.)
    template <class T> T lock(Id<T> id) { return found(first<T>(isServer() ? "id = ? FOR NO KEY UPDATE" : "id = ?", id), id); }

    /// Stores a new row; fills in its id where it has one.
    template <class T> void insert(T &row)
    {
        std::vector<sql::Value> values;
        sql::Statements<T>::append(values, row);
        if constexpr (!sql::hasId<T>) {
            m_connection.runWith(sql::Statements<T>::insertOne(), values);
        } else if (m_connection.isServer()) {
            auto rows = m_connection.runWith(sql::Statements<T>::insertReturning(), values);
            rows.next();
            row.id.value = rows.integer(0);
        } else {
            m_connection.runWith(sql::Statements<T>::insertOne(), values);
            row.id.value = m_connection.lastInsertId();
        }
    }
    template <class T> void insert(const T &row)
    {
        T copy = row;
        insert(copy);
    }
    /// Stores many rows, several per statement. Ids are not filled in.
    template <class T> void insertAll(const std::vector<T> &rows)
    {
        constexpr size_t most = 16;
        for (size_t at = 0; at < rows.size();) {
            const size_t count = std::min(most, rows.size() - at);
            std::vector<sql::Value> values;
            for (size_t i = at; i < at + count; ++i)
                sql::Statements<T>::append(values, rows[i]);
            static const std::vector<std::string> statements = [] {
                std::vector<std::string> all;
                for (size_t n = 0; n <= most; ++n) {
                    all.push_back(sql::Statements<T>::insert(n));
                    if constexpr (requires { sql::TableOf<T>::onConflict; })
                        all.back() += sql::TableOf<T>::onConflict;
                }
                return all;
            }();
            m_connection.runWith(statements[count], values);
            at += count;
        }
    }
    /// Saves a row that was read before. Throws Conflict when another workstation saved it in between.
    template <class T> void update(T &row)
    {
        std::vector<sql::Value> values;
        const auto seen = row.version++;
        sql::Statements<T>::append(values, row);
        values.push_back(row.id.value);
        values.push_back(qint64(seen));
        if (m_connection.runWith(sql::Statements<T>::update(), values).affected() != 1)
            throw sql::Conflict(QString::fromLatin1(sql::TableOf<T>::table.name));
    }

    /// Runs a command as a part that can fail alone: a refusal undoes only what it did.
    template <class Command, class... Args> auto attempt(Command command, Args &&...args) -> decltype(command(*this, std::forward<Args>(args)...))
    {
        m_connection.savepoint();
        try {
            auto result = command(*this, std::forward<Args>(args)...);
            if (result)
                m_connection.releaseSavepoint();
            else
                undoPart();
            return result;
        } catch (const Overflow &) {
            undoPart();
            return refuse(QStringLiteral("overflow"), overflowText());
        } catch (...) {
            undoPart();
            throw;
        }
    }

    /// Something computed from the configuration (accounts, taxes, journals, …), kept until configuration changes.
    template <class T> const T &configured()
    {
        if (m_configuration < 0)
            m_configuration = number("SELECT configuration FROM company");
        return m_connection.cached<T>(m_configuration, [this] { return T::load(*this); });
    }
    /// Every command that changes configuration says so.
    void configurationChanged()
    {
        run("UPDATE company SET configuration = configuration + 1");
        m_configuration = -1;
    }

    static QString overflowText();

private:
    template <class T> static T found(std::optional<T> row, Id<T> id)
    {
        if (!row)
            throw sql::NotFound(QStringLiteral("%1 %2").arg(QLatin1String(sql::TableOf<T>::table.name)).arg(id.value));
        return std::move(*row);
    }

    void undoPart()
    {
        m_connection.rollbackSavepoint();
        m_configuration = -1;
    }

    sql::Connection &m_connection;
    const Scene &m_scene;
    Instant m_now;
    qint64 m_configuration = -1;
};
