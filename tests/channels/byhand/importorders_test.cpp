#include "base/sheet/readsheet.h"
#include "byhand/handcompany.h"
#include "channels/byhand/importorders.h"
#include "channels/engine/runner.h"
#include "core/reports/report.h"

#include <QDir>
#include <QFile>
#include <condition_variable>
#include <mutex>

using namespace channels::byhand;

// Orders from a site's export: the same exceptions as from any channel, and never twice.

namespace {

const QByteArray twoOrders = "Order Number,Order Date,Email,SKU,Quantity,Price,Order Total,Status\n"
                             "7,2030-01-02,jo@example.com,MUG,2,11.90,47.60,processing\n"
                             "7,2030-01-02,jo@example.com,POT,1,23.80,47.60,processing\n"
                             "8,2030-01-02,kim@example.com,TEAPOT,1,5.00,5.00,processing\n";

FileReport imported(HandCompany &company, const QByteArray &file, const FileImport &options = {})
{
    const auto report = importOrders(company.session(), company.channel, file, options);
    if (!report) {
        ADD_FAILURE() << qPrintable(report.error().text);
        return {};
    }
    return *report;
}

/// A ZIP archive as other programs write it: its parts packed, or as they are.
QByteArray zipped(const std::vector<std::pair<const char *, QByteArray>> &parts, bool packed = true)
{
    const auto number = [](quint64 value, int bytes) {
        QByteArray text;
        for (int i = 0; i < bytes; ++i)
            text += char(value >> (8 * i) & 0xff);
        return text;
    };
    const auto check = [](const QByteArray &content) {
        quint32 sum = 0xffffffff;
        for (const char c : content) {
            sum ^= uchar(c);
            for (int bit = 0; bit < 8; ++bit)
                sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
        }
        return ~sum;
    };
    QByteArray archive, directory;
    for (const auto &[name, content] : parts) {
        const QByteArray stream = packed ? qCompress(content) : QByteArray();
        const QByteArray body = packed ? stream.mid(6, stream.size() - 10) : content; // without the frame that Qt and zlib put around it
        const QByteArray sizes = number(quint64(body.size()), 4) + number(quint64(content.size()), 4);
        const QByteArray common = number(20, 2) + number(0, 2) + number(packed ? 8 : 0, 2) + number(0, 4) + number(check(content), 4) + sizes
                                  + number(quint64(qstrlen(name)), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + common + number(0, 10) + number(quint64(archive.size()), 4) + name;
        archive += "PK\x03\x04" + common + name + body;
    }
    const QByteArray count = number(parts.size(), 2);
    return archive + directory + "PK\x05\x06" + number(0, 4) + count + count + number(quint64(directory.size()), 4)
           + number(quint64(archive.size()), 4) + number(0, 2);
}

const QByteArray bookPart = R"(<workbook xmlns="m" xmlns:r="o"><workbookPr/><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>)";
const QByteArray relationsPart =
    R"(<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="worksheets/first.xml"/></Relationships>)";

struct FolderCompany : HandCompany {
    FolderCompany()
    {
        in = folder.filePath(QStringLiteral("in"));
        out = folder.filePath(QStringLiteral("out"));
        EXPECT_TRUE(QDir().mkpath(in) && QDir().mkpath(out));
        channel = must([&](Tx &tx) { return setFolders(tx, channel, in, out); });
    }
    void put(const char *name, const QByteArray &bytes, int age = 60)
    {
        QFile file(in + u'/' + QLatin1String(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.flush();
        file.setFileTime(QDateTime::currentDateTime().addSecs(-age), QFileDevice::FileModificationTime);
    }
    FolderReport run()
    {
        const auto report = runFolders(session(), QStringLiteral("stall"));
        if (!report) {
            ADD_FAILURE() << qPrintable(report.error().text);
            return {};
        }
        return *report;
    }
    QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir folder;
    QString in, out;
};

} // namespace

TEST(ImportOrders, landOnceWithTheExceptionsOfAnyChannel)
{
    HandCompany company;

    const FileReport first = imported(company, twoOrders);
    const QString before = company.everything();
    const FileReport again = imported(company, twoOrders);

    EXPECT_EQ(first.created, 2);
    EXPECT_EQ(first.exceptions, 1);
    EXPECT_TRUE(first.clean());
    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "unknown_sku");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_line WHERE order_id = 1"), 2);
    EXPECT_EQ(company.number("SELECT paid FROM sales_order WHERE id = 1"), 4760);
    EXPECT_EQ(again.unchanged, 2);
    EXPECT_EQ(again.created + again.changed + again.exceptions, 0);
    EXPECT_EQ(company.everything(), before);
}

TEST(ImportOrders, theSameRowsAreTheSameOrderWhateverPricesDid)
{
    HandCompany company;
    const QByteArray file = "Order Number,SKU,Quantity\n7,MUG,2\n"; // neither price nor day
    imported(company, file);
    company.now = company.now.plusSeconds(86'400);
    company.must([&](Tx &tx) -> Result<Price> {
        Price price = *tx.first<Price>("product_id = ?", company.mug.id);
        price.price = UnitPrice::of(eur("99.00"));
        return savePrice(tx, price);
    });

    EXPECT_EQ(imported(company, file).unchanged, 1);
    EXPECT_EQ(company.number("SELECT total FROM sales_order"), 2380);
}

TEST(ImportOrders, aTotalThatDiffersHoldsTheOrder)
{
    HandCompany company;

    imported(company, "Order Number,SKU,Quantity,Price,Order Total\n7,MUG,2,11.90,30.00\n");

    EXPECT_EQ(company.text("SELECT kind FROM sync_exception"), "totals_differ");
    EXPECT_EQ(company.number("SELECT state FROM sales_order"), qint64(OrderState::OnHold));
}

TEST(ImportOrders, aChangedOrderIsChanged)
{
    HandCompany company;
    imported(company, "Order Number,SKU,Quantity,Price\n7,MUG,2,11.90\n");

    const FileReport changed = imported(company, "Order Number,SKU,Quantity,Price\n7,MUG,3,11.90\n");

    EXPECT_EQ(changed.changed, 1);
    EXPECT_EQ(company.number("SELECT quantity FROM sales_line"), 3'000'000);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 1);
}

TEST(ImportOrders, columnsAreLearntOnce)
{
    HandCompany company;
    const QByteArray file = "Vorgang;Ware;Wie viele;Preis\n7;MUG;2;11,90\n";

    const auto unknown = importOrders(company.session(), company.channel, file);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "columns");
    FileImport options;
    options.columns = {{"vorgang", "order_number"}, {"ware", "sku"}, {"wie viele", "quantity"}};
    options.dryRun = true;
    EXPECT_EQ(imported(company, file, options).created, 1);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 0);
    EXPECT_FALSE(importOrders(company.session(), company.channel, file)) << "a dry run learns nothing";
    options.dryRun = false;
    imported(company, file, options);

    EXPECT_EQ(imported(company, QByteArray(file).replace("7;", "9;")).created, 1);
    options.columns = {{"ware", "colour"}};
    EXPECT_EQ(importOrders(company.session(), company.channel, file, options).error().code, "columns");
}

TEST(ImportOrders, areNotTakenForAChannelThatIsFetched)
{
    HandCompany company;
    company.channel.kind = QStringLiteral("woocommerce");

    EXPECT_EQ(importOrders(company.session(), company.channel, twoOrders).error().code, "not_by_hand");
}

TEST(ImportOrders, leaveNothingBehindWhenAnyStatementFails)
{
    Channel channel;
    WebOrder order;
    order.number = QStringLiteral("7");
    WebLine line;
    line.sku = QStringLiteral("MUG");
    order.lines = {line};

    everyStatementMayFail(
        [&](TestCompany &company) {
            NewChannel wanted{QStringLiteral("stall"), QStringLiteral("byhand"), QStringLiteral("https://stall.example"), {}, Json::object(), false};
            channel = *addChannel(company.session(), wanted);
            company.product("MUG", "10.00", 5);
        },
        [&](TestCompany &company) {
            return bool(company.session().perform([&](Tx &tx) -> Result<> {
                if (auto learnt = learnColumns(tx, channel, {{"ware", "sku"}}); !learnt)
                    return learnt.error();
                if (auto foldered = setFolders(tx, channel, QStringLiteral("/in"), QString()); !foldered)
                    return foldered.error();
                const auto taken = takeWebOrder(tx, channel, order);
                if (!taken)
                    return taken.error();
                return Done{};
            }));
        });
}

TEST(Folders, eachFileIsTakenOnceAndMoved)
{
    FolderCompany company;
    company.put("a.csv", twoOrders);
    company.put("b.csv", "Order Number,SKU,Quantity\n,MUG,2\n9,MUG,1\n");
    company.put("c.csv", "what,is,this\n1,2,3\n");
    company.put("fresh.csv", twoOrders, 0);
    company.put("notes.doc", "x");

    const FolderReport report = company.run();

    EXPECT_EQ(report.files.size(), 3u);
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/done/a.csv")));
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/failed/b.csv")));
    EXPECT_TRUE(company.content(company.in + QStringLiteral("/failed/b.csv.errors.txt")).contains("Line 2"));
    EXPECT_TRUE(company.content(company.in + QStringLiteral("/failed/c.csv.errors.txt")).contains("order_number"));
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/fresh.csv"))) << "it may still be written";
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/notes.doc")));
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 3);
    EXPECT_TRUE(company.content(company.out + QStringLiteral("/stock.csv")).contains("MUG,"));
    EXPECT_EQ(company.text("SELECT outcome FROM channel_run"), "done");
    company.put("a.csv", twoOrders);
    const FolderReport again = company.run();
    EXPECT_EQ(again.files.front().report.unchanged, 2);
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/done/a-2.csv")));
    EXPECT_TRUE(again.written.isEmpty()) << "nothing else than before";
}

TEST(Folders, areLookedAfterAtTheChannelsRhythm)
{
    FolderCompany company;
    company.put("a.csv", twoOrders);
    Schedule schedule;
    schedule.channel = company.channel.id;
    schedule.rhythm = Rhythm::Every;
    schedule.minutes = 5;
    company.must(setSchedule, schedule);
    Runner::Options options;
    options.company = company.locator();
    options.clock = [&company] { return company.now; };
    std::mutex mutex;
    std::condition_variable ran;
    bool changed = false;
    options.changed = [&] {
        const std::lock_guard lock(mutex);
        changed = true;
        ran.notify_all();
    };

    {
        Runner runner(options);
        std::unique_lock lock(mutex);
        ASSERT_TRUE(ran.wait_for(lock, std::chrono::seconds(60), [&] { return changed; }));
    }

    EXPECT_EQ(company.number("SELECT COUNT(*) FROM sales_order"), 2);
    EXPECT_TRUE(QFile::exists(company.in + QStringLiteral("/done/a.csv")));
}

TEST(Folders, areRefusedWhereThereAreNoneOrTheyAreGone)
{
    HandCompany without;
    EXPECT_EQ(runFolders(without.session(), QStringLiteral("stall")).error().code, "no_folders");
    FolderCompany company;
    QDir(company.in).removeRecursively();
    EXPECT_EQ(runFolders(company.session(), QStringLiteral("stall")).error().code, "folder");
}

TEST(Workbook, isReadAsTheRowsOfItsFirstSheet)
{
    const QByteArray strings = "<sst><si><t>Order Number</t></si><si><r><t>S</t></r><r><t>KU</t></r><rPh><t>x</t></rPh></si></sst>";
    const QByteArray styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>";
    const QByteArray sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\"><c r=\"A3\"><v>1007</v></c><c r=\"B3\" s=\"1\"><v>45306</v></c><c r=\"C3\" t=\"inlineStr\"><is><t>MUG</t></is></c>"
        "<c r=\"D3\" s=\"3\"><v>11.9</v></c><c r=\"E3\" s=\"2\"><v>45306.5</v></c><c r=\"F3\" t=\"str\"><f>A</f><v>text</v></c>"
        "<c r=\"G3\"><v>0.30000000000000004</v></c><c r=\"H3\" t=\"b\"><v>1</v></c><c r=\"I3\"><v>1.5E3</v></c></row></sheetData></worksheet>";

    const auto rows = readWorkbook(zipped({{"xl/workbook.xml", bookPart},
                                           {"xl/_rels/workbook.xml.rels", relationsPart},
                                           {"xl/sharedStrings.xml", strings},
                                           {"xl/styles.xml", styles},
                                           {"xl/worksheets/first.xml", sheet}}));
    const auto unpacked = readWorkbook(zipped({{"xl/workbook.xml", bookPart}, {"xl/worksheets/sheet1.xml", sheet}}, false));

    ASSERT_TRUE(rows) << qPrintable(rows.error().text);
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ(rows->at(0).cells.join(u'|'), "Order Number||SKU");
    EXPECT_EQ(rows->at(1).line, 3);
    EXPECT_EQ(rows->at(1).cells.join(u'|'), "1007|2024-01-15|MUG|11.9|2024-01-15 12:00:00|text|0.3|yes|1500");
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(unpacked->back().cells.value(3), "11.9");
}

TEST(Workbook, whatWeWriteIsReadBack)
{
    HandCompany company;
    QTemporaryDir folder;
    const Report stock = company.ask([&](Tx &tx) { return stockSheet(tx, company.channel); });
    const QString path = folder.filePath(QStringLiteral("stock.xlsx"));
    ASSERT_TRUE(writeXlsx(stock, path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));

    const auto rows = readWorkbook(file.readAll());

    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3u);
    EXPECT_EQ(rows->at(2).cells.join(u'|'), "POT|5|23.8");
}

TEST(Workbook, whatIsNoneOrTooLargeIsRefused)
{
    EXPECT_EQ(readWorkbook("no zip at all").error().code, "no_workbook");
    EXPECT_EQ(readWorkbook(zipped({{"a.txt", "x"}})).error().code, "no_workbook");
    EXPECT_EQ(readWorkbook(zipped({{"xl/workbook.xml", bookPart}})).error().code, "no_workbook");
    EXPECT_EQ(readWorkbook(zipped({{"xl/workbook.xml", bookPart}, {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c>"}})).error().code,
              "no_workbook");
    const QByteArray bomb(2 * 1024 * 1024, ' ');
    EXPECT_EQ(readWorkbook(zipped({{"xl/workbook.xml", bookPart}, {"xl/worksheets/sheet1.xml", bomb}}), 1024 * 1024).error().code, "too_large");
    const QByteArray whole = zipped(
        {{"xl/workbook.xml", bookPart}, {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>"}});
    ASSERT_TRUE(readWorkbook(whole));
    for (qsizetype length = 0; length < whole.size() - 2; ++length) // the last two say that no comment follows
        EXPECT_FALSE(readWorkbook(whole.left(length))) << "cut at " << length;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray spoilt = whole;
        spoilt[at] = char(spoilt[at] ^ 0xff);
        const auto read = readWorkbook(spoilt);
        EXPECT_TRUE(!read || read->front().cells == QStringList("7")) << "spoilt at " << at;
    }
    EXPECT_TRUE(isWorkbook(zipped({{"a", "b"}})));
    EXPECT_FALSE(isWorkbook("a;b\n"));
}
