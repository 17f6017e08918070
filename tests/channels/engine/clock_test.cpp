#include "engine/fakeshop.h"

using namespace channels;

namespace {

/// Its list is behind: it shows an order as it was, which the shop itself does not say any more.
struct BehindShop : FakeShop {
    std::optional<RemoteOrder> present;
    RemoteOrder order(const QString &id) override { return present ? *present : FakeShop::order(id); }
};

} // namespace

// A shop's clock is its own: it runs ahead, it is set back, and its list may be behind.

TEST(ShopClock, anOrderThatWasChangedAfterTheClockWasSetBackIsAskedForAndTaken)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90", 100);
    company.pulled();
    company.shop.orders.front().note = QStringLiteral("ring twice");
    company.shop.change(company.shop.orders.front(), 60); // later, by a clock that stands 40 seconds earlier

    company.pulled();

    EXPECT_EQ(company.onlyOrder().note, "ring twice");
    EXPECT_EQ(company.pulled().unchanged, 1);
}

TEST(ShopClock, whatAListThatIsBehindShowsDoesNotUndoWhatIsKnown)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90", 100);
    const RemoteOrder old = (company.pulled(), company.shop.orders.front());
    company.shop.orders.front().note = QStringLiteral("ring twice");
    company.shop.change(company.shop.orders.front(), 130);
    company.pulled();

    const RemoteOrder newer = std::exchange(company.shop.orders.front(), old);
    company.pulled();

    EXPECT_EQ(company.onlyOrder().note, "ring twice");
    company.shop.orders.front() = newer;
    company.pulled();
    EXPECT_EQ(company.onlyOrder().note, "ring twice");
}

TEST(ShopClock, anOlderVersionThatWasNeverSeenIsNotTakenForThePresent)
{
    ShopCompany company;
    BehindShop shop;
    company.product("MUG", "10.00", 5);
    shop.sells("1", "MUG", 1, "11.90", 0);
    RemoteOrder &order = shop.orders.front();
    order.note = QStringLiteral("ring twice");
    shop.change(order, 60);
    ASSERT_TRUE(pull(company.session(), company.channel, shop, {}, company.control));
    shop.present = order;
    order.note.clear();
    shop.change(order, 30); // as the list shows it, late

    const auto report = pull(company.session(), company.channel, shop, {}, company.control);

    ASSERT_TRUE(report);
    EXPECT_EQ(report->unchanged, 1);
    EXPECT_EQ(company.onlyOrder().note, "ring twice");
}

TEST(ShopClock, ordersFromAheadOfOurClockDoNotHideThoseThatComeAfterItIsSetRight)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.sells("1", "MUG", 1, "11.90", 5 * 3600); // an hour ahead of the company's noon
    company.pulled();
    company.shop.sells("2", "MUG", 1, "11.90", 4 * 3600 + 60); // set right: a minute after noon
    company.now = company.now.plusSeconds(120);

    EXPECT_EQ(company.pulled().created, 1);
}
