#pragma once

#include "core/ledger/openitem.h"
#include "core/sales/salesorder.h"

enum class InvoiceKind { Invoice = 1, CreditNote = 2 };

/// An invoice or a credit note. Never changed; taken back by a credit note. Amounts are positive on both.
struct Invoice {
    Id<Invoice> id;
    QString number; ///< gapless: INV-0000042, CN-0000007
    InvoiceKind kind = InvoiceKind::Invoice;
    Id<SalesOrder> order;
    Id<Party> party;
    Id<Invoice> corrects; ///< of a credit note
    QDate day;
    QDate dueOn;
    Instant at;
    Currency currency;
    ExchangeRate rate;
    Money net;
    Money tax;
    Money total;
    QString memo;
};

template <> struct sql::TableOf<Invoice> {
    static constexpr Table table{
        "invoice",
        Column{"id", &Invoice::id},
        Column{"number", &Invoice::number},
        Column{"kind", &Invoice::kind},
        Column{"order_id", &Invoice::order},
        Column{"party_id", &Invoice::party},
        Column{"corrects_id", &Invoice::corrects},
        Column{"day", &Invoice::day},
        Column{"due_on", &Invoice::dueOn},
        Column{"at", &Invoice::at},
        Column{"currency", &Invoice::currency},
        Column{"rate", &Invoice::rate},
        Column{"net", &Invoice::net},
        Column{"tax", &Invoice::tax},
        Column{"total", &Invoice::total},
        Column{"memo", &Invoice::memo},
    };
};

struct InvoiceLine {
    Id<Invoice> invoice;
    int line = 0;
    int orderLine = 0;
    LineKind kind = LineKind::Goods;
    QString sku;
    QString description;
    Quantity quantity;
    Money discount;
    Money net;
    Money tax;
    Money total;
};

template <> struct sql::TableOf<InvoiceLine> {
    static constexpr Table table{
        "invoice_line",
        Column{"invoice_id", &InvoiceLine::invoice},
        Column{"line", &InvoiceLine::line},
        Column{"order_line", &InvoiceLine::orderLine},
        Column{"kind", &InvoiceLine::kind},
        Column{"sku", &InvoiceLine::sku},
        Column{"description", &InvoiceLine::description},
        Column{"quantity", &InvoiceLine::quantity},
        Column{"discount", &InvoiceLine::discount},
        Column{"net", &InvoiceLine::net},
        Column{"tax", &InvoiceLine::tax},
        Column{"total", &InvoiceLine::total},
    };
};

struct InvoiceTax {
    Id<Invoice> invoice;
    int line = 0;
    Id<Tax> tax;
    Money base;
    Money amount;
};

template <> struct sql::TableOf<InvoiceTax> {
    static constexpr Table table{
        "invoice_tax",
        Column{"invoice_id", &InvoiceTax::invoice},
        Column{"line", &InvoiceTax::line},
        Column{"tax_id", &InvoiceTax::tax},
        Column{"base", &InvoiceTax::base},
        Column{"amount", &InvoiceTax::amount},
    };
};

/// Bills what is shipped and not yet invoiced; shipping, fees and the like go with the first invoice. Deposits of the order are applied at
/// once. Refuses: nothing to invoice, draft, on hold.
Result<Invoice> invoiceOrder(Tx &tx, Id<SalesOrder> order, QDate day = {});

/// What is given back of one order line. Amounts are positive.
struct CreditLine {
    int orderLine = 0;
    Quantity quantity; ///< zero where only money goes back
    Money net;
    Money tax;
};
/// A credit note over parts of an order that was invoiced; set against what is open of it. Refuses: nothing invoiced, more of a line
/// than was invoiced and not credited yet.
Result<Invoice> creditOrder(Tx &tx, Id<SalesOrder> order, const std::vector<CreditLine> &lines, const QString &reason, QDate day = {});
/// What is invoiced of an order and not credited yet, by line.
std::vector<CreditLine> creditOfEverything(Tx &tx, const SalesOrder &order);
/// An amount (with tax) spread over everything that was invoiced and not credited yet, in proportion.
Result<std::vector<CreditLine>> spreadCredit(Tx &tx, const SalesOrder &order, Money amount);

std::vector<Invoice> invoicesOf(Tx &tx, Id<SalesOrder> order);
std::vector<InvoiceLine> linesOf(Tx &tx, const Invoice &invoice);
std::vector<InvoiceTax> taxesOf(Tx &tx, const Invoice &invoice);
