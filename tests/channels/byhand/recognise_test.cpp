#include "channels/byhand/columns.h"
#include "channels/byhand/recognise.h"
#include "channels/byhand/textfigures.h"

#include <gtest/gtest.h>

using namespace channels::byhand;

// What is read of confirmations, clipboards and exports, in the ways that sites write them.

namespace {

const QTimeZone utc("UTC");
constexpr Currency Usd{"USD", 2};

Money eur(const char *amount) { return *Money::parse(QString::fromLatin1(amount), Eur); }
Money usd(const char *amount) { return *Money::parse(QString::fromLatin1(amount), Usd); }

/// "2 MUG Blue mug 23.80" for each line, amounts as they were said: @ of one, = of the line.
QStringList said(const WebOrder &order)
{
    QStringList lines;
    for (const WebLine &line : order.lines) {
        QString text = line.quantity.toString() + u' ' + line.sku + u' ' + line.description;
        if (line.price)
            text += QStringLiteral(" @") + line.price->toString();
        if (line.amount)
            text += QStringLiteral(" =") + line.amount->toString();
        lines << text.simplified();
    }
    return lines;
}

} // namespace

TEST(TextFigures, amountsOfAllCountries)
{
    for (const auto &[text, plain] : std::vector<std::pair<QString, QString>>{{"1.234,56 €", "1234.56"},
                                                                              {"$1,234.56", "1234.56"},
                                                                              {"1 234,56", "1234.56"},
                                                                              {"1'234.50 CHF", "1234.50"},
                                                                              {"€ 5", "5"},
                                                                              {"EUR 12,00", "12.00"},
                                                                              {"-3,50 €", "-3.50"},
                                                                              {"- €3.50", "-3.50"},
                                                                              {"12,-", "12"},
                                                                              {"1.234.567", "1234567"},
                                                                              {"1.234", "1234"},
                                                                              {"0,5", "0.5"},
                                                                              {"twelve", ""},
                                                                              {"12 apples", ""},
                                                                              {"A12", ""},
                                                                              {"", ""}})
        EXPECT_EQ(plainNumber(text), plain) << qPrintable(text);
    EXPECT_EQ(plainNumber(QStringLiteral("1.234"), u'.'), "1.234");
    EXPECT_EQ(decimalMarkOf({"5", "1.234", "2,50"}), QChar(u','));
    EXPECT_EQ(decimalMarkOf({"1,234.50"}), QChar(u'.'));
    EXPECT_TRUE(decimalMarkOf({"5", "1.234"}).isNull());
}

TEST(TextFigures, quantitiesDaysAndCountries)
{
    for (const char *text : {"2", "2 x", "x2", "×2", "2x", "Qty: 2", "Menge 2", "2 Stück", "2,0", "2.000"})
        EXPECT_EQ(quantityIn(QString::fromUtf8(text)), Quantity::whole(2)) << text;
    EXPECT_FALSE(quantityIn(QStringLiteral("two")));
    EXPECT_EQ(quantityIn(QStringLiteral("2,5")), Quantity::parse(u"2.5"));
    EXPECT_EQ(percentIn(QStringLiteral("19,0 %")), Rate{190'000});
    const auto day = [](const char *text, bool dayFirst = true) {
        const auto when = momentIn(QString::fromUtf8(text), utc, dayFirst);
        return when ? when->toString() : QStringLiteral("(none)");
    };
    for (const char *text :
         {"2030-01-15", "15.01.2030", "15/01/2030", "01/15/2030", "January 15, 2030", "15. Januar 2030", "15 janvier 2030", "Jan 15, 2030"})
        EXPECT_EQ(day(text), "2030-01-15T00:00:00Z") << text;
    EXPECT_EQ(day("2030-01-15 10:30:05"), "2030-01-15T10:30:05Z");
    EXPECT_EQ(day("01/02/2030 3:05 PM", false), "2030-01-02T15:05:00Z");
    EXPECT_EQ(day("01/02/2030", true), "2030-02-01T00:00:00Z");
    EXPECT_EQ(day("soon"), "(none)");
    EXPECT_EQ(day("2030-01-15T10:00:00+02:00"), "2030-01-15T08:00:00Z");
    EXPECT_EQ(countryIn(QStringLiteral("Deutschland")), "DE");
    EXPECT_EQ(countryIn(QStringLiteral("united kingdom")), "GB");
    EXPECT_EQ(countryIn(QStringLiteral("Schweiz")), "CH");
    EXPECT_EQ(countryIn(QStringLiteral("US")), "US");
    EXPECT_EQ(countryIn(QStringLiteral("Berlin")), "");
}

TEST(Recognise, aWooCommerceMailInEnglish)
{
    const Recognised found = recogniseText(QStringLiteral("You've received the following order from Jo Buyer:\n\n"
                                                          "[Order #1234] (January 15, 2030)\n\n"
                                                          "Blue Mug (#MUG-BLUE) X 2 = €23.80\n"
                                                          "Large Pot (#POT-L) X 1 = €1,023.80\n\n"
                                                          "Subtotal: €1,047.60\n"
                                                          "Discount: -€7.60\n"
                                                          "Shipping: €4.90 via Parcel\n"
                                                          "Payment method: Credit card\n"
                                                          "Total: €1,044.90 (includes €166.83 VAT)\n\n"
                                                          "Billing address\n\n"
                                                          "Jo Buyer\nBuyer Ltd\n1 Main Street\nLondon\nSW1A 1AA\nUnited Kingdom\njo@example.com\n"),
                                           Eur, utc);

    EXPECT_EQ(found.order.number, "1234");
    EXPECT_EQ(found.order.placedAt->toString(), "2030-01-15T00:00:00Z");
    EXPECT_EQ(said(found.order), QStringList({"2 MUG-BLUE Blue Mug =23.80", "1 POT-L Large Pot =1023.80"}));
    EXPECT_EQ(found.order.discount, eur("7.60"));
    EXPECT_EQ(found.order.shipping, eur("4.90"));
    EXPECT_EQ(found.order.tax, eur("166.83"));
    EXPECT_EQ(found.order.total, eur("1044.90"));
    EXPECT_EQ(found.order.paymentMethod, "Credit card");
    const channels::RemoteAddress &to = found.order.billing;
    EXPECT_EQ(QStringList({to.name, to.company, to.street, to.city, to.postcode, to.country, to.email}).join(u'|'),
              "Jo Buyer|Buyer Ltd|1 Main Street|London|SW1A 1AA|GB|jo@example.com");
    EXPECT_EQ(found.rest, QStringList({"You've received the following order from Jo Buyer:"}));
}

TEST(Recognise, aWooCommerceMailInGermanAsHtml)
{
    const Recognised found = recogniseHtml(
        QStringLiteral("<html><head><style>td{color:red}</style></head><body><h1>Neue Bestellung: #1234</h1><p>Du hast eine Bestellung erhalten:</p>"
                       "<h2><a href='x'>[Bestellung #1234]</a> (15. Januar 2030)</h2>"
                       "<table><thead><tr><th>Produkt</th><th>Anzahl</th><th>Preis</th></tr></thead><tbody>"
                       "<tr><td>Blauer Becher (#MUG-BLAU)</td><td>2</td><td>23,80&nbsp;&euro;</td></tr>"
                       "<tr><td>Gro&szlig;er Topf (#TOPF-L)</td><td>1</td><td>1.023,80&nbsp;&euro;</td></tr></tbody>"
                       "<tfoot><tr><th colspan=2>Zwischensumme:</th><td>1.047,60&nbsp;&euro;</td></tr>"
                       "<tr><th>Versand:</th><td>4,90&nbsp;&euro; <small>mit DHL</small></td></tr>"
                       "<tr><th>Zahlungsart:</th><td>Kauf auf Rechnung</td></tr>"
                       "<tr><th>Gesamt:</th><td>1.052,50&nbsp;&euro; <small>(inkl. 168,05&nbsp;&euro; MwSt.)</small></td></tr></tfoot></table>"
                       "<table><tr><td><h2>Rechnungsadresse</h2><address>Jo K&auml;ufer<br>Hauptstr. 1<br>10115 Berlin<br>Deutschland</address></td>"
                       "<td><h2>Lieferadresse</h2><address>Kim Nachbar<br>Hauptstr. 3<br>10115 Berlin</address></td></tr></table></body></html>"),
        Eur, utc);

    EXPECT_EQ(found.order.number, "1234");
    EXPECT_EQ(said(found.order), QStringList({"2 MUG-BLAU Blauer Becher =23.80", "1 TOPF-L Großer Topf =1023.80"}));
    EXPECT_EQ(found.order.shipping, eur("4.90"));
    EXPECT_EQ(found.order.total, eur("1052.50"));
    EXPECT_EQ(found.order.tax, eur("168.05"));
    EXPECT_EQ(found.order.paymentMethod, "Kauf auf Rechnung");
    EXPECT_EQ(found.order.billing.street, "Hauptstr. 1");
    EXPECT_EQ(found.order.billing.country, "DE");
    EXPECT_EQ(found.order.delivery.name, "Kim Nachbar");
    EXPECT_EQ(found.rest, QStringList({"Du hast eine Bestellung erhalten:"}));
}

TEST(Recognise, aShopifyMail)
{
    const Recognised found = recogniseText(QStringLiteral("Order #1001 confirmed\n\n"
                                                          "Order summary\n"
                                                          "Blue Mug × 2\nSKU: MUG-BLUE\n$24.00\n\n"
                                                          "Large Pot × 1\nSKU: POT-L\n$20.50\n\n"
                                                          "Subtotal $44.50\nShipping $5.00\nTaxes $3.71\nTotal $53.21 USD\n\n"
                                                          "Shipping address\nJo Buyer\n1 Main Street\nApt 4\nPortland OR 97201\nUnited States\n"),
                                           Usd, utc);

    EXPECT_EQ(found.order.number, "1001");
    EXPECT_EQ(said(found.order), QStringList({"2 MUG-BLUE Blue Mug =24.00", "1 POT-L Large Pot =20.50"}));
    EXPECT_EQ(found.order.tax, usd("3.71"));
    EXPECT_EQ(found.order.total, usd("53.21"));
    EXPECT_EQ(found.order.delivery.region, "OR");
    EXPECT_EQ(found.order.delivery.street2, "Apt 4");
    EXPECT_EQ(found.rest, QStringList({"Order summary"}));
}

TEST(Recognise, anAmazonNotice)
{
    const Recognised found = recogniseText(QStringLiteral("Congratulations, you have made a sale!\n\n"
                                                          "Order ID: 114-1234567-7654321\nOrder date: 01/15/2030\n"
                                                          "Ship to name: Jo Buyer\n\n"
                                                          "Item: Blue Mug\nCondition: New\nSKU: MUG-BLUE\nQuantity: 2\nPrice: $24.00\n\n"
                                                          "Item: Large Pot\nCondition: New\nSKU: POT-L\nQuantity: 1\nPrice: $20.50\n\n"
                                                          "Tax: $3.71\nShipping: $5.00\nOrder total: $53.21\n"),
                                           Usd, utc);

    EXPECT_EQ(found.order.number, "114-1234567-7654321");
    EXPECT_EQ(found.order.placedAt->toString(), "2030-01-15T00:00:00Z");
    EXPECT_EQ(said(found.order), QStringList({"2 MUG-BLUE Blue Mug =24.00", "1 POT-L Large Pot =20.50"}));
    EXPECT_EQ(found.order.billing.name, "Jo Buyer");
    EXPECT_EQ(found.rest, QStringList({"Congratulations, you have made a sale!", "Condition: New", "Condition: New"}));
}

TEST(Recognise, anEbayNoticeInGerman)
{
    const Recognised found = recogniseText(QStringLiteral("Bestellnummer: 03-12345-67890\nVerkauft: Blauer Becher\nArtikelnummer: 123456789012\n"
                                                          "Bestandseinheit (SKU): MUG-BLAU\nMenge: 2\nArtikelpreis: EUR 11,90\n"
                                                          "Versand: EUR 4,90\nGesamtbetrag: EUR 28,70\nKäufer: jo_k\n"),
                                           Eur, utc);

    EXPECT_EQ(found.order.number, "03-12345-67890");
    EXPECT_EQ(said(found.order), QStringList({"2 MUG-BLAU Blauer Becher @11.90"}));
    EXPECT_EQ(found.order.shipping, eur("4.90"));
    EXPECT_EQ(found.order.total, eur("28.70"));
    EXPECT_TRUE(found.rest.isEmpty()) << qPrintable(found.rest.join(u'|'));
}

TEST(Recognise, anAmountThatDoesNotSayWhatItIsOfIsDecidedByTheTotal)
{
    const auto read = [](const char *total) {
        return said(recogniseText(QStringLiteral("3 x Mug 10,00 €\n1 x Pot 5,00 €\nTotal: %1").arg(QLatin1String(total)), Eur, utc).order);
    };

    EXPECT_EQ(read("15,00 €"), QStringList({"3 Mug =10.00", "1 Pot =5.00"}));
    EXPECT_EQ(read("35,00 €"), QStringList({"3 Mug @10.00", "1 Pot @5.00"}));
    EXPECT_EQ(read("99,00 €"), QStringList({"3 Mug =10.00", "1 Pot =5.00"}));
    EXPECT_EQ(said(recogniseText(QStringLiteral("2 x Mug 1,00 € 2,00 €"), Eur, utc).order), QStringList({"2 Mug @1.00"}));
}

TEST(Recognise, rowsFromASpreadsheetOrAnExport)
{
    const Recognised rows = recogniseText(QStringLiteral("SKU\tMenge\tEinzelpreis\nMUG\t2\t11,90\nPOT\t1\t23,80\n"), Eur, utc);
    EXPECT_EQ(said(rows.order), QStringList({"2 MUG @11.90", "1 POT @23.80"}));
    EXPECT_TRUE(rows.rest.isEmpty());

    const Recognised file =
        recogniseText(QStringLiteral("Order number,SKU,Quantity,Price,Order total\n7,MUG,2,11.90,23.80\n8,POT,1,23.80,23.80\n"), Eur, utc);
    EXPECT_EQ(file.order.number, "7");
    EXPECT_EQ(file.order.total, eur("23.80"));
    EXPECT_EQ(said(file.order), QStringList({"2 MUG @11.90"}));
    ASSERT_EQ(file.rest.size(), 1);
    EXPECT_TRUE(file.rest.front().contains(QStringLiteral("8")));

    const Recognised bare = recogniseText(QStringLiteral("Mug\t2\t11,90 €\t23,80 €\nstrange line\n"), Eur, utc);
    EXPECT_EQ(said(bare.order), QStringList({"2 Mug @11.90"}));
    EXPECT_EQ(bare.rest, QStringList({"strange line"}));
}

TEST(Recognise, nothingIsDroppedSilently)
{
    const QStringList odd{"Please wrap as a gift", "see you in 2031", "<b>", "…", "12345", "Price on request"};

    const Recognised found = recogniseText(odd.join(u'\n'), Eur, utc);

    EXPECT_TRUE(found.order.lines.empty());
    EXPECT_EQ(found.rest, odd);
    EXPECT_TRUE(recogniseText(QString(), Eur, utc).rest.isEmpty());
    EXPECT_TRUE(recogniseHtml(QStringLiteral("<table><tr><td>"), Eur, utc).order.lines.empty());
}

TEST(Columns, areProposedFromWellKnownNames)
{
    for (const auto &[heading, field] : std::vector<std::pair<QString, QString>>{{"Order Number", "order_number"},
                                                                                 {"Bestell-Nr.", "order_number"},
                                                                                 {"N° de commande", "order_number"},
                                                                                 {"Número de pedido", "order_number"},
                                                                                 {"Stück", "quantity"},
                                                                                 {"Quantité", "quantity"},
                                                                                 {"Cantidad", "quantity"},
                                                                                 {"Artikelnummer", "sku"},
                                                                                 {"Straße", "street"},
                                                                                 {"Prix unitaire", "unit_price"},
                                                                                 {"Favourite colour", ""}})
        EXPECT_EQ(fieldOfHeading(heading), field) << qPrintable(heading);
    const Columns columns = columnsOf({"Nummer", "Ware", "Anzahl", "Farbe", "Anzahl"}, {{"nummer", "order_number"}, {"ware", "sku"}, {"farbe", ""}});
    EXPECT_EQ(columns.at, (std::map<QString, int>{{"order_number", 0}, {"sku", 1}, {"quantity", 2}}));
    EXPECT_EQ(columns.ignored, QStringList({"Farbe", "Anzahl"}));
}

TEST(Columns, rowsOfOneNumberAreOneOrder)
{
    const Table table{{1, {"Order Number", "Item SKU", "Quantity", "Item Cost", "Shipping", "Order Total", "Country", "Status", "Tax rate"}},
                      {2, {"#7", "MUG", "2", "11,90", "4,90", "52,50", "Germany", "processing", "19%"}},
                      {3, {"8", "POT", "x", "23,80", "", "23,80", "Atlantis", "cancelled", ""}},
                      {4, {"7", "POT", "1", "23,80", "4,90", "52,50", "Germany", "processing", "19%"}},
                      {5, {"", "CUP", "1", "1,00", "", "", "", "", ""}}};

    const TableOrders read = ordersIn(table, columnsOf(table.front().cells, {}), Eur, utc);

    ASSERT_EQ(read.orders.size(), 2u);
    EXPECT_EQ(said(read.orders[0]), QStringList({"2 MUG @11.90", "1 POT @23.80"}));
    EXPECT_EQ(read.orders[0].shipping, eur("4.90"));
    EXPECT_EQ(read.orders[0].total, eur("52.50"));
    EXPECT_EQ(read.orders[0].billing.country, "DE");
    EXPECT_EQ(read.orders[0].payment, WebPayment::Paid);
    EXPECT_EQ(read.orders[0].lines[0].taxRate, Rate{190'000});
    EXPECT_TRUE(read.orders[0].problems.empty());
    EXPECT_TRUE(read.orders[1].cancelled);
    EXPECT_EQ(read.orders[1].problems.size(), 2u) << "the quantity and the country";
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_TRUE(read.problems[0].contains(QStringLiteral("5")));
}
