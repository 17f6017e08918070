#include "core/verify/verify.h"
#include "sql/backup.h"
#include "support/bookyear.h"

#include <QFile>

// The seal lies outside of the database and remembers how far the books had come.

namespace {

/// A company whose seal lies in a folder of the test's own, on a server too.
struct SealedCompany {
    SealedCompany()
    {
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        liveThrough(company);
        sold();
        EXPECT_TRUE(writeSeal(company.session()));
    }
    ~SealedCompany() { qunsetenv("XDG_DATA_HOME"); }

    /// One more invoice.
    void sold()
    {
        const Id<Product> mug{company.number("SELECT id FROM product")};
        const Id<Party> acme{company.number("SELECT id FROM party WHERE kind = 1")};
        const SalesOrder order = company.order(acme, {{mug, 1}});
        company.must(shipOrder, order.id, Dispatch());
        company.must([&](Tx &tx) { return invoiceOrder(tx, order.id); });
    }
    QString sealFile() { return sealFileOf(company.locator(), company.session().scene().companyUid); }
    Seal seal() { return (*readSeal(company.locator(), company.session().scene().companyUid)).value_or(Seal()); }
    QString backup(const char *name)
    {
        const QString file = folder.filePath(QLatin1String(name));
        EXPECT_TRUE(backUp(company.session().connection(), file));
        return file;
    }
    /// The backup restored where nothing is but this company's seal.
    Session restored(const QString &file)
    {
        const sql::Locator where{folder.filePath(QStringLiteral("restored.purser"))};
        EXPECT_TRUE(restore(file, where));
        QFile::copy(sealFile(), sealFileOf(where, company.session().scene().companyUid));
        auto session = Session::open(where);
        session->clock = [this] { return company.now; };
        return *std::move(session);
    }

    QTemporaryDir folder;
    TestCompany company;
};

QString verdict(Session &session)
{
    const auto found = verifyCompany(session);
    return found->ok() ? QString() : found->differences.front().where + QStringLiteral(": ") + found->differences.front().text;
}

} // namespace

TEST(Seal, holdsTheEndOfTheChainAndTheNumbersGivenAway)
{
    SealedCompany sealed;

    EXPECT_EQ(sealed.seal().entry, sealed.company.number("SELECT last_entry FROM ledger_head"));
    EXPECT_EQ(sealed.seal().series[QStringLiteral("INV/0")], 3);
    EXPECT_EQ(sealed.seal().series[QStringLiteral("CN/0")], 2);
    EXPECT_EQ(verdict(sealed.company.session()), "");
}

TEST(Seal, goesOnWithTheWork)
{
    SealedCompany sealed;
    const qint64 before = sealed.seal().entry;
    sealed.sold();

    ASSERT_TRUE(writeSeal(sealed.company.session()));

    EXPECT_EQ(sealed.seal().entry, before + 2); // shipped, invoiced
    EXPECT_EQ(sealed.seal().series[QStringLiteral("INV/0")], 4);
}

TEST(Seal, countsNumbersThatMadeNoEntry)
{
    SealedCompany sealed;
    const qint64 before = sealed.seal().series[QStringLiteral("SO/0")];
    sealed.company.order({sealed.company.number("SELECT id FROM party WHERE kind = 1")}, {{{sealed.company.number("SELECT id FROM product")}, 1}});

    ASSERT_TRUE(writeSeal(sealed.company.session()));

    EXPECT_EQ(sealed.seal().series[QStringLiteral("SO/0")], before + 1);
}

TEST(Seal, thatWasEditedIsRefused)
{
    SealedCompany sealed;
    QFile file(sealed.sealFile());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"INV/0\": 3", "\"INV/0\": 2");
    file.seek(0);
    file.write(text);
    file.close();

    EXPECT_EQ(readSeal(sealed.company.locator(), sealed.company.session().scene().companyUid).error().code, "seal");
    EXPECT_TRUE(verdict(sealed.company.session()).startsWith(QStringLiteral("seal: ")));
}

TEST(Seal, ofAnotherCompanyIsRefused)
{
    SealedCompany sealed;
    const QString another = sealFileOf(sealed.company.locator(), QStringLiteral("another")); // of a file: the same place
    QFile::copy(sealed.sealFile(), another);

    EXPECT_EQ(readSeal(sealed.company.locator(), QStringLiteral("another")).error().code, "seal");
}

TEST(Seal, recognisesARestoredOldBackup)
{
    SealedCompany sealed;
    const QString old = sealed.backup("old.purser");
    sealed.sold();
    ASSERT_TRUE(writeSeal(sealed.company.session()));

    Session back = sealed.restored(old);

    EXPECT_TRUE(verdict(back).contains(QStringLiteral("it is older than its seal"))) << qPrintable(verdict(back));
}

TEST(Seal, isNotOverwrittenByTheOlderCompany)
{
    SealedCompany sealed;
    const QString old = sealed.backup("old.purser");
    sealed.sold();
    ASSERT_TRUE(writeSeal(sealed.company.session()));
    Session back = sealed.restored(old);

    ASSERT_TRUE(writeSeal(back));

    EXPECT_TRUE(verdict(back).contains(QStringLiteral("it is older than its seal")));
}

TEST(Seal, keepsNumbersFromBeingGivenTwiceAfterARestore)
{
    SealedCompany sealed;
    const QString old = sealed.backup("old.purser");
    sealed.sold();
    sealed.sold(); // INV-0000003 and INV-0000004 are at the customer
    ASSERT_TRUE(writeSeal(sealed.company.session()));
    Session back = sealed.restored(old);

    const auto raised = raiseSeries(back);

    ASSERT_TRUE(raised);
    EXPECT_EQ(*raised, 3); // orders, shipments, invoices
    EXPECT_EQ(verdict(back), "");
    const auto order = back.perform([&](Tx &tx) -> Result<Invoice> {
        NewOrder next;
        next.party = tx.all<Party>("kind = 1").front().id;
        next.lines.push_back({});
        next.lines.back().product = tx.all<Product>("id > 0").front().id;
        auto placed = placeOrder(tx, next, false);
        if (!placed)
            return placed.error();
        if (auto shipped = shipOrder(tx, placed->order.id, Dispatch()); !shipped)
            return shipped.error();
        return invoiceOrder(tx, placed->order.id);
    });
    ASSERT_TRUE(order) << qPrintable(order.error().text);
    EXPECT_EQ(order->number, "INV-0000005");
    EXPECT_EQ(verdict(back), "");
}

TEST(Seal, remembersWhatARestoreGaveUp)
{
    SealedCompany sealed;
    const QString old = sealed.backup("old.purser");
    sealed.sold();
    ASSERT_TRUE(writeSeal(sealed.company.session()));
    const Seal before = sealed.seal();
    Session back = sealed.restored(old);

    ASSERT_TRUE(raiseSeries(back));

    const Seal after = (*readSeal(back.locator(), back.scene().companyUid)).value_or(Seal());
    EXPECT_LT(after.entry, before.entry);
    ASSERT_EQ(after.givenUp.size(), 1);
    EXPECT_TRUE(after.givenUp.front().contains(QString::fromLatin1(before.hash.toHex())));
}

TEST(Seal, isNotWrittenOverAChainThatWasReplaced)
{
    SealedCompany sealed;
    const Seal before = sealed.seal();
    sql::Connection &connection = sealed.company.session().connection();
    connection.script(sealed.company.isServer() ? "ALTER TABLE journal_entry DISABLE TRIGGER USER" : "DROP TRIGGER journal_entry_stays");
    sealed.company.must([&](Tx &tx) -> Result<> {
        tx.run("UPDATE journal_entry SET hash = ? WHERE id = ?", QByteArray(32, 'x'), before.entry);
        return Done{};
    });
    sealed.sold();

    ASSERT_TRUE(writeSeal(sealed.company.session()));

    EXPECT_EQ(sealed.seal().hash, before.hash) << "the witness must stay";
}
