#pragma once

#include "channels/figures.h"
#include "channels/vendure/readorder.h"

namespace channels::vendure {

/// Reads amounts of one shop and notes what is none.
class AmountReader {
public:
    AmountReader(Currency currency, int precision, std::vector<QString> &problems)
        : m_currency(currency), m_precision(precision), m_problems(problems)
    {}
    qint64 exact(const Json &amount, const char *what); ///< in millionths of the major unit
    Money money(const Json &amount, const char *what) { return rounded(exact(amount, what), m_currency); }
    Currency currency() const { return m_currency; }

private:
    Currency m_currency;
    int m_precision;
    std::vector<QString> &m_problems;
};

/// Goods, surcharges and shipping of an order. Cancelling takes quantities and amounts of lines to zero: a cancelled order is read as it was
/// placed.
std::vector<RemoteLine> readLines(const Json &order, const RemoteOrder &head, AmountReader &amounts, std::vector<QString> &problems);
/// Settled refunds only: a pending one is a plan of the shopkeeper's.
std::vector<RemoteRefund> readRefunds(const Json &order, const RemoteOrder &head, AmountReader &amounts);

} // namespace channels::vendure
