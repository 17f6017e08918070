#pragma once

#include "base/instant.h"
#include "base/money.h"

#include <QStringList>

/// Figures as sites, mails and spreadsheets write them, in whatever country.
namespace channels::byhand {

/// The mark before the cents, as far as these figures show it beyond doubt: a point, a comma, or none.
QChar decimalMarkOf(const QStringList &figures);
/// "1.234,56 €", "$1,234.56", "1 234.50", "12,-" as plain "1234.56"; empty if it is no number. Three digits behind a lone mark are thousands unless
/// `mark` says otherwise.
QString plainNumber(const QString &text, QChar mark = {});

std::optional<Money> moneyIn(const QString &text, Currency currency, QChar mark = {});
std::optional<UnitPrice> priceIn(const QString &text, Currency currency, QChar mark = {});
/// "2", "2 x", "×2", "Qty: 2", "2,5", "2.000" (of one mark with zeros only: two, not two thousand).
std::optional<Quantity> quantityIn(const QString &text);
/// "19", "19 %", "19,0%".
std::optional<Rate> percentIn(const QString &text);
/// "2030-01-15 10:30", "15.01.2030", "01/15/2030", "January 15, 2030", "15. Januar 2030". Without a zone it is of `zone`; of 1/2/2030 `dayFirst`
/// decides.
std::optional<Instant> momentIn(const QString &text, const QTimeZone &zone, bool dayFirst);
/// Two letters, from a code or from a country's name in English, German, French, Spanish or its own language; empty if it is none.
QString countryIn(const QString &text);

/// An amount of money somewhere in a line: with a currency's sign, or with cents.
struct FoundAmount {
    qsizetype at = 0, length = 0;
    QString text;
};
std::vector<FoundAmount> amountsIn(const QString &line);

} // namespace channels::byhand
