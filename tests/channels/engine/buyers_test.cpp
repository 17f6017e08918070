#include "channels/engine/buyers.h"

#include "channels/advisor/advice.h"
#include "channels/engine/decision.h"
#include "core/parties/mergeparty.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

using namespace channels;

// An order of somebody who may not buy comes in complete, with its goods promised, and waits for a person.

namespace {

/// A shop with twenty mugs in stock, whose channel is open to some.
struct ClosedCompany : ShopCompany {
    explicit ClosedCompany(Buyers buyers = Buyers::Approved)
    {
        product("MUG", "10.00", 20);
        open(buyers);
    }
    void open(Buyers buyers)
    {
        channel = must([&](Tx &tx) { return setBuyers(tx, channel.id, buyers, shop); });
    }
    RemoteOrder &order(const char *id, int second, const char *email = "jo@example.com")
    {
        RemoteOrder &sold = shop.sells(id, "MUG", 1, "11.90", second);
        sold.billing.email = QString::fromLatin1(email);
        return sold;
    }
    std::vector<ExceptionGroup> groups() { return ask(exceptionGroups); }
    int decide(const char *action, Id<SyncException> exception = {})
    {
        const auto one = exception ? exception : groups().front().first;
        return must([&](Tx &tx) { return resolveException(tx, one, {QString::fromLatin1(action), {}, {}}, shop); });
    }
    TakenBack takeBackLast()
    {
        const auto last = ask(standingDecisions).front().decision.id;
        return must([&](Tx &tx) { return takeBackDecision(tx, last, shop); });
    }
    int stand(Id<Party> customer, Standing standing)
    {
        return must([&](Tx &tx) { return changeStanding(tx, customer, standing, shop); });
    }
    int approve(Id<Party> customer)
    {
        return must([&](Tx &tx) { return approveBuyer(tx, channel.id, customer, shop); });
    }
    QString states() // of the orders, oldest first
    {
        QStringList words;
        for (const SalesOrder &order : ask([](Tx &tx) { return tx.all<SalesOrder>("id > 0 ORDER BY id"); }))
            words << stateWord(order.state);
        return words.join(u' ');
    }
    void limit(qint64 minor)
    {
        must([&](Tx &tx) -> Result<Party> {
            Party customer = tx.get(Id<Party>{1});
            customer.creditLimit = minor;
            return saveParty(tx, customer);
        });
    }
    void expectProof()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where + difference.text);
    }
};

} // namespace

TEST(WhoMayBuy, onAnOpenChannelAnyoneDoes)
{
    ClosedCompany company(Buyers::Anyone);
    company.order("1", 0);

    EXPECT_EQ(company.pulled().exceptions, 0);

    EXPECT_EQ(company.states(), "confirmed");
}

TEST(WhoMayBuy, aStrangersOrderIsHeldWithItsGoodsPromisedAndItsMoneyBooked)
{
    for (const Buyers buyers : {Buyers::Approved, Buyers::Invited}) {
        ClosedCompany company(buyers);
        company.order("1", 0);

        EXPECT_EQ(company.pulled().exceptions, 1);

        const auto group = company.groups().front();
        EXPECT_EQ(group.kind, "not_approved");
        EXPECT_EQ(company.onlyOrder().state, OrderState::OnHold);
        EXPECT_EQ(company.onlyOrder().hold, group.message);
        EXPECT_EQ(company.onlyOrder().paid, eur("11.90"));
        EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 1'000'000);
        EXPECT_EQ(company.refusal(pickOrder, Id<SalesOrder>{1}, Part{}), "on_hold");
        company.expectProof();
    }
}

TEST(WhoMayBuy, approvedAllThatWaitOfTheSameCustomerGoOnAndSoDoesWhatComes)
{
    ClosedCompany company;
    company.order("1", 0);
    company.order("2", 1);
    company.order("3", 2, "other@example.com");
    company.pulled();
    EXPECT_EQ(company.groups().front().count, 2);
    const QString before = company.everything();
    const auto effect = previewDecision(company.session(), company.groups().front().first, {QStringLiteral("approve"), {}, {}}, company.shop);
    ASSERT_TRUE(effect);
    EXPECT_TRUE(effect->isRule);
    ASSERT_EQ(effect->orders.size(), 2u);
    EXPECT_EQ(effect->orders[1].after, OrderState::Confirmed);
    EXPECT_EQ(company.everything(), before);

    EXPECT_EQ(company.decide("approve"), 2);

    EXPECT_EQ(company.states(), "confirmed confirmed on_hold");
    company.order("4", 3);
    company.pulled();
    EXPECT_EQ(company.states(), "confirmed confirmed on_hold confirmed");
    const auto decision = company.ask(standingDecisions).front();
    EXPECT_TRUE(decision.isRule);
    EXPECT_EQ(decision.target, company.text("SELECT code FROM party WHERE id = 1"));
    company.expectProof();
}

TEST(WhoMayBuy, anApprovalThatIsTakenBackHoldsWhatNobodyHasTouched)
{
    ClosedCompany company;
    company.order("1", 0);
    company.order("2", 1);
    company.pulled();
    company.decide("approve");
    company.must(pickOrder, Id<SalesOrder>{2}, Part{});

    const TakenBack taken = company.takeBackLast();

    EXPECT_EQ(taken.reopened, 1);
    EXPECT_EQ(taken.kept.size(), 1u);
    EXPECT_EQ(company.states(), "on_hold picking");
    company.order("3", 2);
    company.pulled();
    EXPECT_EQ(company.states(), "on_hold picking on_hold");
    company.expectProof();
}

TEST(WhoMayBuy, letThroughOnceIsThisOrderAloneAlsoWhenTheShopChangesIt)
{
    ClosedCompany company;
    company.order("1", 0);
    company.order("2", 1);
    company.pulled();

    EXPECT_EQ(company.decide("once"), 1);

    EXPECT_EQ(company.states(), "confirmed on_hold");
    RemoteOrder &changed = company.shop.orders.front();
    changed.lines[0].quantity = pcs(2);
    changed.lines[0].net = eur("20.00");
    changed.lines[0].tax = changed.lines[0].taxes[0].amount = eur("3.80");
    changed.total = eur("23.80");
    company.shop.change(changed, 60);
    company.pulled();
    EXPECT_EQ(company.states(), "confirmed on_hold");
    EXPECT_EQ(company.number("SELECT total FROM sales_order WHERE id = 1"), 2380);
    EXPECT_EQ(company.takeBackLast().reopened, 1);
    EXPECT_EQ(company.states(), "on_hold on_hold");
}

TEST(WhoMayBuy, refusedTheOrderIsCancelledAndItsGoodsAreFree)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();

    company.decide("cancel");

    EXPECT_EQ(company.states(), "cancelled");
    EXPECT_EQ(company.number("SELECT allocated FROM stock_balance"), 0);
    company.takeBackLast();
    EXPECT_EQ(company.states(), "on_hold");
    company.expectProof();
}

TEST(WhoMayBuy, triedAgainItWaitsOnUntilTheCustomerMayBuy)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();
    const auto waiting = company.groups().front().first;

    EXPECT_EQ(company.refusal([&](Tx &tx) { return resolveException(tx, waiting, {QStringLiteral("retry"), {}, {}}, company.shop); }), "still");
    EXPECT_EQ(company.states(), "on_hold");
}

TEST(WhoMayBuy, openedToAnyoneWhatWaitedForAnApprovalGoesOn)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();

    company.open(Buyers::Anyone);

    EXPECT_EQ(company.states(), "confirmed");
    EXPECT_TRUE(company.groups().empty());
}

TEST(WhoMayBuy, anOrderThatWaitsForItsMoneyTooGoesOnWhenBothAreThere)
{
    ClosedCompany company;
    RemoteOrder &order = company.order("1", 0);
    order.state = RemoteState::Awaiting;
    order.payments.clear();
    company.pulled();

    company.decide("approve");

    EXPECT_EQ(company.states(), "on_hold");
    RemoteOrder &paid = company.shop.orders.front();
    paid.state = RemoteState::Processing;
    company.shop.change(paid, 60);
    company.pulled();
    EXPECT_EQ(company.states(), "confirmed");
}

TEST(WhoMayBuy, byCommandIsADecisionAsAnyOther)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();

    EXPECT_EQ(company.approve({1}), 1);

    EXPECT_EQ(company.states(), "confirmed");
    const Party early = company.customer("Early");
    EXPECT_EQ(company.approve(early.id), 0);
    const auto again = [&](Tx &tx) { return approveBuyer(tx, company.channel.id, early.id, company.shop); };
    EXPECT_EQ(company.refusal(again), "approved");
    EXPECT_EQ(company.ask([&](Tx &tx) { return buyersOn(tx, company.channel.id); }).size(), 2u);
    company.takeBackLast();
    EXPECT_EQ(company.ask([&](Tx &tx) { return buyersOn(tx, company.channel.id); }).size(), 1u);
    const Party mill = company.supplier();
    EXPECT_EQ(company.refusal([&](Tx &tx) { return approveBuyer(tx, company.channel.id, mill.id, company.shop); }), "unknown_customer");
}

TEST(WhoMayBuy, withdrawnWhatWasOrderedStaysAndWhatComesWaits)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();
    company.approve({1});

    company.must(withdrawBuyer, company.channel.id, Id<Party>{1});

    EXPECT_EQ(company.states(), "confirmed");
    company.order("2", 1);
    company.pulled();
    EXPECT_EQ(company.states(), "confirmed on_hold");
    EXPECT_EQ(company.refusal(withdrawBuyer, company.channel.id, Id<Party>{1}), "not_approved");
}

// How the customer stands.

TEST(WhoMayBuy, aCustomerOnCreditHoldOrSuspendedWaitsWithTheReasonAndGoesOnWhenItIsLifted)
{
    for (const auto &[standing, reason] :
         {std::pair(Standing::CreditHold, "Jo Buyer is on credit hold."), {Standing::Suspended, "Jo Buyer is suspended."}}) {
        ClosedCompany company(Buyers::Anyone);
        company.order("1", 0);
        company.pulled();
        company.stand({1}, standing);
        company.order("2", 1);

        company.pulled();

        EXPECT_EQ(company.states(), "confirmed on_hold");
        EXPECT_EQ(company.text("SELECT hold FROM sales_order WHERE id = 2"), QLatin1String(reason));
        EXPECT_EQ(company.groups().front().kind, "customer_hold");
        EXPECT_EQ(company.stand({1}, Standing::Good), 1);
        EXPECT_EQ(company.states(), "confirmed confirmed");
        company.expectProof();
    }
}

TEST(WhoMayBuy, whoIsBothSuspendedAndNotApprovedWaitsForBoth)
{
    ClosedCompany company;
    company.order("1", 0);
    company.pulled();
    company.stand({1}, Standing::Suspended);
    company.order("2", 1);
    company.pulled();

    company.stand({1}, Standing::Good);

    EXPECT_EQ(company.states(), "on_hold on_hold");
    company.decide("approve");
    EXPECT_EQ(company.states(), "confirmed confirmed");
}

// Who owes more than the limit.

TEST(WhoMayBuy, whatIsNotPaidAndBreaksTheCreditLimitIsHeld)
{
    ClosedCompany company(Buyers::Anyone);
    company.order("1", 0).payments.clear();
    company.pulled();
    company.limit(2000);
    company.order("2", 1).payments.clear();

    EXPECT_EQ(company.pulled().exceptions, 1);

    EXPECT_EQ(company.states(), "confirmed on_hold");
    EXPECT_EQ(company.groups().front().kind, "credit_limit");
    EXPECT_EQ(company.text("SELECT hold FROM sales_order WHERE id = 2"), company.groups().front().message);
    EXPECT_EQ(company.decide("once"), 1);
    EXPECT_EQ(company.states(), "confirmed confirmed");
}

TEST(WhoMayBuy, whoHasPaidAsksForNoCredit)
{
    ClosedCompany company(Buyers::Anyone);
    company.order("1", 0).payments.clear();
    company.pulled();
    company.limit(500);
    company.order("2", 1);

    EXPECT_EQ(company.pulled().exceptions, 0);

    EXPECT_EQ(company.states(), "confirmed confirmed");
}

TEST(WhoMayBuy, anOrderOverTheLimitGoesOnWhenItIsTriedAgainAfterAPayment)
{
    ClosedCompany company(Buyers::Anyone);
    company.order("1", 0).payments.clear();
    company.pulled();
    company.limit(2000);
    company.order("2", 1).payments.clear();
    company.pulled();
    const auto waiting = company.groups().front().first;
    EXPECT_EQ(company.refusal([&](Tx &tx) { return resolveException(tx, waiting, {QStringLiteral("retry"), {}, {}}, company.shop); }), "still");

    company.must(receivePayment, MoneyMove{{1}, {}, eur("11.90"), QStringLiteral("bank"), {}, {}, {}, {}});
    company.decide("retry");

    EXPECT_EQ(company.states(), "confirmed confirmed");
}

// Customers that turned out to be one.

TEST(WhoMayBuy, anApprovalHoldsForWhoeverStandsForTheCustomerUntilTheMergeIsTakenBack)
{
    ClosedCompany company;
    const Party acme = company.customer("Acme"), twin = company.customer("Acme Ltd");
    company.approve(twin.id);
    const auto may = [&](const Party &party) { return company.ask([&](Tx &tx) { return int(mayBuy(tx, company.channel, party.id)); }); };
    EXPECT_FALSE(may(acme));

    company.must(mergeParty, twin.id, acme.id);

    EXPECT_TRUE(may(acme));
    company.must(unmergeParty, twin.id);
    EXPECT_FALSE(may(acme));
    EXPECT_TRUE(may(twin));
}

TEST(WhoMayBuy, ordersOfBothWaitForOneDecision)
{
    ClosedCompany company;
    company.order("1", 0);
    company.order("2", 1, "jo@work.example");
    company.pulled();
    company.must(mergeParty, Id<Party>{2}, Id<Party>{1});

    EXPECT_EQ(company.decide("approve"), 2);

    EXPECT_EQ(company.states(), "confirmed confirmed");
    EXPECT_EQ(company.takeBackLast().reopened, 2);
    EXPECT_EQ(company.states(), "on_hold on_hold");
}

TEST(WhoMayBuy, aSuspendedCustomerIsSuspendedAlsoUnderTheOtherName)
{
    ClosedCompany company(Buyers::Anyone);
    company.order("1", 0);
    company.order("2", 1, "jo@work.example");
    company.pulled();
    company.stand({2}, Standing::Suspended);
    company.must(mergeParty, Id<Party>{2}, Id<Party>{1});
    company.order("3", 2);
    company.pulled();

    company.must(unmergeParty, Id<Party>{2});
    company.order("4", 3);
    company.order("5", 4, "jo@work.example");
    company.pulled();

    EXPECT_EQ(company.states(), "confirmed confirmed on_hold confirmed on_hold");
}

TEST(WhoMayBuy, theAdvisorsAnswerOpensTheChannelToWhomItSays)
{
    ClosedCompany company(Buyers::Anyone);

    company.must(advisor::setUp, company.channel.id, 3, Buyers::Invited);

    EXPECT_EQ(company.number("SELECT buyers FROM channel"), int(Buyers::Invited));
    EXPECT_EQ(company.ask([](Tx &tx) { return advisor::measure(tx, {}); }).situation.buyers, Buyers::Invited);
    EXPECT_EQ(company.refusal(advisor::setUp, company.channel.id, 4, Buyers::Anyone), "level");
    EXPECT_EQ(company.number("SELECT buyers FROM channel"), int(Buyers::Invited));
}
