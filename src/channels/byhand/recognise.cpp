#include "channels/byhand/recognise.h"

#include "base/csv.h"
#include "channels/byhand/columns.h"
#include "channels/byhand/htmllines.h"
#include "channels/byhand/pasteditem.h"
#include "channels/byhand/textfigures.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

namespace {

/// Goes through the lines once.
class Reader {
public:
    Reader(const QStringList &lines, Currency currency, const QTimeZone &zone) : m_lines(lines), m_currency(currency), m_zone(zone)
    {
        QStringList figures;
        for (const QString &line : lines)
            for (const FoundAmount &amount : amountsIn(line))
                figures << amount.text;
        m_mark = decimalMarkOf(figures);
    }

    Recognised read()
    {
        for (m_at = 0; m_at < m_lines.size(); ++m_at)
            if (const QString line = m_lines[m_at].trimmed(); line.isEmpty())
                m_title.reset();
            else if (!takeTable() && !takeAddress(line) && !takeHead(line) && !takeSum(line) && !takeItem(line) && !takeDetail(line))
                leave(line);
        finish();
        return std::move(m_result);
    }

private:
    WebOrder &order() { return m_result.order; }
    QString firstAmount(const QString &line) const
    {
        const auto amounts = amountsIn(line);
        return amounts.empty() ? QString() : amounts.front().text;
    }
    std::optional<Money> money(const QString &text) const { return moneyIn(text, m_currency, m_mark); }

    /// Nothing was made of it yet; the next lines may show that it is an article's name.
    void leave(const QString &line)
    {
        m_title = m_result.rest.size();
        m_result.rest << line;
    }
    QString takeTitle()
    {
        if (!m_title)
            return {};
        const QString title = m_result.rest.takeAt(*m_title);
        m_title.reset();
        return title;
    }

    /// Rows below headings that name them, as far as they go.
    bool takeTable()
    {
        const QStringList headings = m_lines[m_at].split(u'\t');
        const Columns columns = columnsOf(headings, {});
        const bool namesLines =
            headings.size() >= 2 && (columns.has("sku") || columns.has("description") || columns.has("barcode")) && columns.has("quantity");
        if (!namesLines)
            return false;
        const auto priceColumn = columns.at.find(QStringLiteral("unit_price"));
        static const QStringList either{QStringLiteral("price"), QStringLiteral("preis"), QStringLiteral("prix"), QStringLiteral("precio")};
        const bool isOfOne = priceColumn != columns.at.end() && !either.contains(headingKey(headings[priceColumn->second]));
        while (m_at + 1 < m_lines.size()) {
            const QStringList cells = m_lines[m_at + 1].split(u'\t');
            if (cells.size() < 2 || !quantityIn(cells.value(columns.at.at(QStringLiteral("quantity")))))
                break;
            ++m_at;
            FoundItem found;
            found.line = lineOf(columns, cells, m_currency, m_mark, order().problems);
            found.hasQuantity = true;
            found.splitSku();
            if (found.line.price) // "price" alone may be of one or of the line
                (isOfOne ? found.each.emplace() : found.amount) = cells.value(columns.at.at(QStringLiteral("unit_price")));
            if (columns.has("line_total"))
                found.whole = cells.value(columns.at.at(QStringLiteral("line_total")));
            found.line.price.reset();
            found.line.amount.reset();
            m_items.push_back(std::move(found));
        }
        return true;
    }

    bool takeAddress(const QString &line)
    {
        static const auto billing =
            words("^(billing address|billed? to|rechnungsadresse|rechnungsanschrift|rechnung an|adresse de facturation)\\s*:?$");
        static const auto delivery =
            words("^(shipping address|delivery address|ship(?:ping)? to|deliver to|lieferadresse|lieferanschrift|versandadresse|versand an|"
                  "adresse de livraison)\\s*:?$");
        const bool isBilling = billing.match(line).hasMatch();
        if (!isBilling && !delivery.match(line).hasMatch())
            return false;
        QStringList block;
        while (m_at + 1 < m_lines.size() && block.size() < 9) {
            const QString next = m_lines[m_at + 1].trimmed();
            if (next.isEmpty() && block.isEmpty()) {
                ++m_at;
                continue;
            }
            if (next.isEmpty() || next.contains(u'\t') || billing.match(next).hasMatch() || delivery.match(next).hasMatch())
                break;
            block << next;
            ++m_at;
        }
        (isBilling ? order().billing : order().delivery) = addressIn(block);
        return true;
    }

    bool takeHead(const QString &line)
    {
        static const auto number = words("(?:^|[^\\p{L}])(?:order|bestellung|bestell|auftrag|auftrags|commande|pedido)[ "
                                         "-]*(?:number|no\\.?|nr\\.?|id|nummer|num\\.?)?\\s*[:#\u2013 ]*"
                                         "\\s*#?([A-Z]{0,4}-?\\d[A-Z0-9-]*)");
        static const auto day =
            words("^(?:order date|date|placed on|purchase date|bestelldatum|datum|kaufdatum|date de commande|fecha)\\s*:\\s*(.+)$");
        static const auto method =
            words("^(?:payment method|payment|zahlungsart|zahlungsmethode|zahlungsweise|mode de paiement)\\s*[:\\t]\\s*(\\D.*)$");
        static const auto mail = words("^(?:e-?mail|e-?mail address|e-?mail-adresse)?\\s*:?\\s*([\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w)$");
        static const auto buyer = words("^(?:customer|buyer|ship to name|kunde|k\u00e4ufer|client)(?: name)?\\s*:\\s*(.+)$");
        bool taken = false;
        if (const auto m = number.match(line);
            m.hasMatch() && (order().number.isEmpty() || order().number == m.captured(1)) && amountsIn(line).empty()) {
            order().number = m.captured(1);
            taken = true;
        }
        if (const auto m = day.match(line); (m.hasMatch() || taken) && !order().placedAt)
            if (const auto when = momentIn(m.hasMatch() ? m.captured(1) : line, m_zone, m_mark != u'.')) {
                order().placedAt = when;
                taken = true;
            }
        if (taken)
            return true;
        if (const auto m = method.match(line); m.hasMatch() && amountsIn(line).empty()) {
            order().paymentMethod = m.captured(1).trimmed();
            return true;
        }
        if (const auto m = mail.match(line); m.hasMatch() && order().billing.email.isEmpty()) {
            m_email = m.captured(1);
            return true;
        }
        if (const auto m = buyer.match(line); m.hasMatch()) {
            m_buyer = m.captured(1).trimmed();
            return true;
        }
        return false;
    }

    /// Total, tax, shipping, discount: a word, then an amount.
    bool takeSum(const QString &line)
    {
        static const auto subtotal =
            words("^(?:sub-?total|zwischensumme|warenwert|artikelsumme|item\\(?s?\\)? subtotal|sous-total|summe artikel)\\b");
        static const auto total =
            words("^(?:grand total|order total|total(?: amount| paid| ttc)?|gesamtsumme|gesamtbetrag|gesamt|summe|endbetrag|rechnungsbetrag|endsumme|"
                  "importe total)\\b");
        static const auto tax = words("^(?:(?:incl(?:uding|\\.)?|includes|inkl\\.?|inklusive|enth\u00e4lt|enthaltene|zzgl\\.?|davon)\\s*)?(?:[\\d.,]+"
                                      "\\s*%\\s*)?(?:sales tax|taxes|tax|vat|"
                                      "mwst\\.?|ust\\.?|umsatzsteuer|mehrwertsteuer|steuern?|tva|iva)\\b");
        static const auto shipping = words(
            "^(?:shipping(?: (?:and|&) handling)?|delivery|postage|versandkosten|versand|lieferung|porto|frais de port|livraison|env\u00edo)\\b");
        static const auto discount = words("^(?:discount|coupon|voucher|promotion|rabatt|gutschein|nachlass|remise|descuento)\\b");
        static const auto taxWithin = words("(?:incl|inkl|enth|vat|mwst|ust|tax|tva)");
        static const auto nothing = words("\\b(?:free|kostenlos|gratis|frei|versandkostenfrei|gratuit)\\b");
        const auto amounts = amountsIn(line);
        if (amounts.empty() && !(shipping.match(line).hasMatch() && nothing.match(line).hasMatch()))
            return false;
        const QString last = amounts.empty() ? QStringLiteral("0") : amounts.front().text;
        if (subtotal.match(line).hasMatch()) {
            m_subtotal = money(last);
        } else if (total.match(line).hasMatch()) {
            order().total = money(last);
            if (amounts.size() > 1 && taxWithin.match(line).hasMatch() && !order().tax)
                order().tax = money(amounts[1].text);
        } else if (tax.match(line).hasMatch()) {
            const auto part = money(amounts.back().text);
            order().tax = part && order().tax && m_taxSaid ? std::optional(*order().tax + *part) : part;
            m_taxSaid = true;
        } else if (shipping.match(line).hasMatch()) {
            order().shipping = money(last);
        } else if (discount.match(line).hasMatch()) {
            const auto amount = money(amounts.back().text);
            order().discount = amount ? std::optional(amount->absolute()) : std::nullopt;
        } else {
            return false;
        }
        m_open = -1;
        m_title.reset();
        return true;
    }

    /// "2 x Mug  23,80 €", "Mug (#MUG) × 2 = €23.80", or cells: name, quantity, amounts.
    bool takeItem(const QString &line)
    {
        static const auto before = words("^(\\d{1,5})\\s*[x\u00d7*]\\s+(.+)$");
        static const auto behind = words("^(.+?)\\s+[x\u00d7]\\s?(\\d{1,5})(?!\\w)\\s*(?:=\\s*)?(.*)$");
        FoundItem found;
        if (line.contains(u'\t')) {
            if (!takeCells(line.split(u'\t', Qt::SkipEmptyParts), found))
                return false;
        } else if (const auto m = before.match(line); m.hasMatch()) {
            found.line.quantity = *quantityIn(m.captured(1));
            takeNameAndAmounts(m.captured(2), found);
        } else if (const auto n = behind.match(line); n.hasMatch() && (n.captured(3).isEmpty() || !amountsIn(n.captured(3)).empty())) {
            found.line.quantity = *quantityIn(n.captured(2));
            takeNameAndAmounts(n.captured(1) + u' ' + n.captured(3), found);
        } else {
            return false;
        }
        found.hasQuantity = true;
        found.splitSku();
        if (found.line.description.isEmpty() && found.line.sku.isEmpty())
            found.line.description = takeTitle();
        m_items.push_back(std::move(found));
        m_open = int(m_items.size()) - 1;
        m_title.reset();
        return true;
    }

    bool takeCells(const QStringList &cells, FoundItem &found)
    {
        QStringList names, amounts;
        bool counted = false;
        for (const QString &cell : cells) {
            const auto money = amountsIn(cell);
            if (!money.empty() && money.front().length >= cell.trimmed().size() - 4)
                amounts << money.front().text;
            else if (const auto quantity = quantityIn(cell); quantity && !counted && !names.isEmpty())
                found.line.quantity = *quantity, counted = true;
            else
                names << cell.trimmed();
        }
        if (names.isEmpty() || amounts.isEmpty())
            return false;
        if (!counted) { // "Mug × 2" in one cell
            static const auto times = words("^(?:(\\d{1,5})\\s*[x\u00d7]\\s+(.+)|(.+?)\\s*[x\u00d7]\\s?(\\d{1,5}))$");
            const auto m = times.match(names.front());
            if (!m.hasMatch())
                return false;
            found.line.quantity = *quantityIn(m.captured(1) + m.captured(4));
            names.front() = m.captured(2) + m.captured(3);
        }
        found.line.description = names.join(u' ');
        found.setAmounts(amounts);
        return true;
    }

    void takeNameAndAmounts(const QString &text, FoundItem &found)
    {
        QString name = text;
        QStringList amounts;
        const auto all = amountsIn(text);
        for (auto amount = all.rbegin(); amount != all.rend(); ++amount) {
            amounts.prepend(amount->text);
            name.remove(amount->at, amount->length);
        }
        static const auto trail = words("[\\s=:@\u00e0\u2013|.-]*(?:each|je|\u00e0|a|per piece|pro st\u00fcck)?[\\s=:@|]*$");
        found.line.description = name.remove(trail).simplified();
        found.setAmounts(amounts);
    }

    /// "SKU: MUG", "Qty: 2", "Preis: 11,90 €": of the article above, or the first words about a new one.
    bool takeDetail(const QString &line)
    {
        static const auto detail = words("^(?<what>[\\p{L} ().-]{2,30}?)\\s*[:\\t]\\s*(?<value>.+)$");
        static const auto title =
            words("^(?:item(?: name| title)?|article|artikel|artikelbezeichnung|artikelname|product|produkt|title|titel|sold|verkauft)$");
        static const auto sku = words("^(?:sku|seller sku|custom label(?: \\(sku\\))?|bestandseinheit(?: \\(sku\\))?|art\\.?-?\\s?nr\\.?)$");
        static const auto code = words("^(?:artikelnummer|artikel-?nr\\.?|item number|item no\\.?|product code)$");
        static const auto quantity = words("^(?:qty|quantity|menge|anzahl|st\u00fcckzahl|quantit\u00e9|quantity ordered)\\.?$");
        static const auto each = words("^(?:unit price|price each|einzelpreis|st\u00fcckpreis|artikelpreis|each)$");
        static const auto whole = words("^(?:item total|line total|gesamtpreis|artikelsumme|item subtotal)$");
        static const auto price = words("^(?:price|item price|preis|prix)$");
        if (const auto amounts = amountsIn(line); m_open >= 0 && amounts.size() == 1 && amounts.front().length == line.size())
            return takeBareAmount(amounts.front().text);
        const auto m = detail.match(line);
        if (!m.hasMatch())
            return false;
        const QString what = m.captured(QStringLiteral("what")).trimmed(), value = m.captured(QStringLiteral("value")).trimmed();
        const auto is = [&what](const QRegularExpression &pattern) { return pattern.match(what).hasMatch(); };
        if (is(title)) {
            begin(value);
        } else if (is(sku) || is(code)) {
            FoundItem &found = current([&](const FoundItem &f) { return is(sku) ? f.hasSku : !f.line.sku.isEmpty(); });
            if (is(sku) || found.line.sku.isEmpty())
                found.line.sku = value;
            found.hasSku = found.hasSku || is(sku);
        } else if (is(quantity)) {
            const auto count = quantityIn(value);
            if (!count)
                return false;
            FoundItem &found = current([](const FoundItem &f) { return f.hasQuantity; });
            found.line.quantity = *count;
            found.hasQuantity = true;
        } else if (is(each) || is(whole) || is(price)) {
            const QString amount = firstAmount(value);
            if (amount.isEmpty())
                return false;
            FoundItem &found = current([&](const FoundItem &f) { return bool(f.each) || bool(f.whole) || !f.amount.isEmpty(); });
            if (is(each))
                found.each = amount;
            else if (is(whole))
                found.whole = amount;
            else
                found.amount = amount;
        } else {
            return false;
        }
        return true;
    }

    /// An amount on a line of its own belongs to the article above, if that has none yet.
    bool takeBareAmount(const QString &amount)
    {
        FoundItem &found = m_items[size_t(m_open)];
        if (found.each || found.whole || !found.amount.isEmpty())
            return false;
        found.amount = amount;
        return true;
    }

    void begin(const QString &name)
    {
        m_items.emplace_back();
        m_items.back().line.description = name;
        m_open = int(m_items.size()) - 1;
        m_items.back().splitSku();
        m_title.reset();
    }
    /// The article that is being told of; one that has this already is another one.
    template <class Has> FoundItem &current(Has has)
    {
        if (m_open < 0 || (has(m_items[size_t(m_open)]) && m_title))
            begin(takeTitle());
        m_title.reset();
        return m_items[size_t(m_open)];
    }

    void finish()
    {
        std::erase_if(m_items, [this](const FoundItem &found) {
            const bool isNothing = found.line.sku.isEmpty() && found.line.description.isEmpty();
            if (isNothing)
                order().problems.push_back(tr("A line has no name and no SKU: %1").arg(found.line.quantity.toString()));
            return isNothing;
        });
        settleAmounts(m_items, order(), m_subtotal, m_currency, m_mark);
        for (const FoundItem &found : m_items)
            order().lines.push_back(found.line);
        if (order().billing.email.isEmpty())
            order().billing.email = m_email;
        if (order().billing.name.isEmpty())
            order().billing.name = m_buyer;
    }

    const QStringList &m_lines;
    Currency m_currency;
    QTimeZone m_zone;
    QChar m_mark;
    Recognised m_result;
    std::vector<FoundItem> m_items;
    qsizetype m_at = 0;
    int m_open = -1;                  ///< the article that is being told of
    std::optional<qsizetype> m_title; ///< of the rest: the line just before, which may name an article
    std::optional<Money> m_subtotal;
    bool m_taxSaid = false;
    QString m_email, m_buyer;
};

/// The site's export on the clipboard: one order of it.
std::optional<Recognised> exported(const QString &text, Currency currency, const QTimeZone &zone)
{
    Table table;
    for (const CsvRow &row : readCsv(text.toUtf8()))
        table.push_back({row.line, row.cells});
    if (table.size() < 2)
        return {};
    const Columns columns = columnsOf(table.front().cells, {});
    if (!columns.has("order_number") || !columns.saysLines())
        return {};
    TableOrders read = ordersIn(table, columns, currency, zone);
    if (read.orders.empty())
        return {};
    Recognised result;
    result.order = std::move(read.orders.front());
    for (const QString &problem : read.problems)
        result.rest << problem;
    for (size_t i = 1; i < read.orders.size(); ++i)
        result.rest << tr("Another order: %1. Enter it after this one, or import the file.").arg(read.orders[i].number);
    return result;
}

} // namespace

Recognised recogniseText(const QString &text, Currency currency, const QTimeZone &zone)
{
    if (auto found = exported(text, currency, zone))
        return *std::move(found);
    Recognised result = Reader(linesOfText(text), currency, zone).read();
    result.order.source = Json::object({{QStringLiteral("pasted"), text}});
    return result;
}

Recognised recogniseHtml(const QString &html, Currency currency, const QTimeZone &zone)
{
    const QStringList lines = linesOfHtml(html);
    if (auto found = exported(lines.join(u'\n'), currency, zone))
        return *std::move(found);
    Recognised result = Reader(lines, currency, zone).read();
    result.order.source = Json::object({{QStringLiteral("pasted"), lines.join(u'\n')}});
    return result;
}

} // namespace channels::byhand
