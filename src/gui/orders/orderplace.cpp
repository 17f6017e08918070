#include "gui/orders/orderplace.h"

#include "core/sales/changeorder.h"
#include "gui/bind/typing.h"
#include "gui/orders/orderlistplace.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>

// What an order looks like. How its lines are typed is in orderentry.cpp, what is done with it in ordersteps.cpp.

OrderPlace::OrderPlace(Desk &desk, Id<SalesOrder> order, Id<Party> customer) : Place(desk, tr("New order"), "file-text"), m_order(order)
{
    makeActions();
    makeHead();
    auto *halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->setObjectName(QStringLiteral("halves"));
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    makeLines();
    makeEntry();
    column->addWidget(m_table, 1);
    column->addWidget(m_entry);
    column->addWidget(m_hint);
    makeTabs();
    halves->addWidget(upper);
    halves->addWidget(m_tabs);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    content()->addWidget(halves, 1);
    if (customer)
        if (const auto code = desk.ask([customer](Tx &tx) { return tx.get(customer).code; }))
            takeCustomer(*code);
    showActions();
    reload();
}

void OrderPlace::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    row->addWidget(makeCustomer());
    m_facts = new QLabel;
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setObjectName(QStringLiteral("facts"));
    row->addWidget(m_facts, 1);
    row->addWidget(makeTotals());
    content()->addLayout(row);
}

QWidget *OrderPlace::makeCustomer()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_customer = new Suggest(desk(), offerCustomers);
    m_reference = new QLineEdit;
    m_note = new QLineEdit;
    const std::tuple<QString, QLineEdit *, const char *> fields[] = {
        {tr("Customer"), m_customer, "customer"}, {tr("Their reference"), m_reference, "reference"}, {tr("Note"), m_note, "note"}};
    for (const auto &[label, edit, name] : fields) {
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(label);
        edit->setMinimumWidth(320);
        form->addRow(label, edit);
    }
    m_customer->setPlaceholderText(tr("Code, name or e-mail, then Return"));
    connect(m_customer, &Suggest::taken, this, &OrderPlace::takeCustomer);
    connect(m_customer, &Suggest::notFound, this, [this](const QString &words) {
        notice().say(Notice::Tone::Warning, tr("“%1” is not exactly one customer. Type more of the name, or choose from the list.").arg(words));
    });
    for (QLineEdit *edit : {m_reference, m_note})
        connect(edit, &QLineEdit::editingFinished, this, &OrderPlace::storeHead);
    return box;
}

QWidget *OrderPlace::makeTotals()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setAlignment(Qt::AlignRight);
    column->addWidget(m_state);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    const std::tuple<QString, QLabel **, const char *> figures[] = {
        {tr("Net"), &m_net, "net"}, {tr("Tax"), &m_tax, "tax"}, {tr("Total"), &m_total, "total"}, {tr("Paid"), &m_paid, "paid"}};
    for (const auto &[label, figure, name] : figures) {
        *figure = new QLabel;
        (*figure)->setAlignment(Qt::AlignRight);
        (*figure)->setMinimumWidth(120);
        (*figure)->setObjectName(QString::fromLatin1(name));
        (*figure)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(label, *figure);
    }
    QFont strong = font();
    strong.setBold(true);
    m_total->setFont(strong);
    column->addLayout(form);
    column->addStretch(1);
    return box;
}

static QString goods(const SalesLine &line, Quantity quantity)
{
    return line.isGoods() && !quantity.isZero() ? quantity.toString(QLocale()) : QString();
}
static QString amount(Money money) { return money.isZero() ? QString() : money.toString(QLocale()); }

void OrderPlace::makeLines()
{
    std::vector<ListColumn<SalesLine>> columns{
        {tr("Line"), [](const SalesLine &l) { return QString::number(l.line); }, rightAligned, 40},
        {tr("SKU"), [](const SalesLine &l) { return l.sku; }, leftAligned, 112,
         [](const SalesLine &l) { return l.isGoods() && !l.product ? QVariant(theme::bad()) : QVariant(); }},
        {tr("Description"), [](const SalesLine &l) { return l.description; }, leftAligned, 196},
        {tr("Quantity"), [](const SalesLine &l) { return l.quantity.toString(QLocale()); }, rightAligned, 66},
        {tr("Allocated"), [](const SalesLine &l) { return goods(l, l.allocated); }, rightAligned, 72,
         [](const SalesLine &l) { return l.backordered().isPositive() ? QVariant(theme::warning()) : QVariant(); }},
        {tr("Waiting"), [](const SalesLine &l) { return goods(l, l.backordered()); }, rightAligned, 62,
         [](const SalesLine &) { return QVariant(theme::warning()); }},
        {tr("Picked"), [](const SalesLine &l) { return goods(l, l.picked); }, rightAligned, 54},
        {tr("Packed"), [](const SalesLine &l) { return goods(l, l.packed); }, rightAligned, 56},
        {tr("Shipped"), [](const SalesLine &l) { return goods(l, l.shipped); }, rightAligned, 60},
        {tr("Invoiced"), [](const SalesLine &l) { return l.invoiced.isZero() ? QString() : l.invoiced.toString(QLocale()); }, rightAligned, 62},
        {tr("Price"), [](const SalesLine &l) { return l.unitPrice.toString(QLocale()); }, rightAligned, 70},
        {tr("Discount"), [](const SalesLine &l) { return amount(l.discount); }, rightAligned, 66},
        {tr("Net"), [](const SalesLine &l) { return l.net.toString(QLocale()); }, rightAligned, 74},
        {tr("Tax"), [](const SalesLine &l) { return amount(l.tax); }, rightAligned, 62},
        {tr("Total"), [](const SalesLine &l) { return l.total.toString(QLocale()); }, rightAligned, 76},
        {tr("Why this price"), [](const SalesLine &l) { return l.priceReason; }, leftAligned, 150}};
    m_lines = new TableModel<SalesLine>(std::move(columns), this);
    m_table = makeTable(m_lines, tr("Lines"));
    m_table->setObjectName(QStringLiteral("lines"));
    rememberColumns(m_table, "orderLines");
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (isDraft())
            editLine(index.row());
        else if (const SalesLine *line = m_lines->at(index); line && line->product)
            emit openProduct(line->sku);
    });
}

void OrderPlace::makeTabs()
{
    m_papers = new TableModel<OrderView::Paper>(
        {{tr("Document"), [](const auto &p) { return p.kind; }, leftAligned, 120},
         {tr("Number"), [](const auto &p) { return p.number; }, leftAligned, 130},
         {tr("Day"), [](const auto &p) { return dayText(p.day); }, leftAligned, 100},
         {tr("Amount"), [](const auto &p) { return p.amount.isZero() ? QString() : p.amount.withCurrency(QLocale()); }, rightAligned, 120},
         {tr("Note"), [](const auto &p) { return p.note; }, leftAligned, 240}},
        this);
    const auto debit = [](const OrderView::Entry &e) { return e.line.amount.isNegative() ? QString() : e.line.amount.toString(QLocale()); };
    const auto credit = [](const OrderView::Entry &e) { return e.line.amount.isNegative() ? (-e.line.amount).toString(QLocale()) : QString(); };
    m_entries =
        new TableModel<OrderView::Entry>({{tr("Entry"), [](const auto &e) { return e.number; }, leftAligned, 150},
                                          {tr("Day"), [](const auto &e) { return dayText(e.day); }, leftAligned, 100},
                                          {tr("Document"), [](const auto &e) { return e.document; }, leftAligned, 120},
                                          {tr("Account"), [](const auto &e) { return e.line.account + u' ' + e.line.accountName; }, leftAligned, 240},
                                          {tr("Debit"), debit, rightAligned, 110},
                                          {tr("Credit"), credit, rightAligned, 110}},
                                         this);
    m_events = new TableModel<OrderView::Event>({{tr("When"), [](const auto &e) { return momentText(e.at); }, leftAligned, 150},
                                                 {tr("Who"), [](const auto &e) { return e.actor; }, leftAligned, 140},
                                                 {tr("What"), [](const auto &e) { return e.what; }, leftAligned, 160},
                                                 {tr("Detail"), [](const auto &e) { return e.detail; }, leftAligned, 300}},
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
}

void OrderPlace::refresh()
{
    if (!m_order)
        return;
    const auto view = desk().ask(orderView, m_order);
    if (view)
        present(*view);
    else
        notice().refusal(view.error());
}

void OrderPlace::present(const OrderView &view)
{
    m_view = view;
    const SalesOrder &order = view.document.order;
    const QLocale locale;
    m_draft = enteredAs(view.document);
    setTitle(order.number);
    m_customer->show({view.customer.code, view.customer.displayName()});
    for (const auto &[edit, text] : {std::pair(m_reference, order.reference), std::pair(m_note, order.note)})
        if (!edit->hasFocus() || !edit->isModified())
            edit->setText(text);
    m_state->setText(stateLabel(order.state));
    const QVariant color = stateColor(order.state);
    m_state->setStyleSheet(QStringLiteral("font-size: 14pt; font-weight: 600; color: %1")
                               .arg((color.isValid() ? color.value<QColor>() : palette().color(QPalette::WindowText)).name()));
    m_net->setText(order.net.toString(locale));
    m_tax->setText(order.tax.toString(locale));
    m_total->setText(order.total.withCurrency(locale));
    m_paid->setText(order.paid.withCurrency(locale));
    showFacts(view);
    const int row = m_table->currentIndex().row();
    m_lines->setRows(view.document.lines);
    if (m_lines->rowCount() > 0)
        m_table->setCurrentIndex(m_lines->index(std::clamp(row, 0, m_lines->rowCount() - 1), 1));
    m_papers->setRows(view.papers);
    m_entries->setRows(view.entries);
    m_events->setRows(view.history);
    m_message->setPlainText(view.message);
    m_tabs->setTabVisible(3, !view.message.isEmpty());
    showActions();
}

void OrderPlace::showFacts(const OrderView &view)
{
    const SalesOrder &order = view.document.order;
    QStringList facts;
    if (!view.channel.isEmpty())
        facts << tr("%1, their number %2").arg(view.channel, order.externalNumber);
    if (!order.hold.isEmpty())
        facts << tr("On hold: %1").arg(order.hold);
    for (const SyncException &exception : view.exceptions)
        if (exception.message != order.hold)
            facts << exception.message;
    if (const QString address = view.document.deliverTo().lines().join(QStringLiteral(", ")); !address.isEmpty())
        facts << tr("To: %1").arg(address);
    if (view.document.order.taxInclusive)
        facts << tr("Prices include tax.");
    m_facts->setText(facts.join(u'\n'));
}

void OrderPlace::enter()
{
    if (!isDraft())
        m_table->setFocus();
    else if (m_draft.party)
        m_sku->setFocus();
    else
        m_customer->setFocus();
}
