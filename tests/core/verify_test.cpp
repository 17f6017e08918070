#include "core/verify/verify.h"
#include "support/bookyear.h"

// Somebody who owns the database switches its guards off and edits. Whatever was changed is found and named.

namespace {

void switchGuardsOff(TestCompany &company)
{
    sql::Connection &connection = company.session().connection();
    std::string off = company.isServer() ? "BEGIN;" : "PRAGMA foreign_keys = OFF; BEGIN;";
    {
        auto rows =
            connection.run(company.isServer() ? "SELECT 'ALTER TABLE ' || table_name || ' DISABLE TRIGGER USER;' FROM information_schema.tables "
                                                "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
                                              : "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'");
        while (rows.next())
            off += rows.text(0).toStdString();
    }
    connection.script(off + "COMMIT;");
}

QString textOf(const Verification &found)
{
    QString all;
    for (const auto &difference : found.differences)
        all += difference.where + QStringLiteral(": ") + difference.text + u'\n';
    return all;
}

QString findings(TestCompany &company, const std::optional<Seal> &seal = {})
{
    return textOf(company.ask([&](Tx &tx) { return verify(tx, seal); }));
}

struct Attack {
    const char *name;
    std::vector<const char *> statements;
    const char *named; ///< what the finding must name
};

const Attack attacks[] = {
    {"a balance",
     {"UPDATE account_balance SET debit = debit + 100 WHERE account_id = (SELECT id FROM account WHERE code = '1000')"},
     "account_balance 1000 203001"},
    {"a balance of a month that never was",
     {"INSERT INTO account_balance (account_id, period_id, debit, credit) VALUES (1, 202901, 5, 5)"},
     "account_balance 1000 202901"},
    {"a balance that is gone", {"DELETE FROM account_balance WHERE account_id = (SELECT id FROM account WHERE code = '4000')"}, "account_balance"},
    {"an old journal line, still balanced",
     {"UPDATE journal_line SET amount = amount + 100 WHERE entry_id = 1 AND line = 1",
      "UPDATE journal_line SET amount = amount - 100 WHERE entry_id = 1 AND line = 2"},
     "journal_entry STK-2030-000001: The entry or one of its lines was changed"},
    {"the party of an old line",
     {"UPDATE journal_line SET party_id = 2 WHERE entry_id = 2 AND party_id = 1"},
     "journal_entry PUR-2030-000001: The entry or one of its lines was changed"},
    {"the day of an entry", {"UPDATE journal_entry SET day = '2030-01-01' WHERE id = 3"}, "The entry or one of its lines was changed"},
    {"a deleted entry",
     {"DELETE FROM journal_line WHERE entry_id = 3", "DELETE FROM journal_entry WHERE id = 3"},
     "Entry 2 is followed by 4: one is missing"},
    {"lines of a deleted entry that stayed", {"DELETE FROM journal_entry WHERE id = (SELECT last_entry FROM ledger_head)"}, "journal_line"},
    {"the end of the chain", {"UPDATE ledger_head SET last_entry = last_entry + 1"}, "ledger_head"},
    {"a stock move's quantity",
     {"UPDATE stock_move SET quantity = quantity + 1000000 WHERE id = 1"},
     "stock_balance MUG MAIN: Kept are 18 on hand, the moves make 19."},
    {"a stock move's value", {"UPDATE stock_move SET value = value + 100 WHERE id = 1"}, "stock_value MUG"},
    {"a deleted stock move", {"DELETE FROM stock_move WHERE id = (SELECT MAX(id) FROM stock_move)"}, "stock_balance MUG MAIN"},
    {"stock on hand", {"UPDATE stock_balance SET on_hand = on_hand + 1000000"}, "stock_balance MUG MAIN: Kept are 19 on hand, the moves make 18."},
    {"stock that is gone", {"DELETE FROM stock_balance"}, "stock_balance MUG MAIN: The moves make 18, but no balance is kept."},
    {"the worth of stock", {"UPDATE stock_value SET value = value + 1"}, "inventory"},
    {"promised stock",
     {"UPDATE stock_balance SET allocated = allocated - 1000000"},
     "stock_balance MUG MAIN: Kept are 1 allocated, the orders' allocations make 2."},
    {"an inserted allocation",
     {"INSERT INTO allocation (order_id, line, location_id, lot, quantity) SELECT 1, 1, location_id, '', 1000000 FROM allocation"},
     "sales_line 1/1"},
    {"an allocation of no order",
     {"INSERT INTO allocation (order_id, line, location_id, lot, quantity) SELECT 99, 1, location_id, '', 1000000 FROM allocation"},
     "are allocated there, but no balance is kept"},
    {"a deleted payment", {"DELETE FROM payment WHERE number = 'PAY-0000001'"}, "series PAY"},
    {"the deleted last payment, with its number given back",
     {"DELETE FROM payment WHERE number = 'PAY-0000002'", "UPDATE series SET next = next - 1 WHERE code = 'PAY'"},
     "does not exist"},
    {"a payment's amount", {"UPDATE payment SET amount = amount + 1 WHERE number = 'PAY-0000001'"}, "payment PAY-0000001"},
    {"what an order has paid", {"UPDATE sales_order SET paid = paid + 100 WHERE id = 1"}, "sales_order SO-0000001"},
    {"an order's total", {"UPDATE sales_order SET total = total + 100 WHERE id = 1"}, "sales_order SO-0000001"},
    {"what is shipped of a line", {"UPDATE sales_line SET shipped = 2000000 WHERE order_id = 1"}, "sales_line 1/1"},
    {"what is invoiced of a line", {"UPDATE sales_line SET invoiced = 2000000 WHERE order_id = 1"}, "sales_line 1/1"},
    {"what is returned of a line", {"UPDATE sales_line SET returned = 0 WHERE order_id = 1"}, "sales_line 1/1"},
    {"a shipped quantity", {"UPDATE shipment_line SET quantity = 2000000"}, "sales_line 1/1: Kept are 3000000 shipped, its shipments make 2000000"},
    {"the cost of a shipment", {"UPDATE shipment_line SET cost = cost + 100"}, "shipment SH-0000001"},
    {"the cost of a receipt", {"UPDATE goods_receipt_line SET cost = cost + 100"}, "goods_receipt GR-0000001"},
    {"an invoice's total", {"UPDATE invoice SET total = total + 100, net = net + 100 WHERE number = 'INV-0000001'"}, "invoice INV-0000001"},
    {"an invoice's line", {"UPDATE invoice_line SET total = total + 100 WHERE invoice_id = 1"}, "invoice INV-0000001"},
    {"an invoice's tax", {"UPDATE invoice_tax SET amount = amount + 1 WHERE invoice_id = 1"}, "invoice INV-0000001"},
    {"a bill's total", {"UPDATE supplier_bill SET total = total + 100"}, "supplier_bill BILL-0000001"},
    {"a payout", {"UPDATE channel_payout SET gross = gross + 100"}, "channel_payout PO-0000001"},
    {"what is open", {"UPDATE open_item SET open = 0, base_open = 0 WHERE source = 'supplier_bill'"}, "open_item"},
    {"what an item began with",
     {"UPDATE open_item SET amount = amount - 100, open = open - 100, base_amount = base_amount - 100, base_open = base_open - 100 WHERE source = "
      "'supplier_bill'"},
     "account 2000"},
    {"a settlement", {"UPDATE settlement SET amount = amount - 1 WHERE id = 1"}, "open_item"},
    {"a number that was skipped", {"UPDATE series SET next = next + 1 WHERE code = 'INV'"}, "series INV"},
    {"a number to be given twice", {"UPDATE series SET next = next - 1 WHERE code = 'INV'"}, "series INV"},
};

/// Writes the chain anew from an entry on, as somebody would who knows the program and wants to hide a change.
void rechain(TestCompany &company, qint64 from)
{
    company.must([from](Tx &tx) -> Result<> {
        const qint64 last = tx.number("SELECT MAX(id) FROM journal_entry");
        QByteArray previous = findEntry(tx, {from})->previousHash;
        for (qint64 id = from; id <= last; ++id) {
            JournalEntry entry = *findEntry(tx, {id});
            entry.previousHash = previous;
            previous = hashOf(entry, linesOf(tx, entry.id));
            tx.run("UPDATE journal_entry SET previous_hash = ?, hash = ? WHERE id = ?", entry.previousHash, previous, id);
        }
        tx.run("UPDATE ledger_head SET last_hash = ?", previous);
        return Done{};
    });
}

Seal sealOf(TestCompany &company)
{
    Seal seal;
    seal.entry = company.number("SELECT last_entry FROM ledger_head");
    seal.hash = company.ask([&](Tx &tx) { return findEntry(tx, {seal.entry})->hash; });
    return seal;
}

} // namespace

TEST(Verify, anHonestCompanyIsClean)
{
    TestCompany company;
    liveThrough(company);

    const Verification found = company.ask([](Tx &tx) { return verify(tx, std::nullopt); });

    EXPECT_EQ(findings(company), "");
    EXPECT_TRUE(found.ok());
    const auto count = [&](const char *name) {
        for (const auto &fact : found.facts)
            if (fact.name == QLatin1String(name))
                return fact.count;
        return qint64(-1);
    };
    EXPECT_EQ(count("stock_move"), 3); // in, out, back
    EXPECT_EQ(count("payment"), 2);    // received, refunded
    EXPECT_EQ(count("journal_entry"), company.number("SELECT COUNT(*) FROM journal_entry"));
    EXPECT_EQ(count("journal_line"), company.number("SELECT COUNT(*) FROM journal_line"));
}

TEST(Verify, aNewCompanyIsClean)
{
    TestCompany company;

    EXPECT_EQ(findings(company), "");
}

TEST(Verify, everyHostileEditIsFoundAndNamed)
{
    TestCompany company;
    liveThrough(company);
    switchGuardsOff(company);

    for (const Attack &attack : attacks) {
        SCOPED_TRACE(attack.name);
        const auto undone = company.session().perform([&](Tx &tx) -> Result<> {
            for (const char *statement : attack.statements)
                tx.run(statement);
            const QString found = textOf(verify(tx, std::nullopt));
            EXPECT_TRUE(found.contains(QLatin1String(attack.named))) << qPrintable(found);
            return refuse(QStringLiteral("undone"), QStringLiteral("the next attack begins with the honest company"));
        });
        EXPECT_EQ(undone.error().code, "undone") << qPrintable(undone.error().text);
    }

    EXPECT_EQ(findings(company), "");
}

TEST(Verify, aChainThatWasWrittenAnewIsGivenAwayByTheSeal)
{
    TestCompany company;
    liveThrough(company);
    const Seal seal = sealOf(company);
    switchGuardsOff(company);

    company.session().connection().run("UPDATE journal_entry SET memo = 'nothing to see here' WHERE id = 2");
    rechain(company, 2);

    EXPECT_EQ(findings(company), "") << "without a seal nobody could tell";
    EXPECT_TRUE(findings(company, seal).contains(QStringLiteral("the chain was written anew"))) << qPrintable(findings(company, seal));
}

TEST(Verify, aCompanyOlderThanItsSealIsRecognised)
{
    TestCompany company;
    liveThrough(company);
    Seal seal = sealOf(company);
    seal.entry += 3;
    seal.series[QStringLiteral("INV/0")] = 9;

    const QString found = findings(company, seal);

    EXPECT_TRUE(found.contains(QStringLiteral("it is older than its seal"))) << qPrintable(found);
    EXPECT_TRUE(found.contains(QStringLiteral("series INV/0: Numbers up to 8 were given away"))) << qPrintable(found);
}

TEST(Verify, manyDifferencesAreCutShort)
{
    TestCompany company;
    liveThrough(company);
    switchGuardsOff(company);
    company.session().connection().run(
        "INSERT INTO account_balance (account_id, period_id, debit, credit) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        "WHERE i < 200) SELECT 1, 100000 + i, 1, 1 FROM n");

    const Verification found = company.ask([](Tx &tx) { return verify(tx, std::nullopt); });

    EXPECT_EQ(found.differences.size(), 50u);
}
