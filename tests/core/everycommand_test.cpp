#include "core/catalog/kit.h"
#include "core/ledger/enterentry.h"
#include "core/ledger/entry.h"
#include "core/ledger/exchange.h"
#include "core/ledger/period.h"
#include "core/parties/mergeparty.h"
#include "core/parties/standing.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/sales/pickorder.h"
#include "sale.h"

// A failure at any statement of a command leaves nothing behind. The suites of the larger commands show it for them; here are all the others.

namespace {

struct Command {
    const char *name;
    std::function<void(TestCompany &)> prepare;
    std::function<bool(Tx &)> act; ///< true: done
};

void PrintTo(const Command &command, std::ostream *out) { *out << command.name; }

void nothing(TestCompany &) {}

void aDraft(TestCompany &company)
{
    const Product mug = company.product("MUG", "10.00", 10, "4.00");
    company.must(enterOrder, company.draft(company.customer().id, {{mug.id, 4}}));
}
void aPickedOrder(TestCompany &company)
{
    prepareOrder(company);
    company.must(pickOrder, Id<SalesOrder>{1}, Part());
}
void aHeldOrder(TestCompany &company)
{
    prepareOrder(company);
    company.must(holdOrder, Id<SalesOrder>{1}, QStringLiteral("asks back"));
}
void aPaidOrder(TestCompany &company)
{
    prepareOrder(company);
    company.must(shipOrder, Id<SalesOrder>{1}, Dispatch());
    company.must([](Tx &tx) { return invoiceOrder(tx, {1}); });
    MoneyMove move;
    move.order = {1};
    move.amount = eur("47.60");
    move.method = QStringLiteral("bank");
    company.must(receivePayment, move);
}
void aSecondShelf(TestCompany &company)
{
    company.product("MUG", "10.00", 10, "4.00");
    company.must(saveLocation, Location{{}, 1, QStringLiteral("B-1"), QStringLiteral("Behind"), LocationKind::Internal, {1}});
}

const QByteArray picture = QByteArray("\x89PNG\r\n\x1a\n", 8) + "pixels";

Address berlin()
{
    Address address;
    address.city = QStringLiteral("Berlin");
    return address;
}

class EveryCommand : public testing::TestWithParam<Command> {};

} // namespace

TEST_P(EveryCommand, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(GetParam().prepare, [](TestCompany &company) {
        return bool(company.session().perform([](Tx &tx) -> Result<> {
            if (GetParam().act(tx))
                return Done{};
            return refuse(QStringLiteral("refused"), QStringLiteral("the command was refused"));
        }));
    });
}

INSTANTIATE_TEST_SUITE_P(
    Trade, EveryCommand,
    testing::Values(
        Command{"saveAccount", nothing,
                [](Tx &tx) {
                    return bool(saveAccount(tx, Account{{}, 1, QStringLiteral("1001"), QStringLiteral("Till"), AccountType::Asset, true}));
                }},
        Command{"mapRole", nothing,
                [](Tx &tx) { return bool(mapRole(tx, QString::fromLatin1(role::Bank), QString(), 0, tx.first<Account>("code = '1300'")->id)); }},
        Command{"saveExchangeRate", nothing,
                [](Tx &tx) {
                    return bool(saveExchangeRate(tx, *Currency::of(QStringLiteral("USD")), tx.today(), *ExchangeRate::parse(QStringLiteral("0.9"))));
                }},
        Command{"openPeriod", nothing, [](Tx &tx) { return bool(openPeriod(tx, QDate(2031, 5, 1))); }},
        Command{"lockPeriod", [](TestCompany &c) { c.must(closePeriod, 203001); }, [](Tx &tx) { return bool(lockPeriod(tx, 203001)); }},
        Command{"reopenPeriod", [](TestCompany &c) { c.must(closePeriod, 203001); },
                [](Tx &tx) { return bool(reopenPeriod(tx, 203001, QStringLiteral("a late bill"))); }},
        Command{"reverseEntry",
                [](TestCompany &c) {
                    c.must(enterEntry, NewEntry{QDate(2030, 1, 2),
                                                QStringLiteral("Rent"),
                                                {{QStringLiteral("6100"), eur("5.00")}, {QStringLiteral("1000"), -eur("5.00")}}});
                },
                [](Tx &tx) { return bool(reverseEntry(tx, {1}, tx.today(), QStringLiteral("typed twice"))); }},
        Command{"setComponents",
                [](TestCompany &c) {
                    c.product("MUG", "10.00", 10);
                    c.product("SET", "18.00", 0);
                },
                [](Tx &tx) {
                    return bool(setComponents(tx, {2}, {{{}, {1}, pcs(2)}}));
                }},
        Command{"mergeParty",
                [](TestCompany &c) {
                    c.customer("Acme");
                    c.customer("Acme Ltd");
                },
                [](Tx &tx) { return bool(mergeParty(tx, {2}, {1})); }},
        Command{"unmergeParty",
                [](TestCompany &c) {
                    c.customer("Acme");
                    c.customer("Acme Ltd");
                    c.must(mergeParty, Id<Party>{2}, Id<Party>{1});
                },
                [](Tx &tx) { return bool(unmergeParty(tx, {2})); }},
        Command{"setStanding",
                [](TestCompany &c) {
                    c.customer("Acme");
                    c.customer("Acme Ltd");
                    c.must(mergeParty, Id<Party>{2}, Id<Party>{1});
                },
                [](Tx &tx) { return bool(setStanding(tx, {1}, Standing::Suspended)); }},
        Command{"reopenOrder",
                [](TestCompany &c) {
                    prepareOrder(c);
                    c.must(cancelOrder, Id<SalesOrder>{1}, Part(), QString());
                },
                [](Tx &tx) { return bool(reopenOrder(tx, {1}, QStringLiteral("wanted after all"))); }},
        Command{"saveAddress", [](TestCompany &c) { c.customer(); }, [](Tx &tx) { return bool(saveAddress(tx, {1}, 1, berlin())); }},
        Command{"savePriceList", nothing,
                [](Tx &tx) {
                    return bool(savePriceList(tx, PriceList{{}, 1, QStringLiteral("TRADE"), QStringLiteral("Trade"), Eur, false, true}));
                }},
        Command{"deletePrice", [](TestCompany &c) { c.product("MUG"); }, [](Tx &tx) { return bool(deletePrice(tx, {1})); }},
        Command{"setProductImage", [](TestCompany &c) { c.product("MUG"); },
                [](Tx &tx) { return bool(setProductImage(tx, {1}, 1, QStringLiteral("mug.png"), picture)); }},
        Command{"removeProductImage",
                [](TestCompany &c) {
                    c.product("MUG");
                    c.must(setProductImage, Id<Product>{1}, 1, QStringLiteral("mug.png"), picture);
                },
                [](Tx &tx) { return bool(removeProductImage(tx, {1}, 1)); }},
        Command{"saveLocation", nothing,
                [](Tx &tx) {
                    return bool(saveLocation(tx, Location{{}, 1, QStringLiteral("B-1"), QStringLiteral("Behind"), LocationKind::Internal, {1}}));
                }},
        Command{"saveWarehouse", nothing,
                [](Tx &tx) {
                    return bool(saveWarehouse(tx, Warehouse{{}, 1, QStringLiteral("WEST"), QStringLiteral("West")}));
                }},
        Command{"transferStock", aSecondShelf,
                [](Tx &tx) {
                    const auto main = tx.first<StockBalance>("product_id = 1")->location, second = tx.first<Location>("code = 'B-1'")->id;
                    return bool(transferStock(tx, {1}, main, second, pcs(3), tx.today(), QString()));
                }},
        Command{"changeOrder", aDraft,
                [](Tx &tx) {
                    NewOrder order = enteredAs(loadOrder(tx, {1}));
                    order.note = QStringLiteral("ring twice");
                    return bool(changeOrder(tx, {1}, order));
                }},
        Command{"changeAddresses", prepareOrder, [](Tx &tx) { return bool(changeAddresses(tx, {1}, berlin(), berlin())); }},
        Command{"reduceOrder", prepareOrder, [](Tx &tx) { return bool(reduceOrder(tx, {1}, eur("5.00"))); }},
        Command{"holdOrder", prepareOrder, [](Tx &tx) { return bool(holdOrder(tx, {1}, QStringLiteral("asks back"))); }},
        Command{"releaseOrder", aHeldOrder, [](Tx &tx) { return bool(releaseOrder(tx, {1})); }},
        Command{"unpickOrder", aPickedOrder, [](Tx &tx) { return bool(unpickOrder(tx, {1})); }},
        Command{"closeOrder", aPaidOrder, [](Tx &tx) { return bool(closeOrder(tx, {1})); }}),
    [](const auto &given) { return std::string(given.param.name); });
