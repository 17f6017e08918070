#pragma once

#include "core/ledger/openitem.h"
#include "core/taxes/tax.h"
#include "core/warehouse/warehouse.h"

/// A supplier's bill for goods that were received, or for something else that names its account.
struct NewBill {
    Id<Party> supplier;
    QString supplierNumber;   ///< the supplier's own; the same one is refused twice
    Id<GoodsReceipt> receipt; ///< what it bills; none: `account` takes it
    Id<Account> account;
    QDate day;
    int termsDays = -1; ///< -1: the supplier's
    Money net;
    Money tax;
    Id<Tax> taxCode;
    QString memo;
};
struct SupplierBill;

/// Goods received not invoiced and input tax against accounts payable; a difference to the receipt's value is price variance.
Result<Id<SupplierBill>> enterBill(Tx &tx, const NewBill &bill);
