#include "channels/engine/held.h"
#include "channels/engine/journal.h"
#include "engine/fakeshop.h"

// Every push is written down, and what it changed of prices and texts can be put back.

using namespace channels;

namespace {

struct UndoCompany : ShopCompany {
    UndoCompany()
    {
        mug = product("MUG", "10.00", 5);
        pushed();
    }
    void rename(const char *name, const char *text = "")
    {
        must([&](Tx &tx) {
            Product row = tx.get(mug.id);
            row.name = QString::fromLatin1(name);
            row.description = QString::fromLatin1(text);
            return saveProduct(tx, row);
        });
    }
    void reprice(const char *price)
    {
        must([&](Tx &tx) {
            Price row = *tx.first<Price>("product_id = ?", mug.id);
            row.price = *UnitPrice::parse(QString::fromLatin1(price), Eur);
            return savePrice(tx, row);
        });
    }
    PushReport undone(qint64 batch)
    {
        auto report = undoPush(session(), channel, shop, batch, control);
        if (!report) {
            ADD_FAILURE() << qPrintable(report.error().text);
            return {};
        }
        return *report;
    }
    Product mug;
};

} // namespace

TEST(History, tellsWhatAPushChangedFromWhatToWhat)
{
    UndoCompany company;
    company.reprice("11.00");

    const PushReport report = company.pushed();

    const auto changes = company.ask([&](Tx &tx) { return changesOf(tx, {report.batch}); });
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].sku, "MUG");
    EXPECT_EQ(changes[0].change.field, "price");
    EXPECT_EQ(changes[0].change.was, "11.90");
    EXPECT_EQ(changes[0].change.became, "13.09");
    EXPECT_EQ(changes[0].change.result, "accepted");
    EXPECT_EQ(company.pushed().batch, 0); // nothing changed, nothing written
}

TEST(Undo, sendsTheOldPriceAndTheNextPushLeavesItAlone)
{
    UndoCompany company;
    company.reprice("11.00");
    const PushReport report = company.pushed();

    const PushReport undone = company.undone(report.batch);

    EXPECT_EQ(undone.accepted, 1);
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("11.90")));
    const PushReport next = company.pushed();
    EXPECT_EQ(next.held, 1);
    EXPECT_EQ(next.sent, 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("11.90")));

    company.must(releaseField, company.channel.id, company.mug.id, PushField::Price);
    company.pushed();
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("13.09")));
}

TEST(Undo, sendsTheOldTextsAndOnlyThose)
{
    UndoCompany company;
    company.rename("Mug, blue", "Holds tea.");
    company.pushed();
    company.rename("Mug, red", "Holds coffee.");
    const PushReport report = company.pushed();
    company.shop.saved.clear();

    company.undone(report.batch);

    ASSERT_EQ(company.shop.saved.size(), 1u);
    EXPECT_EQ(company.shop.saved[0].name, "Mug, blue");
    EXPECT_EQ(company.shop.saved[0].description, "Holds tea.");
    EXPECT_FALSE(company.shop.saved[0].parts.details);
    EXPECT_FALSE(company.shop.saved[0].parts.images);
    EXPECT_EQ(company.pushed().held, 2);
}

TEST(Undo, leavesStockAsItIsNow)
{
    UndoCompany company;
    company.must([&](Tx &tx) { return adjustStock(tx, company.mug.id, {}, pcs(3), tx.today(), QStringLiteral("count")); });
    const PushReport report = company.pushed();

    const PushReport undone = company.undone(report.batch);

    EXPECT_EQ(undone.sent, 0);
    ASSERT_EQ(undone.items.size(), 1u);
    EXPECT_EQ(undone.items[0].result, "left");
    EXPECT_EQ(company.shop.shelves.at("MUG").stock, pcs(3));
}

TEST(Undo, leavesWhatWasChangedAgainSince)
{
    UndoCompany company;
    company.reprice("11.00");
    const PushReport first = company.pushed();
    company.reprice("12.00");
    company.pushed();

    EXPECT_EQ(company.undone(first.batch).sent, 0);
    EXPECT_EQ(company.shop.shelves.at("MUG").price, UnitPrice::of(eur("14.28")));
}

TEST(Undo, ofTheFirstPushToAnOldShopBringsItsOwnTextsBack)
{
    ShopCompany company;
    company.product("MUG", "10.00", 5);
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(5), UnitPrice::of(eur("11.90")), QStringLiteral("Grandma's mug"),
                                   QStringLiteral("Painted by hand.")};
    const PushReport report = company.pushed();
    ASSERT_NE(company.shop.shelves.at("MUG").content, "Grandma's mug");

    ASSERT_TRUE(undoPush(company.session(), company.channel, company.shop, report.batch, company.control));

    EXPECT_EQ(company.shop.shelves.at("MUG").content, "Grandma's mug");
    EXPECT_EQ(company.shop.shelves.at("MUG").text, "Painted by hand.");
}

TEST(Found, whatReadsAlikeIsNoDifference)
{
    ShopCompany company;
    const Product mug = company.product("MUG", "10.00", 5);
    company.must([&](Tx &tx) {
        Product row = tx.get(mug.id);
        row.description = QStringLiteral("Holds tea.");
        return saveProduct(tx, row);
    });
    company.shop.shelves["MUG"] = {QStringLiteral("77"), pcs(5), UnitPrice::of(eur("11.90")), mug.name, QStringLiteral("<p>Holds tea.</p>\n")};

    const PushReport report = company.pushed();

    for (const PushItem &item : report.items)
        EXPECT_EQ(item.field, "details"); // which the shop does not list
}

TEST(Found, manyTextsOfAnOldShopAreNotReplacedUnasked)
{
    ShopCompany company;
    for (int i = 0; i < 60; ++i) {
        const QString sku = QStringLiteral("P%1").arg(i);
        company.product(qPrintable(sku), "10.00", 5);
        company.shop.shelves[sku] = {sku + u'x', pcs(5), UnitPrice::of(eur("11.90")), QStringLiteral("An old name"), QStringLiteral("An old text")};
    }

    const PushReport report = company.pushed();

    EXPECT_EQ(report.held, 120);
    EXPECT_EQ(company.shop.shelves.at("P0").content, "An old name");
}

TEST(Undo, refusesWhatIsNoPushOfTheChannel)
{
    UndoCompany company;

    const auto refused = undoPush(company.session(), company.channel, company.shop, 4711, company.control);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "unknown_push");
}
