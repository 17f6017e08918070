#pragma once

#include "core/sales/orderlist.h"
#include "gui/bind/listplace.h"

/// All orders, newest first.
class OrderListPlace : public ListPlace<OrderRow> {
    Q_OBJECT

public:
    explicit OrderListPlace(Desk &desk);
    void refresh() override;

signals:
    void newOrder();
};

/// The colour of a state that needs attention or is done; nothing for the others.
QVariant stateColor(OrderState state);
