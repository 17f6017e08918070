#include "base/csv.h"
#include "support/testcompany.h"

#include <QFile>
#include <set>

// Every chart of accounts that comes with the program must serve every posting.

namespace {

std::vector<CsvRow> rowsOf(const QString &chart)
{
    QFile file(QStringLiteral(":/charts/%1.csv").arg(chart));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    auto rows = readCsv(file.readAll());
    EXPECT_EQ(rows.front().cells, (QStringList{"code", "name", "type", "roles"}));
    rows.erase(rows.begin());
    return rows;
}

} // namespace

TEST(Charts, thereAreAGenericOneAndNationalOnes) { EXPECT_EQ(charts(), (QStringList{"de", "fr", "generic", "us"})); }

TEST(Charts, mapEveryRoleOnce)
{
    for (const QString &chart : charts()) {
        SCOPED_TRACE(qPrintable(chart));
        std::map<QString, int> mapped;
        for (const CsvRow &row : rowsOf(chart))
            for (const QString &role : row.cells.value(3).split(u' ', Qt::SkipEmptyParts))
                ++mapped[role];

        for (const char *role : role::all())
            EXPECT_EQ(mapped[QString::fromLatin1(role)], 1) << role;
        EXPECT_EQ(mapped.size(), role::all().size()) << "a role that nobody knows";
    }
}

TEST(Charts, haveNumbersThatAreUniqueAndTypesThatFit)
{
    const QStringList types{"asset", "liability", "equity", "income", "expense"};
    const std::map<QString, QString> typeOfRole{{"bank", "asset"},
                                                {"receivable", "asset"},
                                                {"inventory", "asset"},
                                                {"input_tax", "asset"},
                                                {"clearing", "asset"},
                                                {"payable", "liability"},
                                                {"deposits", "liability"},
                                                {"output_tax", "liability"},
                                                {"gift_cards", "liability"},
                                                {"goods_received", "liability"},
                                                {"opening_balance", "equity"},
                                                {"sales", "income"},
                                                {"cost_of_goods", "expense"},
                                                {"channel_fees", "expense"}};
    for (const QString &chart : charts()) {
        std::set<QString> codes;
        for (const CsvRow &row : rowsOf(chart)) {
            SCOPED_TRACE(qPrintable(chart + u' ' + row.cells.join(u'|')));
            EXPECT_EQ(row.cells.size(), 4);
            EXPECT_TRUE(codes.insert(row.cells[0]).second) << "the number is there twice";
            EXPECT_FALSE(row.cells[1].trimmed().isEmpty());
            EXPECT_TRUE(types.contains(row.cells[2]));
            const auto expected = typeOfRole.find(row.cells[3]);
            EXPECT_TRUE(expected == typeOfRole.end() || row.cells[2] == expected->second);
        }
    }
}

TEST(Charts, carryACompanyFromItsFirstDay)
{
    for (const QString &chart : charts()) {
        SCOPED_TRACE(qPrintable(chart));
        QTemporaryDir folder;
        const NewCompany wanted{QStringLiteral("Chart Trading"), Eur, QStringLiteral("DE"), chart, QStringLiteral("Europe/Berlin"), false};

        auto session =
            createCompany({folder.filePath(QStringLiteral("chart.purser"))}, wanted, Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC)));

        ASSERT_TRUE(session);
        const auto missing = session->ask([](Tx &tx) {
            QStringList names;
            for (const char *role : role::all())
                if (!tx.configured<AccountRoles>().of(role))
                    names << QString::fromLatin1(role);
            return names;
        });
        EXPECT_EQ(*missing, QStringList());
    }
}
