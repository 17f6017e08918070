#include "gui/pushes/pushplace.h"
#include "testdesk.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QTabWidget>

namespace {

struct PushDesk : TestDesk {
    PushDesk()
    {
        mug = product("MUG", "10.00", 5);
        channel = must([](Tx &tx) -> Result<Channel> {
            Channel row;
            row.name = QStringLiteral("web");
            row.kind = QStringLiteral("woocommerce");
            row.url = QStringLiteral("https://shop.example");
            row.options = QStringLiteral("{}");
            row.currency = Eur;
            row.createdAt = tx.now();
            tx.insert(row);
            return row;
        });
        must([this](Tx &tx) -> Result<> {
            const Id<PushBatch> batch = beginBatch(tx, channel.id, BatchKind::Push);
            tx.insert(PushChange{{},
                                 batch,
                                 mug.id,
                                 QStringLiteral("price"),
                                 QStringLiteral("11.90"),
                                 QStringLiteral("13.09"),
                                 QStringLiteral("accepted"),
                                 {},
                                 tx.now()});
            return Done{};
        });
        place = std::make_unique<PushPlace>(desk);
        place->show();
        EXPECT_TRUE(soon([this] { return child<QTableView>(*place, "batches")->model()->rowCount() == 1; }));
    }
    QAbstractItemModel *rows(const char *name) { return child<QTableView>(*place, name)->model(); }
    void act(const char *text)
    {
        for (QAction *action : place->findChildren<QAction *>())
            if (action->text() == QString::fromUtf8(text)) {
                action->trigger();
                return;
            }
        ADD_FAILURE() << "there is no action " << text;
    }
    void show()
    {
        PushReport report;
        report.items = {{QStringLiteral("MUG"), QStringLiteral("price"), QStringLiteral("11.90"), QStringLiteral("1.19"), QStringLiteral("held"),
                         QStringLiteral("The price falls by more than 50 %.")},
                        {QStringLiteral("MUG"), QStringLiteral("stock"), QStringLiteral("5"), QStringLiteral("3"), QStringLiteral("planned"), {}}};
        place->showReport(report);
    }
    Product mug;
    Channel channel;
    std::unique_ptr<PushPlace> place;
};

} // namespace

TEST(PushPlace, showsWhatAPushChangedFromWhatToWhat)
{
    PushDesk company;

    ASSERT_TRUE(soon([&] { return company.rows("changes")->rowCount() == 1; }));
    EXPECT_EQ(cell(company.rows("batches"), 0, "Changes"), "1");
    EXPECT_EQ(cell(company.rows("changes"), 0, "Before"), "11.90");
    EXPECT_EQ(cell(company.rows("changes"), 0, "After"), "13.09");
}

TEST(PushPlace, filtersTheDifferenceByField)
{
    PushDesk company;
    company.show();
    ASSERT_EQ(company.rows("differences")->rowCount(), 2);

    auto *field = child<QComboBox>(*company.place, "field");
    field->setCurrentIndex(field->findData(QStringLiteral("stock")));

    ASSERT_EQ(company.rows("differences")->rowCount(), 1);
    EXPECT_EQ(cell(company.rows("differences"), 0, "Gets"), "3");
}

TEST(PushPlace, holdsARowBackAndReleasesIt)
{
    PushDesk company;
    company.show();
    child<QTableView>(*company.place, "differences")->selectRow(1);

    company.act("Hold the row back…");
    answer(*company.place, {{"reason", "count first"}});
    ASSERT_TRUE(soon([&] { return company.rows("held")->rowCount() == 1; }));
    EXPECT_EQ(cell(company.rows("held"), 0, "Held by"), "clerk");
    EXPECT_EQ(cell(company.rows("held"), 0, "Why"), "count first");

    child<QTabWidget>(*company.place, "")->setCurrentIndex(1);
    child<QTableView>(*company.place, "held")->selectRow(0);
    company.act("Release");
    EXPECT_TRUE(soon([&] { return company.rows("held")->rowCount() == 0; }));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM held_field WHERE released_at IS NOT NULL"), 1);
}

TEST(PushPlace, storesWhoLooksAfterWhat)
{
    PushDesk company;

    company.act("Who looks after what…");
    answer(*company.place, {});

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM shop_field"), 0);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM audit WHERE action = 'channel_fields'"), 1);
}

TEST(PushPlace, storesWhatTheChannelMayOffer)
{
    PushDesk company;

    company.act("Stock for this channel…");
    answer(*company.place, {{"quota", "10"}, {"buffer", "2"}});

    EXPECT_EQ(company.number("SELECT quota FROM channel_offer"), pcs(10).millionths);
    EXPECT_EQ(company.number("SELECT buffer FROM channel"), pcs(2).millionths);
}

TEST(PushPlace, storesWhatAProductsListingMayOfferAndExplainsIt)
{
    PushDesk company;
    company.show();
    child<QTableView>(*company.place, "differences")->selectRow(0);

    company.act("Stock of this product for this channel…");
    answer(*company.place, {{"buffer", "2"}});
    company.act("Why this stock");

    EXPECT_EQ(company.number("SELECT buffer FROM listing"), pcs(2).millionths);
    EXPECT_EQ(company.place->notice().text(), QStringLiteral("MUG: 5 on hand − 2 buffer. Offered: 3."));
}

TEST(PushPlace, copiesTheTableAsText)
{
    PushDesk company;
    company.show();

    company.act("Copy the table");

    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("MUG\tStock\t5\t3")));
}
