#include "core/ledger/exchange.h"
#include "core/purchasing/bill.h"
#include "proof.h"

namespace {

struct Purchase {
    TestCompany company;
    Product mug = company.product("MUG");
    Party mill = company.supplier();

    Id<GoodsReceipt> receipt(int units, const char *cost)
    {
        return company.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(units), unit(cost), {}, mill.id, {}}}, tx.today()); });
    }
    NewBill bill(const char *number, Id<GoodsReceipt> receipt, const char *net, const char *tax)
    {
        NewBill bill;
        bill.supplier = mill.id;
        bill.supplierNumber = QString::fromLatin1(number);
        bill.receipt = receipt;
        bill.net = eur(net);
        bill.tax = eur(tax);
        return bill;
    }
};

} // namespace

TEST(EnterBill, clearsWhatWasReceived)
{
    Purchase purchase;
    const auto received = purchase.receipt(10, "4.00");

    purchase.company.must(enterBill, purchase.bill("R-1", received, "40.00", "7.60"));

    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "1400 7.60, 2000 -47.60, 2050 40.00");
    EXPECT_EQ(purchase.company.balance(role::GoodsReceived), "0.00");
    EXPECT_EQ(purchase.company.number("SELECT open FROM open_item"), -4760);
    expectProven(purchase.company);
}

TEST(EnterBill, aDifferenceIsPriceVariance)
{
    Purchase purchase;

    purchase.company.must(enterBill, purchase.bill("R-1", purchase.receipt(10, "4.00"), "41.50", "7.89"));
    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "1400 7.89, 2000 -49.39, 2050 40.00, 5100 1.50");
    purchase.company.must(enterBill, purchase.bill("R-2", purchase.receipt(10, "4.00"), "39.00", "7.41"));
    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "1400 7.41, 2000 -46.41, 2050 40.00, 5100 -1.00");
    expectProven(purchase.company);
}

TEST(EnterBill, goesWhereTheReceiptWent)
{
    Purchase purchase;
    const auto category = purchase.company.must([](Tx &tx) -> Result<Category> {
        Category tea{{}, 1, QStringLiteral("TEA"), QStringLiteral("Tea")};
        tx.insert(tea);
        return tea;
    });
    const auto account =
        purchase.company.must(saveAccount, Account{{}, 1, QStringLiteral("2051"), QStringLiteral("Tea received"), AccountType::Liability, true});
    purchase.company.must(mapRole, QString::fromLatin1(role::GoodsReceived), QStringLiteral("category"), category.id.value, account.id);
    purchase.mug.category = category.id;
    purchase.company.must(saveProduct, purchase.mug);

    purchase.company.must(enterBill, purchase.bill("R-1", purchase.receipt(10, "4.00"), "40.00", "0.00"));

    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "2000 -40.00, 2051 40.00");
    EXPECT_EQ(purchase.company.balance(role::GoodsReceived), "0.00");
}

TEST(EnterBill, withoutGoodsNamesItsAccount)
{
    Purchase purchase;
    NewBill rent = purchase.bill("2030-01", {}, "500.00", "0.00");
    EXPECT_EQ(purchase.company.refusal(enterBill, rent), "incomplete");
    rent.account = purchase.company.must(accountByCode, QStringLiteral("6100")).id;

    purchase.company.must(enterBill, rent);

    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "2000 -500.00, 6100 500.00");
}

TEST(EnterBill, refusesWhatCannotBeRight)
{
    Purchase purchase;
    const auto received = purchase.receipt(10, "4.00");
    const Party other = purchase.company.supplier("Other mill"), customer = purchase.company.customer();
    const std::pair<const char *, std::function<void(NewBill &)>> rows[] = {
        {"unknown_supplier", [&](NewBill &b) { b.supplier = customer.id; }},
        {"incomplete", [](NewBill &b) { b.supplierNumber = QStringLiteral(" "); }},
        {"amount", [](NewBill &b) { b.net = eur("0.00"); }},
        {"amount", [](NewBill &b) { b.tax = eur("-0.01"); }},
        {"amount", [](NewBill &b) { b.tax = Money(1, *Currency::of(u"USD")); }},
        {"currency", [](NewBill &b) { b.net = b.tax = Money(1, *Currency::of(u"USD")); }},
        {"unknown_receipt", [](NewBill &b) { b.receipt = {4711}; }},
        {"wrong_supplier", [&](NewBill &b) { b.supplier = other.id; }},
    };

    for (const auto &[code, spoil] : rows) {
        NewBill bill = purchase.bill("R-1", received, "40.00", "7.60");
        spoil(bill);
        EXPECT_EQ(purchase.company.refusal(enterBill, bill), code);
    }
    purchase.company.must(enterBill, purchase.bill("R-1", received, "40.00", "7.60"));
    EXPECT_EQ(purchase.company.refusal(enterBill, purchase.bill("R-1 ", purchase.receipt(1, "4.00"), "4.00", "0.76")), "duplicate");
    EXPECT_EQ(purchase.company.refusal(enterBill, purchase.bill("R-2", received, "40.00", "7.60")), "duplicate");
}

TEST(EnterBill, inAnotherCurrencyVarianceIsWhatTheRateMadeOfIt)
{
    Purchase purchase;
    const Currency usd = *Currency::of(u"USD");
    purchase.company.must(saveExchangeRate, usd, QDate(2030, 1, 1), *ExchangeRate::parse(u"0.9333"));
    NewBill bill = purchase.bill("R-1", purchase.receipt(10, "4.00"), "40.00", "0.00");
    bill.net = Money(43'35, usd); // 40.458555
    bill.tax = Money(7, usd);     // 0.065331

    purchase.company.must(enterBill, bill); // 43.42 are 40.523886: 40.52 owed, 0.46 variance, 0.07 tax, so 0.01 is left over

    EXPECT_EQ(posted(purchase.company, "supplier_bill"), "1400 0.07, 2000 -40.52, 2050 40.00, 5100 0.46, 6900 -0.01");
    expectProven(purchase.company);
}

TEST(EnterBill, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            c.supplier();
            const Product mug = c.product("MUG");
            c.must([&](Tx &tx) { return receiveGoods(tx, {{mug.id, pcs(2), unit("4.00"), {}, {1}, {}}}, tx.today()); });
        },
        [](TestCompany &c) {
            NewBill bill;
            bill.supplier = {1};
            bill.supplierNumber = QStringLiteral("R-1");
            bill.receipt = {1};
            bill.net = eur("9.00");
            bill.tax = eur("1.71");
            return bool(c.session().perform(enterBill, bill));
        });
}

TEST(PaySupplier, oldestBillsFirstAndNeverMoreThanIsOwed)
{
    Purchase purchase;
    purchase.company.must(enterBill, purchase.bill("R-1", purchase.receipt(1, "10.00"), "10.00", "1.90"));
    purchase.company.must(enterBill, purchase.bill("R-2", purchase.receipt(1, "20.00"), "20.00", "3.80"));

    EXPECT_EQ(purchase.company.refusal(paySupplier, moneyOf(purchase.mill.id, "35.71")), "amount");
    purchase.company.must(paySupplier, moneyOf(purchase.mill.id, "15.00"));
    EXPECT_EQ(posted(purchase.company, "payment"), "1000 -15.00, 2000 15.00");
    EXPECT_EQ(purchase.company.number("SELECT open FROM open_item WHERE source = 'supplier_bill' ORDER BY id LIMIT 1"), 0);
    purchase.company.must(paySupplier, moneyOf(purchase.mill.id, "20.70"));

    EXPECT_EQ(purchase.company.balance(role::Payable), "0.00");
    EXPECT_EQ(purchase.company.refusal(paySupplier, moneyOf(purchase.mill.id, "0.01")), "amount");
    EXPECT_EQ(purchase.company.refusal(paySupplier, moneyOf(purchase.mill.id, "-1.00")), "amount");
    expectProven(purchase.company);
}

TEST(PaySupplier, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            c.supplier();
            NewBill bill;
            bill.supplier = {1};
            bill.supplierNumber = QStringLiteral("R-1");
            bill.account = c.must(accountByCode, QStringLiteral("6100")).id;
            bill.net = eur("9.00");
            bill.tax = eur("0.00");
            c.must(enterBill, bill);
        },
        [](TestCompany &c) { return bool(c.session().perform(paySupplier, moneyOf({1}, "5.00"))); });
}
