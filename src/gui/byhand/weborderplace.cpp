#include "gui/byhand/weborderplace.h"

#include "gui/bind/typing.h"
#include "gui/byhand/sites.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>

// What the screen looks like. What happens on it is in weborderentry.cpp.

using namespace channels::byhand;

WebOrderPlace::WebOrderPlace(Desk &desk) : Place(desk, tr("Enter a web order"), "pencil"), m_keep(new QTimer(this))
{
    makeActions();
    auto *top = new QHBoxLayout;
    top->setSpacing(28);
    top->addWidget(makeHead(), 1);
    top->addWidget(makeSums());
    makeLines();
    content()->addLayout(top);
    content()->addWidget(m_table, 1);
    content()->addWidget(makeEntry());
    m_hint = new QLabel(QStringLiteral(" "));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setObjectName(QStringLiteral("hint"));
    content()->addWidget(m_hint);
    m_restTitle = new QLabel(tr("Not recognised. Delete takes a line off when it is dealt with."));
    m_rest = new QListWidget;
    m_rest->setObjectName(QStringLiteral("rest"));
    m_rest->setAccessibleName(tr("Not recognised"));
    m_rest->setMaximumHeight(140);
    auto *dealtWith = new QAction(tr("Dealt with"), m_rest);
    dealtWith->setShortcut(QKeySequence::Delete);
    dealtWith->setShortcutContext(Qt::WidgetShortcut);
    connect(dealtWith, &QAction::triggered, this, [this] {
        delete m_rest->takeItem(m_rest->currentRow());
        workOutNow();
    });
    m_rest->addAction(dealtWith);
    content()->addWidget(m_restTitle);
    content()->addWidget(m_rest);
    m_keep->setSingleShot(true);
    m_keep->setInterval(400);
    connect(m_keep, &QTimer::timeout, this, &WebOrderPlace::keepTyped);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, m_keep, qOverload<>(&QTimer::start));
        edit->installEventFilter(this);
    }
    m_table->installEventFilter(this);
    m_sites = showSites(desk, m_site);
    resume();
    workOutNow();
}

WebOrderPlace::~WebOrderPlace() = default;

void WebOrderPlace::makeActions()
{
    addAction("save", tr("Store the order"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { store(false); });
    addAction("pause", tr("Keep it on hold"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] { store(true); });
    addAction("clipboard-list", tr("Paste the confirmation"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { paste(); });
    addAction("rotate-ccw", tr("Begin again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace), [this] {
        clear();
        m_number->setFocus();
    });
}

QLineEdit *WebOrderPlace::field(const char *name, const QString &label, int width)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    if (width > 0) {
        edit->setFixedWidth(width);
        edit->setAlignment(Qt::AlignRight);
    }
    return edit;
}

void WebOrderPlace::nextOf(QLineEdit *edit, QWidget *next)
{
    connect(edit, &QLineEdit::returnPressed, next, [next] {
        next->setFocus();
        if (auto *line = qobject_cast<QLineEdit *>(next))
            line->selectAll();
    });
}

QWidget *WebOrderPlace::makeHead()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_site = new QComboBox;
    m_site->setObjectName(QStringLiteral("site"));
    m_site->setAccessibleName(tr("Site"));
    m_number = field("number", tr("Number on the site"));
    m_buyer = new Suggest(desk(), offerCustomers);
    m_buyer->setObjectName(QStringLiteral("buyer"));
    m_buyer->setAccessibleName(tr("Customer"));
    m_buyer->setPlaceholderText(tr("Code or name of a known customer; empty for a new buyer"));
    m_email = field("email", tr("E-mail"));
    m_name = field("name", tr("Name"));
    m_payment = new QComboBox;
    m_payment->setObjectName(QStringLiteral("payment"));
    m_payment->setAccessibleName(tr("Payment"));
    m_payment->addItem(tr("Paid on the site"), int(WebPayment::Paid));
    m_payment->addItem(tr("Not paid yet: wait for it"), int(WebPayment::Awaited));
    m_payment->addItem(tr("On account"), int(WebPayment::OnAccount));
    const std::pair<QString, QWidget *> rows[] = {{tr("Site"), m_site},      {tr("Number on the site"), m_number},
                                                  {tr("Customer"), m_buyer}, {tr("Name"), m_name},
                                                  {tr("E-mail"), m_email},   {tr("Payment"), m_payment}};
    for (const auto &[label, widget] : rows)
        form->addRow(label, widget);
    connect(m_site, &QComboBox::currentIndexChanged, this, [this] {
        checkNumber();
        workOutNow();
    });
    connect(m_number, &QLineEdit::editingFinished, this, &WebOrderPlace::checkNumber);
    nextOf(m_number, m_buyer);
    connect(m_buyer, &Suggest::taken, this, &WebOrderPlace::takeBuyer);
    connect(m_buyer, &Suggest::notFound, this, [this](const QString &words) {
        notice().say(Notice::Tone::Info, tr("“%1” is not exactly one customer. Leave the field empty for a new buyer.").arg(words));
    });
    nextOf(m_name, m_email);
    return box;
}

QWidget *WebOrderPlace::makeSums()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    constexpr int width = 130;
    m_shipping = field("shipping", tr("Shipping"), width);
    m_discount = field("discount", tr("Discount"), width);
    m_tax = field("tax", tr("Tax"), width);
    m_tax->setPlaceholderText(tr("as it is due"));
    m_total = field("total", tr("Total on the site"), width);
    for (QLabel **label : {&m_sum, &m_gap}) {
        *label = new QLabel;
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->setAlignment(Qt::AlignRight);
    }
    m_sum->setObjectName(QStringLiteral("sum"));
    m_gap->setObjectName(QStringLiteral("gap"));
    const std::pair<QString, QWidget *> rows[] = {{tr("Shipping"), m_shipping},       {tr("Discount"), m_discount}, {tr("Tax"), m_tax},
                                                  {tr("Total on the site"), m_total}, {tr("Lines come to"), m_sum}, {tr("Difference"), m_gap}};
    for (const auto &[label, widget] : rows)
        form->addRow(label, widget);
    nextOf(m_shipping, m_discount);
    nextOf(m_discount, m_tax);
    nextOf(m_tax, m_total);
    connect(m_total, &QLineEdit::returnPressed, this, [this] { store(false); });
    for (QLineEdit *edit : {m_shipping, m_discount, m_tax, m_total})
        connect(edit, &QLineEdit::textEdited, this, &WebOrderPlace::workOutNow);
    return box;
}

void WebOrderPlace::makeLines()
{
    std::vector<ListColumn<FoundLine>> columns{
        {tr("SKU"), [](const FoundLine &l) { return l.sku; }, leftAligned, 140,
         [](const FoundLine &l) { return l.product ? QVariant() : QVariant(theme::bad()); }},
        {tr("Description"),
         [](const FoundLine &l) {
             return l.product ? l.name : l.name.isEmpty() ? WebOrderPlace::tr("Not known") : WebOrderPlace::tr("Not known: %1").arg(l.name);
         },
         leftAligned, 260},
        {tr("Quantity"), [](const FoundLine &l) { return l.quantity.toString(QLocale()); }, rightAligned, 80},
        {tr("Available"), [](const FoundLine &l) { return l.product ? l.available.toString(QLocale()) : QString(); }, rightAligned, 80,
         [](const FoundLine &l) { return l.available < l.quantity ? QVariant(theme::warning()) : QVariant(); }},
        {tr("Price"), [](const FoundLine &l) { return l.price.toString(QLocale()); }, rightAligned, 90},
        {tr("Total"), [](const FoundLine &l) { return l.total.toString(QLocale()); }, rightAligned, 90},
        {tr("Why this price"), [](const FoundLine &l) { return l.problem.isEmpty() ? l.reason : l.problem; }, leftAligned, 240,
         [](const FoundLine &l) { return l.problem.isEmpty() ? QVariant() : QVariant(theme::bad()); }}};
    m_lines = new TableModel<FoundLine>(std::move(columns), this);
    m_table = makeTable(m_lines, tr("Lines"));
    m_table->setObjectName(QStringLiteral("lines"));
    rememberColumns(m_table, "webOrderLines");
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { editLine(index.row()); });
    auto *remove = new QAction(tr("Remove line"), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &WebOrderPlace::removeLine);
    m_table->addAction(remove);
}

QWidget *WebOrderPlace::makeEntry()
{
    auto *entry = new QWidget;
    auto *row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    m_sku = new Suggest(desk(), offerProducts);
    m_sku->setObjectName(QStringLiteral("sku"));
    m_sku->setAccessibleName(tr("SKU, barcode or a few letters"));
    m_sku->setPlaceholderText(tr("SKU, barcode or a few letters; Return on the empty field goes on to the sums"));
    m_quantity = field("quantity", tr("Quantity"), 84);
    m_quantity->setText(QStringLiteral("1"));
    m_price = field("price", tr("Price on the site"), 190);
    m_price->setPlaceholderText(tr("Price (empty: ours)"));
    m_add = new QPushButton(icon("plus"), tr("Add line"));
    m_add->setAutoDefault(false);
    row->addWidget(m_sku, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_quantity, m_price, m_add})
        row->addWidget(widget);
    connect(m_sku, &Suggest::taken, this, [this] {
        m_quantity->setFocus();
        m_quantity->selectAll();
    });
    connect(m_sku, &Suggest::notFound, this, &WebOrderPlace::keepUnknown);
    connect(m_sku, &Suggest::left, this, &WebOrderPlace::hintAtProduct);
    connect(m_quantity, &QLineEdit::textChanged, this, &WebOrderPlace::hintAtProduct);
    for (QLineEdit *edit : {m_quantity, m_price})
        connect(edit, &QLineEdit::returnPressed, this, &WebOrderPlace::addLine);
    connect(m_add, &QPushButton::clicked, this, &WebOrderPlace::addLine);
    return entry;
}

void WebOrderPlace::refresh()
{
    m_sites = showSites(desk(), m_site);
    if (m_sites.empty())
        notice().say(Notice::Tone::Info, noSites());
    workOutNow();
}

void WebOrderPlace::enter()
{
    if (m_number->text().isEmpty())
        m_number->setFocus();
    else
        m_sku->setFocus();
}
