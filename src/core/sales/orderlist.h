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
    QString words; ///< start of a number, of the channel's number, or of the customer's name, company, code or e-mail
    std::vector<OrderState> states; ///< none: all
};

/// Newest first, from an order on (it included). Its time does not depend on how many orders there are.
std::vector<OrderRow> orderRows(Tx &tx, const OrderFilter &filter, Id<SalesOrder> from, int limit);
/// Every `step`th order from the newest on, and how many there are.
std::pair<std::vector<Id<SalesOrder>>, qint64> orderAnchors(Tx &tx, const OrderFilter &filter, int step);
