#include "channels/byhand/weborder.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

using namespace channels;

// A site that was served by hand is joined to its platform, and goes back to being served by hand when that is down: nothing is entered again, and
// nothing is there twice.

namespace {

struct GrowingCompany : ShopCompany {
    GrowingCompany()
    {
        product("MUG", "10.00", 50);
        become("byhand");
    }
    void become(const char *kind)
    {
        must([&](Tx &tx) -> Result<> { return tx.run("UPDATE channel SET kind = ?", QString::fromLatin1(kind)), Done{}; });
        channel = ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("web")); });
    }
    SalesOrder typed(const char *number, int units, const char *total, byhand::WebPayment payment = byhand::WebPayment::Paid)
    {
        byhand::WebOrder order;
        order.number = QString::fromLatin1(number);
        order.lines.push_back({QStringLiteral("MUG"), {}, pcs(units), {}, {}, {}});
        order.total = eur(total);
        order.payment = payment;
        return must([&](Tx &tx) { return byhand::enterWebOrder(tx, channel, order, false); });
    }
    void isProven()
    {
        const auto proof = verifyCompany(session());
        ASSERT_TRUE(proof);
        EXPECT_TRUE(proof->ok());
    }
};

} // namespace

TEST(Platform, ordersThatWereTypedAreRecognisedWhenTheShopTellsOfThem)
{
    GrowingCompany company;
    company.typed("W1", 2, "23.80");
    company.typed("W2", 1, "11.90", byhand::WebPayment::Awaited);
    company.become("woocommerce");
    company.shop.sells("1", "MUG", 2, "23.80", 1);
    company.shop.sells("2", "MUG", 1, "11.90", 2);
    company.shop.sells("3", "MUG", 1, "11.90", 3);

    const PullReport report = company.pulled();

    EXPECT_EQ(report.created, 1); // the third one
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 3);
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM stock_balance"), pcs(4).millionths);
    EXPECT_EQ(company.number("SELECT SUM(paid) FROM sales_order"), 2380 + 1190 + 1190); // once each
    EXPECT_EQ(company.text("SELECT external_id FROM sales_order WHERE external_number = 'W1'"), "1");
    company.shop.orders[0].note = QStringLiteral("ring twice"); // and from here on it is an order like any other
    company.shop.change(company.shop.orders[0], 60);
    company.pulled();
    EXPECT_EQ(company.text("SELECT note FROM sales_order WHERE external_id = '1'"), "ring twice");
    EXPECT_EQ(company.number("SELECT SUM(paid) FROM sales_order"), 2380 + 1190 + 1190);
    company.isProven();
}

TEST(Platform, anOrderThatWasTypedOtherwiseThanTheShopShowsItIsADecision)
{
    GrowingCompany company;
    company.typed("W1", 2, "23.80");
    company.become("woocommerce");
    company.shop.sells("1", "MUG", 3, "35.70", 1);

    EXPECT_EQ(company.pulled().exceptions, 1);

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 1);
    const auto open = company.ask([](Tx &tx) { return openExceptions(tx); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_TRUE(open[0].message.contains("35.70")) << qPrintable(open[0].message);
    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    company.isProven();
}

TEST(Platform, anOrderThatTheShopHasCancelledIsCancelledWhenItIsRecognised)
{
    GrowingCompany company;
    company.typed("W1", 2, "23.80", byhand::WebPayment::Awaited);
    company.become("woocommerce");
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80", 1);
    order.state = RemoteState::Cancelled;
    order.payments.clear();

    company.pulled();

    EXPECT_EQ(company.onlyOrder().state, OrderState::Cancelled);
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM stock_balance"), 0);
    company.isProven();
}

TEST(Platform, overAnOutageOrdersAreTypedAndNotDoubledAfterwards)
{
    GrowingCompany company;
    company.become("woocommerce");
    company.shop.sells("1", "MUG", 1, "11.90", 1);
    company.pulled();
    company.become("byhand");
    byhand::WebOrder again; // somebody types what was pulled already
    again.number = QStringLiteral("W1");
    again.lines.push_back({QStringLiteral("MUG"), {}, pcs(1), {}, {}, {}});
    again.total = eur("11.90");
    EXPECT_EQ(company.refusal([&](Tx &tx) { return byhand::enterWebOrder(tx, company.channel, again, false); }), "duplicate");
    company.typed("W2", 1, "11.90");
    company.become("woocommerce");
    company.shop.sells("2", "MUG", 1, "11.90", 2);
    company.pulled();
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 2);
    EXPECT_EQ(company.number("SELECT SUM(paid) FROM sales_order"), 2 * 1190);
    company.isProven();
}
