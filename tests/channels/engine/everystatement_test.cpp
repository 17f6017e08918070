#include "channels/engine/apply.h"
#include "channels/engine/buyers.h"
#include "channels/engine/decision.h"
#include "channels/engine/guard.h"
#include "channels/engine/held.h"
#include "channels/engine/noted.h"
#include "channels/engine/offer.h"
#include "channels/engine/schedule.h"
#include "channels/engine/webhook.h"
#include "engine/fakeshop.h"

// A failure at any statement of what the engine does with an order leaves nothing behind: no message, no customer, no order, no promise, no posting.

using namespace channels;

namespace {

const Window everything{{}, Instant::of(QDateTime({2040, 1, 1}, {0, 0}, Qt::UTC))};

RemoteOrder onlyOrderOf(FakeShop &shop) { return shop.ordersChanged(everything, QString()).orders.front(); }

Result<> applied(Tx &tx, FakeShop &shop)
{
    const auto done = applyOrder(tx, *channelByName(tx, QStringLiteral("web")), shop, onlyOrderOf(shop));
    if (!done)
        return done.error();
    return Done{};
}

} // namespace

TEST(EveryStatement, ofTakingAnOrderOverMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUG", 2, "23.80");

    everyStatementMayFail(
        [](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 5);
        },
        [&](TestCompany &company) { return bool(company.session().perform([&](Tx &tx) { return applied(tx, shop); })); });
}

TEST(EveryStatement, ofTakingAChangedOrderOverMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUG", 2, "23.80");

    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 5);
            company.must([&](Tx &tx) { return applied(tx, shop); });
            shop.orders.front().note = QStringLiteral("ring twice");
            shop.orders.front().shipping.city = QStringLiteral("Potsdam");
            shop.change(shop.orders.front(), 10);
        },
        [&](TestCompany &company) { return bool(company.session().perform([&](Tx &tx) { return applied(tx, shop); })); });
}

TEST(EveryStatement, ofADecisionMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUGG", 2, "23.80");

    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 5);
            company.must([&](Tx &tx) { return applied(tx, shop); });
        },
        [&](TestCompany &company) {
            return bool(company.session().perform([&](Tx &tx) {
                return resolveException(tx, openExceptions(tx).front().id, {QStringLiteral("link"), QStringLiteral("MUG"), {}}, shop);
            }));
        });
}

TEST(EveryStatement, ofTakingADecisionBackMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUGG", 2, "23.80");

    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 5);
            company.must([&](Tx &tx) { return applied(tx, shop); });
            company.must([&](Tx &tx) {
                return resolveException(tx, openExceptions(tx).front().id, {QStringLiteral("link"), QStringLiteral("MUG"), {}}, shop);
            });
        },
        [&](TestCompany &company) { return bool(company.session().perform([&](Tx &tx) { return takeBackDecision(tx, {1}, shop); })); });
}

TEST(EveryStatement, ofChangingLinesOfAPartlyShippedOrderMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUG", 2, "23.80");

    everyStatementMayFail(
        [&](TestCompany &company) {
            webChannel(company);
            company.product("MUG", "10.00", 5);
            company.must([&](Tx &tx) { return applied(tx, shop); });
            company.must(shipOrder, Id<SalesOrder>{1}, Dispatch{{{1, pcs(1)}}, {}, {}, {}});
            RemoteOrder &order = shop.orders.front();
            order.lines[0].quantity = pcs(3);
            order.lines[0].net = eur("30.00");
            order.lines[0].tax = order.lines[0].taxes[0].amount = eur("5.70");
            order.total = eur("35.70");
            shop.change(order, 10);
        },
        [&](TestCompany &company) { return bool(company.session().perform([&](Tx &tx) { return applied(tx, shop); })); });
}

TEST(EveryStatement, ofPausingAndResumingMayFail)
{
    const auto prepare = [](TestCompany &company) { webChannel(company); };

    everyStatementMayFail(
        prepare, [](TestCompany &company) { return bool(company.session().perform(pauseChannel, Id<Channel>{1}, QStringLiteral("holiday"))); });
    everyStatementMayFail([&](TestCompany &company) { company.must(pauseChannel, webChannel(company).id, QStringLiteral("holiday")); },
                          [](TestCompany &company) { return bool(company.session().perform(resumeChannel, Id<Channel>{1})); });
}

TEST(EveryStatement, ofSayingWhoMayBuyMayFail)
{
    FakeShop shop;
    shop.sells("1", "MUG", 2, "23.80");
    const Id<Channel> web{1};
    const Id<Party> buyer{1};
    const auto approve = [&](Tx &tx) { return approveBuyer(tx, web, buyer, shop); };
    const auto suspend = [&](Tx &tx) { return changeStanding(tx, buyer, Standing::Suspended, shop); };
    const auto waiting = [&](TestCompany &company) {
        webChannel(company);
        company.product("MUG", "10.00", 5);
        company.must([&](Tx &tx) { return setBuyers(tx, web, Buyers::Approved, shop); });
        company.must([&](Tx &tx) { return applied(tx, shop); });
    };
    const auto mayFail = [&](const auto &before, const auto &act) {
        everyStatementMayFail(
            [&](TestCompany &company) {
                waiting(company);
                before(company);
            },
            [&](TestCompany &company) { return bool(company.session().perform(act)); });
    };
    const auto nothing = [](TestCompany &) {};

    mayFail(nothing, approve);
    mayFail(nothing, [&](Tx &tx) { return setBuyers(tx, web, Buyers::Anyone, shop); });
    mayFail([&](TestCompany &company) { company.must(approve); }, [&](Tx &tx) { return withdrawBuyer(tx, web, buyer); });
    mayFail([&](TestCompany &company) { company.must(approve); }, [&](Tx &tx) { return takeBackDecision(tx, {1}, shop); });
    mayFail([&](TestCompany &company) { company.must(suspend); }, [&](Tx &tx) { return changeStanding(tx, buyer, Standing::Good, shop); });
}

TEST(EveryStatement, ofSchedulesAndWebhooksMayFail)
{
    Schedule schedule;
    schedule.channel = {1};
    schedule.rhythm = Rhythm::Every;
    const std::set<Work> orders{Work::Orders};
    const auto prepare = [&](TestCompany &company) {
        webChannel(company);
        company.must(setSchedule, schedule);
        company.must([](Tx &tx) -> Result<> {
            tx.run("INSERT INTO channel_webhook (channel_id, token, secret, calls, last_call) VALUES (1, 'there', ?, 0, NULL)", QByteArray("sealed"));
            return Done{};
        });
    };
    everyStatementMayFail(prepare, [&](TestCompany &company) { return bool(company.session().perform(setSchedule, schedule)); });
    everyStatementMayFail(prepare, [&](TestCompany &company) { return bool(company.session().perform(makeDue, schedule.channel, orders)); });
    everyStatementMayFail(prepare, [&](TestCompany &company) {
        return bool(company.session().perform(scheduleNext, schedule.channel, orders, company.now, true, 0.5));
    });
    everyStatementMayFail(prepare, [](TestCompany &company) { return bool(company.session().perform(closeWebhook, Id<Channel>{1})); });
}

TEST(EveryStatement, ofNotingWhatChangedMayFail)
{
    const Id<Channel> web{1};
    const std::set<Id<Product>> both{{1}, {2}};
    const auto prepare = [](TestCompany &company) {
        webChannel(company);
        company.product("CUP", "10.00", 5);
        company.product("MUG", "10.00", 5);
    };
    everyStatementMayFail(prepare, [&](TestCompany &company) { return bool(company.session().perform(noteChanged, web, Work::Stock, both)); });
    everyStatementMayFail(
        [&](TestCompany &company) {
            prepare(company);
            company.must(noteChanged, web, Work::Stock, both);
        },
        [&](TestCompany &company) {
            return bool(company.session().perform([&](Tx &tx) -> Result<> { return forgetNoted(tx, notedFor(tx, web, {Work::Stock})), Done{}; }));
        });
}

TEST(EveryStatement, ofSayingWhatAPushMayDoMayFail)
{
    const auto prepare = [](TestCompany &company) {
        webChannel(company);
        company.product("MUG", "10.00", 5);
    };
    const Id<Channel> web{1};
    const Id<Product> mug{1};
    const auto mayFail = [&](const std::function<void(TestCompany &)> &before, const std::function<bool(Tx &)> &act) {
        everyStatementMayFail(
            [&](TestCompany &company) {
                prepare(company);
                before(company);
            },
            [&](TestCompany &company) {
                return bool(company.session().perform([&](Tx &tx) -> Result<> {
                    if (!act(tx))
                        return refuse(QStringLiteral("not_done"), {});
                    return Done{};
                }));
            });
    };
    const auto nothing = [](TestCompany &) {};
    const auto hold = [&](Tx &tx) { return holdField(tx, web, mug, PushField::Price, QStringLiteral("count first")); };

    mayFail(nothing, [&](Tx &tx) { return bool(hold(tx)); });
    mayFail([&](TestCompany &company) { company.must(hold); }, [&](Tx &tx) { return bool(releaseField(tx, web, mug, PushField::Price)); });
    mayFail(nothing, [&](Tx &tx) { return bool(setFieldOwners(tx, web, OwnFields{1})); });
    mayFail(nothing, [&](Tx &tx) { return bool(setPushGuard(tx, {web, Rate{1}, Rate{1}, 1})); });
    mayFail(nothing, [&](Tx &tx) { return bool(setOfferTerms(tx, {web, pcs(5), {}, pcs(1)}, pcs(2))); });
    mayFail(nothing, [&](Tx &tx) { return bool(serveFrom(tx, web, {tx.text("SELECT code FROM warehouse")})); });
    mayFail(nothing, [&](Tx &tx) { return bool(setListingTerms(tx, tx.get(web), mug, {pcs(1), {}, {}, 12, true})); });
}

TEST(EveryStatement, ofAPushMayFailAndTheNextOneCompletesIt)
{
    // A push is several units of work: what the shop confirmed stays confirmed, and what is written is consistent after each of them.
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    bool done = false;
    for (int n = 0; n < 400 && !done; ++n) {
        company.session().connection().failAfter(n);
        done = bool(push(company.session(), company.channel, company.shop, {}, false, company.control));
        company.session().connection().failAfter(-1);
        company.must([](Tx &tx) -> Result<> { // the lease of a run that could not end runs out by itself
            tx.run("UPDATE channel SET lease_holder = '', lease_until = NULL");
            return Done{};
        });
        EXPECT_EQ(company.number("SELECT COUNT(*) FROM push_batch WHERE id NOT IN (SELECT batch_id FROM push_change)"), 0) << n;
    }

    EXPECT_TRUE(done);
    EXPECT_EQ(company.shop.shelves.size(), 1u);
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(5));
    EXPECT_EQ(company.pushed().sent, 0);
}
