#include "gui/bind/typing.h"
#include "gui/byhand/weborderplace.h"
#include "gui/shell/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

// How a web order is typed and pasted, compared with the site's total, and stored.

using namespace channels::byhand;

std::optional<Channel> WebOrderPlace::site() const
{
    for (const Channel &site : m_sites)
        if (site.id.value == m_site->currentData().toLongLong())
            return site;
    return {};
}

/// Every key is work; and Return on an empty field goes on, where a field itself would not.
bool WebOrderPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Place::eventFilter(watched, event);
    m_clock.act(desk().session().clock());
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier;
    if (isReturn && watched == m_sku && m_sku->text().trimmed().isEmpty() && !m_order.lines.empty()) {
        m_shipping->setFocus();
        m_shipping->selectAll();
        return true;
    }
    if (isReturn && watched == m_buyer && m_buyer->text().trimmed().isEmpty()) {
        m_name->setFocus();
        return true;
    }
    if (isReturn && watched == m_email) {
        m_sku->setFocus();
        return true;
    }
    return Place::eventFilter(watched, event);
}

void WebOrderPlace::checkNumber()
{
    const auto channel = site();
    const QString number = m_number->text().trimmed();
    if (!channel || number.isEmpty())
        return;
    const auto first = desk().ask([&](Tx &tx) { return firstWithNumber(tx, *channel, number); });
    if (!first || first->isEmpty())
        return;
    if (m_knownDouble != number)
        ++m_work.duplicates;
    m_knownDouble = number;
    notice().offer(tr("The order %1 of %2 is here already: %3.").arg(number, channel->name, *first), tr("Open it"),
                   [this, order = *first] { emit openOrder(order); });
}

void WebOrderPlace::takeBuyer(const QString &code)
{
    const auto party = desk().ask([&](Tx &tx) { return partyByCode(tx, PartyKind::Customer, code); });
    if (!notice().tell(party))
        return;
    m_buyer->show({party->code, party->displayName()});
    m_name->setText(party->displayName());
    m_email->setText(party->email);
    workOutNow();
    m_sku->setFocus();
}

/// Stock and price of what is being typed, and why the price is what it is.
void WebOrderPlace::hintAtProduct()
{
    const QString code = m_sku->code();
    const auto channel = site();
    if (code.isEmpty() || !channel) {
        m_hint->setText(QStringLiteral(" "));
        return;
    }
    WebOrder one;
    one.customer = m_order.customer;
    WebLine line;
    line.sku = code;
    line.quantity = typedQuantity(m_quantity->text()).value_or(Quantity::whole(1));
    one.lines = {line};
    const auto worked = desk().ask([&](Tx &tx) { return workOut(tx, *channel, one); });
    if (!worked) {
        m_hint->setText(worked.error().text);
        return;
    }
    const FoundLine &found = worked->lines.front();
    if (!found.product)
        m_hint->setText(tr("There is no product %1. Return keeps it: the order waits until somebody decides what it is.").arg(code));
    else
        m_hint->setText(tr("%1: %2 available").arg(found.name, found.available.toString(QLocale())) + QStringLiteral("   ·   ")
                        + (found.problem.isEmpty() ? tr("%1 (%2)").arg(priceText(found.price), found.reason) : found.problem));
}

void WebOrderPlace::keepUnknown(const QString &words)
{
    if (m_insisted == words) {
        m_quantity->setFocus();
        m_quantity->selectAll();
        return;
    }
    m_insisted = words;
    ++m_work.unknownSkus;
    m_hint->setText(
        tr("“%1” is not exactly one product. Type more, choose from the list, or press Return again to keep it as the site says it.").arg(words));
}

/// A scanner does not wait for quantities: a barcode in the field for them is the next article, and the one before is one piece.
QString WebOrderPlace::takeScan()
{
    constexpr int shortestBarcode = 8;
    const QString typed = m_quantity->text().trimmed();
    if (typed.size() < shortestBarcode)
        return {};
    const auto scanned = desk().ask([&](Tx &tx) { return findProduct(tx, typed); });
    if (!scanned || !*scanned)
        return {};
    m_quantity->setText(QStringLiteral("1"));
    return typed;
}

void WebOrderPlace::addLine()
{
    const auto channel = site();
    if (!channel || m_sku->code().isEmpty()) {
        m_sku->setFocus();
        return;
    }
    const QString scanned = takeScan();
    WebLine line = m_editedLine >= 0 ? m_order.lines[size_t(m_editedLine)] : WebLine();
    if (m_editedLine < 0 || line.sku != m_sku->code())
        line = {};
    line.sku = m_sku->code();
    const auto quantity = typedQuantity(m_quantity->text());
    const auto wrong = [this](QLineEdit *edit, const QString &text) {
        m_hint->setText(text);
        edit->setFocus();
        edit->selectAll();
    };
    if (!quantity || !quantity->isPositive())
        return wrong(m_quantity, tr("“%1” is no quantity above zero.").arg(m_quantity->text()));
    if (line.quantity != *quantity)
        line.amount.reset();
    line.quantity = *quantity;
    if (!m_price->text().trimmed().isEmpty()) {
        const auto price = typedPrice(m_price->text(), channel->currency);
        if (!price || price->millionths < 0)
            return wrong(m_price, tr("“%1” is no price.").arg(m_price->text()));
        if (line.price != price)
            line.amount.reset();
        line.price = price;
    }
    if (m_editedLine >= 0)
        m_order.lines[size_t(m_editedLine)] = line;
    else
        m_order.lines.push_back(line);
    clearEntry();
    workOutNow();
    if (!m_worked.lines.empty() && m_editedLine < 0)
        m_table->setCurrentIndex(m_lines->index(m_lines->rowCount() - 1, 0));
    m_sku->setFocus();
    if (scanned.isEmpty())
        return;
    m_sku->setText(scanned);
    m_quantity->setFocus();
    m_quantity->selectAll();
}

void WebOrderPlace::clearEntry()
{
    m_editedLine = -1;
    m_insisted.clear();
    m_sku->clear();
    m_price->clear();
    m_quantity->setText(QStringLiteral("1"));
    m_add->setText(tr("Add line"));
    m_hint->setText(QStringLiteral(" "));
}

/// Puts a line back into the entry row, to be changed there.
void WebOrderPlace::editLine(int row)
{
    if (row < 0 || row >= int(m_order.lines.size()))
        return;
    const WebLine &line = m_order.lines[size_t(row)];
    const FoundLine *found = m_lines->at(m_lines->index(row, 0));
    m_editedLine = row;
    m_sku->show({found && found->product ? found->sku : line.sku, line.description});
    m_quantity->setText(line.quantity.toString(QLocale()));
    m_price->setText(line.price ? line.price->toString(QLocale()) : line.amount && found ? found->price.toString(QLocale()) : QString());
    m_add->setText(tr("Change line %1").arg(row + 1));
    m_sku->setFocus();
    m_sku->selectAll();
}

void WebOrderPlace::removeLine()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= int(m_order.lines.size()))
        return;
    const auto before = m_order.lines;
    m_order.lines.erase(m_order.lines.begin() + row);
    clearEntry();
    workOutNow();
    notice().offer(tr("Line %1 is removed.").arg(row + 1), tr("Undo"), [this, before] {
        m_order.lines = before;
        workOutNow();
    });
}

void WebOrderPlace::paste()
{
    const auto channel = site();
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    if (!channel || !clip || (!clip->hasText() && !clip->hasHtml())) {
        notice().say(Notice::Tone::Info, tr("There is no text on the clipboard. Copy the confirmation, the table or the rows of the export first."));
        return;
    }
    const QTimeZone zone = desk().session().scene().zone;
    Recognised found;
    if (clip->hasHtml())
        found = recogniseHtml(clip->html(), channel->currency, zone);
    if (found.order.lines.empty() && clip->hasText())
        found = recogniseText(clip->text(), channel->currency, zone);
    take(found);
}

void WebOrderPlace::take(const Recognised &found)
{
    const WebOrder &order = found.order;
    const auto fill = [](QLineEdit *edit, const QString &text) {
        if (!text.isEmpty())
            edit->setText(text);
    };
    const auto fillAmount = [](QLineEdit *edit, const std::optional<Money> &amount) {
        if (amount)
            edit->setText(amount->toString(QLocale()));
    };
    fill(m_number, order.number);
    fill(m_email, order.billing.email);
    fill(m_name, order.billing.name.isEmpty() ? order.delivery.name : order.billing.name);
    fillAmount(m_shipping, order.shipping);
    fillAmount(m_discount, order.discount);
    fillAmount(m_tax, order.tax);
    fillAmount(m_total, order.total);
    m_order.billing = order.billing;
    m_order.delivery = order.delivery;
    m_order.placedAt = order.placedAt;
    m_order.paymentMethod = order.paymentMethod;
    m_order.source = order.source;
    m_order.lines.insert(m_order.lines.end(), order.lines.begin(), order.lines.end());
    for (const QString &problem : order.problems)
        m_rest->addItem(problem);
    m_rest->addItems(found.rest);
    workOutNow();
    m_work.unknownSkus += m_worked.unknown();
    notice().say(m_rest->count() == 0 ? Notice::Tone::Good : Notice::Tone::Info,
                 tr("%n line(s) recognised.", nullptr, int(order.lines.size())) + u' '
                     + (m_rest->count() == 0 ? tr("Nothing is left over.") : tr("What is left over stands below.")));
    checkNumber();
    m_sku->setFocus();
}

std::optional<Money> WebOrderPlace::amountIn(QLineEdit *edit, bool &fine)
{
    const QString text = edit->text().trimmed();
    const auto channel = site();
    if (text.isEmpty() || !channel)
        return {};
    const auto amount = typedMoney(text, channel->currency);
    fine = fine && amount && !amount->isNegative();
    return fine ? amount : std::nullopt;
}

/// The order as it stands in the fields; nothing where an amount cannot be read.
std::optional<WebOrder> WebOrderPlace::read()
{
    WebOrder order = m_order;
    bool fine = true;
    order.number = m_number->text().trimmed();
    order.shipping = amountIn(m_shipping, fine);
    order.discount = amountIn(m_discount, fine);
    order.tax = amountIn(m_tax, fine);
    order.total = amountIn(m_total, fine);
    order.payment = WebPayment(m_payment->currentData().toInt());
    order.billing.email = m_email->text().trimmed();
    order.billing.name = m_name->text().trimmed();
    order.customer = {};
    if (const QString code = m_buyer->code(); !code.isEmpty())
        if (const auto party = desk().ask([&](Tx &tx) { return partyByCode(tx, PartyKind::Customer, code); }))
            order.customer = party->id;
    for (int i = 0; i < m_rest->count(); ++i) // not dealt with, but not lost
        order.note += (order.note.isEmpty() ? QString() : QStringLiteral("\n")) + m_rest->item(i)->text();
    if (order.source.isNull())
        order.source = Json::object({{QStringLiteral("typed_by"), desk().session().scene().actor}});
    return fine ? std::optional(order) : std::nullopt;
}

void WebOrderPlace::workOutNow()
{
    m_keep->start();
    m_restTitle->setVisible(m_rest->count() > 0);
    m_rest->setVisible(m_rest->count() > 0);
    emit titleChanged();
    const auto channel = site();
    const auto order = channel ? read() : std::nullopt;
    const auto worked = order ? desk().ask([&](Tx &tx) { return workOut(tx, *channel, *order); }) : Result<Worked>(refuse({}, {}));
    if (!worked) {
        m_gap->setText(channel ? tr("An amount cannot be read.") : QString());
        return;
    }
    m_worked = *worked;
    const int row = m_table->currentIndex().row();
    m_lines->setRows(m_worked.lines);
    if (row >= 0 && row < m_lines->rowCount())
        m_table->setCurrentIndex(m_lines->index(row, 0));
    m_sum->setText(tr("%1 (tax %2)").arg(m_worked.sum.toString(QLocale()), m_worked.tax.toString(QLocale())));
    const bool fits = m_worked.gap && m_worked.fits();
    m_gap->setText(!m_worked.gap ? QStringLiteral("–") : fits ? tr("none") : m_worked.gap->toString(QLocale()));
    m_gap->setStyleSheet(!m_worked.gap ? QString() : QStringLiteral("font-weight: 600; color: %1").arg((fits ? theme::good() : theme::bad()).name()));
}

bool WebOrderPlace::store(bool hold)
{
    const auto channel = site();
    if (!channel)
        return false;
    if (!m_sku->text().trimmed().isEmpty())
        addLine();
    if (!m_sku->text().trimmed().isEmpty())
        return false; // the line could not be taken, which is said below it
    const auto order = read();
    if (!order) {
        notice().say(Notice::Tone::Warning, tr("An amount cannot be read. Correct it first."));
        return false;
    }
    HandWork work = m_work;
    work.seconds = m_clock.seconds();
    work.items = int(order->lines.size());
    const auto stored = desk().perform([&](Tx &tx) { return enterWebOrder(tx, *channel, *order, hold, work); });
    if (stored) {
        m_work = {};
        clear();
        notice().offer(tr("%1 is entered: %2.").arg(stored->number, stateLabel(stored->state)), tr("Open it"),
                       [this, number = stored->number] { emit openOrder(number); });
        m_number->setFocus();
        return true;
    }
    if (stored.error().code == QLatin1String("totals_differ")) {
        if (!m_shownGap || m_shownGap != m_worked.gap)
            ++m_work.totals;
        m_shownGap = m_worked.gap;
        notice().offer(stored.error().text + u' ' + stored.error().hint, tr("Keep it on hold"), [this] { store(true); });
        return false;
    }
    if (stored.error().code == QLatin1String("duplicate"))
        checkNumber();
    else
        notice().refusal(stored.error());
    if (stored.error().code == QLatin1String("number_missing"))
        m_number->setFocus();
    else if (stored.error().code == QLatin1String("total_missing"))
        m_total->setFocus();
    return false;
}

bool WebOrderPlace::isDirty() const { return !m_order.lines.empty() || !m_number->text().trimmed().isEmpty() || !m_sku->text().trimmed().isEmpty(); }

/// Begins a new order. What was caught in one that is given up counts all the same.
void WebOrderPlace::clear()
{
    if (const auto channel = site(); channel && m_work.duplicates + m_work.totals + m_work.unknownSkus > 0) {
        HandWork work = m_work;
        work.seconds = m_clock.seconds();
        const auto kept = desk().perform([&](Tx &tx) -> Result<> {
            keepWork(tx, *channel, work);
            return Done{};
        });
        notice().tell(kept);
    }
    m_work = {};
    m_clock.restart();
    m_order = {};
    m_shownGap.reset();
    m_knownDouble.clear();
    for (QLineEdit *edit : {m_number, static_cast<QLineEdit *>(m_buyer), m_name, m_email, m_shipping, m_discount, m_tax, m_total})
        edit->clear();
    m_rest->clear();
    clearEntry();
    workOutNow();
    m_keep->stop();
    forgetTyped();
}
