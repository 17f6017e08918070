#pragma once

#include "core/ledger/entry.h"

struct SalesOrder;
struct OpenItem;

/// What is still open of an invoice, a credit note, a payment or a deposit. Debits are positive.
struct OpenItem {
    Id<OpenItem> id;
    Id<Party> party;
    Id<Account> account; ///< the control account that it is part of
    QString source;
    qint64 sourceId = 0;
    Id<SalesOrder> order;
    QDate day;
    QDate dueOn;
    Currency currency;
    Money amount;
    Money open;
    qint64 baseAmount = 0; ///< minor units of the company's currency
    qint64 baseOpen = 0;
};

template <> struct sql::TableOf<OpenItem> {
    static constexpr Table table{
        "open_item",
        Column{"id", &OpenItem::id},
        Column{"party_id", &OpenItem::party},
        Column{"account_id", &OpenItem::account},
        Column{"source", &OpenItem::source},
        Column{"source_id", &OpenItem::sourceId},
        Column{"order_id", &OpenItem::order},
        Column{"day", &OpenItem::day},
        Column{"due_on", &OpenItem::dueOn},
        Column{"currency", &OpenItem::currency},
        Column{"amount", &OpenItem::amount},
        Column{"open", &OpenItem::open},
        Column{"base_amount", &OpenItem::baseAmount},
        Column{"base_open", &OpenItem::baseOpen},
    };
};

/// A new item that is open in full. `amount` in the document's currency.
OpenItem openItem(Tx &tx, Id<Party> party, Id<Account> account, Source source, Id<SalesOrder> order, QDate day, QDate dueOn, Money amount,
                  ExchangeRate rate);

/// Sets `amount` (positive, in the items' currency) of a debit item against a credit item. Posts what that moves between control
/// accounts, and an exchange difference where the two were worth different sums. `source` is the document that causes it.
Result<> settle(Tx &tx, OpenItem &debit, OpenItem &credit, Money amount, QDate day, Source source);

/// Items of an order that are still open; debits first, oldest first.
std::vector<OpenItem> openItemsOf(Tx &tx, Id<SalesOrder> order);
/// Sets what is open of the order's credits (deposits, credit notes, payments) against its open debits.
Result<> settleOrder(Tx &tx, Id<SalesOrder> order, QDate day, Source source);
/// What the customer owes in the company's currency: all open items on receivables.
Money openBalance(Tx &tx, Id<Party> party);
