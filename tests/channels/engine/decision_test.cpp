#include "channels/engine/decision.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

using namespace channels;

namespace {

/// Two orders wait for the SKU "MUGG", which nobody knows; a third one has nothing to do with it.
struct WaitingCompany : ShopCompany {
    WaitingCompany()
    {
        product("MUG", "10.00", 10);
        shop.sells("1", "MUGG", 2, "23.80");
        shop.sells("2", "MUGG", 1, "11.90", 1);
        shop.sells("3", "MUG", 1, "11.90", 2);
        pulled();
    }
    std::vector<ExceptionGroup> groups() { return ask(exceptionGroups); }
    Resolution toMug() { return {QStringLiteral("link"), QStringLiteral("MUG"), {}}; }
    Id<Decision> decide(const Resolution &resolution)
    {
        const auto first = groups().front().first;
        must([&](Tx &tx) { return resolveException(tx, first, resolution, shop); });
        return ask([](Tx &tx) { return standingDecisions(tx); }).front().decision.id;
    }
    TakenBack takeBack(Id<Decision> id)
    {
        return must([&](Tx &tx) { return takeBackDecision(tx, id, shop); });
    }
    QString states() // of the orders, oldest first
    {
        QStringList words;
        for (const SalesOrder &order : ask([](Tx &tx) { return tx.all<SalesOrder>("id > 0 ORDER BY id"); }))
            words << stateWord(order.state);
        return words.join(u' ');
    }
    void expectProof()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where + difference.text);
    }
};

} // namespace

TEST(Decisions, exceptionsAreGroupedByTheirCauseWithTheMoneyThatWaits)
{
    WaitingCompany company;

    const auto groups = company.groups();

    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].kind, "unknown_sku");
    EXPECT_EQ(groups[0].subject, "MUGG");
    EXPECT_EQ(groups[0].count, 2);
    ASSERT_EQ(groups[0].waiting.size(), 1u);
    EXPECT_EQ(groups[0].waiting[0], eur("35.70"));
}

TEST(Decisions, aPreviewSaysWhatItWouldTouchAndStoresNothing)
{
    WaitingCompany company;
    const QString before = company.everything();

    const auto effect = previewDecision(company.session(), company.groups().front().first, company.toMug(), company.shop);

    ASSERT_TRUE(effect);
    EXPECT_EQ(effect->exceptions, 2);
    EXPECT_TRUE(effect->isRule);
    ASSERT_EQ(effect->orders.size(), 2u);
    EXPECT_EQ(effect->orders[0].before, OrderState::OnHold);
    EXPECT_EQ(effect->orders[0].after, OrderState::Confirmed);
    EXPECT_EQ(effect->orders[0].total, eur("23.80"));
    EXPECT_EQ(company.everything(), before);
}

TEST(Decisions, aPreviewOfWhatCannotBeIsRefusedInTheSameWords)
{
    WaitingCompany company;

    const auto effect =
        previewDecision(company.session(), company.groups().front().first, {QStringLiteral("link"), QStringLiteral("NO"), {}}, company.shop);

    ASSERT_FALSE(effect);
    EXPECT_EQ(effect.error().code, "unknown_sku");
}

TEST(Decisions, oneResolvesAllAndIsListedAndTakenBack)
{
    WaitingCompany company;
    const Id<Decision> id = company.decide(company.toMug());
    EXPECT_EQ(company.states(), "confirmed confirmed confirmed");
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 4'000'000);
    const auto rules = company.ask([](Tx &tx) { return standingDecisions(tx); });
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_EQ(rules[0].target, "MUG");
    EXPECT_EQ(rules[0].resolved, 2);
    EXPECT_TRUE(rules[0].isRule);

    const TakenBack taken = company.takeBack(id);

    EXPECT_EQ(taken.reopened, 2);
    EXPECT_TRUE(taken.kept.empty());
    EXPECT_EQ(company.states(), "on_hold on_hold confirmed");
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 1'000'000);
    EXPECT_EQ(company.groups().front().count, 2);
    EXPECT_TRUE(company.ask([](Tx &tx) { return standingDecisions(tx); }).empty());
    company.shop.sells("4", "MUGG", 1, "11.90", 3);
    EXPECT_EQ(company.pulled().exceptions, 1); // no rule any more
    company.expectProof();
    company.decide(company.toMug()); // and all of it again
    EXPECT_EQ(company.states(), "confirmed confirmed confirmed confirmed");
    company.expectProof();
}

TEST(Decisions, takenBackLeavesWhatHasGoneTooFarAndSaysSo)
{
    WaitingCompany company;
    const Id<Decision> id = company.decide(company.toMug());
    company.must(pickOrder, Id<SalesOrder>{1}, Part{});

    const TakenBack taken = company.takeBack(id);

    EXPECT_EQ(taken.reopened, 1);
    ASSERT_EQ(taken.kept.size(), 1u);
    EXPECT_TRUE(taken.kept[0].startsWith(u"SO-0000001")) << qPrintable(taken.kept[0]);
    EXPECT_EQ(company.states(), "picking on_hold confirmed");
    EXPECT_EQ(company.refusal([&](Tx &tx) { return takeBackDecision(tx, id, company.shop); }), "taken_back");
    company.expectProof();
}

TEST(Decisions, aProductThatWasMadeForItGoesWithIt)
{
    WaitingCompany company;
    const Id<Decision> id = company.decide({QStringLiteral("create"), {}, {}});
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product WHERE sku = 'MUGG'"), 1);

    company.takeBack(id);

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product WHERE sku = 'MUGG'"), 0);
    EXPECT_EQ(company.groups().front().count, 2);
    company.expectProof();
}

TEST(Decisions, aCancelIsTakenBackAsLongAsNoMoneyHasGoneBack)
{
    WaitingCompany company;
    const Id<Decision> id = company.decide({QStringLiteral("cancel"), {}, {}});
    EXPECT_EQ(company.states(), "cancelled cancelled confirmed");

    const TakenBack taken = company.takeBack(id);

    EXPECT_EQ(taken.reopened, 2);
    EXPECT_EQ(company.states(), "on_hold on_hold confirmed");
    company.expectProof();
}

TEST(Decisions, anUnknownTaxIsLinkedForAllAndTakenBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 10);
    RemoteOrder &order = company.shop.sells("1", "MUG", 1, "11.90");
    order.lines[0].taxes[0].rate = Rate{185'000};
    company.pulled();
    const auto group = company.ask(exceptionGroups).front();
    EXPECT_EQ(group.kind, "unknown_tax");
    const QString code = company.text("SELECT code FROM tax WHERE rate = 190000 AND country = 'DE'");
    company.must([&](Tx &tx) { return resolveException(tx, group.first, {QStringLiteral("link"), {}, code}, company.shop); });
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
    EXPECT_EQ(company.number("SELECT SUM(amount) FROM sales_line_tax"), 190);

    company.must([&](Tx &tx) { return takeBackDecision(tx, {1}, company.shop); });

    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line_tax"), 0);
    EXPECT_EQ(company.ask(exceptionGroups).size(), 1u);
}

TEST(Decisions, totalsThatDifferAreAcceptedAndTakenBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 10);
    company.shop.sells("1", "MUG", 1, "11.90").total = eur("12.90");
    company.pulled();
    const auto group = company.ask(exceptionGroups).front();
    company.must([&](Tx &tx) { return resolveException(tx, group.first, {QStringLiteral("accept"), {}, {}}, company.shop); });
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);

    company.must([&](Tx &tx) { return takeBackDecision(tx, {1}, company.shop); });

    EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
    EXPECT_EQ(company.onlyOrder().hold, group.message);
}

TEST(Decisions, anAcceptedDifferenceThatIsTakenBackIsAskedAgain)
{
    ShopCompany company;
    company.product("MUG", "10.00", 10);
    RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
    company.pulled();
    company.must(pickOrder, Id<SalesOrder>{1}, Part{});
    order.lines[0].quantity = pcs(1);
    order.lines[0].net = eur("10.00");
    order.lines[0].tax = order.lines[0].taxes[0].amount = eur("1.90");
    order.total = eur("11.90");
    company.shop.change(order, 60);
    company.pulled();
    const auto group = company.ask(exceptionGroups).front();
    company.must([&](Tx &tx) { return resolveException(tx, group.first, {QStringLiteral("accept"), {}, {}}, company.shop); });
    EXPECT_EQ(company.onlyOrder().total, eur("23.80"));
    company.must(unpickOrder, Id<SalesOrder>{1});
    company.must([&](Tx &tx) { return takeBackDecision(tx, {1}, company.shop); });

    company.must([&](Tx &tx) { return resolveException(tx, group.first, {QStringLiteral("retry"), {}, {}}, company.shop); });

    EXPECT_EQ(company.onlyOrder().total, eur("11.90"));
    EXPECT_EQ(company.onlyOrder().state, OrderState::Confirmed);
}

// A cancel stops the work at once, whoever had the order open before.

TEST(StopPicking, theNextStepOfAnotherWorkstationIsRefusedInWords)
{
    for (const char *step : {"pick", "pack", "ship"}) {
        ShopCompany company;
        company.product("MUG", "10.00", 10);
        RemoteOrder &order = company.shop.sells("1", "MUG", 2, "23.80");
        company.pulled();
        Session warehouse = company.another();
        const SalesOrder seen = *warehouse.ask([](Tx &tx) { return tx.get(Id<SalesOrder>{1}); });
        if (step != std::string_view("pick"))
            company.must(pickOrder, seen.id, Part{});
        order.state = RemoteState::Cancelled;
        company.shop.change(order, 60);
        company.pulled();

        const auto done = step == std::string_view("pick")   ? warehouse.perform(pickOrder, seen.id, Part{})
                          : step == std::string_view("pack") ? warehouse.perform(packOrder, seen.id, Part{})
                                                             : warehouse.perform([&](Tx &tx) -> Result<SalesOrder> {
                                                                   const auto shipped = shipOrder(tx, seen.id, Dispatch());
                                                                   return shipped ? Result<SalesOrder>(seen) : Result<SalesOrder>(shipped.error());
                                                               });

        ASSERT_FALSE(done) << step;
        EXPECT_EQ(done.error().code, "cancelled");
        EXPECT_EQ(done.error().text, "SO-0000001 has been cancelled: put the goods back.");
        EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 0);
    }
}
