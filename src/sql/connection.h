#pragma once

#include "sql/value.h"

#include <QString>
#include <any>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <vector>

namespace sql {

/// The database itself failed: the disk, the network, a broken rule of the schema. Caught in one place, Session::perform().
struct Fault : std::runtime_error {
    explicit Fault(const QString &text) : std::runtime_error(text.toStdString()) {}
};
/// Another workstation holds the lock, or lost the race for it; the whole command may be tried again.
struct Busy : Fault {
    using Fault::Fault;
};
/// The server went away before COMMIT was sent; the whole command may be tried again on a new connection.
struct Lost : Fault {
    using Fault::Fault;
};
/// A rule of the schema refused the statement (a CHECK, a unique key, a fact that must not change, an unbalanced entry).
struct Violation : Fault {
    using Fault::Fault;
};
/// The row is gone.
struct NotFound : Fault {
    using Fault::Fault;
};
/// Another workstation saved the row since it was read.
struct Conflict : Fault {
    using Fault::Fault;
};

enum class Engine { Sqlite, Postgres };

/// Where a company lives: a file (SQLite) or postgresql://user@host:port/database. Passwords come from ~/.pgpass or PGPASSWORD,
/// never from the address.
struct Locator {
    QString text;

    Engine engine() const;
    QString name() const; ///< for titles: the file's base name or the database's name
};

/// One prepared statement of one engine. Columns count from 0.
class Statement {
public:
    virtual ~Statement() = default;
    virtual void start(std::span<const Value> values) = 0;
    virtual bool next() = 0;
    virtual void finish() noexcept = 0;
    virtual qint64 affected() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
};

/// The answer to a statement, read forward once. Ends the statement when it goes out of scope.
class Rows {
public:
    explicit Rows(Statement *statement, bool *inUse = nullptr) : m_statement(statement), m_inUse(inUse) {}
    explicit Rows(std::unique_ptr<Statement> own) : m_statement(own.get()), m_own(std::move(own)) {}
    Rows(Rows &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)), m_inUse(std::exchange(other.m_inUse, nullptr)), m_own(std::move(other.m_own))
    {}
    Rows &operator=(Rows &&) = delete;
    ~Rows()
    {
        if (m_statement)
            m_statement->finish();
        if (m_inUse)
            *m_inUse = false;
    }

    bool next() { return m_statement->next(); }
    qint64 affected() const { return m_statement->affected(); }
    bool isNull(int column) const { return m_statement->isNull(column); }
    qint64 integer(int column) const { return m_statement->integer(column); }
    QString text(int column) const { return m_statement->text(column); }
    QByteArray bytes(int column) const { return m_statement->bytes(column); }
    QDate day(int column) const { return QDate::fromString(text(column), Qt::ISODate); }

private:
    Statement *m_statement;
    bool *m_inUse = nullptr;
    std::unique_ptr<Statement> m_own;
};

/// One engine's way of doing things. Everything that differs between SQLite and PostgreSQL is behind it or in a migration's tokens.
class Driver {
public:
    virtual ~Driver() = default;
    virtual Engine engine() const = 0;
    virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
    virtual void execute(const std::string &sql) = 0; ///< one or several statements without values
    virtual void begin(bool writing) = 0;
    /// Throws Busy or Lost only if the transaction is known not to have been committed.
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    virtual bool isOpen() const = 0;
    virtual qint64 lastInsertId() = 0;
};

/// One open company database, used by one thread at a time. Statements are prepared once and kept.
class Connection {
public:
    static Connection open(const Locator &where); ///< throws Fault with a sentence for people
    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection();

    template <class... Args> Rows run(std::string_view sql, const Args &...args)
    {
        const std::array<Value, sizeof...(Args)> values{toValue(args)...};
        return runWith(sql, values);
    }
    Rows runWith(std::string_view sql, std::span<const Value> values);
    void script(const std::string &sql); ///< several statements, not kept; for migrations

    void begin(bool writing = true);
    void commit();
    void rollback() noexcept;
    void savepoint();
    void releaseSavepoint();
    void rollbackSavepoint() noexcept;
    bool inTransaction() const { return m_inTransaction; }

    Engine engine() const { return m_driver->engine(); }
    bool isServer() const { return engine() == Engine::Postgres; }
    bool isOpen() const { return m_driver->isOpen(); }
    void reopen();
    const Locator &locator() const { return m_locator; }
    qint64 lastInsertId() { return m_driver->lastInsertId(); }

    /// The nth statement from now fails (0 is the next one); -1 switches it off. For tests of what a failure leaves behind.
    void failAfter(int statements) { m_failAfter = statements; }
    /// How many statements were prepared so far: each different one is, once per connection.
    int prepares() const { return m_prepares; }
    /// Sees every statement with its values before it runs. For benchmarks and the statement counter of tests.
    std::function<void(std::string_view, std::span<const Value>)> onStatement;

    /// A value computed from configuration tables, kept until `version` changes or something is rolled back: what was undone had a version
    /// of its own, which somebody else gives to another change next.
    template <class T, class Load> const T &cached(qint64 version, Load load)
    {
        if (m_cacheVersion != version) {
            m_cache.clear();
            m_cacheVersion = version;
        }
        auto found = m_cache.find(typeid(T));
        if (found == m_cache.end())
            found = m_cache.emplace(typeid(T), std::make_shared<T>(load())).first;
        return *std::static_pointer_cast<T>(found->second);
    }

private:
    void forgetConfiguration() noexcept { m_cacheVersion = -1; }
    struct Kept {
        std::unique_ptr<Statement> statement;
        bool inUse = false;
    };
    struct TextHash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Connection(Locator where, std::unique_ptr<Driver> driver) : m_locator(std::move(where)), m_driver(std::move(driver)) {}
    std::unique_ptr<Statement> prepare(std::string_view sql);
    void control(const char *sql);
    void mayFail(std::string_view sql);

    Locator m_locator;
    std::unique_ptr<Driver> m_driver;
    std::unordered_map<std::string, std::unique_ptr<Kept>, TextHash, std::equal_to<>> m_statements;
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_cache;
    qint64 m_cacheVersion = -1;
    int m_failAfter = -1;
    int m_prepares = 0;
    bool m_inTransaction = false;
    bool m_broken = false; ///< a part could not be undone: nothing of this transaction may be stored
};

std::unique_ptr<Driver> openSqlite(const QString &path);
std::unique_ptr<Driver> openPostgres(const QString &url);

} // namespace sql
