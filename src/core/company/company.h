#pragma once

#include "sql/session.h"

/// What a person says when a company is founded.
struct NewCompany {
    QString name;
    Currency currency = Eur;
    QString country;  ///< ISO 3166, two letters
    QString chart;    ///< a name of charts()
    QString timeZone; ///< IANA; empty: this machine's
    bool practice = false;
};

enum class TaxRounding { PerLine = 0, PerDocument = 1 };

struct Location;

/// What the company decided for itself; read through tx.configured<Settings>().
struct Settings {
    QString country;
    TaxRounding taxRounding = TaxRounding::PerLine;
    int yearStarts = 1; ///< month
    bool practice = false;
    Id<Location> location; ///< where goods arrive and leave unless said otherwise

    int fiscalYear(QDate day) const { return day.month() >= yearStarts ? day.year() : day.year() - 1; }
    static Settings load(Tx &tx);
};

/// Names of the charts of accounts that come with the program: db/charts/NAME.csv.
QStringList charts();

/// Makes a new, empty company with its accounts, journals, taxes and first warehouse. Refuses where there is one already.
Result<Session> createCompany(const sql::Locator &where, const NewCompany &company, Instant now);

/// Brings an older company to this program's schema, after a backup was made beside it. Returns the backup's path, empty if nothing was
/// to be done.
Result<QString> upgradeCompany(const sql::Locator &where);
