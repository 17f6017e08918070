#include "core/catalog/kit.h"
#include "core/stock/sellable.h"
#include "core/verify/verify.h"
#include "support/testcompany.h"

// A kit on an order and the lines of its components say the same; who edits one of them is found. And how many kits can be built is asked of the
// components, wherever an order is typed.

namespace {

/// Three sets of two mugs and a tray are ordered; there are ten mugs and four trays.
struct KitOnOrder {
    KitOnOrder()
    {
        company.must(setComponents, set.id, std::vector<ProductComponent>{{{}, mug.id, pcs(2)}, {{}, tray.id, pcs(1)}});
        company.now = company.now.plusSeconds(60);
        order = company.order(company.customer().id, {{set.id, 3}});
    }
    QString findings()
    {
        QString all;
        for (const auto &difference : company.ask([](Tx &tx) { return verify(tx, std::nullopt); }).differences)
            all += difference.where + QStringLiteral(": ") + difference.text + u'\n';
        return all;
    }
    void edit(const std::vector<const char *> &statements)
    {
        company.must([&](Tx &tx) -> Result<> {
            for (const char *statement : statements)
                tx.run(statement);
            return Done{};
        });
    }
    Quantity buildable()
    {
        return company.ask([&](Tx &tx) { return sellable(tx, set.id); });
    }

    TestCompany company;
    Product mug = company.product("MUG", "10.00", 10);
    Product tray = company.product("TRAY", "20.00", 4);
    Product set = company.product("SET", "30.00");
    SalesOrder order;
};

struct Edit {
    const char *name;
    std::vector<const char *> statements;
    const char *named;
};

const char *copyOfTheMugs =
    "INSERT INTO sales_line (order_id, line, kind, product_id, sku, description, quantity, unit_price, price_reason, discount, "
    "net, tax, total, allocated, picked, packed, shipped, invoiced, returned, cancelled, external_id, pack, kit_line) SELECT "
    "order_id, 9, kind, product_id, sku, description, quantity, unit_price, price_reason, discount, net, tax, total, 0, 0, 0, 0, "
    "0, 0, 0, external_id, pack, kit_line FROM sales_line WHERE sku = 'MUG'";

const Edit edits[] = {
    {"too few of a component",
     {"UPDATE sales_line SET quantity = 5000000, allocated = 5000000 WHERE sku = 'MUG'"},
     "sales_line 1/2: 5000000 units of a component are ordered, its kit needs 6000000"},
    {"more kits than components",
     {"UPDATE sales_line SET quantity = 4000000 WHERE sku = 'SET'"},
     "sales_line 1/3: 3000000 units of a component are ordered, its kit needs 4000000"},
    {"a component that is gone", {"DELETE FROM sales_line WHERE sku = 'TRAY'"}, "sales_line 1/1: The kit needs TRAY, which has 0 lines"},
    {"a component twice", {copyOfTheMugs}, "sales_line 1/1: The kit needs MUG, which has 2 lines"},
    {"a component that is something else",
     {"UPDATE sales_line SET product_id = (SELECT id FROM product WHERE sku = 'SPOON'), sku = 'SPOON' WHERE sku = 'TRAY'"},
     "sales_line 1/3: SPOON belongs to a kit, but the kit does not consist of it"},
    {"all components gone", {"DELETE FROM sales_line WHERE sku <> 'SET'"}, "sales_line 1/1: It is a kit of SET, but no line has its components"},
    {"a component of no kit", {"UPDATE sales_line SET kit_line = 7 WHERE sku = 'MUG'"}, "MUG is a component of line 7, which is no kit"},
    {"a kit that is none any more", {"UPDATE sales_line SET kit_line = 0 WHERE sku = 'SET'"}, "TRAY is a component of line 1, which is no kit"},
    {"a component with a price",
     {"UPDATE sales_line SET net = 100, total = 100 WHERE sku = 'MUG'"},
     "MUG is a component of a kit and has a price of its own: 100"},
};

} // namespace

TEST(KitProof, anHonestKitIsClean)
{
    KitOnOrder sale;
    EXPECT_EQ(sale.findings(), "");
    sale.company.must(shipOrder, sale.order.id, Dispatch());
    EXPECT_EQ(sale.findings(), "");
}

TEST(KitProof, everyHostileEditOfAKitIsFoundAndNamed)
{
    for (const Edit &edit : edits) {
        SCOPED_TRACE(edit.name);
        KitOnOrder sale;
        sale.company.product("SPOON", "1.00", 5);

        sale.edit(edit.statements);

        EXPECT_TRUE(sale.findings().contains(QLatin1String(edit.named))) << qPrintable(sale.findings());
    }
}

TEST(KitProof, aKitThatConsistsOfSomethingElseSinceLeavesItsOrdersAsTheyWere)
{
    KitOnOrder sale;
    sale.company.now = sale.company.now.plusSeconds(60);

    sale.company.must(setComponents, sale.set.id, std::vector<ProductComponent>{{{}, sale.mug.id, pcs(1)}});

    EXPECT_EQ(sale.findings(), "");
}

TEST(Sellable, ofAKitAreAsManyAsTheScarcestComponentIsEnoughFor)
{
    KitOnOrder sale;
    EXPECT_EQ(sale.buildable(), pcs(1)); // ten mugs less six, four trays less three
    sale.company.must([&](Tx &tx) { return adjustStock(tx, sale.mug.id, {}, pcs(7), tx.today(), QStringLiteral("count")); });
    EXPECT_EQ(sale.buildable(), pcs(0)); // one mug is left over
    EXPECT_EQ(sale.company.ask([&](Tx &tx) { return sellable(tx, sale.mug.id); }), pcs(1));
}

TEST(Sellable, inAWarehouseIsWhatLiesThere)
{
    KitOnOrder sale;
    const auto in = [&](const char *code) {
        return sale.company.ask([&](Tx &tx) {
            const auto warehouse = tx.first<Warehouse>("code = ?", QString::fromLatin1(code));
            return sellable(tx, sale.set.id, {*warehouse});
        });
    };
    sale.company.must([](Tx &tx) -> Result<> {
        Warehouse east{{}, 1, QStringLiteral("EAST"), QStringLiteral("East")};
        tx.insert(east);
        return Done{};
    });
    EXPECT_EQ(in("EAST"), pcs(0));
    const QString own = sale.company.text("SELECT code FROM warehouse ORDER BY id LIMIT 1");
    EXPECT_EQ(in(qPrintable(own)), pcs(1));
}
