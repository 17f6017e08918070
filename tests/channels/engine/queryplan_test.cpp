#include "channels/engine/noted.h"
#include "core/billing/returnorder.h"
#include "core/catalog/kit.h"
#include "core/reports/report.h"
#include "core/reports/today.h"
#include "core/sales/orderlist.h"
#include "core/sales/pickorder.h"
#include "engine/fakeshop.h"

#include <QRegularExpression>
#include <set>

// A statement that walks through a table grows slower with every order. SQLite says of each how it would answer it.

namespace {

/// Tables that stay as they are however many orders come.
const QStringList steady{"company",          "series",        "account",     "account_role",  "journal",       "period",        "ledger_head",
                         "account_balance",  "tax",           "price_list",  "warehouse",     "location",      "channel",       "category",
                         "product",          "product_image", "stock_value", "stock_balance", "exchange_rate", "channel_offer", "channel_warehouse",
                         "product_component"};
/// Indexes of what is not finished yet: as long as the work that lies there.
const QStringList unfinished{"open_item_party",     "open_item_order",      "sales_order_at_work",
                             "sync_exception_open", "sync_exception_first", "shipment_notice_open"};

QString tableOf(const QString &alias, const QString &sql)
{
    const QRegularExpression named(QStringLiteral("(?:FROM|JOIN|,) (\\w+) ") + alias + QStringLiteral("\\b"));
    const auto found = named.match(sql);
    return found.hasMatch() ? found.captured(1) : alias;
}

/// Walks of one statement through tables that grow, or through one of `others`.
QStringList walksOf(Tx &tx, const std::string &text, const QStringList &others)
{
    const QString sql = QString::fromStdString(text);
    const bool onlyTheNewest =
        sql.contains(QStringLiteral(" LIMIT ")) && !QString(sql).remove(QStringLiteral("WHERE 1 = 1")).contains(QStringLiteral("WHERE"));
    const auto isPartOfTheStatement = [&](const QString &name) { return sql.contains(QStringLiteral(") ") + name); }; // (SELECT …) name
    QStringList walks;
    auto rows = tx.run("EXPLAIN QUERY PLAN " + text);
    static const QRegularExpression scan(QStringLiteral("^SCAN (?!CONSTANT)(\\w+)(?: USING (?:COVERING )?INDEX (\\w+))?"));
    while (rows.next())
        if (const auto found = scan.match(rows.text(3));
            found.hasMatch() && !isPartOfTheStatement(found.captured(1)) && !onlyTheNewest && !unfinished.contains(found.captured(2))
            && (!steady.contains(tableOf(found.captured(1), sql)) || others.contains(tableOf(found.captured(1), sql))))
            walks << rows.text(3) + QStringLiteral(": ") + sql;
    return walks;
}

/// Every different statement that runs meanwhile and could walk.
template <class Work> std::set<std::string> statementsOf(TestCompany &company, Work work)
{
    std::set<std::string> statements;
    company.session().connection().onStatement = [&](std::string_view sql, std::span<const sql::Value>) {
        if (sql.starts_with("SELECT") || sql.starts_with("UPDATE") || sql.starts_with("DELETE"))
            statements.emplace(sql);
    };
    work();
    company.session().connection().onStatement = nullptr;
    return statements;
}

QStringList walksOf(TestCompany &company, const std::set<std::string> &statements, const QStringList &others = {})
{
    QStringList walks;
    for (const std::string &sql : statements)
        walks << company.must([&](Tx &tx) -> Result<QStringList> { return walksOf(tx, sql, others); }); // a question may not even explain a change
    return walks;
}

} // namespace

TEST(QueryPlan, noStatementOfTheMainJobWalksThroughATableThatGrows)
{
    ShopCompany company;
    if (company.isServer())
        return;
    company.product("MUG", "10.00", 50);

    const auto statements = statementsOf(company, [&] {
        company.shop.sells("1", "MUG", 2, "23.80").billing.email = QStringLiteral("guest@example.org");
        company.pulled();
        const SalesOrder order = company.ask([](Tx &tx) { return *tx.first<SalesOrder>("id > 0 ORDER BY id DESC LIMIT 1"); });
        company.must(pickOrder, order.id, Part());
        company.must(packOrder, order.id, Part());
        company.must(shipOrder, order.id, Dispatch());
        company.pushed();
        company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
        company.must([&](Tx &tx) { return returnOrder(tx, order.id, {{1, pcs(1)}}, QStringLiteral("broken")); });
    });

    EXPECT_GT(statements.size(), 30u);
    const QStringList walks = walksOf(company, statements);
    EXPECT_TRUE(walks.isEmpty()) << qPrintable(walks.join(u'\n'));
}

TEST(QueryPlan, aPushAtOnceReadsNothingOfTheProductsThatDidNotChange)
{
    ShopCompany company;
    if (company.isServer())
        return;
    const Product mug = company.product("MUG", "10.00", 50), tray = company.product("TRAY", "10.00", 50), set = company.product("SET", "30.00");
    company.must(setComponents, set.id, std::vector<ProductComponent>{{{}, mug.id, pcs(2)}, {{}, tray.id, pcs(1)}});
    company.pushed();
    company.must([&](Tx &tx) { return adjustStock(tx, mug.id, {}, pcs(3), tx.today(), QStringLiteral("count")); });
    company.must(noteChanged, company.channel.id, Work::Stock, std::set{mug.id});

    const auto statements = statementsOf(company, [&] {
        PushScope scope{false, true, true, true, false};
        scope.changedOnly = true;
        company.pushed(false, scope);
    });

    EXPECT_GT(statements.size(), 10u);
    EXPECT_EQ(company.shop.shelves.at("SET").stock, pcs(1));
    const QStringList walks = walksOf(company, statements, {"product", "listing", "product_image", "stock_balance", "product_component", "price"});
    EXPECT_TRUE(walks.isEmpty()) << qPrintable(walks.join(u'\n'));
}

TEST(QueryPlan, reportsAndListsReadNoMoreThanTheyShow)
{
    ShopCompany company;
    if (company.isServer())
        return;

    const auto statements = statementsOf(company, [&] {
        company.ask([](Tx &tx) {
            trialBalance(tx, tx.today());
            profitAndLoss(tx, tx.today().addDays(-30), tx.today());
            ageing(tx, false, tx.today());
            stockValue(tx);
            sales(tx, tx.today(), tx.today(), SalesBy::Customer);
            todayFigures(tx);
            orderRows(tx, {}, {}, 200);
            orderRows(tx, {}, {1}, 200);
            return 0;
        });
    });

    EXPECT_GT(statements.size(), 10u);
    const QStringList walks = walksOf(company, statements);
    EXPECT_TRUE(walks.isEmpty()) << qPrintable(walks.join(u'\n'));
}
