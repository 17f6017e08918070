#include "sql/connection.h"

#include <QCoreApplication>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>
#include <libpq-fe.h>

namespace sql {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("Postgres", text); }

struct ResultDeleter {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ResultDeleter>;

[[noreturn]] void fail(PGconn *connection, const PGresult *result, std::string_view sql)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QString text =
        QString::fromUtf8(PQerrorMessage(connection)).trimmed() + QStringLiteral(" [") + QString::fromUtf8(sql.data(), qsizetype(sql.size())) + u']';
    if (PQstatus(connection) != CONNECTION_OK)
        throw Lost(text);
    const std::string_view code = state ? state : "";
    if (code == "40001" || code == "40P01" || code == "55P03")
        throw Busy(text);
    if (code.starts_with("23") || code == "P0001")
        throw Violation(text);
    if (code == "53100")
        throw Fault(tr("The server's disk is full."));
    throw Fault(text);
}

/// "?" becomes "$1", "$2", … outside of quoted text.
std::string numbered(std::string_view sql)
{
    std::string out;
    out.reserve(sql.size() + 16);
    int parameter = 0;
    bool quoted = false;
    for (const char c : sql) {
        if (c == '\'')
            quoted = !quoted;
        if (c == '?' && !quoted)
            out += '$' + std::to_string(++parameter);
        else
            out += c;
    }
    return out;
}

class PostgresStatement : public Statement {
public:
    PostgresStatement(PGconn *connection, std::string name, std::string_view sql) : m_connection(connection), m_name(std::move(name)), m_sql(sql)
    {
        const ResultPtr prepared(PQprepare(m_connection, m_name.c_str(), numbered(sql).c_str(), 0, nullptr));
        if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
            fail(m_connection, prepared.get(), sql);
    }
    ~PostgresStatement() override
    {
        if (PQstatus(m_connection) == CONNECTION_OK && PQtransactionStatus(m_connection) != PQTRANS_INERROR)
            const ResultPtr closed(PQexec(m_connection, ("DEALLOCATE " + m_name).c_str()));
    }

    void start(std::span<const Value> values) override
    {
        std::vector<QByteArray> texts(values.size());
        std::vector<const char *> pointers(values.size(), nullptr);
        for (size_t i = 0; i < values.size(); ++i) {
            if (const auto *number = std::get_if<qint64>(&values[i]))
                texts[i] = QByteArray::number(*number);
            else if (const auto *text = std::get_if<QString>(&values[i]))
                texts[i] = storedText(*text);
            else if (const auto *bytes = std::get_if<QByteArray>(&values[i]))
                texts[i] = "\\x" + bytes->toHex();
            else
                continue;
            pointers[i] = texts[i].constData();
        }
        m_result.reset(PQexecPrepared(m_connection, m_name.c_str(), int(values.size()), pointers.data(), nullptr, nullptr, 0));
        const auto status = PQresultStatus(m_result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            fail(m_connection, m_result.get(), m_sql);
        m_row = -1;
    }
    bool next() override { return ++m_row < PQntuples(m_result.get()); }
    void finish() noexcept override { m_result.reset(); }
    qint64 affected() const override { return QByteArray(PQcmdTuples(m_result.get())).toLongLong(); }
    bool isNull(int column) const override { return PQgetisnull(m_result.get(), m_row, column); }
    qint64 integer(int column) const override
    {
        const QByteArray digits = raw(column);
        if (digits == "t" || digits == "f")
            return digits == "t";
        return digits.toLongLong();
    }
    QString text(int column) const override { return QString::fromUtf8(raw(column)); }
    QByteArray bytes(int column) const override
    {
        const QByteArray text = raw(column);
        return text.startsWith("\\x") ? QByteArray::fromHex(text.mid(2)) : text;
    }

private:
    QByteArray raw(int column) const
    {
        return QByteArray::fromRawData(PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column));
    }

    PGconn *m_connection;
    std::string m_name;
    std::string m_sql;
    ResultPtr m_result;
    int m_row = -1;
};

class PostgresDriver : public Driver {
public:
    explicit PostgresDriver(const QString &url) : m_url(url) { m_connection = connect(); }
    ~PostgresDriver() override { PQfinish(m_connection); }

    Engine engine() const override { return Engine::Postgres; }
    std::unique_ptr<Statement> prepare(std::string_view sql) override
    {
        return std::make_unique<PostgresStatement>(m_connection, "p" + std::to_string(++m_prepared), sql);
    }
    void execute(const std::string &sql) override
    {
        const ResultPtr result(PQexec(m_connection, sql.c_str()));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
            fail(m_connection, result.get(), sql);
    }
    /// READ COMMITTED: commands lock the document they change, guard sums by conditional updates, and the schema's CHECKs and keys are
    /// the second wall; a snapshot level would make every second posting fail on the shared balances.
    void begin(bool writing) override
    {
        execute(writing ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        m_transaction.clear();
        m_writing = writing;
    }
    void commit() override
    {
        if (m_writing) {
            const ResultPtr id(PQexec(m_connection, "SELECT pg_current_xact_id_if_assigned()"));
            if (PQresultStatus(id.get()) != PGRES_TUPLES_OK)
                fail(m_connection, id.get(), "COMMIT");
            m_transaction = PQgetvalue(id.get(), 0, 0);
        }
        const ResultPtr result(PQexec(m_connection, "COMMIT"));
        if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) {
            if (QByteArray(PQcmdStatus(result.get())) != "COMMIT")
                throw Fault(tr("The server rolled the transaction back."));
            return;
        }
        if (PQstatus(m_connection) == CONNECTION_OK)
            fail(m_connection, result.get(), "COMMIT");
        askWhetherCommitted();
    }
    void rollback() noexcept override { const ResultPtr result(PQexec(m_connection, "ROLLBACK")); }
    bool isOpen() const override { return PQstatus(m_connection) == CONNECTION_OK; }
    qint64 lastInsertId() override { Q_UNREACHABLE(); }

private:
    PGconn *connect()
    {
        QUrl address(m_url);
        if (!address.password().isEmpty() || QUrlQuery(address).hasQueryItem(QStringLiteral("password")))
            throw Fault(tr("A password does not belong into the company's address, where other programs can read it. Use ~/.pgpass or "
                           "PGPASSWORD."));
        PGconn *connection = PQconnectdb(address.toEncoded().constData());
        if (PQstatus(connection) != CONNECTION_OK) {
            const QString reason = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
            PQfinish(connection);
            throw Lost(tr("The company's server cannot be reached: %1").arg(reason));
        }
        PQsetNoticeReceiver(
            connection, [](void *, const PGresult *) {}, nullptr);
        const ResultPtr set(PQexec(connection, "SET client_encoding='UTF8'; SET DateStyle='ISO'; SET TimeZone='UTC'; SET bytea_output='hex';"
                                               "SET synchronous_commit=on; SET lock_timeout='20s'; SET statement_timeout='300s';"
                                               "SET idle_in_transaction_session_timeout='120s'"));
        return connection;
    }
    /// The line broke between COMMIT and its answer: the server knows by the transaction's number what became of it.
    void askWhetherCommitted()
    {
        if (m_transaction.isEmpty())
            throw Lost(tr("The server went away."));
        for (int attempt = 0; attempt < 30; ++attempt) {
            QThread::msleep(attempt == 0 ? 50 : 1000);
            PGconn *fresh = nullptr;
            try {
                fresh = connect();
            } catch (const Lost &) {
                continue;
            }
            const ResultPtr status(PQexec(fresh, ("SELECT pg_xact_status('" + m_transaction + "'::xid8)").constData()));
            const QByteArray became = PQresultStatus(status.get()) == PGRES_TUPLES_OK ? PQgetvalue(status.get(), 0, 0) : "";
            PQfinish(fresh);
            if (became == "committed")
                return; // the connection itself is gone: the next use opens a new one
            if (became == "aborted")
                throw Lost(tr("The server went away before the work was saved."));
        }
        throw Fault(tr("The server went away while saving and has not come back: look whether the work was saved before repeating it."));
    }

    QString m_url;
    PGconn *m_connection = nullptr;
    qint64 m_prepared = 0;
    QByteArray m_transaction;
    bool m_writing = false;
};

} // namespace

std::unique_ptr<Driver> openPostgres(const QString &url) { return std::make_unique<PostgresDriver>(url); }

} // namespace sql
