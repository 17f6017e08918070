#include "core/sales/cancelorder.h"
#include "proof.h"

namespace {

struct Sale {
    TestCompany company;
    Product mug = company.product("MUG", "10.00", 50, "4.00");
    Product book = company.product("BOOK", "20.00", 50, "9.00", "reduced");
    Party acme = company.customer();

    SalesOrder shipped(const std::vector<std::pair<Id<Product>, int>> &lines)
    {
        const SalesOrder order = company.order(acme.id, lines);
        company.must(shipOrder, order.id, Dispatch());
        return order;
    }
    void ship(Id<SalesOrder> order, const Part &part)
    {
        Dispatch dispatch;
        dispatch.part = part;
        company.must(shipOrder, order, dispatch);
    }
    auto credit(Id<SalesOrder> order, const std::vector<CreditLine> &lines)
    {
        return [=](Tx &tx) { return creditOrder(tx, order, lines, QStringLiteral("scratched")); };
    }
    auto creditSpread(Id<SalesOrder> order, const char *amount)
    {
        return [=](Tx &tx) -> Result<Invoice> {
            const auto lines = spreadCredit(tx, tx.get(order), eur(amount));
            if (!lines)
                return lines.error();
            return creditOrder(tx, order, *lines, QStringLiteral("goodwill"));
        };
    }
};

const auto refusalOfInvoice = [](TestCompany &company, Id<SalesOrder> order) {
    return company.refusal([&](Tx &tx) { return invoiceOrder(tx, order); });
};

} // namespace

TEST(InvoiceOrder, postsSalesShippingDiscountsAndEachTax)
{
    Sale sale;
    NewOrder wanted = sale.company.draft(sale.acme.id, {{sale.mug.id, 3}, {sale.book.id, 1}});
    wanted.lines[0].discountRate = percent("10");
    NewLine freight;
    freight.kind = LineKind::Shipping;
    freight.description = QStringLiteral("Parcel");
    freight.unitPrice = unit("5.00");
    wanted.lines.push_back(freight);
    const SalesOrder order = sale.company.must(placeOrder, wanted, false).order;
    sale.company.must(shipOrder, order.id, Dispatch());

    const Invoice invoice = invoiced(sale.company, order.id);

    // 27.00 + 20.00 + 5.00 net; 19 % of 27.00 = 5.13, of 5.00 = 0.95; 7 % of 20.00 = 1.40
    EXPECT_EQ(invoice.number, "INV-0000001");
    EXPECT_EQ(invoice.net, eur("52.00"));
    EXPECT_EQ(invoice.tax, eur("7.48"));
    EXPECT_EQ(invoice.dueOn, QDate(2030, 2, 1)); // 30 days
    EXPECT_EQ(posted(sale.company, "invoice"), "1100 59.48, 2200 -7.48, 4000 -50.00, 4050 -5.00, 4100 3.00");
    EXPECT_EQ(reread(sale.company, order.id).state, OrderState::Invoiced);
    EXPECT_EQ(sale.company.number("SELECT base_open FROM open_item"), 5948);
    expectProven(sale.company);
}

TEST(InvoiceOrder, accountsCanBeChosenPerChannelTaxAndCategory)
{
    Sale sale;
    const Id<Channel> channel = webChannel(sale.company);
    const auto account = [&](const char *code, AccountType type) {
        return sale.company.must(saveAccount, Account{{}, 1, QString::fromLatin1(code), QString::fromLatin1(code), type, true}).id;
    };
    const Id<Account> webReceivable = account("1101", AccountType::Asset), webSales = account("4001", AccountType::Income);
    sale.company.must(mapRole, QString::fromLatin1(role::Receivable), QStringLiteral("channel"), channel.value, webReceivable);
    sale.company.must(mapRole, QString::fromLatin1(role::Sales), QStringLiteral("channel"), channel.value, webSales);
    const Id<Account> tax7 = account("2207", AccountType::Liability);
    sale.company.must(mapRole, QString::fromLatin1(role::OutputTax), QStringLiteral("tax"),
                      sale.company.number("SELECT id FROM tax WHERE code = 'DE7'"), tax7);
    NewOrder wanted = sale.company.draft(sale.acme.id, {{sale.mug.id, 1}, {sale.book.id, 1}});
    wanted.channel = channel;
    const SalesOrder order = sale.company.must(placeOrder, wanted, true).order;
    sale.company.must(shipOrder, order.id, Dispatch());

    invoiced(sale.company, order.id);

    EXPECT_EQ(posted(sale.company, "invoice"), "1101 33.30, 2200 -1.90, 2207 -1.40, 4001 -30.00");
    // A payment on account finds the invoice although it lies on the channel's account.
    sale.company.must(receivePayment, moneyOf(sale.acme.id, "33.30"));
    EXPECT_EQ(posted(sale.company, "payment"), "1000 33.30, 1101 -33.30");
    EXPECT_EQ(reread(sale.company, order.id).state, OrderState::Paid);
    expectProven(sale.company);
}

TEST(InvoiceOrder, theInvoicesOfAnOrderAddUpToItToTheCent)
{
    Sale sale;
    const Product screw = sale.company.product("SCREW", "0.037", 1000, "0.01");
    NewOrder wanted = sale.company.draft(sale.acme.id, {{screw.id, 97}, {sale.mug.id, 7}});
    wanted.lines[1].unitPrice = unit("3.333333");
    wanted.lines[1].discountRate = percent("3.3");
    const SalesOrder order = sale.company.must(placeOrder, wanted, false).order;
    Money net, tax, total;

    for (const auto &[screws, mugs] : {std::pair(1, 2), {30, 1}, {33, 3}, {33, 1}}) {
        sale.ship(order.id, {{1, pcs(screws)}, {2, pcs(mugs)}});
        const Invoice invoice = invoiced(sale.company, order.id);
        net += invoice.net;
        tax += invoice.tax;
        total += invoice.total;
    }

    EXPECT_EQ(net, order.net);
    EXPECT_EQ(tax, order.tax);
    EXPECT_EQ(total, order.total);
    EXPECT_EQ(sale.company.number("SELECT SUM(amount) FROM invoice_tax"), order.tax.minor());
    EXPECT_EQ(sale.company.number("SELECT SUM(discount) FROM invoice_line"), order.discount.minor());
    EXPECT_EQ(reread(sale.company, order.id).state, OrderState::Invoiced);
    expectProven(sale.company);
}

TEST(InvoiceOrder, twoTaxesOnALineAddUpOverSeveralInvoices)
{
    Sale sale;
    const auto taxId = [&](const char *code) {
        return Id<Tax>{sale.company.ask([&](Tx &tx) { return tx.number("SELECT id FROM tax WHERE code = ?", code); })};
    };
    NewOrder web = sale.company.draft(sale.acme.id, {{sale.mug.id, 2}});
    web.channel = webChannel(sale.company);
    web.externalId = QStringLiteral("1");
    web.lines[0].unitPrice = unit("0.50");
    web.lines[0].facts = NewLine::Facts{
        eur("0.00"), eur("1.00"), eur("0.10"), {{taxId("DE19"), {eur("1.00"), eur("0.05")}}, {taxId("DE7"), {eur("1.00"), eur("0.05")}}}};
    const SalesOrder order = sale.company.must(placeOrder, web, true).order;

    for (int i = 0; i < 2; ++i) {
        sale.ship(order.id, {{1, pcs(1)}});
        invoiced(sale.company, order.id);
    }

    EXPECT_EQ(sale.company.number("SELECT SUM(amount) FROM invoice_tax WHERE tax_id = (SELECT id FROM tax WHERE code = 'DE19')"), 5);
    EXPECT_EQ(sale.company.number("SELECT SUM(amount) FROM invoice_tax WHERE tax_id = (SELECT id FROM tax WHERE code = 'DE7')"), 5);
}

TEST(InvoiceOrder, shippingGoesWithTheFirstInvoiceOnly)
{
    Sale sale;
    NewOrder wanted = sale.company.draft(sale.acme.id, {{sale.mug.id, 2}});
    NewLine freight;
    freight.kind = LineKind::Shipping;
    freight.unitPrice = unit("5.00");
    wanted.lines.push_back(freight);
    const SalesOrder order = sale.company.must(placeOrder, wanted, false).order;

    sale.ship(order.id, {{1, pcs(1)}});
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("15.00"));
    sale.ship(order.id, {{1, pcs(1)}});
    EXPECT_EQ(invoiced(sale.company, order.id).net, eur("10.00"));
}

TEST(InvoiceOrder, refusesWhatIsNotShipped)
{
    Sale sale;
    const SalesOrder draft = sale.company.must(enterOrder, sale.company.draft(sale.acme.id, {{sale.mug.id, 1}})).order;
    const SalesOrder order = sale.company.order(sale.acme.id, {{sale.mug.id, 1}});

    EXPECT_EQ(refusalOfInvoice(sale.company, draft.id), "wrong_state");
    EXPECT_EQ(refusalOfInvoice(sale.company, order.id), "nothing_to_do");
    sale.company.must(shipOrder, order.id, Dispatch());
    invoiced(sale.company, order.id);
    EXPECT_EQ(refusalOfInvoice(sale.company, order.id), "nothing_to_do");
    EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM invoice"), 1);
}

TEST(InvoiceOrder, withoutAnAccountNothingIsBilled)
{
    Sale sale;
    const SalesOrder order = sale.shipped({{sale.mug.id, 1}});
    sale.company.session().connection().script("DELETE FROM account_role WHERE role = 'sales'; UPDATE company SET configuration = configuration + 1");

    EXPECT_EQ(refusalOfInvoice(sale.company, order.id), "account_missing");
    EXPECT_EQ(sale.company.number("SELECT COUNT(*) FROM invoice"), 0);
}

TEST(InvoiceOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const SalesOrder order = c.order(c.customer().id, {{mug.id, 3}});
            c.must(shipOrder, order.id, Dispatch());
            c.must(receivePayment, moneyFor(order.id, "20.00"));
        },
        [](TestCompany &c) { return bool(c.session().perform([](Tx &tx) { return invoiceOrder(tx, {1}); })); });
}

TEST(CreditOrder, postsSalesReturnsAndTax)
{
    Sale sale;
    const SalesOrder order = sale.shipped({{sale.mug.id, 3}});
    const Invoice invoice = invoiced(sale.company, order.id);

    const Invoice note = sale.company.must(sale.credit(order.id, {{1, {}, eur("5.00"), eur("0.95")}}));

    EXPECT_EQ(note.number, "CN-0000001");
    EXPECT_EQ(note.total, eur("5.95"));
    EXPECT_EQ(note.corrects, invoice.id);
    EXPECT_EQ(posted(sale.company, "invoice"), "1100 -5.95, 2200 0.95, 4200 5.00");
    EXPECT_EQ(sale.company.balance(role::Receivable), "29.75");
    EXPECT_EQ(sale.company.number("SELECT SUM(open) FROM open_item"), 2975); // set against the invoice at once
    expectProven(sale.company);
}

TEST(CreditOrder, neverMoreThanWasInvoiced)
{
    Sale sale;
    const SalesOrder order = sale.shipped({{sale.mug.id, 3}}); // 35.70
    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {{1, {}, eur("1.00"), eur("0.19")}})), "not_invoiced");
    invoiced(sale.company, order.id);

    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {{1, {}, eur("30.00"), eur("5.71")}})), "amount");
    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {{1, {}, eur("0.00"), eur("0.00")}})), "amount");
    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {{2, {}, eur("1.00"), eur("0.00")}})), "unknown_line");
    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {})), "amount");
    sale.company.must(sale.credit(order.id, {{1, {}, eur("20.00"), eur("3.80")}}));
    EXPECT_EQ(sale.company.refusal(sale.credit(order.id, {{1, {}, eur("10.01"), eur("1.90")}})), "amount");
    sale.company.must(sale.credit(order.id, {{1, {}, eur("10.00"), eur("1.90")}}));
    EXPECT_EQ(reread(sale.company, order.id).state, OrderState::Paid); // nobody owes anything
    EXPECT_EQ(sale.company.balance(role::Receivable), "0.00");
    expectProven(sale.company);
}

TEST(CreditOrder, anAmountIsSpreadOverWhatWasInvoiced)
{
    Sale sale;
    const SalesOrder order = sale.shipped({{sale.mug.id, 1}, {sale.book.id, 1}}); // 11.90 and 21.40
    invoiced(sale.company, order.id);

    const Invoice note = sale.company.must(sale.creditSpread(order.id, "3.33")); // a tenth: 1.19 and 2.14

    EXPECT_EQ(note.total, eur("3.33"));
    EXPECT_EQ(note.net, eur("3.00"));
    EXPECT_EQ(note.tax, eur("0.33")); // 0.19 + 0.14
    EXPECT_EQ(sale.company.refusal(sale.creditSpread(order.id, "29.98")), "amount");
    EXPECT_EQ(sale.company.must(sale.creditSpread(order.id, "29.97")).net, eur("27.00"));
    EXPECT_EQ(sale.company.refusal(sale.creditSpread(order.id, "0.01")), "amount");
    EXPECT_EQ(sale.company.refusal(sale.creditSpread(order.id, "-1.00")), "amount");
    expectProven(sale.company);
}

TEST(CreditOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 4);
            const SalesOrder order = c.order(c.customer().id, {{mug.id, 3}});
            c.must(shipOrder, order.id, Dispatch());
            invoiced(c, order.id);
        },
        [](TestCompany &c) {
            return bool(c.session().perform([](Tx &tx) { return creditOrder(tx, {1}, {{1, {}, eur("5.00"), eur("0.95")}}, QStringLiteral("x")); }));
        });
}
