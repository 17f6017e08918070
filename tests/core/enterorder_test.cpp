#include "core/ledger/exchange.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "proof.h"

namespace {

NewLine typed(Id<Product> product, int units, const char *price)
{
    NewLine line;
    line.product = product;
    line.quantity = pcs(units);
    line.unitPrice = unit(price);
    return line;
}

/// A line as a channel states it; DE19 on it.
NewLine fact(TestCompany &company, Id<Product> product, int units, const char *net, const char *tax)
{
    NewLine line = typed(product, units, "0.00");
    NewLine::Facts facts{eur("0.00"), eur(net), eur(tax), {}};
    facts.taxes.emplace_back(Id<Tax>{company.number("SELECT id FROM tax WHERE code = 'DE19'")}, std::pair(eur(net), eur(tax)));
    line.facts = facts;
    return line;
}

NewOrder webOrder(TestCompany &company, const char *externalId, std::vector<NewLine> lines, const char *total)
{
    NewOrder order;
    order.party = company.customer("Web buyer").id;
    order.channel = webChannel(company);
    order.externalId = QString::fromLatin1(externalId);
    order.taxInclusive = true;
    order.lines = std::move(lines);
    order.total = eur(total);
    return order;
}

} // namespace

TEST(EnterOrder, isADraftWithPricesTaxesAndTheCustomersAddress)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5), book = company.product("BOOK", "20.00", 5, "9.00", "reduced");
    const Party acme = company.customer();
    Address home;
    home.name = QStringLiteral("Acme");
    home.city = QStringLiteral("Berlin");
    home.country = QStringLiteral("DE");
    company.must(saveAddress, acme.id, 1, home);

    const OrderDocument document = company.must(enterOrder, company.draft(acme.id, {{mug.id, 2}, {book.id, 1}}));

    EXPECT_EQ(document.order.number, "SO-0000001");
    EXPECT_EQ(document.order.state, OrderState::Draft);
    EXPECT_EQ(document.order.net, eur("40.00"));
    EXPECT_EQ(document.order.tax, eur("5.20")); // 3.80 + 1.40
    EXPECT_EQ(document.order.total, eur("45.20"));
    EXPECT_EQ(document.order.day, QDate(2030, 1, 2));
    EXPECT_EQ(document.lines[0].priceReason, "Base price");
    EXPECT_EQ(document.lines[0].description, "Product MUG");
    EXPECT_EQ(company.ask(loadOrder, document.order.id).billing.city, "Berlin");
    EXPECT_EQ(available(company, mug.id), "5"); // a draft promises nothing
    expectProven(company);
}

TEST(EnterOrder, keepsItsOwnAddressWhateverBecomesOfTheCustomer)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    const Party acme = company.customer();
    Address home;
    home.city = QStringLiteral("Berlin");
    company.must(saveAddress, acme.id, 1, home);
    const SalesOrder order = company.must(enterOrder, company.draft(acme.id, {{mug.id, 1}})).order;
    home.city = QStringLiteral("Hamburg");

    company.must(saveAddress, acme.id, 1, home);

    EXPECT_EQ(company.ask(loadOrder, order.id).billing.city, "Berlin");
}

TEST(EnterOrder, aDiscountIsTakenOffBeforeTax)
{
    TestCompany company;
    const Product mug = company.product("MUG", "9.99");
    NewOrder order = company.draft(company.customer().id, {{mug.id, 3}});
    order.lines[0].discountRate = percent("10");

    const OrderDocument document = company.must(enterOrder, order);

    EXPECT_EQ(document.order.discount, eur("3.00")); // of 29.97: 2.997
    EXPECT_EQ(document.order.net, eur("26.97"));
    EXPECT_EQ(document.order.tax, eur("5.12")); // 5.1243
}

TEST(EnterOrder, pricesWithTaxKeepWhatTheBuyerPays)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    NewOrder order = company.draft(company.customer().id, {});
    order.taxInclusive = true;
    order.lines = {typed(mug.id, 3, "9.99"), typed(mug.id, 1, "9.99")};

    const OrderDocument document = company.must(enterOrder, order);

    EXPECT_TRUE(document.order.taxInclusive);
    EXPECT_EQ(document.order.total, eur("39.96"));
    EXPECT_EQ(document.order.tax, eur("6.39")); // 4.79 (4.7851) + 1.60 (1.5950)
}

TEST(EnterOrder, aPriceTheOtherWayRoundIsTurnedIntoTheOrdersWay)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00");
    NewOrder order = company.draft(company.customer().id, {{mug.id, 1}});
    order.taxInclusive = true;

    const OrderDocument document = company.must(enterOrder, order);

    EXPECT_EQ(document.lines[0].unitPrice, unit("11.90"));
    EXPECT_EQ(document.order.total, eur("11.90"));
}

TEST(EnterOrder, taxesOfADocumentAreRoundedAsTheCompanySays)
{
    TestCompany company;
    company.session().connection().script("UPDATE company SET tax_rounding = 1, configuration = configuration + 1");
    const Product mug = company.product("MUG", "0.50");

    const OrderDocument document = company.must(enterOrder, company.draft(company.customer().id, {{mug.id, 1}, {mug.id, 1}, {mug.id, 1}}));

    EXPECT_EQ(document.order.tax, eur("0.29")); // 0.285, not 3 x 0.10
}

TEST(EnterOrder, anotherCurrencyTakesTheRateOfTheDay)
{
    TestCompany company;
    const Currency usd = *Currency::of(u"USD");
    const Product mug = company.product("MUG");
    NewOrder order = company.draft(company.customer().id, {});
    order.currency = usd;
    order.lines = {typed(mug.id, 1, "10.00")};
    order.lines[0].unitPrice = unit("10.00", usd);
    EXPECT_EQ(company.refusal(enterOrder, order), "currency"); // no rate

    company.must(saveExchangeRate, usd, QDate(2030, 1, 1), *ExchangeRate::parse(u"0.92"));
    company.must(saveExchangeRate, usd, QDate(2030, 1, 3), *ExchangeRate::parse(u"0.95"));
    const OrderDocument document = company.must(enterOrder, order);

    EXPECT_EQ(document.order.total, Money(1190, usd));
    EXPECT_EQ(document.order.rate, *ExchangeRate::parse(u"0.92"));
}

TEST(EnterOrder, refusesWhatCannotBeRight)
{
    TestCompany company;
    const Product mug = company.product("MUG");
    Product priceless;
    priceless.sku = priceless.name = QStringLiteral("GIFT");
    priceless = company.must(saveProduct, priceless);
    const Party acme = company.customer(), mill = company.supplier();
    const std::pair<const char *, std::function<void(NewOrder &)>> rows[] = {
        {"no_lines", [](NewOrder &o) { o.lines.clear(); }},
        {"unknown_customer", [&](NewOrder &o) { o.party = mill.id; }},
        {"not_found", [](NewOrder &o) { o.party = {4711}; }},
        {"quantity", [](NewOrder &o) { o.lines[0].quantity = {}; }},
        {"quantity", [](NewOrder &o) { o.lines[0].quantity = pcs(-1); }},
        {"no_price", [&](NewOrder &o) { o.lines[0].product = priceless.id; }},
        {"unknown_sku", [](NewOrder &o) { o.lines[0].product = {}, o.lines[0].sku = QStringLiteral("NONE"); }},
        {"discount", [](NewOrder &o) { o.lines[0].discountRate = percent("100.1"); }},
        {"discount", [](NewOrder &o) { o.lines[0].discountRate = Rate{-1}; }},
        {"price", [](NewOrder &o) { o.lines[0].unitPrice = unit("-0.01"); }},
        {"currency", [](NewOrder &o) { o.lines[0].unitPrice = unit("1.00", *Currency::of(u"USD")); }},
        {"currency", [](NewOrder &o) { o.currency = *Currency::of(u"USD"); }},
        {"currency", [](NewOrder &o) { o.total = Money(1, *Currency::of(u"USD")); }},
        {"totals_differ", [](NewOrder &o) { o.total = eur("11.92"); }},
        {"overflow", [](NewOrder &o) { o.lines[0].quantity = pcs(2'000'000'000), o.lines[0].unitPrice = unit("9000000000000"); }},
    };

    for (const auto &[code, spoil] : rows) {
        NewOrder order = company.draft(acme.id, {{mug.id, 1}});
        spoil(order);
        EXPECT_EQ(company.refusal(enterOrder, order), code);
    }
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(company.must(enterOrder, company.draft(acme.id, {{mug.id, 1}})).order.number, "SO-0000001"); // refusals use no number
}

TEST(EnterOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            c.product("MUG");
            c.customer();
        },
        [](TestCompany &c) {
            return bool(c.session().perform(enterOrder, c.draft({1}, {{{1}, 2}})));
        });
}

TEST(PlaceOrder, aWebOrdersFiguresAreTheTruth)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    // The shop rounded in its own way: 19 % of 8.40 would be 1.60.
    const NewOrder order = webOrder(company, "4711", {fact(company, mug.id, 2, "8.40", "1.59")}, "9.99");

    const OrderDocument document = company.must(placeOrder, order, true);

    EXPECT_EQ(document.order.state, OrderState::Confirmed);
    EXPECT_EQ(document.order.total, eur("9.99"));
    EXPECT_EQ(document.order.tax, eur("1.59"));
    EXPECT_EQ(document.lines.size(), 1u);
    EXPECT_EQ(lineOf(company, document.order.id).allocated, pcs(2));
    expectProven(company);
}

TEST(PlaceOrder, aGapOfAMinorUnitPerLineGetsALineOfItsOwn)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    const NewOrder order =
        webOrder(company, "4711", {fact(company, mug.id, 1, "8.40", "1.60"), fact(company, mug.id, 1, "8.40", "1.60")}, "19.98"); // lines say 20.00

    const OrderDocument document = company.must(placeOrder, order, true);

    EXPECT_EQ(document.order.total, eur("19.98"));
    ASSERT_EQ(document.lines.size(), 3u);
    EXPECT_EQ(document.lines[2].kind, LineKind::Rounding);
    EXPECT_EQ(document.lines[2].total, eur("-0.02"));
    company.must(shipOrder, document.order.id, Dispatch());
    EXPECT_EQ(invoiced(company, document.order.id).total, eur("19.98"));
    EXPECT_EQ(posted(company, "invoice"), "1100 19.98, 2200 -3.20, 4000 -16.80, 6900 0.02");
    expectProven(company);
}

TEST(PlaceOrder, aLargerGapIsRefused)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);

    EXPECT_EQ(company.refusal(placeOrder, webOrder(company, "1", {fact(company, mug.id, 1, "8.40", "1.60")}, "9.98"), true), "totals_differ");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_EQ(available(company, mug.id), "5");
}

TEST(PlaceOrder, theSameOrderOfAChannelIsNeverTwo)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    NewOrder order = webOrder(company, "4711", {fact(company, mug.id, 1, "8.40", "1.60")}, "10.00");
    company.must(placeOrder, order, true);

    EXPECT_EQ(company.refusal(placeOrder, order, true), "duplicate");
    EXPECT_EQ(company.refusal(enterOrder, order), "duplicate");
    order.channel = webChannel(company, "Second shop"); // another channel may count alike
    EXPECT_EQ(company.refusal(placeOrder, order, true), "(done)");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 2);
}

TEST(PlaceOrder, taxOfAnUnknownKindIsRefusedUnlessSomebodyDecides)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    NewOrder order = webOrder(company, "4711", {fact(company, mug.id, 1, "8.40", "1.60")}, "10.00");
    order.lines[0].facts->taxes.clear();

    EXPECT_EQ(company.refusal(placeOrder, order, true), "unknown_tax");
    order.hold = QStringLiteral("unknown tax");
    const SalesOrder held = company.must(placeOrder, order, true).order;
    EXPECT_EQ(held.state, OrderState::OnHold);
    EXPECT_EQ(company.refusal(releaseOrder, held.id), "unknown_tax"); // its invoice could not say which tax it holds
}

TEST(PlaceOrder, anOrderWithAnUnknownSkuLandsCompleteAndWaits)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    NewLine unknown = fact(company, {}, 1, "8.40", "1.60");
    unknown.sku = QStringLiteral("WHAT");
    NewOrder order = webOrder(company, "4711", {fact(company, mug.id, 1, "8.40", "1.60"), unknown}, "20.00");
    order.hold = QStringLiteral("WHAT is not known");

    const OrderDocument document = company.must(placeOrder, order, true);

    EXPECT_EQ(document.order.state, OrderState::OnHold);
    EXPECT_EQ(document.order.total, eur("20.00"));
    EXPECT_EQ(lineOf(company, document.order.id, 1).allocated, pcs(1)); // what is known is kept for it
    EXPECT_EQ(company.refusal(releaseOrder, document.order.id), "unknown_sku");
    EXPECT_EQ(company.refusal(shipOrder, document.order.id, Dispatch()), "on_hold");
    expectProven(company);
}

TEST(PlaceOrder, anOrderOfNothingButZerosGoesAllTheWay)
{
    TestCompany company;
    const Product sample = company.product("SAMPLE", "0.00", 5);
    const SalesOrder order = company.order(company.customer().id, {{sample.id, 1}});

    company.must(shipOrder, order.id, Dispatch());
    const Invoice invoice = invoiced(company, order.id);

    EXPECT_EQ(invoice.total, eur("0.00"));
    EXPECT_EQ(reread(company, order.id).state, OrderState::Paid);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM open_item"), 0);
    expectProven(company);
}

TEST(PlaceOrder, sixHundredLinesAreOneOrder)
{
    TestCompany company;
    const Product mug = company.product("MUG", "0.01", 1000, "0.01");
    const SalesOrder order = company.order(company.customer().id, std::vector<std::pair<Id<Product>, int>>(600, {mug.id, 1}));

    company.must(shipOrder, order.id, Dispatch());
    const Invoice invoice = invoiced(company, order.id);

    EXPECT_EQ(invoice.net, eur("6.00"));
    EXPECT_EQ(available(company, mug.id), "400");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice_line"), 600);
    expectProven(company);
}

TEST(PlaceOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            c.product("MUG", "10.00", 5);
            c.customer();
        },
        [](TestCompany &c) {
            return bool(c.session().perform(placeOrder, c.draft({1}, {{{1}, 2}, {{1}, 4}}), false));
        });
}

TEST(ChangeOrder, promisesAreMadeAnewAndWhatIsFreeGoesToWhoWaits)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    const Party acme = company.customer();
    const SalesOrder large = company.order(acme.id, {{mug.id, 8}}), waits = company.order(acme.id, {{mug.id, 5}});
    ASSERT_EQ(lineOf(company, waits.id).allocated, pcs(2));

    const OrderDocument changed = company.must(changeOrder, large.id, company.draft(acme.id, {{mug.id, 3}}));

    EXPECT_EQ(changed.order.number, large.number);
    EXPECT_EQ(changed.order.total, eur("35.70"));
    EXPECT_EQ(lineOf(company, large.id).allocated, pcs(3));
    EXPECT_EQ(lineOf(company, waits.id).allocated, pcs(5));
    expectProven(company);
}

TEST(ChangeOrder, refusesOnceGoodsAreTakenFromTheShelf)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    const Party acme = company.customer();
    const SalesOrder order = company.order(acme.id, {{mug.id, 8}});
    const NewOrder less = company.draft(acme.id, {{mug.id, 3}});

    company.must(pickOrder, order.id, Part());
    EXPECT_EQ(company.refusal(changeOrder, order.id, less), "already_picked");
    company.must(unpickOrder, order.id);
    EXPECT_EQ(company.refusal(changeOrder, order.id, less), "(done)");
    company.must(cancelOrder, order.id, Part(), QString());
    EXPECT_EQ(company.refusal(changeOrder, order.id, less), "wrong_state");
    expectProven(company);
}

TEST(ChangeOrder, mindsTheCreditLimit)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 100);
    const Party acme = company.customer("Acme", 10'000); // 100.00
    const SalesOrder order = company.order(acme.id, {{mug.id, 8}});

    EXPECT_EQ(company.refusal(changeOrder, order.id, company.draft(acme.id, {{mug.id, 9}})), "credit_limit"); // 107.10
    EXPECT_EQ(company.refusal(changeOrder, order.id, company.draft(acme.id, {{mug.id, 7}})), "(done)");
}

TEST(ChangeOrder, leavesNothingBehindWhenAnyStatementFails)
{
    everyStatementMayFail(
        [](TestCompany &c) {
            const Product mug = c.product("MUG", "10.00", 5);
            const Party acme = c.customer();
            c.order(acme.id, {{mug.id, 4}});
            c.order(acme.id, {{mug.id, 4}});
        },
        [](TestCompany &c) {
            return bool(c.session().perform(changeOrder, Id<SalesOrder>{1}, c.draft({1}, {{{1}, 2}})));
        });
}

TEST(ReduceOrder, spreadsTheAmountOverTheLines)
{
    TestCompany company;
    const Product mug = company.product("MUG", "10.00", 10);
    const SalesOrder order = company.order(company.customer().id, {{mug.id, 1}, {mug.id, 2}});

    company.must(reduceOrder, order.id, eur("3.57")); // a tenth

    EXPECT_EQ(lineOf(company, order.id, 1).total, eur("10.71"));
    EXPECT_EQ(lineOf(company, order.id, 2).total, eur("21.42"));
    EXPECT_EQ(reread(company, order.id).total, eur("32.13"));
    EXPECT_EQ(reread(company, order.id).discount, eur("3.00"));
    EXPECT_EQ(company.refusal(reduceOrder, order.id, eur("32.14")), "amount");
    EXPECT_EQ(company.refusal(reduceOrder, order.id, eur("-0.01")), "amount");
    company.must(shipOrder, order.id, Dispatch());
    EXPECT_EQ(invoiced(company, order.id).total, eur("32.13"));
    EXPECT_EQ(company.refusal(reduceOrder, order.id, eur("1.00")), "amount");
    expectProven(company);
}
