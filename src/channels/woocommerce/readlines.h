#pragma once

#include "channels/woocommerce/readorder.h"

namespace channels::woocommerce {

/// Goods, shipping and fees of an order with their taxes.
std::vector<RemoteLine> readLines(const Json &order, const RemoteOrder &head, const Vocabulary &vocabulary, std::vector<QString> &problems);
QString metaOf(const Json &item, QStringView key); ///< text of a meta datum; empty if it has none of that name
std::vector<RemoteRefund> readRefunds(const Json &order, const RemoteOrder &head, std::vector<QString> &problems);

/// Reads an amount and notes where it is none.
class AmountReader {
public:
    AmountReader(Currency currency, std::vector<QString> &problems) : m_currency(currency), m_problems(problems) {}
    qint64 exact(const Json &written, const char *what); ///< in millionths of the major unit
    Money money(const Json &written, const char *what);

private:
    Currency m_currency;
    std::vector<QString> &m_problems;
};

} // namespace channels::woocommerce
