#include "channels/byhand/columns.h"

#include "channels/byhand/textfigures.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

namespace {

struct Meaning {
    const char *field;
    const char *headings; ///< as headingKey() writes them, separated by |
};
constexpr Meaning meanings[] = {
    {"order_number",
     "order number|order no|order nr|order id|order|order name|amazon order id|sales record number|bestellnummer|bestellnr|bestellung|"
     "bestell nr|auftragsnummer|auftrag|auftragsnr|numero de commande|n de commande|commande|numero de pedido|pedido|n pedido"},
    {"placed_at",
     "order date|date|created at|paid at|purchase date|sale date|bestelldatum|datum|auftragsdatum|kaufdatum|date de commande|fecha|fecha del pedido"},
    {"email", "email|e mail|customer email|billing email|buyer email|e mail adresse|kunden e mail|email billing|courriel|adresse e mail|correo|"
              "correo electronico"},
    {"name", "customer|customer name|billing name|buyer name|full name|kunde|kundenname|rechnung name|client|nom du client|nom|cliente|nombre|buyer "
             "fullname|name"},
    {"first_name", "first name|first name billing|billing first name|vorname|vorname rechnung|prenom"},
    {"last_name", "last name|last name billing|billing last name|nachname|nachname rechnung|nom de famille|apellido|apellidos"},
    {"company", "company|billing company|company billing|firma|firma rechnung|societe|entreprise|empresa"},
    {"street", "address|street|billing address1|billing address|billing street|address 1 billing|address 1 2 "
               "billing|strasse|anschrift|rechnungsadresse|adresse|rue|direccion|calle"},
    {"street2", "address 2|billing address2|address 2 billing|adresszusatz|complement d adresse"},
    {"postcode", "postcode|zip|billing zip|postal code|zip code|postcode billing|plz|postleitzahl|code postal|codigo postal"},
    {"city", "city|billing city|town|city billing|ort|stadt|ville|ciudad"},
    {"region", "state|region|province|billing province|state code billing|bundesland"},
    {"country", "country|billing country|country code|country code billing|land|rechnungsland|pays|pais"},
    {"phone", "phone|billing phone|telephone|phone billing|telefon|telefono"},
    {"delivery_name", "shipping name|ship name|recipient name|recipient|ship to name|liefername|empfaenger|destinataire|destinatario"},
    {"delivery_company", "shipping company|company shipping|lieferfirma"},
    {"delivery_street", "shipping address1|shipping address|ship address 1|ship to address 1|shipping street|address 1 shipping|address 1 2 shipping|"
                        "lieferadresse|lieferstrasse|adresse de livraison|direccion de envio"},
    {"delivery_street2", "shipping address2|ship address 2|ship to address 2|address 2 shipping"},
    {"delivery_postcode", "shipping zip|ship postal code|ship to zip|postcode shipping|shipping postcode|liefer plz"},
    {"delivery_city", "shipping city|ship city|ship to city|city shipping|lieferort"},
    {"delivery_country", "shipping country|ship country|ship to country|country code shipping|lieferland"},
    {"sku", "sku|lineitem sku|item sku|product sku|seller sku|custom label|custom label sku|product code|article|article number|item number|item "
            "no|artikelnummer|"
            "artikelnr|artikel nr|art nr|bestandseinheit|reference|ref|referencia|codigo"},
    {"barcode", "barcode|ean|gtin|upc|ean code|gencod|codigo de barras"},
    {"description",
     "description|product|product name|item|item name|lineitem name|item title|title|artikel|artikelbezeichnung|artikelname|bezeichnung|"
     "produkt|produktname|beschreibung|designation|produit|article name|articulo|producto|descripcion"},
    {"quantity",
     "quantity|qty|quantity purchased|lineitem quantity|item quantity|quantity refund|menge|anzahl|stueck|stueckzahl|quantite|qte|cantidad|pcs"},
    {"unit_price", "price|unit price|item price|lineitem price|item cost|sold for|price each|einzelpreis|preis|stueckpreis|artikelpreis|vk "
                   "preis|prix|prix unitaire|"
                   "precio|precio unitario"},
    {"line_total",
     "line total|item total|order line subtotal|subtotal|amount|lineitem total|positionssumme|gesamtpreis|betrag|summe|zeilensumme|montant|"
     "total ligne|importe|subtotal linea"},
    {"tax_rate", "tax rate|vat rate|tax percent|vat|steuersatz|mwst|mwst satz|ust|ust satz|tva|taux tva|iva"},
    {"shipping", "shipping|shipping cost|shipping amount|shipping price|order shipping amount|shipping and "
                 "handling|postage|versand|versandkosten|porto|frais de port|"
                 "livraison|envio|gastos de envio"},
    {"discount", "discount|discount amount|order discount|cart discount amount|coupon amount|rabatt|gutschein|nachlass|remise|descuento"},
    {"tax", "tax|taxes|tax amount|sales tax|order total tax amount|vat amount|steuer|steuerbetrag|mwst betrag|umsatzsteuer|montant tva|impuestos"},
    {"total", "total|order total|order total amount|grand total|order amount|total "
              "price|gesamt|gesamtsumme|gesamtbetrag|bestellsumme|rechnungsbetrag|total ttc|"
              "total commande|total pedido|importe total"},
    {"payment_method",
     "payment method|payment method title|payment|zahlungsart|zahlungsmethode|zahlung|mode de paiement|paiement|metodo de pago|forma de pago"},
    {"status", "status|order status|financial status|payment status|bestellstatus|zahlungsstatus|statut|estado"},
    {"note", "note|notes|customer note|buyer note|comment|bemerkung|notiz|kundenhinweis|hinweis|commentaire|nota|observaciones"},
    {"currency", "currency|waehrung|devise|moneda"},
};

WebPayment paymentOf(const QString &status, bool &cancelled)
{
    static const QRegularExpression paid(
        QStringLiteral("^(wc-)?(paid|completed|processing|bezahlt|pay\u00e9e?|pagado|abgeschlossen|in bearbeitung|complete|shipped)$"));
    static const QRegularExpression awaited(
        QStringLiteral("^(wc-)?(pending|on-hold|on hold|unpaid|awaiting payment|pending payment|offen|unbezahlt|wartend|in wartestellung|"
                       "zahlung ausstehend|en attente|pendiente|authorized)$"));
    static const QRegularExpression gone(
        QStringLiteral("^(wc-)?(cancell?ed|voided|failed|storniert|abgebrochen|fehlgeschlagen|annul\u00e9e?|cancelado)$"));
    const QString word = status.trimmed().toLower();
    cancelled = gone.match(word).hasMatch();
    return paid.match(word).hasMatch() ? WebPayment::Paid : awaited.match(word).hasMatch() ? WebPayment::Awaited : WebPayment::OnAccount;
}

/// Reads the rows of a table, order by order.
class TableReader {
public:
    TableReader(const Table &table, const Columns &columns, Currency currency, const QTimeZone &zone)
        : m_table(table), m_columns(columns), m_currency(currency), m_zone(zone)
    {
        QStringList figures;
        for (size_t i = 1; i < table.size(); ++i)
            for (const char *field : {"unit_price", "line_total", "total", "shipping", "tax", "discount"})
                figures << cell(table[i], field);
        m_mark = decimalMarkOf(figures);
    }

    TableOrders read()
    {
        TableOrders result;
        std::map<QString, size_t> byNumber;
        for (size_t i = 1; i < m_table.size(); ++i) {
            const TableRow &row = m_table[i];
            QString number = cell(row, "order_number");
            if (number.startsWith(u'#'))
                number.remove(0, 1);
            if (number.isEmpty()) {
                if (!row.cells.join(QString()).trimmed().isEmpty())
                    result.problems.push_back(tr("Line %1 has no order number: %2").arg(row.line).arg(row.cells.join(QStringLiteral(" | "))));
                continue;
            }
            const auto [place, isNew] = byNumber.emplace(number, result.orders.size());
            if (isNew) {
                result.orders.emplace_back();
                result.orders.back().number = number;
                result.orders.back().source = Json::object({{QStringLiteral("rows"), Json(JsonArray())}});
            }
            take(row, result.orders[place->second]);
        }
        return result;
    }

private:
    QString cell(const TableRow &row, const char *field) const
    {
        const auto column = m_columns.at.find(QString::fromLatin1(field));
        return column == m_columns.at.end() ? QString() : row.cells.value(column->second).trimmed();
    }

    void take(const TableRow &row, WebOrder &order) const
    {
        Json rows = order.source["rows"];
        rows.append(QStringList(row.cells));
        order.source.set(QStringLiteral("rows"), rows);
        takeHead(row, order);
        if (cell(row, "sku").isEmpty() && cell(row, "barcode").isEmpty() && cell(row, "description").isEmpty())
            return; // a row of the order itself
        const auto line = lineOf(m_columns, row.cells, order.currency.value_or(m_currency), m_mark, order.problems);
        order.lines.push_back(line);
    }

    void takeHead(const TableRow &row, WebOrder &order) const
    {
        const auto fill = [&](QString &text, const char *field) {
            if (text.isEmpty())
                text = cell(row, field);
        };
        if (const QString code = cell(row, "currency"); !code.isEmpty() && !order.currency) {
            order.currency = Currency::of(code.toUpper());
            if (!order.currency)
                order.problems.push_back(tr("Line %1: “%2” is no currency.").arg(row.line).arg(code));
        }
        if (const QString when = cell(row, "placed_at"); !when.isEmpty() && !order.placedAt) {
            order.placedAt = momentIn(when, m_zone, m_mark != u'.');
            if (!order.placedAt)
                order.problems.push_back(tr("Line %1: “%2” is no day.").arg(row.line).arg(when));
        }
        RemoteAddress &billing = order.billing, &delivery = order.delivery;
        fill(billing.email, "email");
        fill(billing.name, "name");
        if (billing.name.isEmpty())
            billing.name = (cell(row, "first_name") + u' ' + cell(row, "last_name")).simplified();
        fill(billing.company, "company");
        fill(billing.street, "street");
        fill(billing.street2, "street2");
        fill(billing.postcode, "postcode");
        fill(billing.city, "city");
        fill(billing.region, "region");
        fill(billing.phone, "phone");
        fill(delivery.name, "delivery_name");
        fill(delivery.company, "delivery_company");
        fill(delivery.street, "delivery_street");
        fill(delivery.street2, "delivery_street2");
        fill(delivery.postcode, "delivery_postcode");
        fill(delivery.city, "delivery_city");
        takeCountry(row, "country", billing, order);
        takeCountry(row, "delivery_country", delivery, order);
        fill(order.paymentMethod, "payment_method");
        fill(order.note, "note");
        if (const QString status = cell(row, "status"); !status.isEmpty())
            order.payment = paymentOf(status, order.cancelled);
        for (const auto &[field, amount] : {std::pair("shipping", &WebOrder::shipping), std::pair("discount", &WebOrder::discount),
                                            std::pair("tax", &WebOrder::tax), std::pair("total", &WebOrder::total)})
            takeAmount(row, field, order.*amount, order);
    }

    static void takeCountry(const TableRow &row, const QString &text, RemoteAddress &address, WebOrder &order)
    {
        if (text.isEmpty() || !address.country.isEmpty())
            return;
        address.country = countryIn(text);
        if (address.country.isEmpty())
            order.problems.push_back(tr("Line %1: “%2” is no country.").arg(row.line).arg(text));
    }
    void takeCountry(const TableRow &row, const char *field, RemoteAddress &address, WebOrder &order) const
    {
        takeCountry(row, cell(row, field), address, order);
    }

    void takeAmount(const TableRow &row, const char *field, std::optional<Money> &amount, WebOrder &order) const
    {
        const QString text = cell(row, field);
        if (text.isEmpty() || amount)
            return;
        amount = moneyIn(text, order.currency.value_or(m_currency), m_mark);
        if (!amount)
            order.problems.push_back(tr("Line %1: “%2” is no amount (%3).").arg(row.line).arg(text, QString::fromLatin1(field)));
    }

    const Table &m_table;
    const Columns &m_columns;
    Currency m_currency;
    QTimeZone m_zone;
    QChar m_mark;
};

} // namespace

QStringList columnFields()
{
    QStringList fields;
    for (const Meaning &meaning : meanings)
        fields << QString::fromLatin1(meaning.field);
    return fields;
}

QString headingKey(const QString &heading)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString key = heading.toLower();
    for (const auto &[letter, plain] : {std::pair(u'ä', "ae"), std::pair(u'ö', "oe"), std::pair(u'ü', "ue"), std::pair(u'ß', "ss")})
        key.replace(QChar(letter), QLatin1String(plain));
    return folded(key).replace(other, QStringLiteral(" ")).trimmed();
}

QString fieldOfHeading(const QString &heading)
{
    static const std::map<QString, QString> all = [] {
        std::map<QString, QString> words;
        for (const Meaning &meaning : meanings)
            for (const QString &word : QString::fromLatin1(meaning.headings).split(u'|'))
                words.emplace(word, QString::fromLatin1(meaning.field));
        return words;
    }();
    const auto found = all.find(headingKey(heading));
    return found == all.end() ? QString() : found->second;
}

Columns columnsOf(const QStringList &headings, const ColumnMap &learnt)
{
    Columns columns;
    // One well known export calls the order's number its name.
    const bool namesOrders = headings.contains(QStringLiteral("Lineitem name"));
    for (int i = 0; i < headings.size(); ++i) {
        const auto known = learnt.find(headingKey(headings[i]));
        const QString field = known != learnt.end()                                 ? known->second
                              : namesOrders && headings[i] == QLatin1String("Name") ? QStringLiteral("order_number")
                                                                                    : fieldOfHeading(headings[i]);
        if (field.isEmpty() || !columns.at.emplace(field, i).second)
            if (!headings[i].trimmed().isEmpty())
                columns.ignored << headings[i].trimmed();
    }
    return columns;
}

WebLine lineOf(const Columns &columns, const QStringList &cells, Currency currency, QChar mark, std::vector<QString> &problems)
{
    const auto cell = [&](const char *field) {
        const auto column = columns.at.find(QString::fromLatin1(field));
        return column == columns.at.end() ? QString() : cells.value(column->second).trimmed();
    };
    WebLine line;
    line.sku = cell("sku");
    if (line.sku.isEmpty())
        line.sku = cell("barcode");
    line.description = cell("description");
    const QString name = line.sku.isEmpty() ? line.description : line.sku;
    const auto complain = [&](const QString &sentence, const QString &text) { problems.push_back(sentence.arg(name, text)); };
    if (const auto quantity = quantityIn(cell("quantity")))
        line.quantity = *quantity;
    else
        complain(tr("%1: “%2” is no quantity."), cell("quantity"));
    if (const QString price = cell("unit_price"); !price.isEmpty()) {
        line.price = priceIn(price, currency, mark);
        if (!line.price)
            complain(tr("%1: “%2” is no price."), price);
    }
    if (const QString amount = cell("line_total"); !amount.isEmpty() && !line.price) {
        line.amount = moneyIn(amount, currency, mark);
        if (!line.amount)
            complain(tr("%1: “%2” is no amount."), amount);
    }
    if (const QString rate = cell("tax_rate"); !rate.isEmpty()) {
        line.taxRate = percentIn(rate);
        if (!line.taxRate)
            complain(tr("%1: “%2” is no percentage."), rate);
    }
    return line;
}

TableOrders ordersIn(const Table &table, const Columns &columns, Currency currency, const QTimeZone &zone)
{
    return TableReader(table, columns, currency, zone).read();
}

} // namespace channels::byhand
