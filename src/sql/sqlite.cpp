#include "sql/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>
#include <sys/vfs.h>

namespace sql {
namespace {

constexpr int busyMilliseconds = 15'000;
constexpr int applicationId = 0x50555253; // "PURS"

QString tr(const char *text) { return QCoreApplication::translate("Sqlite", text); }

[[noreturn]] void fail(sqlite3 *db, int code, std::string_view sql)
{
    switch (code & 0xff) {
    case SQLITE_FULL: throw Fault(tr("The disk is full."));
    case SQLITE_IOERR: throw Fault(tr("The disk failed, or has no room left (%1).").arg(code));
    case SQLITE_READONLY: throw Fault(tr("The company file cannot be written to."));
    case SQLITE_CORRUPT: throw Fault(tr("The company file is damaged. Restore the last backup."));
    case SQLITE_NOTADB: throw Fault(tr("This is no company file."));
    default: break;
    }
    const QString text = QString::fromUtf8(sqlite3_errmsg(db)) + QStringLiteral(" [") + QString::fromUtf8(sql.data(), qsizetype(sql.size())) + u']';
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Busy(text);
    case SQLITE_CONSTRAINT: throw Violation(text);
    default: throw Fault(text);
    }
}

class SqliteStatement : public Statement {
public:
    SqliteStatement(sqlite3 *db, const bool &asking, std::string_view sql) : m_db(db), m_asking(asking)
    {
        const int code = sqlite3_prepare_v3(db, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (code != SQLITE_OK)
            fail(db, code, sql);
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    void start(std::span<const Value> values) override
    {
        if (m_asking && sqlite3_stmt_readonly(m_statement) == 0)
            throw Fault(tr("A question must not write [%1]").arg(QString::fromUtf8(sqlite3_sql(m_statement))));
        int index = 1;
        m_texts.clear();
        m_texts.reserve(values.size());
        for (const Value &value : values)
            bind(index++, value);
        // The first step runs here, so that a statement without rows is done when run() returns.
        m_before = sqlite3_total_changes64(m_db);
        m_state = step();
    }
    bool next() override
    {
        if (m_state == State::First) {
            m_state = State::Reading;
            return true;
        }
        if (m_state == State::Reading)
            m_state = step() == State::First ? State::Reading : State::Done;
        return m_state == State::Reading;
    }
    void finish() noexcept override
    {
        sqlite3_reset(m_statement);
        m_state = State::Done;
    }
    qint64 affected() const override { return m_affected; }
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return QByteArray(data, sqlite3_column_bytes(m_statement, column));
    }

private:
    enum class State { Done, First, Reading };

    void bind(int index, const Value &value)
    {
        int code = SQLITE_OK;
        if (const auto *number = std::get_if<qint64>(&value)) {
            code = sqlite3_bind_int64(m_statement, index, *number);
        } else if (const auto *text = std::get_if<QString>(&value)) {
            m_texts.push_back(storedText(*text)); // kept until the next start, so SQLite need not copy it
            code = sqlite3_bind_text(m_statement, index, m_texts.back().constData(), int(m_texts.back().size()), SQLITE_STATIC);
        } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
            m_texts.push_back(*bytes);
            code = sqlite3_bind_blob(m_statement, index, m_texts.back().constData(), int(m_texts.back().size()), SQLITE_STATIC);
        } else {
            code = sqlite3_bind_null(m_statement, index);
        }
        if (code != SQLITE_OK)
            fail(m_db, code, sqlite3_sql(m_statement));
    }
    State step()
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW) {
            m_affected = sqlite3_changes64(m_db);
            return State::First;
        }
        if (code == SQLITE_DONE) {
            // changes() keeps the figure of the last statement that changed rows; total_changes() tells whether this one did.
            m_affected = sqlite3_total_changes64(m_db) == m_before ? 0 : sqlite3_changes64(m_db);
            sqlite3_reset(m_statement);
            return State::Done;
        }
        const std::string sql = sqlite3_sql(m_statement);
        sqlite3_reset(m_statement);
        fail(m_db, code, sql);
    }

    sqlite3 *m_db;
    const bool &m_asking; ///< the transaction only reads
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_texts;
    qint64 m_affected = 0;
    qint64 m_before = 0;
    State m_state = State::Done;
};

/// WAL needs shared memory and working locks, which network file systems do not give.
bool isNetworkFileSystem(const QString &path)
{
    struct statfs info {};
    if (statfs(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), &info) != 0)
        return false;
    switch (static_cast<unsigned long>(info.f_type)) {
    case 0x6969:     // NFS
    case 0x517b:     // SMB
    case 0xff534d42: // CIFS
    case 0xfe534d42: // SMB2
        return true;
    default: return false;
    }
}

class SqliteDriver : public Driver {
public:
    explicit SqliteDriver(const QString &path)
    {
        if (path != QLatin1String(":memory:") && isNetworkFileSystem(path))
            throw Fault(tr("%1 lies on a network drive, where a company file is not safe. Put it on a local disk, or use PostgreSQL "
                           "for several workstations.")
                            .arg(path));
        const bool isNew = !QFileInfo::exists(path);
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_db, flags, nullptr);
        if (code != SQLITE_OK) {
            const QString reason = QString::fromUtf8(sqlite3_errmsg(m_db));
            sqlite3_close(m_db);
            throw Fault(tr("The company file %1 cannot be opened: %2.").arg(path, reason));
        }
        sqlite3_extended_result_codes(m_db, 1);
        sqlite3_busy_timeout(m_db, busyMilliseconds);
        try {
            setUp(path, isNew);
        } catch (const Fault &e) {
            sqlite3_close(m_db);
            throw Fault(tr("The company file %1 cannot be opened: %2").arg(path, QString::fromUtf8(e.what())));
        }
    }
    ~SqliteDriver() override { sqlite3_close_v2(m_db); }

    Engine engine() const override { return Engine::Sqlite; }
    std::unique_ptr<Statement> prepare(std::string_view sql) override { return std::make_unique<SqliteStatement>(m_db, m_asking, sql); }
    void execute(const std::string &sql) override
    {
        const int code = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            fail(m_db, code, sql);
    }
    void begin(bool writing) override
    {
        control(writing ? m_beginWriting : m_beginReading, writing ? "BEGIN IMMEDIATE" : "BEGIN");
        m_asking = !writing;
    }
    void commit() override
    {
        control(m_commit, "COMMIT");
        m_asking = false;
    }
    void rollback() noexcept override
    {
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
        m_asking = false;
    }
    bool isOpen() const override { return true; }
    qint64 lastInsertId() override { return sqlite3_last_insert_rowid(m_db); }

private:
    void control(std::unique_ptr<SqliteStatement> &kept, const char *sql)
    {
        if (!kept)
            kept = std::make_unique<SqliteStatement>(m_db, m_asking, sql);
        kept->start({});
        kept->finish();
    }
    qint64 pragma(const char *name)
    {
        SqliteStatement statement(m_db, m_asking, std::string("PRAGMA ") + name);
        statement.start({});
        return statement.next() ? statement.integer(0) : 0;
    }
    void setUp(const QString &path, bool isNew)
    {
        const qint64 owner = pragma("application_id");
        const bool isEmpty = pragma("page_count") == 0;
        if (owner != applicationId && !isEmpty)
            throw Fault(tr("It is a database of another program, not a Purser company."));
        if (isNew && path != QLatin1String(":memory:"))
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        if (isEmpty) // before anything else is written, or the file would count as another program's after a crash
            execute("PRAGMA application_id=" + std::to_string(applicationId));
        execute("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL; PRAGMA cache_size=-131072; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=16000;"
                "PRAGMA journal_size_limit=67108864");
    }

    sqlite3 *m_db = nullptr;
    bool m_asking = false;
    // Declared after the handle is opened and destroyed before close_v2 frees it: statements keep it alive as a zombie until then.
    std::unique_ptr<SqliteStatement> m_beginWriting, m_beginReading, m_commit;
};

} // namespace

std::unique_ptr<Driver> openSqlite(const QString &path) { return std::make_unique<SqliteDriver>(path); }

} // namespace sql
