#pragma once

#include "base/result.h"
#include "sql/connection.h"

/// Brings a company's database to this program's version. Migrations lie in :/migrations/NNNN_name.sql, one file for both engines;
/// tokens stand for what differs (docs/change-the-schema.md). Forward only, each in one transaction.
class Migrator {
public:
    explicit Migrator(sql::Connection &connection) : m_connection(connection) {}

    static int newest(); ///< the number of the last migration that this program knows
    int current();       ///< the database's; 0 if it is empty
    bool holdsCompany(); ///< a founded one, not only its empty tables
    Result<> check();    ///< refuses a database that is empty, newer, or older
    static Error noCompany(const sql::Locator &where);
    /// Runs what is missing; 0 = all. Refuses a newer company and a database with the tables of another program. Does not make a backup:
    /// see upgradeCompany().
    Result<> upgrade(int to = 0);

    /// What the tokens of a migration become on this engine.
    static QString expand(QString text, sql::Engine engine);

private:
    bool holdsOtherTables();
    /// Nobody else migrates until this transaction ends.
    void lock();

    sql::Connection &m_connection;
};
