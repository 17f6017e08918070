#include "support/testcompany.h"

#include <QDir>
#include <QUuid>

namespace {

const QString &serverUrl()
{
    static const QString url = qEnvironmentVariable("PURSER_TEST_POSTGRES");
    return url;
}

QString databaseUrl(const QString &name) { return serverUrl().left(serverUrl().lastIndexOf(u'/') + 1) + name; }

const NewCompany testCompany{QStringLiteral("Test Trading"),  Eur,  QStringLiteral("DE"), QStringLiteral("generic"),
                             QStringLiteral("Europe/Berlin"), false};
const Instant start = Instant::of(QDateTime({2030, 1, 2}, {12, 0}, Qt::UTC));

/// A company that is made once per program and copied for each test: setting one up takes longer than most tests.
const QString &modelFile()
{
    static QTemporaryDir folder;
    static const QString file = [] {
        const QString path = folder.filePath(QStringLiteral("model.purser"));
        if (auto made = createCompany({path}, testCompany, start); !made)
            qFatal("%s", qPrintable(made.error().text));
        return path;
    }();
    return file;
}

struct Server {
    sql::Connection connection = sql::Connection::open({serverUrl()});
    QString model = QStringLiteral("model_") + QUuid::createUuid().toString(QUuid::Id128);

    Server()
    {
        connection.script(("CREATE DATABASE " + model).toStdString());
        if (auto made = createCompany({databaseUrl(model)}, testCompany, start); !made)
            qFatal("%s", qPrintable(made.error().text));
    }
    ~Server() { drop(model); }
    QString copy()
    {
        const QString name = QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128);
        connection.script(("CREATE DATABASE " + name + " TEMPLATE " + model).toStdString());
        return name;
    }
    void drop(const QString &name) { connection.script(("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").toStdString()); }
};

Server &server()
{
    static Server it;
    return it;
}

} // namespace

TestCompany::TestCompany() : now(start)
{
    if (qEnvironmentVariable("PURSER_TEST_ENGINE") == QLatin1String("postgresql")) {
        if (serverUrl().isEmpty()) {
            std::fprintf(stderr, "PURSER_TEST_POSTGRES is not set: no PostgreSQL to test on\n");
            std::exit(77);
        }
        m_locator = {databaseUrl(server().copy())};
    } else {
        m_folder = std::make_unique<QTemporaryDir>();
        m_locator = {m_folder->filePath(QStringLiteral("shop.purser"))};
        QFile::copy(modelFile(), m_locator.text);
    }
    auto opened = Session::open(m_locator);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    m_session = std::make_unique<Session>(*std::move(opened));
    m_session->clock = [this] { return now; };
    m_session->scene().actor = QStringLiteral("tester");
    m_session->scene().station = QStringLiteral("bench");
}

TestCompany::~TestCompany()
{
    m_session.reset();
    if (isServer())
        server().drop(m_locator.text.mid(m_locator.text.lastIndexOf(u'/') + 1));
}

Session TestCompany::another()
{
    auto opened = Session::open(m_locator);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    opened->clock = [this] { return now; };
    return *std::move(opened);
}

qint64 TestCompany::number(const char *sql)
{
    return ask([sql](Tx &tx) { return tx.number(sql); });
}

QString TestCompany::text(const char *sql)
{
    return ask([sql](Tx &tx) { return tx.text(sql); });
}

QString TestCompany::balance(const char *role)
{
    return ask([role](Tx &tx) {
        Money sum = tx.zero();
        for (const Id<Account> account : tx.configured<AccountRoles>().allOf(role))
            sum += Money(tx.number("SELECT SUM(debit - credit) FROM account_balance WHERE account_id = ?", account), tx.currency());
        return sum.toString();
    });
}

QString TestCompany::everything()
{
    return ask([](Tx &tx) {
        std::vector<std::string> tables;
        {
            auto rows = tx.run(tx.isServer() ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
                                             : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");
            while (rows.next())
                tables.push_back(rows.text(0).toStdString());
        }
        QString all;
        for (const std::string &table : tables) {
            QStringList lines;
            auto columns =
                tx.run(tx.isServer() ? "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?"
                                     : "SELECT name FROM pragma_table_info(?)",
                       QString::fromStdString(table));
            std::string names;
            int count = 0;
            while (columns.next()) {
                names += (names.empty() ? "\"" : ", \"") + columns.text(0).toStdString() + '"';
                ++count;
            }
            auto rows = tx.run("SELECT " + names + " FROM " + table);
            while (rows.next()) {
                QStringList cells;
                for (int i = 0; i < count; ++i)
                    cells << (rows.isNull(i) ? QStringLiteral("-") : QString::fromUtf8(rows.bytes(i).left(200)));
                lines << cells.join(u'|');
            }
            lines.sort();
            all += QString::fromStdString(table) + u'\n' + lines.join(u'\n') + u'\n';
        }
        return all;
    });
}

Product TestCompany::product(const char *sku, const char *price, int onHand, const char *cost, const char *taxClass)
{
    return must([&](Tx &tx) -> Result<Product> {
        Product product;
        product.sku = QString::fromUtf8(sku);
        product.name = QStringLiteral("Product ") + product.sku;
        product.taxClass = QString::fromUtf8(taxClass);
        auto saved = saveProduct(tx, product);
        if (!saved)
            return saved;
        Price base;
        base.product = saved->id;
        base.currency = Eur;
        base.price = *UnitPrice::parse(QString::fromUtf8(price), Eur);
        if (auto priced = savePrice(tx, base); !priced)
            return priced.error();
        if (onHand > 0)
            if (auto received = receiveGoods(tx, {{saved->id, pcs(onHand), UnitPrice::parse(QString::fromUtf8(cost), Eur), {}, {}, {}}}, tx.today());
                !received)
                return received.error();
        return saved;
    });
}

Party TestCompany::customer(const char *name, std::optional<qint64> creditLimit)
{
    return must([&](Tx &tx) {
        Party party;
        party.name = QString::fromUtf8(name);
        party.creditLimit = creditLimit;
        party.termsDays = 30;
        return saveParty(tx, party);
    });
}

Party TestCompany::supplier(const char *name)
{
    return must([&](Tx &tx) {
        Party party;
        party.kind = PartyKind::Supplier;
        party.name = QString::fromUtf8(name);
        return saveParty(tx, party);
    });
}

NewOrder TestCompany::draft(Id<Party> customer, const std::vector<std::pair<Id<Product>, int>> &lines)
{
    NewOrder order;
    order.party = customer;
    for (const auto &[product, units] : lines) {
        NewLine line;
        line.product = product;
        line.quantity = pcs(units);
        order.lines.push_back(line);
    }
    return order;
}

SalesOrder TestCompany::order(Id<Party> customer, const std::vector<std::pair<Id<Product>, int>> &lines)
{
    return must([&](Tx &tx) -> Result<SalesOrder> {
        auto placed = placeOrder(tx, draft(customer, lines), false);
        if (!placed)
            return placed.error();
        return placed->order;
    });
}

void everyStatementMayFail(const std::function<void(TestCompany &)> &prepare, const std::function<bool(TestCompany &)> &act)
{
    constexpr int most = 400;
    // One company is enough as long as it is untouched, which is what is being tested.
    TestCompany company;
    prepare(company);
    const QString before = company.everything();
    for (int n = 0; n < most; ++n) {
        company.session().connection().failAfter(n);
        const bool done = act(company);
        company.session().connection().failAfter(-1);
        if (done) {
            EXPECT_GT(n, 1) << "the command ran no statement that could fail";
            return;
        }
        ASSERT_EQ(company.everything(), before) << "statement " << n << " failed and left something behind";
    }
    FAIL() << "the command still fails after " << most << " statements";
}
