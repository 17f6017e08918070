#pragma once

#include "core/company/company.h"

/// A rate of sales tax: of a country, for a class of goods, from a day to a day.
struct Tax {
    Id<Tax> id;
    qint64 version = 1;
    QString code; ///< DE19
    QString name;
    QString country;
    QString taxClass; ///< standard, reduced, zero, …
    Rate rate;
    QDate validFrom;
    QDate validTo; ///< last day
    bool active = true;
};

template <> struct sql::TableOf<Tax> {
    static constexpr Table table{
        "tax",
        Column{"id", &Tax::id},
        Column{"version", &Tax::version},
        Column{"code", &Tax::code},
        Column{"name", &Tax::name},
        Column{"country", &Tax::country},
        Column{"tax_class", &Tax::taxClass},
        Column{"rate", &Tax::rate},
        Column{"valid_from", &Tax::validFrom},
        Column{"valid_to", &Tax::validTo},
        Column{"active", &Tax::active},
    };
};

/// All taxes; read through tx.configured<Taxes>().
struct Taxes {
    std::vector<Tax> all;

    const Tax *find(Id<Tax> id) const;
    const Tax *byCode(const QString &code) const;
    /// What is due on a class of goods in a country on a day; nullptr if nothing is set up.
    const Tax *due(const QString &country, const QString &taxClass, QDate day) const;
    /// The one tax with this rate on this day: of the country first, else of any; nullptr if there is none, or several that could be meant.
    const Tax *withRate(const QString &country, Rate rate, QDate day) const;
    static Taxes load(Tx &tx);
};

Result<Tax> saveTax(Tx &tx, Tax tax);

/// A price without tax as one with it (`inclusive`), or the other way round; to the millionth.
UnitPrice turned(UnitPrice price, Rate tax, bool inclusive);

/// A line's amounts before tax is computed.
struct Taxable {
    Money amount; ///< after discount; with tax if inclusive
    const Tax *tax = nullptr;
};
struct Taxed {
    Money net;
    Money tax;
};
/// Net and tax of each line, rounded once per line or once per tax of the document (then distributed so that the lines add up).
std::vector<Taxed> computeTaxes(const std::vector<Taxable> &lines, bool inclusive, TaxRounding rounding);
