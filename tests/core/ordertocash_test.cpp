#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "support/testcompany.h"

// The main job in one piece: what a clerk does from order to cash, and what the accounts say after each step.

TEST(OrderToCash, eachStepPostsWhatTheBooksAskFor)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20, "4.00");
    const Party acme = company.customer();

    const SalesOrder order = company.order(acme.id, {{mug.id, 3}});
    EXPECT_EQ(order.state, OrderState::Confirmed);
    EXPECT_EQ(order.total, eur("35.70"));
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 3'000'000);

    company.must(pickOrder, order.id, Part());
    company.must(packOrder, order.id, Part());
    company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(company.balance(role::Inventory), "68.00");
    EXPECT_EQ(company.balance(role::CostOfGoods), "12.00");

    const Invoice invoice = company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    EXPECT_EQ(invoice.total, eur("35.70"));
    EXPECT_EQ(company.balance(role::Receivable), "35.70");
    EXPECT_EQ(company.balance(role::Sales), "-30.00");
    EXPECT_EQ(company.balance(role::OutputTax), "-5.70");

    MoneyMove money;
    money.order = order.id;
    money.amount = eur("35.70");
    company.must(receivePayment, money);
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::Bank), "35.70");
    EXPECT_EQ(company.number("SELECT state FROM sales_order"), int(OrderState::Paid));
    EXPECT_EQ(company.number("SELECT SUM(debit - credit) FROM account_balance"), 0);
}

TEST(OrderToCash, aDepositIsAppliedToTheInvoice)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20, "4.00");
    const SalesOrder order = company.order(company.customer().id, {{mug.id, 1}});
    MoneyMove money;
    money.order = order.id;
    money.amount = eur("11.90");

    company.must(receivePayment, money);
    EXPECT_EQ(company.balance(role::Deposits), "-11.90");
    company.must(shipOrder, order.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });

    EXPECT_EQ(company.balance(role::Deposits), "0.00");
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.number("SELECT state FROM sales_order"), int(OrderState::Paid));
}

TEST(OrderToCash, aReturnRestocksCreditsAndRefunds)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20, "4.00");
    const SalesOrder order = company.order(company.customer().id, {{mug.id, 2}});
    MoneyMove money;
    money.order = order.id;
    money.amount = eur("23.80");
    company.must(receivePayment, money);
    company.must(shipOrder, order.id, Dispatch());
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });

    const SalesReturn back = company.must([&](Tx &tx) { return returnOrder(tx, order.id, {{1, pcs(1)}}, QStringLiteral("broken")); });
    ASSERT_TRUE(back.creditNote);
    EXPECT_EQ(back.creditNote->total, eur("11.90"));
    money.amount = eur("11.90");
    company.must(refundPayment, money);

    EXPECT_EQ(company.balance(role::Inventory), "76.00");
    EXPECT_EQ(company.balance(role::SalesReturns), "10.00");
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::Bank), "11.90");
}
