#pragma once

#include "core/catalog/product.h"
#include "core/parties/party.h"

struct PriceList {
    Id<PriceList> id;
    qint64 version = 1;
    QString code;
    QString name;
    Currency currency;
    bool taxInclusive = false;
    bool active = true;
};

template <> struct sql::TableOf<PriceList> {
    static constexpr Table table{
        "price_list",
        Column{"id", &PriceList::id},
        Column{"version", &PriceList::version},
        Column{"code", &PriceList::code},
        Column{"name", &PriceList::name},
        Column{"currency", &PriceList::currency},
        Column{"tax_inclusive", &PriceList::taxInclusive},
        Column{"active", &PriceList::active},
    };
};

/// One price of one product: of the base list (no list, no party), of a price list, or of one customer.
struct Price {
    Id<Price> id;
    qint64 version = 1;
    Id<Product> product;
    Id<PriceList> list;
    Id<Party> party;
    Quantity minimum; ///< from this quantity on
    Currency currency;
    UnitPrice price;
    bool taxInclusive = false;
    QDate validFrom;
    QDate validTo; ///< last day
};

template <> struct sql::TableOf<Price> {
    static constexpr Table table{
        "price",
        Column{"id", &Price::id},
        Column{"version", &Price::version},
        Column{"product_id", &Price::product},
        Column{"price_list_id", &Price::list},
        Column{"party_id", &Price::party},
        Column{"minimum", &Price::minimum},
        Column{"currency", &Price::currency},
        Column{"price", &Price::price},
        Column{"tax_inclusive", &Price::taxInclusive},
        Column{"valid_from", &Price::validFrom},
        Column{"valid_to", &Price::validTo},
    };
};

/// What is asked of the prices.
struct PriceQuestion {
    Id<Product> product;
    Id<Party> customer;        ///< none: anybody
    Id<PriceList> channelList; ///< the list of the channel that sells, if any
    Quantity quantity = Quantity::whole(1);
    QDate day;
    Currency currency;
};

struct PriceAnswer {
    UnitPrice price; ///< after the customer's discount
    bool taxInclusive = false;
    Id<Price> rule;
    QString reason; ///< one sentence: which rule gave it, and the discount
};

/// The price of a product for a customer on a day and quantity. Customer's own price, then the customer's list, then the channel's list,
/// then the base list; within one, the largest quantity break that is reached, then the one that began last. Refuses: no price.
/// The desk, the portal and the push to channels all ask here.
Result<PriceAnswer> priceOf(Tx &tx, const PriceQuestion &question);

/// Refuses a negative price, days the wrong way round, a second price for the same quantity and days.
Result<Price> savePrice(Tx &tx, Price price);
/// The same, but a price for the same whom, quantity and first day is replaced.
Result<Price> setPrice(Tx &tx, Price price);
Result<> deletePrice(Tx &tx, Id<Price> price);
Result<PriceList> savePriceList(Tx &tx, PriceList list);
Result<PriceList> priceListByCode(Tx &tx, const QString &code);
