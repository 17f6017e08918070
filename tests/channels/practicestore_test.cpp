#include "storeclient.h"

using namespace channels::practicestore;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

std::vector<qint64> idsOf(const Json &list)
{
    std::vector<qint64> ids;
    for (const Json &item : list.items())
        ids.push_back(item["id"].toInteger());
    return ids;
}

} // namespace

TEST(PracticeStore, aPageBeyondTheEndIsEmpty)
{
    StoreClient client;
    client.store->takeRandomOrders(3);

    const Json page = client.get("orders", {{"page", "9"}});

    EXPECT_EQ(client.last.status, 200);
    EXPECT_EQ(client.last.body, "[]");
    EXPECT_EQ(client.total(), 3);
    EXPECT_TRUE(page.isArray());
}

TEST(PracticeStore, pagesAreCountedAndLinked)
{
    StoreClient client;
    client.store->takeRandomOrders(25);

    const Json page = client.get("orders", {{"per_page", "10"}, {"page", "2"}});

    EXPECT_EQ(page.items().size(), 10u);
    EXPECT_EQ(client.total(), 25);
    EXPECT_EQ(client.last.header("x-wp-totalpages"), "3");
    QByteArray links;
    for (const auto &[name, value] : client.last.headers)
        links += name == "link" ? value + ' ' : QByteArray();
    EXPECT_TRUE(links.contains("per_page=10&page=3>; rel=\"next\"")) << links.constData();
    EXPECT_TRUE(links.contains("per_page=10&page=1>; rel=\"prev\""));
    EXPECT_FALSE(links.contains("oauth"));
}

TEST(PracticeStore, moreThanAHundredPerPageIsRefusedInThePlatformsWords)
{
    StoreClient client;

    const Json refused = client.get("orders", {{"per_page", "101"}});

    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(refused["code"].text(), "rest_invalid_param");
    EXPECT_EQ(refused["data"]["params"]["per_page"].text(), "per_page must be between 1 (inclusive) and 100 (inclusive)");
    EXPECT_EQ(refused["data"]["details"]["per_page"]["code"].text(), "rest_out_of_bounds");
}

TEST(PracticeStore, anUnknownOrderOfAListIsRefused)
{
    StoreClient client;

    EXPECT_EQ(client.get("orders", {{"orderby", "date_modified"}})["data"]["details"]["orderby"]["code"].text(), "rest_not_in_enum");
}

TEST(PracticeStore, modifiedAfterIsExclusiveInWholeSeconds)
{
    StoreClient client;
    const qint64 first = client.buy({{q("V60-02")}});
    client.now = client.now.plusSeconds(1);
    const qint64 second = client.buy({{q("V60-02")}});
    const auto after = [&](const char *time) {
        return idsOf(client.get("orders", {{"modified_after", time}, {"dates_are_gmt", "true"}, {"orderby", "modified"}, {"order", "asc"}}));
    };

    EXPECT_EQ(after("2030-01-15T10:59:59"), (std::vector{first, second}));
    EXPECT_EQ(after("2030-01-15T11:00:00"), (std::vector{second}));
    EXPECT_EQ(after("2030-01-15T11:00:00.999"), (std::vector{second})) << "fractions are ignored";
    EXPECT_EQ(after("2030-01-15T11:00:01"), std::vector<qint64>());
}

/// The shop is in Berlin, one hour ahead of UTC in January; the order was changed at 11:00 UTC.
TEST(PracticeStore, theFormsOfADateMeanWhatTheRealShopMakesOfThem)
{
    StoreClient client;
    client.buy({{q("V60-02")}});
    const auto found = [&](const char *after, bool gmt) {
        StoreClient::Query query{{"modified_after", after}};
        if (gmt)
            query.emplace_back("dates_are_gmt", "true");
        return int(client.get("orders", query).items().size());
    };

    EXPECT_EQ(found("2030-01-15T10:59:59", true), 1) << "UTC without a zone: right";
    EXPECT_EQ(found("2030-01-15T11:00:00", true), 0);
    EXPECT_EQ(found("2030-01-15T10:59:59Z", false), 1) << "with a zone and without the switch: right";
    EXPECT_EQ(found("2030-01-15T11:00:00Z", false), 0);
    EXPECT_EQ(found("2030-01-15T11:59:59+01:00", false), 1);
    EXPECT_EQ(found("2030-01-15T12:00:00+01:00", false), 0);
    EXPECT_EQ(found("2030-01-15T11:59:59", false), 1) << "the shop's own clock: right";
    EXPECT_EQ(found("2030-01-15T12:00:00", false), 0);
    EXPECT_EQ(found("2030-01-15T10:59:59Z", true), 0) << "a zone with the switch: shifted, the order is missed";
    EXPECT_EQ(found("2030-01-15T11:59:59+01:00", true), 0);
    EXPECT_EQ(found("2030-01-15T11:30:00", false), 1) << "UTC without zone and switch: shifted, too many are found";
}

TEST(PracticeStore, aNonsenseDateIsRefused)
{
    StoreClient client;

    const Json refused = client.get("orders", {{"modified_after", "yesterday"}});

    EXPECT_EQ(client.last.status, 400);
    EXPECT_EQ(refused["data"]["details"]["modified_after"]["code"].text(), "rest_invalid_date");
}

TEST(PracticeStore, trashIsOnlyListedWhenAskedFor)
{
    StoreClient client;
    const qint64 kept = client.buy({{q("V60-02")}});
    const qint64 thrown = client.buy({{q("V60-02")}});
    client.call("DELETE", QStringLiteral("orders/%1").arg(thrown));

    EXPECT_EQ(idsOf(client.get("orders")), (std::vector{kept}));
    EXPECT_EQ(idsOf(client.get("orders", {{"status", "any,trash"}})), (std::vector{kept}));
    EXPECT_EQ(idsOf(client.get("orders", {{"status", "trash"}})), (std::vector{thrown}));
    EXPECT_EQ(client.get(QStringLiteral("orders/%1").arg(thrown))["status"].text(), "trash");
    EXPECT_EQ(client.store->product(q("V60-02"))->stock, 34 - 2) << "trash gives no stock back";
}

TEST(PracticeStore, statusesAndIdsCanBeChosen)
{
    StoreClient client;
    const qint64 paid = client.buy({{q("V60-02")}}, "card");
    const qint64 waiting = client.buy({{q("V60-02")}}, "bacs");

    EXPECT_EQ(idsOf(client.get("orders", {{"status", "on-hold"}})), (std::vector{waiting}));
    EXPECT_EQ(client.get("orders", {{"status", "on-hold,processing"}}).items().size(), 2u);
    EXPECT_EQ(client.get("orders", {{"status[]", "on-hold"}, {"status[]", "processing"}}).items().size(), 2u);
    EXPECT_EQ(idsOf(client.get("orders", {{"include", QString::number(paid)}})), (std::vector{paid}));
    EXPECT_EQ(idsOf(client.get("orders", {{"exclude", QString::number(paid)}})), (std::vector{waiting}));
    EXPECT_EQ(client.get("orders", {{"search", "guest@example"}}).items().size(), 2u);
    client.get("orders", {{"status", "shipped"}});
    EXPECT_EQ(client.last.status, 400);
}

TEST(PracticeStore, fieldsCanBeLeftOut)
{
    StoreClient client;
    client.buy({{q("V60-02")}});

    const Json order = client.get("orders", {{"_fields", "id,total"}}).at(0);

    EXPECT_EQ(order.members().size(), 2u);
}
