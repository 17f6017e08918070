#include "core/billing/returnorder.h"
#include "proof.h"

namespace {

struct Sold {
    TestCompany company;
    Product mug = company.product("MUG", "10.00", 10, "4.00");
    Party acme = company.customer();

    SalesOrder shipped(int units)
    {
        const SalesOrder order = company.order(acme.id, {{mug.id, units}});
        company.must(shipOrder, order.id, Dispatch());
        return order;
    }
    auto back(Id<SalesOrder> order, const std::vector<ReturnLine> &lines)
    {
        return [=](Tx &tx) { return returnOrder(tx, order, lines, QStringLiteral("did not like it")); };
    }
};

} // namespace

TEST(ReturnOrder, backOnTheShelfAtTheCostAtWhichItLeft)
{
    Sold sold;
    const SalesOrder order = sold.shipped(3);
    invoiced(sold.company, order.id);
    receive(sold.company, sold.mug.id, 7, "8.00"); // the average is another one by now

    const SalesReturn made = sold.company.must(sold.back(order.id, {{1, pcs(2), ReturnDecision::Restock}}));

    EXPECT_EQ(made.number, "RET-0000001");
    EXPECT_EQ(posted(sold.company, "sales_return"), "1300 8.00, 5000 -8.00");
    EXPECT_EQ(posted(sold.company, "invoice"), "1100 -23.80, 2200 3.80, 4200 20.00");
    EXPECT_EQ(made.creditNote->total, eur("23.80"));
    EXPECT_EQ(available(sold.company, sold.mug.id), "16");
    EXPECT_EQ(sold.company.balance(role::Receivable), "11.90");
    expectProven(sold.company);
}

TEST(ReturnOrder, scrapAndKeptGoodsAreCreditedButNotRestocked)
{
    Sold sold;
    const SalesOrder order = sold.shipped(3);
    invoiced(sold.company, order.id);

    sold.company.must(
        sold.back(order.id, {{1, pcs(1), ReturnDecision::Scrap}, {1, pcs(1), ReturnDecision::NotSentBack}, {1, pcs(1), ReturnDecision::Restock}}));

    EXPECT_EQ(posted(sold.company, "sales_return"), "1300 4.00, 5000 -4.00"); // the restocked one
    EXPECT_EQ(available(sold.company, sold.mug.id), "8");
    EXPECT_EQ(sold.company.balance(role::Receivable), "0.00");
    EXPECT_EQ(sold.company.number("SELECT COUNT(*) FROM stock_move WHERE source = 'sales_return'"), 2); // what was kept did not move
    expectProven(sold.company);
}

TEST(ReturnOrder, whatWasNotInvoicedYetIsInvoicedAndCredited)
{
    Sold sold;
    const SalesOrder order = sold.shipped(3);

    sold.company.must(sold.back(order.id, {{1, pcs(1), ReturnDecision::Restock}}));

    EXPECT_EQ(sold.company.number("SELECT total FROM invoice WHERE kind = 1"), 3570);
    EXPECT_EQ(sold.company.number("SELECT total FROM invoice WHERE kind = 2"), 1190);
    EXPECT_EQ(sold.company.balance(role::Receivable), "23.80"); // two mugs
    EXPECT_EQ(sold.company.refusal([&](Tx &tx) { return invoiceOrder(tx, order.id); }), "nothing_to_do");
    expectProven(sold.company);
}

TEST(ReturnOrder, allOfAnAwkwardPriceIsCreditedToTheCent)
{
    Sold sold;
    NewOrder wanted = sold.company.draft(sold.acme.id, {{sold.mug.id, 7}});
    wanted.lines[0].unitPrice = unit("1.428");
    const SalesOrder order = sold.company.must(placeOrder, wanted, false).order;
    sold.company.must(shipOrder, order.id, Dispatch());
    invoiced(sold.company, order.id);

    for (int i = 0; i < 7; ++i)
        sold.company.must(sold.back(order.id, {{1, pcs(1), ReturnDecision::Restock}}));

    EXPECT_EQ(sold.company.balance(role::Receivable), "0.00");
    EXPECT_EQ(sold.company.balance(role::OutputTax), "0.00");
    EXPECT_EQ(sold.company.balance(role::Inventory), "40.00");
    EXPECT_EQ(sold.company.balance(role::CostOfGoods), "0.00");
    EXPECT_EQ(lineOf(sold.company, order.id).returned, pcs(7));
    expectProven(sold.company);
}

TEST(ReturnOrder, whatIsCreditedCanBeAgreed)
{
    Sold sold;
    const SalesOrder order = sold.shipped(2);
    invoiced(sold.company, order.id);
    const ReturnLine agreed{1, pcs(1), ReturnDecision::Restock, eur("7.00"), eur("1.33")};
    const ReturnLine nothing{1, pcs(1), ReturnDecision::Restock, eur("0.00"), eur("0.00")};

    EXPECT_EQ(sold.company.must(sold.back(order.id, {agreed})).creditNote->total, eur("8.33"));
    EXPECT_FALSE(sold.company.must(sold.back(order.id, {nothing})).creditNote);
    expectProven(sold.company);
}

TEST(ReturnOrder, whatComesBackIsPromisedToWhoWaits)
{
    Sold sold;
    const SalesOrder order = sold.shipped(10);
    const SalesOrder waits = sold.company.order(sold.acme.id, {{sold.mug.id, 1}});

    sold.company.must(sold.back(order.id, {{1, pcs(1), ReturnDecision::Restock}}));

    EXPECT_EQ(lineOf(sold.company, waits.id).allocated, pcs(1));
    expectProven(sold.company);
}

TEST(ReturnOrder, refusesWhatWasNotShipped)
{
    Sold sold;
    const SalesOrder order = sold.shipped(2);
    const auto refusal = [&](const std::vector<ReturnLine> &lines) { return sold.company.refusal(sold.back(order.id, lines)); };

    EXPECT_EQ(refusal({}), "no_lines");
    EXPECT_EQ(refusal({{1, pcs(3), ReturnDecision::Restock}}), "quantity");
    EXPECT_EQ(refusal({{1, pcs(0), ReturnDecision::Restock}}), "quantity");
    EXPECT_EQ(refusal({{1, pcs(2), ReturnDecision::Restock}, {1, pcs(1), ReturnDecision::Scrap}}), "quantity");
    EXPECT_EQ(refusal({{1, pcs(1), ReturnDecision::Restock}, {1, pcs(1), ReturnDecision::Restock}}), "duplicate");
    EXPECT_EQ(refusal({{2, pcs(1), ReturnDecision::Restock}}), "unknown_line");
    EXPECT_EQ(sold.company.number("SELECT COUNT(*) FROM sales_return"), 0);
    EXPECT_EQ(sold.company.number("SELECT COUNT(*) FROM invoice"), 0);
}

TEST(ReturnOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const SalesOrder order = c.order(c.customer().id, {{mug.id, 3}});
            c.must(shipOrder, order.id, Dispatch());
        },
        [](TestCompany &c) {
            return bool(c.session().perform([](Tx &tx) {
                return returnOrder(tx, {1}, {{1, pcs(2), ReturnDecision::Restock}}, QStringLiteral("x"));
            }));
        });
}
