#include "gui/shell/finder.h"

#include "core/parties/partylist.h"
#include "core/sales/orderlist.h"
#include "core/stock/productlist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

Finder::Finder(Desk &desk, std::vector<Entry> fixed, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_fixed(std::move(fixed)), m_edit(new QLineEdit), m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find anything"));
    resize(620, 420);
    auto *column = new QVBoxLayout(this);
    m_edit->setPlaceholderText(tr("Order, customer, SKU, place or command"));
    m_edit->setAccessibleName(tr("Find anything"));
    m_edit->setObjectName(QStringLiteral("finder"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &Finder::search);
    connect(m_edit, &QLineEdit::returnPressed, this, &Finder::choose);
    connect(m_list, &QListWidget::itemActivated, this, &Finder::choose);
    for (const auto &[key, step] : {std::pair(Qt::Key_Down, 1), std::pair(Qt::Key_Up, -1)}) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this,
                [this, step] { m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1))); });
        addAction(action);
    }
    search();
}

void Finder::search()
{
    const QString words = m_edit->text().trimmed();
    const int generation = ++m_generation;
    const auto show = [this](const Entry &entry) {
        m_shown.push_back(entry);
        m_list->addItem(entry.detail.isEmpty() ? entry.text : QStringLiteral("%1    %2").arg(entry.text, entry.detail));
    };
    m_shown.clear();
    m_list->clear();
    for (const Entry &entry : m_fixed)
        if (words.isEmpty() || folded(entry.text).contains(folded(words)))
            show(entry);
    m_list->setCurrentRow(0);
    if (words.size() < 2)
        return;
    struct Found {
        std::vector<OrderRow> orders;
        std::vector<ProductRow> products;
        std::vector<Party> customers;
    };
    m_desk.askLater(
        this,
        [words](Tx &tx) {
            return Found{orderRows(tx, {.words = words}, {}, 6), productRows(tx, {.words = words}, {}, 6), partyRows(tx, {.words = words}, {}, 6)};
        },
        [this, generation, show](Result<Found> found) {
            if (generation != m_generation || !found)
                return;
            for (const OrderRow &order : found->orders)
                show({order.number, tr("order of %1, %2").arg(order.customer, stateLabel(order.state)),
                      [this, number = order.number] { emit openOrder(number); }});
            for (const ProductRow &product : found->products)
                show({product.sku, product.name, [this, sku = product.sku] { emit openProduct(sku); }});
            for (const Party &party : found->customers)
                show({party.code, tr("customer %1").arg(party.displayName()), [this, code = party.code] { emit openCustomer(code); }});
            if (m_list->currentRow() < 0)
                m_list->setCurrentRow(0);
        });
}

void Finder::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_shown.size()))
        return;
    const auto open = m_shown[size_t(row)].open;
    accept();
    open();
}
