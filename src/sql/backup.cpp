#include "sql/backup.h"

#include "sql/migrator.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <functional>

static QString tr(const char *text) { return QCoreApplication::translate("Backup", text); }

namespace {

/// Tables in an order in which their rows can be stored: lines before the entries that seal them, periods last because a closed one refuses
/// entries; everything else as the migrations made them.
std::vector<std::string> tablesOf(sql::Connection &company)
{
    std::vector<std::string> tables;
    auto rows = company.run(company.isServer() ? "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                                                 "WHERE c.relkind = 'r' AND n.nspname = current_schema() ORDER BY c.oid"
                                               : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    while (rows.next())
        if (const std::string name = rows.text(0).toStdString(); name != "schema_migration")
            tables.push_back(name);
    const auto rank = [](const std::string &name) { return name == "period" ? 2 : name == "journal_entry" ? 1 : 0; };
    std::stable_sort(tables.begin(), tables.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return tables;
}

struct ColumnInfo {
    std::string name;
    bool bytes = false;
    bool number = false;
};

std::vector<ColumnInfo> columnsOf(sql::Connection &company, const std::string &table)
{
    std::vector<ColumnInfo> columns;
    auto rows =
        company.isServer()
            ? company.run("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? "
                          "ORDER BY ordinal_position",
                          QString::fromStdString(table))
            : company.run("SELECT name, type FROM pragma_table_info(?)", QString::fromStdString(table));
    while (rows.next()) {
        const QString type = rows.text(1).toLower();
        columns.push_back({rows.text(0).toStdString(), type == QLatin1String("bytea") || type == QLatin1String("blob"),
                           type == QLatin1String("bigint") || type == QLatin1String("integer")});
    }
    return columns;
}

sql::Value valueOf(const sql::Rows &rows, int column, const ColumnInfo &info)
{
    if (rows.isNull(column))
        return {};
    if (info.number)
        return rows.integer(column);
    if (info.bytes)
        return rows.bytes(column);
    return rows.text(column);
}

void copyTable(sql::Connection &from, sql::Connection &to, const std::string &table)
{
    const auto columns = columnsOf(from, table);
    std::string names, marks;
    for (const ColumnInfo &column : columns) {
        names += (names.empty() ? "\"" : ", \"") + column.name + '"';
        marks += marks.empty() ? "?" : ", ?";
    }
    const std::string insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
    auto rows = from.run("SELECT " + names + " FROM " + table);
    std::vector<sql::Value> values(columns.size());
    while (rows.next()) {
        for (size_t i = 0; i < columns.size(); ++i)
            values[i] = valueOf(rows, int(i), columns[i]);
        to.runWith(insert, values);
    }
    if (to.isServer() && std::any_of(columns.begin(), columns.end(), [](const ColumnInfo &c) { return c.name == "id"; }))
        to.script("SELECT setval(s, GREATEST((SELECT COALESCE(MAX(id), 0) FROM " + table + "), 1)) FROM pg_get_serial_sequence('" + table
                  + "', 'id') s WHERE s IS NOT NULL");
}

Result<> copyCompany(sql::Connection &from, sql::Connection &to, int schema)
{
    if (auto migrated = Migrator(to).upgrade(schema); !migrated)
        return migrated;
    from.begin(false);
    to.begin();
    try {
        for (const std::string &table : tablesOf(from))
            copyTable(from, to, table);
        to.commit();
        from.commit();
    } catch (...) {
        to.rollback();
        from.rollback();
        throw;
    }
    return Done{};
}

/// Runs something that is no unit of work of a session; a fault becomes a refusal in words.
template <class Work> Result<> guarded(Work work)
{
    try {
        return work();
    } catch (const sql::Fault &e) {
        return Error{Error::Kind::Fault, QStringLiteral("database"), tr("The copy could not be made: %1").arg(QString::fromUtf8(e.what())), {}};
    }
}

void removeFile(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

/// Makes a company file under a name of its own and gives it its name when it is complete: half a file never looks like a company.
Result<> writeFile(const QString &file, const std::function<Result<>(sql::Connection &)> &fill)
{
    if (QFileInfo(file).size() > 0)
        return refuse(QStringLiteral("file_exists"), tr("%1 exists already.").arg(file), tr("Choose another name."));
    if (!QFileInfo(QFileInfo(file).absolutePath()).isWritable())
        return refuse(QStringLiteral("file"), tr("The folder of %1 cannot be written to.").arg(file));
    const QString unfinished = file + QStringLiteral(".unfinished");
    removeFile(unfinished);
    auto written = guarded([&]() -> Result<> {
        auto copy = sql::Connection::open({unfinished});
        auto filled = fill(copy);
        if (filled)
            copy.script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
        return filled;
    });
    if (written)
        QFile::remove(file); // an empty one may lie there
    if (written && !QFile::rename(unfinished, file))
        written = refuse(QStringLiteral("file"), tr("%1 could not be written.").arg(file));
    if (!written)
        removeFile(unfinished);
    return written;
}

} // namespace

Result<> backUp(sql::Connection &company, const QString &file)
{
    return writeFile(file, [&](sql::Connection &copy) { return copyCompany(company, copy, Migrator(company).current()); });
}

Result<QString> backUpBeside(sql::Connection &company, int schema)
{
    const sql::Locator &where = company.locator();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString folder = QFileInfo(where.text).absolutePath();
    if (company.isServer()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/purser/backups");
        QDir().mkpath(folder);
    }
    const QString file = QStringLiteral("%1/%2-schema%3-%4.purser").arg(folder, where.name()).arg(schema).arg(stamp);
    if (auto copied = backUp(company, file); !copied)
        return copied.error();
    return file;
}

Result<> restore(const QString &file, const sql::Locator &to)
{
    if (!QFileInfo::exists(file))
        return notFound(QStringLiteral("no_file"), tr("There is no file %1.").arg(file));
    return guarded([&]() -> Result<> {
        auto from = sql::Connection::open({file});
        const int schema = Migrator(from).current();
        if (schema == 0 || schema > Migrator::newest())
            return Migrator(from).check();
        const auto fill = [&](sql::Connection &target) -> Result<> {
            if (auto copied = copyCompany(from, target, schema); !copied)
                return copied;
            return Migrator(target).upgrade();
        };
        const Error taken = refuse(QStringLiteral("company_exists"), tr("%1 holds a company already.").arg(to.text),
                                   tr("Restore into a new file or an empty database."));
        if (to.engine() == sql::Engine::Sqlite)
            return QFileInfo(to.text).size() > 0 ? Result<>(taken) : writeFile(to.text, fill);
        auto target = sql::Connection::open(to);
        return Migrator(target).holdsCompany() ? Result<>(taken) : fill(target);
    });
}
