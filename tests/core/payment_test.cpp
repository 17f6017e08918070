#include "core/ledger/exchange.h"
#include "proof.h"

namespace {

struct Debt {
    TestCompany company;
    Product mug = company.product("MUG", "10.00", 50, "4.00");
    Party acme = company.customer();

    /// An order of so many mugs, 11.90 each, shipped and invoiced.
    SalesOrder billed(int units)
    {
        const SalesOrder order = company.order(acme.id, {{mug.id, units}});
        company.must(shipOrder, order.id, Dispatch());
        invoiced(company, order.id);
        return order;
    }
    OrderState stateOf(Id<SalesOrder> order) { return reread(company, order).state; }
    QString openSum() { return Money(company.number("SELECT COALESCE(SUM(base_open), 0) FROM open_item"), Eur).toString(); }
};

} // namespace

TEST(ReceivePayment, inPartsUntilItIsPaid)
{
    Debt debt;
    const SalesOrder order = debt.billed(1);

    debt.company.must(receivePayment, moneyFor(order.id, "10.00"));
    EXPECT_EQ(posted(debt.company, "payment"), "1000 10.00, 1100 -10.00");
    EXPECT_EQ(debt.stateOf(order.id), OrderState::Invoiced);
    EXPECT_EQ(debt.openSum(), "1.90");
    debt.company.must(receivePayment, moneyFor(order.id, "1.90"));

    EXPECT_EQ(debt.stateOf(order.id), OrderState::Paid);
    EXPECT_EQ(debt.openSum(), "0.00");
    EXPECT_EQ(reread(debt.company, order.id).paid, eur("11.90"));
    expectProven(debt.company);
}

TEST(ReceivePayment, whatIsOverIsADeposit)
{
    Debt debt;
    const SalesOrder order = debt.billed(1);

    debt.company.must(receivePayment, moneyFor(order.id, "20.00"));

    EXPECT_EQ(posted(debt.company, "payment"), "1000 20.00, 1100 -11.90, 2100 -8.10");
    EXPECT_EQ(debt.openSum(), "-8.10");
    EXPECT_EQ(debt.stateOf(order.id), OrderState::Paid);
    expectProven(debt.company);
}

TEST(ReceivePayment, aheadOfTheInvoiceIsADepositThatTheInvoiceUses)
{
    Debt debt;
    const SalesOrder order = debt.company.order(debt.acme.id, {{debt.mug.id, 2}});

    debt.company.must(receivePayment, moneyFor(order.id, "30.00"));
    EXPECT_EQ(posted(debt.company, "payment"), "1000 30.00, 2100 -30.00");
    debt.company.must(shipOrder, order.id, Dispatch());
    invoiced(debt.company, order.id);

    EXPECT_EQ(debt.company.balance(role::Deposits), "-6.20"); // 30.00 - 23.80
    EXPECT_EQ(debt.company.balance(role::Receivable), "0.00");
    EXPECT_EQ(debt.stateOf(order.id), OrderState::Paid);
    expectProven(debt.company);
}

TEST(ReceivePayment, onAccountPaysTheOldestInvoicesFirst)
{
    Debt debt;
    const SalesOrder first = debt.billed(1), second = debt.billed(2), third = debt.billed(1);

    debt.company.must(receivePayment, moneyOf(debt.acme.id, "30.00")); // 11.90 and 18.10 of 23.80

    EXPECT_EQ(debt.stateOf(first.id), OrderState::Paid);
    EXPECT_EQ(debt.stateOf(second.id), OrderState::Invoiced);
    EXPECT_EQ(debt.stateOf(third.id), OrderState::Invoiced);
    EXPECT_EQ(reread(debt.company, second.id).paid, eur("18.10"));
    debt.company.must(receivePayment, moneyOf(debt.acme.id, "50.00"));
    EXPECT_EQ(debt.stateOf(third.id), OrderState::Paid);
    EXPECT_EQ(debt.company.balance(role::Deposits), "-32.40"); // 80.00 - 47.60
    expectProven(debt.company);
}

TEST(ReceivePayment, cashAndChannelsLieOnTheirOwnAccounts)
{
    Debt debt;
    const SalesOrder order = debt.billed(1);
    MoneyMove cash = moneyFor(order.id, "1.90");
    cash.method = QStringLiteral("cash");
    MoneyMove card = moneyFor(order.id, "10.00");
    card.channel = webChannel(debt.company);
    card.externalId = QStringLiteral("pi_1");

    debt.company.must(receivePayment, cash);
    EXPECT_EQ(posted(debt.company, "payment"), "1010 1.90, 1100 -1.90");
    debt.company.must(receivePayment, card);

    EXPECT_EQ(posted(debt.company, "payment"), "1100 -10.00, 1200 10.00");
    EXPECT_EQ(debt.company.refusal(receivePayment, card), "duplicate");
    EXPECT_EQ(debt.company.number("SELECT COUNT(*) FROM payment"), 2);
}

TEST(ReceivePayment, refusesWhatCannotBeRight)
{
    Debt debt;
    const SalesOrder order = debt.billed(1);
    MoneyMove dollars = moneyFor(order.id, "1.00");
    dollars.amount = Money(100, *Currency::of(u"USD"));

    EXPECT_EQ(debt.company.refusal(receivePayment, moneyFor(order.id, "0.00")), "amount");
    EXPECT_EQ(debt.company.refusal(receivePayment, moneyFor(order.id, "-1.00")), "amount");
    EXPECT_EQ(debt.company.refusal(receivePayment, dollars), "currency");
    EXPECT_EQ(debt.company.refusal(receivePayment, moneyFor({4711}, "1.00")), "not_found");
    EXPECT_EQ(debt.company.refusal(receivePayment, MoneyMove()), "not_found");
    EXPECT_EQ(debt.company.number("SELECT COUNT(*) FROM payment"), 0);
}

TEST(ReceivePayment, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const SalesOrder order = c.order(c.customer().id, {{mug.id, 3}});
            c.must(shipOrder, order.id, Dispatch());
            invoiced(c, order.id);
        },
        [](TestCompany &c) { return bool(c.session().perform(receivePayment, moneyOf({1}, "40.00"))); });
}

TEST(RefundPayment, givesBackWhatStandsToTheCustomersCredit)
{
    Debt debt;
    const SalesOrder order = debt.company.order(debt.acme.id, {{debt.mug.id, 2}});
    EXPECT_EQ(debt.company.refusal(refundPayment, moneyFor(order.id, "1.00")), "nothing_to_refund");
    debt.company.must(receivePayment, moneyFor(order.id, "23.80"));

    debt.company.must(refundPayment, moneyFor(order.id, "10.00"));

    EXPECT_EQ(posted(debt.company, "payment"), "1000 -10.00, 2100 10.00");
    EXPECT_EQ(debt.company.refusal(refundPayment, moneyFor(order.id, "13.81")), "nothing_to_refund");
    EXPECT_EQ(debt.company.refusal(refundPayment, moneyFor(order.id, "0.00")), "amount");
    EXPECT_EQ(debt.company.refusal(refundPayment, moneyFor(order.id, "-5.00")), "amount");
    debt.company.must(refundPayment, moneyFor(order.id, "13.80"));
    EXPECT_EQ(reread(debt.company, order.id).paid, eur("0.00"));
    EXPECT_EQ(debt.openSum(), "0.00");
    expectProven(debt.company);
}

TEST(RefundPayment, fromADepositAndACreditNoteAtOnce)
{
    Debt debt;
    const SalesOrder order = debt.billed(2);
    debt.company.must(receivePayment, moneyFor(order.id, "30.00")); // 6.20 over
    debt.company.must([&](Tx &tx) { return creditOrder(tx, order.id, {{1, {}, eur("10.00"), eur("1.90")}}, QStringLiteral("broken")); });

    debt.company.must(refundPayment, moneyOf(debt.acme.id, "18.10"));

    EXPECT_EQ(posted(debt.company, "payment"), "1000 -18.10, 1100 11.90, 2100 6.20");
    EXPECT_EQ(debt.openSum(), "0.00");
    EXPECT_EQ(reread(debt.company, order.id).paid, eur("11.90"));
    expectProven(debt.company);
}

TEST(RefundPayment, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const SalesOrder order = c.order(c.customer().id, {{mug.id, 3}});
            c.must(receivePayment, moneyFor(order.id, "40.00"));
        },
        [](TestCompany &c) { return bool(c.session().perform(refundPayment, moneyFor({1}, "15.00"))); });
}

TEST(ExchangeDifference, isPostedWhenTheMoneyComesAtAnotherRate)
{
    Debt debt;
    const Currency usd = *Currency::of(u"USD");
    debt.company.must(saveExchangeRate, usd, QDate(2030, 1, 1), *ExchangeRate::parse(u"0.92"));
    debt.company.must(saveExchangeRate, usd, QDate(2030, 2, 1), *ExchangeRate::parse(u"0.95"));
    EXPECT_EQ(debt.company.refusal(saveExchangeRate, usd, QDate(2030, 1, 1), ExchangeRate{0}), "rate");
    EXPECT_EQ(debt.company.refusal(saveExchangeRate, Eur, QDate(2030, 1, 1), ExchangeRate()), "currency");
    NewOrder wanted = debt.company.draft(debt.acme.id, {{debt.mug.id, 1}});
    wanted.currency = usd;
    wanted.lines[0].unitPrice = unit("100.00", usd);
    const SalesOrder order = debt.company.must(placeOrder, wanted, false).order; // 119.00 USD
    debt.company.must(shipOrder, order.id, Dispatch());
    invoiced(debt.company, order.id);
    EXPECT_EQ(posted(debt.company, "invoice"), "1100 109.48, 2200 -17.48, 4000 -92.00");
    debt.company.now = Instant::of(QDateTime({2030, 2, 5}, {12, 0}, Qt::UTC));

    MoneyMove part;
    part.order = order.id;
    part.amount = Money(5'000, usd); // 47.50, was worth 46.00
    debt.company.must(receivePayment, part);
    EXPECT_EQ(debt.company.balance(role::ExchangeDifference), "-1.50");
    part.amount = Money(6'900, usd); // 65.55, was worth 63.48
    debt.company.must(receivePayment, part);

    EXPECT_EQ(debt.company.balance(role::Receivable), "0.00");
    EXPECT_EQ(debt.company.balance(role::Bank), "113.05");
    EXPECT_EQ(debt.company.balance(role::ExchangeDifference), "-3.57");
    EXPECT_EQ(debt.stateOf(order.id), OrderState::Paid);
    expectProven(debt.company);
}

TEST(RecordPayout, clearsWhatTheChannelHeld)
{
    Debt debt;
    const SalesOrder order = debt.billed(1);
    MoneyMove card = moneyFor(order.id, "11.90");
    card.channel = webChannel(debt.company);
    debt.company.must(receivePayment, card);
    const Payout payout{card.channel, QStringLiteral("po_1"), {}, eur("11.90"), eur("0.47"), QString()};

    debt.company.must(recordPayout, payout);

    EXPECT_EQ(posted(debt.company, "channel_payout"), "1000 11.43, 1200 -11.90, 6300 0.47");
    EXPECT_EQ(debt.company.balance(role::Clearing), "0.00");
    EXPECT_EQ(debt.company.refusal(recordPayout, payout), "duplicate");
    expectProven(debt.company);
}

TEST(RecordPayout, refusesWhatCannotBeRight)
{
    TestCompany company;
    const Id<Channel> channel = webChannel(company);
    const auto refusal = [&](Money gross, Money fees) {
        return company.refusal(recordPayout, Payout{channel, QStringLiteral("x"), {}, gross, fees, {}});
    };

    EXPECT_EQ(refusal(eur("0.00"), eur("0.00")), "amount");
    EXPECT_EQ(refusal(eur("1.00"), eur("1.01")), "amount");
    EXPECT_EQ(refusal(eur("1.00"), eur("-0.01")), "amount");
    EXPECT_EQ(refusal(eur("1.00"), Money(1, *Currency::of(u"USD"))), "currency");
    EXPECT_EQ(refusal(Money(100, *Currency::of(u"USD")), Money(1, *Currency::of(u"USD"))), "currency"); // no rate
}

TEST(RecordPayout, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail([](TestCompany &c) { webChannel(c); },
                          [](TestCompany &c) {
                              return bool(c.session().perform(recordPayout, Payout{{1}, QStringLiteral("x"), {}, eur("5.00"), eur("0.10"), {}}));
                          });
}
