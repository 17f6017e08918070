#include "commandline.h"
#include "support/freshplace.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

// One story of a distributor, told by the command line on both engines: the books end the same, to the last character.

namespace {

/// Ids, addresses and durations are the machine's own; everything else must be equal.
QString comparable(QString text)
{
    static const QRegularExpression machines(QStringLiteral("\"(where|seconds|bytes|engine|url|requests)\": [^\n]*"));
    return text.replace(machines, QString());
}

class Story {
public:
    explicit Story(sql::Engine engine) : m_place(engine), m_now(Instant::of(QDateTime({2030, 1, 2}, {9, 0}, Qt::UTC)))
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8()); // where the seal of a company on a server lies
    }

    QString say(const QString &line, const QByteArray &input = {})
    {
        m_now = m_now.plusSeconds(60);
        ctl::Surroundings surroundings;
        surroundings.clock = [this] { return m_now; };
        const Said said = purserctl(QStringLiteral("--json --company %1 ").arg(m_place.locator().text) + line, input, surroundings);
        EXPECT_EQ(said.exit, 0) << qPrintable(line) << "\n" << qPrintable(said.out) << qPrintable(said.err);
        return said.out;
    }

    void setUp()
    {
        say(QStringLiteral("company create --name \"North Trading\" --currency EUR --country DE --chart generic --time-zone Europe/Berlin"));
        say(QStringLiteral("product import -"),
            "SKU,name,price,tax\nMUG,Blue mug,10.00,standard\nTEA,Green tea,4.50,reduced\nmug-lid,Lid,2.00,standard\nPOT 2,Pot,30.00,standard\n");
        say(QStringLiteral("customer import -"),
            "code,name,terms,street,postcode,city,country\nACME,Acme,30,Road 1,10115,Berlin,DE\nBEST,Best Ltd,14,Lane 2,20099,Hamburg,DE\n");
        say(QStringLiteral("supplier add Mill --code MILL"));
        for (const char *goods : {"MUG 20 --cost 4.00", "TEA 50 --cost 1.777777", "mug-lid 7 --cost 0.30", "\"POT 2\" 2 --cost 11.11"})
            say(QStringLiteral("stock receive %1 --supplier MILL").arg(QLatin1String(goods)));
    }
    void trade()
    {
        say(QStringLiteral("bill enter --supplier MILL --number 1 --net 81.00 --tax 15.39 --receipt GR-0000001"));
        say(QStringLiteral("payment send 96.39 --supplier MILL"));
        for (
            const char *order :
            {R"({"customer": "ACME", "confirm": true, "lines": [{"sku": "MUG", "quantity": "3"}, {"sku": "TEA", "quantity": "7", "discount": "12.5"}]})",
             R"({"customer": "BEST", "confirm": true, "lines": [{"sku": "POT 2", "quantity": "3"}, {"sku": "mug-lid", "quantity": "5"}]})",
             R"({"customer": "BEST", "lines": [{"sku": "TEA", "quantity": "1"}]})"})
            say(QStringLiteral("order enter -"), order);
        say(QStringLiteral("order pick SO-0000001"));
        say(QStringLiteral("order pack SO-0000001"));
        say(QStringLiteral("order ship SO-0000001 --carrier DHL --tracking 1Z9"));
        say(QStringLiteral("order invoice SO-0000001"));
        say(QStringLiteral("payment receive 60.00 --order SO-0000001"));
        say(QStringLiteral("order ship SO-0000002"));
        say(QStringLiteral("order invoice SO-0000002"));
        m_now = m_now.plusSeconds(40 * 86400); // into February
        say(QStringLiteral("order return SO-0000001 --lines 2:2 --decision scrap --reason stale"));
        say(QStringLiteral("stock adjust TEA 40 --reason count"));
        say(QStringLiteral("period close 2030-01"));
    }
    QString books()
    {
        QString all;
        for (const char *line :
             {"report trial-balance", "report trial-balance --as-of 2030-01-31", "report balance-sheet", "report profit-and-loss",
              "report journal --limit 1000", "report ageing", "report ageing --payable", "report stock-value", "report sales --by product",
              "stock show", "product list", "customer list", "order list", "audit list --limit 1000", "period list", "verify", "export hledger"})
            all += QStringLiteral("== %1\n").arg(QLatin1String(line)) + comparable(say(QLatin1String(line)));
        return all;
    }

private:
    FreshPlace m_place;
    QTemporaryDir m_folder;
    Instant m_now;
};

/// What a script would do with both: names and figures of every account that moved.
std::map<QString, QString> balancesOf(const QString &trialBalance)
{
    std::map<QString, QString> balances;
    const auto json = Json::parse(trialBalance.toUtf8());
    for (const Json &row : (*json)["rows"].items())
        if (row["balance"].text() != QLatin1String("0.00"))
            balances[row["account"].text()] = row["balance"].text();
    return balances;
}

} // namespace

TEST(Story, theBooksAreTheSameOnBothEngines)
{
    if (!FreshPlace::hasServer())
        GTEST_SKIP() << "no PostgreSQL to compare with";
    Story file(sql::Engine::Sqlite), server(sql::Engine::Postgres);
    for (Story *story : {&file, &server}) {
        story->setUp();
        story->trade();
    }

    const QStringList onFile = file.books().split(u'\n'), onServer = server.books().split(u'\n');

    for (qsizetype i = 0; i < std::min(onFile.size(), onServer.size()); ++i)
        ASSERT_EQ(onFile[i], onServer[i]) << "line " << i;
    EXPECT_EQ(onFile.size(), onServer.size());
}

TEST(Story, hledgerTakesTheJournalAndFindsTheSameBalances)
{
    const QString hledger = QStandardPaths::findExecutable(QStringLiteral("hledger"));
    if (hledger.isEmpty())
        GTEST_SKIP() << "hledger is not installed";
    Story story(FreshPlace::engine());
    story.setUp();
    story.trade();
    QTemporaryDir folder;
    const QString journal = folder.filePath(QStringLiteral("books.journal"));
    story.say(QStringLiteral("export hledger --output ") + journal);

    QProcess program;
    program.start(hledger, {QStringLiteral("-f"), journal, QStringLiteral("balance"), QStringLiteral("--flat"), QStringLiteral("-O"),
                            QStringLiteral("csv"), QStringLiteral("-N")});
    ASSERT_TRUE(program.waitForFinished());

    ASSERT_EQ(program.exitCode(), 0) << program.readAllStandardError().constData();
    std::map<QString, QString> balances;
    static const QRegularExpression row(QStringLiteral("\"[a-z]+:([0-9]+) [^\"]*\",\"(-?[0-9.]+) EUR\""));
    for (auto match = row.globalMatch(QString::fromUtf8(program.readAllStandardOutput())); match.hasNext();) {
        const auto found = match.next();
        balances[found.captured(1)] = found.captured(2);
    }
    EXPECT_FALSE(balances.empty());
    EXPECT_EQ(balances, balancesOf(story.say(QStringLiteral("report trial-balance"))));
}
