#pragma once

#include "proof.h"

/// A customer, and ten mugs on the shelf at 10.00 that cost 4.00 each.
struct Sale {
    TestCompany company;
    Product mug = company.product("MUG", "10.00", 10, "4.00");
    Party acme = company.customer();

    SalesOrder order(int units) { return company.order(acme.id, {{mug.id, units}}); }
    OrderState stateOf(Id<SalesOrder> order) { return reread(company, order).state; }
};

/// What leaves, and nothing else about it.
inline Dispatch parcel(const Part &part)
{
    Dispatch dispatch;
    dispatch.part = part;
    return dispatch;
}

/// The same with a confirmed order of four, as order 1.
inline void prepareOrder(TestCompany &company)
{
    const Product mug = company.product("MUG", "10.00", 10, "4.00");
    company.order(company.customer().id, {{mug.id, 4}});
}
