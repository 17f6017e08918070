#include "channels/advisor/advice.h"
#include "channels/engine/exception.h"
#include "channels/engine/runner.h"
#include "core/billing/invoice.h"
#include "core/sales/pickorder.h"
#include "core/verify/verify.h"
#include "core/warehouse/warehouse.h"
#include "support/testcompany.h"
#include "venduretest.h"

#include <QFile>
#include <QProcess>
#include <QThread>
#include <map>

using namespace channels;

namespace {

/// A real shop, which tests/shops/vendure/with-shop starts, and a company that is joined to it: what is bought there is carried out here and
/// told back. Skipped where there is no shop.
///
///     MUG    19 %  11.90 a piece  20 on hand
///     TEA     7 %  10.70          20
///     SHIRT  19 %  23.80          10
///     LAMP   19 %   5.95           5
class VendureShop : public testing::Test {
protected:
    static constexpr const char *mug = "SIM-033";
    static constexpr const char *tea = "SIM-032";
    static constexpr const char *shirt = "VAR-003-red";
    static constexpr const char *lamp = "SIM-030";

    void SetUp() override
    {
        QFile file(qEnvironmentVariable("PURSER_TEST_VENDURE"));
        if (file.fileName().isEmpty())
            GTEST_SKIP() << "PURSER_TEST_VENDURE is not set";
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        settings = *Json::parse(file.readAll());
        for (auto &[folder, before] : folders) {
            before = qgetenv(folder);
            qputenv(folder, QFile::encodeName(home.path()));
        }
        company.session().clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        byHand = std::make_unique<vendure::Client>(http, access());

        finishWhatIsOpen();
        products[mug] = company.product(mug, "10.00", 20);
        products[tea] = company.product(tea, "10.00", 20, "4.00", "reduced");
        products[shirt] = company.product(shirt, "20.00", 10);
        products[lamp] = company.product(lamp, "5.00", 5);
        join();
    }
    void TearDown() override
    {
        if (IsSkipped())
            return;
        const auto found = verifyCompany(company.session());
        EXPECT_TRUE(found && found->ok()) << (found && !found->ok() ? qPrintable(found->differences[0].text) : "");
        for (const auto &[folder, before] : folders)
            before.isNull() ? qunsetenv(folder) : qputenv(folder, before);
    }

    Access access() const
    {
        Access access;
        access.url = settings["admin"].text();
        access.secrets = {settings["user"].text(), settings["password"].text()};
        access.currency = Eur;
        access.clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
        access.random = [](int bytes) { return QByteArray(bytes, 'r'); };
        return access;
    }

    /// Nothing is left promised in the shop, whatever other tests ordered.
    void finishWhatIsOpen()
    {
        const Json open = byHand->query(QStringLiteral("query($options:OrderListOptions){orders(options:$options){items{id state}}}"),
                                        *Json::parse(R"({"options":{"take":500,"filter":{"active":{"eq":false}}}})"));
        for (const Json &order : open["orders"]["items"].items()) {
            const QString state = order["state"].text();
            if (state != u"Cancelled" && state != u"Shipped" && state != u"Delivered")
                cancelByHand(order["id"].text(), {});
        }
    }
    void join()
    {
        NewChannel wanted;
        wanted.name = QStringLiteral("shop");
        wanted.kind = QStringLiteral("vendure");
        wanted.url = settings["admin"].text();
        wanted.secrets = {settings["user"].text(), settings["password"].text()};
        const auto added = addChannel(company.session(), wanted);
        ASSERT_TRUE(added) << qPrintable(added.error().text);
        pulled({false, company.session().clock()});
        PushScope joining;
        joining.agreeAll = true; // the shop's prices were others than ours
        EXPECT_EQ(pushed(joining).refused, 0);
    }

    PullReport pulled(const PullOptions &options = {})
    {
        const auto report = pull(company.session(), QStringLiteral("shop"), options, control);
        EXPECT_TRUE(report) << (report ? "" : qPrintable(report.error().text));
        return report ? *report : PullReport();
    }
    PushReport pushed(const PushScope &scope = {}, bool dryRun = false)
    {
        const auto report = push(company.session(), QStringLiteral("shop"), scope, dryRun, control);
        EXPECT_TRUE(report) << (report ? "" : qPrintable(report.error().text));
        if (!report)
            return {};
        for (const PushItem &item : report->items)
            EXPECT_EQ(item.message, "") << qPrintable(item.sku + u' ' + item.field);
        return *report;
    }

    /// A customer buys; nothing if the shop does not sell it.
    static std::optional<Json> tryToBuy(const QStringList &what)
    {
        QProcess buyer;
        buyer.start(PURSER_SOURCE_DIR "/tests/shops/vendure/place", what);
        EXPECT_TRUE(buyer.waitForFinished(60'000));
        const auto order = Json::parse(buyer.readAllStandardOutput());
        return order ? std::optional(*order) : std::nullopt;
    }
    static Json buy(const QStringList &what)
    {
        const auto order = tryToBuy(what);
        EXPECT_TRUE(order) << qPrintable(what.join(u' '));
        return order ? *order : Json();
    }
    /// The order as the shop shows it.
    Json there(const QString &id)
    {
        return byHand->query(
            QStringLiteral("query($id:ID!){order(id:$id){state totalWithTax lines{id quantity productVariant{sku}} payments{id amount} "
                           "fulfillments{state method trackingCode lines{orderLineId quantity}}}}"),
            Json::object({{"id", id}}))["order"];
    }
    static Json units(const Json &line, int quantity) { return JsonArray{Json::object({{"orderLineId", line["id"]}, {"quantity", quantity}})}; }
    void cancelByHand(const QString &id, const Json &lines)
    {
        Json input = Json::object({{"orderId", id}, {"reason", "changed mind"}, {"cancelShipping", lines.isNull()}});
        if (!lines.isNull())
            input.set(QStringLiteral("lines"), lines);
        const Json done = byHand->mutate(
            QStringLiteral("mutation($input:CancelOrderInput!){cancelOrder(input:$input){...on Order{id} ...on ErrorResult{errorCode message}}}"),
            Json::object({{"input", input}}))["cancelOrder"];
        EXPECT_EQ(done["errorCode"].text(), "") << qPrintable(done["message"].text());
    }
    void refundByHand(const QString &id, qint64 cents, const Json &lines)
    {
        const Json input = Json::object({{"paymentId", there(id)["payments"].at(0)["id"]},
                                         {"amount", cents},
                                         {"lines", lines.isNull() ? Json(JsonArray()) : lines},
                                         {"shipping", 0},
                                         {"adjustment", 0},
                                         {"reason", "damaged"}});
        const Json refund = byHand->mutate(QStringLiteral("mutation($input:RefundOrderInput!){refundOrder(input:$input){...on Refund{id state} "
                                                          "...on ErrorResult{errorCode message}}}"),
                                           Json::object({{"input", input}}))["refundOrder"];
        ASSERT_EQ(refund["errorCode"].text(), "") << qPrintable(refund["message"].text());
        if (refund["state"].text() == u"Pending")
            byHand->mutate(
                QStringLiteral("mutation($input:SettleRefundInput!){settleRefund(input:$input){...on Refund{id} ...on ErrorResult{message}}}"),
                Json::object({{"input", Json::object({{"id", refund["id"]}, {"transactionId", "R1"}})}}));
    }

    SalesOrder orderOf(const Json &placed)
    {
        EXPECT_EQ(company.ask([&](Tx &tx) { return tx.number("SELECT COUNT(*) FROM sales_order WHERE external_id = ?", placed["id"].text()); }), 1);
        return company.ask([&](Tx &tx) { return tx.first<SalesOrder>("external_id = ?", placed["id"].text()).value_or(SalesOrder()); });
    }
    std::vector<SalesLine> linesOf(const SalesOrder &order)
    {
        return company.ask([&](Tx &tx) { return ::linesOf(tx, order); });
    }
    void pickAndPack(Id<SalesOrder> order, const Part &part = {})
    {
        company.must(pickOrder, order, part);
        company.must(packOrder, order, part);
    }
    static Dispatch parcel(const char *tracking, const Part &part = {}) { return {part, QStringLiteral("DHL"), QString::fromLatin1(tracking), {}}; }
    void receive(const char *sku, int quantity)
    {
        company.must([&](Tx &tx) {
            return receiveGoods(tx, {{products[sku].id, pcs(quantity), UnitPrice::parse(u"4", Eur), {}, {}, {}}}, tx.today());
        });
    }
    void count(const char *sku, int quantity)
    {
        company.must([&](Tx &tx) { return adjustStock(tx, products[sku].id, {}, pcs(quantity), tx.today(), QStringLiteral("counted")); });
    }

    /// What can still be sold of each product, as one line: here, by what is on the shelves and promised.
    QString forSaleHere()
    {
        return company.ask([](Tx &tx) {
            QStringList all;
            auto rows = tx.run("SELECT p.sku, (SELECT COALESCE(SUM(b.on_hand - b.allocated), 0) FROM stock_balance b WHERE b.product_id = p.id) - "
                               "(SELECT COALESCE(SUM(l.quantity - l.allocated - l.shipped - l.cancelled), 0) FROM sales_line l JOIN sales_order o "
                               "ON o.id = l.order_id WHERE l.product_id = p.id AND o.state < 90) FROM product p ORDER BY p.sku");
            while (rows.next())
                all << rows.text(0) + u' ' + QString::number(rows.integer(1) / 1'000'000);
            return all.join(u", ");
        });
    }
    /// The same as the shop reckons it: on hand less what its orders hold, at the location that is kept.
    QString forSaleThere()
    {
        QStringList all;
        for (const Json &variant : variants()) {
            const Json &level = variant["stockLevels"].at(0);
            all << variant["sku"].text() + u' ' + QString::number(level["stockOnHand"].toInteger() - level["stockAllocated"].toInteger());
        }
        all.sort();
        return all.join(u", ");
    }
    QString pricesThere()
    {
        QStringList all;
        for (const Json &variant : variants())
            all << variant["sku"].text() + u' ' + variant["priceWithTax"].text();
        all.sort();
        return all.join(u", ");
    }
    /// The shop's variants of the company's products.
    JsonArray variants()
    {
        JsonArray skus;
        const QStringList known = company.ask([](Tx &tx) {
            QStringList names;
            auto rows = tx.run("SELECT sku FROM product");
            while (rows.next())
                names << rows.text(0);
            return names;
        });
        for (const QString &sku : known)
            skus.push_back(sku);
        const Json filter = Json::object({{"sku", Json::object({{"in", skus}})}});
        return byHand
            ->query(QStringLiteral("query($options:ProductVariantListOptions){productVariants(options:$options){items{sku name priceWithTax "
                                   "stockLevels{stockOnHand stockAllocated} product{name assets{id}}}}}"),
                    Json::object({{"options", Json::object({{"filter", filter}})}}))["productVariants"]["items"]
            .items();
    }

    TestCompany company;
    QTemporaryDir home; ///< for seal and keys, instead of the person's own
    std::map<const char *, QByteArray> folders{{"XDG_DATA_HOME", {}}, {"XDG_CONFIG_HOME", {}}};
    Json settings;
    NetworkHttp http{{}};
    std::unique_ptr<vendure::Client> byHand; ///< what a shopkeeper does in the shop's own administration
    SyncControl control;
    std::map<QString, Product> products;
};

} // namespace

TEST_F(VendureShop, isJoinedBySkuAndShowsTheCompanysStockAndPrices)
{
    const PushReport again = pushed();

    EXPECT_EQ(again.sent, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM listing WHERE external_id <> ''"), 4);
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 20, VAR-003-red 10");
    EXPECT_EQ(pricesThere(), "SIM-030 595, SIM-032 1070, SIM-033 1190, VAR-003-red 2380");
}

TEST_F(VendureShop, eachOrderIsOneSalesOrderToTheCentWithItsGoodsAllocatedAndItsPaymentBooked)
{
    const Json guest = buy({"600", "SIM-033:2", "SIM-032:3"});                                                 // standard shipping, 4.90
    const Json regular = buy({"601", "VAR-003-red:3", "SIM-033:1", "coupon=TEN", "login=kunde2@example.com"}); // express shipping, 12.90
    const Json abroad = buy({"604", "SIM-032:1"});
    const Json unpaid = buy({"606", "SIM-033:1", "settle=false"});

    const PullReport report = pulled();

    EXPECT_EQ(report.created, 4);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(orderOf(guest).total, eur("60.80"));   // 23.80 + 32.10 + 4.90
    EXPECT_EQ(orderOf(regular).total, eur("87.87")); // 71.40 + 11.90, less a tenth, + 12.90
    EXPECT_EQ(orderOf(abroad).total, eur("15.60"));  // 10.70 + 4.90
    EXPECT_EQ(orderOf(unpaid).total, eur("16.80"));  // 11.90 + 4.90
    for (const Json &placed : {guest, regular, abroad, unpaid}) {
        const SalesOrder order = orderOf(placed);
        EXPECT_EQ(order.total, Money(placed["totalWithTax"].toInteger(), Eur));
        EXPECT_EQ(order.externalNumber, placed["code"].text());
        for (const SalesLine &line : linesOf(order))
            EXPECT_EQ(line.allocated, line.isGoods() ? line.quantity : Quantity()) << qPrintable(line.sku);
    }
    EXPECT_EQ(orderOf(guest).state, OrderState::Confirmed);
    EXPECT_EQ(orderOf(unpaid).state, OrderState::OnHold);
    EXPECT_EQ(orderOf(guest).paid, eur("60.80"));
    EXPECT_EQ(orderOf(unpaid).paid, eur("0.00"));
    EXPECT_EQ(company.balance(role::Clearing), "164.27"); // 60.80 + 87.87 + 15.60
    EXPECT_EQ(company.balance(role::Deposits), "-164.27");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM party WHERE guest = 0"), 1);
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, aSecondPullChangesNothing)
{
    buy({"610", "SIM-033:2", "SIM-032:3"});
    buy({"611", "VAR-003-red:1", "coupon=TEN"});
    pulled();
    const QString books = company.text("SELECT COUNT(*) || '/' || MAX(version) FROM sales_order") + company.balance(role::Clearing);

    const PullReport again = pulled();

    EXPECT_GE(again.seen, 2);
    EXPECT_EQ(again.unchanged, again.seen);
    EXPECT_EQ(company.text("SELECT COUNT(*) || '/' || MAX(version) FROM sales_order") + company.balance(role::Clearing), books);
}

TEST_F(VendureShop, anOrderGoesOnWhenItIsPaid)
{
    const Json placed = buy({"612", "SIM-033:1", "settle=false"});
    pulled();
    byHand->mutate(QStringLiteral("mutation($id:ID!){settlePayment(id:$id){...on Payment{id} ...on ErrorResult{message}}}"),
                   Json::object({{"id", there(placed["id"].text())["payments"].at(0)["id"]}}));

    const PullReport report = pulled();

    EXPECT_EQ(report.changed, 1);
    EXPECT_EQ(orderOf(placed).state, OrderState::Confirmed);
    EXPECT_EQ(orderOf(placed).paid, eur("16.80"));
}

TEST_F(VendureShop, whatIsPickedPackedShippedAndInvoicedIsToldBackWithItsTracking)
{
    const Json placed = buy({"620", "SIM-033:2", "SIM-032:3"});
    pulled();
    const SalesOrder order = orderOf(placed);
    pickAndPack(order.id, {{1, pcs(2)}});
    company.must(shipOrder, order.id, parcel("JD01"));
    pickAndPack(order.id, {{2, pcs(3)}});
    company.must(shipOrder, order.id, parcel("JD02"));
    const Invoice invoice = company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });

    const PushReport report = pushed();

    EXPECT_EQ(report.accepted, 2); // two shipments; what they took from the shelf the shop subtracts by itself
    EXPECT_EQ(report.refused, 0);
    EXPECT_EQ(invoice.total, eur("60.80"));
    EXPECT_EQ(orderOf(placed).state, OrderState::Paid);
    const Json shown = there(placed["id"].text());
    EXPECT_EQ(shown["state"].text(), "Shipped");
    ASSERT_EQ(shown["fulfillments"].items().size(), 2u);
    QStringList tracking;
    for (const Json &fulfilment : shown["fulfillments"].items()) {
        EXPECT_EQ(fulfilment["state"].text(), "Shipped");
        EXPECT_TRUE(fulfilment["method"].text().startsWith(u"DHL"));
        tracking << fulfilment["trackingCode"].text();
    }
    tracking.sort();
    EXPECT_EQ(tracking.join(u' '), "JD01 JD02");
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 17, SIM-033 18, VAR-003-red 10");
    EXPECT_EQ(forSaleThere(), forSaleHere());
    EXPECT_EQ(pushed().sent, 0);
    const PullReport echo = pulled();
    EXPECT_EQ(echo.unchanged, echo.seen); // what we told comes back and is known
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::Deposits), "0.00");
}

TEST_F(VendureShop, aDryRunSaysWhatAPushWouldDoAndDoesNothing)
{
    const Json placed = buy({"630", "SIM-033:2"});
    pulled();
    company.must(shipOrder, orderOf(placed).id, parcel("JD03"));
    count(tea, 12);
    company.must([&](Tx &tx) {
        Price price;
        price.product = products[lamp].id;
        price.currency = Eur;
        price.price = *UnitPrice::parse(u"6.00", Eur);
        return setPrice(tx, price);
    });
    const QString before = Json(variants()).toJson() + there(placed["id"].text()).toJson();

    const PushReport plan = pushed({}, true);

    EXPECT_EQ(Json(variants()).toJson() + there(placed["id"].text()).toJson(), before);
    ASSERT_EQ(plan.items.size(), 3u);
    EXPECT_EQ(plan.items[0].sku + u' ' + plan.items[0].field + u' ' + plan.items[0].now + u' ' + plan.items[0].becomes, "SIM-032 stock 20 12");
    EXPECT_EQ(plan.items[1].sku + u' ' + plan.items[1].field + u' ' + plan.items[1].now + u' ' + plan.items[1].becomes, "SIM-030 price 5.95 7.14");
    EXPECT_EQ(plan.items[2].field + u' ' + plan.items[2].becomes, "shipment DHL JD03");
    const PushReport done = pushed();
    EXPECT_EQ(done.items.size(), 3u);
    EXPECT_EQ(done.accepted, 3);
    EXPECT_EQ(pricesThere(), "SIM-030 714, SIM-032 1070, SIM-033 1190, VAR-003-red 2380");
    EXPECT_EQ(forSaleThere(), forSaleHere());
    EXPECT_EQ(pushed().sent, 0);
}

TEST_F(VendureShop, moreThanThereIsWaitsForGoodsAndIsNotSoldAgain)
{
    count(lamp, 2); // three are found broken, and the shop does not know yet
    const Json placed = buy({"640", "SIM-030:4"});

    const PullReport report = pulled();

    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception WHERE resolution = ''"), "no_stock");
    EXPECT_EQ(linesOf(orderOf(placed)).at(0).allocated, pcs(2));
    pushed();
    EXPECT_EQ(forSaleThere(), "SIM-030 -2, SIM-032 20, SIM-033 20, VAR-003-red 10");
    EXPECT_EQ(forSaleThere(), forSaleHere());
    EXPECT_FALSE(tryToBuy({"642", "SIM-030:1"}));
    receive(lamp, 6);
    EXPECT_EQ(linesOf(orderOf(placed)).at(0).allocated, pcs(4));
    company.must(shipOrder, orderOf(placed).id, parcel("JD04")); // before the shop hears that there are more
    EXPECT_EQ(pushed().refused, 0);
    EXPECT_EQ(there(placed["id"].text())["state"].text(), "Shipped");
    EXPECT_EQ(forSaleThere(), "SIM-030 4, SIM-032 20, SIM-033 20, VAR-003-red 10"); // 2 + 6 - 4
    EXPECT_EQ(forSaleThere(), forSaleHere());
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sync_exception WHERE resolution = ''"), 0);
}

TEST_F(VendureShop, goodsPromisedAtTheDeskAreNotForSaleInTheShop)
{
    const Json placed = buy({"650", "VAR-003-red:1"});
    pulled();
    company.order(company.customer().id, {{products[shirt].id, 8}});

    pushed();

    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 20, VAR-003-red 1"); // 10 - 1 - 8
    EXPECT_EQ(forSaleThere(), forSaleHere());
    EXPECT_FALSE(tryToBuy({"651", "VAR-003-red:2"}));
}

TEST_F(VendureShop, whatTheShopSoldMeanwhileIsTakenInBeforeItsStockIsSet)
{
    const Json placed = buy({"652", "SIM-033:5"});
    receive(mug, 4);
    PushScope onlyStock;
    onlyStock.prices = onlyStock.products = onlyStock.shipments = false;

    const PushReport report = pushed(onlyStock);

    EXPECT_EQ(report.pulled ? report.pulled->created : 0, 1);
    EXPECT_EQ(orderOf(placed).state, OrderState::Confirmed);
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 19, VAR-003-red 10"); // 20 + 4 - 5
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, aCancelInTheShopFreesTheGoodsAndGivesTheMoneyBack)
{
    const Json placed = buy({"660", "SIM-033:2", "SIM-032:3"});
    pulled();
    cancelByHand(placed["id"].text(), {});
    refundByHand(placed["id"].text(), 6080, {});

    const PullReport report = pulled();

    EXPECT_EQ(report.changed, 1);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(orderOf(placed).state, OrderState::Cancelled);
    EXPECT_EQ(company.number("SELECT SUM(allocated) FROM stock_balance"), 0);
    EXPECT_EQ(company.balance(role::Clearing), "0.00");
    EXPECT_EQ(company.balance(role::Deposits), "0.00");
    EXPECT_EQ(pushed().sent, 0);
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 20, VAR-003-red 10");
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, aRefundOfShippedGoodsIsACreditNoteAndMoneyBack)
{
    const Json placed = buy({"670", "SIM-033:2", "SIM-032:3"});
    pulled();
    const SalesOrder order = orderOf(placed);
    company.must(shipOrder, order.id, parcel("JD05"));
    company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    pushed();
    const Json lines = there(placed["id"].text())["lines"];
    const Json &mugs = lines.at(0)["productVariant"]["sku"].text() == QLatin1String(mug) ? lines.at(0) : lines.at(1);
    refundByHand(placed["id"].text(), 1190, units(mugs, 1));

    const PullReport report = pulled();

    EXPECT_EQ(report.changed, 1);
    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM invoice WHERE kind = 2 AND total = 1190 AND net = 1000"), 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM payment WHERE direction = 2 AND amount = 1190"), 1);
    EXPECT_EQ(company.balance(role::Clearing), "48.90"); // 60.80 less 11.90
    EXPECT_EQ(company.balance(role::Receivable), "0.00");
    EXPECT_EQ(company.balance(role::Deposits), "0.00");
    EXPECT_EQ(pulled().changed, 0);
    pushed();
    EXPECT_EQ(forSaleThere(), forSaleHere()); // the buyer keeps it
    EXPECT_EQ(pushed().sent, 0);
}

TEST_F(VendureShop, aShippedUnitThatIsTakenBackInTheShopIsShownAndItsStockIsOurs)
{
    const Json placed = buy({"672", "SIM-033:2"});
    pulled();
    company.must(shipOrder, orderOf(placed).id, parcel("JD06"));
    pushed();
    cancelByHand(placed["id"].text(), units(there(placed["id"].text())["lines"].at(0), 1)); // the shop puts it back on its shelf

    const PullReport report = pulled();

    EXPECT_EQ(report.exceptions, 1);
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception WHERE resolution = ''"), "changed_after_ship");
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 19, VAR-003-red 10");
    pushed();
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 18, VAR-003-red 10");
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, aUnitTakenOffAndPaidBackLaterIsTakenOffOnce)
{
    const Json placed = buy({"680", "VAR-003-red:3"}); // 71.40 + 4.90
    pulled();
    const Json line = there(placed["id"].text())["lines"].at(0);
    cancelByHand(placed["id"].text(), units(line, 1));
    EXPECT_EQ(pulled().exceptions, 0);
    EXPECT_EQ(orderOf(placed).total, eur("52.50"));
    refundByHand(placed["id"].text(), 2380, units(line, 1));

    const PullReport report = pulled();

    EXPECT_EQ(report.exceptions, 0);
    EXPECT_EQ(orderOf(placed).total, eur("52.50"));
    EXPECT_EQ(orderOf(placed).paid, eur("52.50"));
    EXPECT_EQ(linesOf(orderOf(placed)).at(0).allocated, pcs(2));
    EXPECT_EQ(company.balance(role::Deposits), "-52.50");
    pushed();
    EXPECT_EQ(forSaleThere(), "SIM-030 5, SIM-032 20, SIM-033 20, VAR-003-red 8");
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, aNewProductIsShownWithItsStockAndPrice)
{
    const QString sku = QStringLiteral("NEW-") + qEnvironmentVariable("PURSER_TEST_ENGINE");
    products[sku] = company.product(sku.toLatin1().constData(), "2.00", 7);

    const PushReport report = pushed();

    EXPECT_EQ(report.refused, 0);
    EXPECT_TRUE(forSaleThere().startsWith(sku + QStringLiteral(" 7, "))) << qPrintable(forSaleThere());
    EXPECT_TRUE(pricesThere().startsWith(sku + QStringLiteral(" 238, ")));
    EXPECT_EQ(pushed().sent, 0);
    const Json placed = buy({"690", sku + QStringLiteral(":2")});
    EXPECT_EQ(pulled().exceptions, 0);
    EXPECT_EQ(orderOf(placed).total, eur("9.66")); // 4.76 + 4.90
    EXPECT_EQ(forSaleThere(), forSaleHere());
}

TEST_F(VendureShop, runsByItselfOrdersComeInAndStockGoesOutWithNobodyAtIt)
{
    const Id<Channel> channel = company.ask([](Tx &tx) { return channelByName(tx, QStringLiteral("shop")); }).id;
    company.must(advisor::setLevel, channel, 3);
    Runner::Options options;
    options.company = company.locator();
    Runner runner(std::move(options));
    const auto becomes = [](const std::function<bool()> &isSo) {
        for (int i = 0; i < 600 && !isSo(); ++i)
            QThread::msleep(100);
        return isSo();
    };
    const auto pullSoon = [&] { company.must(makeDue, channel, std::set<Work>{Work::Orders}); };

    buy({"690", "SIM-033:2"});
    pullSoon();
    EXPECT_TRUE(becomes([&] { return company.number("SELECT COUNT(*) FROM sales_order") == 1; }));
    company.must([&](Tx &tx) { return receiveGoods(tx, {{products[lamp].id, pcs(7), {}, {}, {}, {}}}, tx.today()); });
    EXPECT_TRUE(becomes([&] { return forSaleThere() == QLatin1String("SIM-030 12, SIM-032 20, SIM-033 18, VAR-003-red 10"); }))
        << qPrintable(forSaleThere());
    EXPECT_EQ(forSaleThere(), forSaleHere());
}
