#include "core/sales/orderlist.h"
#include "gui/bind/windowmodel.h"
#include "testdesk.h"

#include <QSignalSpy>

namespace {

/// A list of numbers 1, 2, 3 … that counts how often it is asked.
struct Numbers {
    std::atomic_int rows = 0;
    std::atomic_int pages = 0;
    std::atomic_int offset = 0; ///< added to what a row says
    int first = 1;

    ListSource<qint64> source()
    {
        return {[this](Tx &, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                    ++pages;
                    std::vector<qint64> page;
                    const qint64 only = filter.words.isEmpty() ? 0 : filter.words.toLongLong();
                    for (qint64 n = from ? std::get<qint64>(*from) : first; n < first + rows && int(page.size()) < limit; ++n)
                        if (only == 0 || n == only)
                            page.push_back(n);
                    return page;
                },
                [this](Tx &, const ListFilter &filter, int step) {
                    std::vector<sql::Value> keys;
                    for (qint64 n = first; n < first + rows; n += step)
                        keys.emplace_back(n);
                    return std::pair(keys, filter.words.isEmpty() ? qint64(rows) : 1);
                },
                [](const qint64 &row) { return sql::Value(row); }};
    }
    std::vector<ListColumn<qint64>> columns()
    {
        return {{QStringLiteral("Number"), [this](const qint64 &row) { return QString::number(row + offset); }, rightAligned}};
    }
};

using NumberModel = WindowModel<qint64>;

} // namespace

TEST(WindowModel, showsTheFirstRowsAndThenHowManyThereAre)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1'000'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    std::vector<int> lengths;
    model.onLoaded = [&] { lengths.push_back(model.rowCount()); };

    model.refresh();

    ASSERT_TRUE(soon([&] { return model.isComplete(); }));
    EXPECT_EQ(lengths, (std::vector{256, 1'000'000}));
    EXPECT_EQ(cell(&model, 0, 0), "1");
    EXPECT_EQ(cell(&model, 255, 0), "256");
}

TEST(WindowModel, readsOnlyTheBlocksThatAreLookedAt)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1'000'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));
    const int before = numbers.pages;

    EXPECT_EQ(cell(&model, 999'999, 0), "…");

    ASSERT_TRUE(soon([&] { return cell(&model, 999'999, 0) == "1000000"; }));
    EXPECT_EQ(numbers.pages, before + 1);
    EXPECT_EQ(cell(&model, 999'950, 0), "999951");
}

TEST(WindowModel, holdsOnlySoManyBlocksHoweverFarItIsScrolled)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 100'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));

    for (int row = 0; row < 100'000; row += NumberModel::block) {
        cell(&model, row, 0);
        ASSERT_TRUE(soon([&] { return model.at(row) != nullptr; }));
    }

    int held = 0;
    for (int row = 0; row < 100'000; row += NumberModel::block)
        held += model.at(row) ? 1 : 0;
    EXPECT_EQ(held, int(NumberModel::mostBlocks));
}

TEST(WindowModel, aRefreshChangesRowsInPlaceAndReadsTheOneThatIsLookedAt)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 10'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));
    cell(&model, 5'000, 0);
    ASSERT_TRUE(soon([&] { return model.at(5'000) != nullptr; }));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    bool refreshed = false;
    model.onRefreshed = [&] { refreshed = true; };
    numbers.rows = 10'001;
    numbers.offset = 7;

    model.refresh(5'000);

    ASSERT_TRUE(soon([&] { return refreshed; }));
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(model.rowCount(), 10'001);
    EXPECT_EQ(cell(&model, 5'000, 0), "5008");
    EXPECT_EQ(model.rowOf(qint64(5'001)), 5'000);
}

TEST(WindowModel, aListThatBecameShorterLosesItsEnd)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));
    bool refreshed = false;
    model.onRefreshed = [&] { refreshed = true; };
    numbers.rows = 3;

    model.refresh(999);

    ASSERT_TRUE(soon([&] { return refreshed; }));
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(cell(&model, 2, 0), "3");
}

TEST(WindowModel, aFilterBeginsTheListAnew)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));

    model.setFilter({.words = QStringLiteral("42")});

    ASSERT_TRUE(soon([&] { return model.rowCount() == 1; }));
    EXPECT_EQ(cell(&model, 0, 0), "42");
}

TEST(WindowModel, onlyTheLastOfSeveralFiltersCounts)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1'000;
    NumberModel model(company.desk, numbers.source(), numbers.columns());

    for (const char *words : {"4", "42", "421"})
        model.setFilter({.words = QString::fromLatin1(words)});

    ASSERT_TRUE(soon([&] { return model.rowCount() == 1; }));
    settle();
    EXPECT_EQ(cell(&model, 0, 0), "421");
}

TEST(WindowModel, anErrorIsToldAndLeavesAnEmptyList)
{
    TestDesk company;
    ListSource<qint64> broken{[](Tx &tx, const ListFilter &, const std::optional<sql::Value> &, int) {
                                  tx.run("SELECT nothing FROM nowhere");
                                  return std::vector<qint64>();
                              },
                              {},
                              {}};
    NumberModel model(company.desk, broken, Numbers().columns());
    QString told;
    model.onError = [&](const Error &error) { told = error.code; };

    model.refresh();

    ASSERT_TRUE(soon([&] { return !told.isEmpty(); }));
    EXPECT_EQ(told, "database");
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(WindowModel, readsItsCellsAloudWithTheirTitles)
{
    TestDesk company;
    Numbers numbers;
    numbers.rows = 1;
    NumberModel model(company.desk, numbers.source(), numbers.columns());
    model.refresh();
    ASSERT_TRUE(soon([&] { return model.isComplete(); }));

    EXPECT_EQ(model.index(0, 0).data(Qt::AccessibleTextRole), "Number: 1");
}
