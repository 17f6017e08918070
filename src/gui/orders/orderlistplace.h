#pragma once

#include "core/sales/orderlist.h"
#include "gui/bind/listplace.h"

/// All orders, newest first.
class OrderListPlace : public ListPlace<OrderRow> {
    Q_OBJECT

public:
    explicit OrderListPlace(Desk &desk);

signals:
    void newOrder();
};
