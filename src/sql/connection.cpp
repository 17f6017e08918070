#include "sql/connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace sql {

Engine Locator::engine() const
{
    return text.startsWith(QLatin1String("postgresql://")) || text.startsWith(QLatin1String("postgres://")) ? Engine::Postgres : Engine::Sqlite;
}

QString Locator::name() const { return engine() == Engine::Postgres ? QUrl(text).path().mid(1) : QFileInfo(text).completeBaseName(); }

static std::unique_ptr<Driver> openDriver(const Locator &where)
{
    return where.engine() == Engine::Postgres ? openPostgres(where.text) : openSqlite(where.text);
}

Connection Connection::open(const Locator &where) { return Connection(where, openDriver(where)); }

Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;

Connection::~Connection()
{
    m_statements.clear(); // before the driver that they belong to
}

void Connection::reopen()
{
    m_statements.clear();
    m_cache.clear();
    m_inTransaction = m_broken = false;
    m_driver.reset();
    m_driver = openDriver(m_locator);
}

void Connection::mayFail(std::string_view sql)
{
    if (m_broken)
        throw Fault(QCoreApplication::translate("Connection", "A part of the work could not be undone."));
    if (m_failAfter >= 0 && m_failAfter-- == 0)
        throw Fault(QStringLiteral("simulated failure in: ") + QString::fromUtf8(sql.data(), qsizetype(sql.size())));
}

std::unique_ptr<Statement> Connection::prepare(std::string_view sql)
{
    ++m_prepares;
    return m_driver->prepare(sql);
}

Rows Connection::runWith(std::string_view sql, std::span<const Value> values)
{
    mayFail(sql);
    if (onStatement)
        onStatement(sql, values);
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.emplace(std::string(sql), std::make_unique<Kept>(Kept{prepare(sql), false})).first;
    Kept &kept = *found->second;
    if (kept.inUse) { // the same statement is being read further up: rare, so a second one is made for this use
        auto own = prepare(sql);
        own->start(values);
        return Rows(std::move(own));
    }
    kept.statement->start(values);
    kept.inUse = true;
    return Rows(kept.statement.get(), &kept.inUse);
}

void Connection::script(const std::string &sql)
{
    mayFail(sql);
    m_driver->execute(sql);
}

void Connection::control(const char *sql) { const Rows done = runWith(sql, {}); }

void Connection::begin(bool writing)
{
    mayFail("BEGIN");
    if (onStatement)
        onStatement(writing ? "BEGIN" : "BEGIN READ", {});
    m_driver->begin(writing);
    m_inTransaction = true;
}

void Connection::commit()
{
    mayFail("COMMIT");
    if (onStatement)
        onStatement("COMMIT", {});
    m_driver->commit();
    m_inTransaction = false;
}

void Connection::rollback() noexcept
{
    m_driver->rollback();
    m_inTransaction = m_broken = false;
    forgetConfiguration();
}

void Connection::savepoint() { control("SAVEPOINT attempt"); }
void Connection::releaseSavepoint() { control("RELEASE SAVEPOINT attempt"); }

void Connection::rollbackSavepoint() noexcept
{
    forgetConfiguration();
    try {
        m_driver->execute("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt");
    } catch (const Fault &) {
        m_broken = true; // its next statement says so and the whole is rolled back
    }
}

} // namespace sql
