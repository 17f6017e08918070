#pragma once

#include "core/sales/salesorder.h"

/// What the list of orders shows of one.
struct OrderRow {
    Id<SalesOrder> id;
    QString number;
    QString externalNumber;
    QString channel;
    QString customer;
    QDate day;
    OrderState state = OrderState::Draft;
    Money total;
    Money paid;
};

struct OrderFilter {
    QString words = {};                  ///< part of a number, of the channel's number, or of the customer's name, company, code or e-mail
    std::vector<OrderState> states = {}; ///< none: all
    Id<Channel> channel = {};            ///< none: all
    bool oldestFirst = false;
};

/// Newest first, from an order on (it included; none: from the beginning). Its time does not depend on how many orders there are.
std::vector<OrderRow> orderRows(Tx &tx, const OrderFilter &filter, Id<SalesOrder> from, int limit);
/// Every `step`th order from the first of the list on, and how many there are.
std::pair<std::vector<Id<SalesOrder>>, qint64> orderAnchors(Tx &tx, const OrderFilter &filter, int step);

struct OrderSum {
    Money total;
    Money paid;
};
/// What the orders add up to, per currency.
std::vector<OrderSum> orderSums(Tx &tx, const OrderFilter &filter);
