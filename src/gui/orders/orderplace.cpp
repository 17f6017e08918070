#include "gui/orders/orderplace.h"

#include "core/parties/partylist.h"
#include "core/pricing/price.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"
#include "core/stock/productlist.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStringListModel>
#include <QTabWidget>

OrderPlace::OrderPlace(Desk &desk, Id<SalesOrder> order) : Place(desk, order ? QString() : tr("New order"), "file-text"), m_order(order)
{
    makeActions();
    makeHead();
    makeLines();
    makeTabs();
    connect(&desk, &Desk::changed, this, &OrderPlace::refresh);
    refresh();
    showActions();
}

void OrderPlace::makeHead()
{
    auto *row = new QHBoxLayout;
    auto *form = new QFormLayout;
    m_customerEdit = new QLineEdit;
    m_customerEdit->setObjectName(QStringLiteral("customer"));
    m_customerEdit->setAccessibleName(tr("Customer"));
    m_customerEdit->setPlaceholderText(tr("Code, name or e-mail, then Enter"));
    m_customerEdit->setMinimumWidth(280);
    m_reference = new QLineEdit;
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setAccessibleName(tr("Customer's reference"));
    form->addRow(tr("Customer"), m_customerEdit);
    form->addRow(tr("Customer's reference"), m_reference);
    row->addLayout(form);
    m_facts = new QLabel;
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(m_facts, 1);
    auto *right = new QVBoxLayout;
    m_state = new QLabel;
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.35);
    big.setBold(true);
    m_state->setFont(big);
    m_state->setAlignment(Qt::AlignRight);
    m_totals = new QLabel;
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setAlignment(Qt::AlignRight);
    right->addWidget(m_state);
    right->addWidget(m_totals);
    row->addLayout(right);
    content()->addLayout(row);
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_customerEdit->setCompleter(completer);
    connect(m_customerEdit, &QLineEdit::textEdited, this, [this, completer](const QString &text) {
        m_customer = {};
        const auto found = desk().ask([&](Tx &tx) {
            QStringList names;
            for (const Party &party : partyRows(tx, PartyKind::Customer, text, {}, 12))
                names << party.code + QStringLiteral("  ") + party.displayName();
            return names;
        });
        if (found)
            qobject_cast<QStringListModel *>(completer->model())->setStringList(*found);
    });
    connect(m_customerEdit, &QLineEdit::returnPressed, this, &OrderPlace::findCustomer);
    connect(m_reference, &QLineEdit::editingFinished, this, [this] {
        if (m_order && isDraft() && m_reference->text() != m_view.document.order.reference)
            store(typed());
    });
}

void OrderPlace::makeLines()
{
    const auto amount = [](Money money) { return money.toString(QLocale()); };
    std::vector<ListColumn<SalesLine>> columns{
        {tr("Line"), [](const SalesLine &l) { return QString::number(l.line); }, rightAligned, 46},
        {tr("SKU"), [](const SalesLine &l) { return l.sku; }, Qt::AlignLeft | Qt::AlignVCenter, 130,
         [](const SalesLine &l) { return l.isGoods() && !l.product ? QVariant(theme::bad()) : QVariant(); }},
        {tr("Description"), [](const SalesLine &l) { return l.description; }, Qt::AlignLeft | Qt::AlignVCenter, 260},
        {tr("Quantity"), [](const SalesLine &l) { return l.quantity.toString(QLocale()); }, rightAligned, 76},
        {tr("Allocated"), [](const SalesLine &l) { return l.isGoods() ? l.allocated.toString(QLocale()) : QString(); }, rightAligned, 82,
         [](const SalesLine &l) { return l.isGoods() && l.backordered().isPositive() ? QVariant(theme::warning()) : QVariant(); }},
        {tr("Picked"), [](const SalesLine &l) { return l.isGoods() ? l.picked.toString(QLocale()) : QString(); }, rightAligned, 66},
        {tr("Packed"), [](const SalesLine &l) { return l.isGoods() ? l.packed.toString(QLocale()) : QString(); }, rightAligned, 66},
        {tr("Shipped"), [](const SalesLine &l) { return l.isGoods() ? l.shipped.toString(QLocale()) : QString(); }, rightAligned, 72},
        {tr("Invoiced"), [](const SalesLine &l) { return l.invoiced.toString(QLocale()); }, rightAligned, 76},
        {tr("Price"), [](const SalesLine &l) { return l.unitPrice.toString(QLocale()); }, rightAligned, 92},
        {tr("Discount"), [amount](const SalesLine &l) { return l.discount.isZero() ? QString() : amount(l.discount); }, rightAligned, 80},
        {tr("Net"), [amount](const SalesLine &l) { return amount(l.net); }, rightAligned, 92},
        {tr("Tax"), [amount](const SalesLine &l) { return amount(l.tax); }, rightAligned, 80},
        {tr("Total"), [amount](const SalesLine &l) { return amount(l.total); }, rightAligned, 96},
        {tr("Price from"), [](const SalesLine &l) { return l.priceReason; }, Qt::AlignLeft | Qt::AlignVCenter, 160}};
    m_lines = new TableModel<SalesLine>(std::move(columns), this);
    m_table = makeTable(m_lines, tr("Lines"));
    m_table->setObjectName(QStringLiteral("lines"));
    content()->addWidget(m_table, 3);

    m_entry = new QWidget;
    auto *row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    const auto field = [&](QLineEdit *&edit, const char *name, const QString &label, int width, const QString &value = {}) {
        edit = new QLineEdit(value);
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(label);
        edit->setPlaceholderText(label);
        if (width)
            edit->setFixedWidth(width);
        row->addWidget(edit, width ? 0 : 1);
        connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
            if (edit == m_sku && !m_sku->text().trimmed().isEmpty())
                m_quantity->setFocus(), m_quantity->selectAll();
            else
                addLine();
        });
    };
    field(m_sku, "sku", tr("SKU, barcode or a few letters"), 0);
    field(m_quantity, "quantity", tr("Quantity"), 80, QStringLiteral("1"));
    field(m_price, "price", tr("Price (empty: from the list)"), 190);
    field(m_discount, "discount", tr("Discount %"), 100);
    auto *add = new QPushButton(icon("plus"), tr("Add line"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &OrderPlace::addLine);
    row->addWidget(add);
    m_hint = new QLabel;
    m_hint->setTextFormat(Qt::PlainText);
    content()->addWidget(m_entry);
    content()->addWidget(m_hint);

    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_sku->setCompleter(completer);
    connect(m_sku, &QLineEdit::textEdited, this, [this, completer](const QString &text) {
        const auto found = desk().ask([&](Tx &tx) {
            QStringList names;
            if (text.size() >= 2)
                for (const ProductRow &product : productRows(tx, text, false, {}, 12))
                    names << product.sku + QStringLiteral("  ") + product.name;
            return names;
        });
        if (found)
            qobject_cast<QStringListModel *>(completer->model())->setStringList(*found);
    });
    connect(m_sku, &QLineEdit::editingFinished, this, &OrderPlace::lookUpProduct);
    connect(m_quantity, &QLineEdit::textChanged, this, &OrderPlace::lookUpProduct);
    auto *remove = new QShortcut(QKeySequence::Delete, m_table, this, &OrderPlace::removeLine);
    remove->setContext(Qt::WidgetShortcut);
}

void OrderPlace::makeTabs()
{
    m_papers = new TableModel<OrderView::Paper>({{tr("Document"), [](const auto &p) { return p.kind; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                                 {tr("Number"), [](const auto &p) { return p.number; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                                 {tr("Day"), [](const auto &p) { return p.day.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 100},
                                                 {tr("Amount"), [](const auto &p) { return p.amount.isZero() ? QString() : p.amount.withCurrency(QLocale()); }, rightAligned, 120},
                                                 {tr("Note"), [](const auto &p) { return p.note; }, Qt::AlignLeft | Qt::AlignVCenter, 240}},
                                                this);
    const auto debit = [](const OrderView::Entry &e) { return e.line.amount.isNegative() ? QString() : e.line.amount.toString(QLocale()); };
    const auto credit = [](const OrderView::Entry &e) { return e.line.amount.isNegative() ? (-e.line.amount).toString(QLocale()) : QString(); };
    m_entries = new TableModel<OrderView::Entry>({{tr("Entry"), [](const auto &e) { return e.number; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                                  {tr("Day"), [](const auto &e) { return e.day.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 100},
                                                  {tr("Document"), [](const auto &e) { return e.document; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                                  {tr("Account"), [](const auto &e) { return e.line.account + u' ' + e.line.accountName; }, Qt::AlignLeft | Qt::AlignVCenter, 240},
                                                  {tr("Debit"), debit, rightAligned, 110},
                                                  {tr("Credit"), credit, rightAligned, 110}},
                                                 this);
    m_events = new TableModel<OrderView::Event>({{tr("When"), [](const auto &e) { return QLocale().toString(e.at.toDateTime().toLocalTime(), QLocale::ShortFormat); }, Qt::AlignLeft | Qt::AlignVCenter, 150},
                                                 {tr("Who"), [](const auto &e) { return e.actor; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                                 {tr("What"), [](const auto &e) { return e.what; }, Qt::AlignLeft | Qt::AlignVCenter, 160},
                                                 {tr("Detail"), [](const auto &e) { return e.detail; }, Qt::AlignLeft | Qt::AlignVCenter, 300}},
                                                this);
    m_message = new QPlainTextEdit;
    m_message->setReadOnly(true);
    m_message->setTabChangesFocus(true);
    m_message->setAccessibleName(tr("What the channel sent"));
    m_message->setFont(QFont(QStringLiteral("monospace")));
    m_tabs = new QTabWidget;
    m_tabs->addTab(makeTable(m_papers, tr("Documents")), icon("file-text"), tr("Documents"));
    m_tabs->addTab(makeTable(m_entries, tr("Postings")), icon("book-open"), tr("Postings"));
    m_tabs->addTab(makeTable(m_events, tr("History")), icon("history"), tr("History"));
    m_tabs->addTab(m_message, icon("store"), tr("Channel message"));
    content()->addWidget(m_tabs, 2);
}

void OrderPlace::refresh()
{
    if (!m_order)
        return;
    const auto view = desk().ask(orderView, m_order);
    if (!view) {
        notice().refusal(view.error());
        return;
    }
    show(*view);
}

void OrderPlace::show(const OrderView &view)
{
    m_view = view;
    const SalesOrder &order = view.document.order;
    setTitle(order.number);
    m_customer = order.party;
    m_customerEdit->setText(view.customer.code + QStringLiteral("  ") + view.customer.displayName());
    m_reference->setText(order.reference);
    m_state->setText(stateLabel(order.state));
    QStringList facts;
    if (!view.channel.isEmpty())
        facts << tr("%1, their number %2").arg(view.channel, order.externalNumber);
    if (!order.hold.isEmpty())
        facts << tr("On hold: %1").arg(order.hold);
    for (const SyncException &exception : view.exceptions)
        if (exception.message != order.hold)
            facts << exception.message;
    const QString address = view.document.deliverTo().lines().join(QStringLiteral(", "));
    if (!address.isEmpty())
        facts << tr("To: %1").arg(address);
    if (!order.note.isEmpty())
        facts << tr("Note: %1").arg(order.note);
    m_facts->setText(facts.join(u'\n'));
    m_totals->setText(tr("Net %1   Tax %2\nTotal %3\nPaid %4")
                          .arg(order.net.toString(QLocale()), order.tax.toString(QLocale()), order.total.withCurrency(QLocale()), order.paid.withCurrency(QLocale())));
    m_lines->setRows(view.document.lines);
    m_papers->setRows(view.papers);
    m_entries->setRows(view.entries);
    m_events->setRows(view.history);
    m_message->setPlainText(view.message);
    m_tabs->setTabVisible(3, !view.message.isEmpty());
    showActions();
}

void OrderPlace::enter() { (isDraft() ? (m_customer ? m_sku : m_customerEdit) : static_cast<QWidget *>(m_table))->setFocus(); }

void OrderPlace::findCustomer()
{
    const QString words = m_customerEdit->text().section(QStringLiteral("  "), 0, 0).trimmed();
    const auto found = desk().ask([&](Tx &tx) -> std::optional<Party> {
        if (auto exact = tx.first<Party>("kind = 1 AND code = ?", words))
            return exact;
        const auto some = partyRows(tx, PartyKind::Customer, words, {}, 2);
        return some.size() == 1 ? std::optional(some.front()) : std::nullopt;
    });
    if (!found || !*found) {
        notice().say(Notice::Tone::Warning, tr("No single customer is found for “%1”.").arg(m_customerEdit->text()));
        return;
    }
    m_customer = (*found)->id;
    m_customerEdit->setText((*found)->code + QStringLiteral("  ") + (*found)->displayName());
    notice().clear();
    m_sku->setFocus();
}

/// Live stock and price of what is being typed, and why the price is what it is.
void OrderPlace::lookUpProduct()
{
    const QString code = m_sku->text().section(QStringLiteral("  "), 0, 0).trimmed();
    if (code.isEmpty()) {
        m_hint->clear();
        return;
    }
    const auto quantity = Quantity::parse(m_quantity->text(), QLocale());
    const auto hint = desk().ask([&](Tx &tx) -> QString {
        const auto product = findProduct(tx, code);
        if (!product)
            return tr("There is no product %1.").arg(code);
        const QString stock = tr("%1: %2 available").arg(product->name, availability(tx, product->id).available().toString(QLocale()));
        const auto price = priceOf(tx, {product->id, m_customer, {}, quantity.value_or(Quantity::whole(1)), tx.today(), m_customer ? tx.get(m_customer).currency : tx.currency()});
        return stock + QStringLiteral("   ") + (price ? tr("%1 %2 (%3)").arg(price->price.toString(QLocale()), price->price.currency.code(), price->reason) : price.error().text);
    });
    m_hint->setText(hint ? *hint : hint.error().text);
}

/// The draft as it stands on the screen.
NewOrder OrderPlace::typed() const
{
    NewOrder order;
    order.party = m_customer;
    order.reference = m_reference->text().trimmed();
    order.note = m_view.document.order.note;
    order.billing = m_view.document.billing;
    order.delivery = m_view.document.delivery;
    for (const SalesLine &line : m_lines->rows()) {
        NewLine entered;
        entered.product = line.product;
        entered.quantity = line.quantity;
        entered.description = line.description;
        const bool typedPrice = line.priceReason == QCoreApplication::translate("EnterOrder", "Typed on the order");
        if (typedPrice)
            entered.unitPrice = line.unitPrice;
        const Money full = line.net + line.discount;
        if (!line.discount.isZero() && !full.isZero())
            entered.discountRate.millionths = decimal::narrow(decimal::divide(Int128(line.discount.minor()) * 1'000'000, full.minor()));
        order.lines.push_back(entered);
    }
    return order;
}

void OrderPlace::store(const NewOrder &order)
{
    if (!m_order) {
        const auto entered = desk().perform(enterOrder, order);
        if (!notice().tell(entered))
            return;
        m_order = entered->order.id;
    } else if (auto changed = desk().perform(changeOrder, m_order, order); !notice().tell(changed)) {
        return;
    }
    refresh();
}

void OrderPlace::addLine()
{
    if (!m_customer)
        findCustomer();
    if (!m_customer) {
        m_customerEdit->setFocus();
        return;
    }
    const QString code = m_sku->text().section(QStringLiteral("  "), 0, 0).trimmed();
    const auto product = desk().ask([&](Tx &tx) { return findProduct(tx, code); });
    const auto quantity = Quantity::parse(m_quantity->text(), QLocale());
    if (!product || !*product || !quantity) {
        notice().say(Notice::Tone::Warning, product && *product ? tr("“%1” is no quantity.").arg(m_quantity->text()) : tr("There is no product %1.").arg(code));
        (product && *product ? m_quantity : m_sku)->setFocus();
        return;
    }
    NewLine line;
    line.product = (*product)->id;
    line.quantity = *quantity;
    if (!m_price->text().trimmed().isEmpty()) {
        line.unitPrice = UnitPrice::parse(m_price->text(), m_order ? m_view.document.order.currency : desk().currency(), QLocale());
        if (!line.unitPrice) {
            notice().say(Notice::Tone::Warning, tr("“%1” is no price.").arg(m_price->text()));
            m_price->setFocus();
            return;
        }
    }
    if (const auto percent = decimal::parse(m_discount->text(), 4, QLocale()))
        line.discountRate.millionths = *percent;
    NewOrder order = typed();
    order.lines.push_back(line);
    store(order);
    m_sku->clear();
    m_price->clear();
    m_discount->clear();
    m_quantity->setText(QStringLiteral("1"));
    m_hint->clear();
    m_sku->setFocus();
}

void OrderPlace::removeLine()
{
    const int row = m_table->currentIndex().row();
    NewOrder order = typed();
    if (!isDraft() || row < 0 || row >= int(order.lines.size()))
        return;
    if (order.lines.size() == 1) {
        notice().say(Notice::Tone::Warning, tr("An order needs at least one line. Cancel the order instead."));
        return;
    }
    order.lines.erase(order.lines.begin() + row);
    store(order);
}
