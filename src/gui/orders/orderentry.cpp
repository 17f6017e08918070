#include "core/catalog/kit.h"
#include "core/parties/standing.h"
#include "core/pricing/price.h"
#include "core/sales/changeorder.h"
#include "core/stock/sellable.h"
#include "gui/bind/typing.h"
#include "gui/orders/orderplace.h"
#include "gui/shell/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

// How an order is typed: customer, then article and quantity with Return, again and again. Every line is stored at once.

void OrderPlace::makeEntry()
{
    m_entry = new QWidget;
    auto *row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    m_sku = new Suggest(desk(), offerProducts);
    m_quantity = new QLineEdit(QStringLiteral("1"));
    m_price = new QLineEdit;
    m_discount = new QLineEdit;
    const std::tuple<QLineEdit *, const char *, QString, int> fields[] = {{m_sku, "sku", tr("SKU, barcode or a few letters"), 0},
                                                                          {m_quantity, "quantity", tr("Quantity"), 84},
                                                                          {m_price, "price", tr("Price (empty: from the list)"), 190},
                                                                          {m_discount, "discount", tr("Discount %"), 100}};
    for (const auto &[edit, name, label, width] : fields) {
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(label);
        edit->setPlaceholderText(label);
        if (width > 0) {
            edit->setFixedWidth(width);
            edit->setAlignment(Qt::AlignRight);
            connect(edit, &QLineEdit::returnPressed, this, &OrderPlace::addLine);
        }
        row->addWidget(edit, width > 0 ? 0 : 1);
    }
    m_add = new QPushButton(icon("plus"), tr("Add line"));
    m_add->setAutoDefault(false);
    row->addWidget(m_add);
    m_hint = new QLabel(QStringLiteral(" "));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setObjectName(QStringLiteral("hint"));
    connect(m_add, &QPushButton::clicked, this, &OrderPlace::addLine);
    connect(m_sku, &Suggest::taken, this, [this] {
        m_quantity->setFocus();
        m_quantity->selectAll();
    });
    connect(m_sku, &Suggest::notFound, this,
            [this](const QString &words) { m_hint->setText(tr("“%1” is not exactly one product. Type more, or choose from the list.").arg(words)); });
    connect(m_sku, &Suggest::left, this, &OrderPlace::hintAtProduct);
    connect(m_quantity, &QLineEdit::textChanged, this, &OrderPlace::hintAtProduct);
    auto *remove = new QAction(tr("Remove line"), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &OrderPlace::removeLine);
    m_table->addAction(remove);
}

void OrderPlace::takeCustomer(const QString &code)
{
    const auto party = desk().ask([&](Tx &tx) { return partyByCode(tx, PartyKind::Customer, code); });
    if (!notice().tell(party))
        return;
    m_draft.party = party->id;
    m_customer->show({party->code, party->displayName()});
    if (const auto standing = desk().ask(standingOf, *party); standing && *standing != Standing::Good)
        notice().say(Notice::Tone::Warning, standingText(*party, *standing) + u' ' + tr("An order can be typed, but not confirmed."));
    m_sku->setFocus();
}

/// Stock and price of what is being typed, and why the price is what it is.
void OrderPlace::hintAtProduct()
{
    const QString code = m_sku->code();
    if (code.isEmpty()) {
        m_hint->setText(QStringLiteral(" "));
        return;
    }
    const Quantity quantity = typedQuantity(m_quantity->text()).value_or(Quantity::whole(1));
    const auto hint = desk().ask([&](Tx &tx) -> QString {
        const auto product = findProduct(tx, code);
        if (!product)
            return QStringLiteral(" ");
        const Currency currency = m_draft.party ? tx.get(m_draft.party).currency : tx.currency();
        const bool moves = product->stocked || !componentsOf(tx, product->id).empty();
        const QString stock = moves ? tr("%1: %2 available").arg(product->name, sellable(tx, product->id).toString(QLocale())) : product->name;
        const auto price = priceOf(tx, {product->id, m_draft.party, {}, quantity, tx.today(), currency});
        return stock + QStringLiteral("   ·   ") + (price ? tr("%1 (%2)").arg(priceText(price->price), price->reason) : price.error().text);
    });
    m_hint->setText(hint ? *hint : hint.error().text);
}

bool OrderPlace::readEntry(NewLine &line)
{
    const auto wrong = [this](QLineEdit *edit, const QString &text) {
        m_hint->setText(text);
        edit->setFocus();
        edit->selectAll();
        return false;
    };
    const auto product = desk().ask([&](Tx &tx) { return findProduct(tx, m_sku->code()); });
    if (!product || !*product)
        return wrong(m_sku, tr("There is no product %1.").arg(m_sku->code()));
    line.product = (*product)->id;
    const auto quantity = typedQuantity(m_quantity->text());
    if (!quantity || !quantity->isPositive())
        return wrong(m_quantity, tr("“%1” is no quantity above zero.").arg(m_quantity->text()));
    line.quantity = *quantity;
    if (!m_price->text().trimmed().isEmpty()) {
        line.unitPrice = typedPrice(m_price->text(), m_order ? m_view.document.order.currency : desk().currency());
        if (!line.unitPrice || line.unitPrice->millionths < 0)
            return wrong(m_price, tr("“%1” is no price.").arg(m_price->text()));
    }
    if (!m_discount->text().trimmed().isEmpty()) {
        const auto rate = typedPercent(m_discount->text());
        if (!rate || rate->millionths < 0 || rate->millionths > 1'000'000)
            return wrong(m_discount, tr("“%1” is no discount between 0 and 100 percent.").arg(m_discount->text()));
        line.discountRate = *rate;
    }
    return true;
}

void OrderPlace::addLine()
{
    if (!m_draft.party) {
        notice().say(Notice::Tone::Warning, tr("Who orders? Choose the customer first."));
        m_customer->setFocus();
        return;
    }
    NewLine line;
    if (!readEntry(line))
        return;
    NewOrder order = m_draft;
    order.reference = m_reference->text().trimmed();
    order.note = m_note->text().trimmed();
    if (m_editedLine >= 0 && m_editedLine < int(order.lines.size()))
        order.lines[size_t(m_editedLine)] = line;
    else
        order.lines.push_back(line);
    if (!store(order))
        return;
    clearEntry();
    m_table->setCurrentIndex(m_lines->index(m_lines->rowCount() - 1, 1));
}

void OrderPlace::clearEntry()
{
    m_editedLine = -1;
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_sku), m_price, m_discount})
        edit->clear();
    m_quantity->setText(QStringLiteral("1"));
    m_add->setText(tr("Add line"));
    m_hint->setText(QStringLiteral(" "));
    m_sku->setFocus();
}

/// The row of the table among the lines that were typed: components follow their kit. None: it is a component.
int OrderPlace::typedLine(int row) const
{
    const auto &lines = m_view.document.lines;
    if (row < 0 || row >= int(lines.size()) || lines[size_t(row)].isComponent())
        return -1;
    return row - int(std::count_if(lines.begin(), lines.begin() + row, [](const SalesLine &l) { return l.isComponent(); }));
}

/// Puts a line back into the entry row, to be changed there.
void OrderPlace::editLine(int tableRow)
{
    const int row = typedLine(tableRow);
    if (row < 0 || row >= int(m_draft.lines.size()) || !m_draft.lines[size_t(row)].product)
        return;
    const NewLine &line = m_draft.lines[size_t(row)];
    m_editedLine = row;
    m_sku->show({line.sku, line.description});
    m_quantity->setText(line.quantity.toString(QLocale()));
    m_price->setText(line.unitPrice ? line.unitPrice->toString(QLocale()) : QString());
    m_discount->setText(line.discountRate.millionths ? percentText(line.discountRate) : QString());
    m_add->setText(tr("Change line %1").arg(tableRow + 1));
    m_quantity->setFocus();
    m_quantity->selectAll();
}

void OrderPlace::removeLine()
{
    const int row = typedLine(m_table->currentIndex().row());
    if (!isDraft() || row < 0 || row >= int(m_draft.lines.size()))
        return;
    const int line = m_table->currentIndex().row() + 1;
    if (m_draft.lines.size() == 1) {
        notice().say(Notice::Tone::Warning, tr("An order needs at least one line. Cancel the order instead."));
        return;
    }
    const NewOrder before = m_draft;
    NewOrder order = m_draft;
    order.lines.erase(order.lines.begin() + row);
    if (store(order))
        notice().offer(tr("Line %1 is removed.").arg(line), tr("Undo"), [this, before] { store(before); });
}

void OrderPlace::addShipping()
{
    auto *question = new Question(this, tr("Shipping on %1").arg(title()), tr("Charge it"));
    question->addText("amount", m_view.document.order.taxInclusive ? tr("Amount with tax") : tr("Amount without tax"));
    question->ask([this, question]() -> Result<> {
        const auto price = typedPrice(question->text("amount"), m_view.document.order.currency);
        if (!price || price->millionths < 0)
            return refuse(QStringLiteral("amount"), tr("“%1” is no amount.").arg(question->text("amount")));
        NewOrder order = m_draft;
        std::erase_if(order.lines, [](const NewLine &line) { return line.kind == LineKind::Shipping; });
        NewLine line;
        line.kind = LineKind::Shipping;
        line.description = tr("Shipping");
        line.unitPrice = price;
        if (price->millionths > 0)
            order.lines.push_back(line);
        const auto changed = desk().perform(changeOrder, m_order, order);
        if (!changed)
            return changed.error();
        return Done{};
    });
}

void OrderPlace::storeHead()
{
    if (!m_order || !isDraft() || (m_reference->text() == m_draft.reference && m_note->text() == m_draft.note))
        return;
    NewOrder order = m_draft;
    order.reference = m_reference->text().trimmed();
    order.note = m_note->text().trimmed();
    store(order);
}

bool OrderPlace::store(const NewOrder &order)
{
    const auto stored = m_order ? desk().perform(changeOrder, m_order, order) : desk().perform(enterOrder, order);
    if (!notice().tell(stored))
        return false;
    m_order = stored->order.id;
    reload();
    return true;
}

bool OrderPlace::isDirty() const { return isDraft() && (!m_sku->text().trimmed().isEmpty() || (!m_order && bool(m_draft.party))); }

bool OrderPlace::save()
{
    if (!m_sku->text().trimmed().isEmpty())
        addLine();
    return m_order && m_sku->text().isEmpty();
}

void OrderPlace::discard() { clearEntry(); }
