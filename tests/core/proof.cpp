#include "proof.h"

#include "core/verify/verify.h"

QString posted(TestCompany &company, const char *table)
{
    return company.ask([&](Tx &tx) {
        QStringList lines;
        auto rows = tx.run("SELECT a.code, SUM(l.amount) FROM journal_line l JOIN account a ON a.id = l.account_id WHERE l.entry_id = "
                           "(SELECT MAX(id) FROM journal_entry WHERE source = ?) GROUP BY a.code, l.amount < 0 ORDER BY a.code, l.amount < 0",
                           table);
        while (rows.next())
            lines << rows.text(0) + u' ' + Money(rows.integer(1), tx.currency()).toString();
        return lines.join(QStringLiteral(", "));
    });
}

qint64 entriesFrom(TestCompany &company, const char *table)
{
    return company.ask([&](Tx &tx) { return tx.number("SELECT COUNT(*) FROM journal_entry WHERE source = ?", table); });
}

void expectProven(TestCompany &company)
{
    const Verification found = company.ask([](Tx &tx) { return verify(tx, {}); });
    for (const auto &difference : found.differences)
        ADD_FAILURE() << qPrintable(difference.where) << ": " << qPrintable(difference.text);
}

Location shelf(TestCompany &company, const char *code, int pickOrder, Id<Warehouse> warehouse)
{
    return company.must([&](Tx &tx) -> Result<Location> {
        const QString name = QString::fromLatin1(code);
        if (!warehouse) {
            auto made = saveWarehouse(tx, {{}, 1, name, name});
            if (!made)
                return made.error();
            warehouse = made->id;
        }
        return saveLocation(tx, {{}, 1, name, name, LocationKind::Internal, warehouse, pickOrder, true});
    });
}

void receive(TestCompany &company, Id<Product> product, int units, const char *cost, Id<Location> location)
{
    company.must([&](Tx &tx) { return receiveGoods(tx, {{product, pcs(units), unit(cost), location, {}, QStringLiteral("delivery")}}, tx.today()); });
}

SalesOrder reread(TestCompany &company, Id<SalesOrder> order)
{
    return company.ask([&](Tx &tx) { return tx.get(order); });
}

SalesLine lineOf(TestCompany &company, Id<SalesOrder> order, int line)
{
    return company.ask([&](Tx &tx) { return loadOrder(tx, order).lines.at(size_t(line - 1)); });
}

Invoice invoiced(TestCompany &company, Id<SalesOrder> order)
{
    return company.must([&](Tx &tx) { return invoiceOrder(tx, order); });
}

QString available(TestCompany &company, Id<Product> product)
{
    return company.ask([&](Tx &tx) { return availability(tx, product).available().toString(); });
}

Id<Channel> webChannel(TestCompany &company, const char *name)
{
    return company.must([&](Tx &tx) -> Result<Id<Channel>> {
        auto rows =
            tx.run("INSERT INTO channel (name, kind, url, options, state, state_reason, currency, tax_inclusive, buffer, cursor_page, failures, "
                   "lease_holder, created_at, version) VALUES (?, 'woocommerce', 'http://127.0.0.1', '{}', 1, '', 'EUR', 1, 0, '', 0, '', ?, 1) "
                   "RETURNING id",
                   name, tx.now());
        rows.next();
        return Id<Channel>{rows.integer(0)};
    });
}
