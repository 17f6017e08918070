#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <gtest/gtest.h>
#include <map>
#include <set>

// The house keeps its own order: what docs/architecture.md promises of the sources is looked for in the sources.

namespace {

const QString root = QStringLiteral(PURSER_SOURCE_DIR);

struct Source {
    QString path; ///< from the root
    QString text;
    int lines() const { return int(text.count(u'\n')); }
};

std::vector<Source> sourcesIn(const QString &folder, const QStringList &endings = {QStringLiteral("*.cpp"), QStringLiteral("*.h")})
{
    std::vector<Source> found;
    QDirIterator files(root + u'/' + folder, endings, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
        found.push_back({QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
    }
    EXPECT_FALSE(found.empty()) << qPrintable(folder);
    return found;
}

/// Every first group of a pattern.
QStringList all(const QString &pattern, const QString &text)
{
    QStringList found;
    for (auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text); matches.hasNext();)
        found << matches.next().captured(1);
    return found;
}

QString withoutComments(QString text)
{
    static const QRegularExpression comment(QStringLiteral("//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\""),
                                            QRegularExpression::DotMatchesEverythingOption);
    return text.remove(comment);
}

} // namespace

TEST(Tidy, everyRoomUsesOnlyTheRoomsBelowIt)
{
    const std::map<QString, QStringList> below{
        {"src/base", {"base"}},
        {"src/sql", {"base", "sql"}},
        {"src/core", {"base", "sql", "core"}},
        {"src/web", {"base", "web"}},
        {"src/channels", {"base", "web", "sql", "core", "channels"}},
        {"src/paper", {"base", "sql", "core", "paper"}},
        {"src/gui", {"base", "sql", "core", "channels", "paper", "gui"}},
        {"src/apps/ctl", {"base", "sql", "core", "channels", "paper", "apps"}},
        {"src/apps/desktop", {"gui"}},
    };
    for (const auto &[room, allowed] : below)
        for (const Source &source : sourcesIn(room))
            for (const QString &used : all(QStringLiteral("^#include \"([a-z]+)/"), source.text))
                EXPECT_TRUE(allowed.contains(used)) << qPrintable(source.path) << " includes " << qPrintable(used);
}

TEST(Tidy, eachLibraryStaysInItsRoom)
{
    const std::map<QString, QString> rooms{
        {"sqlite3.h", "src/sql"},    {"libpq-fe.h", "src/sql"}, {"curl/", "src/channels"}, {"sodium.h", "src/channels"},
        {"boost/", "src/web"},       {"nlohmann/", "src/base"}, {"zlib.h", "src/base"},    {"xlsxwriter.h", "src/core"},
        {"QApplication", "src/gui"}, {"QWidget", "src/gui"},    {"QDialog", "src/gui"},    {"QPdfWriter", "src/paper"},
    };
    for (const Source &source : sourcesIn(QStringLiteral("src")))
        for (const QString &header : all(QStringLiteral("^#include <([^>]+)>"), source.text))
            for (const auto &[library, room] : rooms)
                if (header == library || (library.endsWith(u'/') && header.startsWith(library))) {
                    EXPECT_TRUE(source.path.startsWith(room)) << qPrintable(source.path) << " includes " << qPrintable(header);
                }
}

TEST(Tidy, theTradeDependsOneWay)
{
    // The company founds everything and everything leaves its trace: both stand outside of the order.
    const std::map<QString, int> rank{{"parties", 1}, {"catalog", 1}, {"ledger", 1},  {"taxes", 2},     {"pricing", 2},
                                      {"stock", 2},   {"sales", 3},   {"billing", 4}, {"warehouse", 4}, {"purchasing", 5},
                                      {"reports", 6}, {"export", 7},  {"verify", 7},  {"imports", 7}};
    for (const Source &source : sourcesIn(QStringLiteral("src/core"))) {
        const auto own = rank.find(source.path.section(u'/', 2, 2));
        if (own == rank.end())
            continue;
        for (const QString &used : all(QStringLiteral("^#include \"core/([a-z]+)/"), source.text))
            if (const auto other = rank.find(used); other != rank.end()) {
                EXPECT_LE(other->second, own->second) << qPrintable(source.path) << " includes " << qPrintable(used);
            }
    }
}

TEST(Tidy, noMoneyIsEverAFloatingNumber)
{
    static const QRegularExpression floating(QStringLiteral("\\b(double|float|qreal)\\b"));
    for (const char *room : {"src/base", "src/sql", "src/core"})
        for (const Source &source : sourcesIn(QLatin1String(room)))
            EXPECT_FALSE(withoutComments(source.text).contains(floating)) << qPrintable(source.path);
}

TEST(Tidy, nothingIsLeftForLater)
{
    static const QRegularExpression later(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME)\\b"));
    for (const char *folder : {"src", "tests", "bench", "scripts", "db", "docs"})
        for (const Source &source : sourcesIn(QLatin1String(folder), {"*.cpp", "*.h", "*.sql", "*.csv", "*.md", "*.sh", "run", "build", "setup"}))
            if (!source.path.contains(QLatin1String("/node_modules/"))) {
                EXPECT_FALSE(source.text.contains(later)) << qPrintable(source.path);
            }
}

TEST(Tidy, filesAreShortEnoughToBeRead)
{
    for (const Source &source : sourcesIn(QStringLiteral("src")))
        EXPECT_LE(source.lines(), 450) << qPrintable(source.path);
    for (const Source &source : sourcesIn(QStringLiteral("tests")))
        EXPECT_LE(source.lines(), 650) << qPrintable(source.path);
}

TEST(Tidy, everyTableIsAFactASumADocumentOrWhatIsSetUp)
{
    const std::set<QString> sums{// recomputed from the facts by verify
                                 "ledger_head", "account_balance", "open_item", "stock_balance", "stock_value", "allocation"};
    const std::set<QString> documents{// at work, and changed by its steps
                                      "sales_order",    "sales_line",  "sales_line_tax", "order_address", "shipment_notice",
                                      "sync_exception", "channel_run", "held_field",     "push_due"};
    const std::set<QString> setUp{"company",
                                  "series",
                                  "account",
                                  "account_role",
                                  "journal",
                                  "period",
                                  "exchange_rate",
                                  "price_list",
                                  "party",
                                  "party_address",
                                  "category",
                                  "product",
                                  "image",
                                  "product_image",
                                  "product_component",
                                  "warehouse",
                                  "location",
                                  "price",
                                  "tax",
                                  "channel",
                                  "listing",
                                  "channel_image",
                                  "channel_customer",
                                  "channel_rule",
                                  "channel_schedule",
                                  "channel_webhook",
                                  "shop_field",
                                  "push_guard",
                                  "channel_offer",
                                  "channel_warehouse",
                                  "column_meaning",
                                  "channel_decision",
                                  "channel_buyer",
                                  "sku_candidate"};
    std::set<QString> facts, tables;
    for (const Source &migration : sourcesIn(QStringLiteral("db/migrations"), {"*.sql"})) {
        for (const QString &name : all(QStringLiteral("^CREATE TABLE ([a-z_]+)"), migration.text))
            tables.insert(name);
        for (const QString &name : all(QStringLiteral("\\{fact ([a-z_]+)\\}"), migration.text))
            facts.insert(name);
    }
    for (const QString &name : tables)
        EXPECT_EQ(facts.count(name) + sums.count(name) + documents.count(name) + setUp.count(name), 1u)
            << qPrintable(name) << ": is it a fact ({fact …}), a sum that verify recomputes, a document or something set up?";
    for (const auto &group : {sums, documents, setUp, facts})
        for (const QString &name : group)
            EXPECT_TRUE(tables.contains(name)) << qPrintable(name) << " is no table any more";
}

TEST(Tidy, everySumIsRecomputedByVerify)
{
    QString verify;
    for (const Source &source : sourcesIn(QStringLiteral("src/core/verify")))
        verify += source.text;
    for (const char *sum : {"ledger_head", "account_balance", "open_item", "stock_balance", "stock_value", "allocation"})
        EXPECT_TRUE(verify.contains(QLatin1String(sum))) << sum;
}
