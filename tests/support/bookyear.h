#pragma once

#include "core/billing/returnorder.h"
#include "core/purchasing/bill.h"
#include "core/sales/cancelorder.h"
#include "support/testcompany.h"

/// A company with one of everything behind it: received, billed, sold, shipped, invoiced, paid, returned, refunded, paid out; and one order
/// that waits with goods allocated. 20 mugs came in at 4.00; 3 were sold at 10.00 plus 19 %, one of them came back.
inline void liveThrough(TestCompany &company)
{
    company.must([](Tx &tx) -> Result<> {
        tx.run("INSERT INTO channel (version, name, kind, url, options, state, state_reason, currency, tax_inclusive, buffer, cursor_page, failures, "
               "lease_holder, created_at) VALUES (1, 'shop', 'woocommerce', 'http://127.0.0.1/', '{}', 1, '', 'EUR', 1, 0, '', 0, '', 0)");
        tx.run(
            "INSERT INTO inbound_message (channel_id, kind, external_id, hash, received_at, body) SELECT id, 'order', '77', 'abc', 0, ? FROM channel",
            QByteArray("{}"));
        return Done{};
    });
    const Party mill = company.supplier();
    const Product mug = company.product("MUG", "10.00", 0);
    company.must([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO push_batch (channel_id, kind, at, actor) SELECT id, 1, 0, '' FROM channel");
        tx.run("INSERT INTO push_change (batch_id, product_id, field, was, became, result, message, at) SELECT id, ?, 'price', NULL, '11.90', "
               "'accepted', '', 0 FROM push_batch",
               mug.id);
        return Done{};
    });
    const Id<GoodsReceipt> receipt = company.must([&](Tx &tx) {
        return receiveGoods(tx, {{mug.id, pcs(20), UnitPrice::parse(u"4.00", Eur), {}, mill.id, {}}}, tx.today());
    });
    NewBill bill;
    bill.supplier = mill.id;
    bill.supplierNumber = QStringLiteral("M-1");
    bill.receipt = receipt;
    bill.net = eur("81.00");
    bill.tax = eur("15.39");
    company.must(enterBill, bill);

    const Party acme = company.customer();
    const SalesOrder order = company.order(acme.id, {{mug.id, 3}});
    company.must(shipOrder, order.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    MoneyMove money;
    money.order = order.id;
    money.amount = eur("35.70");
    company.must(receivePayment, money);
    company.must([&](Tx &tx) { return returnOrder(tx, order.id, {{1, pcs(1)}}, QStringLiteral("broken")); });
    money.amount = eur("11.90");
    company.must(refundPayment, money);
    company.order(acme.id, {{mug.id, 2}});

    Payout payout;
    payout.channel.value = company.number("SELECT id FROM channel");
    payout.externalId = QStringLiteral("po-1");
    payout.day = QDate(2030, 1, 2);
    payout.gross = eur("50.00");
    payout.fees = eur("1.50");
    company.must(recordPayout, payout);
}
