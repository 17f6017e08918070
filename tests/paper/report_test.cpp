#include "paper/reportpaper.h"
#include "support/testcompany.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace {

QString said(const char *program, const QStringList &words)
{
    QProcess process;
    process.start(QLatin1String(program), words);
    EXPECT_TRUE(process.waitForFinished() && process.exitCode() == 0) << program << process.readAllStandardError().constData();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// What another program reads on the pages, page by page.
class Read {
public:
    explicit Read(const QByteArray &pdf)
    {
        QFile file(m_folder.filePath(QStringLiteral("report.pdf")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        facts = said("pdfinfo", {file.fileName()});
        pages = said("pdftotext", {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")}).split(u'\f', Qt::SkipEmptyParts);
        for (QString &page : pages)
            page = page.simplified();
    }
    QString facts;
    QStringList pages;

private:
    QTemporaryDir m_folder;
};

Report twoFigures(int rows)
{
    Report report{QStringLiteral("Turnover"), QStringLiteral("January"), Eur, {}, {}, {}};
    report.columns = {{QStringLiteral("account"), QStringLiteral("Account"), Report::Kind::Text},
                      {QStringLiteral("amount"), QStringLiteral("Amount"), Report::Kind::Money}};
    for (int i = 1; i <= rows; ++i)
        report.rows.push_back({Report::cell(QStringLiteral("A%1").arg(i)), Report::cell(Money(100 * i, Eur))});
    report.totals = {Report::cell(QStringLiteral("Sum")), Report::cell(Money(50 * rows * (rows + 1), Eur))};
    return report;
}

const QLocale german(QStringLiteral("de_DE"));

} // namespace

TEST(ReportPaper, saysEverythingThatTheReportSays)
{
    const Read read(paper::reportAsPdf(twoFigures(2), QStringLiteral("Acme & Söhne"), german));

    ASSERT_EQ(read.pages.size(), 1);
    EXPECT_EQ(read.pages[0], "Turnover January Account Amount A1 1,00 A2 2,00 Sum 3,00 Acme & Söhne Page 1");
    EXPECT_TRUE(read.facts.contains(QStringLiteral("A4")));
}

TEST(ReportPaper, everyPageHasTheColumnsAndItsNumber)
{
    const Read read(paper::reportAsPdf(twoFigures(200), QStringLiteral("Acme"), german));

    ASSERT_GT(read.pages.size(), 2);
    for (int i = 0; i < read.pages.size(); ++i) {
        EXPECT_TRUE(read.pages[i].contains(QStringLiteral("Account Amount"))) << i;
        EXPECT_TRUE(read.pages[i].endsWith(QStringLiteral("Acme Page %1").arg(i + 1))) << i;
    }
    for (int row = 1; row <= 200; ++row)
        EXPECT_TRUE(read.pages.join(u' ').contains(QStringLiteral(" A%1 ").arg(row))) << row;
    EXPECT_TRUE(read.pages.last().contains(QStringLiteral("Sum 20.100,00")));
}

TEST(ReportPaper, aLongTextGoesOnBelowAndNoWordOfItIsLost)
{
    Report report{QStringLiteral("Sheet"), QString(), Eur, {}, {}, {}};
    report.columns = {{QStringLiteral("becomes"), QStringLiteral("Becomes"), Report::Kind::Text}};
    QStringList words;
    for (int i = 1; i <= 60; ++i)
        words << QStringLiteral("word%1").arg(i);
    report.rows = {{Report::cell(words.join(u' '))}, {Report::cell(QStringLiteral("the next row"))}};

    const Read read(paper::reportAsPdf(report, QStringLiteral("Acme"), german));

    ASSERT_EQ(read.pages.size(), 1);
    EXPECT_TRUE(read.pages[0].contains(words.join(u' ') + QStringLiteral(" the next row"))) << qPrintable(read.pages[0]);
}

TEST(ReportPaper, whatIsTooWideLiesOnItsSideAndNoFigureIsCut)
{
    Report report{QStringLiteral("Wide"), QString(), Eur, {}, {}, {}};
    for (int i = 0; i < 11; ++i)
        report.columns.push_back({QString::number(i), QStringLiteral("Column %1").arg(i), i == 0 ? Report::Kind::Text : Report::Kind::Money});
    std::vector<Report::Cell> row{Report::cell(QString(200, u'x'))};
    for (int i = 1; i < 11; ++i)
        row.push_back(Report::cell(Money(1'234'567'890'12 + i, Eur)));
    report.rows.push_back(row);

    const Read read(paper::reportAsPdf(report, QStringLiteral("Acme"), german));

    ASSERT_EQ(read.pages.size(), 1);
    EXPECT_TRUE(read.facts.contains(QRegularExpression(QStringLiteral("Page size: +84[12][.0-9]* x 59[56]")))) << qPrintable(read.facts);
    EXPECT_FALSE(read.pages[0].contains(QString(200, u'x')));
    for (int i = 1; i < 11; ++i)
        EXPECT_TRUE(read.pages[0].contains(Money(1'234'567'890'12 + i, Eur).toString(german))) << i;
}
