#include "base/csv.h"

#include <gtest/gtest.h>

namespace {

std::vector<QStringList> cellsOf(const QByteArray &bytes)
{
    std::vector<QStringList> all;
    for (const CsvRow &row : readCsv(bytes))
        all.push_back(row.cells);
    return all;
}

using Rows = std::vector<QStringList>;

} // namespace

TEST(Csv, quotedCellsKeepWhatIsInThem)
{
    EXPECT_EQ(cellsOf("a,\"b,c\",\"d\"\"e\"\n"), (Rows{{"a", "b,c", "d\"e"}}));
    EXPECT_EQ(cellsOf("a,\"two\nlines\",c\r\nd,e,f"), (Rows{{"a", "two\nlines", "c"}, {"d", "e", "f"}}));
    EXPECT_EQ(cellsOf("\" spaces \", bare \n"), (Rows{{" spaces ", "bare"}}));
    EXPECT_EQ(cellsOf("\"a\" ,b\n"), (Rows{{"a", "b"}}));
    EXPECT_EQ(cellsOf("5\" pipe,6\" pipe\n"), (Rows{{"5\" pipe", "6\" pipe"}}));
    EXPECT_EQ(cellsOf("\"\",x\n"), (Rows{{"", "x"}}));
}

TEST(Csv, theSeparatorIsFoundInTheFirstLine)
{
    EXPECT_EQ(cellsOf("sku;price\nA;1,50\n"), (Rows{{"sku", "price"}, {"A", "1,50"}}));
    EXPECT_EQ(cellsOf("sku\tprice\nA\t1,50\n"), (Rows{{"sku", "price"}, {"A", "1,50"}}));
    EXPECT_EQ(cellsOf("sku,price\nA,1;50\n"), (Rows{{"sku", "price"}, {"A", "1;50"}}));
}

TEST(Csv, eachRowKnowsItsLineInTheFile)
{
    const auto rows = readCsv("a,b\n\n\"x\ny\",2\n3,4\n");

    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].line, 1);
    EXPECT_EQ(rows[1].line, 3);
    EXPECT_EQ(rows[2].line, 5);
}

TEST(Csv, otherEncodingsAreRead)
{
    EXPECT_EQ(cellsOf("\xef\xbb\xbfname\nM\xc3\xbcller\n"), (Rows{{"name"}, {QString::fromUtf8("Müller")}}));
    EXPECT_EQ(cellsOf("name\nM\xfcller\n"), (Rows{{"name"}, {QString::fromUtf8("Müller")}}));
    EXPECT_EQ(cellsOf("price\n\x80 5\n"), (Rows{{"price"}, {QString::fromUtf8("€ 5")}}));
    EXPECT_EQ(cellsOf("q\n\x84gut\x93\n"), (Rows{{"q"}, {QString::fromUtf8("„gut“")}}));
}

TEST(Csv, oddFilesDoNoHarm)
{
    EXPECT_TRUE(readCsv("").empty());
    EXPECT_TRUE(readCsv("\n\r\n\n").empty());
    EXPECT_TRUE(readCsv("\xef\xbb\xbf").empty());
    EXPECT_EQ(cellsOf("a,b"), (Rows{{"a", "b"}}));
    EXPECT_EQ(cellsOf("a,\"never closed\nb,c\n"), (Rows{{"a", "never closed\nb,c\n"}}));
    EXPECT_EQ(cellsOf(QByteArray("a\0b,c\n", 6)), (Rows{{QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")), "c"}}));
}

TEST(Csv, cellsThatASpreadsheetWouldRunAreDisarmed)
{
    EXPECT_EQ(csvLine({"=1+1", "+cmd", "-x", "@sum", "\tx"}), "'=1+1,'+cmd,'-x,'@sum,\"'\tx\"\n");
    EXPECT_EQ(csvLine({"-12.50", "+3", "-1,5", "12"}), "-12.50,+3,\"-1,5\",12\n"); // numbers stay numbers
    EXPECT_EQ(csvLine({"-1+2"}), "'-1+2\n");
}

TEST(Csv, whatIsWrittenIsReadBack)
{
    const QStringList cells{"plain", "a,b", "a;b", "say \"hi\"", "two\nlines", " padded ", QString::fromUtf8("Zürich €"), "", "tab\there"};

    EXPECT_EQ(cellsOf("1,2,3,4,5,6,7,8,9\n" + csvLine(cells)).back(), cells);
}
