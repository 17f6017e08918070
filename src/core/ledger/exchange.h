#pragma once

#include "sql/tx.h"

/// The rate of a currency on a day: the newest that began by then. Refuses a currency without one ("currency").
Result<ExchangeRate> exchangeRate(Tx &tx, Currency currency, QDate day);
Result<> saveExchangeRate(Tx &tx, Currency currency, QDate day, ExchangeRate rate);
