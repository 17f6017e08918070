#pragma once

#include "core/sales/pickorder.h"

struct Shipment {
    Id<Shipment> id;
    QString number;
    Id<SalesOrder> order;
    QDate day;
    Instant at;
    QString carrier;
    QString tracking;
};

template <> struct sql::TableOf<Shipment> {
    static constexpr Table table{
        "shipment",
        Column{"id", &Shipment::id},
        Column{"number", &Shipment::number},
        Column{"order_id", &Shipment::order},
        Column{"day", &Shipment::day},
        Column{"at", &Shipment::at},
        Column{"carrier", &Shipment::carrier},
        Column{"tracking", &Shipment::tracking},
    };
};

struct ShipmentLine {
    Id<Shipment> shipment;
    int line = 0; ///< of the order
    Quantity quantity;
    Money cost; ///< cost of goods sold, company currency
};

template <> struct sql::TableOf<ShipmentLine> {
    static constexpr Table table{
        "shipment_line",
        Column{"shipment_id", &ShipmentLine::shipment},
        Column{"line", &ShipmentLine::line},
        Column{"quantity", &ShipmentLine::quantity},
        Column{"cost", &ShipmentLine::cost},
    };
};

struct Dispatch {
    Part part; ///< empty: what is packed; if nothing is, all that is allocated
    QString carrier;
    QString tracking;
    QDate day; ///< none: today
};

/// Goods leave: they move from their shelves to the customer, their cost is posted, the channel will hear of it. Refuses: on hold, draft,
/// cancelled, nothing allocated, more than is allocated.
Result<Shipment> shipOrder(Tx &tx, Id<SalesOrder> order, const Dispatch &dispatch = {});
std::vector<Shipment> shipmentsOf(Tx &tx, Id<SalesOrder> order);
