#include "core/billing/returnorder.h"
#include "core/ledger/exchange.h"
#include "core/ledger/period.h"
#include "core/purchasing/bill.h"
#include "core/reports/report.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/verify/verify.h"
#include "support/testcompany.h"

#include <random>

// A company at work: orders in every state, money in two currencies, counts, returns and bills, taken in any order, with statements that
// fail in the middle. Whatever happens, the books must prove themselves afterwards.
// PURSER_TEST_ORDERS (default 150) and PURSER_TEST_SEED (default 1) choose a longer or another run.

namespace {

const Currency Usd = *Currency::of(u"USD");

class Trade {
public:
    explicit Trade(unsigned seed) : m_random(seed)
    {
        m_sessions.push_back(company.another());
        m_sessions.push_back(company.another());
        company.must(saveExchangeRate, Usd, QDate(2030, 1, 1), ExchangeRate{920'000'000});
        for (const char *sku : {"MUG", "CUP", "JUG", "POT", "PAN"})
            m_products.push_back(company.product(sku, "9.99", 40, "4.37", m_products.size() % 2 ? "reduced" : "standard").id);
        m_products.push_back(service());
        for (const char *name : {"Acme", "Bolt", "Crow"})
            m_customers.push_back(company.customer(name).id);
        m_abroad = company
                       .must([](Tx &tx) {
                           Party party;
                           party.name = QStringLiteral("Yankee");
                           party.currency = Usd;
                           return saveParty(tx, party);
                       })
                       .id;
        m_customers.push_back(m_abroad);
        m_supplier = company.supplier().id;
        company.must([](Tx &tx) {
            tx.run("INSERT INTO channel (version, name, kind, url, options, state, state_reason, currency, tax_inclusive, buffer, cursor_page, "
                   "failures, "
                   "lease_holder, created_at) VALUES (1, 'shop', 'woocommerce', 'http://127.0.0.1/', '{}', 1, '', 'EUR', 1, 0, '', 0, '', 0)");
            Location second{{}, 1, QStringLiteral("SECOND"), QStringLiteral("Second shelf"), LocationKind::Internal, {}, 2, true};
            second.warehouse.value = tx.number("SELECT MIN(id) FROM warehouse");
            return saveLocation(tx, second);
        });
        m_channel.value = company.number("SELECT id FROM channel");
        m_home.value = company.number("SELECT location_id FROM company");
        m_second.value = company.number("SELECT id FROM location WHERE code = 'SECOND'");
    }

    TestCompany company;
    qint64 done = 0, refused = 0, failed = 0;
    std::map<QString, int> refusals;

    void step()
    {
        company.now.micros += upTo(90) * 60'000'000LL;
        using Step = void (Trade::*)();
        static const std::pair<Step, int> steps[] = {
            {&Trade::enter, 6},   {&Trade::placeFromWeb, 12}, {&Trade::confirm, 6},  {&Trade::hold, 2},     {&Trade::pick, 8},
            {&Trade::pack, 6},    {&Trade::ship, 14},         {&Trade::invoice, 12}, {&Trade::pay, 14},     {&Trade::payOnAccount, 2},
            {&Trade::cancel, 3},  {&Trade::takeBack, 5},      {&Trade::refund, 4},   {&Trade::credit, 3},   {&Trade::change, 2},
            {&Trade::reduce, 1},  {&Trade::receive, 6},       {&Trade::count, 2},    {&Trade::transfer, 2}, {&Trade::bill, 4},
            {&Trade::payBill, 3}, {&Trade::payout, 2},        {&Trade::rate, 1},     {&Trade::close, 1},    {&Trade::finish, 2}};
        int sum = 0;
        for (const auto &[act, weight] : steps)
            sum += weight;
        int at = upTo(sum);
        for (const auto &[act, weight] : steps)
            if ((at -= weight) < 0) {
                (this->*act)();
                return;
            }
    }

private:
    int upTo(int limit) { return int(m_random() % unsigned(limit)); } // 0 … limit - 1; the same on every machine
    bool chance(int percent) { return upTo(100) < percent; }
    template <class T> const T &any(const std::vector<T> &of) { return of[size_t(upTo(int(of.size())))]; }

    /// One command at one of the workstations; now and then one of its statements fails.
    template <class Command> void act(Command command)
    {
        Session &session = any(m_sessions);
        const bool mayFail = chance(20);
        if (mayFail)
            session.connection().failAfter(upTo(40));
        const auto result = session.perform(command);
        session.connection().failAfter(-1);
        if (result) {
            ++done;
        } else if (result.error().kind == Error::Kind::Fault) {
            ++failed;
            EXPECT_TRUE(mayFail) << qPrintable(result.error().text);
        } else {
            ++refused;
            ++refusals[result.error().code];
        }
    }
    Session &any(std::vector<Session> &of) { return of[size_t(upTo(int(of.size())))]; }

    Id<Product> service()
    {
        return company
            .must([](Tx &tx) {
                Product fitting;
                fitting.sku = QStringLiteral("FITTING");
                fitting.name = QStringLiteral("Fitting");
                fitting.stocked = false;
                return saveProduct(tx, fitting);
            })
            .id;
    }
    Id<SalesOrder> anyOrder()
    {
        const qint64 count = company.number("SELECT COUNT(*) FROM sales_order");
        // Mostly one of the last ones: those are at work.
        const qint64 back = std::min<qint64>(count, chance(80) ? 30 : count);
        const qint64 nth = count == 0 ? 0 : count - 1 - upTo(int(back));
        return {company.ask([nth](Tx &tx) { return tx.number("SELECT id FROM sales_order ORDER BY id LIMIT 1 OFFSET ?", nth); })};
    }
    NewOrder order()
    {
        NewOrder order;
        order.party = any(m_customers);
        const Currency currency = order.party == m_abroad ? Usd : Eur;
        for (int lines = 1 + upTo(4); lines > 0; --lines) {
            NewLine line;
            line.product = any(m_products);
            line.quantity = chance(90) ? pcs(1 + upTo(6)) : Quantity{1'500'000};
            line.unitPrice = UnitPrice{(1 + upTo(30'000)) * 1'000LL * (chance(90) ? 10 : 1), currency};
            line.discountRate = Rate{chance(20) ? 75'000 : 0};
            order.lines.push_back(line);
        }
        if (chance(30)) {
            NewLine shipping;
            shipping.kind = LineKind::Shipping;
            shipping.description = QStringLiteral("Parcel");
            shipping.unitPrice = UnitPrice{4'990'000, currency};
            order.lines.push_back(shipping);
        }
        order.currency = currency;
        order.taxInclusive = chance(50);
        return order;
    }
    Part partOf(Id<SalesOrder> id, Quantity SalesLine::*of)
    {
        Part part;
        if (!id)
            return part;
        if (chance(50))
            return part;
        const auto lines = company.ask([id](Tx &tx) { return loadOrder(tx, id).lines; });
        for (const SalesLine &line : lines)
            if (const Quantity most = line.*of; line.isGoods() && most.isPositive() && chance(70))
                part.emplace_back(line.line, most.millionths > 1'000'000 ? Quantity{most.millionths / 2} : most);
        return part;
    }

    void enter()
    {
        act([order = order()](Tx &tx) { return enterOrder(tx, order); });
    }
    void placeFromWeb()
    {
        NewOrder web = order();
        if (chance(70)) {
            web.channel = m_channel;
            web.externalId = QString::number(m_external += upTo(2)); // now and then the same one twice
        }
        const bool unchecked = chance(50);
        act([web, unchecked](Tx &tx) { return placeOrder(tx, web, unchecked); });
    }
    void confirm()
    {
        act([id = anyOrder()](Tx &tx) { return confirmOrder(tx, id); });
    }
    void hold()
    {
        const bool release = chance(60);
        act([id = anyOrder(), release](Tx &tx) { return release ? releaseOrder(tx, id) : holdOrder(tx, id, QStringLiteral("asks back")); });
    }
    void pick()
    {
        const auto id = anyOrder();
        const bool back = chance(10);
        act([id, back, part = partOf(id, &SalesLine::allocated)](Tx &tx) { return back ? unpickOrder(tx, id) : pickOrder(tx, id, part); });
    }
    void pack()
    {
        const auto id = anyOrder();
        act([id, part = partOf(id, &SalesLine::picked)](Tx &tx) { return packOrder(tx, id, part); });
    }
    void ship()
    {
        const auto id = anyOrder();
        Dispatch dispatch;
        dispatch.part = partOf(id, &SalesLine::allocated);
        act([id, dispatch](Tx &tx) { return shipOrder(tx, id, dispatch); });
    }
    void invoice()
    {
        act([id = anyOrder()](Tx &tx) { return invoiceOrder(tx, id); });
    }
    MoneyMove money(Id<SalesOrder> id)
    {
        MoneyMove move;
        move.order = id;
        const auto order = company.ask([id](Tx &tx) { return tx.find(id).value_or(SalesOrder()); });
        const qint64 due = std::max<qint64>(1, (order.total - order.paid).minor());
        move.amount = Money(chance(60) ? due : 1 + upTo(int(std::min<qint64>(due, 1'000'000)) + 100), order.currency);
        move.method = chance(30) ? QStringLiteral("cash") : QStringLiteral("bank");
        if (order.channel && chance(60))
            move.channel = order.channel;
        return move;
    }
    void pay()
    {
        act([move = money(anyOrder())](Tx &tx) { return receivePayment(tx, move); });
    }
    void payOnAccount()
    {
        MoneyMove move;
        move.party = any(m_customers);
        move.amount = Money(1 + upTo(20'000), move.party == m_abroad && chance(80) ? Usd : Eur);
        act([move](Tx &tx) { return receivePayment(tx, move); });
    }
    void refund()
    {
        act([move = money(anyOrder())](Tx &tx) { return refundPayment(tx, move); });
    }
    void cancel()
    {
        const auto id = anyOrder();
        act([id, part = partOf(id, &SalesLine::allocated)](Tx &tx) { return cancelOrder(tx, id, part, QStringLiteral("changed mind")); });
    }
    void takeBack()
    {
        const auto id = anyOrder();
        std::vector<ReturnLine> back;
        for (const auto &[line, quantity] : partOf(id, &SalesLine::shipped))
            back.push_back({line, quantity, ReturnDecision(1 + upTo(3))});
        if (back.empty())
            back.push_back({1, pcs(1), ReturnDecision(1 + upTo(3))});
        act([id, back](Tx &tx) { return returnOrder(tx, id, back, QStringLiteral("does not fit")); });
    }
    void credit()
    {
        const auto id = anyOrder();
        const Money amount = money(id).amount;
        act([id, amount](Tx &tx) -> Result<Invoice> {
            const auto lines = spreadCredit(tx, tx.get(id), amount);
            if (!lines)
                return lines.error();
            return creditOrder(tx, id, *lines, QStringLiteral("scratched"));
        });
    }
    void change()
    {
        const auto id = anyOrder();
        NewOrder now = order();
        const auto before = company.ask([id](Tx &tx) { return tx.find(id).value_or(SalesOrder()); });
        if (before.currency != now.currency)
            return;
        now.party = before.party;
        act([id, now](Tx &tx) { return changeOrder(tx, id, now); });
    }
    void reduce()
    {
        const auto id = anyOrder();
        const auto before = company.ask([id](Tx &tx) { return tx.find(id).value_or(SalesOrder()); });
        act([id, amount = Money(1 + upTo(100), before.currency)](Tx &tx) { return reduceOrder(tx, id, amount); });
    }
    void receive()
    {
        std::vector<Receipt> lines;
        for (int count = 1 + upTo(3); count > 0; --count)
            lines.push_back({any(m_products), pcs(1 + upTo(60)), std::nullopt, {}, m_supplier, {}});
        for (Receipt &line : lines) {
            if (chance(80))
                line.cost = UnitPrice{1'000'000 + upTo(9'000'000), Eur};
            line.location = chance(70) ? m_home : m_second;
        }
        act([lines](Tx &tx) { return receiveGoods(tx, lines, tx.today()); });
    }
    void count()
    {
        act([product = any(m_products), place = chance(70) ? m_home : m_second, found = pcs(upTo(60))](Tx &tx) {
            return adjustStock(tx, product, place, found, tx.today(), QStringLiteral("count"));
        });
    }
    void transfer()
    {
        const bool forth = chance(60);
        act([this, forth, product = any(m_products), quantity = pcs(1 + upTo(9))](Tx &tx) {
            return transferStock(tx, product, forth ? m_home : m_second, forth ? m_second : m_home, quantity, tx.today(), {});
        });
    }
    void bill()
    {
        NewBill bill;
        bill.supplier = m_supplier;
        bill.supplierNumber = QString::number(++m_billNumber);
        bill.receipt.value = company.number("SELECT MIN(id) FROM goods_receipt WHERE party_id IS NOT NULL AND id NOT IN (SELECT receipt_id FROM "
                                            "supplier_bill WHERE receipt_id IS NOT NULL)");
        const Currency currency = chance(30) ? Usd : Eur;
        bill.net = Money(1 + upTo(40'000), currency);
        bill.tax = Money(upTo(4'000), currency);
        act([bill](Tx &tx) { return enterBill(tx, bill); });
    }
    void payBill()
    {
        MoneyMove move;
        move.party = m_supplier;
        move.amount = Money(1 + upTo(30'000), chance(30) ? Usd : Eur);
        act([move](Tx &tx) { return paySupplier(tx, move); });
    }
    void payout()
    {
        Payout payout;
        payout.channel = m_channel;
        payout.externalId = QString::number(++m_external);
        payout.day = company.ask([](Tx &tx) { return tx.today(); });
        payout.gross = Money(100 + upTo(9'000), Eur);
        payout.fees = Money(upTo(100), Eur);
        act([payout](Tx &tx) { return recordPayout(tx, payout); });
    }
    void rate()
    {
        act([rate = ExchangeRate{850'000'000LL + upTo(150'000'000)}](Tx &tx) { return saveExchangeRate(tx, Usd, tx.today(), rate); });
    }
    void close()
    {
        act([](Tx &tx) { return closePeriod(tx, periodOf(tx.today().addMonths(-1))); });
    }
    void finish()
    {
        act([id = anyOrder()](Tx &tx) { return closeOrder(tx, id); });
    }

    std::mt19937 m_random;
    std::vector<Session> m_sessions;
    std::vector<Id<Product>> m_products;
    std::vector<Id<Party>> m_customers;
    Id<Party> m_abroad, m_supplier;
    Id<Channel> m_channel;
    Id<Location> m_home, m_second;
    int m_external = 1, m_billNumber = 0;
};

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

::testing::AssertionResult proven(TestCompany &company)
{
    const Verification found = company.ask([](Tx &tx) { return verify(tx, std::nullopt); });
    if (found.ok())
        return ::testing::AssertionSuccess();
    auto failure = ::testing::AssertionFailure();
    for (const auto &difference : found.differences)
        failure << qPrintable(difference.where) << ": " << qPrintable(difference.text) << '\n';
    return failure;
}

} // namespace

TEST(MixedOrders, theBooksProveThemselvesWhateverHappens)
{
    const int orders = fromEnvironment("PURSER_TEST_ORDERS", 150);
    const int seed = fromEnvironment("PURSER_TEST_SEED", 1);
    SCOPED_TRACE(testing::Message() << "PURSER_TEST_SEED=" << seed);
    Trade trade{unsigned(seed)};

    int steps = 0;
    while (trade.company.number("SELECT COUNT(*) FROM sales_order") < orders) {
        trade.step();
        if (++steps % 500 == 0) {
            ASSERT_TRUE(proven(trade.company)) << "after " << steps << " steps";
        }
    }

    EXPECT_TRUE(proven(trade.company));
    EXPECT_GT(trade.done, orders);
    EXPECT_GT(trade.failed, orders / 10);
    EXPECT_EQ(trade.company.number("SELECT SUM(debit - credit) FROM account_balance"), 0);
    RecordProperty("steps", steps);
    if (orders >= 1000) {
        std::printf("%d steps: %lld done, %lld refused, %lld failed\n", steps, trade.done, trade.refused, trade.failed);
        for (const auto &[code, count] : trade.refusals)
            std::printf("  %s %d\n", qPrintable(code), count);
    }
}
