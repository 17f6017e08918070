#include "commandline.h"
#include "core/imports/import.h"

TEST(ProductImport, rowsGoInWhateverTheOrderOfTheColumns)
{
    CommandCompany company;
    const QString file = company.file(
        "p.csv", "PRICE,Sku,Name,Tax,Weight,Unit,Barcode,Description\n12.50,MUG,Blue mug,reduced,0.35,box,4006381333931,\"Holds 0.3 l,\nblue\"\n");

    const Json report = company.ask(QStringLiteral("product import ") + file);

    EXPECT_EQ(report["created"].toInteger(), 1);
    const Json mug = company.ask(QStringLiteral("product show MUG"));
    EXPECT_EQ(mug["name"].text(), "Blue mug");
    EXPECT_EQ(mug["price"].text(), "12.50");
    EXPECT_EQ(mug["currency"].text(), "EUR");
    EXPECT_EQ(mug["tax_class"].text(), "reduced");
    EXPECT_EQ(mug["weight"].text(), "0.35");
    EXPECT_EQ(mug["unit"].text(), "box");
    EXPECT_EQ(mug["barcode"].text(), "4006381333931");
    EXPECT_EQ(mug["description"].text(), "Holds 0.3 l,\nblue");
    EXPECT_EQ(mug["on_hand"].text(), "0");
    EXPECT_EQ(mug["allocated"].text(), "0");
    EXPECT_EQ(mug["available"].text(), "0");
}

TEST(ProductImport, theSameFileAgainChangesNothing)
{
    CommandCompany company;
    const QString file = company.file("p.csv", "SKU,name,price,tax\nMUG,Blue mug,12.50,standard\nPOT,Pot,30,standard\n");
    company.ask(QStringLiteral("product import ") + file);
    const QString before = company.everything();
    const qint64 audited = company.number("SELECT COUNT(*) FROM audit");

    const Json again = company.ask(QStringLiteral("product import ") + file);

    EXPECT_EQ(again["unchanged"].toInteger(), 2);
    EXPECT_EQ(again["created"].toInteger() + again["changed"].toInteger(), 0);
    EXPECT_EQ(company.everything(), before);
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM audit"), audited);
}

TEST(ProductImport, aChangedRowChangesOnlyWhatItsColumnsSay)
{
    CommandCompany company;
    company.ask(QStringLiteral("product import ") + company.file("p.csv", "SKU,name,price,unit\nMUG,Blue mug,12.50,box\n"));

    const Json report = company.ask(QStringLiteral("product import ") + company.file("q.csv", "SKU,price\nMUG,13.00\n"));

    EXPECT_EQ(report["changed"].toInteger(), 1);
    const Json mug = company.ask(QStringLiteral("product show MUG"));
    EXPECT_EQ(mug["price"].text(), "13.00");
    EXPECT_EQ(mug["name"].text(), "Blue mug");
    EXPECT_EQ(mug["unit"].text(), "box");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM price"), 1);
}

TEST(ProductImport, badRowsAreNamedByLineAndColumnWhileTheOthersGoIn)
{
    CommandCompany company;
    const QString file = company.file("p.csv", "SKU,name,price,tax,weight,image\n"
                                               "MUG,Blue mug,12.50,standard,0.3,\n"
                                               "POT,Pot,cheap,standard,1,\n"
                                               "PAN,,9,standard,1,\n"
                                               ",Nameless,9,standard,1,\n"
                                               "LID,Lid,9,luxury,1,\n"
                                               "TIN,Tin,9,standard,heavy,\n"
                                               "CUP,\"Cup\nof two lines\",9,standard,1,missing.png\n"
                                               "MUG,Blue mug again,1,standard,1,\n"
                                               "JAR,Jar,3,standard,1,\n");

    const Said said = company.say(QStringLiteral("--json product import ") + file);

    EXPECT_EQ(said.exit, 1);
    const Json report = said.json();
    EXPECT_EQ(report["created"].toInteger(), 2);
    EXPECT_EQ(report["refused"].toInteger(), 7);
    QStringList named;
    for (const Json &problem : report["problems"].items()) {
        named << problem["line"].text() + u' ' + problem["column"].text();
        EXPECT_FALSE(problem["message"].text().isEmpty());
    }
    EXPECT_EQ(named, (QStringList{QStringLiteral("3 price"), QStringLiteral("4 name"), QStringLiteral("5 sku"), QStringLiteral("6 tax"),
                                  QStringLiteral("7 weight"), QStringLiteral("8 image"), QStringLiteral("10 sku")}));
    QStringList skus;
    const Json list = company.ask(QStringLiteral("product list"));
    for (const Json &item : list["items"].items())
        skus << item["sku"].text();
    EXPECT_EQ(skus, (QStringList{QStringLiteral("JAR"), QStringLiteral("MUG")}));
}

TEST(ProductImport, aPictureBesideTheFileIsTakenOnceAndNoneFromElsewhere)
{
    CommandCompany company;
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccfc0f01f000"
                                               "5050201a5f4a1e20000000049454e44ae426082");
    company.file("mug.png", png);
    const QString file = company.file("p.csv", "SKU,name,image\nMUG,Blue mug,mug.png\n");
    company.ask(QStringLiteral("product import ") + file);

    const Json again = company.ask(QStringLiteral("product import ") + file);
    const Said outside = company.say(QStringLiteral("--json product import ") + company.file("q.csv", "SKU,image\nMUG,../../../../etc/hostname\n"));

    EXPECT_EQ(again["unchanged"].toInteger(), 1);
    const Json mug = company.ask(QStringLiteral("product show MUG"));
    ASSERT_EQ(mug["images"].items().size(), 1u);
    EXPECT_EQ(mug["images"].at(0)["name"].text(), "mug.png");
    EXPECT_EQ(outside.exit, 1);
    EXPECT_EQ(outside.json()["problems"].at(0)["column"].text(), "image");
}

TEST(ProductImport, unknownColumnsAreNamedAndAFileWithoutSkusIsRefused)
{
    CommandCompany company;

    const Json report = company.ask(QStringLiteral("product import ") + company.file("p.csv", "SKU,name,colour\nMUG,Mug,blue\n"));

    ASSERT_EQ(report["ignored_columns"].items().size(), 1u);
    EXPECT_EQ(report["ignored_columns"].at(0).text(), "colour");
    EXPECT_EQ(company.refused(QStringLiteral("product import ") + company.file("q.csv", "name,price\nMug,1\n")), "columns");
    EXPECT_EQ(company.refused(QStringLiteral("product import ") + company.file("r.csv", "SKU,name,sku\nA,b,c\n")), "columns");
    EXPECT_EQ(company.refused(QStringLiteral("product import ") + company.file("s.csv", "")), "empty_file");
    EXPECT_EQ(company.refused(QStringLiteral("product import /nowhere/p.csv")), "no_file");
}

TEST(ProductImport, whatEuropeanSpreadsheetsSaveIsRead)
{
    CommandCompany company;

    company.ask(QStringLiteral("product import ") + company.file("p.csv", "\xEF\xBB\xBFSKU;name;price\r\nMUG;\"Tasse; gro\xC3\x9F\";12.50\r\n"));

    EXPECT_EQ(company.ask(QStringLiteral("product show MUG"))["name"].text(), QString::fromUtf8("Tasse; groß"));
}

TEST(ProductImport, aStopBetweenTwoPartsKeepsWhatWentIn)
{
    CommandCompany company;
    QByteArray csv = "SKU,name\n";
    for (int i = 1; i <= 1200; ++i)
        csv += "P" + QByteArray::number(i) + ",Product\n";
    int asked = 0;

    const auto report = importProducts(company.session(), csv, {}, {{}, [&asked] { return ++asked > 2; }});

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "cancelled");
    EXPECT_EQ(company.number("SELECT COUNT(*) FROM product"), 1000);
    EXPECT_EQ(company.ask(QStringLiteral("product import -"), csv)["created"].toInteger(), 200);
}

TEST(CustomerImport, customersComeWithTermsPricesAndAddress)
{
    CommandCompany company;
    company.ask(QStringLiteral("price add TRADE Trade"));
    const QString file = company.file(
        "c.csv", "code,name,company,email,phone,street,street2,postcode,city,region,country,terms,credit_limit,price_list,discount,tax_number\n"
                 "ACME,Ann Ace,Acme Ltd,ann@acme.example,030-1,Road 1,Yard 2,10115,Berlin,BE,de,14,5000,TRADE,2.5,DE123456789\n");

    const Json report = company.ask(QStringLiteral("customer import ") + file);
    const Json again = company.ask(QStringLiteral("customer import ") + file);

    EXPECT_EQ(report["created"].toInteger(), 1);
    EXPECT_EQ(again["unchanged"].toInteger(), 1);
    const Json acme = company.ask(QStringLiteral("customer show ACME"));
    EXPECT_EQ(acme["company"].text(), "Acme Ltd");
    EXPECT_EQ(acme["terms_days"].toInteger(), 14);
    EXPECT_EQ(acme["credit_limit"].text(), "5000.00");
    EXPECT_EQ(acme["price_list"].text(), "TRADE");
    EXPECT_EQ(acme["discount"].text(), "2.5");
    EXPECT_EQ(acme["tax_number"].text(), "DE123456789");
    EXPECT_EQ(acme["balance"].text(), "0.00");
    ASSERT_EQ(acme["addresses"].items().size(), 1u);
    EXPECT_EQ(acme["addresses"].at(0)["street2"].text(), "Yard 2");
    EXPECT_EQ(acme["addresses"].at(0)["country"].text(), "DE");
}

TEST(CustomerImport, badRowsAreNamedWhileTheOthersGoIn)
{
    CommandCompany company;
    const QString file = company.file("c.csv", "code,name,terms,credit_limit,price_list,discount\n"
                                               "A,Ann,soon,,,\n"
                                               "B,Ben,14,much,,\n"
                                               "C,Cid,14,,NOLIST,\n"
                                               "D,Dan,14,,,lots\n"
                                               "E,,14,,,\n"
                                               "F,Fay,14,,,\n");

    const Said said = company.say(QStringLiteral("--json customer import ") + file);

    EXPECT_EQ(said.exit, 1);
    QStringList named;
    const Json report = said.json();
    for (const Json &problem : report["problems"].items())
        named << problem["line"].text() + u' ' + problem["column"].text();
    EXPECT_EQ(named, (QStringList{QStringLiteral("2 terms"), QStringLiteral("3 credit_limit"), QStringLiteral("4 price_list"),
                                  QStringLiteral("5 discount"), QStringLiteral("6 name")}));
    EXPECT_EQ(company.ask(QStringLiteral("customer list"))["items"].items().size(), 1u);
}
