#include "gui/bind/suggest.h"

#include "core/parties/partylist.h"
#include "core/stock/productlist.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QStandardItemModel>

static constexpr int mostOffers = 12;
static const QString gap = QStringLiteral("  ");

Suggest::Suggest(Desk &desk, Question question, QWidget *parent)
    : QLineEdit(parent), m_desk(desk), m_question(std::move(question)), m_completer(new QCompleter(this)), m_offers(new QStandardItemModel(this))
{
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &Suggest::look);
    connect(this, &QLineEdit::editingFinished, this, [this] { emit left(code()); });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        fill({index.data(Qt::UserRole).toString(), index.data(Qt::UserRole + 1).toString()});
    });
}

QString Suggest::code() const { return text().section(gap, 0, 0).trimmed(); }

void Suggest::show(const Offer &offer) { setText(offer.name.isEmpty() ? offer.code : offer.code + gap + offer.name); }

void Suggest::look()
{
    const QString words = text().trimmed();
    const int generation = ++m_generation;
    if (words.size() < 2) {
        m_completer->popup()->hide();
        return;
    }
    m_desk.askLater(
        this, [question = m_question, words](Tx &tx) { return question(tx, words); },
        [this, generation](Result<std::vector<Offer>> found) {
            if (generation == m_generation && found && hasFocus())
                offer(*found);
        });
}

void Suggest::offer(const std::vector<Offer> &offers)
{
    m_offers->clear();
    for (const Offer &one : offers) {
        auto *item = new QStandardItem(one.code + gap + one.name);
        item->setData(one.code, Qt::UserRole);
        item->setData(one.name, Qt::UserRole + 1);
        m_offers->appendRow(item);
    }
    if (offers.empty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void Suggest::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto *popup = m_completer->popup();
    // The completer has a current row from the start; only one that a person went to is marked.
    if (enter && event->modifiers() == Qt::NoModifier && popup->isVisible() && popup->selectionModel()->hasSelection()) {
        event->ignore(); // so that the completer takes it
        return;
    }
    if (enter && event->modifiers() == Qt::NoModifier) {
        m_completer->popup()->hide();
        take();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// What stands in the field may be quicker than the offers: scanners and practised fingers do not wait for them.
void Suggest::take()
{
    ++m_generation;
    const QString words = code();
    if (words.isEmpty())
        return;
    const auto found = m_desk.ask([&](Tx &tx) { return m_question(tx, words); });
    if (found && found->size() == 1)
        fill(found->front());
    else
        emit notFound(words);
}

void Suggest::fill(const Offer &offer)
{
    show(offer);
    emit left(offer.code);
    emit taken(offer.code);
}

std::vector<Suggest::Offer> offerCustomers(Tx &tx, const QString &words)
{
    if (const auto exact = tx.first<Party>("kind = ? AND code = ?", PartyKind::Customer, words))
        return {{exact->code, exact->displayName()}};
    std::vector<Suggest::Offer> offers;
    for (const Party &party : partyRows(tx, {.words = words}, {}, mostOffers))
        offers.push_back({party.code, party.displayName()});
    return offers;
}

std::vector<Suggest::Offer> offerProducts(Tx &tx, const QString &words)
{
    if (const auto exact = findProduct(tx, words))
        return {{exact->sku, exact->name}};
    std::vector<Suggest::Offer> offers;
    for (const ProductRow &product : productRows(tx, {.words = words}, {}, mostOffers))
        if (product.active)
            offers.push_back({product.sku, product.name});
    return offers;
}
