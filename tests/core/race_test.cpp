#include "proof.h"

#include <atomic>
#include <thread>

// Eight workstations at once, each with a session of its own. PURSER_TEST_RACES (default 2000) says over how many last units they race.

namespace {

constexpr int workstations = 8;

int races()
{
    return std::max(workstations, qEnvironmentVariableIntValue("PURSER_TEST_RACES") > 0 ? qEnvironmentVariableIntValue("PURSER_TEST_RACES") : 2000);
}

/// Each session does its part at the same time as the others.
void together(TestCompany &company, const std::function<void(Session &, int)> &work)
{
    std::vector<Session> sessions;
    for (int i = 0; i < workstations; ++i)
        sessions.push_back(company.another());
    std::vector<std::thread> threads;
    for (int i = 0; i < workstations; ++i)
        threads.emplace_back([&, i] { work(sessions[size_t(i)], i); });
    for (std::thread &thread : threads)
        thread.join();
}

struct Errors {
    std::mutex mutex;
    QStringList all;

    template <class T> void note(const Result<T> &result)
    {
        if (result)
            return;
        const std::lock_guard lock(mutex);
        all << result.error().code + QStringLiteral(": ") + result.error().text;
    }
};

} // namespace

TEST(LastUnit, isNeverSoldTwice)
{
    TestCompany company;
    const int rounds = races();
    std::vector<Id<Product>> products;
    company.must([&](Tx &tx) -> Result<> {
        for (int i = 0; i < rounds; ++i) {
            Product product;
            product.sku = product.name = QStringLiteral("LAST-%1").arg(i);
            const auto saved = saveProduct(tx, product);
            if (!saved)
                return saved.error();
            products.push_back(saved->id);
            if (auto received = receiveGoods(tx, {{saved->id, pcs(1), unit("1.00"), {}, {}, {}}}, tx.today()); !received)
                return received.error();
        }
        return Done{};
    });
    std::atomic<int> won = 0;
    Errors errors;

    together(company, [&](Session &session, int) {
        for (const Id<Product> product : products) {
            const auto got = session.perform([&](Tx &tx) -> Result<bool> { return !allocate(tx, product, pcs(1), {}).empty(); });
            errors.note(got);
            won += got && *got ? 1 : 0;
        }
    });

    EXPECT_EQ(errors.all, QStringList());
    EXPECT_EQ(won, rounds);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM stock_balance WHERE allocated <> 1000000"), 0);
}

TEST(LastUnit, ordersOfEightWorkstationsGetOrWaitButNeverFail)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 50), cup = company.product("CUP", "10.00", 50);
    const Party acme = company.customer();
    Errors errors;

    together(company, [&](Session &session, int station) {
        for (int i = 0; i < 10; ++i) { // half of them in the other order of lines
            const bool turned = (station + i) % 2 != 0;
            errors.note(session.perform(placeOrder, company.draft(acme.id, {{turned ? mug.id : cup.id, 1}, {turned ? cup.id : mug.id, 1}}), false));
        }
    });

    EXPECT_EQ(errors.all, QStringList());
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM sales_line"), 100'000'000); // 80 wanted of each, 50 are there
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 80);
    EXPECT_EQ(available(company, mug.id), "0");
    expectProven(company);
}

TEST(Numbers, ofInvoicesHaveNoGapsWhoeverWritesThem)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 100);
    const Party acme = company.customer();
    std::vector<Id<SalesOrder>> orders;
    for (int i = 0; i < workstations * 8; ++i) {
        orders.push_back(company.order(acme.id, {{mug.id, 1}}).id);
        company.must(shipOrder, orders.back(), Dispatch());
    }
    Errors errors;

    together(company, [&](Session &session, int station) {
        for (size_t i = size_t(station); i < orders.size(); i += workstations) {
            (void)session.perform([&](Tx &tx) -> Result<> { // one that fails at the end gives its number back
                auto made = invoiceOrder(tx, orders[i]);
                return made ? refuse(QStringLiteral("no"), QString()) : made.error();
            });
            errors.note(session.perform([&](Tx &tx) { return invoiceOrder(tx, orders[i]); }));
        }
    });

    EXPECT_EQ(errors.all, QStringList());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice"), 64);
    EXPECT_EQ(company.text("SELECT MAX(number) FROM invoice"), "INV-0000064");
    expectProven(company);
}

TEST(Numbers, anOrderThatEightInvoiceAtOnceIsInvoicedOnce)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 100);
    const SalesOrder order = company.order(company.customer().id, {{mug.id, 3}});
    company.must(shipOrder, order.id, Dispatch());
    std::atomic<int> done = 0, nothing = 0;

    together(company, [&](Session &session, int) {
        const auto made = session.perform([&](Tx &tx) { return invoiceOrder(tx, order.id); });
        done += made ? 1 : 0;
        nothing += !made && made.error().code == QLatin1String("nothing_to_do") ? 1 : 0;
    });

    EXPECT_EQ(done, 1);
    EXPECT_EQ(nothing, workstations - 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice"), 1);
    expectProven(company);
}

TEST(AtOnce, everyKindOfWorkOnTheSameGoods)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 20, "4.00"), cup = company.product("CUP", "10.00", 20, "4.00");
    const Party acme = company.customer();
    Errors errors;

    together(company, [&](Session &session, int station) {
        for (int i = 0; i < 6; ++i) {
            const Product &one = (station + i) % 2 ? mug : cup;
            const Product &other = (station + i) % 2 ? cup : mug;
            const auto placed = session.perform(placeOrder, company.draft(acme.id, {{one.id, 1}, {other.id, 2}}), false);
            errors.note(placed);
            errors.note(session.perform([&](Tx &tx) {
                return receiveGoods(tx, {{one.id, pcs(3), unit("5.00"), {}, {}, {}}, {other.id, pcs(3), unit("3.00"), {}, {}, {}}}, tx.today());
            }));
            const auto left = session.perform(shipOrder, placed->order.id, Dispatch());
            if (!left && left.error().code != QLatin1String("nothing_to_do"))
                errors.note(left);
            if (left)
                errors.note(session.perform([&](Tx &tx) { return invoiceOrder(tx, placed->order.id); }));
            MoneyMove money = moneyFor(placed->order.id, "35.70");
            errors.note(session.perform(receivePayment, money));
        }
    });

    EXPECT_EQ(errors.all, QStringList());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 48);
    expectProven(company);
}

TEST(AtOnce, twoCountsOfTheSameShelfAreNotBothApplied)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    Errors errors;

    together(company, [&](Session &session, int) {
        errors.note(session.perform([&](Tx &tx) { return adjustStock(tx, mug.id, {}, pcs(8), tx.today(), QStringLiteral("count")); }));
    });

    EXPECT_EQ(errors.all, QStringList());
    EXPECT_EQ(available(company, mug.id), "8");
    expectProven(company);
}

TEST(AtOnce, twoOrdersTogetherDoNotPassTheCreditLimit)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 100);
    const Party acme = company.customer("Acme", 23'80); // two mugs
    std::atomic<int> placed = 0;

    together(company, [&](Session &session, int) { placed += session.perform(placeOrder, company.draft(acme.id, {{mug.id, 1}}), false) ? 1 : 0; });

    EXPECT_EQ(placed, 2);
}
