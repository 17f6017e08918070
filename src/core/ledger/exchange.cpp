#include "core/ledger/exchange.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Exchange", text); }

Result<ExchangeRate> exchangeRate(Tx &tx, Currency currency, QDate day)
{
    if (currency == tx.currency())
        return ExchangeRate{};
    auto rows = tx.run("SELECT rate FROM exchange_rate WHERE currency = ? AND day <= ? ORDER BY day DESC LIMIT 1", currency, day);
    if (rows.next())
        return ExchangeRate{rows.integer(0)};
    return refuse(QStringLiteral("currency"), tr("There is no exchange rate for %1 on %2.").arg(currency.code(), day.toString(Qt::ISODate)),
                  tr("Enter one with: purserctl rate set %1 RATE --day DAY").arg(currency.code()));
}

Result<> saveExchangeRate(Tx &tx, Currency currency, QDate day, ExchangeRate rate)
{
    if (currency == tx.currency())
        return refuse(QStringLiteral("currency"), tr("%1 is the company's own currency.").arg(currency.code()));
    if (rate.billionths <= 0 || !day.isValid())
        return refuse(QStringLiteral("rate"), tr("A rate needs a day and a figure above zero."));
    tx.run("INSERT INTO exchange_rate (currency, day, rate) VALUES (?, ?, ?) ON CONFLICT (currency, day) DO UPDATE SET rate = excluded.rate",
           currency, day, rate);
    audit(tx, "rate_saved", "exchange_rate", day.toJulianDay(), currency.code() + u' ' + rate.toString());
    return Done{};
}
